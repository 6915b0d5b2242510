import type { ArchiveFilter, ArchiveRow, Transaction } from '../../db/contract.ts'
import { decideProof, decideQuery } from '../../domain/archive/decide.ts'
import type { ArchiveRecordFold } from '../../domain/archive/fold.ts'
import { checkProof, checkQuery } from '../../domain/archive/rules.ts'
import { requesterKindsInShort } from '../../domain/archive/titles.ts'
import type { Decision } from '../../domain/case/decide.ts'
import { LantaiError } from '../../domain/error.ts'
import { formatSeries } from '../../domain/numbering.ts'
import { text } from '../../domain/text.ts'
import { recordView } from '../case/act.ts'
import { handle, type Handling } from '../door.ts'
import type { House } from '../house.ts'
import { newId } from '../ids.ts'
import { maskName } from '../masks.ts'
import { loadPapers, pdfResponse } from '../papers.ts'
import type { ArchiveRecord, QueryLine } from '../schemas/archive.ts'
import { routes } from '../schemas/index.ts'
import { proofContext, queryContext } from './context.ts'
import { paperLines, readRecord, requestOf } from './papers.ts'
import { recordsOfPerson, requireTrueProof } from './person.ts'

const line = async (house: House, { id, kind, number, day, requesterKind, requester, unit, basis, purpose, files, found, pages, registrar }: ArchiveRow): Promise<QueryLine> => ({
  id, kind, number, day, requesterKind: { ...requesterKindsInShort[requesterKind as keyof typeof requesterKindsInShort] }, requester: maskName(requester), unit, basis, purpose, files, found, pages, registrarName: await house.nameOf(registrar),
})

const reply = async (house: House, record: ArchiveRecordFold): Promise<ArchiveRecord> => {
  const accounts = await house.accounts()
  const nameOf = (id: string): string => accounts.get(id)?.name ?? id
  const { number, day, requester, registrar } = record.body
  const common = { id: record.id, kind: record.kind, number, day, at: record.at, registrarName: nameOf(registrar), papers: await paperLines(record, nameOf) }
  if (record.kind === 'proof') return { ...common, proof: { requester, proof: record.body.proof } }
  const { basis, purpose, approvedBy, files, found, copies } = record.body
  return { ...common, query: { requester, basis, purpose, approvedBy, files, found, copies } }
}

const made = <A>(decision: Decision<A>): A => {
  if (decision.kind === 'action') return decision.action
  throw new LantaiError('findings', text('还不能登记：请先处理列出的各项。', 'It cannot be put on record yet: see to what is listed first.'), decision.findings[0]?.field, decision.findings)
}

/** What the office adds to a query or proof: the next number of the year, by the office's pattern. */
const officeFacts = async (house: House, tx: Pick<Transaction, 'lastArchiveNumber'>, kind: 'query' | 'proof', registrar: string) => {
  const { name, settings } = await house.office()
  const pattern = settings[kind === 'query' ? 'archive.queryNumber' : 'archive.proofNumber']
  const year = Number(house.today().slice(0, 4))
  return { id: newId('a', house.now()), number: formatSeries(pattern, { year, serial: (await tx.lastArchiveNumber(kind, year)) + 1 }), pattern, registrar, officeName: name }
}

/** Every file of the register that was looked into is put on record with the number of the query or proof; the purpose, which may name people, stands in the log alone. */
const recordLooks = async (tx: Transaction, caseIds: readonly string[], purpose: string): Promise<void> => {
  for (const caseId of new Set(caseIds.filter((id) => id !== ''))) await tx.record({ kind: 'record.viewed', subject: caseId, body: { caseId, what: 'archive', purpose } })
}

/** The log of queries and the proofs of record (《婚姻登记条例》第十九条). */
export const recordHandlings: readonly Handling[] = [
  handle(routes.checkArchiveQuery, async ({ house, body, account }) => {
    const { facts, context } = await queryContext(house, house.register.read, body, account.id, true)
    const { findings, ready } = checkQuery(facts, context)
    return { findings: [...findings], ready }
  }),

  handle(routes.listArchiveQueries, async ({ house, query }) => {
    const { kind, from, to, after, limit } = query
    const filter: ArchiveFilter = { ...(kind === undefined ? {} : { kind }), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
    const [page, count] = await Promise.all([house.register.read.archiveRecords({ ...filter, limit: limit ?? 50, ...(after === undefined ? {} : { after }) }), house.register.read.countArchiveRecords(filter)])
    return { rows: await Promise.all(page.rows.map((row) => line(house, row))), ...(page.next === undefined ? {} : { next: page.next }), count }
  }),

  handle(routes.recordArchiveQuery, async ({ house, body, account, session, actor }) => {
    const id = await house.register.transact(actor(), async (tx) => {
      const { facts, context } = await queryContext(house, tx, body, account.id)
      const action = made(decideQuery(facts, context, await officeFacts(house, tx, 'query', account.id)))
      await tx.record(action)
      await recordLooks(tx, facts.files.map(({ caseId }) => caseId), action.body.number)
      return action.subject
    })
    session.viewed.add(id)
    return reply(house, await readRecord(house.register.read, id))
  }),

  handle(routes.getArchiveRecord, async (call) => {
    const record = await readRecord(call.house.register.read, call.params.id)
    await recordView(call, record.id, 'archive')
    return reply(call.house, record)
  }),

  handle(routes.findRecords, async ({ house, body, actor }) => {
    const records = await recordsOfPerson(house.register.read, body)
    if (records.length > 0) await house.register.transact(actor(), (tx) => recordLooks(tx, records.map(({ caseId }) => caseId), '查找婚姻登记记录'))
    return { records: records.map((record) => ({ ...record, standing: { ...record.standing } })) }
  }),

  handle(routes.checkRecordProof, async ({ house, body, account }) => {
    const { facts, context } = await proofContext(house, body, account.id, true)
    const { findings, ready } = checkProof(facts, context)
    return { findings: [...findings], ready }
  }),

  handle(routes.recordProof, async ({ house, body, account, session, actor }) => {
    const id = await house.register.transact(actor(), async (tx) => {
      const { facts, context } = await proofContext(house, body, account.id)
      const action = made(decideProof(facts, context, await officeFacts(house, tx, 'proof', account.id)))
      await requireTrueProof(tx, facts.proof)
      await tx.record(action)
      await recordLooks(tx, facts.proof.records.map(({ caseId }) => caseId), action.body.number)
      return action.subject
    })
    session.viewed.add(id)
    return reply(house, await readRecord(house.register.read, id))
  }),

  handle(routes.getArchivePaper, async (call) => {
    const { house, params, request } = call
    const record = await readRecord(house.register.read, params.id)
    const wanted = await requestOf(house, record, params.paper)
    await recordView(call, record.id, 'archive')
    const { paperCode, getPaper } = await loadPapers()
    const bytes = await house.printer.render(wanted, { signal: request.signal })
    return pdfResponse(request, bytes, `${getPaper(params.paper).title.zh}-${record.body.number}`, paperCode(wanted).digest)
  }),

  handle(routes.recordArchivePrinted, async ({ house, params, body, actor }) => {
    const { paperCode } = await loadPapers()
    await house.register.transact(actor(), async (tx) => {
      const record = await readRecord(tx, params.id)
      const { digest } = paperCode(await requestOf(house, record, body.paper))
      await tx.record({ kind: 'archive.printed', subject: record.id, body: { paper: body.paper, digest, printer: body.printer } })
    })
    return { done: true as const }
  }),
]
