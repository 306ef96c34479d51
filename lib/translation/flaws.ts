/** What a translation shows on its face to be wrong with it; the search for a better one is led by it. */
import { checkTranslation } from '@/lib/language/check'
import { garbledNames } from '@/lib/language/garbled-names'
import type { Tokenizer } from './prepared'

/** A model writes words that it has often seen in one piece or two; a name that it garbles is put together of more. */
const mostPiecesOfKnown = 2

const weights = {
  empty: 100,
  repetition: 3,
  shortened: 2,
  lengthened: 2,
  number: 1,
  untranslated: 1,
  name: 1,
}

/** How much is visibly wrong, 0 for nothing: numbers that differ, loops, words left standing, names misspelt. */
export function flawsOf(source: string, target: string, tokenizer: Tokenizer): number {
  const isKnown = (word: string): boolean => tokenizer.tokenize(word).length <= mostPiecesOfKnown
  const findings = checkTranslation(source, target)
  const found = findings.reduce((sum, { kind }) => sum + weights[kind], 0)
  return found + weights.name * garbledNames(source, target, isKnown).length
}
