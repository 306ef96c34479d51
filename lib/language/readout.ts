/** A table's own row: a reader's word may be `constructor`. */
const own = (table: Readonly<Record<string, string>>, key = ''): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined

const scales: Readonly<Record<string, string>> = {
  puluh: 'tens',
  ratus: 'hundred',
  ribu: 'thousand',
  juta: 'million',
  miliar: 'billion',
  milyar: 'billion',
  triliun: 'trillion',
  trilyun: 'trillion',
  persen: 'per cent',
  lusin: 'dozen',
}

const months = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(
  ' ',
)
const englishMonths =
  'January February March April May June July August September October November December'.split(' ')

const currencies: Readonly<Record<string, string>> = {
  rp: 'rupiah',
  us$: 'US dollars',
  as$: 'US dollars',
  a$: 'Australian dollars',
  s$: 'Singapore dollars',
  hk$: 'Hong Kong dollars',
  $: 'dollars',
  '€': 'euros',
  '£': 'pounds',
  '¥': 'yen',
}

const units: Readonly<Record<string, string>> = {
  '%': ' per cent',
  '‰': ' per mille',
  '°C': ' °C',
  '°F': ' °F',
  '°': ' degrees',
}

/** English digits: the Indonesian comma is the decimal point, the Indonesian stop groups thousands. */
const englishDigits = (digits: string): string | undefined => {
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits))
    return digits.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))
  if (/^\d+,\d+$/.test(digits)) return digits.replace(',', '.')
  if (/^\d+$/.test(digits)) return digits.length > 4 ? Number(digits).toLocaleString('en-GB') : digits
  return undefined
}

const ordinal = (digits: string): string => {
  const teen = /1[123]$/.test(digits)
  const ending = teen
    ? 'th'
    : (({ 1: 'st', 2: 'nd', 3: 'rd' } as Record<string, string>)[digits.slice(-1)] ?? 'th')
  return digits + ending
}

const date = (day: string, month: string, year: string): string | undefined => {
  const name = englishMonths[Number(month) - 1]
  return name && Number(day) >= 1 && Number(day) <= 31
    ? `${Number(day)} ${name}${year ? ` ${year}` : ''}`
    : undefined
}

const clock = (hours: number, minutes: string): string | undefined => {
  if (hours > 24 || Number(minutes) > 59) return undefined
  return `${hours % 12 === 0 ? 12 : hours % 12}.${minutes} ${hours % 24 < 12 ? 'a.m.' : 'p.m.'}`
}

/** What stands around a number: the word before it, and the words after it, all lower case. */
export type NumberContext = { readonly before: string; readonly after: readonly string[] }

const counted = (surface: string): string | undefined => {
  const ranked = /^ke-(\d+)$/i.exec(surface)?.[1]
  if (ranked !== undefined) return ordinal(ranked)
  const decade = /^(\d{2,4})-an$/.exec(surface)?.[1]
  return decade === undefined ? undefined : `the ${decade}s`
}

const dated = (surface: string, { after: [next = '', year = ''] }: NumberContext): string | undefined => {
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{2,4}))?$/.exec(surface)
  if (slashed) return date(slashed[1] ?? '', slashed[2] ?? '', slashed[3] ?? '')
  const month = months.indexOf(next)
  if (month < 0 || !/^\d{1,2}$/.test(surface)) return undefined
  return date(surface, String(month + 1), /^\d{4}$/.test(year) ? year : '')
}

const timed = (surface: string, { before, after }: NumberContext): string | undefined => {
  const [, hours, minutes] = /^(\d{1,2})[.:](\d{2})$/.exec(surface) ?? []
  if (hours === undefined || minutes === undefined) return undefined
  const isTime = hourWords.has(before) || zones.has(after[0] ?? '')
  return isTime ? clock(Number(hours), minutes) : undefined
}

const hourWords = new Set(['pukul', 'jam'])
const zones = new Set(['wib', 'wita', 'wit'])

/** A context less what has no bearing on how a number reads, so that readings can be kept by it. */
export const bearing = ({ before, after: [next = '', year = ''] }: NumberContext): NumberContext => {
  const isMonth = months.includes(next)
  return {
    before: before in currencies || hourWords.has(before) ? before : '',
    after: [
      isMonth || next in scales || zones.has(next) ? next : '',
      isMonth && /^\d{4}$/.test(year) ? year : '',
    ],
  }
}

/**
 * A written Indonesian number in English, with the scale word, currency, month or hour that belongs to it: "1,5" before
 * triliun after Rp is "1.5 trillion rupiah", "12/7/2025" is "12 July 2025", "14.30" after pukul is "2.30 p.m.". Undefined
 * when the number says the same in both languages.
 */
export const readNumber = (surface: string, context: NumberContext): string | undefined => {
  const found = counted(surface) ?? dated(surface, context) ?? timed(surface, context)
  if (found) return found
  const match = /^(Rp\.?|US\$|AS\$|A\$|S\$|HK\$|[$€£¥])?([\d.,]*\d)(%|‰|°[CF]?)?$/i.exec(surface)
  const digits = match?.[2] && englishDigits(match[2])
  if (!match || !digits) return undefined
  const scale = own(scales, context.after[0])
  const sign = (match[1] ?? (Object.hasOwn(currencies, context.before) ? context.before : ''))
    .toLowerCase()
    .replace('.', '')
  const read = [digits + (own(units, match[3]) ?? ''), scale, own(currencies, sign)].filter(Boolean).join(' ')
  return read === surface ? undefined : read
}
