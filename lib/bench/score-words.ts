/**
 * Scores the lexicon and the rules on lists that are not part of the app, given as files:
 * `npx tsx lib/bench/score-words.ts roots FILE | glosses FILE | coverage FILE`. Prints JSON.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadLexicon } from '@/lib/cli/language-files'
import { createAnnotator } from '@/lib/language/annotate'
import { createWordReader } from '@/lib/language/read-word'
import { segment } from '@/lib/language/segment'

type Score = Readonly<Record<string, unknown>>

const rowsOf = (file: string): readonly (readonly string[])[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))

const share = (part: number, whole: number): number => Number(((100 * part) / Math.max(1, whole)).toFixed(2))

/** form, root: how many roots are right, of all forms and of the derived ones, and what sastrawijs gets. */
const roots = (file: string): Score => {
  const { read } = createWordReader(loadLexicon())
  const { Stemmer } = createRequire(import.meta.url)('sastrawijs') as {
    Stemmer: new () => { stem(word: string): string }
  }
  const stemmer = new Stemmer()
  const pairs = rowsOf(file).map(([form = '', root = '']) => ({ form, root }))
  const derived = pairs.filter(({ form, root }) => form !== root)
  const right = (list: typeof pairs, rootOf: (form: string) => string): number =>
    share(list.filter(({ form, root }) => rootOf(form) === root).length, list.length)
  const [ours, theirs] = [(form: string) => read(form).root, (form: string) => stemmer.stem(form)]
  return {
    forms: pairs.length,
    right: right(pairs, ours),
    rightOfDerived: right(derived, ours),
    sastrawi: right(pairs, theirs),
    sastrawiOfDerived: right(derived, theirs),
    wrong: pairs
      .filter(({ form, root }) => ours(form) !== root)
      .map(({ form, root }) => `${form}: ${ours(form)}, not ${root}`),
  }
}

const plain = (gloss: string): string =>
  gloss
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/^(to|a|an|the) /, '')
    .trim()

const headOf = (gloss: string): string => plain(gloss).split(' ').at(-1) ?? ''

/** headword, acceptable glosses: how many first glosses equal one of them or share its head word. */
const glosses = (file: string): Score => {
  const { read } = createWordReader(loadLexicon())
  const rows = rowsOf(file).map(([word = '', list = '']) => ({ word, accepted: list.split('|') }))
  const isRight = ({ word, accepted }: (typeof rows)[number]): boolean => {
    const first = read(word).gloss
    return (
      first !== '' &&
      accepted.some((gloss) => plain(gloss) === plain(first) || headOf(gloss) === headOf(first))
    )
  }
  const wrong = rows.filter((row) => !isRight(row))
  return {
    headwords: rows.length,
    right: share(rows.length - wrong.length, rows.length),
    wrong: wrong.map(
      ({ word, accepted }) => `${word}: ${read(word).gloss}, not ${accepted.slice(0, 4).join('|')}`,
    ),
  }
}

/** A text: how many of its tokens have a gloss, names, acronyms and numbers counted, and which are left most often. */
const coverage = (file: string): Score => {
  const annotate = createAnnotator(loadLexicon())
  const tokens = segment(readFileSync(file, 'utf8'))
    .flatMap(({ sentences }) => sentences.flatMap(({ text }) => annotate(text).tokens))
    .filter(({ kind }) => kind !== 'space' && kind !== 'punctuation')
  const unknown = tokens.filter(
    ({ kind, gloss, term }) => kind === 'word' && gloss === '' && term === undefined,
  )
  const counts = new Map<string, number>()
  for (const { surface } of unknown) counts.set(surface, (counts.get(surface) ?? 0) + 1)
  const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 200)
  return {
    tokens: tokens.length,
    covered: share(tokens.length - unknown.length, tokens.length),
    unknown: most.map(([word]) => word),
  }
}

const scores: Readonly<Record<string, (file: string) => Score>> = { roots, glosses, coverage }

const [name = '', file = ''] = process.argv.slice(2)
const score = scores[name]
if (score && file !== '') process.stdout.write(`${JSON.stringify(score(file), null, 1)}\n`)
else {
  process.stderr.write(`score-words: name what to score (${Object.keys(scores).join(', ')}) and a file\n`)
  process.exitCode = 1
}
