import type { CountedWord } from '@/components/library/use-readiness'
import { runningWords } from '@/lib/study/running-words'
import { getArticles } from './articles'
import { getDictionary } from './lexicon'

/** The running words of each article, each lemma once with its count: enough to say how much of it a learner knows. */
export async function getArticleWords(): Promise<Readonly<Record<string, readonly CountedWord[]>>> {
  const { words } = await getDictionary()
  const counted = (await getArticles()).map(async ({ slug, paragraphs }) => {
    const texts = paragraphs.flatMap(({ sentences }) => sentences.map(({ text }) => text))
    const counts = new Map<string, CountedWord>()
    for (const { lemma, root, counts: isCounted } of runningWords(await words(texts))) {
      if (!isCounted) continue
      const [, , before] = counts.get(lemma) ?? [lemma, root, 0]
      counts.set(lemma, [lemma, root, before + 1])
    }
    return [slug, [...counts.values()]] as const
  })
  return Object.fromEntries(await Promise.all(counted))
}
