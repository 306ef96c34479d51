import type { Article } from '../language/article'
import { segment } from '../language/segment'
import type { OwnArticle } from '../storage/storage'

/** Bytes of the largest text that is read at once: about 5,000 pages of a paperback would not help anybody. */
export const ownTextLimit = 2_000_000

export type OwnTextProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'not-text'; readonly name: string }
  | { readonly kind: 'unreadable'; readonly name: string }

export type OwnTextResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: OwnTextProblem }

/** The part of a browser's `File` that is needed. */
export interface TextFile {
  readonly name: string
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

const problem = (value: OwnTextProblem) => ({ ok: false, problem: value }) as const

/**
 * The text of a file that the reader chose. The size is looked at before anything is read, so a file of any size is
 * refused at once. Understands UTF-8 and UTF-16 with a mark; other old encodings are read as Windows-1252.
 */
export async function readTextFile(file: TextFile): Promise<OwnTextResult<string>> {
  if (file.size > ownTextLimit) return problem({ kind: 'too-large', bytes: file.size })
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    return problem({ kind: 'unreadable', name: file.name })
  }
  const text = decode(bytes)
  if (text === undefined) return problem({ kind: 'not-text', name: file.name })
  return text.trim() === '' ? problem({ kind: 'empty' }) : { ok: true, value: text }
}

function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  // A picture, a PDF or a word processor's file has zero bytes or many control characters early on.
  const early = bytes.subarray(0, 4096)
  const control = early.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12).length
  if (early.includes(0) || control > early.length * 0.02) return undefined
  if (new TextDecoder('windows-1252').decode(early.subarray(0, 5)) === '%PDF-') return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

type Draft = { readonly id: string; readonly title: string; readonly text: string; readonly createdAt: number }

/**
 * A text to keep, from what the reader typed or pasted. Without a title of the reader's the first line is taken: out
 * of the text if it looks like a heading, else shortened. `title` is empty only if the text has no letters at all.
 */
export function createOwnText(draft: Draft): OwnTextResult<OwnArticle> {
  const bytes = new TextEncoder().encode(draft.text).length
  if (bytes > ownTextLimit) return problem({ kind: 'too-large', bytes })
  const text = draft.text.trim()
  if (text === '') return problem({ kind: 'empty' })
  const given = draft.title.trim()
  if (given) return { ok: true, value: { ...draft, title: given, text } }
  return { ok: true, value: { ...draft, ...splitTitle(text) } }
}

function splitTitle(text: string): { title: string; text: string } {
  const [first = '', ...rest] = text.split(/\r\n|\r|\n/)
  const remaining = rest.join('\n').trim()
  const isHeading = first.length <= 120 && remaining !== '' && !/[.!?…:;,]["”’)]*$/.test(first.trim())
  return { title: shorten(first.trim()), text: isHeading ? remaining : text }
}

function shorten(line: string): string {
  if (line.length <= 80) return line
  const cut = line.slice(0, 80)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).trimEnd()}…`
}

/** The article that a kept text is read as: no level, no reference, dated by when it was kept. */
export function toArticle(own: OwnArticle): Article {
  return {
    slug: `own-${own.id}`,
    title: own.title,
    source: '',
    date: new Date(own.createdAt).toISOString().slice(0, 10),
    licence: '',
    text: own.text,
    paragraphs: segment(own.text),
  }
}
