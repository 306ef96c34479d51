/**
 * Bundles lib/offline/service-worker.ts into public/sw.js with the list of what it keeps. Run by every `next build`
 * through next.config.js as soon as scripts and styles are there, so that the list can never be of another build.
 */
import { build } from 'esbuild'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { locales } from '@/lib/i18n/locales'
import { keptPage, type OfflineFile, type OfflineManifest } from '@/lib/offline/offline-manifest'
import { runtimeVersion } from '@/lib/translation/runtime-version'

const root = fileURLToPath(new URL('../../', import.meta.url))
const [distribution = join(root, '.next')] = process.argv.slice(2)

/** Files under a folder, as paths with slashes. */
const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
        .sort()
    : []

const hash = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)

/** Copies of sources and runtimes that the bundler lays beside the scripts and no page asks for. */
const isIdle = (path: string): boolean => /\.(map|ts|wasm|mjs)$/.test(path)

/** Their names tell their content. */
function scripts(): readonly OfflineFile[] {
  const folder = join(distribution, 'static')
  return ['chunks', 'css', 'media']
    .flatMap((part) => filesIn(join(folder, part)).map((path) => `${part}/${path}`))
    .filter((path) => !isIdle(path))
    .map((path) => ({
      url: `/_next/static/${path}`,
      revision: null,
      bytes: statSync(join(folder, path)).size,
    }))
}

/** A file of public/; its revision is left out where its path changes with the content. */
function served(path: string): OfflineFile {
  const file = join(root, 'public', path)
  const isNamedByContent = path.startsWith('ort/') || /\.[0-9a-f]{12}\./.test(path)
  return { url: `/${path}`, revision: isNamedByContent ? null : hash(file), bytes: statSync(file).size }
}

/** The dictionary, icons and other small files; what is large or rarely wanted comes when it is used. */
const small = (): readonly OfflineFile[] =>
  filesIn(join(root, 'public'))
    .filter((path) => !/^(models|ort|sql)\/|^sw\.js$/.test(path))
    .map(served)

const slugs = (): readonly string[] =>
  filesIn(join(root, 'content/articles'))
    .filter((name) => name.endsWith('.md') && !name.endsWith('.en.md'))
    .map((name) => name.replace(/\.md$/, ''))

/** Addresses of all pages below a language: a page whose address has a variable part is known only for articles. */
function paths(): readonly string[] {
  const pages = filesIn(join(root, 'app/[locale]')).filter((path) => /(^|\/)page\.tsx$/.test(path))
  return pages
    .map((path) => path.replace(/\/?page\.tsx$/, ''))
    .flatMap((path) => (path === 'articles/[slug]' ? slugs().map((slug) => `articles/${slug}`) : [path]))
    .filter((path) => !path.includes('['))
    .map((path) => (path === '' ? '' : `/${path}`))
}

/** Documents and their payloads in both languages. */
function pages(version: string): readonly OfflineFile[] {
  const origin = 'http://localhost'
  return locales.flatMap((locale) =>
    paths().flatMap((path) =>
      (['document', 'payload'] as const).map((form) => ({
        url: keptPage(`${origin}/${locale}${path}`, form).slice(origin.length),
        revision: version,
        bytes: null,
      })),
    ),
  )
}

function listFiles(version: string): OfflineManifest {
  const webManifest = { url: '/manifest.webmanifest', revision: version, bytes: null }
  return {
    version,
    shell: [...scripts(), ...pages(version), ...small(), webManifest],
    runtime: filesIn(join(root, 'public/ort', runtimeVersion)).map((path) =>
      served(`ort/${runtimeVersion}/${path}`),
    ),
  }
}

// Next gives every build an id of its own, which is part of every page; so does this.
const manifest = listFiles(Date.now().toString(36))
const { errors } = await build({
  entryPoints: [join(root, 'lib/offline/service-worker.ts')],
  outfile: join(root, 'public/sw.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  tsconfig: join(root, 'tsconfig.json'),
  define: { 'process.env.NODE_ENV': '"production"', offlineManifest: JSON.stringify(manifest) },
  logLevel: 'error',
})
if (errors.length > 0) process.exit(1)
const known = manifest.shell.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0)
console.log(`service worker: ${manifest.shell.length} files, ${(known / 1e6).toFixed(1)} MB and pages`)
