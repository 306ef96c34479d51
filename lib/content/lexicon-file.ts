import type { Entry, Lexicon, NamedEntry, PartOfSpeech, Phrase, Register, Sense } from '@/lib/language/lexicon'
import { wordTableOf } from './lexicon-index'

/** Everything that is in the lexicon, as compiled from `content/lexicon`. `band` is 1 (commonest) to 5. */
export type LexiconContent = {
  readonly entries: readonly (Entry & { readonly band: number })[]
  /** Bare roots that have no entry of their own. */
  readonly roots: readonly string[]
  readonly named: readonly NamedEntry[]
}

const header = 'sejajar-lexicon 1'

/** "book; volume | ledger" as senses. */
export const parseSenses = (text: string): readonly Sense[] =>
  text
    .split('|')
    .map((sense) => ({ glosses: sense.split(';').map((gloss) => gloss.trim()).filter(Boolean) }))
    .filter((sense) => sense.glosses.length > 0)

const writeSenses = (senses: readonly Sense[]): string => senses.map(({ glosses }) => glosses.join(';')).join('|')

/** Words of one root beside each other: like lines near each other make the packed file a sixteenth smaller. */
const byRoot = (a: Entry, b: Entry): number => {
  const [left, right] = [`${a.root} ${a.lemma}`, `${b.root} ${b.lemma}`]
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * The compiled lexicon as text: a header, then sections of tab-separated lines (entries, bare roots, terms, acronyms and
 * names). A root equal to the lemma and a neutral register are left empty.
 */
export const writeLexicon = ({ entries, roots, named }: LexiconContent): string => {
  const lines = [...entries].sort(byRoot).map(({ lemma, pos, root, register, band, senses }) =>
    [lemma, pos.join('|'), root === lemma ? '' : root, register === 'neutral' ? '' : register, band, writeSenses(senses)].join('\t'),
  )
  const others = named.map(({ surface, kind, note, senses }) => [surface, kind, note, writeSenses(senses)].join('\t'))
  return [`${header}\t${lines.length}\t${others.length}`, ...lines, ...others, roots.join(' ')].join('\n')
}

/** A lexicon file that cannot be read: cut off, or of another version. */
export class LexiconFormatError extends Error {
  override readonly name = 'LexiconFormatError'
}

/** Senses as `writeSenses` wrote them: no blanks to take off, nothing empty; most are a gloss or two of one sense. */
const readSenses = (text: string): readonly Sense[] => {
  if (text === '') return []
  if (!text.includes('|')) return [{ glosses: text.split(';') }]
  return text.split('|').map((sense) => ({ glosses: sense.split(';') }))
}

const readEntry = (line: string): LexiconContent['entries'][number] => {
  const [lemma = '', pos = '', root = '', register = '', band = '6', senses = ''] = line.split('\t')
  return {
    lemma,
    pos: pos.split('|') as PartOfSpeech[],
    root: root || lemma,
    register: (register || 'neutral') as Register,
    band: Number(band),
    senses: readSenses(senses),
  }
}

const readNamed = (line: string): NamedEntry => {
  const [surface = '', kind = 'name', note = '', senses = ''] = line.split('\t')
  return { surface, kind: kind as NamedEntry['kind'], note, senses: readSenses(senses) }
}

/** Reads what `writeLexicon` wrote; throws LexiconFormatError when it is not that. */
export const readLexicon = (text: string): LexiconContent => {
  const lines = text.split('\n')
  const [name, entryCount = '0', namedCount = '0'] = lines[0]?.split('\t') ?? []
  const [entries, named] = [Number(entryCount), Number(namedCount)]
  if (name !== header || lines.length !== entries + named + 2) {
    throw new LexiconFormatError(`not a whole file of the form "${header}"`)
  }
  return {
    entries: lines.slice(1, 1 + entries).map(readEntry),
    named: lines.slice(1 + entries, 1 + entries + named).map(readNamed),
    roots: lines[lines.length - 1]?.split(' ').filter(Boolean) ?? [],
  }
}

/** What a word has as it is written or, if it is not there, in lower case: most words are. */
const eitherCase = <T>(find: (word: string) => T | undefined, word: string | undefined): T | undefined => {
  if (word === undefined) return undefined
  const isPlain = word.charCodeAt(0) >= 97 && word.charCodeAt(0) <= 122
  return find(word) ?? (isPlain ? undefined : find(word.toLowerCase()))
}

const isCapitalised = (word: string | undefined): boolean => word !== undefined && word !== word.toLowerCase()

const matches = ({ words, entry }: Phrase, sentence: readonly string[], from: number): boolean =>
  words.every((word, at) => sentence[from + at]?.toLowerCase() === word) &&
  (entry.kind !== 'name' || isCapitalised(sentence[from]))

type Match = { readonly entry: NamedEntry; readonly length: number }

/** The lexicon in memory, indexed for look-up. */
export const createLexicon = (content: LexiconContent): Lexicon => {
  const words = wordTableOf(content)
  const continuations = (word: string | undefined) => eitherCase((spelling) => words.of(spelling)?.continuations, word)
  const longestTerm = (sentence: readonly string[], from: number): Match | undefined => {
    const bySecond = continuations(sentence[from])
    const candidates = bySecond && eitherCase((second) => bySecond.get(second), sentence[from + 1])
    const phrase = candidates?.find((candidate) => matches(candidate, sentence, from))
    return phrase && { entry: phrase.entry, length: phrase.words.length }
  }
  return {
    words,
    entry: (lemma) => words.of(lemma)?.entry,
    isRoot: (root) => words.of(root)?.isRoot ?? false,
    compound: (joined) => words.of(joined)?.compound,
    family: (root) => words.of(root)?.family ?? [],
    named: (surface) => words.of(surface)?.named,
    entries: () => content.entries,
    allNamed: () => content.named,
    longestTerm,
    continuations,
    isSecond: (word) => words.of(word)?.isSecond ?? false,
    band: (form) => words.of(form)?.band ?? 6,
  }
}
