import { expect, it } from 'vitest'
import { readNumber } from './readout'

const read = (surface: string, before = '', ...after: readonly string[]) =>
  readNumber(surface, { before, after })

it.each([
  [read('1,5', 'rp', 'triliun'), '1.5 trillion rupiah'],
  [read('Rp1.500'), '1,500 rupiah'],
  [read('US$5', '', 'juta'), '5 million US dollars'],
  [read('30.000'), '30,000'],
  [read('1.250.000,50'), '1,250,000.50'],
  [read('12,4%'), '12.4 per cent'],
  [read('85', '', 'persen'), '85 per cent'],
  [read('14.30', 'pukul'), '2.30 p.m.'],
  [read('00.15', 'pukul'), '12.15 a.m.'],
  [read('12/7/2025'), '12 July 2025'],
  [read('2', '', 'januari', '2026'), '2 January 2026'],
  [read('ke-2'), '2nd'],
  [read('ke-13'), '13th'],
  [read('90-an'), 'the 90s'],
  [read('2025'), undefined],
  [read('18'), undefined],
  [read('32/13/2025'), undefined],
  [read('1.2.3'), undefined],
])('reads %s', (found, expected) => {
  expect(found).toBe(expected)
})
