import type { Span } from '../language/span'

declare const brand: unique symbol

/** What a card is found by: the lemma, lower case and in composed Unicode form. */
export type LemmaId = string & { readonly [brand]: 'LemmaId' }

/** The id of a lemma as it is written anywhere: `Ajar` and `ajar ` are one card. */
export const lemmaId = (lemma: string): LemmaId => lemma.normalize('NFC').trim().toLowerCase() as LemmaId

/** How well an answer came, worst first. The position plus one is the key that gives it. */
export const grades = ['again', 'hard', 'good', 'easy'] as const
export type Grade = (typeof grades)[number]

/** Ways of asking for the same word, easiest first. */
export const cardKinds = ['recognise', 'cloze', 'listen', 'reverse', 'take-apart'] as const
export type CardKind = (typeof cardKinds)[number]

/** What the learner says of a word. `new` is said on purpose: it keeps a form out of its family's knowledge. */
export const marks = ['new', 'study', 'known', 'ignored'] as const
export type Mark = (typeof marks)[number]

export type MemoryPhase = 'new' | 'learning' | 'review' | 'relearning'

/**
 * What the schedule believes about one word. Times are milliseconds since the epoch, stability and interval are days.
 * It follows from the history alone (`history.ts`), so it may be thrown away and computed again.
 */
export type Memory = {
  readonly phase: MemoryPhase
  readonly due: number
  readonly stability: number
  readonly difficulty: number
  readonly interval: number
  readonly step: number
  readonly reps: number
  readonly lapses: number
  readonly reviewedAt: number | null
  /** When the word was last looked up while reading, if that was after its last review: help was needed. */
  readonly askedAt: number | null
}

/** A sentence the word was met in. Spans are positions in `sentence` and `english`. */
export type Context = {
  readonly sentence: string
  readonly target: Span
  readonly english?: string
  readonly aligned?: readonly Span[]
  /** Slug of the article and index of the sentence in it. */
  readonly article?: string
  readonly index?: number
  /** Title and source as they are to be shown, since the article may be gone by then. */
  readonly source?: string
}

/** One lemma under study, or one the learner said something about. */
export type Card = {
  readonly lemma: LemmaId
  readonly root: string
  /** The form it was saved in, as written in running text. */
  readonly form: string
  /** In order of application: `meN-`, `-kan`, `ke-…-an`. Empty for a bare root. */
  readonly affixes: readonly string[]
  readonly gloss: string
  readonly note?: string
  readonly contexts: readonly Context[]
  readonly mark: Mark
  /** Forms set apart from their lemma, by lower-case form. */
  readonly forms?: Readonly<Record<string, Mark>>
  readonly memory: Memory
  readonly suspended: boolean
  readonly createdAt: number
  readonly updatedAt: number
  /** Counts the writes to this record; the larger one is the later. */
  readonly revision: number
}

/** What a caller must know to save a word. */
export type SavedWord = {
  readonly lemma: string
  readonly root?: string
  readonly form?: string
  readonly affixes?: readonly string[]
  readonly gloss?: string
  readonly context?: Context
}

/** At most this many sentences are kept per word, newest first: more are never shown. */
export const contextLimit = 5

/** A memory with no review in it, due at once. */
export const emptyMemory = (at: number): Memory => ({
  phase: 'new',
  due: at,
  stability: 0,
  difficulty: 0,
  interval: 0,
  step: 0,
  reps: 0,
  lapses: 0,
  reviewedAt: null,
  askedAt: null,
})

/** A new card for a word, with the mark given. */
export function createCard(word: SavedWord, mark: Mark, at: number): Card {
  const lemma = lemmaId(word.lemma)
  return {
    lemma,
    root: lemmaId(word.root || word.lemma),
    form: word.form ?? word.lemma,
    affixes: word.affixes ?? [],
    gloss: word.gloss ?? '',
    contexts: word.context ? [word.context] : [],
    mark,
    memory: emptyMemory(at),
    suspended: false,
    createdAt: at,
    updatedAt: at,
    revision: 0,
  }
}

/**
 * The card after its word is saved (again): under study, with the new sentence first. What the learner wrote
 * (gloss, note) stays; what was empty is filled.
 */
export function saveAgain(card: Card, word: SavedWord, at: number): Card {
  return {
    ...card,
    mark: 'study',
    suspended: false,
    root: card.root || lemmaId(word.root || word.lemma),
    form: word.form ?? card.form,
    affixes: card.affixes.length > 0 ? card.affixes : (word.affixes ?? []),
    gloss: card.gloss || (word.gloss ?? ''),
    contexts: word.context ? withContext(card.contexts, word.context) : card.contexts,
    updatedAt: at,
  }
}

function withContext(contexts: readonly Context[], context: Context): readonly Context[] {
  const others = contexts.filter((known) => known.sentence !== context.sentence)
  return [context, ...others].slice(0, contextLimit)
}

/** The card with another mark. Its memory stays, so that changing one's mind loses nothing. */
export const markCard = (card: Card, mark: Mark, at: number): Card => ({ ...card, mark, updatedAt: at })

/** The card with one form set apart from the lemma, or (`undefined`) brought back to it. */
export function markForm(card: Card, form: string, mark: Mark | undefined, at: number): Card {
  const { [lemmaId(form)]: _gone, ...rest } = card.forms ?? {}
  return { ...card, forms: mark ? { ...rest, [lemmaId(form)]: mark } : rest, updatedAt: at }
}

/** True for a card that reviews may ask for. */
export const isStudied = (card: Card): boolean => card.mark === 'study' && !card.suspended
