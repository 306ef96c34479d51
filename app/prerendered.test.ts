import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPrerendered, inlineSources } from './prerendered'

const hashed = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

let root: string
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'sejajar-built-'))
  await mkdir(path.join(root, '.next/server/app/en'), { recursive: true })
  await mkdir(path.join(root, 'public'))
  const routes = { '/en/study': {}, '/manifest.webmanifest': {} }
  await writeFile(path.join(root, '.next/prerender-manifest.json'), JSON.stringify({ routes }))
  await writeFile(path.join(root, '.next/server/app/en/study.html'), '<script>one()</script>')
  await writeFile(path.join(root, '.next/server/app/en/secret.html'), '<script>two()</script>')
  await writeFile(path.join(root, 'public/icon.svg'), '')
})
afterAll(() => rm(root, { recursive: true }))

describe('inlineSources', () => {
  it('hashes every script without an address by its exact text, each once', () => {
    const html = [
      '<script src="/a.js" async=""></script><script>go("<b>é\\u003c")</script>',
      '<script id="_R_" nonce="">\n two\n</script><script>go("<b>é\\u003c")</script><script></script>',
    ].join('')
    expect(inlineSources(html)).toEqual([hashed('go("<b>é\\u003c")'), hashed('\n two\n'), hashed('')])
  })
})

describe('what the build has rendered', () => {
  it('gives the scripts of a page that the build lists, and of no other file', async () => {
    const { scripts } = createPrerendered(root)
    expect(await scripts('/en/study')).toEqual([hashed('one()')])
    for (const other of ['/en/secret', '/en/../en/study', '/../../etc/passwd', '/en/study.html', '']) {
      expect(await scripts(other)).toBeUndefined()
    }
    expect(await scripts('/manifest.webmanifest')).toBeUndefined()
  })

  it('knows files of public/ and those that the build makes', async () => {
    const { hasFile } = createPrerendered(root)
    expect(await hasFile('/icon.svg')).toBe(true)
    expect(await hasFile('/manifest.webmanifest')).toBe(true)
    expect(await hasFile('/none.svg')).toBe(false)
  })

  it('knows nothing before there is a build', async () => {
    expect(await createPrerendered(path.join(root, 'public')).scripts('/en/study')).toBeUndefined()
  })
})
