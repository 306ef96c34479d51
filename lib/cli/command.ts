/** What a command does with the arguments behind its name. */
export type Run = (args: readonly string[], io: CommandIo) => Promise<void>

/** A command of `npm run -s sejajar -- <name>`. */
export type Command = {
  readonly name: string
  /** What stands behind the name in the help, e.g. `REFERENCE`. */
  readonly usage: string
  readonly summary: string
  /** Fetches the command's own file, and with it what that needs. */
  readonly load: () => Promise<Run>
}

export type CommandIo = {
  /** Standard input as text; throws `UsageError` when it is no valid UTF-8. */
  readonly read: () => Promise<string>
  readonly write: (text: string) => void
  /** A line for people, on standard error. */
  readonly note: (text: string) => void
}

/** Bad input or a bad option: one clear line on standard error and exit code 1. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** UTF-8 bytes as text; what is no UTF-8 is refused rather than guessed. */
export function decodeUtf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(`${name} is not valid UTF-8`)
  }
}

/** Lines of a text, without their ends; a last line end begins no further line. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
  if (lines.at(-1) === '') lines.pop()
  return lines
}
