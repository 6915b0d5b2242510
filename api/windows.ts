import type { z } from 'zod'
import type { BlankType, Reads } from '../db/contract.ts'
import type { Text } from '../domain/text.ts'
import { divorceWindow } from './divorce/window.ts'
import type { Handling } from './door.ts'
import type { House } from './house.ts'
import type { JournalFields } from './journal.ts'
import { archiveWindow } from './archive/window.ts'
import { burialWindow } from './burial/window.ts'
import { marriageWindow } from './marriage/window.ts'
import type { CasePapers } from './papers.ts'
import { placeNameWindow } from './place-names/window.ts'
import { reissueWindow } from './reissue/window.ts'
import type { Porter } from './sign-in.ts'

interface Period { readonly from: string; readonly to: string }
/** What falls due on a day at a window; `kind` is the list in which it waits. */
export interface Deadline { readonly day: string; readonly kind: string; readonly title: Text; readonly count: number }
/** Money of a window that its counted lines add up, in fen. */
export interface Money { readonly kind: string; readonly title: Text; readonly count: number; readonly fen: number }

/** What a window brings to the door; the frame knows windows only through this. */
export interface ApiWindow {
  readonly id: string
  readonly title: Text
  /** The desk it belongs to, for a window that is not a desk of its own: divorces stand under `marriage`, and an office that offers the desk offers them. */
  readonly under?: string
  /** The file of its cases, for a window that has drafts of them. */
  readonly file?: z.ZodType
  /** Its routes; `porter` asks for second persons. */
  readonly handlings: (porter: Porter) => readonly Handling[]
  /** The papers of its cases; their ids begin with the window's id and a dot. */
  readonly papers?: CasePapers
  /** Fields of its actions' bodies that the journal page may show: none that names a person. */
  readonly journalFields: JournalFields
  /** What it counts, by kind: title, and the unit, which is never mixed with another. */
  readonly counts: Readonly<Record<string, { readonly title: Text; readonly unit: string }>>
  /** The kinds that take two certificates each out of a stock, by its type. */
  readonly registrations: Readonly<Partial<Record<BlankType, readonly string[]>>>
  /** What waits for somebody today, by state. */
  readonly open: (reads: Reads, today: string, house: House) => Promise<readonly { readonly state: string; readonly title: Text; readonly count: number }[]>
  /** The kinds by which a manager sees how much work there is; all of `counts` where none are named. */
  readonly main?: readonly string[]
  /** What falls due within days and is still waited for, by day, as its lists find it. */
  readonly deadlines?: (reads: Reads, period: Period, house: House) => Promise<readonly Deadline[]>
  /** What fell due before today and is still waited for. */
  readonly overdue?: (reads: Reads, today: string, house: House) => Promise<readonly Omit<Deadline, 'day'>[]>
  /** Where the desk shows what falls due in a list. */
  readonly deadlinePath?: (kind: string) => string
  /** What was waived, rewarded or taken in within days. */
  readonly money?: (reads: Reads, period: Period) => Promise<readonly Money[]>
}

/** Every window of the desk. */
export const windows: readonly ApiWindow[] = [marriageWindow, divorceWindow, reissueWindow, archiveWindow, burialWindow, placeNameWindow]

/** The desk at which a window stands. */
export const deskOf = ({ id, under }: Pick<ApiWindow, 'id' | 'under'>): string => under ?? id

/** The windows that an office offers by themselves; those under a desk are offered with it. */
export const desksOf = (offered: readonly ApiWindow[]): readonly string[] => offered.filter(({ under }) => under === undefined).map(({ id }) => id)

/** Finds the papers of the window a paper belongs to. */
export const paperFinder = (offered: readonly ApiWindow[]) => (paper: string): CasePapers | undefined => offered.find(({ id }) => paper.startsWith(`${id}.`))?.papers
