import type { Link } from './align'
import { withAttached } from './align-attached'
import type { AnnotatedSentence } from './annotation'
import { evidenceMatrix, type TranslationTable } from './link-evidence'

type Matrix = readonly Float64Array[]

const at = (matrix: Matrix, row: number, column: number): number => matrix[row]?.[column] ?? 0

/** Evidence that stands for "no partner at all"; English articles and the like go without one more easily. */
const aloneSource = 0.06
const aloneYang = 0.2
const aloneTarget = 0.06
const aloneLoose = 0.2
const loose = new Set(
  'the a an of to is are was were be been has have had do does did it its that as s will would'.split(' '),
)

/** How far from where it is expected a partner may stand, in words. */
const spread = 4

/** Where in the English each token's partner is to be expected: at the same share of the sentence. */
const diagonal = (rows: number, columns: number): readonly number[] =>
  Array.from({ length: rows }, (_, row) => ((row + 0.5) / rows) * columns - 0.5)

/** Where partners are to be expected once some are sure: between the sure partners of the neighbours. */
const fromAnchors = (rows: number, columns: number, anchors: readonly Link[]): readonly number[] => {
  const known = anchors.map(({ source, target }) => [source, target] as const).sort((a, b) => a[0] - b[0])
  if (known.length === 0) return diagonal(rows, columns)
  const points = [[-1, -1] as const, ...known, [rows, columns] as const]
  return Array.from({ length: rows }, (_, row) => {
    const next = points.findIndex(([source]) => source > row)
    const [before, after] = [points[Math.max(0, next - 1)] ?? [-1, -1], points[next] ?? [rows, columns]]
    if (before[0] === row) return before[1]
    const share = (row - before[0]) / Math.max(1, after[0] - before[0])
    return before[1] + share * (after[1] - before[1])
  })
}

const leaning = new Set('di ke dari pada untuk oleh dengan dalam bagi kepada sejak antara'.split(' '))
const pointing = new Set('itu ini tersebut'.split(' '))

/** Prepositions stand before the partner of the word they lean on, "itu" where its noun has an article. */
const leant = (
  { tokens }: AnnotatedSentence,
  expected: readonly number[],
  anchors: readonly Link[],
): readonly number[] => {
  const partner = new Map(anchors.map(({ source, target }) => [source, target]))
  return expected.map((place, at) => {
    const lemma = tokens[at]?.lemma ?? ''
    if (leaning.has(lemma)) {
      const step = [2, 4].find((far) => partner.has(at + far))
      return step === undefined ? place : (partner.get(at + step) ?? 0) - step / 2
    }
    if (!pointing.has(lemma)) return place
    const back = [2, 4].find((far) => partner.has(at - far))
    return back === undefined ? place : (partner.get(at - back) ?? 0) - 1
  })
}

/** The evidence with position taken in: full at the expected place, down to a fifth far away. */
const placed = (evidence: Matrix, expected: readonly number[]): Matrix =>
  evidence.map((row, source) =>
    row.map((value, target) => {
      const far = Math.abs(target - (expected[source] ?? target)) / spread
      return value * (0.2 + 0.8 / (1 + far * far))
    }),
  )

/** Each value as the geometric mean of its shares in row and column: high where both words choose each other. */
const mutual = (scores: Matrix, { tokens }: AnnotatedSentence, english: readonly string[]): Matrix => {
  const columnSums = english.map((word, column) => {
    const alone = loose.has(word.toLowerCase()) ? aloneLoose : aloneTarget
    return scores.reduce((sum, row) => sum + (row[column] ?? 0), alone)
  })
  return scores.map((row, at) => {
    const alone = tokens[at]?.lemma === 'yang' ? aloneYang : aloneSource
    const rowSum = row.reduce((sum, value) => sum + value, alone)
    return row.map((value, column) => Math.sqrt((value / rowSum) * (value / (columnSums[column] ?? 1))))
  })
}

const isBest = (scores: Matrix, source: number, target: number): boolean => {
  const value = at(scores, source, target)
  return value >= Math.max(...(scores[source] ?? [])) && scores.every((row) => (row[target] ?? 0) <= value)
}

const linkWhere = (
  scores: Matrix,
  wanted: (source: number, target: number, value: number) => boolean,
): readonly Link[] =>
  scores.flatMap((row, source) =>
    [...row].flatMap((weight, target) =>
      weight > 0 && wanted(source, target, weight) ? [{ source, target, weight, sure: weight >= 0.45 }] : [],
    ),
  )

const strong = 0.42
const weak = 0.2
const grown = 0.16

/** The links both sides agree on, then neighbours of those with something to say, then words still alone. */
const chosen = (scores: Matrix): readonly Link[] => {
  const core = linkWhere(scores, (s, t, value) => value >= strong || (value >= weak && isBest(scores, s, t)))
  const linked = new Set(core.map(({ source, target }) => `${source}:${target}`))
  const hasSource = new Set(core.map(({ source }) => source))
  const hasTarget = new Set(core.map(({ target }) => target))
  const touches = (s: number, t: number): boolean =>
    [-2, -1, 0, 1, 2].some((i) => [-1, 0, 1].some((j) => linked.has(`${s + i}:${t + j}`)))
  const extra = linkWhere(
    scores,
    (s, t, value) =>
      value >= grown && !linked.has(`${s}:${t}`) && (!hasSource.has(s) || !hasTarget.has(t)) && touches(s, t),
  )
  return [...core, ...extra.map((link) => ({ ...link, sure: false }))]
}

/** Of several places with the same English word, a token keeps the best; two of "the" are not one "itu". */
const withoutEchoes = (links: readonly Link[], english: readonly string[]): readonly Link[] => {
  const best = new Map<string, Link>()
  for (const link of links) {
    const key = `${link.source}:${english[link.target]?.toLowerCase()}`
    const other = best.get(key)
    if (!other || other.weight < link.weight) best.set(key, link)
  }
  return [...best.values()]
}

/**
 * Links between an annotated sentence and the words of its English, for translations that come without attention: by
 * the lexicon's glosses, learned translations, likeness of names, numbers and loans, and position. Link indexes are
 * those of the sentence's tokens (blanks counted) and of `english`. Many-to-many; small words may stay alone.
 */
export const alignByMeaning = (
  sentence: AnnotatedSentence,
  english: readonly string[],
  table: TranslationTable,
): readonly Link[] => {
  const rows = sentence.tokens.length
  const evidence = evidenceMatrix(sentence, english, table)
  const first = mutual(placed(evidence, diagonal(rows, english.length)), sentence, english)
  const anchors = linkWhere(first, (s, t, value) => value >= 0.55 && isBest(first, s, t))
  const links = chosen(
    mutual(
      placed(evidence, leant(sentence, fromAnchors(rows, english.length, anchors), anchors)),
      sentence,
      english,
    ),
  )
  return withAttached(sentence, english, withoutEchoes(links, english))
}
