import { readFile } from 'node:fs/promises'
import { corpusChrf } from '@/lib/language/chrf'
import type { Run } from './command'
import { UsageError, decodeUtf8, linesOf } from './command'
import { parseOptions } from './options'

async function readReference(path: string): Promise<readonly string[]> {
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`cannot read the reference "${path}"`)
  })
  return linesOf(decodeUtf8(bytes, path))
}

/** Corpus chrF of standard input against a file, line by line. */
export const chrf: Run = async (args, io) => {
  const { positionals } = parseOptions(args, {}, 1)
  const references = await readReference(positionals[0]!)
  const hypotheses = linesOf(await io.read())
  if (hypotheses.length !== references.length) {
    throw new UsageError(`the input has ${hypotheses.length} lines, the reference ${references.length}`)
  }
  io.write(`${corpusChrf(hypotheses, references).toFixed(2)}\n`)
}
