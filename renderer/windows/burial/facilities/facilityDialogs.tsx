/** Acts on a facility that take a few facts: the end of an approval, a yearly report, a second look, closing. */
import { Input } from 'antd'
import { useState } from 'react'
import { reportKinds } from '../../../../domain/burial/facilities/actions.ts'
import type { FacilityReply } from '../../../../api/schemas/grounds.ts'
import { Choices } from '../../../frame/Choices.tsx'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useSession } from '../../../shared/session.tsx'
import { readWhole } from '../grounds/period.ts'
import type { FacilityDialogProps } from './FacilityPage.tsx'
import { useFacilityAct } from './useFacilityAct.ts'
import { words } from './words.ts'

/** The approvals of prices that have not ended by a day. */
export const openApprovals = (facility: FacilityReply, today: string) => facility.priceApprovals.filter(({ to }) => to === '' || to > today)

export const EndPricesDialog = ({ facility, onClose }: FacilityDialogProps) => {
  const t = useWords(words)
  const { office } = useSession()
  const act = useFacilityAct(facility)
  const open = openApprovals(facility, office.today)
  const [document, setDocument] = useState(open[0]?.document ?? '')
  const [to, setTo] = useState(office.today as string)
  return (
    <ActDialog title={t('act_pricesEnded')} missing={document === '' ? 'document' : to === '' ? 'to' : undefined} onDone={onClose} onCancel={onClose} act={() => act({ kind: 'pricesEnded', document, to })}>
      {({ failure, findings }) => (
        <Fields>
          <Field path="document" span={8} label={t('priceDocument')} required failure={failure} findings={findings}><select className="plain-select" value={document} onChange={(event) => setDocument(event.target.value)}>{open.map((one) => <option key={one.document} value={one.document}>{one.document}</option>)}</select></Field>
          <Field path="to" span={4} label={t('lastDay')} required failure={failure} findings={findings}><DayField value={to} onChange={setTo} /></Field>
        </Fields>
      )}
    </ActDialog>
  )
}

export const ReportDialog = ({ facility, onClose }: FacilityDialogProps) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const act = useFacilityAct(facility)
  const [year, setYear] = useState(String(Number(office.today.slice(0, 4)) - 1))
  const [report, setReport] = useState<'work' | 'audit'>('work')
  const [day, setDay] = useState(office.today as string)
  const count = readWhole(year)
  return (
    <ActDialog title={t('act_reported')} missing={count === undefined ? 'year' : day === '' ? 'day' : undefined} onDone={onClose} onCancel={onClose} act={() => act({ kind: 'reported', year: count ?? 0, report, day })}>
      {({ failure, findings, tried }) => (
        <Fields>
          <Field path="year" span={3} label={t('year')} required failure={failure} findings={findings} problem={tried && count === undefined ? t('needed') : undefined}><Input inputMode="numeric" value={year} maxLength={4} onChange={(event) => setYear(event.target.value)} /></Field>
          <Field path="report" span={5} label={t('report')} group failure={failure} findings={findings}><div><Choices label={t('report')} value={report} options={reportKinds.map((one) => ({ value: one.code, title: say(one) }))} onChange={setReport} /></div></Field>
          <Field path="day" span={4} label={t('receivedOn')} required failure={failure} findings={findings}><DayField value={day} onChange={setDay} /></Field>
        </Fields>
      )}
    </ActDialog>
  )
}

export const ReinspectDialog = ({ facility, onClose }: FacilityDialogProps) => {
  const t = useWords(words)
  const { office } = useSession()
  const act = useFacilityAct(facility)
  const open = facility.inspections.filter(({ state }) => state === 'fix' || state === 'overdue' || state === 'fail')
  const [year, setYear] = useState(String(open.at(-1)?.year ?? ''))
  const [mended, setMended] = useState(true)
  const [note, setNote] = useState('')
  const [day, setDay] = useState(office.today as string)
  return (
    <ActDialog title={t('act_reinspected')} missing={year === '' ? 'year' : day === '' ? 'day' : undefined} onDone={onClose} onCancel={onClose} act={() => act({ kind: 'reinspected', year: Number(year), mended, note: note.trim(), day })}>
      {({ failure, findings }) => (
        <Fields>
          <Field path="year" span={3} label={t('year')} required failure={failure} findings={findings}><select className="plain-select" value={year} onChange={(event) => setYear(event.target.value)}>{open.map((one) => <option key={one.year} value={one.year}>{one.year}</option>)}</select></Field>
          <Field path="mended" span={5} label={t('result')} group failure={failure} findings={findings}><div><Choices label={t('result')} value={mended ? 'yes' : 'no'} options={[{ value: 'yes', title: t('mendedYes') }, { value: 'no', title: t('mendedNo') }]} onChange={(value) => setMended(value === 'yes')} /></div></Field>
          <Field path="day" span={4} label={t('day')} required failure={failure} findings={findings}><DayField value={day} onChange={setDay} /></Field>
          <Field path="note" label={t('seen')} failure={failure} findings={findings}><Input value={note} maxLength={400} autoComplete="off" onChange={(event) => setNote(event.target.value)} /></Field>
        </Fields>
      )}
    </ActDialog>
  )
}

export const CloseDialog = ({ facility, onClose }: FacilityDialogProps) => {
  const t = useWords(words)
  const { office } = useSession()
  const act = useFacilityAct(facility)
  const [document, setDocument] = useState('')
  const [day, setDay] = useState(office.today as string)
  return (
    <ActDialog title={t('act_closed')} danger missing={document.trim() === '' ? 'document' : day === '' ? 'day' : undefined} onDone={onClose} onCancel={onClose} act={() => act({ kind: 'closed', document: document.trim(), day })}>
      {({ failure, findings, tried }) => (
        <>
          <p className="quiet">{t('closeHint')}</p>
          <Fields>
            <Field path="document" span={8} label={t('closeDocument')} required failure={failure} findings={findings} problem={tried && document.trim() === '' ? t('needed') : undefined}><Input value={document} maxLength={100} autoComplete="off" onChange={(event) => setDocument(event.target.value)} /></Field>
            <Field path="day" span={4} label={t('day')} required failure={failure} findings={findings}><DayField value={day} onChange={setDay} /></Field>
          </Fields>
        </>
      )}
    </ActDialog>
  )
}
