import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createAnalyzer } from '../analyze'
import { appLexicon } from './lexicon-fixture'

type Gold = { readonly form: string; readonly root: string; readonly affixes: string }

const gold: readonly Gold[] = readFileSync(new URL('./affix-gold.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [form = '', root = '', affixes = ''] = line.split('\t')
    return { form, root, affixes }
  })

describe('the affix gold', () => {
  it('has at least 600 forms, none twice', () => {
    expect(gold.length).toBeGreaterThanOrEqual(600)
    expect(new Set(gold.map(({ form }) => form)).size).toBe(gold.length)
  })

  it('is read rightly, root and all affixes, in 98 of 100', () => {
    const analyze = createAnalyzer(appLexicon())
    const wrong = gold.flatMap(({ form, root, affixes }) => {
      const best = analyze(form)[0]
      const found = best?.affixes.map(({ label }) => label).join('+')
      return best?.root === root && found === affixes ? [] : [`${form}: ${best?.root} ${found}, not ${root} ${affixes}`]
    })
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(gold.length * 0.02)
  })
})
