import { inReadingOrder, type Affix, type Step } from './affix'
import type { Lexicon } from './lexicon'
import { groupOf, layers, stepsOf, unaffixed, type Peeled } from './unaffix'
import { guessedReading, knownReading, leastGuess, type Reading } from './weigh'

/**
 * One way to read a written word. `steps` is the trace from the root outwards: what each affix made of what, and the
 * sound change. `score` is a cost: the lower the likelier. `known` is false when no lexicon has the root.
 */
export type Analysis = {
  readonly lemma: string
  readonly root: string
  readonly affixes: readonly Affix[]
  readonly steps: readonly Step[]
  readonly score: number
  readonly known: boolean
}

/** All readings of a form, the likeliest first, never none. */
export type Analyze = (form: string) => readonly Analysis[]

/** The likeliest reading of a form at once, and all of them, the same one first, when asked for. */
export type Likeliest = { readonly best: Analysis; readonly all: () => readonly Analysis[] }

const mostReadings = 8

const bare = (form: string, known: boolean): Analysis => ({
  lemma: form,
  root: form,
  affixes: [],
  steps: [],
  score: 0,
  known,
})

/** What a way costs as the making of a headword: less when it goes by way of other headwords (pakai, pakaian, berpakaian). */
const costOf = (way: Peeled, root: string, lexicon: Lexicon): number => {
  // ber-…-kan goes on in one piece, even where berdasar is a word.
  const passed = layers(way).filter(
    (layer) => layer.stem !== root && groupOf(layer) !== 'kan' && lexicon.entry(layer.stem),
  )
  return way.cost - 0.6 * passed.length
}

/** The steps from a headword's root to the headword, the cheapest way; none when the rules do not lead there. */
const derivation = (lemma: string, root: string, lexicon: Lexicon): readonly Step[] => {
  if (lemma === root) return []
  const joined = root.replaceAll(' ', '')
  // The first letter of a root may have dropped, so its rest is what every stem on the way must contain.
  const rest = joined.slice(1)
  const ways = unaffixed(lemma, (stem) => stem.replaceAll(' ', '').includes(rest))
    .filter(({ stem }) => stem === root || stem === joined)
    .map((way) => ({ way, cost: costOf(way, root, lexicon) }))
    .sort((a, b) => a.cost - b.cost)
  return ways[0] ? stepsOf(ways[0].way) : []
}

const spelledOut = ({ peeled, lemma, root, score, known }: Reading, lexicon: Lexicon): Analysis => {
  const entry = lexicon.entry(peeled.stem)
  const steps = [...(entry ? derivation(entry.lemma, entry.root, lexicon) : []), ...stepsOf(peeled)]
  return { lemma, root, affixes: inReadingOrder(steps), steps, score, known }
}

/** The headword or bare root a form itself is. */
const own = (form: string, lexicon: Lexicon): Analysis | undefined => {
  const entry = lexicon.entry(form)
  if (!entry) return lexicon.isRoot(form) ? bare(form, true) : undefined
  const steps = derivation(form, entry.root, lexicon)
  return { ...bare(form, true), root: entry.root, affixes: inReadingOrder(steps), steps }
}

const isAffixed = ({ depth }: Peeled): boolean => depth > 0

const readings = (form: string, lexicon: Lexicon): readonly Reading[] => {
  const peeled = unaffixed(form)
  const known = peeled.filter(isAffixed).flatMap((way) => knownReading(way, lexicon) ?? [])
  const isSettled = known.some(({ score }) => score < leastGuess - 0.4)
  const guessed = isSettled ? [] : peeled.map((way) => guessedReading(way, lexicon))
  return [...known, ...guessed].sort((a, b) => a.score - b.score)
}

const keyOf = ({ root, affixes }: Analysis): string =>
  `${root}:${affixes.map(({ label }) => label).join('+')}`

/** The first of each root and affix sequence. */
const distinct = (analyses: readonly Analysis[]): readonly Analysis[] => {
  const byKey = new Map<string, Analysis>()
  for (const analysis of analyses) if (!byKey.has(keyOf(analysis))) byKey.set(keyOf(analysis), analysis)
  return [...byKey.values()].slice(0, mostReadings)
}

const othersThan = (form: string, lexicon: Lexicon): readonly Analysis[] =>
  readings(form, lexicon)
    .filter(({ known, peeled }) => known && isAffixed(peeled))
    .slice(0, 2 * mostReadings)
    .map((reading) => spelledOut(reading, lexicon))

const likeliestOf = (form: string, lexicon: Lexicon): Likeliest => {
  const listed = own(form, lexicon)
  if (listed) return { best: listed, all: () => distinct([listed, ...othersThan(form, lexicon)]) }
  const [first, ...rest] = readings(form, lexicon).slice(0, 2 * mostReadings)
  const best = first ? spelledOut(first, lexicon) : bare(form, false)
  // Spelling out costs more than finding, and the others are seldom looked at.
  return { best, all: () => distinct([best, ...rest.map((reading) => spelledOut(reading, lexicon))]) }
}

const isWhole = (form: string, lexicon: Lexicon): boolean => {
  const lower = form.toLowerCase()
  return form !== lower && !lexicon.entry(lower)
}

/** Makes the analyser of one lexicon that works out the likeliest reading first; otherwise as `createAnalyzer`. */
export const createQuickAnalyzer =
  (lexicon: Lexicon) =>
  (form: string): Likeliest => {
    if (!isWhole(form, lexicon)) return likeliestOf(form.toLowerCase(), lexicon)
    const best = bare(form, false)
    return { best, all: () => [best] }
  }

/**
 * Makes the analyser of one lexicon. A form that the lexicon has as headword is taken as that, before all rules; a
 * capitalised one that it has not is a name and left whole.
 */
export const createAnalyzer = (lexicon: Lexicon): Analyze => {
  const analyze = createQuickAnalyzer(lexicon)
  return (form) => analyze(form).all()
}
