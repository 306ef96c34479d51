import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseSenses, writeLexicon, type LexiconContent } from '@/lib/content/lexicon-file'
import type { NamedEntry, PartOfSpeech, Register } from '@/lib/language/lexicon'

type Row = { readonly file: string; readonly line: number; readonly cells: readonly string[] }
type Draft = LexiconContent['entries'][number]

const partsOfSpeech = new Set('noun verb adj adv prep conj pron num det part intj clf aux name'.split(' '))
const registers = new Set('neutral news formal informal literary religious technical archaic'.split(' '))

/** A table of `content/lexicon` that breaks the schema; the message names every bad line. */
export class LexiconSourceError extends Error {
  override readonly name = 'LexiconSourceError'
}

const readRows = (folder: string, file: string): readonly Row[] => {
  const path = join(folder, file)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .map((text, at) => ({ file, line: at + 1, cells: text.split('\t') }))
    .filter(({ cells }) => cells.join('').trim() !== '' && !cells[0]?.startsWith('#'))
}

/** What is wrong with a row of a lemma table, or nothing. */
export const checkLemmaRow = (cells: readonly string[]): string | undefined => {
  if (cells.length !== 5) return `${cells.length} columns instead of 5`
  const [lemma = '', pos = '', root = '', register = '', senses = ''] = cells
  if (lemma !== lemma.toLowerCase().trim() || lemma === '')
    return `headword "${lemma}" is not plain lower case`
  const badPos = pos.split('|').find((part) => !partsOfSpeech.has(part))
  if (badPos !== undefined) return `unknown part of speech "${badPos}"`
  if (root === '' || root !== root.trim()) return `root "${root}"`
  if (register !== '-' && !registers.has(register)) return `unknown register "${register}"`
  if (parseSenses(senses).length === 0) return 'no senses'
  return undefined
}

const checkNamedRow =
  (columns: number) =>
  (cells: readonly string[]): string | undefined => {
    if (cells.length < columns) return `${cells.length} columns instead of ${columns}`
    return (cells[0] ?? '').trim() === '' ? 'no headword' : undefined
  }

const checked = (
  rows: readonly Row[],
  check: (cells: readonly string[]) => string | undefined,
): readonly Row[] => {
  const faults = rows.flatMap(({ file, line, cells }) => {
    const fault = check(cells)
    return fault ? [`${file}:${line}: ${fault}`] : []
  })
  if (faults.length > 0) throw new LexiconSourceError(faults.join('\n'))
  return rows
}

const draftOf = ({ file, cells }: Row): Draft => {
  const [lemma = '', pos = '', root = '-', register = '-', senses = ''] = cells
  return {
    lemma,
    pos: pos.split('|') as PartOfSpeech[],
    // ketidakadilan is taken apart as ke-…-an, tidak- and adil.
    root: root === '-' ? lemma : root.replace(/^tidak /, ''),
    register: (register === '-' ? 'neutral' : register) as Register,
    senses: parseSenses(senses),
    band: Math.min(5, (Number.parseInt(/\d+/.exec(file)?.[0] ?? '4', 10) || 0) + 1),
  }
}

/** One entry of two: the first keeps its analysis; senses of the second that say something new are added. */
const merged = (first: Draft, second: Draft): Draft => {
  const known = new Set(first.senses.flatMap(({ glosses }) => glosses))
  const added = second.senses.filter(({ glosses }) => !glosses.some((gloss) => known.has(gloss)))
  const pos = [...first.pos, ...second.pos.filter((part) => !first.pos.includes(part))]
  return { ...first, pos: added.length > 0 ? pos : first.pos, senses: [...first.senses, ...added] }
}

const mergedEntries = (rows: readonly Row[]): readonly Draft[] => {
  const entries = new Map<string, Draft>()
  for (const draft of rows.map(draftOf)) {
    const known = entries.get(draft.lemma)
    entries.set(draft.lemma, known ? merged(known, draft) : draft)
  }
  return [...entries.values()]
}

/** Follows roots that are themselves derived ("perhatikan" → "perhatian" → "hati") to the last one. */
const withFinalRoots = (entries: readonly Draft[]): readonly Draft[] => {
  const rootOf = new Map(entries.map(({ lemma, root }) => [lemma, root]))
  const finalRoot = (root: string): string => {
    const passed = new Set<string>()
    let last = root
    while (!passed.has(last)) {
      passed.add(last)
      last = rootOf.get(last) ?? last
    }
    return last
  }
  return entries.map((entry) => ({ ...entry, root: finalRoot(entry.root) }))
}

const namedOf = (kind: NamedEntry['kind'], { cells }: Row): NamedEntry => {
  const [surface = '', second = '', third = '', fourth = ''] = cells.map((cell) => cell.trim())
  if (kind === 'term') return { surface, kind, note: second, senses: parseSenses(fourth) }
  const note = kind === 'acronym' && fourth !== '' && fourth !== '-' ? `${second} (${fourth})` : second
  return { surface, kind, note, senses: parseSenses(third) }
}

/** The first entry of each spelling: terms before acronyms before names. */
const distinct = (named: readonly NamedEntry[]): readonly NamedEntry[] => {
  const bySurface = new Map<string, NamedEntry>()
  for (const entry of named) if (!bySurface.has(entry.surface)) bySurface.set(entry.surface, entry)
  return [...bySurface.values()]
}

/**
 * Reads and checks the tables of `content/lexicon`. Of a headword that stands in several files the lower-numbered file
 * wins and later files add senses. Throws LexiconSourceError naming file and line of every bad row.
 */
export const readLexiconSources = (folder: string): LexiconContent => {
  const lemmaFiles = readdirSync(join(folder, 'lemmas'))
    .filter((file) => file.endsWith('.tsv'))
    .sort()
  const rows = lemmaFiles.flatMap((file) => readRows(join(folder, 'lemmas'), file))
  const entries = withFinalRoots(mergedEntries(checked(rows, checkLemmaRow)))
  const lemmas = new Set(entries.map(({ lemma }) => lemma))
  const bare = readRows(folder, 'roots.tsv').flatMap(({ cells }) => cells[0]?.trim().split(/\s+/) ?? [])
  const roots = [...new Set([...entries.map(({ root }) => root), ...bare])].filter(
    (root) => !lemmas.has(root),
  )
  const named = distinct([
    ...checked(readRows(folder, 'terms.tsv'), checkNamedRow(4)).map((row) => namedOf('term', row)),
    ...checked(readRows(folder, 'acronyms.tsv'), checkNamedRow(3)).map((row) => namedOf('acronym', row)),
    ...checked(readRows(folder, 'names.tsv'), checkNamedRow(3)).map((row) => namedOf('name', row)),
  ])
  return { entries, roots: roots.sort(), named }
}

export type LexiconManifest = {
  readonly file: string
  readonly bytes: number
  readonly gzipBytes: number
  readonly entries: number
  /** The learned translation table, gzipped; absent where none was made. */
  readonly table?: string
}

/** Puts the translation table beside the lexicon as it is, under a name that changes with its content. */
const copyTable = (source: string, target: string): string | undefined => {
  const path = join(source, 'translation-table.tsv.gz')
  const content = existsSync(path) ? readFileSync(path) : undefined
  const file = content && `translations.${createHash('sha256').update(content).digest('hex').slice(0, 12)}.gz`
  for (const old of readdirSync(target)) {
    if (/^translations\.[0-9a-f]{12}\.gz$/.test(old) && old !== file) rmSync(join(target, old))
  }
  if (content && file && !existsSync(join(target, file))) writeFileSync(join(target, file), content)
  return file
}

/**
 * Compiles `content/lexicon` into `public/lexicon/lexicon.<hash>.txt` with `manifest.json` beside it, and removes older
 * compiled files. Returns the manifest.
 */
export const compileLexicon = (source: string, target: string): LexiconManifest => {
  const content = readLexiconSources(source)
  const text = writeLexicon(content)
  const file = `lexicon.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.txt`
  mkdirSync(target, { recursive: true })
  for (const old of readdirSync(target)) {
    if (/^lexicon\.[0-9a-f]{12}\.txt$/.test(old) && old !== file) rmSync(join(target, old))
  }
  const table = copyTable(source, target)
  const manifest: LexiconManifest = {
    file,
    bytes: Buffer.byteLength(text),
    gzipBytes: gzipSync(text, { level: 9 }).length,
    entries: content.entries.length,
    ...(table ? { table } : {}),
  }
  writeFileSync(join(target, file), text)
  writeFileSync(join(target, 'manifest.json'), `${JSON.stringify(manifest)}\n`)
  return manifest
}
