import type { WordReading } from './annotation'
import type { PartOfSpeech, Register, Sense } from './lexicon'

/** What of a reading is shown only when its card is opened. */
export type Later = Pick<
  WordReading,
  'affixes' | 'analyses' | 'voice' | 'partner' | 'guessable' | 'expansion' | 'readout'
>

/** What is known of a form as soon as it is looked up. */
export type AtOnce = Omit<WordReading, keyof Later>

/** A reading whose rarer fields are worked out when the first of them is asked for, and kept. */
export class LazyReading implements WordReading {
  readonly lemma: string
  readonly root: string
  readonly pos: readonly PartOfSpeech[]
  readonly gloss: string
  readonly senses: readonly Sense[]
  readonly register: Register
  readonly band: number
  private readonly workOut: () => Later
  private later: Later | undefined

  constructor({ lemma, root, pos, gloss, senses, register, band }: AtOnce, workOut: () => Later) {
    this.lemma = lemma
    this.root = root
    this.pos = pos
    this.gloss = gloss
    this.senses = senses
    this.register = register
    this.band = band
    this.workOut = workOut
  }

  private get rest(): Later {
    return (this.later ??= this.workOut())
  }
  get affixes() {
    return this.rest.affixes
  }
  get analyses() {
    return this.rest.analyses
  }
  get voice() {
    return this.rest.voice
  }
  get partner() {
    return this.rest.partner
  }
  get guessable() {
    return this.rest.guessable
  }
  get expansion() {
    return this.rest.expansion
  }
  get readout() {
    return this.rest.readout
  }
}

/** A reading of which everything is known, in the same shape as the others: tokens of one shape are read faster. */
export const settled = (reading: WordReading): WordReading => new LazyReading(reading, () => reading)
