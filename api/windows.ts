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
}

/** Every window of the desk. */
export const windows: readonly ApiWindow[] = [marriageWindow, divorceWindow, reissueWindow, archiveWindow, burialWindow, placeNameWindow]

/** The desk at which a window stands. */
export const deskOf = ({ id, under }: Pick<ApiWindow, 'id' | 'under'>): string => under ?? id

/** The windows that an office offers by themselves; those under a desk are offered with it. */
export const desksOf = (offered: readonly ApiWindow[]): readonly string[] => offered.filter(({ under }) => under === undefined).map(({ id }) => id)

/** Finds the papers of the window a paper belongs to. */
export const paperFinder = (offered: readonly ApiWindow[]) => (paper: string): CasePapers | undefined => offered.find(({ id }) => paper.startsWith(`${id}.`))?.papers
