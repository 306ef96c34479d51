/**
 * Headlines in the case of sentences, and back. A model that learned from running text knows `banjir`, hardly `Banjir`: what
 * stands with a capital inside a sentence is a name to it, and is copied.
 */
import { exonyms } from './exonyms'

export type HeadlineCase = 'title' | 'capitals'

/** How likely a model's vocabulary makes a word in this shape: a log-probability, comparable between shapes of one word. */
export type WordScore = (word: string) => number

const word = /\p{L}[\p{L}\p{M}'’-]*/gu
/** Shorter ones are written small in headlines, or are acronyms. */
const longWord = 4
const fewestWords = 3
const mostly = 0.8

/** Whether a line is set as headlines are: a capital on nearly every word, or capitals only; and no full stop. */
export function headlineCase(text: string): HeadlineCase | undefined {
  if (/[.!]["'”’)]*\s*$/u.test(text)) return undefined
  const words = [...text.matchAll(word)].map(([one]) => one).filter((one) => one.length >= longWord)
  if (words.length < fewestWords) return undefined
  const share = (shape: RegExp): number => words.filter((one) => shape.test(one)).length / words.length
  if (share(/^\P{Ll}+$/u) >= mostly) return 'capitals'
  return share(/^\p{Lu}/u) >= mostly ? 'title' : undefined
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
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + lower(text.slice(1))

/** The likeliest of a word's shapes; of equals the first. */
function likeliest(shapes: readonly string[], score: WordScore): string {
  return shapes.reduce((best, shape) => (score(shape) > score(best) ? shape : best))
}

function bare(one: string, isFirst: boolean, kind: HeadlineCase, score: WordScore): string {
  const isName = exonyms.has(one.toLowerCase())
  if (kind === 'capitals') {
    if (isName) return capital(one)
    return likeliest(isFirst ? [one, capital(one)] : [one, capital(one), lower(one)], score)
  }
  // Capitals inside a word are those of an acronym or a brand.
  if (isFirst || isName || !/^\p{Lu}[^\p{Lu}]*$/u.test(one)) return one
  return likeliest([one, lower(one)], score)
}

/** A headline as a sentence would have it, position for position: words small, names as they are. */
export function toSentenceCase(text: string, kind: HeadlineCase, score: WordScore): string {
  let isFirst = true
  return text.replace(word, (one) => {
    const shape = bare(one, isFirst, kind, score)
    isFirst = false
    return shape.length === one.length ? shape : one
  })
}

const smallWords = new Set(
  'a an the of in on at to for and or nor but by with from as into over per via vs'.split(' '),
)

/** An English sentence in the case of the headline it translates, position for position. */
export function toHeadlineCase(text: string, kind: HeadlineCase): string {
  if (kind === 'capitals') return upper(text)
  let isFirst = true
  return text.replace(word, (one) => {
    const stays = !isFirst && smallWords.has(one)
    isFirst = false
    return stays ? one : upper(one.slice(0, 1)) + one.slice(1)
  })
}
