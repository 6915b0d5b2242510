import type { JournalEntry } from '../../domain/action.ts'
import type { BurialActionBody, BurialActionKind } from '../../domain/burial/actions.ts'
import { findDeceasedKey } from '../../domain/burial/certificate.ts'
import type { DeceasedIdentityType } from '../../domain/burial/certificate.ts'
import type { BurialFile } from '../../domain/burial/file.ts'
import { storageTimer } from '../../domain/burial/storage.ts'
import { addDays, civilDate } from '../../domain/dates.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import { bodyOf } from '../case/kind.ts'
import type { Connection, Value } from '../connection.ts'
import { violates } from '../errors.ts'
import { findSetting } from '../office/reads.ts'
import { tally } from '../tally.ts'
import type { TallyKey } from '../tally.ts'
import type { Applier } from '../windows.ts'
import { sectionColumns, sectionValues } from './columns.ts'
import type { HeldBurial } from './held.ts'
import { stepOf } from './held.ts'
import { useNumber } from './numbers.ts'

type Section = keyof typeof sectionColumns
const sections = Object.keys(sectionColumns) as readonly Section[]
const set = (columns: readonly string[]): string => columns.map((column) => `${column} = ?`).join(', ')
const moved = 'revision = revision + 1, changed_at = ?, state = ?'
const later = ['arrived_at', 'stored_until', 'deposit_until', 'vigil_at', 'cremated_on', 'cremated_at', 'cremated_area', 'home', 'cremation_number', 'number', 'ashes_released_on', 'deposited_on', 'placed_on', 'placed_how', 'resting_facility', 'resting', 'elsewhere_on', 'transported_on', 'buried_on', 'donated_on', 'voided_on', 'registrar'] as const
const opened = ['key', 'id', 'state', 'opened_at', 'opened_by', 'counter', 'changed_at', 'deceased_key', ...sections.flatMap((section) => sectionColumns[section])]
const change = (columns: readonly string[], more = ''): string => `UPDATE burial_case SET ${moved}${columns.length === 0 ? '' : `, ${set(columns)}`}${more} WHERE key = ?`

const sql = {
  open: `INSERT INTO burial_case (${opened.join(', ')}, revision, holds, certificates, waived_fen, rewarded_fen, ${later.join(', ')}) VALUES (${opened.map(() => '?').join(', ')}, 1, 0, 0, 0, 0, ${later.map(() => "''").join(', ')})`,
  step: change([]),
  received: change(['arrived_at', 'stored_until']),
  extended: change(['stored_until']),
  vigil: change(['vigil_at']),
  holds: change([], ', holds = holds + ?'),
  hold: "INSERT INTO burial_hold (case_key, hold, kind, day, document, released_on) VALUES (?, ?, ?, ?, ?, '')",
  release: 'UPDATE burial_hold SET released_on = ? WHERE case_key = ? AND hold = ?',
  cremated: change(['cremated_on', 'cremated_at', 'cremated_area', 'home', 'cremation_number', 'registrar']),
  elsewhere: change(['elsewhere_on', 'cremated_area', 'home', 'cremation_number']),
  certificate: change(['number'], ', certificates = certificates + 1'),
  released: change(['ashes_released_on', 'resting_facility', 'resting', 'deposit_until']),
  deposited: change(['deposited_on', 'resting_facility', 'resting', 'deposit_until']),
  depositExtended: change(['deposit_until']),
  placed: change(['placed_on', 'placed_how', 'resting_facility', 'resting', 'deposit_until']),
  transported: change(['transported_on', 'resting_facility', 'resting']),
  buried: change(['buried_on', 'resting_facility', 'resting']),
  donated: change(['donated_on', 'resting_facility', 'resting']),
  voided: change(['voided_on']),
  section: Object.fromEntries(sections.map((section) => [section, `UPDATE burial_case SET ${set(sectionColumns[section])} WHERE key = ?`])) as Readonly<Record<Section, string>>,
  setKey: 'UPDATE burial_case SET deceased_key = ? WHERE key = ?',
  moveItems: 'UPDATE burial_waived_item SET deceased_key = ? WHERE case_key = ?',
  moveRewards: 'UPDATE burial_reward SET deceased_key = ? WHERE case_key = ?',
} as const

/** The key under which a case's waivers and rewards stand: of the person, or of the case while nobody knows who it is. */
export const personKey = (held: Pick<HeldBurial, 'deceased_key' | 'id'>): string => (held.deceased_key === '' ? `case:${held.id}` : held.deceased_key)

const onceCremated = (): LantaiError => new LantaiError('conflict', text('这位逝者已有火化（安葬）记录，不能再次火化', 'This person has been cremated or buried already; there is no second time'), 'deceased.identityNumber')
const once = (error: unknown): never => {
  // SQLite names the column of a plain index, not the index itself.
  if (violates(error, 'burial_case.deceased_key')) throw onceCremated()
  throw error
}
const guarded = (work: () => void): void => {
  try {
    work()
  } catch (error) {
    once(error)
  }
}

const run = (db: Connection, text: string, entry: JournalEntry, held: HeldBurial & { readonly next: string }, ...values: readonly Value[]): void => {
  guarded(() => db.prepare(text).run(entry.at, held.next, ...values, held.key))
}

const keyOf = (type: string, number: string, certificate: string): string => findDeceasedKey({ identityType: type as DeceasedIdentityType, identityNumber: number }, { number: certificate }) ?? ''

/** An instant of an act at the office: its day and hour, as the clerk wrote it. */
const whenOf = (instant: string): Pick<TallyKey, 'day' | 'hour'> => ({ day: instant.slice(0, 10), hour: Number(instant.slice(11, 13)) })
const count = (db: Connection, entry: JournalEntry, held: Pick<HeldBurial, 'counter'>, instant: string, kind: string, unit: TallyKey['unit'], by: number): void => tally(db, entry, { ...whenOf(instant), window: 'burial', kind, unit, counter: held.counter }, by)
const countCremated = (db: Connection, entry: JournalEntry, held: Pick<HeldBurial, 'counter' | 'kind'>, instant: string, by: 1 | -1): void => (held.kind === 'body' ? count(db, entry, held, instant, 'cremated', '具', by) : count(db, entry, held, instant, 'otherCremated', '件', by))
const countReceived = (db: Connection, entry: JournalEntry, held: Pick<HeldBurial, 'counter' | 'kind'>, instant: string, by: 1 | -1): void => {
  if (held.kind === 'body') count(db, entry, held, instant, 'bodyReceived', '具', by)
}

const placeWords = ({ facilityName, position }: { readonly facilityName: string; readonly position: string }): string => `${facilityName} ${position}`.trim()

const reported: Applier = (db, entry) => {
  const { file } = bodyOf<BurialActionBody<'burial.reported'>>(entry)
  const key = keyOf(file.deceased.identityType, file.deceased.identityNumber, file.certificate.number)
  const values: readonly Value[] = [entry.seq, entry.action.subject, 'reported', entry.at, entry.actor, entry.counter, entry.at, key, ...sections.flatMap((section) => sectionValues[section](file))]
  try {
    db.prepare(sql.open).run(...values)
  } catch (error) {
    if (violates(error, 'burial_case.id')) throw new LantaiError('conflict', text('该案件已经登记', 'This case has been opened already'))
    throw error
  }
}

/** Replaces sections of the file, and what follows from them. */
const changeSections = (db: Connection, held: HeldBurial, changes: Partial<BurialFile>): void => {
  for (const section of sections) {
    if (changes[section] === undefined) continue
    guarded(() => db.prepare(sql.section[section]).run(...sectionValues[section](changes as BurialFile), held.key))
  }
  const { deceased, certificate } = changes
  const key = keyOf(deceased?.identityType ?? held.identity_type, deceased?.identityNumber ?? held.identity_number, certificate?.number ?? held.certificate_number)
  if (key === held.deceased_key) return
  guarded(() => db.prepare(sql.setKey).run(key, held.key))
  const person = personKey({ id: held.id, deceased_key: key })
  try {
    db.prepare(sql.moveItems).run(person, held.key)
    db.prepare(sql.moveRewards).run(person, held.key)
  } catch (error) {
    if (violates(error, 'burial_waived_item.') || violates(error, 'burial_reward.')) throw new LantaiError('conflict', text('更正后的逝者已经享受过同样的减免或者奖补', 'The person as corrected has had the same waiver or reward already'), 'deceased.identityNumber')
    throw error
  }
}

const amended: Applier = (db, entry) => {
  const held = stepOf(db, entry)
  changeSections(db, held, bodyOf<BurialActionBody<'burial.amended'>>(entry).changes)
  run(db, sql.step, entry, held)
}

const corrected: Applier = (db, entry) => {
  const held = stepOf(db, entry)
  const { changes } = bodyOf<BurialActionBody<'burial.corrected'>>(entry)
  const kind = changes.kind ?? held.kind
  changeSections(db, held, changes)
  if (kind !== held.kind) {
    const after = { ...held, kind }
    if (held.cremated_on !== '') for (const [of, by] of [[held, -1], [after, 1]] as const) countCremated(db, entry, of, held.cremated_at, by)
    if (held.arrived_at !== '') for (const [of, by] of [[held, -1], [after, 1]] as const) countReceived(db, entry, of, held.arrived_at, by)
  }
  run(db, sql.step, entry, held)
}

const localDays = (db: Connection, day: string): number | undefined => {
  const value = findSetting(db, 'burial.localStorageDays', day)
  return typeof value === 'number' ? value : undefined
}

const received: Applier = (db, entry) => {
  const { arrivedAt } = bodyOf<BurialActionBody<'burial.received'>>(entry)
  const held = stepOf(db, entry)
  const day = arrivedAt.slice(0, 10)
  run(db, sql.received, entry, held, arrivedAt, storageTimer(day, day, [], localDays(db, day)).until)
  countReceived(db, entry, held, arrivedAt, 1)
}

/** The last day that is covered once an extension is added; one that leaves a gap covers nothing. */
const coveredUntil = (until: string, { from, to }: { readonly from: string; readonly to: string }): string => (until === '' || (from <= addDays(civilDate(until), 1) && to > until) ? to : until)

const storageExtended: Applier = (db, entry) => {
  const held = stepOf(db, entry)
  run(db, sql.extended, entry, held, coveredUntil(held.stored_until, bodyOf<BurialActionBody<'burial.storageExtended'>>(entry)))
}

/** One funeral is one vigil, however many nights are entered. */
const vigilHeld: Applier = (db, entry) => {
  const { from } = bodyOf<BurialActionBody<'burial.vigilHeld'>>(entry)
  const held = stepOf(db, entry)
  run(db, sql.vigil, entry, held, held.vigil_at === '' ? from : held.vigil_at)
  if (held.vigil_at === '') count(db, entry, held, from, 'vigil', '例', 1)
}

const holdPlaced: Applier = (db, entry) => {
  const body = bodyOf<BurialActionBody<'burial.held'>>(entry)
  const held = stepOf(db, entry)
  db.prepare(sql.hold).run(held.key, body.hold, body.kind, body.day, body.document)
  run(db, sql.holds, entry, held, 1)
}

const holdReleased: Applier = (db, entry) => {
  const body = bodyOf<BurialActionBody<'burial.released'>>(entry)
  const held = stepOf(db, entry)
  db.prepare(sql.release).run(body.day, held.key, body.hold)
  run(db, sql.holds, entry, held, -1)
}

const cremated: Applier = (db, entry) => {
  const body = bodyOf<BurialActionBody<'burial.cremated'>>(entry)
  const held = stepOf(db, entry)
  run(db, sql.cremated, entry, held, body.day, body.startedAt, body.area, body.homeName, body.number, body.registrar)
  useNumber(db, entry, { number: body.number, paper: 'HZ', subject: held.id, day: body.day })
  countCremated(db, entry, held, body.startedAt, 1)
}

/** Counted by the home that cremated, never here. */
const crematedElsewhere: Applier = (db, entry) => {
  const body = bodyOf<BurialActionBody<'burial.crematedElsewhere'>>(entry)
  run(db, sql.elsewhere, entry, stepOf(db, entry), body.day, body.area, body.home, body.number)
}

const certificateIssued: Applier = (db, entry) => {
  const { number, day, reissueOf } = bodyOf<BurialActionBody<'burial.certificateIssued'>>(entry)
  const held = stepOf(db, entry)
  // The first certificate may carry the number of its cremation; a reissue has one of its own.
  useNumber(db, entry, { number, paper: reissueOf === '' ? 'HZ' : 'BHZ', subject: held.id, day, again: reissueOf === '' })
  run(db, sql.certificate, entry, held, number)
}

const ashesReleased: Applier = (db, entry) => {
  const { number, day, to } = bodyOf<BurialActionBody<'burial.ashesReleased'>>(entry)
  const held = stepOf(db, entry)
  useNumber(db, entry, { number, paper: 'LZ', subject: held.id, day })
  run(db, sql.released, entry, held, day, '', to.name, '')
  if (held.kind === 'body') count(db, entry, held, entry.at, 'ashesReleased', '例', 1)
}

const ashesDeposited: Applier = (db, entry) => {
  const { number, day, place, to } = bodyOf<BurialActionBody<'burial.ashesDeposited'>>(entry)
  const held = stepOf(db, entry)
  useNumber(db, entry, { number, paper: 'JZ', subject: held.id, day })
  run(db, sql.deposited, entry, held, day, place.facility, placeWords(place), to)
  if (held.kind === 'body') count(db, entry, held, entry.at, 'ashesDeposited', '例', 1)
}

const depositExtended: Applier = (db, entry) => run(db, sql.depositExtended, entry, stepOf(db, entry), bodyOf<BurialActionBody<'burial.depositExtended'>>(entry).to)

const placed: Applier = (db, entry) => {
  const { number, day, how, place } = bodyOf<BurialActionBody<'burial.placed'>>(entry)
  const held = stepOf(db, entry)
  // The plot of the register names the same certificate in the same commit.
  useNumber(db, entry, { number, paper: 'JAZ', subject: held.id, day, again: true })
  run(db, sql.placed, entry, held, day, how, place.facility, placeWords(place), '')
  if (held.kind === 'body') count(db, entry, held, entry.at, 'placed', '例', 1)
}

const movedAgain: Applier = (db, entry) => {
  const { day, how, place } = bodyOf<BurialActionBody<'burial.moved'>>(entry)
  run(db, sql.placed, entry, stepOf(db, entry), day, how, place.facility, placeWords(place), '')
}

const transportedOut: Applier = (db, entry) => {
  const { day, destination } = bodyOf<BurialActionBody<'burial.transportedOut'>>(entry)
  run(db, sql.transported, entry, stepOf(db, entry), day, '', destination)
}

const bodyBuried: Applier = (db, entry) => {
  const { number, day, place } = bodyOf<BurialActionBody<'burial.bodyBuried'>>(entry)
  const held = stepOf(db, entry)
  useNumber(db, entry, { number, paper: 'JAZ', subject: held.id, day, again: true })
  run(db, sql.buried, entry, held, day, place.facility, placeWords(place))
}

const donated: Applier = (db, entry) => {
  const { day, institution } = bodyOf<BurialActionBody<'burial.donated'>>(entry)
  run(db, sql.donated, entry, stepOf(db, entry), day, '', institution)
}

const voided: Applier = (db, entry) => {
  const held = stepOf(db, entry)
  run(db, sql.voided, entry, held, bodyOf<BurialActionBody<'burial.voided'>>(entry).day)
  // Entered by mistake: what was counted of it goes.
  if (held.arrived_at !== '') countReceived(db, entry, held, held.arrived_at, -1)
  if (held.vigil_at !== '') count(db, entry, held, held.vigil_at, 'vigil', '例', -1)
}

/** An act that changes nothing but the state. */
const simple: Applier = (db, entry) => run(db, sql.step, entry, stepOf(db, entry))

/** The appliers of a case; each refuses what the case as it stands does not allow, inside the transaction. */
export const burialCaseAppliers: Readonly<Record<BurialActionKind, Applier>> = {
  'burial.reported': reported,
  'burial.amended': amended,
  'burial.received': received,
  'burial.stored': simple,
  'burial.storageExtended': storageExtended,
  'burial.vigilHeld': vigilHeld,
  'burial.farewellHeld': simple,
  'burial.held': holdPlaced,
  'burial.released': holdReleased,
  'burial.cremated': cremated,
  'burial.crematedElsewhere': crematedElsewhere,
  'burial.certificateIssued': certificateIssued,
  'burial.ashesReleased': ashesReleased,
  'burial.ashesDeposited': ashesDeposited,
  'burial.depositExtended': depositExtended,
  'burial.placed': placed,
  'burial.moved': movedAgain,
  'burial.transportedOut': transportedOut,
  'burial.bodyBuried': bodyBuried,
  'burial.donated': donated,
  'burial.printed': simple,
  'burial.corrected': corrected,
  'burial.voided': voided,
}
