import { Button, Input } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import type { PlateBook } from '../../../../api/schemas/plates.ts'
import type { Position } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import type { Args } from '../../../shared/client.ts'
import { DataTable, type Column } from '../../../shared/DataTable.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { FindingList } from '../../../shared/FindingList.tsx'
import { number } from '../../../shared/format.ts'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { KeyCap } from '../../../shared/KeyBar.tsx'
import { usePageKeys } from '../../../shared/keyboard.ts'
import { FailurePanel, Section } from '../../../shared/Page.tsx'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { BookMap } from './BookMap.tsx'
import { frontagesOf, idsAfter, namedIn, readBuildings, type BuildingDraft, type Draft } from './frontages.ts'
import { FrontagesPart, PasteDialog, type NewDraft } from './FrontagesPart.tsx'
import { lineOfGeometry, type DrawnNumber } from './onLine.ts'
import { estateForm, readEstate, readStreet, streetForm } from './settings.ts'
import { EstateFields, StreetFields } from './SettingsFields.tsx'
import { Strip } from './Strip.tsx'
import { useBook } from './useBook.ts'
import { words } from './words.ts'

type Numbering = Args<'previewNumbering'>['body']['numbering']
/** A value once it has rested a moment. */
const useRested = <T,>(value: T, after = 150): T => {
  const [rested, setRested] = useState(value)
  useEffect(() => { const timer = setTimeout(() => setRested(value), after); return () => clearTimeout(timer) }, [value, after])
  return rested
}

/** Gives the numbers of the preview out. */
const GiveDialog = ({ book, numbering, sums, onClose, onDone }: { readonly book: PlateBook; readonly numbering: Numbering; readonly sums: { readonly assigned: number; readonly reserved: number }; readonly onClose: () => void; readonly onDone: () => void }) => {
  const t = useWords(words)
  const { office } = useSession()
  const { number: give, refresh } = useBook(book)
  const [day, setDay] = useState(office.today as string)
  const [document, setDocument] = useState('')
  return (
    <ActDialog title={t('giveTitle', { name: book.name })} verb={t('give')} missing={day === '' ? 'day' : undefined} onDone={onDone} onCancel={onClose} onRefused={({ code }) => { if (code === 'conflict') refresh() }} act={() => give({ day, document: document.trim(), numbering })}>
      {({ failure }) => (
        <>
          <p>{t('giveHint', sums)}</p>
          <Fields>
            <Field path="document" span={8} label={t('document')} failure={failure}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
            <Field path="day" span={4} label={t('day')} required failure={failure}><DayField value={day} onChange={setDay} /></Field>
          </Fields>
        </>
      )}
    </ActDialog>
  )
}

const Buildings = ({ buildings, numbers, refused, onChange, onAdd }: { readonly buildings: readonly BuildingDraft[]; readonly numbers: ReadonlyMap<string, string>; readonly refused: { readonly id: string; readonly words: string } | undefined; readonly onChange: (buildings: readonly BuildingDraft[]) => void; readonly onAdd: (positions: readonly Position[]) => void }) => {
  const t = useWords(words)
  const [pasting, setPasting] = useState(false)
  const columns = useMemo((): readonly Column<BuildingDraft>[] => {
    const order = new Map(buildings.map(({ id }, index) => [id, index + 1]))
    return [
      { id: 'line', title: t('line'), width: '48px', text: ({ id }) => String(order.get(id)) },
      { id: 'position', title: t('position'), width: 'minmax(170px, 1fr)', text: ({ position: [x, y] }) => `${x.toFixed(6)}, ${y.toFixed(6)}`, render: ({ position: [x, y] }) => <span className="mono">{x.toFixed(6)}, {y.toFixed(6)}</span> },
      { id: 'use', title: t('use'), width: '90px', text: ({ use }) => t(`use_${use}`), render: (one) => <select className="plate-cell" value={one.use} aria-label={`${t('line')} ${String(order.get(one.id))} ${t('use')}`} onChange={(event) => onChange(buildings.map((other) => (other.id === one.id ? { ...other, use: event.target.value === 'emptySite' ? 'emptySite' : 'building' } : other)))}><option value="building">{t('use_building')}</option><option value="emptySite">{t('use_emptySite')}</option></select> },
      { id: 'number', title: t('number'), width: '80px', text: ({ id }) => numbers.get(id) ?? '', render: ({ id }) => <b>{numbers.get(id) ?? ''}</b> },
      { id: 'remove', title: '', width: '44px', text: () => '', render: (one) => <Button size="small" type="text" aria-label={`${t('remove')} ${String(order.get(one.id))}`} onClick={() => onChange(buildings.filter(({ id }) => id !== one.id))}>×</Button> },
    ]
  }, [buildings, numbers, onChange, t])
  return (
    <div className="plate-quick" data-field="buildings">
      <DataTable name={t('buildings')} columns={columns} rows={buildings} rowKey={({ id }) => id} filter={false} height={260} tools={<><Button size="small" onClick={() => setPasting(true)}>{t('pasteBuildings')}</Button>{buildings.length > 0 && <Button size="small" onClick={() => onChange([])}>{t('takeAll')}</Button>}</>} empty={<p className="quiet pad">{t('clickHintEstate')}</p>} />
      {refused !== undefined && <p className="finding-note stop" role="alert">{t('line')} {buildings.findIndex(({ id }) => id === refused.id) + 1}: {refused.words}</p>}
      {pasting && <PasteDialog title={t('pasteBuildings')} hint={t('pasteBuildingsHint')} onClose={() => setPasting(false)} onTake={() => setPasting(false)} read={(pasted) => { const found = readBuildings(pasted); return 'line' in found ? found : { count: found.positions.length, take: () => onAdd(found.positions) } }} />}
    </div>
  )
}

/** Numbers a street or an estate: its settings, its doors, the preview on the line and in a list, and the act. */
export const NumberPart = ({ book, onDone }: { readonly book: PlateBook; readonly onDone: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const line = useMemo(() => lineOfGeometry(book.geometry), [book.geometry])
  const estate = book.street === null && (book.estate !== null || book.kind === 'ESTATE' || book.kind === 'PARK')
  const [street, setStreet] = useState(() => streetForm(book.street ?? book.model.street))
  const [rules, setRules] = useState(() => estateForm(book.estate ?? book.model.estate))
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  const [buildings, setBuildings] = useState<readonly BuildingDraft[]>([])
  const [giving, setGiving] = useState(false)
  const known = useMemo(() => book.plates.map(({ frontage }) => frontage), [book.plates])
  const add = useCallback((fresh: readonly NewDraft[]): void => setDrafts((now) => { const ids = idsAfter([...known, ...now.map(({ id }) => id)], fresh.length); return [...now, ...fresh.map((draft, index) => ({ ...draft, id: ids[index] ?? '' }))].slice(0, 5000) }), [known])
  const addBuildings = useCallback((positions: readonly Position[]): void => setBuildings((now) => { const ids = idsAfter([...known, ...now.map(({ id }) => id)], positions.length); return [...now, ...positions.map((position, index) => ({ id: ids[index] ?? '', position, use: 'building' as const }))].slice(0, 2000) }), [known])
  const read = readStreet(street)
  const readRules = readEstate(rules)
  const listed = useMemo(() => frontagesOf(drafts, book.plates, street.sides), [drafts, book.plates, street.sides])
  const asked = ((): Numbering | undefined => {
    if (estate) return readRules.settings === undefined || buildings.length === 0 ? undefined : { what: 'estate', settings: readRules.settings, buildings: buildings.map(({ id, use, position }) => ({ id, use, position: [position[0], position[1]] })) }
    return read.settings === undefined || listed.wrong.size > 0 || listed.frontages.length === 0 ? undefined : { what: 'street', settings: read.settings, frontages: listed.frontages }
  })()
  const text = JSON.stringify(asked ?? null)
  const numbering = useRested(useMemo(() => (text === 'null' ? undefined : (JSON.parse(text) as Numbering)), [text]))
  const preview = useRoute('previewNumbering', { params: { id: book.entityId }, body: { numbering: numbering ?? { what: 'building', building: '-', units: 1, floors: 1, perFloor: 1, firstFloor: 1 } } }, { enabled: numbering !== undefined, keep: true, fresh: 60_000 })
  const rows = useMemo(() => (numbering === undefined || preview.error !== null ? [] : (preview.data?.rows ?? [])), [numbering, preview.data, preview.error])
  const standing = useMemo(() => new Map(book.plates.filter((plate) => plate.standing !== 'cancelled').map((plate) => [plate.key, plate])), [book.plates])
  const drawn = useMemo(() => rows.map((row): DrawnNumber => ({ ...row, reserved: row.state === 'reserved' })), [rows])
  const fresh = useMemo(() => new Set(rows.filter((row) => { const plate = standing.get(row.key); return plate === undefined || (plate.standing === 'reserved' && row.state === 'assigned') }).map(({ key }) => key)), [rows, standing])
  const numbers = useMemo(() => new Map(rows.filter(({ frontage }) => frontage !== '').map((row) => [row.frontage, row.state === 'reserved' ? `(${row.label})` : row.label])), [rows])
  const sumOf = (state: string, only = false): number => rows.filter((row) => row.state === state && (!only || fresh.has(row.key))).length
  const named = namedIn(preview.error?.field)
  const refused = named === undefined || preview.error === null ? undefined : { id: named.id, words: say(preview.error.text) }
  const stops = (preview.data?.findings ?? []).filter(({ severity }) => severity === 'stop')
  const ready = numbering !== undefined && text !== 'null' && preview.error === null && !preview.isPlaceholderData && fresh.size > 0 && stops.length === 0
  usePageKeys([{ key: 'F9', label: t('give'), run: () => setGiving(true), disabled: !ready }])
  const click = (position: Position): void => (estate ? addBuildings([position]) : add([{ metres: '', side: '', use: 'house', reserve: '', of: '', position }]))
  const back = (): void => (estate ? setBuildings((now) => now.slice(0, -1)) : setDrafts((now) => (now.at(-1)?.position === undefined ? now : now.slice(0, -1))))
  const columns = useMemo((): readonly Column<(typeof rows)[number]>[] => [
    { id: 'label', title: t('number'), width: '90px', text: (row) => row.label, render: (row) => <b>{row.label}</b> },
    { id: 'state', title: t('standing'), width: '120px', text: (row) => t(row.state === 'reserved' ? 'reserved' : 'current'), render: (row) => <><span className={`tag ${row.state === 'reserved' ? '' : 'good'}`}>{t(row.state === 'reserved' ? 'reserved' : 'current')}</span> {fresh.has(row.key) && <span className="tag information">{t('isNew')}</span>}</> },
    ...(estate ? [] : [{ id: 'side', title: t('side'), width: '60px', text: (row: (typeof rows)[number]) => (row.side === '' ? '' : t(row.side)) }, { id: 'metres', title: t('metres'), width: '110px', align: 'end' as const, text: (row: (typeof rows)[number]) => String(Math.round(row.metres * 10) / 10) }]),
    { id: 'frontage', title: t('line'), width: 'minmax(60px, 1fr)', text: (row) => { const at = (estate ? buildings : drafts).findIndex(({ id }) => id === row.frontage); return at < 0 ? '' : String(at + 1) } },
  ], [t, fresh, estate, buildings, drafts])
  return (
    <>
      <div className="plate-columns">
        <div>
          <Section title={t('settings')}>
            <p className="quiet">{t((estate ? book.estate : book.street) === null ? 'settingsHint' : 'settingsInForce')}</p>
            {estate ? <EstateFields form={rules} onChange={setRules} wrong={readRules.wrong} failure={preview.error} /> : <StreetFields form={street} onChange={setStreet} wrong={read.wrong} failure={preview.error} />}
          </Section>
          <Section title={estate ? t('buildings') : t('frontages')}>
            {estate ? <Buildings buildings={buildings} numbers={numbers} refused={refused} onChange={setBuildings} onAdd={addBuildings} /> : <FrontagesPart drafts={drafts} wrong={listed.wrong} refused={refused} one={street.sides === 'one'} numbers={numbers} onAdd={add} onChange={setDrafts} />}
          </Section>
        </div>
        <div>
          <Section title={t('preview')} acts={<Button type="primary" disabled={!ready} onClick={() => setGiving(true)}>{t('give')} <KeyCap name="F9" /></Button>}>
            {line === undefined && !estate && <p className="finding-note answer">{t('noLine')} <Link href={`/place-names/gazetteer/${book.entityId}`}>{t('showLine')}</Link></p>}
            {(line !== undefined || estate) && <><BookMap book={book} numbers={rows.length > 0 ? drawn : undefined} settings={read.settings ?? book.model.street} height={300} onClick={click} onBack={back} points={rows.length > 0 ? [] : estate ? buildings.map(({ position }) => position) : drafts.flatMap(({ position }) => (position === undefined ? [] : [position]))} /><p className="quiet">{t(estate ? 'clickHintEstate' : 'clickHint')}</p></>}
            <p role="status" aria-live="polite">{rows.length === 0 ? <span className="quiet">{preview.isFetching && numbering !== undefined ? t('previewing') : t('previewHint')}</span> : t('previewOf', { assigned: number(sumOf('assigned')), reserved: number(sumOf('reserved')), fresh: number(fresh.size) })}</p>
            {refused === undefined && numbering !== undefined && <FailurePanel failure={preview.error} />}
            {rows.length > 0 && <FindingList findings={preview.data?.findings ?? []} />}
            {rows.length > 0 && !estate && <><Strip numbers={drawn} fresh={fresh} length={book.lengthMetres ?? 0} /><p className="quiet">{t('stripNote')}</p></>}
            {rows.length > 0 && <DataTable name={t('numbers')} columns={columns} rows={rows} rowKey={(row) => row.key} filter={false} height={260} />}
          </Section>
        </div>
      </div>
      {giving && numbering !== undefined && <GiveDialog book={book} numbering={numbering} sums={{ assigned: sumOf('assigned', true), reserved: sumOf('reserved', true) }} onClose={() => setGiving(false)} onDone={onDone} />}
    </>
  )
}
