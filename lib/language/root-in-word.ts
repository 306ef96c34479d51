import type { Step } from './affix'
import type { Span } from './span'

/**
 * Where the root stands inside a written word. `swallowed` is the first letter of the root when the prefix has taken its
 * place: in "menulis" the span holds "ulis" and "t" is swallowed.
 */
export type RootInWord = { readonly span: Span; readonly swallowed?: string }

type Found = { readonly start: number; readonly end: number; readonly swallowed: string }

/** What of the stem is still to be read in the word, and from where. */
const placed = ({ affix, before, after, change }: Step): { at: number; cut: number } | undefined => {
  if (change?.kind === 'drops') {
    const at = change.form.replaceAll('-', '').length
    return after.startsWith(before.slice(1), at) ? { at, cut: 1 } : undefined
  }
  if (affix.label === 'R-reciprocal') return indexed(after.lastIndexOf(before))
  const isBefore = affix.kind === 'circumfix' || (affix.label.endsWith('-') && affix.kind !== 'reduplication')
  return indexed(after.indexOf(before, isBefore ? 1 : 0))
}

const indexed = (at: number): { at: number; cut: number } | undefined => (at < 0 ? undefined : { at, cut: 0 })

const moved = (found: Found, step: Step): Found | undefined => {
  const place = placed(step)
  if (!place) return undefined
  const { at, cut } = place
  const touches = cut > 0 && found.start === 0
  return {
    start: at + Math.max(0, found.start - cut),
    end: at + found.end - cut,
    swallowed: touches && found.swallowed === '' ? step.before.slice(0, 1) : found.swallowed,
  }
}

/**
 * Finds the root inside a word by going its steps outwards. Undefined where the word is the root itself or where the
 * root can no longer be read in it ("sayur-mayur" of "mayur").
 */
export const rootInWord = (surface: string, root: string, steps: readonly Step[]): RootInWord | undefined => {
  const first = steps[0]
  if (!first) return undefined
  const inStem = first.before.indexOf(root.replaceAll(' ', ''))
  const length = root.replaceAll(' ', '').length
  let found: Found | undefined =
    inStem < 0
      ? { start: 0, end: first.before.length, swallowed: '' }
      : { start: inStem, end: inStem + length, swallowed: '' }
  for (const step of steps) found = found && moved(found, step)
  const last = steps[steps.length - 1]
  if (!found || last?.after !== surface.toLowerCase() || found.end > surface.length) return undefined
  const { start, end, swallowed } = found
  if (start === 0 && end === surface.length) return undefined
  return { span: { start, end }, ...(swallowed === '' ? {} : { swallowed }) }
}
