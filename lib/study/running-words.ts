import type { AnnotatedSentence } from '../language/annotation'
import type { RunningWord } from './coverage'

/**
 * The running words of a text as its annotation reads them. Names, acronyms and numbers do not count, nor do loans
 * that an English reader guesses: they are no vocabulary to learn.
 */
export function runningWords(sentences: Iterable<AnnotatedSentence>): readonly RunningWord[] {
  const words: RunningWord[] = []
  for (const { tokens } of sentences) {
    for (const { kind, surface, lemma, root, guessable } of tokens) {
      if (kind === 'punctuation' || kind === 'space') continue
      const headword = lemma || surface.toLowerCase()
      const isLoan = guessable && root === lemma
      words.push({
        form: surface,
        lemma: headword,
        root: root || headword,
        counts: kind === 'word' && !isLoan,
      })
    }
  }
  return words
}
