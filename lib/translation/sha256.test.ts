import { createHash, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { Sha256 } from './sha256'

it('is the same as the known implementation, however the bytes are cut', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 100_000]) {
    const bytes = randomBytes(length)
    const hash = new Sha256()
    for (let at = 0, step = 1; at < length; at += step, step = (step * 7) % 193)
      hash.update(bytes.subarray(at, at + step))
    expect(hash.digest(), `${length} bytes`).toBe(createHash('sha256').update(bytes).digest('hex'))
  }
})
