/** A benchmark: measures something and gives numbers, as JSON. */
export type Bench = {
  readonly name: string
  readonly summary: string
  /** `note` is a line for people, on standard error. */
  readonly run: (note: (text: string) => void) => Promise<Readonly<Record<string, unknown>>>
}
