import { LantaiError } from '../../domain/error.ts'
import { marriageRegulation } from '../../domain/law.ts'
import { decideReissue, decideReissueRefusal, runReissueCheck } from '../../domain/reissue/decide.ts'
import { applicantsOf, emptyReissueFile, type ReissueFile } from '../../domain/reissue/file.ts'
import type { ReissueCase } from '../../domain/reissue/fold.ts'
import { text } from '../../domain/text.ts'
import { act, recordView } from '../case/act.ts'
import { carriedParties } from '../case/carry.ts'
import { decided, nextNumber, readSerials, requireBlanks, withOpinion } from '../case/decide.ts'
import { identityPapers } from '../case/required.ts'
import { standingWords } from '../case/standing.ts'
import { handle, type Handling } from '../door.ts'
import { notFound, type House } from '../house.ts'
import { routes } from '../schemas/index.ts'
import { contextOf, findSource, originalOf, type ReissueReads, type Source } from './context.ts'
import { reissueSpec, usualRemark } from './spec.ts'

const noSource = () => notFound('登记簿中没有这个案件。', 'The register has no such case.')

/** Where the file of a case stands in the archive, as proof that it was found. */
const archiveProof = ({ kind, folded }: Source): string => {
  const names = { marriage: '结婚登记类', divorce: '离婚登记类', reissue: '补发婚姻登记证类' } as const
  return folded.archive === null ? '' : `${names[kind]}${String(folded.archive.year)}年第${String(folded.archive.officeFileNumber)}卷`
}

/** A file begun from a registration of the register: who they are and what was registered stands; the rest is asked at the counter. */
const fileFrom = (source: Exclude<Source, { kind: 'reissue' }>): ReissueFile => {
  const { kind, folded } = source
  const empty = emptyReissueFile(kind)
  return {
    ...empty, parties: carriedParties(folded.file.parties, kind === 'marriage' ? '20' : '40'), original: { caseId: folded.id, number: folded.number, office: folded.officeName, area: folded.area as ReissueFile['original']['area'], day: folded.day },
    verification: { ...empty.verification, found: 'here', proof: archiveProof(source) },
  }
}

/** A certificate that was reissued before, from a registration that is not in this register, is carried over from that reissue. */
const fileFromReissue = ({ file }: ReissueCase): ReissueFile => ({ ...emptyReissueFile(file.certificate), parties: carriedParties(file.parties, file.certificate === 'marriage' ? '20' : '40'), original: file.original, verification: file.verification })

const beginFrom = async (reads: ReissueReads, id: string): Promise<{ readonly id: string; readonly window: Source['kind']; readonly file: ReissueFile }> => {
  const source = await findSource(reads, id)
  if (source === undefined) throw noSource()
  if (source.kind === 'reissue') {
    const { caseId } = source.folded.file.original
    return caseId === '' ? { id, window: 'reissue', file: fileFromReissue(source.folded) } : beginFrom(reads, caseId)
  }
  const original = await originalOf(reads, source)
  const expected = source.kind === 'marriage' ? 'standing' : 'divorced'
  if (original?.standing !== expected) {
    const words = standingWords(original?.standing ?? 'none')
    throw new LantaiError('wrong_state', text(`${source.folded.number} ${words.zh}，不能补发（《婚姻登记条例》第二十一条）`, `${source.folded.number} is ${words.en}; nothing is reissued (Regulation, art. 21)`), 'original.caseId')
  }
  return { id, window: source.kind, file: fileFrom(source) }
}

const requiredOf = (file: ReissueFile) => identityPapers(file, applicantsOf(file), marriageRegulation.cite(21), false)

/** The case with the remark in the office's words, where the registrar wrote none. */
const worded = async (house: House, folded: ReissueCase): Promise<ReissueCase> =>
  folded.file.remarkCertificate.trim() === '' ? { ...folded, file: { ...folded.file, remarkCertificate: await usualRemark(house, folded) } } : folded

const confirmed = {
  identityAsked: text('须核对领证人身份', 'The identity of who takes it must be checked'),
  signed: text('须由领证人签名', 'Who takes it must sign'),
  fingerprint: text('须由领证人按指纹', 'Who takes it must give a fingerprint'),
} as const

/** What only a reissue asks: where it begins, its check, the decision and the hand-over. */
export const reissueHandlings: readonly Handling[] = [
  handle(routes.reissueFromCase, async (call) => {
    const { id, window, file } = await beginFrom(call.house.register.read, call.params.id)
    await recordView(call, id, window)
    return { file }
  }),

  handle(routes.checkReissue, async ({ house, body, account }) => {
    const { file, caseId, typing = true } = body
    const { findings, passed, ready } = runReissueCheck(file, await contextOf(house, house.register.read, { file, day: body.day ?? house.today(), typing, self: caseId, account }))
    return { findings: [...findings], passed, ready, required: requiredOf(file) }
  }),

  handle(routes.registerReissue, async (call) => {
    const { house, body, account } = call
    const office = await house.office()
    const serials = readSerials(body.serials)
    return act(reissueSpec, call, 'reissue.registered', async (tx, folded) => {
      const day = house.today()
      const { certificate } = folded.file
      const area = office.areaOn(day)
      const context = await contextOf(house, tx, { file: folded.file, day, self: folded.id, account })
      const number = await nextNumber(house, tx, certificate === 'marriage' ? 'BJ' : 'BL', area, day)
      const action = decided(
        decideReissue(await worded(house, folded), context, { number, serials, officeName: office.name, area, registrar: account.id, opinion: withOpinion(body.opinion, office.settings['reissue.opinion']) }),
        text('还不能准予补发：请先处理列出的各项。', 'It cannot be reissued yet: see to what is listed first.'),
      )
      const given = applicantsOf(folded.file)
      await requireBlanks(tx, certificate, given.map((party) => serials[party]), given.map((party) => `serials.${String(party)}`))
      return action
    })
  }),

  handle(routes.refuseReissue, async (call) => {
    const { house, body, account } = call
    return act(reissueSpec, call, 'reissue.refused', async (tx, folded) => decideReissueRefusal(folded, await contextOf(house, tx, { file: folded.file, day: house.today(), self: folded.id, account }), body.grounds, account.id))
  }),

  handle(routes.deliverReissue, async (call) => act(reissueSpec, call, 'reissue.delivered', (_tx, folded) => {
    const { to, oldCancelled } = call.body
    const { file } = folded
    if (to === 'proxy' && file.proxy === null) throw new LantaiError('invalid', text('没有登记受委托人，须由本人领证', 'No proxy is on file; the party takes it in person'), 'to')
    for (const item of ['identityAsked', 'signed', 'fingerprint'] as const) if (!call.body[item]) throw new LantaiError('invalid', confirmed[item], item)
    if (file.reason !== 'lost' && !oldCancelled) throw new LantaiError('invalid', text('损毁或者信息不一致的旧证须注销后退还', 'A damaged or differing certificate is cancelled and handed back'), 'oldCancelled')
    return { kind: 'reissue.delivered', subject: folded.id, body: { day: call.house.today(), to, identityAsked: true, signed: true, fingerprint: true, oldCancelled } }
  })),
]
