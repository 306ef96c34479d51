import type { Card } from './card'

/** How a typed answer compares: `close` is one slip of the keyboard away and counts as right, said out loud. */
export type Verdict = 'right' | 'close' | 'wrong'

/** A verdict and the accepted answer nearest to what was typed. */
export type Checked = { readonly verdict: Verdict; readonly expected: string }

/**
 * A typed word against the answers that are accepted. Case, hyphens, accents, punctuation, a leading "to" and articles
 * do not matter: `Anak anak` is *anak-anak*, `praise` is *to praise*.
 */
export function checkAnswer(typed: string, accepted: readonly string[]): Checked {
  const answer = normalise(typed)
  const candidates = accepted.flatMap(variants).filter((text) => normalise(text) !== '')
  const first = accepted[0] ?? ''
  if (answer === '') return { verdict: 'wrong', expected: first }
  // `anak2` is how one writes *anak-anak* in a hurry.
  const doubled = normalise(typed.replace(/(\p{L}+)2(?!\d)/gu, '$1-$1'))
  const exact = candidates.find((text) => [answer, doubled].includes(normalise(text)))
  if (exact !== undefined) return { verdict: 'right', expected: exact }
  const near = candidates.find((text) => isSlip(answer, normalise(text)))
  return near === undefined ? { verdict: 'wrong', expected: first } : { verdict: 'close', expected: near }
}

/**
 * The answers that are right when the word of a card is asked for: the form that stands in its sentence, the form it was
 * saved in and its lemma. A word may have been saved again in another form, or edited, so these need not be alike.
 */
export function acceptedForms(card: Pick<Card, 'form' | 'lemma' | 'contexts'>): readonly string[] {
  const context = card.contexts[0]
  const shown = context?.sentence.slice(context.target.start, context.target.end).trim()
  const forms = [...(shown ? [shown] : []), card.form, card.lemma]
  return forms.filter((form, index) => forms.findIndex((other) => isSameWord(form, other)) === index)
}

/** True for two spellings of one word, as answers are compared. */
export const isSameWord = (a: string, b: string): boolean => normalise(a) === normalise(b)

/** `to meet (with)` is accepted with and without what is in brackets. */
const variants = (text: string): readonly string[] => [
  text,
  text.replace(/\([^)]*\)/g, ' '),
  text.replace(/[()]/g, ''),
]

function normalise(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/^(to|a|an|the) (?=\S)/, '')
  return plain.replace(/[^\p{L}\p{N}]/gu, '')
}

/** One letter too many, too few, wrong or swapped, in a word long enough that this is no other word by accident. */
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  const shorter = Math.min(a.length, b.length)
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/** What a learner makes of a form taken apart. */
export type Parts = { readonly root: string; readonly affixes: string }

/** Root and affixes checked apart, so that one right half is seen as such. */
export type CheckedParts = { readonly root: Verdict; readonly affixes: Verdict }

/**
 * A form taken apart by hand against its analysis. Affixes may come in any order and any usual spelling:
 * `meN- -kan`, `me-kan`, `mem + kan` and `meng, kan` are the same answer.
 */
export function checkParts(typed: Parts, root: string, affixes: readonly string[]): CheckedParts {
  const wanted = affixes.flatMap(pieces).sort()
  const given = pieces(typed.affixes).sort()
  return {
    root: checkAnswer(typed.root, [root]).verdict,
    affixes: sameAffixes(given, wanted) ? 'right' : 'wrong',
  }
}

/** `ke-…-an` → ke, an. Splits at anything but letters; brackets inside a name (`me(N)-`) do not split it. */
const pieces = (text: string): string[] =>
  text
    .replace(/[()]/g, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((piece) => piece !== '')
    .map((piece) => allomorphs[piece] ?? piece)

/** Written shapes of one prefix, by the shape; *per-* stands apart from *peN-* except where it is written alike. */
const allomorphs: Readonly<Record<string, string>> = {
  ...shapes('men', ['me', 'mem', 'meng', 'meny', 'menge']),
  ...shapes('pen', ['pe', 'pem', 'peng', 'peny', 'penge']),
  ...shapes('ber', ['be', 'bel']),
  ...shapes('ter', ['te', 'tel']),
  ...shapes('per', ['pel']),
}

function shapes(name: string, written: readonly string[]): Record<string, string> {
  return Object.fromEntries(written.map((shape) => [shape, name]))
}

const sameAffixes = (given: readonly string[], wanted: readonly string[]): boolean =>
  given.length === wanted.length && given.every((piece, index) => piece === wanted[index])
