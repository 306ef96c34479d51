import type { Paragraph, Sentence } from './article'
import { closingAbbreviations, labelNouns, leadingAbbreviations, numeralAbbreviations } from './abbreviations'
import type { Span } from './span'

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
const terminators = /[.!?…。！？]+[\p{Pe}\p{Pf}"'”’»]*/gu
const opening = /^[\s\p{Ps}\p{Pi}"'“‘«\-–—•*·]*/u

/** The span without the blanks at its ends, or undefined when nothing else is in it. */
const trimmed = (text: string, start: number, end: number): Span | undefined => {
  const slice = text.slice(start, end)
  const body = slice.trim()
  if (body === '') return undefined
  const from = start + slice.length - slice.trimStart().length
  return { start: from, end: from + body.length }
}

/**
 * True when line breaks only wrap the text: blank lines stand between its paragraphs, and its other lines mostly
 * break off in the middle of a sentence.
 */
const isHardWrapped = (text: string): boolean => {
  const lines = text.split(lineBreak).map((line) => line.trim())
  if (!lines.slice(1, -1).includes('')) return false
  const inner = lines.filter((line, at) => line !== '' && (lines[at + 1] ?? '') !== '')
  const broken = inner.filter((line) => !/[.!?…:]["'”’»)\]]*$/.test(line))
  return inner.length >= 2 && broken.length > inner.length * 0.6
}

const paragraphSpans = (text: string): readonly Span[] => {
  const breaks = isHardWrapped(text)
    ? /(?:\r\n|[\n\r])[^\S\n\r]*(?:\r\n|[\n\r])\s*|[\v\f\u2028\u2029]/g
    : lineBreak
  const spans: Span[] = []
  let from = 0
  const keep = (end: number): void => {
    const span = trimmed(text, from, end)
    if (span) spans.push(span)
  }
  for (const match of text.matchAll(breaks)) {
    keep(match.index)
    from = match.index + match[0].length
  }
  keep(text.length)
  return spans
}

/** The word right before a stop, with its own inner stops: "a.l", "S.H", "dr", "J". */
const wordBefore = (text: string): string =>
  /[\p{L}\p{M}\p{N}]+(?:\.[\p{L}\p{M}\p{N}]+)*$/u.exec(text)?.[0] ?? ''

const isUpper = (letter: string): boolean => letter !== letter.toLowerCase()

/** Whether a single stop after `before` (the sentence so far) can end the sentence that goes on with `after`. */
const stopEnds = (before: string, after: string): boolean => {
  const word = wordBefore(before)
  const lower = word.toLowerCase()
  if (/^\s*\d{1,3}$/.test(before) || /^\s*\p{L}$/u.test(before)) return false
  if (leadingAbbreviations.has(lower)) return false
  if (numeralAbbreviations.has(lower)) return !/^\d/.test(after)
  if (closingAbbreviations.has(lower)) return true
  const lead = before.slice(0, before.length - word.length)
  if (/^\p{Lu}$/u.test(word)) {
    return labelNouns.has(wordBefore(lead.trimEnd()).toLowerCase())
  }
  // "Andi, S.H. Ia ..." is a degree and may close a sentence; "W.R. Supratman" are initials and may not.
  if (/^(\p{Lu}\.)+\p{Lu}$/u.test(word)) return /,\s*$/.test(lead)
  return true
}

/** True inside brackets opened after the sentence's beginning and closed later in the paragraph. */
const isInBrackets = (before: string, after: string): boolean => {
  const open = before.lastIndexOf('(')
  return open > 0 && before.indexOf(')', open) < 0 && /^[^()]{0,300}\)/s.test(after)
}

const endsHere = (before: string, mark: string, after: string, lowerCaseText: boolean): boolean => {
  const next = after.replace(opening, '')
  if (next === '') return true
  if (!/^\s/.test(after) && !/^[“«]/.test(after)) return false
  const first = String.fromCodePoint(next.codePointAt(0) ?? 32)
  const startsSentence = isUpper(first) || /\p{N}/u.test(first) || (lowerCaseText && /\p{L}/u.test(first))
  const isCaseless = /\p{Lo}/u.test(first)
  if (!startsSentence && !isCaseless) return false
  if (isInBrackets(before, after)) return false
  return mark !== '.' || stopEnds(before, next)
}

const sentencesOf = (text: string, paragraph: Span): readonly Sentence[] => {
  const body = text.slice(paragraph.start, paragraph.end)
  const lowerCaseText = body === body.toLowerCase()
  const sentences: Sentence[] = []
  let from = 0
  const keep = (end: number): void => {
    const span = trimmed(text, paragraph.start + from, paragraph.start + end)
    if (span) sentences.push({ span, text: text.slice(span.start, span.end) })
    from = end
  }
  for (const match of body.matchAll(terminators)) {
    const end = match.index + match[0].length
    // Only the neighbourhood is looked at, so that a paragraph of any length is cut in linear time.
    const before = body.slice(Math.max(from, match.index - 400), match.index)
    if (endsHere(before, match[0], body.slice(end, end + 400), lowerCaseText)) keep(end)
  }
  keep(body.length)
  return sentences
}

/**
 * Cuts a text into paragraphs (at line breaks) and sentences. Spans are positions in `text`; they never overlap, keep
 * its order and leave nothing out but blanks.
 *
 * A stop after an abbreviation ("dr.", "Jl.", "a.l.") or an initial does not end a sentence, nor one inside a number
 * ("1.250.000"); a quotation and the lower-case words that say who spoke (“Apa?” tanya Ibu) stay one sentence.
 */
export const segment = (text: string): readonly Paragraph[] =>
  paragraphSpans(text).map((span) => ({ span, sentences: sentencesOf(text, span) }))
