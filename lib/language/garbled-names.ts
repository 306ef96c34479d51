/** Names that a model has misspelt: "Rorio" for "Romario". */
import { translatedInNames } from './exonyms'
import { headlineCase } from './headline-case'
import { isCapitalized, isSameName } from './name-check'

const word = /\p{L}[\p{L}\p{M}'’-]*\p{L}/gu

type Word = { readonly surface: string; readonly opens: boolean }

/** Words with whether they stand where any word has a capital: at the head of the text, a sentence or a quotation. */
const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(word)].map((match) => ({
    surface: match[0],
    opens: /(?:^|[.!?:"“'‘(-])\s*$/u.test(text.slice(0, match.index)),
  }))

/** The length of the longest run of letters (not side by side) that both have in the same order. */
function sharedLetters(a: string, b: string): number {
  let above = new Array<number>(b.length + 1).fill(0)
  for (const letter of a) {
    const row = [0]
    for (let i = 0; i < b.length; i++)
      row.push(letter === b[i] ? above[i]! + 1 : Math.max(row[i]!, above[i + 1]!))
    above = row
  }
  return above[b.length]!
}

/** "Malaysian", "Wonsan-based"; but not "Lavrovrov", where the ending is the name's own, said twice. */
const hasEnding = (name: string, other: string): boolean => {
  const ending = other.slice(name.length)
  return other.startsWith(name) && (ending === '' || !name.endsWith(ending))
}

/** Whether two words have most letters in common, without one being the other with an ending. */
function resembles(name: string, other: string): boolean {
  const [a, b] = [name.toLowerCase(), other.toLowerCase().replace(/['’]s?$/u, '')]
  if (hasEnding(a, b)) return false
  return sharedLetters(a, b) >= 0.55 * Math.max(a.length, b.length)
}

/**
 * Capitalised words of the source that the translation lacks and that one of its own capitalised words resembles,
 * a word that neither the source has nor `isKnown` knows as English: "Presiden" is no garbled name, since "President" is
 * known, nor is "Moskow" in "Moscow".
 */
export function garbledNames(
  source: string,
  target: string,
  isKnown: (word: string) => boolean,
): readonly string[] {
  if (headlineCase(source) !== undefined) return []
  const here = wordsOf(source)
  const there = new Set(wordsOf(target).map(({ surface }) => surface.replace(/['’]s?$/u, '')))
  const given = new Set(here.map(({ surface }) => surface))
  const strange = [...there].filter((one) => isCapitalized(one) && !given.has(one) && !isKnown(one))
  if (strange.length === 0) return []
  const isKept = (name: string): boolean =>
    [...there].some((one) => isSameName(name.toLowerCase(), one.toLowerCase()))
  return here
    .filter(({ surface, opens }) => !opens && isCapitalized(surface) && surface.length >= 4)
    .map(({ surface }) => surface)
    .filter((name) => !translatedInNames.has(name.toLowerCase()) && !isKept(name))
    .filter((name) => strange.some((one) => resembles(name, one)))
}
