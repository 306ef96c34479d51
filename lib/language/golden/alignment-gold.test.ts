import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadTranslationTable } from '@/lib/cli/language-files'
import { alignByMeaning } from '../align-by-meaning'
import { createAnnotator } from '../annotate'
import type { TranslationTable } from '../link-evidence'
import { tokenize } from '../tokenize'
import { appLexicon } from './lexicon-fixture'
import { f1, goldLinks, type Agreement, type GoldPair } from './links'

const gold = JSON.parse(readFileSync(new URL('./alignment-gold.json', import.meta.url), 'utf8')) as readonly GoldPair[]
const annotate = createAnnotator(appLexicon())

const agreement = ({ id, en, links }: GoldPair, table: TranslationTable): Agreement => {
  const sentence = annotate(id)
  const places = [...sentence.tokens.keys()].filter((at) => sentence.tokens[at]?.kind !== 'space')
  const source = places.map((at) => sentence.tokens[at]?.surface ?? '')
  const target = tokenize(en).filter(({ kind }) => kind !== 'space').map(({ surface }) => surface)
  const sure = goldLinks(links, source, target)
  const found = alignByMeaning(sentence, target, table).map((link) => `${places.indexOf(link.source)}-${link.target}`)
  return { found: found.length, gold: sure.size, both: found.filter((link) => sure.has(link)).length }
}

const total = (table: TranslationTable): number => {
  const parts = gold.map((pair) => agreement(pair, table))
  const sum = (of: (part: Agreement) => number): number => parts.reduce((all, part) => all + of(part), 0)
  return f1({ found: sum(({ found }) => found), gold: sum((part) => part.gold), both: sum(({ both }) => both) })
}

it('has 60 pairs', () => {
  expect(gold).toHaveLength(60)
})

it('agrees with the gold links by lexicon and learned table', () => {
  expect(total(loadTranslationTable())).toBeGreaterThan(0.88)
})

it('agrees with most gold links by the lexicon alone', () => {
  expect(total({ prob: () => 0 })).toBeGreaterThan(0.8)
})
