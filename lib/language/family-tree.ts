import type { Analyze } from './analyze'

/** A word of a family and what is built on it. */
export type FamilyNode = { readonly word: string; readonly built: readonly FamilyNode[] }

/** Words on the way from the root to a word, the nearest to the word first, without the word itself. */
const stepsBefore = (word: string, root: string, analyze: Analyze): readonly string[] => {
  const analysis = analyze(word).find((one) => one.root === root && one.steps.length > 0)
  return analysis
    ? analysis.steps
        .map(({ before }) => before)
        .filter((before) => before !== word)
        .reverse()
    : []
}

/**
 * A root's family as a tree: each word hangs on the longest word of the family that it is built from
 * ("ketidakadilan" on "adil", "pemerintahan" on "pemerintah" when that is on its way), else on the root.
 */
export const familyTree = (root: string, family: readonly string[], analyze: Analyze): FamilyNode => {
  const members = new Set(family.filter((word) => word !== root))
  const children = new Map<string, string[]>()
  for (const word of members) {
    const parent = stepsBefore(word, root, analyze).find((before) => members.has(before)) ?? root
    children.set(parent, [...(children.get(parent) ?? []), word])
  }
  const node = (word: string): FamilyNode => ({
    word,
    built: (children.get(word) ?? [])
      .sort((a, b) => a.length - b.length || a.localeCompare(b, 'id'))
      .map(node),
  })
  return node(root)
}
