import { Input } from 'antd'
import { useMemo } from 'react'
import { boundaryLevels } from '../../../../domain/place-names/boundaries/actions.ts'
import type { ApiFailure } from '../../../shared/client.ts'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { GeometryEditor } from '../gazetteer/GeometryEditor.tsx'
import { RowsEditor, type RowColumn } from '../shared/rows/RowsEditor.tsx'
import { emptyMarker, lineMissing, readMarkerPosition, sidesOf, type LineForm, type MarkerRow } from './form.ts'
import { words } from './words.ts'

export interface LineFieldsProps {
  readonly form: LineForm
  readonly onChange: (change: Partial<LineForm>) => void
  readonly failure: ApiFailure | null
  readonly tried: boolean
}

/** Markers as columns of a table. */
const useColumns = (sides: readonly string[]): readonly RowColumn<MarkerRow>[] => {
  const t = useWords(words)
  const key = sides.join('|')
  return useMemo(() => [
    { id: 'number', title: t('marker.number'), width: '16%', most: 100, read: (row) => row.number, write: (row, number) => ({ ...row, number }) },
    { id: 'type', title: t('marker.type'), width: '12%', options: (['single', 'double', 'triple'] as const).map((value) => ({ value, title: t(`marker.${value}`) })), read: (row) => row.type, write: (row, typed) => ({ ...row, type: typed === 'double' || typed === 'triple' ? typed : 'single' }) },
    { id: 'keeper', title: t('marker.keeper'), width: '18%', options: key.split('|').filter((side) => side !== '').map((side) => ({ value: side, title: side })), read: (row) => row.keeper, write: (row, keeper) => ({ ...row, keeper }) },
    { id: 'position', title: t('marker.position'), width: '24%', most: 60, read: (row) => row.position, write: (row, position) => ({ ...row, position }) },
    { id: 'place', title: t('marker.place'), most: 100, read: (row) => row.place, write: (row, place) => ({ ...row, place }) },
  ], [t, key])
}

/** The facts of a line with its course and its markers. */
export const LineFields = ({ form, onChange, failure, tried }: LineFieldsProps) => {
  const t = useWords(words)
  const say = useSay()
  const sides = sidesOf(form)
  const columns = useColumns(sides)
  const missing = lineMissing(form)
  const needed = (path: string): string | undefined => (tried && missing === path ? t('needed') : undefined)
  const refused = failure?.field?.replace(/^changes\./u, '')
  const faultAt = (path: string): string | undefined => {
    if (path === refused && failure !== null) return say(failure.text)
    const [, at, column] = path.split('.')
    if (column === 'position' && readMarkerPosition(form.markers[Number(at)]?.position ?? '') === undefined) return t('marker.wrongPosition')
    return tried && missing === path ? t('needed') : undefined
  }
  return (
    <>
      <Fields>
        <Field path="name" span={6} label={t('name')} required failure={failure} problem={needed('name')}><Input value={form.name} maxLength={100} autoComplete="off" onChange={(event) => onChange({ name: event.target.value })} /></Field>
        <Field path="level" span={3} label={t('level')} failure={failure}><select className="plain-select full" value={form.level} onChange={(event) => onChange({ level: boundaryLevels.find(({ code }) => code === event.target.value)?.code ?? 'county' })}>{boundaryLevels.map((level) => <option key={level.code} value={level.code}>{say(level)}</option>)}</select></Field>
        <Field path="code" span={3} label={t('code')} failure={failure}><Input value={form.code} maxLength={40} autoComplete="off" onChange={(event) => onChange({ code: event.target.value })} /></Field>
        <Field path="neighbours" span={9} label={t('neighbours')} hint={t('neighboursHint')} required group failure={failure} problem={tried && missing === 'neighbours' ? t('neighboursTwo') : undefined}>
          <div className="line-sides">{form.neighbours.map((side, index) => <div key={index} data-field={`neighbours.${String(index)}`}><Input aria-label={t('neighbourN', { n: index + 1 })} value={side} maxLength={100} autoComplete="off" onChange={(event) => onChange({ neighbours: form.neighbours.map((one, other) => (other === index ? event.target.value : one)) })} /></div>)}</div>
        </Field>
        <Field path="lengthKilometres" span={3} label={t('kilometres')} required failure={failure} problem={tried && missing === 'lengthKilometres' ? t('kilometresWrong') : undefined}><Input inputMode="decimal" value={form.kilometres} maxLength={10} autoComplete="off" onChange={(event) => onChange({ kilometres: event.target.value })} /></Field>
        <Field path="approvedOn" span={3} label={t('approvedOn')} required failure={failure} problem={needed('approvedOn')}><DayField value={form.approvedOn} onChange={(approvedOn) => onChange({ approvedOn })} /></Field>
        <Field path="approver" span={5} label={t('approver')} required failure={failure} problem={needed('approver')}><Input value={form.approver} maxLength={100} autoComplete="off" onChange={(event) => onChange({ approver: event.target.value })} /></Field>
        <Field path="document" span={4} label={t('document')} failure={failure}><Input value={form.document} maxLength={100} autoComplete="off" onChange={(event) => onChange({ document: event.target.value })} /></Field>
      </Fields>
      <h3>{t('geometry')}</h3>
      <GeometryEditor value={form.place} onChange={(place) => onChange({ place })} optional failure={failure} problem={needed('geometry.coordinates')} />
      <h3>{t('markers')}</h3>
      <RowsEditor name={t('markers')} path="markers" rows={form.markers} onChange={(markers) => onChange({ markers })} columns={columns} empty={() => ({ ...emptyMarker(), keeper: sides[0] ?? '' })} most={2000} faultAt={faultAt} reveal={refused ?? (tried ? missing : undefined)} />
    </>
  )
}
