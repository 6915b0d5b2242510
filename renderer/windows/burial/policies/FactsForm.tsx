import { Button, Checkbox } from 'antd'
import { titleOf, waiverItems, waiverUnits, type WaiverFlag } from '../../../../domain/waiver/codes.ts'
import type { Answer, BillLine, WaiverFacts } from '../../../../domain/waiver/facts.ts'
import { Fields } from '../../../shared/Field.tsx'
import { useSay, useWords } from '../../../shared/i18n.ts'
import { emptyLine } from './drafts.ts'
import { AreaAt } from './fields.tsx'
import { CodeAt, DayAt, SelectAt, useOptions, WholeAt, YuanAt } from '../../../shared/draftFields.tsx'
import { useAt, useList, type Path } from '../../../shared/draft.ts'
import { words } from './words.ts'

const Flag = ({ path, flag }: { readonly path: Path; readonly flag: WaiverFlag }) => {
  const t = useWords(words)
  const say = useSay()
  const [flags, put] = useAt<WaiverFacts['flags']>(path)
  const answers: readonly Answer[] = ['yes', 'no', 'unknown']
  return (
    <label className="flag-row"><span>{say(titleOf(flag))}</span>
      <select className="plain-select" value={flags[flag] ?? 'unknown'} onChange={(event) => put({ ...flags, [flag]: event.target.value as Answer })}>{answers.map((answer) => <option key={answer} value={answer}>{t(`three.${answer}`)}</option>)}</select>
    </label>
  )
}

const Line = ({ path, index, onDrop }: { readonly path: Path; readonly index: number; readonly onDrop: () => void }) => {
  const t = useWords(words)
  const units = useOptions(waiverUnits)
  const [chosen, putChosen] = useAt<boolean>(`${path}.chosen`)
  const name = t('lineN', { n: index + 1 })
  return (
    <div className="bill-line">
      <CodeAt bare path={`${path}.item`} label={`${name} ${t('item')}`} table={waiverItems} />
      <SelectAt bare path={`${path}.unit`} label={`${name} ${t('unit')}`} options={units} />
      <WholeAt bare path={`${path}.quantity`} label={`${name} ${t('quantity')}`} />
      <YuanAt bare path={`${path}.unitPriceFen`} label={`${name} ${t('price')}`} />
      <Checkbox checked={chosen === true} aria-label={`${name} ${t('chosen')}`} onChange={(event) => putChosen(event.target.checked)} />
      <DayAt bare path={`${path}.from`} label={`${name} ${t('lineFrom')}`} />
      <Button size="small" type="text" aria-label={t('drop', { what: name })} onClick={onDrop}>×</Button>
    </div>
  )
}

/** What a quote is asked of: areas, days, questions and the bill. */
export const FactsForm = ({ path, flags }: { readonly path: Path; readonly flags: readonly WaiverFlag[] }) => {
  const t = useWords(words)
  const lines = useList<BillLine>(`${path}.lines`)
  return (
    <>
      <Fields>
        <AreaAt path={`${path}.areas.hukou`} span={4} label={t('hukouArea')} />
        <AreaAt path={`${path}.areas.death`} span={4} label={t('deathArea')} />
        <AreaAt path={`${path}.areas.cremation`} span={4} label={t('cremationArea')} />
        <DayAt path={`${path}.days.death`} span={2} label={t('deathDay')} />
        <DayAt path={`${path}.days.arrival`} span={2} label={t('arrivalDay')} />
        <DayAt path={`${path}.days.cremation`} span={2} label={t('cremationDay')} />
        <DayAt path={`${path}.days.invoice`} span={2} label={t('invoiceDay')} />
        <SelectAt path={`${path}.mode`} span={4} label={t('mode')} options={(['till', 'claim'] as const).map((value) => ({ value, title: t(`modes.${value}`) }))} />
      </Fields>
      {flags.length > 0 && <div className="flag-rows" role="group" aria-label={t('flags')}>{flags.map((flag) => <Flag key={flag} path={`${path}.flags`} flag={flag} />)}</div>}
      <div className="bill-lines" data-field={`${path}.lines`} role="group" aria-label={t('bill')}>
        <div className="bill-line bill-titles" aria-hidden="true"><span>{t('bill')}</span><span>{t('unit')}</span><span>{t('quantity')}</span><span>{t('price')}</span><span>{t('chosen')}</span><span>{t('lineFrom')}</span><span /></div>
        {Array.from({ length: lines.length }, (_, index) => <Line key={index} path={`${path}.lines.${String(index)}`} index={index} onDrop={() => lines.drop(index)} />)}
        <div><Button size="small" onClick={() => lines.add(emptyLine(lines.read()))}>{t('addLine')}</Button></div>
      </div>
    </>
  )
}
