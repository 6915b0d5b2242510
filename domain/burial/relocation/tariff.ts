import { z } from 'zod'
import { civilDate, daysBetween } from '../../dates.ts'
import { LantaiError } from '../../error.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import { money } from '../../waiver/money.ts'
import { graveTypeCodes, graveTypes } from './codes.ts'
import type { GraveType } from './codes.ts'

const fen = z.int().nonnegative().max(1_000_000_000)
const Words = z.strictObject({ zh: z.string().max(300), en: z.string().max(300) })

/** What a relocation pays, as a local document sets it: by grave (座), with what goes by burial cell (穴) apart. */
export const RelocationTariff = z.strictObject({
  id: z.string().min(1).max(60), title: Words, document: z.string().max(300), documentNumber: z.string().max(100), source: z.string().min(1).max(300), verified: z.boolean(),
  rows: z.array(z.strictObject({ type: z.enum(graveTypeCodes), size: z.enum(['single', 'double', 'any']), fen })).min(1),
  /** Early-move reward: percent of the compensation by days from the notice, the shortest first. */
  steps: z.array(z.strictObject({ days: z.int().positive(), percent: z.int().min(1).max(100) })),
  /** For every cell moved into a public cemetery: a reward, and a share of the price of the plot. */
  cellRewardFen: fen, cellPlotFen: fen,
})
export type RelocationTariff = z.infer<typeof RelocationTariff>

const yuan = (type: GraveType, size: 'single' | 'double' | 'any', amount: number): RelocationTariff['rows'][number] => ({ type, size, fen: amount * 100 })

/** The tariffs that are known, unverified and without document number: models to copy from. */
export const shippedTariffs: readonly RelocationTariff[] = [
  { id: 'LS-2019', title: text('丽水迁坟补偿（2019）', 'Lishui relocation (2019)'), document: '', documentNumber: '', source: '转载件', verified: false, rows: [yuan('cement', 'double', 1600), yuan('cement', 'single', 1000), yuan('earth', 'double', 800), yuan('earth', 'single', 500), yuan('boneJar', 'any', 200)], steps: [], cellRewardFen: 10_000, cellPlotFen: 0 },
  { id: 'WA-2020', title: text('瓮安迁坟补偿（2020）', 'Weng’an relocation (2020)'), document: '', documentNumber: '', source: 'wengan.gov.cn 2020-09', verified: false, rows: [yuan('stone', 'single', 2000), yuan('stone', 'double', 3000)], steps: [{ days: 20, percent: 100 }, { days: 30, percent: 80 }, { days: 40, percent: 50 }], cellRewardFen: 0, cellPlotFen: 198_000 },
]

/** What compensation is asked of: one grave (座) of so many cells (穴). */
export interface GraveClaim {
  readonly type: GraveType
  readonly cells: number
  /** Cells re-interred in a public cemetery. */
  readonly publicCells: number
  readonly noticeOn: string
  readonly movedOn: string
}

/** What is paid and why; amounts in fen, the lines add up to the total. */
export interface Compensation {
  readonly baseFen: number
  readonly rewardFen: number
  readonly cellFen: number
  readonly totalFen: number
  readonly lines: readonly { readonly message: Text; readonly fen: number }[]
}

const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

/** Refuses a tariff that cannot be applied: one grave with two amounts, steps out of order. Throws `invalid` at the field. */
export const requireSoundTariff = ({ rows, steps }: RelocationTariff): void => {
  rows.forEach((row, index) => {
    if (rows.some((other, before) => before < index && other.type === row.type && (other.size === row.size || other.size === 'any' || row.size === 'any'))) throw invalid('同一类坟有两个标准', 'One kind of grave has two amounts', `rows.${index}`)
  })
  steps.forEach((step, index) => {
    const before = steps[index - 1]
    if (before !== undefined && (step.days <= before.days || step.percent >= before.percent)) throw invalid('奖励应按天数从短到长、比例从高到低', 'Steps go by longer days and lower percent', `steps.${index}`)
  })
}

/** Works out the compensation of one grave. The percent is rounded half up to the fen. Throws `invalid` at the field for counts and days that cannot be, or a grave the tariff does not know. */
export const compensate = (tariff: RelocationTariff, grave: GraveClaim): Compensation => {
  if (!Number.isInteger(grave.cells) || grave.cells < 1 || grave.cells > 20) throw invalid('穴数应为 1 到 20 的整数', 'Cells are a whole number of 1-20', 'cells')
  if (!Number.isInteger(grave.publicCells) || grave.publicCells < 0 || grave.publicCells > grave.cells) throw invalid('迁入公墓的穴数不能超过本座穴数', 'No more cells go into a cemetery than the grave has', 'publicCells')
  const days = daysBetween(civilDate(grave.noticeOn, 'noticeOn'), civilDate(grave.movedOn, 'movedOn'))
  if (days < 0) throw invalid('迁移日期早于公告', 'It was moved before the notice', 'movedOn')
  const row = tariff.rows.find(({ type, size }) => type === grave.type && (size === 'any' || size === (grave.cells === 1 ? 'single' : 'double')))
  const name = graveTypes.find(({ code }) => code === grave.type)
  if (row === undefined) throw invalid(`《${tariff.title.zh}》没有${name?.zh ?? grave.type}的标准`, `“${tariff.title.en}” has no amount for this grave`, 'type')
  const percent = tariff.steps.find((step) => days <= step.days)?.percent ?? 0
  const rewardFen = Math.floor((row.fen * percent + 50) / 100)
  const cellReward = tariff.cellRewardFen * grave.publicCells
  const cellPlot = tariff.cellPlotFen * grave.publicCells
  const lines = [
    { message: text(`${name?.zh ?? grave.type}${grave.cells > 1 ? '（双穴）' : ''}一座`, `One grave: ${name?.en ?? grave.type}, cells: ${grave.cells}`), fen: row.fen },
    { message: text(`公告后 ${days} 日迁移，奖励补偿的 ${percent}%`, `Moved ${days} days after the notice: ${percent} % of the compensation`), fen: rewardFen },
    { message: text(`迁入公墓 ${grave.publicCells} 穴，每穴奖励 ${money(tariff.cellRewardFen).zh}`, `Cells into a public cemetery: ${grave.publicCells}, reward of ${money(tariff.cellRewardFen).en} each`), fen: cellReward },
    { message: text(`购墓补助 ${grave.publicCells} 穴，每穴 ${money(tariff.cellPlotFen).zh}`, `Towards the plot: ${grave.publicCells} cells, ${money(tariff.cellPlotFen).en} each`), fen: cellPlot },
  ].filter((line) => line.fen > 0)
  return { baseFen: row.fen, rewardFen, cellFen: cellReward + cellPlot, totalFen: row.fen + rewardFen + cellReward + cellPlot, lines }
}
