/** The page's tokens and English words as elements: found by their data attributes, wherever a row draws them. */

export type TokenPlace = {
  readonly element: HTMLElement
  readonly row: HTMLElement
  readonly sentence: number
  readonly token: number
}
export type EnglishPlace = {
  readonly element: HTMLElement
  readonly row: HTMLElement
  readonly sentence: number
  readonly word: number
  readonly column: number
}

const rowOf = (element: HTMLElement): HTMLElement | null => element.closest<HTMLElement>('[data-sentence]')

/** The Indonesian token that an event happened on. */
export function tokenAt(target: EventTarget | null): TokenPlace | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-token]') : null
  const row = element && rowOf(element)
  if (!element || !row) return undefined
  return { element, row, sentence: Number(row.dataset.sentence), token: Number(element.dataset.token) }
}

/** The English word that an event happened on, and in which column. */
export function englishAt(target: EventTarget | null): EnglishPlace | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-word]') : null
  const row = element && rowOf(element)
  const cell = element?.closest('.target')
  if (!element || !row || !cell) return undefined
  const column = [...row.querySelectorAll('.target')].indexOf(cell)
  return { element, row, sentence: Number(row.dataset.sentence), word: Number(element.dataset.word), column }
}

export const tokenElement = (row: Element, token: number): HTMLElement | null =>
  row.querySelector<HTMLElement>(`[data-token="${token}"]`)

/** The next word in a direction inside the row; from no word at all, the first or the last. */
export function nextToken(row: Element, from: Element | undefined, by: 1 | -1): HTMLElement | undefined {
  const tokens = [...row.querySelectorAll<HTMLElement>('[data-token]')]
  const at = from ? tokens.indexOf(from as HTMLElement) : -1
  if (at < 0) return by === 1 ? tokens[0] : tokens[tokens.length - 1]
  return tokens[at + by]
}
