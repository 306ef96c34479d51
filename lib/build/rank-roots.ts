import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Roots of the dictionary, the commonest first. The tables of `content/lexicon/lemmas` are in order of frequency, file
 * by file, so a root stands where the first of its words does. Names are no roots to learn.
 */
export function rankRoots(folder: string): readonly string[] {
  const roots = new Set<string>()
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.tsv')) continue
    for (const line of readFileSync(join(folder, file), 'utf8').split(/\r?\n/)) {
      const [lemma = '', pos = '', root = '-'] = line.split('\t')
      if (lemma === '' || lemma.startsWith('#') || pos === 'name') continue
      roots.add(root === '-' ? lemma : root)
    }
  }
  return [...roots]
}
