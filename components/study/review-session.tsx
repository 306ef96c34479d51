'use client'

import { useReducer, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Undo } from '@/lib/storage/vocabulary-actions'
import type { Card, Grade, LemmaId } from '@/lib/study/card'
import { seedOf } from '@/lib/study/history'
import { isLeech } from '@/lib/study/leech'
import { kindFor } from '@/lib/study/queue'
import { progressOf, summarise } from '@/lib/study/session'
import type { SessionSummary } from '@/lib/study/session'
import { Sheet } from '../ui/sheet'
import { CardEditor } from './card-editor'
import { LeechNotice } from './leech-notice'
import { ReviewCard } from './review-card'
import { SessionSummaryView } from './session-summary'
import { createSessionState, sessionReducer, shownLemma } from './session-state'
import type { Typed } from './session-state'
import { useStudy, useVocabularyState } from './study-services'
import { useReviewKeys } from './use-review-keys'

type Props = { readonly cards: readonly Card[]; readonly startedAt: number; readonly onEnd: () => void }

const suggestions: Readonly<Record<Typed['verdict'], Grade>> = {
  right: 'good',
  close: 'hard',
  wrong: 'again',
}

/** A run through cards. Each answer is kept as it is given, so leaving in the middle loses nothing. */
export function ReviewSession({ cards, startedAt, onEnd }: Props) {
  const { t } = useTranslation('study')
  const { actions, clock } = useStudy()
  const { vocabulary, settings, scheduler } = useVocabularyState()
  const [state, dispatch] = useReducer(sessionReducer, null, () => createSessionState(cards, startedAt))
  const [editing, setEditing] = useState<LemmaId | null>(null)
  const undos = useRef<Undo[]>([])
  const lemma = shownLemma(state)
  const card = lemma && vocabulary.card(lemma)
  const kind = card ? kindFor(card, settings.kinds) : 'recognise'
  const suggested = state.typed ? suggestions[state.typed.verdict] : 'good'

  const reveal = (typed: Typed | null) => dispatch({ type: 'revealed', at: clock(), typed })
  const grade = (given: Grade) => {
    if (!card) return
    const at = clock()
    const answer = actions.answer(card.lemma, { grade: given, kind, took: at - state.askedAt })
    if (!answer) return
    undos.current.push(() => actions.undoAnswer(answer))
    dispatch({ type: 'answered', at, answer })
  }
  const suspend = (one: LemmaId) => {
    undos.current.push(actions.suspend([one], true))
    dispatch({ type: 'dropped', at: clock(), lemma: one })
  }
  const bringBack = (one: Card) => {
    undos.current.push(actions.suspend([one.lemma], false))
    dispatch({ type: 'brought-back', at: clock(), card: one })
  }
  const undo = () => {
    const last = undos.current.pop()
    if (!last) return
    void last()
    dispatch({ type: 'undone', at: clock() })
  }
  useReviewKeys({
    isActive: editing === null,
    isRevealed: state.isRevealed,
    suggested,
    onReveal: () => (card ? reveal(null) : undefined),
    onGrade: grade,
    onUndo: undo,
    onEdit: () => setEditing(card?.lemma ?? null),
    onSuspend: () => (card ? suspend(card.lemma) : undefined),
  })
  const forgotten = state.session.answers.at(-1)
  const leech = forgotten?.leech && vocabulary.card(forgotten.after.lemma)
  const notice = (
    <div role="status" className="contents">
      {leech && forgotten?.leech ? (
        <LeechNotice
          card={leech}
          outcome={forgotten.leech}
          onEdit={() => setEditing(leech.lemma)}
          onSuspend={() => suspend(leech.lemma)}
          onBringBack={() => bringBack(leech)}
        />
      ) : null}
    </div>
  )
  const edited = editing === null ? undefined : vocabulary.card(editing)
  const editor = (
    <Sheet open={edited !== undefined} title={t('editTitle')} onClose={() => setEditing(null)}>
      {edited ? (
        <CardEditor
          card={edited}
          onCancel={() => setEditing(null)}
          onSave={(patch) => {
            void actions.edit(edited.lemma, patch)
            setEditing(null)
          }}
        />
      ) : null}
    </Sheet>
  )
  if (lemma && !card) return <DroppedCard onNext={() => dispatch({ type: 'dropped', at: clock(), lemma })} />
  if (!card) {
    const summary: SessionSummary = summarise(state.session, state.now)
    return (
      <>
        {notice}
        <SessionSummaryView summary={summary} canUndo={state.past.length > 0} onUndo={undo} onEnd={onEnd} />
        {editor}
      </>
    )
  }
  return (
    <section aria-label={t('sessionLabel')} className="review">
      <h1 className="sr-only">{t('title')}</h1>
      <div
        className="review-progress"
        role="progressbar"
        aria-label={t('progressLabel')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(progressOf(state.session) * 100)}
      >
        <span style={{ transform: `scaleX(${progressOf(state.session)})` }} />
      </div>
      {notice}
      <ReviewCard
        key={`${card.lemma} ${state.askedAt}`}
        card={card}
        kind={kind}
        isRevealed={state.isRevealed}
        typed={state.typed}
        isLeech={isLeech(card, settings)}
        outcomes={scheduler.preview(card.memory, state.now, seedOf(card))}
        now={state.now}
        suggested={suggested}
        onReveal={reveal}
        onGrade={grade}
      />
      <div className="review-tools">
        <button
          type="button"
          className="chip"
          aria-keyshortcuts="u"
          disabled={state.past.length === 0}
          onClick={undo}
        >
          {t('undo')} <kbd className="keycap">U</kbd>
        </button>
        <button type="button" className="chip" aria-keyshortcuts="e" onClick={() => setEditing(card.lemma)}>
          {t('edit')} <kbd className="keycap">E</kbd>
        </button>
        <button type="button" className="chip" aria-keyshortcuts="s" onClick={() => suspend(card.lemma)}>
          {t('suspend')} <kbd className="keycap">S</kbd>
        </button>
        <button type="button" className="chip" onClick={onEnd}>
          {t('stop')}
        </button>
      </div>
      {editor}
    </section>
  )
}

/** The word was deleted in another tab meanwhile. */
function DroppedCard({ onNext }: { readonly onNext: () => void }) {
  const { t } = useTranslation('study')
  return (
    <section className="review">
      <p>{t('cardGone')}</p>
      <button type="button" className="button button-main" onClick={onNext}>
        {t('next')}
      </button>
    </section>
  )
}
