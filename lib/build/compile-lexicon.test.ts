import { mkdtempSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readLexicon } from '@/lib/content/lexicon-file'
import { checkLemmaRow, compileLexicon, LexiconSourceError, readLexiconSources } from './compile-lexicon'

const sources = (files: Readonly<Record<string, readonly (readonly string[])[]>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'lexicon-'))
  mkdirSync(join(folder, 'lemmas'))
  for (const [name, rows] of Object.entries(files)) {
    writeFileSync(join(folder, name), rows.map((row) => `${row.join('\t')}\n`).join(''))
  }
  return folder
}

describe('readLexiconSources', () => {
  it('joins files: the first wins, new senses are added, roots are followed to the last', () => {
    const folder = sources({
      'lemmas/00.tsv': [
        ['apel', 'noun', '-', '-', 'apple'],
        ['perhatian', 'noun', 'hati', '-', 'attention'],
        ['hati', 'noun', '-', '-', 'heart'],
      ],
      'lemmas/01.tsv': [
        ['apel', 'noun|verb', 'x', 'formal', 'apple | roll call'],
        ['memperhatikan', 'verb', 'perhatian', '-', 'to notice'],
        ['ketidakadilan', 'noun', 'tidak adil', '-', 'injustice'],
      ],
      'terms.tsv': [['rumah sakit', 'noun', '-', 'hospital']],
      'acronyms.tsv': [['KPK', 'Komisi', 'Commission', 'since 2003']],
      'names.tsv': [['Rusia', 'place', 'Russia']],
      'roots.tsv': [['# comment'], ['cekik tegap']],
    })
    const { entries, roots, named } = readLexiconSources(folder)
    const entry = (lemma: string) => entries.find((one) => one.lemma === lemma)
    expect(entry('apel')).toMatchObject({ root: 'apel', register: 'neutral', pos: ['noun', 'verb'], band: 1 })
    expect(entry('apel')?.senses.map(({ glosses }) => glosses[0])).toEqual(['apple', 'roll call'])
    expect(entry('memperhatikan')).toMatchObject({ root: 'hati', band: 2 })
    expect(roots).toEqual(['adil', 'cekik', 'tegap'])
    expect(named.map(({ surface, kind, note }) => [surface, kind, note])).toEqual([
      ['rumah sakit', 'term', 'noun'],
      ['KPK', 'acronym', 'Komisi (since 2003)'],
      ['Rusia', 'name', 'place'],
    ])
  })

  it('names file and line of every bad row', () => {
    const folder = sources({
      'lemmas/00.tsv': [
        ['a', 'noun', '-', '-', 'x'],
        ['Apa', 'noun', '-', '-', 'x'],
        ['b', 'nuon', '-', '-', 'y'],
      ],
    })
    expect(() => readLexiconSources(folder)).toThrow(LexiconSourceError)
    expect(() => readLexiconSources(folder)).toThrow(
      /00\.tsv:2: .*\n00\.tsv:3: unknown part of speech "nuon"/,
    )
  })
})

it.each([
  [['a', 'noun', '-', '-'], '4 columns'],
  [['a', 'noun', '', '-', 'x'], 'root'],
  [['a', 'noun', '-', 'slang', 'x'], 'register'],
  [['a', 'noun', '-', '-', ' ; '], 'no senses'],
])('refuses %j', (cells, reason) => {
  expect(checkLemmaRow(cells)).toContain(reason)
})

describe('the app’s own lexicon', () => {
  const source = fileURLToPath(new URL('../../content/lexicon', import.meta.url))

  it('compiles into one file of at most 450 kB gzip, replacing the last', () => {
    const target = mkdtempSync(join(tmpdir(), 'compiled-'))
    writeFileSync(join(target, 'lexicon.0123456789ab.txt'), 'old')
    const manifest = compileLexicon(source, target)
    const files = readdirSync(target)
    expect(files).toEqual(expect.arrayContaining([manifest.file, 'manifest.json']))
    expect(files).not.toContain('lexicon.0123456789ab.txt')
    expect(manifest.gzipBytes).toBeLessThanOrEqual(450 * 1024)
    expect(manifest.entries).toBeGreaterThanOrEqual(6000)
    expect(readLexicon(readFileSync(join(target, manifest.file), 'utf8')).entries).toHaveLength(
      manifest.entries,
    )
  })
})
