import { collectAnswers } from '../study/answers'
import { progressOf, type Progress } from '../study/progress'
import { createScheduler } from '../study/schedule'
import type { StudyStorage } from './study-storage'

/** What the numbers of the progress page are counted for; `roots` are the commonest roots, in order. */
export type ProgressRequest = {
  readonly now: number
  readonly offset: number
  readonly roots: readonly string[]
}

type ProgressMessage = { readonly progress: Progress } | { readonly failed: string }

/** The little of a worker, or of a message port, that is needed here. */
export type ProgressPort = {
  postMessage(message: ProgressRequest | ProgressMessage): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void
}

/** Counts the learner's progress. Of the history, which may be of years, only times and grades are held at once. */
export async function countProgress(
  storage: Pick<StudyStorage, 'cards' | 'settings' | 'allReviews'>,
  { now, offset, roots }: ProgressRequest,
): Promise<Progress> {
  const collector = collectAnswers()
  for await (const part of storage.allReviews()) collector.add(part)
  const [cards, settings] = await Promise.all([storage.cards(), storage.settings()])
  const scheduler = createScheduler(settings)
  return progressOf({ cards, answers: collector.done(), roots, settings, scheduler, now, offset })
}

/** Counts for those who ask through a port. */
export function serveProgress(port: ProgressPort, storage: StudyStorage): void {
  port.addEventListener('message', (event) => {
    countProgress(storage, event.data as ProgressRequest).then(
      (progress) => port.postMessage({ progress }),
      (error: unknown) => port.postMessage({ failed: String(error) }),
    )
  })
}

/** Asks through a port, made for it by `open` and closed by `close`, so that all that the counting took is given back. */
export async function askProgress<P extends ProgressPort>(
  open: () => P,
  close: (port: P) => void,
  request: ProgressRequest,
): Promise<Progress> {
  const port = open()
  try {
    return await new Promise<Progress>((resolve, reject) => {
      const died = () => reject(new Error('The worker died'))
      port.addEventListener('error', died)
      port.addEventListener('messageerror', died)
      port.addEventListener('message', (event) => {
        const message = event.data as ProgressMessage
        if ('progress' in message) resolve(message.progress)
        else reject(new Error(message.failed))
      })
      port.postMessage(request)
    })
  } finally {
    close(port)
  }
}
