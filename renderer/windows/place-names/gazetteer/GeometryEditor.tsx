import { Input } from 'antd'
import { useMemo, useState } from 'react'
import { checkGeometry, toCgcs2000 } from '../../../../domain/place-names/gazetteer/coordinates.ts'
import { coordinateSystems, formOf, pathsOf, type Box, type Geometry } from '../../../../domain/place-names/gazetteer/geometry.ts'
import type { ApiFailure } from '../../../shared/client.ts'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { useRoute } from '../../../shared/query.ts'
import { around, serves } from '../map/ask.ts'
import { measureWords } from '../map/measures.ts'
import { PlainMap } from '../map/PlainMap.tsx'
import { useMap, world } from '../map/useMap.ts'
import { boxAround } from '../map/view.ts'
import { words as mapWords } from '../map/words.ts'
import { placeOf, type PlaceForm } from './place.ts'
import { readPlace } from './positions.ts'
import { words } from './words.ts'

export interface GeometryEditorProps {
  readonly value: PlaceForm
  readonly onChange: (value: PlaceForm) => void
  /** Where the map looks first. */
  readonly at?: Geometry | undefined
  readonly optional?: boolean
  readonly failure?: ApiFailure | null
  readonly problem?: string | undefined
}

/** Places an entity: draws it on the map over what lies around, or takes coordinates and GeoJSON that are pasted. */
export const GeometryEditor = ({ value, onChange, at, optional = false, failure = null, problem }: GeometryEditorProps) => {
  const t = useWords(words)
  const m = useWords(mapWords)
  const say = useSay()
  const put = (change: Partial<PlaceForm>): void => onChange({ ...value, ...change })
  const profile = useRoute('getPlaceNameProfile', { query: {} }, { fresh: 60_000 })
  const whole = useMap(value.how === 'none' ? undefined : world, { limit: 1 })
  const [first] = useState(() => (at === undefined ? undefined : boxAround([at])))
  const start = useMemo((): Box | undefined => (first !== undefined ? around(first, 0.6) : (whole.data?.extent ?? profile.data?.profile.box ?? undefined)), [first, whole.data, profile.data])
  const [asked, setAsked] = useState<Box>()
  const box = asked ?? start
  const here = useMap(value.how === 'none' ? undefined : box, { limit: 4000 })
  const read = value.how === 'paste' ? readPlace(value.pasted, value.form) : undefined
  const made = placeOf(value)
  const shown = made === undefined ? undefined : toCgcs2000(made.geometry, made.declared)
  const said = made === undefined || profile.data === undefined ? [] : checkGeometry(made.geometry, made.declared, { box: profile.data.profile.box ?? undefined, shifted: profile.data.profile.shiftedCoordinates })
  const wrong = read === undefined || !('wrong' in read) || read.wrong === 'empty' ? undefined : read.wrong === 'none' ? t('read_none', { n: read.n, text: read.text }) : read.wrong === 'several' ? t('read_several', { n: read.n }) : read.wrong === 'few' ? t('read_few') : t('read_json')
  const ready = value.how === 'draw' && whole.isPending
  return (
    <div className="place-editor">
      <Fields>
        <Field path="geometry.how" span={4} label={t('how')}>
          <select className="plain-select full" value={value.how} onChange={(event) => put({ how: event.target.value === 'paste' ? 'paste' : event.target.value === 'none' ? 'none' : 'draw' })}>
            {optional && <option value="none">{t('how_none')}</option>}<option value="draw">{t('how_draw')}</option><option value="paste">{t('how_paste')}</option>
          </select>
        </Field>
        {value.how !== 'none' && (
          <>
            <Field path="geometry.form" span={3} label={t('form')}>
              <select className="plain-select full" value={value.form} onChange={(event) => put({ form: event.target.value === 'area' ? 'area' : event.target.value === 'line' ? 'line' : 'point' })}>{(['point', 'line', 'area'] as const).map((form) => <option key={form} value={form}>{t(`form_${form}`)}</option>)}</select>
            </Field>
            <Field path="geometry.source" span={5} label={t('geometrySource')} failure={failure}><Input value={value.source} maxLength={400} autoComplete="off" placeholder={t('geometrySourceHint')} onChange={(event) => put({ source: event.target.value })} /></Field>
          </>
        )}
        {value.how === 'paste' && (
          <>
            <Field path="geometry.declared" span={6} label={t('system')} failure={failure}>
              <select className="plain-select full" value={value.declared} onChange={(event) => put({ declared: coordinateSystems.find((one) => one === event.target.value) ?? 'CGCS2000' })}>{coordinateSystems.map((one) => <option key={one} value={one}>{t(`system_${one}`)}</option>)}</select>
            </Field>
            <Field path="geometry.coordinates" label={t('paste')} hint={t('pasteHint')} failure={failure} problem={wrong ?? (made === undefined ? problem : undefined)}>
              <Input.TextArea value={value.pasted} rows={4} maxLength={200_000} spellCheck={false} className="mono" onChange={(event) => put({ pasted: event.target.value })} />
            </Field>
          </>
        )}
      </Fields>
      {shown !== undefined && value.how === 'paste' && <p className="quiet" role="status">{t('readAs', { form: t(`form_${formOf(shown)}`), n: pathsOf(shown).flat().length, measure: measureWords(m, shown) })}</p>}
      {said.map((outcome) => (outcome.kind === 'fail' || outcome.kind === 'asks') && outcome.message !== undefined ? <p key={outcome.message.en} className={`finding-note ${outcome.kind === 'fail' ? 'stop' : 'answer'}`} role="status">{say(outcome.message)}</p> : null)}
      {value.how !== 'none' && !ready && (
        <PlainMap
          name={t('geometry')} features={here.data?.features ?? []} height={300} list={false} box={value.how === 'paste' && shown !== undefined ? boxAround([shown]) : start} onMove={(sight) => setAsked((now) => (now !== undefined && serves(now, sight) ? now : around(sight)))}
          {...(value.how === 'draw' ? { drawing: { form: value.form, positions: value.positions, onChange: (positions) => put({ positions }) } } : shown === undefined ? {} : { marks: [{ id: 'shown', name: '', tone: 'own', geometry: shown }] })}
        />
      )}
      {value.how === 'draw' && made === undefined && problem !== undefined && <p className="finding-note stop" role="alert">{problem}</p>}
    </div>
  )
}
