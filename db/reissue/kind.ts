import type { ReissueActionKind, ReissueState } from '../../domain/reissue/actions.ts'
import type { ReissueFile } from '../../domain/reissue/file.ts'
import { nextReissueState } from '../../domain/reissue/fold.ts'
import { LantaiError } from '../../domain/error.ts'
import { cellsOfReissue } from '../../domain/statistics/cells.ts'
import { text } from '../../domain/text.ts'
import type { CaseKind, Held } from '../case/kind.ts'
import type { Connection } from '../connection.ts'
import { requireStanding } from '../marriage/endings.ts'

export interface HeldReissue extends Held<ReissueState> { readonly certificate: 'marriage' | 'divorce'; readonly original_case_id: string }

const sql = {
  divorce: "SELECT 1 FROM divorce_case WHERE id = ? AND state IN ('registered', 'proofread', 'delivered')",
  change: 'UPDATE reissue_case SET certificate = coalesce(?, certificate), applicant = coalesce(?, applicant), reason = coalesce(?, reason), proxied = coalesce(?, proxied) WHERE key = ?',
  setOriginal: 'UPDATE reissue_case SET original_case_id = ?, original_number = ?, original_day = ?, original_area = ? WHERE key = ?',
  counted: "SELECT certificate, original_case_id <> '' OR original_area = area AS local, proxied, (serial_man <> '') + (serial_woman <> '') AS booklets FROM reissue_case WHERE key = ? AND state IN ('registered', 'proofread', 'delivered')",
} as const

/** Refuses a reissue for a registration of this register that no longer holds; throws `invalid`, `wrong_state`. */
const requireOriginal = (db: Connection, { certificate, original_case_id: id }: HeldReissue): void => {
  if (id === '') return
  if (certificate === 'marriage') requireStanding(db, id)
  else if (db.prepare(sql.divorce).get(id) === undefined) throw new LantaiError('wrong_state', text('登记簿中没有这一离婚登记，或者已作废，不能补发离婚证', 'The register has no such divorce, or it was voided; its certificate is not reissued'), 'original.caseId')
}

/** What the reissue of certificates has beside what all windows of cases have. */
export const reissueKind: CaseKind<ReissueState, ReissueFile, HeldReissue> = {
  id: 'reissue',
  fileClass: 'reissue',
  number: text('补发字号', 'number'),
  nextState: (state, kind) => nextReissueState(state, kind as ReissueActionKind),
  held: ['certificate', 'original_case_id'],
  opened: {
    names: ['certificate', 'applicant', 'reason', 'original_case_id', 'original_number', 'original_day', 'original_area', 'proxied'],
    values: ({ certificate, applicant, reason, original, proxy }) => [certificate, applicant, reason, original.caseId, original.number, original.day, original.area, proxy === null ? 0 : 1],
  },
  registered: { names: [], values: () => [] },
  booklet: ({ certificate }) => certificate,
  issue: 'reissued',
  counted: ({ certificate }) => ({ kind: certificate === 'marriage' ? 'reissueMarriage' : 'reissueDivorce', unit: '件' }),
  beforeRegistration: (db, held) => requireOriginal(db, held),
  changed: (db, _entry, held, changes) => {
    const { certificate, applicant, reason, proxy, original } = changes
    if (certificate !== undefined && certificate !== held.certificate && held.serial_man + held.serial_woman !== '') throw new LantaiError('invalid', text('已发的是另一种证件，不能改为补发另一种；请作废后重新办理', 'Booklets of the other certificate have been given out; void the case and open another'), 'certificate')
    db.prepare(sql.change).run(certificate ?? null, applicant ?? null, reason ?? null, proxy === undefined ? null : proxy === null ? 0 : 1, held.key)
    if (original !== undefined) db.prepare(sql.setOriginal).run(original.caseId, original.number, original.day, original.area, held.key)
  },
  statistics: {
    cells: (db, day, key) => {
      const row = db.prepare<{ certificate: 'marriage' | 'divorce'; local: number; proxied: number; booklets: number }>(sql.counted).get(key)
      return row === undefined ? [] : cellsOfReissue({ day, certificate: row.certificate, local: row.local === 1, proxied: row.proxied === 1, booklets: row.booklets })
    },
  },
}
