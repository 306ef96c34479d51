/** Numbers written in words, both languages, as far as news uses them. */

const units = (words: string, from: number): [string, number][] =>
  words.split(' ').map((word, i) => [word, from + i])

export const indonesianUnits: ReadonlyMap<string, number> = new Map([
  ...units('nol satu dua tiga empat lima enam tujuh delapan sembilan', 0),
  ...units('ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh', 3),
  ['kesatu', 1],
  ['pertama', 1],
  ['kedua', 2],
  ['sepuluh', 10],
  ['sebelas', 11],
  ['setengah', 0.5],
  ['separuh', 0.5],
])

/** Words that multiply what stands before them; the Indonesian ones with "se-" stand for one of it. */
export const indonesianScales: ReadonlyMap<string, number> = new Map([
  ['puluh', 10],
  ['ratus', 100],
  ['ribu', 1e3],
  ['juta', 1e6],
  ['miliar', 1e9],
  ['milyar', 1e9],
  ['biliun', 1e9],
  ['triliun', 1e12],
  ['trilyun', 1e12],
])

export const indonesianOnes: ReadonlyMap<string, number> = new Map([
  ['seratus', 100],
  ['seribu', 1e3],
  ['sejuta', 1e6],
  ['semiliar', 1e9],
  ['setriliun', 1e12],
])

const englishTens = 'twenty thirty forty fifty sixty seventy eighty ninety'
const englishTenths = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'

const everyTen = (words: string): [string, number][] => words.split(' ').map((word, i) => [word, 20 + 10 * i])

export const englishUnits: ReadonlyMap<string, number> = new Map([
  ...units(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    0,
  ),
  ...units(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
    1,
  ),
  ...everyTen(englishTens),
  ...everyTen(englishTenths),
  ...everyTen('twenties thirties forties fifties sixties seventies eighties nineties'),
  ['nil', 0],
  ['half', 0.5],
  ['dozen', 12],
  ['once', 1],
  ['twice', 2],
  ['noon', 12],
  ['midday', 12],
  ['midnight', 0],
])

export const englishScales: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['quadrillion', 1e15],
  ['hundredth', 100],
  ['thousandth', 1e3],
  ['m', 1e6],
  ['bn', 1e9],
  ['k', 1e3],
])

/** Months by the first letters that tell them apart in either language; the number of the month. */
export const months: ReadonlyMap<string, number> = new Map(
  [
    'januari january jan',
    'februari february feb',
    'maret march mar',
    'april april apr',
    'mei may may',
    'juni june jun',
    'juli july jul',
    'agustus august aug',
    'september september sept',
    'oktober october oct',
    'november november nov',
    'desember december dec',
  ].flatMap((names, i) => names.split(' ').map((name): [string, number] => [name, i + 1])),
)
