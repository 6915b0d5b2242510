import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createApi } from '../api/index.ts'
import type { Job } from '../api/schemas/common.ts'
import { root, round, median } from './measure.ts'
import type { Measure } from './measure.ts'

interface Loading { readonly seconds: number; readonly cases: number; readonly entries: number }

/** Fills an empty register through the door, as the first page of the desk does. */
const fill = async (): Promise<Loading> => {
  mkdirSync(join(root, '.lantai'), { recursive: true })
  // On the project's disk rather than in memory: the syncs are part of it.
  const folder = mkdtempSync(join(root, '.lantai', 'sample-'))
  const api = await createApi({ dataFolder: folder })
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await api.fetch(new Request(`http://127.0.0.1${path}`, { method, headers: { 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }), { shell: 'server', remoteAddress: '127.0.0.1' })
    const text = await response.text()
    if (!response.ok) throw new Error(text)
    return JSON.parse(text) as T
  }
  try {
    const start = performance.now()
    let { job } = await ask<{ job: Job }>('POST', '/api/office/sample', {})
    while (job.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 20))
      job = await ask<Job>('GET', `/api/jobs/${job.id}`)
    }
    if (job.state !== 'done') throw new Error(`the job ${job.state}: ${job.error?.en ?? ''}`)
    return { seconds: (performance.now() - start) / 1000, ...(job.result as { cases: number; entries: number }) }
  } finally {
    await api.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Three loadings of the sample year, each into an empty register. */
export const measure: Measure = async () => {
  const runs: Loading[] = []
  for (let run = 0; run < 3; run += 1) runs.push(await fill())
  const [any] = runs
  const seconds = median(runs.map((run) => run.seconds))
  const cases = any?.cases ?? 0
  return [{ id: 'sample.cases', value: round(cases / seconds, 0), beside: [], note: `${cases} cases, ${any?.entries ?? 0} actions in ${round(seconds)} s with accounts and their password hashes; ${round((any?.entries ?? 0) / seconds, 0)} actions/s, median of ${runs.length}` }]
}
