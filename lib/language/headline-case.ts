/**
 * The case of a source text as a small model is given it, and back. Such a model learns `banjir` and `Banjir` as two words
 * and knows the second badly, the more so inside a sentence, where capitals mark names. training/casing.py does the same
 * but for lines in capitals and the names of countries.
 */
import { exonyms } from './exonyms'
import { isShouted } from './tokenize'

/** A capital on nearly every word, or capitals only. */
export type HeadlineCase = 'title' | 'capitals'

/** What a model's vocabulary makes of a word in one shape. */
export type WordShape = {
  /** Log-probability, comparable between shapes of one word. */
  readonly score: number
  readonly pieces: number
}
/** A model's view of words; asked for one word in several shapes. */
export type WordModel = (word: string) => WordShape

const word = /\p{L}[\p{L}\p{M}'’]*/gu
/** Shorter ones are written small in headlines, or are acronyms. */
const longWord = 4
const fewestWords = 3
const mostly = 0.8

/** Whether a line is set as headlines are: a capital on nearly every word and no full stop; or capitals only. */
export function headlineCase(text: string): HeadlineCase | undefined {
  if (isShouted(text)) return 'capitals'
  if (/[.!]["'”’)]*\s*$/u.test(text)) return undefined
  const words = [...text.matchAll(word)].map(([one]) => one).filter((one) => one.length >= longWord)
  if (words.length < fewestWords) return undefined
  const capitalised = words.filter((one) => /^\p{Lu}/u.test(one))
  return capitalised.length >= mostly * words.length ? 'title' : undefined
}

/** Upper or lower case where that keeps every position of the text. */
function recased(text: string, change: (text: string) => string): string {
  return text.replace(/\p{L}/gu, (letter) => {
    const other = change(letter)
    return other.length === letter.length ? other : letter
  })
}

const lower = (text: string): string => recased(text, (letter) => letter.toLowerCase())
const upper = (text: string): string => recased(text, (letter) => letter.toUpperCase())
const capital = (text: string): string => upper(text.slice(0, 1)) + lower(text.slice(1))

/** The likeliest of a word's shapes; of equals the first. */
function likeliest(shapes: readonly string[], model: WordModel): string {
  return shapes.reduce((best, shape) => (model(shape).score > model(best).score ? shape : best))
}

function bare(one: string, isFirst: boolean, kind: HeadlineCase, model: WordModel): string {
  const isName = exonyms.has(one.toLowerCase())
  if (kind === 'capitals') {
    if (isName) return capital(one)
    return likeliest(isFirst ? [one, capital(one)] : [one, capital(one), lower(one)], model)
  }
  // Capitals inside a word are those of an acronym or a brand.
  if (isFirst || isName || !/^\p{Lu}[^\p{Lu}]*$/u.test(one)) return one
  return likeliest([one, lower(one)], model)
}

/** A headline as a sentence would have it, position for position: words small, names as they are. */
export function toSentenceCase(text: string, kind: HeadlineCase, model: WordModel): string {
  return text.replace(word, (one, at: number) => bare(one, at === 0, kind, model))
}

const firstWord = /^["'(]*(\p{Lu}\p{Ll}+)(?=[ ,]|$)/u
/** Derived words are hardly ever names, even where the vocabulary has them in several pieces. */
const derived = /^(?:(?:di|ter|ber|me|pe|ke|se).{4,}|.{4,}(?:kan|nya))$/u

/** A sentence with its first letter small where the first word is most likely no name; position for position. */
export function withSmallFirst(text: string, model: WordModel): string {
  const [whole = '', first = ''] = firstWord.exec(text) ?? []
  const small = lower(first)
  if (first === '' || exonyms.has(small)) return text
  const shape = model(small)
  if (shape.score <= model(first).score) return text
  if (shape.pieces !== 1 && !derived.test(small)) return text
  return whole.slice(0, -first.length) + small + text.slice(whole.length)
}

const smallWords = new Set(
  'a an the of in on at to for and or nor but by with from as into over per via vs'.split(' '),
)

/** An English sentence in the case of the headline it translates, position for position. */
export function toHeadlineCase(text: string, kind: HeadlineCase): string {
  if (kind === 'capitals') return upper(text)
  return text.replace(word, (one, at: number) =>
    at > 0 && smallWords.has(one) ? one : upper(one.slice(0, 1)) + one.slice(1),
  )
}
