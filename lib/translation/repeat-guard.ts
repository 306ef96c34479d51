/** Small models now and then fall into a loop ("the the the"); a piece that would go round once more is not taken. */

/** What the guard asks about a piece: it has at least two letters; it has, and a new word begins with it. */
export type PieceKinds = {
  readonly isWordlike: (token: number) => boolean
  readonly beginsWord: (token: number) => boolean
}

/** Whether the last `n` pieces, `next` among them, would stand there `rounds` times in a row. */
function goesRound(tokens: readonly number[], next: number, n: number, rounds: number): boolean {
  const length = tokens.length + 1
  const at = (i: number): number => (i === length - 1 ? next : tokens[i]!)
  if (length < rounds * n) return false
  for (let i = length - rounds * n; i < length - n; i++) if (at(i) !== at(i + n)) return false
  return true
}

/** People say one word or two again ("step by step by step"), but not three and more: as `checkRepetition` has it. */
function roundsOfLoop(tokens: readonly number[], next: number, n: number, kinds: PieceKinds): number {
  const round = [...tokens.slice(tokens.length + 1 - n), next]
  return round.filter((token) => kinds.beginsWord(token)).length < 3 ? 3 : 2
}

/** How often the four pieces that `next` would end have stood in the text before. */
function occurrences(tokens: readonly number[], next: number): number {
  const last = tokens.length
  let count = 0
  for (let i = 3; i < last; i++) {
    const same =
      tokens[i] === next &&
      tokens[i - 1] === tokens[last - 1] &&
      tokens[i - 2] === tokens[last - 2] &&
      tokens[i - 3] === tokens[last - 3]
    if (same) count++
  }
  return count
}

/**
 * Whether taking `next` after `tokens` would make a loop: a third round of one to eight pieces, the second already if three
 * words are in it, or a run of four pieces for the fourth time. Only pieces that are words, or parts of words, count:
 * "1.000.000.000" and "www" repeat themselves rightly.
 */
export function isLoop(tokens: readonly number[], next: number, kinds: PieceKinds): boolean {
  if (tokens.length < 2 || !kinds.isWordlike(next)) return false
  for (let n = 1; n <= 8; n++) {
    if (goesRound(tokens, next, n, 2) && goesRound(tokens, next, n, roundsOfLoop(tokens, next, n, kinds)))
      return true
  }
  return occurrences(tokens, next) >= 3
}
