/** A sentence on its way through a model: its parts in pieces, and what has come back for each. */
import { headlineCase, toHeadlineCase, toSentenceCase, withSmallFirst } from '@/lib/language/headline-case'
import type { HeadlineCase, WordModel } from '@/lib/language/headline-case'
import { normalizeWithOrigin, restoreTypography } from '@/lib/language/normalize'
import type { Span } from '@/lib/language/span'
import type { Hypothesis } from './greedy'
import type { ModelShape } from './model-shape'
import { copyUnknown, joinPieces, pieceSpans } from './pieces'
import type { SourcePieces } from './pieces'
import type { Finished } from './protocol'
import { splitLong } from './split-long'
import type { Attention, SourceSentence } from './translator'

/** The tokenizer of a model, as far as it is used: pieces of a text without special ones, and the way between pieces and ids. */
export type Tokenizer = {
  tokenize(text: string): readonly string[]
  id(piece: string): number | undefined
  piece(id: number): string
  /** Log-probability of a piece in running text; undefined from tokenizers that have none. */
  score(piece: string): number | undefined
}

export type Prepared = {
  readonly sentence: SourceSentence
  readonly parts: readonly SourcePieces[]
  /** How the sentence was set, when the model was given it in another case. */
  readonly headline?: HeadlineCase
}

const hasLetter = /\p{L}/u

/** Training saw sentences of up to about this many pieces; longer ones are cut, well within every model's window. */
const longest = 160
/** Score of a piece that the vocabulary does not have. */
const unlikely = -30

function piecesOf(
  text: string,
  at: number,
  origin: Int32Array,
  tokenizer: Tokenizer,
  shape: ModelShape,
): SourcePieces {
  const surfaces = tokenizer.tokenize(text)
  const place = (position: number): number => origin[at + position] ?? 0
  const spans = pieceSpans(text, surfaces).map(({ start, end }) => ({ start: place(start), end: place(end) }))
  const nothing = (position: number): Span => ({ start: place(position), end: place(position) })
  const prefix = shape.sourcePrefix
  return {
    ids: [...prefix, ...surfaces.map((piece) => tokenizer.id(piece) ?? shape.unknown), shape.end],
    spans: [...prefix.map(() => nothing(0)), ...spans, nothing(text.length)],
    surfaces: [...prefix.map(() => ''), ...surfaces.map((piece) => piece.replaceAll('▁', ' ').trim()), ''],
  }
}

const wordModelOf =
  (tokenizer: Tokenizer): WordModel =>
  (word) => {
    const pieces = tokenizer.tokenize(word)
    const score = pieces.reduce((sum, piece) => sum + (tokenizer.score(piece) ?? unlikely), 0)
    return { score, pieces: pieces.length }
  }

/** The text in the case that a model which hardly saw capitals reads best. */
function inSmallLetters(text: string, headline: HeadlineCase | undefined, tokenizer: Tokenizer): string {
  const model = wordModelOf(tokenizer)
  return withSmallFirst(headline ? toSentenceCase(text, headline, model) : text, model)
}

/** The sentence in pieces, in more than one part when it is very long; no part at all when there is nothing to translate. */
export function prepare(sentence: SourceSentence, tokenizer: Tokenizer, shape: ModelShape): Prepared {
  const { text: written, origin } = normalizeWithOrigin(sentence.text)
  if (!hasLetter.test(written)) return { sentence, parts: [] }
  const headline = shape.sentenceCase ? headlineCase(written) : undefined
  const text = shape.sentenceCase ? inSmallLetters(written, headline, tokenizer) : written
  const limit = Math.min(longest, shape.window - shape.sourcePrefix.length - 2)
  const spans = splitLong(text, limit, (part) => tokenizer.tokenize(part).length)
  const parts = spans.map(({ start, end }) => {
    const slice = text.slice(start, end)
    const lead = slice.length - slice.trimStart().length
    return piecesOf(slice.trim(), start + lead, origin, tokenizer, shape)
  })
  return { sentence, parts, ...(headline && { headline }) }
}

/** What the model wrote, with the quotes and the case of its source. */
function asSource(text: string, { sentence, headline }: Prepared): string {
  return restoreTypography(headline ? toHeadlineCase(text, headline) : text, sentence.text)
}

/** A hypothesis as pieces of text, unknown ones copied from the source. */
function writtenPieces(
  source: SourcePieces,
  hypothesis: Hypothesis,
  tokenizer: Tokenizer,
  unknown: number,
): string[] {
  let occurrence = 0
  return hypothesis.tokens.map((token, i) =>
    token === unknown
      ? `▁${copyUnknown(source, unknown, occurrence++, hypothesis.attention[i])}`
      : tokenizer.piece(token),
  )
}

type WrittenPart = {
  readonly text: string
  readonly spans: readonly Span[]
  readonly rows: readonly Float32Array[]
}

/** Several parts' texts and spans behind each other, with the attention of each beside its own source pieces only. */
function joinParts(sources: readonly SourcePieces[], written: readonly WrittenPart[]) {
  const width = sources.reduce((sum, source) => sum + source.ids.length, 0)
  const height = written.reduce((sum, part) => sum + part.rows.length, 0)
  const weights = new Float32Array(width * height)
  const target: Span[] = []
  let [text, row, column] = ['', 0, 0]
  written.forEach((part, i) => {
    const offset = text === '' ? 0 : text.length + 1
    text += (text === '' ? '' : ' ') + part.text
    target.push(...part.spans.map(({ start, end }) => ({ start: start + offset, end: end + offset })))
    const length = sources[i]!.ids.length
    for (const weightsOfRow of part.rows)
      weights.set(weightsOfRow.subarray(0, length), row++ * width + column)
    column += length
  })
  return { text, target, weights, hasAttention: height > 0 }
}

/** The finished sentence from the hypotheses of its parts; `attention` only where asked for and there. */
export function finish(
  prepared: Prepared,
  hypotheses: readonly Hypothesis[],
  tools: { readonly tokenizer: Tokenizer; readonly shape: ModelShape; readonly attention: boolean },
): Finished {
  const { sentence, parts } = prepared
  if (parts.length === 0) return { key: sentence.key, text: sentence.text.trim() }
  const written = parts.map((source, i) => {
    const hypothesis = hypotheses[i]!
    const pieces = writtenPieces(source, hypothesis, tools.tokenizer, tools.shape.unknown)
    return { ...joinPieces(pieces), rows: hypothesis.attention }
  })
  const joined = joinParts(parts, written)
  const tokens = hypotheses.reduce((sum, { tokens }) => sum + tokens.length + 1, 0)
  const score = hypotheses.reduce((sum, { score, tokens }) => sum + score * (tokens.length + 1), 0) / tokens
  const attention: Attention = {
    source: parts.flatMap((part) => part.spans),
    target: joined.target,
    weights: joined.weights,
  }
  return {
    key: sentence.key,
    text: asSource(joined.text, prepared),
    score: Math.min(0, score),
    ...(tools.attention && joined.hasAttention ? { attention } : {}),
  }
}

/** The text of a sentence whose parts are partly done: what is known from its beginning on. */
export function partialText(
  prepared: Prepared,
  tokens: readonly (readonly number[] | undefined)[],
  tokenizer: Tokenizer,
): string {
  const texts: string[] = []
  for (const [i] of prepared.parts.entries()) {
    const known = tokens[i]
    if (known === undefined) break
    texts.push(joinPieces(known.map((id) => tokenizer.piece(id))).text)
  }
  return asSource(texts.join(' '), prepared)
}
