import type { TokenKind } from './article'
import type { KnownForm } from './known-form'

/** A form and its kind, as met outside headlines in capitals. */
export type Kept = { readonly form: KnownForm; readonly kind: TokenKind }

/** Adds a letter to the hash of those before it. */
export const hashed = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0

/** Forms beyond these are forgotten, all at once: more than any reader's texts have. */
const mostKept = 1 << 16
const fewestSlots = 1 << 12

const isAt = (text: string, start: number, end: number, surface: string): boolean => {
  if (surface.length !== end - start) return false
  for (let at = start; at < end; at += 1)
    if (text.charCodeAt(at) !== surface.charCodeAt(at - start)) return false
  return true
}

/** Spreads a hash, whose last bits say little, over all bits. */
const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 8

/**
 * Forms found by the letters of a text, where they stand: cutting each word out of the text and hashing the piece, as a
 * Map would have it, takes longer than all the rest of annotating.
 */
export class FormTable {
  private slots = new Uint32Array(fewestSlots)
  private kept: Kept[] = []
  private hashes: number[] = []

  find(text: string, start: number, end: number, hash: number): Kept | undefined {
    const { slots, kept } = this
    const mask = slots.length - 1
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const index = slots[slot]
      if (!index) return undefined
      const found = kept[index - 1]
      if (found && isAt(text, start, end, found.form.surface)) return found
    }
  }

  add(hash: number, fresh: Kept): void {
    if (this.kept.length >= mostKept) {
      this.kept = []
      this.hashes = []
      this.slots.fill(0)
    }
    this.hashes.push(hash)
    this.place(hash, this.kept.push(fresh))
    if (this.kept.length * 2 > this.slots.length) this.grow()
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
