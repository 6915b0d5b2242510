import type { CalendarNotice } from '../../domain/calendar/index.ts'
import type { DivorceSettings } from '../../domain/divorce/context.ts'
import type { InspectionResult } from '../../domain/inspecting.ts'
import type { Text } from '../../domain/text.ts'

/** What an inspection run over many files takes and gives: plain data, which goes to threads and back. */

export const inspectedWindows = ['marriage', 'divorce', 'reissue'] as const
export type InspectedWindow = (typeof inspectedWindows)[number]

/** The office as the rules of each day find it; all of it dated, so that old files are judged by what was in force then. */
export interface InspectionOffice {
  /** Settings and area code from a day on, earliest first; the first holds for every day before the second. */
  readonly days: readonly { readonly from: string; readonly settings: DivorceSettings; readonly officeArea: string }[]
  readonly registrars: readonly { readonly account: string; readonly scope: 'mainland' | 'all'; readonly certifiedUntil: string }[]
  readonly notices: { readonly added: readonly CalendarNotice[]; readonly setAside: readonly string[] }
}

/** Counts of one item over all files looked at. */
export type ItemCounts = { -readonly [R in InspectionResult]: number }

/** A file with a fault, and what was found. */
export interface FailingFile { readonly id: string; readonly items: readonly { readonly item: string; readonly message: Text }[] }

/** What came of some files: every one of them was folded and every rule asked. */
export interface InspectionCounts {
  readonly qualified: number
  readonly failed: number
  readonly unexamined: number
  readonly items: Readonly<Record<string, ItemCounts>>
}

/** What a thread is asked: to take the office's facts for the run to come, for the keys of the registered cases of a period (newest first), to inspect some of them, or for the words of some that failed. */
export type InspectionQuestion =
  | { readonly ask: 'begin'; readonly office: InspectionOffice }
  | { readonly ask: 'keys'; readonly window: InspectedWindow; readonly from: string; readonly to: string }
  | { readonly ask: 'inspect'; readonly window: InspectedWindow; readonly keys: readonly number[] }
  | { readonly ask: 'words'; readonly window: InspectedWindow; readonly keys: readonly number[] }

export type InspectionAnswer =
  | { readonly begun: true }
  | { readonly keys: readonly number[] }
  | { readonly counts: InspectionCounts; readonly failedKeys: readonly number[] }
  | { readonly words: readonly FailingFile[] }
  | { readonly failed: string }
