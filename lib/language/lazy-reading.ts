import type { WordReading } from './annotation'

/** What of a reading is shown only when its card is opened. */
export type Later = Pick<
  WordReading,
  'affixes' | 'analyses' | 'voice' | 'partner' | 'guessable' | 'expansion' | 'readout'
>

/** What is asked for more often, but not of every word. */
export type Known = Pick<WordReading, 'pos' | 'senses' | 'register' | 'band'>

/** Where a reading gets the rest from; one source may serve many readings. */
export type Source = { readonly known: (lemma: string) => Known; readonly later: (lemma: string) => Later }

/** A reading of which all but the lemma, root and gloss is worked out when it is asked for, and kept. */
export class LazyReading implements WordReading {
  declare readonly lemma: string
  declare readonly root: string
  declare readonly gloss: string
  declare private readonly source: Source
  declare private known: Known | undefined
  declare private later: Later | undefined

  constructor(lemma: string, root: string, gloss: string, source: Source) {
    this.lemma = lemma
    this.root = root
    this.gloss = gloss
    this.source = source
    this.known = undefined
    this.later = undefined
  }

  private get more(): Known {
    return (this.known ??= this.source.known(this.lemma))
  }
  private get rest(): Later {
    return (this.later ??= this.source.later(this.lemma))
  }
  get pos() {
    return this.more.pos
  }
  get senses() {
    return this.more.senses
  }
  get register() {
    return this.more.register
  }
  get band() {
    return this.more.band
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
export const settled = (reading: WordReading): WordReading =>
  new LazyReading(reading.lemma, reading.root, reading.gloss, { known: () => reading, later: () => reading })
