import type { Link } from '@/lib/language/align'

const strengthOf = (weight: number): string => (weight >= 0.7 ? '3' : weight >= 0.4 ? '2' : '1')

/**
 * Lights words up and puts them out again. It writes attributes on the spans and renders nothing, so moving over a text
 * of 5,000 words costs a handful of them.
 */
export function createPartnerLights() {
  let lit: HTMLElement[] = []
  const light = (element: HTMLElement | null, change: Readonly<Record<string, string>>) => {
    if (!element) return
    Object.assign(element.dataset, change)
    lit.push(element)
  }
  return {
    clear() {
      for (const element of lit) {
        delete element.dataset.partner
        delete element.dataset.unsure
        delete element.dataset.pointed
      }
      lit = []
    },
    point: (element: HTMLElement | null) => light(element, { pointed: '' }),
    /** Strength by weight; dashed when the aligner is not sure. */
    partner: (element: HTMLElement | null, { weight, sure }: Link) =>
      light(element, { partner: strengthOf(weight), ...(sure ? {} : { unsure: '' }) }),
  }
}

/** The heaviest link to each partner: of several tokens of a term, or of one. */
export function heaviest(
  links: readonly Link[],
  isMeant: (link: Link) => boolean,
  partner: 'source' | 'target',
): ReadonlyMap<number, Link> {
  const best = new Map<number, Link>()
  for (const link of links) {
    const known = best.get(link[partner])
    if (isMeant(link) && (!known || known.weight < link.weight)) best.set(link[partner], link)
  }
  return best
}
