'use client'

import type { ModelId } from '@/lib/translation/translator'
import { Failure } from '../model/failure'
import { useEngine } from './use-english'

type Props = { readonly model: ModelId; readonly onDownload: (model: ModelId) => void }

/** What stopped the model that is being read, and the way on. The text stays as it is. */
export function ModelTrouble({ model, onDownload }: Props) {
  const engine = useEngine(model)
  if (engine.status !== 'failed') return null
  return (
    <div className="border-hairline bg-raised mb-6 rounded-md border px-4 pt-1 pb-3">
      <Failure error={engine.error} onRetry={() => onDownload(model)} />
    </div>
  )
}
