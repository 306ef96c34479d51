import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startHub } from '@/lib/build/hub-server'
import { builtIn, findEngineModel } from '@/lib/translation/models'

// Every test starts a process, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 })

type Outcome = { readonly code: number | null; readonly out: string; readonly err: string }

const root = join(import.meta.dirname, '../..')

function sejajar(
  args: readonly string[],
  input: string | Buffer,
  env: Record<string, string> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules/.bin/tsx'), [join(root, 'lib/cli/main.ts'), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.on('close', (code) => resolve({ code, out, err }))
    // A command that refuses its options does not read.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sejajar-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('translate', () => {
  it('gives one line for one line, in order, and leaves empty lines and lines without letters alone', async () => {
    const lines = [
      'Moskow dan Pyongyang menandatangani kemitraan pada 2024.',
      '',
      '🙂',
      'Dia pergi. Mereka datang.\r',
      '30.000',
    ]
    const { code, out, err } = await sejajar(['translate'], lines.join('\n'))
    expect([code, err]).toEqual([0, ''])
    const result = out.split('\n')
    expect(result).toHaveLength(lines.length + 1)
    expect(result[0]).toContain('2024')
    expect(result[0]).toContain('Pyongyang')
    expect([result[1], result[2], result[4], result[5]]).toEqual(['', '🙂', '30.000', ''])
    expect(result[3]).toMatch(/\S \S/)
  })

  it('answers nothing with nothing', async () => {
    expect(await sejajar(['translate'], '')).toEqual({ code: 0, out: '', err: '' })
  })

  it('takes beams, and a hub model from a hub, which it downloads once', async () => {
    const model = findEngineModel('opus-mt')!
    const shipped = join(root, 'public/models', builtIn.path)
    const files = await Promise.all(
      model.files.map(async (file) => [file, await readFile(join(shipped, file))] as const),
    )
    const hub = await startHub(new Map([[model.path, new Map(files)]]))
    const env = { SEJAJAR_HUB: hub.url, SEJAJAR_CACHE: join(folder, 'models') }
    const text = 'Dia pergi ke pasar.\n'
    const [own, first, second] = [
      await sejajar(['translate', '--beams', '2'], text),
      await sejajar(['translate', '--model', 'opus-mt', '--beams', '2'], text, env),
      await hub.close().then(() => sejajar(['translate', '--model=opus-mt', '--beams=2'], text, env)),
    ]
    expect(first.code).toBe(0)
    expect(first.err).toContain('Downloading Xenova/opus-mt-id-en')
    expect(first.out).toBe(own.out)
    expect(second).toEqual({ code: 0, out: own.out, err: '' })
  })

  it.each([
    [['translate', '--model', 'nonsense'], 'a', 'unknown model "nonsense"'],
    [['translate', '--beams', '0'], 'a', '--beams must be a whole number from 1 to 8'],
    [['translate', '--beams', 'two'], 'a', '--beams must be'],
    [['translate', '--nonsense'], 'a', "Unknown option '--nonsense'"],
    [['translate', 'file.txt'], 'a', 'unexpected argument "file.txt"'],
    [['translate'], Buffer.from([0x61, 0xff, 0xfe, 0x0a]), 'the input is not valid UTF-8'],
    [['segment'], Buffer.from([0xc3, 0x28]), 'the input is not valid UTF-8'],
    [['nonsense'], '', 'unknown command "nonsense"'],
    [[], '', 'name a command'],
    [['chrf'], 'a', 'an argument is missing'],
    [['chrf', '/no/such/file'], 'a', 'cannot read the reference "/no/such/file"'],
  ])('%j is refused in one line', async (args, input, message) => {
    const { code, out, err } = await sejajar(args, input)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})

it('segment writes one sentence per line', async () => {
  const text = 'Dr. Siti pergi. Ia kembali pukul 14.30.\r\n\r\n“Ya,” katanya. Selesai.\n'
  const { code, out } = await sejajar(['segment'], text)
  expect(code).toBe(0)
  expect(out.split('\n')).toEqual([
    'Dr. Siti pergi.',
    'Ia kembali pukul 14.30.',
    '“Ya,” katanya.',
    'Selesai.',
    '',
  ])
})

it('chrf compares line by line', async () => {
  const reference = join(folder, 'reference.txt')
  await writeFile(reference, 'The cat sat on the mat.\nHi there\n')
  expect(await sejajar(['chrf', reference], 'The cat sat on the mat.\nHi there\n')).toMatchObject({
    code: 0,
    out: '100.00\n',
  })
  const short = await sejajar(['chrf', reference], 'one line\n')
  expect(short).toMatchObject({ code: 1, err: 'sejajar: the input has 1 lines, the reference 2\n' })
})
