import type { DivorceRow, Reads } from '../../db/contract.ts'
import { phaseOn } from '../../domain/divorce/clock.ts'
import type { DivorceStanding } from '../../domain/divorce/fold.ts'
import { normaliseIdentityNumber } from '../../domain/identity/index.ts'
import type { RegisterMatch } from '../../domain/marriage/context.ts'
import type { Party } from '../../domain/case/file.ts'

/** Where a listed divorce case stands on a day, the clock included. */
export const standingOfRow = (row: Pick<DivorceRow, 'state' | 'end1' | 'end2'>, day: string): DivorceStanding => (row.state === 'accepted' ? phaseOn(row, day) : row.state)

const open = new Set<DivorceStanding>(['received', 'coolingOff', 'issuanceOpen', 'issuing'])
const divorced = new Set<DivorceStanding>(['registered', 'proofread', 'delivered'])

/** Says whether a listed divorce application is still running on a day; what lapsed is not. */
export const isOpenRow = (row: Pick<DivorceRow, 'state' | 'end1' | 'end2'>, day: string): boolean => open.has(standingOfRow(row, day))

export type MatchReads = Pick<Reads, 'marriagesOfPerson' | 'divorcesOfPerson'>

/** Cases of the register in which a party stands, as they are on a day, without the case itself: marriages in force and in work, divorces running, marriages that a divorce here has ended. */
export const registerMatches = async (reads: MatchReads, parties: readonly [Party, Party], day: string, self: string | undefined): Promise<RegisterMatch[]> => {
  const matches: RegisterMatch[] = []
  for (const party of [0, 1] as const) {
    const number = normaliseIdentityNumber(parties[party].identityNumber)
    if (number === '') continue
    for (const row of await reads.marriagesOfPerson(number)) {
      if (row.id !== self) matches.push({ party, caseId: row.id, window: 'marriage', standing: row.state === 'received' ? 'open' : 'standing', number: row.number, identityNumbers: row.identityNumbers })
    }
    for (const row of await reads.divorcesOfPerson(number)) {
      if (row.id === self) continue
      const standing = standingOfRow(row, day)
      if (open.has(standing)) matches.push({ party, caseId: row.id, window: 'divorce', standing: 'open', number: '', identityNumbers: row.identityNumbers })
      // The marriage that a divorce of this office has ended, whether its own file is here or not.
      if (divorced.has(standing)) matches.push({ party, caseId: row.marriageCaseId === '' ? row.id : row.marriageCaseId, window: 'marriage', standing: 'ended', number: row.marriageNumber, identityNumbers: row.identityNumbers })
    }
  }
  return matches
}
