import './statistics.css'
import { Button } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { Link, useParams, useSearch } from 'wouter'
import { call, type Reply } from '../../shared/client.ts'
import { useSay, useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys, type PageKey } from '../../shared/keyboard.ts'
import { EmptyState, FailurePanel, Loaded, Page } from '../../shared/Page.tsx'
import { PaperDialog } from '../../shared/PaperDialog.tsx'
import { useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { saveFile } from '../../shared/shell.ts'
import { Identities } from './Identities.tsx'
import { MattersPart } from './MattersPart.tsx'
import { isOver, type Period } from './period.ts'
import { PeriodChoice, usePeriod } from './PeriodChoice.tsx'
import { ReferencesPart } from './ReferencesPart.tsx'
import { TableView, useUnit } from './TableView.tsx'
import { words } from './words.ts'

type Tables = Reply<'listStatistics'>['tables']
const groups = ['marriage', 'divorce', 'reissue', 'other'] as const
const groupOf = (id: string): (typeof groups)[number] => groups.find((group) => id.startsWith(`${group}.`)) ?? 'other'

// A dot in an address stands for a file: `marriage.byMonth` is written marriage-byMonth.
const pathOfTable = (id: string): string => `/statistics/${id.replaceAll('.', '-')}`
const tableOfPath = (part: string): string => part.replaceAll('-', '.')

/** The tables on the left, by window, with all matters and the published figures. */
const TableList = ({ tables, now }: { readonly tables: Tables; readonly now: string }) => {
  const t = useWords(words)
  const say = useSay()
  const unit = useUnit()
  const search = useSearch()
  const entry = (id: string, title: ReactNode) => (
    <li key={id}>
      <Link href={`${pathOfTable(id)}${search === '' ? '' : `?${search}`}`} {...(id === now && { 'aria-current': 'page' as const })}>{title}</Link>
    </li>
  )
  return (
    <nav className="table-list" aria-label={t('tables')}>
      <ul>
        {entry('matters', t('matters'))}
        {entry('references', t('references'))}
      </ul>
      {groups.map((group) => {
        const members = tables.filter((table) => groupOf(table.id) === group)
        if (members.length === 0) return null
        return (
          <div key={group}>
            <h2>{t(`group_${group}`)}</h2>
            <ul>{members.map((table) => entry(table.id, <>{say(table.title)} <small className="quiet">{unit(table.unit)}</small></>))}</ul>
          </div>
        )
      })}
    </nav>
  )
}

const TablePart = ({ id, all, period, onPeriod }: { readonly id: string; readonly all: readonly string[]; readonly period: Period; readonly onPeriod: (period: Period) => void }) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const [printing, setPrinting] = useState<readonly string[]>()
  const [failure, setFailure] = useState<unknown>()
  const table = useRoute('getStatistic', { params: { table: id }, query: period }, { keep: true })
  const save = async (): Promise<void> => {
    setFailure(undefined)
    try {
      const file = await call('exportStatistic', { params: { table: id }, query: period })
      await saveFile(file, `${table.data === undefined ? id : say(table.data.title)}-${period.from}-${period.to}.csv`)
    } catch (error) {
      setFailure(error)
    }
  }
  const keys = useMemo<readonly PageKey[]>(() => [{ key: 'F8', label: t('print'), run: () => setPrinting([id]) }], [t, id])
  usePageKeys(keys)
  return (
    <>
      <div className="row statistic-tools">
        <PeriodChoice period={period} onChange={onPeriod} />
        <div className="row push">
          <Button onClick={() => void save()}>{t('csv')}</Button>
          <Button onClick={() => setPrinting(all)}>{t('printAll')}</Button>
          <Button onClick={() => setPrinting([id])}>{t('print')} <KeyCap name="F8" /></Button>
        </div>
      </div>
      {!isOver(period, office.today) && <p className="finding-note information">{t('running')}</p>}
      <FailurePanel failure={failure} />
      <Loaded of={table}>
        {(data) => (
          <>
            <TableView table={data} />
            <Identities identities={data.identities} period={data} />
          </>
        )}
      </Loaded>
      {printing !== undefined && <PaperDialog route="printStatistics" args={{ query: { ...period, tables: printing.join(',') } }} name={`${t('sheet')}-${period.from}-${period.to}.pdf`} title={t('sheet')} onClose={() => setPrinting(undefined)} />}
    </>
  )
}

/** The office's tables, everything it did, and published figures beside its own. */
const StatisticsPage = () => {
  const t = useWords(words)
  const { table: wanted } = useParams<{ table?: string }>()
  const [period, setPeriod] = usePeriod()
  const tables = useRoute('listStatistics', undefined, { fresh: 60_000 })
  const { office } = useSession()
  // The tables are those of couples; the other desks have theirs with their windows.
  const couples = office.windows.includes('marriage')
  const all = useMemo(() => (couples ? tables.data?.tables.map((table) => table.id) ?? [] : []), [tables.data, couples])
  const now = wanted !== undefined ? tableOfPath(wanted) : couples ? all[0] : 'matters'
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <div className="statistics">
        <Loaded of={tables}>{(data) => <TableList tables={couples ? data.tables : []} now={now ?? ''} />}</Loaded>
        <div className="statistics-main">
          {now === 'matters' ? (
            <MattersPart period={period} onPeriod={setPeriod} />
          ) : now === 'references' ? (
            <ReferencesPart />
          ) : now === undefined ? (
            tables.data !== undefined && <EmptyState title={t('noTables')} hint={t('noTablesHint')} />
          ) : (
            <TablePart key={now} id={now} all={all} period={period} onPeriod={setPeriod} />
          )}
        </div>
      </div>
    </Page>
  )
}

export default StatisticsPage
