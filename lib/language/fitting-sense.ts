import type { Sense } from './lexicon'

const weak = new Set(
  'a an the to of in on at by for with from as be is are was were been being it its and or not no one that which who'.split(
    ' ',
  ),
)

/** Irregular English forms that news is full of; regular ones are cut to their stems. */
const irregular: ReadonlyMap<string, string> = new Map(
  (
    'said:say says:say told:tell wrote:write written:write went:go gone:go came:come took:take taken:take gave:give ' +
    'given:give got:get made:make saw:see seen:see knew:know known:know thought:think found:find left:leave felt:feel ' +
    'kept:keep held:hold brought:bring bought:buy sold:sell sent:send built:build lost:lose met:meet paid:pay ran:run ' +
    'rose:rise fell:fall fallen:fall grew:grow grown:grow began:begin begun:begin became:become led:lead stood:stand ' +
    'understood:understand spoke:speak spoken:speak broke:break broken:break chose:choose chosen:choose drove:drive ' +
    'ate:eat eaten:eat drank:drink won:win fought:fight caught:catch taught:teach sat:sit slept:sleep threw:throw ' +
    'died:die dying:die men:man women:woman people:person children:child better:good best:good worse:bad worst:bad'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)

/** An English word brought near its stem, so that "praised" and "to praise", "countries" and "country" meet. */
export const englishStem = (word: string): string => {
  const lower = word.toLowerCase().replace(/[’']s?$/, '')
  const known = irregular.get(lower)
  if (known) return englishStem(known)
  if (lower.length < 3) return lower
  return lower
    .replace(/ies$/, 'y')
    .replace(/(sh|ch|x|ss)es$/, '$1')
    .replace(/(ss|us|is)$/, '$1#')
    .replace(/s$/, '')
    .replace(/(?:ied)$/, 'y')
    .replace(/([aeiouy].*)(?:ed|ing)$/, '$1')
    .replace(/ly$/, '')
    .replace(/#/g, '')
    .replace(/([bdfgmnprt])\1$/, '$1')
    .replace(/e$/, '')
}

const stemsOf = (text: string): readonly string[] =>
  (text.replace(/\([^)]*\)/g, ' ').match(/[\p{L}\p{N}’'-]+/gu) ?? [])
    .filter((word) => !weak.has(word.toLowerCase()))
    .map(englishStem)

/** How much of a gloss stands in the words given: 1 for all of it. */
const overlap = (gloss: string, words: ReadonlySet<string>): number => {
  const stems = stemsOf(gloss)
  return stems.length === 0 ? 0 : stems.filter((stem) => words.has(stem)).length / stems.length
}

const best = (sense: Sense, words: ReadonlySet<string>): number =>
  Math.max(0, ...sense.glosses.map((gloss) => overlap(gloss, words)))

/**
 * The sense that fits a sentence: the one whose gloss the aligned English words repeat, or failing that the whole
 * English sentence. Undefined when nothing tells; then the first sense stands, as the commonest.
 */
export const fittingSense = (
  senses: readonly Sense[],
  aligned: readonly string[],
  english: string,
): number | undefined => {
  const near = new Set(aligned.flatMap(stemsOf))
  const far = new Set(stemsOf(english))
  const scores = senses.map((sense) => 3 * best(sense, near) + best(sense, far))
  const top = Math.max(0, ...scores)
  return top >= 1 ? scores.indexOf(top) : undefined
}
