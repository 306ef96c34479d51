import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { hashSource } from './content-policy'

/** What the build has rendered beforehand, as the server finds it. */
export type Prerendered = {
  /** Sources that allow the inline scripts of a page; undefined for a page that is rendered when it is asked for. */
  readonly scripts: (pathname: string) => Promise<readonly string[] | undefined>
  /** Whether a file is served at the address as it lies there. */
  readonly hasFile: (pathname: string) => Promise<boolean>
}

const inline = /<script(?![^>]*\ssrc=)[^>]*>([^]*?)<\/script>/g

/** Sources for all inline scripts of a document. */
export const inlineSources = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(inline)].map(([, script = '']) => hashSource(script))),
]

/**
 * Looks into `.next` and `public` below `root`. Only addresses that the build itself lists are turned into file names.
 * Pages are read once: a build does not change while it is served.
 */
export function createPrerendered(root: string): Prerendered {
  const built = path.join(/* turbopackIgnore: true */ root, '.next')
  let routes: Promise<ReadonlySet<string>> | undefined
  const known = new Map<string, Promise<readonly string[] | undefined>>()
  const listed = async (pathname: string) => (await (routes ??= readRoutes(built))).has(pathname)
  const read = async (pathname: string) => {
    const file = path.join(built, 'server/app', `${pathname}.html`)
    return (await listed(pathname)) && existsSync(file)
      ? inlineSources(await readFile(file, 'utf8'))
      : undefined
  }
  return {
    scripts: async (pathname) => {
      if (!(await listed(pathname))) return undefined
      const found = known.get(pathname) ?? read(pathname)
      known.set(pathname, found)
      return found
    },
    hasFile: async (pathname) =>
      existsSync(path.join(/* turbopackIgnore: true */ root, 'public', pathname)) || listed(pathname),
  }
}

async function readRoutes(built: string): Promise<ReadonlySet<string>> {
  const manifest = await readFile(path.join(built, 'prerender-manifest.json'), 'utf8').catch(() => '{}')
  const { routes = {} } = JSON.parse(manifest) as { readonly routes?: object }
  return new Set(Object.keys(routes))
}
