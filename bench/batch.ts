import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { renderPapers } from '../templates/windows.ts'
import type { Measure } from './measure.ts'
import { median, peakMemory, root, round, timed } from './measure.ts'
import { certificateOf, records } from './records.ts'

const pagesWanted = 500

/** Draws the batch in this process; pages a second and the largest memory, of which the records themselves are a part. */
const draw = async (): Promise<{ readonly rate: number; readonly first: number; readonly memory: number; readonly bytes: number; readonly pages: number }> => {
  const requests = records(pagesWanted / 2).map(certificateOf) // two pages each
  let pages = 0
  const onPage = (done: number): void => { pages = done }
  const [first, { length }] = await timed(() => renderPapers(requests, { onPage }))
  const memory = peakMemory()
  const again: number[] = []
  for (let round = 0; round < 3; round += 1) again.push((await timed(() => renderPapers(requests, { onPage })))[0])
  return { rate: pages / (median(again) / 1000), first: pages / (first / 1000), memory, bytes: length, pages }
}

/** The batch in three processes of its own, one after another. */
export const measure: Measure = async () => {
  const runs = Array.from({ length: 3 }, () => {
    const { stdout, status, stderr } = spawnSync(process.execPath, [join(root, 'bench', 'batch.ts'), 'draw'], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return JSON.parse(stdout) as Awaited<ReturnType<typeof draw>>
  })
  const [any] = runs
  return [
    { id: 'batch.pages', value: round(median(runs.map(({ rate }) => rate)), 0), beside: [], note: `${any?.pages ?? 0} pages, ${round((any?.bytes ?? 0) / 1e6, 1)} MB, with 6 photos on half of the pages; the first batch of a cold process ${round(median(runs.map(({ first }) => first)), 0)} pages/s` },
    { id: 'batch.memory', value: round(Math.max(...runs.map(({ memory }) => memory)), 0), beside: [], note: 'after the first batch' },
  ]
}

if (process.argv[2] === 'draw') console.log(JSON.stringify(await draw()))
