/** Proper names of a sentence that its translation does not have. */
import { editDistance } from './edit-distance'
import { exonyms, translatedInNames } from './exonyms'
import { headlineCase } from './headline-case'
import type { Span } from './span'

export type NamedPlace = { readonly surface: string; readonly span: Span }

/** A name of the source that is missing; `target` is a word there that looks like a misspelling of it. */
export type NameMismatch = { readonly source: NamedPlace; readonly target?: NamedPlace }

type Word = NamedPlace & { readonly lower: string }

const word = /\p{L}[\p{L}\p{M}'’.-]*\p{L}|\p{L}/gu

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(word)].map((match) => ({
    surface: match[0],
    lower: match[0].toLowerCase().replaceAll('’', "'"),
    span: { start: match.index, end: match.index + match[0].length },
  }))

/** Whether a word is written as names are: a capital letter, then a small one. */
export const isCapitalized = (surface: string): boolean => /^\p{Lu}\p{M}*\p{Ll}/u.test(surface)

/** Letters as they sound: transliterations differ in these from one language to the other. */
const sound = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}|[^\p{L}]/gu, '')
    .replace(/kh|ch|c|q/g, 'k')
    .replace(/y|j/g, 'i')
    .replace(/v|ph/g, 'f')
    .replace(/z/g, 's')
    .replace(/w|oe/g, 'u')
    .replace(/(.)\1+/g, '$1')

/** Whether a word, in lower case, can stand for a name: itself, its English form, or another way of writing its sounds. */
export function isSameName(name: string, candidate: string): boolean {
  const bare = candidate.replace(/'s$|'$/, '')
  if (bare === name || exonyms.get(name)?.some((form) => bare.startsWith(form)) === true) return true
  const [a, b] = [sound(name), sound(bare)]
  if (a === b) return true
  // "Wonsan-based", "Jakartans": the name with something behind it.
  if (a.length >= 4 && b.startsWith(a) && b.length - a.length <= 3 && !b.endsWith(a.slice(-3))) return true
  const allowed = a.length >= 8 ? 2 : a.length >= 5 ? 1 : 0
  return allowed > 0 && a[0] === b[0] && editDistance(a, b, allowed) <= allowed && !doubles(a, b)
}

/** "Lavrovrov" for "lavrov": the model stuttered, which is no transliteration. */
const doubles = (name: string, candidate: string): boolean =>
  [2, 3].some((n) => candidate.length > name.length && candidate.endsWith(name.slice(-n).repeat(2)))

/** "Dikatakan Sisca": a derived word at the head of a sentence is no part of the name behind it. */
const isDerived = (lower: string): boolean =>
  /^(?:di.{3,}|me[mn]?.{3,}(?:kan|i)|ter.{3,}|.{4,}(?:kan|nya)|[kp]e.{4,}an|(.{2,})-\1)$/.test(lower)

/** Runs of at least two capitalised words that are no ordinary words: "Kim Jong Un", "Sergei Lavrov". */
function nameRuns(text: string, isWord: (form: string) => boolean): Word[][] {
  const runs: Word[][] = []
  let run: Word[] = []
  let end = -1
  const close = (): void => {
    if (run.length >= 2) runs.push(run)
    run = []
  }
  // In a headline every word has a capital, which says nothing about names.
  if (headlineCase(text) !== undefined) return []
  for (const one of wordsOf(text)) {
    const joined = text.slice(end, one.span.start).trim() === ''
    const isOrdinary = translatedInNames.has(one.lower) || isWord(one.lower) || isDerived(one.lower)
    const isName = isCapitalized(one.surface) && !isOrdinary
    if (!joined) close()
    if (isName) run.push(one)
    else close()
    end = one.span.end
  }
  close()
  return runs
}

/** The word of the translation that is most likely meant for a name: capitalised and beginning alike. */
function lookalike(name: Word, candidates: readonly Word[]): NamedPlace | undefined {
  const start = name.lower.slice(0, 3)
  const found = candidates.find(({ surface, lower }) => isCapitalized(surface) && lower.startsWith(start))
  return found === undefined ? undefined : { surface: found.surface, span: found.span }
}

/**
 * Names of two words or more of which a word has no counterpart. Tolerant of English forms of foreign names
 * ("Rusia") and of transliterations; `isWord` tells ordinary words, which are translated in names ("Bank Sentral").
 */
export function checkNames(
  source: string,
  target: string,
  isWord: (form: string) => boolean,
): readonly NameMismatch[] {
  const there = wordsOf(target)
  const parts = there.flatMap((one) => [one.lower, ...one.lower.split(/[-.]/)])
  return nameRuns(source, isWord).flatMap((run) => {
    const missing = run.filter(({ lower }) => {
      const pieces = lower.split('-')
      return (
        !parts.some((part) => isSameName(lower, part)) &&
        !pieces.every((piece) => parts.some((part) => isSameName(piece, part)))
      )
    })
    const known = run.filter((one) => !missing.includes(one)).map(({ lower }) => lower)
    const free = there.filter(({ lower }) => !known.includes(lower))
    return missing.map((name): NameMismatch => {
      const place = { surface: name.surface, span: name.span }
      const instead = lookalike(name, free)
      return instead === undefined ? { source: place } : { source: place, target: instead }
    })
  })
}
