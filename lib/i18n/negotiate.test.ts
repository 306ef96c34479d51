import { describe, expect, it } from 'vitest'
import { switchLocale } from './locales'
import { negotiateLocale } from './negotiate'

describe('negotiateLocale', () => {
  it.each([
    [undefined, null, 'en'],
    [undefined, '', 'en'],
    [undefined, 'id-ID,id;q=0.9,en;q=0.8', 'id'],
    [undefined, 'en-GB,en;q=0.9,id;q=0.8', 'en'],
    [undefined, 'de-DE,de;q=0.9,id;q=0.5,en;q=0.4', 'id'],
    [undefined, 'ms-MY', 'id'],
    [undefined, 'in-ID', 'id'],
    [undefined, 'id;q=0, en;q=0.1', 'en'],
    [undefined, 'fr;q=oops', 'en'],
    ['id', 'en-GB', 'id'],
    ['xx', 'id', 'id'],
  ])('cookie %s and header %s give %s', (cookie, header, locale) => {
    expect(negotiateLocale(cookie, header)).toBe(locale)
  })
})

describe('switchLocale', () => {
  it.each([
    ['/en/articles/pasar-pagi', '/id/articles/pasar-pagi'],
    ['/en', '/id'],
    ['/', '/id'],
    ['/words/jalan', '/id/words/jalan'],
  ])('%s becomes %s', (from, to) => {
    expect(switchLocale(from, 'id')).toBe(to)
  })
})
