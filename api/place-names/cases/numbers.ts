import type { Reads } from '../../../db/contract.ts'
import { LantaiError } from '../../../domain/error.ts'
import { approvalIn } from '../../../domain/place-names/approval.ts'
import type { PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import { approvalClassOf } from '../../../domain/place-names/case/rules/index.ts'
import { documentNumber, findDocumentNumber } from '../../../domain/place-names/document-numbers.ts'
import { approvalsOf, type PlaceNameProfile } from '../../../domain/place-names/profile.ts'
import { text } from '../../../domain/text.ts'
import { allotDocument, type NumberedPaper } from '../documents.ts'
import type { PlaceNameAct } from '../../schemas/place-names.ts'

type Reading = Pick<Reads, 'placeNames'>

/** Whether this office decides on every name of a case itself. */
const ownDecision = ({ file }: PlaceNameCase, profile: PlaceNameProfile): boolean => file.items.every((item) => {
  const entry = approvalClassOf(item)
  return entry !== undefined && approvalIn(entry, approvalsOf(profile)).role === 'approve'
})

/** The number of a decision: the office's own is allotted or typed, that of another body is typed and may stand on several cases (H02 says so). */
const decisionNumber = async (reads: Reading, profile: PlaceNameProfile, folded: PlaceNameCase, { document, day, decisions }: Extract<PlaceNameAct, { kind: 'decided' }>): Promise<string> => {
  if (document.trim() !== '') return documentNumber(document, 'document')
  const refusedAll = decisions.every(({ outcome }) => outcome === 'refused')
  if (ownDecision(folded, profile) || (refusedAll && folded.file.source === 'application' && profile.documentCodes.refusal !== undefined)) return allotDocument(reads, profile, refusedAll ? 'refusal' : 'reply', { typed: '', day, field: 'document' })
  throw new LantaiError('invalid', text('请填写批准机关文件的文号，本机关不能代为编号', 'Enter the number of the deciding body’s document; this office cannot allot it'), 'document')
}

/** A notice may bear a number that is no document number (2026年第3号): it is kept as it is published. */
const noticeNumber = async (reads: Reading, profile: PlaceNameProfile, typed: string, day: string): Promise<string> =>
  typed.trim() !== '' && findDocumentNumber(typed) === undefined ? typed.trim() : allotDocument(reads, profile, 'notice', { typed, day, field: 'number', shared: true })

const own = (reads: Reading, profile: PlaceNameProfile, paper: NumberedPaper, typed: string, day: string, field: string, shared = false): Promise<string> => allotDocument(reads, profile, paper, { typed, day, field, shared })

/** An act with its numbers: what the clerk typed in its stored form, and the next of the office's series where nothing was typed. Asked within the transaction that records it. Throws `invalid` and `conflict` at the field. */
export const numbered = async <A extends PlaceNameAct>(reads: Reading, profile: PlaceNameProfile, folded: PlaceNameCase, act: A): Promise<A> => {
  const given: PlaceNameAct = act
  switch (given.kind) {
    case 'supplementAsked': return { ...act, slip: await own(reads, profile, 'supplement', given.slip, given.day, 'slip') }
    case 'accepted': return { ...act, slip: await own(reads, profile, 'acceptance', given.slip, given.day, 'slip') }
    case 'notAccepted': return { ...act, slip: await own(reads, profile, 'notAccepted', given.slip, given.day, 'slip') }
    case 'consulted': return { ...act, document: await own(reads, profile, 'consult', given.document, given.day, 'document', true) }
    case 'provisionallyNamed': return { ...act, document: await own(reads, profile, 'provisional', given.document, given.day, 'document') }
    case 'forwarded': return { ...act, document: await own(reads, profile, 'request', given.document, given.day, 'document', true) }
    case 'opined': return { ...act, document: await own(reads, profile, 'opinion', given.document, given.day, 'document') }
    case 'decided': return { ...act, document: await decisionNumber(reads, profile, folded, given) }
    // What another department files here bears that department's number, if any.
    case 'filed': return { ...act, document: folded.file.source === 'consultation' ? (given.document.trim() === '' ? '' : documentNumber(given.document, 'document')) : await own(reads, profile, 'filing', given.document, given.day, 'document', true) }
    case 'noticed': return { ...act, number: await noticeNumber(reads, profile, given.number, given.day) }
    default: return act
  }
}
