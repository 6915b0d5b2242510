import type { DivorceRow, Reads } from '../../db/contract.ts'
import { addDays, civilDate, daysBetween, type CivilDate } from '../../domain/dates.ts'
import { worklistKinds, worklistRanges, worklistTitles, type WorklistKind } from '../../domain/divorce/worklist.ts'
import { text } from '../../domain/text.ts'
import { calendarOf, restOptions } from '../calendar/calendar.ts'
import { readCase } from '../case/reply.ts'
import { handle, type Handling } from '../door.ts'
import type { House } from '../house.ts'
import { pdfResponse } from '../papers.ts'
import { routes } from '../schemas/index.ts'
import type { Deadline } from '../windows.ts'
import { atDay } from './counter.ts'
import { lineOf } from './list.ts'
import { divorceSpec } from './spec.ts'

/** Rows of each list that are shown at once. */
const shown = 100
/** The most rows of a list that are printed. */
const printed = 500

/** The lists of a day with their cases; throws `invalid` at `day` for a year without a table. */
const listsOf = async (house: House, day: CivilDate, limit: number, only?: WorklistKind) => {
  const calendar = await calendarOf(house)
  const options = await restOptions(house, day)
  const ranges = await atDay('day', () => worklistRanges(day, calendar, options))
  return Promise.all(worklistKinds.filter((kind) => only === undefined || kind === only).map(async (kind) => {
    const { from, to } = ranges[kind]
    const page = await house.register.read.divorceWorklist(ranges[kind], { limit })
    return { kind, title: worklistTitles[kind], from, to, count: page.count, rows: page.rows }
  }))
}

/** A case as the sheet on the counter shows it: with names and telephones, to call the couple. */
const sheetRow = async (house: House, row: DivorceRow) => {
  const { folded } = await readCase(divorceSpec, house.register.read, row.id)
  const [man, woman] = folded.file.parties
  return {
    receiptNumber: row.receiptNumber, names: [man.name, woman.name] as const, phones: [man.phone, woman.phone] as const, acceptedOn: row.acceptedOn, end1: row.end1, windowOpens: folded.dates?.windowOpens ?? '', end2: row.end2,
    registrar: await house.nameOf(folded.accepted?.registrar ?? ''),
  }
}

/** The last days of an accepted application, by the column that holds them and the list in which they stand on that day. */
const deadlineKinds = [
  { kind: 'endsToday', column: 'end1', title: text('冷静期届满', 'Cooling-off period ends') },
  { kind: 'closingSoon', column: 'end2', title: text('领证期届满', 'Issuance window closes') },
] as const

/** Cooling-off periods that end and windows that close within days, of applications that nobody has withdrawn or decided. */
export const divorceDeadlines = async (reads: Reads, { from, to }: { readonly from: string; readonly to: string }): Promise<readonly Deadline[]> => {
  const days = Array.from({ length: daysBetween(civilDate(from), civilDate(to)) + 1 }, (_, index) => addDays(civilDate(from), index))
  const found = await Promise.all(days.flatMap((day) => deadlineKinds.map(async ({ kind, column, title }) => ({ day, kind, title, count: (await reads.divorceWorklist({ column, from: day, to: day }, { limit: 1 })).count }))))
  return found.filter(({ count }) => count > 0)
}

/** The deadline work list of a morning, and its sheet. */
export const worklistHandlings: readonly Handling[] = [
  handle(routes.divorceWorklist, async ({ house, query }) => {
    const day = query.day ?? house.today()
    const lists = await listsOf(house, day, query.limit ?? shown, query.kind)
    return { day, lists: await Promise.all(lists.map(async ({ rows, ...list }) => ({ ...list, rows: await Promise.all(rows.map((row) => lineOf(house, row))) }))) }
  }),

  handle(routes.divorceWorklistSheet, async ({ house, query, account, actor, request }) => {
    const day = query.day ?? house.today()
    const office = await house.office()
    const found = await listsOf(house, day, printed)
    const lists = await Promise.all(found.map(async ({ title, from, to, rows }) => ({ title: title.zh, from, to, rows: await Promise.all(rows.map((row) => sheetRow(house, row))) })))
    const count = lists.reduce((sum, { rows }) => sum + rows.length, 0)
    // Names and telephones leave the desk on paper.
    await house.register.transact(actor(), (tx) => tx.record({ kind: 'record.exported', subject: 'divorces', body: { what: `divorces worklist ${day}`, purpose: '', count } }))
    const bytes = await house.printer.render({ paper: 'office.worklist', sheet: { officeName: office.name, area: office.areaOn(day), day, printedAt: house.instant(), preparer: account.name, sample: office.sample, lists } }, { signal: request.signal })
    return pdfResponse(request, bytes, `离婚期限工作清单-${day}`, `${day} ${house.instant()}`)
  }),
]
