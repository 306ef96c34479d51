import { isOneSyllable } from './stem-shape'

/** How meN- is written before a first letter; `drops` tells whether that letter goes when a vowel follows. */
const nasals: readonly { readonly before: string; readonly written: string; readonly drops?: string }[] = [
  { before: 'p', written: 'mem', drops: 'mem' },
  { before: 't', written: 'men', drops: 'men' },
  { before: 's', written: 'men', drops: 'meny' },
  { before: 'k', written: 'meng', drops: 'meng' },
  { before: 'bfv', written: 'mem' },
  { before: 'cdjz', written: 'men' },
  { before: 'lmnrwy', written: 'me' },
]

/** Two consonants keep the first ("memproses", "mengkhianati"), and so does the prefix per- ("memperbaiki"). */
const keepsFirst = (stem: string): boolean =>
  !/^.[aeiou]/.test(stem) || (stem.startsWith('per') && stem.length > 6)

const nasalised = (stem: string): readonly string[] => {
  const { written, drops } = nasals.find(({ before }) => before.includes(stem.charAt(0))) ?? {
    written: 'meng',
  }
  const whole = written + stem
  if (drops === undefined) return [whole]
  const dropped = drops + stem.slice(1)
  return keepsFirst(stem) ? [whole, dropped] : [dropped, whole]
}

/** The meN- forms of a stem, the regular one first: "tulis" gives menulis and mentulis, "bom" mengebom and membom. */
export const activeForms = (stem: string): readonly string[] =>
  isOneSyllable(stem) ? [`menge${stem}`, ...nasalised(stem)] : nasalised(stem)

/** The di- form of a verb's stem: "tulis" gives ditulis. */
export const passiveForm = (stem: string): string => `di${stem}`

/** meN- verbs without -kan or -i that take no object, so have no passive; those on adjectives are found by rule. */
const intransitive: ReadonlySet<string> = new Set(
  (
    'menangis menjadi menikah menari merokok mengantuk meninggal mendarat mengalir meledak merantau meningkat menurun ' +
    'menghilang merosot mendidih mengungsi melaut mengeluh menyerah mengalah menguap menyusut menggigil meleset meluap ' +
    'melonjak meroket menyala melintas melompat meloncat merangkak merayap meluncur melambung menetap menginap mengerang ' +
    'menjerit menggonggong mengobrol menganggur merapat menepi menyeberang menoleh menunduk mengangguk menggeleng membelok ' +
    'menyimpang mengamuk mengantre mengudara menggema melayang mengapung meletus mencuat mengemuka ' +
    'menyebar menjulang menonjol mengembang membengkak merembes menetes menumpuk mengendap menjamur mengering mewabah ' +
    'menjalar melancong merapuh melapuk membatu membeku mencair menyelam menyelinap melapor ' +
    'melarat membandel membangkang memberontak menyesal menyanyi meludah merana mendunia merakyat menua '
  ).split(' '),
)

/** Whether a meN- verb is the kind that has a passive; `rootIsAdjective` tells membaik and memburuk from membaca. */
export const isTransitive = (verb: string, stem: string, rootIsAdjective: boolean): boolean => {
  if (intransitive.has(verb)) return false
  return !rootIsAdjective || /(kan|i)$|^per/.test(stem)
}
