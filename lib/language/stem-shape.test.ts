import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { begins, endsOtherThan, isOneSyllable, isWord } from './stem-shape'

const stems = fc.string({ unit: fc.constantFrom(...'abcdeijklmnoprstuwyz-é'), maxLength: 7 })

describe('shapes of stems', () => {
  it.each([
    ['[cdjz]|sy|t[rw]', /^([cdjz]|sy|t[rw])/],
    ['[^aeiour]er[^aeiou]', /^[^aeiour]er[^aeiou]/],
    ['[^-][^-][^-][^-]', /^[^-]{4}/],
    ['ajar|unjur', /^(ajar|unjur)/],
  ])('begins with %s as the regular expression has it', (pattern, expression) => {
    const shape = begins(pattern)
    fc.assert(fc.property(stems, (stem) => shape(stem) === expression.test(stem)))
  })

  it('knows one syllable, whole words and last letters', () => {
    fc.assert(
      fc.property(
        stems,
        (stem) => isOneSyllable(stem) === /^[^aeiou]*[aeiou][^aeiou]*(?:kan|i)?$/.test(stem),
      ),
    )
    fc.assert(fc.property(stems, (stem) => endsOtherThan('i')(stem) === /[^i]$/.test(stem)))
    expect(['pergi', 'pergilah', ''].map(isWord('pergi'))).toEqual([true, false, false])
  })
})
