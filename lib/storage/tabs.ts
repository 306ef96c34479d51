/** What one tab tells the others: these cards were written, or everything was (an import). */
export type TabMessage =
  { readonly type: 'changed'; readonly lemmas: readonly string[] } | { readonly type: 'replaced' }

/** A line to the app's other tabs. Messages never come back to the tab that sent them. */
export interface Tabs {
  tell(message: TabMessage): void
  /** Returns what stops the listening. */
  listen(listener: (message: TabMessage) => void): () => void
  close(): void
}

/**
 * Other tabs over a BroadcastChannel; silent where the browser has none. The channel is opened at the first use, since
 * the server makes these too and must not keep one.
 */
export function createTabs(name = 'sejajar-vocabulary'): Tabs {
  let opened: BroadcastChannel | undefined
  const channel = () => {
    if (typeof BroadcastChannel !== 'undefined') opened ??= new BroadcastChannel(name)
    return opened
  }
  return {
    tell: (message) => channel()?.postMessage(message),
    listen: (listener) => {
      const receive = (event: MessageEvent<unknown>) => {
        const message = readMessage(event.data)
        if (message) listener(message)
      }
      channel()?.addEventListener('message', receive)
      return () => opened?.removeEventListener('message', receive)
    },
    close: () => {
      opened?.close()
      opened = undefined
    },
  }
}

/** A tab of an older or newer version may say anything. */
function readMessage(data: unknown): TabMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { type, lemmas } = data as { type?: unknown; lemmas?: unknown }
  if (type === 'replaced') return { type }
  if (type !== 'changed' || !Array.isArray(lemmas)) return undefined
  return { type, lemmas: lemmas.filter((lemma) => typeof lemma === 'string') }
}
