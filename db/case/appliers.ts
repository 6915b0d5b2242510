import type { JournalEntry } from '../../domain/action.ts'
import type { CaseBody } from '../../domain/case/actions.ts'
import { LantaiError } from '../../domain/error.ts'
import { findMatter } from '../../domain/statistics/matters.ts'
import { text } from '../../domain/text.ts'
import { fileIntoBox } from '../archive/boxes.ts'
import type { Connection, Value } from '../connection.ts'
import { violates } from '../errors.ts'
import { changedCells, isLate } from '../reports/late.ts'
import { tellStatistics } from '../statistics/late.ts'
import { issueBlanks, withdrawBlank } from '../stock.ts'
import { hourOf, tally } from '../tally.ts'
import type { Applier } from '../windows.ts'
import { partyColumns, scannedPages } from './columns.ts'
import type { CaseKind, CommonFile, Held, Registration } from './kind.ts'
import { bodyOf } from './kind.ts'

/** What the appliers of every window's cases do alike; each window adds its own acts and columns. */

const noSuchCase = (): LantaiError => new LantaiError('not_found', text('没有这个案件', 'There is no such case'))

const commonColumns = ['key', 'id', 'state', 'opened_at', 'opened_by', 'counter', 'changed_at', 'scanned'] as const
const empty = ['area', 'office_name', 'day', 'registered_at', 'registrar', 'serial_man', 'serial_woman', 'delivered_on', 'ended_on', 'fonds', 'archive_file_number'] as const
const partyNames = ['name', 'pinyin', 'initials', 'identity_number', 'identity_tail', 'identity_type', 'person_kind', 'nationality', 'sex', 'birth', 'ethnicity', 'marital_status', 'education', 'occupation', 'residence_area', 'phone'] as const

const set = (columns: readonly string[]): string => columns.map((column) => `${column} = ?`).join(', ')
const marks = (columns: readonly string[]): string => columns.map(() => '?').join(', ')

/** The statements of a window's tables, made once. */
const statementsOf = (id: string, held: readonly string[], opened: readonly string[], registered: readonly string[]) => {
  const cases = `${id}_case`
  const moved = 'revision = revision + 1, changed_at = ?'
  return {
    open: `INSERT INTO ${cases} (${[...commonColumns, ...opened].join(', ')}, revision, number, inspection, ${empty.join(', ')}) VALUES (${marks([...commonColumns, ...opened])}, 1, NULL, 'unexamined', ${empty.map(() => "''").join(', ')})`,
    addParty: `INSERT INTO ${id}_party (key, ${partyNames.join(', ')}) VALUES (?, ${marks(partyNames)})`,
    changeParty: `UPDATE ${id}_party SET ${set(partyNames)} WHERE key = ?`,
    get: `SELECT ${['key', 'id', 'state', 'day', 'hour', 'counter', 'office_file_number', 'serial_man', 'serial_woman', ...held].join(', ')} FROM ${cases} WHERE id = ?`,
    step: `UPDATE ${cases} SET ${moved}, state = ? WHERE key = ?`,
    register: `UPDATE ${cases} SET ${moved}, ${set(['counter', 'state', 'number', 'area', 'office_name', 'day', 'registered_at', 'hour', 'registrar', 'serial_man', 'serial_woman', ...registered])} WHERE key = ?`,
    decide: `UPDATE ${cases} SET ${moved}, ${set(['state', 'day', 'registrar', 'ended_on'])} WHERE key = ?`,
    end: `UPDATE ${cases} SET ${moved}, ${set(['state', 'ended_on'])} WHERE key = ?`,
    deliver: `UPDATE ${cases} SET ${moved}, ${set(['state', 'delivered_on'])} WHERE key = ?`,
    setSerials: `UPDATE ${cases} SET serial_man = ?, serial_woman = ? WHERE key = ?`,
    setScanned: `UPDATE ${cases} SET scanned = ? WHERE key = ?`,
    inspect: `INSERT INTO ${id}_inspection (case_key, item, result, note, at, actor) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET result = excluded.result, note = excluded.note, at = excluded.at, actor = excluded.actor`,
    setVerdict: `UPDATE ${cases} SET inspection = ? WHERE key = ?`,
    verdict: `UPDATE ${cases} SET inspection = CASE WHEN EXISTS (SELECT 1 FROM ${id}_inspection WHERE case_key = ? AND result = 'fail') THEN 'failed' ELSE 'qualified' END WHERE key = ?`,
    archive: `UPDATE ${cases} SET ${set(['fonds', 'archive_year', 'office_file_number', 'archive_file_number', 'pages'])} WHERE key = ?`,
  }
}

/** The day of an entry at the office. */
export const dayOf = (entry: JournalEntry): string => entry.at.slice(0, 10)

const numberTaken = (number: string): LantaiError => new LantaiError('conflict', text(`登记字号 ${number} 已被使用，请重试`, `Certificate number ${number} is taken; try again`), 'number')
/** An office file number that another file of the year and class has. */
export const fileNumberTaken = (number: number): LantaiError => new LantaiError('conflict', text(`室编卷号 ${number} 已被使用`, `Office file number ${number} is taken`), 'officeFileNumber')

/** A case and the state its next act leads to. */
export type Step<H extends Held> = H & { readonly next: H['state'] }

/** The appliers that the windows share, by verb, and what their own are made of. */
export const caseAppliers = <State extends string, File extends CommonFile, H extends Held<State>>(kind: CaseKind<State, File, H>) => {
  const sql = statementsOf(kind.id, kind.held, kind.opened.names, kind.registered.names)

  /** The case an entry is about; throws `wrong_state` when the case as it stands inside this transaction does not allow the act. */
  const stepOf = (db: Connection, entry: JournalEntry): Step<H> => {
    const held = db.prepare<H>(sql.get).get(entry.action.subject)
    if (held === undefined) throw noSuchCase()
    const next = kind.nextState(held.state, entry.action.kind)
    kind.allow?.(held, entry)
    return { ...held, next }
  }
  const step = (db: Connection, entry: JournalEntry, { key, next }: { readonly key: number; readonly next: State }): void => {
    db.prepare(sql.step).run(entry.at, next, key)
  }
  /** An act that changes nothing but the state. */
  const simple: Applier = (db, entry) => step(db, entry, stepOf(db, entry))

  /** Counts an act by its matter, on a day. */
  const count = (db: Connection, entry: JournalEntry, day: string, as: string | undefined = findMatter(entry.action.kind)): void => {
    if (as !== undefined) tally(db, entry, { day, window: kind.id, kind: as, unit: '件', hour: hourOf(entry.at), counter: entry.counter }, 1)
  }
  /** Adds a registered case to the counts of its day, or takes it back. */
  const countRegistered = (db: Connection, entry: JournalEntry, held: H, sign: 1 | -1): void => tally(db, entry, { day: held.day, window: kind.id, hour: held.hour ?? 0, counter: held.counter, ...kind.counted(held) }, sign)

  /** Brings the statistics in line with what an act does to a registered case; for a past or closed day what changes in them is told. */
  const restate = (db: Connection, entry: JournalEntry, { key, day }: { readonly key: number; readonly day: string }, work: () => void): void => {
    if (day === '' || !isLate(db, entry, day)) {
      work()
      return
    }
    const before = kind.statistics.cells(db, day, key)
    work()
    tellStatistics(db, entry, { day, window: kind.id, cells: changedCells(before, kind.statistics.cells(db, day, key)) })
  }

  const change = (db: Connection, entry: JournalEntry, held: H, changes: Partial<File>): void => {
    kind.changed(db, entry, held, changes)
    if (changes.papers !== undefined) db.prepare(sql.setScanned).run(scannedPages(changes.papers), held.key)
    changes.parties?.forEach((party, index) => db.prepare(sql.changeParty).run(...partyColumns(party), 2 * held.key + index))
  }

  const withdraw = (db: Connection, held: H, serial: string, day: string, reason: string): void => {
    if (serial !== '') withdrawBlank(db, kind.booklet(held), serial, held.id, { day, reason, issue: kind.issue })
  }
  const issue = (db: Connection, held: H, serials: readonly string[], day: string): void => {
    const given = serials.filter((serial) => serial !== '')
    if (given.length > 0) issueBlanks(db, kind.booklet(held), given, held.id, { day, issue: kind.issue })
  }
  const replaceSerials = (db: Connection, held: H, serials: readonly [string, string], entry: JournalEntry): void => {
    const old = [held.serial_man, held.serial_woman] as const
    old.forEach((serial, index) => {
      if ((serial === '') !== (serials[index] === '')) throw new LantaiError('stock', text('这一方没有申请，不发证', 'This party did not apply and gets no booklet'), `serials.${index}`)
      if (serial !== serials[index]) withdraw(db, held, serial, dayOf(entry), entry.action.reason ?? '')
    })
    issue(db, held, serials.filter((serial, index) => serial !== old[index]), dayOf(entry))
    db.prepare(sql.setSerials).run(...serials, held.key)
  }

  const opened: Applier = (db, entry) => {
    const { file } = bodyOf<{ readonly file: File }>(entry)
    const key = entry.seq
    const values: readonly Value[] = [key, entry.action.subject, kind.nextState(undefined, entry.action.kind), entry.at, entry.actor, entry.counter, entry.at, scannedPages(file.papers), ...kind.opened.values(file)]
    try {
      db.prepare(sql.open).run(...values)
    } catch (error) {
      if (violates(error, `${kind.id}_case.id`)) throw new LantaiError('conflict', text('该案件已经受理', 'This case has been opened already'))
      throw error
    }
    db.prepare(sql.addParty).run(2 * key, ...partyColumns(file.parties[0]))
    db.prepare(sql.addParty).run(2 * key + 1, ...partyColumns(file.parties[1]))
  }

  const amended: Applier = (db, entry) => {
    const held = stepOf(db, entry)
    change(db, entry, held, bodyOf<{ readonly changes: Partial<File> }>(entry).changes)
    step(db, entry, held)
  }

  const registered: Applier = (db, entry) => {
    const body = bodyOf<Registration>(entry)
    const held = stepOf(db, entry)
    kind.beforeRegistration?.(db, held, body)
    const hour = hourOf(entry.at)
    try {
      db.prepare(sql.register).run(entry.at, entry.counter, held.next, body.number, body.area, body.officeName, body.day, entry.at, hour, body.registrar, body.serials[0], body.serials[1], ...kind.registered.values(db, held, body), held.key)
    } catch (error) {
      if (violates(error, `${kind.id}_case.number`)) throw numberTaken(body.number)
      throw error
    }
    issue(db, held, body.serials, body.day)
    kind.statistics.put?.(db, held.key)
    if (isLate(db, entry, body.day)) tellStatistics(db, entry, { day: body.day, window: kind.id, cells: changedCells([], kind.statistics.cells(db, body.day, held.key)) })
    countRegistered(db, entry, { ...held, day: body.day, hour, counter: entry.counter }, 1)
  }

  /** A decision against: refused, not accepted. */
  const refused: Applier = (db, entry) => {
    const { day, registrar } = bodyOf<{ readonly day: string; readonly registrar: string }>(entry)
    const { key, next } = stepOf(db, entry)
    db.prepare(sql.decide).run(entry.at, next, day, registrar, day, key)
    count(db, entry, day)
  }

  const abandoned: Applier = (db, entry) => {
    const { key, next } = stepOf(db, entry)
    db.prepare(sql.end).run(entry.at, next, bodyOf<CaseBody<'abandoned'>>(entry).day, key)
  }

  const reprinted: Applier = (db, entry) => {
    const body = bodyOf<CaseBody<'reprinted'>>(entry)
    const held = stepOf(db, entry)
    const serials: [string, string] = [held.serial_man, held.serial_woman]
    if (serials[body.party] !== body.spoiled) throw new LantaiError('stock', text(`印制号 ${body.spoiled} 不是本案该方的证件`, `Serial ${body.spoiled} is not this party’s booklet`), 'spoiled')
    serials[body.party] = body.serial
    replaceSerials(db, held, serials, entry)
    step(db, entry, held)
  }

  const delivered: Applier = (db, entry) => {
    const { key, next } = stepOf(db, entry)
    db.prepare(sql.deliver).run(entry.at, next, bodyOf<{ readonly day: string }>(entry).day, key)
  }

  const corrected: Applier = (db, entry) => {
    const body = bodyOf<{ readonly changes: Partial<File>; readonly serials?: readonly [string, string] }>(entry)
    const held = stepOf(db, entry)
    restate(db, entry, held, () => {
      change(db, entry, held, body.changes)
      if (held.day !== '') kind.statistics.put?.(db, held.key)
      if (body.serials !== undefined) replaceSerials(db, held, body.serials, entry)
      step(db, entry, held)
    })
    const day = dayOf(entry)
    count(db, entry, day)
    if (isLate(db, entry, day)) tellStatistics(db, entry, { day, window: kind.id, cells: [[`${kind.id}Corrected.total`, 1, 0]] })
  }

  const voided: Applier = (db, entry) => {
    const { day } = bodyOf<CaseBody<'voided'>>(entry)
    const held = stepOf(db, entry)
    restate(db, entry, held, () => {
      db.prepare(sql.end).run(entry.at, held.next, day, held.key)
      kind.statistics.remove?.(db, held.day, held.key)
    })
    // The number stays used; the booklets are void whether or not they came back (the body says which).
    for (const serial of [held.serial_man, held.serial_woman]) withdraw(db, held, serial, day, entry.action.reason ?? '')
    countRegistered(db, entry, held, -1)
    count(db, entry, day, 'voided')
  }

  const inspected: Applier = (db, entry) => {
    const held = stepOf(db, entry)
    const { items, verdict } = bodyOf<CaseBody<'inspected'>>(entry)
    for (const { item, result, note } of items) db.prepare(sql.inspect).run(held.key, item, result, note, entry.at, entry.actor)
    if (verdict === undefined) db.prepare(sql.verdict).run(held.key, held.key)
    else db.prepare(sql.setVerdict).run(verdict, held.key)
    step(db, entry, held)
  }

  const archived: Applier = (db, entry) => {
    const body = bodyOf<CaseBody<'archived'>>(entry)
    const held = stepOf(db, entry)
    if (held.office_file_number !== null) throw new LantaiError('wrong_state', text('案件已经归档', 'The case has been filed already'))
    try {
      db.prepare(sql.archive).run(body.fonds, body.year, body.officeFileNumber, body.archiveFileNumber, body.pages, held.key)
    } catch (error) {
      if (violates(error, 'office_file_number')) throw fileNumberTaken(body.officeFileNumber)
      throw error
    }
    fileIntoBox(db, kind.fileClass, body)
    step(db, entry, held)
  }

  return { stepOf, step, count, countRegistered, simple, opened, amended, registered, refused, abandoned, reprinted, delivered, corrected, voided, inspected, archived } as const
}
