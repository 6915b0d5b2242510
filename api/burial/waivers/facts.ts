import type { z } from 'zod'
import type { Reads } from '../../../db/contract.ts'
import { checkBill } from '../../../domain/burial/prices.ts'
import { waiverFactsOf } from '../../../domain/burial/waiver-facts.ts'
import { LantaiError } from '../../../domain/error.ts'
import { blocks } from '../../../domain/findings.ts'
import type { Finding } from '../../../domain/rule.ts'
import { text } from '../../../domain/text.ts'
import { policiesFor, type PolicyBook } from '../../../domain/waiver/book.ts'
import type { Question } from '../../../domain/waiver/eligibility.ts'
import type { WaiverFacts } from '../../../domain/waiver/facts.ts'
import type { WaiverPolicy } from '../../../domain/waiver/policy.ts'
import type { House } from '../../house.ts'
import type { routes } from '../../schemas/index.ts'
import { homeOf, personKeyOf } from '../cases/context.ts'
import type { WholeCase } from '../cases/whole.ts'

type Reading = Pick<Reads, 'burial'>
export type Bill = z.infer<NonNullable<typeof routes.settleWaiver.body>>['bill']

/** The office's book of policies as it stands. */
export const bookOf = async (reads: Reading): Promise<PolicyBook> => new Map((await reads.burial.policies()).map((adopted) => [adopted.policy.id, adopted]))

/** The policies that a quote at this office asks on a day. */
export const policiesHere = async (house: House, reads: Reading, day: string): Promise<readonly WaiverPolicy[]> => policiesFor(await bookOf(reads), (await house.office()).areaOn(day))

/** The facts of a waiver of a case with its bill, and what stands as waived for the person in this register. */
export const factsOf = async (reads: Reading, whole: WholeCase, bill: Bill, flags: WaiverFacts['flags'] = {}): Promise<WaiverFacts> => {
  const facts = waiverFactsOf(whole.folded, { ...bill, settled: await reads.burial.settledOf(personKeyOf(whole)) })
  return { ...facts, flags: { ...facts.flags, ...flags } }
}

/** What the price list of the day and the approvals of the home say of a bill, at its lines; a claim carries the invoice of another home. */
export const billFindings = async (house: House, reads: Reading, bill: Bill, day: string): Promise<readonly Finding[]> => {
  const [settings, { home }] = await Promise.all([house.settingsOn(day), homeOf(house, day)])
  const facility = (await reads.burial.findFacility(home))?.value
  const { findings } = checkBill({ day, lines: bill.lines, mode: bill.mode, prices: settings['burial.prices'], ...(facility === undefined ? {} : { facility }) })
  return findings.map((finding) => (finding.field?.startsWith('lines.') === true ? { ...finding, field: `bill.${finding.field}` } : finding))
}

/** Refuses a bill that is not what the list says; throws `findings` at the line. */
export const requireListed = async (house: House, reads: Reading, bill: Bill, day: string): Promise<void> => {
  const stops = (await billFindings(house, reads, bill, day)).filter((finding) => blocks([], finding))
  if (stops.length > 0) throw new LantaiError('findings', stops[0]?.message ?? text('收费与价目表不符', 'The bill does not agree with the price list'), stops[0]?.field, stops)
}

/** Where the page of a case takes what a waiver asks: of the bill, or of the file. */
export const fieldOfCase = (field: string): string => {
  const [head = '', ...rest] = field.split('.')
  const tail = rest.join('.')
  switch (head) {
    case 'lines':
    case 'mode':
      return `bill.${field}`
    case 'days':
      return ({ invoice: 'bill.invoice', cremation: 'bill.cremationDay', death: 'deceased.death', arrival: 'received' } as Readonly<Record<string, string>>)[tail] ?? field
    case 'areas':
      return ({ cremation: 'bill.cremationArea', hukou: 'deceased.hukou', death: 'deceased.deathArea' } as Readonly<Record<string, string>>)[tail] ?? field
    case 'flags':
      return tail === 'grant' ? 'grant.paid' : `waiverFlags.${tail}`
    default:
      return field
  }
}

const asked = text('减免条件待查明', 'To be found out for the waiver')
const nowhere = text('', '')

const unproven = text('请写明凭什么材料确认没有丧葬补助', 'Say by what proof it is known that no funeral grant is paid')

/** Open questions as findings, so that they stand where all findings stand; a grant that is denied without proof asks for the proof. */
export const questionFindings = (questions: readonly Question[], rule: string, grant?: WholeCase['file']['grant']): readonly Finding[] =>
  questions.map(({ field, message }) => {
    const proof = field === 'flags.grant' && grant?.paid === 'no'
    return { rule, severity: 'stop', outcome: 'notYet', title: asked, message: proof ? unproven : message, law: nowhere, field: proof ? 'grant.proof' : fieldOfCase(field) }
  })

/** Does work whose errors name the facts of a waiver or reward, and lets them name the fields of the case's page; open questions become findings. */
export const atCase = async <T>(rule: string, work: () => Promise<T> | T, grant?: WholeCase['file']['grant']): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof LantaiError) || error.field === undefined) throw error
    const field = fieldOfCase(error.field)
    if (error.code === 'findings' && Array.isArray(error.details)) {
      const details = error.details as readonly (Question | Finding)[]
      // What the rules found of the bill stands at its fields already.
      if (details.some((one) => 'rule' in one)) throw error
      const findings = questionFindings(details as readonly Question[], rule, grant)
      throw new LantaiError('findings', findings[0]?.message ?? error.text, findings[0]?.field ?? field, findings)
    }
    throw new LantaiError(error.code, error.text, field, error.details)
  }
}
