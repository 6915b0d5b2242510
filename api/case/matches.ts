import type { Reads } from '../../db/contract.ts'
import type { Party } from '../../domain/case/file.ts'
import { normaliseIdentityNumber } from '../../domain/identity/index.ts'
import type { RegisterMatch } from '../../domain/marriage/context.ts'
import { registerMatchesOf } from '../../domain/marriage/register.ts'

export { isOpenRow, standingOfRow } from '../../domain/divorce/fold.ts'

export type MatchReads = Pick<Reads, 'marriagesOfPerson' | 'divorcesOfPerson'>

/** Cases of the register in which a party stands, as they are on a day, without the case itself: marriages in force and in work, divorces running, marriages that a divorce here has ended. */
export const registerMatches = async (reads: MatchReads, parties: readonly [Party, Party], day: string, self: string | undefined): Promise<RegisterMatch[]> => {
  const matches: RegisterMatch[] = []
  for (const party of [0, 1] as const) {
    const number = normaliseIdentityNumber(parties[party].identityNumber)
    if (number === '') continue
    matches.push(...registerMatchesOf(party, { marriages: await reads.marriagesOfPerson(number), divorces: await reads.divorcesOfPerson(number) }, { day, self }))
  }
  return matches
}
