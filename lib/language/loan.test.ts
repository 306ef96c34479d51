import { expect, it } from 'vitest'
import { isGuessable } from './loan'

it.each([
  ['teknologi', 'technology'],
  ['universitas', 'university'],
  ['inflasi', 'inflation'],
  ['demokrasi', 'democracy'],
  ['kualitas', 'quality'],
  ['politik', 'politics'],
  ['korupsi', 'corruption'],
  ['aktif', 'active'],
  ['jurnalisme', 'journalism'],
  ['kompleks', 'complex'],
  ['organisasi', 'an organization'],
])('%s is guessable as %s', (word, gloss) => {
  expect(isGuessable(word, [gloss])).toBe(true)
})

it.each([
  ['rumah', 'house'],
  ['kantor', 'office'],
  ['ilmiah', 'scientific'],
  ['pesan', 'message'],
  ['khusus', 'special'],
  ['makan', 'to eat'],
])('%s is not guessable as %s', (word, gloss) => {
  expect(isGuessable(word, [gloss])).toBe(false)
})
