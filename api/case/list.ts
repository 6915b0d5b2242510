import type { CaseFilter, Page } from '../../db/contract.ts'
import type { Actor } from '../../domain/action.ts'
import { csv } from '../../domain/csv.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import { handle, type Handling } from '../door.ts'
import type { House } from '../house.ts'
import type { ListRoutes } from './routes.ts'

/** States as the address carries them: `received,registered`; throws `malformed`. */
export const statesOf = <S extends string>(written: string, states: readonly S[]): S[] =>
  written.split(',').map((part) => {
    const state = states.find((one) => one === part)
    if (state === undefined) throw new LantaiError('malformed', text('没有这个状态', 'There is no such state'), 'state')
    return state
  })

interface CommonQuery { readonly state?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined; readonly registrar?: string | undefined; readonly counter?: string | undefined; readonly inspection?: 'qualified' | 'failed' | 'unexamined' | undefined; readonly cell?: string | undefined }

/** The part of a filter that all lists know. */
export const commonFilter = <S extends string>({ state, from, to, registrar, counter, inspection, cell }: CommonQuery, states: readonly S[]): CaseFilter<S> => ({
  ...(state === undefined ? {} : { state: statesOf(state, states) }), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }),
  ...(registrar === undefined ? {} : { registrar }), ...(counter === undefined ? {} : { counter }), ...(inspection === undefined ? {} : { inspection }), ...(cell === undefined ? {} : { cell }),
})

/** The list of a window (台账): how it is asked of the register and what its rows say. */
export interface ListSpec<Asked, Filter, Row, Line> {
  /** Subject of the record of an export, and the name of its file in Latin letters. */
  readonly subject: string
  /** Name of the exported table, e.g. 结婚登记台账. */
  readonly name: string
  readonly headings: readonly string[]
  readonly filterOf: (asked: Asked, house: House) => Filter
  readonly page: (house: House, filter: Filter & { readonly after?: string; readonly limit?: number }) => Promise<Page<Row>>
  readonly count: (house: House, filter: Filter) => Promise<number>
  readonly line: (house: House, row: Row) => Promise<Line>
  /** The cells of an exported row, in the order of the headings. */
  readonly cells: (line: Line) => readonly string[]
}

/** More rows than this are not one export: the period is to be narrowed. */
const exportLimit = 50_000

/** The whole list of a filter as masked rows; who exported what for which purpose stands in the journal before a row leaves. */
const exportList = async <Asked, Filter, Row, Line>(spec: ListSpec<Asked, Filter, Row, Line>, house: House, asked: Asked, purpose: string, actor: Actor): Promise<string> => {
  const filter = spec.filterOf(asked, house)
  const count = await spec.count(house, filter)
  if (count > exportLimit) throw new LantaiError('too_large', text(`共 ${String(count)} 条，一次最多导出 ${String(exportLimit)} 条，请缩小日期范围`, `${String(count)} rows; at most ${String(exportLimit)} are exported at once: narrow the dates`), 'filter.from')
  await house.register.transact(actor, (tx) => tx.record({ kind: 'record.exported', subject: spec.subject, body: { what: `${spec.subject} ${JSON.stringify(asked)}`.slice(0, 120), purpose: purpose.slice(0, 200), count } }))
  const rows: string[][] = [[...spec.headings]]
  let after: string | undefined
  do {
    const page: Page<Row> = await spec.page(house, { ...filter, ...(after === undefined ? {} : { after }), limit: 1000 })
    for (const row of page.rows) rows.push([...spec.cells(await spec.line(house, row))])
    after = page.next
  } while (after !== undefined)
  return csv(rows)
}

/** The list of a window's cases and its export. */
export const listHandlings = <Asked extends object, Filter, Row, Line>(spec: ListSpec<Asked, Filter, Row, Line>, routes: ListRoutes<Asked & { after?: string | undefined; limit?: number | undefined }, Asked, Line>): readonly Handling[] => [
  handle(routes.export, async ({ house, body, actor }) => {
    const table = await exportList(spec, house, body.filter, body.purpose, actor())
    return new Response(table, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${spec.subject}.csv"; filename*=UTF-8''${encodeURIComponent(`${spec.name}-${house.today()}.csv`)}`, 'x-content-type-options': 'nosniff' } })
  }),

  handle(routes.list, async ({ house, query }) => {
    const { after, limit } = query
    const filter = spec.filterOf(query, house)
    const page = await spec.page(house, { ...filter, ...(after === undefined ? {} : { after }), limit: limit ?? 50 })
    const count = await spec.count(house, filter)
    return { rows: await Promise.all(page.rows.map((row) => spec.line(house, row))), ...(page.next === undefined ? {} : { next: page.next }), count }
  }),
]
