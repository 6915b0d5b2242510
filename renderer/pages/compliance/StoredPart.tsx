import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { instant } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { JobProgress } from '../../shared/JobProgress.tsx'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys, type PageKey } from '../../shared/keyboard.ts'
import { FailurePanel, Loaded, Page } from '../../shared/Page.tsx'
import { PaperDialog } from '../../shared/PaperDialog.tsx'
import { queries, useAct, useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { ComplianceTabs } from './ComplianceTabs.tsx'
import { ReportView } from './ReportView.tsx'
import { useJobRun } from './useJobRun.ts'
import { words } from './words.ts'

/** A stored report as it was put away, and the way to make it again from the journal. */
export const StoredPart = ({ id }: { readonly id: string }) => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const [printing, setPrinting] = useState(false)
  const report = useRoute('getReport', { params: { id } })
  const remake = useAct('remakeReport')
  const work = useJobRun(() => {
    for (const key of ['getReport', 'listReports']) void queries.invalidateQueries({ queryKey: [key] })
  })
  const begin = (): void => { if (!work.busy) remake.mutate({ params: { id } }, { onSuccess: work.watch }) }
  const same = work.state === 'done' && typeof work.job?.result === 'object' && work.job.result !== null && 'same' in work.job.result ? work.job.result.same === true : undefined
  const keys = useMemo<readonly PageKey[]>(() => [{ key: 'F8', label: t('print'), run: () => setPrinting(true) }], [t])
  usePageKeys(keys)
  const stored = report.data?.stored
  return (
    <Page wide title={t('title')} lead={stored !== undefined && <span className="data">{t('storedFacts', { at: instant(stored.at), by: stored.by })}{stored.note === '' ? '' : ` · ${stored.note}`}</span>} acts={<>
      {may('report.store') && <Button disabled={work.busy} loading={remake.isPending} onClick={begin}>{t('remake')}</Button>}
      <Button type="primary" onClick={() => setPrinting(true)}>{t('print')} <KeyCap name="F8" /></Button>
    </>}>
      <ComplianceTabs />
      <div className="compliance">
        <p className="row"><Link href="/compliance/reports">‹ {t('toReports')}</Link>{stored !== undefined && <><span className="quiet">{t('digest')}</span><span className="hash">{stored.content}</span></>}{stored !== undefined && stored.remade !== null && <span className={`tag ${stored.remade.same ? 'good' : 'stop'}`}>{t(stored.remade.same ? 'remadeSame' : 'remadeOther', { at: instant(stored.remade.at) })}</span>}</p>
        <FailurePanel failure={remake.error ?? work.failure} onRetry={begin} />
        {work.state === 'failed' && <FailurePanel failure={work.job?.error === undefined ? t('failed') : say(work.job.error)} title={t('failed')} onRetry={begin} />}
        {work.state === 'cancelled' && <Alert type="info" showIcon title={t('cancelled')} />}
        {work.busy && <JobProgress job={work.job} title={t('remaking')} onCancel={work.cancel} />}
        {same !== undefined && <Alert type={same ? 'success' : 'error'} showIcon role="status" title={t(same ? 'remakeSame' : 'remakeOther')} />}
        <Loaded of={report}>{(data) => <ReportView report={data.content} titles={data.titles} digest={data.stored.content} />}</Loaded>
      </div>
      {printing && <PaperDialog route="reportSheet" args={{ params: { id } }} title={t('title')} name={`${t('title')}-${stored?.from ?? ''}-${stored?.to ?? ''}.pdf`} onClose={() => setPrinting(false)} />}
    </Page>
  )
}
