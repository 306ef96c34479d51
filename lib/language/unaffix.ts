import type { AffixLabel, SoundChange, Step } from './affix'
import { allowedInside, type RuleClass } from './affix-order'
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
  readonly outer?: Peeled
  readonly by?: AffixRule | Repetition
}

const deepest = 6
const most = 400

/** Rules by the first two letters they take off, so that few need to be tried on a word; '' holds the bare suffixes. */
const rulesByStart: ReadonlyMap<string, readonly AffixRule[]> = affixRules.reduce((index, rule) => {
  const start = rule.prefix.slice(0, 2)
  return index.set(start, [...(index.get(start) ?? []), rule])
}, new Map<string, readonly AffixRule[]>())

const none: readonly AffixRule[] = []

/** The class of the last thing taken off. */
export const groupOf = ({ by }: Peeled): RuleClass | undefined => by && ('group' in by ? by.group : 'redup')

/** The peeled form and everything it came from, the innermost first; the whole word is left out. */
export const layers = (peeled: Peeled): readonly Peeled[] => {
  const found: Peeled[] = []
  for (let at: Peeled | undefined = peeled; at?.outer; at = at.outer) found.push(at)
  return found
}

const hasLabel = (peeled: Peeled, label: AffixLabel): boolean => {
  for (let at: Peeled | undefined = peeled; at; at = at.outer) if (at.by?.affix.label === label) return true
  return false
}

/** The stem a rule leaves of a form, or undefined when the form is not written that way. */
const stemUnder = (rule: AffixRule, form: string): string | undefined => {
  const { prefix, suffix, restored } = rule
  if (form.length < prefix.length + suffix.length + 2) return undefined
  if (!form.startsWith(prefix) || !form.endsWith(suffix)) return undefined
  const inner = form.slice(prefix.length, form.length - suffix.length)
  const stem = restored + (inner.includes('-') ? inner.replace(/^-|-$/g, '') : inner)
  return rule.stem && !rule.stem.test(stem) ? undefined : stem
}

const bitOf = new Map<RuleClass, number>(
  Object.keys(allowedInside).map((group, at) => [group as RuleClass, 1 << at]),
)

const inward = (outer: Peeled, wanted: (stem: string) => boolean): Peeled[] => {
  const group = groupOf(outer)
  const allowed = group && allowedInside[group]
  const found: Peeled[] = []
  const take = (by: AffixRule | Repetition, stem: string): void => {
    if (!wanted(stem)) return
    const cost = outer.cost + by.cost
    const evidence = outer.evidence + by.evidence
    const groups = outer.groups | (bitOf.get('group' in by ? by.group : 'redup') ?? 0)
    found.push({ stem, cost, evidence, depth: outer.depth + 1, groups, outer, by })
  }
  const tryAll = (rules: readonly AffixRule[]): void => {
    for (const rule of rules) {
      const stem = stemUnder(rule, outer.stem)
      if (stem === undefined || (allowed && !allowed.has(rule.group))) continue
      if (!hasLabel(outer, rule.affix.label)) take(rule, stem)
    }
  }
  tryAll(rulesByStart.get('') ?? none)
  tryAll(rulesByStart.get(outer.stem.slice(0, 2)) ?? none)
  if (!allowed || allowed.has('redup')) {
    for (const repetition of undoubled(outer.stem)) take(repetition, repetition.stem)
  }
  return found
}

/** The same stem left by the same kinds of affixes, in whatever order they came off. */
const keyOf = ({ stem, groups }: Peeled): string => stem + groups

const anything = (): boolean => true

/**
 * Every way to take affixes off a form, the form itself first, then one affix off, then two. Never more than a few
 * hundred, however long the form: no affix comes off twice, at most six come off in all, and words too long to be
 * Indonesian are left alone. `wanted` may leave out stems that lead nowhere.
 */
export const unaffixed = (form: string, wanted: (stem: string) => boolean = anything): readonly Peeled[] => {
  const found: Peeled[] = [{ stem: form, cost: 0, evidence: 0, depth: 0, groups: 0 }]
  if (form.length > 48) return found
  const seen = new Map<string, number>()
  for (let at = 0; at < found.length && found.length < most; at += 1) {
    const outer = found[at]
    if (!outer || outer.depth >= deepest) continue
    for (const next of inward(outer, wanted)) {
      const key = keyOf(next)
      if ((seen.get(key) ?? Infinity) <= next.cost) continue
      seen.set(key, next.cost)
      found.push(next)
    }
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
