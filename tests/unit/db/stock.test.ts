import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Action } from '../../../domain/action.ts'
import type { LantaiError } from '../../../domain/error.ts'
import { clerk, newRegister, opened, received, record, registered, rowsOf } from './helpers.ts'

const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'no error', (error: LantaiError) => error.code)
const spoiled = (serial: string, type: 'marriage' | 'divorce' = 'marriage'): Action => ({ kind: 'blank.spoiled', subject: serial, body: { type, serial, reason: '污损' }, reason: '污损', second: 'clerk-2' })
const returned = (first: string, last: string): Action => ({ kind: 'blank.returned', subject: first, body: { type: 'marriage', first, last, to: '市民政局', note: '' } })

describe('blank.received', () => {
  it('keeps a range of a million as one row', async () => {
    const register = newRegister()
    await record(register, [received('10000001', '11000000')])
    expect(rowsOf(register.folder, 'SELECT 1 FROM blank_range')).toHaveLength(1)
    expect(rowsOf(register.folder, 'SELECT 1 FROM blank')).toHaveLength(0)
    expect(await register.read.stockRanges()).toEqual([{ id: 'range-marriage-10000001', type: 'marriage', prefix: '', first: '10000001', last: '11000000', count: 1_000_000, used: 0, receivedOn: '2026-05-20', from: '市民政局', note: '' }])
    expect(await register.read.findBlank('marriage', '10500000')).toEqual({ serial: '10500000', type: 'marriage', state: 'available', caseId: '', rangeId: 'range-marriage-10000001' })
  })

  it.each([
    ['the same range', '10000001', '10001000', 'stock'],
    ['its last serial', '10001000', '10002000', 'stock'],
    ['a range around it', '10000000', '10009999', 'stock'],
    ['a part of it', '10000500', '10000500', 'stock'],
    ['the range after it', '10001001', '10002000', 'no error'],
    ['the same numbers with another number of digits', '010000001', '010001000', 'no error'],
  ])('%s: %s–%s gives %s', async (_, first, last, code) => {
    const register = newRegister()
    await record(register, [received()])
    expect(await codeOf(record(register, [received(first, last, 'marriage', 'another')]))).toBe(code)
  })

  it('takes the same numbers for the other type and for other letters, and refuses a count that is wrong', async () => {
    const register = newRegister()
    await record(register, [received(), received('10000001', '10001000', 'divorce')])
    await record(register, [{ kind: 'blank.received', subject: 'letters', body: { type: 'marriage', prefix: 'A', first: 'A10000001', last: 'A10000010', count: 10, from: '', note: '', receivedOn: '2026-04-01' } }])
    expect(await register.read.findBlanks('10000005')).toMatchObject([{ type: 'marriage' }, { type: 'divorce' }])
    expect(await register.read.findBlanks('A10000005')).toMatchObject([{ type: 'marriage', rangeId: 'letters' }])
    expect(await register.read.findBlanks('B10000005')).toEqual([])
    expect(await register.read.findBlanks('not a serial')).toEqual([])
    expect(await codeOf(record(register, [{ kind: 'blank.received', subject: 'x', body: { type: 'marriage', prefix: '', first: '30000001', last: '30000010', count: 9, from: '', note: '' } }]))).toBe('invalid')
  })
})

describe('blank.spoiled and blank.returned', () => {
  it('take blanks out of stock for good', async () => {
    const register = newRegister()
    await record(register, [received(), spoiled('10000001'), returned('10000990', '10001000')])
    expect((await register.read.findBlank('marriage', '10000001'))?.state).toBe('spoiled')
    expect((await register.read.findBlank('marriage', '10000995'))?.state).toBe('returned')
    expect(await register.read.stockMonth('marriage', '2026-05-01', '2026-05-31')).toEqual({ type: 'marriage', from: '2026-05-01', to: '2026-05-31', opening: 0, received: 1000, issued: 0, reissued: 0, spoiled: 1, returned: 11, closing: 988 })
    expect(await register.read.stockMonth('marriage', '2026-06-01', '2026-06-30')).toMatchObject({ opening: 988, closing: 988 })
    for (const action of [spoiled('10000001'), spoiled('10000995'), returned('10000980', '10000990'), spoiled('10002000'), spoiled('10000002', 'divorce')]) expect(await codeOf(record(register, [action]))).toBe('stock')
    expect(await codeOf(record(register, [{ ...spoiled('10000003'), second: 'clerk-1' }]))).toBe('second_person')
    expect((await register.read.findBlank('marriage', '10000980'))?.state).toBe('available')
  })
})

describe('the next blanks', () => {
  it('come in order of receipt and step over what is gone', async () => {
    const register = newRegister()
    await record(register, [received('20000001', '20000003'), opened()], clerk('2026-05-19T09:00:00.000+08:00'))
    await record(register, [received('10000001', '10000010'), spoiled('20000002')])
    expect(await register.read.nextBlanks('marriage', 4)).toEqual(['20000001', '20000003', '10000001', '10000002'])
    await record(register, [registered('case-1', 1, { serials: ['20000001', '10000002'] })])
    expect(await register.read.nextBlanks('marriage', 3)).toEqual(['20000003', '10000001', '10000003'])
    expect(await register.read.nextBlanks('marriage', 100)).toHaveLength(10)
    expect(await register.read.nextBlanks('divorce', 1)).toEqual([])
  })

  it('agree with a plain list, whatever order blanks go in', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 30 }), fc.integer({ min: 1, max: 31 }), async (gone, wanted) => {
      const register = newRegister()
      const serial = (number: number): string => String(10000000 + number)
      await record(register, [received('10000001', '10000030'), ...gone.map((number) => spoiled(serial(number)))])
      const left = Array.from({ length: 30 }, (_, index) => index + 1).filter((number) => !gone.includes(number))
      expect(await register.read.nextBlanks('marriage', wanted)).toEqual(left.slice(0, wanted).map(serial))
      const [range] = await register.read.stockRanges()
      expect(range?.used).toBe(gone.length)
      await register.close()
    }), { numRuns: 25 })
  })
})
