import type { Reads } from '../../db/contract.ts'
import type { JournalEntry } from '../../domain/action.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { Affine } from '../../templates/contract.ts'
import type { PaperCode } from '../../templates/digest.ts'
import { handle, type Handling } from '../door.ts'
import type { House } from '../house.ts'
import { loadPapers, pdfResponse, type CasePapers, type CheckedPaper } from '../papers.ts'
import { recordView } from './act.ts'
import { variantsOf } from './papers.ts'
import { readCase } from './reply.ts'
import { readyPaper, requestOf } from './requests.ts'
import type { PaperRoutes } from './routes.ts'
import type { CoreCase, CoreSpec, ReadCase } from './spec.ts'

/** The party a paper is asked for: needed where each has one, refused where they share it or this one gets none. */
const requireParty = <C extends CoreCase, R>(spec: CoreSpec<C, R>, folded: C, paper: string, party: 0 | 1 | undefined, code: 'malformed' | 'invalid'): void => {
  const parties = spec.papers.partiesOf(paper, folded)
  if (parties !== undefined && party === undefined) throw new LantaiError(code, text('双方各一份的文件须说明是哪一方的', 'Say for which party, of papers each party has its own of'), 'party')
  if (party === undefined || (parties?.includes(party) === true)) return
  if (parties === undefined && code === 'malformed') return
  throw new LantaiError(code, parties === undefined ? text('这种文件双方共用一份', 'Both parties share this paper') : text('这一方没有这种文件', 'This party has no such paper'), 'party')
}

/** Changes of a case after which a paper printed before no longer tells what the register holds. */
const outdates = (id: string, { action: { kind, body } }: JournalEntry, code: PaperCode, party: 0 | 1 | undefined): boolean => {
  if (kind === `${id}.amended` || kind === `${id}.corrected` || kind === `${id}.rescheduled`) return true
  // A spoiled booklet leaves the other party's booklet as it was.
  return kind === `${id}.reprinted` && (code.paper !== `${id}.certificate` || (body as { party: 0 | 1 }).party === party)
}

const digestsNow = async <C extends CoreCase, R>(spec: CoreSpec<C, R>, house: House, folded: C, paper: string): Promise<readonly string[]> => {
  if (spec.papers.whyNot(paper, folded) !== undefined) return []
  const { paperCode } = await loadPapers()
  return Promise.all(variantsOf(spec, folded, paper).map(async (variant) => paperCode(await requestOf(spec, house, folded, paper, variant)).digest))
}

const verdictOf = async <C extends CoreCase, R>(spec: CoreSpec<C, R>, house: House, { folded, entries }: ReadCase<C>, code: PaperCode): Promise<CheckedPaper['verdict']> => {
  const at = entries.findLastIndex(({ action }) => action.kind === `${spec.id}.printed` && (action.body as { digest: string }).digest === code.digest && (action.body as { paper: string }).paper === code.paper)
  const known = at >= 0 || (await digestsNow(spec, house, folded, code.paper)).includes(code.digest)
  if (!known) return 'altered'
  if (folded.state === 'voided') return 'voided'
  const { party } = (entries[at]?.action.body ?? {}) as { party?: 0 | 1 }
  const later = at < 0 ? [] : entries.slice(at + 1)
  return later.some((entry) => outdates(spec.id, entry, code, party) || spec.papers.outdatedBy?.(entry, code) === true) ? 'superseded' : 'genuine'
}

const findCaseId = async <C extends CoreCase, R>(spec: CoreSpec<C, R>, reads: Reads, number: string): Promise<string | undefined> => {
  const byNumber = await spec.papers.findByNumber(reads, number)
  if (byNumber !== undefined) return byNumber.id
  // Before the registration a paper is known by its case; codes are written in capitals.
  const id = number.toLowerCase()
  return (await reads.entriesOf(id)).some(({ action }) => action.kind === spec.opening) ? id : undefined
}

/** The papers of a window's cases, for batches and the check of codes. */
export const casePapers = <C extends CoreCase, R>(spec: CoreSpec<C, R>): CasePapers => ({
  async request(house, caseId, paper, options) {
    const { folded } = await readCase(spec, house.register.read, caseId)
    const ready = readyPaper(spec, folded, paper, options.number)
    if (options.party !== undefined) requireParty(spec, folded, ready, options.party, 'malformed')
    return requestOf(spec, house, folded, ready, options)
  },
  async check(house, reads, code) {
    const caseId = await findCaseId(spec, reads, code.number)
    if (caseId === undefined) return undefined
    const read = await readCase(spec, reads, caseId)
    const { folded } = read
    const { number, day, names } = spec.caption(folded)
    return { verdict: await verdictOf(spec, house, read, code), number, day, names, caseId }
  },
})

const partyNames = ['男方', '女方'] as const

/** Papers of one case: as PDF, and the record that one was printed. */
export const printingHandlings = <C extends CoreCase, R>(spec: CoreSpec<C, R>, routes: PaperRoutes): readonly Handling[] => [
  handle(routes.paper, async (call) => {
    const { house, params, query, request } = call
    const { folded } = await readCase(spec, house.register.read, params.id)
    const { mode, printer, tray, number } = query
    const paper = readyPaper(spec, folded, params.paper, number)
    const { paperCode, getPaper } = await loadPapers()
    const party = query.party === undefined ? undefined : query.party === '0' ? 0 : 1
    requireParty(spec, folded, paper, party, 'malformed')
    const wanted = await requestOf(spec, house, folded, paper, { ...(party === undefined ? {} : { party }), ...(number === undefined ? {} : { number }), ...(mode === undefined ? {} : { mode }), ...(printer === undefined ? {} : { printer }), ...(tray === undefined ? {} : { tray }) })
    await recordView(call, folded.id, spec.id)
    const { affine } = wanted as { affine?: Affine }
    const bytes = await house.printer.render(wanted, { signal: request.signal })
    const caption = spec.caption(folded)
    const name = [getPaper(paper).title.zh, number ?? (caption.number === '' ? caption.names.join('、') : caption.number), ...(party === undefined ? [] : [partyNames[party]])].join('-')
    return pdfResponse(request, bytes, name, JSON.stringify([paperCode(wanted).digest, (wanted as { mode?: string }).mode ?? '', affine ?? null]))
  }),

  handle(routes.printed, async ({ house, params, body, actor }) => {
    const { paperCode } = await loadPapers()
    await house.register.transact(actor(), async (tx) => {
      const { folded } = await readCase(spec, tx, params.id)
      spec.requireAllowed(folded, `${spec.id}.printed`, house.today())
      const paper = readyPaper(spec, folded, body.paper, body.number)
      requireParty(spec, folded, paper, body.party, 'invalid')
      const party = body.party === undefined ? {} : { party: body.party }
      const { digest } = paperCode(await requestOf(spec, house, folded, paper, { ...party, ...(body.number === undefined ? {} : { number: body.number }), mode: body.mode, printer: body.printer }))
      await tx.record({ kind: `${spec.id}.printed`, subject: folded.id, body: spec.papers.printedBody?.({ paper, digest, printer: body.printer }, house.today()) ?? { paper, ...party, mode: body.mode, digest, printer: body.printer } })
    })
    return { done: true as const }
  }),
]
