import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { rankRoots } from './rank-roots'

describe('the commonest roots', () => {
  const roots = rankRoots(fileURLToPath(new URL('../../content/lexicon/lemmas', import.meta.url)))

  it('are each there once, function words first, derived words under their root', () => {
    expect(new Set(roots).size).toBe(roots.length)
    expect(roots.indexOf('yang')).toBeLessThan(20)
    expect(roots).toContain('bagi')
    expect(roots).not.toContain('membagi')
    expect(roots.length).toBeGreaterThan(1000)
  })
})
