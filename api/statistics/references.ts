import { LantaiError } from '../../domain/error.ts'
import { countAt } from '../../domain/statistics/cells.ts'
import type { PublishedFigure } from '../../domain/statistics/published.ts'
import { figureValue, findPublishedFigure, referenceIdentities, referencePeriod, shippedReferences } from '../../domain/statistics/published.ts'
import type { ReferenceTable } from '../../domain/statistics/reference.ts'
import { compareWithReference } from '../../domain/statistics/reference.ts'
import { text } from '../../domain/text.ts'
import { handle, type Handling } from '../door.ts'
import type { House } from '../house.ts'
import { routes } from '../schemas/index.ts'
import { identityReply, requirePeriod } from './table.ts'

const key = 'statistics.references'
const mostTables = 500

const ownTables = async (house: House): Promise<readonly ReferenceTable[]> => (await house.office()).settings[key]

/** The office's own tables, then those that come with the program. */
const allTables = async (house: House): Promise<readonly ReferenceTable[]> => {
  const own = await ownTables(house)
  return [...own, ...shippedReferences.filter(({ id }) => !own.some((table) => table.id === id))]
}

const noTable = (): LantaiError => new LantaiError('not_found', text('没有这张公布数据表', 'There is no such published table'))

const getReference = async (house: House, id: string): Promise<ReferenceTable> => {
  const table = (await allTables(house)).find((entry) => entry.id === id)
  if (table === undefined) throw noTable()
  return table
}

/** The office's own figures beside those of a published table, each counted by the window that it belongs to. */
const ownFigures = async (house: House, table: ReferenceTable, period: { readonly from: string; readonly to: string }): Promise<{ readonly own: ReadonlyMap<string, number>; readonly amounts: ReadonlySet<string> }> => {
  const { read } = house.register
  const figures = Object.keys(table.figures).flatMap((id) => findPublishedFigure(id) ?? [])
  const cellsOf = (wanted: (window: PublishedFigure['window']) => boolean): readonly string[] => [...new Set(figures.filter(({ window }) => wanted(window)).flatMap(({ cells }) => cells))]
  const [burialCells, nameCells, coupleCells] = [cellsOf((window) => window === 'burial'), cellsOf((window) => window === 'place-names'), cellsOf((window) => window !== 'burial' && window !== 'place-names')]
  const [burial, names, couples] = await Promise.all([burialCells.length === 0 ? undefined : read.burial.sums(burialCells, period), nameCells.length === 0 ? undefined : read.placeNames.sums(nameCells, period), read.statistic([...coupleCells], period, house.today())])
  const at = (window: PublishedFigure['window']) => (cell: string): { readonly count: number; readonly fen: number } => {
    if (window === 'burial') return burial?.get(cell) ?? { count: 0, fen: 0 }
    return { count: window === 'place-names' ? (names?.get(cell) ?? 0) : countAt(couples, cell), fen: 0 }
  }
  return { own: new Map(figures.map((figure) => [figure.id, figureValue(figure, at(figure.window))])), amounts: new Set(figures.filter(({ money }) => money).map(({ id }) => id)) }
}

/** Published tables, entered beside the office's own and compared with them. */
export const referenceHandlings: readonly Handling[] = [
  handle(routes.listReferences, async ({ house }) => ({ tables: [...(await allTables(house))] })),

  handle(routes.saveReference, async ({ house, params, body, actor }) => {
    const { table, reason } = body
    if (table.id !== params.id) throw new LantaiError('invalid', text('表的编号与地址不符', 'The id of the table is not that of the address'), 'table.id')
    referencePeriod(table.period)
    const strange = Object.keys(table.figures).find((id) => findPublishedFigure(id) === undefined)
    if (strange !== undefined) throw new LantaiError('invalid', text(`统计表中没有“${strange}”这一项`, `The statistics have no figure “${strange}”`), `table.figures.${strange}`)
    if (Object.keys(table.figures).length === 0) throw new LantaiError('invalid', text('请至少录入一个数字', 'Enter one figure at least'), 'table.figures')
    await house.register.transact(actor(), async (tx) => {
      const before = ((await tx.findSetting(key)) ?? []) as readonly ReferenceTable[]
      const value = [...before.filter(({ id }) => id !== table.id), table]
      if (value.length > mostTables) throw new LantaiError('too_large', text(`最多保存 ${String(mostTables)} 张公布数据表`, `At most ${String(mostTables)} published tables are kept`))
      await tx.record({ kind: 'setting.changed', subject: key, body: { key, value }, reason })
    })
    house.forget()
    return table
  }),

  handle(routes.deleteReference, async ({ house, params, actor }) => {
    const { id } = params
    await house.register.transact(actor(), async (tx) => {
      const before = ((await tx.findSetting(key)) ?? []) as readonly ReferenceTable[]
      const value = before.filter((table) => table.id !== id)
      if (value.length === before.length) throw shippedReferences.some((table) => table.id === id) ? new LantaiError('invalid', text('随程序附带的公布数据不能删除', 'Published tables that come with the program cannot be removed'), 'id') : noTable()
      await tx.record({ kind: 'setting.changed', subject: key, body: { key, value }, reason: '删除公布数据' })
    })
    house.forget()
    return { done: true as const }
  }),

  handle(routes.compareReference, async ({ house, params, query }) => {
    const table = await getReference(house, params.id)
    const own = referencePeriod(table.period)
    const period = requirePeriod({ from: query.from ?? own.from, to: query.to ?? own.to })
    const { own: counted, amounts } = await ownFigures(house, table, period)
    const rows = compareWithReference(table, counted, amounts).map((row) => {
      const figure = findPublishedFigure(row.cell)
      return {
        ...row, title: figure?.title ?? text(row.cell, row.cell), window: figure?.window ?? '', unit: figure?.unit ?? '',
        open: figure === undefined || row.own === 0 ? null : { window: figure.window, cells: [...figure.cells], ...period },
      }
    })
    return { table, ...period, rows, identities: referenceIdentities(table).map(identityReply) }
  }),
]
