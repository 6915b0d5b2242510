import { describe, expect, it } from 'vitest'
import type { Action } from '../../../domain/action.ts'
import { decideReservation } from '../../../domain/burial/placement/decide.ts'
import { foldPlots } from '../../../domain/burial/placement/fold.ts'
import type { PlotAction } from '../../../domain/burial/placement/actions.ts'
import { tallyPlots } from '../../../domain/burial/placement/tally.ts'
import type { JournalEntry } from '../../../domain/action.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { Register } from '../../../db/contract.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { holder } from '../domain/burial/placement/facts.ts'
import { burialHistory } from './burial-history.ts'
import { byTwo, cemeteryRegistered, contracted, interred, laidOut, number, of, onPlot, crematedCase, removed, reserved } from './burial.ts'
import { clerk, newRegister, record, rowsOf } from './helpers.ts'

const at = clerk('2026-08-06T09:31:07.123+08:00')
const filled = async (actions: readonly Action[] = []): Promise<Register> => {
  const register = newRegister({ clock: () => new Date('2026-08-06T02:00:00Z') })
  await record(register, [cemeteryRegistered(), laidOut(), ...actions], at)
  return register
}
const refused = async (register: Register, action: Action): Promise<string> => {
  const before = await register.head()
  const error: unknown = await record(register, [action], at).then(() => undefined, (thrown: unknown) => thrown)
  expect(await register.head()).toEqual(before)
  return error instanceof LantaiError ? `${error.code} ${error.field ?? ''}`.trim() : 'nothing'
}
const id = 'c1/A/1/1'
const many = 200
const ends = async (works: readonly Promise<unknown>[]): Promise<Readonly<Record<string, number>>> => {
  const found: Record<string, number> = {}
  for (const result of await Promise.allSettled(works)) {
    const end = result.status === 'fulfilled' ? 'won' : (result.reason as LantaiError).code
    found[end] = (found[end] ?? 0) + 1
  }
  return found
}
const all = Array.from({ length: many }, (_, index) => index)

describe(`${many} clerks who reserve one plot at once`, () => {
  it('one wins, the others are told, and the chain is sound', async () => {
    const register = await filled()
    const { seq } = await register.head()
    expect(await ends(all.map((index) => register.transact(at, (tx) => tx.record(reserved(id, `slip-${index}`)))))).toEqual({ won: 1, conflict: many - 1 })
    expect((await register.head()).seq).toBe(seq + 1)
    expect((await register.read.burial.getPlot(id)).reservations).toMatchObject([{ slip: 'slip-0', ended: '' }])
    expect(verifyFolder(register.folder).faults).toEqual([])
  })

  it('the same where each decides by what it reads in its own transaction, dawdling there', async () => {
    const register = await filled()
    const cemetery = (await register.read.burial.findCemetery('c1'))?.value
    if (cemetery === undefined) throw new Error('no cemetery')
    expect(await ends(all.map((index) => register.transact(at, async (tx) => {
      const plot = await tx.burial.getPlot(id)
      await new Promise((resolve) => setTimeout(resolve, 0))
      await tx.record(decideReservation(plot, 0, { slip: `slip-${index}`, day: '2026-08-06', until: '2026-08-12', holder }, { cemetery }))
    })))).toEqual({ won: 1, conflict: many - 1 })
    expect(await register.read.burial.board('c1', 'A')).toMatchObject([{ id, revision: 1, reservedUntil: '2026-08-12', holder: '陈平' }])
  })

  it('who inter at once in a plot of two: two lie there', async () => {
    const register = await filled([contracted(id, 1)])
    expect(await ends(all.map((index) => register.transact(at, (tx) => tx.record(interred(id, { interment: `i-${index}`, key: `k-${index}`, caseId: '' })))))).toEqual({ won: 2, wrong_state: many - 2 })
    expect(await register.read.burial.board('c1', 'A')).toMatchObject([{ occupants: 2, capacity: 2 }])
  })
})

describe('a plot', () => {
  it('refuses what its fold refuses, what has no place, and who lies there already', async () => {
    const register = await filled([reserved(id, 's1')])
    expect(await refused(register, reserved(id, 's2'))).toBe('conflict plot')
    expect(await refused(register, contracted(id, 1))).toBe('wrong_state plot')
    expect(await refused(register, reserved('c1/A/1/11', 's'))).toBe('not_found plot')
    expect(await refused(register, reserved('c9/A/1/1', 's'))).toBe('not_found plot')
    expect(await refused(register, reserved('c1/A/1/2', 's', { until: '2026-08-01' }))).toBe('invalid until')
    await record(register, [contracted(id, 1, { slip: 's1' }), interred(id, { caseId: '' })], at)
    expect(await refused(register, interred(id, { interment: 'i2', caseId: '' }))).toBe('conflict key')
    expect(await refused(register, contracted('c1/A/1/2', 1))).toBe('conflict number')
    expect(await refused(register, onPlot('surrendered', id, { agreement: number('GZ', 1) }))).toBe('wrong_state plot')
    await record(register, [interred(id, { interment: 'i2', key: 'k2', caseId: '' })], at)
    expect(await refused(register, interred(id, { interment: 'i3', key: 'k3', caseId: '' }))).toBe('wrong_state plot')
    expect(await refused(register, removed(id, { why: 'wrongGrave' }))).toBe('invalid reason')
    expect(await refused(register, { ...removed(id, { why: 'wrongGrave' }), reason: '安错', second: 'clerk-1' })).toBe('second_person second')
  })

  it('ends a reservation by itself: the next day somebody else may have it', async () => {
    const register = await filled([reserved(id, 's1')])
    expect(await refused(register, reserved(id, 's2', { day: '2026-08-12', until: '2026-08-20' }))).toBe('conflict plot')
    await record(register, [reserved(id, 's2', { day: '2026-08-13', until: '2026-08-20' })], at)
    expect(await register.read.burial.board('c1', 'A')).toMatchObject([{ revision: 2, reservedUntil: '2026-08-20' }])
  })

  it('is named with the certificate of its case in one commit, in either order', async () => {
    const register = await filled([...crematedCase('b1', 1), ...crematedCase('b2', 2), contracted('c1/A/1/1', 1), contracted('c1/A/1/2', 2)])
    const both = (caseId: string, plot: string, serial: number, key: string): readonly Action[] => [of(caseId, 'burial.placed', { number: number('JAZ', serial), how: 'plot', day: '2026-08-06' }), interred(plot, { interment: `i${serial}`, caseId, key, certificate: number('JAZ', serial), day: '2026-08-06' })]
    await record(register, both('b1', 'c1/A/1/1', 1, 'k1'), at)
    await record(register, both('b2', 'c1/A/1/2', 2, 'k2').toReversed(), at)
    expect(await register.read.burial.lastNumber('JAZ', 2026)).toBe(2)
    expect(await refused(register, interred('c1/A/1/2', { interment: 'i9', caseId: 'b1', key: 'k9', certificate: number('JAZ', 2), day: '2026-08-06' }))).toBe('conflict number')
    expect(rowsOf(register.folder, 'SELECT deceased, certificate, case_id FROM burial_interred ORDER BY key').length).toBe(2)
    expect(verifyFolder(register.folder).faults).toEqual([])
  })

  it('puts a wrong grave right: both rows stay, the old certificate is taken back, the interment counts once', async () => {
    const register = await filled([contracted('c1/A/1/1', 1), contracted('c1/A/1/2', 2), interred('c1/A/1/1', { caseId: '', certificate: number('JAZ', 1) })])
    await record(register, [{ ...removed('c1/A/1/1', { why: 'wrongGrave', to: 'c1/A/1/2', permit: '' }), ...byTwo }, { ...interred('c1/A/1/2', { interment: 'i2', caseId: '', certificate: number('JAZ', 2), movedFrom: 'c1/A/1/1' }), ...byTwo }], at)
    const { burial } = register.read
    expect(await burial.findNumber(number('JAZ', 1))).toMatchObject({ voided: true, note: byTwo.reason })
    expect(rowsOf(register.folder, 'SELECT interment, removed_on, removed_why FROM burial_interred ORDER BY key')).toEqual([{ interment: 'i1', removed_on: '2026-08-05', removed_why: 'wrongGrave' }, { interment: 'i2', removed_on: '', removed_why: '' }])
    expect((await register.read.dayCounts('2026-08-05')).kinds.filter(({ kind }) => kind === 'interment')).toMatchObject([{ count: 1, unit: '穴' }])
    expect((await burial.board('c1', 'A')).map(({ id: of, occupants, contracted: held, disinterred }) => [of, occupants, held, disinterred])).toEqual([['c1/A/1/1', 0, true, false], ['c1/A/1/2', 1, true, false]])
  })
})

describe('the figures of plots', () => {
  it('agree with the fold of the journal on every day, before and after the last acts', async () => {
    const register = newRegister({ clock: () => new Date('2026-09-06T02:00:00Z') })
    await record(register, burialHistory, clerk('2026-09-06T09:31:07.123+08:00'))
    const { read } = register
    const cemetery = (await read.burial.findCemetery('c1'))?.value
    if (cemetery === undefined) throw new Error('no cemetery')
    const entries = (await read.entries({ kind: 'plot.', limit: 1000 })).rows.toReversed().filter(({ action }) => action.kind !== 'plot.printed') as unknown as readonly JournalEntry<PlotAction>[]
    const plots = foldPlots(entries)
    for (const day of ['2026-08-01', '2026-08-05', '2026-08-06', '2026-08-12', '2026-08-13', '2046-08-05', '2046-08-06', '2066-08-06']) {
      const told = tallyPlots([cemetery], plots, day)
      const sums = await read.burial.plotSums('c1', day)
      const total = (field: 'count' | 'occupants' | 'expired'): number => sums.reduce((sum, row) => sum + row[field], 0)
      for (const [state, count] of Object.entries(told.byState)) if (state !== 'available') expect(sums.filter((row) => row.state === state).reduce((sum, row) => sum + row.count, 0), `${state} on ${day}`).toBe(count)
      expect([total('count'), total('occupants'), total('expired')], day).toEqual([plots.size, told.occupants, told.expired])
    }
    expect(await read.burial.plotSums('c9', '2026-08-05')).toEqual([])
    await expect(read.burial.plotSums('c1', '2026-02-30')).rejects.toMatchObject({ code: 'invalid' })
  })

  it('list terms by their end, page by page, and by cemetery', async () => {
    const ten = Array.from({ length: 10 }, (_, index) => contracted(`c1/A/1/${index + 1}`, index + 1, { to: `20${30 + (index % 5)}-08-05` }))
    const register = await filled(ten)
    const { burial } = register.read
    const seen: string[] = []
    for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
      const page = await burial.terms({ day: '2026-08-05', until: '2033-12-31', limit: 3, ...(after === undefined ? {} : { after }) })
      seen.push(...page.rows.map(({ id: of, until }) => `${until.slice(0, 4)} ${of.slice(7)}`))
      after = page.next
    }
    expect(seen).toEqual(['2030 1', '2030 6', '2031 2', '2031 7', '2032 3', '2032 8', '2033 4', '2033 9'])
    expect((await burial.terms({ day: '2026-08-05', from: '2034-01-01', until: '2040-01-01' })).rows).toHaveLength(2)
    expect((await burial.terms({ day: '2026-08-05', until: '2099-01-01', cemetery: 'c9' })).rows).toEqual([])
    await expect(burial.terms({ day: '2026-08-05', until: '2099-01-01', after: 'x~y~z' })).rejects.toMatchObject({ code: 'malformed' })
  })

  it.each([['陈平', 3], ['chenping', 3], ['13800000000', 3], [holder.identityNumber, 3], ['陈老', 1], ['chenlao', 1], ['A/1/1', 1], ['c1/A/1/2', 1], [number('GZ', 2), 1], [number('JAZ', 7), 1], ['没有这个人', 0]])('finds plots by %s', async (typed, count) => {
    const register = await filled([contracted('c1/A/1/1', 1), interred('c1/A/1/1', { caseId: '', certificate: number('JAZ', 7) }), contracted('c1/A/1/2', 2), reserved('c1/A/1/3', 's')])
    const found = await register.read.burial.findPlots(typed, 20)
    expect(found).toHaveLength(count)
    if (typed === '陈老') expect(found).toMatchObject([{ id: 'c1/A/1/1', lying: ['陈老'], holder: '陈平', agreement: number('GZ', 1) }])
  })

  it('know an untouched plot as free', async () => {
    const register = await filled()
    expect(await register.read.burial.getPlot('c1/A/2/5')).toEqual({ id: 'c1/A/2/5', revision: 0, latest: '', reservations: [], contracts: [], interments: [], blocks: [] })
    expect(await register.read.burial.board('c1', 'A')).toEqual([])
  })
})
