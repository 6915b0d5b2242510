import { isCivilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { titleOf } from './codes.ts'
import { lastPossibleDay, spanOf } from './dates.ts'
import { runExamples } from './examples.ts'
import { requireWhole } from './money.ts'
import type { Condition, Layer, PolicyItem, WaiverPolicy } from './policy.ts'

const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

/** Faults one after another, in the order in which they are told; nothing is thrown before somebody asks. */
type Faults = Generator<LantaiError, void>

/** What a check throws, as a fault. */
function* caught(work: () => void): Faults {
  try {
    work()
  } catch (error) {
    if (!(error instanceof LantaiError)) throw error
    yield error
  }
}

const throwFirst = (faults: Faults): void => {
  const [first] = faults
  if (first !== undefined) throw first
}

function* doubles(ids: readonly string[], field: string): Faults {
  for (const [index, id] of ids.entries()) if (ids.indexOf(id) !== index) yield invalid(`编号 ${id} 重复`, `The id ${id} stands there twice`, `${field}.${index}.id`)
}

const opposite = (a: Condition, b: Condition): boolean => a.is !== b.is && (a.kind === 'flag' ? b.kind === 'flag' && a.flag === b.flag : b.kind === 'area' && a.of === b.of && a.within.join() === b.within.join())

function* itemFaults(entry: PolicyItem, field: string): Faults {
  const title = titleOf(entry.item)
  for (const [index, measure] of entry.measures.entries()) {
    const at = `${field}.measures.${index}`
    const { capQuantity, capFen, unitPriceFen } = measure
    if (measure.unit === '') yield invalid(`${title.zh}的限额没有写明单位`, `The limit of “${title.en}” is missing its unit`, `${at}.unit`)
    if (capQuantity !== null) yield* caught(() => requireWhole(capQuantity, 1, `${at}.capQuantity`, text('数量限额', 'limit of the quantity')))
    if (capFen !== null) yield* caught(() => requireWhole(capFen, 0, `${at}.capFen`, text('限额（分）', 'cap in fen')))
    if (unitPriceFen !== null) yield* caught(() => requireWhole(unitPriceFen, 0, `${at}.unitPriceFen`, text('单价（分）', 'rate in fen')))
    if (entry.measures.findIndex((other) => other.unit === measure.unit) !== index) yield invalid(`${title.zh}的同一单位有两个标准`, `“${title.en}” has two rates for one unit`, `${at}.unit`)
  }
}

function* layerFaults(layer: Layer, field: string): Faults {
  yield* doubles(layer.classes.map(({ id }) => id), `${field}.classes`)
  yield* doubles(layer.bearers.map(({ id }) => id), `${field}.bearers`)
  for (const [index, entry] of layer.items.entries()) {
    const at = `${field}.items.${index}`
    yield* itemFaults(entry, at)
    if (entry.instead && layer.kind === 'base') yield invalid('只有困难群众的项目可以代替基本项目', 'Only an item of a relief layer takes the place of another', `${at}.instead`)
    // Two rows of one item must exclude each other, or the same item would have two rates.
    if (layer.items.slice(0, index).some((other) => other.item === entry.item && !other.when.some((one) => entry.when.some((another) => opposite(one, another))))) yield invalid(`${titleOf(entry.item).zh}有两行，适用条件没有互相排除`, `“${titleOf(entry.item).en}” has two rows whose conditions do not exclude each other`, `${at}.when`)
  }
}

function* dayFaults(policy: WaiverPolicy): Faults {
  for (const field of ['from', 'to'] as const) {
    const value = policy[field]
    if (value === '' || value === 'unknown') continue
    const filled = value.length === 10 ? value : `${value}${value.length === 4 ? '-01-01' : '-01'}`
    if (!isCivilDate(filled)) return yield invalid(`没有 ${value} 这一天`, `There is no day ${value}`, field)
  }
  const last = lastPossibleDay(policy)
  if (last !== '' && last < spanOf(policy.from).first) yield invalid('终止日期早于开始日期', 'The last day lies before the first', 'to')
}

function* soundness(policy: WaiverPolicy): Faults {
  yield* dayFaults(policy)
  yield* doubles(policy.layers.map(({ id }) => id), 'layers')
  yield* doubles(policy.bearers.map(({ id }) => id), 'bearers')
  yield* doubles(policy.examples.map(({ id }) => id), 'examples')
  if (policy.modes.includes('claim') && policy.claim === null) yield invalid('允许先付后申领的，应写明申领地点和期限', 'Where claims are allowed, where and until when is written down', 'claim')
  for (const [index, layer] of policy.layers.entries()) yield* layerFaults(layer, `layers.${index}`)
}

/** Refuses a policy that cannot be: a limit without its unit, dates that do not exist or run backwards, an item with two rates, an id twice. Throws `invalid` at the field. */
export const requireSoundPolicy = (policy: WaiverPolicy): void => throwFirst(soundness(policy))

function* overlaps(policy: WaiverPolicy, others: readonly WaiverPolicy[]): Faults {
  const first = spanOf(policy.from).first
  const last = lastPossibleDay(policy)
  for (const other of others) {
    if (other.series !== policy.series || other.id === policy.id) continue
    const otherLast = lastPossibleDay(other)
    if ((otherLast === '' || first <= otherLast) && (last === '' || spanOf(other.from).first <= last)) {
      yield new LantaiError('invalid', text(`与《${other.title.zh}》（${other.from}至${other.to === '' ? '今' : other.to}）的执行期间重叠`, `Its dates overlap those of “${other.title.en}” (${other.from} to ${other.to === '' ? 'now' : other.to})`), 'from', { policy: other.id })
    }
  }
}

/** Refuses versions of one series whose dates overlap, or may overlap where a day is only partly known. Throws `invalid` at `from`, naming the other version. */
export const requireNoOverlap = (policy: WaiverPolicy, others: readonly WaiverPolicy[]): void => throwFirst(overlaps(policy, others))

function* readiness(policy: WaiverPolicy, others: readonly WaiverPolicy[]): Faults {
  yield* soundness(policy)
  if (policy.documentNumber.trim() === '') yield invalid('请填写文件字号', 'Enter the number of the document', 'documentNumber')
  if (policy.from.length !== 10) yield invalid('请按文件写明开始执行的日期', 'Enter the day from which the document applies', 'from')
  if (policy.to !== '' && policy.to.length !== 10) yield invalid('请按文件写明终止日期，没有终止日期的留空', 'Enter the last day by the document, or leave it open', 'to')
  for (const [at, layer] of policy.layers.entries()) for (const [index, entry] of layer.items.entries()) {
    if (!entry.amountKnown) yield invalid(`${titleOf(entry.item).zh}的标准还没有录入`, `The rate of “${titleOf(entry.item).en}” has not been entered`, `layers.${at}.items.${index}.amountKnown`)
  }
  // Days that do not exist overlap nothing.
  if ([...dayFaults(policy)].length === 0) yield* overlaps(policy, others)
  if (policy.examples.length === 0) yield invalid('请至少录入一个算例', 'Enter at least one worked example', 'examples')
  for (const [index, result] of runExamples(policy).entries()) {
    if (!result.holds) yield new LantaiError('invalid', text(`算例“${result.title.zh}”不再相符：${result.differences.map(({ zh }) => zh).join('；')}`, `The worked example “${result.title.en}” no longer comes out: ${result.differences.map(({ en }) => en).join('; ')}`), `examples.${index}`, result)
  }
}

/** Everything that keeps a policy from being put in force, each at its field, in the order in which it would be told. */
export const policyFaults = (policy: WaiverPolicy, others: readonly WaiverPolicy[]): readonly { readonly field: string; readonly message: Text }[] => [...readiness(policy, others)].map((fault) => ({ field: fault.field ?? '', message: fault.text }))

/** Refuses what an office may not put in force: without a document number, with days known only in part, with amounts not yet entered, without worked examples, or with one that no longer comes out. Throws `invalid` at the field. */
export const requireReadyForForce = (policy: WaiverPolicy, others: readonly WaiverPolicy[]): void => throwFirst(readiness(policy, others))
