import type { DivorceActionBody, DivorceActionKind } from '../../domain/divorce/actions.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import { caseAppliers } from '../case/appliers.ts'
import { bodyOf } from '../case/kind.ts'
import { serialIn } from '../case/numbers.ts'
import type { Connection } from '../connection.ts'
import { violates } from '../errors.ts'
import { requireDivorceable } from '../marriage/endings.ts'
import { isLate } from '../reports/late.ts'
import { tellStatistics } from '../statistics/late.ts'
import type { Applier } from '../windows.ts'
import { divorceKind } from './kind.ts'

const sql = {
  number: 'SELECT identity_number FROM divorce_party WHERE key = ?',
  // One after the other: SQLite plans the join of the two anew with every value bound to it.
  applications: 'SELECT key FROM divorce_party WHERE identity_number = ?',
  standing: 'SELECT receipt_number, state, end2 FROM divorce_case WHERE key = ?',
  accept: "UPDATE divorce_case SET revision = revision + 1, changed_at = ?, counter = ?, state = ?, receipt_number = ?, receipt_serial = ?, accepted_on = ?, end1 = ?, end2 = ?, office_name = ?, area = ?, registrar = ? WHERE key = ?",
  reschedule: 'UPDATE divorce_case SET revision = revision + 1, changed_at = ?, state = ?, end1 = ?, end2 = ? WHERE key = ?',
  withdraw: 'UPDATE divorce_case SET revision = revision + 1, changed_at = ?, state = ?, ended_on = ?, confirmation_number = ?, confirmation_serial = ? WHERE key = ?',
  appear: 'UPDATE divorce_case SET revision = revision + 1, changed_at = ?, state = ?, appeared_on = ? WHERE key = ?',
} as const

const shared = caseAppliers(divorceKind)

interface Standing { readonly receipt_number: string; readonly state: string; readonly end2: string }

/** Another application of a person that is running on the day. */
const findRunning = (db: Connection, number: string, key: number, day: string): Standing | undefined => {
  for (const party of db.prepare<{ key: number }>(sql.applications).all(number)) {
    const other = Math.floor(party.key / 2)
    const found = other === key ? undefined : db.prepare<Standing>(sql.standing).get(other)
    if (found !== undefined && (found.state === 'issuing' || (found.state === 'accepted' && found.end2 >= day))) return found
  }
  return undefined
}

/** Refuses a second application of either party while one is running on the day: accepted and not lapsed, or being decided. Throws `conflict` at the party. */
const requireNoneRunning = (db: Connection, key: number, day: string): void => {
  for (const index of [0, 1] as const) {
    const number = db.prepare<{ identity_number: string }>(sql.number).get(2 * key + index)?.identity_number ?? ''
    const running = number === '' ? undefined : findRunning(db, number, key, day)
    if (running === undefined) continue
    const [zh, en] = index === 0 ? ['男方', 'The man'] : ['女方', 'The woman']
    throw new LantaiError('conflict', text(`${zh}已有一件正在办理的离婚登记申请（受理编号 ${running.receipt_number}，到 ${running.end2} 为止），不能再受理`, `${en} has an application under way (receipt ${running.receipt_number}, through ${running.end2}); another cannot be accepted`), `parties.${index}.identityNumber`)
  }
}

const numberTaken = (number: string, field: string): LantaiError => new LantaiError('conflict', text(`编号 ${number} 已被使用，请重试`, `The number ${number} is taken; try again`), field)

const accepted: Applier = (db, entry) => {
  const { receipt, receiptNumber, officeName, area, registrar } = bodyOf<DivorceActionBody<'divorce.accepted'>>(entry)
  const held = shared.stepOf(db, entry)
  requireDivorceable(db, held.marriage_case_id)
  requireNoneRunning(db, held.key, receipt.received)
  try {
    db.prepare(sql.accept).run(entry.at, entry.counter, held.next, receiptNumber, serialIn(receiptNumber, receipt.received), receipt.received, receipt.end1, receipt.end2, officeName, area, registrar, held.key)
  } catch (error) {
    if (violates(error, 'receipt_number')) throw numberTaken(receiptNumber, 'receiptNumber')
    throw error
  }
  shared.count(db, entry, receipt.received)
  if (isLate(db, entry, receipt.received)) tellStatistics(db, entry, { day: receipt.received, window: 'divorce', cells: [['application.accepted', 1, 0]] })
}

const rescheduled: Applier = (db, entry) => {
  const { receipt } = bodyOf<DivorceActionBody<'divorce.rescheduled'>>(entry)
  const { key, next } = shared.stepOf(db, entry)
  db.prepare(sql.reschedule).run(entry.at, next, receipt.end1, receipt.end2, key)
}

const withdrawn: Applier = (db, entry) => {
  const { day, confirmationNumber } = bodyOf<DivorceActionBody<'divorce.withdrawn'>>(entry)
  const { key, next } = shared.stepOf(db, entry)
  try {
    db.prepare(sql.withdraw).run(entry.at, next, day, confirmationNumber, serialIn(confirmationNumber, day), key)
  } catch (error) {
    if (violates(error, 'confirmation_number')) throw numberTaken(confirmationNumber, 'confirmationNumber')
    throw error
  }
  shared.count(db, entry, day)
  if (isLate(db, entry, day)) tellStatistics(db, entry, { day, window: 'divorce', cells: [['withdrawal.total', 1, 0]] })
}

const appearing = (dayOf: (body: { readonly day: string }) => string): Applier => (db, entry) => {
  const { key, next } = shared.stepOf(db, entry)
  db.prepare(sql.appear).run(entry.at, next, dayOf(bodyOf<{ readonly day: string }>(entry)), key)
}

/** The appliers of a divorce case; each refuses what the state or the clock does not allow, inside the transaction. */
export const divorceAppliers: Readonly<Record<DivorceActionKind, Applier>> = {
  'divorce.opened': shared.opened,
  'divorce.amended': shared.amended,
  'divorce.checked': shared.simple,
  'divorce.accepted': accepted,
  'divorce.notAccepted': shared.refused,
  'divorce.abandoned': shared.abandoned,
  'divorce.rescheduled': rescheduled,
  'divorce.withdrawn': withdrawn,
  'divorce.issuanceStarted': appearing(({ day }) => day),
  // They left before a decision; the window goes on running.
  'divorce.issuanceEnded': appearing(() => ''),
  'divorce.interviewed': shared.simple,
  'divorce.registered': shared.registered,
  'divorce.refused': shared.refused,
  'divorce.printed': shared.simple,
  'divorce.reprinted': shared.reprinted,
  'divorce.proofread': shared.simple,
  'divorce.delivered': shared.delivered,
  'divorce.marriageCertificatesStamped': shared.simple,
  'divorce.corrected': shared.corrected,
  'divorce.voided': shared.voided,
  'divorce.inspected': shared.inspected,
  'divorce.archived': shared.archived,
}
