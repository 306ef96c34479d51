import type { AnnotatedSentence, AnnotatedToken } from './annotation'
import { englishStem } from './fitting-sense'
import type { Sense } from './lexicon'
import { likeness } from './loan'

/** Probabilities learned from translated texts: how often an Indonesian word is translated by an English one. */
export interface TranslationTable {
  /** 0 when the pair was never seen; both lower case. */
  prob(id: string, en: string): number
}

/** Words that tell nothing when they are part of a gloss. */
const empty = new Set(
  'a an the to of in on at by for with from as be is one that or and s who which not into up out'.split(' '),
)

type Meaning = ReadonlyMap<string, number>

/** One English word that is often written as two. */
const inTwo: Readonly<Record<string, readonly string[]>> = {
  percent: ['percent', 'per', 'cent'],
  cannot: ['cannot', 'can', 'not'],
}

const stemsOf = (gloss: string): readonly string[] =>
  gloss
    .replace(/\(.*?\)/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .flatMap((word) => (Object.hasOwn(inTwo, word) ? inTwo[word]! : [word]))

/** English stems of a word's glosses, each with how much it says: the first sense most, small words nothing. */
const meaningOf = (senses: readonly Sense[], most: number): Meaning => {
  const meaning = new Map<string, number>()
  senses.forEach((sense, rank) => {
    for (const gloss of sense.glosses) {
      const words = stemsOf(gloss)
      const telling = words.filter((word) => !empty.has(word))
      for (const word of telling.length > 0 ? telling : words) {
        const weight = (most * (rank === 0 ? 1 : 0.7)) / Math.sqrt(Math.max(1, telling.length))
        const stem = englishStem(word)
        meaning.set(stem, Math.max(meaning.get(stem) ?? 0, weight))
      }
    }
  })
  return meaning
}

/** Figures alone: "30.000" and "30,000" are one number; "1,5" and "1.5" too. */
const figures = (surface: string): string => surface.replace(/[^\d]/g, '')

const sameNumber = (token: AnnotatedToken, english: string): boolean => {
  const own = figures(token.surface)
  return own !== '' && own === figures(english)
}

/** "Rp2,5" is "2.5 rupiah": the currency too is a word of the other side. */
const isCurrencyOf = ({ surface }: AnnotatedToken, english: string): boolean =>
  (surface.startsWith('Rp') && /^(?:rupiahs?|rp|idr)$/.test(english)) ||
  (surface.includes('$') && /^(?:dollars?|usd)$/.test(english))

/** The day, month or hour of a written date or time; scale words and currencies have tokens of their own. */
const isNumberOfReadout = ({ surface, readout }: AnnotatedToken, english: string): boolean => {
  if (readout === undefined || !/\d[/.:]\d/.test(surface)) return false
  const isDate = surface.includes('/')
  return readout
    .split(' ')
    .some((word) => word === english && (/\d/.test(word) || (isDate && /^\p{Lu}/u.test(word))))
}

const looksAlike = (token: AnnotatedToken, lower: string, english: string): number => {
  const own = token.surface.toLowerCase()
  const other = lower.replace(/['’]s?$/, '')
  if (own === other) return own.length > 2 || /\d/.test(own) ? 0.95 : 0.6
  if (token.kind === 'number')
    return sameNumber(token, english)
      ? 0.95
      : isNumberOfReadout(token, english) || isCurrencyOf(token, lower)
        ? 0.7
        : 0
  const isName = token.kind === 'name' && /^\p{Lu}/u.test(english)
  if (own.length < 4 || other.length < 4) return 0
  const alike = Math.max(likeness(own, other), isName ? likeness(token.root, other) : 0)
  return alike >= 0.76 ? 0.6 : isName && alike >= 0.55 ? 0.5 : 0
}

type Known = {
  readonly token: AnnotatedToken
  readonly meaning: Meaning
  readonly inTerm: Meaning
  /** Words that alone are a gloss of the term, so stand for all of it: "households" for rumah tangga. */
  readonly ofTerm: Meaning
  readonly forms: readonly (readonly [string, number])[]
}

const isOpaque = ({ kind }: AnnotatedToken): boolean => kind === 'space' || kind === 'punctuation'

const nothing: Meaning = new Map()

const singleWords = ({ glosses }: Sense): Sense => ({
  glosses: glosses.filter((gloss) => stemsOf(gloss).filter((word) => !empty.has(word)).length === 1),
})

const knownOf = (token: AnnotatedToken, { terms }: AnnotatedSentence): Known => {
  const term = token.term === undefined ? undefined : terms[token.term]
  const rootWeight = token.root === token.lemma ? 1 : 0.5
  return {
    token,
    meaning: meaningOf(token.senses, 0.65),
    inTerm: term ? meaningOf(term.entry.senses, 0.55) : nothing,
    ofTerm: term ? meaningOf(term.entry.senses.map(singleWords), 0.6) : nothing,
    forms: [
      [token.surface.toLowerCase(), 1],
      [token.lemma, 0.85],
      [token.root, rootWeight],
    ],
  }
}

const articles = new Set(['the', 'a', 'an'])
const articleLike = new Set('itu ini tersebut sebuah seorang suatu seekor si sang para satu'.split(' '))
const small = new Set('of to in on at by for with from as is are was were be been'.split(' '))

const relative = new Set('which that who whom whose what where one ones'.split(' '))

const auxiliaries = new Set('akan dapat bisa telah sudah sedang masih harus mampu'.split(' '))

/** Small English words stand with so many others that what was learned of them says little. */
const trust = (token: AnnotatedToken, english: string): number => {
  if (token.lemma === 'yang') return relative.has(english) ? 1 : 0
  if (auxiliaries.has(token.lemma) && (english === 'be' || english === 'been')) return 0.1
  if (articles.has(english)) return articleLike.has(token.lemma) ? 0.8 : 0.12
  const isContent = token.pos[0] === 'noun' || token.pos[0] === 'verb' || token.pos[0] === 'adj'
  return small.has(english) && isContent ? 0.4 : 1
}

/** The words that a written English word is made of, if more than one: you're, wouldn't, three-month. */
const partsOf = (english: string): readonly string[] => {
  const negated = /^(\p{L}+)n['’]t$/u.exec(english)
  if (negated) return [negated[1] ?? '', 'not']
  const [word = '', ending] = english.split(/['’](?=(?:re|ve|ll|d|m)$)/u)
  if (ending !== undefined) return [word, contracted[ending] ?? ending]
  return english.includes('-') ? english.split('-').filter((part) => part.length > 1) : []
}

const contracted: Readonly<Record<string, string>> = {
  re: 'are',
  ve: 'have',
  ll: 'will',
  d: 'would',
  m: 'am',
}

/** Evidence for an English word or the strongest of its parts; a part says a little less than a word of its own. */
const evidence = (known: Known, english: string, parts: readonly string[], table: TranslationTable): number =>
  parts.reduce(
    (most, part) => Math.max(most, 0.85 * evidenceOfWord(known, part, table)),
    evidenceOfWord(known, english, table),
  )

/** How well one word stands for another, 0 to 1, wherever they are: 1 - the chance that all witnesses are wrong. */
const evidenceOfWord = (
  { token, meaning, forms }: Known,
  english: string,
  table: TranslationTable,
): number => {
  const lower = english.toLowerCase()
  const learned = Math.max(...forms.map(([form, weight]) => weight * table.prob(form, lower)))
  const glossed = meaning.get(englishStem(lower)) ?? 0
  const alike = looksAlike(token, lower, english)
  return (1 - (1 - 0.9 * learned) * (1 - glossed) * (1 - alike)) * trust(token, lower)
}

/** A word of a term's gloss goes to the token that means it by itself, or else to all tokens of the term. */
const withTerms = (
  rows: readonly Float64Array[],
  known: readonly (Known | undefined)[],
  english: readonly string[],
): void => {
  const termOf = (at: number): number | undefined => known[at]?.token.term
  rows.forEach((row, at) => {
    const term = termOf(at)
    if (term === undefined) return
    english.forEach((word, column) => {
      const stem = englishStem(word)
      const whole = known[at]?.ofTerm.get(stem) ?? 0
      const weight = known[at]?.inTerm.get(stem) ?? 0
      if (whole > (row[column] ?? 0)) row[column] = whole
      const isTaken = rows.some(
        (other, place) => place !== at && termOf(place) === term && (other[column] ?? 0) > 0.45,
      )
      if (!isTaken && weight > (row[column] ?? 0)) row[column] = weight
    })
  })
}

/** True when an English word is a stem of each meaning written as one: mountaintop, breadcrumbs. */
const isMadeOf = (english: string, first: Meaning, second: Meaning): boolean =>
  [...first.keys()].some(
    (head) =>
      head.length > 2 &&
      english.startsWith(head) &&
      [...second.keys()].some(
        (tail) =>
          tail.length > 2 &&
          english.endsWith(tail) &&
          Math.abs(head.length + tail.length - english.length) < 2,
      ),
  )

/** English words that say two neighbours at once are linked to both, in whichever order they are made. */
const withCompounds = (
  rows: readonly Float64Array[],
  known: readonly (Known | undefined)[],
  english: readonly string[],
): void => {
  const stems = english.map((word) => (word.length > 6 ? englishStem(word) : ''))
  known.forEach((one, at) => {
    const next = known[at + 2]
    if (!one || !next) return
    stems.forEach((stem, column) => {
      if (stem === '') return
      if (!isMadeOf(stem, one.meaning, next.meaning) && !isMadeOf(stem, next.meaning, one.meaning)) return
      for (const place of [at, at + 2]) {
        const row = rows[place]
        if (row) row[column] = Math.max(row[column] ?? 0, 0.6)
      }
    })
  })
}

const isWordlike = (surface: string): boolean => /[\p{L}\p{N}]/u.test(surface)

/**
 * The evidence for every pair of a sentence's tokens (rows) and the English words (columns); blanks and marks have
 * none. Says nothing of position.
 */
export const evidenceMatrix = (
  sentence: AnnotatedSentence,
  english: readonly string[],
  table: TranslationTable,
): readonly Float64Array[] => {
  const known = sentence.tokens.map((token) => (isOpaque(token) ? undefined : knownOf(token, sentence)))
  const parts = english.map(partsOf)
  const rows = known.map((one) =>
    Float64Array.from(english, (word, at) =>
      one && isWordlike(word) ? evidence(one, word, parts[at] ?? [], table) : 0,
    ),
  )
  withTerms(rows, known, english)
  withCompounds(rows, known, english)
  return rows
}
