import { createQuickAnalyzer, type Analysis, type Likeliest } from './analyze'
import type { Step } from './affix'
import type { WordReading } from './annotation'
import { LazyReading, type Later, type Source } from './lazy-reading'
import type { Entry, Lexicon, PartOfSpeech, Sense } from './lexicon'
import { isGuessable } from './loan'
import type { Peeled } from './unaffix'
import { isTransitive, passiveForm } from './voice'
import type { KnownWord } from './word-table'

/** Above this score an analysis in the lexicon is too far-fetched to make a capitalised form an ordinary word. */
const likely = 3.2

/** Readings beyond these are too unlikely to be shown. */
const mostShown = 4

/** Everything the lexicon and the rules say of single words, kept per form. */
export type WordReader = {
  /** The reading of a form in lower case; `word` is what the lexicon has for it, where that is known already. */
  readonly read: (form: string, word?: KnownWord) => WordReading
  /** Whether a lower-case form is an ordinary word, listed or well derived from a listed one. */
  readonly isWord: (form: string) => boolean
  /** The form without clitics when it is a headword with clitics on it, else itself. */
  readonly withoutClitics: (form: string) => string
}

/** The reading of something that is no word. */
export const noReading = (surface: string): WordReading => ({
  lemma: surface,
  root: surface,
  affixes: [],
  pos: [],
  gloss: '',
  senses: [],
  register: 'neutral',
  band: 6,
  analyses: [],
  guessable: false,
})

const verbal = /^(meN-|di-|ku-|kau-)$/
const nominal = /^(-an|ke-…-an|peN-…-an|per-…-an|peN-|pe-)$/

/** The part of speech that the outermost affixes give to a word no lexicon lists. */
const derivedPos = (affixes: readonly string[], base: Entry | undefined): readonly PartOfSpeech[] => {
  const outer = affixes.find((label) => !/^-(nya|ku|mu|lah|kah|pun|tah)$/.test(label))
  if (outer === undefined || outer.startsWith('R')) return base?.pos ?? []
  if (verbal.test(outer) || outer === '-kan' || outer === '-i' || outer === 'ber-') return ['verb']
  if (nominal.test(outer)) return ['noun']
  return outer === 'ter-' ? ['verb', 'adj'] : (base?.pos ?? [])
}

const endsInClitic = /(?:nya|[km]u|[lk]ah|pun)$/
const mayHoldClitic = /(?:nya|[km]u|[lkt]ah|pun)$/

/** The word under the outermost clitics of an analysed form. */
const bareOf = (found: Likeliest, form: string): string => {
  const { known, peeled } = found
  if (!known || !peeled) return form
  const isEnclitic = ({ affix }: Pick<Step, 'affix'>) =>
    affix.kind === 'clitic' && affix.label.startsWith('-')
  // A headword may have one in itself ("agaknya").
  if (mayHoldClitic.test(peeled.stem)) return found.best().steps.find(isEnclitic)?.before ?? form
  for (let at: Peeled | undefined = peeled; at?.by; at = at.outer) if (isEnclitic(at.by)) return at.stem
  return form
}

const isCliticOnly = ({ affixes }: Analysis): boolean => affixes.every(({ kind }) => kind === 'clitic')

/** Glosses of the parts of "jual-beli" or "Rusia-Ukraina" side by side, when every part has one. */
const joinedSenses = (form: string, sensesOf: (part: string) => readonly Sense[]): readonly Sense[] => {
  if (!form.includes('-') && !form.includes('‑')) return []
  const parts = form.split(/[-‑]/u)
  const glosses = parts.map((part) => sensesOf(part)[0]?.glosses[0])
  return glosses.every((gloss) => gloss !== undefined) ? [{ glosses: [glosses.join('–')] }] : []
}

const voiceOf = (analysis: Analysis, lexicon: Lexicon): Pick<WordReading, 'voice' | 'partner'> => {
  const outer = analysis.steps.findLast(({ affix }) => affix.label === 'di-' || affix.label === 'meN-')
  if (!outer) return {}
  if (outer.affix.label === 'di-')
    return { voice: 'passive', partner: { voice: 'active', form: analysis.lemma } }
  const rootIsAdjective = lexicon.entry(analysis.root)?.pos[0] === 'adj'
  if (!isTransitive(outer.after, outer.before, rootIsAdjective)) return {}
  return { voice: 'active', partner: { voice: 'passive', form: passiveForm(outer.before) } }
}

const sensesUnder = (found: Likeliest, entry: Entry | undefined, lexicon: Lexicon): readonly Sense[] => {
  if (entry) return entry.senses
  const { lemma, root } = found
  // Names are often written small where nobody edits: "indonesia".
  const capitalised = lemma.charAt(0).toUpperCase() + lemma.slice(1)
  const named = lexicon.named(lemma) ?? lexicon.named(root) ?? lexicon.named(capitalised)
  return named?.senses ?? lexicon.entry(root)?.senses ?? []
}

type AnalyzeQuickly = ReturnType<typeof createQuickAnalyzer>

const laterOf = (found: Likeliest, senses: readonly Sense[], lexicon: Lexicon): Later => ({
  affixes: found.best().affixes.map(({ label }) => label),
  analyses: found.all().slice(0, mostShown),
  guessable: isGuessable(
    found.lemma,
    senses.slice(0, 2).flatMap((sense) => sense.glosses),
  ),
  ...voiceOf(found.best(), lexicon),
})

const firstGloss = (senses: readonly Sense[]): string => senses[0]?.glosses[0] ?? ''

/** The rest of the readings of headwords: the lexicon says what they are before the rules are asked how they came about. */
const headwordSource = (analyze: AnalyzeQuickly, lexicon: Lexicon): Source => {
  const entryOf = (lemma: string): Omit<Entry, 'lemma' | 'root'> => lexicon.entry(lemma) ?? noReading(lemma)
  return {
    known: (lemma) => {
      const { pos, senses, register } = entryOf(lemma)
      return { pos, senses, register, band: lexicon.band(lemma) }
    },
    later: (lemma) => laterOf(analyze(lemma), entryOf(lemma).senses, lexicon),
  }
}

const posOf = (form: string, best: Analysis, entry: Entry | undefined): readonly PartOfSpeech[] => {
  if (entry && (isCliticOnly(best) || form === best.lemma)) return entry.pos
  return derivedPos(
    best.affixes.map(({ label }) => label),
    entry,
  )
}

const readingOf = (form: string, found: Likeliest, lexicon: Lexicon): WordReading => {
  const { lemma, root } = found
  const entry = lexicon.entry(lemma)
  const partSenses = (part: string): readonly Sense[] =>
    lexicon.entry(part.toLowerCase())?.senses ?? lexicon.named(part)?.senses ?? []
  const own = sensesUnder(found, entry, lexicon)
  const senses = own.length > 0 ? own : joinedSenses(form, partSenses)
  const known = () => ({
    pos: posOf(form, found.best(), entry),
    senses,
    register: entry?.register ?? 'neutral',
    band: entry ? lexicon.band(entry.lemma) : 6,
  })
  return new LazyReading(lemma, root, firstGloss(senses), {
    known,
    later: () => laterOf(found, senses, lexicon),
  })
}

/** Readings beyond these are forgotten, all at once. */
const mostKept = 1 << 16

const keep = <T>(kept: Map<string, T>, form: string, find: (form: string) => T): T => {
  const known = kept.get(form)
  if (known !== undefined) return known
  if (kept.size >= mostKept) kept.clear()
  const fresh = find(form)
  kept.set(form, fresh)
  return fresh
}

/** Makes the word reader of one lexicon. It keeps the reading of every form it has seen. */
export const createWordReader = (lexicon: Lexicon): WordReader => {
  const analyze = createQuickAnalyzer(lexicon)
  const found = new Map<string, Likeliest>()
  const kept = new Map<string, WordReading>()
  const likeliest = (form: string): Likeliest => keep(found, form, analyze)
  const headwords = headwordSource(likeliest, lexicon)
  const fresh = (form: string): WordReading => readingOf(form, likeliest(form), lexicon)
  const read = (form: string, word = lexicon.words.of(form)): WordReading =>
    // A headword is read faster than it is found among what was read.
    word?.gloss === undefined
      ? keep(kept, form, fresh)
      : new LazyReading(word.spelling, word.root, word.gloss, headwords)
  const isWord = (form: string): boolean => {
    if (lexicon.entry(form)) return true
    return likeliest(form).leastKnown < likely
  }
  const withoutClitics = (form: string): string => {
    if (!endsInClitic.test(form) || lexicon.entry(form)) return form
    return bareOf(likeliest(form), form)
  }
  return { read, isWord, withoutClitics }
}
