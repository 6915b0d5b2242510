import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { isTime, unitsInWindow } from './clock.ts'
import type { WaiverItem } from './codes.ts'
import { titleOf } from './codes.ts'
import type { BillLine, WaiverFacts } from './facts.ts'
import { actualOf } from './facts.ts'
import { money, yuan } from './money.ts'
import type { Question } from './eligibility.ts'
import { answerAll, openQuestions } from './eligibility.ts'
import type { Layer, Measure, PolicyItem, WaiverPolicy } from './policy.ts'

/** One step that lowered a line, in the order in which it was taken. */
export interface Cut {
  readonly kind: 'substitution' | 'clock' | 'quantity' | 'price' | 'item' | 'case'
  readonly fromFen: number
  readonly toFen: number
  readonly message: Text
}

/** What a line comes to in one layer before the case cap. */
export interface LineWaiver {
  readonly line: BillLine
  readonly fen: number
  readonly cuts: readonly Cut[]
}

/** What an item comes to in one layer before the case cap. */
export interface ItemWaiver {
  readonly item: WaiverItem
  readonly clause: Text
  /** Cap of the item, null without one. */
  readonly capFen: number | null
  /** `pending`: a condition or an amount is open; nothing is waived, and no further layer gives it meanwhile. */
  readonly status: 'counted' | 'pending' | 'uncovered'
  readonly lines: readonly LineWaiver[]
  readonly questions: readonly Question[]
  readonly message: Text
}

/** The measure that a bill's unit is counted by; `body` takes any unit. */
const findMeasure = (entry: PolicyItem, unit: BillLine['unit']): Measure | undefined => entry.measures.find((measure) => measure.unit === unit) ?? entry.measures.find((measure) => measure.unit === 'body')

/** A line as far as one measure and the choice of the family let it go: its price, and why. */
interface Priced {
  readonly line: BillLine
  readonly price: number
  readonly quantity: number
  readonly cuts: readonly Cut[]
}

const clockNames = { death: text('死亡', 'the death'), arrival: text('到馆', 'the arrival'), cremation: text('火化', 'the cremation') } as const

const priceLine = (line: BillLine, entry: PolicyItem, measure: Measure, clock: string): Priced => {
  const cuts: Cut[] = []
  const unit = titleOf(line.unit)
  let price = line.unitPriceFen
  const lower = (kind: Cut['kind'], to: number, message: Text): void => {
    if (to >= price) return
    cuts.push({ kind, fromFen: line.quantity * price, toFen: line.quantity * to, message })
    price = to
  }
  if (line.chosen && entry.substitution.kind === 'none') lower('substitution', 0, text('自选项目，政策不抵扣', 'Chosen by the family; the policy gives no credit'))
  if (line.chosen && entry.substitution.kind === 'credit') lower('substitution', entry.substitution.upToFen, text(`自选项目，每${unit.zh}抵扣 ${money(entry.substitution.upToFen).zh}`, `Chosen by the family; ${money(entry.substitution.upToFen).en} a ${unit.en} are credited`))
  // The case is one body: a rate for it bounds the whole line, whatever the bill counts.
  if (measure.unitPriceFen !== null && measure.unit === line.unit) lower('price', measure.unitPriceFen, text(`政策标准每${unit.zh} ${money(measure.unitPriceFen).zh}`, `The policy's rate is ${money(measure.unitPriceFen).en} a ${unit.en}`))
  let quantity = line.quantity
  if (entry.clockStart !== null && clock !== '' && measure.capQuantity !== null && measure.unit === line.unit) {
    const inside = unitsInWindow(clock, line.unit, measure.capQuantity, line)
    if (inside < quantity) {
      cuts.push({ kind: 'clock', fromFen: quantity * price, toFen: inside * price, message: text(`自${clockNames[entry.clockStart].zh}（${clock}）起 ${measure.capQuantity} ${unit.zh}内减免，其中 ${inside} ${unit.zh}在内`, `Free for ${measure.capQuantity} × ${unit.en} from ${clockNames[entry.clockStart].en} (${clock}); ${inside} of them lie inside`) })
      quantity = inside
    }
  }
  return { line, price, quantity, cuts }
}

/** Dearest first, so that what is waived never falls when something costs more; then by id. */
const byPrice = (a: Priced, b: Priced): number => b.price - a.price || (a.line.id < b.line.id ? -1 : a.line.id > b.line.id ? 1 : 0)

const countLines = (lines: readonly BillLine[], entry: PolicyItem, measure: Measure, clock: string): readonly LineWaiver[] => {
  const bodyRate = measure.unit === 'body' && measure.unitPriceFen !== null ? measure.unitPriceFen * (measure.capQuantity ?? 1) : null
  const cap = measure.capFen === null ? bodyRate : bodyRate === null ? measure.capFen : Math.min(bodyRate, measure.capFen)
  let units = measure.capQuantity ?? Number.MAX_SAFE_INTEGER
  let left = cap ?? Number.MAX_SAFE_INTEGER
  return lines.map((line) => priceLine(line, entry, measure, clock)).sort(byPrice).map(({ line, price, quantity, cuts: before }) => {
    const cuts = [...before]
    let counted = quantity
    const unit = titleOf(line.unit)
    if (measure.unit === line.unit) {
      counted = Math.min(quantity, units)
      units -= counted
      if (counted < quantity) cuts.push({ kind: 'quantity', fromFen: quantity * price, toFen: counted * price, message: text(`至多 ${measure.capQuantity ?? 0} ${unit.zh}`, `At most ${measure.capQuantity ?? 0} × ${unit.en}`) })
    }
    const amount = counted * price
    const fen = Math.min(amount, left)
    if (fen < amount) cuts.push({ kind: 'item', fromFen: amount, toFen: fen, message: text(`单项封顶 ${yuan(cap ?? 0)}元`, `The item is capped at ${yuan(cap ?? 0)} yuan`) })
    left -= fen
    return { line, fen, cuts }
  })
}

const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

/** What one item of a layer comes to before the case cap; throws `invalid` at `lines.N.unit` where the bill counts it by another unit than the policy. */
export const waiveItem = (item: WaiverItem, lines: readonly BillLine[], policy: WaiverPolicy, layer: Layer, facts: WaiverFacts): ItemWaiver => {
  const rows = layer.items.filter((entry) => entry.item === item)
  const title = titleOf(item)
  const nothing = { item, capFen: null, lines: lines.map((line) => ({ line, fen: 0, cuts: [] })), questions: [], clause: layer.clause } as const
  const answers = rows.map((entry) => answerAll(entry.when, facts, policy))
  const found = rows.find((_entry, index) => answers[index] === 'yes')
  if (found === undefined) {
    const open = rows.filter((_entry, index) => answers[index] === 'unknown')
    if (open.length > 0) return { ...nothing, status: 'pending', questions: open.flatMap((entry) => openQuestions(entry.when, facts, policy)), message: text(`${title.zh}的减免标准取决于尚未查明的事项`, `The rate for “${title.en}” depends on something not yet known`) }
    return { ...nothing, status: 'uncovered', message: text(`${title.zh}不在减免项目内`, `“${title.en}” is not among the items of the policy`) }
  }
  const pending = (zh: string, en: string, field: string): ItemWaiver => ({ ...nothing, clause: found.clause, status: 'pending', questions: [{ field, message: text(zh, en) }], message: text(zh, en) })
  if (!found.amountKnown) return pending(`${title.zh}的减免标准未见原文，请查文件并录入本单位采用的政策`, `The amount for “${title.en}” has not been read; look it up and enter it in the policy that the office adopts`, 'policy')
  if (found.substitution.kind === 'unstated' && lines.some((line) => line.chosen)) return pending(`${title.zh}：自选项目能否抵扣，文件没有写明，请查明`, `“${title.en}”: the document does not say whether what the family chose is credited; find out`, 'policy')
  const measures = lines.map((line) => {
    const measure = findMeasure(found, line.unit)
    if (measure === undefined) throw invalid(`${title.zh}按${found.measures.map(({ unit }) => (unit === '' ? '?' : titleOf(unit).zh)).join('或')}计，不能按${titleOf(line.unit).zh}计`, `“${title.en}” is counted by ${found.measures.map(({ unit }) => (unit === '' ? '?' : titleOf(unit).en)).join(' or ')}, not by ${titleOf(line.unit).en}`, `lines.${facts.lines.indexOf(line)}.unit`)
    return measure
  })
  const [measure] = measures
  const odd = measures.findIndex((entry) => entry !== measure)
  if (measure === undefined || odd >= 0) throw invalid(`${title.zh}的各行应按同一单位计`, `The lines of “${title.en}” are counted by one unit`, `lines.${facts.lines.indexOf(lines[Math.max(odd, 0)] as BillLine)}.unit`)
  const clock = found.clockStart === null ? '' : facts.days[found.clockStart]
  if (found.clockStart !== null && clock === '' && lines.some((line) => line.from !== '' && isTime(line.unit))) return pending(`${title.zh}从${clockNames[found.clockStart].zh}起算，请填写${clockNames[found.clockStart].zh}日期`, `“${title.en}” is counted from ${clockNames[found.clockStart].en}; enter its day`, `days.${found.clockStart}`)
  return { item, status: 'counted', clause: found.clause, capFen: measure.capFen, lines: countLines(lines, found, measure, clock), questions: [], message: found.scope }
}

/** Lines of an item in the bill, by item. */
export const linesByItem = (lines: readonly BillLine[]): ReadonlyMap<WaiverItem, readonly BillLine[]> => {
  const found = new Map<WaiverItem, BillLine[]>()
  for (const line of lines) found.set(line.item, [...(found.get(line.item) ?? []), line])
  return found
}

/** Sum of what lines really cost, in fen. */
export const sumActual = (lines: readonly BillLine[]): number => lines.reduce((sum, line) => sum + actualOf(line), 0)
