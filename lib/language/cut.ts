import type { TokenKind } from './article'
import { FormTable } from './form-table'
import type { FormKeeper, KnownForm } from './known-form'
import { hashed } from './letters'
import { pieceAt } from './pieces'
import { fewestShouted, isShouted, kindAlone, kindOf } from './tokenize'

/**
 * The words, numbers and marks of a sentence in columns: objects for each would cost more than the cutting. Whatever lies
 * between two of them is one blank. Good until the next sentence is cut.
 */
export type Cut = {
  readonly count: number
  readonly forms: readonly KnownForm[]
  readonly kinds: readonly TokenKind[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Which token of the sentence each is, blanks counted. */
  readonly tokens: readonly number[]
  /** How many tokens there are so far, blanks counted. */
  readonly token: number
}

const letter = 1
const digit = 2
const lone = 4
/** Stands alone when a blank or the end follows. */
const mark = 8
/** Between two digits of one number. */
const joint = 16

// One for every UTF-16 unit: a look into a table is all that a letter costs.
const classes = new Uint8Array(1 << 16)
const put = (chars: string, bits: number): void => {
  for (const char of chars) classes[char.charCodeAt(0)]! |= bits
}
put('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', letter)
put('0123456789', digit)
put(',;()[]"?!“”', lone)
put('.:-/–—', mark)
put('.,:/', joint)

const classOf = (code: number): number => classes[code] ?? 0

const isBreak = (code: number): boolean => code === 32 || Number.isNaN(code) || (classOf(code) & lone) !== 0

/** Whether letters or digits that end here are a whole piece; if not sure, the patterns must say. */
const isOver = (text: string, end: number): boolean => {
  const code = text.charCodeAt(end)
  if (code === 32 || Number.isNaN(code)) return true
  const next = text.charCodeAt(end + 1)
  if (code === 46) return isBreak(next)
  return (classOf(code) & lone) !== 0 && !(next >= 128 && code === 44)
}

/** No blank, for certain. */
const isSolid = (code: number): boolean => (code > 32 && code < 127) || (code >= 0x2010 && code <= 0x2027)

const always = (): boolean => true

/**
 * Cuts sentences into the same pieces as `tokenize` does. Plain words, numbers and marks, nearly all there is, are found
 * by one pass over their letters; only what is new or unusual goes through the patterns.
 */
export class Cutter implements Cut {
  count = 0
  readonly forms: KnownForm[] = []
  readonly kinds: TokenKind[] = []
  readonly starts: number[] = []
  readonly ends: number[] = []
  readonly tokens: number[] = []
  token = 0
  private hash = 0
  private capitals = 0
  private readonly table = new FormTable()
  private readonly keeper: FormKeeper

  constructor(keeper: FormKeeper) {
    this.keeper = keeper
  }

  cut(text: string): Cut {
    this.cutAs(text, false)
    // Headlines in capitals are few, and show by their forms: rather cut them twice than go through all texts before.
    if (this.capitals >= fewestShouted && isShouted(text)) this.cutAs(text, true)
    return this
  }

  private cutAs(text: string, shouted: boolean): void {
    this.count = 0
    this.token = 0
    this.capitals = 0
    for (let at = 0; at < text.length;) {
      if (text.charCodeAt(at) === 32 && isSolid(text.charCodeAt(at + 1))) {
        this.token += 1
        at += 1
      } else {
        at = shouted ? this.byPattern(text, at, true) : this.next(text, at)
      }
    }
  }

  private next(text: string, start: number): number {
    const end = this.plainEnd(text, start)
    if (end === 0) return this.byPattern(text, start, false)
    const known = this.table.find(text, start, end, this.hash)
    if (known < 0) return this.meet(text, start, end)
    this.add(this.table.forms[known]!, this.table.kinds[known]!, start, end)
    return end
  }

  /** A plain piece not met before: by its letters alone it is whole, unless a stop after it may belong to it. */
  private meet(text: string, start: number, end: number): number {
    const { hash } = this
    const form = this.keeper.meet(text, start, end, hash)
    if (!form.isSettled) return this.byPattern(text, start, false)
    const kind = this.kindOf(form, classOf(text.charCodeAt(start)))
    this.table.add(hash, form, kind)
    this.add(form, kind, start, end)
    return end
  }

  private kindOf(form: KnownForm, first: number): TokenKind {
    if (first & digit) return 'number'
    if (!(first & letter)) return 'punctuation'
    if (form.isOnlyWord || form.surface === form.lower) return 'word'
    return kindAlone(form.surface, form.isHeadword ? always : this.keeper.words.isWord, false) ?? 'word'
  }

  /** Where the plain piece that begins here ends, its hash kept; 0 when there is none. */
  private plainEnd(text: string, start: number): number {
    const code = text.charCodeAt(start)
    const kind = classOf(code)
    if (kind & letter) return this.runEnd(text, start, letter)
    if (kind & digit) return this.runEnd(text, start, digit)
    this.hash = code
    if (kind & lone) return start + 1
    if (!(kind & mark)) return 0
    const next = text.charCodeAt(start + 1)
    return next === 32 || Number.isNaN(next) || (code === 46 && isBreak(next)) ? start + 1 : 0
  }

  /** Letters with hyphens between them, or digits with points between them. */
  private runEnd(text: string, start: number, wanted: number): number {
    let hash = 0
    let end = start
    let code = text.charCodeAt(end)
    for (;;) {
      while (classes[code]! & wanted) {
        hash = hashed(hash, code)
        end += 1
        code = text.charCodeAt(end)
      }
      const joins = wanted === letter ? code === 45 : (classOf(code) & joint) !== 0
      if (!joins || !(classOf(text.charCodeAt(end + 1)) & wanted)) break
      hash = hashed(hash, code)
      end += 1
      code = text.charCodeAt(end)
    }
    this.hash = hash
    return isOver(text, end) ? end : 0
  }

  private byPattern(text: string, start: number, shouted: boolean): number {
    const piece = pieceAt(text, start)
    if (piece.shape === 'space') {
      this.token += 1
      return piece.end
    }
    const form = this.keeper.know(piece.surface)
    const kind = kindOf(piece, this.keeper.words.isWord, shouted) ?? 'word'
    this.add(form, kind, start, piece.end)
    return piece.end
  }

  private add(form: KnownForm, kind: TokenKind, start: number, end: number): void {
    const at = this.count
    this.forms[at] = form
    this.kinds[at] = kind
    this.starts[at] = start
    this.ends[at] = end
    this.tokens[at] = this.token
    this.token += 1
    this.capitals += form.capitals
    this.count = at + 1
  }
}
