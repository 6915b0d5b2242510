import { addDays, civilDate } from '../domain/dates.ts'
import { seeded } from '../sample/random.ts'
import { openDoor } from './door.ts'
import { loadedFolder } from './folder.ts'
import type { Measure, Taken } from './measure.ts'
import { percentile, round, spreadOf } from './measure.ts'

const samples = 300

interface Lists { readonly lists: readonly { readonly count: number }[] }

/** Asks for the deadline work list of days of the last weeks, all four lists with their rows. */
export const measure: Measure = async (options) => {
  const { lastDay } = await loadedFolder(options)
  const random = seeded(13)
  const door = await openDoor(options.cases)
  const taken: Taken[] = []
  let longest = 0
  try {
    for (let index = -20; index < samples; index += 1) {
      const path = `/api/divorces/worklist?day=${addDays(civilDate(lastDay), -random.int(0, 60))}`
      const time = await door.time('GET', path)
      if (index >= 0) taken.push(time)
      if (index % 50 === 0) longest = Math.max(longest, (await door.ask<Lists>('GET', path)).lists.reduce((sum, { count }) => sum + count, 0))
    }
  } finally {
    await door.close()
  }
  return [{ id: 'worklist.p95', value: round(percentile(taken.map(({ wall }) => wall), 0.95), 3), beside: [], note: `${spreadOf(taken)}; up to ${longest} applications on the lists of a day; register of ${options.cases} cases` }]
}
