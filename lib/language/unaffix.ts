import type { AffixLabel, SoundChange, Step } from './affix'
import { allowedInside, bitOf, bitsOf, type RuleClass } from './affix-order'
import { affixRules, type AffixRule } from './affix-rules'
import { undoubled, type Repetition } from './reduplication'

/** A word with some of its affixes taken off. `outer` is the word before the last one came off. */
export type Peeled = {
  readonly stem: string
  readonly cost: number
  readonly evidence: number
  readonly depth: number
  /** The classes of all that came off, a bit each. */
  readonly groups: number
  readonly outer: Peeled | undefined
  readonly by: AffixRule | Repetition | undefined
}

const deepest = 6
const most = 400

/** A rule with what tells soonest that it does not apply: the third letter of its prefix, and its last letter; 0 for any. */
type Trial = {
  readonly rule: AffixRule
  readonly third: number
  readonly last: number
  readonly bit: number
  readonly length: number
}

const trialOf = (rule: AffixRule): Trial => ({
  rule,
  third: rule.prefix.charCodeAt(2) || 0,
  last: rule.suffix.charCodeAt(rule.suffix.length - 1) || 0,
  bit: bitOf[rule.group],
  length: rule.prefix.length + rule.suffix.length + 2,
})

const startOf = (form: string): number => (form.charCodeAt(0) << 16) | form.charCodeAt(1)

type Index = {
  readonly byStart: ReadonlyMap<number, readonly Trial[]>
  readonly bareSuffixes: readonly Trial[]
}

/** Rules by the first two letters they take off, so that few need to be tried on a word. */
const indexed = (rules: readonly AffixRule[]): Index => {
  const byStart = new Map<number, Trial[]>()
  for (const rule of rules) {
    const trials = byStart.get(startOf(rule.prefix)) ?? []
    trials.push(trialOf(rule))
    byStart.set(startOf(rule.prefix), trials)
  }
  return { byStart, bareSuffixes: byStart.get(startOf('')) ?? [] }
}

const { byStart, bareSuffixes } = indexed(affixRules)

const allowedBits = new Map<RuleClass, number>(
  Object.entries(allowedInside).map(([group, inside]) => [group as RuleClass, bitsOf(inside)]),
)
const anyClass = -1

/** The class of the last thing taken off. */
export const groupOf = ({ by }: Peeled): RuleClass | undefined => by && ('group' in by ? by.group : 'redup')

/** The peeled form and everything it came from, the innermost first; the whole word is left out. */
export const layers = (peeled: Peeled): readonly Peeled[] => {
  const found: Peeled[] = []
  for (let at: Peeled | undefined = peeled; at?.outer; at = at.outer) found.push(at)
  return found
}

/** Whether an affix is among those taken off. */
export const hasLabel = (peeled: Peeled, label: AffixLabel): boolean => {
  for (let at: Peeled | undefined = peeled; at; at = at.outer) if (at.by?.affix.label === label) return true
  return false
}

/** The stem a rule leaves of a form, or undefined when the form is not written that way. */
const stemUnder = (
  { prefix, suffix, restored, stem: shape }: AffixRule,
  form: string,
): string | undefined => {
  if (!form.startsWith(prefix) || !form.endsWith(suffix)) return undefined
  const inner = form.slice(prefix.length, form.length - suffix.length)
  const whole = inner.includes('-') ? inner.replace(/^-|-$/g, '') : inner
  const stem = restored === '' ? whole : restored + whole
  return shape && !shape(stem) ? undefined : stem
}

/** Whether the same stem was left by the same kinds of affixes, in whatever order they came off, at no more cost. */
const isPassed = (found: readonly Peeled[], stem: string, groups: number, cost: number): boolean => {
  for (let at = 1; at < found.length; at += 1) {
    const known = found[at]!
    if (known.groups === groups && known.cost <= cost && known.stem === stem) return true
  }
  return false
}

/** Takes affixes off a form, one after another. */
class Peeling {
  readonly found: Peeled[]
  private readonly wanted: ((stem: string) => boolean) | undefined

  constructor(form: string, wanted: ((stem: string) => boolean) | undefined) {
    this.found = [{ stem: form, cost: 0, evidence: 0, depth: 0, groups: 0, outer: undefined, by: undefined }]
    this.wanted = wanted
  }

  goInward(outer: Peeled): void {
    const { stem } = outer
    const group = groupOf(outer)
    const allowed = group === undefined ? anyClass : (allowedBits.get(group) ?? 0)
    this.tryAll(bareSuffixes, outer, allowed)
    const trials = stem.length > 2 ? byStart.get(startOf(stem)) : undefined
    if (trials) this.tryAll(trials, outer, allowed)
    if (allowed & bitOf.redup) {
      for (const repetition of undoubled(stem)) this.take(repetition, bitOf.redup, repetition.stem, outer)
    }
  }

  private tryAll(trials: readonly Trial[], outer: Peeled, allowed: number): void {
    const form = outer.stem
    const { length } = form
    const third = form.charCodeAt(2)
    const last = form.charCodeAt(length - 1)
    for (let at = 0; at < trials.length; at += 1) {
      const trial = trials[at]!
      if (trial.third !== 0 && trial.third !== third) continue
      if (trial.last !== 0 && trial.last !== last) continue
      if ((trial.bit & allowed) === 0 || trial.length > length) continue
      const stem = stemUnder(trial.rule, form)
      if (stem !== undefined && !hasLabel(outer, trial.rule.affix.label))
        this.take(trial.rule, trial.bit, stem, outer)
    }
  }

  private take(by: AffixRule | Repetition, bit: number, stem: string, outer: Peeled): void {
    if (this.wanted && !this.wanted(stem)) return
    const cost = outer.cost + by.cost
    const groups = outer.groups | bit
    if (isPassed(this.found, stem, groups, cost)) return
    this.found.push({
      stem,
      cost,
      evidence: outer.evidence + by.evidence,
      depth: outer.depth + 1,
      groups,
      outer,
      by,
    })
  }
}

/**
 * Every way to take affixes off a form, the form itself first, then one affix off, then two. Never more than a few
 * hundred, however long the form: no affix comes off twice, at most six come off in all, and words too long to be
 * Indonesian are left alone. `wanted` may leave out stems that lead nowhere.
 */
export const unaffixed = (form: string, wanted?: (stem: string) => boolean): readonly Peeled[] => {
  const peeling = new Peeling(form, wanted)
  const { found } = peeling
  if (form.length > 48) return found
  for (let at = 0; at < found.length && found.length < most; at += 1) {
    const outer = found[at]!
    if (outer.depth < deepest) peeling.goInward(outer)
  }
  return found
}

const changeOf = (by: AffixRule | Repetition, stem: string): SoundChange | undefined => {
  if (!('group' in by)) return by.change
  if (!by.change) return undefined
  const letter = by.restored || (/^(ng|ny|sy|kh)/.exec(stem)?.[0] ?? stem.slice(0, 1))
  return { kind: by.change, form: `${by.prefix}-`, letter }
}

/** What the affixes did, from the innermost outwards. */
export const stepsOf = (peeled: Peeled): readonly Step[] =>
  layers(peeled).flatMap(({ by, stem, outer }) => {
    if (!by || !outer) return []
    const change = changeOf(by, stem)
    return [{ affix: by.affix, before: stem, after: outer.stem, ...(change ? { change } : {}) }]
  })
