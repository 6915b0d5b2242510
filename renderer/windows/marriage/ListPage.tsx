import './marriage.css'
import { Button, Input } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { MarriageLine } from '../../../api/schemas/marriage.ts'
import { marriageStates } from '../../../domain/marriage/actions.ts'
import { marriageKinds } from '../../../domain/marriage/file.ts'
import type { Column } from '../../shared/DataTable.tsx'
import { DataTable } from '../../shared/DataTable.tsx'
import { DayField } from '../../shared/DayField.tsx'
import { useWords } from '../../shared/i18n.ts'
import { KeyCap } from '../../shared/KeyBar.tsx'
import { usePageKeys } from '../../shared/keyboard.ts'
import { EmptyState, FailurePanel, Page } from '../../shared/Page.tsx'
import { usePages, useRoute } from '../../shared/query.ts'
import { useSession } from '../../shared/session.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { dropFilter, emptyFilter, keepFilter, readFilter, savedFilters, setParts, writeFilter } from './ledger/filters.ts'
import type { LedgerFilter } from './ledger/filters.ts'
import { moment } from './moments.ts'
import { words } from './words.ts'

const tones: Readonly<Partial<Record<MarriageLine['state'], string>>> = { delivered: 'good', refused: 'stop', voided: 'stop', registered: 'answer', proofread: 'answer' }
const inspections = ['qualified', 'failed', 'unexamined'] as const

const Pick = ({ label, value, options, onChange }: { readonly label: string; readonly value: string; readonly options: readonly (readonly [value: string, label: string])[]; readonly onChange: (value: string) => void }) => {
  const t = useWords(words)
  return (
    <label className="ledger-pick">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('all')}</option>
        {options.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
      </select>
    </label>
  )
}

/** 结婚登记台账: every case, masked, by pages; the filter stands in the address. */
export default function ListPage() {
  const t = useWords(words)
  const { may } = useSession()
  const search = useSearch()
  const [path, navigate] = useLocation()
  const filter = useMemo(() => readFilter(search), [search])
  const query = useMemo(() => ({ ...setParts(filter), limit: 100 }), [filter])
  const pages = usePages('listMarriages', query, 'after')
  const colleagues = useRoute('listColleagues', {}, { fresh: 60_000 })
  const [saved, setSaved] = useState(savedFilters)
  // The next thing from here is a case: its page is fetched while nobody waits for it.
  useEffect(() => {
    const timer = setTimeout(() => void import('./CasePage.tsx'), 400)
    return () => clearTimeout(timer)
  }, [])
  const [naming, setNaming] = useState<string>()
  const [exporting, setExporting] = useState(false)
  const put = (change: Partial<LedgerFilter>) => {
    const next = writeFilter({ ...filter, ...change })
    navigate(next === '' ? path : `${path}?${next}`, { replace: true })
  }
  const begin = () => navigate('/marriage/new')
  usePageKeys([{ key: 'F9', label: t('newButton'), run: begin, disabled: !may('case.write') }])
  const columns = useMemo<readonly Column<MarriageLine>[]>(
    () => [
      { id: 'number', title: t('certificateNumber'), width: '172px', text: (row) => row.number, render: (row) => <span className="row-name mono">{row.number === '' ? '—' : row.number}</span> },
      { id: 'names', title: t('section.parties'), width: 'minmax(80px, 1fr)', text: (row) => row.names.join(' · ') },
      { id: 'numbers', title: t('field.identityNumber'), width: '248px', text: (row) => row.identityNumbers.join(' '), render: (row) => <span className="mono quiet">{row.identityNumbers.join('  ')}</span> },
      { id: 'kind', title: t('filterKind'), width: '88px', text: (row) => t(`kind.${row.kind}`) },
      { id: 'state', title: t('state'), width: '92px', text: (row) => t(`state.${row.state}`), render: (row) => <span className={`tag ${tones[row.state] ?? ''}`}>{t(`state.${row.state}`)}</span> },
      { id: 'day', title: t('registeredOn'), width: '88px', text: (row) => row.day },
      { id: 'opened', title: t('opened'), width: '124px', text: (row) => moment(row.openedAt) },
      { id: 'registrar', title: t('registrar'), width: '76px', text: (row) => row.registrarName },
      { id: 'counter', title: t('counter'), width: '60px', text: (row) => row.counter },
    ],
    [t],
  )
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const keep = () => {
    const name = (naming ?? '').trim()
    if (name !== '') setSaved(keepFilter({ name: name.slice(0, 30), search: writeFilter(filter) }))
    setNaming(undefined)
  }
  const narrowed = writeFilter(filter) !== ''
  return (
    <Page wide title={t('ledger')} acts={<>{may('case.export') && <Button onClick={() => setExporting(true)}>{t('exportVerb')}</Button>}{may('case.write') && <Button type="primary" onClick={begin}>{t('newButton')} <KeyCap name="F9" /></Button>}</>}>
      <div className="ledger-filters">
        <Pick label={t('filterState')} value={filter.state} options={marriageStates.map((state) => [state, t(`state.${state}`)] as const)} onChange={(state) => put({ state })} />
        <Pick label={t('filterKind')} value={filter.kind} options={marriageKinds.map((kind) => [kind, t(`kind.${kind}`)] as const)} onChange={(kind) => put({ kind })} />
        <label className="ledger-pick">{t('filterFrom')}<DayField value={filter.from} onChange={(from) => put({ from })} /></label>
        <label className="ledger-pick">{t('filterTo')}<DayField value={filter.to} onChange={(to) => put({ to })} /></label>
        <Pick label={t('filterRegistrar')} value={filter.registrar} options={(colleagues.data?.colleagues ?? []).filter((colleague) => colleague.role === 'registrar').map((colleague) => [colleague.id, colleague.name] as const)} onChange={(registrar) => put({ registrar })} />
        <label className="ledger-pick counter">{t('filterCounter')}<Input value={filter.counter} maxLength={20} onChange={(event) => put({ counter: event.target.value.trim() })} /></label>
        <Pick label={t('filterInspection')} value={filter.inspection} options={inspections.map((verdict) => [verdict, t(`inspectionVerdict.${verdict}`)] as const)} onChange={(inspection) => put({ inspection })} />
        {narrowed && <Button size="small" onClick={() => put(emptyFilter)}>{t('clearFilters')}</Button>}
        {narrowed && naming === undefined && <Button size="small" onClick={() => setNaming('')}>{t('saveFilter')}</Button>}
        {naming !== undefined && <Input className="filter-name" autoFocus size="small" value={naming} maxLength={30} placeholder={t('filterName')} onChange={(event) => setNaming(event.target.value)} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) keep() }} onBlur={keep} />}
      </div>
      {saved.length > 0 && (
        <div className="row" role="group" aria-label={t('savedFilters')}>
          <span className="quiet">{t('savedFilters')}</span>
          {saved.map((entry) => (
            <span key={entry.name} className="saved-filter">
              <button type="button" className="link" onClick={() => navigate(`${path}?${entry.search}`, { replace: true })}>{entry.name}</button>
              <button type="button" className="link quiet" aria-label={`${t('deleteFilter')} ${entry.name}`} onClick={() => setSaved(dropFilter(entry.name))}>×</button>
            </span>
          ))}
        </div>
      )}
      <FailurePanel failure={pages.error} title={t('loadError')} onRetry={() => void pages.refetch()} />
      <DataTable
        name={t('ledger')} columns={columns} rows={rows} rowKey={(row) => row.id} count={pages.data?.pages[0]?.count} hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching}
        onOpen={(row) => navigate(`/marriage/${row.id}`)} empty={<EmptyState title={t('emptyLedger')} hint={t('emptyLedgerHint')} />}
      />
      {exporting && <ExportDialog filter={setParts(filter)} onClose={() => setExporting(false)} />}
    </Page>
  )
}
