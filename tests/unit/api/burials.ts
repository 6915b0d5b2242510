import { expect } from 'vitest'
import type { BurialCase } from '../../../api/schemas/burial.ts'
import type { BurialFile } from '../../../domain/burial/file.ts'
import { addDays, civilDate, type CivilDate } from '../../../domain/dates.ts'
import type { BillLine, WaiverFacts } from '../../../domain/waiver/facts.ts'
import { makeDeceased, signedConsent } from '../../../sample/burial/deceased.ts'
import { countedNumbers } from '../../../sample/people.ts'
import { sampleArea } from '../../../sample/places.ts'
import { seeded } from '../../../sample/random.ts'
import type { Answer, Desk, Who } from './desk.ts'

export type Burial = BurialCase

const random = seeded(1949)
const numbers = countedNumbers()

export const must = <T>(answer: Answer<T>): T => {
  if (answer.status !== 200) throw new Error(`${String(answer.status)} ${JSON.stringify(answer.body.error)}`)
  return answer.body
}

/** Asks what must be turned down, and sees that the journal stands where it stood. */
export const refused = async (desk: Desk, ask: () => Promise<Answer<unknown>>): Promise<NonNullable<Answer['body']['error']>> => {
  // Signing in is an entry too.
  for (const who of ['clerk1', 'clerk2', 'manager'] as const) await desk.token(who)
  const before = await desk.head()
  const { body } = await ask()
  expect(await desk.head()).toEqual(before)
  if (body.error === undefined) throw new Error('it was not refused')
  return body.error as NonNullable<Answer['body']['error']>
}

/** The hours before now, as the clerk writes them. */
export const ago = (desk: Desk, hours: number): string => new Date(desk.clock.now + 8 * 3_600_000 - hours * 3_600_000).toISOString().replace('Z', '+08:00')

/** Moves the clock of the desk to half past ten of a day. */
export const goTo = (desk: Desk, day: string): void => {
  desk.clock.now = Date.parse(`${day}T10:30:00+08:00`)
}

/** Somebody who died, as the counter takes the case: a resident with certificate, agent and every answer. */
export const deceased = (desk: Desk, death: CivilDate = addDays(desk.today(), -1), changes: Partial<BurialFile> = {}): BurialFile => {
  const made = makeDeceased(random, death, numbers)
  return {
    ...made, deceased: { ...made.deceased, hukou: sampleArea, deathArea: sampleArea, manner: 'normal', cause: '02' },
    certificate: death < '2026-07-01' ? { ...made.certificate, kind: 'form2013', number: `${sampleArea}2026${String(random.int(1, 999_999)).padStart(6, '0')}`, part: 4, form: 'paper' } : { ...made.certificate, kind: 'form2026', number: made.deceased.identityNumber, part: 0, form: 'paper' },
    grant: { paid: 'no', proof: '承办人陈述' }, waiverFlags: { minimumLiving: 'no', destitute: 'no', keyVeteran: 'no', centralisedVigil: 'yes' }, ...changes,
  }
}

const agentOf = ({ agent }: BurialFile) => ({ name: agent.name, identityNumber: agent.identityNumber, relation: agent.relation === '' ? ('child' as const) : agent.relation })
export const person = agentOf

export const opened = async (desk: Desk, file = deceased(desk), who: Who = 'clerk1'): Promise<Burial> => must(await desk.ask<Burial>(who, 'POST', '/api/burials', { file }))

/** Asks a part of a case with the revision that its page saw. */
export const ask = (desk: Desk, now: Burial, part: string, body: object, who: Who = 'clerk1', method = 'POST') => desk.ask<Burial>(who, method, `/api/burials/${now.id}${part === '' ? '' : `/${part}`}`, { revision: now.revision, ...body })
export const act = (desk: Desk, now: Burial, given: object) => ask(desk, now, 'acts', { act: given })
export const decide = (desk: Desk, now: Burial, decision: object) => ask(desk, now, 'decision', { decision })
export const issue = (desk: Desk, now: Burial, given: object) => ask(desk, now, 'issue', { issue: given })

/** A body that lies at the home since some hours. */
export const received = async (desk: Desk, file = deceased(desk), hours = 3): Promise<Burial> => must(await act(desk, await opened(desk, file), { kind: 'received', arrivedAt: ago(desk, hours), collectedBy: '接运班（示例）', vehicle: '示A·示例1' }))

export const consented = async (desk: Desk, now: Burial): Promise<Burial> => must(await ask(desk, now, '', { changes: { consent: signedConsent(now.file, desk.today()) } }, 'clerk1', 'PATCH'))

export const cremation = (desk: Desk) => ({ kind: 'cremated', startedAt: ago(desk, 1.5), endedAt: ago(desk, 0.5), furnace: '1号平板炉', operator: 'sample-clerk1', recording: '示录-1' })

/** A body cremated today. */
export const cremated = async (desk: Desk, file = deceased(desk), hours = 3): Promise<Burial> => must(await decide(desk, await consented(desk, await received(desk, file, hours)), cremation(desk)))

/** A case of somebody cremated by another home. */
export const elsewhere = async (desk: Desk, day: string, file = deceased(desk, addDays(civilDate(day), -1))): Promise<Burial> => must(await decide(desk, await opened(desk, file), { kind: 'crematedElsewhere', day, home: '样例市殡仪馆（示例）', number: `样火-${day}`, area: '990201' }))

type Row = readonly [item: BillLine['item'], unit: BillLine['unit'], quantity: number, yuan: number, chosen?: boolean]
export const linesOf = (rows: readonly Row[]): BillLine[] => rows.map(([item, unit, quantity, yuan, chosen = false], index) => ({ id: String(index + 1), item, unit, quantity, unitPriceFen: yuan * 100, chosen, from: '' }))
/** A bill by the price list of the sample home. */
export const usualBill = (more: readonly Row[] = []) => ({ lines: linesOf([['transport', 'trip', 1, 260], ['coldStorage', 'day', 2, 60], ['cremation', 'body', 1, 300], ['urn', 'piece', 1, 480], ...more]), mode: 'till', invoice: '', cremationArea: '', cremationDay: '' })
export const claimBill = (invoice: string) => ({ lines: linesOf([['transport', 'trip', 1, 320], ['cremation', 'body', 1, 380]]), mode: 'claim', invoice, cremationArea: '', cremationDay: '' })

export const blankFacts: WaiverFacts = { areas: { hukou: '', death: '', cremation: '' }, days: { death: '', arrival: '', cremation: '', invoice: '' }, flags: {}, mode: 'till', lines: [], settled: [] }
