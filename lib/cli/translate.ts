import { segment } from '@/lib/language/segment'
import { sentenceKey } from '@/lib/language/sentence-key'
import { findEngineModel, models } from '@/lib/translation/models'
import type { Finished } from '@/lib/translation/protocol'
import type { SentenceKey, SourceSentence } from '@/lib/translation/translator'
import type { Run } from './command'
import { UsageError, linesOf } from './command'
import { openEngine } from './node-engine'
import { parseOptions, wholeNumber } from './options'

const sentencesOf = (line: string): readonly SourceSentence[] =>
  segment(line)
    .flatMap((paragraph) => paragraph.sentences)
    .map(({ text }) => ({ key: sentenceKey(text), text }))

/** Each line's sentences translated and joined with a blank; empty lines stay empty. */
export function joinLines(
  lines: readonly (readonly SourceSentence[])[],
  translations: ReadonlyMap<SentenceKey, string>,
): string {
  return lines.map((line) => `${line.map(({ key }) => translations.get(key) ?? '').join(' ')}\n`).join('')
}

/** Indonesian lines to English lines. All sentences go to the engine at once, which batches those of like length. */
export const translate: Run = async (args, io) => {
  const { values } = parseOptions(args, { model: { type: 'string' }, beams: { type: 'string' } })
  const model = findEngineModel(values.model ?? 'sejajar')
  if (model === undefined) {
    const known = models.filter(({ kind }) => kind === 'engine').map(({ id }) => id)
    throw new UsageError(`unknown model "${values.model}"; there are: ${known.join(', ')}`)
  }
  const beams = wholeNumber('beams', values.beams ?? '1', 1, 8)
  const lines = linesOf(await io.read()).map(sentencesOf)
  const translations = new Map<SentenceKey, string>()
  const onFinished = ({ key, text }: Finished): void => void translations.set(key, text)
  const engine = await openEngine(model, io.note)
  const { signal } = new AbortController()
  await engine.translate(lines.flat(), {
    beams,
    attention: false,
    signal,
    onPartial: () => undefined,
    onFinished,
  })
  await engine.dispose()
  io.write(joinLines(lines, translations))
}
