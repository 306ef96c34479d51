import { createWordReader } from '@/lib/language/read-word'
import { linesOf, type Run } from './command'
import { loadLexicon } from './language-files'
import { parseOptions } from './options'

/** One form per line to its headword, root, affixes, part of speech and first gloss; fields are empty where unknown. */
export const analyze: Run = async (args, io) => {
  parseOptions(args, {})
  const lines = linesOf(await io.read())
  const words = createWordReader(loadLexicon())
  const rows = lines.map((line) => {
    const form = line.trim()
    if (form === '') return ''
    const { lemma, root, affixes, pos, gloss } = words.read(form)
    return [form, lemma, root, affixes.join('+'), pos.join('|'), gloss].join('\t')
  })
  io.write(rows.map((row) => `${row}\n`).join(''))
}
