import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { segment } from '@/lib/language/segment'
import { tokenize } from '@/lib/language/tokenize'
import type { Bench } from './bench'
import { hoverWord, markPrefix, openBrowser, openText, serveApp, type Hovered } from './hover-page'
import { articleSentences, recombined } from './news-text'
import { between, readTrace, traceCategories, type Moment, type Task } from './trace-tasks'

const size = 5000
const hovers = 12
/** The delay that readers have who have not chosen another. */
const delay = 300

const wordsIn = (text: string): number =>
  tokenize(text).filter(({ kind }) => kind !== 'space' && kind !== 'punctuation').length

/** The articles one after the other, then their sentences crossed, so that none comes twice; five to a paragraph. */
export function longText(): { readonly text: string; readonly words: number; readonly sentences: number } {
  const own = articleSentences()
  const chosen: string[] = []
  let words = 0
  for (let round = 0; words < size; round += 1) {
    for (const sentence of round === 0 ? own : recombined(own, round)) {
      if (words >= size) break
      chosen.push(sentence)
      words += wordsIn(sentence)
    }
  }
  const paragraphs = chosen.flatMap((_, at) => (at % 5 === 0 ? [chosen.slice(at, at + 5).join(' ')] : []))
  const text = paragraphs.join('\n\n')
  return { text, words, sentences: segment(text).flatMap(({ sentences }) => sentences).length }
}

const round = (value: number): number => Number(value.toFixed(1))
const longest = (values: readonly number[]): number => round(Math.max(0, ...values))
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const summed = (values: readonly number[]) => ({ median: median(values), max: longest(values) })

type Measured = Hovered & {
  /** Of the tasks from the end of the delay until the card has nothing more to come: the longest. */
  readonly taskMs: number
  readonly taskCpuMs: number
  /** From the end of the delay until the card has been painted; and what the main thread computed in it. */
  readonly toCardMs: number
  readonly toCardCpuMs: number
}

/** One hover out of the trace, by the moment its card was painted. */
function measured(
  hovered: Hovered,
  painted: number,
  moments: readonly Moment[],
  tasks: readonly Task[],
): Measured {
  const named = (name: string) => moments.filter((one) => one.name === `${markPrefix}${name}`)
  const over = named('over').findLast(({ at }) => at < painted)?.at
  const end = named('end').find(({ at }) => at > painted)?.at
  if (over === undefined || end === undefined)
    throw new Error(`${hovered.word}: the trace has not all of its hover`)
  const meant = over + delay
  const own = between(tasks, meant, end)
  const cpu = (some: readonly Task[]) => some.map((task) => task.cpu ?? task.wall)
  return {
    ...hovered,
    taskMs: longest(own.map(({ wall }) => wall)),
    taskCpuMs: longest(cpu(own)),
    toCardMs: round(painted - meant),
    toCardCpuMs: round(cpu(between(tasks, meant, painted)).reduce((sum, one) => sum + one, 0)),
  }
}

/** Every hover of the trace, in order. */
export function allMeasured(hovered: readonly Hovered[], trace: string): readonly Measured[] {
  const { moments, tasks } = readTrace(trace, markPrefix)
  const painted = moments.filter(({ name }) => name === `${markPrefix}painted`)
  if (painted.length !== hovered.length)
    throw new Error(`${painted.length} cards for ${hovered.length} words`)
  return hovered.map((one, turn) => measured(one, painted[turn]?.at ?? 0, moments, tasks))
}

/** The numbers over all hovers, then each. */
const report = (results: readonly Measured[]) => {
  const of = (key: 'taskMs' | 'taskCpuMs' | 'toCardMs' | 'toCardCpuMs') =>
    summed(results.map((result) => result[key]))
  return {
    first: results[0],
    taskMs: of('taskMs'),
    taskCpuMs: of('taskCpuMs'),
    toCardMs: of('toCardMs'),
    toCardCpuMs: of('toCardCpuMs'),
    over50Ms: results.filter(({ taskMs }) => taskMs > 50).length,
    over50CpuMs: results.filter(({ taskCpuMs }) => taskCpuMs > 50).length,
    hovers: results,
  }
}

async function hoverAll(page: Page, sentences: number, note: (text: string) => void) {
  const seen = new Set<string>()
  const hovered: Hovered[] = []
  for (let turn = 0; turn < hovers; turn += 1) {
    // Every other one stays on the screen before; the others go on through the text.
    const sentence = Math.floor((Math.floor(turn / 2) * sentences) / (hovers / 2)) + (turn % 2) * 3
    hovered.push(await hoverWord(page, Math.min(sentence, sentences - 8), seen))
    note(`${turn + 1}: ${hovered.at(-1)?.word}`)
  }
  return hovered
}

/** From resting on a word to its card, in a text of 5,000 words: the tasks of the main thread, and the time it takes. */
export const hoverBench: Bench = {
  name: 'hover',
  summary: `the cards of ${hovers} words in a text of ${size}, in headless Chromium on the built app`,
  run: async (note) => {
    const { text, words, sentences } = longText()
    const app = await serveApp()
    const browser = await openBrowser()
    try {
      const page = await openText(browser, app.url, text)
      await browser.startTracing(page, { categories: [...traceCategories] })
      const hovered = await hoverAll(page, sentences, note)
      const trace = (await browser.stopTracing()).toString()
      // To look at in the browser's own performance panel.
      if (process.env.TRACE) writeFileSync(process.env.TRACE, trace)
      return { words, sentences, ...report(allMeasured(hovered, trace)) }
    } finally {
      await browser.close()
      app.close()
    }
  },
}
