import { afterAll, beforeAll, expect, it } from 'vitest'
import { canonicalJson } from '../../../../db/canonical.ts'
import { openRegister } from '../../../../db/register.ts'
import type { MarriageFile } from '../../../../domain/marriage/file.ts'
import type { ComplianceReport } from '../../../../domain/reports/shapes.ts'
import { openDesk, openSampleDesk, second, type Case, type Desk } from '../desk.ts'
import { report, run, shown } from './runs.ts'

const asked = { from: '2026-01-01', to: '2026-05-20', windows: ['marriage'] }
let empty: Desk
let desk: Desk
let broken: string
let right: MarriageFile

/** A sample office in which a registered marriage carries a birth that does not agree with its identity number, as an older program may have left it. */
beforeAll(async () => {
  empty = await openSampleDesk(80)
  const before = await report(empty, asked)
  const failing = new Set(before.failedIds.map(([, id]) => id))
  const { body } = await empty.ask<{ rows: { id: string }[] }>('manager', 'GET', '/api/marriages?from=2026-01-01&to=2026-05-20&state=delivered&limit=200')
  const found = await Promise.all(body.rows.filter(({ id }) => !failing.has(id)).map(async ({ id }) => (await empty.ask<Case>('manager', 'GET', `/api/marriages/${id}`)).body))
  const sound = found.find(({ inspection, file }) => inspection.verdict === 'qualified' && file.parties[0].identityType === 'resident')
  if (sound === undefined) throw new Error('no sound case')
  broken = sound.id
  right = sound.file as MarriageFile
  await empty.api.close()
  const register = openRegister({ folder: empty.folder })
  const [man, woman] = right.parties
  await register.transact({ account: 'sample-clerk1', counter: '1', at: '2026-05-20T10:00:00.000+08:00' }, (tx) => tx.record({ kind: 'marriage.corrected', subject: broken, body: { changes: { parties: [{ ...man, birth: '1991-01-31' }, woman] } }, second: 'sample-manager', reason: '旧系统带来' }))
  await register.close()
  desk = await openDesk({ dataFolder: empty.folder })
}, 120_000)
afterAll(async () => {
  await desk.api.close()
  await empty.close().catch(() => undefined)
})

it('a fault that a correction mends is in the report before and not in the one after, which names the old one; the old one is unchanged', async () => {
  const id = await run(desk, asked)
  const { content: before } = await shown(desk, id)
  const failing = before.failing.find((one) => one.id === broken)
  expect(failing?.faults.map(({ rule }) => rule)).toEqual(['marriage.inspection.identity'])
  expect(failing?.faults[0]).toMatchObject({ field: expect.stringContaining('parties.0'), mending: { way: 'correct', allowed: true } })
  const { body: stored } = await desk.ask<{ id: string; content: string }>('manager', 'POST', '/api/reports', { run: id, note: '' })

  const { revision } = (await desk.ask<Case>('manager', 'GET', `/api/marriages/${broken}`)).body
  const corrected = await desk.ask('clerk1', 'POST', `/api/marriages/${broken}/correction`, { revision, changes: { parties: right.parties }, reason: '更正出生日期', second })
  expect([corrected.status, corrected.body.error]).toEqual([200, undefined])

  const after = await report(desk, asked)
  expect(after.against).toMatchObject({ report: id, content: stored.content, mended: [['marriage', broken]], failedNow: [], rulesChanged: false, before: { failed: before.failed } })
  expect(after.failedIds).toEqual(before.failedIds.filter(([, one]) => one !== broken))
  expect([after.failed, after.total]).toEqual([before.failed - 1, before.total])
  expect(after.passed + after.unexamined).toBe(before.passed + before.unexamined + 1)
  const kept = (await desk.ask<{ content: ComplianceReport }>('manager', 'GET', `/api/reports/${id}`)).body.content
  expect(canonicalJson(kept)).toBe(canonicalJson(before))
}, 60_000)
