import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openRegister } from '../db/register.ts'
import type { Action, Actor } from '../domain/action.ts'
import type { CivilDate } from '../domain/dates.ts'
import { addDays, civilDate, monthRange, today } from '../domain/dates.ts'
import type { WaiverFacts } from '../domain/waiver/facts.ts'
import { waiverLibrary } from '../domain/waiver/library.ts'
import { quote } from '../domain/waiver/quote.ts'
import { homeFounded, homePolicy, homeYear, newHome } from '../sample/burial-home.ts'
import { sampleArea } from '../sample/places.ts'
import { openDoor } from './door.ts'
import { manager, perTransaction, schema, setUp, timedSource } from './folder.ts'
import type { BenchOptions, Figure, Measure, Taken } from './measure.ts'
import { median, root, round } from './measure.ts'

/** The month tables of funeral affairs over the register of a home of its own: 6,000 cases a year, loaded once and kept under .lantai. */

const bodies = 6000
const mostYears = 50
const rounds = 5

interface Loaded { readonly years: number; readonly actions: number; readonly milliseconds: number; readonly generatorMilliseconds: number; readonly firstYear: number; readonly lastYear: number; readonly schema: string }

const yearsOf = ({ cases }: BenchOptions): number => Math.min(mostYears, Math.max(1, Math.round(cases / bodies)))

/** So many years of the home up to the end of the last one, every waiver settled by the engine. */
function* history(firstYear: number, lastYear: number): Generator<readonly [Actor, Action]> {
  const home = newHome()
  for (let year = firstYear; year <= lastYear; year += 1) {
    yield* homeYear({ first: civilDate(`${String(year)}-01-01`), last: civilDate(`${String(year)}-12-31`), bodies, vigils: 727, twoDayVigils: 692, twoDayStorage: 1630, deposits: 2520, urban: 764, closes: false }, home)
  }
}

const folderOf = (years: number): string => join(root, '.lantai', `bench-burial-${String(years)}`)

const loadedHome = async (options: BenchOptions): Promise<Loaded> => {
  const years = yearsOf(options)
  const folder = folderOf(years)
  const note = join(folder, 'bench.json')
  if (!options.fresh && existsSync(note)) {
    const loaded = JSON.parse(readFileSync(note, 'utf8')) as Loaded
    if (loaded.schema === schema) return loaded
    console.error('  The schema has changed since this register was loaded; it is loaded anew.')
  }
  const making = `${folder}.making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true })
  const lastYear = Number(today(new Date()).slice(0, 4)) - 1
  const firstYear = lastYear - years + 1
  const before: CivilDate = addDays(civilDate(`${String(firstYear)}-01-01`), -2)
  const register = openRegister({ folder: making })
  await setUp(register, before, ['burial'])
  await register.bulk(homeFounded(before))
  await register.bulk(waiverLibrary.map((policy, index) => [{ account: manager, counter: '', at: `${before}T12:00:${String(index % 60).padStart(2, '0')}.000+08:00` }, { kind: 'waiver.policyAdopted', subject: policy.id, body: { policy, day: before, copiedFrom: policy.id }, reason: '示例', second: 'sample-admin' }] as const))
  const start = performance.now()
  let told = start
  const source = timedSource(history(firstYear, lastYear))
  const actions = await register.bulk(source.entries, {
    perTransaction, alone: true,
    onProgress: (done) => {
      const now = performance.now()
      if (now - told < 20_000) return
      told = now
      console.error(`  ${String(done)} actions, ${String(Math.round(done / ((now - start) / 1000)))}/s`)
    },
  })
  const milliseconds = performance.now() - start
  await register.close()
  const loaded: Loaded = { years, actions, milliseconds, generatorMilliseconds: source.spent(), firstYear, lastYear, schema }
  writeFileSync(join(making, 'bench.json'), JSON.stringify(loaded, undefined, 2))
  rmSync(folder, { recursive: true, force: true })
  renameSync(making, folder)
  return loaded
}

interface Listed { readonly tables: readonly { readonly id: string }[] }
interface Counted { readonly rows: readonly { readonly cells: readonly { readonly value: number }[] }[]; readonly identities: readonly { readonly holds: boolean; readonly line: { readonly zh: string } }[] }
interface Lines { readonly next?: string; readonly count: number; readonly rows: readonly { readonly caseId: string }[] }

const p95 = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN

/** Counts every table through the door over a month, a year and all years; the slowest table is the figure. */
export const measure: Measure = async (options) => {
  const loaded = await loadedHome(options)
  const { years, firstYear, lastYear, actions, milliseconds, generatorMilliseconds } = loaded
  const rate = Math.round(actions / ((milliseconds - generatorMilliseconds) / 1000))
  const load = `${String(years)} years of ${String(bodies)} cases, ${String(actions)} actions loaded at ${String(rate)}/s without making people up (${String(Math.round(milliseconds / 1000))} s in all)`
  const door = await openDoor(folderOf(years), manager)
  try {
    const { tables } = await door.ask<Listed>('GET', '/api/burial-tables')
    const june = monthRange(`${String(lastYear)}-06`)
    const all = `from=${String(firstYear)}-01-01&to=${String(lastYear)}-12-31`
    const periods = { month: `from=${june.from}&to=${june.to}`, year: `from=${String(lastYear)}-01-01&to=${String(lastYear)}-12-31`, all } as const
    const figures: Figure[] = []
    for (const [name, period] of Object.entries(periods)) {
      const slowest: { readonly id: string; readonly wall: number }[] = []
      let counted = 0
      for (const { id } of tables) {
        const path = `/api/burial-tables/${id}?${period}`
        const table = await door.ask<Counted>('GET', path)
        const broken = table.identities.find(({ holds }) => !holds)
        if (broken !== undefined) throw new Error(`${id}: ${broken.line.zh}`)
        if (id === 'ashes') counted = table.rows[0]?.cells[0]?.value ?? 0
        const taken: Taken[] = []
        for (let count = 0; count < rounds; count += 1) taken.push(await door.time('GET', path))
        slowest.push({ id, wall: median(taken.map(({ wall }) => wall)) })
      }
      slowest.sort((a, b) => b.wall - a.wall)
      const [worst] = slowest
      figures.push({
        id: `burial-tables.${name}`, value: round(worst?.wall ?? Number.NaN, 1), beside: [],
        note: `${worst?.id ?? ''}, the slowest of ${String(tables.length)} tables, median of ${String(rounds)}; then ${slowest.slice(1, 4).map(({ id, wall }) => `${id} ${String(round(wall, 1))}`).join(', ')} ms; all tables one after another ${String(round(slowest.reduce((sum, { wall }) => sum + wall, 0), 0))} ms; ${String(counted)} bodies, every identity checked; ${load}`,
      })
    }
    const path = `/api/burial-lines?cells=cremated.sex.man,cremated.sex.woman&${all}&limit=200`
    const page = await door.ask<Lines>('GET', path)
    const middle = `${path}&after=${(page.next ?? '').replace(/^-?\d+/, (day) => String(Number(day) + Math.round((years * 365) / 2)))}`
    const lines: number[] = []
    for (let count = 0; count < 40; count += 1) lines.push((await door.time('GET', count % 2 === 0 ? path : middle)).wall)
    figures.push({ id: 'burial-tables.lines', value: round(p95(lines), 1), beside: [], note: `pages of 200 of ${String(page.count)} lines, p50 ${String(round(median(lines), 1))} ms` })

    const cases = page.rows.map(({ caseId }) => caseId)
    const bill = { lines: ([['transport', 'trip', 1, 220], ['coldStorage', 'day', 3, 60], ['cremation', 'body', 1, 300], ['urn', 'piece', 1, 480], ['farewellHall', 'trip', 1, 300], ['vigilHall', 'day', 2, 650]] as const).map(([item, unit, quantity, yuan], index) => ({ id: String(index + 1), item, unit, quantity, unitPriceFen: yuan * 100, chosen: false, from: '' })), mode: 'till', invoice: '', cremationArea: '', cremationDay: '' }
    const quotes: number[] = []
    for (let count = 0; count < 420; count += 1) {
      const { wall } = await door.time('POST', '/api/waivers/quote', { caseId: cases[count % cases.length], bill })
      if (count >= 20) quotes.push(wall)
    }
    const day = `${String(lastYear)}-06-10`
    const facts: WaiverFacts = { areas: { hukou: sampleArea, death: sampleArea, cremation: sampleArea }, days: { death: day, arrival: day, cremation: day, invoice: '' }, flags: { centralisedVigil: 'yes' }, mode: 'till', lines: bill.lines.map((line) => ({ ...line })), settled: [] }
    const pure: number[] = []
    for (let count = 0; count < 500; count += 1) {
      const start = performance.now()
      quote([homePolicy, ...waiverLibrary], facts, day)
      if (count >= 100) pure.push(performance.now() - start)
    }
    figures.push({ id: 'burial-tables.quote', value: round(p95(quotes), 2), beside: [`the pure function p50 ${String(round(median(pure), 3))} ms, p95 ${String(round(p95(pure), 3))} ms`], note: `p50 ${String(round(median(quotes), 2))} ms, ${String(waiverLibrary.length + 1)} policies in the book, six lines a bill, ${String(quotes.length)} requests` })
    return figures
  } finally {
    await door.close()
  }
}
