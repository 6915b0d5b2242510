import { Input } from 'antd'
import type { PlaceKind } from '../../../../domain/place-names/kinds.ts'
import { AreaField } from '../../../shared/AreaField.tsx'
import type { ApiFailure } from '../../../shared/client.ts'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useWords } from '../../../shared/i18n.ts'
import { useRoute } from '../../../shared/query.ts'
import { useSession } from '../../../shared/session.tsx'
import { SuggestInput } from '../../../shared/SuggestInput.tsx'
import { readSize, type FactsForm, type NumberPart, type TextPart } from './facts.ts'
import { useBuiltUpAreas } from './names.ts'
import { words } from './words.ts'

const directions = ['东西', '南北', '东南—西北', '西南—东北', '环形']
const lines: readonly PlaceKind[] = ['STREET', 'FACILITY', 'NATURAL']

export interface FactsFieldsProps {
  readonly kind: PlaceKind
  readonly form: FactsForm
  readonly onChange: (change: Partial<FactsForm>) => void
  readonly failure: ApiFailure | null
  readonly tried: boolean
}

/** The facts of an entity beside its names. */
export const FactsFields = ({ kind, form, onChange, failure, tried }: FactsFieldsProps) => {
  const t = useWords(words)
  const { office } = useSession()
  const areas = useBuiltUpAreas(t('outside'))
  const sums = useRoute('gazetteerSums', {}, { fresh: 60_000 })
  const townships = (sums.data?.byTownship ?? []).map(({ township }) => township).filter((one) => one !== '')
  const line = (part: TextPart | 'start' | 'end', span: number, most = 100) => <Field key={part} path={part} span={span} label={t(part === 'history' ? 'story' : part)} failure={failure}><Input value={form[part]} maxLength={most} autoComplete="off" onChange={(event) => onChange({ [part]: event.target.value })} /></Field>
  const size = (part: NumberPart, span: number) => <Field key={part} path={part} span={span} label={t(part)} failure={failure} problem={(tried || form[part].length > 3) && form[part].trim() !== '' && readSize(form[part]) === undefined ? t('noNumber') : undefined}><Input value={form[part]} maxLength={16} inputMode="decimal" autoComplete="off" onChange={(event) => onChange({ [part]: event.target.value })} /></Field>
  const long = (part: 'meaning' | 'origin' | 'history', span: number, most: number) => <Field key={part} path={part} span={span} label={t(part === 'history' ? 'story' : part)} failure={failure}><Input.TextArea value={form[part]} maxLength={most} rows={2} onChange={(event) => onChange({ [part]: event.target.value })} /></Field>
  const known = areas.some(({ id }) => id === form.builtUpArea)
  return (
    <Fields>
      <Field path="county" span={5} label={t('county')} failure={failure}><AreaField day={office.today} value={form.county} onChange={(county) => onChange({ county, province: county === '' ? '' : `${county.slice(0, 2)}0000` })} /></Field>
      <Field path="builtUpArea" span={3} label={t('builtUpArea')} failure={failure}>
        <select className="plain-select full" value={form.builtUpArea} onChange={(event) => onChange({ builtUpArea: event.target.value })}><option value="">—</option>{!known && form.builtUpArea !== '' && <option value={form.builtUpArea}>{form.builtUpArea}</option>}{areas.map((area) => <option key={area.id} value={area.id}>{area.name}</option>)}</select>
      </Field>
      <Field path="township" span={4} label={t('township')} failure={failure}><SuggestInput choices={townships} value={form.township} maxLength={100} autoComplete="off" onChange={(township) => onChange({ township })} /></Field>
      {line('village', 4)}{line('location', 8, 400)}
      {lines.includes(kind) ? <>
        <Field path="orientation" span={4} label={t('orientation')} failure={failure}><SuggestInput choices={directions} value={form.orientation} maxLength={40} autoComplete="off" onChange={(orientation) => onChange({ orientation })} /></Field>
        {line('start', 4, 200)}{line('end', 4, 200)}{size('lengthMetres', 3)}{size('widthMetres', 3)}
      </> : <>{line('bounds', 12, 400)}{size('siteSquareMetres', 4)}{size('floorSquareMetres', 4)}{size('storeys', 2)}{size('greenPercent', 2)}</>}
      {line('classCode', lines.includes(kind) ? 3 : 6, 5)}
      <Field path="secrecy" span={lines.includes(kind) ? 3 : 6} label={t('secrecy')} failure={failure}>
        <select className="plain-select full" value={form.secrecy} onChange={(event) => onChange({ secrecy: event.target.value === 'secret' ? 'secret' : event.target.value === 'internal' ? 'internal' : '' })}>{(['', 'internal', 'secret'] as const).map((one) => <option key={one} value={one}>{t(`secrecy_${one}`)}</option>)}</select>
      </Field>
      {long('meaning', 6, 400)}{long('origin', 6, 400)}{long('history', 12, 4000)}
    </Fields>
  )
}
