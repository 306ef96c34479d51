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

/** The likeliest reading of a form, and the rest of what there is to say of it when it is asked for. */
export type Likeliest = {
  readonly lemma: string
  readonly root: string
  readonly known: boolean
  /** The score of the likeliest reading with a root that the lexicon has; Infinity when there is none. */
  readonly leastKnown: number
  /** Its affixes from the root outwards, as far as they are not in the headword it was found by. */
  readonly peeled: Peeled | undefined
  readonly best: () => Analysis
  /** All readings, the likeliest first. */
  readonly all: () => readonly Analysis[]
}

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
class Listed implements Likeliest {
  readonly lemma: string
  readonly root: string
  readonly known: boolean
  readonly leastKnown: number
  readonly peeled = undefined
  private readonly lexicon: Lexicon
  private spelled: Analysis | undefined

  constructor(form: string, root: string, known: boolean, lexicon: Lexicon) {
    this.lemma = form
    this.root = root
    this.known = known
    this.leastKnown = known ? 0 : Infinity
    this.lexicon = lexicon
  }

  best(): Analysis {
    return (this.spelled ??= this.spellOut())
  }

  all(): readonly Analysis[] {
    const others = this.known ? othersThan(this.lemma, this.lexicon) : []
    return distinct([this.best(), ...others])
  }

  private spellOut(): Analysis {
    const steps = derivation(this.lemma, this.root, this.lexicon)
    return { ...bare(this.lemma, this.known), root: this.root, affixes: inReadingOrder(steps), steps }
  }
}

const knownReadings = (peeled: readonly Peeled[], lexicon: Lexicon): readonly Reading[] => {
  const known: Reading[] = []
  for (let at = 1; at < peeled.length; at += 1) {
    const reading = knownReading(peeled[at]!, lexicon)
    if (reading) known.push(reading)
  }
  return known
}

/** The first of those that cost least. */
const cheapest = (readings: readonly Reading[]): Reading | undefined => {
  let best = readings[0]
  for (let at = 1; at < readings.length; at += 1) if (readings[at]!.score < best!.score) best = readings[at]
  return best
}

const isSettled = (known: Reading | undefined): boolean =>
  known !== undefined && known.score < leastGuess - 0.4

/** A form that is not listed, taken apart. Guesses at roots nobody knows are made only where they are needed. */
class Derived implements Likeliest {
  readonly leastKnown: number
  private readonly ways: readonly Peeled[]
  private readonly knownOnes: readonly Reading[]
  private readonly form: string
  private readonly lexicon: Lexicon
  private chosen: Reading | undefined
  private spelled: Analysis | undefined

  constructor(form: string, lexicon: Lexicon) {
    this.form = form
    this.lexicon = lexicon
    this.ways = unaffixed(form)
    this.knownOnes = knownReadings(this.ways, lexicon)
    const known = cheapest(this.knownOnes)
    this.leastKnown = known ? known.score : Infinity
    this.chosen = isSettled(known) ? known : undefined
    this.spelled = undefined
  }

  get lemma(): string {
    return this.reading.lemma
  }
  get root(): string {
    return this.reading.root
  }
  get known(): boolean {
    return this.reading.known
  }
  get peeled(): Peeled {
    return this.reading.peeled
  }

  private get reading(): Reading {
    // Never without one: the form itself may be a root.
    return (this.chosen ??= cheapest([...this.knownOnes, ...this.guesses()])!)
  }

  private guesses(): readonly Reading[] {
    return this.ways.map((way) => guessedReading(way, this.lexicon))
  }

  best(): Analysis {
    return (this.spelled ??= spelledOut(this.reading, this.lexicon))
  }

  all(): readonly Analysis[] {
    const sorted = isSettled(cheapest(this.knownOnes))
      ? [...this.knownOnes]
      : [...this.knownOnes, ...this.guesses()]
    sorted.sort((a, b) => a.score - b.score)
    const rest = sorted.slice(1, 2 * mostReadings).map((reading) => spelledOut(reading, this.lexicon))
    return distinct([this.best(), ...rest])
  }
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
  [...knownReadings(unaffixed(form), lexicon)]
    .sort((a, b) => a.score - b.score)
    .slice(0, 2 * mostReadings)
    .map((reading) => spelledOut(reading, lexicon))

const isWhole = (form: string, lexicon: Lexicon): boolean => {
  const lower = form.toLowerCase()
  return form !== lower && !lexicon.entry(lower)
}

/** Makes the analyser of one lexicon that works out the likeliest reading first; otherwise as `createAnalyzer`. */
export const createQuickAnalyzer =
  (lexicon: Lexicon) =>
  (form: string): Likeliest => {
    if (isWhole(form, lexicon)) return new Listed(form, form, false, lexicon)
    const lower = form.toLowerCase()
    const entry = lexicon.entry(lower)
    return entry || lexicon.isRoot(lower)
      ? new Listed(lower, entry?.root ?? lower, true, lexicon)
      : new Derived(lower, lexicon)
  }

/**
 * Makes the analyser of one lexicon. A form that the lexicon has as headword is taken as that, before all rules; a
 * capitalised one that it has not is a name and left whole.
 */
export const createAnalyzer = (lexicon: Lexicon): Analyze => {
  const analyze = createQuickAnalyzer(lexicon)
  return (form) => analyze(form).all()
}
