import { sql as register } from './0001-register.ts'
import { sql as marriage } from './0002-marriage.ts'

/** One step of the register's schema; a shipped one is never edited (a test holds its hash). */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

/** Every migration in order, numbered by one. */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'register', sql: register },
  { number: 2, name: 'marriage', sql: marriage },
]
