import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format } from 'prettier'
import { describe, expect, it } from 'vitest'
import { createAnnotator } from '../annotate'
import type { AnnotatedToken } from '../annotation'
import { segment } from '../segment'
import { appLexicon } from './lexicon-fixture'

/**
 * What the app makes of its articles, one file each: sentences, words taken apart, terms. A change is read as prose in the diff and
 * taken over with `npm run golden:write`.
 */
const here = fileURLToPath(new URL('.', import.meta.url))
const folder = fileURLToPath(new URL('../../../content/articles/', import.meta.url))
const slugs = readdirSync(folder)
  .filter((file) => file.endsWith('.md') && !file.endsWith('.en.md'))
  .map((file) => file.slice(0, -'.md'.length))

const annotate = createAnnotator(appLexicon())

const isTelling = ({ kind, affixes, readout, surface, lemma }: AnnotatedToken): boolean =>
  kind === 'word' ? affixes.length > 0 || lemma !== surface.toLowerCase() : kind === 'name' || kind === 'acronym' || readout !== undefined

const written = ({ surface, kind, root, affixes, readout, partner }: AnnotatedToken): string => {
  if (kind !== 'word') return `${surface} (${kind}${readout ? `: ${readout}` : ''})`
  return [surface, '=', root, affixes.join(' '), partner ? `↔ ${partner.form}` : ''].filter(Boolean).join(' ')
}

const goldenOf = (slug: string) => {
  const text = readFileSync(`${folder}${slug}.md`, 'utf8').replace(/^---[\s\S]*?\n---\n/, '')
  return segment(text).map(({ sentences }) =>
    sentences.map((sentence) => {
      const { tokens, terms } = annotate(sentence.text)
      return {
        text: sentence.text,
        words: tokens.filter(isTelling).map(written),
        terms: terms.map(({ entry }) => entry.surface),
        unknown: tokens.filter(({ kind, gloss, term }) => kind === 'word' && gloss === '' && term === undefined).map(({ surface }) => surface),
      }
    }),
  )
}

describe('golden articles', () => {
  it.each(slugs)('%s', async (slug) => {
    const file = `${here}${slug}.json`
    const golden = await format(JSON.stringify(goldenOf(slug)), { parser: 'json', printWidth: 110 })
    if (process.env.GOLDEN === 'write') writeFileSync(file, golden)
    expect(existsSync(file), `no golden file for ${slug}: npm run golden:write`).toBe(true)
    expect(golden).toBe(readFileSync(file, 'utf8'))
  })
})
