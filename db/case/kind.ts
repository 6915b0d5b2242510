import type { Action, JournalEntry } from '../../domain/action.ts'
import type { Party, SuppliedPaper } from '../../domain/case/file.ts'
import type { Text } from '../../domain/text.ts'
import type { Connection, Value } from '../connection.ts'
import type { BlankType } from '../contract.ts'
import type { Issue } from '../stock.ts'

/** The columns of a case of any window that its further acts look at. */
export interface Held<State extends string = string> {
  readonly key: number; readonly id: string; readonly state: State; readonly day: string; readonly hour: number | null; readonly counter: string
  readonly office_file_number: number | null; readonly serial_man: string; readonly serial_woman: string
}

/** The sections of a file that every window has. */
export interface CommonFile { readonly parties: readonly [Party, Party]; readonly papers: readonly SuppliedPaper[] }

/** Columns that a window has beside the common ones, and their values. */
export interface OwnColumns<A extends readonly unknown[]> { readonly names: readonly string[]; readonly values: (...from: A) => readonly Value[] }

/** The register's facts of a decision in favour. */
export interface Registration { readonly number: string; readonly day: string; readonly serials: readonly [string, string]; readonly officeName: string; readonly area: string; readonly registrar: string }

/** A window whose cases are opened, decided, printed, handed over, inspected and filed: what its tables have beside the common ones, and its own rules. The tables are `${id}_case`, `${id}_party` and `${id}_inspection`. */
export interface CaseKind<State extends string, File extends CommonFile, H extends Held<State>> {
  readonly id: string
  readonly fileClass: string
  /** Name of its number in words. */
  readonly number: Text
  /** The state an act leads to, undefined before the case is opened; throws `wrong_state`. */
  readonly nextState: (state: State | undefined, kind: string) => State
  /** What is asked besides the state, of the case as it stands; throws. */
  readonly allow?: (held: H, entry: JournalEntry) => void
  /** Columns of its own that later acts look at. */
  readonly held: readonly (string & keyof H)[]
  readonly opened: OwnColumns<[file: File]>
  readonly registered: OwnColumns<[db: Connection, held: H, body: Registration]>
  /** The booklets it gives out. */
  readonly booklet: (held: H) => BlankType
  readonly issue: Issue
  /** How a registration is counted. */
  readonly counted: (held: H) => { readonly kind: string; readonly unit: '对' | '件' }
  /** Looks at other cases before a registration; throws. */
  readonly beforeRegistration?: (db: Connection, held: H, body: Registration) => void
  /** Brings columns of its own in line with replaced sections of the file. */
  readonly changed: (db: Connection, entry: JournalEntry, held: H, changes: Partial<File>) => void
  /** Statistics of registered cases: the cells in which one counts as the tables stand (none once it is void), and tables of their own, brought in line with those of the case. */
  readonly statistics: { readonly cells: (db: Connection, day: string, key: number) => readonly string[]; readonly put?: (db: Connection, key: number) => void; readonly remove?: (db: Connection, day: string, key: number) => void }
}

export const bodyOf = <B>(entry: JournalEntry): B => (entry.action as Action<string, B>).body

/** The day of an act: the one it names, or the day of its entry. */
export const dayOfAct = (entry: JournalEntry): string => {
  const { day } = entry.action.body as { readonly day?: string }
  return day ?? entry.at.slice(0, 10)
}
