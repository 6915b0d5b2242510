import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import type { PlateBook, PlateLine } from '../../../../api/schemas/plates.ts'
import { Choices } from '../../../frame/Choices.tsx'
import { call } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { number } from '../../../shared/format.ts'
import { useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { EmptyState, Facts, FailurePanel } from '../../../shared/Page.tsx'
import { saveFile } from '../../../shared/shell.ts'
import { useSession } from '../../../shared/session.tsx'
import { PlateActDialog, type PlateActKind } from './actDialogs.tsx'
import { BookMap, drawnOf } from './BookMap.tsx'
import { Papers } from './Papers.tsx'
import { actsOn, nextStep, plateState } from './standing.ts'
import { Strip } from './Strip.tsx'
import { words } from './words.ts'

const filters = ['all', 'current', 'reserved', 'cancelled', 'toMake'] as const
type Filter = (typeof filters)[number]
const fits = (plate: PlateLine, filter: Filter): boolean => filter === 'all' || (filter === 'toMake' ? plate.standing === 'current' && plate.made === null : plate.standing === filter)
const rowKeyOf = (plate: PlateLine): string => `${plate.key} ${plate.standing === 'cancelled' ? plate.until : ''}`

const Panel = ({ book, plate, onAct, onClose }: { readonly book: PlateBook; readonly plate: PlateLine; readonly onAct: (kind: PlateActKind) => void; readonly onClose: () => void }) => {
  const t = useWords(words)
  const { may } = useSession()
  const acts = may('case.write') ? actsOn(plate, book.acts) : []
  usePageKeys([{ key: 'Escape', label: t('close'), run: onClose }])
  const sizeTitle = (id: string): string => book.sizes.find((one) => one.id === id)?.title ?? id
  const { confirmed, made, mounted } = plate
  return (
    <aside className="plate-panel" aria-label={t('panel', { label: plate.label })}>
      <header><h2 className={plate.standing === 'cancelled' ? 'plate-gone' : ''}>{plate.label}</h2><Button size="small" onClick={onClose}>{t('close')} <KeyCap name="Esc" /></Button></header>
      <div className="row"><span className={`tag ${plate.standing === 'current' ? 'good' : ''}`}>{t(plate.standing)}</span><span className="tag">{t(`type_${plate.type}`)}</span>{plate.provisional && <span className="tag answer">{t('provisional')}</span>}</div>
      {plate.provisional && <p className="quiet">{t('provisionalNote')}</p>}
      {acts.length > 0 && <div className="plate-acts">{acts.map((kind) => <Button key={kind} size="small" {...(kind === nextStep(plate) && { type: 'primary' as const })} danger={kind === 'cancelled'} onClick={() => onAct(kind)}>{t(`act_${kind}`)}</Button>)}</div>}
      <Facts rows={[
        [t('address'), plate.address], [t('since'), plate.since], ...(plate.until === '' ? [] : [[t('until'), plate.until] as const]),
        ...(plate.type === 'gate' ? [[t('metres'), `${plate.side === '' ? '' : t(plate.side)} ${String(Math.round(plate.metres * 10) / 10)}`] as const] : []),
        ...(confirmed === null ? [] : [[t('confirmed'), t('confirmedTo', { owner: confirmed.owner, day: confirmed.day, certificate: confirmed.certificate })] as const, ...(confirmed.use === '' ? [] : [[t('useOf'), confirmed.use] as const]), ...(confirmed.former === '' ? [] : [[t('former'), confirmed.former] as const])]),
        ...(made === null ? [] : [[t('made'), t('madeAs', { day: made.day, batch: made.batch, size: sizeTitle(made.size) })] as const]),
        ...(mounted === null ? [] : [[t('mounted'), t('mountedAs', { day: mounted.day, position: mounted.position })] as const, ...(mounted.qr === '' ? [] : [[t('qr'), <span key="qr" className="mono">{mounted.qr}</span>] as const])]),
      ]} />
      {plate.standing === 'current' && <div className="plate-acts"><Papers book={book} number={plate.key} kinds={[...(confirmed === null ? [] : ['plateCertificate' as const]), 'plateNotice', 'plateFaces']} /></div>}
    </aside>
  )
}

/** The numbers of a street or estate with what was done to each; a cancelled one stays, struck through. */
export const PlatesPart = ({ book, onNumber }: { readonly book: PlateBook; readonly onNumber: () => void }) => {
  const t = useWords(words)
  const { may, office } = useSession()
  const [params, setParams] = useSearchParams()
  const filter = filters.find((one) => one === params.get('only')) ?? 'all'
  const opened = params.get('key') ?? ''
  const [view, setView] = useState<'map' | 'strip' | 'none'>('none')
  const [doing, setDoing] = useState<PlateActKind>()
  const [failure, setFailure] = useState<unknown>(null)
  const put = useCallback((change: Readonly<Record<string, string>>): void => setParams((now) => {
    const next = new URLSearchParams(now)
    for (const [name, value] of Object.entries(change)) if (value === '') next.delete(name); else next.set(name, value)
    return next
  }, { replace: true }), [setParams])
  const rows = useMemo(() => book.plates.filter((plate) => fits(plate, filter)), [book.plates, filter])
  const open = opened === '' ? undefined : (book.plates.find((plate) => rowKeyOf(plate) === opened) ?? book.plates.find(({ key }) => key === opened))
  const columns = useMemo((): readonly Column<PlateLine>[] => [
    { id: 'label', title: t('number'), width: '104px', text: (row) => row.label, render: (row) => <b className={row.standing === 'cancelled' ? 'plate-gone' : ''}>{row.label}</b> },
    { id: 'standing', title: t('standing'), width: '92px', text: (row) => t(row.standing), render: (row) => <span className={`tag ${row.standing === 'current' ? 'good' : ''}`}>{t(row.standing)}{row.provisional ? ` · ${t('provisional')}` : ''}</span> },
    { id: 'type', title: t('type'), width: '70px', text: (row) => t(`type_${row.type}`) },
    { id: 'address', title: t('address'), width: 'minmax(190px, 2fr)', text: (row) => row.address, render: (row) => <span className={row.standing === 'cancelled' ? 'plate-gone' : ''}>{row.address}</span> },
    { id: 'owner', title: t('owner'), width: 'minmax(90px, 1fr)', text: (row) => row.confirmed?.owner ?? '' },
    { id: 'plate', title: t('plateState'), width: '80px', text: (row) => (row.standing === 'current' ? t(`state_${plateState(row)}`) : ''), render: (row) => (row.standing === 'current' ? <span className={`tag ${plateState(row) === 'mounted' ? 'good' : plateState(row) === 'made' ? 'information' : ''}`}>{t(`state_${plateState(row)}`)}</span> : row.until) },
    { id: 'since', title: t('since'), width: '92px', text: (row) => row.since },
  ], [t])
  usePageKeys([{ key: 'F9', label: t('act_made'), run: () => setDoing('made'), disabled: !may('case.write') || !book.acts.includes('made') || open !== undefined }])
  if (book.plates.length === 0) return <EmptyState title={t('notYet')} hint={t('notYetHint')} act={book.acts.includes('numbered') ? <Button type="primary" onClick={onNumber}>{t('give')}</Button> : undefined} />
  const settings = book.street ?? book.model.street
  const gates = book.plates.some(({ type, standing }) => type === 'gate' && standing !== 'cancelled')
  return (
    <>
      <div className="plate-bar">
        <div className="pick-chips" role="group" aria-label={t('standing')}>
          {filters.map((one) => <button key={one} type="button" aria-pressed={filter === one} onClick={() => put({ only: one === 'all' ? '' : one })}>{t(one)} {number(book.plates.filter((plate) => fits(plate, one)).length)}</button>)}
        </div>
        <span className="row"><span className="quiet">{t('shown')}</span><Choices label={t('shown')} value={view} options={(gates ? ['none', 'map', 'strip'] as const : ['none', 'map'] as const).map((value) => ({ value, title: t(`view_${value}`) }))} onChange={setView} /></span>
        <div className="end">
          <Papers book={book} kinds={['plateNotice', 'plateList', 'plateFaces']} />
          <Button size="small" onClick={() => { setFailure(null); call('exportPlates', { params: { id: book.entityId }, query: {} }).then((file) => saveFile(file, `${t('makersFile')}-${book.name}-${office.today}.csv`), setFailure) }}>{t('makersFile')}</Button>
          {may('case.write') && book.acts.includes('made') && <Button size="small" type="primary" onClick={() => setDoing('made')}>{t('act_made')}{open === undefined && <> <KeyCap name="F9" /></>}</Button>}
        </div>
      </div>
      <FailurePanel failure={failure} />
      {view === 'map' && <BookMap book={book} settings={settings} height={300} onPick={(key) => { if (book.plates.some((plate) => plate.key === key)) put({ key }) }} />}
      {view === 'strip' && gates && <Strip numbers={drawnOf(book)} length={book.lengthMetres ?? 0} />}
      <div className={open === undefined ? 'plate-place' : 'plate-place open'}>
        <DataTable name={t('part_plates')} columns={columns} rows={rows} rowKey={rowKeyOf} exportName={`${book.name}-${t('title')}`} height={view === 'none' ? 'max(260px, calc(100vh - 400px))' : 'max(240px, calc(100vh - 640px))'} onOpen={(row) => put({ key: rowKeyOf(row) })} empty={<p className="quiet pad">{t('nothingFits')}</p>} />
        {open !== undefined && <Panel key={opened} book={book} plate={open} onAct={setDoing} onClose={() => put({ key: '' })} />}
      </div>
      {doing !== undefined && <PlateActDialog key={doing} kind={doing} book={book} plate={open?.standing === 'cancelled' ? undefined : open} onClose={() => setDoing(undefined)} />}
    </>
  )
}
