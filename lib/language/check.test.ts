import { describe, expect, it } from 'vitest'
import { checkTranslation } from './check'
import type { Finding } from './check'

/** Findings in one line each: kind, what the source says, what the translation says. */
const told = (finding: Finding): string => {
  switch (finding.kind) {
    case 'number':
    case 'name':
      return `${finding.kind}: ${finding.source?.surface ?? '-'} / ${finding.target?.surface ?? '-'}`
    case 'repetition':
      return `repetition: ${finding.target.surface} × ${finding.times}`
    case 'untranslated':
      return `untranslated: ${finding.target.map(({ surface }) => surface).join(' ')}`
    default:
      return finding.kind
  }
}

const words = new Set('menteri utara kata bertemu dengan pemimpin di kota mengunjungi pasar baru'.split(' '))
const findings = (source: string, target: string): string[] =>
  checkTranslation(source, target, (form) => words.has(form)).map(told)

describe('numbers', () => {
  it.each([
    ['sekitar 14.000 tentara', 'around 14,000 soldiers'],
    ['hingga 30.000 tentara pada 2024', 'up to 30,000 troops in 2024'],
    ['Rp 1,5 triliun', 'Rp 1.5 trillion'],
    ['Rp 1,5 triliun', 'Rp 1,500 billion'],
    ['senilai US$1,7juta', 'worth US$1.7 million'],
    ['naik 3,69 persen', 'rose 3.69 percent'],
    ['naik 5 persen', 'rose five per cent'],
    ['Sabtu (12/7/2025)', 'Saturday, July 12, 2025'],
    ['Sabtu (12/7/2025)', 'Saturday (12/7/2025)'],
    ['17 Agustus 1945', 'August 17, 1945'],
    ['pukul 14.30 WIB', 'at 2:30 p.m. Western Indonesia Time'],
    ['pukul 13.00', 'at 1 PM'],
    ['pukul 09.00', 'at 9 a.m.'],
    ['pukul 20:52', '20:52'],
    ['lebih dari empat ratus pengaduan', 'more than 400 complaints'],
    ['dua belas orang tewas', 'a dozen people died'],
    ['sebelas anak', '11 children'],
    ['dua setengah juta paku', 'two and a half million rivets'],
    ['dua ribu dua puluh lima', '2025'],
    ['seratus dua puluh tiga ribu', '123,000'],
    ['kurang dari seribu kasus', 'fewer than a thousand cases'],
    ['tahun 1970-an', 'the seventies'],
    ['era 80-an', 'the 1980s'],
    ['abad ke-19', 'the nineteenth century'],
    ['kelas VII', '7th grade'],
    ['10-20 juta orang', '10 to 20 million people'],
    ['10 juta sampai 20 juta orang', '10 to 20 million people'],
    ['kelima makam', 'the 5 graves'],
    ['Kepulauan Seribu', 'Seribu Islands'],
    ['COVID-19 dan G20', 'COVID-19 and the G20'],
    ['menang 4-0', 'won four-nil'],
    ['satu orang', 'a person'],
  ])('%s = %s', (source, target) => expect(findings(source, target)).toEqual([]))

  it.each([
    ['sekitar 14.000 tentara', 'about 1,400 troops', ['number: 14.000 / 1,400']],
    ['sekitar 14.000 tentara', 'about 14 troops', ['number: 14.000 / 14']],
    ['sekitar 14.000 tentara', 'about 14.000 troops', ['number: 14.000 / 14.000']],
    ['Rp 1,5 triliun', 'Rp 1.5 billion', ['number: 1,5 triliun / 1.5 billion']],
    ['pada 2024', 'in 2023', ['number: 2024 / 2023']],
    ['pada 2024', 'in that year', ['number: 2024 / -']],
    ['pada tahun itu', 'in 2023', ['number: - / 2023']],
    ['dua puluh orang', 'twelve people', ['number: dua puluh / -']],
    ['30.000 dari 14.000', '14,000 of 3,000', ['number: 30.000 / 3,000']],
    ['pukul 14.30', 'at 4:30 p.m.', ['number: 14.30 / 4:30']],
  ])('%s ≠ %s', (source, target, expected) => expect(findings(source, target)).toEqual(expected))
})

describe('names', () => {
  it.each([
    ['kata Sergei Lavrov di Wonsan', 'said Sergei Lavrov in Wonsan'],
    ['bertemu Kim Jong Un', 'met Kim Jong-un'],
    ['Menteri Rusia Sergei Lavrov', 'Russian minister Sergey Lavrov'],
    ['di Korea Utara', 'in North Korea'],
    ['Pasar Baru Jakarta', 'the Jakarta New Market'],
    ['Dikatakan Sisca, pasar baru', 'she said'],
    ['Presiden Volodymyr Zelenskyy', 'President Volodymyr Zelensky’s'],
    ['Lavrov pergi', 'he left'],
  ])('%s = %s', (source, target) => expect(findings(source, target)).toEqual([]))

  it.each([
    ['kata Sergei Lavrov di kota', 'said Sergei Lavrovrov in the city', ['name: Lavrov / Lavrovrov']],
    ['bertemu Choe Son Hui', 'met Choe Son', ['name: Hui / -']],
    ['bertemu Xanana Gusmao', 'met the leader', ['name: Xanana / -', 'name: Gusmao / -']],
  ])('%s ≠ %s', (source, target, expected) => expect(findings(source, target)).toEqual(expected))

  it('are not checked where ordinary words cannot be told from names', () => {
    expect(checkTranslation('bertemu Xanana Gusmao', 'met the leader')).toEqual([])
  })
})

describe('the rest', () => {
  const long =
    'Sebelumnya tentara dikirim ke wilayah itu untuk merebut kembali area yang diduduki pasukan lain.'

  it.each([
    ['kata kantor berita', 'the state news news news agency', ['repetition: news news news × 3']],
    [
      'kata dia lagi',
      'he said that he said that he said that',
      ['repetition: he said that he said that he said that × 3'],
    ],
    [
      'menuju pemilu',
      'The result of the elections of the elections',
      ['repetition: of the elections of the elections × 2'],
    ],
    ['setapak demi setapak', 'he went step by step by the house', []],
    ['aliansi militer', 'the alianianianian', ['repetition: alianianianian × 4']],
    [long, 'Soldiers were sent.', ['shortened']],
    [
      'Dia pergi.',
      'He went to the far, distant and foreign land over the wide blue sea and stayed there for the rest of his life.',
      ['lengthened'],
    ],
    [
      'Dukungan itu juga merupakan bantuan.',
      'The support juga merupakan help.',
      ['untranslated: juga merupakan'],
    ],
    [
      'Warga Papanggo Mengungsi Karena Kebanjiran',
      'Papanggo Residents Mengungsi',
      ['untranslated: Mengungsi'],
    ],
    ['Dia pergi.', '  ', ['empty']],
  ])('%s → %s', (source, target, expected) => expect(findings(source, target)).toEqual(expected))

  it.each([
    ['jauh, jauh, jauh di sana', 'far, far, far away'],
    ['Ya.', 'Yes, indeed.'],
    ['kata beritajakarta.com', 'said beritajakarta.com'],
    ['🙂 123', '🙂 123'],
    ['', ''],
  ])('nothing about %s → %s', (source, target) => expect(findings(source, target)).toEqual([]))

  it('points at the words on both sides', () => {
    const [source, target] = ['Ada 14.000 tentara.', 'There are 1,400 troops.']
    const [finding] = checkTranslation(source, target)
    if (finding?.kind !== 'number') throw new Error('a number was expected')
    expect(source.slice(finding.source!.span.start, finding.source!.span.end)).toBe('14.000')
    expect(target.slice(finding.target!.span.start, finding.target!.span.end)).toBe('1,400')
  })
})
