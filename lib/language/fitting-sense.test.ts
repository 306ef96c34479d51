import { describe, expect, it } from 'vitest'
import { englishStem, fittingSense } from './fitting-sense'
import type { Sense } from './lexicon'

const senses = (...texts: string[]): readonly Sense[] => texts.map((text) => ({ glosses: text.split('; ') }))

describe('fittingSense', () => {
  it.each<[string, readonly Sense[], readonly string[], string, number | undefined]>([
    ['liver, not heart', senses('heart; mind', 'liver'), ['liver'], 'He has a liver disease.', 1],
    ['heart', senses('heart; mind', 'liver'), ['heart'], 'Her heart was heavy.', 0],
    [
      'an inflected verb',
      senses('to walk', 'to run (of a machine)'),
      ['was', 'running'],
      'It was running.',
      1,
    ],
    ['an irregular verb', senses('to hold', 'to write'), ['wrote'], 'She wrote a book.', 1],
    ['the sentence where no word is aligned', senses('road', 'way'), [], 'They blocked the road.', 0],
    ['the aligned word before the sentence', senses('year', 'age'), ['aged'], 'Last year, aged 20.', 1],
    ['nothing where nothing tells', senses('can', 'venom'), ['is', 'able'], 'He is able to come.', undefined],
    ['nothing without senses', [], ['x'], 'x', undefined],
    ['no weak word', senses('of; by', 'responsible'), ['of'], 'of the people', undefined],
  ])('picks %s', (_, given, aligned, english, expected) => {
    expect(fittingSense(given, aligned, english)).toBe(expected)
  })
})

describe('englishStem', () => {
  it.each([
    ['praised', 'praise'],
    ['countries', 'country'],
    ['stopped', 'stop'],
    ['making', 'make'],
    ['classes', 'class'],
    ['buses', 'bus'],
    ['walks', 'walk'],
    ['Russia’s', 'Russia'],
    ['children', 'child'],
    ['quickly', 'quick'],
  ])('%s meets %s', (form, base) => {
    expect(englishStem(form)).toBe(englishStem(base))
  })

  it('keeps different words apart', () => {
    expect(new Set(['this', 'crisis', 'bus', 'glass', 'red', 'ring', 'king'].map(englishStem)).size).toBe(7)
  })
})

it('takes no English word for a part of its own tables', () => {
  expect(englishStem('constructor')).toBe('constructor')
})
