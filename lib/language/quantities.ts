/** Numbers as they are written in Indonesian and in English news, with what they are worth. */
import {
  englishScales,
  englishUnits,
  indonesianOnes,
  indonesianScales,
  indonesianUnits,
  months,
} from './number-words'
import type { Span } from './span'

export type Quantity = {
  readonly span: Span
  readonly surface: string
  /**
   * Ways to say the same number: each is a list of values that all have to be found. "14.30" is 14.3, or 14 and 30,
   * or (in the afternoon) 2 and 30. The first is what the number is worth.
   */
  readonly readings: readonly (readonly number[])[]
  /** "juta" in "20 juta", 1 without any; `bare` are the readings without it. */
  readonly scale: number
  readonly bare: readonly (readonly number[])[]
  /** Written in digits; numbers in words are only compared when asked for. */
  readonly digits: boolean
}

type Language = {
  readonly units: ReadonlyMap<string, number>
  readonly scales: ReadonlyMap<string, number>
  readonly ones: ReadonlyMap<string, number>
  /** Digits of this language to a number, and whether they can be a time of day. */
  readonly parse: (digits: string) => readonly (readonly number[])[]
}

const grouped = (digits: string, separator: string): boolean =>
  new RegExp(`^\\d{1,3}(?:\\${separator}\\d{3})+$`).test(digits)

/** The hour of a time in both clocks, with the minutes unless they are nought. */
function timeReadings(digits: string): readonly (readonly number[])[] {
  const [, h = '', m = ''] = /^(\d{1,2})[.:](\d{2})$/.exec(digits) ?? []
  const [hour, minute] = [Number(h), Number(m)]
  if (h === '' || hour > 24 || minute > 59) return []
  const hours = [hour, ...(hour >= 12 ? [hour - 12] : []), ...(hour === 0 || hour === 12 ? [0, 12] : [])]
  return hours.flatMap((at) => (minute === 0 ? [[at]] : [[at, minute], [Number(`${at}.${m}`)]]))
}

function parseIndonesian(digits: string): readonly (readonly number[])[] {
  const [whole = '', fraction] = digits.split(',')
  const integer = grouped(whole, '.') ? whole.replaceAll('.', '') : whole
  if (/[.:]/.test(digits) && !grouped(whole, '.')) {
    // Not grouped in threes: a time of day, or a decimal point as English has it.
    const value = Number(digits.replaceAll(',', ''))
    const parts = digits.split(/[.,:]/).map(Number)
    return [...(Number.isNaN(value) ? [] : [[value]]), ...timeReadings(digits), parts]
  }
  if (fraction === undefined) return [[Number(integer)]]
  const value = Number(`${integer}.${fraction}`)
  // "1,500" by a writer used to English digits.
  return grouped(digits, ',') ? [[value], [Number(digits.replaceAll(',', ''))]] : [[value]]
}

function parseEnglish(digits: string): readonly (readonly number[])[] {
  if (/^\d+:\d+$/.test(digits)) return timeReadings(digits).concat([digits.split(':').map(Number)])
  // A decimal comma left standing is a slip of style, not another number.
  const plain = /^\d+,\d{1,2}$/.test(digits) ? digits.replace(',', '.') : digits.replaceAll(',', '')
  const value = Number(plain)
  return [...(Number.isNaN(value) ? [digits.split('.').map(Number)] : [[value]]), ...timeReadings(digits)]
}

const indonesian: Language = {
  units: indonesianUnits,
  scales: indonesianScales,
  ones: indonesianOnes,
  parse: parseIndonesian,
}
const english: Language = { units: englishUnits, scales: englishScales, ones: new Map(), parse: parseEnglish }

type Word = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly isNumber: boolean
}

const numberOrWord = /\d+(?:[.,:]\d+)*|\p{L}+/gu

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(numberOrWord)].map((match) => ({
    text: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
    isNumber: /^\d/.test(match[0]),
  }))

/** Whether nothing but blanks or hyphens stands between two words, so that they can be one number. */
const adjacent = (text: string, a: Word, b: Word): boolean => /^[\s-]*$/.test(text.slice(a.end, b.start))

/** What a number in words amounts to so far: whole thousands, and what is below them. */
type Sum = {
  total: number
  group: number
  kind: 'start' | 'article' | 'unit' | 'ten' | 'hundred' | 'thousand'
}

function addScale(sum: Sum, scale: number): Sum {
  const { total, group } = sum
  if (scale === 10) return { total, group: group - (group % 10) + (group % 10) * 10, kind: 'ten' }
  if (scale === 100) return { total, group: (group || 1) * 100, kind: 'hundred' }
  return { total: total + (group || 1) * scale, group: 0, kind: 'thousand' }
}

/** A thousand and more: "juta" multiplies what stands before it, "sejuta" and "a million" begin a number. */
function addLarge(sum: Sum, word: string, language: Language): Sum | undefined {
  const one = language.ones.get(word) ?? 0
  if (one >= 1000) return sum.kind === 'start' ? { total: one, group: 0, kind: 'thousand' } : undefined
  const scale = language.scales.get(word)
  return scale === undefined || sum.kind === 'start' ? undefined : addScale(sum, scale)
}

/** Whether a number below a thousand can stand behind what is there: "twenty five" but not "five six". */
function fits({ kind, group }: Sum, value: number): boolean {
  if (kind === 'unit') return value === 0.5
  return kind !== 'ten' || (value < 10 && group % 10 === 0)
}

function addSmall(sum: Sum, value: number): Sum | undefined {
  if (!fits(sum, value)) return undefined
  const kind = value >= 100 ? 'hundred' : value >= 10 ? 'ten' : 'unit'
  return { total: sum.total, group: sum.group + value, kind }
}

/** The sum with one more word; undefined when the word does not go on with this number. */
function addWord(sum: Sum, word: string, language: Language): Sum | undefined {
  const { total, group, kind } = sum
  if (word === 'belas')
    return kind === 'unit' && group % 100 < 10 ? { total, group: group + 10, kind: 'ten' } : undefined
  if (word === 'a' && kind === 'start' && language === english) return { total, group: 0, kind: 'article' }
  const value = language.ones.get(word) ?? language.units.get(word)
  return value === undefined || value >= 1000 ? addLarge(sum, word, language) : addSmall(sum, value)
}

/** How many small words join the number on, as in "two hundred and five" or "six and a half million". */
function joint(words: readonly Word[], at: number, language: Language): number {
  if (language !== english || words[at]?.text !== 'and') return 0
  const [next, after] = [words[at + 1]?.text ?? '', words[at + 2]?.text]
  if (next === 'a' && after === 'half') return 2
  return language.units.has(next) ? 1 : 0
}

/** The number in words that begins at a word: its value and the last word of it; undefined where none begins. */
function wordNumber(words: readonly Word[], from: number, text: string, language: Language) {
  let sum: Sum = { total: 0, group: 0, kind: 'start' }
  let last = from - 1
  for (let at = from; at < words.length; at++) {
    const joined = at > from ? joint(words, at, language) : 0
    const word = words[at + joined]
    if (word === undefined || (last >= from && !connected(text, words, last, at + joined))) break
    const isHalf = joined === 2
    const next = isHalf ? { ...sum, group: sum.group + 0.5 } : addWord(sum, word.text, language)
    if (next === undefined) break
    sum = next
    at += joined
    last = at
  }
  return last < from || sum.kind === 'article' ? undefined : { value: sum.total + sum.group, last }
}

const connected = (text: string, words: readonly Word[], from: number, to: number): boolean =>
  words.slice(from, to).every((word, i) => adjacent(text, word, words[from + i + 1]!))

const scaled = (readings: readonly (readonly number[])[], factor: number): readonly (readonly number[])[] =>
  readings.filter((reading) => reading.length === 1).map(([value = 0]) => [value * factor])

/** Digits and the scale behind them ("1,5 triliun"), as one quantity. */
function digitQuantity(words: readonly Word[], at: number, text: string, language: Language) {
  const word = words[at]!
  const bare = language.parse(word.text)
  let last = at
  let factor = 1
  while (words[last + 1] !== undefined && adjacent(text, words[last]!, words[last + 1]!)) {
    const scale = language.scales.get(words[last + 1]!.text)
    if (scale === undefined || scale < 100) break
    factor *= scale
    last++
  }
  return { readings: factor > 1 ? scaled(bare, factor) : bare, bare, scale: factor, last }
}

/** The quantity that begins at a word, and the last word of it. */
function quantityAt(words: readonly Word[], at: number, text: string, language: Language) {
  const { isNumber, start } = words[at]!
  const inWords = isNumber ? undefined : wordNumber(words, at, text, language)
  if (!isNumber && inWords === undefined) return undefined
  const plain = [[inWords?.value ?? 0]]
  const { last, ...meaning } =
    inWords === undefined
      ? digitQuantity(words, at, text, language)
      : { last: inWords.last, readings: plain, bare: plain, scale: 1 }
  const span = { start, end: words[last]!.end }
  return { quantity: { ...meaning, span, surface: text.slice(span.start, span.end), digits: isNumber }, last }
}

function quantities(text: string, language: Language): readonly Quantity[] {
  const words = wordsOf(text)
  const found: Quantity[] = []
  for (let at = 0; at < words.length; at++) {
    const here = quantityAt(words, at, text, language)
    if (here === undefined) continue
    found.push(here.quantity)
    at = here.last
  }
  return found
}

/** The numbers of an Indonesian text, in order. */
export const indonesianQuantities = (text: string): readonly Quantity[] => quantities(text, indonesian)

/** The numbers of an English text, in order. */
export const englishQuantities = (text: string): readonly Quantity[] => quantities(text, english)

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }

/** Roman numerals up to the eighties, as centuries, kings and school forms have them. */
export function romanNumbers(text: string): readonly number[] {
  return (text.match(/\b[IVXL]+\b/g) ?? []).map((roman) =>
    [...roman].reduce((sum, letter, i) => {
      const [value, next] = [romanDigits[letter] ?? 0, romanDigits[roman[i + 1] ?? ''] ?? 0]
      return sum + (value < next ? -value : value)
    }, 0),
  )
}

/** Numbers of the months that a text names, in either language. */
export const monthsNamed = (text: string): readonly number[] =>
  wordsOf(text).flatMap((word) => months.get(word.text) ?? [])
