import { openDatabase, type SejajarDatabase } from './database'
import { createMemoryStorage } from './memory-storage'
import type { Durability, ReadingStorage, Settings } from './storage'

type Listener = (durability: Durability) => void

/** Holds the state that readers are told of and tells listeners when it changes. */
function createDurabilityState() {
  let current: Durability = { kept: true }
  const listeners = new Set<Listener>()
  return {
    current: () => current,
    change(next: Durability) {
      if (next.kept === current.kept && (next.kept || (!current.kept && next.reason === current.reason)))
        return
      current = next
      for (const listener of listeners) listener(current)
    },
    listen(listener: Listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const isQuotaError = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError'

/**
 * Reading storage in IndexedDB. Nothing here ever rejects: what the database refuses (private mode, full, another
 * tab's upgrade) is kept in memory for this visit instead, and `durability` says that and why it will not last.
 */
export function createIndexedDbStorage(
  open: (events: Parameters<typeof openDatabase>[0]) => Promise<SejajarDatabase> = openDatabase,
): ReadingStorage {
  const durability = createDurabilityState()
  const memory = createMemoryStorage()
  let database: Promise<SejajarDatabase | undefined> | undefined

  function connect(): Promise<SejajarDatabase | undefined> {
    database ??= open({
      onBlocked: () => durability.change({ kept: false, reason: 'blocked' }),
      onClosed: () => {
        database = undefined
        durability.change({ kept: false, reason: 'blocked' })
      },
    }).then(
      (opened) => {
        durability.change({ kept: true })
        return opened
      },
      () => {
        durability.change({ kept: false, reason: 'refused' })
        return undefined
      },
    )
    return database
  }

  /** Reads from the database and from what only memory took, later entries winning; a failing database reads as empty. */
  async function read<T>(fromDatabase: (database: SejajarDatabase) => Promise<T>, empty: T): Promise<T> {
    const opened = await connect()
    if (!opened) return empty
    return fromDatabase(opened).catch(() => empty)
  }

  async function write(
    toDatabase: (database: SejajarDatabase) => Promise<unknown>,
    toMemory: () => Promise<void>,
  ): Promise<void> {
    const opened = await connect()
    if (!opened) return toMemory()
    try {
      await toDatabase(opened)
    } catch (error) {
      durability.change({ kept: false, reason: isQuotaError(error) ? 'full' : 'refused' })
      await toMemory()
    }
  }

  return {
    ...createTranslationPart(read, write, memory),
    ...createArticlePart(read, write, memory),
    ...createSettingsPart(read, write, memory),
    durability: durability.current,
    onDurability: durability.listen,
  }
}

type Read = <T>(fromDatabase: (database: SejajarDatabase) => Promise<T>, empty: T) => Promise<T>
type Write = (
  toDatabase: (database: SejajarDatabase) => Promise<unknown>,
  toMemory: () => Promise<void>,
) => Promise<void>

function createTranslationPart(read: Read, write: Write, memory: ReadingStorage) {
  return {
    async translations(version, keys) {
      const kept = await read(async (database) => {
        const store = database.transaction('translations').store
        const found = await Promise.all(keys.map((key) => store.get([version, key])))
        return found.filter((translation) => translation !== undefined)
      }, [])
      const remembered = await memory.translations(version, keys)
      const seen = new Set(remembered.map(({ key }) => key))
      return [...remembered, ...kept.filter(({ key }) => !seen.has(key))]
    },
    keepTranslation: (kept) =>
      write(
        (database) => database.put('translations', kept),
        () => memory.keepTranslation(kept),
      ),
    async forgetTranslation(version, key) {
      await memory.forgetTranslation(version, key)
      await write(
        (database) => database.delete('translations', [version, key]),
        async () => undefined,
      )
    },
  } satisfies Partial<ReadingStorage>
}

function createArticlePart(read: Read, write: Write, memory: ReadingStorage) {
  return {
    async articles() {
      const kept = await read((database) => database.getAll('articles'), [])
      return [...(await memory.articles()), ...kept].sort((a, b) => b.createdAt - a.createdAt)
    },
    keepArticle: (article) =>
      write(
        (database) => database.put('articles', article),
        () => memory.keepArticle(article),
      ),
    async removeArticle(id) {
      await memory.removeArticle(id)
      await write(
        (database) => database.delete('articles', id),
        async () => undefined,
      )
    },
    async progress() {
      const remembered = await memory.progress()
      const seen = new Set(remembered.map(({ slug }) => slug))
      const kept = await read((database) => database.getAll('progress'), [])
      return [...remembered, ...kept.filter(({ slug }) => !seen.has(slug))]
    },
    keepProgress: (progress) =>
      write(
        (database) => database.put('progress', progress),
        () => memory.keepProgress(progress),
      ),
  } satisfies Partial<ReadingStorage>
}

function createSettingsPart(read: Read, write: Write, memory: ReadingStorage) {
  return {
    async settings() {
      const kept = await read(async (database) => {
        const [keys, values] = await Promise.all([
          database.getAllKeys('settings'),
          database.getAll('settings'),
        ])
        return Object.fromEntries(keys.map((key, index) => [key, values[index]])) as Settings
      }, {})
      return { ...kept, ...(await memory.settings()) }
    },
    keepSettings: (change) =>
      write(
        async (database) => {
          const transaction = database.transaction('settings', 'readwrite')
          const puts = Object.entries(change).map(([key, value]) => transaction.store.put(value, key))
          await Promise.all([...puts, transaction.done])
        },
        () => memory.keepSettings(change),
      ),
  } satisfies Partial<ReadingStorage>
}
