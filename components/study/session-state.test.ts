import { describe, expect, it } from 'vitest'
import { createCard, lemmaId } from '@/lib/study/card'
import type { Answer } from '@/lib/study/session'
import { createSessionState, sessionReducer, shownLemma } from './session-state'

const [a, b] = [createCard({ lemma: 'a' }, 'study', 0), createCard({ lemma: 'b' }, 'study', 0)]
const answer = (minutes: number, card = a): Answer => ({
  before: card,
  after: { ...card, memory: { ...card.memory, due: 1000 + minutes * 60_000 } },
  grade: 'good',
  reviewId: 'r',
})

describe('a session on the screen', () => {
  it('asks, reveals, goes on and goes back', () => {
    const asked = createSessionState([a, b], 1000)
    const typed = { text: 'x', verdict: 'wrong' } as const
    const revealed = sessionReducer(asked, { type: 'revealed', at: 1500, typed })
    expect(revealed).toMatchObject({ isRevealed: true, typed })
    const next = sessionReducer(revealed, { type: 'answered', at: 2000, answer: answer(5000) })
    expect(next).toMatchObject({ isRevealed: false, typed: null, askedAt: 2000 })
    expect(shownLemma(next)).toBe('b')
    const back = sessionReducer(next, { type: 'undone', at: 3000 })
    expect(shownLemma(back)).toBe('a')
    expect(back.session).toEqual(asked.session)
    expect(sessionReducer(back, { type: 'undone', at: 3000 })).toBe(back)
  })

  it('asks a word that had come back again after undo, and only once', () => {
    const state = createSessionState([a], 1000)
    const waiting = sessionReducer(state, { type: 'answered', at: 1000, answer: answer(1) })
    const done = sessionReducer(waiting, { type: 'answered', at: 90_000, answer: answer(9000) })
    expect(shownLemma(done)).toBeUndefined()
    const back = sessionReducer(done, { type: 'undone', at: 91_000 })
    expect(shownLemma(back)).toBe('a')
    const again = sessionReducer(back, { type: 'answered', at: 92_000, answer: answer(9000) })
    expect(shownLemma(again)).toBeUndefined()
  })

  it('drops a word and brings it back', () => {
    const state = createSessionState([a, b], 1000)
    const dropped = sessionReducer(state, { type: 'dropped', at: 1, lemma: lemmaId('a') })
    expect(shownLemma(dropped)).toBe('b')
    expect(shownLemma(sessionReducer(dropped, { type: 'undone', at: 2 }))).toBe('a')
  })

  it('takes back a word that was set aside without disturbing the one on the screen', () => {
    const leech = answer(10)
    const aside = { ...leech, after: { ...leech.after, suspended: true }, leech: 'suspend' as const }
    const next = sessionReducer(createSessionState([a, b], 1000), {
      type: 'answered',
      at: 2000,
      answer: aside,
    })
    const typed = { text: 'x', verdict: 'wrong' } as const
    const shown = sessionReducer(next, { type: 'revealed', at: 2500, typed })
    const back = sessionReducer(shown, { type: 'brought-back', at: 3000, card: aside.after })
    expect(back).toMatchObject({ isRevealed: true, typed, askedAt: 2000 })
    expect(back.session.waiting).toEqual([{ lemma: 'a', due: aside.after.memory.due }])
    expect(sessionReducer(back, { type: 'undone', at: 4000 }).session).toEqual(shown.session)
  })

  it('asks a word that was set aside last again when it is brought back', () => {
    const aside = { ...answer(10), leech: 'suspend' as const }
    const last = { ...aside, after: { ...aside.after, suspended: true } }
    const over = sessionReducer(createSessionState([a], 1000), { type: 'answered', at: 2000, answer: last })
    expect(shownLemma(over)).toBeUndefined()
    const back = sessionReducer(over, { type: 'brought-back', at: 3000, card: last.after })
    expect(shownLemma(back)).toBe('a')
    expect(back.askedAt).toBe(3000)
  })
})
