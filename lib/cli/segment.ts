import { segment as segmentText } from '@/lib/language/segment'
import type { Run } from './command'
import { parseOptions } from './options'

/** Text to one sentence per line, as the reader splits it. */
export const segment: Run = async (args, io) => {
  parseOptions(args, {})
  const sentences = segmentText(await io.read()).flatMap((paragraph) => paragraph.sentences)
  // A sentence may run over a wrapped line; here a line is a sentence.
  io.write(sentences.map(({ text }) => `${text.replace(/\s+/g, ' ')}\n`).join(''))
}
