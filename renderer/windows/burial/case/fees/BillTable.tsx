import { Button, Checkbox, Input } from 'antd'
import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Code } from '../../../../../domain/codes/index.ts'
import { titleOf, waiverItems, waiverUnits } from '../../../../../domain/waiver/codes.ts'
import type { WaiverItem, WaiverUnit } from '../../../../../domain/waiver/codes.ts'
import type { BillLine } from '../../../../../domain/waiver/facts.ts'
import { ApiFailure } from '../../../../shared/client.ts'
import { CodeSelect } from '../../../../shared/CodeSelect.tsx'
import { DayField } from '../../../../shared/DayField.tsx'
import { useSay } from '../../../../shared/i18n.ts'
import { MoneyField, writeFen } from '../../../../shared/MoneyField.tsx'
import { useBurialWords } from '../parts.tsx'
import type { Bill, Price, Quote, Stay } from './bill.ts'
import { readQuantity, runs, withBasics, withLine, withoutLine, withPrice } from './bill.ts'

const Quantity = ({ line, label, disabled, onChange }: { readonly line: BillLine; readonly label: string; readonly disabled: boolean; readonly onChange: (quantity: number) => void }) => {
  const t = useBurialWords()
  const [typed, setTyped] = useState<string>()
  const wrong = typed !== undefined && readQuantity(typed) === undefined
  return (
    <>
      <Input
        className="bill-quantity" value={typed ?? String(line.quantity)} inputMode="numeric" maxLength={6} disabled={disabled} autoComplete="off" aria-label={label} {...(wrong && { status: 'error' as const, 'aria-invalid': true })}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value)
          const quantity = readQuantity(event.target.value)
          if (quantity !== undefined) onChange(quantity)
        }}
        onBlur={() => setTyped(undefined)}
      />
      {wrong && <div className="finding-note stop">{t('quantityShape')}</div>}
    </>
  )
}

const tones: Readonly<Record<Quote['lines'][number]['status'], string>> = { waived: 'good', partly: 'answer', cut: 'answer', uncovered: '', pending: 'answer', alreadyWaived: 'stop' }

const why = (line: Quote['lines'][number] | undefined, say: (text: { zh: string; en: string }) => string): readonly string[] => {
  if (line === undefined) return []
  const clause = say(line.clause)
  const told = line.status === 'uncovered' || line.status === 'pending' || line.status === 'alreadyWaived' ? [say(line.message)] : line.cuts.map((cut) => say(cut.message))
  return [...(clause === '' ? [] : [clause]), ...told]
}

const Row = ({ line, index, quoted, claim, disabled, failure, onChange, onRemove }: { readonly line: BillLine; readonly index: number; readonly quoted: Quote['lines'][number] | undefined; readonly claim: boolean; readonly disabled: boolean; readonly failure: unknown; readonly onChange: (change: Partial<BillLine>) => void; readonly onRemove: () => void }) => {
  const t = useBurialWords()
  const say = useSay()
  const title = say(titleOf(line.item))
  const refused = failure instanceof ApiFailure && (failure.field?.includes(`lines.${String(index)}.`) === true || failure.field === `lines.${String(index)}`) ? say(failure.text) : undefined
  const money = (fen: number | undefined) => <td className="end mono">{fen === undefined ? '' : writeFen(fen)}</td>
  return (
    <>
      <tr data-field={`lines.${String(index)}.quantity`}>
        <th scope="row">{title}</th>
        <td>{claim ? <select className="plain-select" value={line.unit} disabled={disabled} aria-label={t('billUnit', { item: title })} onChange={(event) => onChange({ unit: event.target.value as WaiverUnit })}>{waiverUnits.map((unit) => <option key={unit.code} value={unit.code}>{say(unit)}</option>)}</select> : say(titleOf(line.unit))}</td>
        <td><Quantity line={line} label={t('billQuantity', { item: title })} disabled={disabled} onChange={(quantity) => onChange({ quantity })} /></td>
        <td>{claim || line.chosen ? <MoneyField value={line.unitPriceFen} disabled={disabled} aria-label={t('billPrice', { item: title })} onChange={(fen) => { if (fen !== undefined) onChange({ unitPriceFen: fen }) }} /> : <span className="mono bill-price">{writeFen(line.unitPriceFen)}</span>}</td>
        <td><Checkbox checked={line.chosen} disabled={disabled} aria-label={t('billChosenOf', { item: title })} onChange={(event) => onChange({ chosen: event.target.checked })} /></td>
        <td>{runs(line.unit) && <DayField value={line.from} disabled={disabled} aria-label={t('billFromOf', { item: title })} onChange={(from) => onChange({ from })} />}</td>
        {money(line.quantity * line.unitPriceFen)}
        <td className="end mono quiet">{quoted === undefined ? '' : quoted.capFen === null ? (quoted.waivedFen > 0 ? t('capNone') : '—') : writeFen(quoted.capFen)}</td>
        <td className="end mono"><b className={`waived ${quoted === undefined ? '' : tones[quoted.status]}`}>{quoted === undefined ? '' : writeFen(quoted.waivedFen)}</b></td>
        {money(quoted?.selfPaidFen)}
        <td className="bill-why">{why(quoted, say).map((words) => <span key={words}>{words}</span>)}{refused !== undefined && <span className="finding-note stop">{refused}</span>}</td>
        <td>{!disabled && <button type="button" className="link" tabIndex={-1} aria-label={t('billRemove', { item: title })} onClick={onRemove}>×</button>}</td>
      </tr>
    </>
  )
}

/** The bill with what each line comes to: actual, cap, waived, self-paid, and the clause. */
export const BillTable = ({ bill, prices, quote, failure, stay, pending, disabled, onChange }: { readonly bill: Bill; readonly prices: readonly Price[]; readonly quote: Quote | undefined; readonly failure: unknown; readonly stay: Stay; readonly pending: boolean; readonly disabled: boolean; readonly onChange: (bill: Bill) => void }) => {
  const t = useBurialWords()
  const say = useSay()
  const claim = bill.mode === 'claim'
  const table = useMemo<readonly Code[]>(() => (claim ? waiverItems : prices.map((price) => ({ code: `${price.item} ${price.unit}`, zh: `${price.title.zh}（${writeFen(price.unitPriceFen)} 元/${price.unitTitle.zh}）`, en: `${price.title.en} (${writeFen(price.unitPriceFen)} yuan/${price.unitTitle.en})` }))), [prices, claim])
  const added = useRef(false)
  const add = (code: string) => {
    added.current = true
    const [item = '', unit = ''] = code.split(' ')
    const price = prices.find((entry) => entry.item === item && (unit === '' || entry.unit === unit))
    onChange(withPrice(bill, price ?? { item: item as WaiverItem, unit: 'body', unitPriceFen: 0 }, stay))
  }
  /** Enter that has added an item stays for the next one. */
  const stayForMore = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && added.current) {
      event.preventDefault()
      event.stopPropagation()
    }
    added.current = false
  }
  const group = (id: string) => quote?.byGroup.find((entry) => entry.group === id)
  return (
    <div className={`bill${pending ? ' pending' : ''}`}>
      <div className="table-frame">
        <table className="plain-table bill-table">
          <thead>
            <tr>
              <th>{t('bill.item')}</th><th>{t('bill.unit')}</th><th>{t('bill.quantity')}</th><th>{t('bill.price')}</th><th title={t('billChosenHint')}>{t('bill.chosen')}</th><th>{t('bill.from')}</th>
              <th className="end">{t('bill.actual')}</th><th className="end">{t('bill.cap')}</th><th className="end">{t('bill.waived')}</th><th className="end">{t('bill.selfPaid')}</th><th>{t('bill.why')}</th><th><span className="hidden-words">{t('billRemoveAny')}</span></th>
            </tr>
          </thead>
          <tbody>
            {bill.lines.map((line, index) => (
              <Row key={line.id} line={line} index={index} claim={claim} disabled={disabled} failure={failure} quoted={quote?.lines.find((entry) => entry.id === line.id)} onChange={(change) => onChange(withLine(bill, line.id, change))} onRemove={() => onChange(withoutLine(bill, line.id))} />
            ))}
            {bill.lines.length === 0 && <tr><td colSpan={12} className="quiet">{t('billEmpty')}</td></tr>}
          </tbody>
          {quote !== undefined && bill.lines.length > 0 && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={6}>{t('bill.total')}</th>
                <td className="end mono">{writeFen(quote.actualFen)}</td><td /><td className="end mono bill-sum">{writeFen(quote.waivedFen)}</td><td className="end mono bill-sum">{writeFen(quote.selfPaidFen)}</td>
                <td colSpan={2} className="quiet">{[group('basic'), group('vigil'), group('other')].flatMap((entry) => (entry === undefined || entry.fen === 0 ? [] : [`${say(entry.title)} ${writeFen(entry.fen)}`])).join(' · ')}</td>
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {!disabled && (
        <div className="row">
          <div className="bill-add" onKeyDown={stayForMore}><CodeSelect codes={false} table={table} value="" placeholder={t('billAdd')} aria-label={t('billAdd')} onChange={add} /></div>
          {prices.length > 0 && <Button size="small" onClick={() => onChange(withBasics(bill, prices, stay))}>{t('billBasics')}</Button>}
          {prices.length === 0 && !claim && <span className="finding-note answer">{t('noPrices')}</span>}
        </div>
      )}
    </div>
  )
}
