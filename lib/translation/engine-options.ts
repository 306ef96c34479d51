import type { EngineModel } from './models'
import type { Engine } from './serve-engine'

/** Where a model's files come from. */
export type ModelFiles = {
  /** A file of the model; a response that is not ok when there is none. */
  open(file: string): Promise<Response>
  /** In Node: the folder of models, from which the transformer library reads by itself. */
  readonly root?: string
}

export type EngineOptions = {
  readonly files: ModelFiles
  readonly threads: number
  /** Addresses of the wasm runtime; only in the page. */
  readonly wasm?: { readonly mjs: string; readonly wasm: string }
}

/** `createEngine` of engine.ts, as those see it that may not import the transformer library. */
export type CreateEngine = (model: EngineModel, options: EngineOptions) => Promise<Engine>
