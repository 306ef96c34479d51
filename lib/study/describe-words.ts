import type { AnnotatedSentence, AnnotatedToken } from '../language/annotation'
import { lemmaId } from './card'
import type { Context, SavedWord } from './card'

/** A sentence of an article with its words, and its English when there is one. */
export type SentenceInArticle = {
  readonly text: string
  readonly annotated: AnnotatedSentence
  readonly english?: string | undefined
}

/** Where sentences come from, as saved words remember it. */
export type ArticleSource = { readonly slug: string; readonly title: string }

const lemmaOf = (token: AnnotatedToken): string => token.lemma || token.surface.toLowerCase()

/** What is saved of a token: its lemma, root, affixes and gloss, and the sentence it stands in. */
export function savedWord(
  token: AnnotatedToken,
  { text, english }: Pick<SentenceInArticle, 'text' | 'english'>,
  place: { readonly article: ArticleSource; readonly index: number },
): SavedWord {
  const context: Context = {
    sentence: text,
    target: token.span,
    ...(english ? { english } : {}),
    article: place.article.slug,
    index: place.index,
    source: place.article.title,
  }
  const lemma = lemmaOf(token)
  const { root, affixes, gloss } = token
  return { lemma, root: root || lemma, form: token.surface, affixes, gloss, context }
}

/** Finds what to save of a lemma in an article: its first sentence there. A lemma that is not there is saved bare. */
export function describeWords(
  sentences: readonly SentenceInArticle[],
  article: ArticleSource,
): (lemma: string) => SavedWord {
  const first = new Map<string, SavedWord>()
  sentences.forEach((sentence, index) => {
    for (const token of sentence.annotated.tokens) {
      const lemma = lemmaId(lemmaOf(token))
      if (token.kind !== 'word' || first.has(lemma)) continue
      first.set(lemma, savedWord(token, sentence, { article, index }))
    }
  })
  return (lemma) => first.get(lemmaId(lemma)) ?? { lemma }
}
