import '../case.css'
import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { CaseLine } from '../../../api/schemas/case.ts'
import type { Column } from '../../shared/DataTable.tsx'
import { DataTable } from '../../shared/DataTable.tsx'
import { DayField } from '../../shared/DayField.tsx'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys } from '../../shared/keyboard.ts'
import { EmptyState, FailurePanel, Page } from '../../shared/Page.tsx'
import { usePages, useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { useSettled } from '../../shared/settled.ts'
import type { CaseSay } from '../desk/context.tsx'
import { useCaseWords, WindowProvider } from '../desk/context.tsx'
import { moment } from '../moments.ts'
import type { AnyWindow } from '../spec.ts'
import { ExportDialog } from './ExportDialog.tsx'
import { FilterChips } from './FilterChips.tsx'
import type { FilterPart, LedgerFilter } from './filters.ts'
import { dropFilter, emptyFilter, fieldsOf, keepFilter, readFilter, savedFilters, setParts, withValue, writeFilter } from './filters.ts'

/** Filters that every list of couples has at its end. */
export const usualFilters: readonly FilterPart[] = [
  { name: 'registrar', kind: 'registrar', label: 'filterRegistrar' },
  { name: 'counter', kind: 'counter', label: 'filterCounter' },
  { name: 'inspection', kind: 'pick', label: 'filterInspection', options: (['qualified', 'failed', 'unexamined'] as const).map((verdict) => [verdict, `inspectionVerdict.${verdict}`] as const) },
  { name: 'cell', kind: 'chip', label: 'filterCell' },
]

/** Columns of every list of couples; a window puts its own between them. */
export const usualColumns = <Line extends CaseLine>(t: CaseSay): Readonly<Record<'number' | 'names' | 'numbers' | 'day' | 'opened' | 'registrar' | 'counter', Column<Line>>> => ({
  number: { id: 'number', title: t('certificateNumber'), width: '172px', text: (row) => row.number, render: (row) => <span className="row-name mono">{row.number === '' ? '—' : row.number}</span> },
  names: { id: 'names', title: t('section.parties'), width: 'minmax(80px, 1fr)', text: (row) => row.names.join(' · ') },
  numbers: { id: 'numbers', title: t('field.identityNumber'), width: '248px', text: (row) => row.identityNumbers.join(' '), render: (row) => <span className="mono quiet">{row.identityNumbers.join('  ')}</span> },
  day: { id: 'day', title: t('registeredOn'), width: '88px', text: (row) => row.day },
  opened: { id: 'opened', title: t('opened'), width: '124px', text: (row) => moment(row.openedAt) },
  registrar: { id: 'registrar', title: t('registrar'), width: '76px', text: (row) => row.registrarName },
  counter: { id: 'counter', title: t('counter'), width: '60px', text: (row) => row.counter },
})

const Pick = ({ label, value, options, onChange }: { readonly label: string; readonly value: string; readonly options: readonly (readonly [value: string, label: string])[]; readonly onChange: (value: string) => void }) => {
  const t = useCaseWords()
  return (
    <label className="ledger-pick">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('all')}</option>
        {withValue(options, value, t('listComma')).map(([code, name]) => <option key={code} value={code}>{name}</option>)}
      </select>
    </label>
  )
}

/** Words that are asked for once nobody has typed for a moment. */
const TextPart = ({ label, value, onChange }: { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }) => {
  const [shown, type] = useSettled(value, onChange, 250)
  return <label className="ledger-pick text">{label}<Input value={shown} maxLength={100} onChange={(event) => type(event.target.value)} /></label>
}

const Part = ({ part, value, onChange }: { readonly part: FilterPart; readonly value: string; readonly onChange: (value: string) => void }) => {
  const t = useCaseWords() as (key: string) => string
  const label = t(part.label ?? part.name)
  const colleagues = useRoute('listColleagues', {}, { fresh: 60_000, enabled: part.kind === 'registrar' })
  switch (part.kind) {
    case 'pick': return <Pick label={label} value={value} options={(part.options ?? []).map(([code, word]) => [code, t(word)] as const)} onChange={onChange} />
    case 'day': return <label className="ledger-pick">{label}<DayField value={value} onChange={onChange} /></label>
    case 'registrar': return <Pick label={label} value={value} options={(colleagues.data?.colleagues ?? []).filter((colleague) => colleague.role === 'registrar').map((colleague) => [colleague.id, colleague.name] as const)} onChange={onChange} />
    case 'counter': return <label className="ledger-pick counter">{label}<Input value={value} maxLength={20} onChange={(event) => onChange(event.target.value.trim())} /></label>
    case 'text': return <TextPart label={label} value={value} onChange={onChange} />
    case 'chip': return null
  }
}

export interface CaseListProps<Line extends { readonly id: string }> {
  readonly spec: AnyWindow
  readonly filters: readonly FilterPart[]
  readonly columns: (t: CaseSay) => readonly Column<Line>[]
  /** Where F9 begins a case; the window's own page of a new case when not given. */
  readonly newPath?: string
  /** Further acts at the head. */
  readonly acts?: ReactNode
  /** What stands above the filters. */
  readonly above?: (filter: LedgerFilter, put: (change: LedgerFilter) => void) => ReactNode
}

const List = <Line extends { readonly id: string }>({ spec, filters, columns: columnsOf, newPath = `${spec.path}/new`, above, acts }: CaseListProps<Line>) => {
  const t = useCaseWords()
  const { may } = useSession()
  const search = useSearch()
  const [path, navigate] = useLocation()
  const filter = useMemo(() => readFilter(filters, search), [filters, search])
  const query = useMemo(() => ({ ...setParts(filter), limit: 100 }), [filter])
  const pages = usePages(spec.routes.list as 'listMarriages', query, 'after')
  const [saved, setSaved] = useState(() => savedFilters(spec.id))
  const [naming, setNaming] = useState<string>()
  const [exporting, setExporting] = useState(false)
  const put = (change: LedgerFilter) => {
    const next = writeFilter({ ...filter, ...change })
    navigate(next === '' ? path : `${path}?${next}`, { replace: true })
  }
  const begin = () => navigate(newPath)
  usePageKeys([{ key: 'F9', label: t('newButton'), run: begin, disabled: !may('case.write') }])
  const columns = useMemo(() => columnsOf(t), [columnsOf, t])
  const found = pages.data?.pages as unknown as readonly { readonly rows: readonly Line[]; readonly count: number }[] | undefined
  const rows = useMemo(() => found?.flatMap((page) => page.rows) ?? [], [found])
  const keep = () => {
    const name = (naming ?? '').trim()
    if (name !== '') setSaved(keepFilter(spec.id, { name: name.slice(0, 30), search: writeFilter(filter) }))
    setNaming(undefined)
  }
  const narrowed = writeFilter(filter) !== ''
  return (
    <>
    <Page wide title={t('ledger')} acts={<>{may('case.export') && <Button onClick={() => setExporting(true)}>{t('exportVerb')}</Button>}{acts}{may('case.write') && <Button type="primary" onClick={begin}>{t('newButton')} <KeyCap name="F9" /></Button>}</>}>
      {above?.(filter, put)}
      <div className="ledger-filters">
        {fieldsOf(filters, filter).map((part) => <Part key={part.name} part={part} value={filter[part.name] ?? ''} onChange={(value) => put({ [part.name]: value })} />)}
        {narrowed && <Button size="small" onClick={() => put(emptyFilter(filters))}>{t('clearFilters')}</Button>}
        {narrowed && naming === undefined && <Button size="small" onClick={() => setNaming('')}>{t('saveFilter')}</Button>}
        {naming !== undefined && <Input className="filter-name" autoFocus size="small" value={naming} maxLength={30} placeholder={t('filterName')} onChange={(event) => setNaming(event.target.value)} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) keep() }} onBlur={keep} />}
      </div>
      <FilterChips parts={filters} filter={filter} onChange={put} />
      {saved.length > 0 && (
        <div className="row" role="group" aria-label={t('savedFilters')}>
          <span className="quiet">{t('savedFilters')}</span>
          {saved.map((entry) => (
            <span key={entry.name} className="saved-filter">
              <button type="button" className="link" onClick={() => navigate(`${path}?${entry.search}`, { replace: true })}>{entry.name}</button>
              <button type="button" className="link quiet" aria-label={`${t('deleteFilter')} ${entry.name}`} onClick={() => setSaved(dropFilter(spec.id, entry.name))}>×</button>
            </span>
          ))}
        </div>
      )}
      <FailurePanel failure={pages.error} title={t('loadError')} onRetry={() => void pages.refetch()} />
      <DataTable
        name={t('ledger')} columns={columns} rows={rows} rowKey={(row) => row.id} count={found?.[0]?.count} hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching}
        onOpen={(row) => navigate(`${spec.path}/${row.id}`)} empty={<EmptyState title={t('emptyLedger')} hint={t('emptyLedgerHint')} />}
      />
      {exporting && <ExportDialog filter={setParts(filter)} onClose={() => setExporting(false)} />}
    </Page>
    </>
  )
}

/** 台账: every case of a window, masked, by pages; the filter stands in the address. */
export const CaseList = <Line extends { readonly id: string }>(props: CaseListProps<Line>) => <WindowProvider value={props.spec}><List {...props} /></WindowProvider>
