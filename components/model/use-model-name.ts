'use client'

import { useTranslation } from 'react-i18next'
import type { Model } from '@/lib/translation/models'

export type ModelName = { readonly name: string; readonly about: string }

/** Name of a model and one line about it; the built-in one's until a model is known. */
export function useModelName(model: Model | undefined): ModelName {
  const { t } = useTranslation('model')
  const label = (model?.label ?? 'builtIn') as 'builtIn'
  return { name: t(`name.${label}`), about: t(`about.${label}`) }
}
