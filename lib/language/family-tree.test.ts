import { describe, expect, it } from 'vitest'
import type { Analyze } from './analyze'
import { familyTree, type FamilyNode } from './family-tree'

const step = (before: string, after: string) => ({
  affix: { kind: 'prefix', label: 'ber-' } as const,
  before,
  after,
})
const analyze: Analyze = (form) => {
  const ways: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    memerintah: [['perintah', 'memerintah']],
    pemerintah: [['perintah', 'pemerintah']],
    pemerintahan: [
      ['perintah', 'pemerintah'],
      ['pemerintah', 'pemerintahan'],
    ],
  }
  const steps = (ways[form] ?? []).map(([before, after]) => step(before, after))
  return [{ lemma: form, root: 'perintah', affixes: [], steps, score: 0, known: true }]
}

const drawn = ({ word, built }: FamilyNode): string =>
  built.length === 0 ? word : `${word}(${built.map(drawn).join(' ')})`

describe('familyTree', () => {
  it('hangs a word on the word it is built from', () => {
    const family = ['perintah', 'pemerintahan', 'memerintah', 'pemerintah']
    expect(drawn(familyTree('perintah', family, analyze))).toBe(
      'perintah(memerintah pemerintah(pemerintahan))',
    )
  })

  it('hangs a word on the root when what lies between is not in the family', () => {
    expect(drawn(familyTree('perintah', ['perintah', 'pemerintahan'], analyze))).toBe(
      'perintah(pemerintahan)',
    )
  })

  it('is the root alone without a family', () => {
    expect(drawn(familyTree('air', [], analyze))).toBe('air')
  })
})
