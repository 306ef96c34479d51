import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createCard, grades, lemmaId } from '../study/card'
import type { Grade, SavedWord } from '../study/card'
import { familiarity } from '../study/familiarity'
import { recomputeMemory } from '../study/history'
import { defaultStudySettings } from '../study/queue'
import { openDatabase } from './database'
import { createMemoryStudyStorage } from './memory-study-storage'
import { createStudyStorage, readSettings, type StudyStorage } from './study-storage'
import { createTabs, type Tabs } from './tabs'
import { createVocabularyActions } from './vocabulary-actions'
import { createVocabularyStore, type VocabularyStore } from './vocabulary-store'

let count = 0
let name = ''
const open: VocabularyStore[] = []
beforeEach(() => {
  name = `study-${count++}`
})
afterEach(() => {
  for (const store of open.splice(0)) store.close()
})

const silent: Tabs = { tell: () => undefined, listen: () => () => undefined, close: () => undefined }
const lasting = () => createStudyStorage((events) => openDatabase(events, name))
const refused = () => createStudyStorage(() => Promise.reject(new Error('refused')))

async function openTab(storage: StudyStorage, tabs: Tabs = silent, start = Date.UTC(2026, 0, 5)) {
  let now = start
  const store = createVocabularyStore(storage, tabs)
  open.push(store)
  await store.hydrate()
  const actions = createVocabularyActions(store, () => now)
  return {
    store,
    actions,
    later: (ms: number) => (now += ms),
    card: (lemma: string) => store.getState().vocabulary.card(lemma),
    answer: (lemma: string, grade: Grade) =>
      actions.answer(lemmaId(lemma), { grade, kind: 'recognise', took: 900 }),
  }
}

const sentence = 'Ia memuji aliansi militernya.'
const memuji: SavedWord = {
  lemma: 'memuji',
  root: 'puji',
  form: 'memuji',
  affixes: ['meN-'],
  gloss: 'to praise',
  context: {
    sentence,
    target: { start: 3, end: 9 },
    english: 'He praised it.',
    article: 'lavrov-wonsan',
    index: 0,
  },
}

describe.each<[string, () => StudyStorage, boolean]>([
  ['IndexedDB', lasting, true],
  ['memory', createMemoryStudyStorage, true],
  ['refused', refused, false],
])('vocabulary store on %s', (_, make, keeps) => {
  it('shows a saved word at once', async () => {
    const storage = make()
    const tab = await openTab(storage)
    tab.actions.saveWord(memuji)
    expect(tab.card('Memuji')).toMatchObject({ root: 'puji', mark: 'study', contexts: [{ sentence }] })
    await tab.store.settled()
    expect(tab.store.getState()).toMatchObject({ ready: true, kept: keeps })
    expect(tab.card('memuji')?.gloss).toBe('to praise')
    const again = await openTab(storage)
    expect(again.card('memuji') !== undefined).toBe(keeps)
  })

  it('takes every action back', async () => {
    const tab = await openTab(make())
    tab.actions.saveWord(memuji)
    tab.actions.mark([{ lemma: 'ajar' }], 'known')
    const before = JSON.stringify([tab.card('memuji'), tab.card('ajar')], withoutRevision)
    const undos = [
      tab.actions.mark([memuji, { lemma: 'ajar' }, { lemma: 'baru' }], 'ignored'),
      tab.actions.edit(lemmaId('memuji'), { gloss: ' commend ', note: 'x' }),
      tab.actions.suspend([lemmaId('memuji')], true),
      tab.actions.markForm({ lemma: 'ajar' }, 'diajar', 'new'),
      tab.actions.remove([lemmaId('memuji'), lemmaId('ajar')]),
    ]
    expect(tab.card('memuji')).toBeUndefined()
    for (const undo of undos.reverse()) await undo()
    expect(JSON.stringify([tab.card('memuji'), tab.card('ajar')], withoutRevision)).toBe(before)
    expect(tab.card('baru')).toBeUndefined()
  })

  it('undoes an answer exactly, in memory and in storage', async () => {
    const storage = make()
    const tab = await openTab(storage)
    tab.actions.saveWord(memuji)
    tab.answer('memuji', 'good')
    tab.later(600_000)
    const before = tab.card('memuji')
    const answer = tab.answer('memuji', 'again')
    expect(tab.card('memuji')?.memory.reps).toBe(2)
    if (!answer) throw new Error('no answer')
    await tab.actions.undoAnswer(answer)
    expect(tab.card('memuji')?.memory).toEqual(before?.memory)
    if (keeps) expect(await storage.reviewsSince(0)).toHaveLength(1)
  })

  it('sets aside a word forgotten once too often, and takes that back with the answer', async () => {
    const storage = make()
    const tab = await openTab(storage)
    await tab.store.setSettings({ ...defaultStudySettings, leechAt: 2 })
    tab.actions.saveWord(memuji)
    const forget = () => {
      for (const grade of ['good', 'good'] as const) {
        tab.answer('memuji', grade)
        tab.later(30 * 86_400_000)
      }
      return tab.answer('memuji', 'again')
    }
    expect(forget()).not.toHaveProperty('leech')
    const answer = forget()
    expect(answer).toMatchObject({ leech: 'suspend', after: { suspended: true, memory: { lapses: 2 } } })
    await tab.store.settled()
    expect(tab.card('memuji')?.suspended).toBe(true)
    if (keeps) expect((await storage.cards())[0]).toMatchObject({ suspended: true })
    if (answer) await tab.actions.undoAnswer(answer)
    expect(tab.card('memuji')).toMatchObject({ suspended: false, memory: { lapses: 1 } })
    await tab.store.setSettings({ ...defaultStudySettings, leechAt: 2, leechAction: 'mark' })
    expect(tab.answer('memuji', 'again')).toMatchObject({ leech: 'mark', after: { suspended: false } })
  })

  it('opens a session without reading the other words', async () => {
    const storage = make()
    const tab = await openTab(storage)
    tab.actions.saveWord(memuji)
    tab.actions.mark([{ lemma: 'di' }], 'known')
    await tab.store.settled()
    const later = createVocabularyStore(storage, silent)
    open.push(later)
    const dayStart = Date.UTC(2026, 0, 5)
    const opening = await later.openSession({ dayStart, dayEnd: dayStart + 86_400_000 })
    expect(opening.fresh.map(({ lemma }) => lemma)).toEqual(keeps ? ['memuji'] : [])
    expect(opening.isEmpty).toBe(!keeps)
    const { ready, kept, vocabulary } = later.getState()
    expect({ ready, kept, size: [...vocabulary.all()].length }).toEqual({
      ready: false,
      kept: keeps,
      size: keeps ? 1 : 0,
    })
    expect(vocabulary.card('memuji') !== undefined).toBe(keeps)
    await later.hydrate()
    expect(later.getState().vocabulary.size).toBe(keeps ? 2 : 0)
  })
})

const withoutRevision = (key: string, value: unknown) =>
  key === 'revision' || key === 'updatedAt' ? undefined : value

describe('vocabulary store', () => {
  it('keeps a schedule that its history leads to, undo included', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...grades), fc.constantFrom('lookup', 'undo')), { maxLength: 12 }),
        async (steps) => {
          const storage = createMemoryStudyStorage()
          const tab = await openTab(storage)
          tab.actions.saveWord(memuji)
          let last: ReturnType<typeof tab.answer>
          for (const step of steps) {
            tab.later(7 * 3_600_000)
            if (step === 'lookup') tab.actions.lookedUp('memuji')
            else if (step === 'undo') {
              if (last) await tab.actions.undoAnswer(last)
              last = undefined
            } else last = tab.answer('memuji', step)
          }
          await tab.store.settled()
          const card = tab.card('memuji')
          const [reviews, encounters] = [await storage.reviewsSince(0), await storage.encountersSince(0)]
          const { scheduler } = tab.store.getState()
          expect(card?.memory).toEqual(recomputeMemory(card?.createdAt ?? 0, reviews, encounters, scheduler))
          expect((await storage.cards())[0]?.memory).toEqual(card?.memory)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('makes the family known while reading, synchronously', async () => {
    const tab = await openTab(lasting())
    tab.actions.mark([{ lemma: 'ajar' }], 'known')
    const seen = familiarity(tab.store.getState().vocabulary, { lemma: 'pelajaran', root: 'ajar' })
    expect(seen).toEqual({ state: 'known', strength: 1, family: true })
  })

  it('gives a new view with each change and the same one without', async () => {
    const tab = await openTab(createMemoryStudyStorage())
    const before = tab.store.getState().vocabulary
    expect(tab.store.getState().vocabulary).toBe(before)
    tab.actions.saveWord(memuji)
    expect(tab.store.getState().vocabulary).not.toBe(before)
  })

  it('takes up the history of a word that was deleted and is saved again', async () => {
    const tab = await openTab(lasting())
    tab.actions.saveWord(memuji)
    tab.answer('memuji', 'easy')
    const memory = tab.card('memuji')?.memory
    tab.actions.remove([lemmaId('memuji')])
    await tab.store.settled()
    tab.actions.saveWord(memuji)
    await tab.store.settled()
    expect(tab.card('memuji')?.memory).toEqual(memory)
  })

  it('keeps settings and mends bad ones', async () => {
    const tab = await openTab(lasting())
    await tab.store.setSettings({ ...defaultStudySettings, newPerDay: 3, kinds: ['cloze'] })
    expect((await openTab(lasting())).store.getState().settings).toMatchObject({
      newPerDay: 3,
      kinds: ['cloze'],
    })
    expect(readSettings({ newPerDay: 'many', retention: 5, kinds: ['x'], minutes: 20 })).toEqual({
      ...defaultStudySettings,
      minutes: 20,
    })
    expect(readSettings(null)).toEqual(defaultStudySettings)
  })

  it('notes what was met without touching cards', async () => {
    const storage = lasting()
    const tab = await openTab(storage)
    tab.actions.met(['di', 'dan', 'di'], 'pasar-pagi')
    await tab.store.settled()
    expect((await storage.encountersSince(0)).map(({ lemma }) => lemma)).toEqual(['dan', 'di'])
    expect(tab.store.getState().vocabulary.size).toBe(0)
  })
})

describe('two tabs', () => {
  const channel = () => createTabs(`tabs-${name}`)
  const until = async (test: () => boolean) => {
    for (let i = 0; i < 400 && !test(); i += 1) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(test()).toBe(true)
  }

  it('show each other’s changes', async () => {
    const a = await openTab(lasting(), channel())
    const b = await openTab(lasting(), channel())
    a.actions.saveWord(memuji)
    await until(() => b.card('memuji') !== undefined)
    b.actions.mark([memuji], 'known')
    await until(() => a.card('memuji')?.mark === 'known')
    a.actions.remove([lemmaId('memuji')])
    await until(() => b.card('memuji') === undefined)
  })

  it('lose no update when both write the same card without hearing of each other', async () => {
    const a = await openTab(lasting())
    const b = await openTab(lasting())
    a.actions.saveWord(memuji)
    await a.store.settled()
    await b.store.reload()
    // Each tab now writes on its own, older picture of the card.
    a.actions.edit(lemmaId('memuji'), { note: 'from a' })
    b.answer('memuji', 'good')
    a.actions.markForm(memuji, 'dipuji', 'known')
    b.actions.edit(lemmaId('memuji'), { gloss: 'from b' })
    await Promise.all([a.store.settled(), b.store.settled()])
    const [stored] = await lasting().cards()
    expect(stored).toMatchObject({ note: 'from a', gloss: 'from b', forms: { dipuji: 'known' }, revision: 5 })
    expect(stored?.memory.reps).toBe(1)
  })

  it('count every answer when both review at once, and undo only their own', async () => {
    const a = await openTab(lasting())
    a.actions.saveWord(memuji)
    await a.store.settled()
    const b = await openTab(lasting(), silent, Date.UTC(2026, 0, 6))
    const mine = a.answer('memuji', 'good')
    b.answer('memuji', 'good')
    await Promise.all([a.store.settled(), b.store.settled()])
    const storage = lasting()
    expect(await storage.reviewsSince(0)).toHaveLength(2)
    expect((await storage.cards())[0]?.memory.reps).toBe(2)
    if (mine) await a.actions.undoAnswer(mine)
    const [card] = await storage.cards()
    const left = await storage.reviewsSince(0)
    expect(left).toHaveLength(1)
    const { scheduler } = a.store.getState()
    expect(card?.memory).toEqual(recomputeMemory(card?.createdAt ?? 0, left, [], scheduler))
  })

  it('write many different words at once and keep them all', async () => {
    const a = await openTab(lasting(), channel())
    const b = await openTab(lasting(), channel())
    for (let i = 0; i < 40; i += 1) {
      a.actions.saveWord({ lemma: `a${i}` })
      b.actions.saveWord({ lemma: `b${i}` })
      a.actions.saveWord({ lemma: `both${i}`, gloss: 'a' })
      b.actions.saveWord({ lemma: `both${i}`, context: { sentence: `${i}`, target: { start: 0, end: 1 } } })
    }
    await Promise.all([a.store.settled(), b.store.settled()])
    await until(
      () => a.store.getState().vocabulary.size === 120 && b.store.getState().vocabulary.size === 120,
    )
    const cards = await lasting().cards()
    expect(cards).toHaveLength(120)
    const both = cards.filter(({ lemma }) => lemma.startsWith('both'))
    expect(both.every(({ gloss, contexts }) => gloss === 'a' && contexts.length === 1)).toBe(true)
  })

  it('ignore what they cannot read', async () => {
    const a = await openTab(lasting(), channel())
    const stranger = new BroadcastChannel(`tabs-${name}`)
    for (const message of [null, 7, {}, { type: 'x' }, { type: 'changed', lemmas: 3 }])
      stranger.postMessage(message)
    stranger.postMessage({ type: 'changed', lemmas: [1, 'memuji'] })
    const quiet = createCard({ lemma: 'memuji' }, 'study', 0)
    await lasting().transact((records) => records.putCard(quiet))
    stranger.postMessage({ type: 'changed', lemmas: [1, 'memuji'] })
    await until(() => a.card('memuji') !== undefined)
    stranger.close()
  })
})

describe('20,000 words and 200,000 answers', () => {
  it('are in memory within a second and answer without waiting', async () => {
    const storage = createMemoryStudyStorage()
    await storage.transact(async (records) => {
      for (let i = 0; i < 20_000; i += 1) {
        await records.putCard(createCard({ lemma: `kata${i}`, root: `akar${i % 6000}` }, 'study', i))
      }
    })
    // Time of this process alone: other work on the machine must not fail the test.
    const start = process.cpuUsage()
    const tab = await openTab(storage)
    expect(spent(start)).toBeLessThan(1000)
    const { vocabulary } = tab.store.getState()
    const asked = process.cpuUsage()
    for (let i = 0; i < 5000; i += 1) familiarity(vocabulary, { lemma: `kata${i}`, root: `akar${i % 6000}` })
    expect(spent(asked)).toBeLessThan(200)
    const marked = process.cpuUsage()
    tab.actions.mark([{ lemma: 'kata7' }], 'known')
    expect(spent(marked)).toBeLessThan(60)
  })
})

/** Milliseconds of processor time since then. */
const spent = (since: NodeJS.CpuUsage): number => process.cpuUsage(since).user / 1000
