import type { Entry, Lexicon, NamedEntry, PartOfSpeech, Phrase, Register, Sense } from '@/lib/language/lexicon'

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

type PhraseIndex = ReadonlyMap<string, ReadonlyMap<string, readonly Phrase[]>>

/** Phrases by their first word and then by their second, since "dalam" alone begins hundreds; the longest first. */
const byBeginning = (phrases: readonly Phrase[]): PhraseIndex => {
  const index = new Map<string, Map<string, Phrase[]>>()
  for (const phrase of [...phrases].sort((a, b) => b.words.length - a.words.length)) {
    const [first = '', second = ''] = phrase.words
    const bySecond = index.get(first) ?? new Map<string, Phrase[]>()
    index.set(first, bySecond)
    const alike = bySecond.get(second)
    if (alike) alike.push(phrase)
    else bySecond.set(second, [phrase])
  }
  return index
}

/** Looks a word up as it is written and, if it is not there, in lower case: most words are. */
const eitherCase = <T>(index: ReadonlyMap<string, T>, word: string | undefined): T | undefined => {
  if (word === undefined) return undefined
  const isPlain = word.charCodeAt(0) >= 97 && word.charCodeAt(0) <= 122
  return index.get(word) ?? (isPlain ? undefined : index.get(word.toLowerCase()))
}

const isPhrase = (surface: string): boolean => surface.includes(' ')

/** Terms and names of several words, and headwords of several words, which are terms too. */
const phrasesOf = ({ entries, named }: LexiconContent): readonly Phrase[] => [
  ...named.filter(({ surface }) => isPhrase(surface)).map((entry) => ({ words: entry.surface.toLowerCase().split(' '), entry })),
  ...entries
    .filter(({ lemma }) => isPhrase(lemma))
    .map(({ lemma, senses }) => ({
      words: lemma.split(' '),
      entry: { surface: lemma, kind: 'term' as const, note: '', senses },
    })),
]

const isCapitalised = (word: string | undefined): boolean => word !== undefined && word !== word.toLowerCase()

const matches = ({ words, entry }: Phrase, sentence: readonly string[], from: number): boolean =>
  words.every((word, at) => sentence[from + at]?.toLowerCase() === word) &&
  (entry.kind !== 'name' || isCapitalised(sentence[from]))

const familiesOf = (entries: LexiconContent['entries']): ReadonlyMap<string, readonly string[]> => {
  const families = new Map<string, string[]>()
  for (const { lemma, root } of entries) {
    const family = families.get(root)
    if (family) family.push(lemma)
    else families.set(root, [lemma])
  }
  for (const [root, family] of families) family.sort((a, b) => Number(b === root) - Number(a === root))
  return families
}

/** "tanggungjawab" → "tanggung jawab", for every headword, root and term of several words. */
const compoundsOf = (content: LexiconContent): ReadonlyMap<string, string> => {
  const compounds = new Map<string, string>()
  const take = (phrase: string): void => {
    if (isPhrase(phrase)) compounds.set(phrase.replaceAll(' ', ''), phrase)
  }
  for (const { kind, surface } of content.named) if (kind === 'term') take(surface)
  for (const { lemma, root } of content.entries) {
    take(lemma)
    if (root !== lemma) take(root)
  }
  content.roots.forEach(take)
  return compounds
}

/** The lexicon in memory, indexed for look-up. */
export const createLexicon = (content: LexiconContent): Lexicon => {
  const entries = new Map(content.entries.map((entry) => [entry.lemma, entry]))
  const named = new Map(content.named.map((entry) => [entry.surface, entry]))
  const phrases = byBeginning(phrasesOf(content))
  const seconds = new Set([...phrases.values()].flatMap((bySecond) => [...bySecond.keys()]))
  const families = familiesOf(content.entries)
  const compounds = compoundsOf(content)
  const bareRoots = new Set([...content.roots, ...families.keys()])
  return {
    entry: (lemma) => entries.get(lemma),
    isRoot: (root) => bareRoots.has(root),
    compound: (joined) => compounds.get(joined),
    family: (root) => families.get(root) ?? [],
    named: (surface) => named.get(surface),
    entries: () => content.entries,
    allNamed: () => content.named,
    longestTerm: (words, from) => {
      const bySecond = eitherCase(phrases, words[from])
      const candidates = bySecond && eitherCase(bySecond, words[from + 1])
      const phrase = candidates?.find((candidate) => matches(candidate, words, from))
      return phrase && { entry: phrase.entry, length: phrase.words.length }
    },
    continuations: (word) => eitherCase(phrases, word),
    isSecond: (word) => seconds.has(word),
    band: (form) => entries.get(form)?.band ?? 6,
  }
}
