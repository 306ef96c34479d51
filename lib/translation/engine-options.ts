import type { EngineModel } from './models'
import type { Engine } from './serve-engine'

/** Where a model's files come from: a folder of folders on disk (Node), or a function that has them (the page). */
export type ModelFiles =
  | { readonly kind: 'folder'; readonly root: string }
  | { readonly kind: 'open'; readonly open: (file: string) => Promise<Response> }

export type EngineOptions = {
  readonly files: ModelFiles
  readonly threads: number
  /** Addresses of the wasm runtime; only in the page. */
  readonly wasm?: { readonly mjs: string; readonly wasm: string }
}

/** `createEngine` of engine.ts, as those see it that may not import the transformer library. */
export type CreateEngine = (model: EngineModel, options: EngineOptions) => Promise<Engine>
