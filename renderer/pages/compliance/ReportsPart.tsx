import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { rateShort } from '../../../domain/reports/rates.ts'
import type { Reply } from '../../shared/client.ts'
import { DataTable, type Column } from '../../shared/DataTable.tsx'
import { instant, number } from '../../shared/format.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { EmptyState, FailurePanel, Page } from '../../shared/Page.tsx'
import { usePages } from '../../shared/query.ts'
import { ComplianceTabs } from './ComplianceTabs.tsx'
import { useWindowTitle } from './useWindowTitle.ts'
import { useSession } from '../../shared/session.tsx'
import { words } from './words.ts'

type Stored = Reply<'listReports'>['reports'][number]

/** The reports that were put away, newest first. */
export const ReportsPart = () => {
  const t = useWords(words)
  const say = useSay()
  const windowTitle = useWindowTitle()
  const { may } = useSession()
  const [, navigate] = useLocation()
  const pages = usePages('listReports', { report: 'compliance', limit: 50 }, 'after')
  const rows = (pages.data?.pages as unknown as readonly Reply<'listReports'>[] | undefined)?.flatMap(({ reports }) => reports) ?? []
  const columns = useMemo<readonly Column<Stored>[]>(() => [
    { id: 'period', title: t('period'), width: '180px', text: (row) => t('range', { from: row.from, to: row.to }), render: (row) => <span className="row-name">{t('range', { from: row.from, to: row.to })}</span> },
    { id: 'windows', title: t('windows'), width: 'minmax(160px, 2fr)', text: (row) => row.windows.map(windowTitle).join(' · ') },
    { id: 'rate', title: t('rate'), width: '86px', align: 'end', text: (row) => say(rateShort(row)) },
    { id: 'failed', title: t('failedCases'), width: '72px', align: 'end', text: (row) => number(row.failed) },
    { id: 'unexamined', title: t('unexamined'), width: '98px', align: 'end', text: (row) => number(row.unexamined) },
    { id: 'total', title: t('total'), width: '84px', align: 'end', text: (row) => number(row.total) },
    { id: 'at', title: t('storedAt'), width: '132px', text: (row) => instant(row.at) },
    { id: 'by', title: t('by'), width: '96px', text: (row) => row.by },
    { id: 'remade', title: t('remade'), width: '112px', text: (row) => (row.remade === null ? t('never') : t(row.remade.same ? 'remadeSame' : 'remadeOther', { at: instant(row.remade.at) })), render: (row) => (row.remade === null ? <span className="quiet">{t('never')}</span> : <span className={`tag ${row.remade.same ? 'good' : 'stop'}`}>{t(row.remade.same ? 'sameShort' : 'otherShort')}</span>) },
  ], [t, say, windowTitle])
  return (
    <Page wide title={t('reports')} lead={t('storeNote')}>
      <ComplianceTabs />
      <FailurePanel failure={pages.error} onRetry={() => void pages.refetch()} />
      <DataTable name={t('reports')} columns={columns} rows={rows} rowKey={({ id }) => id} hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching} onOpen={({ id }) => navigate(`/compliance/reports/${id}`)} empty={<EmptyState title={t('noReports')} {...(may('report.store') ? { hint: t('noReportsHint') } : {})} />} />
    </Page>
  )
}
