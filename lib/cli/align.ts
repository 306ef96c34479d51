import { alignByMeaning } from '@/lib/language/align-by-meaning'
import { createAnnotator, type Annotate } from '@/lib/language/annotate'
import type { TranslationTable } from '@/lib/language/link-evidence'
import { tokenize } from '@/lib/language/tokenize'
import { linesOf, UsageError, type Run } from './command'
import { loadLexicon, loadTranslationTable } from './language-files'
import { parseOptions } from './options'

/** Positions among the tokens that are no blanks, which is what the output counts. */
const visiblePlaces = (kinds: readonly string[]): readonly number[] => {
  let next = -1
  return kinds.map((kind) => (kind === 'space' ? -1 : (next += 1)))
}

const alignLine = (line: string, annotate: Annotate, table: TranslationTable, row: number): string => {
  const [indonesian, english, ...rest] = line.split('\t')
  if (indonesian === undefined || english === undefined || rest.length > 0) {
    throw new UsageError(`line ${row}: expected Indonesian, one tab, English`)
  }
  const sentence = annotate(indonesian)
  const target = tokenize(english).filter(({ kind }) => kind !== 'space')
  const places = visiblePlaces(sentence.tokens.map(({ kind }) => kind))
  const links = alignByMeaning(
    sentence,
    target.map(({ surface }) => surface),
    table,
  )
    .map((link) => [places[link.source] ?? 0, link.target] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const source = sentence.tokens.filter(({ kind }) => kind !== 'space')
  const words = [source, target].map((tokens) => tokens.map(({ surface }) => surface).join(' '))
  return [...words, links.map((pair) => pair.join('-')).join(' ')].join('\t')
}

/** Sentence pairs to the app's own tokens of both sides and the links between them, in Pharaoh's form. */
export const align: Run = async (args, io) => {
  parseOptions(args, {})
  const lines = linesOf(await io.read())
  const annotate = createAnnotator(loadLexicon())
  const table = loadTranslationTable()
  io.write(lines.map((line, at) => `${alignLine(line, annotate, table, at + 1)}\n`).join(''))
}
