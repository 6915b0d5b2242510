/** The acts on numbers: given to a house, confirmed, made, mounted, changed, cancelled; units and rooms of a building. */
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { PlateBook, PlateLine } from '../../../../api/schemas/plates.ts'
import { numberRooms } from '../../../../domain/place-names/plates/numbering.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import type { ApiFailure } from '../../../shared/client.ts'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { useSession } from '../../../shared/session.tsx'
import { useBook } from './useBook.ts'
import { words } from './words.ts'

export type PlateActKind = 'assigned' | 'confirmed' | 'made' | 'mounted' | 'renumbered' | 'cancelled' | 'rooms'
export interface PlateDialogProps {
  readonly book: PlateBook
  /** The number it is about; a batch is of many. */
  readonly plate: PlateLine | undefined
  readonly onClose: () => void
}

const wholeOf = (typed: string, least: number, most: number): number | undefined => { const value = Number(typed.normalize('NFKC').trim()); return typed.trim() !== '' && Number.isInteger(value) && value >= least && value <= most ? value : undefined }

const DayPart = ({ value, onChange, failure }: { readonly value: string; readonly onChange: (day: string) => void; readonly failure: ApiFailure | null }) => {
  const t = useWords(words)
  return <Field path="day" span={4} label={t('day')} required failure={failure}><DayField value={value} onChange={onChange} /></Field>
}

/** The acts on one number that take a few words. */
const OneDialog = ({ book, plate, kind, onClose }: PlateDialogProps & { readonly plate: PlateLine; readonly kind: 'assigned' | 'confirmed' | 'mounted' | 'renumbered' | 'cancelled' }) => {
  const t = useWords(words)
  const { office } = useSession()
  const { act, refresh } = useBook(book)
  const [day, setDay] = useState(office.today as string)
  const [provisional, setProvisional] = useState(false)
  const [form, setForm] = useState({ frontage: plate.frontage, document: '', owner: plate.confirmed?.owner ?? '', use: plate.confirmed?.use ?? '', former: plate.confirmed?.former ?? '', certificate: '', qr: '', position: '', number: String(plate.number), sub: String(plate.sub), reason: '' })
  const { key } = plate
  const trimmed = (part: keyof typeof form): string => form[part].trim()
  const [to, sub] = [wholeOf(form.number, 1, 999_999), wholeOf(form.sub, 0, 9999)]
  const missing = day === '' ? 'day' : kind === 'confirmed' && trimmed('owner') === '' ? 'owner' : kind === 'cancelled' && trimmed('reason') === '' ? 'reason' : kind === 'renumbered' ? (to === undefined ? 'to.number' : sub === undefined ? 'to.sub' : trimmed('reason') === '' ? 'reason' : undefined) : undefined
  const send = () => {
    switch (kind) {
      case 'assigned': return act({ kind, day, key, frontage: trimmed('frontage'), document: trimmed('document'), provisional })
      case 'confirmed': return act({ kind, day, key, certificate: trimmed('certificate'), owner: trimmed('owner'), use: trimmed('use'), former: trimmed('former') })
      case 'mounted': return act({ kind, day, key, qr: trimmed('qr'), position: trimmed('position'), photo: '' })
      case 'cancelled': return act({ kind, day, key, reason: trimmed('reason'), document: trimmed('document') })
      case 'renumbered': return act({ kind, day, key, document: trimmed('document'), reason: trimmed('reason'), to: { type: plate.type, within: plate.within, number: to ?? plate.number, sub: sub ?? 0, label: plate.label, state: 'assigned', frontage: plate.frontage, side: plate.side, metres: plate.metres, position: plate.position } })
    }
  }
  return (
    <ActDialog title={`${t(`act_${kind}`)} · ${plate.address}`} verb={t(`act_${kind}`)} danger={kind === 'cancelled'} width={640} missing={missing} onDone={onClose} onCancel={onClose} onRefused={({ code }) => { if (code === 'conflict') refresh() }} act={send}>
      {({ failure, tried }) => {
        const line = (part: keyof typeof form, span: number, label: string, most: number, options: { readonly hint?: string; readonly required?: boolean; readonly path?: string; readonly problem?: string | undefined } = {}) => (
          <Field path={options.path ?? part} span={span} label={label} required={options.required ?? false} failure={failure} hint={options.hint} problem={options.problem ?? (tried && options.required === true && trimmed(part) === '' ? t('needed') : undefined)}>
            <Input value={form[part]} maxLength={most} autoComplete="off" onChange={(event) => setForm({ ...form, [part]: event.target.value })} />
          </Field>
        )
        return (
          <>
            {kind !== 'mounted' && <p className="quiet">{t(`hint_${kind}`)}</p>}
            <Fields>
              {kind === 'assigned' && line('frontage', 12, t('frontage'), 80, { hint: t('frontageHint') })}
              {kind === 'confirmed' && <>{line('owner', 6, t('owner'), 200, { required: true })}{line('use', 6, t('useOf'), 100, { hint: t('useHint') })}{line('former', 12, t('former'), 200)}{line('certificate', 8, t('certificate'), 200, { hint: `${t('certificateHint')}${t('certificateNeeds')}` })}</>}
              {kind === 'mounted' && <>{line('position', 8, t('place'), 100, { hint: t('placeHint') })}{line('qr', 4, t('qr'), 120)}</>}
              {kind === 'renumbered' && <>{line('number', 4, t('newNumber'), 6, { required: true, path: 'to.number', problem: tried && to === undefined ? t('number_bad') : undefined })}{plate.type === 'gate' && line('sub', 4, t('sub'), 4, { path: 'to.sub', problem: tried && sub === undefined ? t('number_bad') : undefined })}</>}
              {(kind === 'renumbered' || kind === 'cancelled') && line('reason', 12, t('reason'), 200, { required: true })}
              {kind !== 'confirmed' && kind !== 'mounted' && line('document', 8, t('document'), 100)}
              <DayPart value={day} onChange={setDay} failure={failure} />
              {kind === 'assigned' && <div className="field span-12"><Checkbox checked={provisional} onChange={(event) => setProvisional(event.target.checked)}>{t('provisionalAsk')}</Checkbox></div>}
            </Fields>
          </>
        )
      }}
    </ActDialog>
  )
}

/** A batch of plates in one size. */
const MadeDialog = ({ book, plate, onClose }: PlateDialogProps) => {
  const t = useWords(words)
  const { office } = useSession()
  const { act, refresh } = useBook(book)
  const current = book.plates.filter(({ standing }) => standing === 'current')
  const sizes = book.sizes.filter(({ type }) => (plate === undefined ? current.some((one) => one.type === type) : type === plate.type))
  const [size, setSize] = useState(sizes[0]?.id ?? '')
  const [which, setWhich] = useState<'one' | 'missing' | 'all'>(plate === undefined ? 'missing' : 'one')
  const [day, setDay] = useState(office.today as string)
  const [batch, setBatch] = useState(office.today)
  const [maker, setMaker] = useState('')
  const type = sizes.find(({ id }) => id === size)?.type
  const fit = current.filter((one) => one.type === type)
  const without = fit.filter(({ made }) => made === null)
  const keys = (which === 'one' && plate !== undefined ? [plate] : which === 'all' ? fit : without).map(({ key }) => key)
  return (
    <ActDialog title={`${t('act_made')} · ${book.name}`} verb={t('act_made')} width={640} missing={size === '' ? 'size' : keys.length === 0 ? 'keys' : batch.trim() === '' ? 'batch' : day === '' ? 'day' : undefined} onDone={onClose} onCancel={onClose} onRefused={({ code }) => { if (code === 'conflict') refresh() }} act={() => act({ kind: 'made', day, batch: batch.trim(), size, maker: maker.trim(), keys })}>
      {({ failure, tried }) => (
        <Fields>
          <Field path="size" span={6} label={t('size')} required failure={failure}><select className="plain-select full" value={size} onChange={(event) => setSize(event.target.value)}>{sizes.map((one) => <option key={one.id} value={one.id}>{t('sizeOf', { title: one.title, width: one.widthMillimetres, height: one.heightMillimetres })}</option>)}</select></Field>
          <Field path="keys" span={6} label={t('which')} required failure={failure} problem={tried && keys.length === 0 ? t('makesNone') : undefined}><select className="plain-select full" value={which} onChange={(event) => setWhich(event.target.value === 'one' ? 'one' : event.target.value === 'all' ? 'all' : 'missing')}>{plate !== undefined && <option value="one">{t('which_one', { label: plate.label })}</option>}<option value="missing">{t('which_missing', { n: without.length })}</option><option value="all">{t('which_all', { n: fit.length })}</option></select></Field>
          <Field path="batch" span={4} label={t('batch')} required failure={failure} problem={tried && batch.trim() === '' ? t('needed') : undefined}><Input value={batch} maxLength={200} autoComplete="off" onChange={(event) => setBatch(event.target.value as typeof batch)} /></Field>
          <Field path="maker" span={4} label={t('maker')} failure={failure}><Input value={maker} maxLength={100} autoComplete="off" onChange={(event) => setMaker(event.target.value)} /></Field>
          <DayPart value={day} onChange={setDay} failure={failure} />
        </Fields>
      )}
    </ActDialog>
  )
}

/** Units and rooms of a building. */
const RoomsDialog = ({ book, plate, onClose }: PlateDialogProps & { readonly plate: PlateLine }) => {
  const t = useWords(words)
  const { office } = useSession()
  const { number, refresh } = useBook(book)
  const [day, setDay] = useState(office.today as string)
  const [document, setDocument] = useState('')
  const [form, setForm] = useState({ units: '2', floors: '6', perFloor: '2', firstFloor: '1' })
  const parts = ['units', 'floors', 'perFloor', 'firstFloor'] as const
  const limits = { units: [1, 60], floors: [1, 200], perFloor: [1, 99], firstFloor: [1, 100] } as const
  const read = { units: wholeOf(form.units, ...limits.units), floors: wholeOf(form.floors, ...limits.floors), perFloor: wholeOf(form.perFloor, ...limits.perFloor), firstFloor: wholeOf(form.firstFloor, ...limits.firstFloor) }
  const { units, floors, perFloor, firstFloor } = read
  const whole = units !== undefined && floors !== undefined && perFloor !== undefined && firstFloor !== undefined ? { units, floors, perFloor, firstFloor } : undefined
  const rooms = whole === undefined ? [] : numberRooms(whole.floors, whole.perFloor, whole.firstFloor)
  return (
    <ActDialog
      title={`${t('act_rooms')} · ${plate.address}`} verb={t('give')} missing={parts.find((part) => read[part] === undefined) ?? (day === '' ? 'day' : undefined)} onDone={onClose} onCancel={onClose} onRefused={({ code }) => { if (code === 'conflict') refresh() }} names={{ 'numbering.units': 'units', 'numbering.floors': 'floors', 'numbering.perFloor': 'perFloor', 'numbering.firstFloor': 'firstFloor' }}
      act={() => number({ day, document: document.trim(), numbering: { what: 'building', building: plate.key, ...(whole ?? { units: 1, floors: 1, perFloor: 1, firstFloor: 1 }) } })}
    >
      {({ failure }) => (
        <>
          <Fields>
            {parts.map((part) => <Field key={part} path={part} span={3} label={t(part)} required failure={failure} problem={read[part] === undefined ? t('number_bad') : undefined}><Input value={form[part]} maxLength={3} inputMode="numeric" autoComplete="off" onChange={(event) => setForm({ ...form, [part]: event.target.value })} /></Field>)}
            <Field path="document" span={8} label={t('document')} failure={failure}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
            <DayPart value={day} onChange={setDay} failure={failure} />
          </Fields>
          {whole !== undefined && <p role="status">{t('roomsMake', { units: whole.units, rooms: rooms.length * whole.units, first: rooms[0] ?? '', last: rooms.at(-1) ?? '' })}</p>}
        </>
      )}
    </ActDialog>
  )
}

export const PlateActDialog = ({ kind, plate, ...rest }: PlateDialogProps & { readonly kind: PlateActKind }) => {
  if (kind === 'made') return <MadeDialog plate={plate} {...rest} />
  if (plate === undefined) return null
  return kind === 'rooms' ? <RoomsDialog plate={plate} {...rest} /> : <OneDialog plate={plate} kind={kind} {...rest} />
}
