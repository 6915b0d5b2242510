import type { Reads } from '../../db/contract.ts'
import { defaultProfile, findProfileOn, type PlaceNameProfile } from '../../domain/place-names/profile.ts'
import type { House } from '../house.ts'

const shipped = defaultProfile()
// What the rules make of a profile is kept by object, so one version with one office is always the same object.
const completed = new WeakMap<PlaceNameProfile, Map<string, PlaceNameProfile>>()

/** The local profile in force on a day, the shipped one before any was set; office name and area are those of the office where it has none. The same object for the same version. */
export const profileOn = async (house: House, reads: Pick<Reads, 'placeNames'>, day: string): Promise<PlaceNameProfile> => {
  const [versions, office] = await Promise.all([reads.placeNames.profiles(), house.office()])
  const profile = findProfileOn(versions, day) ?? shipped
  if (profile.officeName !== '' && profile.areaCode !== '') return profile
  const area = office.areaOn(day)
  const key = `${office.name} ${area}`
  const known = completed.get(profile) ?? new Map<string, PlaceNameProfile>()
  completed.set(profile, known)
  const made = known.get(key) ?? { ...profile, officeName: profile.officeName === '' ? office.name : profile.officeName, areaCode: profile.areaCode === '' ? area : profile.areaCode }
  known.set(key, made)
  return made
}
