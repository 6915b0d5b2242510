import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { isCivilDate, monthRange, shiftMonth } from '../../../domain/dates.ts'
import type { Reply } from '../../shared/client.ts'
import { DataTable, type Column } from '../../shared/DataTable.tsx'
import { DayField } from '../../shared/DayField.tsx'
import { number, percent } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { EmptyState, Loaded, Page, Section } from '../../shared/Page.tsx'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { findWindow, type CasesFilter } from '../../windows.ts'
import { words } from './words.ts'

type Run = Reply<'inspectionRun'>
type Failing = Run['failing'][number]

const casesPath = (window: string, filter: CasesFilter): string => findWindow(window)?.casesPath(filter) ?? '/'

const results = ['total', 'qualified', 'failed', 'unexamined'] as const

/** The files of each window; each number opens them. */
const ByWindow = ({ run }: { readonly run: Run }) => {
  const t = useWords(words)
  const say = useSay()
  return (
    <div className="table-frame">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('window')}</th>
            {results.map((key) => <th key={key} scope="col" className="end">{t(key)}</th>)}
            <th scope="col" className="end">{t('rate')}</th>
          </tr>
        </thead>
        <tbody>
          {run.byWindow.map((row) => (
            <tr key={row.window}>
              <th scope="row">{say(row.title)}</th>
              {results.map((key) => (
                <td key={key} className="end">{row[key] === 0 ? 0 : <Link href={casesPath(row.window, { from: run.from, to: run.to, ...(key !== 'total' && { inspection: key }) })} className={key === 'failed' ? 'tag stop' : ''}>{number(row[key])}</Link>}</td>
              ))}
              <td className="end">{percent(row.qualified, row.qualified + row.failed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Rate = ({ run }: { readonly run: Run }) => {
  const t = useWords(words)
  return (
    <Section title={t('rate')} acts={<span className="quiet">{t('taken', { n: Math.max(1, Math.round(run.milliseconds)), files: number(run.total) })}</span>}>
      <div className="figures">
        <div>
          <div className="figure-number">{percent(run.numerator, run.denominator)}</div>
          <div className="figure-title">{run.denominator === 0 ? t('nothingExamined') : t('ofExamined', { numerator: number(run.numerator), denominator: number(run.denominator) })}</div>
        </div>
        {results.map((key) => (
          <div key={key}>
            <div className="figure-number">{number(run[key])}</div>
            <div className="figure-title">{t(key)}</div>
          </div>
        ))}
      </div>
      <ByWindow run={run} />
      {run.total > 0 && <p className={run.unexamined > 0 ? 'finding-note answer' : 'quiet'}>{run.unexamined > 0 ? t('notFull', { total: number(run.total), n: number(run.unexamined) }) : t('full', { total: number(run.total) })}</p>}
    </Section>
  )
}

const ByItem = ({ run }: { readonly run: Run }) => {
  const t = useWords(words)
  const say = useSay()
  return (
    <Section title={t('byItem')}>
      <div className="table-frame">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('window')}</th>
              <th scope="col">{t('item')}</th>
              <th scope="col" className="end">
                {t('passes')}
              </th>
              <th scope="col" className="end">
                {t('failed')}
              </th>
              <th scope="col" className="end">
                {t('notApplicable')}
              </th>
              <th scope="col" className="end">
                {t('unexamined')}
              </th>
            </tr>
          </thead>
          <tbody>
            {run.byItem.map((item) => (
              <tr key={`${item.window} ${item.item}`}>
                <td className="nowrap">{say(findWindow(item.window)?.short ?? findWindow(item.window)?.title ?? { zh: item.window, en: item.window })}</td>
                <th scope="row">{say(item.title)}</th>
                <td className="end">{number(item.pass)}</td>
                <td className="end">{item.fail > 0 ? <span className="tag stop">{number(item.fail)}</span> : 0}</td>
                <td className="end">{number(item.notApplicable)}</td>
                <td className="end">{number(item.unexamined)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

const FailingFiles = ({ run }: { readonly run: Run }) => {
  const t = useWords(words)
  const say = useSay()
  const [, navigate] = useLocation()
  const columns = useMemo<readonly Column<Failing>[]>(
    () => [
      { id: 'window', title: t('window'), width: '90px', text: (row) => say(findWindow(row.window)?.short ?? findWindow(row.window)?.title ?? { zh: row.window, en: row.window }) },
      { id: 'number', title: t('number'), width: '220px', text: (row) => row.line.number },
      { id: 'day', title: t('day'), width: '110px', text: (row) => row.line.day },
      { id: 'names', title: t('names'), width: '160px', text: (row) => row.line.names.join(' · ') },
      { id: 'what', title: t('what'), text: (row) => row.items.map((item) => say(item.message)).join(' ') },
    ],
    [t, say],
  )
  return (
    <Section title={t('failing')}>
      <DataTable name={t('failing')} columns={columns} rows={run.failing} rowKey={(row) => `${row.window} ${row.line.id}`} height={420} onOpen={(row) => navigate(findWindow(row.window)?.casePath(row.line.id) ?? '/')} empty={<EmptyState title={t('noFailing')} hint={t('noFailingHint')} />} />
      {run.failingMore && <p className="quiet">{t('more')}</p>}
    </Section>
  )
}

/** The 13-point examination of all files of a period: who passed, who failed and in what, and who was not examined. */
const InspectionPage = () => {
  const t = useWords(words)
  const { office } = useSession()
  const [params, setParams] = useSearchParams()
  const month = office.today.slice(0, 7)
  const given = (name: string): string => {
    const value = params.get(name) ?? ''
    return isCivilDate(value) ? value : ''
  }
  const [from, setFrom] = useState<string>(given('from') || monthRange(month).from)
  const [to, setTo] = useState<string>(given('to') || office.today)
  const right = isCivilDate(from) && isCivilDate(to) && from <= to
  const run = useRoute('inspectionRun', { query: { from, to } }, { enabled: right, keep: true })
  const choose = (first: string, last: string): void => {
    setFrom(first)
    setTo(last)
    setParams({ from: first, to: last }, { replace: true })
  }
  const before = monthRange(shiftMonth(month, -1))
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      acts={
        <>
          <div className="day-choice">
            <DayField aria-label={t('from')} value={from} onChange={setFrom} />
          </div>
          –
          <div className="day-choice">
            <DayField aria-label={t('to')} value={to} onChange={setTo} />
          </div>
          <Button onClick={() => choose(monthRange(month).from, office.today)}>{t('thisMonth')}</Button>
          <Button onClick={() => choose(before.from, before.to)}>{t('lastMonth')}</Button>
          <Button onClick={() => choose(`${month.slice(0, 4)}-01-01`, office.today)}>{t('thisYear')}</Button>
        </>
      }
    >
      {!right && from !== '' && to !== '' && <p className="finding-note stop">{t('orderWrong')}</p>}
      {right && (
        <Loaded of={run}>
          {(data) => (
            <>
              <Rate run={data} />
              <FailingFiles run={data} />
              <ByItem run={data} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}

export default InspectionPage
