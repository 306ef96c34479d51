/** The little of a service worker's scope that we use; the compiler knows only a window's. */

type Lasting = { waitUntil(work: Promise<unknown>): void }

export type WorkerScope = {
  readonly location: Location
  readonly navigator: Pick<Navigator, 'languages'>
  /** Not in every browser. */
  readonly cookieStore?: { get(name: string): Promise<{ readonly value?: string } | null> }
  addEventListener(type: 'fetch', listener: (event: never) => void): void
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void
  addEventListener(
    type: 'message',
    listener: (event: Lasting & { readonly data: unknown; readonly ports: readonly MessagePort[] }) => void,
  ): void
}
