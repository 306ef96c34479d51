/** Command line: text in on standard input, text out on standard output. */
import { commands } from './commands'
import { UsageError, decodeUtf8 } from './command'
import type { CommandIo } from './command'

async function readInput(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return decodeUtf8(Buffer.concat(chunks), 'the input')
}

const io: CommandIo = {
  read: readInput,
  write: (text) => void process.stdout.write(text),
  note: (text) => void process.stderr.write(`${text}\n`),
}

function help(): string {
  const heads = commands.map(({ name, usage }) => `${name} ${usage}`.trim())
  const width = Math.max(...heads.map((head) => head.length))
  const lines = commands.map(({ summary }, i) => `  ${heads[i]!.padEnd(width)}  ${summary}`)
  return ['Usage: npm run -s sejajar -- <command> < input > output', '', ...lines, ''].join('\n')
}

async function main([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined) throw new UsageError(`name a command: ${commands.map((c) => c.name).join(', ')}`)
  if (name === 'help' || name === '--help') return io.write(help())
  const command = commands.find((one) => one.name === name)
  if (command === undefined)
    throw new UsageError(`unknown command "${name}"; there are: ${commands.map((c) => c.name).join(', ')}`)
  const run = await command.load()
  await run(args, io)
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of the pipe has seen enough (`| head`).
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

main(process.argv.slice(2)).catch((error: unknown) => {
  io.note(`sejajar: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  process.exitCode = 1
})
