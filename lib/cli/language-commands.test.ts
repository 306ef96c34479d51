import { describe, expect, it } from 'vitest'
import { align } from './align'
import { analyze } from './analyze'
import { annotate } from './annotate'
import type { Run } from './command'
import { lemmatize } from './lemmatize'

const run = async (command: Run, input: string, args: readonly string[] = []): Promise<string> => {
  let output = ''
  await command(args, {
    read: async () => input,
    write: (text) => void (output += text),
    note: () => undefined,
  })
  return output
}

describe('the language commands', () => {
  it('analyze: one row per form, six columns, empty where unknown', async () => {
    const rows = (await run(analyze, 'dibelinya\nBekasi\n\nzzxqv\n')).split('\n')
    expect(rows[0]).toBe('dibelinya\tmembeli\tbeli\tdi-+-nya\tverb\tto buy')
    expect(rows[1]?.split('\t').slice(0, 4)).toEqual(['Bekasi', 'Bekasi', 'Bekasi', ''])
    expect(rows[2]).toBe('')
    expect(rows[3]).toBe('zzxqv\tzzxqv\tzzxqv\t\t\t')
  })

  it('lemmatize: surface/lemma, a sentence a line', async () => {
    expect(await run(lemmatize, 'Surat itu ditulis.\nYa.\n')).toBe(
      'Surat/surat itu/itu ditulis/menulis ./.\nYa/ya ./.\n',
    )
  })

  it('annotate: JSON lines with the fields of the card and places in the text', async () => {
    const text = 'KPK datang.\nHarganya Rp 1,5 triliun.'
    const tokens = (await run(annotate, text))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(
      tokens.every(({ start, end, surface }) => text.slice(Number(start), Number(end)) === surface),
    ).toBe(true)
    expect(tokens[0]).toMatchObject({ surface: 'KPK', kind: 'acronym', sentence: 0 })
    expect(tokens.find(({ surface }) => surface === '1,5')).toMatchObject({
      readout: '1.5 trillion rupiah',
      sentence: 1,
    })
  })

  it('align: tokens of both sides and Pharaoh links', async () => {
    const [source, target, links] = (await run(align, 'Rumah besar itu\tThat big house\n'))
      .trimEnd()
      .split('\t')
    expect([source, target]).toEqual(['Rumah besar itu', 'That big house'])
    expect(links).toBe('0-2 1-1 2-0')
  })

  it('refuses a line that is no pair, and options it does not know', async () => {
    await expect(run(align, 'no tab here\n')).rejects.toThrow('line 1')
    await expect(run(analyze, '', ['--fast'])).rejects.toThrow()
  })
})
