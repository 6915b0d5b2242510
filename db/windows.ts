import type { ZodType } from 'zod'
import type { JournalEntry } from '../domain/action.ts'
import type { Connection } from './connection.ts'
import type { SearchHit } from './contract.ts'
import { archivePart } from './archive/part.ts'
import { burialPart } from './burial/part.ts'
import { divorcePart } from './divorce/part.ts'
import { marriagePart } from './marriage/part.ts'
import type { Migration } from './migrations/index.ts'
import { officePart } from './office/part.ts'
import { placeNamePart } from './place-names/part.ts'
import { reissuePart } from './reissue/part.ts'
import type { Query } from './search.ts'

/** Applies one entry to the tables, inside its transaction; throws a LantaiError when the register does not allow it. */
export type Applier = (db: Connection, entry: JournalEntry) => void

/** What a window brings to the register; the frame knows windows only through this. */
export interface WindowPart {
  readonly id: string
  /** Tables of its own beside those of db/migrations, as a series numbered by one. */
  readonly migrations?: readonly Migration[]
  /** The body of each kind of action; an entry that does not fit is never appended. */
  readonly bodies: Readonly<Record<string, ZodType>>
  /** Fills in what is kept with the record but made by the program, before the entry is appended. */
  readonly complete?: Readonly<Record<string, (body: unknown) => unknown>>
  /** Kinds left out here are journalled and change no table. */
  readonly appliers: Readonly<Record<string, Applier>>
  /** Kinds that need a second person and a reason. */
  readonly twoPersons?: readonly string[]
  /** The tables the appliers write, each with its key: what a rebuild must give again. */
  readonly tables: readonly { readonly name: string; readonly key: string }[]
  /** Tables whose plain indexes only searches read, so that a long load may put them down and make them again at its end. */
  readonly searchedTables?: readonly string[]
  /** Their indexes that appliers read as well, which stay. */
  readonly keptIndexes?: readonly string[]
  /** The revision of a case of this window, undefined when there is none of this id. */
  readonly findRevision?: (db: Connection, caseId: string) => number | undefined
  /** Hits for the one search box, best first. */
  readonly search?: (db: Connection, query: Query, limit: number) => readonly SearchHit[]
  /** Hashes of the stored files an entry refers to. */
  readonly files?: (entry: JournalEntry) => readonly string[]
}

/** The office and every window. */
export const windowParts: readonly WindowPart[] = [officePart, marriagePart, divorcePart, reissuePart, archivePart, burialPart, placeNamePart]
