import type { Link } from './align'
import type { AnnotatedSentence, AnnotatedToken } from './annotation'
import { englishStem } from './fitting-sense'

/** A linked token, the English place it is linked to, and what is still free there. */
type Seat = {
  readonly token: AnnotatedToken
  readonly target: number
  readonly english: readonly string[]
  readonly isFree: (place: number) => boolean
}

/** English places that belong to a token because they hang on a word it is linked to. */
type Rule = (seat: Seat) => readonly number[]

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const lowerAt = (english: readonly string[], place: number): string => english[place]?.toLowerCase() ?? ''

const isWord = (english: readonly string[], place: number): boolean => /\p{L}/u.test(english[place] ?? '')

/** The nearest free place before the seat that holds a wanted word, with nothing but words between. */
const before = (
  { english, target, isFree }: Seat,
  wanted: ReadonlySet<string>,
  reach: number,
): readonly number[] => {
  for (let place = target - 1; place >= target - reach && isWord(english, place); place -= 1) {
    if (wanted.has(lowerAt(english, place))) return isFree(place) ? [place] : []
  }
  return []
}

const after = ({ english, target, isFree }: Seat, wanted: ReadonlySet<string>): readonly number[] =>
  wanted.has(lowerAt(english, target + 1)) && isFree(target + 1) ? [target + 1] : []

const owners: Readonly<Record<string, ReadonlySet<string>>> = {
  '-nya': words('his her its their'),
  '-ku': words('my'),
  '-mu': words('your'),
}
const doers: Readonly<Record<string, ReadonlySet<string>>> = {
  'ku-': words("i i've i'm i'd i'll"),
  'kau-': words("you you've you're you'd you'll"),
}
const objects: Readonly<Record<string, ReadonlySet<string>>> = {
  '-nya': words('him her it them'),
  '-ku': words('me'),
  '-mu': words('you'),
}
const speakers = words('he she')

/** -nya, -ku, -mu and ku- are words of their own in English: "its", "my", "I", "him". */
const clitic: Rule = (seat) => {
  const isVerb = seat.token.pos[0] === 'verb'
  return seat.token.affixes.flatMap((affix) => {
    const doer = doers[affix]
    if (doer) return before(seat, doer, 3)
    const owner = owners[affix]
    if (!owner) return []
    const object = after(seat, objects[affix] ?? owner)
    if (object.length > 0 && (isVerb || /ing$/.test(lowerAt(seat.english, seat.target)))) return object
    return isVerb && affix === '-nya' ? before(seat, speakers, 1) : before(seat, owner, 3)
  })
}

const one = words('a an one')

/** se- is "a": sehari "a day", segelas "a glass". */
const oneOf: Rule = (seat) => {
  const isCounted =
    seat.token.affixes[0] === 'se-' && !['adj', 'adv', 'conj'].includes(seat.token.pos[0] ?? '')
  return isCounted ? before(seat, one, 1) : []
}

const particles = words('out up off down away aside forward back')

/** "carried out", "laid off": the particle goes with its verb. */
const particle: Rule = (seat) =>
  seat.token.pos[0] === 'verb' || seat.token.affixes.length > 0 ? after(seat, particles) : []

/** The words of a gloss that stand for one Indonesian word: "in a row", "wait for"; what it may end in is left out. */
const phraseOf = (gloss: string): readonly string[] =>
  gloss
    .replace(/\s*\(.*?\)/g, '')
    .replace(/^(?:to be|to|a|an|the) /, '')
    .replace(/ (?:of|to|as|that)$/, '')
    .split(' ')

const sameWord = (first: string, second: string): boolean =>
  first === second || (first.length > 3 && englishStem(first) === englishStem(second))

/** All of a gloss of several words, where it stands in the English around the word that is linked. */
const phrase: Rule = ({ token, english, target, isFree }) => {
  const phrases = token.senses
    .flatMap(({ glosses }) => glosses.map(phraseOf))
    .filter(({ length }) => length > 1)
  return phrases.flatMap((glossed) =>
    glossed.flatMap((_, within) => {
      const places = glossed.map((_word, step) => target - within + step)
      const fits = places.every(
        (place, step) =>
          sameWord(lowerAt(english, place), glossed[step] ?? '') && (place === target || isFree(place)),
      )
      return fits ? places.filter((place) => place !== target) : []
    }),
  )
}

const rules: readonly Rule[] = [clitic, oneOf, particle, phrase]

/** The words of a sentence in order, as places among its tokens. */
const wordPlaces = ({ tokens }: AnnotatedSentence): readonly number[] =>
  [...tokens.keys()].filter((at) => tokens[at]?.kind !== 'space')

const isCompared = (lemma: string, english: string): boolean =>
  (lemma === 'lebih' && /(?:er|worse|less)$/.test(english)) ||
  (lemma === 'paling' && /(?:est|worst|least)$/.test(english)) ||
  (lemma === 'secara' && /ly$/.test(english))

const isTens = (token: AnnotatedToken | undefined, english: string): boolean =>
  (token?.lemma === 'puluh' && /ty$/.test(english)) ||
  (token?.lemma === 'belas' && /teen$|^twelve$/.test(english))

/** Small words that English says by an ending of the next word: lebih tinggi "higher", secara resmi "officially". */
const merged = (
  sentence: AnnotatedSentence,
  english: readonly string[],
  links: readonly Link[],
): readonly Link[] => {
  const places = wordPlaces(sentence)
  return places.flatMap((at, order) => {
    const token = sentence.tokens[at]
    const next = places[order + 1]
    if (!token || next === undefined) return []
    return links
      .filter(({ source }) => source === next)
      .filter(({ target }) => {
        const word = lowerAt(english, target)
        return (
          isCompared(token.lemma, word) || (token.pos[0] === 'num' && isTens(sentence.tokens[next], word))
        )
      })
      .map((link) => ({ ...link, source: at }))
  })
}

const wholly = words('lebih paling secara')
const own = words('more most over in by way')

/** Without links of lebih, paling and secara to words that are not theirs, where a merged one says better. */
const withMerged = (
  sentence: AnnotatedSentence,
  english: readonly string[],
  links: readonly Link[],
): readonly Link[] => {
  const found = merged(sentence, english, links)
  const replaced = new Set(
    found
      .filter(({ source }) => wholly.has(sentence.tokens[source]?.lemma ?? ''))
      .map(({ source }) => source),
  )
  const kept = links.filter(
    ({ source, target }) => !replaced.has(source) || own.has(lowerAt(english, target)),
  )
  const settled = new Set(kept.map(({ source }) => source))
  return [...kept, ...found.filter(({ source }) => !settled.has(source))]
}

/** Links for the other words of a term from the one that is linked to a word which alone stands for all of it. */
const overTerms = (
  { tokens, terms }: AnnotatedSentence,
  english: readonly string[],
  links: readonly Link[],
): readonly Link[] => {
  const linked = new Set(links.map(({ source }) => source))
  return links.flatMap((link) => {
    const number = tokens[link.source]?.term
    const term = number === undefined ? undefined : terms[number]
    const stem = englishStem(lowerAt(english, link.target))
    const isWhole = term?.entry.senses.some(({ glosses }) =>
      glosses.map(phraseOf).some((words) => words.length === 1 && englishStem(words[0] ?? '') === stem),
    )
    if (!isWhole) return []
    return [...tokens.keys()]
      .filter((at) => tokens[at]?.term === number && tokens[at]?.kind !== 'space' && !linked.has(at))
      .map((source) => ({ ...link, source }))
  })
}

/**
 * Links with those added that follow from them: what Indonesian says by an affix or clitic of a linked word and English
 * by a small word beside it, and the other way round.
 */
export const withAttached = (
  sentence: AnnotatedSentence,
  english: readonly string[],
  links: readonly Link[],
): readonly Link[] => {
  const whole = withMerged(sentence, english, links)
  const all = [...whole, ...overTerms(sentence, english, whole)]
  const taken = new Set(all.map(({ target }) => target))
  const added = all.flatMap((link) => {
    const token = sentence.tokens[link.source]
    if (!token) return []
    const seat: Seat = { token, target: link.target, english, isFree: (place) => !taken.has(place) }
    return rules.flatMap((rule) => {
      const places = [...new Set(rule(seat))]
      for (const place of places) taken.add(place)
      return places.map((target) => ({ ...link, target, weight: link.weight * 0.9 }))
    })
  })
  return [...all, ...added]
}
