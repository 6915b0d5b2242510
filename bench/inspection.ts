import { addDays, civilDate } from '../domain/dates.ts'
import { openDoor, type OpenDoor } from './door.ts'
import { loadedFolder, manager } from './folder.ts'
import type { Measure } from './measure.ts'
import { median, round } from './measure.ts'

interface Job { readonly id: string; readonly state: string; readonly result?: { readonly run: string } }
interface Content { readonly total: number; readonly previous: { readonly total: number }; readonly byWindow: readonly { readonly window: string; readonly passed: number; readonly failed: number; readonly unexamined: number }[] }

const rounds = 5

/** Runs a report as long work and waits for it. */
const judged = async (door: OpenDoor, asked: object): Promise<string> => {
  let job = await door.ask<Job>('POST', '/api/compliance', asked)
  while (job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 10))
    job = await door.ask<Job>('GET', `/api/jobs/${job.id}`)
  }
  if (job.result === undefined) throw new Error(`the report was not run: ${JSON.stringify(job)}`)
  return job.result.run
}

/** Judges the couples' files of the last year and of the one before through the door: every file is read from the journal, folded and asked every rule of its day. */
export const measure: Measure = async (options) => {
  const { lastDay } = await loadedFolder(options)
  const door = await openDoor(options.cases, manager)
  try {
    const asked = { from: addDays(civilDate(lastDay), -364), to: lastDay, windows: ['marriage', 'divorce', 'reissue'] }
    const runs: { readonly rate: number; readonly content: Content; readonly cpu: number }[] = []
    for (let count = 0; count <= rounds; count += 1) {
      const cpu = process.cpuUsage()
      const start = performance.now()
      const run = await judged(door, asked)
      const seconds = (performance.now() - start) / 1000
      const used = process.cpuUsage(cpu)
      const { content } = await door.ask<{ content: Content }>('GET', `/api/compliance/${run}`)
      const files = content.total + content.previous.total
      runs.push({ rate: files / seconds, content, cpu: (used.user + used.system) / files })
    }
    const [first, ...warm] = runs
    const windows = first?.content.byWindow.map(({ window, passed, failed, unexamined }) => `${passed + failed + unexamined} ${window}`).join(', ') ?? ''
    return [{ id: 'inspection.files', value: round(median(warm.map(({ rate }) => rate)), 0), beside: [], note: `${windows} of the year and ${first?.content.previous.total ?? 0} of the one before; median of ${rounds} runs, of the processor ${round(median(warm.map(({ cpu }) => cpu)), 0)} µs a file in all threads; the first run, which starts the threads, ${round(first?.rate ?? 0, 0)} files/s` }]
  } finally {
    await door.close()
  }
}
