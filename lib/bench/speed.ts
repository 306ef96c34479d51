import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadArticle } from '@/lib/content/load-article'
import { sentenceKey } from '@/lib/language/sentence-key'
import { folderFiles } from '@/lib/cli/folder-files'
import { createEngine } from '@/lib/translation/engine'
import { builtIn } from '@/lib/translation/models'
import type { EngineModel } from '@/lib/translation/models'
import type { SourceSentence } from '@/lib/translation/translator'
import { runtimeVersion } from '@/lib/translation/runtime-version'
import { usefulThreads } from '@/lib/translation/useful-threads'
import type { Bench } from './bench'
import { opusShape, prepareBenchModel } from './bench-model'
import { openBenchPage } from './bench-page'
import { measureEngine } from './measure'
import type { Measured } from './measure'
import type { SpeedRequest } from './speed.worker'

/** The built-in model on the runtime of the transformer library, as models of the hub are computed. */
const onLibrary: EngineModel = { ...builtIn, runsOn: 'library' }

const root = fileURLToPath(new URL('../../', import.meta.url))
const runs = 5

type InPage = Measured & {
  readonly withSecondLook: number
  readonly load: number
  readonly isolated: boolean
}

const perSecond = ({ tokens, article }: Measured): number => (1000 * tokens) / article
const round = (value: number, digits = 0): number => Number(value.toFixed(digits))

/** On one thread, as our own kernel has it in the page. */
async function measureNative(sentences: readonly SourceSentence[]): Promise<Measured> {
  const files = folderFiles(join(root, 'public/models'), onLibrary)
  const engine = await createEngine(onLibrary, { files, threads: 1 })
  const measured = await measureEngine(engine, sentences, runs)
  await engine.dispose()
  return measured
}

async function measureInPage(
  cache: string,
  sentences: readonly SourceSentence[],
  threads: number,
  note: (text: string) => void,
) {
  const page = await openBenchPage(join(root, 'lib/bench/speed.worker.ts'), (path) => {
    if (path.startsWith('/ort/')) return join(root, 'public/ort', runtimeVersion, path.slice('/ort/'.length))
    if (path.startsWith(`/models/${opusShape.path}/`)) return join(cache, path.slice('/models/'.length))
    return path.startsWith('/models/') ? join(root, 'public', path) : undefined
  })
  try {
    const ask = (request: Omit<SpeedRequest, 'sentences' | 'threads'>): Promise<InPage> =>
      page.ask({ ...request, sentences, threads } satisfies SpeedRequest)
    note('the built-in model in the browser')
    const own = await ask({ model: builtIn, runs, secondLook: true })
    const peakMemory = await page.peakMemory()
    note('the built-in model in the browser, on the library’s runtime')
    const library = await ask({ model: onLibrary, runs })
    note('the shape of OPUS-MT in the browser')
    const opus = await ask({ model: opusShape, runs: 2 })
    return { own, library, opus, peakMemory }
  } finally {
    await page.close()
  }
}

/** The seed article by the built-in model: in the page, against OPUS-MT's shape there, and against native speed. */
export const speed: Bench = {
  name: 'speed',
  summary: 'the seed article by the built-in model, in headless Chromium and in Node',
  run: async (note) => {
    const article = await loadArticle('lavrov-wonsan', (file) =>
      readFile(join(root, 'content/articles', file), 'utf8').catch(() => undefined),
    )
    const sentences = article.paragraphs
      .flatMap((paragraph) => paragraph.sentences)
      .map(({ text }) => ({ key: sentenceKey(text), text }))
    const threads = usefulThreads(availableParallelism())
    const { own, library, opus, peakMemory } = await measureInPage(
      prepareBenchModel(root, note),
      sentences,
      threads,
      note,
    )
    note('the built-in model in Node, on the native runtime')
    const native = await measureNative(sentences)
    return {
      libraryThreads: threads,
      crossOriginIsolated: own.isolated,
      sentences: sentences.length,
      tokens: own.tokens,
      tokensPerSecond: round(perSecond(own)),
      firstTextMs: round(own.firstText),
      firstSentenceMs: round(own.firstSentence),
      articleMs: round(own.article),
      articleWithSecondLookMs: round(own.withSecondLook),
      loadMs: round(own.load),
      peakMemoryMB: peakMemory === undefined ? null : round(peakMemory / 1e6),
      libraryTokensPerSecond: round(perSecond(library)),
      opusShapeTokensPerSecond: round(perSecond(opus)),
      nativeTokensPerSecond: round(perSecond(native)),
      timesOpusShape: round(perSecond(own) / perSecond(opus), 2),
      timesOpusShapeOnLibrary: round(perSecond(library) / perSecond(opus), 2),
      shareOfNative: round(perSecond(own) / perSecond(native), 2),
    }
  },
}
