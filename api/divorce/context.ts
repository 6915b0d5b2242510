import type { AccountRow, Reads } from '../../db/contract.ts'
import type { DivorceContext, DivorceSettings, DivorceStage } from '../../domain/divorce/context.ts'
import type { DivorceFile } from '../../domain/divorce/file.ts'
import type { DivorceCase } from '../../domain/divorce/fold.ts'
import { calendarOf } from '../calendar/calendar.ts'
import { findMarriageCase, registeredMarriage } from '../case/carry.ts'
import { areaFacts, personSettings, registrarFacts } from '../case/context.ts'
import { registerMatches } from '../case/matches.ts'
import type { House } from '../house.ts'

/** The office's settings as the rules of divorce take them, in force on a day. */
export const divorceSettings = async (house: House, day: string): Promise<DivorceSettings> => {
  const values = await house.settingsOn(day)
  return {
    ...(await personSettings(house, day)), agreementAtApplication: values['divorce.agreementAtApplication'],
    makeUpDayCountsAsWorking: values['divorce.makeUpDayCountsAsWorking'], localDaysCount: values['divorce.localDaysCount'],
  }
}

export type DivorceReads = Pick<Reads, 'entriesOf' | 'marriagesOfPerson' | 'divorcesOfPerson' | 'calendarNotices'>

interface Wanted {
  readonly file: DivorceFile
  readonly day: string
  readonly stage: DivorceStage
  readonly typing?: boolean
  /** The case, once there is one: it is no match of its own, and brings its receipt and appearance. */
  readonly folded?: DivorceCase | undefined
  /** Who would decide. */
  readonly account?: AccountRow | undefined
}

/** The marriage that a file names, as this register has it. */
export const marriageFacts = async (reads: Pick<Reads, 'entriesOf'>, caseId: string) => {
  const marriage = await findMarriageCase(reads, caseId)
  return marriage === undefined ? {} : { marriage: registeredMarriage(marriage) }
}

/** Everything the rules need beside the file. */
export const contextOf = async (house: House, reads: DivorceReads, { file, day, stage, typing = false, folded, account }: Wanted): Promise<DivorceContext> => {
  const { accepted = null, dates = null, issuance = null } = folded ?? {}
  return {
    stage, typing, day, settings: await divorceSettings(house, day), calendar: await calendarOf(house, reads), register: await registerMatches(reads, file.parties, day, folded?.id),
    ...(await marriageFacts(reads, file.marriage.caseId)), ...(await areaFacts(house, day)), ...registrarFacts(account),
    ...(accepted === null || dates === null ? {} : { acceptance: { area: accepted.area, dates } }),
    ...(issuance === null ? {} : { appearance: { present: issuance.present, receipt: issuance.receipt, day: issuance.day, area: issuance.area } }),
  }
}
