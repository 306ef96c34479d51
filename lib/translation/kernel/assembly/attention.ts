/** Attention of heads of 32 numbers each over the keys and values of one sentence. */
import { exponential, greatestLane, sumLanes, sums4 } from './lanes'

/** Bytes of one head of one position. */
const head: usize = 128

/**
 * Puts keys and values of `count` positions, which lie side by side in rows, where `attend` reads them: head by head,
 * first all keys, then all values, `room` positions for each.
 */
export function remember(rows: usize, stride: usize, count: usize, heads: usize, room: usize, out: usize): void {
  for (let part: usize = 0; part < heads << 1; part++) {
    let from = rows + part * head
    let to = out + part * room * head
    for (let i: usize = 0; i < count; i++) {
      memory.copy(to, from, head)
      from += stride
      to += head
    }
  }
}

/** Four lanes whose sum is the product of a query, in eight vectors, and a key. */
// @ts-ignore: decorator
@inline
function dot(a: v128, b: v128, c: v128, d: v128, e: v128, f: v128, g: v128, h: v128, key: usize): v128 {
  let sum = f32x4.mul(a, v128.load(key))
  sum = f32x4.add(sum, f32x4.mul(b, v128.load(key, 16)))
  sum = f32x4.add(sum, f32x4.mul(c, v128.load(key, 32)))
  sum = f32x4.add(sum, f32x4.mul(d, v128.load(key, 48)))
  sum = f32x4.add(sum, f32x4.mul(e, v128.load(key, 64)))
  sum = f32x4.add(sum, f32x4.mul(f, v128.load(key, 80)))
  sum = f32x4.add(sum, f32x4.mul(g, v128.load(key, 96)))
  return f32x4.add(sum, f32x4.mul(h, v128.load(key, 112)))
}

/** Products of one head's query with its keys, four at a time. */
function score(query: usize, keys: usize, count: usize, scores: usize): void {
  const a = v128.load(query)
  const b = v128.load(query, 16)
  const c = v128.load(query, 32)
  const d = v128.load(query, 48)
  const e = v128.load(query, 64)
  const f = v128.load(query, 80)
  const g = v128.load(query, 96)
  const h = v128.load(query, 112)
  for (let i: usize = 0; i < count; i += 4) {
    const w = dot(a, b, c, d, e, f, g, h, keys)
    const x = dot(a, b, c, d, e, f, g, h, keys + head)
    const y = dot(a, b, c, d, e, f, g, h, keys + 2 * head)
    const z = dot(a, b, c, d, e, f, g, h, keys + 3 * head)
    v128.store(scores + (i << 2), sums4<f32>(w, x, y, z))
    keys += 4 * head
  }
}

/** Scores of `count` positions to weights that sum to one. Memory up to the next multiple of four is written too. */
function softmax(scores: usize, count: usize): void {
  const padded = (count + 3) & ~3
  for (let i = count; i < padded; i++) store<f32>(scores + (i << 2), -Infinity)
  const end = scores + (padded << 2)
  let top = f32x4.splat(-Infinity)
  for (let p = scores; p < end; p += 16) top = f32x4.max(top, v128.load(p))
  const highest = f32x4.splat(greatestLane(top))
  let sum = f32x4.splat(0)
  for (let p = scores; p < end; p += 16) {
    const power = exponential(f32x4.sub(v128.load(p), highest))
    v128.store(p, power)
    sum = f32x4.add(sum, power)
  }
  const share = f32x4.splat(1 / sumLanes(sum))
  for (let p = scores; p < end; p += 16) v128.store(p, f32x4.mul(v128.load(p), share))
}

/** The values of one head, weighted. */
function weigh(weights: usize, values: usize, count: usize, out: usize): void {
  let a = f32x4.splat(0)
  let b = a
  let c = a
  let d = a
  let e = a
  let f = a
  let g = a
  let h = a
  for (let i: usize = 0; i < count; i++) {
    const weight = v128.load32_splat(weights + (i << 2))
    a = f32x4.add(a, f32x4.mul(weight, v128.load(values)))
    b = f32x4.add(b, f32x4.mul(weight, v128.load(values, 16)))
    c = f32x4.add(c, f32x4.mul(weight, v128.load(values, 32)))
    d = f32x4.add(d, f32x4.mul(weight, v128.load(values, 48)))
    e = f32x4.add(e, f32x4.mul(weight, v128.load(values, 64)))
    f = f32x4.add(f, f32x4.mul(weight, v128.load(values, 80)))
    g = f32x4.add(g, f32x4.mul(weight, v128.load(values, 96)))
    h = f32x4.add(h, f32x4.mul(weight, v128.load(values, 112)))
    values += head
  }
  v128.store(out, a)
  v128.store(out, b, 16)
  v128.store(out, c, 32)
  v128.store(out, d, 48)
  v128.store(out, e, 64)
  v128.store(out, f, 80)
  v128.store(out, g, 96)
  v128.store(out, h, 112)
}

/**
 * out[queries][heads] = attention of each query to `count` positions of a memory that `remember` has filled. Keys must be
 * readable up to the next multiple of four positions. The weights of the last query's first head stay in `scores`, which
 * has room for as many numbers.
 */
export function attend(
  queries: usize,
  stride: usize,
  rows: usize,
  heads: usize,
  known: usize,
  room: usize,
  count: usize,
  scores: usize,
  out: usize,
): void {
  // Head by head, so that its keys and values stay near; the first head last, whose weights stay.
  for (let part = heads; part-- > 0; ) {
    const keys = known + part * room * head
    const values = keys + heads * room * head
    let query = queries + part * head
    let to = out + part * head
    for (let row: usize = 0; row < rows; row++) {
      score(query, keys, count, scores)
      softmax(scores, count)
      weigh(scores, values, count, to)
      query += stride
      to += heads * head
    }
  }
}
