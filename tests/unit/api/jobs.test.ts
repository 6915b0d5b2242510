import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createJobs } from '../../../api/jobs.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import { openDesk, openSampleDesk, type Desk, type Who } from './desk.ts'

let desk: Desk
beforeAll(async () => (desk = await openSampleDesk(30)))
afterAll(() => desk.close())

interface JobReply { readonly id: string; readonly state: string; readonly stage: string; readonly done: number; readonly total: number; readonly result?: { sound?: boolean; entries?: number; faults?: unknown[]; path?: string } }
const ended = async (who: Who, id: string): Promise<JobReply> => {
  for (;;) {
    const { body } = await desk.ask<JobReply>(who, 'GET', `/api/jobs/${id}`)
    if (body.state !== 'running') return body
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('the sample office stands after it: accounts of every role, a balanced stock, nothing in the future', async () => {
  expect((await desk.api.sampleAccounts()).map(({ role }) => role)).toEqual(expect.arrayContaining(['registrar', 'reviewer', 'administrator', 'auditor']))
  const office = await desk.ask<{ sample: boolean; setUp: boolean }>('', 'GET', '/api/office')
  expect(office.body).toMatchObject({ sample: true, setUp: true })
  const newest = await desk.ask<{ entries: { at: string }[] }>('audit', 'GET', '/api/journal?limit=20')
  expect(newest.body.entries.every(({ at }) => Date.parse(at) <= desk.clock.now)).toBe(true)
  expect((await desk.ask('', 'POST', '/api/office/sample', {})).body.error?.code).toBe('already_set_up')
})

test('a register is verified with progress, and the verdict is put on record', async () => {
  const { body: job } = await desk.ask<JobReply>('audit', 'POST', '/api/verifications')
  expect(job).toMatchObject({ kind: 'verify', state: 'running' })
  const again = await desk.ask('manager', 'POST', '/api/verifications')
  expect(again).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
  const done = await ended('audit', job.id)
  expect(done).toMatchObject({ state: 'done', result: { sound: true, faults: [] } })
  expect(done.total).toBeGreaterThan(0)
  const health = await desk.ask<{ lastVerified: { sound: boolean } | null }>('clerk1', 'GET', '/api/health')
  expect(health.body.lastVerified).toMatchObject({ sound: true })
  expect((await desk.ask<JobReply>('clerk1', 'GET', `/api/jobs/${job.id}`)).body.result).toBeUndefined()
  expect((await desk.ask('', 'GET', `/api/jobs/${job.id}`)).status).toBe(404)
})

test('a backup is made and proved, and health tells when', async () => {
  const { body: job } = await desk.ask<JobReply>('admin', 'POST', '/api/backups')
  const done = await ended('admin', job.id)
  expect(done.state).toBe('done')
  expect(existsSync(done.result?.path ?? '')).toBe(true)
  expect(readdirSync(join(desk.folder, 'backups')).length).toBeGreaterThan(0)
  expect((await desk.ask<{ lastBackup: string }>('clerk1', 'GET', '/api/health')).body.lastBackup).not.toBe('')
})

test('long work is cancelled by who started it', async () => {
  const { body: job } = await desk.ask<JobReply>('audit', 'POST', '/api/verifications')
  expect((await desk.ask('clerk1', 'DELETE', `/api/jobs/${job.id}`)).status).toBe(403)
  const { body } = await desk.ask<JobReply>('audit', 'DELETE', `/api/jobs/${job.id}`)
  expect(['cancelled', 'done']).toContain(body.state)
})

test('a job tells how it ended', async () => {
  const lines: string[] = []
  const jobs = createJobs((line) => void lines.push(line))
  const wait = async (id: string) => {
    await jobs.find(id)?.ended
    return jobs.find(id)?.job
  }
  expect(await wait(jobs.start('batch', 'a', async (progress) => (progress('pages', 2, 2), 'paper')).id)).toMatchObject({ state: 'done', stage: 'pages', done: 2, result: 'paper' })
  const words = text('不行', 'No')
  expect(await wait(jobs.start('batch', 'a', async () => { throw new LantaiError('storage', words) }).id)).toMatchObject({ state: 'failed', error: words })
  expect(await wait(jobs.start('batch', 'a', async () => { throw new Error('secret 张三') }).id)).toMatchObject({ state: 'failed' })
  expect(lines.join()).not.toContain('张三')
  const endless = jobs.start('batch', 'a', (_progress, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new LantaiError('cancelled', words)))))
  expect(() => jobs.start('batch', 'a', async () => undefined)).toThrow(LantaiError)
  await new Promise((resolve) => setImmediate(resolve))
  jobs.cancel(endless.id)
  expect(await wait(endless.id)).toMatchObject({ state: 'cancelled' })
  await jobs.close()
})

test('createApi fills an empty register with the sample, and leaves a used one alone', async () => {
  const fresh = await openDesk({ sample: true })
  expect((await fresh.ask<{ sample: boolean }>('', 'GET', '/api/office')).body.sample).toBe(true)
  const head = await fresh.head()
  const { createApi } = await import('../../../api/index.ts')
  await fresh.api.close()
  const again = await createApi({ dataFolder: fresh.folder, sample: true, clock: () => new Date(fresh.clock.now) })
  const office = await again.fetch(new Request('http://127.0.0.1/api/office'), { shell: 'server' })
  expect(((await office.json()) as { sample: boolean }).sample).toBe(true)
  expect(head.seq).toBeGreaterThan(20_000)
  await again.close()
  // The whole sample year, as an office that tries the program gets it.
}, 120_000)
