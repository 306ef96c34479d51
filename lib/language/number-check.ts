/** Numbers that differ between a sentence and its translation. */
import { englishQuantities, indonesianQuantities, monthsNamed, romanNumbers } from './quantities'
import type { Quantity } from './quantities'
import type { Span } from './span'

/** A number of the source that the translation does not have, with the one that stands there instead, if one does. */
export type NumberMismatch = {
  readonly source?: { readonly surface: string; readonly span: Span }
  readonly target?: { readonly surface: string; readonly span: Span }
}

const same = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))

const has = (values: readonly number[], value: number): boolean => values.some((one) => same(one, value))

/** "80-an" is the eighties or the 1980s, "1970-an" the seventies. */
function isDecade(value: number, values: readonly number[]): boolean {
  const isYear = (year: number): boolean => year >= 1000 && year < 3000 && year % 10 === 0
  if (isYear(value)) return value % 100 >= 20 && has(values, value % 100)
  return value % 10 === 0 && value < 100 && values.some((one) => isYear(one) && one % 100 === value)
}

const matches = (readings: Quantity['readings'], values: readonly number[]): boolean =>
  readings.some((reading) => reading.every((value) => has(values, value) || isDecade(value, values)))

/** Every value that a side says, in words, digits, names of months or Roman numerals. */
const valuesIn = (text: string, quantities: readonly Quantity[]): readonly number[] => [
  ...quantities.flatMap(({ readings }) => readings.flat()),
  ...monthsNamed(text),
  ...romanNumbers(text),
]

/** "10 juta sampai 20 juta" is "10 to 20 million": a scale may be said once for two numbers, if it is said at all. */
function sharesScale(quantity: Quantity, others: readonly Quantity[], own: readonly Quantity[]): boolean {
  const isShared = (a: Quantity, b: Quantity, side: readonly Quantity[]): boolean =>
    a.scale > 1 &&
    b.scale === 1 &&
    side.some(({ scale }) => scale === a.scale) &&
    matches(a.bare, b.readings.flat())
  return others.some((other) => isShared(quantity, other, others) || isShared(other, quantity, own))
}

/**
 * Small numbers in words come and go in translation ("satu" is "a"); from eleven on they are numbers, unless they are
 * part of a name ("Kepulauan Seribu").
 */
function isChecked({ digits, readings, surface, span }: Quantity, text: string): boolean {
  // "S1", "B2": a label, which may have another name in English.
  if (digits) return !(surface.length === 1 && /\p{L}/u.test(text[span.start - 1] ?? ''))
  return (readings[0]?.[0] ?? 0) > 10 && (span.start < 3 || surface[0] === surface[0]?.toLowerCase())
}

const place = ({ surface, span }: Quantity) => ({ surface, span })

/** How far two numbers are from looking alike: a shared beginning makes a slip of one for the other likely. */
function likeness(a: Quantity, b: Quantity): number {
  const [x, y] = [a, b].map(({ surface }) => surface.replace(/\D/g, ''))
  let shared = 0
  while (shared < x!.length && x![shared] === y![shared]) shared++
  return shared
}

/**
 * Numbers of the source without an equal in the translation, and numbers in digits of the translation that come from
 * nowhere; paired where one may stand for the other. Values are compared, not writing: "1,5 triliun" is "1.5 trillion"
 * and "dua belas" is "a dozen".
 */
export function checkNumbers(source: string, target: string): readonly NumberMismatch[] {
  const [here, there] = [indonesianQuantities(source), englishQuantities(target)]
  const [valuesHere, valuesThere] = [valuesIn(source, here), valuesIn(target, there)]
  const missing = here.filter(
    (one) => isChecked(one, source) && !matches(one.readings, valuesThere) && !sharesScale(one, there, here),
  )
  const added = there.filter(
    (one) => one.digits && !matches(one.readings, valuesHere) && !sharesScale(one, here, there),
  )
  const mismatches = missing.map((quantity): NumberMismatch => {
    const best = [...added].sort((a, b) => likeness(quantity, b) - likeness(quantity, a))[0]
    if (best === undefined) return { source: place(quantity) }
    added.splice(added.indexOf(best), 1)
    return { source: place(quantity), target: place(best) }
  })
  return [...mismatches, ...added.map((quantity) => ({ target: place(quantity) }))]
}
