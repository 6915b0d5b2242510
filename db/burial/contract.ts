import type { BurialState } from '../../domain/burial/actions.ts'
import type { CaseKind } from '../../domain/burial/codes.ts'
import type { KnownCremation } from '../../domain/burial/context.ts'
import type { Facility } from '../../domain/burial/facilities/facility.ts'
import type { IllegalGrave } from '../../domain/burial/grounds/illegal.ts'
import type { QingmingRow } from '../../domain/burial/grounds/qingming.ts'
import type { Cemetery } from '../../domain/burial/placement/cemetery.ts'
import type { Plot } from '../../domain/burial/placement/fold.ts'
import type { Denominator, RateBase } from '../../domain/burial/rates.ts'
import type { Grave } from '../../domain/burial/relocation/fold.ts'
import type { RelocationNotice } from '../../domain/burial/relocation/actions.ts'
import type { RewardFacts, RewardPolicy } from '../../domain/burial/rewards.ts'
import type { AdoptedPolicy } from '../../domain/waiver/book.ts'
import type { SettledItem } from '../../domain/waiver/facts.ts'
import type { Kept, Page } from '../contract.ts'

/** One line of the list of cases. */
export interface BurialRow {
  readonly id: string; readonly revision: number; readonly state: BurialState; readonly kind: CaseKind
  readonly name: string; readonly identityNumber: string; readonly sex: string; readonly age: number | null; readonly death: string; readonly openedAt: string; readonly arrivedAt: string
  /** Day of the cremation, number of the certificate that holds now. */
  readonly crematedOn: string; readonly number: string
  /** Where the ashes are, in words: facility and place. */
  readonly resting: string; readonly agent: string; readonly phone: string; readonly holds: number
  /** Last day that storage, or the deposit of the ashes, is covered; empty where no timer runs. */
  readonly until: string
  readonly waivedFen: number; readonly counter: string; readonly registrar: string; readonly certificates: number
}
export interface BurialFilter {
  readonly state?: readonly BurialState[]; readonly kind?: CaseKind
  readonly list?: { readonly list: 'inHome' | 'storageOverdue' | 'onHold' | 'awaitingAshes' | 'depositsEnding' | 'unclaimed' | 'certificateMissing'; readonly today: string }
  /** By the day the case was opened, and by the day of the cremation. */
  readonly from?: string; readonly to?: string; readonly crematedFrom?: string; readonly crematedTo?: string
  /** Only cases with a counted line in this cell, counted within from–to. */
  readonly cell?: string; readonly counter?: string; readonly after?: string; readonly limit?: number
}

/** A settlement or the line that takes it back. */
export interface SettlementRow { readonly caseId: string; readonly number: string; readonly day: string; readonly mode: 'till' | 'claim'; readonly sign: 1 | -1; readonly name: string; readonly policies: readonly string[]; readonly classes: readonly string[]; readonly actualFen: number; readonly waivedFen: number; readonly selfPaidFen: number; readonly late: boolean }
export interface NumberRow { readonly number: string; readonly prefix: string; readonly year: number; readonly serial: number; readonly caseId: string; readonly day: string; readonly voided: boolean; readonly note: string }
/** The columns a board needs of a touched plot; untouched ones are free. */
export interface PlotColumns { readonly id: string; readonly section: string; readonly revision: number; readonly capacity: number; readonly occupants: number; readonly blocked: boolean; readonly contracted: boolean; readonly disinterred: boolean; readonly vacated: boolean; readonly reservedUntil: string; readonly until: string; readonly holder: string; readonly phone: string; readonly agreement: string }

/** A counted line: one act as the month tables count it; corrections and late entries are further lines with a sign. */
export interface CountedRow { readonly seq: number; readonly n: number; readonly day: string; readonly countedOn: string; readonly late: boolean; readonly kind: string; readonly subject: string; readonly caseId: string; readonly name: string; readonly count: number; readonly fen: number }
export interface CellSum { readonly count: number; readonly fen: number }

/** What the rest of the house may ask of the burial window's part of the register; inside a transaction it sees its own writes. */
export interface BurialReads {
  get(id: string): Promise<BurialRow>
  cases(filter: BurialFilter): Promise<Page<BurialRow>>
  count(filter: BurialFilter): Promise<number>
  /** Open cases by state. */
  inWork(): Promise<readonly { readonly state: BurialState; readonly count: number }[]>
  /** Cremations and burials of bodies by the deceased's key (findDeceasedKey), for the second-cremation stop; other kinds too, told apart. */
  cremationsOf(key: string): Promise<readonly KnownCremation[]>
  /** Cases of the same person. */
  casesOf(key: string): Promise<readonly BurialRow[]>
  /** What was waived for a person before and stands, and the rewards. */
  settledOf(key: string): Promise<readonly SettledItem[]>
  rewardedOf(key: string): Promise<RewardFacts['before']>
  settlements(filter: { readonly from?: string; readonly to?: string; readonly mode?: 'till' | 'claim'; readonly cell?: string; readonly after?: string; readonly limit?: number }): Promise<Page<SettlementRow> & { readonly count: number; readonly waivedFen: number }>
  /** Highest serial used of a prefix and year, 0 if none; every allotted number is written when it is recorded. */
  lastNumber(prefix: string, year: number): Promise<number>
  findNumber(number: string): Promise<NumberRow | undefined>
  numbers(prefix: string, year: number, after?: string): Promise<Page<NumberRow>>
  gaps(prefix: string, year: number): Promise<readonly { readonly from: number; readonly to: number; readonly explained: string }[]>
  // the book
  policies(): Promise<readonly AdoptedPolicy[]>
  rewardPolicies(): Promise<readonly { readonly policy: RewardPolicy; readonly adoptedOn: string; readonly by: string; readonly second: string }[]>
  // placement
  cemeteries(): Promise<readonly Kept<Cemetery>[]>
  findCemetery(id: string): Promise<Kept<Cemetery> | undefined>
  /** The plot with its fold; untouched where nothing was recorded. */
  getPlot(id: string): Promise<Plot>
  board(cemetery: string, section: string): Promise<readonly PlotColumns[]>
  /** Touched plots of a cemetery summed by section and state on a day, for the figures beside the board. */
  plotSums(cemetery: string, day: string): Promise<readonly { readonly section: string; readonly state: string; readonly count: number; readonly occupants: number; readonly expiring: number; readonly expired: number }[]>
  terms(filter: { readonly day: string; readonly until: string; readonly from?: string; readonly cemetery?: string; readonly after?: string; readonly limit?: number }): Promise<Page<PlotColumns>>
  /** By name, identity number or phone of holder or of who lies there, agreement or certificate number. */
  findPlots(text: string, limit: number): Promise<readonly (PlotColumns & { readonly lying: readonly string[] })[]>
  // relocation, facilities, grounds
  notices(): Promise<readonly Kept<RelocationNotice>[]>
  graves(filter?: { readonly notice?: string }): Promise<readonly Kept<Grave>[]>
  findGrave(id: string): Promise<Kept<Grave> | undefined>
  facilities(): Promise<readonly Kept<Facility>[]>
  findFacility(id: string): Promise<Kept<Facility> | undefined>
  qingming(filter: { readonly from: string; readonly to: string; readonly site?: string }): Promise<readonly (QingmingRow & { readonly at: string; readonly by: string; readonly reason: string })[]>
  /** Graves that stood open or were acted on in a period. */
  illegalGraves(period: { readonly from: string; readonly to: string }): Promise<readonly Kept<IllegalGrave>[]>
  findIllegalGrave(id: string): Promise<Kept<IllegalGrave> | undefined>
  // counts
  /** Sums of every cell below the prefixes (a prefix ending in a dot takes all below it) counted within a period, both days in it. */
  sums(prefixes: readonly string[], period: { readonly from: string; readonly to: string }): Promise<ReadonlyMap<string, CellSum>>
  sumsByMonth(prefixes: readonly string[], period: { readonly from: string; readonly to: string }): Promise<ReadonlyMap<string, ReadonlyMap<string, CellSum>>>
  lines(cells: readonly string[], period: { readonly from: string; readonly to: string }, page: { readonly after?: string; readonly limit?: number }): Promise<Page<CountedRow> & { readonly count: number; readonly fen: number }>
  /** Lines entered after their month was closed: those that count in the period, and those whose day lies in it; with cells only the lines that count in one of them. */
  lateLines(period: { readonly from: string; readonly to: string }, cells?: readonly string[]): Promise<readonly CountedRow[]>
  /** Names of the homes that cremated here, by `@area/home`. */
  homeNames(): Promise<ReadonlyMap<string, string>>
  /** Closed months with the figures they were closed with, and how many lines came late for each. */
  closedMonths(year?: number): Promise<readonly { readonly month: string; readonly on: string; readonly by: string; readonly second: string; readonly head: string; readonly cremated: number; readonly waivedFen: number; readonly late: number }[]>
  denominators(period?: { readonly from: string; readonly to: string }): Promise<readonly (Denominator & { readonly period: string; readonly base: RateBase; readonly day: string; readonly by: string })[]>
}
