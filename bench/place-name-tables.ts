import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openRegister } from '../db/register.ts'
import type { Action, Actor } from '../domain/action.ts'
import type { CivilDate } from '../domain/dates.ts'
import { addDays, civilDate, monthRange, today } from '../domain/dates.ts'
import { codesOf, filingPapers, noticeElements, reportContents, reportKinds } from '../domain/place-names/case/codes.ts'
import { emptyPlaceNameFile, emptyPlaceNameItem } from '../domain/place-names/case/file.ts'
import type { PlaceNameItem } from '../domain/place-names/case/file.ts'
import { romanise } from '../domain/place-names/romanise/index.ts'
import type { Random } from '../sample/random.ts'
import { seeded } from '../sample/random.ts'
import { openDoor } from './door.ts'
import { clerk, manager, perTransaction, schema, setUp } from './folder.ts'
import type { BenchOptions, Figure, Measure, Taken } from './measure.ts'
import { median, percentile, root, round } from './measure.ts'
import { city, factsOf, newName } from './place-names-city.ts'

/** Tables, rates and the compliance report on place names: 600 applications a year for five years in a city of 200,000 names, loaded once and kept under .lantai. */

const casesAYear = 600
const years = 5
const rounds = 5

const namesOf = ({ cases }: BenchOptions): number => Math.min(200_000, Math.max(2000, Math.round(cases / 5)))
interface Loaded { readonly names: number; readonly cases: number; readonly actions: number; readonly milliseconds: number; readonly firstYear: number; readonly lastYear: number; readonly schema: string }
const folderOf = (names: number): string => join(root, '.lantai', `bench-place-names-tables-${String(names)}`)

const end = (text: string) => ({ text, status: 'registered' as const, entityId: '' })
const itemOf = (random: Random, id: string): PlaceNameItem => {
  const { name, kind } = newName(random)
  const { text, sign, parts } = romanise({ name, kind })
  const { township, province, county, builtUpArea } = factsOf(random, kind)
  return {
    ...emptyPlaceNameItem(id), kind, name, proposals: [name], cut: { specific: parts.specific, generic: parts.generic }, spelling: { text, sign, manualReason: '' }, readingsConfirmedBy: clerk, meaning: '取吉祥之意', origin: '新拟', reason: '新建', location: `位于${township}`, township, province, county, builtUpArea,
    start: end('甲路'), end: end('乙路'), orientation: '东西', size: { lengthMetres: 900, widthMetres: 20 }, plan: 'noPlan', standsOut: 'yes', publicUse: 'yes',
  }
}

/** One application from the receipt to the archive, with two to five names; every act on a day of its own. */
function* course(random: Random, index: number, received: CivilDate): Generator<readonly [Actor, Action]> {
  const subject = `n${String(index + 1).padStart(7, '0')}`
  const items = Array.from({ length: random.int(2, 5) }, (_, at) => itemOf(random, String(at + 1)))
  const words = items.map((item) => ({ item: item.id, name: item.name, text: item.spelling.text, sign: item.spelling.sign, extent: '东起甲路，西至乙路' }))
  const year = received.slice(0, 4)
  let day = received
  const act = (after: number, kind: string, body: object, of = subject): readonly [Actor, Action] => {
    day = addDays(day, after)
    return [{ account: clerk, counter: '1', at: `${day}T09:00:00.000+08:00` }, { kind, subject: of, body: { day, ...body } } as Action]
  }
  yield act(0, 'placeName.received', { file: { ...emptyPlaceNameFile(), title: `关于${items[0]?.name ?? ''}等命名的请示（量度）`, applicant: { ...emptyPlaceNameFile().applicant, name: '示例街道办事处', type: 'organ' }, planAndReasons: '新建道路需要命名', items } })
  yield act(1, 'placeName.accepted', { slip: `示地名受〔${year}〕${String(index + 1)}号` })
  yield act(1, 'placeName.visited', { visitors: [clerk], items: items.map(({ id }) => id), found: '道路已建成', photos: [] })
  for (const { code } of reportKinds) yield act(0, 'placeName.reported', { report: { kind: code, standing: 'attached', reason: '', author: '示例单位', day, contents: reportContents[code].map((content) => content.code), items: [], scans: [] } })
  yield act(2, 'placeName.reviewed', { reviewer: manager, opinion: '同意', verdicts: items.map(({ id }) => ({ item: id, verdict: 'approve', note: '' })) })
  yield act(1, 'placeName.forwarded', { to: '示例区人民政府', document: `示民呈〔${year}〕${String(index + 1)}号` })
  yield act(6, 'placeName.decided', { approver: 'countyGovernment', approverName: '示例区人民政府', document: `示府地名函〔${year}〕${String(index + 1)}号`, sealed: true, remedies: false, decisions: words.map((one) => ({ item: one.item, outcome: 'approved', words: one })) })
  for (const [at, item] of items.entries()) {
    const one = words[at]
    yield act(0, 'gazetteer.added', { facts: { ...factsOf(random, item.kind === '' ? 'STREET' : item.kind), township: item.township, builtUpArea: item.builtUpArea }, geometry: null, source: '命名', names: [{ id: `${subject}-${item.id}`, name: item.name, text: one?.text ?? '', sign: one?.sign ?? '', specific: item.cut?.specific ?? '', generic: item.cut?.generic ?? '', standing: 'standard', from: day, to: '', document: '', caseId: subject, itemId: item.id }] }, `e${subject.slice(1)}${item.id}`)
  }
  yield act(2, 'placeName.delivered', { receiver: '示例街道办事处', how: 'inPerson' })
  // One in twenty is filed late.
  yield act(random.next() < 0.05 ? 16 : 3, 'placeName.filed', { to: '示例市民政局', document: '', items: items.map(({ id }) => id), papers: codesOf(filingPapers), words })
  yield act(1, 'placeName.noticed', { number: '', channels: ['nationalBase', 'website'], link: 'https://example.invalid/', elements: codesOf(noticeElements), words })
  yield act(2, 'placeName.filingAnswered', { outcome: 'filed', note: '' })
  for (const item of items) yield act(0, 'placeName.entered', { item: item.id, code: `${String(index + 1).padStart(18, '3')}${item.id.padStart(2, '0')}`, announced: true })
  for (const item of items) yield act(item.id === '1' ? 7 : 0, 'placeName.signSet', { item: item.id, sign: `${subject}-${item.id}`, text: item.name, pinyin: item.spelling.sign, position: '路口', maker: '示例制牌', photo: 'a'.repeat(64) })
  yield act(10, 'placeName.archived', { fonds: '9901', year: Number(day.slice(0, 4)), fileNumber: index + 1, pages: 30, index: true })
}

/** All applications of the years, act by act in the order of their days. */
const applications = (firstYear: number): readonly (readonly [Actor, Action])[] => {
  const random = seeded(17)
  const all = Array.from({ length: casesAYear * years }, (_, index) => [...course(random, index, addDays(civilDate(`${String(firstYear)}-01-02`), Math.floor((index * 320 * years) / (casesAYear * years)) + 45 * Math.floor(index / casesAYear)))]).flat()
  return all.toSorted(([a], [b]) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

const loadedDesk = async (options: BenchOptions): Promise<Loaded> => {
  const names = namesOf(options)
  const folder = folderOf(names)
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
  const before = addDays(civilDate(`${String(firstYear)}-01-01`), -60)
  const register = openRegister({ folder: making })
  await setUp(register, before, ['place-names'])
  const start = performance.now()
  const actions = (await register.bulk(city(names, addDays(before, 1)), { perTransaction, alone: true })) + (await register.bulk(applications(firstYear), { perTransaction, alone: true }))
  const milliseconds = performance.now() - start
  await register.close()
  const loaded: Loaded = { names, cases: casesAYear * years, actions, milliseconds, firstYear, lastYear, schema }
  writeFileSync(join(making, 'bench.json'), JSON.stringify(loaded, undefined, 2))
  rmSync(folder, { recursive: true, force: true })
  renameSync(making, folder)
  return loaded
}

interface Counted { readonly identities: readonly { readonly holds: boolean; readonly line: { readonly zh: string } }[]; readonly rows: readonly { readonly cells: readonly { readonly value: number }[] }[] }
interface Report { readonly cases: readonly unknown[]; readonly examined: number; readonly passed: number; readonly unanswered: number }

/** Counts every table through the door over a month, a year and all years; then the rates and the compliance report, cold and warm. */
export const measure: Measure = async (options) => {
  const { names, cases, actions, milliseconds, firstYear, lastYear } = await loadedDesk(options)
  const load = `${String(cases)} applications in a city of ${String(names)} names, ${String(actions)} actions loaded in ${String(Math.round(milliseconds / 1000))} s`
  const door = await openDoor(folderOf(names), manager)
  let closed = false
  try {
    const { tables } = await door.ask<{ readonly tables: readonly { readonly id: string }[] }>('GET', '/api/place-name-tables')
    const june = monthRange(`${String(lastYear)}-06`)
    const year = `from=${String(lastYear)}-01-01&to=${String(lastYear)}-12-31`
    const periods = { month: `from=${june.from}&to=${june.to}`, year, all: `from=${String(firstYear)}-01-01&to=${String(lastYear)}-12-31` } as const
    const figures: Figure[] = []
    const every: number[] = []
    for (const [name, period] of Object.entries(periods)) {
      const slowest: { readonly id: string; readonly wall: number }[] = []
      let counted = 0
      for (const { id } of tables) {
        const path = `/api/place-name-tables/${id}?${period}`
        const table = await door.ask<Counted>('GET', path)
        const broken = table.identities.find(({ holds }) => !holds)
        if (broken !== undefined) throw new Error(`${id}: ${broken.line.zh}`)
        if (id === 'names.months') counted = table.rows.at(-1)?.cells[0]?.value ?? 0
        const taken: Taken[] = []
        for (let count = 0; count < rounds; count += 1) taken.push(await door.time('GET', path))
        every.push(...taken.map(({ wall }) => wall))
        slowest.push({ id, wall: median(taken.map(({ wall }) => wall)) })
      }
      slowest.sort((a, b) => b.wall - a.wall)
      figures.push({
        id: `place-name-tables.${name}`, value: round(slowest[0]?.wall ?? Number.NaN, 1), beside: [],
        note: `${slowest[0]?.id ?? ''}, the slowest of ${String(tables.length)} tables, median of ${String(rounds)}; then ${slowest.slice(1, 4).map(({ id, wall }) => `${id} ${String(round(wall, 1))}`).join(', ')} ms; ${String(counted)} names approved, every identity checked; ${load}`,
      })
    }
    const rates: number[] = []
    for (let count = 0; count < 20; count += 1) rates.push((await door.time('GET', `/api/place-name-rates?${year}`)).wall)
    figures.push({ id: 'place-name-tables.rates', value: round(percentile(rates.slice(1), 0.95), 1), beside: [], note: `the first, which reads and folds every case that may fall due, ${String(round(rates[0] ?? Number.NaN))} ms; ${load}` })
    const path = `/api/place-name-report?${year}`
    const { cases: judged, examined, passed, unanswered } = await door.ask<Report>('GET', path)
    const kept: number[] = []
    for (let count = 0; count < 10; count += 1) kept.push((await door.time('GET', path)).wall)
    const other: number[] = []
    for (let day = 2; day <= 8; day += 1) other.push((await door.time('GET', `/api/place-name-report?from=${String(lastYear)}-01-0${String(day)}&to=${String(lastYear)}-12-31`)).wall)
    // What was judged is kept while nothing is written: a door just opened knows nothing yet, and a folder has one at a time.
    await door.close()
    closed = true
    const cold: Taken[] = []
    const few: number[] = []
    let small = 0
    for (let start = 0; start < 3; start += 1) {
      const opened = await openDoor(folderOf(names), manager)
      try {
        for (let month = 1 + start; month <= 12; month += 3) {
          const path = `/api/place-name-report?from=${String(lastYear)}-${String(month).padStart(2, '0')}-01&to=${String(lastYear)}-${String(month).padStart(2, '0')}-22`
          few.push((await opened.time('GET', path)).wall)
          small = Math.max(small, (await opened.ask<Report>('GET', path)).cases.length)
        }
      } finally {
        await opened.close()
      }
      const whole = await openDoor(folderOf(names), manager)
      try {
        cold.push(await whole.time('GET', path))
      } finally {
        await whole.close()
      }
    }
    figures.push({ id: 'place-name-tables.small', value: round(percentile(few, 0.95)), beside: [], note: `median ${String(round(median(few)))} ms; up to ${String(small)} applications, as many as a district decides in a year, none read before; ${load}` })
    const walls = cold.map(({ wall }) => wall)
    figures.push({
      id: 'place-name-tables.report', value: round(percentile(walls, 0.95)), beside: [`another period of the same cases: p95 ${String(round(percentile(other, 0.95), 1))} ms`, `the same again: p95 ${String(round(percentile(kept, 0.95), 1))} ms`],
      note: `median ${String(round(median(walls)))} ms, of the processor ${String(round(median(cold.map(({ cpu }) => cpu))))} ms; right after the start, every case read and folded; ${String(judged.length)} applications of a year, ${String(passed)} of ${String(examined)} rules passed, ${String(unanswered)} not answered; ${load}`,
    })
    return figures
  } finally {
    if (!closed) await door.close()
  }
}
