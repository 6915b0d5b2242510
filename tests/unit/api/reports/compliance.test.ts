import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../../db/canonical.ts'
import { openSnapshot } from '../../../../db/inspection/snapshot.ts'
import type { JournalEntry } from '../../../../domain/action.ts'
import type { BurialAction } from '../../../../domain/burial/actions.ts'
import { foldBurial } from '../../../../domain/burial/fold.ts'
import { inspectBurial } from '../../../../domain/burial/inspection.ts'
import { findDeceasedKey } from '../../../../domain/burial/certificate.ts'
import type { InspectionResult } from '../../../../domain/inspecting.ts'
import { mendingOf } from '../../../../domain/reports/mending.ts'
import { percentOf } from '../../../../domain/reports/rates.ts'
import { ComplianceReport, type ComplianceSums } from '../../../../domain/reports/shapes.ts'
import type { WaiverAction } from '../../../../domain/waiver/actions.ts'
import { foldSettlements } from '../../../../domain/waiver/settlements.ts'
import { openSampleDesk, type Desk } from '../desk.ts'
import { ended, report, run, shown, type Job } from './runs.ts'

const period = { from: '2025-05-21', to: '2026-05-20' }
let desk: Desk
let content: ComplianceReport
beforeAll(async () => {
  desk = await openSampleDesk(300)
  content = await report(desk, period)
}, 120_000)
afterAll(() => desk.close())

const blank = (): ComplianceSums => ({ passed: 0, failed: 0, unexamined: 0, notApplicable: 0, attested: 0 })
const sumsOf = ({ passed, failed, unexamined, notApplicable, attested }: ComplianceSums): ComplianceSums => ({ passed, failed, unexamined, notApplicable, attested })
const verdicts = { qualified: 'passed', failed: 'failed', unexamined: 'unexamined', notApplicable: 'notApplicable' } as const
type Rules = Record<string, { pass: number; attested: number; fail: number; notApplicable: number; unexamined: number }>
const countRule = (rules: Rules, rule: string, result: InspectionResult | 'attested'): void => {
  rules[rule] ??= { pass: 0, attested: 0, fail: 0, notApplicable: 0, unexamined: 0 }
  rules[rule][result] += 1
}
const byWindow = (window: string): ComplianceSums => sumsOf(content.byWindow.find((one) => one.window === window) as ComplianceSums)
const byRule = (window: string): Rules => Object.fromEntries(content.byRule.filter((one) => one.window === window).map(({ rule, pass, attested, fail, notApplicable, unexamined }) => [rule, { pass, attested, fail, notApplicable, unexamined }]))
const failedOf = (window: string): string[] => content.failedIds.filter(([of]) => of === window).map(([, id]) => id).sort()

/** Every page of a list of the door. */
const listed = async (path: string): Promise<{ id: string }[]> => {
  const rows: { id: string }[] = []
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const { body } = await desk.ask<{ rows: { id: string }[]; next?: string }>('manager', 'GET', `${path}${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`)
    rows.push(...body.rows)
    after = body.next
  }
  return rows
}

describe('the compliance report of a sample year', () => {
  it.each([['marriage', 'marriages'], ['divorce', 'divorces'], ['reissue', 'reissues']])('says of every %s what its page says, rule by rule', async (window, path) => {
    const sums = blank()
    const rules: Rules = {}
    const failed: string[] = []
    for (const { id } of await listed(`/api/${path}?from=${period.from}&to=${period.to}&state=registered,proofread,delivered,voided&limit=200`)) {
      const { body } = await desk.ask<{ inspection: { verdict: keyof typeof verdicts; items: { item: string; result: InspectionResult; attested: boolean }[] } }>('manager', 'GET', `/api/${path}/${id}`)
      const { verdict, items } = body.inspection
      sums[verdicts[verdict]] += 1
      if (verdict === 'failed') failed.push(id)
      if (verdict === 'qualified' && items.some(({ attested }) => attested)) sums.attested += 1
      for (const { item, result, attested } of items) countRule(rules, `${window}.inspection.${item}`, attested && result === 'pass' ? 'attested' : result)
    }
    expect(byWindow(window)).toEqual(sums)
    expect(byRule(window)).toEqual(rules)
    expect(failedOf(window)).toEqual(failed.sort())
    expect(sums.passed + sums.failed + sums.unexamined).toBeGreaterThan(20)
  }, 60_000)

  it('says of every burial what a fold and an inspection of its own say', async () => {
    const { settings, body } = await (async () => {
      const answer = await desk.ask<{ settings: { key: string; value: unknown }[] }>('manager', 'GET', '/api/settings')
      return { settings: new Map(answer.body.settings.map(({ key, value }) => [key, value])), body: answer.body }
    })()
    expect(body.settings.length).toBeGreaterThan(0)
    const local = settings.get('burial.localStorageDays')
    const home = String(settings.get('burial.homeId'))
    const office = {
      settings: { sampleOffice: true, ...(typeof local === 'number' ? { localStorageDays: local } : {}) }, cremationArea: settings.get('burial.cremationArea') as 'yes',
      provider: { id: home === '' ? `${content.area}${String(settings.get('burial.institution'))}` : home, kind: settings.get('burial.provider') as 'funeralHome', area: content.area },
    }
    const snapshot = openSnapshot(desk.folder, desk.today)
    const sums = blank()
    const rules: Rules = {}
    const failed: string[] = []
    let foreign = 0
    try {
      const policies = (await snapshot.reads.burial.policies()).map(({ policy }) => policy)
      for (const { id } of await listed('/api/burials?limit=200')) {
        const entries = await snapshot.reads.entriesOf(id)
        const folded = foldBurial(entries.filter((entry): entry is JournalEntry<BurialAction> => entry.action.kind.startsWith('burial.')))
        const day = (folded.cremation ?? folded.elsewhere ?? folded.transportedOut ?? folded.bodyBuried ?? folded.donated)?.day ?? folded.openedAt.slice(0, 10)
        if (day < period.from || day > period.to) {
          foreign += 1
          continue
        }
        const key = findDeceasedKey(folded.file.deceased, folded.file.certificate)
        const cremations = key === undefined ? [] : await snapshot.reads.burial.cremationsOf(key)
        const { verdict, items } = inspectBurial(folded, { contextOn: () => ({ ...office, cremations }), settlements: foldSettlements(entries as readonly JournalEntry<WaiverAction>[]), policies })
        sums[verdicts[verdict]] += 1
        if (verdict === 'failed') failed.push(id)
        for (const [rule, asked] of Map.groupBy(items, (item) => item.rule)) {
          const results = asked.map(({ result }) => result)
          countRule(rules, rule, (['fail', 'unexamined', 'pass', 'notApplicable'] as const).find((result) => results.includes(result)) ?? 'notApplicable')
        }
      }
    } finally {
      snapshot.close()
    }
    expect(byWindow('burial')).toEqual(sums)
    expect(byRule('burial')).toEqual(rules)
    expect(failedOf('burial')).toEqual(failed.sort())
    expect(Object.values(sums).reduce((sum, count) => sum + count, 0) + foreign).toBeGreaterThan(20)
  }, 60_000)

  it('says of every place-name case what the report of the window says', async () => {
    const { body } = await desk.ask<{ cases: { id: string; card: { verdict: string; counts: { attested: number } }; failing: { state: string }[] }[]; rules: { rule: string }[] }>('manager', 'GET', `/api/place-name-report?from=${period.from}&to=${period.to}`)
    const sums = blank()
    for (const { card } of body.cases) {
      sums[({ sound: 'passed', failed: 'failed', open: 'unexamined' } as const)[card.verdict] ?? 'notApplicable'] += 1
      if (card.verdict === 'sound' && card.counts.attested > 0) sums.attested += 1
    }
    expect(byWindow('place-names')).toEqual(sums)
    expect(failedOf('place-names')).toEqual(body.cases.filter(({ failing }) => failing.some(({ state }) => state === 'fail')).map(({ id }) => id).sort())
    expect(content.byRule.filter(({ window }) => window === 'place-names').map(({ rule }) => rule).sort()).toEqual([...new Set(body.rules.map(({ rule }) => rule))].sort())
    expect(sums.failed).toBeGreaterThan(0)
  })

  it('adds up by window, kind, registrar and counter, and names every failing case', () => {
    const whole = sumsOf(content)
    for (const parts of [content.byWindow, content.byKind, content.byRegistrar, content.byCounter] as readonly (readonly ComplianceSums[])[]) {
      const sum = blank()
      for (const part of parts) for (const key of Object.keys(sum) as (keyof ComplianceSums)[]) sum[key] += part[key]
      expect(sum).toEqual(whole)
    }
    expect(content.total).toBe(content.passed + content.failed + content.unexamined + content.notApplicable)
    expect(content.failedIds).toHaveLength(content.failed)
    expect(content.failing.map(({ window, id }) => `${window}/${id}`).sort()).toEqual(content.failedIds.map((pair) => pair.join('/')).sort())
    expect(content.failing.map(({ day }) => day)).toEqual(content.failing.map(({ day }) => day).sort().reverse())
    for (const { faults, kind, registrar } of content.failing) {
      expect(faults.length).toBeGreaterThan(0)
      expect([kind, registrar]).not.toContain('')
      for (const { rule, field, mending } of faults) expect(mending).toEqual(mendingOf(rule, field))
    }
    expect(content.byKind.map(({ title }) => title.zh).filter((title) => !/\p{Script=Han}/u.test(title))).toEqual([])
  })

  it('names the rules with their versions, every one that was asked among them', () => {
    const { digest, list } = content.rules
    expect(createHash('sha256').update(canonicalJson(list)).digest('hex')).toBe(digest)
    const known = new Set(list.map(({ window, rule }) => `${window} ${rule}`))
    expect(known.size).toBe(list.length)
    expect(content.byRule.filter(({ window, rule }) => !known.has(`${window} ${rule}`))).toEqual([])
    expect(content.notes.map(({ id }) => id)).toEqual(expect.arrayContaining(['running', 'unexamined', 'rules.1']))
  })

  it('is never said to be 100 % while anything failed or was not examined', () => {
    for (const part of [content, ...content.byWindow, ...content.byKind, ...content.byRegistrar, ...content.byCounter]) {
      const percent = percentOf(part)
      if (part.failed + part.unexamined > 0) expect(percent === null || percent < 100).toBe(true)
    }
    expect(content.failed).toBeGreaterThan(0)
    expect(content.unexamined).toBeGreaterThan(0)
  })

  it('names no party, whatever a clerk wrote', async () => {
    const text = canonicalJson({ ...content, byRegistrar: [] })
    const snapshot = openSnapshot(desk.folder, desk.today)
    try {
      for (const [window, id] of content.failedIds) {
        const people = window === 'marriage' ? await snapshot.reads.getMarriage(id) : window === 'divorce' ? await snapshot.reads.getDivorce(id) : window === 'reissue' ? await snapshot.reads.getReissue(id) : undefined
        for (const word of [...(people?.names ?? []), ...(people?.identityNumbers ?? [])]) if (word !== '') expect(text).not.toContain(word)
      }
    } finally {
      snapshot.close()
    }
  })

  it('gives the same bytes at the same head', async () => {
    const before = await desk.head()
    const again = await report(desk, period)
    expect(await desk.head()).toEqual(before)
    const once = await report(desk, period)
    expect(canonicalJson(again)).toBe(canonicalJson(once))
    expect(ComplianceReport.parse(JSON.parse(canonicalJson(again)))).toEqual(again)
  })

  it('judges the period before in the same run, as a report of its own would', async () => {
    const [now, before] = [await report(desk, { from: '2026-04-01', to: '2026-04-30' }), await report(desk, { from: '2026-03-01', to: '2026-03-31' })]
    const { from, to, total, byWindow: windows, ...sums } = now.previous
    expect({ from, to }).toEqual({ from: '2026-03-01', to: '2026-03-31' })
    expect(total).toBe(before.total)
    expect(sums).toEqual(sumsOf(before))
    expect(windows).toEqual(before.byWindow.map(({ window, ...of }) => ({ window, ...sumsOf(of) })))
    expect(total).toBeGreaterThan(0)
  })

  it('an office without business says so', async () => {
    const empty = await report(desk, { from: '2001-01-01', to: '2001-01-31', windows: ['place-names', 'marriage'] })
    expect(empty.windows.map(({ id }) => id)).toEqual(['marriage', 'place-names'])
    expect([empty.total, percentOf(empty), empty.notes.map(({ id }) => id)]).toEqual([0, null, ['noBusiness']])
  })
})

describe('what a report says of its period', () => {
  it('names days that are not closed, and a clock that was set back', async () => {
    const asked = { from: '2026-05-01', to: '2026-05-20', windows: ['marriage', 'burial'] }
    expect((await report(desk, asked)).notes.map(({ id }) => id)).not.toContain('clock')
    expect((await desk.ask('admin', 'PUT', '/api/settings/reports.dayCloseFrom', { value: '2026-05-01', reason: '开始日结' })).status).toBe(200)
    const { now } = desk.clock
    desk.clock.now = now + 3 * 3_600_000
    await desk.ask('manager', 'POST', '/api/drawings', { from: '2026-05-01', to: '2026-05-20', windows: ['marriage'], size: 1, seed: '', note: '' })
    desk.clock.now = now
    await desk.ask('manager', 'POST', '/api/drawings', { from: '2026-05-01', to: '2026-05-20', windows: ['marriage'], size: 1, seed: '', note: '' })
    expect((await report(desk, asked)).notes.map(({ id }) => id)).toEqual(expect.arrayContaining(['running', 'unclosed', 'unexamined', 'clock']))
  }, 30_000)

  it('is printed, before it is put away and after', async () => {
    const id = await run(desk, { from: '2026-02-01', to: '2026-02-28' })
    const token = await desk.token('audit')
    const before = await desk.send('GET', `/api/compliance/${id}/sheet`, { token })
    expect((await desk.ask('manager', 'POST', '/api/reports', { run: id, note: '' })).status).toBe(200)
    const after = await desk.send('GET', `/api/reports/${id}/sheet`, { token })
    for (const sheet of [before, after]) expect([sheet.status, new TextDecoder().decode(sheet.bytes.slice(0, 5))]).toEqual([200, '%PDF-'])
  }, 60_000)
})

describe('the door of the compliance report', () => {
  it('an auditor runs it without seeing whose cases fail; a registrar does not', async () => {
    const id = await run(desk, { from: '2025-06-01', to: '2026-05-20', windows: ['marriage', 'reissue'] }, 'audit')
    const [seen, managed] = [await shown(desk, id, 'audit'), await shown(desk, id)]
    expect(seen.titles).toEqual({})
    expect(Object.keys(managed.titles).sort()).toEqual(seen.content.failing.map((one) => `${one.window}/${one.id}`).sort())
    expect(Object.values(managed.titles).every((title) => title.includes('*'))).toBe(true)
    for (const who of ['clerk1', 'admin'] as const) {
      expect((await desk.ask(who, 'POST', '/api/compliance', period)).status).toBe(403)
      expect((await desk.ask(who, 'GET', `/api/compliance/${id}`)).status).toBe(403)
      expect((await desk.ask(who, 'GET', '/api/reports')).status).toBe(403)
    }
    expect((await desk.ask('audit', 'POST', '/api/reports', { run: id, note: '' })).status).toBe(403)
  })

  it.each([
    [{ from: '2026-05-20', to: '2026-05-19' }, 'from'], [{ from: '2026-05-21', to: '2026-05-30' }, 'from'], [{ from: '2006-05-21', to: '2026-05-20' }, 'to'], [{ ...period, windows: ['archive'] }, 'windows'], [{ ...period, windows: [] }, 'body.windows'], [{ from: '2026-02-30', to: '2026-03-01' }, 'body.from'],
  ])('refuses %j', async (asked, field) => {
    const { status, body } = await desk.ask('manager', 'POST', '/api/compliance', asked)
    expect(status).toBeGreaterThanOrEqual(400)
    expect([field, field.replace('body.', '')]).toContain(body.error?.field)
  })

  it('stops when it is cancelled, and the next one runs', async () => {
    const { body: job } = await desk.ask<Job>('manager', 'POST', '/api/compliance', period)
    expect((await desk.ask('manager', 'POST', '/api/compliance', period)).body.error?.code).toBe('conflict')
    const stopped = await desk.ask<Job>('manager', 'DELETE', `/api/jobs/${job.id}`)
    expect(stopped.body).toMatchObject({ state: 'cancelled' })
    expect(stopped.body.result).toBeUndefined()
    const again = await ended(desk, 'manager', (await desk.ask<Job>('manager', 'POST', '/api/compliance', period)).body.id)
    expect(again).toMatchObject({ state: 'done' })
    expect((await shown(desk, again.result?.run ?? '')).content.total).toBe(content.total)
  }, 30_000)

  it('a run that was not put away is gone after a few others', async () => {
    const first = await run(desk, { from: '2001-01-01', to: '2001-01-02' })
    for (let count = 0; count < 5; count += 1) await run(desk, { from: '2001-01-01', to: '2001-01-02' })
    expect((await desk.ask('manager', 'GET', `/api/compliance/${first}`)).status).toBe(404)
  })
})

describe('a stored report', () => {
  interface Stored { readonly id: string; readonly content: string; readonly by: string; readonly total: number; readonly head: { seq: number }; readonly windows: string[] }
  const asked = { from: '2026-01-01', to: '2026-03-31' }

  it('is its bytes under their hash, and the next one of the period is held against it', async () => {
    const id = await run(desk, asked)
    const { content: was } = await shown(desk, id)
    const { status, body: stored } = await desk.ask<Stored>('manager', 'POST', '/api/reports', { run: id, note: '一季度' })
    expect(status).toBe(200)
    expect(stored).toMatchObject({ id, total: was.total, head: was.head, windows: was.windows.map((window) => window.id), remade: null, note: '一季度' })
    const bytes = Buffer.from(canonicalJson(was))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(stored.content)
    expect((await desk.ask('manager', 'POST', '/api/reports', { run: id, note: '' })).body.error?.code).toBe('conflict')
    const listedReports = (await desk.ask<{ reports: Stored[] }>('audit', 'GET', '/api/reports?report=compliance')).body.reports
    expect(listedReports.map((one) => one.id)).toContain(id)
    const read = (await desk.ask<{ content: ComplianceReport; titles: object }>('audit', 'GET', `/api/reports/${id}`)).body
    expect(read.content).toEqual(was)
    expect(read.titles).toEqual({})
    const next = await report(desk, asked)
    expect(next.against).toEqual({ report: id, at: expect.any(String), content: stored.content, before: sumsOf(was), mended: [], failedNow: [], rulesChanged: false })
    // Another period, or other windows, are another report.
    expect((await report(desk, { ...asked, windows: ['marriage'] })).against).toBeNull()
    expect((await report(desk, { from: '2026-01-01', to: '2026-03-30' })).against).toBeNull()
  }, 30_000)

  it('whose bytes were touched is said to be damaged', async () => {
    const asks = { from: '2025-07-01', to: '2025-09-30' }
    const { body: stored } = await desk.ask<Stored>('manager', 'POST', '/api/reports', { run: await run(desk, asks), note: '' })
    const path = join(desk.folder, 'files', stored.content.slice(0, 2), stored.content.slice(2))
    writeFileSync(path, '{"format":1}')
    expect((await desk.ask('manager', 'GET', `/api/reports/${stored.id}`)).body.error?.code).toBe('damaged')
    rmSync(path)
    expect((await desk.ask('manager', 'GET', `/api/reports/${stored.id}`)).body.error?.code).toBe('damaged')
    const next = await report(desk, asks)
    expect(next.against).toBeNull()
    expect(next.notes.map(({ id }) => id)).toContain('against')
  }, 30_000)
})
