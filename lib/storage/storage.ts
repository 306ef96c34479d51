import type { Attention, ModelId, SentenceKey } from '../translation/translator'

/** A finished translation as it is kept. `version` names model and version, e.g. `sejajar@0.1.0`. */
export type KeptTranslation = {
  readonly version: string
  readonly key: SentenceKey
  readonly source: string
  readonly text: string
  readonly attention?: Attention
  readonly score?: number
}

/** A reader's own text, kept on this device. */
export type OwnArticle = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly createdAt: number
}

/** How far an article was read: index of the furthest sentence seen, of `sentences`. */
export type ReadingProgress = {
  readonly slug: string
  readonly furthest: number
  readonly sentences: number
  readonly at: number
}

export const viewModes = ['side', 'stacked', 'request', 'blur'] as const
/** How the English stands beside the Indonesian: columns, under each sentence, only when asked for, or blurred. */
export type ViewMode = (typeof viewModes)[number]
export const isViewMode = (value: unknown): value is ViewMode => viewModes.some((mode) => mode === value)

export const themes = ['system', 'light', 'dark', 'sepia', 'contrast'] as const
export type Theme = (typeof themes)[number]
export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value)

export type Settings = Readonly<Record<string, unknown>> & {
  readonly mode?: ViewMode
  readonly model?: ModelId
  readonly theme?: Theme
}

/** Whether writes last. `reason` tells the reader why not: refused (private mode), full, or blocked by another tab. */
export type Durability =
  { readonly kept: true } | { readonly kept: false; readonly reason: 'refused' | 'full' | 'blocked' }

/** What the reading part keeps. Reads never throw: a broken store answers as if empty and `durability` says so. */
export interface ReadingStorage {
  translations(version: string, keys: readonly SentenceKey[]): Promise<readonly KeptTranslation[]>
  keepTranslation(kept: KeptTranslation): Promise<void>
  forgetTranslation(version: string, key: SentenceKey): Promise<void>
  articles(): Promise<readonly OwnArticle[]>
  keepArticle(article: OwnArticle): Promise<void>
  removeArticle(id: string): Promise<void>
  progress(): Promise<readonly ReadingProgress[]>
  keepProgress(progress: ReadingProgress): Promise<void>
  settings(): Promise<Settings>
  keepSettings(change: Partial<Settings>): Promise<void>
  durability(): Durability
  onDurability(listener: (durability: Durability) => void): () => void
}
