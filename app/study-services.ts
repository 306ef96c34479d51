import type { SqlJsStatic } from 'sql.js'
import type { StudyServices } from '@/components/study/study-services'
import { createAnkiConnect } from '@/lib/storage/anki-connect'
import { createBackupStorage } from '@/lib/storage/backup'
import { createExchange } from '@/lib/storage/exchange'
import { countInWorker } from '@/lib/storage/spawn-progress'
import { createStudyStorage } from '@/lib/storage/study-storage'
import { createTabs } from '@/lib/storage/tabs'
import { createVocabularyActions } from '@/lib/storage/vocabulary-actions'
import { createVocabularyStore } from '@/lib/storage/vocabulary-store'

let sql: Promise<SqlJsStatic> | undefined

/** SQLite is large and few need it: it comes with the first Anki package, and again after a failure. */
function loadSql(): Promise<SqlJsStatic> {
  sql ??= import('sql.js').then(({ default: init }) => init({ locateFile: (file) => `/sql/${file}` }))
  sql.catch(() => {
    sql = undefined
  })
  return sql
}

/** Roots in order of frequency, as `prepare-assets` wrote them; none while they cannot be had. */
async function commonRoots(): Promise<readonly string[]> {
  const response = await fetch('/study/roots.txt')
  return response.ok ? (await response.text()).split('\n').filter(Boolean) : []
}

/** What `/study`, `/words` and `/progress` stand on. Nothing is opened until the vocabulary is read. */
export function createStudyServices(): StudyServices {
  const clock = () => Date.now()
  const tabs = createTabs()
  const vocabulary = createVocabularyStore(createStudyStorage(), tabs)
  return {
    vocabulary,
    actions: createVocabularyActions(vocabulary, clock),
    exchange: createExchange({
      vocabulary,
      backup: createBackupStorage(),
      tabs,
      anki: createAnkiConnect((...request) => fetch(...request)),
      loadSql,
      clock,
      origin: () => window.location.origin,
    }),
    clock,
    offset: () => -new Date().getTimezoneOffset(),
    progress: async (at) => countInWorker({ ...at, roots: await commonRoots().catch(() => []) }),
  }
}
