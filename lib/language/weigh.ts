import type { AffixLabel } from './affix'
import { bitOf, bitsOf, type RuleClass } from './affix-order'
import type { Entry, Lexicon } from './lexicon'
import { oddness } from './plausible-root'
import { groupOf, hasLabel, type Peeled } from './unaffix'
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

const clitics = bitsOf(['particle', 'possessive', 'proclitic'])

/** Cost of an unknown word that is its own root; readings with a known root should mostly cost less. */
const unknownBare = 6
const compoundCost = 1

const isClitic = (peeled: Peeled): boolean => {
  const group = groupOf(peeled)
  return group !== undefined && (bitOf[group] & clitics) !== 0
}

/** The word under the outermost clitics. */
const wordWithoutClitics = (peeled: Peeled): string => {
  let word = peeled.stem
  for (let at: Peeled | undefined = peeled; at?.outer; at = at.outer) if (!isClitic(at)) word = at.outer.stem
  return word
}

const bareVerb = bitsOf(['kan', 'i'])
const inBareVerb = clitics | bareVerb | bitOf.per

/** Verb stems with -kan or -i and no prefix but per-: imperatives, and the verb after "saya", "akan" and the like. */
const isBareVerb = ({ groups }: Peeled): boolean => (groups & bareVerb) !== 0 && (groups & ~inBareVerb) === 0

/** The stem of which a form is the passive or the bare verb: what meN- goes on to give the headword. */
const verbStem = (peeled: Peeled): string | undefined => {
  if (hasLabel(peeled, 'di-')) return wordWithoutClitics(peeled).replace(/^di-?/, '')
  return isBareVerb(peeled) || peeled.groups & bitOf.proclitic ? wordWithoutClitics(peeled) : undefined
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

const withNasal = bitsOf(['voice', 'peN', 'peN-an'])

const isNasal = (label: AffixLabel): boolean => label.startsWith('meN') || label.startsWith('peN')

/** Whether a word is me- or pe- and the rest. */
const isBuilt = (word: string, rest: string): boolean =>
  word.startsWith(rest, 2) && (word.startsWith('me') || word.startsWith('pe'))

/**
 * memarahi and pemarah speak for marah and against parah: a reading gains when a headword of its root begins with the
 * same letters after me- or pe-.
 */
const familyCost = (peeled: Peeled, root: string, lexicon: Lexicon): number => {
  if ((peeled.groups & withNasal) === 0) return 0
  let nasal: Peeled | undefined = peeled
  while (nasal?.by && !isNasal(nasal.by.affix.label)) nasal = nasal.outer
  const by = nasal?.by
  if (!nasal || !by || !('group' in by)) return 0
  const rest = by.prefix.slice(2) + nasal.stem.slice(by.restored.length)
  return lexicon.family(root).some((member) => isBuilt(member, rest)) ? -0.4 : 0
}

/** The stem under two affixes as two known roots written together: menyebarluaskan gives "sebar luas". */
const twoRoots = ({ stem, depth }: Peeled, lexicon: Lexicon): string | undefined => {
  if (depth < 2 || stem.length < 8 || stem.includes('-') || lexicon.isRoot(stem)) return undefined
  for (let at = 4; at <= stem.length - 4; at += 1) {
    const first = stem.slice(0, at)
    if (lexicon.isRoot(first) && lexicon.isRoot(stem.slice(at))) return `${first} ${stem.slice(at)}`
  }
  return undefined
}

/** Terms such as "tidak puas" are no compounds: ketidakpuasan has tidak- as a part of its own. */
const compoundUnder = (peeled: Peeled, lexicon: Lexicon): string | undefined =>
  peeled.stem.startsWith('tidak') ? undefined : (lexicon.compound(peeled.stem) ?? twoRoots(peeled, lexicon))

const none: readonly string[] = []

type Headword = { readonly lemma: string; readonly isVerb: boolean }

/** The headword a form belongs to: the active verb of a passive, the entry it was peeled down to, or itself. */
const headwordOf = (peeled: Peeled, stem: string | undefined, lexicon: Lexicon): Headword => {
  const active = stem === undefined ? none : activeForms(stem)
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
  const { lemma, isVerb } = headwordOf(peeled, verbStem(peeled), lexicon)
  const root = entry?.root ?? compound ?? peeled.stem
  // A bare verb in -kan or -i is rare unless its meN- verb is a headword.
  const bare = isVerb ? -0.4 : !isBareVerb(peeled) ? 0 : peeled.groups & bitOf.i ? 5 : 1.2
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
  const { lemma } = headwordOf(peeled, verbStem(peeled), lexicon)
  return { peeled, lemma, root: peeled.stem, score: leastGuess + Math.max(-1, doubt) / 3, known: false }
}
