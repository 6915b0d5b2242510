import type { Connection } from '../connection.ts'

/** Steps of the clock: entries whose time lies before that of the entry before them. */

const add = 'INSERT INTO clock_step (seq, at, before) VALUES (?, ?, ?)'

/** Instants with the same offset compare as texts; others by the moment they name. */
const liesBefore = (at: string, before: string): boolean => (at.endsWith(before.slice(-6)) ? at < before : Date.parse(at) < Date.parse(before))

/** Writes a step down where an entry shows an earlier time than the one before it; `before` is empty for the first. */
export const noteStep = (db: Connection, { seq, at }: { readonly seq: number; readonly at: string }, before: string): void => {
  if (before !== '' && liesBefore(at, before)) db.prepare(add).run(seq, at, before)
}
