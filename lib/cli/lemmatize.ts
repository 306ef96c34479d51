import { createAnnotator } from '@/lib/language/annotate'
import { linesOf, type Run } from './command'
import { loadLexicon } from './language-files'
import { parseOptions } from './options'

/** One sentence per line to its tokens as surface/lemma. */
export const lemmatize: Run = async (args, io) => {
  parseOptions(args, {})
  const lines = linesOf(await io.read())
  const annotate = createAnnotator(loadLexicon())
  const rows = lines.map((line) =>
    annotate(line)
      .tokens.filter(({ kind }) => kind !== 'space')
      .map(({ surface, lemma }) => `${surface}/${(lemma || surface).replaceAll(' ', '_')}`)
      .join(' '),
  )
  io.write(rows.map((row) => `${row}\n`).join(''))
}
