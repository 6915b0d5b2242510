import { Link } from 'wouter'
import type { DayFigures } from '../../../domain/reports/shapes.ts'
import type { Text } from '../../../domain/text.ts'
import { yuan } from '../../../domain/waiver/money.ts'
import { number as plain } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { openingPath, type Openings } from '../../shared/opening.tsx'
import { Section } from '../../shared/Page.tsx'
import { findWindow } from '../../windows.ts'
import { balanceOf, changedTo, figuresOf, type Report } from './figures.ts'
import { words } from './words.ts'

interface Part { readonly report: Report }
/** The short name of a window, as the rail and the lists have it. */
const titleOf = (report: Report, window: string): Text => findWindow(window)?.short ?? findWindow(window)?.title ?? report.windows.find(({ id }) => id === window)?.title ?? { zh: window, en: window }

/** Cases that were left open, by window and state. */
export const OpenPart = ({ report }: Part) => {
  const t = useWords(words)
  const say = useSay()
  const open = figuresOf(report).open.filter(({ count }) => count !== 0)
  const pathOf = ({ window, state }: DayFigures['open'][number]): string | undefined => findWindow(window)?.casesPath({ state: state.split('.').at(-1) ?? state })
  return (
    <Section title={t('open')} acts={<span className="quiet">{t('openHint')}</span>}>
      {open.length === 0 ? <p className="quiet">{t('noneOpen')}</p> : (
        <table className="plain-table day-table full counted-table">
          <thead><tr><th scope="col">{t('window')}</th><th scope="col">{t('state')}</th><th scope="col" className="end">{t('count')}</th></tr></thead>
          <tbody>
            {open.map((row) => {
              const path = pathOf(row)
              return <tr key={`${row.window} ${row.state}`}><td className="quiet nowrap">{say(titleOf(report, row.window))}</td><th scope="row">{say(row.title)}</th><td className="end">{path === undefined ? plain(row.count) : <Link className="open-number" href={path}>{plain(row.count)}</Link>}</td></tr>
            })}
          </tbody>
        </table>
      )}
    </Section>
  )
}

const movements = ['opening', 'received', 'issued', 'reissued', 'spoiled', 'returned', 'closing'] as const

/** The line of blank booklets with its balance; what is otherwise now stands beside the signed number. */
export const StockPart = ({ report }: Part) => {
  const t = useWords(words)
  const { stock } = figuresOf(report)
  if (stock.length === 0) return null
  return (
    <Section title={t('stockTitle')}>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('stock')}>
        <table className="plain-table day-table full counted-table">
          <thead><tr><th scope="col">{t('stockType')}</th>{movements.map((key) => <th key={key} scope="col" className="end">{t(key)}</th>)}<th scope="col">{t('balance')}</th></tr></thead>
          <tbody>
            {stock.map((row) => {
              const now = report.closed === null ? undefined : report.now.stock.find(({ type }) => type === row.type)
              const should = balanceOf(row)
              return (
                <tr key={row.type}>
                  <th scope="row">{t(row.type)}</th>
                  {movements.map((key) => {
                    const differs = now !== undefined && now[key] !== row[key]
                    return <td key={key} className={`end ${differs ? 'now-differs' : ''}`}>{key === 'closing' ? <Link className="open-number" href="/stock">{plain(row[key])}</Link> : plain(row[key])}{differs && <small> ({t('nowHead')} {plain(now[key])})</small>}</td>
                  })}
                  <td>{should === row.closing ? <span className="tag good">{t('balances')}</span> : <span className="tag stop">{t('balanceFails', { n: plain(should) })}</span>}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

/** Money waived and rewarded. */
export const MoneyPart = ({ report, number }: Part & { readonly number: Openings['number'] }) => {
  const t = useWords(words)
  const say = useSay()
  const { money } = figuresOf(report)
  return (
    <Section title={t('money')}>
      {money.length === 0 ? <p className="quiet">{t('noMoney')}</p> : (
        <table className="plain-table day-table full counted-table">
          <thead><tr><th scope="col">{t('what')}</th><th scope="col" className="end">{t('times')}</th><th scope="col" className="end">{t('yuan')}</th></tr></thead>
          <tbody>
            {money.map((row) => {
              const now = report.closed === null ? undefined : changedTo(row, report.now.money, ({ fen }) => fen, 0)
              return <tr key={`${row.window} ${row.kind}`}><th scope="row">{say(row.title)}</th><td className="end">{number({ window: row.window, kind: row.kind, from: report.day, to: report.day }, row.count, say(row.title))}</td><td className={`end ${now === undefined ? '' : 'now-differs'}`}>{yuan(row.fen)}{now !== undefined && <small> ({t('nowHead')} {yuan(now)})</small>}</td></tr>
            })}
          </tbody>
        </table>
      )}
    </Section>
  )
}

/** Deadlines that fell on the day; the lists open as of that day. */
export const DeadlinesPart = ({ report }: Part) => {
  const t = useWords(words)
  const say = useSay()
  const rows = figuresOf(report).deadlines.filter(({ count }) => count !== 0)
  return (
    <Section title={t('deadlines')}>
      {rows.length === 0 ? <p className="quiet">{t('noDeadlines')}</p> : (
        <ul className="work-list">
          {rows.map((row) => {
            const path = openingPath({ window: row.window, kind: row.kind, from: report.day, to: report.day }, say(row.title))
            const words = <><span><b>{say(row.title)}</b> <span className="quiet">{say(titleOf(report, row.window))}</span></span><span>{plain(row.count)}</span></>
            return <li key={`${row.window} ${row.kind}`}>{path === undefined ? <span className="row work-row">{words}</span> : <Link href={path}>{words}</Link>}</li>
          })}
        </ul>
      )}
    </Section>
  )
}
