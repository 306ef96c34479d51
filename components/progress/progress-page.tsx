'use client'

import Link from 'next/link'
import { useTranslation } from 'react-i18next'
import type { Progress } from '@/lib/study/progress'
import { languageTag } from '../ui/language-tag'
import { BarChart } from './bar-chart'
import { ChartFigure } from './chart-figure'
import { CoverageBars } from './coverage-bars'
import { Heatmap } from './heatmap'
import { LineChart } from './line-chart'
import { useProgress } from './use-progress'

/** How study is going: five charts, each with its table. */
export function ProgressPage() {
  const { t, i18n } = useTranslation('study')
  const statistics = useProgress()
  if (!statistics) return <p className="text-quiet">{t('loading')}</p>
  if (!statistics.hasHistory) {
    return (
      <div className="flex flex-col items-start gap-4">
        <p className="text-quiet text-lg">{t('emptyVocabulary')}</p>
        <Link href={`/${i18n.language}`} className="button button-main">
          {t('toLibrary')}
        </Link>
      </div>
    )
  }
  return (
    <div className="charts">
      <KnownChart statistics={statistics} />
      <ReviewsChart statistics={statistics} />
      <RetentionChart statistics={statistics} />
      <ForecastChart statistics={statistics} />
      <RootsChart statistics={statistics} />
    </div>
  )
}

type Props = { readonly statistics: Progress }

function useFormats() {
  const { i18n } = useTranslation()
  const date = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(languageTag(i18n.language), { timeZone: 'UTC', ...options })
    // A learner's day is a count of days; noon of it is that day everywhere.
    return (day: number) => format.format(day * 86_400_000 + 43_200_000)
  }
  const percent = new Intl.NumberFormat(languageTag(i18n.language), { style: 'percent' })
  return {
    short: date({ day: 'numeric', month: 'short' }),
    long: date({ dateStyle: 'long' }),
    weekday: date({ weekday: 'short' }),
    percent: (share: number) => percent.format(share),
    number: (value: number) => new Intl.NumberFormat(languageTag(i18n.language)).format(value),
  }
}

function KnownChart({ statistics }: Props) {
  const { t } = useTranslation('study')
  const { short, long, number } = useFormats()
  const now = statistics.known.at(-1)?.count ?? 0
  const gained = now - (statistics.known.at(-31)?.count ?? 0)
  const summary = t('knownSummary', { count: now, gained: number(gained) })
  return (
    <ChartFigure
      title={t('knownTitle')}
      summary={summary}
      columns={[t('columnDay'), t('columnKnown')]}
      rows={[...statistics.known].reverse().map(({ day, count }) => [long(day), number(count)])}
    >
      <LineChart
        summary={summary}
        points={statistics.known.map(({ day, count }) => ({ label: short(day), value: count }))}
      />
    </ChartFigure>
  )
}

/** Monday is 0; the first day of the count, 1 January 1970, was a Thursday. */
const weekdayOf = (day: number): number => (day + 3) % 7

function ReviewsChart({ statistics }: Props) {
  const { t } = useTranslation('study')
  const { long, weekday, number } = useFormats()
  const total = statistics.perDay.reduce((sum, { count }) => sum + count, 0)
  const summary = `${t('reviewsSummary', { count: total })} ${t('streak', { count: statistics.streak })}`
  const monday = 4
  return (
    <ChartFigure
      title={t('reviewsTitle')}
      summary={summary}
      columns={[t('columnDay'), t('columnReviews')]}
      rows={[...statistics.perDay].reverse().map(({ day, count }) => [long(day), number(count)])}
    >
      <Heatmap
        summary={summary}
        days={[monday, monday + 2, monday + 4, monday + 6].map(weekday)}
        cells={statistics.perDay.map(({ day, count }) => ({
          label: long(day),
          count,
          weekday: weekdayOf(day),
        }))}
      />
    </ChartFigure>
  )
}

function RetentionChart({ statistics }: Props) {
  const { t } = useTranslation('study')
  const { short, long, percent, number } = useFormats()
  const { share, answers } = statistics.retention
  const target = percent(statistics.target)
  const summary =
    share === null
      ? t('retentionNone', { target })
      : t('retentionSummary', { share: percent(share), target, count: answers })
  return (
    <ChartFigure
      title={t('retentionTitle')}
      summary={summary}
      columns={[t('columnWeek'), t('columnAnswers'), t('columnRight')]}
      rows={[...statistics.weeks]
        .reverse()
        .map((week) => [
          long(week.day),
          number(week.answers),
          week.share === null ? '–' : percent(week.share),
        ])}
    >
      <LineChart
        summary={summary}
        top={1}
        format={percent}
        target={{ value: statistics.target, label: t('targetLabel', { target }) }}
        points={statistics.weeks.map((week) => ({ label: short(week.day), value: week.share }))}
      />
    </ChartFigure>
  )
}

function ForecastChart({ statistics }: Props) {
  const { t } = useTranslation('study')
  const { short, long, number } = useFormats()
  const today = statistics.forecast[0]?.count ?? 0
  const total = statistics.forecast.reduce((sum, { count }) => sum + count, 0)
  const summary = t('forecastSummary', { today: number(today), count: total })
  return (
    <ChartFigure
      title={t('forecastTitle')}
      summary={summary}
      columns={[t('columnDay'), t('columnCards')]}
      rows={statistics.forecast.map(({ day, count }) => [long(day), number(count)])}
    >
      <BarChart
        summary={summary}
        points={statistics.forecast.map(({ day, count }) => ({ label: short(day), value: count }))}
      />
    </ChartFigure>
  )
}

function RootsChart({ statistics }: Props) {
  const { t } = useTranslation('study')
  const { percent, number } = useFormats()
  if (statistics.roots.length === 0) return null
  const bars = statistics.roots.map(({ of, known }) => ({
    label: t('commonest', { count: of }),
    value: `${number(known)} · ${percent(of === 0 ? 0 : known / of)}`,
    share: of === 0 ? 0 : known / of,
  }))
  const summary = t('rootsSummary')
  return (
    <ChartFigure
      title={t('rootsTitle')}
      summary={summary}
      columns={[t('columnRoots'), t('columnKnown')]}
      rows={bars.map(({ label, value }) => [label, value])}
    >
      <CoverageBars
        summary={`${summary} ${bars.map(({ label, value }) => `${label}: ${value}`).join('; ')}`}
        bars={bars}
      />
    </ChartFigure>
  )
}
