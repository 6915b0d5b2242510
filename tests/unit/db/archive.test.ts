import { describe, expect, it } from 'vitest'
import type { Action } from '../../../domain/action.ts'
import type { LantaiError } from '../../../domain/error.ts'
import type { Register } from '../../../db/contract.ts'
import { sha256 } from '../../../db/journal.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { couple, delivered, newRegister, opened, proofread, received, record, registered, corrected } from './helpers.ts'
import { accepted, applied, boxed, divorceFile, filed, notice, proved, queried, setAside, transferred, withdrawn } from './matters.ts'

const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'no error', (error: LantaiError) => error.code)

describe('the log of queries and proofs', () => {
  it('keeps who asked, why and what was shown, counts each by its kind, and gives the last serial of a year', async () => {
    const register = newRegister()
    await record(register, [queried(), queried('a3', 12), proved()])
    expect(await register.read.getArchiveRecord('a1')).toEqual({ id: 'a1', kind: 'query', number: '查〔2026〕0001号', day: '2026-05-20', at: '2026-05-20T09:31:07.123+08:00', requesterKind: 'organ', requester: '王某', unit: '某区人民法院', basis: '《婚姻登记档案管理办法》第十五条', purpose: '诉讼', files: 1, found: true, pages: 6, registrar: 'clerk-1' })
    expect(await register.read.getArchiveRecord('a2')).toMatchObject({ kind: 'proof', basis: '德国', purpose: '结婚', found: false, files: 0 })
    expect(await register.read.lastArchiveNumber('query', 2026)).toBe(12)
    expect(await register.read.lastArchiveNumber('proof', 2026)).toBe(1)
    expect(await register.read.lastArchiveNumber('proof', 2025)).toBe(0)
    expect((await register.read.archiveRecords({})).rows.map(({ id }) => id)).toEqual(['a2', 'a3', 'a1'])
    const first = await register.read.archiveRecords({ kind: 'query', limit: 1 })
    expect((await register.read.archiveRecords({ kind: 'query', ...(first.next === undefined ? {} : { after: first.next }) })).rows.map(({ id }) => id)).toEqual(['a1'])
    expect(await register.read.countArchiveRecords({ from: '2026-05-20', to: '2026-05-20', kind: 'query' })).toBe(2)
    expect((await register.read.dayCounts('2026-05-20')).kinds).toEqual([{ window: 'archive', kind: 'proof', unit: '件', count: 1 }, { window: 'archive', kind: 'query', unit: '件', count: 2 }])
  })

  it('uses a number once, and prints only what is on record', async () => {
    const register = newRegister()
    await record(register, [queried()])
    expect(await codeOf(record(register, [queried('a9', 1)]))).toBe('conflict')
    expect(await codeOf(record(register, [queried('a1', 2)]))).toBe('conflict')
    const printed = (subject: string): Action => ({ kind: 'archive.printed', subject, body: { paper: 'archive.copyStamp', digest: 'a'.repeat(64), printer: 'p' } })
    await record(register, [printed('a1')])
    expect(await codeOf(record(register, [printed('a9')]))).toBe('not_found')
  })
})

const bytes = Buffer.from('%PDF-1.7 a scan')
const scan = (pages: number): ReturnType<typeof couple>['papers'] => [{ type: 'identity', party: 0, number: '', issuer: '', issuedOn: '', validTo: '', legible: true, note: '', scans: [{ hash: sha256(bytes), name: 'x', type: 'application/pdf', bytes: 1, pages }] }]
const marriage = (index: number, pages: number): readonly Action[] => [opened(`case-${index}`, couple({}, {}, { papers: scan(pages) })), registered(`case-${index}`, index), proofread(`case-${index}`), delivered(`case-${index}`)]

const filled = async (): Promise<Register> => {
  const register = newRegister()
  await register.files.put(bytes)
  await record(register, [received(), ...[1, 2, 3, 4].flatMap((index) => marriage(index, index === 2 ? 12 : 3)), filed('marriage', 'case-1', 1), filed('marriage', 'case-2', 2), filed('marriage', 'case-3', 3, 12, 2025), applied('d1', divorceFile()), accepted(), withdrawn(), filed('divorce', 'd1', 1)])
  return register
}

describe('filed cases', () => {
  it('of all windows are listed by class, year and number, page by page, with their scans beside their pages', async () => {
    const register = await filled()
    const { rows, count } = await register.read.filedCases({})
    expect(rows.map(({ window, year, officeFileNumber, pages, scanned }) => `${window} ${year} ${officeFileNumber} ${pages} ${scanned}`)).toEqual(['marriage 2026 2 12 12', 'marriage 2026 1 12 3', 'marriage 2025 3 12 3', 'divorce 2026 1 12 0'])
    expect(count).toBe(4)
    const found: string[] = []
    for (let after: string | undefined; ;) {
      const page = await register.read.filedCases({ limit: 1, ...(after === undefined ? {} : { after }) })
      found.push(...page.rows.map(({ caseId }) => caseId))
      if (page.next === undefined) break
      after = page.next
    }
    expect(found).toEqual(['case-2', 'case-1', 'case-3', 'd1'])
    const year = await register.read.filedCases({ year: 2026, limit: 2 })
    expect(year.rows.map(({ caseId }) => caseId)).toEqual(['case-1', 'case-2'])
    expect((await register.read.filedCases({ year: 2026, ...(year.next === undefined ? {} : { after: year.next }) })).rows.map(({ caseId }) => caseId)).toEqual(['d1'])
    expect((await register.read.filedCases({ difference: true })).rows.map(({ caseId }) => caseId)).toEqual(['case-1', 'case-3', 'd1'])
    expect((await register.read.filedCases({ fileClass: 'marriage', year: 2026, first: 2, last: 9 })).rows.map(({ caseId }) => caseId)).toEqual(['case-2'])
    expect(await register.read.filedYears()).toEqual([{ year: 2026, fileClass: 'marriage', files: 2, first: 1, last: 2 }, { year: 2026, fileClass: 'divorce', files: 1, first: 1, last: 1 }, { year: 2025, fileClass: 'marriage', files: 1, first: 3, last: 3 }])
    expect(await register.read.unfiledCases('2026-06-01')).toContainEqual({ window: 'marriage', fileClass: 'marriage', count: 1 })
  })

  it('count scans that came with a correction', async () => {
    const register = await filled()
    await record(register, [corrected('case-1', { changes: { papers: scan(12) } })])
    expect((await register.read.filedCases({ difference: true, fileClass: 'marriage' })).rows.map(({ caseId }) => caseId)).toEqual(['case-3'])
    expect(verifyFolder(register.folder).faults).toEqual([])
  })
})

describe('boxes', () => {
  it('hold a run of one year and class, with its files and pages', async () => {
    const register = await filled()
    await record(register, [boxed()])
    expect(await register.read.getBox('b1')).toEqual({ id: 'b1', fonds: '0101', year: 2026, fileClass: 'marriage', box: 1, first: 1, last: 100, files: 2, pages: 24, note: '', boxedOn: '2026-07-01', transferredOn: '' })
    await record(register, [filed('marriage', 'case-4', 50, 8)])
    expect(await register.read.boxes({ year: 2026 })).toMatchObject([{ files: 3, pages: 32 }])
    expect((await register.read.filedCases({ fileClass: 'marriage', year: 2026 })).rows.map(({ box }) => box)).toEqual([1, 1, 1])
    expect((await register.read.filedCases({ fileClass: 'divorce' })).rows.map(({ box }) => box)).toEqual([null])
    expect(await register.read.boxes({ fileClass: 'divorce' })).toEqual([])
  })

  it.each([
    ['the same number', boxed('b2', { first: 101, last: 200 }), 'invalid'],
    ['a run that overlaps', boxed('b2', { box: 2, first: 2, last: 2 }), 'conflict'],
    ['a run turned about', boxed('b2', { box: 2, first: 200, last: 101 }), 'invalid'],
    ['a run of nothing', boxed('b2', { box: 2, first: 101, last: 200 }), 'invalid'],
    ['a box number that is used', boxed('b2', { first: 300, last: 300 }), 'conflict'],
    ['a year of its own', boxed('b2', { year: 2025, first: 1, last: 9 }), 'no error'],
    ['a class of its own', boxed('b2', { fileClass: 'divorce' }), 'no error'],
  ])('%s', async (_, action, code) => {
    const register = await filled()
    await record(register, [boxed(), filed('marriage', 'case-4', 300)])
    expect(await codeOf(record(register, [action]))).toBe(code)
  })

  it('are handed to the state archive once', async () => {
    const register = await filled()
    await record(register, [boxed(), transferred()])
    expect(await register.read.getBox('b1')).toMatchObject({ transferredOn: '2036-07-01' })
    expect(await codeOf(record(register, [transferred()]))).toBe('wrong_state')
    expect(await codeOf(record(register, [transferred([2])]))).toBe('not_found')
    expect(verifyFolder(register.folder).faults).toEqual([])
  })
})

describe('notices of rest days', () => {
  it('are kept as they were entered; one entered by mistake is set aside, not removed', async () => {
    const register = newRegister()
    await record(register, [notice(), notice('local-2028')])
    expect((await register.read.calendarNotices()).added.map(({ id }) => id)).toEqual(['local-2027', 'local-2028'])
    expect((await register.read.calendarNotices()).added[0]).toEqual(notice().body)
    await record(register, [setAside()])
    expect((await register.read.calendarNotices()).setAside).toEqual(['local-2027'])
    expect(await codeOf(record(register, [setAside()]))).toBe('wrong_state')
    expect(await codeOf(record(register, [setAside('2026')]))).toBe('not_found')
    expect(await codeOf(record(register, [notice()]))).toBe('conflict')
    expect(await codeOf(record(register, [notice('2026')]))).toBe('conflict')
    expect(await codeOf(record(register, [{ ...notice('x'), second: '' }]))).toBe('second_person')
    expect(verifyFolder(register.folder).faults).toEqual([])
  })
})
