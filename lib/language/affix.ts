/** What kind of thing is added to a root. `combining` is a bound word such as anti-, non-, antar-, or the tidak of ketidakadilan. */
export type AffixKind = 'prefix' | 'suffix' | 'circumfix' | 'clitic' | 'reduplication' | 'combining'

/** Every affix by its grammar-book name. Capital N stands for the nasal that changes with the root's first letter. */
export type AffixLabel =
  | 'meN-'
  | 'di-'
  | 'ber-'
  | 'ter-'
  | 'peN-'
  | 'pe-'
  | 'per-'
  | 'ke-'
  | 'se-'
  | '-kan'
  | '-i'
  | '-an'
  | 'ke-…-an'
  | 'peN-…-an'
  | 'per-…-an'
  | 'ber-…-an'
  | 'ber-…-kan'
  | 'se-…-nya'
  | 'ku-'
  | 'kau-'
  | '-nya'
  | '-ku'
  | '-mu'
  | '-lah'
  | '-kah'
  | '-tah'
  | '-pun'
  | 'R'
  | 'R-partial'
  | 'R-sound'
  | 'R-reciprocal'
  | CombiningLabel

export type CombiningLabel = `${(typeof combiningForms)[number]}-`

/** Bound words written before another word, with or without a hyphen. */
export const combiningForms = [
  'adi',
  'antar',
  'anti',
  'bio',
  'dasa',
  'dwi',
  'eka',
  'eks',
  'ekstra',
  'hiper',
  'infra',
  'inter',
  'intra',
  'kontra',
  'maha',
  'makro',
  'mega',
  'mikro',
  'mini',
  'mono',
  'multi',
  'neo',
  'nir',
  'non',
  'panca',
  'para',
  'pasca',
  'poli',
  'pra',
  'pro',
  'proto',
  'pseudo',
  'purna',
  'semi',
  'serba',
  'sub',
  'super',
  'supra',
  'swa',
  'tak',
  'tele',
  'tidak',
  'trans',
  'tri',
  'tuna',
  'ultra',
  'catur',
  'kuasi',
  'manca',
] as const

export type Affix = { readonly kind: AffixKind; readonly label: AffixLabel }

/**
 * What happens to the letters where affix and stem meet. `form` is the affix as written ("meng-"), `letter` the letter of
 * the stem that decides or suffers it.
 */
export type SoundChange =
  | { readonly kind: 'drops'; readonly form: string; readonly letter: string }
  | { readonly kind: 'nasal'; readonly form: string; readonly letter: string }
  | { readonly kind: 'plain'; readonly form: string; readonly letter: string }
  | { readonly kind: 'short-root'; readonly form: string; readonly letter: string }
  | { readonly kind: 'loses-r'; readonly form: string; readonly letter: string }
  | { readonly kind: 'becomes-l'; readonly form: string; readonly letter: string }
  | { readonly kind: 'rhymes'; readonly form: string; readonly letter: string }

/** One affix going on: `before` is the stem without it, `after` the word with it. */
export type Step = {
  readonly affix: Affix
  readonly before: string
  readonly after: string
  readonly change?: SoundChange
}

/** The sound change in plain English, for a learner: "k of the root drops after meng-". */
export const describeChange = ({ kind, form, letter }: SoundChange): string => {
  switch (kind) {
    case 'drops':
      return `${letter} of the root drops after ${form}`
    case 'nasal':
      return `becomes ${form} before ${letter}`
    case 'plain':
      return `no nasal before ${letter}: ${form}`
    case 'short-root':
      return `${form} before a root of one syllable`
    case 'loses-r':
      return `${form} without its r, since r follows`
    case 'becomes-l':
      return `r becomes l before ajar: ${form}`
    case 'rhymes':
      return `repeated with a changed sound: ${form}`
  }
}

const isBefore = (affix: Affix): boolean => affix.label.endsWith('-') || affix.kind === 'circumfix'

/**
 * The affixes in the order in which they are read: what stands before the root from the outside in (a circumfix where it
 * begins), then repetition, then what follows the root from the inside out. Takes the steps from the root outwards.
 */
export const inReadingOrder = (steps: readonly Step[]): readonly Affix[] => {
  const affixes = steps.map((step) => step.affix)
  const before = affixes.filter(isBefore).reverse()
  const repeated = affixes.filter((affix) => affix.kind === 'reduplication')
  const after = affixes.filter((affix) => !isBefore(affix) && affix.kind !== 'reduplication')
  return [...before, ...repeated, ...after]
}
