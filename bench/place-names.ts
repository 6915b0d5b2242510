import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openRegister } from '../db/register.ts'
import { civilDate } from '../domain/dates.ts'
import { emptyPlaceNameItem } from '../domain/place-names/case/file.ts'
import { defaultProfile } from '../domain/place-names/profile.ts'
import { sampleArea } from '../sample/places.ts'
import { seeded } from '../sample/random.ts'
import { openDoor } from './door.ts'
import { clerk, manager, perTransaction, schema, setUp, timedSource } from './folder.ts'
import type { Figure, Measure, Taken } from './measure.ts'
import { percentile, root, round, spread, spreadOf } from './measure.ts'
import { city, newName, roadTable } from './place-names-city.ts'

/** Place names in a big city of 200,000 entities, loaded once and kept under .lantai: the look-up while a name is typed, the map, a table of roads handed in. */

const entities = 200_000
const roads = 10_000
const typed = 150

interface Loaded { readonly entities: number; readonly milliseconds: number; readonly generatorMilliseconds: number; readonly schema: string }

export const cityFolder = join(root, '.lantai', `bench-city-${String(entities)}`)

/** Makes the register of the city, or finds it made. */
export const loadedCity = async (fresh: boolean): Promise<Loaded> => {
  const note = join(cityFolder, 'bench.json')
  if (!fresh && existsSync(note)) {
    const loaded = JSON.parse(readFileSync(note, 'utf8')) as Loaded
    if (loaded.schema === schema) return loaded
    console.error('  The schema has changed since this register was loaded; it is loaded anew.')
  }
  const making = `${cityFolder}.making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true })
  const day = civilDate('2026-01-02')
  const register = openRegister({ folder: making })
  await setUp(register, day, ['place-names'])
  const source = timedSource(city(entities, day))
  const start = performance.now()
  await register.bulk(source.entries, { perTransaction, alone: true })
  const milliseconds = performance.now() - start
  await register.close()
  const loaded: Loaded = { entities, milliseconds, generatorMilliseconds: source.spent(), schema }
  writeFileSync(join(making, 'bench.json'), JSON.stringify(loaded, undefined, 2))
  rmSync(cityFolder, { recursive: true, force: true })
  renameSync(making, cityFolder)
  return loaded
}

/** The office has drawn the built-up areas in which the city's names lie. */
const drawAreas = async (folder: string): Promise<void> => {
  const register = openRegister({ folder })
  const profile = { ...defaultProfile(), officeName: '量度民政局（示例）', areaCode: sampleArea, builtUpAreas: ['main', 'new'].map((id) => ({ id, name: id, geometry: null })) }
  await register.transact({ account: manager, counter: '', at: '2026-01-02T09:00:00.000+08:00' }, (tx) => tx.record({ kind: 'placeNameProfile.set', subject: 'placeNameProfile', body: { day: '2026-01-02', profile }, second: clerk, reason: '量度' }))
  await register.close()
}

interface Checked { readonly clashes: readonly unknown[] }
interface Mapped { readonly features: readonly unknown[]; readonly more: boolean }
interface Import { readonly id: string; readonly rows: number; readonly clean: number; readonly asks: number; readonly stopped: number; readonly taken: number; readonly job: { readonly state: string } | null }

/** Types names key by key, moves the map over the city, and hands in a table of roads, all through the door. */
export const measure: Measure = async ({ fresh }) => {
  const { milliseconds, generatorMilliseconds } = await loadedCity(fresh)
  const load = `${String(entities)} entities loaded at ${String(Math.round(entities / ((milliseconds - generatorMilliseconds) / 1000)))}/s without making them up`
  // What is imported would stand in the way of the next measurement: it goes into a copy.
  const copy = `${cityFolder}.work`
  rmSync(copy, { recursive: true, force: true })
  cpSync(cityFolder, copy, { recursive: true })
  await drawAreas(copy)
  const door = await openDoor(copy, clerk)
  try {
    const figures: Figure[] = []
    const random = seeded(77)
    const taken: Taken[] = []
    let clashes = 0
    for (let count = 0; count < typed + 10; count += 1) {
      const { name, kind } = newName(random)
      const letters = [...name]
      for (let length = 1; length <= letters.length; length += 1) {
        const item = { ...emptyPlaceNameItem('1'), kind, name: letters.slice(0, length).join(''), province: `${sampleArea.slice(0, 2)}0000`, county: sampleArea, builtUpArea: 'main', township: '示例3镇' }
        const body = { item, applicants: ['示例置业有限公司'], answers: [], typing: true }
        const one = await door.time('POST', '/api/place-names/check', body)
        if (count < 10) continue
        taken.push(one)
        if (length === letters.length) clashes += (await door.ask<Checked>('POST', '/api/place-names/check', body)).clashes.length
      }
    }
    figures.push({ id: 'place-names.check', value: round(percentile(taken.map(({ wall }) => wall), 0.95), 2), beside: [], note: `${spreadOf(taken)}; ${String(typed)} names typed character by character, ${round(clashes / typed, 1)} clashes shown for a whole one; ${load}` })

    const windows = [[120.4, 31.4, 120.56, 31.56], [120.2, 31.2, 120.36, 31.36], [120.6, 31.6, 120.76, 31.76]] as const
    const moved: Taken[] = []
    let drawn = 0
    for (let count = 0; count < 24; count += 1) {
      const [west, south, east, north] = windows[count % windows.length] ?? windows[0]
      const shift = count * 0.001
      const path = `/api/gazetteer-map?west=${String(west + shift)}&south=${String(south)}&east=${String(east + shift)}&north=${String(north)}&limit=5000`
      const one = await door.time('GET', path)
      if (count >= 3) moved.push(one)
      else drawn = (await door.ask<Mapped>('GET', path)).features.length
    }
    figures.push({ id: 'place-names.map', value: round(percentile(moved.map(({ wall }) => wall), 0.95), 1), beside: [], note: `${spread(moved.map(({ wall }) => wall))}, ${String(drawn)} lines and places in a window` })

    const options = { kind: 'STREET', declared: 'CGCS2000', encoding: 'auto', source: '量度数据', approvedOn: '2020-01-01', document: '', builtUpArea: 'main' }
    const start = performance.now()
    const { id } = await door.ask<Import>('POST', `/api/gazetteer-imports?name=roads.csv&options=${encodeURIComponent(JSON.stringify(options))}`, new Blob([roadTable(roads)], { type: 'text/csv' }))
    const settled = async (): Promise<Import> => {
      for (;;) {
        const state = await door.ask<Import>('GET', `/api/gazetteer-imports/${id}`)
        if (state.job === null || state.job.state !== 'running') return state
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
    const staged = await settled()
    const checked = performance.now() - start
    await door.ask('POST', `/api/gazetteer-imports/${id}/taking`, { rows: 'clean', into: 'gazetteer' })
    const done = await settled()
    const whole = performance.now() - start
    await door.ask('DELETE', `/api/gazetteer-imports/${id}`)
    if (staged.rows !== roads || done.taken < 1) throw new Error(`of ${String(roads)} roads ${String(staged.rows)} were read and ${String(done.taken)} taken`)
    figures.push({ id: 'place-names.import', value: round(whole / 1000, 1), beside: [], note: `every row against every rule and the ${String(entities)} names in ${round(checked / 1000, 1)} s: ${String(staged.clean)} clean, ${String(staged.asks)} with questions, ${String(staged.stopped)} stopped; ${String(done.taken)} taken in ${round((whole - checked) / 1000, 1)} s` })
    return figures
  } finally {
    await door.close()
    rmSync(copy, { recursive: true, force: true })
  }
}
