import { ESLint } from 'eslint'
import { beforeAll, describe, expect, it } from 'vitest'

let eslint: ESLint

async function errors(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath })
  return (result?.messages ?? []).filter((m) => m.ruleId === 'boundaries/dependencies').map((m) => m.message)
}

describe('the direction rule: app → components → ports → core', () => {
  beforeAll(() => {
    eslint = new ESLint({ cwd: process.cwd() })
  })

  it.each([
    [
      'the core importing an npm package',
      'lib/language/segment.ts',
      `import React from 'react'\nexport const x = React\n`,
    ],
    [
      'the core importing an adapter',
      'lib/language/segment.ts',
      `import { openDatabase } from '../storage/database'\nexport const x = openDatabase\n`,
    ],
    [
      'the core importing Node',
      'lib/study/card.ts',
      `import { readFileSync } from 'node:fs'\nexport const x = readFileSync\n`,
    ],
    [
      'a port importing an adapter',
      'lib/translation/protocol.ts',
      `import { serveEngine } from './serve-engine'\nexport const x = serveEngine\n`,
    ],
    [
      'an adapter importing the transformer library',
      'lib/translation/serve-engine.ts',
      `import { env } from '@xenova/transformers'\nexport const x = env\n`,
    ],
    [
      'a component importing an adapter’s value',
      'components/reader/reader.tsx',
      `import { openDatabase } from '@/lib/storage/database'\nexport const x = openDatabase\n`,
    ],
    [
      'a component importing the app',
      'components/reader/reader.tsx',
      `import { Providers } from '@/app/providers'\nexport const x = Providers\n`,
    ],
    [
      'an adapter importing a component',
      'lib/storage/database.ts',
      `import { Reader } from '@/components/reader/reader'\nexport const x = Reader\n`,
    ],
  ])('refuses %s', async (_, file, code) => {
    expect(await errors(file, code)).not.toEqual([])
  })

  it.each([
    [
      'the engine importing the transformer library',
      'lib/translation/engine.ts',
      `import { env } from '@xenova/transformers'\nexport const x = env\n`,
    ],
    [
      'a component importing a port',
      'components/reader/reader.tsx',
      `import type { Translator } from '@/lib/translation/translator'\nexport type X = Translator\n`,
    ],
    [
      'a component importing an adapter’s type',
      'components/reader/reader.tsx',
      `import type { openDatabase } from '@/lib/storage/database'\nexport type X = typeof openDatabase\n`,
    ],
    [
      'a component importing the core',
      'components/reader/reader.tsx',
      `import { sliceSpan } from '@/lib/language/span'\nexport const x = sliceSpan\n`,
    ],
    [
      'an adapter importing the core',
      'lib/storage/database.ts',
      `import { sliceSpan } from '../language/span'\nexport const x = sliceSpan\n`,
    ],
  ])('allows %s', async (_, file, code) => {
    expect(await errors(file, code)).toEqual([])
  })
})
