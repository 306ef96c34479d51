/** The shipped model in Node: what the page's worker runs, without the worker. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sentenceKey } from '@/lib/language/sentence-key'
import { folderFiles } from '@/lib/cli/folder-files'
import { createEngine } from './engine'
import { builtIn } from './models'
import type { Finished, Partial } from './protocol'
import type { Engine } from './serve-engine'
import type { TranslateJob } from './translate-sentences'

// A real model on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const root = join(import.meta.dirname, '../../public/models/')
const article = readFileSync(join(import.meta.dirname, '../../content/articles/lavrov-wonsan.md'), 'utf8')
const sentences = article
  .split(/^---$/m)[2]!
  .split('\n')
  .filter((line) => line.trim() !== '')

let engine: Engine
beforeAll(async () => {
  engine = await createEngine(builtIn, { files: folderFiles(root, builtIn), threads: 1 })
})
afterAll(() => engine.dispose())

async function translate(
  texts: readonly string[],
  job: Omit<globalThis.Partial<TranslateJob>, 'onFinished'> = {},
  on = engine,
) {
  const finished = new Map<string, Finished>()
  await on.translate(
    texts.map((text) => ({ key: sentenceKey(text), text })),
    {
      beams: 1,
      attention: false,
      signal: new AbortController().signal,
      onPartial: () => undefined,
      ...job,
      onFinished: (sentence) => finished.set(sentence.key, sentence),
    },
  )
  return texts.map((text) => finished.get(sentenceKey(text))!)
}

describe('the built-in model', () => {
  it('translates the whole article: every sentence, numbers and names with it', async () => {
    const results = await translate(sentences)
    for (const { text, score } of results) {
      expect(text.length).toBeGreaterThan(10)
      expect(score).toBeLessThanOrEqual(0)
    }
    const english = results.map(({ text }) => text).join('\n')
    for (const part of ['2024', '30,000', '14,000', 'Lavrov', 'Kim Jong Un', 'Wonsan', 'Kursk'])
      expect(english).toContain(part)
  })

  it('writes on our kernel what it writes on the runtime of the transformer library', async () => {
    const model = { ...builtIn, runsOn: 'library' } as const
    const library = await createEngine(model, { files: folderFiles(root, model), threads: 1 })
    const [own, theirs] = [await translate(sentences), await translate(sentences, {}, library)]
    await library.dispose()
    // Sums are the same; exponentials are not to the last digit, and now and then a rounding falls otherwise.
    const same = own.filter(({ text }, i) => text === theirs[i]!.text)
    expect(same.length).toBeGreaterThanOrEqual(0.6 * sentences.length)
    const apart = same
      .map(({ text, score = 0 }) => Math.abs(score - theirs.find((other) => other.text === text)!.score!))
      .sort((a, b) => a - b)
    // Arithmetic that is wrong shifts every sentence; one rounding that falls otherwise moves one by about a hundredth.
    expect(apart[Math.floor(apart.length / 2)]).toBeLessThan(0.003)
    expect(apart.at(-1)).toBeLessThan(0.03)
  })

  it('sets quotes as the source does', async () => {
    const [curly, plain] = await translate([
      '“Saya pikir lebih baik di sini,” kata dia.',
      '"Saya pikir lebih baik di sini," kata dia.',
    ])
    expect(curly!.text).toMatch(/^“.*”/)
    expect(plain!.text).toMatch(/^".*"/)
    expect(plain!.text).not.toMatch(/[“”‘’]/)
  })

  it('reads a headline as the sentence it is, and sets the English as a headline', async () => {
    const headline = 'Kampungmelayu Kembali Dilanda Banjir'
    const [set, plain] = await translate([headline, 'Kampungmelayu kembali dilanda banjir'], {
      attention: true,
    })
    expect(set!.text.toLowerCase()).toBe(plain!.text.toLowerCase())
    expect(set!.text).toMatch(/^Kampungmelayu/)
    expect(set!.text).toMatch(/Floods?|Flooded|Flooding/)
    expect(set!.attention!.source.at(-2)!.end).toBe(headline.length)
  })

  it('gives attention whose rows sum to one, with spans in both texts', async () => {
    const source = 'Menteri  Luar Negeri “Rusia” Sergei Lavrov datang.'
    const [result] = await translate([source], { attention: true })
    const { source: from, target: to, weights } = result!.attention!
    expect(weights).toHaveLength(from.length * to.length)
    to.forEach((_, row) => {
      const sum = weights.subarray(row * from.length, (row + 1) * from.length).reduce((a, b) => a + b, 0)
      expect(sum).toBeCloseTo(1, 2)
    })
    expect(from.map(({ start, end }) => source.slice(start, end)).join('')).toContain(
      'MenteriLuarNegeri“Rusia”SergeiLavrov',
    )
    expect(to.map(({ start, end }) => result!.text.slice(start, end)).join('')).toBe(
      result!.text.replaceAll(' ', ''),
    )
  })

  it('writes token by token', async () => {
    const seen: Partial[][] = []
    await translate(sentences.slice(0, 4), {
      partialEvery: 0,
      onPartial: (partials) => seen.push([...partials]),
    })
    const key = sentenceKey(sentences[0]!)
    const texts = seen
      .flat()
      .filter((partial) => partial.key === key)
      .map(({ text }) => text)
    expect(texts.length).toBeGreaterThan(3)
    texts.forEach((text, i) => expect(text.startsWith(texts[i - 1] ?? '')).toBe(true))
  })

  it('stops within a step when it is cancelled', async () => {
    const abort = new AbortController()
    let after = 0
    const work = translate(sentences, {
      signal: abort.signal,
      onPartial: () => {
        if (abort.signal.aborted) after++
        abort.abort(new Error('enough'))
      },
    })
    await expect(work).rejects.toThrow('enough')
    expect(after).toBe(0)
  })

  it('leaves alone what has no letters', async () => {
    const texts = ['', '🙂🎉', '30.000', '…', ' 12/7/2025 ']
    expect((await translate(texts)).map(({ text }) => text)).toEqual(['', '🙂🎉', '30.000', '…', '12/7/2025'])
  })

  it('takes a sentence of 2,000 characters in parts, with one attention over all', async () => {
    const long = sentences.join(' ').replaceAll('. ', ', ').slice(0, 2000)
    const [result] = await translate([long], { attention: true })
    expect(result!.text.length).toBeGreaterThan(800)
    const { source, target, weights } = result!.attention!
    expect(weights).toHaveLength(source.length * target.length)
    expect(source.at(-1)!.end).toBeGreaterThan(1990)
    expect(target.at(-1)!.end).toBe(result!.text.length)
  })

  it('takes a word without an end, and characters that it does not know', async () => {
    const [word, foreign] = await translate(['a'.repeat(800), 'Kota 漢字 itu indah.'])
    expect(word).toBeDefined()
    expect(foreign!.text).not.toContain('<unk>')
  })

  it('finds by beam search what is at least as likely', async () => {
    const texts = sentences.slice(0, 6)
    const [greedy, beams] = [await translate(texts), await translate(texts, { beams: 4 })]
    const mean = (results: readonly Finished[]): number =>
      results.reduce((sum, { score = 0 }) => sum + score, 0)
    expect(mean(beams)).toBeGreaterThanOrEqual(mean(greedy) - 0.05)
  })
})
