/** The constants of an ONNX file by name: as much of its format (protocol buffers) as that takes. */

export type Constant = {
  readonly dims: readonly number[]
  readonly data: Float32Array | Int8Array | Uint8Array
}
export type Constants = ReadonlyMap<string, Constant>

/** Field numbers of ModelProto, GraphProto and TensorProto (onnx.proto). */
const fields = { graph: 7, initializer: 5, dims: 1, type: 2, name: 8, raw: 9 } as const
/** TensorProto.DataType of those kept. */
const types = { float: 1, uint8: 2, int8: 3 } as const

type Field = { readonly number: number; readonly value: number; readonly bytes?: Uint8Array }

/** A number of the format, and where the next one begins; numbers beyond 2^53 do not occur in what is read. */
function varint(bytes: Uint8Array, at: number): readonly [value: number, next: number] {
  let [value, scale] = [0, 1]
  for (let next = at; ; scale *= 128) {
    const byte = bytes[next++]
    if (byte === undefined) throw new Error('The model file is cut off')
    value += (byte & 127) * scale
    if (byte < 128) return [value, next]
  }
}

/** The fields of one message, in order. */
function* read(message: Uint8Array): Generator<Field> {
  for (let at = 0; at < message.length;) {
    const [key, afterKey] = varint(message, at)
    const [number, wire] = [Math.floor(key / 8), key % 8]
    if (wire === 1 || wire === 5) {
      at = afterKey + (wire === 1 ? 8 : 4)
      continue
    }
    const [value, after] = varint(message, afterKey)
    at = after
    if (wire === 2) {
      at += value
      if (at > message.length) throw new Error('The model file is cut off')
      yield { number, value, bytes: message.subarray(after, at) }
    } else yield { number, value }
  }
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

function* packed(bytes: Uint8Array): Generator<number> {
  for (let at = 0; at < bytes.length;) {
    const [value, next] = varint(bytes, at)
    yield value
    at = next
  }
}

function dataOf(type: number, raw: Uint8Array): Constant['data'] | undefined {
  // Copied: what a file has inside need not begin where a float may.
  const bytes = new Uint8Array(raw)
  if (type === types.float) return new Float32Array(bytes.buffer)
  if (type === types.int8) return new Int8Array(bytes.buffer)
  return type === types.uint8 ? bytes : undefined
}

function constant(message: Uint8Array): readonly [string, Constant] | undefined {
  const dims: number[] = []
  let [name, type] = ['', 0]
  let raw: Uint8Array | undefined
  for (const { number, value, bytes } of read(message)) {
    if (number === fields.dims) dims.push(...(bytes === undefined ? [value] : packed(bytes)))
    else if (number === fields.type) type = value
    else if (number === fields.name && bytes !== undefined) name = text(bytes)
    else if (number === fields.raw) raw = bytes
  }
  const data = raw && dataOf(type, raw)
  return data && [name, { dims, data }]
}

/** All float32, int8 and uint8 initialisers of a model with raw data. Throws when the file ends too early. */
export function onnxConstants(file: Uint8Array): Constants {
  const found = new Map<string, Constant>()
  for (const { number, bytes: graph } of read(file)) {
    if (number !== fields.graph || graph === undefined) continue
    for (const { number, bytes } of read(graph)) {
      const entry = number === fields.initializer && bytes ? constant(bytes) : undefined
      if (entry) found.set(...entry)
    }
  }
  return found
}
