/**
 * SHA-1 of a text, as its first 32 bits: what Anki finds notes with the same first field by. The browser's own digest
 * is missing on pages served without TLS, so it is done here; nothing about it is secret.
 */
export function sha1Start(text: string): number {
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0])
  const message = pad(new TextEncoder().encode(text))
  for (let offset = 0; offset < message.byteLength; offset += 64) mix(state, message, offset)
  return state[0] ?? 0
}

function pad(bytes: Uint8Array): DataView {
  const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  return view
}

const turn = (value: number, by: number): number => (value << by) | (value >>> (32 - by))

function mix(state: Uint32Array, message: DataView, offset: number): void {
  const words = new Int32Array(80)
  for (let i = 0; i < 16; i += 1) words[i] = message.getInt32(offset + i * 4)
  const word = (i: number): number => words[i] ?? 0
  for (let i = 16; i < 80; i += 1) words[i] = turn(word(i - 3) ^ word(i - 8) ^ word(i - 14) ^ word(i - 16), 1)
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
  for (let i = 0; i < 80; i += 1) {
    const next = (turn(a, 5) + choose(i, b, c, d) + e + word(i)) | 0
    ;[a, b, c, d, e] = [next, a, turn(b, 30), c, d]
  }
  ;[a, b, c, d, e].forEach((value, i) => {
    state[i] = (state[i] ?? 0) + value
  })
}

function choose(i: number, b: number, c: number, d: number): number {
  if (i < 20) return ((b & c) | (~b & d)) + 0x5a827999
  if (i < 40) return (b ^ c ^ d) + 0x6ed9eba1
  if (i < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
  return (b ^ c ^ d) + 0xca62c1d6
}
