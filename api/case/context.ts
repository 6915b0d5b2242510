import type { AccountRow } from '../../db/contract.ts'
import type { MarriageSettings } from '../../domain/marriage/context.ts'
import type { House } from '../house.ts'

/** The office's settings as the rules on persons take them, in force on a day. */
export const personSettings = async (house: House, day: string): Promise<MarriageSettings> => {
  const [office, values] = await Promise.all([house.office(), house.settingsOn(day)])
  return { sampleOffice: office.sample, leapBirthday: values['marriage.feb29'], noSpouseMonths: values['marriage.noSpouseMonths'], foreignRelated: values['marriage.foreignRelated'] }
}

/** Who decides, as the rules ask of her: only a registrar does. */
export const registrarFacts = (account: AccountRow | undefined) => (account === undefined || account.role !== 'registrar' ? {} : { registrar: { account: account.id, scope: account.scope, certifiedUntil: account.certifiedUntil } })

/** The registrar who decided a case, whatever she is today. */
export const registrarOf = async (house: House, id: string) => {
  const account = await house.findAccount(id)
  return account === undefined ? {} : { registrar: { account: account.id, scope: account.scope, certifiedUntil: account.certifiedUntil } }
}

/** The office's code on a day, where it has one. */
export const areaFacts = async (house: House, day: string) => ({ officeArea: (await house.office()).areaOn(day) })
