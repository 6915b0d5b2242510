import { addDays, civilDate } from '../domain/dates.ts'
import { openDoor } from './door.ts'
import { loadedFolder } from './folder.ts'
import type { Measure } from './measure.ts'
import { median, round } from './measure.ts'

interface Run { readonly total: number; readonly milliseconds: number; readonly byWindow: readonly { readonly window: string; readonly total: number }[] }

const rounds = 5

/** Runs the pass rate over the last year through the door: every registered file of every window is read from the journal, folded and asked every rule of its day. */
export const measure: Measure = async (options) => {
  const { lastDay } = await loadedFolder(options)
  const door = await openDoor(options.cases)
  try {
    const path = `/api/inspections?from=${addDays(civilDate(lastDay), -364)}&to=${lastDay}`
    const runs: { readonly rate: number; readonly run: Run; readonly cpu: number }[] = []
    for (let count = 0; count <= rounds; count += 1) {
      const cpu = process.cpuUsage()
      const start = performance.now()
      const run = await door.ask<Run>('GET', path)
      const seconds = (performance.now() - start) / 1000
      const used = process.cpuUsage(cpu)
      runs.push({ rate: run.total / seconds, run, cpu: (used.user + used.system) / run.total })
    }
    const [first, ...warm] = runs
    const windows = first?.run.byWindow.map(({ window, total }) => `${total} ${window}`).join(', ') ?? ''
    return [{ id: 'inspection.files', value: round(median(warm.map(({ rate }) => rate)), 0), beside: [], note: `${windows}; median of ${rounds} runs, of the processor ${round(median(warm.map(({ cpu }) => cpu)), 0)} µs a file in all threads; the first run, which starts the threads, ${round(first?.rate ?? 0, 0)} files/s` }]
  } finally {
    await door.close()
  }
}
