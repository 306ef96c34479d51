import type { Card, CardKind, LemmaId } from '@/lib/study/card'
import type { CheckedParts, Verdict } from '@/lib/study/answer'
import {
  answered,
  broughtBack,
  createSession,
  currentLemma,
  dropLemma,
  unanswered,
} from '@/lib/study/session'
import type { Answer, Session } from '@/lib/study/session'

/** What became of a typed answer. */
export type Typed = {
  readonly text: string
  readonly verdict: Verdict
  /** The accepted answer nearest to it. */
  readonly expected?: string
  readonly parts?: CheckedParts
}

/** A session as it is on the screen. `now` is the time of the last thing that happened: the word to ask follows from it. */
export type SessionState = {
  readonly session: Session
  readonly now: number
  readonly askedAt: number
  readonly isRevealed: boolean
  readonly typed: Typed | null
  /** Session states to go back to, one per step that can be undone. */
  readonly past: readonly Session[]
}

export type SessionAction =
  | { readonly type: 'revealed'; readonly at: number; readonly typed: Typed | null }
  | { readonly type: 'answered'; readonly at: number; readonly answer: Answer }
  | { readonly type: 'dropped'; readonly at: number; readonly lemma: LemmaId }
  | { readonly type: 'brought-back'; readonly at: number; readonly card: Card }
  | { readonly type: 'undone'; readonly at: number }

export const createSessionState = (cards: readonly Card[], at: number): SessionState => ({
  session: createSession(cards, at),
  now: at,
  askedAt: at,
  isRevealed: false,
  typed: null,
  past: [],
})

export function sessionReducer(state: SessionState, action: SessionAction): SessionState {
  const asked = { now: action.at, askedAt: action.at, isRevealed: false, typed: null }
  switch (action.type) {
    case 'revealed':
      return { ...state, now: state.now, isRevealed: true, typed: action.typed }
    case 'answered':
      return {
        ...asked,
        session: answered(state.session, action.answer, action.at),
        past: [...state.past, state.session],
      }
    case 'dropped':
      return withSession(state, dropLemma(state.session, action.lemma), asked)
    case 'brought-back':
      return withSession(state, broughtBack(state.session, action.card, action.at), asked)
    case 'undone':
      return undo(state, asked)
  }
}

type Asked = Omit<SessionState, 'session' | 'past'>

/** The state with another session; the word on the screen stays as it is, with what was typed, while it is the same. */
function withSession(state: SessionState, session: Session, asked: Asked): SessionState {
  const next = { ...state, session, past: [...state.past, state.session] }
  return shownLemma(next) === shownLemma(state) ? next : { ...next, ...asked }
}

function undo(state: SessionState, asked: Asked): SessionState {
  const before = state.past.at(-1)
  if (!before) return state
  const wasAnswer = before.answers.length < state.session.answers.length
  // After an answer its word is asked again first, also where it had come back from waiting.
  const session = wasAnswer
    ? { ...unanswered(state.session), waiting: waitingOf(before, state.session) }
    : before
  return { ...asked, session, past: state.past.slice(0, -1) }
}

/** What waited before the last answer, without its word. */
function waitingOf(before: Session, after: Session): Session['waiting'] {
  const lemma = after.answers.at(-1)?.before.lemma
  return before.waiting.filter((word) => word.lemma !== lemma)
}

/** The word on the screen, if the session is not over. */
export const shownLemma = ({ session, now }: SessionState): LemmaId | undefined => currentLemma(session, now)

/** Kinds that are answered by typing. */
export const isTyped = (kind: CardKind): boolean =>
  kind === 'cloze' || kind === 'reverse' || kind === 'take-apart'
