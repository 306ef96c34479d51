import { blanks } from './normalize'

declare const brand: unique symbol

/** Hash of a sentence's text: what a kept translation is found by, together with the model version. */
export type SentenceKey = string & { readonly [brand]: 'SentenceKey' }

/** One 32-bit half of the key: FNV-1a over UTF-16 units with murmur's finish, which spreads short texts well. */
function hash32(text: string, seed: number): number {
  let h = seed
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * The key that a sentence's translation is kept under: 64 bits in hex of its text, composed and with single blanks.
 * Quotes count, since the English is set in the style of the source.
 */
export function sentenceKey(text: string): SentenceKey {
  const settled = text.normalize('NFC').replace(blanks, ' ').trim()
  const halves = [hash32(settled, 0x811c9dc5), hash32(settled, 0x9e3779b9 ^ settled.length)]
  return halves.map((half) => half.toString(16).padStart(8, '0')).join('') as SentenceKey
}
