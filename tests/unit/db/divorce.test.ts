import { describe, expect, it } from 'vitest'
import type { Action } from '../../../domain/action.ts'
import type { LantaiError } from '../../../domain/error.ts'
import type { Register } from '../../../db/contract.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { clerk, newRegister, opened, received, record, registered, rowOf } from './helpers.ts'
import { accepted, appeared, applied, courtDivorced, divorced, divorceFile, divorceRefused, endedByDivorce, filed, handedOver, left, looked, made, notAccepted, ofMarriage, rescheduled, withdrawn } from './matters.ts'

const refusalOf = async (work: Promise<unknown>): Promise<{ code: string; field: string | undefined; zh: string }> => work.then(() => ({ code: 'no error', field: undefined, zh: '' }), (error: LantaiError) => ({ code: error.code, field: error.field, zh: error.text.zh }))
const caseRow = (register: Register, id = 'd1'): Record<string, unknown> => rowOf(register.folder, 'SELECT * FROM divorce_case WHERE id = ?', id) ?? {}
const at = (day: string): ReturnType<typeof clerk> => clerk(`${day}T10:00:00.000+08:00`)
const kindsOf = (register: Register, day: string): Promise<readonly string[]> => register.read.dayCounts(day).then(({ kinds }) => kinds.map(({ window, kind, unit, count }) => `${window} ${kind} ${count}${unit}`))
const stock = received('50000001', '50000100', 'divorce')

/** Records actions on a day at the desk. */
const upTo = async (...actions: readonly Action[]): Promise<Register> => {
  const register = newRegister({ clock: () => new Date('2026-06-25T01:00:00Z') })
  await record(register, [received(), stock, ...actions])
  return register
}

describe('an application', () => {
  it('makes the case and both parties, and its acceptance the two last days of the clock', async () => {
    const register = await upTo(opened(), registered(), applied('d1', divorceFile({ marriage: ofMarriage('case-1') })))
    expect(caseRow(register)).toMatchObject({ state: 'received', revision: 1, marriage_case_id: 'case-1', marriage_number: 'J990101-2026-000001', reason: '01', age_difference: 2, end1: '', receipt_number: '' })
    await record(register, [accepted()])
    expect(caseRow(register)).toMatchObject({ state: 'accepted', revision: 2, receipt_number: '受990101-2026-000001', receipt_serial: 1, accepted_on: '2026-05-20', end1: '2026-06-22', end2: '2026-07-22', number: null, day: '' })
    expect(await register.read.getDivorce('d1')).toMatchObject({ state: 'accepted', names: ['张三丰', '李娜'], receiptNumber: '受990101-2026-000001', acceptedOn: '2026-05-20', end1: '2026-06-22', end2: '2026-07-22', marriageCaseId: 'case-1', marriageNumber: 'J990101-2026-000001' })
    expect(await kindsOf(register, '2026-05-20')).toEqual(['divorce divorceApplication 1件', 'marriage marriage 1对'])
    expect(await register.read.lastDivorcePaper('receipt', 2026)).toBe(1)
    expect(await register.read.lastDivorcePaper('receipt', 2025)).toBe(0)
  })

  it('is not accepted on a ground, once and for all', async () => {
    const register = await upTo(applied(), notAccepted())
    expect(caseRow(register)).toMatchObject({ state: 'notAccepted', day: '2026-05-20', ended_on: '2026-05-20', number: null })
    expect(await kindsOf(register, '2026-05-20')).toEqual(['divorce notAccepted 1件'])
    expect(await refusalOf(record(register, [accepted()]))).toMatchObject({ code: 'wrong_state' })
  })

  it('is refused while one of either is running on the day, and taken again once that one is withdrawn, decided or lapsed', async () => {
    const woman = { identityNumber: '990101199305200024' }
    const register = await upTo(applied(), accepted(), applied('d2', divorceFile({}, {}, woman)))
    expect(await refusalOf(record(register, [accepted('d2', 2, '2026-05-21')]))).toMatchObject({ code: 'conflict', field: 'parties.0.identityNumber', zh: expect.stringContaining('受990101-2026-000001') as string })
    expect(await refusalOf(record(register, [accepted('d2', 2, '2026-07-22')]))).toMatchObject({ code: 'conflict' })
    await record(register, [accepted('d2', 2, '2026-07-23')])
    const again = await upTo(applied(), accepted(), withdrawn(), applied('d2'), accepted('d2', 2, '2026-06-01'))
    expect(await again.read.getDivorce('d2')).toMatchObject({ state: 'accepted' })
    const issuing = await upTo(applied(), accepted(), appeared(), applied('d2'))
    expect(await refusalOf(record(issuing, [accepted('d2', 2, '2026-08-03')]))).toMatchObject({ code: 'conflict' })
  })

  it.each([
    ['a receipt number that is used', accepted('d2', 1), 'conflict', 'receiptNumber'],
    ['a marriage that the register does not have', accepted('d3', 3), 'invalid', 'marriage.caseId'],
    ['a marriage that ended already', accepted('d4', 4), 'wrong_state', undefined],
  ])('is refused with %s, and nothing changes', async (_, action, code, field) => {
    const other = { identityNumber: '990101198001010013' }
    const register = await upTo(opened(), registered(), courtDivorced(), applied('d1', divorceFile({}, other, { identityNumber: '' })), accepted(), ...['', 'case-9', 'case-1'].map((marriage, index) => applied(`d${index + 2}`, divorceFile({ marriage: ofMarriage(marriage) }))))
    const before = await register.head()
    expect(await refusalOf(record(register, [action]))).toMatchObject({ code, field })
    expect(await register.head()).toEqual(before)
  })
})

describe('the clock, asked inside the transaction', () => {
  it.each([
    ['a withdrawal on the last day', [withdrawn('d1', '2026-06-22')], 'no error'],
    ['a withdrawal the day after', [withdrawn('d1', '2026-06-23')], 'wrong_state'],
    ['a withdrawal before the acceptance', [withdrawn('d1', '2026-05-19')], 'wrong_state'],
    ['an issuance on the last day of the cooling-off', [appeared('d1', '2026-06-22')], 'wrong_state'],
    ['an issuance on the first day of the window', [appeared('d1', '2026-06-23')], 'no error'],
    ['an issuance on the last day of the window', [appeared('d1', '2026-07-22')], 'no error'],
    ['an issuance after the window', [appeared('d1', '2026-07-23')], 'wrong_state'],
    ['filing while it runs', [filed('divorce', 'd1')], 'wrong_state'],
    ['changing the parties after the acceptance', [made.amended('divorce', 'd1', { parties: divorceFile().parties })], 'wrong_state'],
    ['filling in the agreement after the acceptance', [made.amended('divorce', 'd1', { agreement: divorceFile().agreement })], 'no error'],
    ['a registration without both having come', [divorced()], 'wrong_state'],
  ])('%s', async (_, actions, code) => {
    const register = await upTo(applied(), accepted())
    expect((await refusalOf(record(register, actions, at('2026-06-25')))).code).toBe(code)
  })

  it('lets an application be filed once it has lapsed by date alone, and changed no more', async () => {
    const register = await upTo(applied(), accepted())
    expect((await refusalOf(record(register, [made.amended('divorce', 'd1', { remarkForm: 'x' })], at('2026-07-23')))).code).toBe('wrong_state')
    expect(await register.read.unfiledCases('2026-07-22')).toContainEqual({ window: 'divorce', fileClass: 'divorce', count: 0 })
    expect(await register.read.unfiledCases('2026-07-23')).toContainEqual({ window: 'divorce', fileClass: 'divorce', count: 1 })
    await record(register, [filed('divorce', 'd1')], at('2026-07-23'))
    expect(await register.read.unfiledCases('2026-07-23')).toContainEqual({ window: 'divorce', fileClass: 'divorce', count: 0 })
    expect(await register.read.filedCases({})).toMatchObject({ count: 1, rows: [{ window: 'divorce', caseId: 'd1', fileClass: 'divorce', title: '张三丰与李娜离婚登记申请', day: '2026-07-22', officeFileNumber: 1, number: '' }] })
  })

  it('goes by days set anew, with a second person and a reason', async () => {
    const register = await upTo(applied(), accepted(), rescheduled('d1', '2026-05-20', { end1: '2026-06-24' }))
    expect(caseRow(register)).toMatchObject({ state: 'accepted', end1: '2026-06-24', accepted_on: '2026-05-20' })
    await record(register, [withdrawn('d1', '2026-06-24')])
    expect(caseRow(register)).toMatchObject({ state: 'withdrawn', ended_on: '2026-06-24', confirmation_number: '撤990101-2026-000001', confirmation_serial: 1 })
    expect(await kindsOf(register, '2026-06-24')).toEqual(['divorce withdrawal 1件'])
    expect(await register.read.lastDivorcePaper('confirmation', 2026)).toBe(1)
    const { second: _second, ...alone } = rescheduled()
    expect((await refusalOf(record(await upTo(applied(), accepted()), [alone]))).code).toBe('second_person')
  })
})

describe('the issuance', () => {
  const couple = [opened(), registered(), applied('d1', divorceFile({ marriage: ofMarriage('case-1') })), accepted()] as const

  it('gives number, two booklets from the stock of divorce certificates and ages, ends the marriage, and counts the couple', async () => {
    const register = await upTo(...couple, appeared(), divorced(), endedByDivorce(), ...handedOver())
    expect(caseRow(register)).toMatchObject({ state: 'delivered', number: 'L990101-2026-000001', day: '2026-06-25', serial_man: '50000001', serial_woman: '50000002', man_age: 36, woman_age: 34, appeared_on: '2026-06-25', delivered_on: '2026-06-25' })
    expect(await kindsOf(register, '2026-06-25')).toEqual(['divorce divorce 1对'])
    expect(await register.read.findBlank('divorce', '50000001')).toMatchObject({ state: 'issued', caseId: 'd1' })
    expect(await register.read.stockMonth('divorce', '2026-06-01', '2026-06-30')).toMatchObject({ opening: 100, issued: 2, reissued: 0, closing: 98 })
    expect(await register.read.getMarriage('case-1')).toMatchObject({ state: 'registered', ending: 'divorced' })
    expect(await register.read.marriagesOfPerson('99010119900501001X')).toEqual([])
    expect(await register.read.divorcesOfPerson('99010119900501001X')).toMatchObject([{ id: 'd1', state: 'delivered' }])
    expect(await register.read.findDivorceByNumber('L990101-2026-000001')).toMatchObject({ id: 'd1' })
    expect(await register.read.lastNumber('L', '990101', 2026)).toBe(1)
    expect(await register.read.lastNumber('J', '990101', 2026)).toBe(1)
    expect(verifyFolder(register.folder).faults).toEqual([])
  })

  it('can be left without a decision; the window goes on', async () => {
    const register = await upTo(applied(), accepted(), appeared(), left())
    expect(caseRow(register)).toMatchObject({ state: 'accepted', appeared_on: '' })
    await record(register, [appeared('d1', '2026-07-20'), divorceRefused('d1', '2026-07-20')])
    expect(caseRow(register)).toMatchObject({ state: 'refused', day: '2026-07-20', number: null })
    expect(await kindsOf(register, '2026-07-20')).toEqual(['divorce refusal 1件'])
  })

  it.each([
    ['a number that is used', divorced('d2', 2, { number: 'L990101-2026-000001' }), 'conflict'],
    ['a booklet that is used', divorced('d2', 1, { number: 'L990101-2026-000002' }), 'stock'],
    ['a marriage booklet', divorced('d2', 2, { serials: ['10000001', '10000002'] }), 'stock'],
    ['a booklet outside stock', divorced('d2', 2, { serials: ['50000999', '50000998'] }), 'stock'],
    ['a marriage that a court has ended meanwhile', divorced('d3', 3), 'wrong_state'],
  ])('is refused with %s, and nothing changes', async (_, action, code) => {
    const others = (index: number): ReturnType<typeof divorceFile> => divorceFile(index === 3 ? { marriage: ofMarriage('case-1') } : {}, { identityNumber: `99010119800101001${index}` }, { identityNumber: `99010119810101002${index}` })
    const register = await upTo(opened(), registered(), ...[1, 2, 3].flatMap((index) => [applied(`d${index}`, others(index)), accepted(`d${index}`, index), appeared(`d${index}`)]), divorced('d1', 1), courtDivorced())
    const before = await register.head()
    expect((await refusalOf(record(register, [action]))).code).toBe(code)
    expect(await register.head()).toEqual(before)
    expect(caseRow(register, 'd2')).toMatchObject({ state: 'issuing', serial_man: '' })
  })

  it.each([
    ['of a divorce that is not registered here', endedByDivorce('case-1', 'd9'), 'invalid'],
    ['of a divorce of another marriage', endedByDivorce('case-2', 'd1'), 'invalid'],
    ['under another number', endedByDivorce('case-1', 'd1', 'L990101-2026-000009'), 'invalid'],
    ['on another day', endedByDivorce('case-1', 'd1', 'L990101-2026-000001', '2026-06-24'), 'invalid'],
    ['elsewhere, by one person alone', { ...courtDivorced(), second: '' }, 'second_person'],
  ])('a note %s is refused', async (_, action, code) => {
    const register = await upTo(...couple, opened('case-2'), registered('case-2', 2), appeared(), divorced())
    expect((await refusalOf(record(register, [action]))).code).toBe(code)
    expect(await register.read.getMarriage('case-1')).toMatchObject({ ending: '' })
  })

  it('voided before the hand-over, lifts its note in the same transaction: the marriage stands again', async () => {
    const lifted = (caseId = 'd1'): Action => ({ kind: 'marriage.endingLifted', subject: 'case-1', body: { day: '2026-06-26', caseId }, reason: '登记作废', second: 'clerk-2' })
    const register = await upTo(...couple, appeared(), divorced(), endedByDivorce())
    expect((await refusalOf(record(register, [lifted()]))).code).toBe('wrong_state')
    expect((await refusalOf(record(register, [made.voided('divorce', 'd1'), lifted('d9')]))).code).toBe('wrong_state')
    expect((await refusalOf(record(register, [made.voided('divorce', 'd1'), { ...lifted(), second: '' }]))).code).toBe('second_person')
    await record(register, [made.voided('divorce', 'd1'), lifted()])
    expect(await register.read.getMarriage('case-1')).toMatchObject({ ending: '' })
    expect(await register.read.marriagesOfPerson('99010119900501001X')).toMatchObject([{ id: 'case-1' }])
    await record(register, [courtDivorced()])
    expect(await register.read.getMarriage('case-1')).toMatchObject({ ending: 'divorced' })
    expect(verifyFolder(register.folder).faults).toEqual([])
  })

  it('voided, corrected, printed again and inspected as a marriage is', async () => {
    const register = await upTo(applied(), accepted(), appeared(), divorced(), made.reprinted('divorce', 'd1', 0, '50000001', '50000003'), looked('divorce', 'd1', 'fail'))
    expect(caseRow(register)).toMatchObject({ serial_man: '50000003', inspection: 'failed' })
    await record(register, [made.corrected('divorce', 'd1', { changes: { reason: '02', parties: divorceFile({}, { birth: '1991-07-01' }).parties } }), looked('divorce', 'd1')], at('2026-06-25'))
    expect(caseRow(register)).toMatchObject({ reason: '02', man_age: 34, inspection: 'qualified' })
    await record(register, [made.voided('divorce', 'd1')], at('2026-06-26'))
    expect(await kindsOf(register, '2026-06-25')).toEqual(['divorce correction 1件'])
    expect(await kindsOf(register, '2026-06-26')).toEqual(['divorce voided 1件'])
    expect(await register.read.stockMonth('divorce', '2026-05-01', '2026-06-30')).toMatchObject({ issued: 0, spoiled: 3, closing: 97 })
    expect(await register.read.lastNumber('L', '990101', 2026)).toBe(1)
    expect(verifyFolder(register.folder).faults).toEqual([])
  })
})

describe('lists', () => {
  const filled = async (): Promise<Register> => {
    const register = newRegister({ clock: () => new Date('2026-06-25T01:00:00Z') })
    const days = ['2026-03-02', '2026-04-01', '2026-05-20', '2026-05-25', '2026-06-01', '2026-06-20']
    await record(register, [stock, ...days.flatMap((day, index) => [applied(`d${index}`, divorceFile({ marriage: ofMarriage('', `旧${index}号`) }, { identityNumber: `99010119800101001${index}` }, { identityNumber: `99010119810101002${index}` })), accepted(`d${index}`, index + 1, day)]), applied('d9')])
    return register
  }
  const ids = (rows: readonly { readonly id: string }[]): string => rows.map(({ id }) => id).join(' ')

  it('by the clock: cooling off, open for issuance, lapsed; counts agree', async () => {
    const register = await filled()
    for (const [phase, found] of [['coolingOff', 'd5 d4 d3'], ['issuanceOpen', 'd2'], ['lapsed', 'd1 d0']] as const) {
      const filter = { clock: { phase, today: '2026-06-24' } } as const
      expect(ids((await register.read.divorces(filter)).rows), phase).toBe(found)
      expect(await register.read.countDivorces(filter), phase).toBe(found.split(' ').length)
      const first = await register.read.divorces({ ...filter, limit: 1 })
      const rest = first.next === undefined ? [] : (await register.read.divorces({ ...filter, after: first.next })).rows
      expect(ids([...first.rows, ...rest]), phase).toBe(found)
    }
    expect(await register.read.divorcesInWork()).toEqual([{ state: 'accepted', count: 4 }, { state: 'received', count: 1 }])
  })

  it('by the days of a morning’s work list, in order of the day, page by page', async () => {
    const register = await filled()
    const range = { column: 'end1', from: '2026-06-22', to: '2026-07-01' } as Parameters<typeof register.read.divorceWorklist>[0]
    const first = await register.read.divorceWorklist(range, { limit: 2 })
    expect(ids(first.rows)).toBe('d2 d3')
    expect(first.count).toBe(3)
    expect(ids((await register.read.divorceWorklist(range, first.next === undefined ? {} : { after: first.next })).rows)).toBe('d4')
    await record(register, [withdrawn('d3', '2026-06-10')])
    expect(ids((await register.read.divorceWorklist(range)).rows)).toBe('d2 d4')
    expect((await register.read.divorceWorklist({ ...range, column: 'end2' })).count).toBe(0)
  })

  it('by acceptance, marriage and state', async () => {
    const register = await filled()
    expect(ids((await register.read.divorces({ acceptedFrom: '2026-05-01', acceptedTo: '2026-05-31' })).rows)).toBe('d3 d2')
    expect(ids((await register.read.divorces({ state: ['received'] })).rows)).toBe('d9')
    expect(ids((await register.read.divorces({ marriageCaseId: 'case-1' })).rows)).toBe('')
    expect((await register.read.divorces({ limit: 3 })).rows).toHaveLength(3)
  })

  it('by the one search box: names, identity and receipt numbers, the number of the marriage certificate', async () => {
    const register = await filled()
    for (const [typed, id, matched] of [['张三丰', 'd9', 'name'], ['990101198001010012', 'd2', 'identityNumber'], ['受990101-2026-000004', 'd3', 'number'], ['旧4号', 'd4', 'oldNumber']] as const) {
      expect((await register.read.search(typed, 5))[0], typed).toMatchObject({ window: 'divorce', caseId: id, matched, title: '张三丰 李娜' })
    }
    await record(register, [appeared('d2'), divorced('d2')])
    expect(await register.read.search('L990101-2026', 5)).toMatchObject([{ caseId: 'd2', matched: 'number', number: 'L990101-2026-000001' }])
    expect(await register.read.search('50000002', 5)).toMatchObject([{ caseId: 'd2', matched: 'serial' }])
  })
})
