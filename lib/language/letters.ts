/** Words looked up by their letters where they stand in a text: cutting each word out of it first would cost more. */

/** Adds a letter to the hash of those before it. */
export const hashed = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0

/** The hash of a whole word. */
export const hashOf = (word: string): number => {
  let hash = 0
  for (let at = 0; at < word.length; at += 1) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0
  return hash
}

/** Spreads a hash, whose last bits say little, over all bits. */
export const spread = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 8

/** Whether a text has a word from `start` to `end`. */
export const isAt = (word: string, text: string, start: number, end: number): boolean => {
  if (word.length !== end - start) return false
  for (let at = start; at < end; at += 1)
    if (text.charCodeAt(at) !== word.charCodeAt(at - start)) return false
  return true
}
