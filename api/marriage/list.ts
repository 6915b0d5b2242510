import type { z } from 'zod'
import type { MarriageFilter } from '../../db/contract.ts'
import type { Actor } from '../../domain/action.ts'
import { csv } from '../../domain/csv.ts'
import { LantaiError } from '../../domain/error.ts'
import { MarriageState } from '../../domain/marriage/actions.ts'
import { marriageKindTitles } from '../../domain/marriage/file.ts'
import { stateTitles } from '../../domain/marriage/fold.ts'
import { text } from '../../domain/text.ts'
import { handle, type Handling } from '../door.ts'
import type { House } from '../house.ts'
import { routes } from '../schemas/index.ts'
import type { MarriageQuery } from '../schemas/marriage.ts'
import { lineOf } from './lines.ts'

/** States as the address carries them: `received,registered`. */
const statesOf = (written: string): MarriageState[] =>
  written.split(',').map((part) => {
    const state = MarriageState.safeParse(part)
    if (!state.success) throw new LantaiError('malformed', text('没有这个状态', 'There is no such state'), 'state')
    return state.data
  })

type Asked = Omit<z.infer<typeof MarriageQuery>, 'after' | 'limit'>

const filterOf = ({ state, kind, from, to, registrar, counter, inspection }: Asked): MarriageFilter => ({
  ...(state === undefined ? {} : { state: statesOf(state) }), ...(kind === undefined ? {} : { kind }), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }),
  ...(registrar === undefined ? {} : { registrar }), ...(counter === undefined ? {} : { counter }), ...(inspection === undefined ? {} : { inspection }),
})

/** More rows than this are not one export: the period is to be narrowed. */
const exportLimit = 50_000

const headings = ['登记字号', '男方', '女方', '男方证件号', '女方证件号', '种类', '状态', '登记日期', '受理时间', '登记员', '窗口', '男方印制号', '女方印制号']

/** The whole list of a filter as masked rows; who exported what for which purpose stands in the journal before a row leaves. */
const exportList = async (house: House, asked: Asked, purpose: string, actor: Actor): Promise<string> => {
  const filter = filterOf(asked)
  const count = await house.register.read.countMarriages(filter)
  if (count > exportLimit) throw new LantaiError('too_large', text(`共 ${String(count)} 条，一次最多导出 ${String(exportLimit)} 条，请缩小日期范围`, `${String(count)} rows; at most ${String(exportLimit)} are exported at once: narrow the dates`), 'filter.from')
  await house.register.transact(actor, (tx) => tx.record({ kind: 'record.exported', subject: 'marriages', body: { what: `marriages ${JSON.stringify(asked)}`.slice(0, 120), purpose: purpose.slice(0, 200), count } }))
  const rows: string[][] = [headings]
  let after: string | undefined
  do {
    const page = await house.register.read.marriages({ ...filter, ...(after === undefined ? {} : { after }), limit: 1000 })
    for (const row of page.rows) {
      const line = await lineOf(house, row)
      rows.push([line.number, ...line.names, ...line.identityNumbers, marriageKindTitles[line.kind].zh, stateTitles[line.state].zh, line.day, line.openedAt.slice(0, 16).replace('T', ' '), line.registrarName, line.counter, ...line.serials])
    }
    after = page.next
  } while (after !== undefined)
  return csv(rows)
}

/** The list of marriage cases (结婚登记台账). */
export const listHandlings: readonly Handling[] = [
  handle(routes.exportMarriages, async ({ house, body, actor }) => {
    const table = await exportList(house, body.filter, body.purpose, actor())
    return new Response(table, { headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="marriages.csv"; filename*=UTF-8''${encodeURIComponent(`结婚登记台账-${house.today()}.csv`)}`, 'x-content-type-options': 'nosniff' } })
  }),

  handle(routes.listMarriages, async ({ house, query }) => {
    const { after, limit } = query
    const filter = filterOf(query)
    const page = await house.register.read.marriages({ ...filter, ...(after === undefined ? {} : { after }), limit: limit ?? 50 })
    const count = await house.register.read.countMarriages(filter)
    return { rows: await Promise.all(page.rows.map((row) => lineOf(house, row))), ...(page.next === undefined ? {} : { next: page.next }), count }
  }),
]
