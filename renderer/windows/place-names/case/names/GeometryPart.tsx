import { Button, Input } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { CoordinateSystem, GeometryForm } from '../../../../../domain/place-names/gazetteer/geometry.ts'
import { areaOf, boxOf, coordinateSystems, formOf, lengthOf } from '../../../../../domain/place-names/gazetteer/geometry.ts'
import { toCgcs2000 } from '../../../../../domain/place-names/gazetteer/coordinates.ts'
import { Choices } from '../../../../case/form/choices.tsx'
import { number } from '../../../../shared/format.ts'
import { useSay } from '../../../../shared/i18n.ts'
import { usePlaceNameWords } from '../parts.tsx'
import { readPasted } from './edit.ts'
import type { GeometryFault } from './edit.ts'
import { ItemField, useItem, useItemPlace } from './itemFields.tsx'

const PlainMap = lazy(async () => ({ default: (await import('../../map/PlainMap.tsx')).PlainMap }))
const forms = ['point', 'line', 'area'] as const
const tags = ['geometry', 'geometry.declared', 'geometry.coordinates'] as const

/** Coordinates by pasting: positions or GeoJSON, with the system they are declared in; drawn on the plain map once taken. */
export const GeometryPart = () => {
  const t = usePlaceNameWords()
  const say = useSay()
  const { item, change, editable } = useItem('kind', 'geometry', 'size', 'name')
  const { id } = useItemPlace()
  const [open, setOpen] = useState(false)
  const [source, setSource] = useState('')
  const [chosenForm, setForm] = useState<GeometryForm>()
  // The kind may be chosen after the form stands there.
  const form = chosenForm ?? (item.kind === 'STREET' ? 'line' : item.kind === 'ESTATE' || item.kind === 'PARK' ? 'area' : 'point')
  const [declared, setDeclared] = useState<CoordinateSystem>('CGCS2000')
  const [from, setFrom] = useState('')
  const [fault, setFault] = useState<GeometryFault>()
  const { geometry } = item
  const plain = useMemo(() => (geometry === null ? undefined : toCgcs2000(geometry.geometry, geometry.declared)), [geometry])
  const length = plain === undefined ? undefined : lengthOf(plain)
  const faultWords = (wrong: GeometryFault): string => {
    switch (wrong.fault) {
      case 'lineWrong': return t('geometryLineWrong', { n: wrong.n, line: wrong.line })
      case 'few': return t('geometryFew')
      case 'many': return t('geometryMany', { n: wrong.n })
      case 'none': return t('geometryNone')
      case 'said': return say(wrong.message)
    }
  }
  const take = () => {
    const read = readPasted(source, form)
    if ('fault' in read) return setFault(read)
    change((one) => ({ ...one, geometry: { geometry: read.geometry, declared: read.declared ?? declared, source: from.trim() } }))
    setOpen(false)
    setSource('')
    setFault(undefined)
  }
  const words = plain === undefined ? t('noGeometry') : formOf(plain) === 'point' ? t('geometryPoint') : formOf(plain) === 'line' ? t('geometryLine', { n: number(Math.round(length ?? 0)) }) : t('geometryArea', { n: number(Math.round(areaOf(plain) ?? 0)) })
  return (
    <>
      <ItemField field="geometry" also={tags.slice(1)} label={t('geometry')} span={12} group>
        <div className="row">
          <span className={plain === undefined ? 'quiet' : ''}>{words}</span>
          {geometry !== null && <span className="quiet">{t(`system.${geometry.declared}`)}{geometry.source !== '' && ` · ${geometry.source}`}</span>}
          {editable && <Button size="small" tabIndex={-1} aria-expanded={open} onClick={() => setOpen(!open)}>{t('pasteGeometry')}</Button>}
          {editable && geometry !== null && <Button size="small" tabIndex={-1} onClick={() => change((one) => ({ ...one, geometry: null }))}>{t('clearGeometry')}</Button>}
          {editable && length !== undefined && length > 0 && item.kind === 'STREET' && item.size.lengthMetres !== Math.round(length) && <Button size="small" tabIndex={-1} onClick={() => change((one) => ({ ...one, size: { ...one.size, lengthMetres: Math.round(length) } }))}>{t('fillLength', { n: number(Math.round(length)) })}</Button>}
        </div>
      </ItemField>
      {open && editable && (
        <div className="geometry-paste span-12">
          <label className="field-label" htmlFor={`geometry-${id}`}>{t('geometryText')}</label>
          <Input.TextArea id={`geometry-${id}`} autoFocus className="mono" rows={5} value={source} placeholder={'120.583333,31.298611\n120.584444,31.298889'} spellCheck={false} aria-describedby={`geometry-hint-${id}`} onChange={(event) => { setSource(event.target.value); setFault(undefined) }} />
          <div className="field-hint" id={`geometry-hint-${id}`}>{t('geometryHint')}</div>
          {fault !== undefined && <div className="finding-note stop" role="alert">{faultWords(fault)}</div>}
          <div className="row">
            <Choices label={t('asForm')} value={form} options={forms.map((one) => [one, t(`form.${one}`)] as const)} onChoose={setForm} />
            <Choices label={t('declared')} value={declared} options={coordinateSystems.map((one) => [one, t(`system.${one}`)] as const)} onChoose={setDeclared} />
          </div>
          <div className="row">
            <Input className="geometry-source" value={from} maxLength={200} aria-label={t('geometrySource')} placeholder={t('geometrySource')} onChange={(event) => setFrom(event.target.value)} />
            <Button type="primary" disabled={source.trim() === ''} onClick={take}>{t('takeGeometry')}</Button>
          </div>
        </div>
      )}
      {plain !== undefined && <div className="span-12"><Suspense fallback={null}><PlainMap key={boxOf(plain).join(' ')} name={`${t('geometry')} ${item.name}`} features={[]} marks={[{ id, name: item.name, tone: 'own', geometry: plain }]} height={200} list={false} /></Suspense></div>}
    </>
  )
}
