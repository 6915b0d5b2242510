import { Link } from 'wouter'
import { addDays } from '../../../domain/dates.ts'
import type { Reply } from '../../shared/client.ts'
import { instant, number as plain, percent } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import type { Openings } from '../../shared/opening.tsx'
import { EmptyState, Loaded } from '../../shared/Page.tsx'
import { PictureChart } from '../../shared/PictureChart.tsx'
import { useRoute } from '../../shared/query.ts'
import { Unclosed } from '../day/Unclosed.tsx'
import { words } from './words.ts'

export type Dashboard = Reply<'getDashboard'>
interface CardOf { readonly data: Dashboard }
interface Numbered extends CardOf { readonly number: Openings['number'] }

/** What was done today, a group a unit. */
export const TodayCard = ({ data, number }: Numbered) => {
  const t = useWords(words)
  const say = useSay()
  const rows = data.figures.filter(({ today }) => today !== 0)
  if (rows.length === 0) return <p className="quiet">{t('noneToday')}</p>
  return (
    <div className="figure-groups">
      {[...Map.groupBy(rows, ({ unit }) => unit.zh)].map(([unit, group]) => (
        <div key={unit} className="figures" role="group" aria-label={say(group[0]?.unit ?? { zh: unit, en: unit })}>
          {group.map((row) => (
            <div key={`${row.window} ${row.kind}`}>
              <div className="figure-number">{number({ window: row.window, kind: row.kind, from: data.today, to: data.today }, row.today, say(row.title))}<small>{say(row.unit)}</small></div>
              <div className="figure-title">{say(row.title)}</div>
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}

/** How many working days the booklets last by their use. */
export const StockCard = ({ data }: CardOf) => {
  const t = useWords(words)
  const say = useSay()
  if (data.stock.length === 0) return <p className="quiet">{t('noStock')}</p>
  return (
    <table className="plain-table counted-table compare">
      <thead><tr><th scope="col">{t('stockType')}</th><th scope="col" className="end">{t('left')}</th><th scope="col" className="end">{t('perDay')}</th><th scope="col" className="end">{t('days')}</th></tr></thead>
      <tbody>
        {data.stock.map((row) => (
          <tr key={row.type}><th scope="row">{say(row.title)}</th><td className="end"><Link className="open-number" href="/stock">{plain(row.left)}</Link></td><td className="end">{String(row.perDay)}</td><td className="end">{row.days === null ? <span className="quiet">{t('noUse')}</span> : <b>{plain(row.days)}</b>}</td></tr>
        ))}
      </tbody>
    </table>
  )
}

/** Days that nobody has closed. */
export const UnclosedCard = ({ data }: CardOf) => {
  const t = useWords(words)
  const days = useRoute('listDays', { query: { month: data.today.slice(0, 7) } }, { keep: true })
  return <Loaded of={days}>{({ unclosed }) => (unclosed.length === 0 ? <><p><span className="tag good">✓</span> {t('closedAll')}</p><p className="quiet">{t('neverClosed')}</p></> : <Unclosed days={unclosed} />)}</Loaded>
}

/** The compliance report that was put away last, with both numbers of its rate. */
export const ReportCard = () => {
  const t = useWords(words)
  const reports = useRoute('listReports', { query: { report: 'compliance', limit: 1 } }, { keep: true })
  return (
    <Loaded of={reports}>
      {({ reports: [last] }) => {
        if (last === undefined) return <EmptyState title={t('noReport')} hint={t('noReportHint')} act={<Link href="/compliance">{t('toCompliance')}</Link>} />
        const examined = last.passed + last.failed
        const whole = last.failed === 0 && last.unexamined === 0
        return (
          <>
            <p><Link href={`/compliance/reports/${last.id}`}>{t('reportOf', { from: last.from, to: last.to })}</Link> <span className="quiet">{t('reportAt', { at: instant(last.at), by: last.by })}</span></p>
            <div className="figures">
              <div><div className="figure-number">{percent(last.passed, examined)}</div><div className="figure-title">{t('rate')}: {t('rateOf', { passed: plain(last.passed), examined: plain(examined) })}</div></div>
            </div>
            <p className="row">{last.failed > 0 ? <span className="tag stop">{t('failed', { n: plain(last.failed) })}</span> : <span className={`tag ${whole ? 'good' : ''}`}>{t('noneFailed')}</span>}{last.unexamined > 0 && <span className="tag answer">{t('unexamined', { n: plain(last.unexamined) })}</span>}</p>
          </>
        )
      }}
    </Loaded>
  )
}

/** Days that are looked ahead. */
const ahead = 30

/** What falls due in the days to come. */
export const DeadlinesCard = ({ data, number, open }: Numbered & Pick<Openings, 'open'>) => {
  const answer = useRoute('getPicture', { params: { picture: 'deadlines' }, query: { from: data.today, to: addDays(data.today, ahead) } }, { keep: true })
  return <Loaded of={answer}>{(picture) => <PictureChart picture={picture} open={open} number={number} />}</Loaded>
}
