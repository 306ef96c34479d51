import { describe, expect, it } from 'vitest'
import { createOwnText, ownTextLimit, readTextFile, toArticle, type TextFile } from './own-text'

const fileOf = (bytes: Uint8Array, name = 'teks.txt'): TextFile => ({
  name,
  size: bytes.length,
  arrayBuffer: async () => bytes.slice().buffer,
})
const utf8 = (text: string) => new TextEncoder().encode(text)
const draft = (text: string, title = '') => ({ id: 'x', title, text, createdAt: Date.UTC(2026, 0, 5) })

describe('readTextFile', () => {
  it('refuses a file of 100 MB without reading it', async () => {
    const file: TextFile = {
      name: 'besar.txt',
      size: 100_000_000,
      arrayBuffer: () => Promise.reject(new Error('was read')),
    }
    expect(await readTextFile(file)).toEqual({ ok: false, problem: { kind: 'too-large', bytes: 100_000_000 } })
  })

  it.each([
    ['UTF-8', utf8('Saya “datang”.'), 'Saya “datang”.'],
    ['UTF-8 with a mark', utf8('\ufeffSaya datang.'), 'Saya datang.'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x53, 0, 0x61, 0]), 'Sa'],
    ['UTF-16, other end first', new Uint8Array([0xfe, 0xff, 0, 0x53, 0, 0x61]), 'Sa'],
    // Node 20 decodes 0x80-0x9f of Windows-1252 wrongly, so only a letter above that is tried here.
    ['Windows-1252', new Uint8Array([0x53, 0xe9]), 'Sé'],
  ])('reads %s', async (_, bytes, text) => {
    expect(await readTextFile(fileOf(bytes))).toEqual({ ok: true, value: text })
  })

  it.each([
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
    ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0])],
    ['a PDF', utf8('%PDF-1.7 obj')],
  ])('refuses %s as no text', async (_, bytes) => {
    expect(await readTextFile(fileOf(bytes))).toEqual({ ok: false, problem: { kind: 'not-text', name: 'teks.txt' } })
  })

  it('says when a file is empty or has gone away', async () => {
    expect(await readTextFile(fileOf(utf8(' \n')))).toEqual({ ok: false, problem: { kind: 'empty' } })
    const gone: TextFile = { name: 'a.txt', size: 3, arrayBuffer: () => Promise.reject(new Error('NotFound')) }
    expect(await readTextFile(gone)).toEqual({ ok: false, problem: { kind: 'unreadable', name: 'a.txt' } })
  })
})

describe('createOwnText', () => {
  it('refuses nothing but blanks, and too much', () => {
    expect(createOwnText(draft(' \n\t'))).toEqual({ ok: false, problem: { kind: 'empty' } })
    const large = createOwnText(draft('é'.repeat(ownTextLimit / 2 + 1)))
    expect(large).toEqual({ ok: false, problem: { kind: 'too-large', bytes: ownTextLimit + 2 } })
  })

  it.each([
    ['Pasar Pagi\n\nKami pergi.', 'Pasar Pagi', 'Kami pergi.'],
    ['Kami pergi.\nKami pulang.', 'Kami pergi.', 'Kami pergi.\nKami pulang.'],
    ['Halo', 'Halo', 'Halo'],
    ['🙂', '🙂', '🙂'],
  ])('takes the title of %j from the first line', (text, title, rest) => {
    expect(createOwnText(draft(text))).toMatchObject({ ok: true, value: { title, text: rest } })
  })

  it('shortens a long first line at a word', () => {
    const result = createOwnText(draft('kata '.repeat(60)))
    expect(result.ok && result.value.title).toMatch(/^(kata ){14,15}kata…$/)
  })

  it('leaves text and title of the reader alone', () => {
    expect(createOwnText(draft('Satu\nDua', ' Hitung '))).toMatchObject({
      value: { title: 'Hitung', text: 'Satu\nDua' },
    })
  })
})

describe('toArticle', () => {
  it('segments and dates the text', () => {
    const article = toArticle({ id: 'x', title: 'Judul', text: 'Satu. Dua.', createdAt: Date.UTC(2026, 0, 5) })
    expect(article).toMatchObject({ slug: 'own-x', date: '2026-01-05' })
    expect(article.paragraphs[0]?.sentences.map(({ text }) => text)).toEqual(['Satu.', 'Dua.'])
  })
})
