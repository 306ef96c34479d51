'use client'

import { createContext, use, type ReactNode } from 'react'
import type { createOwnText, readTextFile, toArticle } from '@/lib/content/own-text'
import type { Article } from '@/lib/language/article'
import type { SentenceKey } from '@/lib/language/sentence-key'
import type { OfflineReading } from '@/lib/offline/offline-reading'
import type { PreferenceStore } from '@/lib/storage/preference-store'
import type { ReadingStorage } from '@/lib/storage/storage'
import type { Model } from '@/lib/translation/models'
import type { TranslationStore } from '@/lib/translation/translation-store'
import type { ModelId } from '@/lib/translation/translator'
import type { StudyServices } from './study/study-services'
import type { WordServices } from './words/word-services'

/** A model that can be chosen here; `isKept` when choosing it downloads nothing. */
export type ShelvedModel = { readonly model: Model; readonly isKept: boolean }

export interface ModelShelf {
  readonly all: readonly Model[]
  available(): Promise<readonly ShelvedModel[]>
  mayLoad(model: ModelId): Promise<boolean>
  /** Address of the hub that models are downloaded from. */
  hub(): string
}

/** What components may ask for, all behind interfaces; `app/services.ts` is the one place that chooses what stands there. */
export type Services = {
  readonly storage: ReadingStorage
  readonly study: StudyServices
  readonly words: WordServices
  readonly preferences: PreferenceStore
  readonly translations: TranslationStore
  /** Makes the human translation of the article that is open the model `reference`. */
  readonly provideReference: (reference: ReadonlyMap<SentenceKey, string>) => void
  readonly shelf: ModelShelf
  /** Reading without a network. */
  readonly offline: OfflineReading
  /** Threads that an engine gets in this page. */
  readonly threads: () => number
  /** Texts of the reader's own: from a file, from a form, and as an article to read. */
  readonly ownTexts: {
    readonly readFile: typeof readTextFile
    readonly create: typeof createOwnText
    readonly toArticle: typeof toArticle
    /** Minutes that a learner needs for it. */
    readonly minutes: (article: Article) => number
  }
}

const ServicesContext = createContext<Services | undefined>(undefined)

type Props = { readonly services: Services; readonly children: ReactNode }

export function ServicesProvider({ services, children }: Props) {
  return <ServicesContext value={services}>{children}</ServicesContext>
}

export function useServices(): Services {
  const services = use(ServicesContext)
  if (!services) throw new Error('useServices needs a ServicesProvider above it')
  return services
}
