import { DictionaryError, type DictionaryProblem } from './dictionary-problem'
import type { DictionaryStorage, ImportedDictionary } from './dictionary-storage'
import { dictionaryLimits, importYomitan, type ImportProgress } from './yomitan-import'

/** What goes to the worker, and what comes back. */
export type ImportRequest = { readonly file: Blob; readonly id: string; readonly now: number }
export type ImportMessage =
  | { readonly type: 'progress'; readonly progress: ImportProgress }
  | { readonly type: 'done'; readonly dictionary: ImportedDictionary }
  | { readonly type: 'refused'; readonly problem: DictionaryProblem; readonly where: string }

/** The little of a worker, or of a message port, that is needed here. */
export type ImportPort = {
  postMessage(message: ImportRequest | ImportMessage): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void
}

/** Takes the dictionaries in that come through a port. */
export function serveImports(port: ImportPort, storage: DictionaryStorage): void {
  port.addEventListener('message', (event) => {
    const { file, id, now } = event.data as ImportRequest
    const onProgress = (progress: ImportProgress) => port.postMessage({ type: 'progress', progress })
    readWhole(file)
      .then((zip) => importYomitan(zip, storage, { id, now, onProgress }))
      .then(
        (dictionary) => port.postMessage({ type: 'done', dictionary }),
        (error: unknown) => port.postMessage({ type: 'refused', ...problemOf(error) }),
      )
  })
}

/** Looked at before it is read: a file of gigabytes must not be brought into memory to be refused. */
async function readWhole(file: Blob): Promise<Uint8Array> {
  if (file.size > dictionaryLimits.zip) throw new DictionaryError('large')
  return new Uint8Array(await file.arrayBuffer())
}

const problemOf = (error: unknown): { readonly problem: DictionaryProblem; readonly where: string } =>
  error instanceof DictionaryError
    ? { problem: error.problem, where: error.where }
    : { problem: 'storage', where: '' }

/**
 * Sends a file through a port, made for it by `open` and closed by `close`; resolves with the dictionary or rejects with
 * a DictionaryError. A worker that dies counts as a device without room.
 */
export async function importThrough<P extends ImportPort>(
  open: () => P,
  close: (port: P) => void,
  request: ImportRequest,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportedDictionary> {
  const port = open()
  try {
    return await new Promise<ImportedDictionary>((resolve, reject) => {
      const died = () => reject(new DictionaryError('storage'))
      port.addEventListener('error', died)
      port.addEventListener('messageerror', died)
      port.addEventListener('message', (event) => {
        const message = event.data as ImportMessage
        if (message.type === 'progress') onProgress(message.progress)
        else if (message.type === 'done') resolve(message.dictionary)
        else reject(new DictionaryError(message.problem, message.where))
      })
      port.postMessage(request)
    })
  } finally {
    close(port)
  }
}
