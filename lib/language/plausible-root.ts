const onset = String.raw`(?:ny|ng|kh|sy|[bcdfghjklmnpqrstvwxyz]|[bcdfgkpst][lrw]|s[tkpm]r?)?`
const coda = String.raw`(?:ng|[bdfghklmnprstxz]|[lrn]s|ks|rs)?`
const nucleus = String.raw`(?:ai|au|oi|[aeiou])`
const shape = new RegExp(`^(?:${onset}${nucleus}${coda})+$`)

/**
 * How unlike an Indonesian root a form is, 0 for quite possible to about 8 for impossible: by its length, its syllables
 * and the letters it begins and ends with. Ranks analyses whose root no lexicon knows.
 */
export const oddness = (form: string): number => {
  if (form.length < 2) return 9
  const syllables = form.match(/[aeiou]+/g)?.length ?? 0
  if (syllables === 0) return 8
  let odd = 0
  if (form.length <= 2) odd += 5
  else if (form.length === 3) odd += 2
  if (syllables === 1) odd += 1
  if (!shape.test(form)) odd += 2.5
  if (/[cjvwyqgz]$/.test(form)) odd += 1
  if (/^(ng|mb|nd|nt|mp|rk|ks)[^aeiou]?/.test(form)) odd += 1
  return odd
}
