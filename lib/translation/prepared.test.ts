import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batchesByLength } from './batches'
import type { ModelShape } from './model-shape'
import { finish, prepare } from './prepared'
import type { Tokenizer } from './prepared'
import { copyUnknown, joinPieces, pieceSpans } from './pieces'
import { splitLong } from './split-long'

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length

describe('splitLong', () => {
  it('leaves what is short enough', () => {
    expect(splitLong('satu dua tiga', 3, words)).toEqual([{ start: 0, end: 13 }])
  })

  it('cuts at clauses rather than between words', () => {
    const text = 'Dia datang pagi itu; mereka pergi sore itu, katanya.'
    const parts = splitLong(text, 5, words).map(({ start, end }) => text.slice(start, end))
    expect(parts).toEqual(['Dia datang pagi itu; ', 'mereka pergi sore itu, katanya.'])
  })

  it('tiles any text with parts within the limit, and splits no character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 2, max: 20 }),
        (text, limit) => {
          const spans = splitLong(text, limit, (part) => part.length)
          expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
          for (const { start, end } of spans) {
            expect(end - start).toBeLessThanOrEqual(Math.max(limit, 2))
            expect(/^[\udc00-\udfff]|[\ud800-\udbff]$/.test(text.slice(start, end))).toBe(false)
          }
        },
      ),
    )
  })
})

describe('batchesByLength', () => {
  it('holds every source once, sorted by length, within both bounds', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 80 })
    fc.assert(
      fc.property(lengths, (given) => {
        const batches = batchesByLength(given, { rows: 8, positions: 400 })
        const flat = batches.flat()
        expect([...flat].sort((a, b) => a - b)).toEqual(given.map((_, i) => i))
        flat.forEach((i, at) => expect(given[i]!).toBeGreaterThanOrEqual(given[flat[at - 1] ?? i]!))
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(8)
          const longest = Math.max(...batch.map((i) => given[i]!))
          expect(batch.length === 1 || batch.length * longest <= 400).toBe(true)
        }
      }),
    )
  })
})

describe('pieces', () => {
  it('are found in the text in order', () => {
    const text = 'Menteri Luar 漢字 Negeri-Rusia 30'
    const pieces = ['▁Menteri', '▁Luar', '▁', '漢字', '▁Negeri', '-', 'R', 'us', 'ia', '▁', '3', '0']
    const places = pieceSpans(text, pieces).map(({ start, end }) => text.slice(start, end))
    expect(places).toEqual(['Menteri', 'Luar', '', '漢字', 'Negeri', '-', 'R', 'us', 'ia', '', '3', '0'])
  })

  it('that the tokenizer rewrote do not lead those behind them astray', () => {
    const text = 'a № b c'
    const places = pieceSpans(text, ['▁a', '▁No', '▁b', '▁c']).map(({ start, end }) => text.slice(start, end))
    expect([places[0], places[2], places[3]]).toEqual(['a', 'b', 'c'])
  })

  it('join to text with a span each, without blanks at the ends', () => {
    const { text, spans } = joinPieces(['▁The', '▁', '30', ',', '000', '▁men', '▁'])
    expect(text).toBe('The 30,000 men')
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The',
      '',
      '30',
      ',',
      '000',
      'men',
      '',
    ])
  })

  it('that are unknown are copied from where the model looked', () => {
    const source = { ids: [5, 2, 6, 2, 1], spans: [], surfaces: ['a', '漢', 'b', '字', ''] }
    expect(copyUnknown(source, 2, 0, Float32Array.of(0.5, 0.1, 0, 0.4, 0))).toBe('字')
    expect([0, 1, 2].map((nth) => copyUnknown(source, 2, nth, undefined))).toEqual(['漢', '字', ''])
  })
})

describe('the case of a source', () => {
  const vocabulary = [
    '<unk>',
    '</s>',
    '▁warga',
    '▁Jakarta',
    '▁dilanda',
    '▁banjir',
    '▁flood',
    '▁of',
    '▁the',
    '▁city',
  ]
  /** Whole words, each one piece; what is unknown is all in pieces of a letter. */
  const tokenizer: Tokenizer = {
    tokenize: (text) =>
      text.split(' ').flatMap((one) => (vocabulary.includes(`▁${one}`) ? [`▁${one}`] : [...`▁${one}`])),
    id: (piece) => (vocabulary.includes(piece) ? vocabulary.indexOf(piece) : undefined),
    piece: (id) => vocabulary[id] ?? '',
    score: (piece) => (vocabulary.includes(piece) ? -5 : undefined),
  }
  const shape: ModelShape = {
    vocabulary: vocabulary.length,
    heads: 1,
    headSize: 1,
    end: 1,
    padding: 1,
    unknown: 0,
    sourcePrefix: [],
    start: [1],
    banned: [],
    window: 64,
    sentenceCase: true,
    unsure: -Infinity,
  }
  const sentence = { key: 'k' as never, text: 'Warga  Jakarta Dilanda Banjir' }
  const surfaces = (given: ModelShape) => prepare(sentence, tokenizer, given).parts[0]!.surfaces

  it('is small where the vocabulary likes it so, with spans in the text as it stands', () => {
    const [part] = prepare(sentence, tokenizer, shape).parts
    expect(part!.surfaces).toEqual(['warga', 'Jakarta', 'dilanda', 'banjir', ''])
    expect(part!.spans.map(({ start, end }) => sentence.text.slice(start, end))).toEqual([
      'Warga',
      'Jakarta',
      'Dilanda',
      'Banjir',
      '',
    ])
  })

  it('is left to models that were not trained so', () => {
    expect(surfaces({ ...shape, sentenceCase: false })).toContain('W')
  })

  it('comes back to the English of a headline, and only of one', () => {
    const english = { tokens: [6, 7, 8, 9], attention: [], score: 0 }
    const written = (text: string) =>
      finish(prepare({ ...sentence, text }, tokenizer, shape), [english], {
        tokenizer,
        shape,
        attention: false,
      }).text
    expect(written('Warga Jakarta Dilanda Banjir')).toBe('Flood of the City')
    expect(written('WARGA JAKARTA DILANDA BANJIR')).toBe('FLOOD OF THE CITY')
    expect(written('Warga Jakarta dilanda banjir.')).toBe('flood of the city')
  })
})
