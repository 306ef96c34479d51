/** Small things done with the four lanes of a vector. */

// @ts-ignore: decorator
@inline
export function sumLanes(v: v128): f32 {
  const pair = f32x4.add(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1))
  return f32x4.extract_lane(pair, 0) + f32x4.extract_lane(pair, 1)
}

// @ts-ignore: decorator
@inline
export function greatestLane(v: v128): f32 {
  const pair = f32x4.max(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1))
  return max<f32>(f32x4.extract_lane(pair, 0), f32x4.extract_lane(pair, 1))
}

/** The sums of four vectors, of lanes of type T (f32 or i32), as the lanes of one. */
// @ts-ignore: decorator
@inline
export function sums4<T>(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = v128.add<T>(v128.shuffle<T>(a, b, 0, 4, 1, 5), v128.shuffle<T>(a, b, 2, 6, 3, 7))
  const cd = v128.add<T>(v128.shuffle<T>(c, d, 0, 4, 1, 5), v128.shuffle<T>(c, d, 2, 6, 3, 7))
  return v128.add<T>(v128.shuffle<T>(ab, cd, 0, 1, 4, 5), v128.shuffle<T>(ab, cd, 2, 3, 6, 7))
}

/**
 * e to the power of four numbers that are not above zero, to about the last digit of float32: 2^n times a polynomial of
 * what is left, n being whole (Cephes expf). Far below, zero.
 */
// @ts-ignore: decorator
@inline
export function exponential(x: v128): v128 {
  const held = f32x4.max(x, f32x4.splat(-87))
  const n = f32x4.nearest(f32x4.mul(held, f32x4.splat(1.44269504)))
  const rest = f32x4.sub(f32x4.sub(held, f32x4.mul(n, f32x4.splat(0.693359375))), f32x4.mul(n, f32x4.splat(-2.12194440e-4)))
  let p = f32x4.splat(1.9875691500e-4)
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(1.3981999507e-3))
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(8.3334519073e-3))
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(4.1665795894e-2))
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(1.6666665459e-1))
  p = f32x4.add(f32x4.mul(p, rest), f32x4.splat(0.5))
  p = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(rest, rest)), rest), f32x4.splat(1))
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23)
  return v128.and(f32x4.mul(p, power), f32x4.gt(x, f32x4.splat(-87)))
}
