import type { AffixLabel } from './affix'
import type { RuleClass } from './affix-order'
import type { Entry, Lexicon } from './lexicon'
import { oddness } from './plausible-root'
import { groupOf, layers, type Peeled } from './unaffix'
import { activeForms } from './voice'

/**
 * A reading of a form, not yet spelled out. `score` is a cost: the lower the likelier. `known` tells whether the lexicon
 * has the root.
 */
export type Reading = {
  readonly peeled: Peeled
  readonly lemma: string
  readonly root: string
  readonly score: number
  readonly known: boolean
}

const clitics: ReadonlySet<RuleClass | undefined> = new Set<RuleClass>([
  'particle',
  'possessive',
  'proclitic',
])

/** Cost of an unknown word that is its own root; readings with a known root should mostly cost less. */
const unknownBare = 6
const compoundCost = 1

const wordWithoutClitics = (peeled: Peeled): string => {
  const inner = layers(peeled)
  for (let at = inner.length - 1; at >= 0; at -= 1) {
    const layer = inner[at]
    if (layer && !clitics.has(groupOf(layer))) return layer.outer?.stem ?? layer.stem
  }
  return peeled.stem
}

const hasLabel = (peeled: Peeled, label: AffixLabel): boolean =>
  layers(peeled).some(({ by }) => by?.affix.label === label)

/** Verb stems with -kan or -i and no prefix but per-: imperatives, and the verb after "saya", "akan" and the like. */
const isBareVerb = (groups: readonly (RuleClass | undefined)[]): boolean =>
  (groups.includes('kan') || groups.includes('i')) &&
  groups.every((group) => clitics.has(group) || group === 'kan' || group === 'i' || group === 'per')

/** The stem of which a form is the passive or the bare verb: what meN- goes on to give the headword. */
const verbStem = (peeled: Peeled, groups: readonly (RuleClass | undefined)[]): string | undefined => {
  if (hasLabel(peeled, 'di-')) return wordWithoutClitics(peeled).replace(/^di-?/, '')
  return isBareVerb(groups) || groups.includes('proclitic') ? wordWithoutClitics(peeled) : undefined
}

const isAny = (entry: Entry, pos: string): boolean => entry.pos.some((part) => pos.includes(part))

const verbal: ReadonlySet<RuleClass> = new Set<RuleClass>(['voice', 'kan', 'i', 'peN', 'ter'])

/** How badly the innermost affix suits the part of speech it stands on. */
const misfit = (peeled: Peeled, entry: Entry | undefined): number => {
  const group = groupOf(peeled)
  if (!entry || !group) return 0
  if (verbal.has(group) && !isAny(entry, 'verb adj')) return isAny(entry, 'noun') ? 0.2 : 1.5
  if (isAny(entry, 'noun verb adj')) return group === 'se' && !isAny(entry, 'noun adj adv') ? 0.6 : 0
  return group === 'particle' || group === 'redup' || peeled.stem.length > 6 ? 0 : 1.5
}

const shortness = (stem: string): number => (stem.length <= 2 ? 4 : stem.length === 3 ? 0.7 : 0)

/**
 * memarahi and pemarah speak for marah and against parah: a reading gains when a headword of its root begins with the
 * same letters after me- or pe-.
 */
const familyCost = (peeled: Peeled, root: string, lexicon: Lexicon): number => {
  const nasal = layers(peeled).find(({ by }) => by && /^[mp]eN/.test(by.affix.label))
  const by = nasal?.by
  if (!nasal || !by || !('group' in by)) return 0
  const rest = by.prefix.slice(2) + nasal.stem.slice(by.restored.length)
  const supports = (member: string): boolean =>
    member.startsWith(`me${rest}`) || member.startsWith(`pe${rest}`)
  return lexicon.family(root).some(supports) ? -0.4 : 0
}

/** The stem under two affixes as two known roots written together: menyebarluaskan gives "sebar luas". */
const twoRoots = ({ stem, depth }: Peeled, lexicon: Lexicon): string | undefined => {
  if (depth < 2 || stem.length < 8 || stem.includes('-') || lexicon.isRoot(stem)) return undefined
  for (let at = 4; at <= stem.length - 4; at += 1) {
    const [first, second] = [stem.slice(0, at), stem.slice(at)]
    if (lexicon.isRoot(first) && lexicon.isRoot(second)) return `${first} ${second}`
  }
  return undefined
}

/** Terms such as "tidak puas" are no compounds: ketidakpuasan has tidak- as a part of its own. */
const compoundUnder = (peeled: Peeled, lexicon: Lexicon): string | undefined =>
  peeled.stem.startsWith('tidak') ? undefined : (lexicon.compound(peeled.stem) ?? twoRoots(peeled, lexicon))

type Headword = { readonly lemma: string; readonly isVerb: boolean }

/** The headword a form belongs to: the active verb of a passive, the entry it was peeled down to, or itself. */
const headwordOf = (peeled: Peeled, stem: string | undefined, lexicon: Lexicon): Headword => {
  const active = stem === undefined ? [] : activeForms(stem)
  const listed = active.find((form) => lexicon.entry(form))
  if (listed !== undefined) return { lemma: listed, isVerb: true }
  if (lexicon.entry(peeled.stem)) return { lemma: peeled.stem, isVerb: false }
  const passive = hasLabel(peeled, 'di-') ? active[0] : undefined
  return { lemma: passive ?? wordWithoutClitics(peeled), isVerb: false }
}

/** The reading of a peeled form whose stem the lexicon has, as entry, bare root or compound. */
export const knownReading = (peeled: Peeled, lexicon: Lexicon): Reading | undefined => {
  const entry = lexicon.entry(peeled.stem)
  const compound = entry ? undefined : compoundUnder(peeled, lexicon)
  if (!entry && !compound && !lexicon.isRoot(peeled.stem)) return undefined
  const groups = layers(peeled).map(groupOf)
  const stem = verbStem(peeled, groups)
  const { lemma, isVerb } = headwordOf(peeled, stem, lexicon)
  const root = entry?.root ?? compound ?? peeled.stem
  // A bare verb in -kan or -i is rare unless its meN- verb is a headword.
  const bare = isVerb ? -0.4 : !isBareVerb(groups) ? 0 : groups.includes('i') ? 5 : 1.2
  // A root without an entry of its own lives in its derivations, so it is as good as a common word here.
  const band = entry ? lexicon.band(peeled.stem) : 2
  const form = misfit(peeled, entry) + shortness(peeled.stem) + (compound === undefined ? 0 : compoundCost)
  const score = peeled.cost + form + bare + familyCost(peeled, root, lexicon) + band * 0.15
  return { peeled, lemma, root, score, known: true }
}

/** A guess never costs less than this, so that a known root comes first unless it takes unlikely affixes. */
export const leastGuess = 4

/** The reading of a form whose root nobody knows, by how much its affixes tell and how like a root the rest is. */
export const guessedReading = (peeled: Peeled, lexicon: Lexicon): Reading => {
  const odd = oddness(peeled.stem)
  const doubt = unknownBare + peeled.evidence + (peeled.depth === 0 ? Math.min(odd, 4) * 0.4 : odd)
  const { lemma } = headwordOf(peeled, verbStem(peeled, layers(peeled).map(groupOf)), lexicon)
  return { peeled, lemma, root: peeled.stem, score: leastGuess + Math.max(-1, doubt) / 3, known: false }
}
