import { parseArgs } from 'node:util'
import type { ParseArgsConfig } from 'node:util'
import { UsageError } from './command'

/** Options and arguments of a command line; anything that the command does not know is refused. */
export function parseOptions<T extends ParseArgsConfig['options']>(
  args: readonly string[],
  options: T,
  positionals = 0,
) {
  const parsed = parse(args, options)
  if (parsed.positionals.length !== positionals) {
    const surplus = parsed.positionals[positionals]
    throw new UsageError(
      surplus === undefined ? 'an argument is missing' : `unexpected argument "${surplus}"`,
    )
  }
  return parsed
}

function parse<T extends ParseArgsConfig['options']>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    // Node explains at length how to pass a dash as an argument; the first sentence is what matters.
    throw new UsageError(error instanceof Error ? error.message.split('. ')[0]! : String(error))
  }
}

/** A whole number from an option, within bounds. */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new UsageError(`--${name} must be a whole number from ${least} to ${most}, not "${text}"`)
}
