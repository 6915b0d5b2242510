import { addDays, civilDate } from '../../domain/dates.ts'
import type { DivorceActionKind, DivorceState } from '../../domain/divorce/actions.ts'
import type { ReceiptDates } from '../../domain/divorce/clock.ts'
import type { DivorceFile } from '../../domain/divorce/file.ts'
import { nextDivorceState, requireInTime, requireLater } from '../../domain/divorce/fold.ts'
import { text } from '../../domain/text.ts'
import { coupleAges, setCoupleAges } from '../case/ages.ts'
import { ageDifference } from '../case/columns.ts'
import type { CaseKind, Held } from '../case/kind.ts'
import { dayOfAct } from '../case/kind.ts'
import { requireDivorceable } from '../marriage/endings.ts'
import { cellsOfCouple, removeCouple } from '../statistics/couples.ts'
import { countDivorce } from '../statistics/marriages.ts'

export interface HeldDivorce extends Held<DivorceState> { readonly accepted_on: string; readonly end1: string; readonly end2: string; readonly marriage_case_id: string }

const sql = {
  setMarriage: 'UPDATE divorce_case SET marriage_case_id = ?, marriage_number = ?, marriage_day = ? WHERE key = ?',
  setReason: 'UPDATE divorce_case SET reason = ? WHERE key = ?',
} as const

/** The days of the clock as the tables have them; the second period opens the day after the first ends. */
const datesOf = ({ accepted_on: received, end1, end2 }: HeldDivorce): ReceiptDates | null =>
  end1 === '' ? null : { received, raw1: end1, end1, windowOpens: addDays(civilDate(end1), 1), raw2: end2, end2, rolled: [], makeUpDayCountsAsWorking: true }

/** What divorce registration has beside what all windows of cases have; the clock (《民法典》第一千零七十七条) is asked at every act. */
export const divorceKind: CaseKind<DivorceState, DivorceFile, HeldDivorce> = {
  id: 'divorce',
  fileClass: 'divorce',
  number: text('离婚证字号', 'certificate number'),
  nextState: (state, kind) => nextDivorceState(state, kind as DivorceActionKind),
  allow: (held, entry) => {
    const kind = entry.action.kind as DivorceActionKind
    if (held.state === 'accepted') requireInTime({ state: held.state, dates: datesOf(held) }, kind, dayOfAct(entry))
    if (kind === 'divorce.amended') requireLater(held.state, (entry.action.body as { readonly changes: object }).changes)
  },
  held: ['accepted_on', 'end1', 'end2', 'marriage_case_id'],
  opened: {
    names: ['marriage_case_id', 'marriage_number', 'marriage_day', 'reason', 'age_difference', 'receipt_number', 'receipt_serial', 'accepted_on', 'end1', 'end2', 'appeared_on', 'confirmation_number', 'confirmation_serial'],
    values: ({ marriage, reason, parties }) => [marriage.caseId, marriage.number, marriage.day, reason, ageDifference(parties), '', 0, '', '', '', '', '', 0],
  },
  registered: { names: ['man_age', 'woman_age'], values: (db, held, body) => coupleAges(db, 'divorce', held.key, body.day) },
  booklet: () => 'divorce',
  issue: 'issued',
  counted: () => ({ kind: 'divorce', unit: '对' }),
  beforeRegistration: (db, held) => requireDivorceable(db, held.marriage_case_id),
  changed: (db, _entry, held, changes) => {
    if (changes.marriage !== undefined) db.prepare(sql.setMarriage).run(changes.marriage.caseId, changes.marriage.number, changes.marriage.day, held.key)
    if (changes.reason !== undefined) db.prepare(sql.setReason).run(changes.reason, held.key)
    if (changes.parties !== undefined) setCoupleAges(db, 'divorce', held, changes.parties)
  },
  statistics: { cells: cellsOfCouple('divorce'), put: countDivorce, remove: (db, day, key) => removeCouple(db, 'divorce', day, key) },
}
