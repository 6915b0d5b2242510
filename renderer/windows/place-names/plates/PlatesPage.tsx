import './plates.css'
import { Button, Input, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { GazetteerLine } from '../../../../api/schemas/gazetteer.ts'
import { clearable } from '../../../shared/clearable.tsx'
import type { Reply } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { number } from '../../../shared/format.ts'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, FailurePanel, Page } from '../../../shared/Page.tsx'
import { usePut } from '../../../shared/put.ts'
import { usePages, useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { useSettled } from '../../../shared/settled.ts'
import { EntityFinder } from '../case/names/EntityFinder.tsx'
import { PlaceNameTabs } from '../shared/PlaceNameTabs.tsx'
import { words } from './words.ts'

type Row = Reply<'listPlateBooks'>['rows'][number]
const counts = ['current', 'reserved', 'cancelled', 'made', 'mounted', 'confirmed'] as const

const FindDialog = ({ onFound, onClose }: { readonly onFound: (line: GazetteerLine) => void; readonly onClose: () => void }) => {
  const t = useWords(words)
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }], { dialog: true })
  return (
    <Modal open width="min(640px, 94vw)" title={t('findTitle')} onCancel={onClose} footer={<Button onClick={onClose}>{t('close')} <KeyCap name="Esc" /></Button>} focusable={{ focusTriggerAfterClose: false }} destroyOnHidden>
      <div className="plate-find">
        <EntityFinder label={t('find')} onFound={onFound} />
        <p className="quiet">{t('findHint')}</p>
      </div>
    </Modal>
  )
}

/** 门楼牌: the streets and estates that are numbered, and the way to number another. */
const PlatesPage = () => {
  const t = useWords(words)
  const { may } = useSession()
  const [, navigate] = useLocation()
  const [params, put] = usePut()
  const text = params.get('text') ?? ''
  const township = params.get('township') ?? ''
  const [finding, setFinding] = useState(false)
  const [shown, type] = useSettled(text, (words) => put({ text: words }), 120)
  const sums = useRoute('gazetteerSums', {}, { keep: true, fresh: 60_000 })
  const towns = (sums.data?.byTownship ?? []).map((one) => one.township).filter((one) => one !== '')
  const pages = usePages('listPlateBooks', { ...(text !== '' && { text }), ...(township !== '' && { township }), limit: 100 }, 'after')
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.rows) ?? [], [pages.data])
  const columns = useMemo((): readonly Column<Row>[] => [
    { id: 'name', title: t('name'), width: 'minmax(150px, 1.4fr)', text: (row) => row.name, render: (row) => <span className="row-name">{row.name}</span> },
    { id: 'township', title: t('township'), width: 'minmax(120px, 1fr)', text: (row) => row.township },
    ...counts.map((id): Column<Row> => ({ id, title: t(id), width: '92px', align: 'end', text: (row) => number(row[id]), render: (row) => <span className={row[id] === 0 ? 'quiet' : ''}>{number(row[id])}</span> })),
  ], [t])
  usePageKeys([{ key: 'F9', label: t('numberOne'), run: () => setFinding(true), disabled: !may('case.write') }])
  const narrowed = text !== '' || township !== ''
  return (
    <>
      <PlaceNameTabs />
      <Page wide title={t('title')} lead={t('lead')} acts={may('case.write') && <Button type="primary" onClick={() => setFinding(true)}>{t('numberOne')} <KeyCap name="F9" /></Button>}>
        <div className="plate-filters">
          <label className="plate-pick text">{t('text')}<Input value={shown} maxLength={100} allowClear={clearable} autoComplete="off" spellCheck={false} placeholder={t('textHint')} onChange={(event) => type(event.target.value)} /></label>
          <label className="plate-pick">{t('township')}
            <select className="plain-select" value={township} onChange={(event) => put({ township: event.target.value })}><option value="">{t('all')}</option>{(township === '' || towns.includes(township) ? towns : [township, ...towns]).map((one) => <option key={one} value={one}>{one}</option>)}</select>
          </label>
          {narrowed && <Button size="small" onClick={() => { type(''); put({ text: '', township: '' }) }}>{t('clear')}</Button>}
        </div>
        <FailurePanel failure={pages.error} onRetry={() => void pages.refetch()} />
        <DataTable
          name={t('books')} columns={columns} rows={rows} rowKey={(row) => row.entityId} hasMore={pages.hasNextPage} onMore={() => void pages.fetchNextPage()} busy={pages.isFetching} filter={false} exportName={t('title')} height="max(240px, calc(100vh - 380px))"
          onOpen={(row) => navigate(`/place-names/plates/${row.entityId}`)} empty={narrowed ? <p className="quiet pad">{t('nothingFits')}</p> : <EmptyState title={t('empty')} hint={t('emptyHint')} />}
        />
        {finding && <FindDialog onClose={() => setFinding(false)} onFound={(line) => navigate(`/place-names/plates/${line.entityId}?part=number`)} />}
      </Page>
    </>
  )
}

export default PlatesPage
