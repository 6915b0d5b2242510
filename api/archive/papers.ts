import type { Reads } from '../../db/contract.ts'
import type { JournalEntry } from '../../domain/action.ts'
import type { ArchiveAction } from '../../domain/archive/actions.ts'
import { foldArchiveRecord, type ArchiveRecordFold } from '../../domain/archive/fold.ts'
import { LantaiError } from '../../domain/error.ts'
import { text, type Text } from '../../domain/text.ts'
import type { PaperRequest } from '../../templates/contract.ts'
import type { House } from '../house.ts'
import { notFound } from '../house.ts'
import { loadPapers, type CasePapers } from '../papers.ts'

/** The papers of the archive, in the order of the work; which of them a record has its kind says. */
const paperIds = { query: ['archive.query', 'archive.copySheet'], proof: ['archive.proof'] } as const
type RecordPaper = (typeof paperIds)['query' | 'proof'][number]

/** Reads and folds a query or proof; throws `not_found`. */
export const readRecord = async (reads: Pick<Reads, 'entriesOf'>, id: string): Promise<ArchiveRecordFold> =>
  foldArchiveRecord((await reads.entriesOf(id)).filter((entry): entry is JournalEntry<ArchiveAction> => entry.action.kind.startsWith('archive.')))

const whyNot = (paper: RecordPaper, record: ArchiveRecordFold): Text | undefined =>
  paper === 'archive.copySheet' && record.kind === 'query' && record.body.copies.pages === 0 ? text('没有复印件', 'Nothing was copied') : undefined

/** The papers that can be printed of a record. */
export const papersOf = (record: ArchiveRecordFold): readonly RecordPaper[] => paperIds[record.kind].filter((paper) => whyNot(paper, record) === undefined)

/** The papers of a record with who printed them when. */
export const paperLines = async (record: ArchiveRecordFold, nameOf: (id: string) => string) => {
  const { getPaper } = await loadPapers()
  return papersOf(record).map((paper) => ({ paper, title: getPaper(paper).title, printed: record.printed.filter((printed) => printed.paper === paper).map(({ at, by }) => ({ at, by: nameOf(by) })) }))
}

/** The request for a paper of a record; throws `not_found` for one it has not, `wrong_state` for one that cannot be printed. */
export const requestOf = async (house: House, record: ArchiveRecordFold, wanted: string): Promise<PaperRequest> => {
  const paper = paperIds[record.kind].find((id) => id === wanted)
  if (paper === undefined) throw notFound('没有这种文件。', 'There is no such paper.')
  const why = whyNot(paper, record)
  if (why !== undefined) throw new LantaiError('wrong_state', text(`现在不能打印：${why.zh}。`, `It cannot be printed now: ${why.en}.`), 'paper')
  const { sample, settings } = await house.office()
  const own = settings['papers.texts'][paper]
  const common = { id: record.id, registrarName: await house.nameOf(record.body.registrar), sample }
  return { paper, record: { ...common, body: record.body }, ...(own === undefined || Object.keys(own).length === 0 ? {} : { texts: own }) } as PaperRequest
}

/** The query or proof a paper's code names: papers of the archive carry the id, in capitals, since their numbers hold characters that no code does. */
const findRecord = async (reads: Reads, number: string): Promise<ArchiveRecordFold | undefined> => {
  const id = number.toLowerCase()
  return (await reads.entriesOf(id)).some(({ action }) => action.kind === 'archive.queried' || action.kind === 'archive.proved') ? readRecord(reads, id) : undefined
}

const recordPapers: readonly string[] = [...paperIds.query, ...paperIds.proof]

/** The papers of queries and proofs, for batches and the check of codes. */
export const archiveRecordPapers: CasePapers = {
  async request(house, id, paper) {
    return requestOf(house, await readRecord(house.register.read, id), paper)
  },
  async check(house, reads, code) {
    if (!recordPapers.includes(code.paper)) throw new LantaiError('invalid', text('盒目录、盒脊、备考表和案卷目录不核对校验码，请与档案盒核对', 'Lists of boxes and files are compared with the boxes, not by their code'), 'code')
    const record = await findRecord(reads, code.number)
    if (record === undefined) return undefined
    const { paperCode } = await loadPapers()
    const now = papersOf(record).some((paper) => paper === code.paper) ? [paperCode(await requestOf(house, record, code.paper)).digest] : []
    const known = [...now, ...record.printed.filter(({ paper }) => paper === code.paper).map(({ digest }) => digest)].includes(code.digest)
    return { verdict: known ? 'genuine' : 'altered', number: record.body.number, day: record.body.day, names: [record.kind === 'proof' ? record.body.proof.person.name : record.body.requester.name], caseId: record.id }
  },
}
