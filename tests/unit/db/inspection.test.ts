import { afterEach, describe, expect, it } from 'vitest'
import type { Register } from '../../../db/contract.ts'
import { isInspected, type InspectionOffice } from '../../../db/inspection/contract.ts'
import { inspectionRuns, type InspectionRuns, type WindowRun } from '../../../db/inspection/run.ts'
import { openSnapshot } from '../../../db/inspection/snapshot.ts'
import { defaultDivorceSettings } from '../../../domain/divorce/context.ts'
import { totalOf } from '../../../domain/reports/judged.ts'
import { crematedCase, of, reported } from './burial.ts'
import { byTwo, couple, newRegister, opened, received, record, registered, voided } from './helpers.ts'

const office: InspectionOffice = {
  days: [{ from: '1900-01-01', settings: defaultDivorceSettings, officeArea: '990101', burial: { settings: { sampleOffice: true }, provider: { id: '330381', kind: 'funeralHome', area: '330381' }, cremationArea: 'yes' } }],
  registrars: [], notices: { added: [], setAside: [] }, policies: [],
}
const all = { from: '2020-01-01', to: '2030-12-31' }
const today = (): string => '2026-05-20'

const opens: InspectionRuns[] = []
const runsOf = (register: Register): InspectionRuns => {
  const runs = inspectionRuns(register.folder)
  opens.push(runs)
  return runs
}
afterEach(() => {
  for (const runs of opens.splice(0)) runs.close()
})
const windows = ['marriage', 'divorce', 'reissue', 'burial', 'archive'].filter(isInspected)
const judge = (runs: InspectionRuns, period = all, options: Partial<Parameters<Parameters<Parameters<InspectionRuns['run']>[1]>[0]['judge']>[1]> = {}): Promise<ReadonlyMap<string, WindowRun>> =>
  runs.run(today, async (session) => session.judge(await session.find(windows, period), { office, failing: 5, ...options }))
const totals = (found: ReadonlyMap<string, WindowRun>): Record<string, number> => Object.fromEntries([...found].map(([window, { tally }]) => [window, totalOf(tally.sums)]))

/** So many registered marriages, the last of them voided. */
const marriages = async (register: Register, count: number): Promise<void> => {
  await record(register, [received('10000001', '10009999'), ...Array.from({ length: count }, (_, index) => [opened(`case-${String(index)}`, couple({ identityNumber: `9901011990${String(1000 + index)}0011` }, { identityNumber: `9901011990${String(1000 + index)}0022` })), registered(`case-${String(index)}`, index + 1)]).flat(), voided(`case-${String(count - 1)}`)])
}

describe('a run over the files of a register', () => {
  it('judges every case of each window by its day, a voided one as not applicable', async () => {
    const register = newRegister()
    await marriages(register, 6)
    await record(register, [...crematedCase('b1', 1), ...crematedCase('b2', 2, '1950-01-01'), reported('b3', '1960-01-01'), { ...of('b3', 'burial.voided'), ...byTwo }])
    const found = await judge(runsOf(register))
    expect(totals(found)).toEqual({ marriage: 6, divorce: 0, reissue: 0, burial: 3 })
    const { tally, failedIds, failing } = found.get('marriage') as WindowRun
    expect(tally.sums.notApplicable).toBe(1)
    expect(failedIds).toHaveLength(tally.sums.failed)
    expect(failedIds).not.toContain('case-5')
    expect(failing.map(({ id }) => id)).toEqual(failedIds.slice(0, 5))
    expect(failing.every(({ faults }) => faults.length > 0)).toBe(true)
    // Each rule of the day is asked of every case that applies.
    for (const { pass, attested, fail, notApplicable, unexamined } of Object.values(tally.byRule)) expect(pass + attested + fail + notApplicable + unexamined).toBe(5)
    expect(found.get('burial')?.tally.sums.notApplicable).toBe(1)
    // A burial case belongs to the day it left the home, the open one to the day it was opened.
    const day = (await register.read.burial.get('b1')).crematedOn
    expect(totals(await judge(runsOf(register), { from: day, to: day }))).toMatchObject({ burial: 2 })
  }, 30_000)

  it('says the same in a thread that was warmed and in a cold one, in chunks of any number of threads', async () => {
    const register = newRegister()
    await marriages(register, 700)
    const [warmed, cold] = [runsOf(register), runsOf(register)]
    await warmed.warm({ ...all, office })
    const [one, other] = [await judge(warmed), await judge(cold)]
    expect(one).toEqual(other)
    expect(totals(one)['marriage']).toBe(700)
  }, 60_000)

  it('sees the register as it stood when it began, whatever is written meanwhile', async () => {
    const register = newRegister()
    await marriages(register, 4)
    const before = await register.head()
    const runs = runsOf(register)
    const seen = await runs.run(today, async (session) => {
      await record(register, [opened('late', couple({ identityNumber: '990101198001010011' }, { identityNumber: '990101198001010022' })), registered('late', 9)])
      const found = await session.find(windows, all)
      return { head: session.head, total: found.total, judged: totals(await session.judge(found, { office, failing: 0 })), row: await session.reads.getMarriage('late').catch((error: { code: string }) => error.code) }
    })
    expect(seen).toMatchObject({ head: { seq: before.seq, hash: before.hash }, total: 4, judged: { marriage: 4 }, row: 'not_found' })
    expect(totals(await judge(runs))).toMatchObject({ marriage: 5 })
  }, 30_000)

  it('counts the files that stand under the code of another office', async () => {
    const register = newRegister()
    await marriages(register, 3)
    await record(register, [opened('moved', couple({ identityNumber: '990101198101010011' }, { identityNumber: '990101198101010022' })), registered('moved', 8, { area: '990202' })])
    expect((await judge(runsOf(register))).get('marriage')?.elsewhere).toEqual({ 990202: 1 })
  }, 30_000)

  it('stops when it is told to, and the next run is whole', async () => {
    const register = newRegister()
    await marriages(register, 600)
    const runs = runsOf(register)
    const stop = new AbortController()
    await expect(judge(runs, all, { signal: stop.signal, onProgress: () => stop.abort() })).rejects.toMatchObject({ code: 'cancelled' })
    expect(totals(await judge(runs))).toMatchObject({ marriage: 600 })
  }, 60_000)

  it('ends with its register, and does not hold up what closes it', async () => {
    const register = newRegister()
    const runs = runsOf(register)
    const left = runs.warm({ ...all, office })
    runs.close()
    await expect(left).rejects.toThrow()
    await expect(judge(runs)).rejects.toThrow('closed')
  })

  it('gives the cases of a period that stand in order of their days', async () => {
    const register = newRegister()
    await marriages(register, 3)
    // A body that still lies at the home is no file to be drawn.
    await record(register, [...crematedCase('b1', 1), reported('b2', '1950-01-01')])
    const snapshot = openSnapshot(register.folder, today)
    try {
      expect(snapshot.casesOfPeriod('marriage', all.from, all.to).map(({ id }) => id)).toEqual(['case-0', 'case-1'])
      expect(snapshot.casesOfPeriod('burial', all.from, all.to).map(({ id }) => id)).toEqual(['b1'])
      expect(snapshot.casesOfPeriod('divorce', all.from, all.to)).toEqual([])
    } finally {
      snapshot.close()
    }
  })
})
