/** chrF as sacrebleu computes it: character 1- to 6-grams, beta 2, blanks removed. */

const order = 6
const beta2 = 4

/** Per n: n-grams of the hypothesis, of the reference, and in both. */
type Counts = readonly (readonly [hypothesis: number, reference: number, common: number])[]

function ngrams(text: string, n: number): Map<string, number> {
  const counts = new Map<string, number>()
  const characters = [...text]
  for (let i = 0; i + n <= characters.length; i++) {
    const gram = characters.slice(i, i + n).join('')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0)

function sentenceCounts(hypothesis: string, reference: string): Counts {
  const [h, r] = [hypothesis, reference].map((text) => text.replace(/\s+/gu, '')) as [string, string]
  return Array.from({ length: order }, (_, i) => {
    const [hyp, ref] = [ngrams(h, i + 1), ngrams(r, i + 1)]
    let common = 0
    for (const [gram, count] of hyp) common += Math.min(count, ref.get(gram) ?? 0)
    const references = sum(ref)
    // sacrebleu: an n for which the reference has no n-gram counts no hypothesis n-grams either.
    return [references > 0 ? sum(hyp) : 0, references, common] as const
  })
}

/** F-score over the orders that both sides have. */
function score(counts: Counts): number {
  const present = counts.filter(([hypothesis, reference]) => hypothesis > 0 && reference > 0)
  if (present.length === 0) return 0
  const mean = (value: (count: Counts[number]) => number): number =>
    present.reduce((total, count) => total + value(count), 0) / present.length
  const precision = mean(([hypothesis, , common]) => common / hypothesis)
  const recall = mean(([, reference, common]) => common / reference)
  if (precision + recall === 0) return 0
  return (100 * (1 + beta2) * precision * recall) / (beta2 * precision + recall)
}

/** chrF of one sentence against its reference, 0 to 100. */
export const sentenceChrf = (hypothesis: string, reference: string): number =>
  score(sentenceCounts(hypothesis, reference))

/** chrF of a whole text, sentence by sentence: counts are added up before the score is taken. 0 for no sentences. */
export function corpusChrf(hypotheses: readonly string[], references: readonly string[]): number {
  if (hypotheses.length !== references.length)
    throw new RangeError('As many hypotheses as references are needed')
  const total = Array.from({ length: order }, () => [0, 0, 0] as [number, number, number])
  hypotheses.forEach((hypothesis, i) => {
    sentenceCounts(hypothesis, references[i]!).forEach((counts, n) => {
      for (let k = 0; k < 3; k++) total[n]![k]! += counts[k]!
    })
  })
  return score(total)
}
