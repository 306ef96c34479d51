import boundaries from 'eslint-plugin-boundaries'
import next from 'eslint-config-next'
import typescript from 'eslint-config-next/typescript'

const core = ['lib/language/**/*', 'lib/study/**/*']
const ports = ['lib/translation/{translator,protocol,engine-state}.ts', 'lib/storage/storage.ts']

/** What each layer may import (docs/decisions/005); whatever is not named here is refused. */
const layers = [
  { from: { type: 'core' }, allow: { to: { type: 'core' } } },
  { from: { type: 'port' }, allow: { to: { type: ['core', 'port'] } } },
  { from: { type: 'adapter' }, allow: { to: { type: ['core', 'port', 'adapter', 'locales'] } } },
  { from: { type: 'engine' }, allow: { to: { type: ['core', 'port', 'adapter', 'engine'] } } },
  { from: { type: 'tool' }, allow: { to: { type: ['core', 'port', 'adapter', 'engine', 'tool'] } } },
  { from: { type: 'ui' }, allow: { to: { type: ['core', 'port', 'ui'] } } },
  { from: { type: 'ui' }, allow: { to: { type: 'adapter' }, dependency: { kind: 'type' } } },
  { from: { type: 'app' }, allow: { to: { type: ['core', 'port', 'adapter', 'engine', 'ui', 'app'] } } },
  { from: { type: 'locales' }, allow: { to: { type: 'locales' } } },
]

/** npm packages per layer. The transformer library has one importer; React stays in app/ and components/. */
const npm = {
  core: ['ts-fsrs'],
  adapter: ['idb', 'zustand/vanilla', 'zustand', 'i18next', 'fflate', 'sql.js', 'react-i18next', 'serwist'],
  engine: ['@xenova/transformers'],
  ui: ['react', 'react-dom', 'react-i18next', 'zustand', 'clsx', 'next', '@tanstack/react-virtual'],
}
const packages = Object.entries(npm).map(([type, modules]) => ({
  from: { type },
  allow: { dependency: { module: modules } },
}))
const any = ['tool', 'app'].map((type) => ({
  from: { type },
  allow: { to: { origin: ['external', 'core'] } },
}))

const tests = ['**/*.test.{ts,tsx}', '**/*.contract.ts', '**/golden/**', 'e2e/**', '*.config.*']

const config = [
  {
    ignores: [
      '.next/**',
      'out/**',
      'public/**',
      'training/**',
      'lib/translation/kernel/assembly/**',
      'node_modules/**',
      'next-env.d.ts',
      'test-results/**',
    ],
  },
  ...next,
  ...typescript,
  {
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.ts'],
    ignores: tests,
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { alwaysTryTypes: true } },
      'boundaries/elements': [
        { type: 'core', mode: 'full', pattern: core },
        { type: 'port', mode: 'full', pattern: ports },
        { type: 'engine', mode: 'full', pattern: ['lib/translation/{engine,translator.worker}.ts'] },
        { type: 'tool', mode: 'full', pattern: ['lib/{cli,build,bench}/**/*'] },
        { type: 'adapter', mode: 'full', pattern: ['lib/**/*'] },
        { type: 'ui', mode: 'full', pattern: ['components/**/*'] },
        { type: 'app', mode: 'full', pattern: ['app/**/*'] },
        { type: 'locales', mode: 'full', pattern: ['locales/**/*'] },
      ],
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        { default: 'disallow', checkAllOrigins: true, rules: [...layers, ...packages, ...any] },
      ],
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 15],
      'max-params': ['error', 5],
    },
  },
  {
    files: ['lib/language/**/*.ts', 'lib/study/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument in the core.' },
        { object: 'Math', property: 'random', message: 'Chance is an argument in the core.' },
      ],
    },
  },
  {
    // Components mix markup with logic; their length is held by max-lines.
    files: ['components/**/*.tsx', 'app/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 140, skipBlankLines: true, skipComments: true }] },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
]
export default config
