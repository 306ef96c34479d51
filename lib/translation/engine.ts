/**
 * The only importer of the transformer library: loads a model's tokenizer, and its sessions for our own decode loop. The
 * built-in model is computed by our own kernel instead.
 */
import {
  AutoModelForSeq2SeqLM,
  AutoTokenizer,
  LogLevel,
  Tensor as LibraryTensor,
  env,
} from '@xenova/transformers'
import type { Runtime } from './decoder'
import type { CreateEngine, EngineOptions } from './engine-options'
import { loadKernelRuntime } from './kernel/load'
import { modelShape } from './model-shape'
import type { Json } from './model-shape'
import type { EngineModel } from './models'
import type { Tokenizer } from './prepared'
import type { Engine } from './serve-engine'
import { sessionRuntime } from './session-decoder'
import type { Feeds, Session, Sessions } from './session-decoder'
import { translateSentences, yieldToEvents } from './translate-sentences'

/** The parts of the library's objects that it does not type. */
type LibrarySession = {
  inputNames: string[]
  outputNames: string[]
  run(feeds: Feeds, fetches: string[]): Promise<Feeds>
}
type LibraryModel = {
  sessions: Record<string, LibrarySession>
  config: Json
  configs?: Record<string, Json>
  dispose(): Promise<unknown>
}
type LibraryTokenizer = {
  get_vocab(): Map<string, number>
  tokenize(text: string, options: { add_special_tokens: boolean }): string[]
  /** Unigram vocabularies have a log-probability for each piece. */
  _tokenizer?: { model?: { scores?: readonly number[] } }
}

function configure(model: EngineModel, options: EngineOptions): void {
  env.logLevel = LogLevel.ERROR
  env.allowLocalModels = true
  env.allowRemoteModels = false
  // Files are kept by hub-download, once; the library's own caches would keep them a second time.
  env.useBrowserCache = false
  env.useFSCache = false
  env.useWasmCache = false
  const { open, root } = options.files
  env.localModelPath = root ?? '/models/'
  if (root === undefined) {
    const prefix = `/models/${model.path}/`
    env.fetch = (input) => {
      const path = new URL(String(input), 'http://localhost').pathname
      return path.startsWith(prefix) ? open(path.slice(prefix.length)) : fetch(input)
    }
  }
  const { wasm } = env.backends.onnx
  if (wasm && options.wasm) {
    wasm.wasmPaths = { ...options.wasm }
    wasm.numThreads = options.threads
  }
}

const sessionOf = (model: LibraryModel, name: string): Session => {
  const session = model.sessions[name]
  if (session === undefined) throw new Error(`The model has no ${name}`)
  return {
    inputNames: session.inputNames,
    outputNames: session.outputNames,
    run: (feeds, fetches) => session.run(feeds, [...fetches]),
  }
}

function wrapTokenizer(tokenizer: LibraryTokenizer): Tokenizer {
  const ids = tokenizer.get_vocab()
  const scores = tokenizer._tokenizer?.model?.scores
  const pieces: string[] = []
  for (const [piece, id] of ids) pieces[id] = piece
  return {
    tokenize: (text) => (text === '' ? [] : tokenizer.tokenize(text, { add_special_tokens: false })),
    id: (piece) => ids.get(piece),
    piece: (id) => pieces[id] ?? '',
    score: (piece) => scores?.[ids.get(piece) ?? -1],
  }
}

const makeTensor: Sessions['tensor'] = (type, data, dims) =>
  // The sessions take the runtime's own tensor, which the library's one wraps.
  (new LibraryTensor(type, data, [...dims]) as unknown as { ort_tensor: ReturnType<Sessions['tensor']> })
    .ort_tensor

type Loaded = { readonly runtime: Runtime; dispose(): Promise<unknown> }

async function loadSessions(
  model: EngineModel,
  options: EngineOptions,
  tokenizer: Tokenizer,
): Promise<Loaded> {
  const node = options.files.root !== undefined
  const library = (await AutoModelForSeq2SeqLM.from_pretrained(model.path, {
    local_files_only: true,
    dtype: 'q8',
    device: node ? 'cpu' : 'wasm',
    session_options: node ? { intraOpNumThreads: options.threads, interOpNumThreads: 1 } : {},
  })) as unknown as LibraryModel
  const generation = library.configs?.['generation_config'] ?? {}
  const runtime = sessionRuntime({
    encoder: sessionOf(library, 'model'),
    decoder: sessionOf(library, 'decoder_model_merged'),
    shape: modelShape(library.config, generation, tokenizer.id, model.languages),
    tensor: makeTensor,
  })
  return { runtime, dispose: () => library.dispose() }
}

async function loadKernel(options: EngineOptions, tokenizer: Tokenizer): Promise<Loaded> {
  const runtime = await loadKernelRuntime({ open: options.files.open, pieceId: tokenizer.id })
  return { runtime, dispose: () => Promise.resolve() }
}

/** Loads a model and runs one short sentence through it, since the first run of a session is several times slower. */
export const createEngine: CreateEngine = async (model, options) => {
  configure(model, options)
  const tokenizer = wrapTokenizer(
    (await AutoTokenizer.from_pretrained(model.path, {
      local_files_only: true,
    })) as unknown as LibraryTokenizer,
  )
  const { runtime, dispose } = await (model.runsOn === 'kernel'
    ? loadKernel(options, tokenizer)
    : loadSessions(model, options, tokenizer))
  const engine: Engine = {
    translate: (sentences, job) => translateSentences({ runtime, tokenizer }, sentences, job),
    dispose: async () => {
      await dispose()
    },
  }
  await yieldToEvents()
  await warmUp(engine)
  return engine
}

async function warmUp(engine: Engine): Promise<void> {
  const ignore = (): void => undefined
  const { signal } = new AbortController()
  const sentences = [{ key: '' as never, text: 'Selamat pagi.' }]
  await engine.translate(sentences, {
    beams: 1,
    attention: false,
    signal,
    onPartial: ignore,
    onFinished: ignore,
  })
}
