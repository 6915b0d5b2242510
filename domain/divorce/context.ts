import type { Calendar } from '../calendar/index.ts'
import type { MarriageFacts, PartyIndex, RegisterMatch } from '../marriage/context.ts'
import { defaultMarriageSettings, marriageFacts } from '../marriage/context.ts'
import type { MarriageSettings } from '../marriage/context.ts'
import type { MarriageStanding } from '../marriage/endings.ts'
import { emptyMarriageFile } from '../marriage/file.ts'
import type { Outcome } from '../rule.ts'
import type { Text } from '../text.ts'
import { partyLabel } from '../marriage/context.ts'
import type { ReceiptDates } from './clock.ts'
import type { DivorceFile } from './file.ts'

/** What an office sets for itself; each a dated setting with its source. */
export interface DivorceSettings extends MarriageSettings {
  /** The agreement is collected at the application already; by default it is shown and collected at the issuance. */
  readonly agreementAtApplication: boolean
  /** A worked Saturday or Sunday is a working day for the clock. */
  readonly makeUpDayCountsAsWorking: boolean
  /** Days off of a minority area move the clock. */
  readonly localDaysCount: boolean
}

/** The settings an office starts with. */
export const defaultDivorceSettings: DivorceSettings = { ...defaultMarriageSettings, agreementAtApplication: false, makeUpDayCountsAsWorking: true, localDaysCount: true }

/** What is being decided: the acceptance, a withdrawal, the appearance of both for the certificate, or the issuance itself. */
export type DivorceStage = 'acceptance' | 'withdrawal' | 'appearance' | 'issuance'

/** The marriage of the file as this register has it. */
export interface RegisteredMarriage {
  readonly caseId: string
  readonly number: string
  readonly day: string
  /** Identity numbers, man first. */
  readonly identityNumbers: readonly [string, string]
  /** In force, or how it ended; `ended` by death or elsewhere. */
  readonly standing: MarriageStanding | 'ended'
}

/** Who is at the counter, and how the receipt is shown. */
export interface Appearance {
  readonly present: readonly [boolean, boolean]
  readonly receipt: '' | 'shown' | 'lostExplained'
  /** Day on which they came; for an issuance under way the day it was begun. */
  readonly day: string
  /** Code of the office they came to. */
  readonly area: string
}

/** What a party withdrawing alone brings and does. */
export interface WithdrawalFacts {
  readonly party: PartyIndex
  readonly identityShown: boolean
  readonly receipt: '' | 'shown' | 'lostExplained'
  readonly signed: boolean
  readonly fingerprint: boolean
}

/** Everything a check needs beside the file; clock, calendar, register and office are passed in. */
export interface DivorceContext {
  readonly stage: DivorceStage
  /** While the clerk types, what is not entered yet is no finding. */
  readonly typing: boolean
  /** The day of the act (YYYY-MM-DD). */
  readonly day: string
  readonly settings: DivorceSettings
  readonly calendar: Calendar
  /** Cases of either party in the register, without this case itself; lapsed applications are not open. */
  readonly register: readonly RegisterMatch[]
  /** The case named by `file.marriage.caseId`; undefined when none is named. */
  readonly marriage?: RegisteredMarriage
  /** The acceptance, once there is one. */
  readonly acceptance?: { readonly area: string; readonly dates: ReceiptDates }
  readonly appearance?: Appearance
  readonly withdrawal?: WithdrawalFacts
  readonly registrar?: { readonly account: string; readonly scope: 'mainland' | 'all'; readonly certifiedUntil: string }
  readonly officeArea?: string
}

/** What a rule is given: the file, its context, and both persons as the rules on persons read them. */
export interface DivorceFacts {
  readonly file: DivorceFile
  readonly context: DivorceContext
  readonly persons: MarriageFacts
}

/** Reads a file once for all rules. */
export const divorceFacts = (file: DivorceFile, context: DivorceContext): DivorceFacts => ({
  file,
  context,
  persons: marriageFacts(
    { ...emptyMarriageFile(), parties: file.parties, papers: file.papers, networkChecks: file.networkChecks },
    { stage: context.typing ? 'typing' : 'decision', day: context.day, settings: context.settings, register: context.register, ...(context.registrar === undefined ? {} : { registrar: context.registrar }), ...(context.officeArea === undefined ? {} : { officeArea: context.officeArea }) },
  ),
})

/** Asks a question of each party. */
export const ofEach = (ask: (index: PartyIndex, label: Text) => Outcome): readonly Outcome[] => [ask(0, partyLabel(0)), ask(1, partyLabel(1))]
