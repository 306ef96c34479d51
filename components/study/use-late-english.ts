'use client'

import { useEffect } from 'react'
import { lemmaId } from '@/lib/study/card'
import type { SavedWord } from '@/lib/study/card'
import { withEnglish } from '@/lib/study/describe-words'
import { useServices } from '../services-context'

/**
 * Gives words that were saved ahead of their translation its English once it has come: an article is saved from in its
 * first minute, when a model has only begun on it.
 */
export function useLateEnglish(lemmas: readonly string[], describe: (lemma: string) => SavedWord): void {
  const { study, translations } = useServices()
  useEffect(() => {
    if (lemmas.length === 0) return
    const fill = () => {
      const { vocabulary } = study.vocabulary.getState()
      for (const lemma of lemmas) {
        const card = vocabulary.card(lemma)
        const contexts = card && withEnglish(card.contexts, describe(lemma).context)
        if (contexts) void study.actions.edit(lemmaId(lemma), { contexts })
      }
    }
    fill()
    return translations.subscribe(fill)
  }, [lemmas, describe, study, translations])
}
