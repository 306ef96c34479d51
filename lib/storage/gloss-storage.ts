import { createStore, type StoreApi } from 'zustand/vanilla'
import { lastingConnection, openDatabase, type SejajarDatabase } from './database'

/** What the reader says a word means. */
export type OwnGloss = { readonly lemma: string; readonly gloss: string; readonly updatedAt: number }

export type GlossState = {
  /** False until what was kept has been read. */
  readonly ready: boolean
  /** False when the browser refuses to keep glosses: they last as long as the page. */
  readonly kept: boolean
  /** By lemma, lower case. */
  readonly glosses: ReadonlyMap<string, string>
}

/**
 * The reader's own glosses: in memory for every word to ask for while it is drawn, and written through to IndexedDB,
 * where a backup finds them.
 */
export type GlossStore = StoreApi<GlossState> & {
  restore(): Promise<void>
  /** Keeps a gloss; an empty one takes it away. */
  keep(lemma: string, gloss: string): Promise<void>
}

/** The longest gloss that is kept: a line, not an essay. */
export const glossLimit = 200

/** How lemmas are written as keys. */
export const glossKey = (lemma: string): string => lemma.normalize('NFC').trim().toLowerCase()

const readRows = (rows: readonly Readonly<Record<string, unknown>>[]): ReadonlyMap<string, string> =>
  new Map(
    rows.flatMap(({ lemma, gloss }): readonly (readonly [string, string])[] =>
      typeof lemma === 'string' && typeof gloss === 'string' && gloss !== ''
        ? [[glossKey(lemma), gloss]]
        : [],
    ),
  )

/** A gloss store; `clock` gives the present time. Nothing is read before `restore`. */
export function createGlossStore(
  clock: () => number,
  open: (events: Parameters<typeof openDatabase>[0]) => Promise<SejajarDatabase> = openDatabase,
): GlossStore {
  const connect = lastingConnection(open)
  const store = createStore<GlossState>(() => ({ ready: false, kept: true, glosses: new Map() }))
  const refused = () => store.setState({ ready: true, kept: false })
  return {
    ...store,
    async restore() {
      try {
        const rows = await (await connect()).getAll('glosses')
        store.setState({ ready: true, glosses: readRows(rows) })
      } catch {
        refused()
      }
    },
    async keep(lemma, gloss) {
      const key = glossKey(lemma)
      const text = gloss.replace(/\s+/g, ' ').trim().slice(0, glossLimit)
      const { [key]: _old, ...rest } = Object.fromEntries(store.getState().glosses)
      store.setState({ glosses: new Map(Object.entries(text === '' ? rest : { ...rest, [key]: text })) })
      try {
        const database = await connect()
        if (text === '') await database.delete('glosses', key)
        else await database.put('glosses', { lemma: key, gloss: text, updatedAt: clock() } satisfies OwnGloss)
      } catch {
        refused()
      }
    },
  }
}
