/** A model's files, as the app ships them, to a runtime on the kernel. */
import type { Runtime } from '../decoder'
import { modelShape } from '../model-shape'
import type { Json } from '../model-shape'
import type { Kernel } from './kernel'
import { startKernel } from './kernel'
import { kernelRuntime } from './kernel-decoder'
import { Layers } from './layers'
import { onnxConstants } from './onnx-weights'
import type { Constants } from './onnx-weights'
import { placeModel } from './placed-model'
import type { ModelSize } from './placed-model'

export type KernelFiles = {
  open(file: string): Promise<Response>
  pieceId(piece: string): number | undefined
}

const number = (config: Json, name: string): number => {
  const value = config[name]
  if (typeof value !== 'number') throw new Error(`The model's configuration has no ${name}`)
  return value
}

const sizeOf = (config: Json): ModelSize => ({
  width: number(config, 'd_model'),
  heads: number(config, 'decoder_attention_heads'),
  positions: number(config, 'max_position_embeddings'),
  encoderLayers: number(config, 'encoder_layers'),
  decoderLayers: number(config, 'decoder_layers'),
})

/** Reads and places the model; `only` is startKernel's. Throws when a file is missing or another kind of model. */
export async function loadKernelRuntime(
  { open, pieceId }: KernelFiles,
  only?: 'words',
): Promise<Runtime & { readonly kernel: Kernel }> {
  const opened = async (file: string): Promise<Response> => {
    const response = await open(file)
    if (!response.ok) throw new Error(`${file}: ${response.status}`)
    return response
  }
  const json = async (file: string): Promise<Json> => (await (await opened(file)).json()) as Json
  const constants = async (name: string): Promise<Constants> =>
    onnxConstants(new Uint8Array(await (await opened(`onnx/${name}_quantized.onnx`)).arrayBuffer()))
  const [config, generation, encoder, decoder, kernel] = await Promise.all([
    json('config.json'),
    json('generation_config.json'),
    constants('encoder_model'),
    constants('decoder_model_merged'),
    startKernel(only),
  ])
  const shape = modelShape(config, generation, pieceId)
  const model = placeModel({ encoder, decoder }, sizeOf(config), kernel)
  return { ...kernelRuntime(new Layers(kernel, model), shape), kernel }
}
