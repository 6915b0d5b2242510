import { addDays, civilDate } from '../domain/dates.ts'
import { openDoor } from './door.ts'
import { loadedFolder } from './folder.ts'
import type { Figure, Measure, Taken } from './measure.ts'
import { median, round } from './measure.ts'

interface Listed { readonly tables: readonly { readonly id: string }[] }
interface Counted { readonly rows: readonly { readonly cells: readonly { readonly value: number }[] }[]; readonly identities: readonly { readonly holds: boolean; readonly line: { readonly zh: string } }[] }

const rounds = 5

/** Counts every table of the statistics through the door, over a year and over all the register holds; the slowest table is the figure. */
export const measure: Measure = async (options) => {
  const { lastDay } = await loadedFolder(options)
  const door = await openDoor(options.cases)
  try {
    const { tables } = await door.ask<Listed>('GET', '/api/statistics')
    const year = `${Number(lastDay.slice(0, 4)) - 1}`
    const periods = { year: `from=${year}-01-01&to=${year}-12-31`, all: `from=${addDays(civilDate(lastDay), -52 * 366)}&to=${lastDay}` } as const
    const figures: Figure[] = []
    for (const [name, period] of Object.entries(periods)) {
      const slowest: { readonly id: string; readonly wall: number }[] = []
      let couples = 0
      for (const { id } of tables) {
        const path = `/api/statistics/${id}?${period}`
        const counted = await door.ask<Counted>('GET', path)
        const broken = counted.identities.find(({ holds }) => !holds)
        if (broken !== undefined) throw new Error(`${id}: ${broken.line.zh}`)
        if (id.endsWith('.overview')) couples += counted.rows[0]?.cells[0]?.value ?? 0
        const taken: Taken[] = []
        for (let count = 0; count < rounds; count += 1) taken.push(await door.time('GET', path))
        slowest.push({ id, wall: median(taken.map(({ wall }) => wall)) })
      }
      slowest.sort((a, b) => b.wall - a.wall)
      const [worst] = slowest
      figures.push({
        id: `statistics.${name}`, value: round(worst?.wall ?? Number.NaN, 1), beside: [],
        note: `${worst?.id ?? ''}, the slowest of ${tables.length} tables, median of ${rounds}; then ${slowest.slice(1, 4).map(({ id, wall }) => `${id} ${round(wall, 1)}`).join(', ')} ms; all tables one after another ${round(slowest.reduce((sum, { wall }) => sum + wall, 0), 0)} ms; ${couples} couples, every identity checked`,
      })
    }
    return figures
  } finally {
    await door.close()
  }
}
