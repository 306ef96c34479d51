import type { AnnotatedToken } from '@/lib/language/annotation'
import { familiarity, type Familiarity, type Vocabulary } from '@/lib/study/familiarity'

/** How familiar a token is; undefined for what is no word: names, numbers, abbreviations are nobody's unknown words. */
export function familiarityOf(token: AnnotatedToken, vocabulary: Vocabulary): Familiarity | undefined {
  if (token.kind !== 'word') return undefined
  return familiarity(vocabulary, { lemma: token.lemma, root: token.root, form: token.surface })
}

/** How a token is marked. `guessable` words count as new but are not marked as such. */
export type TokenMark = 'new' | 'guessable' | 'learning' | 'known' | 'ignored'

export function markOf(token: AnnotatedToken, known: Familiarity | undefined): TokenMark | undefined {
  if (!known) return undefined
  return known.state === 'new' && token.guessable ? 'guessable' : known.state
}

/** Marks that fade as a word is learned, in four steps. */
export const fadeOf = ({ state, strength }: Familiarity): number | undefined =>
  state === 'learning' ? Math.min(3, Math.floor(strength * 4)) : undefined

/** True for a word that the reader does not know yet, or only begins to. */
export const isUnknown = (mark: TokenMark | undefined): boolean => mark === 'new' || mark === 'learning'
