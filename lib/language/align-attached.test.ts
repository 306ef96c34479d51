import { describe, expect, it } from 'vitest'
import { alignByMeaning } from './align-by-meaning'
import { createAnnotator } from './annotate'
import { appLexicon } from './golden/lexicon-fixture'
import { tokenize } from './tokenize'

const annotate = createAnnotator(appLexicon())

const learned: Readonly<Record<string, string>> = { tinggi: 'higher', puluh: 'thirty' }

/** The links of a sentence pair by the lexicon and two learned words, as words. */
const pairs = (id: string, en: string): readonly string[] => {
  const sentence = annotate(id)
  const english = tokenize(en)
    .filter(({ kind }) => kind !== 'space')
    .map(({ surface }) => surface)
  return alignByMeaning(sentence, english, {
    prob: (word, other) => (learned[word] === other ? 0.5 : 0),
  }).map(({ source, target }) => `${sentence.tokens[source]?.surface}=${english[target]}`)
}

describe('words that hang on a linked word', () => {
  it.each([
    ['Kopernya hilang.', 'Her suitcase is lost.', ['Kopernya=suitcase', 'Kopernya=Her']],
    ['Kakekku membawa kuncimu.', 'My grandfather carried your key.', ['Kakekku=My', 'kuncimu=your']],
    ['Buku itu kupinjam.', 'I borrowed that book.', ['kupinjam=I', 'kupinjam=borrowed']],
    ['Gunung ini lebih tinggi.', 'This mountain is higher.', ['lebih=higher', 'tinggi=higher']],
    ['Dia menjawab secara resmi.', 'She answered officially.', ['secara=officially', 'resmi=officially']],
    ['Tiga puluh orang datang.', 'Thirty people came.', ['Tiga=Thirty', 'puluh=Thirty']],
    ['Operasi itu dilakukan polisi.', 'The operation was carried out by police.', ['dilakukan=out']],
    ['Segelas susu.', 'A glass of milk.', ['Segelas=A', 'Segelas=glass']],
    [
      'Mereka tidur di puncak gunung.',
      'They slept on the mountaintop.',
      ['puncak=mountaintop', 'gunung=mountaintop'],
    ],
    ['Kamu tidak tahu.', "You don't know.", ["tidak=don't"]],
  ])('%s', (id, en, wanted) => {
    expect(pairs(id, en)).toEqual(expect.arrayContaining(wanted))
  })

  it('leaves a small word alone that belongs to another, and one past a mark', () => {
    expect(pairs('Mobilnya merah.', 'Her mother bought a red car.')).not.toContain('Mobilnya=Her')
    expect(pairs('Mobilnya merah.', 'Hers, its car is red.')).not.toContain('Mobilnya=Hers')
    expect(pairs('Lebih banyak orang.', 'More people.')).toContain('Lebih=More')
  })
})
