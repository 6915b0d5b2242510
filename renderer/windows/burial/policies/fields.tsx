/** Fields of a draft, each bound to its path: `<TextAt path="documentNumber" label={…} span={6} required />`. */
import { Button, Input } from 'antd'
import { useMemo } from 'react'
import { areaName, findLatestArea, standardAreas } from '../../../../domain/areas/index.ts'
import type { Code } from '../../../../domain/codes/index.ts'
import type { Text } from '../../../../domain/text.ts'
import { statisticalClasses, titleOf, waiverFlags } from '../../../../domain/waiver/codes.ts'
import type { Condition } from '../../../../domain/waiver/policy.ts'
import { CodeSelect } from '../../../shared/CodeSelect.tsx'
import { Field } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { At, type AtProps, CodeAt } from '../../../shared/draftFields.tsx'
import { useAt, useFault, useList, type Path } from '../../../shared/draft.ts'
import { words } from './words.ts'

/** Words in both languages; while the English says nothing of its own it follows the Chinese. */
export const WordsAt = ({ path, label, span = 12, required = false, hint }: AtProps) => {
  const t = useWords(words)
  const [value, put] = useAt<Text>(path)
  const problem = useFault(path)
  const zh = value?.zh ?? ''
  const en = value?.en ?? ''
  const name = typeof label === 'string' ? label : ''
  return (
    <Field path={path} label={label} span={span} required={required} group problem={problem} {...(hint !== undefined && { hint })}>
      <div className="words-pair">
        <Input aria-label={`${name} ${t('inChinese')}`} value={zh} placeholder={t('inChinese')} maxLength={600} autoComplete="off" onChange={(event) => put({ zh: event.target.value, en: en === '' || en === zh ? event.target.value : en })} />
        <Input aria-label={`${name} ${t('inEnglish')}`} value={en === zh ? '' : en} placeholder={t('inEnglish')} maxLength={600} autoComplete="off" onChange={(event) => put({ zh, en: event.target.value === '' ? zh : event.target.value })} />
      </div>
    </Field>
  )
}

let areaTable: readonly Code[] | undefined
/** Provinces, cities and counties, those that an old document names by a former code too. */
export const allAreas = (): readonly Code[] => (areaTable ??= [...standardAreas().keys()].map((code) => {
  const name = areaName(code, '2025-01-01') || findLatestArea(code)?.name || code
  return { code, zh: name, en: name }
}))

/** A list of areas as chips, with a field to add one. */
export const AreasAt = ({ ...at }: AtProps) => {
  const t = useWords(words)
  const [values, put] = useAt<readonly string[]>(at.path)
  const table = allAreas()
  const nameOf = (code: string): string => table.find((area) => area.code === code)?.zh ?? code
  return (
    <At {...at} group>
      <div className="area-chips">
        {values.map((code) => <span key={code} className="chip"><span className="data">{nameOf(code)}</span> <button type="button" className="link" aria-label={t('drop', { what: nameOf(code) })} onClick={() => put(values.filter((one) => one !== code))}>×</button></span>)}
        <div className="area-add"><CodeSelect table={table} value="" placeholder={t('addArea')} aria-label={t('addArea')} onChange={(code) => { if (code !== '' && !values.includes(code)) put([...values, code]) }} /></div>
      </div>
    </At>
  )
}
/** One area, or none at all where the person has none. */
export const AreaAt = ({ orNone = true, ...at }: AtProps & { readonly orNone?: boolean }) => {
  const table = useMemo(() => (orNone ? [{ code: 'none', zh: words.noArea[0], en: words.noArea[1] }, ...allAreas()] : allAreas()), [orNone])
  return <CodeAt {...at} table={table} />
}

const kinds: readonly Code[] = [...(['hukou', 'death', 'cremation'] as const).map((of) => ({ code: of, zh: words[`kind.${of}`][0], en: words[`kind.${of}`][1] })), ...waiverFlags]

const ConditionRow = ({ path, index, onDrop }: { readonly path: Path; readonly index: number; readonly onDrop: () => void }) => {
  const t = useWords(words)
  const say = useSay()
  const [condition, put] = useAt<Condition | undefined>(path)
  if (condition === undefined) return null
  const code = condition.kind === 'area' ? condition.of : condition.flag
  const choose = (next: string): void => {
    if (next === '') return
    put(next === 'hukou' || next === 'death' || next === 'cremation' ? { kind: 'area', of: next, within: condition.kind === 'area' ? condition.within : [], is: condition.is } : { kind: 'flag', flag: next as typeof waiverFlags[number]['code'], is: condition.is })
  }
  const name = t('conditionN', { n: index + 1 })
  return (
    <div className="condition-row" data-field={path}>
      <select className="plain-select" aria-label={`${name} ${t('is')}/${t('isNot')}`} value={condition.is} onChange={(event) => put({ ...condition, is: event.target.value as 'yes' | 'no' })}><option value="yes">{t('is')}</option><option value="no">{t('isNot')}</option></select>
      <CodeSelect codes={false} table={kinds} value={code} aria-label={name} onChange={choose} />
      {condition.kind === 'area' ? <AreasAt path={`${path}.within`} label={<span className="quiet">{t('within')}</span>} /> : <span />}
      <Button size="small" type="text" aria-label={t('drop', { what: `${name} ${condition.kind === 'flag' ? say(titleOf(condition.flag)) : ''}` })} onClick={onDrop}>×</Button>
    </div>
  )
}

/** Conditions that must all hold; each is answered yes, no or unknown. */
export const ConditionsAt = ({ path, label, least = 0 }: { readonly path: Path; readonly label: string; readonly least?: number }) => {
  const t = useWords(words)
  const list = useList<Condition>(path)
  return (
    <Field path={path} label={label} group problem={useFault(path)}>
      <div className="condition-rows">
        {Array.from({ length: list.length }, (_, index) => <ConditionRow key={index} path={`${path}.${String(index)}`} index={index} onDrop={() => { if (list.length > least) list.drop(index) }} />)}
        <div><Button size="small" onClick={() => list.add({ kind: 'flag', flag: 'student', is: 'yes' })}>{t('addCondition')}</Button></div>
      </div>
    </Field>
  )
}
export const countedTable: readonly Code[] = statisticalClasses
