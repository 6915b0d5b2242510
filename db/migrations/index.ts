import type { Connection } from '../connection.ts'
import { fillReports } from '../reports/fill.ts'
import { countAllMarriages } from '../statistics/marriages.ts'
import { sql as register } from './0001-register.ts'
import { sql as marriage } from './0002-marriage.ts'
import { sql as couples } from './0003-couples.ts'
import { sql as divorceReissueArchive } from './0004-divorce-reissue-archive.ts'
import { sql as burial } from './0005-burial.ts'
import { sql as burialCounts } from './0006-burial-counts.ts'
import { sql as placeNames } from './0007-place-names.ts'
import { sql as reports } from './0008-reports.ts'

/** One step of the register's schema; a shipped one is never edited (a test holds its hash). */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  /** Fills new tables from what the register holds where SQL alone cannot, after the text and in its transaction. */
  readonly fill?: (db: Connection) => void
}

/** Every migration in order, numbered by one. */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'register', sql: register },
  { number: 2, name: 'marriage', sql: marriage },
  { number: 3, name: 'couples', sql: couples, fill: countAllMarriages },
  { number: 4, name: 'divorce-reissue-archive', sql: divorceReissueArchive },
  { number: 5, name: 'burial', sql: burial },
  { number: 6, name: 'burial-counts', sql: burialCounts },
  { number: 7, name: 'place-names', sql: placeNames },
  // Looked up when it runs: filling applies the journal by the whole program, which knows the migrations.
  { number: 8, name: 'reports', sql: reports, fill: (db) => fillReports(db) },
]
