import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeChange } from './affix'
import { createAnalyzer } from './analyze'
import { appLexicon } from './golden/lexicon-fixture'
import { activeForms } from './voice'

const analyze = createAnalyzer(appLexicon())

/** "meN- tulis -kan": the likeliest analysis in one line. */
const analysis = (form: string): string => {
  const best = analyze(form)[0]
  const labels = best?.affixes.map(({ label }) => label) ?? []
  const isBefore = (label: string): boolean => label.endsWith('-') || label.includes('…')
  return [...labels.filter(isBefore), best?.root, ...labels.filter((label) => !isBefore(label))].join(' ')
}

describe('known traps', () => {
  it.each([
    ['dibelinya', 'di- beli -nya'],
    ['memasuki', 'meN- masuk -i'],
    ['berikan', 'beri -kan'],
    ['menangis', 'meN- tangis'],
    ['gerakan', 'gerak -an'],
    ['dikurangi', 'di- kurang -i'],
    ['beruang', 'beruang'],
    ['mengalami', 'meN- alam -i'],
    ['pengalaman', 'peN-…-an alam'],
    ['seorang', 'se- orang'],
    ['keempat', 'ke- empat'],
    ['mengetik', 'meN- ketik'],
    ['mengebom', 'meN- bom'],
    ['belajar', 'ber- ajar'],
    ['pelajar', 'per- ajar'],
    ['terbit', 'terbit'],
    ['terang', 'terang'],
    ['peran', 'peran'],
    ['perang', 'perang'],
    ['selama', 'se- lama'],
    ['sebelum', 'se- belum'],
    ['merupakan', 'meN- rupa -kan'],
    ['bagaikan', 'bagai -kan'],
    ['penyanyi', 'peN- nyanyi'],
    ['penyerahan', 'peN-…-an serah'],
    ['Bali', 'Bali'],
    ['Bekasi', 'Bekasi'],
    ['perempuan', 'perempuan'],
  ])('%s is %s', (form, expected) => {
    expect(analysis(form)).toBe(expected)
  })

  it('keeps the other readings, ranked', () => {
    const readings = analyze('berikan').map(
      ({ root, affixes }) => `${root} ${affixes.map(({ label }) => label).join(' ')}`,
    )
    expect(readings).toEqual(expect.arrayContaining(['beri -kan', 'ikan ber-']))
    const scores = analyze('memasuki').map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => a - b))
  })
})

describe('words no lexicon knows', () => {
  it.each([
    ['memblastir', 'meN- blastir'],
    ['diblastirkannya', 'di- blastir -kan -nya'],
    ['memprogramkan', 'meN- program -kan'],
    ['pemblastiran', 'peN-…-an blastir'],
    ['kavaleri', 'kavaleri'],
    ['amfibi', 'amfibi'],
    ['seminari', 'seminari'],
    ['transistor', 'transistor'],
  ])('%s is %s', (form, expected) => {
    expect(analysis(form)).toBe(expected)
  })
})

describe('headwords', () => {
  it.each([
    ['ditulis', 'menulis'],
    ['kutulis', 'menulis'],
    ['ditinggalkannya', 'meninggalkan'],
    ['tunjukkan', 'menunjukkan'],
    ['rumahnya', 'rumah'],
    ['teman-temannya', 'teman'],
    ['kebijakannya', 'kebijakan'],
  ])('%s belongs to %s', (form, lemma) => {
    expect(analyze(form)[0]?.lemma).toBe(lemma)
  })
})

describe('the trace', () => {
  it('goes from the root outwards and spells the sound change out', () => {
    const steps = analyze('memukulnya')[0]?.steps ?? []
    expect(steps.map(({ before, after }) => `${before}→${after}`)).toEqual([
      'pukul→memukul',
      'memukul→memukulnya',
    ])
    expect(steps[0]?.change && describeChange(steps[0].change)).toBe('p of the root drops after mem-')
  })

  it.each([
    ['mengirim', 'k of the root drops after meng-'],
    ['membaca', 'becomes mem- before b'],
    ['melihat', 'no nasal before l: me-'],
    ['mengebom', 'menge- before a root of one syllable'],
    ['bekerja', 'be- without its r, since r follows'],
    ['belajar', 'r becomes l before ajar: bel-'],
  ])('%s: %s', (form, text) => {
    const change = analyze(form)[0]?.steps[0]?.change
    expect(change && describeChange(change)).toBe(text)
  })

  it('ends each step where the next begins', () => {
    for (const form of [
      'mempertanggungjawabkan',
      'keberhasilannya',
      'sebaik-baiknya',
      'berlari-lari',
      'dipersatukan',
    ]) {
      const steps = analyze(form)[0]?.steps ?? []
      expect(steps.length).toBeGreaterThan(0)
      expect(steps.at(-1)?.after).toBe(form)
      steps.slice(1).forEach((step, at) => expect(step.before).toBe(steps[at]?.after))
    }
  })
})

describe('on any form', () => {
  const letters = fc.array(
    fc.constantFrom(
      'me',
      'n',
      'g',
      'ber',
      'ke',
      'an',
      'kan',
      'i',
      'nya',
      'ku',
      'di',
      'per',
      'se',
      'ter',
      '-',
      'ajar',
      'a',
      'k',
      'lah',
    ),
    { maxLength: 80 },
  )

  it('ends, gives at least one analysis and never the same twice', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          letters.map((parts) => parts.join('').slice(0, 200)),
          fc.string({ maxLength: 200 }),
        ),
        (form) => {
          const analyses = analyze(form)
          const keys = analyses.map(
            ({ root, affixes }) => `${root}|${affixes.map(({ label }) => label).join()}`,
          )
          expect(analyses.length).toBeGreaterThan(0)
          expect(new Set(keys).size).toBe(keys.length)
        },
      ),
    )
  })

  it('takes at most a few milliseconds for the worst of 200 letters', () => {
    const worst = [
      'diper'.repeat(40),
      'memper'.repeat(33),
      'kan'.repeat(60),
      'ke-an-'.repeat(33),
      'berkeseterpekan'.repeat(3),
    ]
    for (const form of worst) {
      analyze(form)
      const times = [1, 2, 3, 4, 5].map(() => {
        const start = performance.now()
        analyze(form)
        return performance.now() - start
      })
      expect(Math.min(...times)).toBeLessThan(5)
    }
  })

  it('finds the root again under the meN- and di- forms of every verb root', () => {
    const roots = [
      'tulis',
      'pukul',
      'sapu',
      'kirim',
      'baca',
      'dengar',
      'jual',
      'cari',
      'gali',
      'hitung',
      'ambil',
      'lihat',
      'minta',
      'nilai',
      'rawat',
      'cat',
    ]
    for (const root of roots) {
      expect(analyze(activeForms(root)[0] ?? '')[0]?.root).toBe(root)
      expect(analyze(`di${root}`)[0]?.root).toBe(root)
    }
  })
})
