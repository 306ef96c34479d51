'use client'

import { clsx } from 'clsx'
import { useTranslation } from 'react-i18next'
import type { Familiarity } from '@/lib/study/familiarity'

export type WordMark = 'study' | 'known' | 'ignored'

type Props = { readonly familiarity: Familiarity; readonly onMark: (mark: WordMark) => void }

/** What the learner says of the word. The keys are those that work while the card is open. */
export function StatusButtons({ familiarity, onMark }: Props) {
  const { t } = useTranslation('card')
  const { state, family } = familiarity
  const buttons = [
    {
      mark: 'study',
      letter: 'S',
      label: state === 'learning' ? t('saved') : t('save'),
      pressed: state === 'learning',
    },
    { mark: 'known', letter: 'K', label: t('know'), pressed: state === 'known' && !family },
    { mark: 'ignored', letter: 'I', label: t('ignore'), pressed: state === 'ignored' },
  ] as const
  return (
    <div className="flex flex-wrap gap-1.5" role="group" aria-label={t('status')}>
      {buttons.map(({ mark, letter, label, pressed }) => (
        <button
          key={mark}
          type="button"
          className={clsx('button word-mark', pressed && 'button-main')}
          aria-pressed={pressed}
          aria-keyshortcuts={letter}
          onClick={() => onMark(mark)}
        >
          {label} <kbd aria-hidden="true">{letter}</kbd>
        </button>
      ))}
    </div>
  )
}

/** The state in words, and how far the learning is as four small bars. */
export function StatusLine({ familiarity }: { readonly familiarity: Familiarity }) {
  const { t } = useTranslation('card')
  const { state, family, strength } = familiarity
  const names = {
    new: t('statusNew'),
    learning: t('statusLearning'),
    known: family ? t('statusFamily') : t('statusKnown'),
    ignored: t('statusIgnored'),
  }
  const filled = state === 'learning' ? Math.max(1, Math.round(strength * 4)) : 0
  return (
    <span className="text-quiet inline-flex items-center gap-2 text-[0.8125rem]">
      {names[state]}
      {state === 'learning' ? (
        <span className="word-strength" aria-hidden="true">
          {[1, 2, 3, 4].map((step) => (
            <span key={step} data-filled={step <= filled || undefined} />
          ))}
        </span>
      ) : null}
    </span>
  )
}
