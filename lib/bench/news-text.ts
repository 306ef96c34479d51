/**
 * Text like news for measuring: as many different words as news has (some 2,900 of 10,000), and no sentence twice.
 *
 * Of the different forms of real news one in ten is a form that the lexicon does not list but its rules take apart (350 of
 * 3,620, counted once in Indonesian news), so few of the words put in here carry a clitic. What is harder than news, one
 * in three, is measured besides.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Entry } from '@/lib/language/lexicon'
import { segment } from '@/lib/language/segment'

const folder = fileURLToPath(new URL('../../content/articles/', import.meta.url))

export const articleSentences = (): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md') && !file.endsWith('.en.md'))
    .map((file) => readFileSync(folder + file, 'utf8').replace(/^---[\s\S]*?\n---\n/, ''))
    .flatMap((text) => segment(text).flatMap(({ sentences }) => sentences.map((sentence) => sentence.text)))

/** The same numbers from 0 to 1 for the same seed, so that a run can be repeated. */
const randomFrom = (seed: number) => {
  let state = seed * 7919
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** One of every so many words is another one of the dictionary: a quarter of the forms of 10,000 words are then new. */
const exchanged = 0.22
const endings = ['nya', 'nya', 'lah', 'ku']

/** How many of the words put in are forms that no lexicon lists. */
export type Unlisted = 'as in news' | 'many'
const unlisted: Readonly<Record<Unlisted, number>> = { 'as in news': 0.1, many: 0.5 }

/** The likes of a word of the text: a verb for a verb, now and then with a clitic, or passive. */
const stranger = (pool: readonly Entry[], share: number, random: () => number): string => {
  const lemma = pool[Math.floor(random() ** 2 * pool.length)]?.lemma ?? ''
  if (lemma.includes(' ') || lemma.includes('-')) return lemma
  const form = lemma.startsWith('me') && random() < share * 0.4 ? `di${lemma.slice(2)}` : lemma
  return form + (random() < share ? (endings[Math.floor(random() * endings.length)] ?? '') : '')
}

const isPlain = (word: string): boolean => /^[a-z]{5,}$/.test(word)

const halvesOf = (texts: readonly string[]): readonly (readonly string[])[] =>
  texts.map((text) => text.split(' '))

/** The first half of one sentence and the second half of another. */
const crossed = (first: readonly string[], second: readonly string[]): readonly string[] => [
  ...first.slice(0, first.length / 2),
  ...second.slice(second.length / 2),
]

/** About `size` words of sentences crossed from the articles, many of their words exchanged for others of the lexicon. */
export const newsText = (
  entries: readonly Entry[],
  size: number,
  seed: number,
  kind: Unlisted = 'as in news',
): readonly string[] => {
  const random = randomFrom(seed)
  const halves = halvesOf(articleSentences())
  const any = () => halves[Math.floor(random() * halves.length)] ?? []
  const texts = new Set<string>()
  for (let words = 0; words < size;) {
    const text = crossed(any(), any()).map((word) =>
      isPlain(word) && random() < exchanged * 2 ? stranger(entries, unlisted[kind], random) : word,
    )
    if (text.length === 0 || texts.has(text.join(' '))) continue
    texts.add(text.join(' '))
    words += text.length
  }
  return [...texts]
}

/** The same words in other sentences; other ones for every `shift`. */
export const recombined = (texts: readonly string[], shift: number): readonly string[] => {
  const halves = halvesOf(texts)
  return halves.map((first, at) => crossed(first, halves[(at + shift) % halves.length] ?? []).join(' '))
}
