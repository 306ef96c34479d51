import type { Affix, AffixLabel, SoundChange } from './affix'

/** A repeated word taken back to the word that is repeated. */
export type Repetition = {
  readonly affix: Affix
  readonly stem: string
  readonly change?: SoundChange
  readonly cost: number
  readonly evidence: number
}

const repeated = (label: AffixLabel, stem: string, cost: number, change?: SoundChange): Repetition => ({
  affix: { kind: 'reduplication', label },
  stem,
  cost,
  evidence: label === 'R-partial' ? 1.5 : cost - 1,
  ...(change ? { change } : {}),
})

const consonants = (word: string): string => word.replace(/[aeiou]/g, '')
const vowels = (word: string): string => word.replace(/[^aeiou]/g, '')
const rhyme = (word: string): string => word.replace(/^[^aeiou]+/, '')

/** "sayur-mayur" rhymes, "gerak-gerik" keeps its consonants: repetition with a sound change. */
const soundsAlike = (first: string, second: string): boolean => {
  if (Math.abs(first.length - second.length) > 1 || Math.min(first.length, second.length) < 3) return false
  const sameFrame = consonants(first) === consonants(second) && vowels(first).length === vowels(second).length
  const [short, long] = [rhyme(first), rhyme(second)]
  return (
    sameFrame ||
    (short === long && short.length >= 3) ||
    (first[0] === second[0] && first.slice(-3) === second.slice(-3))
  )
}

/** The two halves of a hyphenated word as one repeated word with an ending on it, if that is what they are. */
const doubled = (first: string, second: string): readonly Repetition[] => {
  if (first === second) return [repeated('R', first, 0.5)]
  if (first.startsWith('me') && first.slice(2) === second) return [repeated('R', first, 0.6)]
  if (
    /^(mem|men|meng|meny|me)/.test(second) &&
    second.endsWith(rhyme(first)) &&
    second.length <= first.length + 4
  ) {
    return [repeated('R-reciprocal', second, 0.6)]
  }
  if (!soundsAlike(first, second)) return []
  const change: SoundChange = { kind: 'rhymes', form: `${first}-${second}`, letter: second[0] ?? '' }
  return [repeated('R-sound', first, 1.5, change), repeated('R-sound', second, 2, change)]
}

const none: readonly Repetition[] = []

/**
 * Ways to undo a repetition: "anak-anak", "sayur-mayur", "tolong-menolong", "menari-nari", and the repeated first
 * consonant of "tetamu", "leluhur", "pepohonan".
 */
export const undoubled = (form: string): readonly Repetition[] => {
  // Most forms have no hyphen, nor the same letter twice with an e between at their beginning.
  if (!form.includes('-')) {
    if (form.charCodeAt(1) !== 101 || form.charCodeAt(0) !== form.charCodeAt(2)) return none
    const match = /^([^aeiou])e(\1[aeiou].{2,})$/.exec(form)
    return match?.[2] ? [repeated('R-partial', match[2], 0.7)] : none
  }
  const parts = form.split('-')
  const [first = '', second = ''] = parts
  return parts.length !== 2 || first === '' || second === '' ? none : doubled(first, second)
}
