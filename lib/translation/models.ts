/** The models that a reader can choose between. */
import type { Languages } from './model-shape'
import { builtInMegabytes, builtInVersion } from './model-version'
import type { ModelId } from './translator'

/** A model whose files our engine runs. */
export type EngineModel = {
  readonly kind: 'engine'
  readonly id: ModelId
  /** Key in the `models` namespace of locales. */
  readonly label: string
  /** Kept translations are found by it: a new version translates anew. */
  readonly version: string
  /** Folder under /models/ for the built-in model, `<org>/<name>` on the hub for others. */
  readonly path: string
  readonly hub: boolean
  /** What computes it: our own kernel, or the transformer library's runtime. */
  readonly runsOn: 'kernel' | 'library'
  /** Megabytes to download, as told before it begins; the exact number comes with the file list. */
  readonly megabytes: number
  readonly licence: string
  readonly licenceUrl: string
  readonly languages?: Languages
  readonly files: readonly string[]
}

/** Other ways to an English text: the browser's own translator, or the article's reference translation. */
export type OtherModel = {
  readonly kind: 'chrome' | 'reference'
  readonly id: ModelId
  readonly label: string
  readonly version: string
}

export type Model = EngineModel | OtherModel

const files = [
  'config.json',
  'generation_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'onnx/encoder_model_quantized.onnx',
  'onnx/decoder_model_merged_quantized.onnx',
] as const

const hubModel = (
  model: Omit<EngineModel, 'kind' | 'hub' | 'runsOn' | 'files' | 'version'>,
): EngineModel => ({
  kind: 'engine',
  hub: true,
  runsOn: 'library',
  files,
  version: `${model.id}@main`,
  ...model,
})

export const builtIn: EngineModel = {
  kind: 'engine',
  id: 'sejajar',
  label: 'builtIn',
  version: `sejajar@${builtInVersion}`,
  path: `sejajar-id-en/${builtInVersion}`,
  hub: false,
  runsOn: 'kernel',
  megabytes: builtInMegabytes,
  licence: 'MIT',
  licenceUrl: `/models/sejajar-id-en/${builtInVersion}/MODEL_CARD.md`,
  files,
}

export const models: readonly Model[] = [
  builtIn,
  hubModel({
    id: 'opus-mt',
    label: 'opusMt',
    path: 'Xenova/opus-mt-id-en',
    megabytes: 110,
    licence: 'Apache-2.0',
    licenceUrl: 'https://huggingface.co/Helsinki-NLP/opus-mt-id-en',
  }),
  hubModel({
    id: 'nllb-600m',
    label: 'nllb600m',
    path: 'Xenova/nllb-200-distilled-600M',
    megabytes: 910,
    licence: 'CC-BY-NC-4.0',
    licenceUrl: 'https://huggingface.co/facebook/nllb-200-distilled-600M',
    languages: { source: 'ind_Latn', target: 'eng_Latn' },
  }),
  hubModel({
    id: 'm2m100-418m',
    label: 'm2m100418m',
    path: 'Xenova/m2m100_418M',
    megabytes: 640,
    licence: 'MIT',
    licenceUrl: 'https://huggingface.co/facebook/m2m100_418M',
    languages: { source: '__id__', target: '__en__' },
  }),
  { kind: 'chrome', id: 'chrome', label: 'chrome', version: 'chrome@1' },
  { kind: 'reference', id: 'reference', label: 'reference', version: 'reference@1' },
]

/** The model of this id if our engine runs it. */
export const findEngineModel = (id: ModelId): EngineModel | undefined =>
  models.find((model): model is EngineModel => model.kind === 'engine' && model.id === id)
