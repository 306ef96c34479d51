import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = new URL('.', import.meta.url)
const read = (path: string) =>
  JSON.parse(readFileSync(new URL(path, folder), 'utf8')) as Record<string, string>
const names = (locale: string) => readdirSync(new URL(locale, folder)).sort()

/** English has one and other, Indonesian only other. */
const bare = (messages: Record<string, string>) =>
  [...new Set(Object.keys(messages).map((key) => key.replace(/_(one|other)$/, '')))].sort()

const placeholders = (message: string) =>
  [...message.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort()

describe('messages', () => {
  it('has the same namespaces in both languages', () => {
    expect(names('id')).toEqual(names('en'))
  })

  describe.each(names('en'))('%s', (name) => {
    const en = read(`en/${name}`)
    const id = read(`id/${name}`)

    it('has the same keys in both languages', () => {
      expect(bare(id)).toEqual(bare(en))
    })

    it('fills in the same values in both languages', () => {
      for (const [key, message] of Object.entries(id)) {
        const english = en[key] ?? en[key.replace(/_\w+$/, '')] ?? ''
        expect(placeholders(message), key).toEqual(placeholders(english))
      }
    })

    it('does not shout: no exclamation marks, no emoji, no empty message', () => {
      for (const [key, message] of [...Object.entries(en), ...Object.entries(id)]) {
        expect(message.trim(), key).not.toBe('')
        expect(message, key).not.toMatch(/!|\p{Extended_Pictographic}/u)
      }
    })

    it('uses typographic quotes and dashes', () => {
      for (const [key, message] of [...Object.entries(en), ...Object.entries(id)]) {
        expect(message.replace(/\{\{.*?\}\}/g, ''), key).not.toMatch(/["']|\.\.\.| - /)
      }
    })
  })
})
