import { z } from 'zod'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import type { Identity } from './identities.ts'
import { equation } from './identities.ts'

/** A published table as an office enters it beside its own: where it stands, which edition, and up to what hour it counts. */
export const ReferenceTable = z.strictObject({
  id: z.string().min(1).max(60),
  title: z.string().min(1).max(200),
  source: z.string().min(1).max(400),
  /** Flash figure, bulletin or yearbook: the same period may differ between them. */
  edition: z.string().min(1).max(100),
  /** Period as `2006`, `2024-Q1`, `2024-05`, `2023-05-20`. */
  period: z.string().min(4).max(20),
  area: z.string().max(60),
  /** Hour at which a day's figure was cut off, e.g. `17:30`, or empty. */
  cutOff: z.union([z.literal(''), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]),
  /** What one unit of a figure stands for: 1, or 10000 for 万. */
  scale: z.union([z.literal(1), z.literal(10_000)]),
  /** Decimals the figures are rounded to. */
  decimals: z.int().min(0).max(4),
  figures: z.record(z.string().max(80), z.number().nonnegative()),
})
export type ReferenceTable = z.infer<typeof ReferenceTable>

/** A figure by its cell, or undefined. */
export const findFigure = (table: ReferenceTable, cell: string): number | undefined => table.figures[cell]

/** Checks that parts of a published table add up (times `factor` on the right) within what rounding allows; throws `invalid` for a figure that is not there. */
export const checkReference = (table: ReferenceTable, id: string, parts: readonly string[], whole: string, factor = 1): Identity => {
  const get = (cell: string): number => {
    const figure = table.figures[cell]
    if (figure === undefined) throw new LantaiError('invalid', text(`参考表中没有 ${cell}`, `The reference table has no ${cell}`), `figures.${cell}`)
    return figure
  }
  const half = table.decimals === 0 && table.scale === 1 ? 0 : 0.5 / 10 ** table.decimals
  const round = (value: number): number => Math.round(value * 10 ** 6) / 10 ** 6
  const left = round(parts.reduce((sum, part) => sum + get(part), 0))
  const right = round(factor * get(whole))
  return equation(id, text(`${table.title}：${parts.join(' + ')} = ${factor === 1 ? '' : `${factor} × `}${whole}`, `${table.id}: ${parts.join(' + ')} = ${factor === 1 ? '' : `${factor} × `}${whole}`), '对', { label: text('各项之和', 'sum of parts'), value: left }, { label: text('合计', 'whole'), value: right }, half * (parts.length + factor))
}

/** How the office's own figure stands beside a published one. */
export interface Comparison {
  readonly cell: string
  readonly own: number
  readonly published: number
  /** own − published, in single units. */
  readonly difference: number
  /** Within the rounding of the published figure. */
  readonly agrees: boolean
}

/** Compares counted figures with a published table, cell by cell; only cells that the table has. */
export const compareWithReference = (table: ReferenceTable, own: ReadonlyMap<string, number>): readonly Comparison[] =>
  Object.entries(table.figures).map(([cell, figure]) => {
    const published = Math.round(figure * table.scale)
    const mine = own.get(cell) ?? 0
    const slack = table.scale === 1 && table.decimals === 0 ? 0 : (0.5 * table.scale) / 10 ** table.decimals
    return { cell, own: mine, published, difference: mine - published, agrees: Math.abs(mine - published) <= slack }
  })
