import type { Metadata } from 'next'
import { DictionaryEntry } from '@/components/dictionary/dictionary-entry'
import { DictionarySearch } from '@/components/dictionary/dictionary-search'
import { MissingEntry } from '@/components/dictionary/missing-entry'
import { getDictionary } from '../../../lexicon'
import { localeOf, translate, type LocaleParams } from '../../../translate'

type Props = { readonly params: LocaleParams & Promise<{ readonly lemma: string }> }

/** A broken escape in an address is a word like any other, and is not found. */
const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part).normalize('NFC').trim()
  } catch {
    return part
  }
}

const wordOf = async (params: Props['params']): Promise<string> => decoded((await params).lemma).slice(0, 80)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translate(await localeOf(params), 'dictionary')
  const [dictionary, word] = [await getDictionary(), await wordOf(params)]
  const entry = dictionary.entry(word)
  if (!entry) return { title: t('missingTitle', { word }), robots: { index: false } }
  return {
    title: t('entryTitle', { lemma: entry.lemma }),
    description: t('entryDescription', { lemma: entry.lemma, gloss: dictionary.glossOf(entry.lemma) }),
  }
}

export default async function Page({ params }: Props) {
  const locale = await localeOf(params)
  const [dictionary, word] = [await getDictionary(), await wordOf(params)]
  const entry = dictionary.entry(word)
  return (
    <div className="page">
      <div className="dictionary">
        <DictionarySearch locale={locale} />
        {entry ? (
          <DictionaryEntry
            locale={locale}
            entry={entry}
            token={entry.lemma.includes(' ') ? undefined : await dictionary.read(entry.lemma)}
            band={dictionary.lexicon.band(entry.lemma)}
            rootGloss={dictionary.glossOf(entry.root)}
            family={dictionary.family(entry.root)}
            glosses={Object.fromEntries(
              dictionary.lexicon.family(entry.root).map((one) => [one, dictionary.glossOf(one)]),
            )}
            expressions={dictionary.expressions(entry.lemma)}
            examples={dictionary.examples(entry.lemma, 8)}
          />
        ) : (
          <MissingEntry locale={locale} word={word} near={dictionary.search(word, 12)} />
        )}
      </div>
    </div>
  )
}
