import { expect, it } from 'vitest'
import { Heap } from './heap'

it('hands out blocks that do not overlap, where vectors may begin', () => {
  const heap = new Heap()
  const sizes = [1, 17, 1024, 5000, 100_000, 3]
  const blocks = sizes.flatMap((size) => [
    { size, at: heap.reserve(size) },
    { size, at: heap.allocate(size) },
  ])
  blocks.sort((a, b) => a.at - b.at)
  blocks.forEach(({ at }, i) => {
    expect(at % 16).toBe(0)
    const before = blocks[i - 1]
    if (before) expect(at).toBeGreaterThanOrEqual(before.at + before.size)
  })
})

it('uses again what was given back', () => {
  const heap = new Heap()
  const first = heap.allocate(5000)
  heap.release(first)
  expect(heap.allocate(6000)).toBe(first)
  const size = heap.memory.buffer.byteLength
  for (let i = 0; i < 1000; i++) heap.release(heap.allocate(60_000))
  expect(heap.memory.buffer.byteLength).toBeLessThan(size + 3 * 65_536)
})

it('refuses to take back what is not out', () => {
  const heap = new Heap()
  const block = heap.allocate(100)
  expect(heap.blocks).toBe(1)
  heap.release(block)
  expect(() => heap.release(block)).toThrow('not out')
  expect(() => heap.release(0)).toThrow('not out')
  expect(heap.blocks).toBe(0)
})

it('keeps what is in it when it grows', () => {
  const heap = new Heap()
  const pointer = heap.reserve(8)
  heap.floats(pointer, 2).set([1.5, -2])
  heap.reserve(10_000_000)
  expect([...heap.floats(pointer, 2)]).toEqual([1.5, -2])
  expect(heap.bytes.length).toBe(heap.memory.buffer.byteLength)
  expect(heap.integers.length * 4).toBe(heap.memory.buffer.byteLength)
})
