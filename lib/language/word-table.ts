import { isAbbreviation } from './abbreviations'
import { hashOf, isAt, spread } from './letters'
import type { Continuations, Entry, NamedEntry } from './lexicon'

/**
 * All that a lexicon has for one spelling; one look-up gives it all. Filled in while the lexicon is put together. A word
 * met for the first time is mostly read from here alone: what lies in another object lies elsewhere in memory, and
 * fetching it is what takes the time.
 */
export class KnownWord {
  readonly spelling: string
  /** Without capitals. */
  readonly isLower: boolean
  /** Whether a stop after it may belong to it. */
  readonly isAbbreviation: boolean
  entry: Entry | undefined
  /** The root and the first gloss of the entry, when it has a sense. */
  root: string
  gloss: string | undefined
  band: number
  isRoot: boolean
  /** The words of a compound written as one. */
  compound: string | undefined
  /** Headwords derived from this root, the root itself first. */
  family: string[] | undefined
  named: NamedEntry | undefined
  continuations: Continuations | undefined
  isSecond: boolean

  constructor(spelling: string) {
    this.spelling = spelling
    this.isLower = spelling === spelling.toLowerCase()
    this.isAbbreviation = isAbbreviation(spelling)
    this.entry = undefined
    this.root = spelling
    this.gloss = undefined
    this.band = 6
    this.isRoot = false
    this.compound = undefined
    this.family = undefined
    this.named = undefined
    this.continuations = undefined
    this.isSecond = false
  }
}

const fewestSlots = 1 << 10

/** The spellings of a lexicon, found by their letters. */
export class WordTable {
  /** Two numbers for each place: the hash of a word, and its number, counted from 1. */
  private slots = new Int32Array(2 * fewestSlots)
  private readonly words: KnownWord[] = []

  /** What is known of the spelling that stands in a text from `start` to `end`, given its hash. */
  find(text: string, start: number, end: number, hash: number): KnownWord | undefined {
    const { slots } = this
    const mask = slots.length - 1
    for (let slot = (spread(hash) << 1) & mask; ; slot = (slot + 2) & mask) {
      const number = slots[slot + 1]!
      if (number === 0) return undefined
      if (slots[slot] !== hash) continue
      const word = this.words[number - 1]!
      if (isAt(word.spelling, text, start, end)) return word
    }
  }

  /** What is known of a spelling. */
  of(spelling: string): KnownWord | undefined {
    return this.find(spelling, 0, spelling.length, hashOf(spelling))
  }

  /** The same, made when there is nothing yet. */
  make(spelling: string): KnownWord {
    const hash = hashOf(spelling)
    const known = this.find(spelling, 0, spelling.length, hash)
    if (known) return known
    if (this.words.length * 4 >= this.slots.length) this.grow()
    const fresh = new KnownWord(spelling)
    this.place(hash, this.words.push(fresh))
    return fresh
  }

  private place(hash: number, number: number): void {
    const mask = this.slots.length - 1
    let slot = (spread(hash) << 1) & mask
    while (this.slots[slot + 1] !== 0) slot = (slot + 2) & mask
    this.slots[slot] = hash
    this.slots[slot + 1] = number
  }

  private grow(): void {
    const { slots } = this
    this.slots = new Int32Array(slots.length * 4)
    for (let slot = 0; slot < slots.length; slot += 2)
      if (slots[slot + 1] !== 0) this.place(slots[slot]!, slots[slot + 1]!)
  }
}
