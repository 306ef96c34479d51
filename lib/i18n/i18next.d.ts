import 'i18next'
import type { EnglishMessages } from './resources'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    keySeparator: false
    resources: EnglishMessages
  }
}
