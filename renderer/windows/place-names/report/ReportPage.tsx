import './report.css'
import { Button, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { PlaceNameReport } from '../../../../api/schemas/boundaries.ts'
import { PeriodRow } from '../../../pages/statistics/counted/TablesFrame.tsx'
import { readPeriod } from '../../../pages/statistics/period.ts'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, Loaded, Page, Section } from '../../../shared/Page.tsx'
import { PaperDialog } from '../../../shared/PaperDialog.tsx'
import { usePut } from '../../../shared/put.ts'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { PlaceNameTabs } from '../shared/PlaceNameTabs.tsx'
import { casesWith, passedShare, pathOfRow } from './rows.ts'
import { words } from './words.ts'

type ReportedCase = PlaceNameReport['cases'][number]
const rowStep = 12
const caseStep = 30

const Headline = ({ report }: { readonly report: PlaceNameReport }) => {
  const t = useWords(words)
  const { passed, examined, failed, unanswered, complete, cases } = report
  const figures = [['cases', cases.length, ''], ['names', cases.reduce((sum, { names }) => sum + names, 0), ''], ['failed', failed, failed > 0 ? 'stop' : ''], ['unanswered', unanswered, unanswered > 0 ? 'answer' : '']] as const
  return (
    <Section title={t('headline')}>
      <div className="figures">
        <div><div className="figure-number">{passedShare(report) ?? <span className="quiet">{t('notWhole')}</span>}</div><div className="figure-title">{t('ofExamined', { passed: number(passed), examined: number(examined) })}</div></div>
        {figures.map(([id, value, tone]) => <div key={id}><div className={`figure-number ${tone === '' ? '' : `figure-${tone}`}`}>{number(value)}</div><div className="figure-title">{t(id)}</div></div>)}
      </div>
      {complete ? <p className="row"><span className="tag good">✓</span> {t('full')}</p> : (
        <>
          {failed > 0 && <p className="finding-note stop">{t('failing', { n: number(failed) })}</p>}
          {unanswered > 0 && <p className="finding-note answer">{t('notFull', { n: number(unanswered) })}</p>}
        </>
      )}
    </Section>
  )
}

const CaseRows = ({ of }: { readonly of: ReportedCase }) => {
  const t = useWords(words)
  const say = useSay()
  const [shown, setShown] = useState(rowStep)
  const fails = of.failing.filter(({ state }) => state === 'fail').length
  return (
    <li className="report-case">
      <p className="row">
        <Link href={`/place-names/${of.id}`}><b className="data">{of.title === '' ? of.id : of.title}</b></Link>
        {of.document !== '' && <span className="mono">{of.document}</span>}
        <span className="quiet">{t('decidedOn', { day: of.decidedOn })} · {t('nameCount', { n: number(of.names) })}</span>
        <span className={`tag ${fails > 0 ? 'stop' : 'answer'}`}>{t('caseCounts', { fail: number(fails), open: number(of.failing.length - fails) })}</span>
      </p>
      <ul className="report-rows">
        {of.failing.slice(0, shown).map((row) => (
          <li key={`${row.code} ${row.item} ${row.field ?? ''} ${row.title.zh}`}>
            <span className="mono">{row.code}</span>
            <span className={`tag ${row.state === 'fail' ? 'stop' : 'answer'}`}>{t(`state.${row.state}`)}</span>
            <span className="data">{row.name === '' ? <span className="quiet">{t('whole')}</span> : row.name}</span>
            <span>{say(row.title)}{row.message !== undefined && <> · <span className={row.state === 'fail' ? 'figure-stop' : 'quiet'}>{say(row.message)}</span></>}</span>
            <Link href={pathOfRow(of.id, row)} aria-label={t('openAtOf', { rule: `${row.code} ${row.name}` })}>{t('openAt')}</Link>
          </li>
        ))}
      </ul>
      {of.failing.length > shown && <Button size="small" onClick={() => setShown(shown + 200)}>{t('moreRows', { n: Math.min(200, of.failing.length - shown) })}</Button>}
    </li>
  )
}

const FailingCases = ({ report, code, onCode }: { readonly report: PlaceNameReport; readonly code: string; readonly onCode: (code: string) => void }) => {
  const t = useWords(words)
  const [onlyFailed, setOnlyFailed] = useState(false)
  const [shown, setShown] = useState(caseStep)
  const cases = useMemo(() => casesWith(report.cases, { onlyFailed, code }), [report, onlyFailed, code])
  const sound = report.cases.filter(({ failing }) => failing.length === 0).length
  return (
    <Section
      title={t('caseList')}
      acts={<span className="row">{code !== '' && <Button size="small" onClick={() => onCode('')}>{code} ✕ {t('allRules')}</Button>}<Checkbox checked={onlyFailed} onChange={(event) => setOnlyFailed(event.target.checked)}>{t('onlyFailed')}</Checkbox></span>}
    >
      {cases.length === 0 ? <p className="quiet">{t('caseListNone')}</p> : <ul>{cases.slice(0, shown).map((one) => <CaseRows key={one.id} of={one} />)}</ul>}
      {cases.length > shown && <Button onClick={() => setShown(shown + caseStep)}>{t('moreCases', { n: Math.min(caseStep, cases.length - shown) })}</Button>}
      {sound > 0 && <p className="quiet">{t('soundCases', { n: number(sound) })}</p>}
    </Section>
  )
}

const columns = ['pass', 'attested', 'fail', 'open', 'notApplicable'] as const
const RuleSums = ({ report, onCode }: { readonly report: PlaceNameReport; readonly onCode: (code: string) => void }) => {
  const t = useWords(words)
  const say = useSay()
  return (
    <Section title={t('rules')}>
      <div className="table-frame" tabIndex={0} role="region" aria-label={t('rules')}>
        <table className="plain-table report-sums">
          <thead><tr><th scope="col">{t('code')}</th><th scope="col">{t('rule')}</th>{columns.map((id) => <th key={id} scope="col" className="end">{t(id)}</th>)}</tr></thead>
          <tbody>
            {report.rules.map((rule) => (
              <tr key={`${rule.code} ${rule.rule}`}>
                <td className="mono">{rule.code}</td>
                <th scope="row"><Link href={`/rules?rule=${encodeURIComponent(rule.rule)}`}>{say(rule.title)}</Link> <span className="finding-law">{say(rule.law)}</span></th>
                {columns.map((id) => (
                  <td key={id} className="end">
                    {rule[id] > 0 && (id === 'fail' || id === 'open') ? <button type="button" className={`open-sum tag ${id === 'fail' ? 'stop' : 'answer'}`} aria-label={`${t(id)} ${number(rule[id])}: ${t('onlyRule', { code: rule.code })}`} onClick={() => onCode(rule.code)}>{number(rule[id])}</button> : <span className={rule[id] === 0 ? 'quiet' : ''}>{number(rule[id])}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

/** 合规: every case decided in a period against every rule; what fails and what nobody answered, each one press from its place in the case. */
export default function ReportPage() {
  const t = useWords(words)
  const { office } = useSession()
  const [params, put] = usePut()
  const [printing, setPrinting] = useState(false)
  const period = readPeriod(params, office.today)
  const code = params.get('code') ?? ''
  const report = useRoute('placeNameReport', { query: { ...period } }, { keep: true })
  usePageKeys([{ key: 'F8', label: t('print'), run: () => setPrinting(true) }])
  const onCode = (next: string): void => {
    put({ code: next })
    if (next !== '') requestAnimationFrame(() => document.getElementById('report-cases')?.scrollIntoView({ block: 'start' }))
  }
  return (
    <>
      <PlaceNameTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={<Button type="primary" onClick={() => setPrinting(true)}>{t('print')} <KeyCap name="F8" /></Button>}>
        <PeriodRow period={period} onPeriod={({ from, to }) => put({ from, to, code: '' })} />
        <Loaded of={report}>
          {(data) => (data.cases.length === 0 ? <EmptyState title={t('noCases')} hint={t('noCasesHint')} /> : (
            <>
              <Headline report={data} />
              <div id="report-cases"><FailingCases report={data} code={code} onCode={onCode} /></div>
              <RuleSums report={data} onCode={onCode} />
            </>
          ))}
        </Loaded>
        {printing && <PaperDialog route="printPlaceNameReport" args={{ query: { ...period } }} title={t('printTitle', { from: period.from, to: period.to })} name={`${t('title')}-${period.from}-${period.to}.pdf`} onClose={() => setPrinting(false)} />}
      </Page>
    </>
  )
}
