import type { AnnotatedToken, WordReading } from './annotation'
import type { TokenKind } from './article'
import type { Span } from './span'

/**
 * A token that looks into the one reading of its form: tokens are many and readings few, and most fields are asked for
 * only when a card is opened. Its fields are declared only, so that each is set just once. To send one to another thread or to spread it, make it plain first.
 */
export class ReadToken implements AnnotatedToken {
  declare readonly surface: string
  declare readonly kind: TokenKind
  declare readonly term: number | undefined
  declare private readonly start: number
  declare private readonly reading: WordReading

  constructor(
    start: number,
    surface: string,
    kind: TokenKind,
    reading: WordReading,
    term: number | undefined,
  ) {
    this.start = start
    this.surface = surface
    this.kind = kind
    this.reading = reading
    this.term = term
  }

  get span(): Span {
    return { start: this.start, end: this.start + this.surface.length }
  }
  get lemma() {
    return this.reading.lemma
  }
  get root() {
    return this.reading.root
  }
  get affixes() {
    return this.reading.affixes
  }
  get pos() {
    return this.reading.pos
  }
  get gloss() {
    return this.reading.gloss
  }
  get senses() {
    return this.reading.senses
  }
  get register() {
    return this.reading.register
  }
  get band() {
    return this.reading.band
  }
  get analyses() {
    return this.reading.analyses
  }
  get voice() {
    return this.reading.voice
  }
  get partner() {
    return this.reading.partner
  }
  get guessable() {
    return this.reading.guessable
  }
  get expansion() {
    return this.reading.expansion
  }
  get readout() {
    return this.reading.readout
  }
}

/** A reading with everything worked out and held in itself. */
export const plainReading = (reading: WordReading): WordReading => ({
  lemma: reading.lemma,
  root: reading.root,
  affixes: reading.affixes,
  pos: reading.pos,
  gloss: reading.gloss,
  senses: reading.senses,
  register: reading.register,
  band: reading.band,
  analyses: reading.analyses,
  voice: reading.voice,
  partner: reading.partner,
  guessable: reading.guessable,
  expansion: reading.expansion,
  readout: reading.readout,
})

/** A token with everything worked out and held in itself, fit to be copied. */
export const plainToken = (token: AnnotatedToken): AnnotatedToken => ({
  ...plainReading(token),
  span: token.span,
  surface: token.surface,
  kind: token.kind,
  term: token.term,
})
