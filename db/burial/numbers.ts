import type { JournalEntry } from '../../domain/action.ts'
import type { BurialOfficeAction } from '../../domain/burial/office-actions.ts'
import { findPaperNumber, usualPattern } from '../../domain/burial/numbers.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { Connection, Reader } from '../connection.ts'
import type { Page } from '../contract.ts'
import { violates } from '../errors.ts'
import { findSetting } from '../office/reads.ts'
import type { NumberRow } from './contract.ts'

/** Numbers of papers: each is written down with the entry that gives it out, and never given again. */

const columns = "number, prefix, year, serial, subject AS caseId, day, voided, note"
const sql = {
  find: `SELECT ${columns} FROM burial_number WHERE number = ? ORDER BY prefix LIMIT 1`,
  ofPaper: 'SELECT subject, voided FROM burial_number WHERE number = ? AND prefix = ?',
  add: 'INSERT INTO burial_number (key, number, prefix, year, serial, subject, day, voided, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  void: "UPDATE burial_number SET voided = 1, note = ? WHERE number = ? AND subject = ?",
  last: 'SELECT max(serial) AS serial FROM burial_number WHERE prefix = ? AND year = ? AND serial > 0',
  page: `SELECT ${columns} FROM burial_number WHERE prefix = ? AND year = ? AND serial > ? AND serial > 0 ORDER BY serial LIMIT ?`,
  serials: 'SELECT serial FROM burial_number WHERE prefix = ? AND year = ? AND serial > 0 ORDER BY serial',
  within: 'SELECT number FROM burial_number WHERE prefix = ? AND year = ? AND serial BETWEEN ? AND ? AND serial > 0 LIMIT 1',
  explained: 'SELECT first, last, explained FROM burial_gap WHERE prefix = ? AND year = ? ORDER BY first',
  explain: 'INSERT INTO burial_gap (key, prefix, year, first, last, explained, day, actor, second) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
} as const

interface Place { readonly prefix: string; readonly year: number; readonly serial: number }

/** Where a number stands in its series by the pattern in force when it was recorded; serial 0 for one of another shape. */
const placeOf = (db: Connection, entry: JournalEntry, number: string, paper: string, day: string): Place => {
  const set = findSetting(db, 'burial.numberPattern', entry.at.slice(0, 10))
  const pattern = typeof set === 'string' && set !== '' ? set : usualPattern
  const found = findPaperNumber(pattern, number) ?? (pattern === usualPattern ? undefined : findPaperNumber(usualPattern, number))
  return found === undefined ? { prefix: paper, year: Number(day.slice(0, 4)), serial: 0 } : { prefix: found.prefix === '' ? paper : found.prefix, year: found.year, serial: found.serial }
}

const taken = (number: string): LantaiError => new LantaiError('conflict', text(`编号 ${number} 已被使用，请重试`, `The number ${number} is taken; try again`), 'number')

const add = (db: Connection, key: number, number: string, { prefix, year, serial }: Place, rest: { readonly subject: string; readonly day: string; readonly voided: boolean; readonly note: string }): void => {
  try {
    db.prepare(sql.add).run(key, number, prefix, year, serial, rest.subject, rest.day, rest.voided ? 1 : 0, rest.note)
  } catch (error) {
    if (violates(error, 'burial_number.')) throw taken(number)
    throw error
  }
}

/** A paper that carries a number: the prefix of its kind, the case or plot it is for, its day. */
export interface Numbered {
  readonly number: string
  readonly paper: string
  readonly subject: string
  readonly day: string
  /** The same paper of the same case may name its number again: the certificate that of its cremation, the plot that of the placement. */
  readonly again?: boolean
}

/** Writes down a number that an entry gives out; an empty one is none. Throws `conflict` when it was given before. */
export const useNumber = (db: Connection, entry: JournalEntry, { number, paper, subject, day, again = false }: Numbered): void => {
  if (number === '') return
  const place = placeOf(db, entry, number, paper, day)
  if (again) {
    const before = db.prepare<{ subject: string; voided: number }>(sql.ofPaper).get(number, place.prefix)
    if (before !== undefined && before.subject === subject && before.voided === 0) return
  }
  add(db, entry.seq, number, place, { subject, day, voided: false, note: '' })
}

/** Marks a number as taken back; it stays used. */
export const withdrawNumber = (db: Connection, number: string, subject: string, note: string): void => {
  if (number !== '') db.prepare(sql.void).run(note, number, subject)
}

type Office<K extends BurialOfficeAction['kind']> = Extract<BurialOfficeAction, { kind: K }>['body']

/** A number spoiled on paper: used up by nobody. Throws `conflict` when a paper carries it. */
export const voidNumber = (db: Connection, entry: JournalEntry): void => {
  const { number, prefix, year, serial, day } = entry.action.body as Office<'burial.numberVoided'>
  add(db, entry.seq, number, { prefix, year, serial }, { subject: '', day, voided: true, note: entry.action.reason ?? '' })
}

/** Explains a gap. Throws `invalid` for a run that ends before it begins or reaches past the last number, `conflict` where a number of it is used or it is explained already. */
export const explainGap = (db: Connection, entry: JournalEntry): void => {
  const { prefix, year, from, to, day } = entry.action.body as Office<'burial.gapExplained'>
  if (to < from) throw new LantaiError('invalid', text('止号小于起号', 'The last number lies before the first'), 'to')
  if (to > lastNumber(db, prefix, year)) throw new LantaiError('invalid', text('还没有用到这些号码', 'The numbers have not come so far'), 'to')
  const used = db.prepare<{ number: string }>(sql.within).get(prefix, year, from, to)
  if (used !== undefined) throw new LantaiError('conflict', text(`其中 ${used.number} 已经使用，不是缺号`, `${used.number} among them is used and no gap`), 'from')
  if (db.prepare<{ first: number; last: number }>(sql.explained).all(prefix, year).some(({ first, last }) => first <= to && last >= from)) throw new LantaiError('conflict', text('这些缺号已经说明', 'The gap is explained already'), 'from')
  db.prepare(sql.explain).run(entry.seq, prefix, year, from, to, entry.action.reason ?? '', day, entry.actor, entry.action.second ?? '')
}

interface Columns extends Omit<NumberRow, 'voided'> { readonly voided: number }
const rowOf = (row: Columns): NumberRow => ({ ...row, voided: row.voided === 1 })

/** Highest serial used of a prefix and year, 0 if none. */
export const lastNumber = (db: Reader, prefix: string, year: number): number => db.prepare<{ serial: number | null }>(sql.last).get(prefix, year)?.serial ?? 0

/** The number as it was given out, or undefined. */
export const findNumber = (db: Reader, number: string): NumberRow | undefined => {
  const row = db.prepare<Columns>(sql.find).get(number)
  return row === undefined ? undefined : rowOf(row)
}

const pageSize = 200

/** The numbers of a series in order. */
export const numbers = (db: Reader, prefix: string, year: number, after?: string): Page<NumberRow> => {
  const from = after === undefined ? 0 : Number(after)
  if (!Number.isInteger(from) || from < 0) throw new LantaiError('malformed', text('翻页位置不对', 'The place in the list is not one'), 'after')
  const rows = db.prepare<Columns>(sql.page).all(prefix, year, from, pageSize + 1).map(rowOf)
  const shown = rows.slice(0, pageSize)
  return { rows: shown, next: rows.length > pageSize ? String(shown.at(-1)?.serial) : undefined }
}

/** Serials of a series that no paper carries, from 1 to the highest; what was explained stands apart from what was not. */
export const gaps = (db: Reader, prefix: string, year: number): readonly { readonly from: number; readonly to: number; readonly explained: string }[] => {
  const explained = db.prepare<{ first: number; last: number; explained: string }>(sql.explained).all(prefix, year)
  const found: { from: number; to: number; explained: string }[] = []
  const split = (from: number, to: number): void => {
    let next = from
    for (const run of explained) {
      if (run.last < next || run.first > to) continue
      if (run.first > next) found.push({ from: next, to: run.first - 1, explained: '' })
      found.push({ from: Math.max(run.first, next), to: Math.min(run.last, to), explained: run.explained })
      next = run.last + 1
    }
    if (next <= to) found.push({ from: next, to, explained: '' })
  }
  let next = 1
  for (const { serial } of db.prepare<{ serial: number }>(sql.serials).all(prefix, year)) {
    if (serial > next) split(next, serial - 1)
    next = serial + 1
  }
  return found
}
