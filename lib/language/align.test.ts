import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLexicon, parseSenses } from '@/lib/content/lexicon-file'
import { alignByAttention } from './align'
import { alignByMeaning } from './align-by-meaning'
import { createAnnotator } from './annotate'
import { tokenize } from './tokenize'

const spans = (...ends: readonly number[]) => ends.map((end, at) => ({ start: ends[at - 1] ?? 0, end }))

describe('alignByAttention', () => {
  it('sums over source pieces and averages over target pieces', () => {
    // Source "ber|jalan cepat", target "walks fast": two pieces make the first source word.
    const attention = {
      source: spans(3, 8, 14),
      target: spans(5, 10),
      weights: Float32Array.from([0.5, 0.4, 0.1, 0.1, 0.1, 0.8]),
    }
    const source = [
      { start: 0, end: 8 },
      { start: 9, end: 14 },
    ]
    const target = [
      { start: 0, end: 5 },
      { start: 6, end: 10 },
    ]
    const links = alignByAttention(attention, source, target)
    expect(links.map((link) => [link.source, link.target, link.sure])).toEqual([
      [0, 0, true],
      [1, 1, true],
    ])
    expect(links[0]?.weight).toBeCloseTo(0.9)
  })

  it('leaves a word without attention alone and keeps links in range', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
        (weights) => {
          const attention = {
            source: spans(2, 4, 6, 8),
            target: spans(3, 6, 9),
            weights: Float32Array.from(weights),
          }
          for (const { source, target, weight } of alignByAttention(attention, spans(4, 8), spans(3, 9))) {
            expect(source).toBeLessThan(2)
            expect(target).toBeLessThan(2)
            expect(weight).toBeGreaterThan(0)
            expect(weight).toBeLessThanOrEqual(1)
          }
        },
      ),
    )
  })

  it('gives nothing for no pieces', () => {
    expect(
      alignByAttention({ source: [], target: [], weights: new Float32Array() }, spans(3), spans(3)),
    ).toEqual([])
  })
})

describe('alignByMeaning', () => {
  const words = [
    ['rumah', 'house'],
    ['besar', 'big'],
    ['itu', 'that'],
    ['dijual', 'sold'],
    ['putih', 'white'],
  ] as const
  const lexicon = createLexicon({
    entries: words.map(([lemma, gloss]) => ({
      lemma,
      pos: ['noun'],
      root: lemma,
      register: 'neutral',
      senses: parseSenses(gloss),
      band: 1,
    })),
    roots: [],
    named: [{ surface: 'rumah sakit', kind: 'term', note: 'noun', senses: parseSenses('hospital') }],
  })
  const annotate = createAnnotator(lexicon)
  const pairs = (id: string, en: string): readonly string[] => {
    const sentence = annotate(id)
    const english = tokenize(en)
      .filter(({ kind }) => kind !== 'space')
      .map(({ surface }) => surface)
    return alignByMeaning(sentence, english, {
      prob: (word, other) => (word === 'tua' && other === 'old' ? 0.6 : 0),
    }).map(({ source, target }) => `${sentence.tokens[source]?.surface}=${english[target]}`)
  }

  it('crosses the order of noun and adjective', () => {
    expect(pairs('Rumah putih besar itu dijual.', 'That big white house was sold.')).toEqual(
      expect.arrayContaining(['Rumah=house', 'putih=white', 'besar=big', 'itu=That', 'dijual=sold']),
    )
  })

  it('links names, numbers and learned words, and a term as a whole', () => {
    expect(pairs('Lavrov membeli 1.250 rumah tua', 'Lavrov bought 1,250 old houses')).toEqual(
      expect.arrayContaining(['Lavrov=Lavrov', '1.250=1,250', 'rumah=houses', 'tua=old']),
    )
    expect(pairs('rumah sakit itu', 'that hospital')).toEqual(
      expect.arrayContaining(['rumah=hospital', 'sakit=hospital']),
    )
  })

  it('takes the nearer of two equal words', () => {
    expect(
      pairs('rumah A dan rumah B', 'house A and house B').filter((link) => link.startsWith('rumah')),
    ).toHaveLength(2)
  })

  it('links nothing to marks, to nothing and to strangers', () => {
    expect(pairs('.', '.')).toEqual([])
    expect(pairs('', 'house')).toEqual([])
    expect(pairs('blorong', 'zebra')).toEqual([])
  })
})
