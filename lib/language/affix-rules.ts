import type { RuleClass } from './affix-order'
import { begins, endsOtherThan, isOneSyllable, isWord, type StemShape } from './stem-shape'
import { combiningForms, type Affix, type AffixKind, type AffixLabel, type SoundChange } from './affix'

/**
 * One way an affix is written. `prefix` and `suffix` are taken off the word, `restored` is given back to the front of
 * what is left, and the stem so found must match `stem`. `cost` is how little the rule is to be expected on a known root;
 * `evidence` is how much it tells when the root is not known (negative: the word is rather so derived than not).
 */
export type AffixRule = {
  readonly affix: Affix
  readonly group: RuleClass
  readonly prefix: string
  readonly suffix: string
  readonly restored: string
  readonly stem?: StemShape
  readonly change?: SoundChange['kind']
  readonly cost: number
  readonly evidence: number
}

type Written = Pick<AffixRule, 'prefix' | 'restored' | 'stem' | 'change'> & {
  readonly extra?: number
  readonly guess?: number
}

const affix = (kind: AffixKind, label: AffixLabel): Affix => ({ kind, label })

/** How meN- (`me`) and peN- (`pe`) are written before each kind of stem. */
const nasal = (head: 'me' | 'pe'): readonly Written[] => [
  { prefix: `${head}m`, restored: '', stem: begins('[bfv]'), change: 'nasal' },
  { prefix: `${head}m`, restored: '', stem: begins('p'), change: 'nasal', extra: 0.5, guess: 1 },
  { prefix: `${head}m`, restored: 'p', stem: begins('p[aeiou]'), change: 'drops' },
  { prefix: `${head}n`, restored: '', stem: begins('[cdjz]|sy|t[rw]'), change: 'nasal' },
  { prefix: `${head}n`, restored: '', stem: begins('[ts]'), change: 'nasal', extra: 0.8, guess: 1 },
  { prefix: `${head}n`, restored: 't', stem: begins('t[aeiou]'), change: 'drops' },
  { prefix: `${head}ny`, restored: 's', stem: begins('s[aeiou]'), change: 'drops' },
  { prefix: `${head}ng`, restored: '', stem: begins('[gh]|kh|k[lr]'), change: 'nasal' },
  { prefix: `${head}ng`, restored: '', stem: begins('[aeiou]'), change: 'nasal' },
  { prefix: `${head}ng`, restored: '', stem: begins('[kqx]'), change: 'nasal', extra: 0.6, guess: 1 },
  { prefix: `${head}ng`, restored: 'k', stem: begins('k[aeiou]'), change: 'drops', guess: 0.4 },
  {
    prefix: `${head}nge`,
    restored: '',
    stem: isOneSyllable,
    change: 'short-root',
    extra: 0.8,
    guess: 2,
  },
  {
    prefix: head,
    extra: -0.05,
    restored: '',
    stem: begins('[lrwy]|[mn][aeiou]|ng[aeiou]|ny[aeiou]'),
    change: 'plain',
  },
]

/** ber-, ter-, per- lose their r before r, and mostly before a first syllable that ends in -er. */
const rPrefix = (head: 'be' | 'te' | 'pe'): readonly Written[] => [
  { prefix: `${head}r`, restored: '', stem: begins('[^r]') },
  { prefix: head, restored: '', stem: begins('r[aeiou]'), change: 'loses-r', extra: 0.1, guess: 0.2 },
  {
    prefix: head,
    restored: '',
    stem: begins('[^aeiour]er[^aeiou]|[^aeiour][^aeiour]er[^aeiou]'),
    change: 'loses-r',
    extra: 0.2,
    guess: 1,
  },
]

/** per- in verbs: memperebutkan, mempekerjakan. */
const perWithoutR: readonly Written[] = [
  { prefix: 'pe', restored: '', stem: begins('r[aeiou]'), change: 'loses-r', extra: 0.3, guess: 1 },
  { prefix: 'pe', restored: '', stem: isWord('kerja'), change: 'loses-r', extra: 1 },
]

const lPrefix = (head: 'be' | 'pe' | 'te'): readonly Written[] => [
  {
    prefix: `${head}l`,
    restored: '',
    stem: head === 'te' ? isWord('anjur antar entang unjuk') : begins('ajar|unjur'),
    change: 'becomes-l',
  },
]

type Shared = Pick<AffixRule, 'affix' | 'group' | 'cost' | 'evidence'> & { readonly suffix?: string }

const spelled = (ways: readonly Written[], { suffix = '', ...shared }: Shared): readonly AffixRule[] =>
  ways.map(({ extra = 0, guess = 0, ...way }) => ({
    ...shared,
    ...way,
    suffix,
    cost: shared.cost + extra,
    evidence: shared.evidence + guess,
  }))

const plain = (prefix: string, stem?: StemShape): readonly Written[] => [{ prefix, restored: '', stem }]

const clitics: readonly AffixRule[] = [
  ...spelled(plain(''), {
    affix: affix('clitic', '-lah'),
    group: 'particle',
    suffix: 'lah',
    cost: 0.8,
    evidence: 0.6,
  }),
  ...spelled(plain(''), {
    affix: affix('clitic', '-kah'),
    group: 'particle',
    suffix: 'kah',
    cost: 0.9,
    evidence: 1,
  }),
  ...spelled(plain(''), {
    affix: affix('clitic', '-tah'),
    group: 'particle',
    suffix: 'tah',
    cost: 4,
    evidence: 9,
  }),
  ...spelled(plain(''), {
    affix: affix('clitic', '-pun'),
    group: 'particle',
    suffix: 'pun',
    cost: 0.9,
    evidence: 0.5,
  }),
  ...spelled(plain(''), {
    affix: affix('clitic', '-nya'),
    group: 'possessive',
    suffix: 'nya',
    cost: 0.5,
    evidence: -3.5,
  }),
  ...spelled(plain(''), {
    affix: affix('clitic', '-ku'),
    group: 'possessive',
    suffix: 'ku',
    cost: 1,
    evidence: 1,
  }),
  ...spelled(plain(''), {
    affix: affix('clitic', '-mu'),
    group: 'possessive',
    suffix: 'mu',
    cost: 1,
    evidence: 1,
  }),
  ...spelled(plain('ku'), { affix: affix('clitic', 'ku-'), group: 'proclitic', cost: 1.6, evidence: 2 }),
  ...spelled(plain('kau'), { affix: affix('clitic', 'kau-'), group: 'proclitic', cost: 1.6, evidence: 1 }),
]

const prefixes: readonly AffixRule[] = [
  ...spelled(nasal('me'), { affix: affix('prefix', 'meN-'), group: 'voice', cost: 0.5, evidence: -2.2 }),
  ...spelled(plain('di'), { affix: affix('prefix', 'di-'), group: 'voice', cost: 0.5, evidence: -0.4 }),
  ...spelled([...rPrefix('be'), ...lPrefix('be')], {
    affix: affix('prefix', 'ber-'),
    group: 'ber',
    cost: 0.8,
    evidence: -0.8,
  }),
  ...spelled([...rPrefix('te'), ...lPrefix('te')], {
    affix: affix('prefix', 'ter-'),
    group: 'ter',
    cost: 0.8,
    evidence: -0.6,
  }),
  ...spelled([...nasal('pe'), { prefix: 'peng', restored: '', stem: isWord('rajin'), change: 'nasal' }], {
    affix: affix('prefix', 'peN-'),
    group: 'peN',
    cost: 0.9,
    evidence: -0.4,
  }),
  ...spelled(plain('pe', begins('[^aeiourlwymn]')), {
    affix: affix('prefix', 'pe-'),
    group: 'peN',
    cost: 1.6,
    evidence: 1.2,
  }),
  ...spelled([...plain('per', begins('[^r]')), ...lPrefix('pe'), ...perWithoutR], {
    affix: affix('prefix', 'per-'),
    group: 'per',
    cost: 1.1,
    evidence: 1,
  }),
  ...spelled(plain('ke'), { affix: affix('prefix', 'ke-'), group: 'ke', cost: 2, evidence: 3 }),
  ...spelled(plain('se'), { affix: affix('prefix', 'se-'), group: 'se', cost: 1.2, evidence: 1 }),
]

const suffixes: readonly AffixRule[] = [
  ...spelled(plain(''), {
    affix: affix('suffix', '-kan'),
    group: 'kan',
    suffix: 'kan',
    cost: 0.6,
    evidence: -1.2,
  }),
  ...spelled(plain('', endsOtherThan('i')), {
    affix: affix('suffix', '-i'),
    group: 'i',
    suffix: 'i',
    cost: 0.9,
    evidence: 0.7,
  }),
  ...spelled(plain(''), {
    affix: affix('suffix', '-an'),
    group: 'an',
    suffix: 'an',
    cost: 1,
    evidence: -0.6,
  }),
]

const bePergi = plain('be', isWord('pergi'))
const berAn = { affix: affix('circumfix', 'ber-…-an'), group: 'ber-an', suffix: 'an', cost: 1.3 } as const

const circumfixes: readonly AffixRule[] = [
  ...spelled(plain('ke'), {
    affix: affix('circumfix', 'ke-…-an'),
    group: 'ke-an',
    suffix: 'an',
    cost: 0.8,
    evidence: -1.8,
  }),
  ...spelled(nasal('pe'), {
    affix: affix('circumfix', 'peN-…-an'),
    group: 'peN-an',
    suffix: 'an',
    cost: 0.7,
    evidence: -2.4,
  }),
  ...spelled([...rPrefix('pe'), ...lPrefix('pe')], {
    affix: affix('circumfix', 'per-…-an'),
    group: 'per-an',
    suffix: 'an',
    cost: 0.8,
    evidence: -1.6,
  }),
  ...spelled(plain('pe', begins('[^aeiourlwymn]')), {
    affix: affix('circumfix', 'per-…-an'),
    group: 'per-an',
    suffix: 'an',
    cost: 1.8,
    evidence: 0.6,
  }),
  ...spelled([...rPrefix('be'), ...lPrefix('be')], { ...berAn, evidence: 0 }),
  ...spelled(bePergi, { ...berAn, evidence: 9 }),
  ...spelled(bePergi, { affix: affix('prefix', 'ber-'), group: 'ber', cost: 1.3, evidence: 9 }),
  ...spelled(rPrefix('be'), {
    affix: affix('circumfix', 'ber-…-kan'),
    group: 'ber-kan',
    suffix: 'kan',
    cost: 1.4,
    evidence: -0.6,
  }),
  ...spelled(plain('se'), {
    affix: affix('circumfix', 'se-…-nya'),
    group: 'se-nya',
    suffix: 'nya',
    cost: 1.1,
    evidence: 0,
  }),
]

const fourLetters = begins('[^-][^-][^-][^-]')

/** Joined without a hyphen, a short form such as pro- or sub- is too often the beginning of a loan to be taken off. */
const combining: readonly AffixRule[] = combiningForms.flatMap((form) => {
  const shared = {
    affix: affix('combining', `${form}-`),
    group: 'combining' as const,
    suffix: '',
    restored: '',
  }
  return [
    { ...shared, prefix: `${form}-`, cost: 0.8, evidence: 0 },
    {
      ...shared,
      prefix: form,
      stem: fourLetters,
      cost: form.length < 4 ? 6 : 1.4,
      evidence: form.length < 5 ? 4 : 1,
    },
  ]
})

export const affixRules: readonly AffixRule[] = [
  ...clitics,
  ...prefixes,
  ...suffixes,
  ...circumfixes,
  ...combining,
]
