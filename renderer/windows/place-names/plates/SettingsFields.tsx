import { Input } from 'antd'
import { compassPoints, modelNumbering, oddSides, streetRuns } from '../../../../domain/place-names/plates/settings.ts'
import type { ApiFailure } from '../../../shared/client.ts'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import type { EstateForm, StreetForm } from './settings.ts'
import { words } from './words.ts'

const ends = [...compassPoints, 'drawnFirst', 'drawnLast'] as const
const ways = ['northToSouth', 'southToNorth', 'eastToWest', 'westToEast'] as const

/** Where the model of a run has the start end and the odd side; the rest stays. */
const withRun = (form: StreetForm, run: StreetForm['run']): StreetForm => ({ ...form, run, startEnd: modelNumbering[run].startEnd, oddSide: modelNumbering[run].oddSide })

interface Props<Form> { readonly form: Form; readonly onChange: (form: Form) => void; readonly wrong: readonly string[]; readonly failure: ApiFailure | null }

/** How a street is numbered. */
export const StreetFields = ({ form, onChange, wrong, failure }: Props<StreetForm>) => {
  const t = useWords(words)
  const say = useSay()
  const typed = (part: 'spacingMetres' | 'reserveMetres' | 'first', span: number) => <Field path={`settings.${part}`} span={span} label={t(part)} failure={failure} problem={wrong.includes(part) ? t('number_bad') : undefined}><Input value={form[part]} maxLength={8} inputMode="decimal" autoComplete="off" onChange={(event) => onChange({ ...form, [part]: event.target.value })} /></Field>
  return (
    <Fields>
      <Field path="settings.run" span={4} label={t('run')} failure={failure}><select className="plain-select full" value={form.run} onChange={(event) => onChange(withRun(form, streetRuns.find(({ code }) => code === event.target.value)?.code ?? form.run))}>{streetRuns.map((one) => <option key={one.code} value={one.code}>{say(one)}</option>)}</select></Field>
      <Field path="settings.startEnd" span={4} label={t('startEnd')} failure={failure}><select className="plain-select full" value={form.startEnd} onChange={(event) => onChange({ ...form, startEnd: ends.find((one) => one === event.target.value) ?? form.startEnd })}>{ends.map((one) => <option key={one} value={one}>{t(`end_${one}`)}</option>)}</select></Field>
      <Field path="settings.oddSide" span={4} label={t('oddSide')} failure={failure}><select className="plain-select full" value={form.oddSide} disabled={form.sides === 'one'} onChange={(event) => onChange({ ...form, oddSide: oddSides.find((one) => one === event.target.value) ?? form.oddSide })}>{oddSides.map((one) => <option key={one} value={one}>{t(`odd_${one}`)}</option>)}</select></Field>
      <Field path="settings.sides" span={4} label={t('sides')} failure={failure}><select className="plain-select full" value={form.sides} onChange={(event) => onChange({ ...form, sides: event.target.value === 'one' ? 'one' : 'both' })}><option value="both">{t('sides_both')}</option><option value="one">{t('sides_one')}</option></select></Field>
      <Field path="settings.method" span={4} label={t('method')} failure={failure}><select className="plain-select full" value={form.method} onChange={(event) => onChange({ ...form, method: event.target.value === 'distance' ? 'distance' : 'sequence' })}><option value="sequence">{t('method_sequence')}</option><option value="distance">{t('method_distance')}</option></select></Field>
      <Field path="settings.subStyle" span={4} label={t('subStyle')} failure={failure}><select className="plain-select full" value={form.subStyle} onChange={(event) => onChange({ ...form, subStyle: event.target.value === 'attached' ? 'attached' : 'dash' })}><option value="dash">{t('subStyle_dash')}</option><option value="attached">{t('subStyle_attached')}</option></select></Field>
      {typed('first', 4)}{form.method === 'distance' ? typed('spacingMetres', 8) : typed('reserveMetres', 8)}
    </Fields>
  )
}

/** How an estate is numbered. */
export const EstateFields = ({ form, onChange, wrong, failure }: Props<EstateForm>) => {
  const t = useWords(words)
  const typed = (part: 'rowMetres' | 'first') => <Field path={`settings.${part}`} span={4} label={t(part)} failure={failure} problem={wrong.includes(part) ? t('number_bad') : undefined}><Input value={form[part]} maxLength={8} inputMode="decimal" autoComplete="off" onChange={(event) => onChange({ ...form, [part]: event.target.value })} /></Field>
  const way = (part: 'rows' | 'within') => <Field path={`settings.${part}`} span={4} label={t(part)} failure={failure}><select className="plain-select full" value={form[part]} onChange={(event) => onChange({ ...form, [part]: ways.find((one) => one === event.target.value) ?? form[part] })}>{ways.map((one) => <option key={one} value={one}>{t(`way_${one}`)}</option>)}</select></Field>
  return (
    <Fields>
      {way('rows')}{way('within')}
      <Field path="settings.word" span={4} label={t('word')} failure={failure}><select className="plain-select full" value={form.word} onChange={(event) => onChange({ ...form, word: (['幢', '栋', '号楼', '座'] as const).find((one) => one === event.target.value) ?? form.word })}>{(['幢', '栋', '号楼', '座'] as const).map((one) => <option key={one} value={one}>{one}</option>)}</select></Field>
      {typed('first')}{typed('rowMetres')}
    </Fields>
  )
}
