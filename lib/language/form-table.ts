import type { TokenKind } from './article'
import type { KnownForm } from './known-form'
import { spread } from './letters'

/** Forms beyond these are forgotten, all at once: more than any reader's texts have. */
const mostKept = 1 << 16
const fewestSlots = 1 << 12

/**
 * Forms found by the letters of a text, where they stand: cutting each word out of the text and hashing the piece, as a
 * Map would have it, takes longer than all the rest of annotating.
 */
export class FormTable {
  private slots = new Uint32Array(fewestSlots)
  readonly forms: KnownForm[] = []
  /** What each form is outside headlines in capitals. */
  readonly kinds: TokenKind[] = []
  private readonly hashes: number[] = []
  /** All spellings one after the other, and where each begins: nearer at hand than as many strings. */
  private letters = new Uint16Array(fewestSlots * 4)
  private readonly begins: number[] = [0]

  /** The position in `forms` of what is written from `start` to `end`, or -1. */
  find(text: string, start: number, end: number, hash: number): number {
    const { slots } = this
    const mask = slots.length - 1
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const index = slots[slot]
      if (!index) return -1
      if (this.isAt(text, start, end, index - 1)) return index - 1
    }
  }

  add(hash: number, form: KnownForm, kind: TokenKind): void {
    if (this.forms.length >= mostKept) this.clear()
    this.hashes.push(hash)
    this.kinds.push(kind)
    this.write(form.surface)
    this.place(hash, this.forms.push(form))
    if (this.forms.length * 2 > this.slots.length) this.grow()
  }

  private clear(): void {
    this.forms.length = 0
    this.kinds.length = 0
    this.hashes.length = 0
    this.begins.length = 1
    this.slots.fill(0)
  }

  private isAt(text: string, start: number, end: number, index: number): boolean {
    const { letters, begins } = this
    const begin = begins[index]!
    if (begins[index + 1]! - begin !== end - start) return false
    for (let at = start; at < end; at += 1)
      if (text.charCodeAt(at) !== letters[begin + at - start]) return false
    return true
  }

  private write(surface: string): void {
    const begin = this.begins.at(-1) ?? 0
    const end = begin + surface.length
    if (end > this.letters.length) {
      const longer = new Uint16Array(Math.max(end, this.letters.length * 2))
      longer.set(this.letters)
      this.letters = longer
    }
    for (let at = 0; at < surface.length; at += 1) this.letters[begin + at] = surface.charCodeAt(at)
    this.begins.push(end)
  }

  private place(hash: number, index: number): void {
    const mask = this.slots.length - 1
    let slot = spread(hash) & mask
    while (this.slots[slot]) slot = (slot + 1) & mask
    this.slots[slot] = index
  }

  private grow(): void {
    this.slots = new Uint32Array(this.slots.length * 2)
    this.hashes.forEach((hash, at) => this.place(hash, at + 1))
  }
}
