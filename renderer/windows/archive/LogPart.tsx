import { Button } from 'antd'
import { useMemo } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { QueryLine } from '../../../api/schemas/archive.ts'
import { isCivilDate } from '../../../domain/dates.ts'
import { DataTable, type Column } from '../../shared/DataTable.tsx'
import { DayField } from '../../shared/DayField.tsx'
import { useSay, useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys } from '../../shared/keyboard.ts'
import { EmptyState, FailurePanel } from '../../shared/Page.tsx'
import { usePages } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { words } from './words.ts'

/** The log of queries, or of proofs: who asked, on what basis, for what, what was found. */
export const LogPart = ({ kind }: { readonly kind: 'query' | 'proof' }) => {
  const t = useWords(words)
  const say = useSay()
  const { may } = useSession()
  const [, navigate] = useLocation()
  const [params, setParams] = useSearchParams()
  const given = (name: 'from' | 'to'): string => (isCivilDate(params.get(name) ?? '') ? (params.get(name) ?? '') : '')
  const from = given('from')
  const to = given('to')
  const put = (days: { readonly from: string; readonly to: string }): void => setParams(Object.fromEntries(Object.entries(days).filter(([, day]) => day !== '')), { replace: true })
  const query = useMemo(() => ({ kind, ...(from !== '' && { from }), ...(to !== '' && { to }), limit: 100 }), [kind, from, to])
  const pages = usePages('listArchiveQueries', query, 'after')
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const columns = useMemo<readonly Column<QueryLine>[]>(
    () => [
      { id: 'number', title: t('number'), width: kind === 'proof' ? '140px' : '119px', text: (row) => row.number },
      { id: 'day', title: t('day'), width: '76px', text: (row) => row.day },
      { id: 'requesterKind', title: t('requesterKind'), width: '84px', text: (row) => say(row.requesterKind) },
      { id: 'requester', title: kind === 'proof' ? t('requesterIs') : t('requester'), width: '52px', text: (row) => row.requester },
      ...(kind === 'query' ? [{ id: 'unit', title: t('unit'), width: 'minmax(110px, 1.4fr)', text: (row: QueryLine) => row.unit }] : []),
      { id: 'basis', title: kind === 'proof' ? t('destination') : t('basis'), width: 'minmax(130px, 1.7fr)', text: (row) => row.basis },
      { id: 'purpose', title: t('purpose'), width: 'minmax(130px, 1.7fr)', text: (row) => row.purpose },
      ...(kind === 'query' ? [{ id: 'files', title: t('filesCount'), width: '32px', align: 'end' as const, text: (row: QueryLine) => String(row.files) }] : []),
      { id: 'found', title: t('result'), width: '60px', text: (row) => (row.found ? t('found') : t('notFound')) },
      ...(kind === 'query' ? [{ id: 'pages', title: t('pagesShort'), width: '30px', align: 'end' as const, text: (row: QueryLine) => String(row.pages) }] : []),
      { id: 'registrar', title: t('registrar'), width: '52px', text: (row) => row.registrarName },
    ],
    [t, say, kind],
  )
  const allowed = kind === 'query' || may('archive.prove')
  const begin = (): void => navigate(kind === 'query' ? '/archive/new' : '/archive/proofs/new')
  const verb = kind === 'query' ? t('newQuery') : t('newProof')
  usePageKeys([{ key: 'F9', label: verb, run: begin, disabled: !allowed }])
  return (
    <>
      <FailurePanel failure={pages.error} onRetry={() => void pages.refetch()} />
      <DataTable
        name={kind === 'query' ? t('queries') : t('proofs')} columns={columns} rows={rows} rowKey={(row) => row.id} count={pages.data?.pages[0]?.count} hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching} height="calc(100vh - 370px)"
        onOpen={(row) => navigate(`/archive/records/${row.id}`)}
        tools={
          <>
            <label className="row"><span className="quiet">{t('from')}</span><span className="day-choice"><DayField value={from} onChange={(day) => put({ from: day, to })} /></span></label>
            <label className="row"><span className="quiet">{t('to')}</span><span className="day-choice"><DayField value={to} onChange={(day) => put({ from, to: day })} /></span></label>
            <Button type="primary" disabled={!allowed} onClick={begin}>{verb} <KeyCap name="F9" /></Button>
          </>
        }
        empty={<EmptyState title={kind === 'query' ? t('noQueries') : t('noProofs')} hint={kind === 'query' ? t('noQueriesHint') : t('noProofsHint')} />}
      />
    </>
  )
}
