import './gazetteer.css'
import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import type { GazetteerLine } from '../../../../api/schemas/gazetteer.ts'
import { nameStandings } from '../../../../domain/place-names/gazetteer/actions.ts'
import { placeKindEntries } from '../../../../domain/place-names/kinds.ts'
import { clearable } from '../../../shared/clearable.tsx'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, FailurePanel, Page } from '../../../shared/Page.tsx'
import { usePages, useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { useSettled } from '../../../shared/settled.ts'
import { words as mapWords } from '../map/words.ts'
import { PlaceNameTabs } from '../shared/PlaceNameTabs.tsx'
import { EntityDialog } from './EntityDialog.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { flags, readFilter, writeFilter, type GazetteerFilter } from './filters.ts'
import { standingTone, useBuiltUpAreas } from './names.ts'
import { ProtectionPart } from './ProtectionPart.tsx'
import { Sums } from './Sums.tsx'
import { words } from './words.ts'

const Marks = ({ row }: { readonly row: GazetteerLine }) => {
  const t = useWords(words)
  return (
    <>
      {row.protected && <span className="tag good">{t('mark_protected')}</span>} {row.form === '' && !row.removed && <span className="tag">{t('mark_noGeometry')}</span>} {row.removed && <span className="tag stop">{t('mark_removed')}</span>} {row.secrecy !== '' && <span className="tag answer">{t(`secrecy_${row.secrecy}`)}</span>}
    </>
  )
}

const List = () => {
  const t = useWords(words)
  const kinds = useWords(mapWords)
  const say = useSay()
  const { may } = useSession()
  const [, navigate] = useLocation()
  const [params, setParams] = useSearchParams()
  const filter = useMemo(() => readFilter(params), [params])
  const [exporting, setExporting] = useState(false)
  const areas = useBuiltUpAreas(t('outside'))
  const sums = useRoute('gazetteerSums', {}, { keep: true, fresh: 10_000 })
  const pages = usePages('listGazetteer', { ...filter, limit: 100 }, 'after')
  const put = (change: GazetteerFilter): void => setParams(writeFilter({ ...filter, ...change }), { replace: true })
  const [shown, type] = useSettled(filter.text ?? '', (text) => setParams((now) => writeFilter({ ...readFilter(now), text }), { replace: true }), 120)
  const columns = useMemo((): readonly Column<GazetteerLine>[] => [
    { id: 'name', title: t('name'), width: 'minmax(120px, 1.1fr)', text: (row) => row.name, render: (row) => <span className="row-name">{row.name}</span> },
    { id: 'text', title: t('spelling'), width: 'minmax(120px, 1.2fr)', text: (row) => row.text, render: (row) => <span className="pinyin" lang="zh-Latn">{row.text}</span> },
    { id: 'standing', title: t('standing'), width: '86px', text: (row) => say(row.standingTitle), render: (row) => <span className={`tag ${standingTone(row.standing)}`}>{say(row.standingTitle)}</span> },
    { id: 'kind', title: t('kind'), width: '92px', text: (row) => kinds(`kind_${row.kind}`) },
    { id: 'township', title: t('township'), width: 'minmax(90px, 0.8fr)', text: (row) => `${row.township}${row.village}` },
    { id: 'from', title: t('from'), width: '88px', text: (row) => row.from },
    { id: 'document', title: t('document'), width: 'minmax(90px, 0.9fr)', text: (row) => row.document },
    { id: 'length', title: t('length'), width: '74px', align: 'end', text: (row) => (row.lengthMetres === null ? '' : kinds('metres', { n: number(Math.round(row.lengthMetres)) })) },
    { id: 'marks', title: t('marks'), width: '118px', text: (row) => [row.protected ? t('mark_protected') : '', row.form === '' ? t('mark_noGeometry') : '', row.removed ? t('mark_removed') : ''].join(' '), render: (row) => <Marks row={row} /> },
  ], [t, kinds, say])
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const narrowed = Object.keys(filter).length > 0
  const townships = sums.data?.byTownship.map(({ township }) => township) ?? []
  return (
    <>
      <Sums sums={sums.data} filter={filter} put={put} />
      <div className="gazetteer-filters">
        <label className="gazetteer-pick text">{t('text')}<Input value={shown} maxLength={100} allowClear={clearable} autoComplete="off" spellCheck={false} placeholder={t('textHint')} onChange={(event) => type(event.target.value)} /></label>
        <label className="gazetteer-pick">{t('kind')}
          <select className="plain-select" value={filter.kind ?? ''} onChange={(event) => put({ kind: event.target.value })}><option value="">{t('all')}</option>{placeKindEntries.map(({ kind }) => <option key={kind} value={kind}>{kinds(`kind_${kind}`)}</option>)}</select>
        </label>
        <label className="gazetteer-pick">{t('standing')}
          <select className="plain-select" value={filter.standing ?? ''} onChange={(event) => put({ standing: event.target.value })}><option value="">{t('all')}</option>{nameStandings.map((one) => <option key={one.code} value={one.code}>{say(one)}</option>)}</select>
        </label>
        <label className="gazetteer-pick">{t('township')}
          <select className="plain-select" value={filter.township ?? ''} onChange={(event) => put({ township: event.target.value })}><option value="">{t('all')}</option>{(filter.township === undefined || townships.includes(filter.township) ? townships : [filter.township, ...townships]).filter((one) => one !== '').map((one) => <option key={one} value={one}>{one}</option>)}</select>
        </label>
        <label className="gazetteer-pick">{t('builtUpArea')}
          <select className="plain-select" value={filter.builtUpArea ?? ''} onChange={(event) => put({ builtUpArea: event.target.value })}><option value="">{t('all')}</option>{areas.map((area) => <option key={area.id} value={area.id}>{area.name}</option>)}</select>
        </label>
        <div className="pick-chips" role="group" aria-label={t('more')}>
          {flags.map((flag) => <button key={flag} type="button" aria-pressed={filter[flag] === 'true'} onClick={() => put({ [flag]: filter[flag] === 'true' ? '' : 'true' })}>{t(`f_${flag}`)}</button>)}
        </div>
        {narrowed && <Button size="small" onClick={() => { type(''); setParams(new URLSearchParams(), { replace: true }) }}>{t('clear')}</Button>}
      </div>
      <FailurePanel failure={pages.error} onRetry={() => void pages.refetch()} />
      <DataTable
        name={t('names')} columns={columns} rows={rows} rowKey={(row) => `${row.entityId} ${row.nameId}`} count={pages.data?.pages[0]?.count} hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching} filter={false}
        tools={may('case.export') ? <Button size="small" onClick={() => setExporting(true)}>{t('export')}</Button> : undefined} height="max(240px, calc(100vh - 508px))"
        onOpen={(row) => navigate(`/place-names/gazetteer/${row.entityId}`)} empty={narrowed ? <p className="quiet pad">{t('nothingFits')}</p> : <EmptyState title={t('empty')} hint={t('emptyHint')} act={may('case.write') ? <Link href="/place-names/gazetteer/import">{t('import')}</Link> : undefined} />}
      />
      {exporting && <ExportDialog kind={filter.kind ?? ''} township={filter.township ?? ''} onClose={() => setExporting(false)} />}
    </>
  )
}

/** 地名录: every name by its standing, and the protection list. */
const GazetteerPage = () => {
  const t = useWords(words)
  const { may } = useSession()
  const [, navigate] = useLocation()
  const [params] = useSearchParams()
  const part = params.get('part') === 'protection' ? 'protection' : 'list'
  const [adding, setAdding] = useState(false)
  usePageKeys([{ key: 'F9', label: t('add'), run: () => setAdding(true), disabled: !may('case.write') }])
  return (
    <>
      <PlaceNameTabs />
      <Page
        wide title={t('title')} lead={t('lead')}
        acts={may('case.write') && <><Button onClick={() => navigate('/place-names/gazetteer/import')}>{t('import')}</Button><Button type="primary" onClick={() => setAdding(true)}>{t('add')} <KeyCap name="F9" /></Button></>}
      >
        <nav className="tabs" aria-label={t('parts')}>
          <Link href="/place-names/gazetteer" {...(part === 'list' && { 'aria-current': 'page' as const })}>{t('list')}</Link>
          <Link href="/place-names/gazetteer?part=protection" {...(part === 'protection' && { 'aria-current': 'page' as const })}>{t('protection')}</Link>
        </nav>
        {part === 'list' ? <List /> : <ProtectionPart />}
        {adding && <EntityDialog onClose={() => setAdding(false)} onAdded={(id) => navigate(`/place-names/gazetteer/${id}`)} />}
      </Page>
    </>
  )
}

export default GazetteerPage
