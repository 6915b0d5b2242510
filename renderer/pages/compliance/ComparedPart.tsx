import { Link } from 'wouter'
import { movementOf, windowMovements } from '../../../domain/reports/compare.ts'
import { rateShort } from '../../../domain/reports/rates.ts'
import type { ComplianceReport } from '../../../domain/reports/shapes.ts'
import { instant, number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { Section } from '../../shared/Page.tsx'
import { useSession } from '../../shared/session.tsx'
import { pathOfFault } from './report.ts'
import { useWindowTitle } from './useWindowTitle.ts'
import { words } from './words.ts'

type Key = readonly [window: string, caseId: string]
const kinds = ['passed', 'failed', 'unexamined', 'notApplicable'] as const
const kindWords = { passed: 'passed', failed: 'failedCases', unexamined: 'unexamined', notApplicable: 'notApplicable' } as const

const Cases = ({ title, cases, report, titles, tone }: { readonly title: string; readonly cases: readonly Key[]; readonly report: ComplianceReport; readonly titles: Readonly<Record<string, string>>; readonly tone: 'good' | 'stop' }) => {
  const windowTitle = useWindowTitle()
  const { may } = useSession()
  if (cases.length === 0) return null
  const words = ([window, caseId]: Key): string => [windowTitle(window), report.failing.find((one) => one.window === window && one.id === caseId)?.number ?? caseId, titles[`${window}/${caseId}`] ?? ''].filter((part) => part !== '').join(' · ')
  return (
    <div>
      <h3><span className={`tag ${tone}`}>{number(cases.length)}</span> {title}</h3>
      <ul>{cases.map((one) => { const path = pathOfFault({ window: one[0], caseId: one[1] }); return <li key={one.join(' ')} className="data">{path === undefined || !may('case.search') ? words(one) : <Link href={path}>{words(one)}</Link>}</li> })}</ul>
    </div>
  )
}

/** Against the period before, judged in the same run, and against the last stored report of the same period: what was mended, what fails anew. */
export const ComparedPart = ({ report, titles }: { readonly report: ComplianceReport; readonly titles: Readonly<Record<string, string>> }) => {
  const t = useWords(words)
  const say = useSay()
  const { previous, against } = report
  const movements = windowMovements(report)
  const whole = movementOf(report, previous)
  const changed = against !== null && (against.mended.length > 0 || against.failedNow.length > 0)
  return (
    <>
      <Section title={t('againstTitle')} acts={against !== null && <span className="quiet">{t('againstOf', { at: instant(against.at) })} · <Link href={`/compliance/reports/${against.report}`}>{t('openStored')}</Link></span>}>
        {against === null ? <p className="quiet">{t('noAgainst')}</p> : (
          <>
            <div className="table-frame"><table className="plain-table">
              <thead><tr><th scope="col" />{kinds.map((kind) => <th key={kind} scope="col" className="end">{t(kindWords[kind])}</th>)}<th scope="col" className="end">{t('rate')}</th></tr></thead>
              <tbody>
                {([[t('againstOf', { at: instant(against.at) }), against.before], [t('now'), report]] as const).map(([title, sums]) => (
                  <tr key={title}><th scope="row">{title}</th>{kinds.map((kind) => <td key={kind} className="end">{number(sums[kind])}</td>)}<td className="end">{say(rateShort(sums))}</td></tr>
                ))}
              </tbody>
            </table></div>
            {!changed && <p className="row"><span className="tag good">✓</span> {t('noChange')}</p>}
            <div className="compared-lists">
              <Cases title={t('mended')} cases={against.mended} report={report} titles={titles} tone="good" />
              <Cases title={t('failedNow')} cases={against.failedNow} report={report} titles={titles} tone="stop" />
            </div>
            <p className={against.rulesChanged ? 'finding-note answer' : 'quiet'}>{t(against.rulesChanged ? 'rulesChanged' : 'rulesSame')}</p>
          </>
        )}
      </Section>
      <Section title={t('comparedTitle')} acts={<span className="quiet">{t('range', { from: previous.from, to: previous.to })}</span>}>
        <p>{say(whole.words)}</p>
        <div className="table-frame"><table className="plain-table">
          <thead><tr><th scope="col">{t('window')}</th>{(['before', 'now'] as const).flatMap((span) => kinds.slice(0, 3).map((kind) => <th key={`${span} ${kind}`} scope="col" className="end">{t(span)} · {t(kindWords[kind])}</th>))}<th scope="col" className="end">{t('before')} · {t('rate')}</th><th scope="col" className="end">{t('now')} · {t('rate')}</th><th scope="col" className="end">{t('movement')}</th></tr></thead>
          <tbody>
            {report.byWindow.map((row) => {
              const earlier = previous.byWindow.find(({ window }) => window === row.window)
              const difference = movements.find(({ window }) => window === row.window)?.difference ?? null
              return (
                <tr key={row.window}>
                  <th scope="row">{say(row.title)}</th>
                  {[earlier, row].flatMap((sums, span) => kinds.slice(0, 3).map((kind) => <td key={`${String(span)} ${kind}`} className="end">{sums === undefined ? '—' : number(sums[kind])}</td>))}
                  <td className="end">{earlier === undefined ? '—' : say(rateShort(earlier))}</td>
                  <td className="end">{say(rateShort(row))}</td>
                  <td className="end nowrap">{difference === null ? '—' : `${difference > 0 ? '+' : difference < 0 ? '−' : ''}${String(Math.abs(difference))} ${t('points')}`}</td>
                </tr>
              )
            })}
          </tbody>
        </table></div>
      </Section>
    </>
  )
}
