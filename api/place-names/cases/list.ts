import type { z } from 'zod'
import type { PlaceNameFilter, PlaceNameRow } from '../../../db/place-names/contract.ts'
import { findCode } from '../../../domain/codes/types.ts'
import { civilDate } from '../../../domain/dates.ts'
import { clocksOfCase } from '../../../domain/place-names/case/clocks.ts'
import { codesOf, placeNameStates } from '../../../domain/place-names/case/codes.ts'
import { stateTitle } from '../../../domain/place-names/case/fold.ts'
import { listHandlings, statesOf, type ListSpec } from '../../case/list.ts'
import { pageOf } from '../../case/records.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { placeNameLists, type PlaceNameLine, type PlaceNameQuery } from '../../schemas/place-names.ts'
import { routes } from '../../schemas/index.ts'
import { casesIn, clockOptions, countLists, nextDue, runningCases, type PlaceNameList } from './clocks.ts'
import { foldOfRow } from './folds.ts'

type Asked = Omit<z.infer<typeof PlaceNameQuery>, 'after' | 'limit'>
type Filter = PlaceNameFilter & { readonly list?: PlaceNameList }

/** Names of a case that a list shows; the rest is counted. */
const shownNames = 5

/** A case as a list shows it, with the clock that falls due next. */
const lineOf = async (house: House, row: PlaceNameRow): Promise<PlaceNameLine> => {
  const today = house.today()
  const { read } = house.register
  const options = await clockOptions(house, read, today)
  // A case that lies in the archive has no clock that runs.
  const clocks = row.state === 'archived' ? [] : clocksOfCase(await foldOfRow(house.register, read, row), civilDate(today), options)
  return {
    id: row.id, revision: row.revision, state: row.state, stateTitle: stateTitle(row.state), source: row.source, title: row.title, applicant: row.applicant, receivedOn: row.receivedOn, slip: row.slip, document: row.document, decidedOn: row.decidedOn,
    names: row.names.slice(0, shownNames), count: row.names.length, acts: [...row.acts], kinds: [...row.kinds], approved: row.approved, refused: row.refused, registrarName: await house.nameOf(row.registrar), counter: row.counter, due: nextDue(clocks, today),
  }
}

/** Of the running cases of a list, those that the rest of the filter leaves; such a list is short, and stands in memory. */
const inList = async (house: House, list: PlaceNameList, { after: _, limit: __, ...filter }: PlaceNameFilter): Promise<readonly PlaceNameRow[]> => {
  const { read } = house.register
  const rows = casesIn(list, await runningCases(house, read, house.today())).map(({ row }) => row)
  if (Object.keys(filter).length === 0) return rows
  const kept = new Set<string>()
  let after: string | undefined
  do {
    const page = await read.placeNames.cases({ ...filter, ...(after === undefined ? {} : { after }), limit: 1000 })
    for (const { id } of page.rows) kept.add(id)
    after = page.next
  } while (after !== undefined)
  return rows.filter(({ id }) => kept.has(id))
}

/** The list of place-name cases (地名台账). */
export const placeNameList: ListSpec<Asked, Filter, PlaceNameRow, PlaceNameLine> = {
  subject: 'place-name-cases',
  name: '地名台账',
  headings: ['收件日期', '来源', '标题', '申请单位', '事项', '地名', '个数', '受理凭证', '状态', '批准文号', '批准日期', '批准（个）', '不予批准（个）', '下一期限', '期限日期', '登记员', '窗口'],
  filterOf: ({ state, act, kind, source, text, list, from, to, decidedFrom, decidedTo, cell, counter }) => ({
    ...(state === undefined ? {} : { state: statesOf(state, codesOf(placeNameStates)) }), ...(act === undefined ? {} : { act }), ...(kind === undefined ? {} : { kind }), ...(source === undefined ? {} : { source }), ...(text === undefined ? {} : { text }), ...(list === undefined ? {} : { list }),
    ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), ...(decidedFrom === undefined ? {} : { decidedFrom }), ...(decidedTo === undefined ? {} : { decidedTo }), ...(cell === undefined ? {} : { cell }), ...(counter === undefined ? {} : { counter }),
  }),
  page: async (house, { list, ...filter }) => {
    if (list === undefined) return house.register.read.placeNames.cases(filter)
    const { rows, next } = pageOf(await inList(house, list, filter), filter)
    return { rows, next }
  },
  count: async (house, { list, ...filter }) => (list === undefined ? house.register.read.placeNames.count(filter) : (await inList(house, list, filter)).length),
  line: lineOf,
  cells: (line) => [
    line.receivedOn, line.source === 'application' ? '申请' : '来函征求意见', line.title, line.applicant, line.acts.map((act) => actNames[act]).join('、'), line.names.join('、') + (line.count > line.names.length ? '等' : ''), String(line.count), line.slip, findCode(placeNameStates, line.state)?.zh ?? '', line.document, line.decidedOn,
    String(line.approved), String(line.refused), line.due?.title.zh ?? '', line.due?.day ?? '', line.registrarName, line.counter,
  ],
}

const actNames = { naming: '命名', renaming: '更名', extentChange: '起止点调整', removal: '销名', restoration: '恢复历史地名' } as const

/** The list of cases, what waits in it, and its export. */
export const placeNameListHandlings: readonly Handling[] = [
  handle(routes.placeNameListCounts, async ({ house }) => ({ lists: (await countLists(house, house.register.read, house.today(), placeNameLists)).map((row) => ({ ...row })) })),
  ...listHandlings(placeNameList, { list: routes.listPlaceNameCases, export: routes.exportPlaceNameCases }),
]
