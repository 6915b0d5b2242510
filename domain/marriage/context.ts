import type { LeapBirthday } from '../dates.ts'
import { isCivilDate } from '../dates.ts'
import type { IdentityReading } from '../identity/index.ts'
import { localCardOf, readIdentityNumber } from '../identity/index.ts'
import type { Outcome } from '../rule.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { MarriageFile, NetworkCheck, Party } from './file.ts'

/** What an office sets for itself; each a dated setting with its source. */
export interface MarriageSettings {
  /** Sample offices take numbers of the test area 99xxxx. */
  readonly sampleOffice: boolean
  /** The birthday of someone born on 29 February in a common year. */
  readonly leapBirthday: LeapBirthday
  /** Months a no-spouse paper runs from its issue unless it says otherwise. */
  readonly noSpouseMonths: number
  /** The office holds the permission for foreign, Hong Kong, Macao, Taiwan and overseas Chinese parties. */
  readonly foreignRelated: boolean
}

/** The settings an office starts with. */
export const defaultMarriageSettings: MarriageSettings = { sampleOffice: false, leapBirthday: 'mar1', noSpouseMonths: 6, foreignRelated: true }

/** A case of the register in which a party of this file stands. */
export interface RegisterMatch {
  readonly party: 0 | 1
  readonly caseId: string
  readonly window: 'marriage' | 'divorce'
  /** open: being worked on; standing: a marriage in force; ended: divorced, annulled, void, revoked or ended by death. */
  readonly standing: 'open' | 'standing' | 'ended'
  /** Certificate number, or empty while open. */
  readonly number: string
  /** Identity numbers of both parties of that case, man first. */
  readonly identityNumbers: readonly [string, string]
}

/** Everything a check needs beside the file; the clock, the register and the office are passed in. */
export interface MarriageContext {
  readonly stage: 'typing' | 'decision'
  /** The day of the act (YYYY-MM-DD): decides which rules are in force and every age. */
  readonly day: string
  readonly settings: MarriageSettings
  /** Cases of either party in the register, without this case itself. */
  readonly register: readonly RegisterMatch[]
  /** Who would decide; left out while nobody does. */
  readonly registrar?: { readonly account: string; readonly scope: 'mainland' | 'all'; readonly certifiedUntil: string }
  /** Six-digit code of the office, for rules of the years when the household place decided. */
  readonly officeArea?: string
}

/** What a rule is given: the file, its context, and what was read from the numbers once for all rules. */
export interface MarriageFacts {
  readonly file: MarriageFile
  readonly context: MarriageContext
  readonly readings: readonly [IdentityReading, IdentityReading]
  readonly localReadings: readonly [IdentityReading | undefined, IdentityReading | undefined]
}

/** Reads a file once for all rules. */
export const marriageFacts = (file: MarriageFile, context: MarriageContext): MarriageFacts => {
  const read = (party: Party): IdentityReading => readIdentityNumber(party.identityType, party.identityNumber, { sampleOffice: context.settings.sampleOffice, on: context.day, kind: party.kind })
  const readLocal = (party: Party): IdentityReading | undefined => {
    const type = localCardOf(party.kind)
    return type === undefined ? undefined : readIdentityNumber(type, party.localIdentityNumber)
  }
  return { file, context, readings: [read(file.parties[0]), read(file.parties[1])], localReadings: [readLocal(file.parties[0]), readLocal(file.parties[1])] }
}

export type PartyIndex = 0 | 1
export const partyIndexes: readonly [PartyIndex, PartyIndex] = [0, 1]

/** How messages name a party: 男方, 女方. */
export const partyLabel = (index: PartyIndex): Text => (index === 0 ? text('男方', 'The man') : text('女方', 'The woman'))

/** Asks a question of each party. */
export const eachParty = (facts: MarriageFacts, ask: (party: Party, index: PartyIndex, label: Text) => Outcome): readonly Outcome[] => partyIndexes.map((index) => ask(facts.file.parties[index], index, partyLabel(index)))

/** The birth that is known: typed, else read from the number. Empty when neither is a day. */
export const knownBirth = (facts: MarriageFacts, index: PartyIndex): string => {
  const typed = facts.file.parties[index].birth
  if (typed !== '') return isCivilDate(typed) ? typed : ''
  return facts.readings[index].birth ?? ''
}

/** The last network check of a party, or undefined. */
export const lastNetworkCheck = (file: MarriageFile, index: PartyIndex): NetworkCheck | undefined => file.networkChecks.findLast((check) => check.party === index)

/** Says whether a paper of a type has been supplied by (or for) a party. */
export const hasPaper = (file: MarriageFile, type: string, index: PartyIndex | 'both'): boolean => file.papers.some((paper) => paper.type === type && (paper.party === 'both' || index === 'both' || paper.party === index))

/** Kinds of person for whom the case is foreign-related or concerns Hong Kong, Macao, Taiwan or overseas Chinese. */
export const isNonMainland = (kind: string): boolean => kind !== 'mainland' && kind !== 'abroad'
