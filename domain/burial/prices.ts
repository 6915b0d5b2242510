import { z } from 'zod'
import { day, dayOrNone } from '../case/file.ts'
import { civilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import type { Check } from '../findings.ts'
import { rulesByDay, runRules } from '../findings.ts'
import { citations } from '../law.ts'
import { asks, fail, notApplicable, pass } from '../outcome.ts'
import type { Outcome, Rule } from '../rule.ts'
import { text } from '../text.ts'
import { titleOf, waiverItemCodes, waiverUnitCodes } from '../waiver/codes.ts'
import type { WaiverItem, WaiverUnit } from '../waiver/codes.ts'
import type { BillLine } from '../waiver/facts.ts'
import { money } from '../waiver/money.ts'
import type { Facility } from './facilities/facility.ts'
import { findPrice } from './facilities/facility.ts'
import { funeralRegulation, regulationFrom } from './law.ts'

/** A price of the office's list: what one unit of an item costs, by which document, from when to when (empty: open); amounts in fen. */
export const PriceListEntry = z.strictObject({ item: z.enum(waiverItemCodes), unit: z.enum(waiverUnitCodes), unitPriceFen: z.int().nonnegative().max(1_000_000_000), document: z.string().min(1).max(200), from: day, to: dayOrNone })
export type PriceListEntry = z.infer<typeof PriceListEntry>

const overlap = (a: PriceListEntry, b: PriceListEntry): boolean => a.item === b.item && a.unit === b.unit && (b.to === '' || a.from <= b.to) && (a.to === '' || b.from <= a.to)

/** Refuses a price list that cannot be: days that do not exist or run backwards, an item and unit with two prices on one day. Throws `invalid` at the entry. */
export const requireSoundPrices = (prices: readonly PriceListEntry[]): void => {
  prices.forEach((price, index) => {
    civilDate(price.from, `${index}.from`)
    if (price.to !== '' && civilDate(price.to, `${index}.to`) < price.from) throw new LantaiError('invalid', text('终止日期早于开始日期', 'It ends before it begins'), `${index}.to`)
    if (prices.slice(0, index).some((other) => overlap(other, price))) throw new LantaiError('invalid', text(`${titleOf(price.item).zh}按${titleOf(price.unit).zh}计有两个价格，期间重叠`, `“${titleOf(price.item).en}” by ${titleOf(price.unit).en} has two prices on one day`), `${index}.from`)
  })
}

const standing = (price: PriceListEntry, on: string): boolean => price.from <= on && (price.to === '' || on <= price.to)

/** The prices of a list in force on a civil day. */
export const pricesOn = (prices: readonly PriceListEntry[], on: string): readonly PriceListEntry[] => prices.filter((price) => standing(price, on))

/** The listed price of an item by a unit on a civil day, or undefined. */
export const findListPrice = (prices: readonly PriceListEntry[], item: WaiverItem, unit: WaiverUnit, on: string): PriceListEntry | undefined => prices.find((price) => price.item === item && price.unit === unit && standing(price, on))

/** What a bill is compared with: the office's list, and the register entry of the home with its price approvals, where there is one. */
export interface BillFacts {
  readonly day: string
  readonly lines: readonly BillLine[]
  /** A claim carries the invoice of another home, to which this list does not apply. */
  readonly mode: 'till' | 'claim'
  readonly prices: readonly PriceListEntry[]
  readonly facility?: Pick<Facility, 'approvals'>
}

const each = (facts: BillFacts, say: (line: BillLine, field: string) => Outcome | undefined): Outcome | readonly Outcome[] => {
  if (facts.mode === 'claim' || facts.lines.length === 0) return notApplicable
  const said = facts.lines.map((line, index) => say(line, `lines.${index}`)).filter((outcome) => outcome !== undefined)
  return said.length === 0 ? pass : said
}

const rule = (draft: Omit<Rule<BillFacts>, 'from' | 'severity' | 'source' | 'group'> & Partial<Pick<Rule<BillFacts>, 'severity' | 'source'>>): Rule<BillFacts> => ({ from: regulationFrom, severity: 'stop', source: 'confirmed', group: 'burial-prices', ...draft })

/** Rules on bills: only what is on the list, and never above it (第四十二、五十条). */
export const priceRules: readonly Rule<BillFacts>[] = [
  rule({
    id: 'price.list', severity: 'information', title: text('价目表', 'Price list'), law: citations(funeralRegulation.cite(42), funeralRegulation.cite(43)), asks: text('收费项目和标准应当公示，收费以公示的价目表为准。', 'Items and prices are displayed, and what is charged follows the list.'),
    check: ({ prices, day: on, mode }) => (mode === 'claim' ? notApplicable : pricesOn(prices, on).length > 0 ? pass : asks('prices', '本处还没有录入价目表，不能核对收费', 'The office has entered no price list, so that the bill cannot be compared')),
  }),
  rule({
    id: 'price.listed', title: text('只收价目表列明的项目', 'Only what is listed'), law: funeralRegulation.cite(42), asks: text('不得在价目表以外收费。', 'Nothing outside the list is charged.'),
    check: (facts) => {
      const prices = pricesOn(facts.prices, facts.day)
      if (prices.length === 0) return notApplicable
      return each(facts, ({ item, unit, unitPriceFen }, field) => {
        // What costs nothing is no charge.
        if (unitPriceFen === 0 || prices.some((price) => price.item === item && price.unit === unit)) return undefined
        const other = prices.find((price) => price.item === item)
        return other === undefined ? fail(`${field}.item`, `价目表没有“${titleOf(item).zh}”，不能收费`, `The list has no “${titleOf(item).en}”; it is not charged`) : fail(`${field}.unit`, `价目表中“${titleOf(item).zh}”按${titleOf(other.unit).zh}计`, `The list counts “${titleOf(item).en}” by ${titleOf(other.unit).en}`)
      })
    },
  }),
  rule({
    id: 'price.tag', title: text('不高于标价', 'Not above the tag'), law: citations(funeralRegulation.cite(42), funeralRegulation.cite(50)), asks: text('不得高于标价收费；家属自选的项目按其标价另列。', 'Nothing is charged above its tag; what the family chose has a tag of its own.'),
    check: (facts) => each(facts, ({ item, unit, unitPriceFen, chosen }, field) => {
      const listed = chosen ? undefined : findListPrice(facts.prices, item, unit, facts.day)
      return listed === undefined || unitPriceFen <= listed.unitPriceFen ? undefined : fail(`${field}.unitPriceFen`, `${titleOf(item).zh}每${titleOf(unit).zh} ${money(unitPriceFen).zh}，高于标价 ${money(listed.unitPriceFen).zh}（${listed.document}）`, `“${titleOf(item).en}”: ${money(unitPriceFen).en} a ${titleOf(unit).en} is above the tag of ${money(listed.unitPriceFen).en} (${listed.document})`)
    }),
  }),
  rule({
    id: 'price.approved', title: text('不高于批复', 'Not above the approval'), law: citations(funeralRegulation.cite(5), funeralRegulation.cite(50)), asks: text('基础项目的收费不得高于价格批复。', 'Basic items are not charged above the price approved.'),
    check: (facts) => each(facts, ({ item, unitPriceFen, chosen }, field) => {
      const approved = chosen || facts.facility === undefined ? undefined : findPrice(facts.facility, titleOf(item).zh, facts.day)
      return approved === undefined || unitPriceFen <= approved.mostFen ? undefined : fail(`${field}.unitPriceFen`, `${titleOf(item).zh} ${money(unitPriceFen).zh}，高于批复 ${money(approved.mostFen).zh}（${approved.document}）`, `“${titleOf(item).en}”: ${money(unitPriceFen).en} is above the approved ${money(approved.mostFen).en} (${approved.document})`)
    }),
  }),
]

/** Names of the group under which the rule book lists them. */
export const priceRuleGroups = { 'burial-prices': text('收费', 'Prices') } as const

const rulesOn = rulesByDay(priceRules)

/** Compares a bill with the price list and the approvals of its day: every fault at its line. Throws `invalid` when the day does not exist. */
export const checkBill = (facts: BillFacts): Check => runRules<BillFacts>(rulesOn(civilDate(facts.day, 'day')), facts, { typing: false, answers: [] })
