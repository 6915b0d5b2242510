import type { JournalEntry } from '../../domain/action.ts'
import { LantaiError } from '../../domain/error.ts'
import type { PlaceNameAction } from '../../domain/place-names/case/actions.ts'
import { findDocumentNumber } from '../../domain/place-names/document-numbers.ts'
import type { IrregularAction } from '../../domain/place-names/irregular/actions.ts'
import type { AddressAction, PlateAction } from '../../domain/place-names/plates/actions.ts'
import { text } from '../../domain/text.ts'
import type { Connection, Reader } from '../connection.ts'

/** Numbers of papers: each is written down with the entry that carries it. */

type Numbered = PlaceNameAction | PlateAction | AddressAction | IrregularAction
/** A number with the paper that bears it; `once`: this office gives it out, to one paper alone. Letters, requests, filings and notices may concern several names and cases, and what another body decides bears that body's number. */
interface Given { readonly number: string; readonly paper: string; readonly once: boolean }

const givenBy = (action: Numbered): readonly Given[] => {
  const given = (number: string, paper: string, once = false): readonly Given[] => (number === '' ? [] : [{ number, paper, once }])
  switch (action.kind) {
    case 'placeName.supplementAsked': return given(action.body.slip, 'supplement', true)
    case 'placeName.accepted': return given(action.body.slip, 'acceptance', true)
    case 'placeName.notAccepted': return given(action.body.slip, 'notAccepted', true)
    case 'placeName.consulted': return given(action.body.document, 'consult')
    case 'placeName.provisionallyNamed': return given(action.body.document, 'provisional')
    case 'placeName.forwarded': return given(action.body.document, 'request')
    case 'placeName.opined': return given(action.body.document, 'opinion', true)
    case 'placeName.decided': return given(action.body.document, action.body.decisions.some(({ outcome }) => outcome === 'approved') ? 'reply' : 'refusal')
    case 'placeName.filed': return given(action.body.document, 'filing')
    case 'placeName.noticed': return given(action.body.number, 'notice')
    case 'placeName.corrected': return given(action.body.document, 'correction')
    // A street is renamed on the number of the reply, which the decision gave; the plates are given none of their own.
    case 'plate.numbered': case 'plate.assigned': case 'plate.renumbered': case 'plate.cancelled': case 'plate.concorded': return given(action.body.document, 'plate')
    case 'plate.confirmed': return given(action.body.certificate, 'plateCertificate', true)
    case 'address.proved': return given(action.body.number, 'proof', true)
    case 'irregularName.noticed': return given(action.body.number, 'irregular', true)
    default: return []
  }
}

/** The papers whose number stands once in the register. */
const onceOnly = ['supplement', 'acceptance', 'notAccepted', 'opinion', 'plateCertificate', 'proof', 'irregular'] as const

const perEntry = 32_768
const sql = {
  taken: 'SELECT 1 FROM place_name_document WHERE number = ? LIMIT 1',
  takenOnce: `SELECT 1 FROM place_name_document WHERE number = ? AND paper IN (${onceOnly.map((paper) => `'${paper}'`).join(', ')}) LIMIT 1`,
  add: 'INSERT INTO place_name_document (key, number, agency, year, serial, with_word, paper, subject, day) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  last: 'SELECT max(serial) AS serial FROM place_name_document WHERE agency = ? AND year = ? AND with_word = ?',
  cases: 'SELECT DISTINCT subject FROM place_name_document WHERE number = ? AND subject IN (SELECT id FROM place_name_case) ORDER BY subject',
  year: 'SELECT number, paper, subject, day FROM place_name_document WHERE year = ? ORDER BY number, key',
} as const

const fieldOf = (action: Numbered): string => ('slip' in action.body ? 'slip' : 'document' in action.body ? 'document' : 'certificate' in action.body ? 'certificate' : 'number')

/** Writes down the numbers of an entry; throws `conflict` at the number where it stands on another paper already and either of the two is given out once. */
export const useDocuments = (db: Connection, entry: JournalEntry): void => {
  const action = entry.action as Numbered
  for (const [index, { number, paper, once }] of givenBy(action).entries()) {
    const taken = once ? db.prepare(sql.taken).get(number) : db.prepare(sql.takenOnce).get(number)
    if (taken !== undefined) throw new LantaiError('conflict', text(`文号 ${number} 已经使用`, `The number ${number} is used already`), fieldOf(action))
    const found = findDocumentNumber(number)
    db.prepare(sql.add).run(entry.seq * perEntry + index, number, found?.agency ?? '', found?.year ?? Number(action.body.day.slice(0, 4)), found?.serial ?? 0, found?.withWord === true ? 1 : 0, paper, action.subject, action.body.day)
  }
}

/** Highest serial of an agency's code in a year, 0 if none. */
export const lastDocument = (db: Reader, agency: string, year: number, withWord: boolean): number => db.prepare<{ serial: number | null }>(sql.last).get(agency, year, withWord ? 1 : 0)?.serial ?? 0
/** The cases of which a paper bears a number. */
export const casesWithDocument = (db: Reader, number: string): readonly string[] => db.prepare<{ subject: string }>(sql.cases).all(number).map(({ subject }) => subject)
/** Every number of a year; the year in it, or that of its day where it has none. */
export const documents = (db: Reader, year: number): readonly { readonly number: string; readonly paper: string; readonly subject: string; readonly day: string }[] => db.prepare<{ number: string; paper: string; subject: string; day: string }>(sql.year).all(year)
