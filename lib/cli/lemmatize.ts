import { createAnnotator } from '@/lib/language/annotate'
import { linesOf, type Command } from './command'
import { loadLexicon } from './language-files'
import { parseOptions } from './options'

/** One sentence per line to its tokens as surface/lemma. */
export const lemmatize: Command = {
  name: 'lemmatize',
  usage: '',
  summary: 'one sentence per line → its tokens as surface/lemma',
  run: async (args, io) => {
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
  },
}
