import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { anyText } from './golden/any-text'
import { describe, expect, it } from 'vitest'
import { segment } from './segment'

const sentences = (text: string): readonly string[] =>
  segment(text).flatMap((paragraph) => paragraph.sentences.map((sentence) => sentence.text))

describe('segment', () => {
  it.each([
    ['two sentences', 'Ia datang. Ia pergi.', 2],
    ['question and exclamation', 'Siapa dia? Pergi! Cepat.', 3],
    ['doctor with a name', 'Menurut dr. Maya Lestari, kasus naik.', 1],
    ['street', 'Ia tinggal di Jl. Raya Bogor No. 5. Rumahnya besar.', 2],
    ['honorifics', 'Sdr. Ahmad, Tn. Budi dan Ny. Siti hadir.', 1],
    ['professor with degree', 'Prof. Hendra, S.H., M.Si. hadir kemarin.', 1],
    ['degree at the end', 'Hakimnya Andi, S.H. Ia tegas.', 2],
    ['initials', 'Novel J. K. Rowling laris. Filmnya juga.', 2],
    ['initials without blank', 'W.R. Supratman menulis lagu itu.', 1],
    ['label letter', 'Buah ini kaya vitamin C. Rasanya asam.', 2],
    ['dll. inside', 'Beras, jagung, dll. dijual di sini.', 1],
    ['dll. at the end', 'Ia menjual beras, jagung, dll. Tokonya ramai.', 2],
    ['company', 'Saham PT. Astra Tbk. naik.', 1],
    ['thousands and hours', 'Harganya 1.250.000 rupiah pada pukul 14.30 WIB. Mahal.', 2],
    ['a.l. and d.a.', 'Kota itu, a.l. Bandung, d.a. Jl. Merdeka, ramai.', 1],
    ['quotation and speaker', '“Kami siap,” kata Budi.', 1],
    ['question and speaker', '“Apa?” tanya Ibu.', 1],
    ['straight quotes', '"Pergi!" teriaknya. "Sekarang."', 2],
    ['two quotations', 'Ibu bertanya, “Berapa?” “Tiga ribu,” jawabnya.', 2],
    ['ellipsis going on', 'Dia ... entahlah. Mungkin pergi…', 2],
    ['lower case goes on', 'Situs detik.com ramai. dan seterusnya', 1],
    ['all lower case', 'aku pergi. kamu tidak.', 2],
    ['list number', '1. Pertama kita makan. 2. Lalu tidur.', 2],
    ['brackets', 'Ia (lihat Bab 2. Juga Bab 3.) menolak.', 1],
    ['one very long sentence', `${'kata '.repeat(400)}akhir.`, 1],
    ['nothing', ' \n\t ', 0],
  ])('%s', (_name, text, count) => {
    expect(sentences(text)).toHaveLength(count)
  })

  it('makes a paragraph of every line', () => {
    expect(segment('Satu.\r\nDua.\rTiga.\n\n\nEmpat.')).toHaveLength(4)
  })

  it('joins lines that only wrap the text', () => {
    const wrapped =
      'Baris ini panjang sekali dan\nbelum selesai di\nsini.\n\nParagraf kedua juga\ndibungkus di\ntengah.'
    expect(segment(wrapped)).toHaveLength(2)
  })

  const folder = fileURLToPath(new URL('../../content/articles/', import.meta.url))
  const articles = readdirSync(folder).filter((file) => file.endsWith('.md') && !file.endsWith('.en.md'))
  it.each(articles.filter((file) => readdirSync(folder).includes(file.replace('.md', '.en.md'))))(
    'gives %s the sentences of its English',
    (file) => {
      const text = readFileSync(folder + file, 'utf8').replace(/^---[\s\S]*?\n---\n/, '')
      const english = readFileSync(folder + file.replace('.md', '.en.md'), 'utf8').trim()
      const counts = english.split(/\n\s*\n/).map((paragraph) => paragraph.split('\n').length)
      expect(segment(text).map((paragraph) => paragraph.sentences.length)).toEqual(counts)
    },
  )

  const text = fc.oneof(
    anyText(300),
    fc
      .array(
        fc.constantFrom('Ia', ' ', '. ', '“', '”', '\n', 'dr.', '1.000', '?', '…', ')', '(', 'pergi', '\r\n'),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
  )

  it('keeps every letter, in order and without overlap, on any text', () => {
    fc.assert(
      fc.property(text, (any) => {
        let end = 0
        for (const { span, sentences: inside } of segment(any)) {
          for (const sentence of inside) {
            expect(any.slice(sentence.span.start, sentence.span.end)).toBe(sentence.text)
            expect(any.slice(end, sentence.span.start).trim()).toBe('')
            expect(sentence.span.start).toBeGreaterThanOrEqual(span.start)
            expect(sentence.span.end).toBeLessThanOrEqual(span.end)
            end = sentence.span.end
          }
        }
        expect(any.slice(end).trim()).toBe('')
      }),
    )
  })
})
