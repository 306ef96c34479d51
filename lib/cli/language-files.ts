import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { readLexiconSources } from '@/lib/build/compile-lexicon'
import { createLexicon } from '@/lib/content/lexicon-file'
import { readTranslationTable, type LearnedTable } from '@/lib/content/translation-table'
import type { Lexicon } from '@/lib/language/lexicon'

const folder = fileURLToPath(new URL('../../content/lexicon', import.meta.url))

/** The lexicon of the app, from its source tables: the same content that the page gets compiled. */
export const loadLexicon = (): Lexicon => createLexicon(readLexiconSources(folder))

/** The learned translation table; an empty one where it has not been made. */
export const loadTranslationTable = (): LearnedTable => {
  const file = join(folder, 'translation-table.tsv.gz')
  return readTranslationTable(existsSync(file) ? gunzipSync(readFileSync(file)).toString('utf8') : '')
}
