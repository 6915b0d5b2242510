import { z } from 'zod'
import { LantaiError } from '../../error.ts'
import { text } from '../../text.ts'

const Words = z.strictObject({ zh: z.string().max(300), en: z.string().max(300) })

/** A form of the annual inspection: no article of the regulation of 2026 orders points, so the items are local and data. */
export const InspectionForm = z.strictObject({
  id: z.string().min(1).max(60), title: Words, source: z.string().min(1).max(300), verified: z.boolean(),
  items: z.array(z.strictObject({ id: z.string().min(1).max(40), title: Words, most: z.int().positive().max(1000) })).min(1),
  /** Points from which a facility passes, and from which it is given time; below it fails. */
  passFrom: z.int().nonnegative(), fixFrom: z.int().nonnegative(),
})
export type InspectionForm = z.infer<typeof InspectionForm>

/** The six parts of a provincial form of a hundred points; the marks of passing are each office's own. */
export const provincialItems: InspectionForm['items'] = [
  { id: 'displays', title: text('公示', 'Displays'), most: 10 },
  { id: 'sales', title: text('销售', 'Sales'), most: 5 },
  { id: 'salesFiles', title: text('销售档案', 'Sales files'), most: 7 },
  { id: 'plots', title: text('墓位建设', 'Plot building'), most: 9 },
  { id: 'grounds', title: text('园区环境', 'Grounds'), most: 30 },
  { id: 'management', title: text('管理', 'Management'), most: 39 },
]

/** Result of an annual inspection. */
export type InspectionResult = 'pass' | 'fix' | 'fail'
/** Points that an item was given, with what was seen. */
export interface ItemScore {
  readonly item: string
  readonly points: number
  readonly note: string
}

const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

/** Refuses a form that cannot be scored; throws `invalid` at the field. */
export const requireSoundForm = ({ items, passFrom, fixFrom }: InspectionForm): void => {
  const most = items.reduce((sum, item) => sum + item.most, 0)
  const again = items.findIndex(({ id }, index) => items.findIndex((other) => other.id === id) !== index)
  if (again >= 0) throw invalid('同一项目重复', 'The same item stands there twice', `items.${again}`)
  if (passFrom > most) throw invalid(`合格分不能超过总分 ${most}`, `The mark of passing is above the whole of ${most}`, 'passFrom')
  if (fixFrom > passFrom) throw invalid('整改分不能高于合格分', 'The mark of time to mend is above that of passing', 'fixFrom')
}

/** Adds the points of a form up to score and result; every item is scored once, whole points within its most. Throws `invalid` at the item. */
export const scoreInspection = (form: InspectionForm, scores: readonly ItemScore[]): { readonly score: number; readonly result: InspectionResult } => {
  scores.forEach(({ item, points, note }, index) => {
    const found = form.items.find(({ id }) => id === item)
    if (found === undefined || scores.findIndex((other) => other.item === item) !== index) throw invalid('表中没有这个项目或者重复', 'No such item, or twice', `items.${index}.item`)
    if (!Number.isInteger(points) || points < 0 || points > found.most) throw invalid(`得分应为 0 到 ${found.most} 的整数`, `Whole points of 0-${found.most}`, `items.${index}.points`)
    if (points < found.most && note.trim() === '') throw invalid('扣分应写明原因', 'Say why points were taken off', `items.${index}.note`)
  })
  const open = form.items.find(({ id }) => !scores.some(({ item }) => item === id))
  if (open !== undefined) throw invalid(`“${open.title.zh}”没有评分`, `“${open.title.en}” has not been scored`, 'items')
  const score = scores.reduce((sum, { points }) => sum + points, 0)
  return { score, result: score >= form.passFrom ? 'pass' : score >= form.fixFrom ? 'fix' : 'fail' }
}
