/** Workers, message ports and a worker's own scope as the one kind of port that the protocol speaks through. */
import type { Port } from './protocol'

type Target = EventTarget & { postMessage(message: unknown, transfer: Transferable[]): void }

function targetPort<Send, Receive>(target: Target, close: () => void): Port<Send, Receive> {
  const on = <E>(type: string, listener: (event: E) => void): void =>
    target.addEventListener(type, listener as unknown as EventListener)
  return {
    post: (message, transfer = []) => target.postMessage(message, [...transfer]),
    onMessage: (listener) => on<MessageEvent>('message', (event) => listener(event.data as Receive)),
    onFailure: (listener) => {
      // A worker whose script cannot be loaded constructs well and reports later, with no message at all.
      on<ErrorEvent>('error', (event) => listener(event.message || 'the worker failed'))
      on('messageerror', () => listener('a message could not be read'))
    },
    close,
  }
}

export const workerPort = <Send, Receive>(worker: Worker): Port<Send, Receive> =>
  targetPort(worker, () => worker.terminate())

/** A MessagePort, which must be started before it delivers. */
export function messagePort<Send, Receive>(port: MessagePort): Port<Send, Receive> {
  const wrapped = targetPort<Send, Receive>(port, () => port.close())
  return {
    ...wrapped,
    onMessage: (listener) => {
      wrapped.onMessage(listener)
      port.start()
    },
  }
}

/** The page, seen from inside a dedicated worker; the compiler knows only a window's scope. */
export function scopePort<Send, Receive>(): Port<Send, Receive> {
  const scope = globalThis as unknown as Target & { close(): void }
  return targetPort(scope, () => scope.close())
}
