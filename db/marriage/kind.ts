import { nextMarriageState } from '../../domain/marriage/fold.ts'
import type { MarriageActionKind, MarriageState } from '../../domain/marriage/actions.ts'
import type { MarriageFile, MarriageKind } from '../../domain/marriage/file.ts'
import { text } from '../../domain/text.ts'
import { coupleAges, setCoupleAges } from '../case/ages.ts'
import { ageDifference } from '../case/columns.ts'
import type { CaseKind, Held } from '../case/kind.ts'
import { countMarriage } from '../statistics/marriages.ts'
import { cellsOfCouple, removeCouple } from '../statistics/couples.ts'
import { tally } from '../tally.ts'

export interface HeldMarriage extends Held<MarriageState> { readonly kind: MarriageKind }

const sql = {
  setKind: 'UPDATE marriage_case SET kind = ? WHERE key = ?',
  setOldNumber: 'UPDATE marriage_case SET old_number = ? WHERE key = ?',
  setCohabitation: 'UPDATE marriage_case SET cohabited_since = ? WHERE key = ?',
} as const

/** What marriage registration has beside what all windows of cases have. */
export const marriageKind: CaseKind<MarriageState, MarriageFile, HeldMarriage> = {
  id: 'marriage',
  fileClass: 'marriage',
  number: text('结婚证字号', 'certificate number'),
  nextState: (state, kind) => nextMarriageState(state, kind as MarriageActionKind),
  held: ['kind'],
  opened: { names: ['kind', 'old_number', 'cohabited_since', 'age_difference'], values: (file) => [file.kind, file.formerDivorce.number, file.cohabitedSince, ageDifference(file.parties)] },
  registered: { names: ['man_age', 'woman_age'], values: (db, held, body) => coupleAges(db, 'marriage', held.key, body.day) },
  booklet: () => 'marriage',
  issue: 'issued',
  counted: ({ kind }) => ({ kind, unit: '对' }),
  changed: (db, entry, held, changes) => {
    if (changes.kind !== undefined && changes.kind !== held.kind) {
      db.prepare(sql.setKind).run(changes.kind, held.key)
      if (held.day !== '' && held.state !== 'refused') {
        const at = { day: held.day, window: 'marriage', unit: '对', hour: held.hour ?? 0, counter: held.counter } as const
        tally(db, entry, { ...at, kind: held.kind }, -1)
        tally(db, entry, { ...at, kind: changes.kind }, 1)
      }
    }
    if (changes.formerDivorce !== undefined) db.prepare(sql.setOldNumber).run(changes.formerDivorce.number, held.key)
    if (changes.cohabitedSince !== undefined) db.prepare(sql.setCohabitation).run(changes.cohabitedSince, held.key)
    if (changes.parties !== undefined) setCoupleAges(db, 'marriage', held, changes.parties)
  },
  statistics: { cells: cellsOfCouple('marriage'), put: countMarriage, remove: (db, day, key) => removeCouple(db, 'marriage', day, key) },
}
