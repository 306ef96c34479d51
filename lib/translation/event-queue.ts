/** An iterator that is fed from outside: what is pushed comes out in order, until it is ended or failed. */
export class EventQueue<T> implements AsyncIterableIterator<T> {
  readonly #items: T[] = []
  readonly #onReturn: () => void
  #waiting: { resolve: (result: IteratorResult<T>) => void; reject: (error: unknown) => void } | undefined
  #end: { error?: unknown } | undefined

  /** `onReturn` is called when the reader leaves the loop before the end. */
  constructor(onReturn: () => void) {
    this.#onReturn = onReturn
  }

  push(item: T): void {
    if (this.#end !== undefined) return
    if (this.#waiting === undefined) this.#items.push(item)
    else this.#take().resolve({ done: false, value: item })
  }

  end(): void {
    this.#settle({})
  }

  fail(error: unknown): void {
    this.#settle({ error })
  }

  async next(): Promise<IteratorResult<T>> {
    const item = this.#items.shift()
    if (item !== undefined) return { done: false, value: item }
    if (this.#end !== undefined) return this.#finish(this.#end)
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
    })
  }

  async return(): Promise<IteratorResult<T>> {
    this.end()
    this.#items.length = 0
    this.#onReturn()
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #finish(end: { error?: unknown }): IteratorResult<T> {
    if (!('error' in end)) return { done: true, value: undefined }
    this.#end = {}
    throw end.error
  }

  #take() {
    const waiting = this.#waiting!
    this.#waiting = undefined
    return waiting
  }

  #settle(end: { error?: unknown }): void {
    if (this.#end !== undefined) return
    this.#end = end
    if (this.#waiting === undefined) return
    const { resolve, reject } = this.#take()
    if ('error' in end) {
      this.#end = {}
      reject(end.error)
    } else resolve({ done: true, value: undefined })
  }
}
