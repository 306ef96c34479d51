import { fileURLToPath } from 'node:url'
import { readLexiconSources } from '@/lib/build/compile-lexicon'
import { createLexicon } from '@/lib/content/lexicon-file'
import type { Lexicon } from '../lexicon'

let loaded: Lexicon | undefined

/** The app's own lexicon for tests of the rules on real words; read once per test file. */
export const appLexicon = (): Lexicon => {
  loaded ??= createLexicon(readLexiconSources(fileURLToPath(new URL('../../../content/lexicon', import.meta.url))))
  return loaded
}
