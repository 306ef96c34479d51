/** Measures models inside a page's worker, where readers run them. */
import { createEngine } from '@/lib/translation/engine'
import type { EngineModel } from '@/lib/translation/models'
import type { SourceSentence } from '@/lib/translation/translator'
import { measureEngine, measureWithSecondLook } from './measure'

export type SpeedRequest = {
  readonly model: EngineModel
  readonly sentences: readonly SourceSentence[]
  readonly runs: number
  readonly threads: number
  readonly secondLook?: boolean
}

async function answer({ model, sentences, runs, threads, secondLook }: SpeedRequest): Promise<unknown> {
  const open = (file: string): Promise<Response> => fetch(`/models/${model.path}/${file}`)
  const wasm = (kind: string): string =>
    new URL(`/ort/ort-wasm-simd-threaded.${kind}`, self.location.origin).href
  const begun = performance.now()
  const engine = await createEngine(model, {
    files: { open },
    threads,
    wasm: { mjs: wasm('mjs'), wasm: wasm('wasm') },
  })
  const load = performance.now() - begun
  const measured = await measureEngine(engine, sentences, runs)
  const withSecondLook = secondLook ? await measureWithSecondLook(engine, sentences, runs) : 0
  await engine.dispose()
  return { withSecondLook, load, isolated: self.crossOriginIsolated, ...measured }
}

self.onmessage = (event: MessageEvent<SpeedRequest>): void => {
  answer(event.data).then(
    (result) => self.postMessage({ result }),
    (error: unknown) => self.postMessage({ error: String(error) }),
  )
}
