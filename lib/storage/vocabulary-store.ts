import { createStore, type StoreApi } from 'zustand/vanilla'
import { lemmaId } from '../study/card'
import type { Card, LemmaId } from '../study/card'
import { pickOpening, type Opening, type OpeningRequest } from '../study/opening'
import { defaultStudySettings } from '../study/queue'
import type { StudySettings } from '../study/queue'
import { createScheduler } from '../study/schedule'
import type { Scheduler } from '../study/schedule'
import { changeCard } from './study-storage'
import type { CardChange, StudyRecords, StudyStorage } from './study-storage'
import type { Tabs } from './tabs'
import { createVocabularyPicture, type VocabularyPicture, type VocabularyView } from './vocabulary-picture'

export type VocabularyState = {
  /** False until the kept cards have been read; until then every word looks new. */
  readonly ready: boolean
  /** False when the browser refuses to keep changes: they last as long as the page. */
  readonly kept: boolean
  readonly vocabulary: VocabularyView
  readonly settings: StudySettings
  readonly scheduler: Scheduler
}

/** A change to some cards, with what else has to be written in the same transaction. */
export type VocabularyChange = {
  readonly lemmas: readonly LemmaId[]
  readonly change: (stored: Card | undefined, lemma: LemmaId) => Card | undefined
  /** Runs first, on the stored records; may replace the change for what only they tell. */
  readonly alongside?: (records: StudyRecords) => Promise<CardChange | void>
}

/**
 * The learner's words: a synchronous picture of them, and writes that go through to storage. A change is applied to
 * the picture at once and to the *stored* record in a transaction, so two tabs writing never undo each other; the
 * picture then takes what was stored.
 */
export type VocabularyStore = StoreApi<VocabularyState> & {
  /** Reads all words, the first time it is called: who needs more than some of them waits for `ready`. */
  hydrate(): Promise<void>
  /** Reads what a session needs and no more, and the settings; its words are in the picture from then on. */
  openSession(day: Omit<OpeningRequest, 'fresh'>): Promise<Opening>
  /** Applies a change; resolves when it is kept (or when keeping was refused). */
  commit(change: VocabularyChange): Promise<void>
  setSettings(settings: StudySettings): Promise<void>
  /** Hears from now on what other tabs change; reading words does so too. */
  listen(): void
  /** Reads everything again, after an import. */
  reload(): Promise<void>
  /** Resolves when all that was changed so far is written. */
  settled(): Promise<void>
  readonly storage: StudyStorage
  close(): void
}

/** A store over a storage and the line to other tabs. Nothing is read before `hydrate`. */
export function createVocabularyStore(storage: StudyStorage, tabs: Tabs): VocabularyStore {
  const picture = createVocabularyPicture()
  let writing: Promise<unknown> = Promise.resolve()
  const store = createStore<VocabularyState>(() => ({
    ready: false,
    kept: true,
    vocabulary: picture.view(),
    settings: defaultStudySettings,
    scheduler: createScheduler(defaultStudySettings),
  }))
  const show = () => store.setState({ vocabulary: picture.view() })
  const refused = () => store.setState({ kept: false })
  const parts = { storage, picture, store }
  let stopListening: (() => void) | undefined
  let hydrated: Promise<void> | undefined
  const listen = () => {
    stopListening ??= tabs.listen((message) => {
      const heard = message.type === 'replaced' ? reload(parts) : refresh(parts, message.lemmas.map(lemmaId))
      void heard.catch(refused).then(show)
    })
  }
  return {
    ...store,
    storage,
    listen,
    hydrate: () => {
      listen()
      hydrated ??= reload(parts)
      return hydrated
    },
    async openSession(day) {
      listen()
      await writing
      return openWith(parts, day)
    },
    reload: () => reload(parts),
    commit(change) {
      for (const lemma of change.lemmas) picture.change(lemma, change.change(picture.get(lemma), lemma))
      show()
      // One after the other: a later change must find the earlier one stored.
      const written = writing.then(async () => {
        const stored = await write(parts, change).catch(refused)
        settle(picture, change.lemmas, stored ?? undefined)
        show()
        if (stored) tabs.tell({ type: 'changed', lemmas: change.lemmas })
      })
      writing = written
      return written
    },
    async setSettings(settings) {
      // A new view too: a session is drawn up by the settings.
      store.setState({ settings, scheduler: createScheduler(settings), vocabulary: picture.view() })
      const written = writing.then(() => storage.keepSettings(settings)).catch(refused)
      writing = written
      await written
    },
    settled: async () => void (await writing),
    close() {
      hydrated = undefined
      stopListening?.()
      stopListening = undefined
      tabs.close()
    },
  }
}

type Parts = {
  readonly storage: StudyStorage
  readonly picture: VocabularyPicture
  readonly store: StoreApi<VocabularyState>
}

async function reload({ storage, picture, store }: Parts): Promise<void> {
  try {
    const [cards, settings] = await Promise.all([storage.cards(), storage.settings()])
    picture.replace(cards)
    const scheduler = createScheduler(settings)
    store.setState({ ready: true, settings, scheduler, vocabulary: picture.view() })
  } catch {
    store.setState({ ready: true, kept: false })
  }
}

/** What a session needs. Where nothing can be read, it is taken from what this page has seen. */
async function openWith(
  { storage, picture, store }: Parts,
  day: Omit<OpeningRequest, 'fresh'>,
): Promise<Opening> {
  try {
    const settings = await storage.settings()
    const opening = await storage.opening({ ...day, fresh: settings.newPerDay })
    for (const card of [...opening.due, ...opening.fresh, ...opening.answered]) {
      picture.settle(card.lemma, card)
    }
    // Views over the picture see these words already; who is told of a change would only ask once more.
    if (JSON.stringify(settings) !== JSON.stringify(store.getState().settings)) {
      store.setState({ settings, scheduler: createScheduler(settings) })
    }
    return opening
  } catch {
    store.setState({ kept: false })
    const { vocabulary, settings } = store.getState()
    return pickOpening([...vocabulary.all()], [], { ...day, fresh: settings.newPerDay })
  }
}

async function refresh({ storage, picture }: Parts, lemmas: readonly LemmaId[]): Promise<void> {
  const cards = await storage.transact((records) => Promise.all(lemmas.map((lemma) => records.card(lemma))))
  settle(picture, lemmas, cards, false)
}

/** Applies a change to the stored records; returns them as they are then. */
function write({ storage, store }: Parts, change: VocabularyChange): Promise<readonly (Card | undefined)[]> {
  const { scheduler } = store.getState()
  return storage.transact(async (records) => {
    const instead = await change.alongside?.(records)
    const apply = (lemma: LemmaId): CardChange => instead ?? ((card) => change.change(card, lemma))
    const cards: (Card | undefined)[] = []
    for (const lemma of change.lemmas) cards.push(await changeCard(records, lemma, apply(lemma), scheduler))
    return cards
  })
}

/** Brings the picture in line with what was stored; without `stored`, writing failed and the picture stands. */
function settle(
  picture: VocabularyPicture,
  lemmas: readonly LemmaId[],
  stored: readonly (Card | undefined)[] | undefined,
  own = true,
): void {
  lemmas.forEach((lemma, index) => {
    if (own) picture.arrived(lemma)
    if (stored) picture.settle(lemma, stored[index])
  })
}
