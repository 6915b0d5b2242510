import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { numberedPapers, paperPrefix } from '../../../../domain/burial/numbers.ts'
import { call } from '../../../shared/client.ts'
import type { Reply } from '../../../shared/client.ts'
import type { Column } from '../../../shared/DataTable.tsx'
import { DataTable } from '../../../shared/DataTable.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { EmptyState, FailurePanel, Page, Section } from '../../../shared/Page.tsx'
import { usePages } from '../../../shared/query.ts'
import { SecondPersonDialog } from '../../../shared/SecondPersonDialog.tsx'
import { useSession } from '../../../shared/session.tsx'
import { BurialTabs } from '../BurialTabs.tsx'
import { words } from './words.ts'

type Numbers = Reply<'listBurialNumbers'>
type NumberLine = Numbers['rows'][number]
type NumberGapLine = Numbers['gaps'][number]
const tones = { used: '', reissued: 'answer', voided: 'stop' } as const

/** The series that the page was asked for in its address: cremation certificates of this year when not given. */
export const seriesOf = (search: string, today: string): { readonly prefix: string; readonly year: number } => {
  const query = new URLSearchParams(search)
  const prefix = query.get('prefix') ?? ''
  const year = Number(query.get('year') ?? '')
  return { prefix: /^[A-Z]{1,6}$/.test(prefix) ? prefix : 'HZ', year: Number.isInteger(year) && year >= 1980 && year <= 2200 ? year : Number(today.slice(0, 4)) }
}

/** 文书编号: every number of a paper and year, its gaps with what explains them, and the voiding of a spoiled one. */
export default function NumbersPage() {
  const t = useWords(words)
  const say = useSay()
  const { office, may } = useSession()
  const search = useSearch()
  const [path, navigate] = useLocation()
  const { prefix, year } = seriesOf(search, office.today)
  const pages = usePages('listBurialNumbers', { prefix, year }, 'after')
  const [explaining, setExplaining] = useState<NumberGapLine>()
  const [voiding, setVoiding] = useState(false)
  const found = pages.data?.pages as unknown as readonly Numbers[] | undefined
  const rows = useMemo(() => found?.flatMap((page) => page.rows) ?? [], [found])
  const first = found?.[0]
  const show = (change: { readonly prefix?: string; readonly year?: number }) => navigate(`${path}?${new URLSearchParams({ prefix, year: String(year), ...Object.fromEntries(Object.entries(change).map(([key, value]) => [key, String(value)])) }).toString()}`, { replace: true })
  const papers = numberedPapers.flatMap((paper) => [{ value: paperPrefix(paper.code), label: `${paper.code} ${say(paper)}` }, ...(paper.code === 'HZ' ? [{ value: paperPrefix(paper.code, true), label: `${paperPrefix(paper.code, true)} ${t('reissueOf', { paper: say(paper) })}` }] : [])])
  const years = Array.from({ length: 12 }, (_, index) => Number(office.today.slice(0, 4)) - index)
  const columns: readonly Column<NumberLine>[] = [
    { id: 'number', title: t('number'), width: '230px', text: (row) => row.number, render: (row) => <span className={row.caseId === '' ? 'mono' : 'mono row-name'}>{row.number}</span> },
    { id: 'day', title: t('day'), width: '100px', text: (row) => row.day },
    { id: 'state', title: t('state'), width: '100px', text: (row) => t(`state.${row.state}`), render: (row) => <span className={`tag ${tones[row.state]}`}>{t(`state.${row.state}`)}</span> },
    { id: 'note', title: t('note'), text: (row) => row.note },
  ]
  const done = () => {
    setExplaining(undefined)
    setVoiding(false)
    void pages.refetch()
  }
  return (
    <>
      <BurialTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={may('stock.spoil') && <Button onClick={() => setVoiding(true)}>{t('void')}</Button>}>
        <div className="row">
          <label className="row">{t('prefix')} <select className="plain-select" value={prefix} onChange={(event) => show({ prefix: event.target.value })}>{papers.map((paper) => <option key={paper.value} value={paper.value}>{paper.label}</option>)}</select></label>
          <label className="row">{t('year')} <select className="plain-select" value={year} onChange={(event) => show({ year: Number(event.target.value) })}>{years.map((one) => <option key={one} value={one}>{one}</option>)}</select></label>
          {first !== undefined && <span className="quiet">{t('highest', { n: first.highest })}</span>}
        </div>
        <FailurePanel failure={pages.error} onRetry={() => void pages.refetch()} />
        {first !== undefined && (
          <Section title={t('gaps')}>
            {first.gaps.length === 0 ? <p className="quiet">{t('noGaps')}</p> : (
              <ul className="burial-lines work-list">
                {first.gaps.map((gap) => (
                  <li key={gap.from} className="row">
                    <b>{gap.from === gap.to ? t('gapOne', { from: gap.from }) : t('gapMany', { from: gap.from, to: gap.to, n: gap.to - gap.from + 1 })}</b>
                    {gap.explained === '' ? <span className="tag stop">{t('unexplained')}</span> : <span>{gap.explained}</span>}
                    {gap.explained === '' && may('stock.reconcile') && <Button size="small" onClick={() => setExplaining(gap)}>{t('explain')}</Button>}
                  </li>
                ))}
              </ul>
            )}
          </Section>
        )}
        <DataTable
          name={t('list')} columns={columns} rows={rows} rowKey={(row) => row.number} hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching} height="calc(100vh - 420px)"
          onOpen={(row) => { if (row.caseId !== '') navigate(`/burial/${row.caseId}`) }} empty={<EmptyState title={t('none')} hint={t('noneHint')} />}
        />
        {explaining !== undefined && (
          <SecondPersonDialog title={t('explain')} onCancel={() => setExplaining(undefined)} onDone={done} act={(given) => call('explainBurialGap', { body: { prefix, year, from: explaining.from, to: explaining.to, ...given } })}>
            <p><b>{prefix} {year} · {explaining.from === explaining.to ? t('gapOne', { from: explaining.from }) : t('gapMany', { from: explaining.from, to: explaining.to, n: explaining.to - explaining.from + 1 })}</b></p>
            <p>{t('explainNote')}</p>
          </SecondPersonDialog>
        )}
        {voiding && (
          <SecondPersonDialog title={t('void')} danger onCancel={() => setVoiding(false)} onDone={done} act={(given) => call('voidBurialNumber', { body: { prefix, ...given } })}>
            <p><b>{papers.find((paper) => paper.value === prefix)?.label ?? prefix}</b></p>
            <p>{t('voidNote')}</p>
          </SecondPersonDialog>
        )}
      </Page>
    </>
  )
}
