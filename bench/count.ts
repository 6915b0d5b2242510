import Database from 'better-sqlite3'
import { join } from 'node:path'
import { seeded } from '../sample/random.ts'
import { openDoor } from './door.ts'
import { folderOf, loadedFolder } from './folder.ts'
import type { Measure, Taken } from './measure.ts'
import { percentile, round, spread, spreadOf, timed } from './measure.ts'

const samples = 300

/** Counts days and months through the door, beside counting the rows. */
export const measure: Measure = async (options) => {
  const { lastDay } = await loadedFolder(options)
  const random = seeded(12)
  const lastYear = Number(lastDay.slice(0, 4)) - 1
  const two = (value: number): string => String(value).padStart(2, '0')
  const months = Array.from({ length: samples }, () => `${random.int(lastYear - 48, lastYear)}-${two(random.int(1, 12))}`)
  const days = months.map((month) => `${month}-${two(random.int(1, 28))}`)
  const raw = new Database(join(folderOf(options.cases), 'register.sqlite'), { readonly: true })
  const ofDay = raw.prepare("SELECT kind, count(*) FROM marriage_case WHERE day = ? AND day <> '' AND +number IS NOT NULL GROUP BY kind")
  const ofMonth = raw.prepare("SELECT day, kind, count(*) FROM marriage_case WHERE day BETWEEN ? || '-01' AND ? || '-31' AND day <> '' AND +number IS NOT NULL GROUP BY day, kind")
  const door = await openDoor(options.cases)
  const taken = { day: [] as Taken[], month: [] as Taken[], rawDay: [] as number[], rawMonth: [] as number[] }
  try {
    for (let index = -20; index < samples; index += 1) {
      const day = days[Math.abs(index)] ?? lastDay
      const month = months[Math.abs(index)] ?? lastDay.slice(0, 7)
      const oneDay = await door.time('GET', `/api/counts/day?day=${day}`)
      const oneMonth = await door.time('GET', `/api/counts/month?month=${month}`)
      const [rawDay] = await timed(() => ofDay.all(day))
      const [rawMonth] = await timed(() => ofMonth.all(month, month))
      if (index < 0) continue
      taken.day.push(oneDay)
      taken.month.push(oneMonth)
      taken.rawDay.push(rawDay)
      taken.rawMonth.push(rawMonth)
    }
  } finally {
    raw.close()
    await door.close()
  }
  return [
    { id: 'count.day', value: round(percentile(taken.day.map(({ wall }) => wall), 0.95), 3), beside: [`raw count(*) ${spread(taken.rawDay)}`], note: spreadOf(taken.day) },
    { id: 'count.month', value: round(percentile(taken.month.map(({ wall }) => wall), 0.95), 3), beside: [`raw count(*) ${spread(taken.rawMonth)}`], note: spreadOf(taken.month) },
  ]
}
