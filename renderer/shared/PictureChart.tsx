/**
 * A picture of the api with its table: every mark of the drawing and every number of the table opens its cases.
 *   const { open, number, dialog } = useOpening()
 *   <PictureChart picture={data} open={open} number={number} />
 */
import './picture.css'
import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState, useSyncExternalStore } from 'react'
import { Link, useLocation } from 'wouter'
import type { Picture } from '../../api/schemas/reports.ts'
import { useLanguage, useSay, useWords } from './i18n.ts'
import type { Openings } from './opening.tsx'
import { drawingHeight, drawnPart, mostRanked, isShare, markOf, peaksOf, pictureOption, valueWords, type Mark } from './pictureOption.ts'
import { usePreferences, useShade } from './preferences.ts'
import { shared } from './words.ts'

const EChart = lazy(() => import('./EChart.tsx'))

const paper = typeof matchMedia === 'undefined' ? undefined : matchMedia('print')
const subscribePaper = (listener: () => void): (() => void) => {
  paper?.addEventListener('change', listener)
  return () => paper?.removeEventListener('change', listener)
}
/** True while the page is laid out for paper. */
const useOnPaper = (): boolean => useSyncExternalStore(subscribePaper, () => paper?.matches === true)

export interface PictureChartProps extends Pick<Openings, 'open' | 'number'> {
  readonly picture: Picture
  /** Where a mark leads instead of its cases, as to the report that it was drawn from. */
  readonly pathOf?: (mark: Mark) => string | undefined
}

export const PictureChart = ({ picture, open, number, pathOf }: PictureChartProps) => {
  const t = useWords(shared)
  const say = useSay()
  const language = useLanguage()
  const chosen = useShade()
  const shade = useOnPaper() ? 'light' : chosen
  const { size } = usePreferences()
  const [, navigate] = useLocation()
  const [table, setTable] = useState(false)
  const drawn = useMemo(() => drawnPart(picture), [picture])
  const option = useMemo(() => pictureOption(drawn, { shade, size, language }), [drawn, shade, size, language])
  const share = isShare(picture)
  const what = ({ series, label }: Mark): string => [say(picture.title), ...(picture.series.length > 1 ? [say(picture.series[series]?.title ?? picture.title)] : []), say(picture.labels[label]?.title ?? picture.title)].join(' · ')
  const pick = (mark: Mark | undefined): void => {
    if (mark === undefined || (picture.series[mark.series]?.values[mark.label] ?? null) === null) return
    const path = pathOf?.(mark)
    if (path !== undefined) navigate(path)
    else if (picture.series[mark.series]?.values[mark.label] !== 0) open(picture.series[mark.series]?.open[mark.label], what(mark))
  }
  const value = (mark: Mark, opens: boolean) => {
    const found = picture.series[mark.series]?.values[mark.label]
    const words = valueWords(found, share)
    const path = opens && found !== null && found !== undefined ? pathOf?.(mark) : undefined
    if (path !== undefined) return <Link className="open-number" href={path} aria-label={`${what(mark)} ${words}`}>{words}</Link>
    return opens && found !== null && found !== undefined && found !== 0 ? number(picture.series[mark.series]?.open[mark.label], found, what(mark), words) : words
  }
  const peaks = picture.form === 'calendar' ? peaksOf(picture) : []
  const unit = say(picture.unit)
  return (
    <figure className={`chart picture-chart ${table ? '' : 'drawn'}`}>
      <figcaption className="bare">
        {picture.note !== undefined && <span className="quiet picture-note">{say(picture.note)}</span>}
        <Button size="small" className="no-print" aria-pressed={table} onClick={() => setTable(!table)}>{table ? t('asChart') : t('asTable')}<span className="hidden-words"> {say(picture.title)}</span></Button>
      </figcaption>
      {!table && drawn !== picture && <p className="quiet">{t('drawnFirst', { n: mostRanked, all: picture.labels.length })}</p>}
      {!table && (
        <div className="chart-drawing" style={{ height: (drawingHeight(drawn) * size) / 14 }} aria-hidden="true">
          <Suspense fallback={null}><EChart option={option} nearest={picture.form === 'lines' || picture.form === 'stacked'} onPick={(event) => pick(markOf(event))} /></Suspense>
        </div>
      )}
      {peaks.length > 0 && <p className="picture-peaks"><span className="quiet">{t('peaks')}</span>{peaks.map((mark) => <span key={mark.label}>{say(picture.labels[mark.label]?.title ?? picture.title)} <b>{value(mark, true)}</b></span>)}</p>}
      <div className={table ? 'chart-table counted-table' : 'hidden-words'} {...(table && { tabIndex: 0, role: 'region', 'aria-label': say(picture.title) })}>
        <table>
          <caption className="hidden-words">{say(picture.title)}</caption>
          <thead>
            <tr>
              <th scope="col">{say(picture.labelTitle)}</th>
              {picture.series.map((one) => <th key={one.id} scope="col" className="end">{say(one.title)} ({unit})</th>)}
            </tr>
          </thead>
          <tbody>
            {picture.labels.map((label, index) => (
              <tr key={label.id}>
                <th scope="row">{say(label.title)}</th>
                {picture.series.map((one, series) => <td key={one.id} className="end">{value({ series, label: index }, table)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
