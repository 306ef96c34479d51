/** Puts what the app serves or compiles in, but what is made from other files, where it belongs. Run before every build. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileKernel, kernelHeader } from './compile-kernel'
import { compileLexicon } from './compile-lexicon'
import { rankRoots } from './rank-roots'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Writes only what has changed, so that a build stays fresh. */
export function writeIfChanged(path: string, content: string): boolean {
  if (existsSync(path) && readFileSync(path, 'utf8') === content) return false
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return true
}

/**
 * The wasm runtime of the very version that the transformer library pins; another one would not fit its script. The
 * version is part of the path, so that a page kept for offline reading can never meet the runtime of another one.
 */
function copyRuntime(): string {
  const library = createRequire(join(root, 'package.json')).resolve('@xenova/transformers')
  const runtime = dirname(createRequire(library).resolve('onnxruntime-web'))
  const { version } = JSON.parse(readFileSync(join(runtime, '../package.json'), 'utf8')) as {
    version: string
  }
  const target = join(root, 'public/ort', version)
  mkdirSync(target, { recursive: true })
  const names = ['ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm']
  const changed = names.filter((name) => {
    const [from, to] = [join(runtime, name), join(target, name)]
    if (existsSync(to) && readFileSync(from).equals(readFileSync(to))) return false
    cpSync(from, to)
    return true
  })
  for (const other of readdirSync(dirname(target)))
    if (other !== version) rmSync(join(dirname(target), other), { recursive: true })
  const content = [
    '/** Written by lib/build/prepare-assets.ts: the folder under public/ort. */',
    `export const runtimeVersion = '${version}'`,
    '',
  ].join('\n')
  writeIfChanged(join(root, 'lib/translation/runtime-version.ts'), content)
  return `wasm runtime ${version}: ${changed.length} of ${names.length} files copied`
}

/** SQLite for Anki packages, from our own origin like everything else. */
function copySqlite(): string {
  const name = 'sql-wasm-browser.wasm'
  const from = createRequire(join(root, 'package.json')).resolve(`sql.js/dist/${name}`)
  const to = join(root, 'public/sql', name)
  if (existsSync(to) && readFileSync(from).equals(readFileSync(to))) return 'SQLite: up to date'
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, to)
  return 'SQLite: copied'
}

const byVersion = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

/** The version of the built-in model as a constant: the app must know where to look before it has looked. */
function writeModelVersion(): string {
  const folder = join(root, 'public/models/sejajar-id-en')
  const versions = existsSync(folder) ? readdirSync(folder) : []
  const version = versions
    .filter((name) => existsSync(join(folder, name, 'manifest.json')))
    .sort(byVersion)
    .at(-1)
  if (version === undefined) throw new Error(`No model with a manifest.json in ${folder}`)
  const files = readdirSync(join(folder, version), { recursive: true, withFileTypes: true })
  const bytes = files
    .filter((file) => file.isFile())
    .reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
  const content = [
    '/** Written by lib/build/prepare-assets.ts from the newest folder under public/models/sejajar-id-en. */',
    `export const builtInVersion = '${version}'`,
    `export const builtInMegabytes = ${Math.max(1, Math.round(bytes / 1e6))}`,
    '',
  ].join('\n')
  const changed = writeIfChanged(join(root, 'lib/translation/model-version.ts'), content)
  return `built-in model: version ${version}${changed ? ', written' : ''}`
}

function makeLexicon(): string {
  const manifest = compileLexicon(join(root, 'content/lexicon'), join(root, 'public/lexicon'))
  return `lexicon: ${manifest.entries} entries in ${manifest.file}`
}

async function makeKernel(): Promise<string> {
  const folder = join(root, 'lib/translation/kernel')
  const sources = join(folder, 'assembly')
  const target = join(folder, 'wasm.ts')
  if (existsSync(target) && readFileSync(target, 'utf8').startsWith(kernelHeader(sources)))
    return 'kernel: up to date'
  writeFileSync(target, await compileKernel(sources))
  return 'kernel: compiled'
}

/** For the progress page, which shows how many of the commonest roots are known. */
function writeRoots(): string {
  const roots = rankRoots(join(root, 'content/lexicon/lemmas'))
  writeIfChanged(join(root, 'public/study/roots.txt'), `${roots.join('\n')}\n`)
  return `roots: ${roots.length} in order of frequency`
}

/** Each step says in one line what it did. */
const steps: readonly (() => string | Promise<string>)[] = [
  copyRuntime,
  copySqlite,
  writeModelVersion,
  makeKernel,
  makeLexicon,
  writeRoots,
]

for (const step of steps) console.log(await step())
