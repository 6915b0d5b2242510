import type { CaseRow, Reads } from '../../db/contract.ts'
import type { RecordProof } from '../../domain/archive/actions.ts'
import { LantaiError } from '../../domain/error.ts'
import { endingTitles } from '../../domain/marriage/ending-kinds.ts'
import { normaliseIdentityNumber } from '../../domain/identity/index.ts'
import { text, type Text } from '../../domain/text.ts'

/** A record of a person in this register. */
export interface PersonRecord {
  readonly kind: 'marriage' | 'divorce'
  readonly number: string
  readonly day: string
  readonly office: string
  readonly caseId: string
  readonly standing: Text
}

interface Wanted { readonly identityNumber: string; readonly name: string; readonly from: string; readonly to: string }

const done = new Set(['registered', 'proofread', 'delivered'])
const standing = text('登记有效', 'in force')
const divorced = text('已离婚', 'divorced')
/** Cases of one person that are looked at; nobody has more. */
const most = 100

type PersonReads = Pick<Reads, 'search' | 'getMarriage' | 'divorcesOfPerson' | 'entriesOf'>

/** The office that registered a case, as it was called then. */
const officeOf = async (reads: PersonReads, kind: PersonRecord['kind'], caseId: string): Promise<string> =>
  ((await reads.entriesOf(caseId)).findLast(({ action }) => action.kind === `${kind}.registered`)?.action.body as { officeName?: string } | undefined)?.officeName ?? ''

const isOf = (row: CaseRow, number: string, { name, from, to }: Wanted): boolean =>
  done.has(row.state) && row.day >= from && row.day <= to && ([0, 1] as const).some((index) => row.identityNumbers[index] === number && (name === '' || row.names[index] === name))

/** What this register holds of a person between two days, by identity number and, where given, name: marriages whatever became of them, and divorces; the oldest first. Throws `invalid` for days out of order. */
export const recordsOfPerson = async (reads: PersonReads, asked: Wanted): Promise<readonly PersonRecord[]> => {
  if (asked.to < asked.from) throw new LantaiError('invalid', text('截止日期早于起始日期', 'The last day lies before the first'), 'to')
  const wanted = { ...asked, name: asked.name.trim() }
  const number = normaliseIdentityNumber(asked.identityNumber)
  const hits = (await reads.search(number, most)).filter(({ window, matched, value }) => window === 'marriage' && matched === 'identityNumber' && value === number)
  const marriages = (await Promise.all(hits.map(({ caseId }) => reads.getMarriage(caseId)))).filter((row) => isOf(row, number, wanted))
  const divorces = (await reads.divorcesOfPerson(number)).filter((row) => isOf(row, number, wanted))
  const recordOf = async (kind: PersonRecord['kind'], row: CaseRow, words: Text): Promise<PersonRecord> => ({ kind, number: row.number, day: row.day, office: await officeOf(reads, kind, row.id), caseId: row.id, standing: words })
  const records = await Promise.all([...marriages.map((row) => recordOf('marriage', row, row.ending === '' ? standing : endingTitles[row.ending])), ...divorces.map((row) => recordOf('divorce', row, divorced))])
  return records.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** A proof says no less and nothing else than this register: every record of the person in the days searched is listed, and what is listed as a case of this register is one. Throws `invalid` at the record. */
export const requireTrueProof = async (reads: PersonReads, { person, searchedFrom, searchedTo, records }: RecordProof): Promise<void> => {
  // Of the same number under another name the clerk is to see too.
  const held = await recordsOfPerson(reads, { identityNumber: person.identityNumber, name: '', from: searchedFrom, to: searchedTo })
  for (const [index, record] of records.entries()) {
    if (record.caseId === '') continue
    const found = held.find(({ caseId, kind }) => caseId === record.caseId && kind === record.kind)
    if (found === undefined || found.number !== record.number || found.day !== record.day) throw new LantaiError('invalid', text(`登记簿中没有这一记录（${record.number}），请重新查找`, `The register holds no such record (${record.number}); search again`), `proof.records.${String(index)}`)
  }
  const left = held.find(({ caseId }) => !records.some((record) => record.caseId === caseId))
  if (left !== undefined) throw new LantaiError('invalid', text(`登记簿中有记录没有列入：${left.number}（${left.day}）`, `The register holds a record that is not listed: ${left.number} (${left.day})`), 'proof.records')
}
