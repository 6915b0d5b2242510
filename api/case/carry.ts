import type { Reads } from '../../db/contract.ts'
import type { JournalEntry } from '../../domain/action.ts'
import type { Party } from '../../domain/case/file.ts'
import type { RegisteredMarriage } from '../../domain/divorce/context.ts'
import { normaliseIdentityNumber } from '../../domain/identity/index.ts'
import { marriageStanding, type EndingAction } from '../../domain/marriage/endings.ts'
import type { MarriageAction } from '../../domain/marriage/actions.ts'
import { foldMarriage, type MarriageCase } from '../../domain/marriage/fold.ts'

type MarriageEntry = JournalEntry<MarriageAction | EndingAction>

/** Folds the marriage case of an id, or undefined when the register has none. */
export const findMarriageCase = async (reads: Pick<Reads, 'entriesOf'>, id: string): Promise<MarriageCase | undefined> => {
  if (id === '') return undefined
  const entries = (await reads.entriesOf(id)).filter(({ action }) => action.kind.startsWith('marriage.')) as MarriageEntry[]
  return entries[0]?.action.kind === 'marriage.opened' ? foldMarriage(entries) : undefined
}

/** Identity numbers of both parties as they are compared. */
export const numbersOf = (parties: readonly [Party, Party]): readonly [string, string] => [normaliseIdentityNumber(parties[0].identityNumber), normaliseIdentityNumber(parties[1].identityNumber)]

/** A marriage of this register as the rules of divorce and reissue take it, with how it stands now. */
export const registeredMarriage = (folded: MarriageCase): RegisteredMarriage => ({ caseId: folded.id, number: folded.number, day: folded.day, identityNumbers: numbersOf(folded.file.parties), standing: marriageStanding(folded) })

/** The parties as another file takes them over: who they are stands; age, occupation and residence are proposals that the clerk can change. */
export const carriedParties = (parties: readonly [Party, Party], maritalStatus: string): [Party, Party] => [{ ...parties[0], maritalStatus }, { ...parties[1], maritalStatus }]
