import '../statistics/counted/counted.css'
import { Link } from 'wouter'
import { unitText } from '../../../domain/statistics/units.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { openingTarget, type Openings } from '../../shared/opening.tsx'
import { EmptyState, Section } from '../../shared/Page.tsx'
import { signed } from '../statistics/counted/units.ts'
import { tableOf, type KindRow, type Report } from './figures.ts'
import { words } from './words.ts'

/** The count of a counter; a list of cases can be asked for by it. */
const OfCounter = ({ row, counter, day }: { readonly row: KindRow; readonly counter: string; readonly day: string }) => {
  const say = useSay()
  const count = row.counters.get(counter) ?? 0
  if (count === 0) return null
  const target = counter === '' ? undefined : openingTarget({ window: row.window, kind: row.kind, from: day, to: day }, say(row.title))
  if (target?.to !== 'list') return <>{signed(count)}</>
  return <Link className="open-number" href={`${target.path}&counter=${encodeURIComponent(counter)}`}>{signed(count)}</Link>
}

/** Kinds by counter, a part a window, each with its unit; of a closed day the signed figures, and beside them what is otherwise now. */
export const CountsPart = ({ report, number }: { readonly report: Report; readonly number: Openings['number'] }) => {
  const t = useWords(words)
  const say = useSay()
  const { counters, windows } = tableOf(report)
  const isClosed = report.closed !== null
  const span = counters.length + (isClosed ? 3 : 2)
  const open = (row: KindRow) => ({ window: row.window, kind: row.kind, from: report.day, to: report.day })
  const title = (row: KindRow): string => `${say(row.title)} (${say(row.unit)})`
  return (
    <Section title={t('counts')} acts={<span className="quiet">{t(isClosed ? 'closedHint' : 'notClosedHint')}</span>}>
      {windows.length === 0 ? <EmptyState title={t('none')} hint={t('noneHint')} /> : (
        <div className="table-frame" tabIndex={0} role="region" aria-label={t('counts')}>
          <table className="plain-table day-table counted-table">
            <thead>
              <tr>
                <th scope="col">{t('kind')}</th>
                <th scope="col">{t('unit')}</th>
                <th scope="col" className="end">{t(isClosed ? 'totalSigned' : 'total')}</th>
                {isClosed && <th scope="col" className="end">{t('nowHead')}</th>}
                {counters.map((counter) => <th key={counter} scope="col" className="end">{counter === '' ? t('noCounter') : t('counter', { n: counter })}</th>)}
              </tr>
            </thead>
            {windows.map((window) => (
              <tbody key={window.id}>
                <tr><th scope="rowgroup" colSpan={span + 1} className="window-head">{say(window.title)}</th></tr>
                {window.rows.map((row) => (
                  <tr key={row.kind}>
                    <th scope="row">{say(row.title)}</th>
                    <td className="quiet">{say(row.unit)}</td>
                    {/* What opens are the cases of now: a signed number that is no longer theirs stands plain. */}
                    <td className="end">{row.now === undefined ? number(open(row), row.total, title(row)) : signed(row.total)}</td>
                    {isClosed && <td className={`end ${row.now === undefined ? 'quiet' : 'now-differs'}`}>{row.now === undefined ? t('same') : <>{number(open(row), row.now, title(row))} <small>({row.now > row.total ? '+' : ''}{signed(row.now - row.total)})</small></>}</td>}
                    {counters.map((counter) => <td key={counter} className="end"><OfCounter row={row} counter={counter} day={report.day} /></td>)}
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </div>
      )}
    </Section>
  )
}

/** A unit as the lines of the journal write it, in the language of the desk. */
export const useUnitWords = (): ((unit: string) => string) => {
  const say = useSay()
  return (unit) => say(unitText(unit))
}
