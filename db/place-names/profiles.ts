import type { JournalEntry } from '../../domain/action.ts'
import type { PlaceNameProfileAction } from '../../domain/place-names/profile.ts'
import { nameSettingsOf } from '../../domain/place-names/profile.ts'
import type { PlaceReading } from '../../domain/place-names/romanise/index.ts'
import { shippedReadings } from '../../domain/place-names/romanise/index.ts'
import { canonicalJson } from '../canonical.ts'
import type { Connection, Reader } from '../connection.ts'

/** Versions of the local profile. */

type Body = PlaceNameProfileAction['body']
export type ProfileRow = Body & { readonly at: string; readonly by: string; readonly reason: string; readonly second: string }

const sql = {
  add: 'INSERT INTO place_name_profile (key, day, body, at, actor, reason, second) VALUES (?, ?, ?, ?, ?, ?, ?)',
  all: 'SELECT key, body, at, actor, reason, second FROM place_name_profile ORDER BY key',
  latest: 'SELECT key, body FROM place_name_profile ORDER BY day DESC, key DESC LIMIT 1',
} as const

// What is made of a profile is kept by its object: a text is read once.
const known = new Map<string, Body>()
const read = (text: string): Body => {
  let body = known.get(text)
  if (body === undefined) {
    if (known.size >= 200) known.clear()
    known.set(text, (body = JSON.parse(text) as Body))
  }
  return body
}

/** Adds a version; gives back the characters whose reading it changes. */
export const setProfile = (db: Connection, entry: JournalEntry): readonly string[] => {
  const before = readingsInForce(db)
  const { body, reason, second } = entry.action as PlaceNameProfileAction
  db.prepare(sql.add).run(entry.seq, body.day, canonicalJson(body), entry.at, entry.actor, reason ?? '', second ?? '')
  const after = readingsInForce(db)
  if (before === after) return []
  const written = (readings: readonly PlaceReading[]): ReadonlyMap<string, string> => new Map(readings.map((reading) => [JSON.stringify(reading), reading.characters]))
  const [old, now] = [written(before), written(after)]
  return [...new Set([...[...old].filter(([key]) => !now.has(key)), ...[...now].filter(([key]) => !old.has(key))].map(([, characters]) => characters))]
}

/** Every version in the order in which they were set; each holds the same profile object at every asking. */
export const profiles = (db: Reader): readonly ProfileRow[] =>
  db.prepare<{ body: string; at: string; actor: string; reason: string; second: string }>(sql.all).all().map(({ body, at, actor, reason, second }) => ({ ...read(body), at, by: actor, reason, second }))

/** The readings of places by which names are keyed: those of the latest version. */
export const readingsInForce = (db: Reader): readonly PlaceReading[] => {
  const row = db.prepare<{ body: string }>(sql.latest).get()
  return row === undefined ? shippedReadings : nameSettingsOf(read(row.body).profile).readings
}
