import { beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyBurialFile } from '../../../../domain/burial/file.ts'
import { waiverFlagCodes } from '../../../../domain/waiver/codes.ts'
import { basicItems, daysToClaim, emptyBill, fieldOfQuestion, flagOf, readQuantity, runs, typedBill, usualQuantity, withBasics, withLine, withoutLine, withPrice } from '../../../../renderer/windows/burial/case/fees/bill.ts'
import type { Price } from '../../../../renderer/windows/burial/case/fees/bill.ts'

beforeEach(() => {
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined })
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
})

const price = (item: Price['item'], unit: Price['unit'], unitPriceFen: number): Price => ({ item, unit, unitPriceFen, title: { zh: item, en: item }, unitTitle: { zh: unit, en: unit }, document: '示价1号' })
const prices = [price('transport', 'trip', 26_000), price('coldStorage', 'day', 6000), price('cremation', 'body', 30_000), price('ashStorage', 'year', 10_000), price('urn', 'piece', 48_000)]
const stay = { arrivedAt: '2026-08-03T20:10:00+08:00', until: '2026-08-06T09:00:00+08:00' }

describe('the bill of a case', () => {
  it('takes the four basic items from the price list once, with the days the body lay', () => {
    const bill = withBasics(emptyBill('till'), prices, stay)
    expect(bill.lines.map(({ item, quantity, unitPriceFen }) => [item, quantity, unitPriceFen])).toEqual([['transport', 1, 26_000], ['coldStorage', 3, 6000], ['cremation', 1, 30_000], ['ashStorage', 1, 10_000]])
    expect(withBasics(bill, prices, stay).lines).toHaveLength(4)
    expect(basicItems).toHaveLength(4)
  })
  it('counts hours apart from days, and one where nobody has arrived', () => {
    expect(usualQuantity('coldStorage', 'hour', stay)).toBe(61)
    expect(usualQuantity('coldStorage', 'day', { ...stay, until: '2026-08-03T23:00:00+08:00' })).toBe(1)
    expect(usualQuantity('coldStorage', 'day', { arrivedAt: '', until: stay.until })).toBe(1)
    expect(usualQuantity('cremation', 'body', stay)).toBe(1)
    expect([runs('day'), runs('hour'), runs('piece')]).toEqual([true, true, false])
  })
  it('keeps a line’s own id when others go', () => {
    const urn = prices[4] as Price
    const three = withPrice(withPrice(withPrice(emptyBill('till'), urn, stay), urn, stay), urn, stay)
    const again = withPrice(withoutLine(three, 'l2'), urn, stay)
    expect(new Set(again.lines.map(({ id }) => id)).size).toBe(3)
    expect(withLine(again, 'l1', { quantity: 5 }).lines[0]?.quantity).toBe(5)
  })
  it.each([['1', 1], ['12', 12], [' 3 ', 3], ['0', undefined], ['-1', undefined], ['1.5', undefined], ['', undefined], ['1e3', undefined], ['1234567', undefined]])('reads the quantity “%s”', (typed, quantity) => expect(readQuantity(typed)).toBe(quantity))
  it('is kept once something is typed on it', () => {
    const bill = withBasics(emptyBill('claim'), prices, stay)
    expect(typedBill(bill, 'till')).toBe(bill)
    expect(typedBill(emptyBill('till'), 'till')).toBeUndefined()
    expect(typedBill(emptyBill('claim'), 'till')).toEqual(emptyBill('claim'))
    expect(typedBill({ ...emptyBill('till'), invoice: '2026-08-01' }, 'till')?.invoice).toBe('2026-08-01')
  })
})

describe('the questions of a waiver', () => {
  it('are answered on the spot, or lead to the field that holds the answer', () => {
    expect(flagOf('flags.student')).toBe('student')
    expect(flagOf('areas.hukou')).toBeUndefined()
    expect(fieldOfQuestion('areas.hukou')).toBe('deceased.hukou')
    expect(fieldOfQuestion('days.invoice')).toBe('bill.invoice')
    expect(fieldOfQuestion('policy')).toBeUndefined()
    expect(waiverFlagCodes).toContain('student')
  })
  it('send a “no” to the funeral grant only with its proof', async () => {
    const { flagsOf } = await import('../../../../renderer/windows/burial/case/fees/useQuote.ts')
    const file = emptyBurialFile()
    expect(flagsOf({ ...file, grant: { paid: 'no', proof: '' } }).grant).toBe('unknown')
    expect(flagsOf({ ...file, grant: { paid: 'no', proof: '社保查询' } }).grant).toBe('no')
    expect(flagsOf({ ...file, grant: { paid: 'yes', proof: '' } }).grant).toBe('yes')
    expect(flagsOf({ ...file, waiverFlags: { student: 'yes' } })).toEqual({ student: 'yes' })
  })
  it('count the days left for a claim', () => {
    expect(daysToClaim('2026-11-05', '2026-11-01')).toBe(4)
    expect(daysToClaim('2026-11-05', '2026-11-06')).toBe(-1)
    expect(daysToClaim('', '2026-11-06')).toBeUndefined()
  })
})
