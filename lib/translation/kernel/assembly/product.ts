/**
 * Products of whole numbers: rows of activations (0..255) times rows of weights (-127..127), summed exactly in 32 bits.
 *
 * With relaxed SIMD sixteen pairs are one instruction, whose second operand the standard knows only up to 127. Processors
 * do more: some read it as 0..255, some as -128..127. `probe` lets the caller find out which, and activations are stored
 * accordingly (see quantise). Without relaxed SIMD they are 16-bit words, and eight pairs are one instruction.
 */
import { sums4 } from './lanes'

/** Bytes of one activation. */
const activationBytes: usize = ASC_FEATURE_RELAXED_SIMD ? 1 : 2

/** Sums of sixteen pairs, four lanes, added to `sums`; `low` and `high` are the weights, as bytes or as words. */
// @ts-ignore: decorator
@inline
function pairs16(activations: usize, low: v128, high: v128, sums: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) {
    return i32x4.relaxed_dot_i8x16_i7x16_add_s(low, v128.load(activations), sums)
  } else {
    const first = i32x4.dot_i16x8_s(v128.load(activations), low)
    return i32x4.add(i32x4.add(sums, first), i32x4.dot_i16x8_s(v128.load(activations, 16), high))
  }
}

// @ts-ignore: decorator
@inline
function lowWeights(weights: usize): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? v128.load(weights) : v128.load_ext<i8>(weights)
}

// @ts-ignore: decorator
@inline
function highWeights(weights: usize): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? i32x4.splat(0) : v128.load_ext<i8>(weights, 8)
}

/** What the processor makes of four pairs: the sum of the first lane. */
export function probe(activations: usize, weights: usize): i32 {
  return i32x4.extract_lane(pairs16(activations, lowWeights(weights), highWeights(weights), i32x4.splat(0)), 0)
}

/** Four outputs: (sums + offset) * scale + bias of their columns. */
// @ts-ignore: decorator
@inline
function write4(sums: v128, column: usize, offset: usize, scale: usize, bias: usize, out: usize): void {
  const whole = f32x4.convert_i32x4_s(i32x4.add(sums, v128.load(offset + column)))
  v128.store(out + column, f32x4.add(f32x4.mul(whole, v128.load(scale + column)), v128.load(bias + column)))
}

/**
 * out[rows][columns] = (activations[rows][width] x weights[columns][width] + offset[columns]) * scale[columns] + bias[columns].
 * `columns` is a multiple of four, `width` one of sixteen. All lie in memory row by row; out, scale and bias are float32,
 * offset is int32. Two rows and four columns at a time keep eight sums in registers.
 */
export function product(
  activations: usize,
  rows: usize,
  width: usize,
  weights: usize,
  columns: usize,
  offset: usize,
  scale: usize,
  bias: usize,
  out: usize,
): void {
  const row = width * activationBytes
  const outRow = columns << 2
  for (let column: usize = 0; column < columns; column += 4) {
    const w0 = weights + column * width
    const w1 = w0 + width
    const w2 = w1 + width
    const w3 = w2 + width
    const at = column << 2
    let a0 = activations
    let target = out
    let left = rows
    for (; left > 1; left -= 2) {
      const a1 = a0 + row
      let s00 = i32x4.splat(0)
      let s01 = s00
      let s02 = s00
      let s03 = s00
      let s10 = s00
      let s11 = s00
      let s12 = s00
      let s13 = s00
      for (let i: usize = 0; i < width; i += 16) {
        const x = i * activationBytes
        let low = lowWeights(w0 + i)
        let high = highWeights(w0 + i)
        s00 = pairs16(a0 + x, low, high, s00)
        s10 = pairs16(a1 + x, low, high, s10)
        low = lowWeights(w1 + i)
        high = highWeights(w1 + i)
        s01 = pairs16(a0 + x, low, high, s01)
        s11 = pairs16(a1 + x, low, high, s11)
        low = lowWeights(w2 + i)
        high = highWeights(w2 + i)
        s02 = pairs16(a0 + x, low, high, s02)
        s12 = pairs16(a1 + x, low, high, s12)
        low = lowWeights(w3 + i)
        high = highWeights(w3 + i)
        s03 = pairs16(a0 + x, low, high, s03)
        s13 = pairs16(a1 + x, low, high, s13)
      }
      write4(sums4<i32>(s00, s01, s02, s03), at, offset, scale, bias, target)
      write4(sums4<i32>(s10, s11, s12, s13), at, offset, scale, bias, target + outRow)
      a0 = a1 + row
      target += outRow << 1
    }
    if (left > 0) {
      let s0 = i32x4.splat(0)
      let s1 = s0
      let s2 = s0
      let s3 = s0
      for (let i: usize = 0; i < width; i += 16) {
        const x = i * activationBytes
        s0 = pairs16(a0 + x, lowWeights(w0 + i), highWeights(w0 + i), s0)
        s1 = pairs16(a0 + x, lowWeights(w1 + i), highWeights(w1 + i), s1)
        s2 = pairs16(a0 + x, lowWeights(w2 + i), highWeights(w2 + i), s2)
        s3 = pairs16(a0 + x, lowWeights(w3 + i), highWeights(w3 + i), s3)
      }
      write4(sums4<i32>(s0, s1, s2, s3), at, offset, scale, bias, target)
    }
  }
}
