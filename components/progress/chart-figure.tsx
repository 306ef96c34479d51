'use client'

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  readonly title: string
  /** The chart in one sentence; read out in its place. */
  readonly summary: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly [label: string, ...values: string[]])[]
  readonly children: ReactNode
}

/** A chart with its title, its sentence and the table it was drawn from. */
export function ChartFigure({ title, summary, columns, rows, children }: Props) {
  const { t } = useTranslation('study')
  return (
    <figure className="chart">
      <figcaption>
        <h2 className="font-serif text-2xl font-normal">{title}</h2>
        <p className="text-quiet tabular">{summary}</p>
      </figcaption>
      {children}
      <details>
        <summary>{t('asTable')}</summary>
        <div className="chart-table" tabIndex={0} role="region" aria-label={t('asTableOf', { title })}>
          <table className="tabular">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([label, ...values]) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {values.map((value, index) => (
                    <td key={index}>{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
