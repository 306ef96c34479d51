import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadTranslationTable } from '@/lib/cli/language-files'
import { alignByMeaning } from '../align-by-meaning'
import { createAnnotator } from '../annotate'
import type { TranslationTable } from '../link-evidence'
import { tokenize } from '../tokenize'
import { appLexicon } from './lexicon-fixture'
import { f1, goldLinks, type Agreement, type GoldPair } from './links'

const read = (file: string): readonly GoldPair[] =>
  JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as readonly GoldPair[]

const gold = read('./alignment-gold.json')
/** Linked by hand before any aligner's output was seen; its possible links are not counted as right. */
const blind = read('./alignment-gold-blind.json')
const annotate = createAnnotator(appLexicon())
const learned = loadTranslationTable()

const agreement = ({ id, en, links }: GoldPair, table: TranslationTable): Agreement => {
  const sentence = annotate(id)
  const places = [...sentence.tokens.keys()].filter((at) => sentence.tokens[at]?.kind !== 'space')
  const source = places.map((at) => sentence.tokens[at]?.surface ?? '')
  const target = tokenize(en).filter(({ kind }) => kind !== 'space').map(({ surface }) => surface)
  const sure = goldLinks(links, source, target)
  const found = alignByMeaning(sentence, target, table).map((link) => `${places.indexOf(link.source)}-${link.target}`)
  return { found: found.length, gold: sure.size, both: found.filter((link) => sure.has(link)).length }
}

const total = (pairs: readonly GoldPair[], table: TranslationTable): number => {
  const parts = pairs.map((pair) => agreement(pair, table))
  const sum = (of: (part: Agreement) => number): number => parts.reduce((all, part) => all + of(part), 0)
  return f1({ found: sum(({ found }) => found), gold: sum((part) => part.gold), both: sum(({ both }) => both) })
}

it('has 60 pairs of each kind', () => {
  expect(gold).toHaveLength(60)
  expect(blind).toHaveLength(60)
})

it('agrees with the gold links by lexicon and learned table', () => {
  expect(total(gold, learned)).toBeGreaterThan(0.92)
  expect(total(blind, learned)).toBeGreaterThan(0.9)
})

it('agrees with most gold links by the lexicon alone', () => {
  expect(total(gold, { prob: () => 0 })).toBeGreaterThan(0.8)
  expect(total(blind, { prob: () => 0 })).toBeGreaterThan(0.8)
})
