import { describe, expect, it } from 'vitest'
import { createCard, markCard, markForm, saveAgain } from './card'
import type { Card, Mark, Memory } from './card'
import { coverage, rootsToLearn, unknownWords } from './coverage'
import type { RunningWord } from './coverage'
import { createVocabulary, familiarity, strength } from './familiarity'
import { nextBest, rankByReadiness } from './readiness'

const card = (lemma: string, root: string, mark: Mark): Card => createCard({ lemma, root }, mark, 0)
const grown = (from: Card, memory: Partial<Memory>): Card => ({
  ...from,
  memory: { ...from.memory, ...memory },
})
const word = (lemma: string, root = lemma, counts = true): RunningWord => ({
  form: lemma,
  lemma,
  root,
  counts,
})
const state = (cards: readonly Card[], lemma: string, root: string, form?: string) => {
  const found = familiarity(createVocabulary(cards), { lemma, root, ...(form ? { form } : {}) })
  return found.family ? `family ${found.state}` : found.state
}

describe('familiarity', () => {
  it('makes a family known through its root, more quietly than the root itself', () => {
    const cards = [card('ajar', 'ajar', 'known')]
    expect(state(cards, 'ajar', 'ajar')).toBe('known')
    for (const lemma of ['pelajaran', 'mengajar', 'pengajaran'])
      expect(state(cards, lemma, 'ajar')).toBe('family known')
    expect(state(cards, 'hajar', 'hajar')).toBe('new')
  })

  it('lets each word and each form be set apart', () => {
    const cards = [card('ajar', 'ajar', 'known'), card('pelajaran', 'ajar', 'new')]
    expect(state(cards, 'pelajaran', 'ajar')).toBe('new')
    const apart = markForm(card('mengajar', 'ajar', 'known'), 'Diajar', 'ignored', 1)
    expect(state([apart], 'mengajar', 'ajar', 'diajar')).toBe('ignored')
    expect(state([apart], 'mengajar', 'ajar', 'mengajar')).toBe('known')
    expect(state([markForm(apart, 'diajar', undefined, 2)], 'mengajar', 'ajar', 'diajar')).toBe('known')
  })

  it('does not take an ignored or a studied word for a known family', () => {
    expect(state([card('rusia', 'rusia', 'ignored')], 'kerusiaan', 'rusia')).toBe('new')
    expect(state([card('ajar', 'ajar', 'study')], 'pelajaran', 'ajar')).toBe('new')
  })

  it('finds a word however it is written', () => {
    expect(state([card('Ajar ', 'AJAR', 'known')], 'ajar', 'ajar')).toBe('known')
  })

  it('fades while learning and takes a strong memory for known until help is asked for', () => {
    const study = card('ajar', 'ajar', 'study')
    const strengths = [0, 1, 4, 10, 20].map((stability) => strength({ ...study.memory, stability }))
    expect(strengths).toEqual([...strengths].sort((a, b) => a - b))
    expect(strengths[0]).toBe(0)
    const strong = grown(study, { phase: 'review', stability: 40, reviewedAt: 1 })
    expect(state([strong], 'ajar', 'ajar')).toBe('known')
    expect(state([strong], 'belajar', 'ajar')).toBe('family known')
    expect(state([grown(strong, { askedAt: 2 })], 'ajar', 'ajar')).toBe('learning')
  })
})

describe('card', () => {
  const context = (sentence: string) => ({ sentence, target: { start: 0, end: 1 } })

  it('keeps what the learner wrote and the newest sentences when saved again', () => {
    let saved = createCard({ lemma: 'puji', gloss: 'praise (mine)', context: context('a') }, 'known', 0)
    for (const sentence of ['b', 'c', 'a', 'd', 'e', 'f']) {
      saved = saveAgain(
        saved,
        { lemma: 'puji', gloss: 'to praise', affixes: ['meN-'], context: context(sentence) },
        9,
      )
    }
    expect(saved.contexts.map(({ sentence }) => sentence)).toEqual(['f', 'e', 'd', 'a', 'c'])
    expect(saved).toMatchObject({ gloss: 'praise (mine)', mark: 'study', affixes: ['meN-'], updatedAt: 9 })
  })

  it('keeps its memory when its mark changes', () => {
    const memory = { ...card('a', 'a', 'study').memory, reps: 7 }
    expect(markCard({ ...card('a', 'a', 'study'), memory }, 'known', 5).memory.reps).toBe(7)
  })
})

describe('coverage', () => {
  const words = [
    word('mengajar', 'ajar'),
    word('pelajaran', 'ajar'),
    word('pelajaran', 'ajar'),
    word('rumah'),
    word('rumah'),
    word('di'),
    word('Lavrov', 'Lavrov', false),
    word('teknologi', 'teknologi', false),
    word('kota'),
    word('desa'),
  ]

  it('counts running words by root and leaves names and loans out', () => {
    const known = createVocabulary([
      card('ajar', 'ajar', 'known'),
      card('di', 'di', 'known'),
      card('kota', 'kota', 'study'),
    ])
    expect(coverage(words, known)).toEqual({ total: 8, known: 4, learning: 1, fresh: 3, share: 0.5 })
    expect(coverage([], known).share).toBe(1)
  })

  it('chooses the fewest roots for a target, the largest gain first', () => {
    const known = createVocabulary([card('di', 'di', 'known')])
    const gains = rootsToLearn(words, known, 0.7)
    expect(gains.map(({ root, words: count }) => [root, count])).toEqual([
      ['ajar', 3],
      ['rumah', 2],
    ])
    expect(gains.at(-1)?.shareAfter).toBe(0.75)
    expect(gains[0]?.lemmas.map(({ lemma }) => lemma)).toEqual(['pelajaran', 'mengajar'])
    expect(rootsToLearn(words, known, 1, 8)).toHaveLength(4)
    expect(rootsToLearn(words, known, 1, 2)).toHaveLength(2)
    expect(rootsToLearn([], known)).toEqual([])
  })

  it('names each unknown lemma once, in order', () => {
    const known = createVocabulary([card('rumah', 'rumah', 'known'), card('kota', 'kota', 'ignored')])
    expect(unknownWords(words, known).map(({ lemma }) => lemma)).toEqual([
      'mengajar',
      'pelajaran',
      'di',
      'desa',
    ])
  })
})

describe('readiness', () => {
  const article = (slug: string, share: number, read = 0) => ({ slug, share, read })
  const pick = (...articles: ReturnType<typeof article>[]) => nextBest(articles)?.slug

  it('ranks by what is known', () => {
    const ranked = rankByReadiness([article('b', 0.4), article('a', 0.9), article('c', 0.4)])
    expect(ranked.map(({ slug }) => slug)).toEqual(['a', 'b', 'c'])
  })

  it.each([
    [
      'the one within 90-95 %',
      [article('easy', 0.99), article('right', 0.92), article('hard', 0.6)],
      'right',
    ],
    ['the better known of two within', [article('a', 0.91), article('b', 0.94)], 'b'],
    ['the nearest when none is within', [article('easy', 0.97), article('hard', 0.7)], 'easy'],
    ['nothing that was read', [article('read', 0.93, 1), article('open', 0.5, 0.4)], 'open'],
  ])('takes %s', (_, articles, slug) => {
    expect(pick(...articles)).toBe(slug)
  })

  it('has nothing to offer when all is read', () => {
    expect(pick(article('a', 0.9, 1))).toBeUndefined()
  })
})
