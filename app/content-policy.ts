import { createHash } from 'node:crypto'
import { bootScript } from './boot-script'
import directives from './content-policy.json'

/** The source expression that allows one inline script, by its text. */
export const hashSource = (script: string): string =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`

/**
 * The content policy of a document. `scripts` are the sources of its own inline scripts, hashes or a nonce; everything
 * else, which workers need as well, stands in content-policy.json, where next.config.js reads it too.
 */
export function contentPolicy(scripts: readonly string[], hub?: string): string {
  const own: Readonly<Record<string, readonly string[]>> = {
    'script-src': [...new Set([hashSource(bootScript), ...scripts])],
    'connect-src': hub ? [new URL(hub).origin] : [],
  }
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources, ...(own[name] ?? [])].join(' '))
    .join('; ')
}
