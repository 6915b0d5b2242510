import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSnapshot } from '../../../../db/inspection/snapshot.ts'
import { drawCases } from '../../../../domain/reports/drawing.ts'
import { openSampleDesk, type Desk } from '../desk.ts'

interface Line { readonly id: string; readonly seed: string; readonly population: number; readonly size: number; readonly passed: number; readonly failed: number; readonly by: string; readonly windows: string[] }
interface One { readonly drawing: Line; readonly cases: { window: string; caseId: string; number: string; day: string; title: string; examined: { result: string; rules: string[]; note: string; by: string } | null }[]; readonly rules: { window: string; rule: string }[] }

const period = { from: '2026-01-01', to: '2026-04-30' }
const windows = ['marriage', 'divorce', 'burial', 'place-names']
let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(200)
}, 120_000)
afterAll(() => desk.close())

const draw = async (asked: object = {}): Promise<Line> => {
  const { status, body } = await desk.ask<Line>('manager', 'POST', '/api/drawings', { ...period, windows, size: 24, seed: '2026-Q1', note: '', ...asked })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}
const get = async (id: string, who: 'manager' | 'audit' = 'manager'): Promise<One> => (await desk.ask<One>(who, 'GET', `/api/drawings/${id}`)).body

describe('the sampled inspection', () => {
  it('draws by its seed alone from the cases that stand, and says from what', async () => {
    const [first, again, other] = [await draw(), await draw(), await draw({ seed: 'another' })]
    const [one, two, three] = [await get(first.id), await get(again.id), await get(other.id)]
    const ids = ({ cases }: One): string[] => cases.map(({ window, caseId }) => `${window} ${caseId}`)
    expect(ids(two)).toEqual(ids(one))
    expect(ids(three)).not.toEqual(ids(one))
    expect(new Set(one.cases.map(({ window }) => window))).toEqual(new Set(windows))
    expect(first).toMatchObject({ seed: '2026-Q1', size: 24, passed: 0, failed: 0, windows: ['marriage', 'divorce', 'burial', 'place-names'] })
    // What was drawn from can be listed again, by its digest.
    const snapshot = openSnapshot(desk.folder, desk.today)
    try {
      const population = [
        ...(['marriage', 'divorce', 'burial'] as const).flatMap((window) => snapshot.casesOfPeriod(window, period.from, period.to).map(({ id, day }) => ({ window: window as string, caseId: id, day }))),
        ...(await snapshot.reads.placeNames.casesBetween('decided', period)).map(({ id, decidedOn }) => ({ window: 'place-names', caseId: id, day: decidedOn })),
      ]
      expect(population.every(({ day }) => day >= period.from && day <= period.to)).toBe(true)
      expect(first.population).toBe(population.length)
      const sorted = population.map(({ window, caseId }) => `${window} ${caseId}\n`).sort()
      expect((await snapshot.reads.reports.getDrawing(first.id)).body.population.digest).toBe(createHash('sha256').update(sorted.join('')).digest('hex'))
      expect(drawCases(population.map(({ window, caseId }) => ({ window, caseId })), 24, '2026-Q1').map(({ window, caseId }) => `${window} ${caseId}`)).toEqual(ids(one))
    } finally {
      snapshot.close()
    }
  })

  it('makes a seed of the journal and the moment where none is given', async () => {
    const [first, next] = [await draw({ seed: '' }), await draw({ seed: ' ' })]
    expect(first.seed).toMatch(/^[0-9a-f]{16}$/)
    expect(next.seed).not.toBe(first.seed)
  })

  it('takes down what the examiner found, the later word in place of the former', async () => {
    const { id } = await draw({ size: 6 })
    const { cases: [drawn] } = await get(id)
    if (drawn === undefined) throw new Error('nothing was drawn')
    const rule = (await get(id)).rules.find(({ window }) => window === drawn.window)?.rule ?? ''
    const found = { window: drawn.window, caseId: drawn.caseId, result: 'fail', rules: [rule], note: '印章不清' }
    expect((await desk.ask('manager', 'POST', `/api/drawings/${id}/examinations`, found)).status).toBe(200)
    expect((await get(id)).drawing).toMatchObject({ passed: 0, failed: 1 })
    expect((await get(id)).cases[0]?.examined).toMatchObject({ result: 'fail', rules: [rule], note: '印章不清' })
    await desk.ask('manager', 'POST', `/api/drawings/${id}/examinations`, { ...found, result: 'pass', rules: [], note: '' })
    expect((await get(id)).drawing).toMatchObject({ passed: 1, failed: 0 })
  })

  it('refuses what was not drawn, rules that there are not, and a fault that nobody names', async () => {
    const { id } = await draw({ size: 5 })
    const { cases: [drawn] } = await get(id)
    const found = { window: drawn?.window ?? '', caseId: drawn?.caseId ?? '', result: 'fail', rules: [], note: '' }
    const before = await desk.head()
    const ask = async (changes: object): Promise<string> => (await desk.ask('manager', 'POST', `/api/drawings/${id}/examinations`, { ...found, ...changes })).body.error?.field ?? ''
    expect(await ask({})).toBe('note')
    expect(await ask({ rules: ['marriage.nothing'] })).toBe('rules.0')
    expect(await ask({ result: 'pass', rules: ['burial.once'], window: 'burial' })).toBe('rules')
    expect(await ask({ caseId: 'sample-999999', note: '不在其中' })).toBe('caseId')
    expect((await desk.ask('manager', 'POST', '/api/drawings/s00000000/examinations', { ...found, note: '没有' })).status).toBe(404)
    expect((await desk.ask('manager', 'POST', '/api/drawings', { from: '2001-01-01', to: '2001-12-31', windows, size: 5, seed: 'x', note: '' })).body.error?.code).toBe('not_found')
    expect(await desk.head()).toEqual(before)
  })

  it('is drawn and examined by reviewers, and read by auditors without names', async () => {
    const { id } = await draw({ size: 4 })
    const seen = await get(id, 'audit')
    expect(seen.cases).toHaveLength(4)
    expect(seen.cases.every(({ title }) => title === '')).toBe(true)
    expect((await get(id)).cases.filter(({ window }) => window !== 'place-names').every(({ title }) => title.includes('*'))).toBe(true)
    for (const who of ['clerk1', 'audit', 'admin'] as const) {
      expect((await desk.ask(who, 'POST', '/api/drawings', { ...period, windows, size: 5, seed: '', note: '' })).status).toBe(403)
      expect((await desk.ask(who, 'POST', `/api/drawings/${id}/examinations`, { window: 'burial', caseId: 'x', result: 'pass', rules: [], note: '' })).status).toBe(403)
    }
    const listed = (await desk.ask<{ drawings: Line[] }>('audit', 'GET', '/api/drawings')).body.drawings
    expect(listed[0]).toMatchObject({ id, size: 4 })
    const sheet = await desk.send('GET', `/api/drawings/${id}/sheet`, { token: await desk.token('audit') })
    expect([sheet.status, new TextDecoder().decode(sheet.bytes.slice(0, 5))]).toEqual([200, '%PDF-'])
  })
})
