import '../statistics/counted/counted.css'
import { number as plain } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import type { Openings } from '../../shared/opening.tsx'
import { findWindow } from '../../windows.ts'
import type { Dashboard } from './cards.tsx'
import { difference } from './layout.ts'
import { words } from './words.ts'

const Differs = ({ now, before }: { readonly now: number; readonly before: number }) => {
  const t = useWords(words)
  const { sign, by, percent } = difference(now, before)
  // Sign, direction and amount are words: no colour tells them.
  return <span className="differs"><span className="sign" aria-hidden="true">{sign}</span>{by} <small className="quiet">{percent === '' ? (now === 0 && before === 0 ? '' : t('noBefore')) : t('share', { percent })}</small></span>
}

/** The month to date against the same days of the month and of the year before, by window; every number opens its cases. */
export const MonthCard = ({ data, number }: { readonly data: Dashboard; readonly number: Openings['number'] }) => {
  const t = useWords(words)
  const say = useSay()
  const spans = ['month', 'monthBefore', 'yearBefore'] as const
  const rows = data.figures.filter((row) => spans.some((span) => row[span] !== 0))
  const windows = [...new Set(rows.map(({ window }) => window))]
  return (
    <>
    <div className="table-frame" tabIndex={0} role="region" aria-label={t('card_month')}>
      <table className="plain-table counted-table compare">
        <thead>
          <tr>
            <th scope="col">{t('kind')}</th><th scope="col">{t('unit')}</th>
            {spans.map((span) => <th key={span} scope="col" className="end">{t(span)}<small>{t('span', data.spans[span])}</small></th>)}
            <th scope="col" className="end">{t('against', { span: t('monthBefore') })}</th><th scope="col" className="end">{t('against', { span: t('yearBefore') })}</th>
          </tr>
        </thead>
        {windows.map((window) => {
          const desk = findWindow(window)
          return (
            <tbody key={window}>
              <tr><th scope="rowgroup" colSpan={7} className="window-head">{desk === undefined ? window : say(desk.title)}</th></tr>
              {rows.filter((row) => row.window === window).map((row) => (
                <tr key={row.kind}>
                  <th scope="row">{say(row.title)}</th>
                  <td className="quiet">{say(row.unit)}</td>
                  {spans.map((span) => <td key={span} className="end">{number({ window, kind: row.kind, ...data.spans[span] }, row[span], `${say(row.title)} ${t(span)}`)}</td>)}
                  <td className="end"><Differs now={row.month} before={row.monthBefore} /></td>
                  <td className="end"><Differs now={row.month} before={row.yearBefore} /></td>
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
    {rows.length < data.figures.length && <p className="quiet">{t('quietKinds', { n: plain(data.figures.length - rows.length) })}</p>}
    </>
  )
}
