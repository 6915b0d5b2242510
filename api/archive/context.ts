import type { Reads } from '../../db/contract.ts'
import type { ArchiveContext, ProofFacts, QueryFacts } from '../../domain/archive/rules.ts'
import { LantaiError } from '../../domain/error.ts'
import { normaliseIdentityNumber } from '../../domain/identity/index.ts'
import { text } from '../../domain/text.ts'
import type { House } from '../house.ts'
import { heldFiles } from './files.ts'

const asked = async (house: House, account: string, typing: boolean): Promise<ArchiveContext> => {
  const day = house.today()
  return { typing, day, account, settings: { proofDestinations: (await house.settingsOn(day))['archive.proofPlaces'] } }
}

/** Whoever approves is one of the heads of this office. */
const requireHead = async (house: House, approvedBy: string): Promise<void> => {
  if (approvedBy === '') return
  const head = await house.findAccount(approvedBy)
  if (head?.role !== 'reviewer' || !head.active) throw new LantaiError('invalid', text('审核人应是本处的主管领导', 'Whoever approves must be a head of this office'), 'approvedBy')
}

const requester = <F extends { readonly requester: QueryFacts['requester'] }>(facts: F): F => ({ ...facts, requester: { ...facts.requester, name: facts.requester.name.trim(), identityNumber: normaliseIdentityNumber(facts.requester.identityNumber) } })

/** A query with its files as the register has them, and what the rules need beside it. Throws `invalid` with the field. */
export const queryContext = async (house: House, reads: Pick<Reads, 'entriesOf'>, facts: QueryFacts, account: string, typing = false): Promise<{ readonly facts: QueryFacts; readonly context: ArchiveContext }> => {
  await requireHead(house, facts.approvedBy)
  const { files, parties } = await heldFiles(reads, facts.files)
  return { facts: { ...requester(facts), files }, context: { ...(await asked(house, account, typing)), parties } }
}

/** A proof with its numbers as they are compared, and what the rules need beside it. */
export const proofContext = async (house: House, facts: ProofFacts, account: string, typing = false): Promise<{ readonly facts: ProofFacts; readonly context: ArchiveContext }> => {
  const { proof } = facts
  return { facts: { ...requester(facts), proof: { ...proof, person: { ...proof.person, identityNumber: normaliseIdentityNumber(proof.person.identityNumber) } } }, context: await asked(house, account, typing) }
}
