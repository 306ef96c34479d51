import { describe, expect, it } from 'vitest'
import { sentenceKey } from '@/lib/language/sentence-key'
import type { Tokenizer } from './prepared'
import type { Finished, Partial } from './protocol'
import { end, toyRuntime } from './toy-runtime'
import type { Language } from './toy-runtime'
import { translateSentences } from './translate-sentences'

const pieces = ['', '', '', '▁ada', '▁kota', '▁14', '▁15', '▁cities', '▁There', '▁are', '▁towns', '▁16']
const tokenizer: Tokenizer = {
  tokenize: (text) => text.split(' ').map((word) => `▁${word}`),
  id: (piece) => pieces.indexOf(piece),
  piece: (id) => pieces[id] ?? '',
  score: () => undefined,
}
const [fourteen, fifteen, cities, there, are, towns, sixteen] = [5, 6, 7, 8, 9, 10, 11]

/** "There are <a number> cities", the number by likelihood. */
const counting =
  (numbers: Readonly<Record<number, number>>): Language =>
  (_source, written) =>
    written.length === 2 ? numbers : { [[there, are, 0, cities][written.length] ?? end]: 0 }

async function translate(language: Language, beams = 1, unsure = -Infinity) {
  const finished: Finished[] = []
  const partials: Partial[] = []
  const text = 'ada 14 kota'
  const toy = toyRuntime(language)
  const runtime = { ...toy, shape: { ...toy.shape, unsure } }
  await translateSentences({ runtime, tokenizer }, [{ key: sentenceKey(text), text }], {
    beams,
    attention: false,
    signal: new AbortController().signal,
    onPartial: (some) => partials.push(...some),
    onFinished: (sentence) => finished.push(sentence),
  })
  return { texts: finished.map(({ text }) => text), partials: partials.map(({ text }) => text) }
}

describe('a second look', () => {
  it('finds the right number behind a likelier wrong one, and reports once', async () => {
    const language = counting({ [fifteen]: Math.log(0.7), [fourteen]: Math.log(0.3) })
    const { texts, partials } = await translate(language)
    expect(texts).toEqual(['There are 14 cities'])
    expect(partials.at(-1)).toBe('There are 15 cities')
  })

  it('keeps the first text where the search finds nothing with fewer flaws', async () => {
    const { texts } = await translate(counting({ [fifteen]: Math.log(0.7), [sixteen]: Math.log(0.3) }))
    expect(texts).toEqual(['There are 15 cities'])
  })

  it('is not taken where nothing is visibly wrong', async () => {
    const { texts } = await translate(counting({ [fourteen]: Math.log(0.6), [fifteen]: Math.log(0.4) }))
    expect(texts).toEqual(['There are 14 cities'])
  })

  /** The likelier first word leads to what is less likely in all. */
  const garden: Language = (_source, written) => {
    if (written.length === 0) return { [there]: Math.log(0.6), [towns]: Math.log(0.4) }
    if (written[0] === towns) return written.length === 1 ? { [fourteen]: 0 } : { [end]: 0 }
    if (written.length === 1)
      return { [are]: Math.log(0.4), [cities]: Math.log(0.3), [fifteen]: Math.log(0.3) }
    return written.length === 2 ? { [fourteen]: 0 } : { [end]: 0 }
  }

  it('finds what is likelier where the model is unsure', async () => {
    expect((await translate(garden, 1, -0.1)).texts).toEqual(['towns 14'])
    expect((await translate(garden, 1, -2)).texts).toEqual(['There are 14'])
  })

  it('is not needed where beams were asked for', async () => {
    const { texts } = await translate(counting({ [fifteen]: Math.log(0.7), [fourteen]: Math.log(0.3) }), 2)
    expect(texts).toEqual(['There are 14 cities'])
  })
})
