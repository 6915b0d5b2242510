/**
 * A chart of counts with its table: bars by default, drawn as SVG by echarts, which is loaded when the first chart is shown.
 *   <Chart title={t('byHour')} labels={hours} series={[{ name: t('marriages'), values }]} unit="对" onPick={(index) => navigate(…)} />
 * The table is the same numbers for who cannot see the drawing, and for whoever wants to copy them.
 */
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useWords } from './i18n.ts'
import { shared } from './words.ts'

export interface ChartProps {
  readonly title: string
  readonly labels: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[]
  readonly unit: string
  readonly height?: number
  readonly onPick?: (index: number) => void
  /** Long labels for the table, e.g. whole days where the axis shows day numbers only. */
  readonly longLabels?: readonly string[]
  readonly labelTitle: string
  /** Leaves out the visible heading, where the section has it already. */
  readonly bare?: boolean
}

const Drawing = lazy(() => import('./Drawing.tsx'))

export const Chart = (props: ChartProps) => {
  const t = useWords(shared)
  const [table, setTable] = useState(false)
  const { title, labels, series, longLabels = labels, labelTitle, height = 200, unit, bare = false } = props
  return (
    <figure className="chart">
      <figcaption className={bare ? 'bare' : ''}>
        {series.length > 1 && (
          <ul className="legend" aria-hidden="true">
            {series.map((one, index) => (
              <li key={one.name} className={`series-${String(index + 1)}`}>
                {one.name}
              </li>
            ))}
          </ul>
        )}
        <h3 className={bare ? 'hidden-words' : ''}>{title}</h3>
        <Button size="small" type="text" aria-pressed={table} onClick={() => setTable(!table)}>
          {table ? t('asChart') : t('asTable')}
        </Button>
      </figcaption>
      {!table && (
        <div className="chart-drawing" style={{ height }} aria-hidden="true">
          <Suspense fallback={null}>
            <Drawing {...props} />
          </Suspense>
        </div>
      )}
      <div className={table ? 'chart-table' : 'hidden-words'}>
        <table>
          <caption className="hidden-words">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{labelTitle}</th>
              {series.map((one) => (
                <th key={one.name} scope="col" className="end">
                  {one.name} ({unit})
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {longLabels.map((label, index) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {series.map((one) => (
                  <td key={one.name} className="end">
                    {one.values[index] ?? 0}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
