import type { Lexicon } from '@/lib/language/lexicon'
import { createLexicon, LexiconFormatError, readLexicon } from './lexicon-file'
import { readTranslationTable, type LearnedTable } from './translation-table'

/** Where the compiled lexicon lies, as the page sees it. */
export const lexiconFolder = '/lexicon'

/** Gets files by their paths; `gunzipped` unpacks on the way. */
export type LexiconFiles = {
  readonly text: (path: string) => Promise<string>
  readonly gunzipped: (path: string) => Promise<string>
}

async function named(files: LexiconFiles, name: 'file' | 'table'): Promise<string> {
  const manifest: unknown = JSON.parse(await files.text(`${lexiconFolder}/manifest.json`))
  const file = (manifest as Readonly<Record<string, unknown>> | null)?.[name]
  if (typeof file !== 'string' || !/^[\w.]+$/.test(file)) throw new LexiconFormatError(`no ${name} in the manifest`)
  return `${lexiconFolder}/${file}`
}

/**
 * Loads the compiled lexicon: its manifest says which file is the current one. Takes a tenth of a second of computing,
 * so the page does it in a worker. Throws LexiconFormatError for files that are not what they should be.
 */
export const loadLexicon = async (files: LexiconFiles): Promise<Lexicon> =>
  createLexicon(readLexicon(await files.text(await named(files, 'file'))))

/** Loads the learned translation table that lies beside the lexicon. */
export const loadTable = async (files: LexiconFiles): Promise<LearnedTable> =>
  readTranslationTable(await files.gunzipped(await named(files, 'table')))
