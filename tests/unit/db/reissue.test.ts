import { describe, expect, it } from 'vitest'
import type { Action } from '../../../domain/action.ts'
import type { LantaiError } from '../../../domain/error.ts'
import type { Register } from '../../../db/contract.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { newRegister, opened, received, record, registered, rowOf, voided } from './helpers.ts'
import { accepted, appeared, applied, asksReissue, courtDivorced, divorced, divorceFile, filed, looked, made, reissued, reissueFile, reissueHandedOver } from './matters.ts'

const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'no error', (error: LantaiError) => error.code)
const caseRow = (register: Register, id = 'r1'): Record<string, unknown> => rowOf(register.folder, 'SELECT * FROM reissue_case WHERE id = ?', id) ?? {}
const kindsOf = (register: Register, day = '2026-05-20'): Promise<readonly string[]> => register.read.dayCounts(day).then(({ kinds }) => kinds.map(({ window, kind, unit, count }) => `${window} ${kind} ${count}${unit}`))
const may = (register: Register, type: 'marriage' | 'divorce' = 'marriage'): ReturnType<Register['read']['stockMonth']> => register.read.stockMonth(type, '2026-05-01', '2026-05-31')

const upTo = async (...actions: readonly Action[]): Promise<Register> => {
  const register = newRegister()
  await record(register, [received(), received('50000001', '50000100', 'divorce'), ...actions])
  return register
}

describe('a reissue', () => {
  it('of a marriage certificate takes two booklets, counted apart from those of registrations', async () => {
    const register = await upTo(asksReissue(), reissued(), ...reissueHandedOver())
    expect(caseRow(register)).toMatchObject({ state: 'delivered', certificate: 'marriage', applicant: 'both', reason: 'lost', original_number: '京朝结字010100001号', original_day: '2001-02-03', original_area: '110105', proxied: 0, number: 'BJ990101-2026-000001', serial_man: '10000501', serial_woman: '10000502' })
    expect(await register.read.getReissue('r1')).toMatchObject({ certificate: 'marriage', applicant: 'both', reason: 'lost', originalNumber: '京朝结字010100001号', originalDay: '2001-02-03', originalCaseId: '', proxied: false, serials: ['10000501', '10000502'] })
    expect(await may(register)).toEqual({ type: 'marriage', from: '2026-05-01', to: '2026-05-31', opening: 0, received: 1000, issued: 0, reissued: 2, spoiled: 0, returned: 0, closing: 998 })
    expect(await kindsOf(register)).toEqual(['reissue reissueMarriage 1件'])
    expect(await register.read.lastNumber('BJ', '990101', 2026)).toBe(1)
    expect(await register.read.lastNumber('BL', '990101', 2026)).toBe(0)
    expect(await register.read.lastNumber('J', '990101', 2026)).toBe(0)
  })

  it('for one party takes one booklet; of a divorce certificate it comes from that stock', async () => {
    const proxy = { name: '赵六', identityType: 'resident', identityNumber: '', identityShown: true, notary: '某公证处', mandateNumber: '1', mandateDay: '2026-05-01', names: { party: true, identity: true, registrationDay: true, registrationOffice: true, presentStatus: true, matter: true, proxy: true } } as const
    const register = await upTo(asksReissue('r1', reissueFile({ certificate: 'divorce', applicant: 'woman', proxy })), reissued('r1', 1, { number: 'BL990101-2026-000001', serials: ['', '50000007'] }))
    expect(caseRow(register)).toMatchObject({ serial_man: '', serial_woman: '50000007', proxied: 1 })
    expect(await may(register, 'divorce')).toMatchObject({ issued: 0, reissued: 1, closing: 99 })
    expect(await kindsOf(register)).toEqual(['reissue reissueDivorce 1件'])
    expect(await codeOf(record(register, [made.reprinted('reissue', 'r1', 0, '', '50000008')]))).toBe('invalid')
    await record(register, [made.reprinted('reissue', 'r1', 1, '50000007', '50000008')])
    expect(await may(register, 'divorce')).toMatchObject({ reissued: 1, spoiled: 1, closing: 98 })
    expect(await codeOf(record(register, [made.corrected('reissue', 'r1', { changes: {}, serials: ['50000009', '50000008'] })]))).toBe('stock')
    await record(register, [made.voided('reissue', 'r1', '2026-05-20')])
    expect(await may(register, 'divorce')).toMatchObject({ reissued: 0, spoiled: 2, closing: 98 })
    expect(await kindsOf(register)).toEqual(['reissue voided 1件'])
    expect(verifyFolder(register.folder).faults).toEqual([])
  })

  it.each([
    ['for a marriage that stands', [], 'no error'],
    ['for a marriage that ended since', [courtDivorced()], 'wrong_state'],
    ['for a marriage that was voided', [voided()], 'wrong_state'],
  ])('%s: the register looks inside the transaction', async (_, before, code) => {
    const register = await upTo(opened(), registered(), asksReissue('r1', reissueFile({ original: { caseId: 'case-1', number: 'J990101-2026-000001', office: '示例区', area: '990101', day: '2026-05-20' } })), ...before)
    expect(await codeOf(record(register, [reissued()]))).toBe(code)
  })

  it('of a divorce certificate for a divorce that is not registered is refused', async () => {
    const file = reissueFile({ certificate: 'divorce', original: { caseId: 'd1', number: 'L990101-2026-000001', office: '示例区', area: '990101', day: '2026-06-25' } })
    const register = await upTo(applied(), accepted(), appeared(), asksReissue('r1', file))
    const grant = reissued('r1', 1, { number: 'BL990101-2026-000001', day: '2026-06-26', serials: ['50000011', '50000012'] })
    expect(await codeOf(record(register, [grant]))).toBe('wrong_state')
    await record(register, [divorced(), grant])
    expect((await register.read.reissues({ originalCaseId: 'd1' })).rows).toMatchObject([{ id: 'r1' }])
    expect(await codeOf(record(register, [made.voided('divorce', 'd1'), asksReissue('r2', file), reissued('r2', 2, { number: 'BL990101-2026-000002', serials: ['50000013', '50000014'] })]))).toBe('wrong_state')
  })

  it.each([
    ['a number that is used', reissued('r2', 2, { number: 'BJ990101-2026-000001' }), 'conflict'],
    ['a booklet that is used', reissued('r2', 1, { number: 'BJ990101-2026-000002' }), 'stock'],
    ['a booklet of the other stock', reissued('r2', 2, { serials: ['50000001', '50000002'] }), 'stock'],
  ])('is refused with %s, and nothing changes', async (_, action, code) => {
    const register = await upTo(asksReissue(), reissued(), asksReissue('r2'))
    const before = await register.head()
    expect(await codeOf(record(register, [action]))).toBe(code)
    expect(await register.head()).toEqual(before)
    expect(await may(register)).toMatchObject({ reissued: 2 })
  })

  it('is listed, found, inspected, filed, refused and given up', async () => {
    const register = await upTo(asksReissue(), reissued(), ...reissueHandedOver(), looked('reissue', 'r1'), filed('reissue', 'r1'), asksReissue('r2', reissueFile({ certificate: 'divorce' })), asksReissue('r3'), { kind: 'reissue.refused', subject: 'r3', body: { day: '2026-05-20', grounds: [{ rule: 'x', law: 'y', reason: '状况已变化' }], registrar: 'clerk-1' } }, asksReissue('r4'), { kind: 'reissue.abandoned', subject: 'r4', body: { day: '2026-05-20' } })
    expect((await register.read.reissues({ certificate: 'divorce' })).rows.map(({ id }) => id)).toEqual(['r2'])
    expect(await register.read.countReissues({ from: '2026-05-20', to: '2026-05-20' })).toBe(2)
    expect(await register.read.reissuesInWork()).toEqual([{ state: 'received', count: 1 }])
    expect(await register.read.countReissues({ inspection: 'qualified' })).toBe(1)
    expect(await register.read.findReissueByNumber('BJ990101-2026-000001')).toMatchObject({ id: 'r1' })
    for (const typed of ['BJ990101-2026-000001', '10000502', '京朝结字0101']) expect((await register.read.search(typed, 5))[0], typed).toMatchObject({ window: 'reissue', title: '张三丰 李娜' })
    expect(await kindsOf(register)).toEqual(['reissue refusal 1件', 'reissue reissueMarriage 1件'])
    expect(await register.read.lastFileNumber('0101', 2026, 'reissue')).toBe(1)
    expect(await register.read.lastFileNumber('0101', 2026, 'marriage')).toBe(0)
    expect(verifyFolder(register.folder).faults).toEqual([])
  })
})

describe('the one search box', () => {
  it('gives each window its turn', async () => {
    const register = await upTo(...Array.from({ length: 8 }, (_, index) => opened(`case-${index}`)), applied('d1', divorceFile()), asksReissue())
    expect((await register.read.search('张三丰', 5)).map(({ window }) => window)).toEqual(['marriage', 'divorce', 'reissue', 'marriage', 'marriage'])
  })
})
