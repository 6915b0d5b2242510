import { numeratorCell, rateCells, ratesOf as burialRatesOf } from '../../../domain/burial/statistics/rates.ts'
import type { BookTable, Span } from '../../../domain/reports/shapes.ts'
import { spans } from '../../../domain/reports/shapes.ts'
import type { Period } from '../../../domain/reports/spans.ts'
import { text } from '../../../domain/text.ts'
import type { House } from '../../house.ts'
import { ratesOf as onTimeRatesOf } from '../../place-names/statistics/rates.ts'
import type { Spans } from './tables.ts'

/** Rates of a window with both their numbers; a rate is the share of the number that stands before it. */

type Cell = BookTable['rows'][number]['lines'][number]['cells'][number]
const cell = (count: number, share: number | null = null, open: Cell['open'] = null): Cell => ({ count, fen: null, share, open })

/** 火化率、集中办丧率: only those whose denominator was entered for the days, with its source; a self-made denominator tells no rate. */
export const burialRates = async (house: House, asked: Spans): Promise<BookTable | undefined> => {
  const { burial } = house.register.read
  const rows = new Map<string, { readonly title: BookTable['title']; readonly lines: Map<Span, readonly Cell[]> }>()
  for (const span of spans) {
    const period: Period = asked[span]
    const [sums, entered] = await Promise.all([burial.sums(rateCells, period), burial.denominators(period)])
    for (const rate of burialRatesOf(sums, entered, period)) {
      if (rate.denominator === null) continue
      const id = `${rate.id}.${rate.denominator.base}`
      const row = rows.get(id) ?? { title: text(`${rate.title.zh}（分母来源：${rate.denominator.source}）`, `${rate.title.en} (denominator: ${rate.denominator.source})`), lines: new Map<Span, readonly Cell[]>() }
      rows.set(id, row)
      const open = rate.numerator === 0 ? null : { window: 'burial', cells: [numeratorCell(rate.denominator.base)], ...period }
      row.lines.set(span, [cell(rate.numerator, rate.rate, open), cell(rate.denominator.value)])
    }
  }
  if (rows.size === 0) return undefined
  return {
    id: 'burial.rates', window: 'burial', title: text('火化率和集中办丧率', 'Cremation and centralised-funeral rates'), unit: '', identities: [],
    columns: [{ id: 'numerator', title: text('分子', 'Numerator'), unit: '具', money: false }, { id: 'denominator', title: text('分母', 'Denominator'), unit: '人', money: false }],
    rows: [...rows].map(([id, { title, lines }]) => ({ id, title, lines: spans.flatMap((span) => { const cells = lines.get(span); return cells === undefined ? [] : [{ span, cells: [...cells] }] }) })),
  }
}

/** 办理时限: how often each duty on place names that fell due was kept in time, of the period alone: what is late in it can be done tomorrow. */
export const placeNameRates = async (house: House, { period }: Spans): Promise<BookTable> => ({
  id: 'place-names.rates', window: 'place-names', title: text('地名办理按期情况', 'Place-name duties kept in time'), unit: '件', identities: [],
  columns: [
    { id: 'due', title: text('到期', 'Fell due'), unit: '件', money: false }, { id: 'met', title: text('按期', 'In time'), unit: '件', money: false }, { id: 'late', title: text('逾期办结', 'Late'), unit: '件', money: false },
    { id: 'overdue', title: text('逾期未办', 'Overdue'), unit: '件', money: false }, { id: 'open', title: text('未到期', 'Still open'), unit: '件', money: false },
  ],
  rows: (await onTimeRatesOf(house, period)).map(({ id, title, met, late, overdue, open }) => {
    const judged = met + late + overdue
    return { id, title, lines: [{ span: 'period' as const, cells: [cell(judged), cell(met, judged === 0 ? null : met / judged), cell(late), cell(overdue), cell(open)] }] }
  }),
})
