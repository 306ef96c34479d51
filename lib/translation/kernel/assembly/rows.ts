/** What happens to rows of float32 numbers between the products. Widths are multiples of sixteen. */
import { sumLanes } from './lanes'

/**
 * Numbers to activations: round(x / scale) + zero, held within 0..255, ties to even (QuantizeLinear of ONNX). Written as
 * `form` says: 0 as unsigned bytes; 1 as signed ones, 128 less; 2 as 16-bit words, `zero` less.
 */
export function quantise(x: usize, count: usize, scale: f32, zero: i32, form: i32, out: usize): void {
  const scales = f32x4.splat(scale)
  const zeros = i32x4.splat(zero)
  const flip = i8x16.splat(form == 1 ? -128 : 0)
  const less = i16x8.splat(<i16>zero)
  for (let i: usize = 0; i < count; i += 16) {
    const low = i16x8.narrow_i32x4_s(step(x, scales, zeros), step(x + 16, scales, zeros))
    const high = i16x8.narrow_i32x4_s(step(x + 32, scales, zeros), step(x + 48, scales, zeros))
    const bytes = i8x16.narrow_i16x8_u(low, high)
    if (form == 2) {
      v128.store(out, i16x8.sub(i16x8.extend_low_i8x16_u(bytes), less))
      v128.store(out, i16x8.sub(i16x8.extend_high_i8x16_u(bytes), less), 16)
      out += 32
    } else {
      v128.store(out, v128.xor(bytes, flip))
      out += 16
    }
    x += 64
  }
}

// @ts-ignore: decorator
@inline
function step(x: usize, scale: v128, zero: v128): v128 {
  return i32x4.add(i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.div(v128.load(x), scale))), zero)
}

/** Rows of the embedding (int8) by their ids (int32), times the scale of the row, plus the position's row. */
export function embed(
  ids: usize,
  positions: usize,
  count: usize,
  width: usize,
  table: usize,
  scales: usize,
  places: usize,
  out: usize,
): void {
  for (let n: usize = 0; n < count; n++) {
    const id = <usize>load<i32>(ids + (n << 2))
    const scale = f32x4.splat(load<f32>(scales + (id << 2)))
    const from = table + id * width
    const place = places + ((<usize>load<i32>(positions + (n << 2)) * width) << 2)
    for (let i: usize = 0; i < width; i += 8) {
      const words = v128.load_ext<i8>(from + i)
      const low = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(words))
      const high = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(words))
      v128.store(out, f32x4.add(f32x4.mul(low, scale), v128.load(place + (i << 2))))
      v128.store(out, f32x4.add(f32x4.mul(high, scale), v128.load(place + (i << 2), 16)), 16)
      out += 32
    }
  }
}

/** x[rows][width] = layer norm of x + y, with the weights and biases of its columns. */
export function addNorm(x: usize, y: usize, rows: usize, width: usize, weight: usize, bias: usize): void {
  const bytes = width << 2
  for (let row: usize = 0; row < rows; row++) {
    let sum = f32x4.splat(0)
    for (let i: usize = 0; i < bytes; i += 16) {
      const both = f32x4.add(v128.load(x + i), v128.load(y + i))
      v128.store(x + i, both)
      sum = f32x4.add(sum, both)
    }
    const mean = f32x4.splat(sumLanes(sum) / <f32>width)
    let squares = f32x4.splat(0)
    for (let i: usize = 0; i < bytes; i += 16) {
      const off = f32x4.sub(v128.load(x + i), mean)
      squares = f32x4.add(squares, f32x4.mul(off, off))
    }
    const spread = f32x4.splat(1 / sqrt<f32>(sumLanes(squares) / <f32>width + 1e-5))
    for (let i: usize = 0; i < bytes; i += 16) {
      const unit = f32x4.mul(f32x4.sub(v128.load(x + i), mean), spread)
      v128.store(x + i, f32x4.add(f32x4.mul(unit, v128.load(weight + i)), v128.load(bias + i)))
    }
    x += bytes
    y += bytes
  }
}
