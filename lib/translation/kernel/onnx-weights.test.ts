import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builtIn } from '../models'
import { onnxConstants } from './onnx-weights'

const file = readFileSync(
  join(
    import.meta.dirname,
    '../../../public/models',
    builtIn.path,
    'onnx/decoder_model_merged_quantized.onnx',
  ),
)

describe('onnxConstants', () => {
  it('finds the matrices of the shipped model, each as long as it says', () => {
    const constants = onnxConstants(file)
    expect(constants.get('embedding.weight')!.dims).toEqual([8000, 256])
    expect(constants.get('model.decoder.layers.1.fc2.weight')!.dims).toEqual([1024, 256])
    for (const { dims, data } of constants.values())
      expect(data).toHaveLength(dims.reduce((product, size) => product * size, 1))
    expect(constants.get('logits.input_zero')!.data).toBeInstanceOf(Uint8Array)
  })

  it('reads packed sizes too', () => {
    const name = [0x42, 1, 0x61]
    const tensor = [0x0a, 3, 0x80, 0x01, 1, 0x10, 3, ...name, 0x4a, 2, 5, 0xff]
    const graph = [0x2a, tensor.length, ...tensor]
    const constants = onnxConstants(Uint8Array.of(0x08, 8, 0x3a, graph.length, ...graph))
    expect(constants.get('a')).toEqual({ dims: [128, 1], data: Int8Array.of(5, -1) })
  })

  it('says so when a file is cut off', () => {
    expect(() => onnxConstants(file.subarray(0, file.length - 1000))).toThrow('cut off')
    expect(() => onnxConstants(Uint8Array.of(0x3a))).toThrow('cut off')
    const tensor = [0x0a, 2, 3, 0x80]
    expect(() => onnxConstants(Uint8Array.of(0x3a, 6, 0x2a, 4, ...tensor))).toThrow('cut off')
  })
})
