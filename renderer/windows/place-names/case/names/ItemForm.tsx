import { Button } from 'antd'
import { memo, useEffect, useMemo, useState } from 'react'
import type { GazetteerLine } from '../../../../../api/schemas/gazetteer.ts'
import { codeTable } from '../../../../../domain/codes/index.ts'
import { classesOf } from '../../../../../domain/place-names/approval.ts'
import type { PlaceNameItem } from '../../../../../domain/place-names/case/file.ts'
import { nameActs } from '../../../../../domain/place-names/names/acts.ts'
import { useField } from '../../../../case/form/store.ts'
import { call } from '../../../../shared/client.ts'
import { Fields } from '../../../../shared/Field.tsx'
import { useSay } from '../../../../shared/i18n.ts'
import { FailurePanel } from '../../../../shared/Page.tsx'
import { useRoute } from '../../../../shared/query.ts'
import { usePlaceNames, usePlaceNameWords, useSettled } from '../parts.tsx'
import type { NameChecker } from './checker.ts'
import { ClashPart } from './ClashPart.tsx'
import { usedProposal, withAct, withEntity } from './edit.ts'
import { EntityFinder } from './EntityFinder.tsx'
import { ItemChoice, ItemCode, ItemField, ItemFindingsProvider, ItemPlaceProvider, ItemText, useItem, useItemPlace, useKnown } from './itemFields.tsx'
import { PartsPart, ProposalsPart } from './ProposalsPart.tsx'
import { PlacePart } from './PlacePart.tsx'
import { SpellingPart } from './SpellingPart.tsx'
import { kindTable } from './tables.ts'

/** The entity of the gazetteer that is renamed, extended, removed or restored; what is known of it goes into the form. */
const EntityPart = () => {
  const t = usePlaceNameWords()
  const { item, change, editable } = useItem('act', 'entityId', 'formerName')
  const [failure, setFailure] = useState<unknown>()
  const take = async (line: GazetteerLine) => {
    setFailure(undefined)
    try {
      const entity = await call('getEntity', { params: { id: line.entityId } })
      change((one) => withEntity(one, entity))
    } catch (error) {
      setFailure(error)
    }
  }
  return (
    <>
      <ItemField field="entityId" label={t('presentEntity')} span={6} required={item.act !== 'restoration'} group {...(item.act === 'restoration' && { hint: t('newEntityRestored') })}>
        <div>
          {item.entityId !== '' ? (
            <span className="row"><a href={`/place-names/gazetteer/${item.entityId}`} target="_blank" rel="noreferrer">{item.formerName === '' ? item.entityId : item.formerName}</a><span className="tag good">{t('entityChosen')}</span>{editable && <Button size="small" tabIndex={-1} onClick={() => change((one) => ({ ...one, entityId: '' }))}>{t('clearEntity')}</Button>}</span>
          ) : editable ? <EntityFinder label={t('findEntity')} every={item.act === 'restoration'} onFound={(line) => void take(line)} /> : null}
          <FailurePanel failure={failure} />
        </div>
      </ItemField>
      <ItemText field="formerName" label={t('formerName')} span={3} max={50} />
      <div className="span-3" />
    </>
  )
}

const RenamePart = () => {
  const t = usePlaceNameWords()
  const grounds = (['divisionChange', 'construction', 'naturalChange', 'other'] as const).map((ground) => [ground, t(`ground.${ground}`)] as const)
  return (
    <section className="name-part-box" aria-label={t('renaming')}>
      <h4>{t('renaming')}</h4>
      <Fields>
        <ItemChoice field="renameGround" label={t('renameGround')} options={grounds} span={12} required />
        <ItemText field="renameReason" label={t('renameReason')} span={6} max={400} lines={2} required />
        <ItemText field="protectionMeasures" label={t('protectionMeasures')} span={6} max={400} lines={2} hint={t('protectionHint')} />
      </Fields>
    </section>
  )
}

/** Kind, built-up area (the one there is, where there is but one), class of approval and what the clerk says of the entity's standing. */
const KindPart = () => {
  const t = usePlaceNameWords()
  const say = useSay()
  const { item, change } = useItem('kind')
  const known = useKnown()
  const { may } = usePlaceNames()
  const profile = useRoute('getPlaceNameProfile', { query: {} }, { fresh: 60_000, enabled: may('setting.read') })
  const areas = profile.data?.profile.builtUpAreas ?? []
  const areaTable = areas.length === 0 ? undefined : codeTable([...areas.map(({ id, name }) => [id, name, name] as const), ['outside', '建成区以外', 'Outside built-up areas'] as const])
  const classes = item.kind === '' ? [] : classesOf(item.kind)
  const yesNo = [['yes', t('yes')], ['no', t('no')]] as const
  const approval = known.reply?.approval
  const standings = item.kind === 'NATURAL' ? (['nationallyFamous', 'ordinary'] as const) : item.kind === 'ADMIN_DIV' ? (['countyAndAbove', 'township'] as const) : []
  return (
    <>
      <ItemCode field="kind" label={t('placeKind')} span={3} required table={kindTable} placeholder={t('chooseKind')} onChosen={(kind) => change((one) => ({ ...one, kind: kind as PlaceNameItem['kind'], approvalClass: '', standing: kind === 'ADMIN_DIV' ? 'township' : 'ordinary', builtUpArea: one.builtUpArea === '' && areas.length === 1 ? (areas[0]?.id ?? '') : one.builtUpArea }))} />
      {areaTable === undefined ? <ItemText field="builtUpArea" also={['area.builtUpArea']} label={t('builtUpArea')} span={3} max={60} choices={['outside']} /> : <ItemCode field="builtUpArea" also={['area.builtUpArea']} label={t('builtUpArea')} span={3} table={areaTable} />}
      {classes.length > 1 && <ItemCode field="approvalClass" label={t('approvalClass')} span={4} required table={codeTable(classes.map(({ id, title }) => [id, title.zh, title.en] as const))} placeholder={t('chooseClass')} />}
      {standings.length > 0 && <ItemChoice field="standing" label={t('standing')} span={4} options={standings.map((one) => [one, t(`standing.${one}`)] as const)} />}
      {(item.kind === 'ESTATE' || item.kind === 'FACILITY' || item.kind === 'OTHER') && <><ItemChoice field="standsOut" label={t('standsOut')} span={3} options={yesNo} /><ItemChoice field="publicUse" label={t('publicUse')} span={3} options={yesNo} /></>}
      {approval !== undefined && approval !== null && <p className="span-12 quiet">{t('decides', { who: say(approval.who), role: say(approval.roleTitle) })} <span className="finding-law">{say(approval.law)}</span></p>}
    </>
  )
}

const Body = memo(({ looked, onLook }: { readonly looked: number; readonly onLook: (proposal: number) => void }) => {
  const t = usePlaceNameWords()
  const { item, change } = useItem('act', 'kind', 'plan')
  const removal = item.act === 'removal'
  const settled = useSettled()
  const plans = (['planned', 'departs', 'noPlan'] as const).map((plan) => [plan, t(`plan.${plan}`)] as const)
  return (
    <>
      <Fields>
        <ItemChoice field="act" label={t('actOf')} span={12} options={nameActs.map((act) => [act, t(`act.${act}`)] as const)} onChosen={(act) => change((one) => withAct(one, act as PlaceNameItem['act']))} />
        {item.act !== 'naming' && <EntityPart />}
        <KindPart />
      </Fields>
      <ProposalsPart looked={looked} onLook={onLook} />
      {!removal && <Fields><PartsPart /></Fields>}
      {!removal && !settled && <ClashPart />}
      <SpellingPart />
      <section className="name-part-box" aria-label={t('meaning')}>
        <Fields>
          {!removal && <><ItemText field="meaning" label={t('meaning')} span={6} max={400} lines={2} required /><ItemText field="origin" label={t('origin')} span={6} max={400} lines={2} /></>}
          <ItemText field="reason" label={t(removal ? 'reasonOfRemoval' : 'reason')} span={6} max={400} lines={2} required={removal} />
          {item.kind !== 'STREET' && item.kind !== 'ESTATE' && !removal && <ItemText field="nature" label={t('nature')} span={6} max={400} lines={2} required />}
          {!removal && item.act !== 'extentChange' && <><ItemChoice field="plan" label={t('plan')} span={6} options={plans} />{item.plan === 'departs' && <ItemText field="planReason" label={t('planReason')} span={6} max={400} required />}</>}
        </Fields>
      </section>
      {item.act === 'renaming' && <RenamePart />}
      <PlacePart />
    </>
  )
})

/** Asks about the name whenever it, what was answered or who applies has changed: after the key has been drawn, never before. */
const Asking = ({ looked }: { readonly looked: number }) => {
  const { desk } = usePlaceNames()
  const { checker } = useItemPlace()
  const { item } = useItem()
  const [answers] = useField(desk.store, 'answers')
  const [applicant] = useField(desk.store, 'applicant.name')
  const settled = useSettled()
  useEffect(() => {
    if (settled) return
    const proposal = (item.proposals[looked] ?? '').trim()
    const other = looked !== usedProposal(item) && proposal !== ''
    const asked = other ? (({ cut: _cut, division: _division, ...rest }) => ({ ...rest, name: proposal, chosen: {}, readingsConfirmedBy: '', spelling: { text: '', sign: '', manualReason: '' } }))(item) : item
    if (asked.name.trim() === '' && asked.entityId === '') return
    checker.want({ item: asked, applicants: applicant === '' ? [] : [applicant], answers: answers.filter(({ field }) => field.startsWith(`items.${item.id}.`)) })
  }, [checker, item, looked, answers, applicant, settled])
  return null
}

const Looking = () => {
  const { item } = useItem('name', 'proposals')
  const place = useItemPlace()
  const used = usedProposal(item)
  const [looked, setLooked] = useState(used)
  const elsewhere = looked !== used && (item.proposals[looked] ?? '').trim() !== ''
  const here = useMemo(() => ({ ...place, looksElsewhere: elsewhere }), [place, elsewhere])
  return (
    <ItemPlaceProvider value={here}>
      <Asking looked={looked} />
      <ItemFindingsProvider><div className="item-form"><Body looked={looked} onLook={setLooked} /></div></ItemFindingsProvider>
    </ItemPlaceProvider>
  )
}

/** The form of one name. */
export const ItemForm = memo(({ id, index, checker }: { readonly id: string; readonly index: number; readonly checker: NameChecker }) => {
  const place = useMemo(() => ({ id, index, checker, looksElsewhere: false }), [id, index, checker])
  return <ItemPlaceProvider value={place}><Looking /></ItemPlaceProvider>
})
