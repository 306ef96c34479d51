import type { Card } from '../study/card'
import { ankiCss, ankiFields, ankiName, ankiNote, ankiTemplates } from './apkg-note'

/** Why Anki could not be reached or would not do it. `unreachable` is a closed Anki, a missing add-on or a refusal. */
export class AnkiConnectError extends Error {
  readonly reason: 'unreachable' | 'refused' | 'old'
  constructor(reason: 'unreachable' | 'refused' | 'old', message = '') {
    super(message || reason)
    this.name = 'AnkiConnectError'
    this.reason = reason
  }
}

/**
 * The lines that let this page in, to be put into AnkiConnect's settings (Tools, Add-ons, AnkiConnect, Config).
 * AnkiConnect names no other page than its own host unless told to, and the browser then hides its answer from us.
 */
export const corsFix = (origin: string): string =>
  JSON.stringify({ webCorsOriginList: ['http://localhost', origin] }, null, 4)

export type SentWords = { readonly added: number; readonly updated: number }

/** Sends words straight to a running Anki. */
export interface AnkiConnect {
  send(cards: readonly Card[]): Promise<SentWords>
}

/** A client for the AnkiConnect add-on; nothing is requested before `send`. */
export function createAnkiConnect(request: typeof fetch, address = 'http://127.0.0.1:8765'): AnkiConnect {
  async function call<T>(action: string, params: Readonly<Record<string, unknown>> = {}): Promise<T> {
    let response: Response
    try {
      response = await request(address, {
        method: 'POST',
        body: JSON.stringify({ action, version: 6, params }),
      })
    } catch {
      throw new AnkiConnectError('unreachable')
    }
    const body = (await response.json().catch(() => null)) as { result?: T; error?: string | null } | null
    if (!response.ok || body === null) throw new AnkiConnectError('unreachable')
    if (body.error) throw new AnkiConnectError('refused', body.error)
    return body.result as T
  }
  return {
    async send(cards) {
      if ((await call<number>('version')) < 6) throw new AnkiConnectError('old')
      await call('createDeck', { deck: ankiName })
      if (!(await call<string[]>('modelNames')).includes(ankiName)) await call('createModel', modelParams)
      let [added, updated] = [0, 0]
      for (const card of cards) {
        if (await sendOne(call, card)) added += 1
        else updated += 1
      }
      return { added, updated }
    },
  }
}

const modelParams = {
  modelName: ankiName,
  inOrderFields: ankiFields,
  css: ankiCss,
  cardTemplates: ankiTemplates.map(({ name, front, back }) => ({ Name: name, Front: front, Back: back })),
}

type Call = <T>(action: string, params?: Readonly<Record<string, unknown>>) => Promise<T>

/** True when the word was new to Anki. */
async function sendOne(call: Call, card: Card): Promise<boolean> {
  const fields = ankiNote(card)
  // Anki's search reads these as its own signs.
  const lemma = fields.Lemma.replace(/[\\"*_:]/g, '\\$&')
  const [found] = await call<number[]>('findNotes', { query: `"note:${ankiName}" "Lemma:${lemma}"` })
  if (found !== undefined) {
    await call('updateNoteFields', { note: { id: found, fields } })
    return false
  }
  const options = { allowDuplicate: true }
  await call('addNote', {
    note: { deckName: ankiName, modelName: ankiName, fields, options, tags: ['sejajar'] },
  })
  return true
}
