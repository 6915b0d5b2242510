import type { JournalEntry } from '../../domain/action.ts'
import type { CalendarNotice } from '../../domain/calendar/index.ts'
import { shippedNotices } from '../../domain/calendar/index.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import { canonicalJson } from '../canonical.ts'
import type { Reader } from '../connection.ts'
import { violates } from '../errors.ts'
import type { Applier } from '../windows.ts'

/** Notices of rest days that the office entered itself; the shipped ones are the program's. */

const sql = {
  add: "INSERT INTO calendar_notice (key, id, notice, set_aside_at) VALUES (?, ?, ?, '')",
  find: 'SELECT set_aside_at FROM calendar_notice WHERE id = ?',
  setAside: 'UPDATE calendar_notice SET set_aside_at = ? WHERE id = ?',
  all: 'SELECT id, notice, set_aside_at FROM calendar_notice ORDER BY key',
} as const

const taken = (id: string): LantaiError => new LantaiError('conflict', text(`编号 ${id} 的放假安排已经有了`, `There is a notice ${id} already`), 'id')

const added = (entry: JournalEntry): CalendarNotice => entry.action.body as CalendarNotice

/** The appliers of the calendar: nothing in it is overwritten, a notice entered by mistake is set aside. */
export const calendarAppliers: Readonly<Record<'calendar.noticeAdded' | 'calendar.noticeSetAside', Applier>> = {
  'calendar.noticeAdded': (db, entry) => {
    const notice = added(entry)
    if (shippedNotices.some((shipped) => shipped.id === notice.id)) throw taken(notice.id)
    try {
      db.prepare(sql.add).run(entry.seq, notice.id, canonicalJson(notice))
    } catch (error) {
      if (violates(error, 'calendar_notice.id')) throw taken(notice.id)
      throw error
    }
  },
  'calendar.noticeSetAside': (db, entry) => {
    const { id } = entry.action.body as { readonly id: string }
    const row = db.prepare<{ set_aside_at: string }>(sql.find).get(id)
    if (row === undefined) throw new LantaiError('not_found', text('没有这份自行录入的放假安排', 'The office has entered no such notice'), 'id')
    if (row.set_aside_at !== '') throw new LantaiError('wrong_state', text('这份放假安排已经停用', 'This notice has been set aside already'), 'id')
    db.prepare(sql.setAside).run(entry.at, id)
  },
}

/** What the office added, in order, and which of it was set aside. */
export const calendarNotices = (db: Reader): { readonly added: readonly CalendarNotice[]; readonly setAside: readonly string[] } => {
  const rows = db.prepare<{ id: string; notice: string; set_aside_at: string }>(sql.all).all()
  return { added: rows.map((row) => JSON.parse(row.notice) as CalendarNotice), setAside: rows.filter((row) => row.set_aside_at !== '').map((row) => row.id) }
}
