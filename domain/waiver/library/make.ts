import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import type { StatisticalClass, WaiverFlag, WaiverItem, WaiverUnit } from '../codes.ts'
import type { BillLine, WaiverFacts } from '../facts.ts'
import type { BeneficiaryClass, Condition, Exclusion, Layer, Measure, PolicyItem, WaiverPolicy, WorkedExample } from '../policy.ts'

/** Short ways to write down a policy; amounts here are in whole yuan as the documents give them, everywhere else in fen. */

const fen = (yuan: number | undefined): number | null => (yuan === undefined ? null : yuan * 100)
const none = (): Text => text('', '')
export const rates = text('减免项目和标准', 'items and rates')
export const scopeClause = text('减免对象', 'beneficiaries')
export const excludedClause = text('不予减免的情形', 'who is excluded')

export const flag = (name: WaiverFlag, is: 'yes' | 'no' = 'yes'): Condition => ({ kind: 'flag', flag: name, is })
export const hukou = (is: 'yes' | 'no' = 'yes', ...within: readonly string[]): Condition => ({ kind: 'area', of: 'hukou', within: [...within], is })
export const died: Condition = { kind: 'area', of: 'death', within: [], is: 'yes' }
export const cremated = (is: 'yes' | 'no' = 'yes'): Condition => ({ kind: 'area', of: 'cremation', within: [], is })

/** A class of beneficiaries. */
export const who = (id: string, zh: string, en: string, all: readonly Condition[], counted: StatisticalClass = 'universal', proof: Text = none()): BeneficiaryClass => ({ id, title: text(zh, en), counted, all: [...all], clause: scopeClause, proof })
/** A class that rests on one question. */
export const whoIs = (name: WaiverFlag, zh: string, en: string, counted: StatisticalClass = 'universal', proof: Text = none()): BeneficiaryClass => who(name, zh, en, [flag(name)], counted, proof)

export const residents = (zh = '本地户籍人员', en = 'residents'): BeneficiaryClass => who('hukou', zh, en, [hukou()], 'universal', text('死者身份证、户口簿', 'identity card and household book of the deceased'))
export const student = whoIs('student', '在校学生', 'students', 'universal', text('学生证', 'student card'))
export const soldier = whoIs('soldier', '驻地现役军人', 'serving soldiers', 'universal', text('军官证或者士兵证', 'military identity paper'))
export const insuredWorker = whoIs('insuredWorker', '参加社会保险的务工人员', 'insured workers', 'universal', text('劳动合同和参保证明', 'contract and proof of the insurance'))
export const unknownBody = whoIs('unknownBody', '无名尸', 'unidentified bodies', 'unknownBody', text('公安机关证明', 'certificate of the police'))
export const infant = whoIs('unregisteredInfant', '未上户口的婴儿', 'unregistered infants')

/** Somebody who gets nothing. */
export const excluded = (name: WaiverFlag, zh: string, en: string): Exclusion => ({ id: name, title: text(zh, en), all: [flag(name)], clause: excludedClause })

type Limits = { readonly unit?: WaiverUnit; readonly price?: number; readonly quantity?: number; readonly cap?: number }
/** One way of measuring, in yuan. */
export const by = (unit: WaiverUnit, limits: Omit<Limits, 'unit'> = {}): Measure => ({ unit, unitPriceFen: fen(limits.price), capQuantity: limits.quantity ?? null, capFen: fen(limits.cap) })
type More = Partial<Pick<PolicyItem, 'when' | 'clockStart' | 'substitution' | 'instead' | 'amountKnown' | 'clause'>> & { readonly scope?: Text }

/** An item with its measures. */
export const item = (code: WaiverItem, measures: Measure | readonly Measure[], more: More = {}): PolicyItem => ({
  item: code, measures: Array.isArray(measures) ? [...(measures as readonly Measure[])] : [measures as Measure],
  amountKnown: true, when: [], clockStart: null, substitution: { kind: 'unstated' }, instead: false, clause: rates, ...more, scope: more.scope ?? none(),
})
/** An item waived at its actual cost for the case, with a cap in yuan where one is given. */
export const actual = (code: WaiverItem, cap?: number, more: More = {}): PolicyItem => item(code, by('body', cap === undefined ? {} : { quantity: 1, cap }), more)
/** An item that the document names, but whose amount has not been read. */
export const unread = (code: WaiverItem, more: More = {}): PolicyItem => item(code, by('body'), { amountKnown: false, ...more })
export const noCredit = { substitution: { kind: 'none' } } as const
export const credit = (yuan: number): { readonly substitution: PolicyItem['substitution'] } => ({ substitution: { kind: 'credit', upToFen: yuan * 100 } })

/** A layer; its case cap in yuan. */
export const layer = (kind: Layer['kind'], classes: readonly BeneficiaryClass[], items: readonly PolicyItem[], more: { readonly cap?: number; readonly classesComplete?: boolean } = {}): Layer => ({
  id: kind, kind, title: kind === 'base' ? text('基本减免', 'base relief') : text('困难群众增加减免', 'further relief'), classes: [...classes], classesComplete: more.classesComplete ?? true, items: [...items],
  caseCapFen: fen(more.cap), cutOrder: [], bearers: [], clause: rates,
})

/** One line of a bill: quantity and unit price in yuan. */
export type Row = readonly [item: WaiverItem, unit: WaiverUnit, quantity: number, price: number, chosen?: 'chosen']
const lineOf = ([code, unit, quantity, price, chosen]: Row, index: number): BillLine => ({ id: String(index + 1), item: code, unit, quantity, unitPriceFen: Math.round(price * 100), chosen: chosen === 'chosen', from: '' })

/** Facts of a case out of its bill, everything else unknown unless given. */
export const caseOf = (rows: readonly Row[], given: { readonly areas?: Partial<WaiverFacts['areas']>; readonly days?: Partial<WaiverFacts['days']>; readonly flags?: WaiverFacts['flags']; readonly mode?: WaiverFacts['mode']; readonly settled?: WaiverFacts['settled'] } = {}): WaiverFacts => ({
  areas: { hukou: '', death: '', cremation: '', ...given.areas }, days: { death: '', arrival: '', cremation: '', invoice: '', ...given.days }, flags: given.flags ?? {}, mode: given.mode ?? 'till', lines: rows.map(lineOf), settled: given.settled ?? [],
})

type Expected = { readonly answer?: WorkedExample['expected']['answer']; readonly waived: number; readonly self: number; readonly items?: Readonly<Partial<Record<WaiverItem, number>>> }
/** A worked example; what is expected in yuan. */
export const example = (id: string, title: Text, day: string, facts: WaiverFacts, { answer = 'yes', waived, self, items = {} }: Expected): WorkedExample => ({
  id, title, day, facts, expected: { answer, waivedFen: waived * 100, selfPaidFen: self * 100, items: Object.fromEntries(Object.entries(items).map(([code, yuan]) => [code, yuan * 100])) },
})

type Draft = Pick<WaiverPolicy, 'id' | 'title' | 'source' | 'sourceGrade' | 'areas' | 'from' | 'layers'> & Partial<WaiverPolicy>
/** A policy of the library: not verified, open, at the till, by no named day unless it says otherwise. */
export const policy = (draft: Draft): WaiverPolicy => ({
  series: draft.id, document: '', documentNumber: '', verified: false, to: '', appliesBy: 'unstated', rank: 0, exclusions: [], modes: ['till'], claim: null, bearers: [], settlement: text('由殡仪馆在结算时直接减免', 'taken off the bill at the till of the home'), notes: [], examples: [], ...draft,
})

/** A resident who died and was cremated in one area on given days. */
export const resident = (area: string, death: string, cremation = death): { readonly areas: WaiverFacts['areas']; readonly days: Partial<WaiverFacts['days']> } => ({ areas: { hukou: area, death: area, cremation: area }, days: { death, cremation } })
