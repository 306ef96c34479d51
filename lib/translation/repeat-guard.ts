/** Small models now and then fall into a loop ("the the the"); a piece that would go round once more is not taken. */

/** Whether the last `n` pieces, `next` among them, would stand there for the third time in a row. */
function goesRound(tokens: readonly number[], next: number, n: number): boolean {
  const length = tokens.length + 1
  const at = (i: number): number => (i === length - 1 ? next : tokens[i]!)
  if (length < 3 * n) return false
  for (let i = length - 3 * n; i < length - n; i++) if (at(i) !== at(i + n)) return false
  return true
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
 * Whether taking `next` after `tokens` would make a loop: a third round of one to eight pieces, or a run of four for the
 * fourth time. Only pieces that are words, or parts of words, count: "1.000.000.000" and "www" repeat themselves rightly.
 */
export function isLoop(
  tokens: readonly number[],
  next: number,
  isWordlike: (token: number) => boolean,
): boolean {
  if (tokens.length < 2 || !isWordlike(next)) return false
  for (let n = 1; n <= 8; n++) if (goesRound(tokens, next, n)) return true
  return occurrences(tokens, next) >= 3
}
