import type { WordTable } from './word-table'

/** Parts of speech of `content/lexicon`. */
export type PartOfSpeech =
  | 'noun'
  | 'verb'
  | 'adj'
  | 'adv'
  | 'prep'
  | 'conj'
  | 'pron'
  | 'num'
  | 'det'
  | 'part'
  | 'intj'
  | 'clf'
  | 'aux'
  | 'name'

export type Register =
  'neutral' | 'news' | 'formal' | 'informal' | 'literary' | 'religious' | 'technical' | 'archaic'

/** One meaning: English glosses that stand for each other, the plainest first. */
export type Sense = { readonly glosses: readonly string[] }

/** One headword of the lexicon. `root` equals `lemma` for a bare root. */
export type Entry = {
  readonly lemma: string
  readonly pos: readonly PartOfSpeech[]
  readonly root: string
  readonly register: Register
  readonly senses: readonly Sense[]
}

/** A multi-word term, an acronym or a name; `components` are the lemmas of a term's words. */
export type NamedEntry = {
  readonly surface: string
  readonly kind: 'term' | 'acronym' | 'name'
  /** Acronym: the Indonesian words it stands for. Name: its kind (place, institution, person). */
  readonly note: string
  readonly senses: readonly Sense[]
}

/** A term or name of several words, in lower case, and its entry. */
export type Phrase = { readonly words: readonly string[]; readonly entry: NamedEntry }

/** Phrases of one first word by their second, the longest first. */
export type Continuations = ReadonlyMap<string, readonly Phrase[]>

/** The word list, wherever it is kept. Synchronous: it is in memory once loaded. All keys lower case except acronyms and names. */
export interface Lexicon {
  /** Everything below by its spelling, for whoever looks up one word after another. */
  readonly words: WordTable
  /** Every entry with this headword (homographs are senses of one entry). */
  entry(lemma: string): Entry | undefined
  /** True when something in the lexicon has this root, or it is a headword without affixes. */
  isRoot(root: string): boolean
  /** The words of a compound written as one: "tanggungjawab" gives "tanggung jawab". */
  compound(joined: string): string | undefined
  /** Headwords derived from a root, the root itself first. */
  family(root: string): readonly string[]
  named(surface: string): NamedEntry | undefined
  /** Every entry, for searching. */
  entries(): readonly Entry[]
  allNamed(): readonly NamedEntry[]
  /** The longest multi-word term or name beginning at words[from]; its length in words. */
  longestTerm(words: readonly string[], from: number): { entry: NamedEntry; length: number } | undefined
  /** The terms and names of several words that begin with a word; undefined when none does. */
  continuations(word: string): Continuations | undefined
  /** Whether a word, in lower case, is the second of any term or name. */
  isSecond(word: string): boolean
  /** 1 (commonest) to 5 (rare) by frequency; 6 when unknown. */
  band(form: string): number
}
