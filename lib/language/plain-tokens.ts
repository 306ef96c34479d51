import type { WordReading } from './annotation'
import type { KnownForm } from './known-form'
import { ReadToken } from './read-token'

/** Places beyond this are met too seldom to be worth keeping. */
const mostKept = 400

/**
 * Blanks and marks: half of all tokens, and nothing to say of them. Those at the same place of two sentences are one and
 * the same token, made once.
 */
export class PlainTokens {
  private readonly blanks: ReadToken[] = []
  private readonly marks = new Map<KnownForm, ReadToken[]>()
  private readonly reading: WordReading

  constructor(reading: WordReading) {
    this.reading = reading
  }

  space(text: string, start: number, end: number, term: number | undefined): ReadToken {
    const isCommon =
      term === undefined && end === start + 1 && start < mostKept && text.charCodeAt(start) === 32
    if (!isCommon) return new ReadToken(start, text.slice(start, end), 'space', this.reading, term)
    return (this.blanks[start] ??= new ReadToken(start, ' ', 'space', this.reading, undefined))
  }

  mark(form: KnownForm, start: number, end: number, term: number | undefined): ReadToken {
    const isCommon = term === undefined && end === start + 1 && start < mostKept
    if (!isCommon) return new ReadToken(start, form.surface, 'punctuation', this.reading, term)
    const placed = this.placesOf(form)
    return (placed[start] ??= new ReadToken(start, form.surface, 'punctuation', this.reading, undefined))
  }

  private placesOf(form: KnownForm): ReadToken[] {
    const known = this.marks.get(form)
    if (known) return known
    if (this.marks.size > mostKept) this.marks.clear()
    const fresh: ReadToken[] = []
    this.marks.set(form, fresh)
    return fresh
  }
}
