import { lastingConnection, openDatabase, type SejajarDatabase } from './database'
import { DictionaryError } from './dictionary-problem'
import type { DictionaryIndex, DictionaryTerm } from './yomitan-format'

/** A dictionary the reader has imported. */
export type ImportedDictionary = DictionaryIndex & {
  readonly id: string
  readonly entries: number
  readonly importedAt: number
}

/** A term as it is kept; `term` is in lower case, for look-up, `headword` as the dictionary writes it. */
export type ImportedEntry = Omit<DictionaryTerm, 'term'> & {
  readonly dictionary: string
  readonly term: string
  readonly headword: string
}

/** What imported dictionaries say of a word, dictionary by dictionary. */
export type ImportedResult = {
  readonly dictionary: ImportedDictionary
  readonly entries: readonly ImportedEntry[]
}

/** Dictionaries of the reader's own. Reads answer as if empty where the browser keeps nothing; writes say why not. */
export interface DictionaryStorage {
  list(): Promise<readonly ImportedDictionary[]>
  /** Adds terms to a dictionary that is not listed yet; throws DictionaryError `storage` when the device is full. */
  add(id: string, terms: readonly DictionaryTerm[]): Promise<void>
  /** Lists a dictionary whose terms have all been added. */
  finish(dictionary: ImportedDictionary): Promise<void>
  /** Takes a dictionary and all its terms away; also the terms of an import that was cut off. */
  remove(id: string): Promise<void>
  /** Entries for the first of some forms that a dictionary has: the form as written, its lemma, its root. */
  lookUp(forms: readonly string[]): Promise<readonly ImportedResult[]>
}

const key = (form: string): string => form.normalize('NFC').toLowerCase().trim()

async function removeEntries(database: SejajarDatabase, dictionary: string): Promise<void> {
  const transaction = database.transaction('dictionaryEntries', 'readwrite')
  const keys = await transaction.store.index('by-dictionary').getAllKeys(dictionary)
  // Keys of one import follow each other, since they count up: one range instead of thousands of deletions.
  const [first, last] = [keys[0], keys[keys.length - 1]]
  if (first !== undefined && last !== undefined) {
    if (last - first + 1 === keys.length) await transaction.store.delete(IDBKeyRange.bound(first, last))
    else await Promise.all(keys.map((one) => transaction.store.delete(one)))
  }
  await transaction.done
}

/** Entries whose dictionary is not listed: an import that was cut off by closing the tab. */
async function removeOrphans(database: SejajarDatabase): Promise<void> {
  const listed = new Set(await database.getAllKeys('dictionaries'))
  const orphans: string[] = []
  const index = database.transaction('dictionaryEntries').store.index('by-dictionary')
  let cursor = await index.openKeyCursor(null, 'nextunique')
  while (cursor) {
    if (!listed.has(cursor.key)) orphans.push(cursor.key)
    cursor = await cursor.continue()
  }
  for (const orphan of orphans) await removeEntries(database, orphan)
}

/** Dictionary storage in IndexedDB; the connection is opened at the first use and again after it was closed. */
export function createDictionaryStorage(
  open: (events: Parameters<typeof openDatabase>[0]) => Promise<SejajarDatabase> = openDatabase,
): DictionaryStorage {
  const connect = lastingConnection(open)
  const orElse =
    <T>(otherwise: T) =>
    (): T =>
      otherwise
  const list = async (): Promise<readonly ImportedDictionary[]> => {
    const rows = await (await connect()).getAll('dictionaries')
    return (rows as readonly unknown[] as readonly ImportedDictionary[]).toSorted(
      (a, b) => a.importedAt - b.importedAt,
    )
  }
  return {
    list: () => list().catch(orElse<readonly ImportedDictionary[]>([])),
    add: (id, terms) =>
      connect()
        .then((database) => addTerms(database, id, terms))
        .catch(refused),
    finish: (dictionary) =>
      connect()
        .then((database) => database.put('dictionaries', dictionary))
        .then(() => undefined)
        .catch(refused),
    async remove(id) {
      const database = await connect()
      await database.delete('dictionaries', id)
      await removeEntries(database, id)
      await removeOrphans(database)
    },
    lookUp: (forms) =>
      Promise.all([connect(), list()])
        .then(([database, dictionaries]) => lookUpIn(database, dictionaries, forms))
        .catch(orElse<readonly ImportedResult[]>([])),
  }
}

const refused = (error: unknown): never => {
  throw new DictionaryError('storage', error instanceof Error ? error.name : '')
}

async function addTerms(
  database: SejajarDatabase,
  dictionary: string,
  terms: readonly DictionaryTerm[],
): Promise<void> {
  const transaction = database.transaction('dictionaryEntries', 'readwrite')
  const puts = terms.map((term) =>
    transaction.store.add({ ...term, dictionary, headword: term.term, term: key(term.term) }),
  )
  await Promise.all([...puts, transaction.done])
}

async function lookUpIn(
  database: SejajarDatabase,
  dictionaries: readonly ImportedDictionary[],
  forms: readonly string[],
): Promise<readonly ImportedResult[]> {
  if (dictionaries.length === 0) return []
  const index = database.transaction('dictionaryEntries').store.index('by-term')
  const keys = [...new Set(forms.map(key))]
  const found = (await Promise.all(keys.map((form) => index.getAll(form)))) as readonly unknown[]
  const perForm = found as readonly (readonly ImportedEntry[])[]
  return dictionaries.flatMap((dictionary) => {
    const own = perForm.map((rows) => rows.filter((row) => row.dictionary === dictionary.id))
    const entries = own.find((rows) => rows.length > 0) ?? []
    return entries.length > 0
      ? [{ dictionary, entries: entries.toSorted((a, b) => b.score - a.score).slice(0, 8) }]
      : []
  })
}
