import { Alert, Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useSay, useWords } from '../../shared/i18n.ts'
import { JobProgress } from '../../shared/JobProgress.tsx'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys, type PageKey } from '../../shared/keyboard.ts'
import { EmptyState, FailurePanel, Page, Waiting } from '../../shared/Page.tsx'
import { PaperDialog } from '../../shared/PaperDialog.tsx'
import { usePut } from '../../shared/put.ts'
import { useAct, useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { PeriodRow } from '../statistics/counted/TablesFrame.tsx'
import { readPeriod } from '../statistics/period.ts'
import { ComplianceTabs } from './ComplianceTabs.tsx'
import { ReportView } from './ReportView.tsx'
import { StoreDialog } from './StoreDialog.tsx'
import { useJobRun } from './useJobRun.ts'
import { useAskedWindows, WindowChoice } from './WindowChoice.tsx'
import { words } from './words.ts'

const runOf = (result: unknown): string => (typeof result === 'object' && result !== null && 'run' in result && typeof result.run === 'string' ? result.run : '')

/** The report of a period that is chosen here: run, looked at, put away. */
export const RunPart = () => {
  const t = useWords(words)
  const say = useSay()
  const { office, may } = useSession()
  const [, navigate] = useLocation()
  const [params, put] = usePut()
  const fresh = useRef(false)
  const [dialog, setDialog] = useState<'store' | 'print'>()
  const period = readPeriod(params, office.today)
  const all = useAskedWindows()
  const given = params.get('windows')
  const windows = useMemo(() => (given === null ? all : all.filter((id) => given.split(',').includes(id))), [given, all])
  const run = params.get('run') ?? ''
  const start = useAct('startCompliance')
  const work = useJobRun((result) => {
    fresh.current = true
    put({ run: runOf(result), only: '' })
  })
  const shown = useRoute('getComplianceRun', { params: { id: run } }, { enabled: run !== '' && !work.busy, fresh: Infinity })
  const report = run === '' ? undefined : shown.data
  useEffect(() => {
    if (report === undefined || !fresh.current) return
    fresh.current = false
    // What fails takes the focus: arrows move, Enter opens the case.
    document.querySelector<HTMLElement>('.compliance .data-scroll')?.focus({ preventScroll: true })
  }, [report])
  const begin = (): void => {
    if (windows.length === 0 || work.busy) return
    start.mutate({ body: { ...period, windows: [...windows] } }, { onSuccess: work.watch })
  }
  const ready = report !== undefined && !work.busy
  const keys = useMemo<readonly PageKey[]>(() => [
    { key: 'F4', label: t(run === '' ? 'run' : 'runAgain'), disabled: work.busy || windows.length === 0, run: begin },
    { key: 'F8', label: t('print'), disabled: !ready, run: () => setDialog('print') },
    ...(may('report.store') ? [{ key: 'F9', label: t('store'), disabled: !ready, run: () => setDialog('store') }] : []),
  ], [t, may, run, work.busy, windows, ready, period.from, period.to]) // eslint-disable-line react-hooks/exhaustive-deps
  usePageKeys(keys)
  const name = `${t('title')}-${period.from}-${period.to}`
  return (
    <Page wide title={t('title')} lead={t('lead')} acts={<>
      <Button type={ready ? 'default' : 'primary'} disabled={work.busy || windows.length === 0} loading={start.isPending} onClick={begin}>{t(run === '' ? 'run' : 'runAgain')} <KeyCap name="F4" /></Button>
      <Button disabled={!ready} onClick={() => setDialog('print')}>{t('print')} <KeyCap name="F8" /></Button>
      {may('report.store') && <Button type={ready ? 'primary' : 'default'} disabled={!ready} onClick={() => setDialog('store')}>{t('store')} <KeyCap name="F9" /></Button>}
    </>}>
      <ComplianceTabs />
      <div className="compliance">
        <div className="compliance-choice">
        <PeriodRow period={period} onPeriod={({ from, to }) => put({ from, to, run: '', only: '' })} />
        <WindowChoice value={windows} onChange={(next) => put({ windows: next.length === all.length ? '' : next.length === 0 ? '-' : next.join(','), run: '', only: '' })} />
        </div>
        <FailurePanel failure={start.error ?? work.failure} onRetry={begin} />
        {work.state === 'failed' && <FailurePanel failure={work.job?.error === undefined ? t('failed') : say(work.job.error)} title={t('failed')} onRetry={begin} />}
        {work.state === 'cancelled' && <Alert type="info" showIcon title={t('cancelled')} />}
        {work.busy ? <JobProgress job={work.job} title={t('running')} onCancel={work.cancel} />
          : run === '' ? <EmptyState title={t('notRun')} hint={t('notRunHint')} />
            : shown.error?.code === 'not_found' ? <EmptyState title={t('gone')} hint={t('goneHint')} />
              : shown.error !== null ? <FailurePanel failure={shown.error} onRetry={() => void shown.refetch()} />
                : report === undefined ? <Waiting /> : <ReportView report={report.content} titles={report.titles} milliseconds={report.milliseconds} />}
      </div>
      {dialog === 'print' && <PaperDialog route="complianceSheet" args={{ params: { id: run } }} title={t('title')} name={`${name}.pdf`} onClose={() => setDialog(undefined)} />}
      {dialog === 'store' && report !== undefined && <StoreDialog run={run} report={report.content} onCancel={() => setDialog(undefined)} onDone={({ id }) => { setDialog(undefined); navigate(`/compliance/reports/${id}`) }} />}
    </Page>
  )
}
