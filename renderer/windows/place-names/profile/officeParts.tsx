/** Parts of the profile on the office itself: its box, who approves, built-up areas, scopes. */
import { Button, Checkbox, Input } from 'antd'
import { useContext, useState } from 'react'
import type { Reply } from '../../../shared/client.ts'
import { approverTypes } from '../../../../domain/place-names/approval.ts'
import { placeKinds, scopeOf } from '../../../../domain/place-names/kinds.ts'
import type { PlaceNameProfile } from '../../../../domain/place-names/profile.ts'
import { ActDialog } from '../../../shared/ActDialog.tsx'
import { useAt, useFault } from '../../../shared/draft.ts'
import { SelectAt, TextAt, TickAt, WholeAt } from '../../../shared/draftFields.tsx'
import { Field, Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { Section } from '../../../shared/Page.tsx'
import { words as caseWords } from '../case/words.ts'
import { GeometryEditor } from '../gazetteer/GeometryEditor.tsx'
import { placeForm, placeOf } from '../gazetteer/place.ts'
import { kindWords } from '../shared/kindWords.ts'
import { textColumn } from './columns.ts'
import { EditorContext, RowsAt } from './RowsAt.tsx'
import { words } from './words.ts'

type Classes = Reply<'getPlaceNameProfile'>['classes']
type Area = PlaceNameProfile['builtUpAreas'][number]
const roles = ['approve', 'examine', 'opinion', 'record'] as const
const scopes = ['none', 'builtUpArea', 'county', 'province', 'country'] as const

const BoxSide = ({ index, value, onChange }: { readonly index: 0 | 1 | 2 | 3; readonly value: number; readonly onChange: (value: number) => void }) => {
  const t = useWords(words)
  const [typed, setTyped] = useState<string>()
  return (
    <Field path={`box.${String(index)}`} span={3} label={t(`box.${index}`)} problem={useFault(`box.${String(index)}`)}>
      <Input inputMode="decimal" maxLength={12} autoComplete="off" value={typed ?? (Number.isFinite(value) ? String(value) : '')} onChange={(event) => { setTyped(event.target.value); onChange(/^-?\d{1,3}(?:\.\d{1,8})?$/u.test(event.target.value.trim()) ? Number(event.target.value) : Number.NaN) }} />
    </Field>
  )
}

export const OfficePart = () => {
  const t = useWords(words)
  const [box, putBox] = useAt<readonly number[] | null>('box')
  const boxFault = useFault('box')
  return (
    <Section title={t('part.office')}>
      <Fields>
        <TextAt path="officeName" span={6} label={t('officeName')} most={100} required />
        <TextAt path="areaCode" span={3} label={t('areaCode')} most={6} required />
        <SelectAt path="level" span={3} label={t('level')} options={(['county', 'city', 'province'] as const).map((value) => ({ value, title: t(`level.${value}`) }))} />
        <SelectAt path="shiftedCoordinates" span={6} label={t('shifted')} options={(['refuse', 'convert'] as const).map((value) => ({ value, title: t(`shifted.${value}`) }))} />
      </Fields>
      <div data-field="box"><h3>{t('box')}</h3><Checkbox checked={box !== null} onChange={(event) => putBox(event.target.checked ? [Number.NaN, Number.NaN, Number.NaN, Number.NaN] : null)}>{t('hasBox')}</Checkbox> <span className="quiet">{t('boxHint')}</span></div>
      {box !== null && <Fields>{([0, 1, 2, 3] as const).map((index) => <BoxSide key={index} index={index} value={box[index] ?? Number.NaN} onChange={(value) => putBox(box.map((one, other) => (other === index ? value : one)))} />)}</Fields>}
      {boxFault !== undefined && <p className="finding-note answer">{box === null ? boxFault : t('boxOrder')}</p>}
    </Section>
  )
}

export const ApprovalsPart = ({ classes }: { readonly classes: Classes }) => {
  const t = useWords(words)
  const c = useWords(caseWords)
  const say = useSay()
  const [approvals, put] = useAt<PlaceNameProfile['approvals']>('approvals')
  const { readOnly } = useContext(EditorContext)
  const change = (classId: string, next: Partial<PlaceNameProfile['approvals'][number]>): void => {
    const { role, approver } = { ...approvals.find((one) => one.classId === classId), ...next }
    const rest = approvals.filter((one) => one.classId !== classId)
    put(role === undefined && approver === undefined ? rest : [...rest, { classId, ...(role !== undefined && { role }), ...(approver !== undefined && { approver }) }])
  }
  const bodies = approverTypes.map((value) => ({ value, title: c(`approver.${value}`) }))
  return (
    <>
      <Section title={t('part.approvals')}>
        <div className="table-frame" data-field="approvals">
          <table className="plain-table profile-table">
            <thead><tr><th scope="col">{t('classTitle')}</th><th scope="col">{t('who')}</th><th scope="col">{t('approver')}</th><th scope="col">{t('role')}</th></tr></thead>
            <tbody>
              {classes.map((one) => {
                const index = approvals.findIndex(({ classId }) => classId === one.id)
                const own = approvals[index]
                const allowed = bodies.filter(({ value }) => one.approvers.length === 0 || one.approvers.includes(value))
                return (
                  <tr key={one.id} data-field={`approvals.${String(index)}.approver`}>
                    <th scope="row">{say(one.title)}</th>
                    <td>{say(one.who)} <span className="quiet">{say(one.law)}</span></td>
                    <td>{one.approvers.length === 1 ? <span className="quiet">{t('byLaw')}</span> : <select className="plain-select full" aria-label={`${t('approver')} ${say(one.title)}`} disabled={readOnly} value={own?.approver ?? ''} onChange={(event) => change(one.id, { approver: approverTypes.find((body) => body === event.target.value) })}><option value="">{t('asLaw')}</option>{allowed.map(({ value, title }) => <option key={value} value={value}>{title}</option>)}</select>}</td>
                    <td><select className="plain-select full" aria-label={`${t('role')} ${say(one.title)}`} disabled={readOnly} value={own?.role ?? ''} onChange={(event) => change(one.id, { role: roles.find((role) => role === event.target.value) })}><option value="">{`${t('asLaw')} · ${t(`role.${roles.find((role) => role === one.role) ?? 'examine'}`)}`}</option>{roles.map((role) => <option key={role} value={role}>{t(`role.${role}`)}</option>)}</select></td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      </Section>
      <Section title={t('filingTargets')}>
        <RowsAt<PlaceNameProfile['filingTargets'][number]> name={t('filingTargets')} path="filingTargets" most={10} empty={() => ({ approver: 'countyGovernment', target: '' })} columns={[textColumn('approver', t('approver'), { width: '34%', options: bodies }), textColumn('target', t('target'), { most: 60 })]} />
      </Section>
    </>
  )
}

const PlaceDialog = ({ area, onDone, onClose }: { readonly area: Area; readonly onDone: (geometry: Area['geometry']) => void; readonly onClose: () => void }) => {
  const t = useWords(words)
  const [place, setPlace] = useState(() => ({ ...placeForm('ESTATE', area.geometry, 'paste') }))
  const made = placeOf(place)
  return (
    <ActDialog title={t('placeTitle', { name: area.name })} verb={t('save')} width={900} missing={place.how !== 'none' && made === undefined ? 'geometry.coordinates' : undefined} onDone={onClose} onCancel={onClose} act={() => { onDone(made ?? null); return Promise.resolve() }}>
      {({ failure, tried }) => <GeometryEditor value={place} onChange={setPlace} at={area.geometry?.geometry} optional failure={failure} problem={tried && made === undefined ? t('needed') : undefined} />}
    </ActDialog>
  )
}

export const AreasPart = () => {
  const t = useWords(words)
  const [areas, put] = useAt<readonly Area[]>('builtUpAreas')
  const { readOnly } = useContext(EditorContext)
  const [placing, setPlacing] = useState<number>()
  const area = placing === undefined ? undefined : areas[placing]
  const next = (): string => { for (let n = areas.length + 1; ; n += 1) if (!areas.some(({ id }) => id === `b${String(n)}`)) return `b${String(n)}` }
  return (
    <Section title={t('part.areas')}>
      <p className="quiet">{t('areasHint')}</p>
      <RowsAt<Area> name={t('part.areas')} path="builtUpAreas" most={200} empty={() => ({ id: next(), name: '', geometry: null })} columns={[textColumn('id', t('areaId'), { width: '22%', most: 60 }), textColumn('name', t('areaName'), { most: 60 })]} more={(row, index) => <Button size="small" disabled={readOnly} onClick={() => setPlacing(index)}>{t(row.geometry === null ? 'place' : 'placed')}</Button>} />
      <TickAt path="outsideCounts" label={t('outsideCounts')} />
      {area !== undefined && <PlaceDialog area={area} onClose={() => setPlacing(undefined)} onDone={(geometry) => put(areas.map((one, index) => (index === placing ? { ...one, geometry } : one)))} />}
    </Section>
  )
}

export const ScopesPart = () => {
  const t = useWords(words)
  const k = useWords(kindWords)
  const say = useSay()
  const [own, put] = useAt<PlaceNameProfile['scopes']>('scopes')
  const { readOnly } = useContext(EditorContext)
  return (
    <Section title={t('part.scopes')}>
      <div className="table-frame">
        <table className="plain-table profile-table">
          <thead><tr><th scope="col">{t('kind')}</th><th scope="col">{t('lawScope')}</th><th scope="col">{t('ownScope')}</th></tr></thead>
          <tbody>{placeKinds.map((kind) => {
            const law = scopeOf(kind, kind === 'ADMIN_DIV' ? 'township' : 'ordinary')
            return (
              <tr key={kind} data-field={`scopes.${kind}`}>
                <th scope="row">{k(kind)}</th>
                <td>{t(`scope.${law}`)}</td>
                <td><select className="plain-select full" aria-label={`${t('ownScope')} ${k(kind)}`} disabled={readOnly} value={own[kind] ?? ''} onChange={(event) => { const { [kind]: _before, ...rest } = own; const scope = scopes.find((one) => one === event.target.value); put(scope === undefined ? rest : { ...rest, [kind]: scope }) }}><option value="">{t('asLaw')}</option>{scopes.filter((_, at) => at >= scopes.indexOf(law)).map((scope) => <option key={scope} value={scope}>{t(`scope.${scope}`)}</option>)}</select></td>
              </tr>
            )
          })}</tbody>
        </table>
      </div>
      <p className="quiet">{say({ zh: '《地名管理条例》第九条第七、八项', en: 'Regulation on Place Names, article 9 (7) and (8)' })}</p>
      <Fields>
        <SelectAt path="compare" span={5} label={t('compare')} options={(['whole', 'specific'] as const).map((value) => ({ value, title: t(`compare.${value}`) }))} />
        <WholeAt path="maxSpecificLength" span={4} label={t('maxSpecific')} hint={t('maxSpecificHint')} orNone />
      </Fields>
      <TickAt path="acrossKinds" label={t('acrossKinds')} />
      <TickAt path="nearSounds" label={t('nearSounds')} />
      <TickAt path="removedNamesReserved" label={t('reserved')} />
    </Section>
  )
}
