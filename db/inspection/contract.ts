import type { BurialContext } from '../../domain/burial/context.ts'
import type { CalendarNotice } from '../../domain/calendar/index.ts'
import type { DivorceSettings } from '../../domain/divorce/context.ts'
import type { Head } from '../../domain/reports/shapes.ts'
import type { ComplianceTally } from '../../domain/reports/judged.ts'
import type { Text } from '../../domain/text.ts'
import type { WaiverPolicy } from '../../domain/waiver/policy.ts'

/** What an inspection run over many files takes and gives: plain data, which goes to threads and back. */

/** The windows whose files threads fold and judge. */
export const inspectedWindows = ['marriage', 'divorce', 'reissue', 'burial'] as const
export type InspectedWindow = (typeof inspectedWindows)[number]
export const isInspected = (window: string): window is InspectedWindow => (inspectedWindows as readonly string[]).includes(window)

/** What the rules on burials are told of the office of a day. */
export type BurialOffice = Pick<BurialContext, 'settings' | 'provider' | 'cremationArea'>

/** The office as the rules of each day find it; all of it dated, so that old files are judged by what was in force then. */
export interface InspectionOffice {
  /** Settings and area code from a day on, earliest first; the first holds for every day before the second. */
  readonly days: readonly { readonly from: string; readonly settings: DivorceSettings; readonly officeArea: string; readonly burial: BurialOffice }[]
  readonly registrars: readonly { readonly account: string; readonly scope: 'mainland' | 'all'; readonly certifiedUntil: string }[]
  readonly notices: { readonly added: readonly CalendarNotice[]; readonly setAside: readonly string[] }
  /** The waiver policies that were ever adopted; a settlement names its own. */
  readonly policies: readonly WaiverPolicy[]
}

/** A case with a fault, and what was found. */
export interface FailingFile {
  readonly id: string
  readonly number: string
  readonly day: string
  readonly kind: string
  readonly registrar: string
  readonly counter: string
  readonly faults: readonly { readonly rule: string; readonly title: Text; readonly message: Text; readonly field?: string }[]
}

/** A case of a period: its key in the window's table, its id. */
export type CaseKey = readonly [key: number, id: string]

/** What came of some cases: the counts, those that failed in their order, and how many stand under the code of another office. */
export interface JudgedFiles { readonly tally: ComplianceTally; readonly failed: readonly CaseKey[]; readonly elsewhere: Readonly<Record<string, number>> }

/** What a thread is asked: to hold on to the register as it stands now, to take the office's facts for the run to come, for the keys of a period's cases (newest first), to judge some of them, for the words of some that failed, and to let the register go. */
export type InspectionQuestion =
  | { readonly ask: 'begin' }
  | { readonly ask: 'office'; readonly office: InspectionOffice }
  | { readonly ask: 'keys'; readonly window: InspectedWindow; readonly from: string; readonly to: string }
  | { readonly ask: 'judge'; readonly window: InspectedWindow; readonly keys: readonly number[] }
  | { readonly ask: 'words'; readonly window: InspectedWindow; readonly keys: readonly number[] }
  | { readonly ask: 'end' }

export type InspectionAnswer =
  | { readonly head: Head }
  | { readonly told: true }
  | { readonly keys: readonly number[] }
  | JudgedFiles
  | { readonly words: readonly FailingFile[] }
  | { readonly ended: true }
  | { readonly error: string }
