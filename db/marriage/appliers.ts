import type { JournalEntry } from '../../domain/action.ts'
import { LantaiError } from '../../domain/error.ts'
import { nextMarriageState } from '../../domain/marriage/fold.ts'
import type { MarriageActionBody, MarriageActionKind, MarriageState } from '../../domain/marriage/actions.ts'
import type { MarriageFile, Party } from '../../domain/marriage/file.ts'
import { text } from '../../domain/text.ts'
import type { Connection } from '../connection.ts'
import { violates } from '../errors.ts'
import { removeCouple } from '../statistics/couples.ts'
import { countMarriage } from '../statistics/marriages.ts'
import { issueBlanks, withdrawBlank } from '../stock.ts'
import { hourOf, tally } from '../tally.ts'
import type { Applier } from '../windows.ts'
import { ageDifference, ageOn, partyColumns } from './columns.ts'

/** The columns of a case that its further actions look at. */
interface CaseRow { readonly key: number; readonly id: string; readonly state: MarriageState; readonly kind: string; readonly day: string; readonly hour: number; readonly counter: string; readonly office_file_number: number | null; readonly serial_man: string; readonly serial_woman: string }

const sql = {
  open: "INSERT INTO marriage_case (key, id, revision, state, kind, opened_at, opened_by, counter, changed_at, number, area, office_name, day, registered_at, registrar, serial_man, serial_woman, delivered_on, ended_on, old_number, cohabited_since, age_difference, inspection, fonds, archive_file_number) VALUES (?, ?, 1, 'received', ?, ?, ?, ?, ?, NULL, '', '', '', '', '', '', '', '', '', ?, ?, ?, 'unexamined', '', '')",
  addParty: 'INSERT INTO marriage_party (key, name, pinyin, initials, identity_number, identity_tail, identity_type, person_kind, nationality, sex, birth, ethnicity, marital_status, education, occupation, residence_area, phone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  changeParty: 'UPDATE marriage_party SET name = ?, pinyin = ?, initials = ?, identity_number = ?, identity_tail = ?, identity_type = ?, person_kind = ?, nationality = ?, sex = ?, birth = ?, ethnicity = ?, marital_status = ?, education = ?, occupation = ?, residence_area = ?, phone = ? WHERE key = ?',
  birth: 'SELECT birth FROM marriage_party WHERE key = ?',
  setAges: 'UPDATE marriage_case SET man_age = ?, woman_age = ? WHERE key = ?',
  brief: 'SELECT key, state FROM marriage_case WHERE id = ?',
  get: 'SELECT key, id, state, kind, day, hour, counter, office_file_number, serial_man, serial_woman FROM marriage_case WHERE id = ?',
  step: 'UPDATE marriage_case SET revision = revision + 1, changed_at = ?, state = ? WHERE key = ?',
  setKind: 'UPDATE marriage_case SET kind = ? WHERE key = ?',
  setOldNumber: 'UPDATE marriage_case SET old_number = ? WHERE key = ?',
  setCohabitation: 'UPDATE marriage_case SET cohabited_since = ? WHERE key = ?',
  setAgeDifference: 'UPDATE marriage_case SET age_difference = ? WHERE key = ?',
  register: "UPDATE marriage_case SET revision = revision + 1, changed_at = ?, counter = ?, state = ?, number = ?, area = ?, office_name = ?, day = ?, registered_at = ?, hour = ?, registrar = ?, serial_man = ?, serial_woman = ?, man_age = ?, woman_age = ? WHERE key = ?",
  refuse: "UPDATE marriage_case SET revision = revision + 1, changed_at = ?, state = 'refused', day = ?, registrar = ?, ended_on = ? WHERE key = ?",
  end: 'UPDATE marriage_case SET revision = revision + 1, changed_at = ?, state = ?, ended_on = ? WHERE key = ?',
  deliver: "UPDATE marriage_case SET revision = revision + 1, changed_at = ?, state = 'delivered', delivered_on = ? WHERE key = ?",
  setSerials: 'UPDATE marriage_case SET serial_man = ?, serial_woman = ? WHERE key = ?',
  inspect: 'INSERT INTO marriage_inspection (case_key, item, result, note, at, actor) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET result = excluded.result, note = excluded.note, at = excluded.at, actor = excluded.actor',
  setVerdict: 'UPDATE marriage_case SET inspection = ? WHERE key = ?',
  verdict: "UPDATE marriage_case SET inspection = CASE WHEN EXISTS (SELECT 1 FROM marriage_inspection WHERE case_key = ? AND result = 'fail') THEN 'failed' ELSE 'qualified' END WHERE key = ?",
  archive: 'UPDATE marriage_case SET fonds = ?, archive_year = ?, office_file_number = ?, archive_file_number = ?, pages = ? WHERE key = ?',
} as const

const bodyOf = <K extends MarriageActionKind>(entry: JournalEntry): MarriageActionBody<K> => entry.action.body as MarriageActionBody<K>

/** A case and the state its next act leads to. */
interface Step extends CaseRow { readonly next: MarriageState }

const noSuchCase = (): LantaiError => new LantaiError('not_found', text('没有这个案件', 'There is no such case'))

/** The case an entry is about; throws `wrong_state` when the state it is in now, inside this transaction, does not allow the act. */
const stepOf = (db: Connection, entry: JournalEntry): Step => {
  const row = db.prepare<CaseRow>(sql.get).get(entry.action.subject)
  if (row === undefined) throw noSuchCase()
  return { ...row, next: nextMarriageState(row.state, entry.action.kind as MarriageActionKind) }
}

const partyKeys = (key: number): readonly [number, number] => [2 * key, 2 * key + 1]

/** Brings the searched columns in line with replaced sections of the file. */
const change = (db: Connection, row: CaseRow, changes: Partial<MarriageFile>): void => {
  if (changes.kind !== undefined && changes.kind !== row.kind) {
    db.prepare(sql.setKind).run(changes.kind, row.key)
    if (row.day !== '' && row.state !== 'refused') {
      const at = { day: row.day, window: 'marriage', unit: '对', hour: row.hour, counter: row.counter } as const
      tally(db, { ...at, kind: row.kind }, -1)
      tally(db, { ...at, kind: changes.kind }, 1)
    }
  }
  if (changes.formerDivorce !== undefined) db.prepare(sql.setOldNumber).run(changes.formerDivorce.number, row.key)
  if (changes.cohabitedSince !== undefined) db.prepare(sql.setCohabitation).run(changes.cohabitedSince, row.key)
  if (changes.parties === undefined) return
  const keys = partyKeys(row.key)
  changes.parties.forEach((party: Party, role) => db.prepare(sql.changeParty).run(...partyColumns(party), keys[role] as number))
  db.prepare(sql.setAgeDifference).run(ageDifference({ parties: changes.parties }), row.key)
  if (row.day !== '') db.prepare(sql.setAges).run(ageOn(changes.parties[0].birth, row.day), ageOn(changes.parties[1].birth, row.day), row.key)
}

const replaceSerials = (db: Connection, row: CaseRow, serials: readonly [string, string], day: string, reason: string): void => {
  const old = [row.serial_man, row.serial_woman] as const
  old.forEach((serial, role) => {
    if (serial !== serials[role]) withdrawBlank(db, 'marriage', serial, row.id, day, reason)
  })
  const fresh = serials.filter((serial, role) => serial !== old[role])
  if (fresh.length > 0) issueBlanks(db, 'marriage', fresh, row.id, day)
  db.prepare(sql.setSerials).run(...serials, row.key)
}

const today = (entry: JournalEntry): string => entry.at.slice(0, 10)
const step = (db: Connection, entry: JournalEntry, row: Pick<Step, 'key' | 'next'>): void => {
  db.prepare(sql.step).run(entry.at, row.next, row.key)
}

/** An act that changes nothing but the state. */
const simpleStep: Applier = (db, entry) => {
  const row = db.prepare<Pick<CaseRow, 'key' | 'state'>>(sql.brief).get(entry.action.subject)
  if (row === undefined) throw noSuchCase()
  step(db, entry, { key: row.key, next: nextMarriageState(row.state, entry.action.kind as MarriageActionKind) })
}

const numberTaken = (number: string): LantaiError =>
  new LantaiError('conflict', text(`登记字号 ${number} 已被使用，请重试`, `Certificate number ${number} is taken; try again`), 'number')

/** The appliers of a marriage case; each refuses a state that does not allow it, inside the transaction. */
export const marriageAppliers: Readonly<Record<MarriageActionKind, Applier>> = {
  'marriage.opened': (db, entry) => {
    const { file } = bodyOf<'marriage.opened'>(entry)
    const key = entry.seq
    try {
      db.prepare(sql.open).run(key, entry.action.subject, file.kind, entry.at, entry.actor, entry.counter, entry.at, file.formerDivorce.number, file.cohabitedSince, ageDifference(file))
    } catch (error) {
      if (violates(error, 'marriage_case.id')) throw new LantaiError('conflict', text('该案件已经受理', 'This case has been opened already'))
      throw error
    }
    db.prepare(sql.addParty).run(2 * key, ...partyColumns(file.parties[0]))
    db.prepare(sql.addParty).run(2 * key + 1, ...partyColumns(file.parties[1]))
  },
  'marriage.amended': (db, entry) => {
    const row = stepOf(db, entry)
    change(db, row, bodyOf<'marriage.amended'>(entry).changes)
    step(db, entry, row)
  },
  'marriage.checked': simpleStep,
  'marriage.registered': (db, entry) => {
    const body = bodyOf<'marriage.registered'>(entry)
    const { key, kind, next } = stepOf(db, entry)
    const hour = hourOf(entry.at)
    const [manAge, womanAge] = partyKeys(key).map((party) => ageOn(db.prepare<{ birth: string }>(sql.birth).get(party)?.birth ?? '', body.day))
    try {
      db.prepare(sql.register).run(entry.at, entry.counter, next, body.number, body.area, body.officeName, body.day, entry.at, hour, body.registrar, body.serials[0], body.serials[1], manAge ?? null, womanAge ?? null, key)
    } catch (error) {
      if (violates(error, 'marriage_case.number')) throw numberTaken(body.number)
      throw error
    }
    countMarriage(db, key)
    issueBlanks(db, 'marriage', body.serials, entry.action.subject, body.day)
    tally(db, { day: body.day, window: 'marriage', kind, unit: '对', hour, counter: entry.counter }, 1)
  },
  'marriage.refused': (db, entry) => {
    const body = bodyOf<'marriage.refused'>(entry)
    const { key } = stepOf(db, entry)
    db.prepare(sql.refuse).run(entry.at, body.day, body.registrar, body.day, key)
    tally(db, { day: body.day, window: 'marriage', kind: 'refused', unit: '件', hour: hourOf(entry.at), counter: entry.counter }, 1)
  },
  'marriage.abandoned': (db, entry) => {
    const { key } = stepOf(db, entry)
    db.prepare(sql.end).run(entry.at, 'abandoned', bodyOf<'marriage.abandoned'>(entry).day, key)
  },
  'marriage.printed': simpleStep,
  'marriage.reprinted': (db, entry) => {
    const body = bodyOf<'marriage.reprinted'>(entry)
    const row = stepOf(db, entry)
    const serials: [string, string] = [row.serial_man, row.serial_woman]
    if (serials[body.party] !== body.spoiled) throw new LantaiError('stock', text(`印制号 ${body.spoiled} 不是本案该方的证件`, `Serial ${body.spoiled} is not this party’s booklet`), 'spoiled')
    serials[body.party] = body.serial
    replaceSerials(db, row, serials, today(entry), entry.action.reason ?? '')
    step(db, entry, row)
  },
  'marriage.proofread': simpleStep,
  'marriage.delivered': (db, entry) => {
    const { key } = stepOf(db, entry)
    db.prepare(sql.deliver).run(entry.at, bodyOf<'marriage.delivered'>(entry).day, key)
  },
  'marriage.corrected': (db, entry) => {
    const body = bodyOf<'marriage.corrected'>(entry)
    const row = stepOf(db, entry)
    change(db, row, body.changes)
    countMarriage(db, row.key)
    if (body.serials !== undefined) replaceSerials(db, row, body.serials, today(entry), entry.action.reason ?? '')
    step(db, entry, row)
  },
  'marriage.voided': (db, entry) => {
    const { day } = bodyOf<'marriage.voided'>(entry)
    const row = stepOf(db, entry)
    db.prepare(sql.end).run(entry.at, 'voided', day, row.key)
    removeCouple(db, 'marriage', row.day, row.key)
    // The number stays used; both booklets are void whether or not they came back (the body says which).
    for (const serial of [row.serial_man, row.serial_woman]) withdrawBlank(db, 'marriage', serial, row.id, day, entry.action.reason ?? '')
    tally(db, { day: row.day, window: 'marriage', kind: row.kind, unit: '对', hour: row.hour, counter: row.counter }, -1)
    tally(db, { day, window: 'marriage', kind: 'voided', unit: '件', hour: hourOf(entry.at), counter: entry.counter }, 1)
  },
  'marriage.inspected': (db, entry) => {
    const row = stepOf(db, entry)
    const { items, verdict } = bodyOf<'marriage.inspected'>(entry)
    for (const { item, result, note } of items) db.prepare(sql.inspect).run(row.key, item, result, note, entry.at, entry.actor)
    if (verdict === undefined) db.prepare(sql.verdict).run(row.key, row.key)
    else db.prepare(sql.setVerdict).run(verdict, row.key)
    step(db, entry, row)
  },
  'marriage.archived': (db, entry) => {
    const body = bodyOf<'marriage.archived'>(entry)
    const row = stepOf(db, entry)
    if (row.office_file_number !== null) throw new LantaiError('wrong_state', text('案件已经归档', 'The case has been filed already'))
    try {
      db.prepare(sql.archive).run(body.fonds, body.year, body.officeFileNumber, body.archiveFileNumber, body.pages, row.key)
    } catch (error) {
      if (violates(error, 'office_file_number')) throw new LantaiError('conflict', text(`室编卷号 ${body.officeFileNumber} 已被使用`, `Office file number ${body.officeFileNumber} is taken`), 'officeFileNumber')
      throw error
    }
    step(db, entry, row)
  },
}
