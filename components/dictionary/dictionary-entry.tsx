'use client'

import Link from 'next/link'
import { useTranslation } from 'react-i18next'
import type { AnnotatedToken } from '@/lib/language/annotation'
import type { FamilyNode } from '@/lib/language/family-tree'
import type { Entry } from '@/lib/language/lexicon'
import { AffixParts } from '../words/affix-parts'
import { Extras, Facts, Headword } from '../words/card-head'
import { Imported } from '../words/card-more'
import { LookElsewhere } from '../words/look-elsewhere'
import { OwnGloss } from '../words/own-gloss'
import { ExampleList, type ExampleSentence } from './example-list'
import { FamilyTree } from './family-tree'
import { wordPath } from './search-hits'

type Props = {
  readonly locale: string
  readonly entry: Entry
  /** The headword read on its own; undefined for an expression of several words. */
  readonly token: AnnotatedToken | undefined
  readonly band: number
  readonly rootGloss: string
  readonly family: FamilyNode
  /** First glosses of the family's words. */
  readonly glosses: Readonly<Record<string, string>>
  readonly expressions: readonly Entry[]
  readonly examples: readonly ExampleSentence[]
}

/** One headword with everything that is known of it. */
export function DictionaryEntry(props: Props) {
  const { locale, entry, token, band, rootGloss, family, glosses, expressions, examples } = props
  const { t } = useTranslation('dictionary')
  const analysis = token?.analyses[0]
  const isBuilt = analysis !== undefined && analysis.steps.length > 0 && analysis.root === entry.root
  return (
    <article className="grid gap-8" aria-labelledby="headword">
      <header className="grid gap-2">
        <h1 id="headword" lang="id" className="dictionary-word">
          {token && isBuilt ? <Headword token={token} /> : entry.lemma}
        </h1>
        <p className="text-quiet flex flex-wrap gap-x-2">
          <Facts
            pos={entry.pos}
            register={entry.register}
            band={band}
            isGuessable={token?.guessable ?? false}
          />
        </p>
        {token && isBuilt ? <Extras token={token} /> : null}
      </header>
      <section aria-labelledby="senses">
        <h2 id="senses">{t('senses')}</h2>
        <ol lang="en" className="dictionary-senses">
          {entry.senses.map(({ glosses: meanings }) => (
            <li key={meanings.join()}>{meanings.join('; ')}</li>
          ))}
        </ol>
      </section>
      <OwnGloss lemma={entry.lemma} isOpen={false} />
      <Imported forms={[entry.lemma]} />
      {analysis && isBuilt ? (
        <section aria-labelledby="built">
          <h2 id="built">{t('built')}</h2>
          <AffixParts analysis={analysis} rootGloss={rootGloss} />
        </section>
      ) : null}
      {family.built.length > 0 ? (
        <section aria-labelledby="family">
          <h2 id="family">{t('family', { root: family.word })}</h2>
          <FamilyTree locale={locale} root={family} glosses={glosses} current={entry.lemma} />
        </section>
      ) : null}
      {expressions.length > 0 ? <Expressions locale={locale} expressions={expressions} /> : null}
      <section aria-labelledby="examples">
        <h2 id="examples">{t('examples')}</h2>
        {examples.length > 0 ? (
          <ExampleList locale={locale} examples={examples} />
        ) : (
          <p className="text-quiet">{t('noExamples')}</p>
        )}
      </section>
      <LookElsewhere word={entry.lemma} />
    </article>
  )
}

type ExpressionsProps = { readonly locale: string; readonly expressions: readonly Entry[] }

function Expressions({ locale, expressions }: ExpressionsProps) {
  const { t } = useTranslation('dictionary')
  return (
    <section aria-labelledby="expressions">
      <h2 id="expressions">{t('partOfTerms')}</h2>
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {expressions.map(({ lemma, senses }) => (
          <li key={lemma}>
            <Link href={wordPath(locale, lemma)} prefetch={false} lang="id" className="font-serif">
              {lemma}
            </Link>{' '}
            <span lang="en" className="text-quiet">
              {senses[0]?.glosses[0]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
