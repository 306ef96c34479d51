import { afterEach, describe, expect, it, vi } from 'vitest'
import { dropOthers, keepFiles, keptBytes } from './kept-files'

const origin = 'http://localhost'

/** A cache that has room for some more responses. */
function createCache(room = Infinity) {
  const kept = new Map<string, Response>()
  const cache = {
    match: async (key: string) => kept.get(key)?.clone(),
    put: async (key: string, response: Response) => {
      if (kept.size >= room) throw new DOMException('no room', 'QuotaExceededError')
      kept.set(key, response)
    },
    keys: async () => [...kept.keys()].map((key) => ({ url: new URL(key, origin).href })),
    delete: async ({ url }: { url: string }) => kept.delete(new URL(url).pathname),
  }
  return { cache: cache as unknown as Cache, kept }
}

const wanted = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ request: new Request(`${origin}/${n}`), key: `/${n}` }))

const serve = (answer: (path: string) => Response) => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async ({ url }: Request) => {
    asked.push(new URL(url).pathname)
    return answer(new URL(url).pathname)
  })
  return asked
}

afterEach(() => vi.unstubAllGlobals())

describe('keepFiles', () => {
  it('gets what is missing and nothing else', async () => {
    const asked = serve((path) => new Response(path))
    const { cache, kept } = createCache()
    kept.set('/3', new Response('here'))
    await keepFiles(cache, wanted(9))
    expect(kept.size).toBe(9)
    expect(asked).toHaveLength(8)
    expect(asked).not.toContain('/3')
  })

  it('ends with an error when there is no room, keeping what has come', async () => {
    const asked = serve((path) => new Response(path))
    const { cache, kept } = createCache(5)
    await expect(keepFiles(cache, wanted(50))).rejects.toThrow('no room')
    expect(kept.size).toBe(5)
    expect(asked.length).toBeLessThan(15)
  })

  it('keeps no failure', async () => {
    serve((path) => new Response(path, { status: path === '/2' ? 404 : 200 }))
    const { cache, kept } = createCache()
    await expect(keepFiles(cache, wanted(4))).rejects.toThrow('/2: 404')
    expect(kept.has('/2')).toBe(false)
  })
})

describe('keptBytes', () => {
  const files = [
    { url: '/0', revision: null, bytes: 7 },
    { url: '/1', revision: 'a', bytes: null },
  ]

  it('adds what is known to what it measures', async () => {
    expect(await keptBytes(files, async () => new Response('12345'))).toBe(12)
  })

  it('is nothing as long as one is missing', async () => {
    expect(
      await keptBytes(files, async (url) => (url === '/1' ? undefined : new Response('1'))),
    ).toBeUndefined()
  })
})

it('dropOthers deletes what is no longer listed', async () => {
  const { cache, kept } = createCache()
  for (const { key } of wanted(3)) kept.set(key, new Response(key))
  await dropOthers(cache, [{ url: '/1', revision: null, bytes: 2 }], origin)
  expect([...kept.keys()]).toEqual(['/1'])
})
