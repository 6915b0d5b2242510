import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLocation, useSearchParams } from 'wouter'
import type { Reply } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, FailurePanel } from '../../../shared/Page.tsx'
import { usePages, useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { plotHref } from './names.ts'
import { words } from './words.ts'

type Term = Reply<'listTerms'>['rows'][number]
const bands = ['expired', 'within1', 'within6', 'within12'] as const
type Band = (typeof bands)[number]
const tones: Readonly<Record<Band, string>> = { expired: 'stop', within1: 'stop', within6: 'answer', within12: 'information' }

/** Terms that have run out or do within a year, the earliest first; a term that has run out does not free the plot. */
export const TermsPart = () => {
  const t = useWords(words)
  const say = useSay()
  const [, navigate] = useLocation()
  const [params, setParams] = useSearchParams()
  const band = bands.find((one) => one === params.get('band'))
  const cemetery = params.get('cemetery') ?? ''
  const put = (change: Record<string, string>): void => setParams((now) => {
    const next = new URLSearchParams(now)
    for (const [name, value] of Object.entries(change)) if (value === '') next.delete(name); else next.set(name, value)
    return next
  }, { replace: true })
  const query = useMemo(() => ({ ...(band !== undefined && { band }), ...(cemetery !== '' && { cemetery }), limit: 200 }), [band, cemetery])
  const pages = usePages('listTerms', query, 'after')
  const cemeteries = useRoute('listCemeteries', { query: {} }, { fresh: 60_000 })
  const first = pages.data?.pages[0]
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const countOf = (one: Band): number => first?.counts.find((count) => count.band === one)?.count ?? 0
  const { office } = useSession()
  const [printing, setPrinting] = useState(false)
  // The whole list goes on paper, not only the rows in sight: what is not read yet is read first.
  useEffect(() => {
    if (!printing || pages.isFetching) return
    if (pages.hasNextPage) {
      void pages.fetchNextPage()
      return
    }
    // A browser driven by a program has no dialog to show.
    if (!navigator.webdriver) window.print()
    const over = setTimeout(() => flushSync(() => setPrinting(false)), 400)
    return () => clearTimeout(over)
  }, [printing, pages])
  usePageKeys([{ key: 'F8', label: t('printList'), run: () => setPrinting(true), disabled: rows.length === 0 }])
  const columns = useMemo<readonly Column<Term>[]>(() => [
    { id: 'until', title: t('until'), width: '92px', text: (row) => row.until },
    { id: 'band', title: t('termState'), width: '100px', text: (row) => (row.band === '' || row.band === 'running' ? '' : t(`band_${row.band}`)), render: (row) => (row.band === '' || row.band === 'running' ? '' : <span className={`tag ${tones[row.band]}`}>{t(`band_${row.band}`)}</span>) },
    { id: 'plot', title: t('place'), width: 'minmax(180px, 2fr)', text: (row) => say(row.words), render: (row) => <span className="row-name data">{say(row.words)}</span> },
    { id: 'holder', title: t('holder'), width: 'minmax(80px, 1fr)', text: (row) => row.holder, render: (row) => <span className="data">{row.holder}</span> },
    { id: 'phone', title: t('phone'), width: '120px', text: (row) => row.phone, render: (row) => <span className="mono">{row.phone}</span> },
    { id: 'agreement', title: t('agreement'), width: 'minmax(130px, 1fr)', text: (row) => row.agreement, render: (row) => <span className="mono">{row.agreement}</span> },
  ], [t, say])
  return (
    <>
      <div className="deadline-cards" role="group" aria-label={t('terms')}>
        {bands.map((one) => (
          <button key={one} type="button" className={`deadline-card ${tones[one]}`} aria-pressed={band === one} onClick={() => put({ band: band === one ? '' : one })}>
            <span className="deadline-count">{number(countOf(one))}</span>
            <span>{t(`band_${one}`)}</span>
          </button>
        ))}
      </div>
      <p className="quiet">{t('termsHint')}</p>
      <FailurePanel failure={pages.error} onRetry={() => void pages.refetch()} />
      <DataTable
        name={t('terms')} columns={columns} rows={rows} rowKey={(row) => row.plot} hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching} exportName={t('termsFile')} height="calc(100vh - 400px)"
        onOpen={(row) => navigate(plotHref(row.plot))}
        tools={
          <>
            <select className="plain-select" aria-label={t('cemetery')} value={cemetery} onChange={(event) => put({ cemetery: event.target.value })}>
              <option value="">{t('allCemeteries')}</option>
              {cemeteries.data?.cemeteries.map((one) => <option key={one.id} value={one.id}>{one.facts.name}</option>)}
            </select>
            <Button size="small" disabled={rows.length === 0} loading={printing} onClick={() => setPrinting(true)}>{t('printList')} <KeyCap name="F8" /></Button>
          </>
        }
        empty={<EmptyState title={t('noTerms')} hint={t('noTermsHint')} />}
      />
      {printing && (
        <table className="plain-table print-list">
          <caption>{t('termsOn', { day: office.today, n: number(rows.length) })}{band === undefined ? '' : ` · ${t(`band_${band}`)}`}</caption>
          <thead><tr>{columns.map((column) => <th key={column.id} scope="col">{column.title}</th>)}</tr></thead>
          <tbody>{rows.map((row) => <tr key={row.plot}>{columns.map((column) => <td key={column.id}>{column.text(row)}</td>)}</tr>)}</tbody>
        </table>
      )}
    </>
  )
}
