import type { Token, TokenKind } from './article'
import { piecesOf, type Piece } from './pieces'

/** Tells whether a lower-case form is an ordinary word, so that a capital at a sentence's beginning is not taken for a name. */
export type IsWord = (form: string) => boolean

/** The plain capital letters of a text. */
export const capitalsOf = (text: string): number => {
  let capitals = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 65 && code <= 90) capitals += 1
  }
  return capitals
}

/** Fewer capital letters than these are no headline. */
export const fewestShouted = 13

/** A headline in capitals: most of its letters are, so capitals say nothing about names and acronyms. */
export const isShouted = (text: string): boolean => {
  const capitals = capitalsOf(text)
  return capitals >= fewestShouted && capitals > 3 * (text.match(/\p{Ll}/gu)?.length ?? 0)
}

/** The bare letters of "KPK-lah" or "Rusia's": what decides whether it is a name or an acronym. */
const head = (surface: string): string => surface.split(/[-‑'’ʼ]/u)[0] ?? surface

const isSmall = (code: number): boolean => code >= 97 && code <= 122

const isAcronym = (surface: string): boolean =>
  // Most capitalised words are no acronyms by their second letter.
  !isSmall(surface.charCodeAt(1)) &&
  (/^\p{Lu}[\p{Lu}\p{Nd}]+s?$/u.test(head(surface)) || /^\p{Lu}-?\p{Nd}+$/u.test(surface))

/** Whether a word begins with a capital letter. */
export const isCapitalised = (surface: string): boolean => {
  const first = surface.charCodeAt(0)
  return first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(surface)
}

/** The piece before a place, blanks left out. */
const before = (pieces: readonly Piece[], at: number): number => {
  let last = at - 1
  while (pieces[last]?.shape === 'space') last -= 1
  return last
}

/** Where a capital is owed to the place and not to a name: the beginning, also of a quotation or after a colon. */
const isOpening = (pieces: readonly Piece[], at: number): boolean => {
  const last = before(pieces, at)
  const surface = pieces[last]?.surface
  if (surface === undefined || /^[:.!?…•*–—-]+$/u.test(surface)) return true
  if (!/^["“‘«(]$/u.test(surface)) return false
  // A quotation mark opens a sentence after a comma or colon ('kata Ibu, “Mari”'), not inside one ('film “Laskar”').
  const earlier = pieces[before(pieces, last)]?.surface
  return earlier === undefined || /[.,:!?…"”]$/u.test(earlier)
}

/** What a word of letters is by itself; undefined when that is owed to where it stands. */
export const kindAlone = (
  surface: string,
  isWord: IsWord | undefined,
  shouted: boolean,
): TokenKind | undefined => {
  const lower = surface.toLowerCase()
  if (surface === lower) return 'word'
  if (shouted) return isWord?.(lower) === false && isAcronym(surface) ? 'acronym' : 'word'
  if (isAcronym(surface)) return 'acronym'
  if (!isCapitalised(surface) || isWord?.(lower)) return 'word'
  return isWord ? 'name' : undefined
}

/** The kind of a piece wherever it stands; undefined for a capitalised word when no `isWord` tells words from names. */
export const kindOf = (
  { shape, surface }: Piece,
  isWord: IsWord | undefined,
  shouted: boolean,
): TokenKind | undefined => {
  switch (shape) {
    case 'lower':
      return 'word'
    case 'letters':
      return kindAlone(surface, isWord, shouted)
    case 'number':
    case 'space':
      return shape
    case 'address':
      return 'name'
    case 'abbreviation':
      return /^\p{Lu}\.$/u.test(surface) ? 'name' : 'acronym'
    default:
      return 'punctuation'
  }
}

/**
 * Cuts a sentence into tokens that tile it exactly, blanks included; spans are positions in `text`.
 *
 * Words keep their inner hyphens and apostrophes ("kata-kata", "Jum'at"), numbers their separators, currency and unit
 * signs ("Rp1,5", "12,4%", "ke-2", "14.30"). A capitalised word is a name, unless `isWord` knows it in lower case; at
 * the beginning of a sentence it is a name only when `isWord` is given and does not know it.
 */
export const tokenize = (text: string, isWord?: IsWord): readonly Token[] => {
  const shouted = isShouted(text)
  const pieces = piecesOf(text)
  return pieces.map((piece, at) => ({
    span: { start: piece.start, end: piece.end },
    surface: piece.surface,
    kind: kindOf(piece, isWord, shouted) ?? (isOpening(pieces, at) ? 'word' : 'name'),
  }))
}
