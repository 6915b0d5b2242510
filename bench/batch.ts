import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { openPrinter } from '../templates/printer.ts'
import type { Measure } from './measure.ts'
import { median, peakMemory, root, round, timed } from './measure.ts'
import { certificateOf, records, reviewOf } from './records.ts'

const pagesWanted = 500

interface Drawn { readonly rate: number; readonly first: number; readonly certificates: number; readonly memory: number; readonly bytes: number; readonly pages: number }

/** Draws the batches in a printing worker of this process, as the door does: review forms, every page with a photo, then as many pages of whole certificates. */
const draw = async (): Promise<Drawn> => {
  const couples = records(pagesWanted)
  const printer = openPrinter({ workers: 1 })
  let pages = 0
  const options = { onProgress: (done: number): void => { pages = done } }
  const forms = couples.map(reviewOf)
  const [first, { length }] = await timed(() => printer.renderBatch(forms, options))
  const drawn = pages
  const again: number[] = []
  for (let round = 0; round < 3; round += 1) again.push((await timed(() => printer.renderBatch(forms, options)))[0])
  const certificates = couples.slice(0, pagesWanted / 2).map(certificateOf) // two pages each, one with the photo
  const [whole] = await timed(() => printer.renderBatch(certificates, options))
  await printer.close()
  return { rate: drawn / (median(again) / 1000), first: drawn / (first / 1000), certificates: pages / (whole / 1000), memory: peakMemory(), bytes: length, pages: drawn }
}

/** The batch in three processes of its own, one after another. */
export const measure: Measure = async () => {
  const runs = Array.from({ length: 3 }, () => {
    const { stdout, status, stderr } = spawnSync(process.execPath, [join(root, 'bench', 'batch.ts'), 'draw'], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return JSON.parse(stdout) as Drawn
  })
  const [any] = runs
  return [
    { id: 'batch.pages', value: round(median(runs.map(({ rate }) => rate)), 0), beside: [], note: `${any?.pages ?? 0} review forms, a photo on every page, ${round((any?.bytes ?? 0) / 1e6, 1)} MB; the first batch of a cold process ${round(median(runs.map(({ first }) => first)), 0)}, 250 whole certificates of two pages ${round(median(runs.map(({ certificates }) => certificates)), 0)} pages/s` },
    { id: 'batch.memory', value: round(Math.max(...runs.map(({ memory }) => memory)), 0), beside: [], note: 'five batches of 500 pages one after another in one process' },
  ]
}

if (process.argv[2] === 'draw') console.log(JSON.stringify(await draw()))
