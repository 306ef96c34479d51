/** What training/prepare.py does to quotes and dashes (its QUOTES); '' where the character is dropped. */
const plain: Readonly<Record<string, string>> = {
  '“': '"', '”': '"', '„': '"', '«': '"', '»': '"',
  '‘': "'", '’': "'", '‚': "'", '‛': "'", '`': "'", '´': "'",
  '–': '-', '—': '-', '―': '-', '‐': '-', '‑': '-', '−': '-', '…': '...',
  '\u00ad': '', '\u200b': '', '\ufeff': '',
} // prettier-ignore

const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'gu')
/** What Python's str.split() splits at; JavaScript's \s lacks the separators \x1c-\x1f and \x85. */
const blank = /[\s\x1c-\x1f\x85]/u
/** Runs of them. */
export const blanks = /[\s\x1c-\x1f\x85]+/gu

const toPlain = (text: string): string => text.replace(special, (c) => plain[c] ?? c)
const compose = (text: string): string => toPlain(toPlain(text).normalize('NFKC'))

/** The text as the model was trained to see it: NFKC, ASCII quotes and dashes, single blanks. Same as training/prepare.py. */
export function normalizeForModel(text: string): string {
  return compose(text).replace(blanks, ' ').replace(/^ | $/g, '')
}

export type Normalized = {
  readonly text: string
  /** For each UTF-16 position of `text`, and its end, the position in the original that it came from. */
  readonly origin: Int32Array
}

/** `normalizeForModel` with the way back, so that spans of the model's pieces can be given in the original sentence. */
export function normalizeWithOrigin(original: string): Normalized {
  const units: { char: string; at: number }[] = []
  // NFKC composes within a letter and its marks, and within a run of conjoining jamo, never beyond.
  for (const match of original.matchAll(/[\u1100-\u11ff]+|\P{M}?\p{M}*/gsu)) {
    for (const char of compose(match[0])) units.push({ char, at: match.index })
  }
  const text: string[] = []
  const origin: number[] = []
  let pending = -1
  for (const { char, at } of units) {
    if (blank.test(char)) {
      if (pending < 0) pending = at
      continue
    }
    if (pending >= 0 && text.length > 0) {
      text.push(' ')
      origin.push(pending)
    }
    pending = -1
    text.push(char)
    for (let i = 0; i < char.length; i++) origin.push(at)
  }
  const end = pending >= 0 ? pending : original.length
  return { text: text.join(''), origin: Int32Array.from([...origin, end]) }
}

const curly = /[“”‘’„‚]/u

/** Whether a text is written with typographic quotes; a translation is set in the style of its source. */
export const hasTypographicQuotes = (text: string): boolean => curly.test(text)

const opensAfter = /[\s([{<"'“‘—–-]/u

function curlQuote(text: string, at: number): string {
  const opening = at === 0 || opensAfter.test(text[at - 1] ?? ' ')
  if (text[at] === '"') return opening ? '“' : '”'
  // ’90s and ’em are apostrophes though they stand at the beginning of a word.
  if (opening && /^'(\d\ds?\b|em\b|tis\b|twas\b|til\b)/i.test(text.slice(at))) return '’'
  return opening ? '‘' : '’'
}

/**
 * Sets the model's plain English as its source is set: curly quotes and apostrophes, and spaced dashes as long as the
 * source's. Replaces character by character, so that spans into the text stay true. A source in ASCII gives ASCII.
 */
export function restoreTypography(text: string, source: string): string {
  const dash = /[—–]/u.exec(source)?.[0]
  const dashed = dash === undefined ? text : text.replace(/(?<=\s)-(?=\s)/g, dash)
  return hasTypographicQuotes(source) ? curlQuotes(dashed) : dashed
}

/** Every ASCII quote and apostrophe as its typographic form, one character for one. */
export function curlQuotes(text: string): string {
  return text.replace(/["']/g, (_, at: number) => curlQuote(text, at))
}
