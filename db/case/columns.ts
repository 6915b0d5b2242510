import type { Party, SuppliedPaper } from '../../domain/case/file.ts'
import { normaliseIdentityNumber } from '../../domain/identity/index.ts'

/** The searched and counted columns of a party, made from its block of the file. */

const letters = (value: string): string => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
const plain = /^[a-z]*$/
const sound = (syllable: string): string => (plain.test(syllable) ? syllable : letters(syllable.replace(/[üÜ]/gu, 'v')).replace(/[^a-z]/gu, ''))

/** Pinyin without spaces and the initials of its syllables: `zhang san feng` → zhangsanfeng, zsf. */
export const soundColumns = (pinyin: string): { readonly pinyin: string; readonly initials: string } => {
  const syllables = pinyin.split(' ').map(sound).filter((part) => part !== '')
  return { pinyin: syllables.join(''), initials: syllables.map((part) => part.charAt(0)).join('') }
}

const places = '0123456789X'
/** The last four characters of an identity number as a number in base 11 (X is ten), or -1 where they are not digits: a small index finds people by their last four. */
export const identityTail = (number: string): number => {
  const tail = number.slice(-4)
  if (tail.length < 4) return -1
  let value = 0
  for (const character of tail) {
    const place = places.indexOf(character)
    if (place < 0) return -1
    value = value * 11 + place
  }
  return value
}

/** Full years from birth to a day, counted by the calendar, or null when either is missing. The birthday of 29 February falls on 1 March in other years here; the rule of age has its own setting. */
export const ageOn = (birth: string, day: string): number | null => {
  if (birth === '' || day === '') return null
  return Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0)
}

export type PartyColumns = readonly [name: string, pinyin: string, initials: string, identityNumber: string, identityTail: number, identityType: string, personKind: string, nationality: string, sex: string, birth: string, ethnicity: string, maritalStatus: string, education: string, occupation: string, residenceArea: string, phone: string]

export const partyColumns = (party: Party): PartyColumns => {
  const { pinyin, initials } = soundColumns(party.pinyin ?? '')
  const number = normaliseIdentityNumber(party.identityNumber)
  return [party.name, pinyin, initials, number, identityTail(number), party.identityType, party.kind, party.nationality, party.sex, party.birth, party.ethnicity, party.maritalStatus, party.education, party.occupation, party.residence.area, party.phone]
}

/** Full years between the births of two parties, or null when either is missing. */
export const ageDifference = ([man, woman]: readonly [Party, Party]): number | null => {
  if (man.birth === '' || woman.birth === '') return null
  const [older, younger] = man.birth <= woman.birth ? [man.birth, woman.birth] : [woman.birth, man.birth]
  return ageOn(older, younger)
}

/** Pages of the scans of the papers supplied. */
export const scannedPages = (papers: readonly SuppliedPaper[]): number => papers.reduce((sum, paper) => paper.scans.reduce((pages, scan) => pages + scan.pages, sum), 0)
