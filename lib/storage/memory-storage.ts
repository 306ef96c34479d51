import type { ModelId, SentenceKey } from '../translation/translator'
import type {
  Durability,
  KeptTranslation,
  OwnArticle,
  ReadingProgress,
  ReadingStorage,
  Settings,
} from './storage'

const translationId = (version: ModelId, key: SentenceKey) => `${version} ${key}`

/** Keeps everything for as long as the page is open, and says so. What reading falls back to where nothing can be kept. */
export function createMemoryStorage(
  durability: Durability = { kept: false, reason: 'refused' },
): ReadingStorage {
  const translations = new Map<string, KeptTranslation>()
  const articles = new Map<string, OwnArticle>()
  const progress = new Map<string, ReadingProgress>()
  let settings: Settings = {}
  return {
    translations: async (version, keys) =>
      keys.flatMap((key) => translations.get(translationId(version, key)) ?? []),
    keepTranslation: async (kept) => void translations.set(translationId(kept.version, kept.key), kept),
    forgetTranslation: async (version, key) => void translations.delete(translationId(version, key)),
    articles: async () => [...articles.values()].sort((a, b) => b.createdAt - a.createdAt),
    keepArticle: async (article) => void articles.set(article.id, article),
    removeArticle: async (id) => void articles.delete(id),
    progress: async () => [...progress.values()],
    keepProgress: async (reached) => void progress.set(reached.slug, reached),
    settings: async () => settings,
    keepSettings: async (change) => {
      settings = { ...settings, ...change }
    },
    durability: () => durability,
    onDurability: () => () => undefined,
  }
}
