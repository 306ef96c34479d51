import enCard from '@/locales/en/card.json'
import enCommon from '@/locales/en/common.json'
import enDictionary from '@/locales/en/dictionary.json'
import enLibrary from '@/locales/en/library.json'
import enModel from '@/locales/en/model.json'
import enReader from '@/locales/en/reader.json'
import enStudy from '@/locales/en/study.json'
import idCard from '@/locales/id/card.json'
import idCommon from '@/locales/id/common.json'
import idDictionary from '@/locales/id/dictionary.json'
import idLibrary from '@/locales/id/library.json'
import idModel from '@/locales/id/model.json'
import idReader from '@/locales/id/reader.json'
import idStudy from '@/locales/id/study.json'
import type { Locale } from './locales'

const en = {
  card: enCard,
  common: enCommon,
  dictionary: enDictionary,
  library: enLibrary,
  model: enModel,
  reader: enReader,
  study: enStudy,
}

export type EnglishMessages = typeof en

/** Every message of the interface by namespace; a new namespace is one import per language and one name in each line. */
export type Messages = Readonly<Record<keyof EnglishMessages, Readonly<Record<string, string>>>>

const id: Messages = {
  card: idCard,
  common: idCommon,
  dictionary: idDictionary,
  library: idLibrary,
  model: idModel,
  reader: idReader,
  study: idStudy,
}

/** The messages of one language. */
export const messagesOf = (locale: Locale): Messages => (locale === 'id' ? id : en)
