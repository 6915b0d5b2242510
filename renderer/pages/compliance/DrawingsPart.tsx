import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Reply } from '../../shared/client.ts'
import { DataTable, type Column } from '../../shared/DataTable.tsx'
import { instant, number } from '../../shared/format.ts'
import { useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys, type PageKey } from '../../shared/keyboard.ts'
import { EmptyState, FailurePanel, Page } from '../../shared/Page.tsx'
import { usePages } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { ComplianceTabs } from './ComplianceTabs.tsx'
import { DrawDialog } from './DrawDialog.tsx'
import { useWindowTitle } from './useWindowTitle.ts'
import { words } from './words.ts'

type Drawing = Reply<'listDrawings'>['drawings'][number]

/** 抽查: what was drawn, and how far each drawing has been examined. */
export const DrawingsPart = () => {
  const t = useWords(words)
  const windowTitle = useWindowTitle()
  const { may } = useSession()
  const [, navigate] = useLocation()
  const [drawing, setDrawing] = useState(false)
  const pages = usePages('listDrawings', {}, 'after')
  const rows = (pages.data?.pages as unknown as readonly Reply<'listDrawings'>[] | undefined)?.flatMap(({ drawings }) => drawings) ?? []
  const columns = useMemo<readonly Column<Drawing>[]>(() => [
    { id: 'period', title: t('period'), width: '186px', text: (row) => t('range', { from: row.from, to: row.to }), render: (row) => <span className="row-name">{t('range', { from: row.from, to: row.to })}</span> },
    { id: 'windows', title: t('windows'), width: 'minmax(150px, 2fr)', text: (row) => row.windows.map(windowTitle).join(' · ') },
    { id: 'population', title: t('population'), width: '74px', align: 'end', text: (row) => number(row.population) },
    { id: 'size', title: t('size'), width: '60px', align: 'end', text: (row) => number(row.size) },
    { id: 'passed', title: t('passed'), width: '60px', align: 'end', text: (row) => number(row.passed) },
    { id: 'failed', title: t('failedCases'), width: '70px', align: 'end', text: (row) => number(row.failed) },
    { id: 'left', title: t('left'), width: '82px', align: 'end', text: (row) => number(row.size - row.passed - row.failed) },
    { id: 'at', title: t('drawnAt'), width: '132px', text: (row) => instant(row.at) },
    { id: 'by', title: t('drawnBy'), width: '90px', text: (row) => row.by },
    { id: 'note', title: t('remark'), width: 'minmax(90px, 1fr)', text: (row) => row.note },
  ], [t, windowTitle])
  const mayDraw = may('case.inspect')
  const keys = useMemo<readonly PageKey[]>(() => (mayDraw ? [{ key: 'F4', label: t('draw'), run: () => setDrawing(true) }] : []), [t, mayDraw])
  usePageKeys(keys)
  return (
    <Page wide title={t('drawings')} lead={t('drawingsLead')} acts={mayDraw && <Button type="primary" onClick={() => setDrawing(true)}>{t('draw')} <KeyCap name="F4" /></Button>}>
      <ComplianceTabs />
      <FailurePanel failure={pages.error} onRetry={() => void pages.refetch()} />
      <DataTable name={t('drawings')} columns={columns} rows={rows} rowKey={({ id }) => id} hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching} onOpen={({ id }) => navigate(`/compliance/drawings/${id}`)} empty={<EmptyState title={t('noDrawings')} {...(mayDraw ? { hint: t('noDrawingsHint') } : {})} />} />
      {drawing && <DrawDialog onCancel={() => setDrawing(false)} onDone={({ id }) => { setDrawing(false); navigate(`/compliance/drawings/${id}`) }} />}
    </Page>
  )
}
