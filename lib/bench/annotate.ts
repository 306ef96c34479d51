import { createRequire } from 'node:module'
import { loadLexicon } from '@/lib/cli/language-files'
import { createAnnotator, type Annotate } from '@/lib/language/annotate'
import { tokenize } from '@/lib/language/tokenize'
import { newsText, recombined } from './news-text'
import type { Bench } from './bench'

const size = 10_000
const rounds = 45

type Stemmer = { stem(word: string): string }

const createStemmer = (): Stemmer => {
  const { Stemmer: Sastrawi } = createRequire(import.meta.url)('sastrawijs') as { Stemmer: new () => Stemmer }
  return new Sastrawi()
}

const wordsOf = (texts: readonly string[]): readonly string[] =>
  texts
    .flatMap((text) => tokenize(text))
    .filter(({ kind }) => kind !== 'space' && kind !== 'punctuation')
    .map(({ surface }) => surface)

/** Computing time of this process in milliseconds: unlike the clock, it does not grow when other programs are busy. */
const computed = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

// Kept, so that neither side can leave its work undone.
const roots: string[] = []
const glosses: string[] = []
const stems: string[] = []

/** Annotating includes taking what a stemmer gives, the root, and the gloss; what only a card shows is not worked out. */
const annotateAll = (annotate: Annotate, texts: readonly string[]): number =>
  computed(() => {
    let count = 0
    for (const text of texts) {
      for (const { root, gloss } of annotate(text).tokens) {
        roots[count] = root
        glosses[count] = gloss
        count += 1
      }
    }
  })

const stemAll = (stemmer: Stemmer, words: readonly string[]): number =>
  computed(() => words.forEach((word, at) => (stems[at] = stemmer.stem(word))))

type Turn = { readonly annotate: number; readonly stem: number }

const turn = (annotate: Annotate, stemmer: Stemmer, texts: readonly string[]): Turn => ({
  annotate: annotateAll(annotate, texts),
  stem: stemAll(stemmer, wordsOf(texts)),
})

const summed = (turns: readonly Turn[]) => {
  const [annotate, stem] = [median(turns.map((one) => one.annotate)), median(turns.map((one) => one.stem))]
  return { annotate, stem, ratio: stem / annotate }
}

/**
 * Both sides do the same words in turns, after both have run over another text. Cold: an annotator that has seen no form
 * yet. Hard: the same over text with three times as many unlisted forms as news has. Warm: one that has seen the forms,
 * in other sentences; no sentence ever comes twice.
 */
const measure = () => {
  const lexicon = loadLexicon()
  const stemmer = createStemmer()
  const entries = lexicon.entries()
  turn(createAnnotator(lexicon), stemmer, newsText(entries, size, 1))
  const cold = [2, 3, 4].map((seed) => turn(createAnnotator(lexicon), stemmer, newsText(entries, size, seed)))
  const hard = [6, 7, 8].map((seed) =>
    turn(createAnnotator(lexicon), stemmer, newsText(entries, size, seed, 'many')),
  )
  const annotate = createAnnotator(lexicon)
  const seen = newsText(entries, size, 5)
  turn(annotate, stemmer, seen)
  const warm = Array.from({ length: rounds }, (_, round) =>
    turn(annotate, stemmer, recombined(seen, round + 1)),
  )
  const words = wordsOf(seen)
  return { words: words.length, forms: new Set(words).size, cold, hard, warm }
}

/** Annotating against stemming the same 10,000 words: milliseconds, and how many times as fast annotating is. */
export const annotateBench: Bench = {
  name: 'annotate',
  summary: `annotating ${size} words against stemming them with sastrawijs`,
  run: async (note) => {
    const { words, forms, cold, hard, warm } = measure()
    const [first, harder, later] = [summed(cold), summed(hard), summed(warm)]
    note(`cold (a new annotator, no form seen before): ${first.ratio.toFixed(1)} times as fast`)
    note(`cold, many forms that no lexicon lists: ${harder.ratio.toFixed(1)} times as fast`)
    note(`warm (forms seen before, every sentence new): ${later.ratio.toFixed(1)} times as fast`)
    return { words, forms, cold: first, hard: harder, warm: later }
  },
}
