import { Input } from 'antd'
import { useEffect, useRef } from 'react'
import type { ImportOptions } from '../../../../api/schemas/gazetteer.ts'
import { coordinateSystems } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { placeKindEntries } from '../../../../domain/place-names/kinds.ts'
import type { ApiFailure } from '../../../shared/client.ts'
import { DayField } from '../../../shared/DayField.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useBuiltUpAreas } from '../gazetteer/names.ts'
import { words as gazetteerWords } from '../gazetteer/words.ts'
import { areaAsked } from './options.ts'
import { words } from './words.ts'

const encodings = ['auto', 'utf-8', 'gb18030'] as const

/** How a file is read: what it holds, in which coordinates, where its names lie and which paper approved them. */
export const OptionsFields = ({ value, onChange, failure, tried = false }: { readonly tried?: boolean; readonly value: ImportOptions; readonly onChange: (change: Partial<ImportOptions>) => void; readonly failure: ApiFailure | null }) => {
  const t = useWords(words)
  const g = useWords(gazetteerWords)
  const say = useSay()
  const areas = useBuiltUpAreas(t('outside'))
  // Streets and estates are compared within their area: where the office has but one, it is chosen.
  const only = areas.filter(({ id }) => id !== 'outside')
  const chosen = useRef(false)
  const [first] = only
  useEffect(() => {
    if (chosen.current || value.builtUpArea !== '' || first === undefined || only.length > 1) return
    chosen.current = true
    onChange({ builtUpArea: first.id })
  })
  return (
    <Fields>
      <Field path="kind" span={3} label={t('kind')} failure={failure}><select className="plain-select full" value={value.kind} onChange={(event) => onChange({ kind: placeKindEntries.find(({ kind }) => kind === event.target.value)?.kind ?? 'STREET' })}>{placeKindEntries.map(({ kind, title }) => <option key={kind} value={kind}>{say(title)}</option>)}</select></Field>
      <Field path="builtUpArea" span={3} label={t('builtUpArea')} hint={t('builtUpAreaHint')} required={areaAsked({ ...value, builtUpArea: '' })} problem={tried && areaAsked(value) ? t('areaAsked') : undefined} failure={failure}><select className="plain-select full" value={value.builtUpArea} onChange={(event) => onChange({ builtUpArea: event.target.value })}><option value="">{t('notSaid')}</option>{areas.map((area) => <option key={area.id} value={area.id}>{area.name}</option>)}</select></Field>
      <Field path="declared" span={3} label={t('system')} failure={failure}><select className="plain-select full" value={value.declared} onChange={(event) => onChange({ declared: coordinateSystems.find((one) => one === event.target.value) ?? 'CGCS2000' })}>{coordinateSystems.map((one) => <option key={one} value={one}>{g(`system_${one}`)}</option>)}</select></Field>
      <Field path="encoding" span={3} label={t('encoding')} failure={failure}><select className="plain-select full" value={value.encoding} onChange={(event) => onChange({ encoding: encodings.find((one) => one === event.target.value) ?? 'auto' })}>{encodings.map((one) => <option key={one} value={one}>{t(`encoding_${one}`)}</option>)}</select></Field>
      <Field path="source" span={4} label={t('source')} failure={failure}><Input value={value.source} maxLength={100} autoComplete="off" placeholder={t('sourceHint')} onChange={(event) => onChange({ source: event.target.value })} /></Field>
      <Field path="document" span={5} label={t('document')} failure={failure}><Input value={value.document} maxLength={100} autoComplete="off" onChange={(event) => onChange({ document: event.target.value })} /></Field>
      <Field path="approvedOn" span={3} label={t('approvedOn')} failure={failure}><DayField value={value.approvedOn} onChange={(approvedOn) => onChange({ approvedOn })} /></Field>
    </Fields>
  )
}
