import { isCivilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import { titleOf } from './codes.ts'
import { lastPossibleDay, spanOf } from './dates.ts'
import { runExamples } from './examples.ts'
import { requireWhole } from './money.ts'
import type { Condition, Layer, PolicyItem, WaiverPolicy } from './policy.ts'

const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

const requireOnce = (ids: readonly string[], field: string): void => {
  const again = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  if (again >= 0) throw invalid(`编号 ${ids[again] ?? ''} 重复`, `The id ${ids[again] ?? ''} stands there twice`, `${field}.${again}.id`)
}

const opposite = (a: Condition, b: Condition): boolean => a.is !== b.is && (a.kind === 'flag' ? b.kind === 'flag' && a.flag === b.flag : b.kind === 'area' && a.of === b.of && a.within.join() === b.within.join())

const requireItem = (entry: PolicyItem, field: string): void => {
  const title = titleOf(entry.item)
  entry.measures.forEach((measure, index) => {
    const at = `${field}.measures.${index}`
    if (measure.unit === '') throw invalid(`${title.zh}的限额没有写明单位`, `The limit of “${title.en}” is missing its unit`, `${at}.unit`)
    if (measure.capQuantity !== null) requireWhole(measure.capQuantity, 1, `${at}.capQuantity`, text('数量限额', 'limit of the quantity'))
    if (measure.capFen !== null) requireWhole(measure.capFen, 0, `${at}.capFen`, text('限额（分）', 'cap in fen'))
    if (measure.unitPriceFen !== null) requireWhole(measure.unitPriceFen, 0, `${at}.unitPriceFen`, text('单价（分）', 'rate in fen'))
    if (entry.measures.findIndex((other) => other.unit === measure.unit) !== index) throw invalid(`${title.zh}的同一单位有两个标准`, `“${title.en}” has two rates for one unit`, `${at}.unit`)
  })
}

const requireLayer = (layer: Layer, field: string): void => {
  requireOnce(layer.classes.map(({ id }) => id), `${field}.classes`)
  requireOnce(layer.bearers.map(({ id }) => id), `${field}.bearers`)
  layer.items.forEach((entry, index) => {
    const at = `${field}.items.${index}`
    requireItem(entry, at)
    if (entry.instead && layer.kind === 'base') throw invalid('只有困难群众的项目可以代替基本项目', 'Only an item of a relief layer takes the place of another', `${at}.instead`)
    // Two rows of one item must exclude each other, or the same item would have two rates.
    layer.items.slice(0, index).forEach((other) => {
      if (other.item === entry.item && !other.when.some((one) => entry.when.some((another) => opposite(one, another)))) throw invalid(`${titleOf(entry.item).zh}有两行，适用条件没有互相排除`, `“${titleOf(entry.item).en}” has two rows whose conditions do not exclude each other`, `${at}.when`)
    })
  })
}

/** Refuses a policy that cannot be: a limit without its unit, dates that do not exist or run backwards, an item with two rates, an id twice. Throws `invalid` at the field. */
export const requireSoundPolicy = (policy: WaiverPolicy): void => {
  for (const field of ['from', 'to'] as const) {
    const value = policy[field]
    if (value === '' || value === 'unknown') continue
    const filled = value.length === 10 ? value : `${value}${value.length === 4 ? '-01-01' : '-01'}`
    if (!isCivilDate(filled)) throw invalid(`没有 ${value} 这一天`, `There is no day ${value}`, field)
  }
  const last = lastPossibleDay(policy)
  if (last !== '' && last < spanOf(policy.from).first) throw invalid('终止日期早于开始日期', 'The last day lies before the first', 'to')
  requireOnce(policy.layers.map(({ id }) => id), 'layers')
  requireOnce(policy.bearers.map(({ id }) => id), 'bearers')
  requireOnce(policy.examples.map(({ id }) => id), 'examples')
  if (policy.modes.includes('claim') && policy.claim === null) throw invalid('允许先付后申领的，应写明申领地点和期限', 'Where claims are allowed, where and until when is written down', 'claim')
  policy.layers.forEach((layer, index) => requireLayer(layer, `layers.${index}`))
}

/** Refuses versions of one series whose dates overlap, or may overlap where a day is only partly known. Throws `invalid` at `from`, naming the other version. */
export const requireNoOverlap = (policy: WaiverPolicy, others: readonly WaiverPolicy[]): void => {
  const first = spanOf(policy.from).first
  const last = lastPossibleDay(policy)
  for (const other of others) {
    if (other.series !== policy.series || other.id === policy.id) continue
    const otherLast = lastPossibleDay(other)
    if ((otherLast === '' || first <= otherLast) && (last === '' || spanOf(other.from).first <= last)) {
      throw new LantaiError('invalid', text(`与《${other.title.zh}》（${other.from}至${other.to === '' ? '今' : other.to}）的执行期间重叠`, `Its dates overlap those of “${other.title.en}” (${other.from} to ${other.to === '' ? 'now' : other.to})`), 'from', { policy: other.id })
    }
  }
}

/** Refuses what an office may not put in force: without a document number, with days known only in part, with amounts not yet entered, without worked examples, or with one that no longer comes out. Throws `invalid` at the field. */
export const requireReadyForForce = (policy: WaiverPolicy, others: readonly WaiverPolicy[]): void => {
  requireSoundPolicy(policy)
  if (policy.documentNumber.trim() === '') throw invalid('请填写文件字号', 'Enter the number of the document', 'documentNumber')
  if (policy.from.length !== 10) throw invalid('请按文件写明开始执行的日期', 'Enter the day from which the document applies', 'from')
  if (policy.to !== '' && policy.to.length !== 10) throw invalid('请按文件写明终止日期，没有终止日期的留空', 'Enter the last day by the document, or leave it open', 'to')
  policy.layers.forEach((layer, at) => layer.items.forEach((entry, index) => {
    if (!entry.amountKnown) throw invalid(`${titleOf(entry.item).zh}的标准还没有录入`, `The rate of “${titleOf(entry.item).en}” has not been entered`, `layers.${at}.items.${index}.amountKnown`)
  }))
  requireNoOverlap(policy, others)
  if (policy.examples.length === 0) throw invalid('请至少录入一个算例', 'Enter at least one worked example', 'examples')
  runExamples(policy).forEach((result, index) => {
    if (!result.holds) throw new LantaiError('invalid', text(`算例“${result.title.zh}”不再相符：${result.differences.map(({ zh }) => zh).join('；')}`, `The worked example “${result.title.en}” no longer comes out: ${result.differences.map(({ en }) => en).join('; ')}`), `examples.${index}`, result)
  })
}
