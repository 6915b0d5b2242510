import '../../../pages/statistics/counted/counted.css'
import { Button } from 'antd'
import { useMemo } from 'react'
import { Link, useLocation } from 'wouter'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { EmptyState, FailurePanel, Loaded, Page, Section } from '../../../shared/Page.tsx'
import { usePut } from '../../../shared/put.ts'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { PlaceNameTabs } from '../shared/PlaceNameTabs.tsx'
import { countFaults, inOrder, pathOfDocument, rowsOfNumber, yearOf, type Documents } from './faults.ts'
import { words } from './words.ts'

const Faults = ({ of }: { readonly of: Documents }) => {
  const t = useWords(words)
  const say = useSay()
  const sum = countFaults(of.faults)
  const none = of.faults.length === 0
  return (
    <Section title={t('faults')} acts={<span className={`tag ${none ? 'good' : 'stop'}`}>{none ? t('soundTag') : t('faultCount', { gaps: number(sum.gaps), repeats: number(sum.repeats) })}</span>}>
      {none ? <p className="quiet">{t('noFaults')}</p> : (
        <>
          <ul className="checks">
            {of.faults.flatMap((fault) => [
              ...fault.repeated.map((serial) => (
                <li key={`${fault.agency} ${String(fault.year)} = ${String(serial)}`} className="check broken">
                  <span className="tag stop">{t('repeated')}</span>
                  <span><span className="mono">{fault.agency}〔{fault.year}〕</span> {t('gapOne', { from: serial })}</span>
                  <span className="row">{rowsOfNumber(of.rows, fault, serial).map((row) => <Link key={`${row.paper} ${row.subject}`} href={pathOfDocument(row)}>{say(row.title)}</Link>)}</span>
                </li>
              )),
              ...fault.gaps.map(({ from, to }) => (
                <li key={`${fault.agency} ${String(fault.year)} - ${String(from)}`} className="check">
                  <span className="tag answer">{t('gap')}</span>
                  <span><span className="mono">{fault.agency}〔{fault.year}〕</span> {from === to ? t('gapOne', { from }) : t('gapMany', { from, to, n: number(to - from + 1) })}</span>
                  <span />
                </li>
              )),
            ])}
          </ul>
          {sum.gaps > 0 && <p className="quiet">{t('gapHint')}</p>}
        </>
      )}
    </Section>
  )
}

/** 文号: the numbers of a year's papers, each opening what it is of, with gaps and repeats. */
export default function DocumentsPage() {
  const t = useWords(words)
  const say = useSay()
  const [, navigate] = useLocation()
  const { office } = useSession()
  const [params, put] = usePut()
  const thisYear = Number(office.today.slice(0, 4))
  const year = yearOf(params, office.today)
  const found = useRoute('listPlaceNameDocuments', { query: { year } }, { keep: true })
  const rows = useMemo(() => inOrder(found.data?.rows ?? []), [found.data])
  const columns = useMemo<readonly Column<(typeof rows)[number]>[]>(() => [
    { id: 'number', title: t('number'), width: '250px', text: (row) => row.number, render: (row) => <span className="mono row-name">{row.number}</span> },
    { id: 'paper', title: t('paper'), width: '180px', text: (row) => say(row.title) },
    { id: 'day', title: t('day'), width: '100px', text: (row) => row.day },
    { id: 'subject', title: t('subject'), text: (row) => row.subject, render: (row) => <span className="mono quiet">{row.subject}</span> },
  ], [t, say])
  const show = (next: number): void => put({ year: String(next) })
  return (
    <>
      <PlaceNameTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={<span className="row"><Button aria-label={t('yearBefore')} disabled={year <= 1980} onClick={() => show(year - 1)}>‹</Button><b aria-live="polite">{year}</b><Button aria-label={t('yearAfter')} disabled={year >= thisYear} onClick={() => show(year + 1)}>›</Button></span>}>
        <FailurePanel failure={found.error} onRetry={() => void found.refetch()} />
        <Loaded of={found}>
          {(data) => (
            <>
              {data.rows.length > 0 && <Faults of={data} />}
              <DataTable
                name={t('list')} columns={columns} rows={rows} rowKey={(row) => String(row.place)} count={data.rows.length} exportName={`${t('title')}-${String(year)}`} height="calc(100vh - 400px)"
                onOpen={(row) => navigate(pathOfDocument(row))} empty={<EmptyState title={t('none', { year })} hint={t('noneHint')} />}
              />
            </>
          )}
        </Loaded>
      </Page>
    </>
  )
}
