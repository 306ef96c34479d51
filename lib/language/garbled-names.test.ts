import { describe, expect, it } from 'vitest'
import { garbledNames } from './garbled-names'

const english = new Set(['President', 'Russian', 'Minister', 'Deputy', 'Market', 'Syria'])
const isKnown = (word: string): boolean => english.has(word)

describe('garbled names', () => {
  it.each([
    ['Kursi itu direbut Romario, mantan pemain.', 'The seat was won by Rorio, a former player.', ['Romario']],
    ['Ia tiba di Cilincing kemarin.', 'He arrived in Cincingli yesterday.', ['Cilincing']],
    ['Pertemuan dengan Lavrov di Wonsan.', "A meeting with Lavrovrov's aide in Wonsan.", ['Lavrov']],
  ])('%s', (source, target, names) => {
    expect(garbledNames(source, target, isKnown)).toEqual(names)
  })

  it.each([
    ['Kata Presiden Suriah itu.', 'Said the President of Syria.'],
    ['Klub asal Malaysia itu.', 'The Malaysian club.'],
    ['Pertemuan dengan Lavrov.', "A meeting in Lavrov's office."],
    ['Romario pulang.', 'Rorio went home.'],
    ['Ia pergi ke Pasar Senen.', 'He went to the Market.'],
    ['Dukungan Moskow bagi Ukraina.', 'The support of Moscow for Ukraine.'],
    ['', ''],
  ])('none: %s', (source, target) => {
    expect(garbledNames(source, target, isKnown)).toEqual([])
  })
})
