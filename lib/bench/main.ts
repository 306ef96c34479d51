/** `npm run -s bench [-- name ...]`: runs the named benchmarks, or all, and prints their numbers as one JSON object. */
import { benches } from './benches'

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !benches.some((bench) => bench.name === name))
  if (unknown.length > 0) {
    throw new Error(`no benchmark "${unknown[0]}"; there are: ${benches.map(({ name }) => name).join(', ')}`)
  }
  const chosen = benches.filter(({ name }) => names.length === 0 || names.includes(name))
  const results: Record<string, unknown> = {}
  for (const bench of chosen) {
    process.stderr.write(`${bench.name}: ${bench.summary}\n`)
    results[bench.name] = await bench.run((text) => process.stderr.write(`  ${text}\n`))
  }
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
