import { expect, it } from 'vitest'
import { corpusChrf, sentenceChrf } from './chrf'

/** Scores by sacrebleu 2.6.0, `CHRF()`: nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no. */
const scored: readonly [hypothesis: string, reference: string, score: number][] = [
  ['The cat sat on the mat.', 'The cat sat on the mat.', 100],
  ['A dog barked.', 'The cat sat on the mat.', 4.016064257028113],
  [
    'Russian Foreign Minister Sergei Lavrov praised the military alliance.',
    'Sergei Lavrov, the Russian foreign minister, praised his military alliance with North Korea.',
    55.52389825025049,
  ],
  ['', 'Something.', 0],
  ['a', 'ab', 55.55555555555556],
  ['It is 30,000 soldiers — “café”!', 'Up to 30,000 soldiers, “café”.', 63.74499413629848],
  ['Hi 😀 there', 'Hi 😀 you there', 38.52643170006746],
]

it.each(scored)('%j against %j', (hypothesis, reference, score) => {
  expect(sentenceChrf(hypothesis, reference)).toBeCloseTo(score, 8)
})

it('adds the counts of all sentences up before it scores', () => {
  const [hypotheses, references] = [scored.map(([h]) => h), scored.map(([, r]) => r)]
  expect(corpusChrf(hypotheses, references)).toBeCloseTo(53.16417614649188, 8)
})

it('is nought for nothing, and refuses sides of different length', () => {
  expect(corpusChrf([], [])).toBe(0)
  expect(() => corpusChrf(['a'], [])).toThrow(RangeError)
})
