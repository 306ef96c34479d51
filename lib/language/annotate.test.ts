import fc from 'fast-check'
import { anyText } from './golden/any-text'
import { describe, expect, it } from 'vitest'
import { createLexicon, parseSenses, type LexiconContent } from '@/lib/content/lexicon-file'
import { createAnnotator } from './annotate'
import type { AnnotatedToken } from './annotation'
import type { Token } from './article'
import type { Entry, NamedEntry } from './lexicon'
import { plainToken } from './read-token'
import { tokenize } from './tokenize'

const entry = (
  lemma: string,
  pos: string,
  root: string,
  senses: string,
  band = 1,
): Entry & { readonly band: number } => ({
  lemma,
  pos: pos.split('|') as Entry['pos'],
  root,
  register: 'neutral',
  senses: parseSenses(senses),
  band,
})

const named = (surface: string, kind: NamedEntry['kind'], note: string, senses: string): NamedEntry => ({
  surface,
  kind,
  note,
  senses: parseSenses(senses),
})

const content: LexiconContent = {
  entries: [
    entry('menulis', 'verb', 'tulis', 'to write'),
    entry('tulis', 'verb', 'tulis', 'to write; written'),
    entry('angkatan', 'noun', 'angkat', 'force; generation'),
    entry('bersenjata', 'adj', 'senjata', 'armed'),
    entry('senjata', 'noun', 'senjata', 'weapon'),
    entry('rumah', 'noun', 'rumah', 'house; home'),
    entry('sakit', 'adj|noun', 'sakit', 'ill; sick'),
    entry('kerja', 'noun', 'kerja', 'work'),
    entry('sama', 'adj', 'sama', 'same'),
    entry('teknologi', 'noun', 'teknologi', 'technology', 2),
    entry('triliun', 'num', 'triliun', 'trillion'),
    entry('kata', 'noun', 'kata', 'word'),
    entry('mega', 'noun', 'mega', 'cloud'),
    entry('baik', 'adj', 'baik', 'good'),
    entry('membaik', 'verb', 'baik', 'to improve'),
    entry('jual', 'verb', 'jual', 'to sell'),
    entry('beli', 'verb', 'beli', 'to buy'),
  ],
  roots: ['angkat'],
  named: [
    named('angkatan bersenjata', 'term', 'noun', 'armed forces; military'),
    named('rumah sakit', 'term', 'noun', 'hospital'),
    named('kerja sama', 'term', 'noun', 'cooperation'),
    named('KPK', 'acronym', 'Komisi Pemberantasan Korupsi', 'Corruption Eradication Commission'),
    named('Rusia', 'name', 'place', 'Russia'),
    named('Korea Utara', 'name', 'place', 'North Korea'),
  ],
}

const annotate = createAnnotator(createLexicon(content))
const tokens = (text: string): readonly AnnotatedToken[] =>
  annotate(text).tokens.filter(({ kind }) => kind !== 'space')
const token = (text: string, surface: string): AnnotatedToken | undefined =>
  tokens(text).find((one) => one.surface === surface)

describe('annotate', () => {
  it('knows the passive, its active partner and the headword', () => {
    expect(token('Surat ditulisnya', 'ditulisnya')).toMatchObject({
      lemma: 'menulis',
      root: 'tulis',
      affixes: ['di-', '-nya'],
      gloss: 'to write',
      voice: 'passive',
      partner: { voice: 'active', form: 'menulis' },
    })
    expect(token('ia menulis', 'menulis')).toMatchObject({
      voice: 'active',
      partner: { voice: 'passive', form: 'ditulis' },
    })
    expect(token('ia membaik', 'membaik')?.partner).toBeUndefined()
  })

  it('finds terms as one, with clitics on the last word only', () => {
    const text = 'angkatan bersenjatanya dan kerja sama'
    const { terms } = annotate(text)
    expect(terms.map(({ entry: { surface } }) => surface)).toEqual(['angkatan bersenjata', 'kerja sama'])
    expect(tokens(text).map(({ term }) => term)).toEqual([0, 0, undefined, 1, 1])
    expect(annotate('rumahnya sakit').terms).toEqual([])
    expect(annotate('rumah, sakit').terms).toEqual([])
  })

  it('explains acronyms and names, also inside a word', () => {
    expect(token('oleh KPK', 'KPK')).toMatchObject({
      kind: 'acronym',
      expansion: 'Komisi Pemberantasan Korupsi',
    })
    expect(token('oleh KPK-lah', 'KPK-lah')).toMatchObject({
      kind: 'acronym',
      gloss: 'Corruption Eradication Commission',
    })
    expect(token('di Rusia', 'Rusia')).toMatchObject({ kind: 'name', gloss: 'Russia', root: 'Rusia' })
    expect(token('sikap anti-Rusia', 'anti-Rusia')).toMatchObject({ kind: 'word', gloss: 'Russia' })
    expect(annotate('ke Korea Utara').terms[0]?.entry.kind).toBe('name')
  })

  it('never takes a name apart', () => {
    expect(token('di Bekasi', 'Bekasi')).toMatchObject({ kind: 'name', root: 'Bekasi', affixes: [] })
    expect(token('kata Mega Santoso', 'Mega')).toMatchObject({ kind: 'name' })
    expect(token('kata mega', 'mega')).toMatchObject({ kind: 'word', gloss: 'cloud' })
  })

  it('reads numbers with what belongs to them', () => {
    expect(token('Rp 1,5 triliun', '1,5')).toMatchObject({ kind: 'number', readout: '1.5 trillion rupiah' })
    expect(token('pada 12/7/2025', '12/7/2025')?.readout).toBe('12 July 2025')
  })

  it('marks guessable loans and gives parts of hyphenated pairs', () => {
    expect(token('teknologi', 'teknologi')?.guessable).toBe(true)
    expect(token('rumah', 'rumah')?.guessable).toBe(false)
    expect(token('harga jual-beli', 'jual-beli')?.gloss).toBe('to sell–to buy')
  })

  it('is honest about words it does not know', () => {
    expect(token('ia blorong', 'blorong')).toMatchObject({
      kind: 'word',
      gloss: '',
      band: 6,
      root: 'blorong',
    })
  })

  it('tiles any text with its tokens', () => {
    fc.assert(
      fc.property(anyText(120), (text) => {
        const annotated = annotate(text)
        expect(annotated.tokens.map(({ surface }) => surface).join('')).toBe(text)
        expect(annotated.terms.every(({ from, to }) => from < to && to <= annotated.tokens.length)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('cuts as tokenize does, forms met before too', () => {
    const words = 'rumah-sakit KPK Rp 1,5 dr. Budi, “a.n.” ke-2 A. Mega: 12/7 detik.com RUMAH SAKIT'.split(
      ' ',
    )
    const isWord = (form: string): boolean => content.entries.some(({ lemma }) => lemma === form)
    const pieces = fc.array(fc.oneof(fc.constantFrom(...words, ' ', ' ', '.', ', '), anyText(4)), {
      maxLength: 20,
    })
    const cut = (text: string, given: readonly Token[]) =>
      given.map(({ span, kind }) => [text.slice(span.start, span.end), kind === 'space'])
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('')
        expect(cut(text, annotate(text).tokens)).toEqual(cut(text, tokenize(text, isWord)))
      }),
      { numRuns: 200 },
    )
  })

  it('makes tokens that can be copied whole', () => {
    const [first] = annotate('menulis').tokens
    const copy = first && structuredClone(plainToken(first))
    expect(copy).toMatchObject({
      surface: 'menulis',
      span: { start: 0, end: 7 },
      root: 'tulis',
      affixes: ['meN-'],
    })
    expect(copy?.partner).toEqual(first?.partner)
  })
})
