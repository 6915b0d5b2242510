import { Button, Input } from 'antd'
import { memo, useDeferredValue } from 'react'
import { Answers } from '../../../../case/form/fields.tsx'
import { Field, Fields } from '../../../../shared/Field.tsx'
import { usePlaceNameWords } from '../parts.tsx'
import { usedProposal, withCut, withName, withProposal } from './edit.ts'
import { ItemField, useItem, useItemFindings, useItemPlace, useKnown } from './itemFields.tsx'

/** One proposal: typed, looked up, or taken into use. */
const Proposal = memo(({ index, value, inUse, isLooked, onLook }: { readonly index: number; readonly value: string; readonly inUse: boolean; readonly isLooked: boolean; readonly onLook: (proposal: number) => void }) => {
  const t = usePlaceNameWords()
  const { change, editable } = useItem('act')
  const { id, looksElsewhere } = useItemPlace()
  const own = useItemFindings(['name', 'proposals'])
  const found = inUse && !looksElsewhere ? own : []
  const path = inUse ? `items.${id}.name` : `items.${id}.proposals.${String(index)}`
  const use = () => {
    change((one) => withName({ ...one, proposals: [one.proposals[0] ?? one.name, one.proposals[1] ?? '', one.proposals[2] ?? ''].filter((typed, at) => typed !== '' || at < 2) }, value.trim()))
    onLook(index)
  }
  return (
    <div className={`proposal${inUse ? ' used' : ''}`}>
      <Field path={path} label={t('proposal', { n: index + 1 })} required={index === 0} findings={found.map((finding) => ({ ...finding, field: path }))}>
        <Input
          className="name-typed" value={value} maxLength={50} disabled={!editable} autoComplete="off" spellCheck={false}
          onChange={(event) => { change((one) => withProposal(one, index, event.target.value)); if (!isLooked) onLook(index) }}
          onBlur={(event) => { const stored = event.target.value.normalize('NFC').trim(); if (stored !== value) change((one) => withProposal(one, index, stored)) }}
        />
      </Field>
      <Acts index={index} empty={value.trim() === ''} inUse={inUse} isLooked={isLooked} onLook={onLook} onUse={use} />
      {found.length > 0 && <Answers found={found} />}
    </div>
  )
})

/** Looking up and taking into use: drawn once for the proposal in use, whatever is typed in it; of the others the press takes what stands there. */
const Acts = memo(({ index, empty, inUse, isLooked, onLook, onUse }: { readonly index: number; readonly empty: boolean; readonly inUse: boolean; readonly isLooked: boolean; readonly onLook: (proposal: number) => void; readonly onUse: () => void }) => {
  const t = usePlaceNameWords()
  const { editable } = useItem('act')
  return (
    <div className="proposal-acts">
      <Button size="small" data-enter="" tabIndex={-1} aria-pressed={isLooked} type={isLooked ? 'primary' : 'default'} ghost={isLooked} disabled={empty} onClick={() => onLook(index)}>{t('lookUp')}</Button>
      {inUse ? <span className="tag good">{t('used')}</span> : <Button size="small" tabIndex={-1} disabled={!editable || empty} onClick={onUse}>{t('useProposal')}</Button>}
    </div>
  )
}, (before, after) => before.inUse && after.inUse && before.index === after.index && before.empty === after.empty && before.isLooked === after.isLooked && before.onLook === after.onLook)

/** Up to three proposed names, each to be looked up; one of them is in use. */
export const ProposalsPart = ({ looked, onLook }: { readonly looked: number; readonly onLook: (proposal: number) => void }) => {
  const t = usePlaceNameWords()
  const { item, change, editable } = useItem('name', 'proposals', 'act')
  const used = usedProposal(item)
  const keeps = item.act === 'removal' || item.act === 'extentChange'
  if (keeps) {
    return <Fields><ItemField field="name" label={t('nameKept')} required span={5}><Input className="name-typed" value={item.name} maxLength={50} disabled={!editable} autoComplete="off" onChange={(event) => change((one) => withName(one, event.target.value))} /></ItemField></Fields>
  }
  return (
    <div className="proposals" role="group" aria-label={t('proposals')}>
      {[item.proposals[0] ?? item.name, item.proposals[1] ?? '', item.proposals[2] ?? ''].map((value, index) => <Proposal key={index} index={index} value={value} inUse={used === index} isLooked={looked === index} onLook={onLook} />)}
    </div>
  )
}

/** 专名 and 通名, with the cut between them to be moved. */
export const PartsPart = () => {
  const { item, change, editable } = useItem('name', 'cut')
  return <Parts item={useDeferredValue(item)} change={change} editable={editable} />
}

const Parts = memo(({ item, change, editable }: ReturnType<typeof useItem>) => {
  const t = usePlaceNameWords()
  const { id } = useItemPlace()
  const known = useKnown()
  const found = useItemFindings(['cut', 'specific', 'generic'])
  const { looksElsewhere } = useItemPlace()
  const told = known.name === item.name && !looksElsewhere ? known.reply?.parts : undefined
  const parts = item.cut ?? told ?? undefined
  const length = [...item.name].length
  if (length < 2 || (looksElsewhere && parts === undefined)) return null
  const generic = [...(parts?.generic ?? '')].length
  const path = `items.${id}.cut`
  return (
    <div className="fact span-7">
      <Field path={path} label={t('cutAt')} findings={found.map((finding) => ({ ...finding, field: path }))} group>
        <div className="name-parts">
          <span className="name-part"><small>{t('specificPart')}</small><b>{parts?.specific ?? ''}</b></span>
          <input
            type="range" min={1} max={length - 1} step={1} value={Math.max(1, Math.min(length - 1, length - generic))} disabled={!editable} aria-label={t('cutAt')} aria-valuetext={`${parts?.specific ?? ''} | ${parts?.generic ?? ''}`}
            onChange={(event) => change((one) => withCut(one, length - Number(event.target.value)))}
          />
          <span className="name-part"><small>{t('genericPart')}</small><b>{parts?.generic ?? ''}</b></span>
          {item.cut !== undefined && editable && <Button size="small" tabIndex={-1} onClick={() => change(({ cut: _cut, division: _division, ...rest }) => rest)}>{t('cutSuggested')}</Button>}
          {item.cut === undefined && told !== undefined && told !== null && !told.certain && <span className="tag answer">{t('cutUncertain')}</span>}
        </div>
      </Field>
      <Answers found={found} />
    </div>
  )
})
