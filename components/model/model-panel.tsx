'use client'

import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ModelChoice } from '../reader/use-models'
import { useServices } from '../services-context'
import { Sheet } from '../ui/sheet'
import { Diagnostics } from './diagnostics'
import { ModelItem } from './model-item'
import { useModelName } from './use-model-name'

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  readonly choice: ModelChoice
  readonly speed: number | undefined
}

/** Which model translates: choosing, downloading after asking, stopping, and what goes on inside. */
export function ModelPanel({ open, onClose, choice, speed }: Props) {
  const { t } = useTranslation('model')
  const { translations, shelf } = useServices()
  const current = shelf.all.find((model) => model.id === choice.current)
  const currentName = useModelName(current).name
  // Progress comes several times a second; the list is short.
  useStore(translations, (state) => state.revision)
  return (
    <Sheet open={open} title={t('title')} onClose={onClose}>
      <p className="text-quiet -mt-2 mb-4">{t('intro')}</p>
      <ul>
        {choice.shelved.map(({ model, isKept }) => (
          <ModelItem
            key={model.id}
            entry={{
              model,
              isKept,
              isCurrent: model.id === choice.current,
              state: translations.engine(model.id),
            }}
            currentName={currentName}
            onUse={() => (isKept ? choice.use(model.id) : choice.download(model.id))}
            onDownload={() => choice.download(model.id)}
            onCancel={() => translations.stop(model.id)}
          />
        ))}
      </ul>
      <Diagnostics model={current} speed={speed} />
    </Sheet>
  )
}
