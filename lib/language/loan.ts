/** How endings of loans answer to each other, Indonesian to English, the longer first. */
const endings: readonly (readonly [string, string])[] = [
  ['isasi', 'ization'],
  ['ifikasi', 'ification'],
  ['asi', 'ation'],
  ['krasi', 'cracy'],
  ['tansi', 'tancy'],
  ['ensi', 'ency'],
  ['si', 'tion'],
  ['itas', 'ity'],
  ['tas', 'ty'],
  ['isme', 'ism'],
  ['logi', 'logy'],
  ['grafi', 'graphy'],
  ['nomi', 'nomy'],
  ['ologis', 'ological'],
  ['istik', 'istics'],
  ['ik', 'ic'],
  ['is', 'ic'],
  ['if', 'ive'],
  ['ur', 'ure'],
  ['er', 'ar'],
  ['us', 'ous'],
  ['al', 'al'],
  ['en', 'ent'],
]

/** Spellings that sound alike in both languages, brought to one. */
const folded = (word: string): string =>
  word
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/ch(?=[aouirl])/g, 'k')
    .replace(/sc(?=[eiy])|c(?=[eiy])/g, 's')
    .replace(/[cq]u?(?![h])/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/y/g, 'i')
    .replace(/v/g, 'f')
    .replace(/ae|oe/g, 'e')
    .replace(/(.)\1/g, '$1')
    .replace(/e$/, '')

const distance = (first: string, second: string): number => {
  let row = Array.from({ length: second.length + 1 }, (_, at) => at)
  for (let i = 1; i <= first.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= second.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (first[i - 1] === second[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[second.length] ?? 0
}

const closeness = (first: string, second: string): number =>
  1 - distance(first, second) / Math.max(first.length, second.length, 1)

const anglicised = (word: string): readonly string[] => [
  word,
  ...endings
    .filter(([own]) => word.endsWith(own))
    .map(([own, english]) => word.slice(0, -own.length) + english),
]

/** How much an Indonesian and an English word look like one loan: 1 for "formal"/"formal", near 0 for "rumah"/"house". */
export const likeness = (word: string, english: string): number => {
  const target = folded(english.toLowerCase())
  return Math.max(...anglicised(word.toLowerCase()).map((way) => closeness(folded(way), target)))
}

/** Letters that may begin the same loan in Indonesian and in English; all others must be equal. */
const sameBeginnings: Readonly<Record<string, string>> = {
  k: 'cqkx',
  f: 'pvf',
  s: 'cszp',
  e: 'aeo',
  i: 'iy',
  z: 'zs',
  p: 'pv',
  o: 'oa',
}

const mayBegin = (word: string, english: string): boolean =>
  (sameBeginnings[word.charAt(0)] ?? word.charAt(0)).includes(english.charAt(0).toLowerCase())

/**
 * True when a reader of English can guess the word, because one of its glosses is nearly the same word: teknologi /
 * technology, universitas / university, inflasi / inflation.
 */
export const isGuessable = (word: string, glosses: readonly string[]): boolean =>
  word.length >= 4 &&
  glosses
    .map((gloss) => gloss.replace(/^(to|a|an|the) /, '').replace(/\s*\(.*\)/, ''))
    .some((gloss) => gloss.length >= 4 && mayBegin(word, gloss) && likeness(word, gloss) >= 0.76)
