/** What a reader should know about a translation: where it does not say what the source says. */
import { headlineCase } from './headline-case'
import { checkNames } from './name-check'
import { checkNumbers } from './number-check'
import type { Span } from './span'

export type Place = { readonly surface: string; readonly span: Span }

/** One thing to point out, with the words it is about on either side. */
export type Finding =
  | { readonly kind: 'number'; readonly source?: Place; readonly target?: Place }
  | { readonly kind: 'name'; readonly source: Place; readonly target?: Place }
  /** The same words, or the same letters in a word, again and again. */
  | { readonly kind: 'repetition'; readonly target: Place; readonly times: number }
  /** Much shorter or longer than such a sentence is in English: something was left out or made up. */
  | { readonly kind: 'shortened' | 'lengthened'; readonly ratio: number }
  /** Indonesian words left standing. */
  | { readonly kind: 'untranslated'; readonly target: readonly Place[] }
  | { readonly kind: 'empty' }

const word = /\p{L}[\p{L}\p{M}\p{N}'’-]*/gu

const placesOf = (text: string): Place[] =>
  [...text.matchAll(word)].map((match) => ({
    surface: match[0],
    span: { start: match.index, end: match.index + match[0].length },
  }))

/** How often the `n` words from `at` follow each other without a break. */
function rounds(words: readonly string[], at: number, n: number): number {
  let times = 1
  while (words.slice(at, at + n).every((one, i) => one === words[at + times * n + i])) times++
  return times
}

/** How often in a row is a loop: people say one word or two again ("step by step"), but not three and more. */
const roundsOfLoop = (words: number): number => (words < 3 ? 3 : 2)

/** The first stretch of up to eight words that goes round. */
function loopOfWords(target: string): Finding | undefined {
  const places = placesOf(target)
  const words = places.map(({ surface }) => surface.toLowerCase())
  for (let n = 1; n <= 8; n++) {
    for (let at = 0; at + roundsOfLoop(n) * n <= words.length; at++) {
      const times = rounds(words, at, n)
      if (times < roundsOfLoop(n)) continue
      const span = { start: places[at]!.span.start, end: places[at + n * times - 1]!.span.end }
      return { kind: 'repetition', target: { surface: target.slice(span.start, span.end), span }, times }
    }
  }
  return undefined
}

/** "alianianianian": a part of a word that goes round. */
function loopOfLetters(source: string, target: string): Finding | undefined {
  for (const place of placesOf(target)) {
    const loop = /(\p{L}{2,5}?)\1{2,}/iu.exec(place.surface)
    if (loop !== null && !source.includes(place.surface)) {
      return { kind: 'repetition', target: place, times: loop[0].length / loop[1]!.length }
    }
  }
  return undefined
}

function checkRepetition(source: string, target: string): readonly Finding[] {
  const loop = loopOfWords(target) ?? loopOfLetters(source, target)
  if (loop === undefined) return []
  // The source may repeat itself too.
  return loopOfWords(source) === undefined ? [loop] : []
}

const letters = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length

function checkLength(source: string, target: string): readonly Finding[] {
  const [here, there] = [letters(source), letters(target)]
  // English is a little shorter than Indonesian; a constant lets short sentences vary freely.
  const ratio = there / Math.max(1, here)
  if (here >= 40 && there + 15 < 0.5 * here) return [{ kind: 'shortened', ratio }]
  if (there >= 40 && there > 2 * here + 40) return [{ kind: 'lengthened', ratio }]
  return []
}

/** Words that no English sentence has in lower case. */
const functionWords: ReadonlySet<string> = new Set(
  (
    'yang dengan untuk tidak adalah tersebut karena sebagai kepada telah sudah sedang dalam oleh juga atau bahwa akan pada dapat ' +
    'bisa harus lebih sangat antara sejak hingga sampai ketika setelah sebelum namun tetapi agar supaya saat mereka kami kita ' +
    'anda dia itu ini seperti secara serta bagi belum masih hanya pula para'
  ).split(' '),
)

/** English words that an affix makes look Indonesian. */
const looksIndonesian = /^(?:meng|meny|mem|men|peng|peny|ber|ter|diper|ke.{3,}an$|.{4,}kan$|.{4,}nya$)/
const english = /^(?:ter(?:m|r|race|tiary)|ber(?:ry|eave|lin)|mem(?:o|b)|men(?:u|t|ace)|peng|kan$)/

function checkLeftovers(source: string, target: string): readonly Finding[] {
  // Capitals mark names, but not in a headline.
  const read =
    headlineCase(source) === undefined ? (text: string) => text : (text: string) => text.toLowerCase()
  const here = new Set(placesOf(source).map(({ surface }) => read(surface)))
  const left = placesOf(target).filter(({ surface, span }) => {
    // "beritajakarta.com" is an address.
    if (/^\.\p{L}/u.test(target.slice(span.end))) return false
    const word = read(surface)
    if (word !== word.toLowerCase() || !here.has(word)) return false
    return functionWords.has(word) || (word.length >= 7 && looksIndonesian.test(word) && !english.test(word))
  })
  return left.length > 0 ? [{ kind: 'untranslated', target: left }] : []
}

/**
 * Findings about one sentence and its translation; none for most. `isWord` knows ordinary Indonesian words in lower
 * case (a lexicon); without it names are not checked, since they cannot be told from what is translated in names. Compares what can be compared without understanding, so a
 * finding is a reason to look, and no finding is no proof.
 */
export function checkTranslation(
  source: string,
  target: string,
  isWord?: (form: string) => boolean,
): readonly Finding[] {
  if (!/\p{L}/u.test(source)) return []
  if (target.trim() === '') return [{ kind: 'empty' }]
  return [
    ...checkNumbers(source, target).map((mismatch): Finding => ({ kind: 'number', ...mismatch })),
    ...(isWord === undefined ? [] : checkNames(source, target, isWord)).map((mismatch): Finding => ({
      kind: 'name',
      ...mismatch,
    })),
    ...checkRepetition(source, target),
    ...checkLength(source, target),
    ...checkLeftovers(source, target),
  ]
}
