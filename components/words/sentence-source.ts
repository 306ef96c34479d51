import type { Attention } from '@/lib/translation/translator'

/** Where the layer over a text gets its sentences: the reader knows them, and the English of each column. */
export type SentenceSource = {
  text(sentence: number): string | undefined
  /** Finished English only: what is still being written has no words to stand by. */
  english(
    sentence: number,
    column: number,
  ): { readonly text: string; readonly attention?: Attention } | undefined
  readonly slug: string
  readonly source: string
  readonly texts: readonly string[]
}
