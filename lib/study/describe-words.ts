import type { AnnotatedSentence, AnnotatedToken } from '../language/annotation'
import { lemmaId } from './card'
import type { Context, SavedWord } from './card'

/** A sentence of an article with its words, and its English when there is one. */
export type SentenceInArticle = {
  readonly text: string
  readonly annotated: AnnotatedSentence
  /** Asked for when a word is saved: a translation may have come since the words were read. */
  readonly english?: () => string | undefined
}

/** Where sentences come from, as saved words remember it. */
export type ArticleSource = { readonly slug: string; readonly title: string }

const lemmaOf = (token: AnnotatedToken): string => token.lemma || token.surface.toLowerCase()

/** What is saved of a token: its lemma, root, affixes and gloss, and the sentence it stands in. */
function savedWord(
  token: AnnotatedToken,
  { text, english }: Pick<SentenceInArticle, 'text'> & { readonly english: string | undefined },
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
  const first = new Map<string, { token: AnnotatedToken; index: number }>()
  sentences.forEach(({ annotated }, index) => {
    for (const token of annotated.tokens) {
      const lemma = lemmaId(lemmaOf(token))
      if (token.kind === 'word' && !first.has(lemma)) first.set(lemma, { token, index })
    }
  })
  return (lemma) => {
    const found = first.get(lemmaId(lemma))
    const sentence = found && sentences[found.index]
    if (!found || !sentence) return { lemma }
    const { text, english } = sentence
    return savedWord(found.token, { text, english: english?.() }, { article, index: found.index })
  }
}

/** The sentences of a card with the English that one of them was saved without; undefined when there is none to add. */
export function withEnglish(
  contexts: readonly Context[],
  found: Context | undefined,
): readonly Context[] | undefined {
  const english = found?.english
  if (!english) return undefined
  const isBare = (context: Context) => context.sentence === found.sentence && !context.english
  if (!contexts.some(isBare)) return undefined
  return contexts.map((context) => (isBare(context) ? { ...context, english } : context))
}
