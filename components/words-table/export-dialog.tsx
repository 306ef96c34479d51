'use client'

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportedFile, ExportKind, SendOutcome } from '@/lib/storage/exchange'
import type { Card } from '@/lib/study/card'
import { useStudy } from '../study/study-services'
import { Sheet } from '../ui/sheet'
import { useRefusal } from './use-refusal'

type Props = { readonly open: boolean; readonly cards: readonly Card[]; readonly onClose: () => void }

/** Taking words out: to Anki, to a spreadsheet, or everything as a backup. */
export function ExportDialog({ open, cards, onClose }: Props) {
  const { t } = useTranslation('study')
  return (
    <Sheet open={open} title={t('exportTitle')} onClose={onClose}>
      <ExportChoices cards={cards} />
    </Sheet>
  )
}

function ExportChoices({ cards }: { readonly cards: readonly Card[] }) {
  const { t } = useTranslation('study')
  const { exchange } = useStudy()
  const refusal = useRefusal()
  const [schedule, setSchedule] = useState(false)
  const [message, setMessage] = useState('')
  const save = async (kind: ExportKind) => {
    setMessage(t('working'))
    const outcome = await exchange.export(kind, cards, { schedule })
    if (outcome.ok) download(outcome.file)
    setMessage(outcome.ok ? t('exported', { name: outcome.file.name }) : refusal(outcome))
  }
  return (
    <div className="flex flex-col gap-6">
      <section className="flex flex-col gap-2">
        <h3>{t('exportAnki')}</h3>
        <p className="text-quiet">{t('exportAnkiAbout', { count: cards.length })}</p>
        <label className="flex items-center gap-2">
          <input type="checkbox" checked={schedule} onChange={(event) => setSchedule(event.target.checked)} />
          {t('exportSchedule')}
        </label>
        <div>
          <button type="button" className="button button-main" onClick={() => void save('apkg')}>
            {t('exportApkg')}
          </button>
        </div>
        <AnkiConnectPart cards={cards} />
      </section>
      <section className="flex flex-col gap-2">
        <h3>{t('exportTable')}</h3>
        <p className="text-quiet">{t('exportTableAbout', { count: cards.length })}</p>
        <div className="flex gap-3">
          <button type="button" className="button" onClick={() => void save('csv')}>
            CSV
          </button>
          <button type="button" className="button" onClick={() => void save('tsv')}>
            TSV
          </button>
        </div>
      </section>
      <section className="flex flex-col gap-2">
        <h3>{t('exportBackup')}</h3>
        <p className="text-quiet">{t('exportBackupAbout')}</p>
        <div>
          <button type="button" className="button" onClick={() => void save('backup')}>
            {t('exportJson')}
          </button>
        </div>
      </section>
      <p role="status">{message}</p>
    </div>
  )
}

function AnkiConnectPart({ cards }: { readonly cards: readonly Card[] }) {
  const { t } = useTranslation('study')
  const { exchange } = useStudy()
  const [outcome, setOutcome] = useState<SendOutcome | 'sending' | null>(null)
  const send = async () => {
    setOutcome('sending')
    setOutcome(await exchange.sendToAnki(cards))
  }
  return (
    <details>
      <summary>{t('ankiConnect')}</summary>
      <div className="mt-2 flex flex-col gap-2">
        <p className="text-quiet">{t('ankiConnectAbout')}</p>
        <div>
          <button
            type="button"
            className="button"
            disabled={outcome === 'sending'}
            onClick={() => void send()}
          >
            {t('ankiConnectSend')}
          </button>
        </div>
        <div role="status">
          {outcome && outcome !== 'sending' ? (
            <SendResult outcome={outcome} fix={exchange.corsFix()} />
          ) : null}
        </div>
      </div>
    </details>
  )
}

function SendResult({ outcome, fix }: { readonly outcome: SendOutcome; readonly fix: string }) {
  const { t } = useTranslation('study')
  if (outcome.ok) return <p>{t('ankiSent', { added: outcome.added, updated: outcome.updated })}</p>
  if (outcome.reason === 'old') return <p>{t('ankiOld')}</p>
  if (outcome.reason === 'refused') return <p>{t('ankiRefused', { message: outcome.message })}</p>
  return (
    <>
      <p>{t('ankiUnreachable')}</p>
      <p>{t('ankiFix')}</p>
      <pre className="anki-fix" tabIndex={0}>
        {fix}
      </pre>
    </>
  )
}

/** Saves a file as the browser saves files. */
function download(file: ExportedFile): void {
  const blob = new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: file.type })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = file.name
  document.body.append(link)
  link.click()
  link.remove()
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
