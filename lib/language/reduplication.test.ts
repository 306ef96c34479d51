import { expect, it } from 'vitest'
import { undoubled } from './reduplication'
import { activeForms, isTransitive } from './voice'

it.each([
  ['anak-anak', 'R', 'anak'],
  ['menari-nari', 'R', 'menari'],
  ['tolong-menolong', 'R-reciprocal', 'menolong'],
  ['sayur-mayur', 'R-sound', 'sayur'],
  ['gerak-gerik', 'R-sound', 'gerak'],
  ['leluhur', 'R-partial', 'luhur'],
])('%s is %s of %s', (form, label, stem) => {
  expect(undoubled(form)[0]).toMatchObject({ affix: { label }, stem })
})

it.each(['jual-beli', 'rumah', 'a-b-c', 'baca-tulis', '-', 'pagi'])('%s is no repetition', (form) => {
  expect(undoubled(form)).toEqual([])
})

it.each([
  ['tulis', 'menulis'],
  ['pukul', 'memukul'],
  ['kirim', 'mengirim'],
  ['sapu', 'menyapu'],
  ['baca', 'membaca'],
  ['lihat', 'melihat'],
  ['bom', 'mengebom'],
  ['proses', 'memproses'],
  ['perbaiki', 'memperbaiki'],
  ['khianati', 'mengkhianati'],
])('the active of %s is %s', (stem, active) => {
  expect(activeForms(stem)[0]).toBe(active)
})

it('knows verbs without a passive', () => {
  expect(isTransitive('menangis', 'tangis', false)).toBe(false)
  expect(isTransitive('membaik', 'baik', true)).toBe(false)
  expect(isTransitive('memperbaiki', 'perbaiki', true)).toBe(true)
  expect(isTransitive('menulis', 'tulis', false)).toBe(true)
})
