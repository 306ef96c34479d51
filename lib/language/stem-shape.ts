/** Whether a stem is of the kind that a spelling of an affix stands on. */
export type StemShape = (stem: string) => boolean

const hyphen = 1 << 26
const other = 1 << 27
const everything = (1 << 28) - 1

/** The bit of a letter; hyphens have their own, and all that is no plain letter shares one. */
const bitOf = (code: number): number =>
  code >= 97 && code <= 122 ? 1 << (code - 97) : code === 45 ? hyphen : other

const bitsOf = (letters: string): number => {
  let bits = 0
  for (let at = 0; at < letters.length; at += 1) bits |= bitOf(letters.charCodeAt(at))
  return bits
}

/** "t[rw]" as the letters allowed at each place. */
const places = (pattern: string): readonly number[] =>
  (pattern.match(/\[\^?[^\]]+\]|[^[]/g) ?? []).map((part) => {
    if (part.startsWith('[^')) return everything & ~bitsOf(part.slice(2, -1))
    return bitsOf(part.startsWith('[') ? part.slice(1, -1) : part)
  })

const fits = (stem: string, letters: readonly number[]): boolean => {
  if (stem.length < letters.length) return false
  for (let at = 0; at < letters.length; at += 1)
    if ((letters[at]! & bitOf(stem.charCodeAt(at))) === 0) return false
  return true
}

/**
 * Begins with one of some patterns of letters and sets of letters: "[cdjz]|sy|t[rw]". Rules are tried on every form met,
 * most of them once, and a regular expression costs most when it is first used.
 */
export const begins = (patterns: string): StemShape => {
  const ways = patterns.split('|').map(places)
  return (stem) => {
    for (let at = 0; at < ways.length; at += 1) if (fits(stem, ways[at]!)) return true
    return false
  }
}

/** Is one of some words. */
export const isWord = (words: string): StemShape => {
  const all = words.split(' ')
  return (stem) => all.includes(stem)
}

/** Ends in any letter but one. */
export const endsOtherThan =
  (letter: string): StemShape =>
  (stem) =>
    stem !== '' && !stem.endsWith(letter)

const vowels = bitsOf('aeiou')

const vowelsIn = (stem: string, end: number): number => {
  let count = 0
  for (let at = 0; at < end; at += 1) if (vowels & bitOf(stem.charCodeAt(at))) count += 1
  return count
}

/** Has one vowel only ("bom", "cat", "tik"), not counting -kan or -i behind it ("sahkan"). */
export const isOneSyllable: StemShape = (stem) =>
  vowelsIn(stem, stem.length) === 1 ||
  (stem.endsWith('kan') && vowelsIn(stem, stem.length - 3) === 1) ||
  (stem.endsWith('i') && vowelsIn(stem, stem.length - 1) === 1)
