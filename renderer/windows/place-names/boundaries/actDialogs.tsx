/** Acts on a line: an inspection, the filing of its result, a marker mended, the line described anew or ended. */
import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { Boundary } from '../../../../api/schemas/boundaries.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { useSession } from '../../../shared/session.tsx'
import { factsOfForm, lineChanges, lineForm, lineMissing } from './form.ts'
import { InspectionDialog } from './InspectionDialog.tsx'
import { LineFields } from './LineFields.tsx'
import { useBoundaryAct } from './useBoundaryAct.ts'
import { words } from './words.ts'

export const actOrder = ['inspected', 'resultFiled', 'markerMended', 'described', 'ended'] as const
export type BoundaryActKind = (typeof actOrder)[number]
export interface BoundaryDialogProps { readonly line: Boundary; readonly onClose: () => void }

const FiledDialog = ({ line, onClose }: BoundaryDialogProps) => {
  const t = useWords(words)
  const { office } = useSession()
  const act = useBoundaryAct(line)
  const open = line.inspections.filter(({ filed }) => filed === null)
  const [report, setReport] = useState(open.at(-1)?.report ?? '')
  const [to, setTo] = useState(line.facts.approver)
  const [document, setDocument] = useState('')
  const [day, setDay] = useState(office.today as string)
  return (
    <ActDialog title={t('act_resultFiled')} width={640} missing={to.trim() === '' ? 'with' : day === '' ? 'day' : undefined} onDone={onClose} onCancel={onClose} act={() => act({ kind: 'resultFiled', report, with: to.trim(), document: document.trim(), day })}>
      {({ failure, tried }) => (
        <Fields>
          <Field path="report" span={5} label={t('report')} required failure={failure}><select className="plain-select full" value={report} onChange={(event) => setReport(event.target.value)}>{open.map((one) => <option key={one.report} value={one.report}>{one.report} · {one.day}</option>)}</select></Field>
          <Field path="with" span={7} label={t('with')} hint={t('withHint')} required failure={failure} problem={tried && to.trim() === '' ? t('needed') : undefined}><Input value={to} maxLength={100} autoComplete="off" onChange={(event) => setTo(event.target.value)} /></Field>
          <Field path="document" span={8} label={t('fileDocument')} failure={failure}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
          <Field path="day" span={4} label={t('day')} required failure={failure} problem={tried && day === '' ? t('needed') : undefined}><DayField value={day} onChange={setDay} /></Field>
        </Fields>
      )}
    </ActDialog>
  )
}

const MendedDialog = ({ line, onClose }: BoundaryDialogProps) => {
  const t = useWords(words)
  const { office } = useSession()
  const act = useBoundaryAct(line)
  const markers = line.facts.markers.toSorted((a, b) => Number(line.wrong.includes(b.number)) - Number(line.wrong.includes(a.number)))
  const keeperOf = (number: string): string => markers.find((one) => one.number === number)?.keeper ?? ''
  const [marker, setMarker] = useState(markers[0]?.number ?? '')
  const [how, setHow] = useState<'repaired' | 'reset' | 'renewed'>('repaired')
  const [by, setBy] = useState(() => keeperOf(marker))
  const [present, setPresent] = useState(true)
  const [note, setNote] = useState('')
  const [day, setDay] = useState(office.today as string)
  return (
    <ActDialog title={t('act_markerMended')} width={640} missing={by.trim() === '' ? 'by' : day === '' ? 'day' : undefined} onDone={onClose} onCancel={onClose} act={() => act({ kind: 'markerMended', marker, how, by: by.trim(), neighbourPresent: present, note: note.trim(), day })}>
      {({ failure, tried }) => (
        <Fields>
          <Field path="marker" span={5} label={t('marker')} required failure={failure}><select className="plain-select full" value={marker} onChange={(event) => { setMarker(event.target.value); setBy(keeperOf(event.target.value)) }}>{markers.map(({ number }) => <option key={number} value={number}>{line.wrong.includes(number) ? `${number} · ${t('openMarkers')}` : number}</option>)}</select></Field>
          <Field path="how" span={3} label={t('how')} required failure={failure}><select className="plain-select full" value={how} onChange={(event) => setHow((['repaired', 'reset', 'renewed'] as const).find((one) => one === event.target.value) ?? 'repaired')}>{(['repaired', 'reset', 'renewed'] as const).map((one) => <option key={one} value={one}>{t(`how_${one}`)}</option>)}</select></Field>
          <Field path="day" span={4} label={t('day')} required failure={failure} problem={tried && day === '' ? t('needed') : undefined}><DayField value={day} onChange={setDay} /></Field>
          <Field path="by" span={8} label={t('by')} required failure={failure} problem={tried && by.trim() === '' ? t('needed') : undefined}><Input value={by} maxLength={100} autoComplete="off" onChange={(event) => setBy(event.target.value)} /></Field>
          <Field path="neighbourPresent" span={4} label={t('neighbourPresent')} group failure={failure}><Checkbox checked={present} onChange={(event) => setPresent(event.target.checked)}>{t('neighbourPresent')}</Checkbox></Field>
          <Field path="note" label={t('note')} failure={failure}><Input value={note} maxLength={1000} autoComplete="off" onChange={(event) => setNote(event.target.value)} /></Field>
        </Fields>
      )}
    </ActDialog>
  )
}

const DescribedDialog = ({ line, onClose }: BoundaryDialogProps) => {
  const t = useWords(words)
  const { office } = useSession()
  const act = useBoundaryAct(line)
  const [form, setForm] = useState(() => lineForm(line.facts))
  const [document, setDocument] = useState('')
  const [day, setDay] = useState(office.today as string)
  const missing = lineMissing(form)
  const nothing = missing === undefined && JSON.stringify(factsOfForm(form, line.facts.geometry)) === JSON.stringify(line.facts)
  // The register names a refused field by the part of the act it lies in.
  const names = Object.fromEntries(['name', 'code', 'level', 'neighbours', 'lengthKilometres', 'approvedOn', 'approver', 'document', 'geometry', 'markers'].map((field) => [`changes.${field}`, field]))
  return (
    <ActDialog title={`${t('act_described')} · ${line.name}`} verb={t('act_described')} width={1040} names={names} missing={missing ?? (nothing ? 'changeDocument' : day === '' ? 'day' : undefined)} onDone={onClose} onCancel={onClose} act={() => act({ kind: 'described', changes: lineChanges(form, line), document: document.trim(), day })}>
      {({ failure, tried }) => (
        <>
          <LineFields form={form} onChange={(change) => setForm((now) => ({ ...now, ...change }))} failure={failure} tried={tried} />
          <Fields>
            <Field path="changeDocument" span={8} label={t('changeDocument')} problem={tried && nothing ? t('nothingChanged') : undefined}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
            <Field path="day" span={4} label={t('day')} required failure={failure} problem={tried && day === '' ? t('needed') : undefined}><DayField value={day} onChange={setDay} /></Field>
          </Fields>
        </>
      )}
    </ActDialog>
  )
}

const EndedDialog = ({ line, onClose }: BoundaryDialogProps) => {
  const t = useWords(words)
  const { office } = useSession()
  const act = useBoundaryAct(line)
  const [document, setDocument] = useState('')
  const [reason, setReason] = useState('')
  const [day, setDay] = useState(office.today as string)
  return (
    <ActDialog title={`${t('act_ended')} · ${line.name}`} verb={t('act_ended')} danger missing={document.trim() === '' ? 'document' : day === '' ? 'day' : undefined} onDone={onClose} onCancel={onClose} act={() => act({ kind: 'ended', document: document.trim(), reason: reason.trim(), day })}>
      {({ failure, tried }) => (
        <>
          <p className="quiet">{t('endHint')}</p>
          <Fields>
            <Field path="document" span={8} label={t('endDocument')} required failure={failure} problem={tried && document.trim() === '' ? t('needed') : undefined}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
            <Field path="day" span={4} label={t('day')} required failure={failure} problem={tried && day === '' ? t('needed') : undefined}><DayField value={day} onChange={setDay} /></Field>
            <Field path="reason" label={t('reason')} failure={failure}><Input value={reason} maxLength={1000} autoComplete="off" onChange={(event) => setReason(event.target.value)} /></Field>
          </Fields>
        </>
      )}
    </ActDialog>
  )
}

const dialogs: Readonly<Record<BoundaryActKind, (props: BoundaryDialogProps) => React.JSX.Element>> = { inspected: InspectionDialog, resultFiled: FiledDialog, markerMended: MendedDialog, described: DescribedDialog, ended: EndedDialog }

/** The dialog of an act. */
export const BoundaryActDialog = ({ kind, ...props }: BoundaryDialogProps & { readonly kind: BoundaryActKind }) => {
  const Dialog = dialogs[kind]
  return <Dialog {...props} />
}
