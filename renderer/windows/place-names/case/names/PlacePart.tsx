import { Button, Input } from 'antd'
import { useState } from 'react'
import type { GazetteerLine } from '../../../../../api/schemas/gazetteer.ts'
import { extentWords } from '../../../../../domain/place-names/case/words.ts'
import { Fields } from '../../../../shared/Field.tsx'
import { usePlaceNameWords } from '../parts.tsx'
import { locationOf } from './edit.ts'
import { EntityFinder } from './EntityFinder.tsx'
import { GeometryPart } from './GeometryPart.tsx'
import { ItemDay, ItemField, ItemList, ItemNumber, ItemText, useItem } from './itemFields.tsx'
import { endStates, orientations, surfaces } from './tables.ts'

/** An end of a road: words with their standing, or a registered place found by its name. */
const End = ({ end }: { readonly end: 'start' | 'end' }) => {
  const t = usePlaceNameWords()
  const { item, change, editable } = useItem('start', 'end', 'kind')
  const [finding, setFinding] = useState(false)
  const value = item[end]
  const put = (next: Partial<typeof value>) => change((one) => ({ ...one, [end]: { ...one[end], ...next } }))
  const take = (line: GazetteerLine) => {
    put({ text: line.name, status: 'registered', entityId: line.entityId })
    setFinding(false)
  }
  return (
    <>
      <ItemField field={`${end}.text`} label={t(end)} span={4} required={item.kind === 'STREET'}>
        <Input value={value.text} maxLength={200} disabled={!editable} autoComplete="off" onChange={(event) => put({ text: event.target.value, ...(value.entityId === '' ? {} : { entityId: '', status: 'unnamed' as const }) })} />
      </ItemField>
      <ItemField field={`${end}.status`} label={t('status')} span={2}>
        <select className="plain-select full" value={value.status} disabled={!editable} onChange={(event) => put({ status: event.target.value as typeof value.status, ...(event.target.value === 'registered' ? {} : { entityId: '' }) })}>
          {endStates.map((one) => <option key={one} value={one}>{t(`end.${one}`)}</option>)}
        </select>
      </ItemField>
      {editable && (finding ? <div className="fact span-6"><span className="field-label">{t('findEnd')}</span><EntityFinder label={`${t(end)} ${t('findEnd')}`} onFound={take} /></div> : <div className="fact span-6 beside-field"><Button size="small" tabIndex={-1} onClick={() => setFinding(true)}>{t('findEnd')}</Button></div>)}
      {!editable && <div className="span-6" />}
    </>
  )
}

const Sizes = () => {
  const t = usePlaceNameWords()
  const { item } = useItem('kind')
  const road = item.kind === 'STREET' || item.kind === '' || item.kind === 'FACILITY'
  const built = item.kind === 'ESTATE' || item.kind === 'FACILITY' || item.kind === 'PARK'
  return (
    <>
      {road && <><ItemNumber field="size.lengthMetres" label={t('length')} span={2} required={item.kind === 'STREET'} /><ItemNumber field="size.widthMetres" label={t('width')} span={2} /></>}
      {item.kind === 'STREET' && <><ItemText field="orientation" label={t('orientation')} span={3} max={40} choices={orientations} /><ItemText field="surface" label={t('surface')} span={3} max={40} choices={surfaces} /></>}
      {built && <><ItemNumber field="size.siteSquareMetres" label={t('site')} span={3} /><ItemNumber field="size.floorSquareMetres" label={t('floor')} span={3} /></>}
      {item.kind === 'ESTATE' && <><ItemNumber field="size.storeys" label={t('storeys')} span={2} whole /><ItemNumber field="size.greenPercent" label={t('green')} span={2} /><ItemNumber field="buildings" label={t('buildings')} span={2} whole /></>}
      {item.kind === 'VILLAGE_SEAT' && <><ItemNumber field="population" label={t('population')} span={2} whole /><ItemNumber field="households" label={t('households')} span={2} whole /></>}
      {item.kind === 'FACILITY' && <ItemText field="spans" label={t('spans')} span={4} />}
    </>
  )
}

/** 位置描述, and the whole sentence that the papers will hold. */
const Location = () => {
  const t = usePlaceNameWords()
  const { item, change, editable } = useItem('act', 'location', 'township', 'village', 'orientation', 'start', 'end', 'bounds', 'size')
  const sentence = locationOf(item)
  const extent = extentWords(item)
  return (
    <>
      <ItemField field="location" label={t('location')} span={12} required={item.act !== 'removal'}>
        <Input.TextArea rows={2} value={item.location} maxLength={400} disabled={!editable} onChange={(event) => { const location = event.target.value; change((one) => ({ ...one, location })) }} />
      </ItemField>
      <div className="span-12 row">
        {editable && sentence !== '' && !item.location.startsWith(sentence) && <Button size="small" tabIndex={-1} onClick={() => change((one) => ({ ...one, location: locationOf(one) }))}>{t('buildLocation')}</Button>}
        {extent !== '' && <span className="quiet">{t('writtenAs')} <span lang="zh">{extent}</span></span>}
      </div>
    </>
  )
}

/** 位置、规模和坐标. */
export const PlacePart = () => {
  const t = usePlaceNameWords()
  const { item } = useItem('kind')
  return (
    <section className="name-part-box" aria-label={t('place')}>
      <h4>{t('place')}</h4>
      <Fields>
        <ItemText field="township" label={t('township')} span={3} /><ItemText field="village" label={t('village')} span={3} />
        <div className="span-3" />
        {(item.kind === 'STREET' || item.kind === '' || item.kind === 'FACILITY') && <><End end="start" /><End end="end" /></>}
        <Sizes />
        {item.kind !== 'STREET' && <ItemText field="bounds" label={t('bounds')} span={8} max={400} hint={t('boundsHint')} />}
        <Location />
        <GeometryPart />
      </Fields>
      <details className="name-more">
        <summary>{t('more')}</summary>
        <Fields>
          <ItemText field="province" label={t('province')} span={2} max={20} /><ItemText field="county" label={t('county')} span={2} max={20} />
          <ItemDay field="begun" label={t('begun')} span={2} /><ItemDay field="finished" label={t('finished')} span={2} />
          <ItemList field="segments" label={t('segments')} span={4} hint={t('listHint')} /><ItemList field="permits" label={t('permits')} span={4} hint={t('listHint')} />
          <ItemText field="numberingRule" label={t('numberingRule')} span={8} max={400} />
        </Fields>
      </details>
    </section>
  )
}
