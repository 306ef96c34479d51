/** A sentence pair with its sure links, written as words: "sebuah=a#2" links sebuah with the second "a". */
export type GoldPair = {
  readonly id: string
  readonly en: string
  readonly links: string
  /** Links that may be there or not, written the same way. */
  readonly possible?: string
}

/** Place of a written word such as "a#2" among tokens; throws when it is not there. */
const placeOf = (written: string, tokens: readonly string[]): number => {
  const [, word = written, count = '1'] = /^(.+)#(\d+)$/.exec(written) ?? []
  const places = [...tokens.keys()].filter((at) => tokens[at] === word)
  const place = places[Number(count) - 1]
  if (place === undefined) throw new Error(`no "${written}" in: ${tokens.join(' ')}`)
  return place
}

/** The links of a gold pair as "i-j" over the two lists of tokens. */
export const goldLinks = (
  links: string,
  source: readonly string[],
  target: readonly string[],
): ReadonlySet<string> =>
  new Set(
    links.split(' ').flatMap((link) => {
      const equals = link.indexOf('=')
      const from = placeOf(link.slice(0, equals), source)
      return link
        .slice(equals + 1)
        .split('+')
        .map((word) => `${from}-${placeOf(word, target)}`)
    }),
  )

export type Agreement = { readonly found: number; readonly gold: number; readonly both: number }

export const f1 = ({ found, gold, both }: Agreement): number => (2 * both) / Math.max(1, found + gold)
