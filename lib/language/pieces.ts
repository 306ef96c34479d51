import { isAbbreviation } from './abbreviations'

/** What a stretch of text is by its letters alone; `lower` is a run of plain lower-case letters. */
export type Shape = 'space' | 'address' | 'number' | 'abbreviation' | 'letters' | 'lower' | 'mark'
export type Piece = {
  readonly shape: Shape
  readonly start: number
  readonly end: number
  readonly surface: string
}

const letter = String.raw`[\p{L}\p{M}]`
const currency = String.raw`(?:Rp\.?|US\$|AS\$|A\$|S\$|HK\$|\$|€|£|¥)`
const digits = String.raw`\p{Nd}+(?:[.,:/]\p{Nd}+)*`

const sticky = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'uy')

/** What can stand at a place, tried in this order. Sticky: each starts exactly where the last piece ended. */
const shapes: readonly (readonly [Shape, RegExp])[] = [
  ['space', /\s+/uy],
  [
    'address',
    /(?:https?:\/\/|www\.)[^\s“”"<>]*[\p{L}\p{N}/]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#][\p{L}\p{N}_]{2,}/uy,
  ],
  [
    'number',
    sticky(
      `${currency}?${digits}(?:[-–]${digits})*(?:%|‰|°[CF]?|${letter}+(?:-${letter}+)*|-${letter}+)?`,
      String.raw`Rp\.?(?=\s*\p{Nd})`,
      `[Kk]e-\\p{Nd}+(?:-${letter}+)*`,
    ),
  ],
  ['address', sticky(`${letter}+(?:\\.(?:com|co|id|org|net|go|ac|info|gov|edu))+(?!${letter})`)],
  [
    'abbreviation',
    sticky(
      String.raw`(?:\p{Lu}\.){2,}`,
      `\\p{Lu}(?:${letter}{0,3}\\.)+${letter}{1,3}\\.?(?!${letter})`,
      `${letter}(?:\\.${letter})+\\.?(?!${letter})`,
    ),
  ],
  ['letters', sticky(`${letter}[\\p{L}\\p{M}\\p{Nd}]*(?:[-‑'’ʼ][\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*)*`)],
  [
    'mark',
    /\.{2,}|…+|--+|\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic}|\ufe0f|\p{EMod})*|[^]/uy,
  ],
]

const byPattern = (text: string, start: number): Piece => {
  for (const [shape, pattern] of shapes) {
    pattern.lastIndex = start
    const match = pattern.exec(text)
    if (match && match[0] !== '') return { shape, start, end: pattern.lastIndex, surface: match[0] }
  }
  return { shape: 'mark', start, end: start + 1, surface: text.slice(start, start + 1) }
}

const isLower = (code: number): boolean => code >= 97 && code <= 122
const isPlainLetter = (code: number): boolean => isLower(code) || (code >= 65 && code <= 90)

/** Marks that always stand alone, and after which a run of letters is certainly over. */
const lone = new Set([...',;()[]“”"?!'].map((mark) => mark.charCodeAt(0)))

const isBreak = (code: number): boolean => Number.isNaN(code) || code === 32 || lone.has(code)

/** The common cases (a blank, a word of plain letters, a lone mark) without the patterns: nine tenths of all text. */
const quickly = (text: string, start: number): Piece | undefined => {
  const code = text.charCodeAt(start)
  if (code === 32) {
    const next = text.charCodeAt(start + 1)
    return next > 32 && next < 127 ? { shape: 'space', start, end: start + 1, surface: ' ' } : undefined
  }
  if (lone.has(code)) return { shape: 'mark', start, end: start + 1, surface: text.charAt(start) }
  if (!isPlainLetter(code)) return undefined
  let end = start + 1
  while (isLower(text.charCodeAt(end))) end += 1
  const shape = isLower(code) && !isPlainLetter(text.charCodeAt(end)) ? 'lower' : 'letters'
  while (isPlainLetter(text.charCodeAt(end))) end += 1
  const next = text.charCodeAt(end)
  const isOver = isBreak(next) || (next === 46 && isBreak(text.charCodeAt(end + 1)))
  if (!isOver) return undefined
  const surface = text.slice(start, end)
  return surface === 'Rp' ? undefined : { shape, start, end, surface }
}

/** "dr." and "Jl." keep their stop; "dll." keeps it unless it also ends the sentence. */
const withOwnStop = (text: string, piece: Piece): Piece => {
  if (piece.shape !== 'letters' && piece.shape !== 'lower') return piece
  if (text.charCodeAt(piece.end) !== 46) return piece
  const isInitial =
    /^\p{Lu}$/u.test(piece.surface) && /^\.\s+\p{Lu}/u.test(text.slice(piece.end, piece.end + 8))
  if (!isInitial && !isAbbreviation(piece.surface)) return piece
  if (!/[\p{L}\p{N}]/u.test(text.slice(piece.end))) return piece
  return { ...piece, shape: 'abbreviation', end: piece.end + 1, surface: `${piece.surface}.` }
}

/** The piece that begins at a place in a text, given that one ends there. */
export const pieceAt = (text: string, at: number): Piece =>
  withOwnStop(text, quickly(text, at) ?? byPattern(text, at))

/** The pieces of a text, tiling it. */
export const piecesOf = (text: string): readonly Piece[] => {
  const found: Piece[] = []
  for (let at = 0; at < text.length;) {
    const piece = pieceAt(text, at)
    found.push(piece)
    at = piece.end
  }
  return found
}
