import { z } from 'zod'
import { isCivilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import { agreesWithPublished } from '../waiver/money.ts'
import type { Identity } from './identities.ts'
import { equation } from './identities.ts'

/** A published figure, or a target (目标) that was set. */
export const referenceKinds = ['published', 'target'] as const

/** A published table, or a list of targets, as an office enters it beside its own: where it stands, which edition, and up to what hour it counts. A table without a kind is a published one. */
export const ReferenceTable = z.strictObject({
  kind: z.enum(referenceKinds).optional(),
  /** The date of the source. */
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine((value): boolean => isCivilDate(value)).optional(),
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

/** What a table is: published unless it says otherwise. */
export const referenceKind = ({ kind }: Pick<ReferenceTable, 'kind'>): (typeof referenceKinds)[number] => kind ?? 'published'

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

/** How the office's own figure stands beside a published one, or a target. */
export interface Comparison {
  readonly cell: string
  readonly own: number
  readonly published: number
  /** own − published, in single units (yuan of an amount). */
  readonly difference: number
  /** Within the rounding of the published figure; a target is met when it is reached. */
  readonly agrees: boolean
}

const cents = (value: number): number => Math.round(value * 100) / 100

/** Compares counted figures with a published table, cell by cell; only cells that the table has. Amounts are published truncated as often as rounded: they agree within one unit of the last place. */
export const compareWithReference = (table: ReferenceTable, own: ReadonlyMap<string, number>, amounts: ReadonlySet<string> = new Set()): readonly Comparison[] =>
  Object.entries(table.figures).map(([cell, figure]) => {
    const money = amounts.has(cell)
    const published = money ? cents(figure * table.scale) : Math.round(figure * table.scale)
    const mine = own.get(cell) ?? 0
    const difference = money ? cents(mine - published) : mine - published
    const place = table.scale / 10 ** table.decimals
    const agrees = referenceKind(table) === 'target' ? mine >= published : money ? agreesWithPublished(mine, published, Math.log10(1 / place)) : Math.abs(difference) <= (table.scale === 1 && table.decimals === 0 ? 0 : 0.5 * place)
    return { cell, own: mine, published, difference, agrees }
  })
