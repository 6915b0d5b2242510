import { describe, expect, it } from 'vitest'
import { burialTables } from '../../../../domain/burial/statistics/tables.ts'
import { placeNameTables } from '../../../../domain/place-names/statistics/tables.ts'
import { figureValue, findPublishedFigure, publishedFigures, shippedReferences } from '../../../../domain/statistics/published.ts'
import { compareWithReference, referenceKind, ReferenceTable } from '../../../../domain/statistics/reference.ts'
import { unitText } from '../../../../domain/statistics/units.ts'

const table = (more: Partial<ReferenceTable>): ReferenceTable => ReferenceTable.parse({ id: 't', title: '示例', source: '示例文件', edition: '公报', period: '2026', area: '', cutOff: '', scale: 1, decimals: 0, figures: {}, ...more })

describe('figures of every window', () => {
  it('have an id, a window and a unit of their own', () => {
    expect(new Set(publishedFigures.map(({ id }) => id)).size).toBe(publishedFigures.length)
    expect(new Set(publishedFigures.map(({ title }) => title.zh)).size).toBe(publishedFigures.length)
    for (const { id, window, unit, title } of publishedFigures) {
      expect(id.length, id).toBeLessThanOrEqual(80)
      if (window !== 'marriage') expect(id.startsWith(`${window}.`), id).toBe(true)
      expect(unitText(unit).en, id).not.toBe(unit)
      expect(title.en, id).not.toMatch(/[一-鿿]/u)
      expect(findPublishedFigure(id)).toMatchObject({ id, window })
    }
  })
  it('hold bodies, vigils, waivers with their amount, eco-burials, rewards, names by act, filings', () => {
    expect(findPublishedFigure('burial.cremated.total')).toMatchObject({ window: 'burial', unit: '具', money: false, cells: ['cremated.total'], title: { zh: '殡葬服务月报 · 火化遗体' } })
    expect(findPublishedFigure('burial.waiver.total')).toMatchObject({ unit: '人次', money: false })
    expect(findPublishedFigure('burial.waiver.total.yuan')).toMatchObject({ unit: '元', money: true, cells: ['waiver.total'] })
    expect(findPublishedFigure('burial.cremated.resident.yes')?.title.zh).toBe('殡葬服务月报 · 火化遗体 · 其中户籍人口')
    for (const id of ['burial.vigil.total', 'burial.placed.eco', 'burial.reward.total.yuan', 'place-names.name.approved.act.naming', 'place-names.name.approved.act.renaming', 'place-names.name.approved.act.removal', 'place-names.filing.total', 'place-names.notice.total', 'place-names.application.accepted.total']) expect(findPublishedFigure(id), id).toBeDefined()
    expect(findPublishedFigure('divorce.total')).toMatchObject({ window: 'divorce', unit: '对' })
    expect(findPublishedFigure('application.accepted')).toMatchObject({ window: 'divorce', unit: '件' })
    expect(findPublishedFigure('cremated.total')).toBeUndefined()
  })
  it('count cells that the tables of their window have', () => {
    const cells = { burial: new Set(burialTables.flatMap(({ rows, columns }) => (rows.by === 'figures' ? rows.list : columns).flatMap((column) => column.cells))), 'place-names': new Set(placeNameTables.flatMap(({ rows, columns }) => (rows.by === 'figures' ? rows.list : columns).flatMap((column) => column.cells))) }
    for (const figure of publishedFigures) if (figure.window === 'burial' || figure.window === 'place-names') for (const cell of figure.cells) expect(cells[figure.window].has(cell), figure.id).toBe(true)
  })
  it('are counted, or summed in yuan', () => {
    const at = (): { count: number; fen: number } => ({ count: 3, fen: 12_345 })
    const value = (id: string): number => { const found = findPublishedFigure(id); if (found === undefined) throw new Error(id); return figureValue(found, at) }
    expect(value('burial.waiver.total')).toBe(3)
    expect(value('burial.waiver.total.yuan')).toBe(123.45)
    expect(value('marriage.persons')).toBe(6)
  })
})

describe('published figures and targets', () => {
  it('old tables are published ones; a target is met when it is reached', () => {
    expect(shippedReferences.map(referenceKind)).toEqual(['published', 'published', 'published'])
    expect(ReferenceTable.safeParse({ ...table({}), day: '2026-02-30' }).success).toBe(false)
    const target = table({ kind: 'target', day: '2026-01-15', figures: { 'burial.placed.eco': 300 } })
    expect(compareWithReference(target, new Map([['burial.placed.eco', 316]]))).toEqual([{ cell: 'burial.placed.eco', own: 316, published: 300, difference: 16, agrees: true }])
    expect(compareWithReference(target, new Map([['burial.placed.eco', 299]]))[0]).toMatchObject({ difference: -1, agrees: false })
  })
  it('amounts agree within one unit of the last place, for they are cut as often as rounded', () => {
    const given = table({ scale: 10_000, decimals: 0, figures: { 'burial.waiver.total.yuan': 319 } })
    const amounts = new Set(['burial.waiver.total.yuan'])
    expect(compareWithReference(given, new Map([['burial.waiver.total.yuan', 3_199_999.99]]), amounts)[0]).toMatchObject({ published: 3_190_000, difference: 9999.99, agrees: true })
    expect(compareWithReference(given, new Map([['burial.waiver.total.yuan', 3_210_000]]), amounts)[0]).toMatchObject({ agrees: false })
    expect(compareWithReference(table({ decimals: 2, figures: { 'burial.waiver.total.yuan': 123.45 } }), new Map([['burial.waiver.total.yuan', 123.45]]), amounts)[0]).toMatchObject({ published: 123.45, difference: 0, agrees: true })
  })
})
