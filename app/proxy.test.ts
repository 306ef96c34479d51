import { NextRequest } from 'next/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { hashSource } from './content-policy'
import { bootScript } from './boot-script'
import { proxy } from '@/proxy'

const ask = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers }))

const rewrite = 'x-middleware-rewrite'

afterEach(() => vi.unstubAllEnvs())

describe('an address', () => {
  it.each([
    '/en/words/%E0%A4%A',
    '/en/articles/%',
    '/en/words/%ED%A0%80',
    '/en/words/%00',
    '/en/words/a%0d%0aSet-Cookie:x',
    '/%E0%A4%A.png',
    '/models/%E0%A4%A',
    '/_next/static/%E0',
  ])('%s cannot be read, and the answer says that there is no page', async (path) => {
    const response = await ask(path)
    expect(response.status).toBe(404)
    expect(await response.text()).toContain(
      '<h1 style="font-weight: 400; text-wrap: balance">There is no page here<',
    )
  })

  it.each([
    ['/id/words/%E0%A4%A', {}],
    ['/%E0%A4%A', { 'accept-language': 'id-ID,id;q=0.9' }],
  ])('%s is answered in its own language or the reader’s', async (path, headers) => {
    const text = await (await ask(path, headers)).text()
    expect(text).toContain('<html lang="id"')
    expect(text).toContain('<a href="/id">Kembali ke bacaan</a>')
  })

  it.each(['/index.html', '/..%2f..%2fpackage.json', '/a.b/c'])('%s is no file', async (path) => {
    expect((await ask(path)).headers.get(rewrite)).toBe('http://localhost:3000/en/not-found')
  })

  it.each([
    ['/', '/en'],
    ['/zz/words/x', '/en/zz/words/x'],
    ['/words/beli?x=1', '/en/words/beli?x=1'],
    [`/${'a'.repeat(5000)}`, `/en/${'a'.repeat(5000)}`],
  ])('%s goes to a language', async (path, expected) => {
    const response = await ask(path)
    expect(response.status).toBe(307)
    expect(response.headers.get('location')).toBe(`http://localhost:3000${expected}`)
  })

  it.each(['/icon.svg', '/_next/data/%5Ba%5D.js'])('%s is a file and left alone', async (path) => {
    const { headers } = await ask(path)
    expect([headers.get('x-middleware-next'), headers.get(rewrite)]).toEqual(['1', null])
  })
})

describe('the content policy of a page', () => {
  const policyOf = async (path: string) => {
    vi.stubEnv('NODE_ENV', 'production')
    return (await ask(path)).headers.get('content-security-policy') ?? ''
  }

  it('allows the boot script, and the others by a nonce of this answer alone', async () => {
    const [first, second] = [await policyOf('/en/words/beli'), await policyOf('/en/words/beli')]
    expect(first).toContain(hashSource(bootScript))
    expect(first).toMatch(/script-src 'self' 'wasm-unsafe-eval' [^;]*'nonce-[\w-]{36}'/)
    expect(first).not.toBe(second)
    expect(first).not.toMatch(/script-src [^;]*unsafe-inline|'unsafe-eval'/)
  })

  it('is told to the renderer, so that it writes the nonce into its scripts', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const { headers } = await ask('/en/words/beli')
    expect(headers.get('x-middleware-request-content-security-policy')).toBe(
      headers.get('content-security-policy'),
    )
  })

  it('lets the page reach itself, the hub and this machine, and be framed by nobody', async () => {
    const policy = await policyOf('/en/words/beli')
    expect(policy).toContain(
      "connect-src 'self' https://huggingface.co https://*.huggingface.co https://*.hf.co http://127.0.0.1:* http://localhost:*;",
    )
    for (const rule of ["frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'"]) {
      expect(policy.split('; ')).toContain(rule)
    }
  })

  it('allows a mirror that the app is built for', async () => {
    vi.stubEnv('SEJAJAR_HUB', 'https://mirror.example/path')
    expect(await policyOf('/en/words/beli')).toMatch(/connect-src [^;]* https:\/\/mirror\.example;/)
  })
})
