import type { AccountRow } from '../../db/contract.ts'
import type { MarriageContext } from '../../domain/marriage/context.ts'
import type { MarriageFile } from '../../domain/marriage/file.ts'
import { areaFacts, personSettings, registrarFacts } from '../case/context.ts'
import { registerMatches, type MatchReads } from '../case/matches.ts'
import type { House } from '../house.ts'

interface Wanted {
  readonly file: MarriageFile
  readonly day: string
  readonly stage: 'typing' | 'decision'
  /** The case itself, which is no match of its own. */
  readonly self?: string | undefined
  /** Who would decide. */
  readonly account?: AccountRow | undefined
}

/** Everything the rules need beside the file. */
export const contextOf = async (house: House, reads: MatchReads, { file, day, stage, self, account }: Wanted): Promise<MarriageContext> => ({
  stage, day, settings: await personSettings(house, day), register: await registerMatches(reads, file.parties, day, self), ...(await areaFacts(house, day)), ...registrarFacts(account),
})
