import type { SqlJsStatic } from 'sql.js'
import { contextLimit } from '../study/card'
import type { Card } from '../study/card'
import { AnkiConnectError, corsFix, type AnkiConnect, type SentWords } from './anki-connect'
import { writeApkg } from './apkg'
import { readApkg } from './apkg-read'
import { previewImport, type BackupStorage, type ImportMode, type ImportPreview } from './backup'
import { ImportError, importLimit, writeBackup, type BackupData, type ImportProblem } from './backup-format'
import { parseBackup } from './backup-parse'
import { readTable, writeTable } from './backup-table'
import type { Tabs } from './tabs'
import type { VocabularyStore } from './vocabulary-store'

export type ExportKind = 'backup' | 'apkg' | 'csv' | 'tsv'

/** A file that is ready to be saved. */
export type ExportedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

/** A file that was understood: what it holds and what was mended in it. Nothing has been changed yet. */
export type Incoming = {
  readonly kind: ExportKind
  readonly data: BackupData
  readonly duplicates: number
  readonly skipped: number
}

/** Why a file was not taken; `where` is the place in it, or what was found instead. */
export type Refusal = { readonly ok: false; readonly reason: ImportProblem; readonly where: string }
export type Outcome<T> = ({ readonly ok: true } & T) | Refusal

export type SendOutcome =
  | ({ readonly ok: true } & SentWords)
  | { readonly ok: false; readonly reason: 'unreachable' | 'refused' | 'old'; readonly message: string }

/** Bringing words out and in. Nothing here throws: what goes wrong comes back as a reason to show. */
export interface Exchange {
  export(
    kind: ExportKind,
    cards: readonly Card[],
    options: { readonly schedule: boolean },
  ): Promise<Outcome<{ file: ExportedFile }>>
  read(file: Blob, name: string): Promise<Outcome<{ incoming: Incoming }>>
  preview(incoming: Incoming, mode: ImportMode): Promise<Outcome<{ preview: ImportPreview }>>
  apply(incoming: Incoming, mode: ImportMode): Promise<Outcome<object>>
  sendToAnki(cards: readonly Card[]): Promise<SendOutcome>
  /** What to paste into AnkiConnect's settings. */
  corsFix(): string
}

export type ExchangeParts = {
  readonly vocabulary: VocabularyStore
  readonly backup: BackupStorage
  readonly tabs: Tabs
  readonly anki: AnkiConnect
  /** Loads SQLite at the first Anki package. */
  readonly loadSql: () => Promise<SqlJsStatic>
  readonly clock: () => number
  readonly origin: () => string
}

/** The exchange over its parts. */
export function createExchange(parts: ExchangeParts): Exchange {
  const { vocabulary, backup, tabs, clock } = parts
  return {
    export: (kind, cards, { schedule }) =>
      settle(async () => ({ file: await write(parts, kind, cards, schedule) })),
    read: (file, name) => settle(async () => ({ incoming: await read(parts, file, name) })),
    preview: (incoming, mode) =>
      settle(async () => {
        const current = await backup.read()
        return { preview: previewImport(current, fitted(current, incoming, mode, clock()), mode) }
      }),
    apply: (incoming, mode) =>
      settle(async () => {
        await vocabulary.settled()
        const current = incoming.kind === 'backup' ? incoming.data : await backup.read()
        await backup.write(fitted(current, incoming, mode, clock()), mode)
        await vocabulary.reload()
        tabs.tell({ type: 'replaced' })
        return {}
      }),
    sendToAnki: async (cards) => {
      try {
        return { ok: true, ...(await parts.anki.send(cards)) }
      } catch (error) {
        const reason = error instanceof AnkiConnectError ? error.reason : 'refused'
        return { ok: false, reason, message: error instanceof Error ? error.message : String(error) }
      }
    },
    corsFix: () => corsFix(parts.origin()),
  }
}

async function settle<T extends object>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, ...(await work()) }
  } catch (error) {
    if (error instanceof ImportError) return { ok: false, reason: error.reason, where: error.where }
    return { ok: false, reason: 'storage', where: error instanceof Error ? error.message : String(error) }
  }
}

async function write(
  { vocabulary, backup, loadSql, clock }: ExchangeParts,
  kind: ExportKind,
  cards: readonly Card[],
  scheduled: boolean,
): Promise<ExportedFile> {
  const at = clock()
  const name = `sejajar-${new Date(at).toISOString().slice(0, 10)}`
  const encode = (text: string) => new TextEncoder().encode(text)
  await vocabulary.settled()
  switch (kind) {
    case 'backup': {
      const bytes = encode(writeBackup(await backup.read(), at))
      return { name: `${name}.json`, type: 'application/json', bytes }
    }
    case 'csv':
    case 'tsv': {
      const type = kind === 'csv' ? 'text/csv' : 'text/tab-separated-values'
      return { name: `${name}.${kind}`, type, bytes: encode(writeTable(cards, kind)) }
    }
    case 'apkg': {
      const { scheduler } = vocabulary.getState()
      const schedule = scheduled
        ? { reviews: await vocabulary.storage.reviewsSince(0), scheduler }
        : undefined
      const bytes = writeApkg(await loadSql(), cards, { at, ...(schedule ? { schedule } : {}) })
      return { name: `${name}.apkg`, type: 'application/octet-stream', bytes }
    }
  }
}

async function read({ loadSql, clock }: ExchangeParts, file: Blob, name: string): Promise<Incoming> {
  if (file.size > importLimit) throw new ImportError('large')
  if (file.size === 0) throw new ImportError('empty')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (zipped || /\.apkg$/i.test(name)) {
    const { cards, skipped } = readApkg(await loadSql(), bytes, clock())
    return { kind: 'apkg', data: { ...nothing, cards }, duplicates: 0, skipped }
  }
  const text = new TextDecoder().decode(bytes)
  if (!/\.(csv|tsv|txt)$/i.test(name)) return { kind: 'backup', ...parseBackup(text), skipped: 0 }
  const { cards, skipped } = readTable(text, clock())
  return { kind: /\.csv$/i.test(name) ? 'csv' : 'tsv', data: { ...nothing, cards }, duplicates: 0, skipped }
}

const nothing: BackupData = {
  cards: [],
  reviews: [],
  encounters: [],
  glosses: [],
  articles: [],
  progress: [],
  settings: {},
}

/**
 * What a file stands for. A backup is itself. A list of words says nothing of schedules, articles and settings: those
 * stay as they are, and words that are here already only take what the list adds to them.
 */
function fitted(current: BackupData, incoming: Incoming, mode: ImportMode, at: number): BackupData {
  if (incoming.kind === 'backup') return incoming.data
  const here = new Map(current.cards.map((card) => [card.lemma, card]))
  const cards = incoming.data.cards.map((card) => {
    const own = here.get(card.lemma)
    return own ? enriched(own, card, at) : card
  })
  return mode === 'replace' ? { ...current, cards } : { ...nothing, cards }
}

function enriched(own: Card, listed: Card, at: number): Card {
  const known = new Set(own.contexts.map(({ sentence }) => sentence))
  const added = listed.contexts.filter(({ sentence }) => !known.has(sentence))
  const next: Card = {
    ...own,
    gloss: listed.gloss || own.gloss,
    ...(listed.note || own.note ? { note: listed.note || own.note || '' } : {}),
    affixes: own.affixes.length > 0 ? own.affixes : listed.affixes,
    mark: listed.mark,
    contexts: [...own.contexts, ...added].slice(0, contextLimit),
  }
  const same = JSON.stringify(next) === JSON.stringify(own)
  return same ? own : { ...next, updatedAt: Math.max(at, own.updatedAt + 1), revision: own.revision + 1 }
}
