import type { Reads } from '../../../db/contract.ts'
import { findDeceasedKey } from '../../../domain/burial/certificate.ts'
import type { BurialContext, BurialStage } from '../../../domain/burial/context.ts'
import type { BurialFile } from '../../../domain/burial/file.ts'
import type { House } from '../../house.ts'

type Reading = Pick<Reads, 'burial'>

/** The key by which a case's person is known, or undefined while neither identity nor certificate number is. */
export const keyOf = ({ deceased, certificate }: Pick<BurialFile, 'deceased' | 'certificate'>): string | undefined => findDeceasedKey(deceased, certificate)

/** The key under which a case's waivers and rewards stand: of the person, or of the case while nobody knows who it is. */
export const personKeyOf = (whole: { readonly id: string; readonly file: Pick<BurialFile, 'deceased' | 'certificate'> }): string => keyOf(whole.file) ?? `case:${whole.id}`

/** The institution as it stands on its papers; without a code of the province its own number stands in its place. */
export const homeOf = async (house: House, day: string) => {
  const [office, settings] = await Promise.all([house.office(), house.settingsOn(day)])
  const area = office.areaOn(day)
  return { home: settings['burial.homeId'] === '' ? `${area}${settings['burial.institution']}` : settings['burial.homeId'], homeName: settings['burial.homeName'] === '' ? office.name : settings['burial.homeName'], area }
}

/** The ceiling of storage by the local rule in force on a day, undefined without one. */
export const localStorageDays = async (house: House, day: string): Promise<number | undefined> => {
  const days = (await house.settingsOn(day))['burial.localStorageDays']
  return days === '' ? undefined : days
}

/** What the rules are told of the office of a day. */
export const officeFacts = async (house: House, day: string): Promise<Pick<BurialContext, 'settings' | 'provider' | 'cremationArea'>> => {
  const [{ sample }, settings, { home, area }, localDays] = await Promise.all([house.office(), house.settingsOn(day), homeOf(house, day), localStorageDays(house, day)])
  return { settings: { sampleOffice: sample, ...(localDays === undefined ? {} : { localStorageDays: localDays }) }, provider: { id: home, kind: settings['burial.provider'], area }, cremationArea: settings['burial.cremationArea'] }
}

/** What the rules need beside the case: the office as it was on the day, and the cremations that the register knows of this person. */
export const officeContext = async (house: House, reads: Reading, file: BurialFile, day: string): Promise<Pick<BurialContext, 'settings' | 'provider' | 'cremationArea' | 'cremations'>> => {
  const key = keyOf(file)
  return { ...(await officeFacts(house, day)), cremations: key === undefined ? [] : await reads.burial.cremationsOf(key) }
}

/** Everything the rules of a stage need beside the case. */
export const contextOf = async (house: House, reads: Reading, file: BurialFile, { stage, day, typing = false }: { readonly stage: BurialStage; readonly day: string; readonly typing?: boolean }): Promise<BurialContext> => ({ stage, typing, day, ...(await officeContext(house, reads, file, day)) })
