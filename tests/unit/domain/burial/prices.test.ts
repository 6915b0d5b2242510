import { describe, expect, it } from 'vitest'
import type { BillFacts, PriceListEntry } from '../../../../domain/burial/prices.ts'
import { checkBill, findListPrice, requireSoundPrices } from '../../../../domain/burial/prices.ts'
import type { Row } from '../../../../domain/waiver/library/make.ts'
import { caseOf } from '../../../../domain/waiver/library/make.ts'
import { thrown } from './facts.ts'

const price = (changes: Partial<PriceListEntry> = {}): PriceListEntry => ({ item: 'cremation', unit: 'body', unitPriceFen: 32_000, document: '发改〔2026〕1号', from: '2026-04-01', to: '', ...changes })
const prices = [price(), price({ item: 'coldStorage', unit: 'day', unitPriceFen: 10_000 }), price({ item: 'transport', unit: 'trip', unitPriceFen: 35_000, to: '2026-12-31' })]
const bill = (rows: readonly Row[], changes: Partial<BillFacts> = {}): string => checkBill({ day: '2026-08-05', mode: 'till', prices, lines: caseOf(rows).lines, ...changes }).findings.map(({ rule, field }) => `${rule} ${field ?? ''}`).join(', ')

describe('a bill against the price list', () => {
  it.each<[string, readonly Row[], string]>([
    ['at the tag', [['cremation', 'body', 1, 320], ['coldStorage', 'day', 3, 100]], ''],
    ['below the tag', [['cremation', 'body', 1, 300]], ''],
    ['above the tag by a fen', [['cremation', 'body', 1, 320.01]], 'price.tag lines.0.unitPriceFen'],
    ['not on the list', [['cremation', 'body', 1, 320], ['shroud', 'piece', 1, 80]], 'price.listed lines.1.item'],
    ['by another unit', [['coldStorage', 'hour', 3, 4]], 'price.listed lines.0.unit'],
    ['for nothing', [['shroud', 'piece', 1, 0]], ''],
    ['something better that the family chose', [['cremation', 'body', 1, 1100, 'chosen']], ''],
    ['two faults', [['shroud', 'piece', 1, 80], ['cremation', 'body', 1, 400]], 'price.listed lines.0.item, price.tag lines.1.unitPriceFen'],
  ])('%s', (_what, rows, said) => {
    expect(bill(rows)).toBe(said)
  })
  it('prices are those of the day', () => {
    expect(bill([['transport', 'trip', 1, 350]], { day: '2027-01-01' })).toBe('price.listed lines.0.item')
    expect(findListPrice(prices, 'transport', 'trip', '2026-12-31')?.unitPriceFen).toBe(35_000)
    expect(findListPrice(prices, 'transport', 'trip', '2026-03-31')).toBeUndefined()
  })
  it('without a list the office is told, and before the regulation nothing is asked', () => {
    expect(bill([['shroud', 'piece', 1, 80]], { prices: [] })).toBe('price.list prices')
    expect(bill([['shroud', 'piece', 1, 80]], { day: '2026-03-29' })).toBe('')
    expect(bill([['shroud', 'piece', 1, 80]], { mode: 'claim' })).toBe('')
    expect(thrown(() => bill([], { day: '2026-02-30' }))).toBe('invalid day')
  })
  it('nothing above what was approved for the home', () => {
    const facility = { approvals: [{ document: '价〔2026〕3号', authority: '发改局', from: '2026-01-01', to: '', items: [{ item: '遗体火化', mostFen: 30_000 }] }] }
    expect(bill([['cremation', 'body', 1, 320]], { facility })).toBe('price.approved lines.0.unitPriceFen')
    expect(bill([['cremation', 'body', 1, 300]], { facility })).toBe('')
  })
})

describe('a price list', () => {
  it('has one price for an item and unit on a day', () => {
    expect(thrown(() => requireSoundPrices([...prices, price({ item: 'transport', unit: 'trip', from: '2027-01-01' })]))).toBe('nothing')
    expect(thrown(() => requireSoundPrices([...prices, price({ item: 'transport', unit: 'trip', from: '2026-12-31' })]))).toBe('invalid 3.from')
    expect(thrown(() => requireSoundPrices([...prices, price({ item: 'coldStorage', unit: 'hour' })]))).toBe('nothing')
    expect(thrown(() => requireSoundPrices([price({ to: '2026-03-31' })]))).toBe('invalid 0.to')
    expect(thrown(() => requireSoundPrices([price({ from: '2026-02-30' })]))).toBe('invalid 0.from')
  })
})
