import { Fragment } from 'react'
import type { Indicator, Opening, TallyBook } from '../../../domain/reports/shapes.ts'
import { yuan } from '../../../domain/waiver/money.ts'
import { useLanguage, useSay, useWords } from '../../shared/i18n.ts'
import type { Openings } from '../../shared/opening.tsx'
import { Section } from '../../shared/Page.tsx'
import { signed, unitWords } from '../statistics/counted/units.ts'
import { growthOf } from './book.ts'
import { words } from './words.ts'

/** A figure of the summary as it is written: a count, or an amount in yuan. */
export const figureWords = (value: number, money: boolean): string => (money ? yuan(value).replace('-', '−').replace(/\B(?=(\d{3})+(?!\d))/g, ',') : signed(value))

/** What opens a line of which the period itself has nothing: its kind, which its id names after the window. */
const openingOf = ({ id, window, unit }: Pick<Indicator, 'id' | 'window' | 'unit'>, { from, to }: TallyBook): Opening => ({ window, kind: id.slice(window.length + 1).replace(`.${unit}`, ''), from, to })

const Growth = ({ now, before }: { readonly now: number; readonly before: number }) => <td className="end growth">{growthOf(now, before) ?? '—'}</td>

const Line = ({ line, book, coded, number }: { readonly line: Indicator; readonly book: TallyBook; readonly coded: boolean; readonly number: Openings['number'] }) => {
  const t = useWords(words)
  const say = useSay()
  const language = useLanguage()
  const title = say(line.title)
  const cell = (span: 'period' | 'previous' | 'yearBefore' | 'toDate') => {
    const opening = { ...(line.open ?? openingOf(line, book)), ...(span === 'period' ? {} : { from: book[span].from, to: book[span].to }) }
    return <td className="end">{number(line.money && line.open === null ? null : opening, line[span], `${title} ${t(span)}`, figureWords(line[span], line.money))}</td>
  }
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{line.money ? t('yuan') : unitWords(line.unit, language)}</td>
      {cell('period')}
      {cell('previous')}
      <Growth now={line.period} before={line.previous} />
      {cell('yearBefore')}
      <Growth now={line.period} before={line.yearBefore} />
      {cell('toDate')}
      <td className="end">{figureWords(line.toDateBefore, line.money)}</td>
      <Growth now={line.toDate} before={line.toDateBefore} />
      <td className={line.corrections < 0 ? 'end minus' : 'end'}>{line.corrections === 0 ? '' : `${line.corrections > 0 ? '+' : ''}${figureWords(line.corrections, line.money)}`}</td>
      {coded && <td className="mono">{line.code}</td>}
    </tr>
  )
}

/** 总表: every counted kind of every window over the spans, with unit and the office's own code of the line. */
export const Summary = ({ book, number }: { readonly book: TallyBook; readonly number: Openings['number'] }) => {
  const t = useWords(words)
  const say = useSay()
  const coded = book.indicators.some(({ code }) => code !== '')
  const range = ({ from, to }: { readonly from: string; readonly to: string }): string => t('range', { from, to })
  const numeric = [t('period'), t('previous'), t('onPrevious'), t('yearBefore'), t('onYear'), t('toDate'), t('toDateBefore'), t('onYear'), t('corrections')]
  const windows = [...book.windows.map(({ id }) => id), ...new Set(book.indicators.map(({ window }) => window).filter((id) => !book.windows.some((window) => window.id === id)))]
  return (
    <Section title={t('summary')}>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('summary')}>
        <table className="plain-table counted-table summary-table">
          <thead><tr><th scope="col">{t('item')}</th><th scope="col">{t('unit')}</th>{numeric.map((title, index) => <th key={index} scope="col" className="end">{title}</th>)}{coded && <th scope="col">{t('code')}</th>}</tr></thead>
          <tbody>
            {windows.map((id) => {
              const lines = book.indicators.filter(({ window }) => window === id)
              const title = book.windows.find((window) => window.id === id)?.title
              return lines.length === 0 ? null : (
                <Fragment key={id}>
                  {title !== undefined && <tr className="window-head"><th scope="colgroup" colSpan={coded ? 12 : 11}>{say(title)}</th></tr>}
                  {lines.map((line) => <Line key={line.id} line={line} book={book} coded={coded} number={number} />)}
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </div>
      <p className="quiet">{t('spansAre', { period: range(book), previous: range(book.previous), yearBefore: range(book.yearBefore), toDate: range(book.toDate) })}</p>
    </Section>
  )
}
