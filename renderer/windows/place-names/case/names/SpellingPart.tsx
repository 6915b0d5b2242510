import { Button, Checkbox, Input } from 'antd'
import { memo, useDeferredValue, useEffect, useState } from 'react'
import type { Spelled } from '../../../../../api/schemas/place-names.ts'
import type { PlaceNameItem } from '../../../../../domain/place-names/case/file.ts'
import { signForm } from '../../../../../domain/place-names/romanise/syllables.ts'
import { useSay } from '../../../../shared/i18n.ts'
import { usePlaceNames, usePlaceNameWords } from '../parts.tsx'
import { ItemField, useItem, useItemFact, useReply } from './itemFields.tsx'

/** The spelling that the rules make, once no reading is open; a spelling by hand stays. */
export const settledSpelling = (item: Pick<PlaceNameItem, 'name' | 'spelling'>, spelled: Spelled | null | undefined): PlaceNameItem['spelling'] | undefined => {
  if (spelled === null || spelled === undefined || spelled.name !== item.name || item.spelling.manualReason !== '') return undefined
  const next = spelled.open.length > 0 ? { text: '', sign: '', manualReason: '' } : { text: spelled.text, sign: spelled.sign, manualReason: '' }
  return next.text === item.spelling.text && next.sign === item.spelling.sign ? undefined : next
}

const Readings = ({ spelled }: { readonly spelled: Spelled }) => {
  const t = usePlaceNameWords()
  const say = useSay()
  const { account } = usePlaceNames()
  const { item, change, editable } = useItem('chosen', 'readingsConfirmedBy')
  const choices = spelled.syllables.map((syllable, position) => ({ ...syllable, position })).filter(({ mustChoose, alternatives, position }) => mustChoose || alternatives.length > 1 || item.chosen[position] !== undefined)
  const open = spelled.open.map((position) => spelled.syllables[position]?.character ?? '')
  const choose = (position: number, reading: string) => change((one) => {
    const chosen: Record<string, string> = Object.fromEntries(Object.entries<string>({ ...one.chosen, [String(position)]: reading }).filter(([, value]) => value !== ''))
    return { ...one, chosen, readingsConfirmedBy: Object.keys(chosen).length === 0 ? '' : account.id }
  })
  if (choices.length === 0) return null
  return (
    <ItemField field="chosen" also={['readingsConfirmedBy']} label={t('readingOf', { character: choices.map(({ character }) => character).join('') })} span={12} group>
      <div className="readings">
        {choices.map(({ character, syllable, position, mustChoose, alternatives, sourceTitle }) => {
          const chosen = item.chosen[position] ?? ''
          const options = [...new Set([syllable, ...alternatives, ...(chosen === '' ? [] : [chosen])])].filter((one) => one !== '')
          return (
            <label key={position} className={`reading${mustChoose && chosen === '' ? ' open' : ''}`} title={say(sourceTitle)}>
              <b>{character}</b>
              <select value={mustChoose ? chosen : chosen === '' ? syllable : chosen} disabled={!editable} aria-label={t('readingOf', { character })} onChange={(event) => choose(position, event.target.value)}>
                {mustChoose && <option value="">{t('chooseReading')}</option>}
                {options.map((option) => <option key={option} value={option}>{option}</option>)}
              </select>
            </label>
          )
        })}
        {open.length > 0 && <span className="finding-note stop">{t('mustChoose', { characters: open.join('、') })}</span>}
        {item.readingsConfirmedBy !== '' && <span className="tag good">{t('readingsConfirmed', { who: item.readingsConfirmedBy === account.id ? account.name : item.readingsConfirmedBy })}</span>}
      </div>
    </ItemField>
  )
}

const Divisions = ({ spelled }: { readonly spelled: Spelled }) => {
  const t = usePlaceNameWords()
  const say = useSay()
  const { item, change, editable } = useItem('division')
  const now = spelled.words.map(({ characters }) => characters)
  const others = spelled.otherDivisions.filter((division) => division.join(' ') !== now.join(' '))
  return (
    <div className="divisions">
      <table className="plain-table">
        <tbody>{spelled.words.map((word, index) => <tr key={index}><td><b>{word.characters}</b></td><td lang="zh-Latn">{word.text}</td><td lang="zh-Latn">{word.sign}</td><td className="quiet">{say(word.rule.title)} <span className="finding-law">{say(word.rule.law)}</span></td></tr>)}</tbody>
      </table>
      {(others.length > 0 || item.division !== undefined) && (
        <div className="row" role="group" aria-label={t('division')}>
          <span className="quiet">{t('division')}</span>
          {others.map((division) => <Button key={division.join(' ')} size="small" disabled={!editable} onClick={() => change((one) => ({ ...one, division: [...division] }))}>{division.join(' | ')}</Button>)}
          {item.division !== undefined && <Button size="small" disabled={!editable} onClick={() => change(({ division: _division, ...rest }) => rest)}>{t('ruled')}</Button>}
        </div>
      )}
    </div>
  )
}

/** 罗马字母拼写: both forms, the readings that a clerk must choose, other divisions, or a spelling by hand with its reason; drawn once the key in the name has been. */
export const SpellingPart = () => {
  const { item, change, editable } = useItem('name', 'spelling', 'act')
  return <Spelling item={useDeferredValue(item)} change={change} editable={editable} />
}

const Spelling = memo(({ item, change, editable }: ReturnType<typeof useItem>) => {
  const t = usePlaceNameWords()
  const { account } = usePlaceNames()
  const reply = useReply()
  const reason = useItemFact('spelling.manualReason')
  const [byHand, setByHand] = useState(item.spelling.manualReason !== '')
  const spelled = reply?.spelled?.name === item.name ? reply.spelled : undefined
  const kept = item.act === 'removal' || item.act === 'extentChange'
  useEffect(() => {
    // What the rules make of the name is the spelling until somebody spells by hand; a name that is kept keeps the one under which it was published.
    if (!editable || byHand || (kept && item.spelling.text !== '')) return
    const settled = settledSpelling(item, spelled)
    if (settled !== undefined) change((one) => (one.name === item.name ? { ...one, spelling: settled } : one))
  }, [editable, byHand, kept, item, spelled, change])
  if (item.name.trim() === '') return null
  const shown = byHand || kept ? item.spelling : { text: spelled?.text ?? item.spelling.text, sign: spelled?.sign ?? item.spelling.sign }
  const put = (part: Partial<PlaceNameItem['spelling']>) => change((one) => ({ ...one, spelling: { ...one.spelling, ...part }, ...(part.manualReason === undefined ? {} : { readingsConfirmedBy: part.manualReason === '' ? '' : account.id }) }))
  return (
    <section className="name-part-box" aria-label={t('spelling')}>
      <h4>{t('spelling')}</h4>
      <div className="fields">
        <ItemField field="spelling.text" label={t('textForm')} required span={6}>
          <Input className="spelled" lang="zh-Latn" value={shown.text} readOnly={!byHand} disabled={!editable} maxLength={300} spellCheck={false} autoComplete="off" onChange={(event) => put({ text: event.target.value, sign: signForm(event.target.value) })} onBlur={(event) => { if (byHand) put({ text: event.target.value.normalize('NFC').trim().replaceAll("'", '’') }) }} />
        </ItemField>
        <ItemField field="spelling.sign" label={t('signForm')} required span={6}>
          <Input className="spelled" lang="zh-Latn" value={shown.sign} readOnly={!byHand} disabled={!editable} maxLength={300} spellCheck={false} autoComplete="off" onChange={(event) => put({ sign: event.target.value.toUpperCase() })} />
        </ItemField>
        {spelled !== undefined && !byHand && !kept && <Readings spelled={spelled} />}
      </div>
      {spelled !== undefined && !byHand && !kept && <Divisions spelled={spelled} />}
      {editable && !kept && (
        <Checkbox checked={byHand} onChange={(event) => { const on = event.target.checked; setByHand(on); if (on && spelled !== undefined && item.spelling.text === '') put({ text: spelled.text, sign: spelled.sign }); if (!on) put({ manualReason: '' }) }}>{t('manualSpelling')}</Checkbox>
      )}
      {byHand && (
        <div className="fields">
          <ItemField field="spelling.manualReason" label={t('manualReason')} required span={8}><Input value={reason.value as string} maxLength={400} disabled={!editable} autoComplete="off" onChange={(event) => put({ manualReason: event.target.value })} /></ItemField>
          {spelled !== undefined && <div className="fact span-4 beside-field"><Button size="small" tabIndex={-1} onClick={() => put({ text: spelled.text, sign: spelled.sign })}>{t('copyComputed')}</Button></div>}
        </div>
      )}
    </section>
  )
})
