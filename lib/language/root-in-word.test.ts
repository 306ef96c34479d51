import { describe, expect, it } from 'vitest'
import { createAnalyzer } from './analyze'
import type { Lexicon } from './lexicon'
import { rootInWord } from './root-in-word'
import { WordTable } from './word-table'

const roots = new Set(
  'tulis puji perintah ajar jalan anak tolong temu sayur korupsi laku bom setuju'.split(' '),
)
/** A lexicon of bare roots: what the analyser needs to take words apart. */
const lexicon: Lexicon = {
  words: new WordTable(),
  entry: () => undefined,
  isRoot: (root) => roots.has(root),
  compound: (joined) => (joined === 'tanggungjawab' ? 'tanggung jawab' : undefined),
  family: () => [],
  named: () => undefined,
  longestTerm: () => undefined,
  continuations: () => undefined,
  isSecond: () => false,
  entries: () => [],
  allNamed: () => [],
  band: () => 6,
}
const analyze = createAnalyzer(lexicon)

/** "men(t)[ulis]": the root in square brackets, the swallowed letter in round ones. */
const marked = (surface: string): string => {
  const best = analyze(surface.toLowerCase())[0]
  const found = best && rootInWord(surface, best.root, best.steps)
  if (!found) return surface
  const { start, end } = found.span
  const letter = found.swallowed ? `(${found.swallowed})` : ''
  return `${surface.slice(0, start)}${letter}[${surface.slice(start, end)}]${surface.slice(end)}`
}

describe('rootInWord', () => {
  it.each([
    ['menulis', 'men(t)[ulis]'],
    ['Menulis', 'Men(t)[ulis]'],
    ['ditulis', 'di[tulis]'],
    ['menuliskannya', 'men(t)[ulis]kannya'],
    ['memuji', 'mem(p)[uji]'],
    ['pemerintahan', 'pem(p)[erintah]an'],
    ['pelajaran', 'pel[ajar]an'],
    ['berjalan', 'ber[jalan]'],
    ['anak-anak', '[anak]-anak'],
    ['anak-anaknya', '[anak]-anaknya'],
    ['tolong-menolong', 'tolong-men(t)[olong]'],
    ['bertemu', 'ber[temu]'],
    ['antikorupsi', 'anti[korupsi]'],
    ['mengebom', 'menge[bom]'],
    ['persetujuan', 'per[setuju]an'],
    ['mempertanggungjawabkan', 'memper[tanggungjawab]kan'],
    ['jalan', 'jalan'],
    ['blablabla', 'blablabla'],
  ])('%s is %s', (surface, expected) => {
    expect(marked(surface)).toBe(expected)
  })
})
