import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { markerStates } from '../../../../domain/place-names/boundaries/actions.ts'
import { Choices } from '../../../frame/Choices.tsx'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useSession } from '../../../shared/session.tsx'
import type { BoundaryDialogProps } from './actDialogs.tsx'
import { readKilometres } from './form.ts'
import { useBoundaryAct } from './useBoundaryAct.ts'
import { words } from './words.ts'

type Seen = '' | 'sound' | 'damaged' | 'moved' | 'lost'
const results = ['clear', 'mended', 'disputed'] as const

/** 联检: from when to when, who took part, how every marker was found, the result. */
export const InspectionDialog = ({ line, onClose }: BoundaryDialogProps) => {
  const t = useWords(words)
  const say = useSay()
  const { office } = useSession()
  const act = useBoundaryAct(line)
  const { neighbours, markers } = line.facts
  const [from, setFrom] = useState('')
  const [day, setDay] = useState(office.today as string)
  const [inspection, setInspection] = useState<'regular' | 'extra'>('regular')
  const [cause, setCause] = useState('')
  const [sides, setSides] = useState<readonly string[]>(neighbours)
  const [kilometres, setKilometres] = useState(String(line.facts.lengthKilometres))
  const [seen, setSeen] = useState<Readonly<Record<string, { readonly state: Seen; readonly note: string }>>>({})
  const [report, setReport] = useState('')
  const [archiveNumber, setArchiveNumber] = useState('')
  const [result, setResult] = useState<(typeof results)[number]>('clear')
  const [note, setNote] = useState('')
  const of = (number: string) => seen[number] ?? { state: '' as Seen, note: '' }
  const put = (number: string, change: Partial<{ state: Seen; note: string }>): void => setSeen((now) => ({ ...now, [number]: { ...(now[number] ?? { state: '' as Seen, note: '' }), ...change } }))
  const left = markers.filter(({ number }) => of(number).state === '')
  // A joint inspection looks at every marker; after a disaster only what was looked at is entered.
  const open = inspection === 'regular' ? left[0]?.number : undefined
  const length = readKilometres(kilometres)
  const missing = from === '' ? 'from' : day === '' ? 'day' : inspection === 'extra' && cause.trim() === '' ? 'cause' : sides.length < neighbours.length ? 'sides' : length === undefined ? 'lengthKilometres' : open !== undefined ? `marker.${open}` : report.trim() === '' ? 'report' : undefined
  const entered = markers.flatMap(({ number }) => { const { state, note: said } = of(number); return state === '' ? [] : [{ number, state, note: said.trim() }] })
  return (
    <ActDialog
      title={`${t('act_inspected')} · ${line.name}`} verb={t('act_inspected')} width={960} missing={missing} onDone={onClose} onCancel={onClose} names={{ kind: 'inspection' }}
      act={() => act({ kind: 'inspected', day, from, inspection, cause: inspection === 'extra' ? cause.trim() : '', sides: [...sides], lengthKilometres: length ?? 0, markers: entered, report: report.trim(), archiveNumber: archiveNumber.trim(), result, note: note.trim(), photos: [] })}
    >
      {({ failure, tried }) => {
        const needed = (path: string): string | undefined => (tried && missing === path ? t('needed') : undefined)
        return (
          <>
            <Fields>
              <Field path="from" span={3} label={t('from')} required failure={failure} problem={needed('from')}><DayField value={from} onChange={setFrom} /></Field>
              <Field path="day" span={3} label={t('to')} required failure={failure} problem={needed('day')}><DayField value={day} onChange={setDay} /></Field>
              <Field path="inspection" span={6} label={t('inspectionKind')} group failure={failure}><div><Choices label={t('inspectionKind')} value={inspection} options={[{ value: 'regular', title: t('regular') }, { value: 'extra', title: t('extra') }]} onChange={setInspection} /></div></Field>
              {inspection === 'extra' && <Field path="cause" label={t('cause')} hint={t('causeHint')} required failure={failure} problem={needed('cause')}><Input value={cause} maxLength={1000} autoComplete="off" onChange={(event) => setCause(event.target.value)} /></Field>}
              <Field path="sides" span={9} label={t('sides')} required group failure={failure} problem={sides.length < neighbours.length ? t('sidesAll') : undefined}><div className="row">{neighbours.map((side) => <Checkbox key={side} checked={sides.includes(side)} onChange={(event) => setSides(neighbours.filter((one) => (one === side ? event.target.checked : sides.includes(one))))}><span className="data">{side}</span></Checkbox>)}</div></Field>
              <Field path="lengthKilometres" span={3} label={t('seenKilometres')} required failure={failure} problem={tried && missing === 'lengthKilometres' ? t('kilometresWrong') : undefined}><Input inputMode="decimal" value={kilometres} maxLength={10} autoComplete="off" onChange={(event) => setKilometres(event.target.value)} /></Field>
            </Fields>
            {markers.length > 0 && (
              <Field path="markers" label={t('markersSeen')} group failure={failure}>
                <div>
                  <div className="row marker-tools"><Button size="small" data-enter onClick={() => setSeen((now) => Object.fromEntries(markers.map(({ number }) => [number, { state: now[number]?.state === undefined || now[number].state === '' ? 'sound' as const : now[number].state, note: now[number]?.note ?? '' }])))}>{t('allSound')}</Button><span className="quiet" role="status">{left.length > 0 ? t('markersLeft', { n: left.length }) : t('allFound', { n: entered.filter(({ state }) => state === 'sound').length })}</span></div>
                  <div className="table-frame marker-states">
                    <table className="plain-table">
                      <thead><tr><th scope="col">{t('marker.number')}</th><th scope="col">{t('marker.keeper')}</th><th scope="col">{t('marker.state')}</th><th scope="col">{t('note')}</th></tr></thead>
                      <tbody>
                        {markers.map((marker) => (
                          <tr key={marker.number} data-field={`marker.${marker.number}`}>
                            <th scope="row" className="data">{marker.number}</th>
                            <td className="data">{marker.keeper}</td>
                            <td><select className="plain-select" aria-label={t('markerStateOf', { n: marker.number })} aria-invalid={tried && open !== undefined && of(marker.number).state === ''} value={of(marker.number).state} onChange={(event) => put(marker.number, { state: markerStates.find(({ code }) => code === event.target.value)?.code ?? '' })}><option value="">{t('marker.unseen')}</option>{markerStates.map((one) => <option key={one.code} value={one.code}>{say(one)}</option>)}</select></td>
                            <td><Input size="small" aria-label={t('markerNoteOf', { n: marker.number })} value={of(marker.number).note} maxLength={1000} autoComplete="off" onChange={(event) => put(marker.number, { note: event.target.value })} /></td>
                          </tr>
                        ))}
                      </tbody>
                    </table>
                  </div>
                  {tried && open !== undefined && <p className="finding-note stop" role="alert">{t('markersLeft', { n: left.length })}</p>}
                </div>
              </Field>
            )}
            <Fields>
              <Field path="report" span={4} label={t('report')} required failure={failure} problem={needed('report')}><Input value={report} maxLength={100} autoComplete="off" onChange={(event) => setReport(event.target.value)} /></Field>
              <Field path="archiveNumber" span={4} label={t('archiveNumber')} failure={failure}><Input value={archiveNumber} maxLength={100} autoComplete="off" onChange={(event) => setArchiveNumber(event.target.value)} /></Field>
              <Field path="result" span={4} label={t('result')} required failure={failure}><select className="plain-select full" value={result} onChange={(event) => setResult(results.find((one) => one === event.target.value) ?? 'clear')}>{results.map((one) => <option key={one} value={one}>{t(`result_${one}`)}</option>)}</select></Field>
              <Field path="note" label={t('note')} failure={failure}><Input value={note} maxLength={1000} autoComplete="off" onChange={(event) => setNote(event.target.value)} /></Field>
            </Fields>
          </>
        )
      }}
    </ActDialog>
  )
}
