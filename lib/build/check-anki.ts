/**
 * Imports our Anki package with Anki's own importer (the Python package `anki`) and checks what it made of it. Not part
 * of `npm test`, since it needs Python: run `npm run check:anki`; PYTHON names the interpreter.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import initSqlJs from 'sql.js'
import { writeApkg } from '../storage/apkg'
import { sampleData } from '../storage/study-sample'
import { createScheduler } from '../study/schedule'

type Imported = {
  readonly imports: readonly Readonly<
    Record<'new' | 'updated' | 'duplicate' | 'conflicting' | 'empty', number>
  >[]
  readonly notes: Readonly<Record<string, Note>>
  readonly deck: readonly string[]
  readonly reviews: number
  readonly integrity: string
}
type Note = {
  readonly fields: Readonly<Record<string, string>>
  readonly cards: readonly string[]
  readonly questions: readonly string[]
  readonly types: readonly number[]
  readonly stability: readonly (number | null)[]
}

let failed = 0
function check(what: string, is: unknown, wanted: unknown): void {
  const right = JSON.stringify(is) === JSON.stringify(wanted)
  if (!right) failed += 1
  console.log(
    `${right ? 'ok  ' : 'FAIL'} ${what}${right ? '' : `: ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`}`,
  )
}

async function writePackages(folder: string): Promise<[string, string]> {
  const sql = await initSqlJs()
  const start = Date.now() - 20 * 86_400_000
  const data = sampleData(start)
  const schedule = { reviews: data.reviews, scheduler: createScheduler() }
  const first = join(folder, 'first.apkg')
  writeFileSync(first, writeApkg(sql, data.cards, { at: Date.now(), schedule }))
  const [memuji, ...others] = data.cards
  if (!memuji) throw new Error('The sample has no words.')
  const edited = { ...memuji, gloss: 'to commend', updatedAt: Date.now() + 5000 }
  const second = join(folder, 'second.apkg')
  writeFileSync(second, writeApkg(sql, [edited, ...others], { at: Date.now() + 5000, schedule }))
  return [first, second]
}

function runAnki(packages: readonly [string, string]): Imported {
  const script = fileURLToPath(new URL('check_anki.py', import.meta.url))
  const python = process.env.PYTHON ?? 'python3'
  const run = spawnSync(python, [script, ...packages], { encoding: 'utf8', maxBuffer: 1e8 })
  if (run.error) throw new Error(`No Python at "${python}". Set PYTHON to one that has the package anki.`)
  if (run.status === 3) throw new Error(`${run.stderr.trim()} (for ${python})`)
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as Imported
}

function report({ imports, notes, deck, reviews, integrity }: Imported): void {
  check('first import adds three words', imports[0], {
    new: 3,
    updated: 0,
    duplicate: 0,
    conflicting: 0,
    empty: 0,
  })
  check('second import updates the one that changed', [imports[1]?.new, imports[1]?.updated], [0, 1])
  check('the deck is there', deck.includes('Sejajar'), true)
  check('the history came along', reviews, 6)
  check('memuji has all three cards', notes.memuji?.cards, ['Recognition', 'Cloze', 'Reverse'])
  check('a word without sentence or gloss has one', notes.di?.cards, ['Recognition'])
  check('the edit arrived', notes.memuji?.fields.Gloss, 'to commend')
  check('the target is bold', notes.memuji?.fields.Sentence?.startsWith('Ia <b>memuji</b> &lt;b&gt;'), true)
  check('aligned English is bold', notes.memuji?.fields.English?.startsWith('He <b>praised</b>'), true)
  check('the question shows the sentence', notes.memuji?.questions[0]?.includes('<b>memuji</b>'), true)
  check('the reviewed word keeps its phase', notes['anak-anak']?.types[0], 2)
  check('FSRS memory is read', typeof notes['anak-anak']?.stability[0], 'number')
  console.log(`     Anki says: ${integrity.trim().replaceAll('\n', ' ')}`)
}

const folder = mkdtempSync(join(tmpdir(), 'sejajar-anki-'))
try {
  report(runAnki(await writePackages(folder)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  failed += 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failed === 0 ? 0 : 1
