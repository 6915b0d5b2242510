import { LantaiError } from '../domain/error.ts'
import { getSerialParts, isSerial, rangeCount, serialRange } from '../domain/serials.ts'
import { text } from '../domain/text.ts'
import type { Connection, Reader } from './connection.ts'
import type { BlankFound, BlankState, BlankType, StockMonth, StockRange } from './contract.ts'
import { blankTypes } from './contract.ts'
import { addTo } from './sums.ts'

/** Blank certificates (空白证件): a range costs one row however long; only what is no longer available has a row of its own. */

interface RangeRow {
  key: number; id: string; type: BlankType; prefix: string; places: number; first: string; last: string; first_number: number; last_number: number
  used: number; next_number: number; received_on: string; received_from: string; note: string
}
interface BlankRow { type: BlankType; serial: string; range_key: number; number: number; state: Exclude<BlankState, 'available'>; case_id: string }

const sql = {
  // The index runs down from the number, ranges do not overlap: the first row that reaches it is the one.
  rangeOf: 'SELECT key, id, prefix, places, last_number, next_number FROM blank_range WHERE type = ? AND prefix = ? AND places = ? AND first_number <= ? AND last_number >= ? LIMIT 1',
  overlap: 'SELECT first, last FROM blank_range WHERE type = ? AND prefix = ? AND places = ? AND first_number <= ? AND last_number >= ? LIMIT 1',
  receive: 'INSERT INTO blank_range (key, id, type, prefix, places, first, last, first_number, last_number, used, next_number, received_on, received_from, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)',
  blank: 'SELECT type, serial, range_key, number, state, case_id FROM blank WHERE type = ? AND serial = ?',
  use: 'INSERT INTO blank (type, serial, range_key, number, state, case_id, day, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  move: "UPDATE blank SET state = 'spoiled', day = ?, note = ? WHERE type = ? AND serial = ? AND state = 'issued' AND case_id = ?",
  isUsed: 'SELECT 1 FROM blank WHERE type = ? AND serial = ?',
  advance: 'UPDATE blank_range SET used = used + ?, next_number = ? WHERE key = ?',
  count: 'INSERT INTO blank_day (type, day, movement, count) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count',
  ranges: 'SELECT * FROM blank_range ORDER BY received_on, key',
  rangeById: 'SELECT id FROM blank_range WHERE key = ?',
  usedFrom: 'SELECT number FROM blank WHERE type = ? AND serial >= ? AND serial <= ? AND range_key = ? ORDER BY serial',
  open: 'SELECT * FROM blank_range WHERE type = ? AND used < last_number - first_number + 1 ORDER BY received_on, key',
  before: 'SELECT movement, sum(count) AS count FROM blank_day WHERE type = ? AND day < ? GROUP BY movement',
  moved: "SELECT day, sum(CASE movement WHEN 'received' THEN count ELSE -count END) AS change FROM blank_day WHERE type = ? AND day BETWEEN ? AND ? GROUP BY day ORDER BY day",
  within: 'SELECT movement, sum(count) AS count FROM blank_day WHERE type = ? AND day BETWEEN ? AND ? GROUP BY movement',
} as const

/** How a booklet goes out: with a registration, or in place of an earlier one; counted apart. */
export type Issue = 'issued' | 'reissued'
type Movement = 'received' | Issue | 'spoiled' | 'returned'
const count = (db: Connection, type: BlankType, day: string, movement: Movement, booklets: number): void => {
  addTo(db, sql.count, [type, day, movement], booklets)
}

const name = (type: BlankType): { zh: string; en: string } => (type === 'marriage' ? { zh: '结婚证', en: 'marriage certificate' } : { zh: '离婚证', en: 'divorce certificate' })
const stock = (zh: string, en: string): LantaiError => new LantaiError('stock', text(zh, en), 'serials')
type FoundRange = Pick<RangeRow, 'key' | 'id' | 'prefix' | 'places' | 'last_number' | 'next_number'>
const write = (range: Pick<RangeRow, 'prefix' | 'places'>, number: number): string => range.prefix + String(number).padStart(range.places, '0')

const findRange = (db: Reader, type: BlankType, serial: string): { range: FoundRange; number: number } | undefined => {
  if (!isSerial(serial)) return undefined
  const parts = getSerialParts(serial)
  const number = Number(parts.digits)
  const range = db.prepare<FoundRange>(sql.rangeOf).get(type, parts.prefix, parts.digits.length, number, number)
  return range === undefined ? undefined : { range, number }
}

const outOfStock = (db: Reader, type: BlankType, serial: string): LantaiError => {
  const other = blankTypes.find((one) => one !== type && findRange(db, one, serial) !== undefined)
  return other === undefined
    ? stock(`印制号 ${serial} 不在已入库的${name(type).zh}号段内`, `Serial ${serial} is in no range of ${name(type).en}s received into stock`)
    : stock(`印制号 ${serial} 是${name(other).zh}，不是${name(type).zh}`, `Serial ${serial} is a ${name(other).en}, not a ${name(type).en}`)
}

const used = (row: BlankRow): LantaiError => {
  const words = row.state === 'issued' ? { zh: '已使用', en: 'has been used' } : row.state === 'spoiled' ? { zh: '已作废', en: 'has been spoiled or voided' } : { zh: '已上交', en: 'has been handed up' }
  return stock(`印制号 ${row.serial} ${words.zh}`, `Serial ${row.serial} ${words.en}`)
}

/** Takes booklets out of stock; throws `stock` when one is in no range of its type or no longer available. */
const take = (db: Connection, type: BlankType, serials: readonly string[], { state, movement = state, caseId = '', day, note = '' }: { readonly state: BlankRow['state']; readonly movement?: Movement; readonly caseId?: string; readonly day: string; readonly note?: string }): void => {
  const touched = new Map<number, { readonly range: FoundRange; readonly taken: Set<number> }>()
  for (const serial of serials) {
    const found = findRange(db, type, serial)
    if (found === undefined) throw outOfStock(db, type, serial)
    const { range, number } = found
    if (db.prepare(sql.use).run(type, serial, range.key, number, state, caseId, day, note).changes === 0) throw used(db.prepare<BlankRow>(sql.blank).get(type, serial) as BlankRow)
    const before = touched.get(range.key)
    if (before === undefined) touched.set(range.key, { range, taken: new Set([number]) })
    else before.taken.add(number)
  }
  for (const { range, taken } of touched.values()) {
    let next = range.next_number
    if (taken.has(next)) while (next <= range.last_number && (taken.has(next) || db.prepare(sql.isUsed).get(type, write(range, next)) !== undefined)) next += 1
    db.prepare(sql.advance).run(taken.size, next, range.key)
  }
  count(db, type, day, movement, serials.length)
}

/** Receives a range; throws `stock` when any of it is in stock already. */
export const receiveBlanks = (db: Connection, key: number, id: string, body: { readonly type: BlankType; readonly first: string; readonly last: string; readonly count: number; readonly receivedOn: string; readonly from: string; readonly note: string }): void => {
  const range = serialRange(body.first, body.last, 'first')
  if (rangeCount(range) !== body.count) throw new LantaiError('invalid', text('数量与起止印制号不符', 'The count does not agree with first and last serial'), 'count')
  const first = getSerialParts(body.first)
  const firstNumber = Number(first.digits)
  const lastNumber = firstNumber + body.count - 1
  const overlap = db.prepare<{ first: string; last: string }>(sql.overlap).get(body.type, first.prefix, first.digits.length, lastNumber, firstNumber)
  if (overlap !== undefined) throw new LantaiError('stock', text(`与已入库的号段 ${overlap.first}—${overlap.last} 重叠`, `It overlaps the range ${overlap.first}–${overlap.last} that is in stock already`), 'first')
  db.prepare(sql.receive).run(key, id, body.type, first.prefix, first.digits.length, body.first, body.last, firstNumber, lastNumber, firstNumber, body.receivedOn, body.from, body.note)
  count(db, body.type, body.receivedOn, 'received', body.count)
}

/** Issues booklets to a case. */
export const issueBlanks = (db: Connection, type: BlankType, serials: readonly string[], caseId: string, { day, issue }: { readonly day: string; readonly issue: Issue }): void => take(db, type, serials, { state: 'issued', movement: issue, caseId, day })

/** Spoils a booklet that was not used yet. */
export const spoilBlank = (db: Connection, type: BlankType, serial: string, day: string, reason: string): void => take(db, type, [serial], { state: 'spoiled', day, note: reason })

/** Hands unused booklets up; all of them must be available. */
export const returnBlanks = (db: Connection, type: BlankType, first: string, last: string, day: string, to: string): void => {
  const range = serialRange(first, last, 'first')
  if (rangeCount(range) > 100_000) throw new LantaiError('invalid', text('一次最多上交 100000 本', 'At most 100,000 booklets can be handed up at once'), 'last')
  const parts = getSerialParts(first)
  const start = Number(parts.digits)
  const serials = Array.from({ length: rangeCount(range) }, (_, index) => parts.prefix + String(start + index).padStart(parts.digits.length, '0'))
  take(db, type, serials, { state: 'returned', day, note: to })
}

/** Spoils a booklet that had been issued to a case: it leaves the issued (or reissued) and joins the spoiled, so that issued stays two a registration. */
export const withdrawBlank = (db: Connection, type: BlankType, serial: string, caseId: string, { day, reason, issue }: { readonly day: string; readonly reason: string; readonly issue: Issue }): void => {
  if (db.prepare(sql.move).run(day, reason, type, serial, caseId).changes === 0) throw stock(`印制号 ${serial} 不是本案已使用的证件`, `Serial ${serial} is not a booklet issued in this case`)
  count(db, type, day, issue, -1)
  count(db, type, day, 'spoiled', 1)
}

/** The blank of a type that carries this serial, or undefined when it was never received. */
export const findBlank = (db: Reader, type: BlankType, serial: string): BlankFound | undefined => {
  const found = findRange(db, type, serial)
  if (found === undefined) return undefined
  const row = db.prepare<BlankRow>(sql.blank).get(type, serial)
  return { serial, type, state: row?.state ?? 'available', caseId: row?.case_id ?? '', rangeId: found.range.id }
}

export const findBlanks = (db: Reader, serial: string): readonly BlankFound[] =>
  blankTypes.flatMap((type) => findBlank(db, type, serial) ?? [])

export const stockRanges = (db: Reader, type?: BlankType): readonly StockRange[] =>
  db.prepare<RangeRow>(sql.ranges).all().flatMap((row) =>
    type !== undefined && row.type !== type ? [] : [{ id: row.id, type: row.type, prefix: row.prefix, first: row.first, last: row.last, count: row.last_number - row.first_number + 1, used: row.used, receivedOn: row.received_on, from: row.received_from, note: row.note }])

/** The stock of a type from day to day, both in it, in booklets. */
export const stockMonth = (db: Reader, type: BlankType, from: string, to: string): StockMonth => {
  const sums = (rows: readonly { movement: Movement; count: number }[]): Record<Movement, number> => {
    const all: Record<Movement, number> = { received: 0, issued: 0, reissued: 0, spoiled: 0, returned: 0 }
    for (const row of rows) all[row.movement] = row.count
    return all
  }
  const before = sums(db.prepare<{ movement: Movement; count: number }>(sql.before).all(type, from))
  const within = sums(db.prepare<{ movement: Movement; count: number }>(sql.within).all(type, from, to))
  const left = (sum: Record<Movement, number>): number => sum.received - sum.issued - sum.reissued - sum.spoiled - sum.returned
  const opening = left(before)
  return { type, from, to, opening, ...within, closing: opening + left(within) }
}

/** What is left at the end of each day on which the stock moved, and of the first day, in booklets. */
export const stockByDay = (db: Reader, type: BlankType, from: string, to: string): readonly { readonly day: string; readonly left: number }[] => {
  let left = stockMonth(db, type, from, from).closing
  return [{ day: from, left }, ...db.prepare<{ day: string; change: number }>(sql.moved).all(type, from, to).filter(({ day }) => day !== from).map(({ day, change }) => ({ day, left: (left += change) }))]
}

/** The next unused serials of a type, in order of receipt; fewer when the stock runs out. */
export const nextBlanks = (db: Reader, type: BlankType, wanted: number): readonly string[] => {
  const serials: string[] = []
  for (const range of db.prepare<RangeRow>(sql.open).all(type)) {
    let number = range.next_number
    const taken = db.prepare<{ number: number }>(sql.usedFrom).iterate(type, write(range, number), range.last, range.key)
    for (const row of taken) {
      while (number < row.number && serials.length < wanted) serials.push(write(range, number++))
      number = row.number + 1
      if (serials.length >= wanted) break
    }
    while (number <= range.last_number && serials.length < wanted) serials.push(write(range, number++))
    if (serials.length >= wanted) break
  }
  return serials
}
