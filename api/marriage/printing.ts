import type { Reads } from '../../db/contract.ts'
import { LantaiError } from '../../domain/error.ts'
import { nextMarriageState, type MarriageCase } from '../../domain/marriage/fold.ts'
import { text } from '../../domain/text.ts'
import type { Affine, MarriageRecord, PaperRequest } from '../../templates/contract.ts'
import type { PaperCode } from '../../templates/digest.ts'
import { handle, type Handling } from '../door.ts'
import { notFound, type House } from '../house.ts'
import { loadPapers, pdfResponse, type CasePapers, type CheckedPaper, type PrintOptions } from '../papers.ts'
import { findCalibration } from '../printers.ts'
import { routes } from '../schemas/index.ts'
import { recordView } from './act.ts'
import { readCase, type ReadCase } from './case.ts'
import { eachParty, marriagePaperIds, whyNot, type MarriagePaper } from './papers.ts'

const recordOf = async (house: House, folded: MarriageCase): Promise<MarriageRecord> => {
  const office = await house.office()
  const { refusal, archive } = folded
  return {
    caseId: folded.id, file: folded.file, number: folded.number,
    // Before the registration the papers bear the day the case was opened, so that they print the same tomorrow.
    day: folded.day === '' ? folded.openedAt.slice(0, 10) : folded.day,
    serials: folded.serials, officeName: folded.officeName === '' ? office.name : folded.officeName, area: folded.area === '' ? office.areaOn(house.today()) : folded.area, opinion: folded.opinion,
    photo: folded.file.photo === null ? undefined : await house.register.files.get(folded.file.photo.hash),
    ...(refusal === null ? {} : { refusal: { day: refusal.day, grounds: refusal.grounds.map(({ law, reason }) => ({ law, reason })) } }),
    ...(archive === null ? {} : { archive }),
    sample: office.sample,
  }
}

const requestOf = async (house: House, folded: MarriageCase, paper: MarriagePaper, { party = 0, mode, printer, tray }: PrintOptions): Promise<PaperRequest> => {
  const record = await recordOf(house, folded)
  const { settings } = await house.office()
  const own = settings['papers.texts'][paper]
  const texts = own === undefined || Object.keys(own).length === 0 ? {} : { texts: own }
  switch (paper) {
    case 'marriage.certificate': {
      const how = mode ?? settings['certificate.mode']
      const calibration = how === 'overprint' ? await findCalibration(house, printer ?? settings['printer.default'], tray) : undefined
      return { paper, record, party, mode: how, ...(calibration === undefined ? {} : { affine: calibration.affine }), ...texts }
    }
    case 'marriage.declaration':
      return { paper, record, party, ...texts }
    default:
      return { paper, record, ...texts }
  }
}

const paperOf = (paper: string): MarriagePaper => {
  const found = marriagePaperIds.find((id) => id === paper)
  if (found === undefined) throw notFound('没有这种文件。', 'There is no such paper.')
  return found
}

const readyPaper = (folded: MarriageCase, paper: string): MarriagePaper => {
  const found = paperOf(paper)
  const why = whyNot(found, folded)
  if (why !== undefined) throw new LantaiError('wrong_state', text(`现在不能打印：${why.zh}。`, `It cannot be printed now: ${why.en}.`), 'paper')
  return found
}

/** Changes of a case after which a paper printed before no longer tells what the register holds. */
const outdates = (kind: string, body: unknown, code: PaperCode, party: 0 | 1 | undefined): boolean => {
  if (kind === 'marriage.amended' || kind === 'marriage.corrected') return true
  // A spoiled booklet leaves the other party's booklet as it was.
  return kind === 'marriage.reprinted' && (code.paper !== 'marriage.certificate' || (body as { party: 0 | 1 }).party === party)
}

const digestsNow = async (house: House, folded: MarriageCase, paper: MarriagePaper): Promise<readonly string[]> => {
  if (whyNot(paper, folded) !== undefined) return []
  const { paperCode } = await loadPapers()
  const parties = eachParty.has(paper) ? ([0, 1] as const) : ([0] as const)
  return Promise.all(parties.map(async (party) => paperCode(await requestOf(house, folded, paper, { party })).digest))
}

const verdictOf = async (house: House, { folded, entries }: ReadCase, code: PaperCode): Promise<CheckedPaper['verdict']> => {
  const at = entries.findLastIndex(({ action }) => action.kind === 'marriage.printed' && (action.body as { digest: string }).digest === code.digest && (action.body as { paper: string }).paper === code.paper)
  const known = at >= 0 || (await digestsNow(house, folded, code.paper as MarriagePaper)).includes(code.digest)
  if (!known) return 'altered'
  if (folded.state === 'voided') return 'voided'
  const { party } = (entries[at]?.action.body ?? {}) as { party?: 0 | 1 }
  const later = at < 0 ? [] : entries.slice(at + 1)
  return later.some(({ action }) => outdates(action.kind, action.body, code, party)) ? 'superseded' : 'genuine'
}

const findCaseId = async (reads: Reads, number: string): Promise<string | undefined> => {
  const byNumber = await reads.findMarriageByNumber(number)
  if (byNumber !== undefined) return byNumber.id
  // Before the registration a paper is known by its case; codes are written in capitals.
  const id = number.toLowerCase()
  return (await reads.entriesOf(id)).some(({ action }) => action.kind === 'marriage.opened') ? id : undefined
}

/** The papers of marriage cases. */
export const marriageCasePapers: CasePapers = {
  async request(house, caseId, paper, options) {
    const { folded } = await readCase(house.register.read, caseId)
    return requestOf(house, folded, readyPaper(folded, paper), options)
  },
  async check(house, reads, code) {
    const caseId = await findCaseId(reads, code.number)
    if (caseId === undefined) return undefined
    const read = await readCase(reads, caseId)
    const { folded } = read
    return { verdict: await verdictOf(house, read, code), number: folded.number, day: folded.day, names: folded.file.parties.map(({ name }) => name), caseId }
  },
}

const partyNames = ['男方', '女方'] as const

/** Papers of one case: as PDF, and the record that one was printed. */
export const printingHandlings: readonly Handling[] = [
  handle(routes.getMarriagePaper, async (call) => {
    const { house, params, query, request } = call
    const { folded } = await readCase(house.register.read, params.id)
    const paper = readyPaper(folded, params.paper)
    const { paperCode, getPaper } = await loadPapers()
    const { mode, printer, tray } = query
    const party = query.party === undefined ? undefined : query.party === '0' ? 0 : 1
    if (eachParty.has(paper) && party === undefined) throw new LantaiError('malformed', text('请说明是哪一方的', 'Say for which party'), 'party')
    const wanted = await requestOf(house, folded, paper, { ...(party === undefined ? {} : { party }), ...(mode === undefined ? {} : { mode }), ...(printer === undefined ? {} : { printer }), ...(tray === undefined ? {} : { tray }) })
    await recordView(call, folded.id, 'marriage')
    const { affine } = wanted as { affine?: Affine }
    const bytes = await house.printer.render(wanted, { signal: request.signal })
    const name = [getPaper(paper).title.zh, folded.number === '' ? folded.file.parties.map((one) => one.name).join('、') : folded.number, ...(party === undefined ? [] : [partyNames[party]])].join('-')
    return pdfResponse(request, bytes, name, JSON.stringify([paperCode(wanted).digest, (wanted as { mode?: string }).mode ?? '', affine ?? null]))
  }),

  handle(routes.recordPrinted, async ({ house, params, body, actor }) => {
    const { paperCode } = await loadPapers()
    await house.register.transact(actor(), async (tx) => {
      const { folded } = await readCase(tx, params.id)
      nextMarriageState(folded.state, 'marriage.printed')
      const paper = readyPaper(folded, body.paper)
      if (eachParty.has(paper) !== (body.party !== undefined)) throw new LantaiError('invalid', text('双方各一份的文件须说明是哪一方的', 'Say for which party, of papers each party has its own of'), 'party')
      const { digest } = paperCode(await requestOf(house, folded, paper, { ...(body.party === undefined ? {} : { party: body.party }), mode: body.mode, printer: body.printer }))
      await tx.record({ kind: 'marriage.printed', subject: folded.id, body: { paper, ...(body.party === undefined ? {} : { party: body.party }), mode: body.mode, digest, printer: body.printer } })
    })
    return { done: true as const }
  }),
]

