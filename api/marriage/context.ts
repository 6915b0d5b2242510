import type { AccountRow, Reads } from '../../db/contract.ts'
import type { MarriageContext, MarriageSettings, RegisterMatch } from '../../domain/marriage/context.ts'
import type { MarriageFile } from '../../domain/marriage/file.ts'
import { normaliseIdentityNumber } from '../../domain/identity/index.ts'
import type { House } from '../house.ts'

/** The office's settings as the rules of marriage take them, in force on a day. */
export const marriageSettings = async (house: House, day: string): Promise<MarriageSettings> => {
  const [office, values] = await Promise.all([house.office(), house.settingsOn(day)])
  return { sampleOffice: office.sample, leapBirthday: values['marriage.feb29'], noSpouseMonths: values['marriage.noSpouseMonths'], foreignRelated: values['marriage.foreignRelated'] }
}

/** Cases of the register in which a party of the file stands, without the case itself. */
export const registerMatches = async (reads: Pick<Reads, 'marriagesOfPerson'>, file: MarriageFile, self: string | undefined): Promise<RegisterMatch[]> => {
  const matches: RegisterMatch[] = []
  for (const party of [0, 1] as const) {
    const number = normaliseIdentityNumber(file.parties[party].identityNumber)
    if (number === '') continue
    for (const row of await reads.marriagesOfPerson(number)) {
      if (row.id === self) continue
      matches.push({ party, caseId: row.id, window: 'marriage', standing: row.state === 'received' ? 'open' : 'standing', number: row.number, identityNumbers: row.identityNumbers })
    }
  }
  return matches
}

interface Wanted {
  readonly file: MarriageFile
  readonly day: string
  readonly stage: 'typing' | 'decision'
  /** The case itself, which is no match of its own. */
  readonly self?: string | undefined
  /** Who would decide. */
  readonly account?: AccountRow
}

/** Everything the rules need beside the file. */
export const contextOf = async (house: House, reads: Pick<Reads, 'marriagesOfPerson'>, { file, day, stage, self, account }: Wanted): Promise<MarriageContext> => {
  const office = await house.office()
  return {
    stage, day, settings: await marriageSettings(house, day), register: await registerMatches(reads, file, self), officeArea: office.areaOn(day),
    ...(account === undefined || account.role !== 'registrar' ? {} : { registrar: { account: account.id, scope: account.scope, certifiedUntil: account.certifiedUntil } }),
  }
}
