import type { Text } from '../domain/text.ts'
import type { Handling } from './door.ts'
import type { JournalFields } from './journal.ts'
import { marriageWindow } from './marriage/window.ts'
import type { CasePapers } from './papers.ts'
import type { Porter } from './sign-in.ts'

/** What a window brings to the door; the frame knows windows only through this. */
export interface ApiWindow {
  readonly id: string
  readonly title: Text
  /** Its routes; `porter` asks for second persons. */
  readonly handlings: (porter: Porter) => readonly Handling[]
  /** The papers of its cases; their ids begin with the window's id and a dot. */
  readonly papers: CasePapers
  /** Fields of its actions' bodies that the journal page may show: none that names a person. */
  readonly journalFields: JournalFields
  /** What it counts, by kind: title, and the unit, which is never mixed with another. */
  readonly counts: Readonly<Record<string, { readonly title: Text; readonly unit: string }>>
  /** The kinds that take two certificates each out of stock. */
  readonly registrations: readonly string[]
  /** Titles of the states in which a case waits for somebody. */
  readonly openStates: Readonly<Record<string, Text>>
}

/** Every window of the desk. */
export const windows: readonly ApiWindow[] = [marriageWindow]

/** The papers of the window a paper belongs to, or undefined. */
export const papersOf = (paper: string): CasePapers | undefined => windows.find(({ id }) => paper.startsWith(`${id}.`))?.papers
