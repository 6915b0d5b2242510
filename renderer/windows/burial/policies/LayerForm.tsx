import { Button } from 'antd'
import { memo, useMemo } from 'react'
import { titleOf, waiverItems, waiverUnits, type WaiverItem } from '../../../../domain/waiver/codes.ts'
import type { BeneficiaryClass, FiscalBearer, Layer, PolicyItem } from '../../../../domain/waiver/policy.ts'
import { CodeSelect } from '../../../shared/CodeSelect.tsx'
import { Fields } from '../../../shared/Field.tsx'
import { useLanguage, useSay, useWords } from '../../../shared/i18n.ts'
import { conditionsWords, itemLimits, itemStandard, type Speech } from './describe.ts'
import { emptyBearer, emptyClass, emptyItem, emptyMeasure } from './drafts.ts'
import { ConditionsAt, countedTable, WordsAt } from './fields.tsx'
import { CodeAt, Fold, SelectAt, TextAt, TickAt, useOptions, WholeAt, YuanAt } from '../../../shared/draftFields.tsx'
import { useAt, useList, type Path } from '../../../shared/draft.ts'
import { words } from './words.ts'

export const useSpeech = (): Speech => {
  const t = useWords(words)
  const say = useSay()
  const and = useLanguage() === 'zh' ? '，' : ', '
  return useMemo(() => ({ t, say, and }), [t, say, and])
}

const Drop = ({ what, onClick }: { readonly what: string; readonly onClick: () => void }) => {
  const t = useWords(words)
  return <Button size="small" type="text" aria-label={t('drop', { what })} onClick={onClick}>×</Button>
}

const MeasureRow = ({ path, name, onDrop }: { readonly path: Path; readonly name: string; readonly onDrop: (() => void) | undefined }) => {
  const t = useWords(words)
  const units = useOptions(waiverUnits)
  return (
    <div className="measure-row">
      <SelectAt bare path={`${path}.unit`} label={`${name} ${t('unit')}`} options={[{ value: '', title: '—' }, ...units]} />
      <YuanAt bare orNone path={`${path}.unitPriceFen`} label={`${name} ${t('unitPrice')}`} placeholder={t('actualCost')} />
      <WholeAt bare orNone path={`${path}.capQuantity`} label={`${name} ${t('capQuantity')}`} placeholder={t('unlimited')} />
      <YuanAt bare orNone path={`${path}.capFen`} label={`${name} ${t('capFen')}`} placeholder={t('unlimited')} />
      {onDrop === undefined ? <span /> : <Drop what={name} onClick={onDrop} />}
    </div>
  )
}

const SubstitutionAt = ({ path, label }: { readonly path: Path; readonly label: string }) => {
  const t = useWords(words)
  const [value, put] = useAt<PolicyItem['substitution']>(path)
  return (
    <div className="field span-6" data-field={path}>
      <span className="field-label">{label}</span>
      <div className="row">
        <select className="plain-select" aria-label={label} value={value.kind} onChange={(event) => { const kind = event.target.value; put(kind === 'credit' ? { kind, upToFen: 0 } : { kind: kind as 'none' | 'unstated' }) }}>
          {(['unstated', 'none', 'credit'] as const).map((kind) => <option key={kind} value={kind}>{t(`sub.${kind}`)}</option>)}
        </select>
        {value.kind === 'credit' && <div className="narrow"><YuanAt bare path={`${path}.upToFen`} label={t('creditUpTo')} /></div>}
      </div>
    </div>
  )
}

const ItemRow = memo(({ path, index, onDrop }: { readonly path: Path; readonly index: number; readonly onDrop: (index: number) => void }) => {
  const t = useWords(words)
  const speech = useSpeech()
  const [item] = useAt<PolicyItem | undefined>(path)
  const measures = useList(`${path}.measures`)
  if (item === undefined) return null
  const name = speech.say(titleOf(item.item))
  const clocks = [{ value: '', title: t('noClock') }, ...(['death', 'arrival', 'cremation'] as const).map((value) => ({ value, title: t(`clock.${value}`) }))]
  return (
    <div className="item-row">
      <div className="item-head">
        <CodeAt bare path={`${path}.item`} label={t('itemN', { n: index + 1 })} table={waiverItems} />
        <div className="measure-rows">
          {Array.from({ length: measures.length }, (_, at) => <MeasureRow key={at} path={`${path}.measures.${String(at)}`} name={name} onDrop={measures.length > 1 ? () => measures.drop(at) : undefined} />)}
        </div>
        <Drop what={name} onClick={() => onDrop(index)} />
      </div>
      <Fold path={path} summary={<><span className="quiet">{[itemStandard(item, speech), ...itemLimits(item, speech)].join(' · ')}</span></>}>
        <Fields>
          <SelectAt orNone path={`${path}.clockStart`} span={6} label={t('clockStart')} options={clocks} />
          <SubstitutionAt path={`${path}.substitution`} label={t('substitution')} />
          <WordsAt path={`${path}.scope`} label={t('scope')} />
          <WordsAt path={`${path}.clause`} label={t('clause')} />
          <ConditionsAt path={`${path}.when`} label={t('when')} />
        </Fields>
        <div className="row"><TickAt path={`${path}.amountKnown`} label={t('amountKnown')} /><TickAt path={`${path}.instead`} label={t('instead')} /><Button size="small" onClick={() => measures.add(emptyMeasure())}>{t('addMeasure')}</Button></div>
      </Fold>
    </div>
  )
})
ItemRow.displayName = 'ItemRow'

/** A class of beneficiaries: who, under which conditions, with which proof. */
export const ClassRow = memo(({ path, index, onDrop }: { readonly path: Path; readonly index: number; readonly onDrop: (index: number) => void }) => {
  const t = useWords(words)
  const speech = useSpeech()
  const [one] = useAt<BeneficiaryClass | undefined>(path)
  const counted = useOptions(countedTable)
  if (one === undefined) return null
  const title = speech.say(one.title)
  return (
    <div className="class-row">
      <Fold open={title === ''} path={path} summary={<><b>{title === '' ? t('classN', { n: index + 1 }) : title}</b> <span className="quiet">{conditionsWords(one.all, speech)}</span></>}>
        <Fields>
          <WordsAt path={`${path}.title`} label={t('titleField')} span={8} required />
          <SelectAt path={`${path}.counted`} span={4} label={t('countedAs')} options={counted} />
          <ConditionsAt path={`${path}.all`} label={t('conditions')} />
          <WordsAt path={`${path}.proof`} label={t('proof')} span={6} />
          <WordsAt path={`${path}.clause`} label={t('clause')} span={6} />
        </Fields>
      </Fold>
      <Drop what={title === '' ? t('classN', { n: index + 1 }) : title} onClick={() => onDrop(index)} />
    </div>
  )
})
ClassRow.displayName = 'ClassRow'

export const ClassesAt = ({ path }: { readonly path: Path }) => {
  const t = useWords(words)
  const classes = useList<BeneficiaryClass>(path)
  return (
    <div className="field" data-field={path} role="group" aria-label={t('classes')}>
      <span className="field-label">{t('classes')}</span>
      {Array.from({ length: classes.length }, (_, index) => <ClassRow key={index} path={`${path}.${String(index)}`} index={index} onDrop={classes.drop} />)}
      <div><Button size="small" onClick={() => classes.add(emptyClass(classes.read()))}>{t('addClass')}</Button></div>
    </div>
  )
}

/** Who pays in the end, in parts. */
export const BearersAt = ({ path, label }: { readonly path: Path; readonly label: string }) => {
  const t = useWords(words)
  const bearers = useList<FiscalBearer>(path)
  return (
    <div className="field" data-field={path} role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      {Array.from({ length: bearers.length }, (_, index) => {
        const at = `${path}.${String(index)}`
        return (
          <div key={index} className="bearer-row">
            <Fields>
              <TextAt path={`${at}.id`} span={2} label={t('ownId')} most={60} required />
              <WordsAt path={`${at}.title`} span={7} label={t('bearerTitle')} required />
              <WholeAt orNone path={`${at}.share`} span={3} label={t('shareField')} hint={t('shareHint')} />
              <ConditionsAt path={`${at}.when`} label={t('when')} />
            </Fields>
            <Drop what={t('bearerN', { n: index + 1 })} onClick={() => bearers.drop(index)} />
          </div>
        )
      })}
      <div><Button size="small" onClick={() => bearers.add(emptyBearer(bearers.read()))}>{t('addBearer')}</Button></div>
    </div>
  )
}

const CutOrder = ({ path }: { readonly path: Path }) => {
  const t = useWords(words)
  const say = useSay()
  const order = useList<WaiverItem>(path)
  return (
    <div className="field span-9" data-field={path} role="group" aria-label={t('cutOrderField')}>
      <span className="field-label">{t('cutOrderField')}</span>
      <div className="area-chips">
        {order.read().map((item, index) => (
          <span key={`${item} ${String(index)}`} className="chip">
            {index + 1}. {say(titleOf(item))} {index > 0 && <button type="button" className="link" aria-label={t('up', { what: say(titleOf(item)) })} onClick={() => order.up(index)}>↑</button>} <button type="button" className="link" aria-label={t('drop', { what: say(titleOf(item)) })} onClick={() => order.drop(index)}>×</button>
          </span>
        ))}
        <div className="area-add"><CodeSelect codes={false} table={waiverItems} value="" placeholder={t('addCut')} aria-label={t('addCut')} onChange={(item) => { if (item !== '' && !order.read().includes(item as WaiverItem)) order.add(item as WaiverItem) }} /></div>
      </div>
      <div className="field-hint">{t('cutOrderHint')}</div>
    </div>
  )
}

/** One layer: classes, items with their rates, cap for the case and the order in which it cuts, bearers of its own. */
export const LayerForm = ({ path, index, onDrop }: { readonly path: Path; readonly index: number; readonly onDrop: (() => void) | undefined }) => {
  const t = useWords(words)
  const items = useList<PolicyItem>(`${path}.items`)
  const [kind] = useAt<Layer['kind']>(`${path}.kind`)
  return (
    <section className="policy-layer" aria-label={t('layerN', { n: index + 1 })}>
      <header className="row"><h3>{t('layerN', { n: index + 1 })} · {t(`layer.${kind}`)}</h3>{onDrop !== undefined && <Button size="small" onClick={onDrop}>{t('drop', { what: t('layerN', { n: index + 1 }) })}</Button>}</header>
      <Fields>
        <SelectAt path={`${path}.kind`} span={3} label={t('layerKind')} options={(['base', 'relief'] as const).map((value) => ({ value, title: t(`layer.${value}`) }))} />
        <WordsAt path={`${path}.title`} span={9} label={t('titleField')} />
        <ClassesAt path={`${path}.classes`} />
        <div className="field"><TickAt path={`${path}.classesComplete`} label={t('classesComplete')} /></div>
      </Fields>
      <div className="field" data-field={`${path}.items`} role="group" aria-label={t('items')}>
        <div className="item-head item-titles" aria-hidden="true"><span>{t('items')}</span><div className="measure-row"><span>{t('unit')}</span><span>{t('unitPrice')}</span><span>{t('capQuantity')}</span><span>{t('capFen')}</span><span /></div><span /></div>
        {Array.from({ length: items.length }, (_, at) => <ItemRow key={at} path={`${path}.items.${String(at)}`} index={at} onDrop={items.drop} />)}
        <div><Button size="small" onClick={() => items.add(emptyItem())}>{t('addItem')}</Button></div>
      </div>
      <Fields>
        <YuanAt orNone path={`${path}.caseCapFen`} span={3} label={t('caseCapField')} hint={t('caseCapHint')} />
        <CutOrder path={`${path}.cutOrder`} />
        <WordsAt path={`${path}.clause`} label={t('clause')} />
        <BearersAt path={`${path}.bearers`} label={t('layerBearers')} />
      </Fields>
    </section>
  )
}
