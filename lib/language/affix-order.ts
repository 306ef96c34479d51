/** Where a rule stands in the build of a word; decides what may stand inside what. */
export type RuleClass =
  | 'particle'
  | 'possessive'
  | 'proclitic'
  | 'voice'
  | 'ter'
  | 'ber'
  | 'ber-an'
  | 'ber-kan'
  | 'peN'
  | 'peN-an'
  | 'per'
  | 'per-an'
  | 'ke'
  | 'ke-an'
  | 'se'
  | 'se-nya'
  | 'kan'
  | 'i'
  | 'an'
  | 'combining'
  | 'redup'

const derivations: readonly RuleClass[] = ['kan', 'i', 'per', 'ber', 'ter', 'ke', 'se', 'combining', 'redup']
const inVerb: readonly RuleClass[] = ['per', 'ber', 'ter', 'ke', 'se', 'combining', 'redup']
const nouns: readonly RuleClass[] = ['an', 'ke-an', 'peN-an', 'per-an', 'peN', 'combining', 'redup']

/** Everything that -nya, -lah and their like may be hung on. */
const beforeEnclitics: readonly RuleClass[] = [
  'proclitic',
  'voice',
  'ter',
  'ber',
  'ber-an',
  'ber-kan',
  'peN',
  'peN-an',
  'per',
  'per-an',
  'ke',
  'ke-an',
  'se',
  'kan',
  'i',
  'an',
  'combining',
  'redup',
]

/** What may stand inside what, from the outside in. A word may begin with anything. */
export const allowedInside: Readonly<Record<RuleClass, ReadonlySet<RuleClass>>> = {
  particle: new Set<RuleClass>(['possessive', ...beforeEnclitics]),
  possessive: new Set<RuleClass>(beforeEnclitics),
  proclitic: new Set<RuleClass>(['kan', 'i', 'per', 'ke', 'se', 'redup']),
  voice: new Set(derivations),
  ter: new Set<RuleClass>(['kan', 'i', 'per', 'ke', 'se', 'combining', 'redup']),
  ber: new Set<RuleClass>([...nouns, 'se', 'per', 'ke']),
  'ber-an': new Set<RuleClass>(['redup', 'se']),
  'ber-kan': new Set<RuleClass>(['an', 'ke-an', 'peN-an', 'se', 'redup']),
  peN: new Set(inVerb),
  'peN-an': new Set(inVerb),
  per: new Set<RuleClass>(['se', 'ke', 'ber', 'ter', 'redup']),
  'per-an': new Set<RuleClass>(['se', 'ke', 'combining', 'redup']),
  ke: new Set<RuleClass>(['se', 'redup']),
  'ke-an': new Set<RuleClass>([...inVerb, 'peN']),
  se: new Set<RuleClass>([...nouns, 'ber']),
  'se-nya': new Set<RuleClass>([...nouns, 'ber', 'ter']),
  kan: new Set(inVerb),
  i: new Set(inVerb),
  an: new Set<RuleClass>(['per', 'redup', 'combining']),
  combining: new Set<RuleClass>([
    'ber',
    'ter',
    'peN',
    'peN-an',
    'per-an',
    'ke-an',
    'an',
    'se',
    'voice',
    'redup',
  ]),
  redup: new Set<RuleClass>(['voice', 'ber', 'ter', 'peN', 'peN-an', 'per-an', 'ke-an', 'an', 'se', 'kan']),
}

const classes = Object.keys(allowedInside) as RuleClass[]

/** The bit of each class, so that many fit into one number. */
export const bitOf = Object.fromEntries(classes.map((group, at) => [group, 1 << at])) as Readonly<
  Record<RuleClass, number>
>

/** The classes as bits. */
export const bitsOf = (groups: Iterable<RuleClass>): number => {
  let bits = 0
  for (const group of groups) bits |= bitOf[group]
  return bits
}
