import { expect, it } from 'vitest'
import { createSpeedometer } from './speedometer'

it('tells the speed of the last seconds, and nothing before it knows', () => {
  let time = 0
  const speed = createSpeedometer(() => time)
  expect(speed.bytesPerSecond()).toBe(0)
  speed.add(1000)
  time = 100
  speed.add(1000)
  expect(speed.bytesPerSecond()).toBe(0)
  for (; time < 2000; time += 100) speed.add(1000)
  expect(speed.bytesPerSecond()).toBeCloseTo(10_000, -3)
  for (; time < 10_000; time += 100) speed.add(100)
  expect(speed.bytesPerSecond()).toBeCloseTo(1000, -2)
})
