/** Abbreviations that a name or number always follows: the stop after them never ends a sentence. */
const leading =
  'dr drs dra drg ir h hj kh tgk prof tn ny nn sdr sdri bpk bp yth alm almh st mr mrs ms jl jln gg kav kab kec kel ds pt cv ud ' +
  'rp vs a.l d.a a.n u.p u.b s.d c.q cq ca k.h h.c r.a r.m kol kapt letkol letjen mayjen brigjen jend irjen brigjen kombes ' +
  'akbp kompol iptu ipda aiptu serma serka pdt pst ust ustaz psl vol ed eds cet jil gbr tgl telp tlp hlm ttd bdk yg dgn utk lih lhr'

/** Abbreviations that may close a sentence: the stop ends it when a capital letter follows. */
const closing = 'dll dsb dkk dst tbk jr sr ltd inc corp co bhd dsj tsb ybs'

/** Words that are abbreviations only in front of a number: "No. 5", "hal. 12", "pukul 5. Lalu". */
const numeral = 'no nomor nmr hal ps ay pkl psl jan feb mar apr jun jul agt sep okt nov des'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

export const leadingAbbreviations = set(leading)
export const closingAbbreviations = set(closing)
export const numeralAbbreviations = set(numeral)

/** Words after which a lone capital is a label and no initial: "vitamin C. Dia ..." ends a sentence. */
export const labelNouns = set(
  'vitamin grup kelas blok hepatitis tipe golongan seri rencana opsi poin huruf kategori pihak kelompok plan tim gedung nilai',
)

const withStop = new Set([...leadingAbbreviations, ...closingAbbreviations])
const longest = Math.max(...[...withStop].map((word) => word.length))

/** True when the stop after this word (given without its last stop) belongs to the word. */
export const isAbbreviation = (word: string): boolean => {
  if (word.length <= longest && withStop.has(word.toLowerCase())) return true
  return word.includes('.') && /^(\p{L}\p{M}*\.)+\p{L}{1,3}$/u.test(word)
}
