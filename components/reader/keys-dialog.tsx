'use client'

import { useTranslation } from 'react-i18next'
import { Sheet } from '../ui/sheet'

type Props = { readonly open: boolean; readonly onClose: () => void }

export function KeysDialog({ open, onClose }: Props) {
  const { t } = useTranslation('reader')
  const { t: tCard } = useTranslation('card')
  const keys: readonly (readonly [readonly string[], string])[] = [
    [['↓', 'j'], t('keyNext')],
    [['↑', 'k'], t('keyPrevious')],
    [['Enter'], t('keyShow')],
    [['←', '→'], tCard('keyWord')],
    [['Enter'], tCard('keyCard')],
    [['S', 'K', 'I'], tCard('keySave')],
    [['Esc'], t('keyClear')],
    [['?'], t('keyHelp')],
  ]
  return (
    <Sheet open={open} title={t('keysTitle')} onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-3">
        {keys.map(([names, meaning]) => (
          <div key={meaning} className="contents">
            <dt className="flex gap-1.5">
              {names.map((name) => (
                <kbd key={name} className="keycap">
                  {name}
                </kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
