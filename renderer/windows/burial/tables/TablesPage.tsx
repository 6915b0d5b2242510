import '../../../pages/statistics/statistics.css'
import '../grounds/grounds.css'
import './tables.css'
import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import { Link } from 'wouter'
import { kindOf, readPeriod, shiftPeriod } from '../../../pages/statistics/period.ts'
import { PeriodChoice } from '../../../pages/statistics/PeriodChoice.tsx'
import { call } from '../../../shared/client.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { FailurePanel, Loaded, Page } from '../../../shared/Page.tsx'
import { PaperDialog } from '../../../shared/PaperDialog.tsx'
import { useRoute } from '../../../shared/query.ts'
import { saveFile } from '../../../shared/shell.ts'
import { useSession } from '../../../shared/session.tsx'
import { BurialTabs } from '../BurialTabs.tsx'
import { usePut } from '../grounds/period.ts'
import { LinesDialog, type OpenNumber } from './LinesDialog.tsx'
import { MonthsPart } from './MonthsPart.tsx'
import { openMonths } from './months.ts'
import { RatesPart } from './RatesPart.tsx'
import { TableView } from './TableView.tsx'
import { groupOfTable, tableGroups } from './units.ts'
import { words } from './words.ts'

const own = ['rates', 'closing'] as const

/** The number that the address asks to be opened, so that coming back from a case opens it again. */
const readOpen = (params: URLSearchParams): OpenNumber | undefined => {
  const [cells, from, to, what] = ['cells', 'since', 'until', 'what'].map((name) => params.get(name) ?? '')
  return cells === undefined || cells === '' ? undefined : { cells: cells.split(','), from: from ?? '', to: to ?? '', what: what ?? '' }
}

/** 报表: every table of a period with its identities, the lines behind each number, rates, and the closing of months. */
export default function TablesPage() {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const [params, put] = usePut()
  const [printing, setPrinting] = useState<string>()
  const [failure, setFailure] = useState<unknown>(null)
  const period = readPeriod(params, office.today)
  const setPeriod = (next: { readonly from: string; readonly to: string }): void => put({ from: next.from, to: next.to })
  const list = useRoute('listBurialTables', {}, { fresh: 600_000 })
  const year = Number(office.today.slice(0, 4))
  const months = useRoute('listBurialMonths', { query: { year } })
  // In January the months of the year before still wait.
  const monthsBefore = useRoute('listBurialMonths', { query: { year: year - 1 } })
  const asked = params.get('table') ?? 'month'
  const part = own.find((one) => one === asked)
  const table = useRoute('getBurialTable', { params: { table: asked }, query: { ...period } }, { enabled: part === undefined, keep: true })
  const figures = table.data?.id === asked && table.data.columns.some(({ id }) => id === 'before')
  const earlier = useMemo(() => shiftPeriod(kindOf(period), period, -1), [period.from, period.to]) // eslint-disable-line react-hooks/exhaustive-deps
  const before = useRoute('getBurialTable', { params: { table: asked }, query: { ...earlier } }, { enabled: part === undefined && figures, keep: true })
  const open = readOpen(params)
  const waiting = openMonths([...(monthsBefore.data?.months ?? []), ...(months.data?.months ?? [])], office.today)
  const csv = (): void => {
    setFailure(null)
    call('exportBurialTable', { params: { table: asked }, query: { ...period } }).then((file) => saveFile(file, `${table.data === undefined ? asked : say(table.data.title)}-${period.from}-${period.to}.csv`), setFailure)
  }
  const print = (): void => setPrinting(part === undefined ? asked : 'month')
  const all = list.data?.tables.map(({ id }) => id).join(',') ?? ''
  usePageKeys([{ key: 'F8', label: t('print'), run: print }])
  const address = (id: string): string => {
    const next = new URLSearchParams({ from: period.from, to: period.to, table: id })
    return `/burial/tables?${next.toString()}`
  }
  return (
    <>
      <BurialTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={<>
        {part === undefined && <Button onClick={csv}>{t('csv')}</Button>}
        <Button disabled={all === ''} onClick={() => setPrinting(all)}>{t('printAll')}</Button>
        <Button type="primary" onClick={print}>{t('print')} <KeyCap name="F8" /></Button>
      </>}>
        {waiting.length > 0 && part !== 'closing' && <Alert type="warning" showIcon title={t('reminder', { n: waiting.length, months: waiting.join(' · ') })} action={<Link href={address('closing')}>{t('toClosing')}</Link>} />}
        <div className="row">
          <PeriodChoice period={period} onChange={setPeriod} />
          <Button onClick={() => setPeriod({ from: `${office.today.slice(0, 7)}-01`, to: office.today })}>{t('thisMonth')}</Button>
          <Button onClick={() => setPeriod({ from: `${office.today.slice(0, 4)}-01-01`, to: office.today })}>{t('thisYear')}</Button>
        </div>
        <FailurePanel failure={failure} onRetry={csv} />
        <div className="statistics">
          <nav className="table-list" aria-label={t('tables')}>
            {tableGroups.map((group) => (
              <div key={group}>
                <h2>{t(`group.${group}`)}</h2>
                {list.data?.tables.filter(({ id }) => groupOfTable(id) === group).map((one) => <Link key={one.id} href={address(one.id)} {...(one.id === asked && { 'aria-current': 'page' as const })}>{say(one.title)}</Link>)}
              </div>
            ))}
            <div>
              <h2>{t('group.close')}</h2>
              {own.map((id) => <Link key={id} href={address(id)} {...(id === asked && { 'aria-current': 'page' as const })}>{t(id)}{id === 'closing' && waiting.length > 0 && <span className="tag answer">{waiting.length}</span>}</Link>)}
            </div>
          </nav>
          <div className="statistics-main">
            {part === 'rates' ? <RatesPart period={period} /> : part === 'closing' ? <MonthsPart onDone={() => { void months.refetch(); void monthsBefore.refetch() }} /> : (
              <Loaded of={table}>{(data) => <TableView table={data} before={figures ? before.data : undefined} onOpen={(next) => put({ cells: next.cells.join(','), since: next.from, until: next.to, what: next.what })} />}</Loaded>
            )}
          </div>
        </div>
        {open !== undefined && <LinesDialog open={open} onClose={() => put({ cells: '', since: '', until: '', what: '' })} />}
        {printing !== undefined && <PaperDialog route="printBurialTables" args={{ query: { ...period, tables: printing } }} title={t('printTitle', { from: period.from, to: period.to })} name={`${t('title')}-${period.from}-${period.to}.pdf`} onClose={() => setPrinting(undefined)} />}
      </Page>
    </>
  )
}
