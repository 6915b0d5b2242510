import './day.css'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Choices } from '../../frame/Choices.tsx'
import { Chart } from '../../shared/Chart.tsx'
import { DaySwitch, useAskedDay } from '../../shared/DaySwitch.tsx'
import { dayWithWeekday, instant, number } from '../../shared/format.ts'
import { useLanguage, useSay, useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys } from '../../shared/keyboard.ts'
import { useOpening } from '../../shared/opening.tsx'
import { Loaded, Page, Section } from '../../shared/Page.tsx'
import { PaperDialog } from '../../shared/PaperDialog.tsx'
import { queries, useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { seriesOf, unitOf } from '../today/TodayPage.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { CountsPart } from './CountsPart.tsx'
import { DaysStrip } from './DaysStrip.tsx'
import { DeadlinesPart, MoneyPart, OpenPart, StockPart } from './FigureParts.tsx'
import type { Report } from './figures.ts'
import { LatePart } from './LatePart.tsx'
import { Unclosed } from './Unclosed.tsx'
import { words } from './words.ts'

/** Whether the day is closed, by whom, and where the journal stood. */
const Standing = ({ report }: { readonly report: Report }) => {
  const t = useWords(words)
  const say = useSay()
  const { closed } = report
  return (
    <>
      {closed === null ? <p className="day-state"><b>{t('notClosed')}</b><span className="quiet">{t('notClosedHint')}</span></p> : (
        <p className="day-state closed">
          <b>✓ {t('state_closed')}</b>
          <span>{t('closedBy', { at: instant(closed.at), by: closed.by })}</span>
          <span className="quiet">{t('headAt', { seq: number(closed.head.seq) })} <span className="hash mono">{closed.head.hash.slice(0, 16)}…</span></span>
          {closed.note !== '' && <span>{t('noteLine', { note: closed.note })}</span>}
        </p>
      )}
      {report.notes.map(({ id, line }) => <p key={`${id} ${line.en}`} className="finding-note answer">{say(line)}</p>)}
    </>
  )
}

/** The hours of the day as bars. */
const Hours = ({ day }: { readonly day: string }) => {
  const t = useWords(words)
  const say = useSay()
  const counts = useRoute('dayCounts', { query: { day } }, { keep: true })
  const data = counts.data
  if (data === undefined || data.hours.length === 0) return null
  const hours = [...new Set([...Array.from({ length: 11 }, (_, index) => index + 8), ...data.hours.map((row) => row.hour)])].sort((a, b) => a - b)
  return (
    <Section title={t('byHour')}>
      <Chart title={t('byHour')} labelTitle={t('hour')} unit={say(unitOf(data.kinds))} labels={hours.map((hour) => `${String(hour)}:00`)} series={seriesOf(data.kinds, data.hours, hours.map(String), (row) => String(row.hour), say)} bare />
    </Section>
  )
}

/** 日结: the figures of a day, what came late for it, its sheet, and the signature that closes it. */
const DayPage = () => {
  const t = useWords(words)
  const say = useSay()
  const language = useLanguage()
  const { may } = useSession()
  const { day, today, setParams } = useAskedDay()
  const [sheet, setSheet] = useState(false)
  const [only, setOnly] = useState('')
  const [closing, setClosing] = useState(false)
  const { number: count, dialog } = useOpening()
  const answer = useRoute('getDayReport', { params: { day } }, { keep: true, every: 60_000, fresh: 0 })
  const days = useRoute('listDays', { query: { month: today.slice(0, 7) } }, { keep: true, fresh: 0 })
  const report = answer.data?.day === day ? answer.data : undefined
  const mayClose = report?.mayClose === true && may('day.close')
  useEffect(() => { setSheet(false); setClosing(false) }, [day])
  const go = (to: string): void => setParams({ day: to }, { replace: true })
  const renew = (): void => {
    for (const route of ['getDayReport', 'listDays', 'getDashboard', 'getHealth']) void queries.invalidateQueries({ queryKey: [route] })
  }
  usePageKeys([
    { key: 'F8', label: t('sheet'), run: () => setSheet(true) },
    ...(may('day.close') ? [{ key: 'F9', label: t('close'), disabled: !mayClose, run: () => setClosing(true) }] : []),
  ])
  return (
    <Page
      title={t('title')} lead={t('lead')} wide
      acts={
        <>
          <DaySwitch value={day} last={today} onChange={go} />
          <Button onClick={() => setSheet(true)}>{t('sheet')} <KeyCap name="F8" /></Button>
          {may('day.close') && <Button type="primary" disabled={!mayClose} onClick={() => setClosing(true)}>{t('close')} <KeyCap name="F9" /></Button>}
        </>
      }
    >
      {may('day.close') && <Unclosed days={days.data?.unclosed ?? []} now={day} />}
      <DaysStrip day={day} today={today} onChange={go} />
      <Loaded of={answer}>
        {(data) => (
          <>
            <h2 className="day-title">{dayWithWeekday(data.day, language)}</h2>
            <Standing report={data} />
            <div className="day-body"><div className="day-columns"><div className="day-side"><CountsPart report={data} number={count} /><MoneyPart report={data} number={count} /></div><div className="day-side"><DeadlinesPart report={data} /><OpenPart report={data} /></div></div></div>
            <StockPart report={data} />
            {data.late.length > 0 || data.closed !== null ? <LatePart title={t('late')} hint={t('lateHint')} lines={data.late} day={data.day} /> : null}
            {data.enteredHere.length > 0 && <LatePart title={t('enteredHere')} lines={data.enteredHere} day={data.day} />}
          </>
        )}
      </Loaded>
      <Hours day={day} />
      {sheet && (
        <PaperDialog
          route="daySheet" args={{ query: { day, ...(only !== '' && { window: only }) } }} name={`${t('sheet')}-${day}.pdf`} title={t('sheet')} version={`${report?.seen ?? ''} ${report?.closed?.at ?? ''}`} onClose={() => setSheet(false)}
          before={report !== undefined && report.windows.length > 1 && <Choices label={t('sheetOf')} value={only} options={[{ value: '', title: t('sheetAll') }, ...report.windows.map((window) => ({ value: window.id, title: say(window.title) }))]} onChange={setOnly} />}
        />
      )}
      {closing && report !== undefined && <CloseDialog report={report} earlier={(days.data?.unclosed ?? []).filter((one) => one < day)} onCancel={() => setClosing(false)} onChanged={renew} onDone={() => { setClosing(false); renew() }} />}
      {dialog}
    </Page>
  )
}

export default DayPage
