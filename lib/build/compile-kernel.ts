/** Compiles the kernel's arithmetic (AssemblyScript) to WebAssembly, with and without relaxed SIMD. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const variants = { relaxed: ['--enable', 'relaxed-simd'], simd: [] } as const

/** No runtime, no checks: the functions compute in the memory they are given, and know nothing else. */
const options = [
  ...['-O3', '--enable', 'simd', '--runtime', 'stub', '--noAssert'],
  ...['--importMemory', '--use', 'abort='],
]

type Sources = ReadonlyMap<string, string>

function readSources(folder: string): Sources {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

async function compile(sources: Sources, variant: keyof typeof variants): Promise<Uint8Array> {
  const { main } = await import('assemblyscript/asc')
  let code: Uint8Array | undefined
  const { error, stderr } = await main(
    ['index.ts', ...options, ...variants[variant], '--outFile', 'kernel.wasm'],
    {
      listFiles: () => [],
      readFile: (name) => sources.get(name) ?? null,
      writeFile: (_name, content) => {
        if (typeof content !== 'string') code = content
      },
    },
  )
  if (error !== null || code === undefined)
    throw new Error(`The kernel does not compile: ${stderr.toString()}`)
  return code
}

function headerOf(sources: Sources): string {
  const { version } = createRequire(import.meta.url)('assemblyscript/package.json') as { version: string }
  const all = JSON.stringify([version, options, variants, ...sources])
  const hash = createHash('sha256').update(all).digest('hex')
  return `/** Written by lib/build/prepare-assets.ts from assembly/, ${hash.slice(0, 16)}. */`
}

/** Names what the file was made of, so that it is made again only when that has changed. */
export const kernelHeader = (folder: string): string => headerOf(readSources(folder))

/** The text of lib/translation/kernel/wasm.ts, from the sources in the folder. */
export async function compileKernel(folder: string): Promise<string> {
  const sources = readSources(folder)
  const lines = [headerOf(sources)]
  for (const variant of ['relaxed', 'simd'] as const) {
    const code = await compile(sources, variant)
    lines.push(`export const ${variant} =`, `  '${Buffer.from(code).toString('base64')}'`)
  }
  return `${lines.join('\n')}\n`
}
