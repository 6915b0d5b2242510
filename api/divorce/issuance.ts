import { decideAppearance, decideDivorce, decideDivorceRefusal, decideInterview } from '../../domain/divorce/decide.ts'
import type { DivorceCase } from '../../domain/divorce/fold.ts'
import { LantaiError } from '../../domain/error.ts'
import { findDivorceNote } from '../../domain/marriage/endings.ts'
import { text } from '../../domain/text.ts'
import { act, type Afterwards } from '../case/act.ts'
import { findMarriageCase } from '../case/carry.ts'
import { decided, nextNumber, readSerials, requireBlanks, withOpinion } from '../case/decide.ts'
import { handedOver } from '../case/delivery.ts'
import { handle, type Handling } from '../door.ts'
import type { OfficeNow } from '../house.ts'
import { routes } from '../schemas/index.ts'
import { contextOf } from './context.ts'
import { divorceSpec } from './spec.ts'

/** The code under which they come to this office: that of the acceptance, where it was this office's then and has changed since. */
const areaOfAppearance = (office: OfficeNow, { accepted, dates }: DivorceCase, today: string): string =>
  accepted !== null && dates !== null && office.areaOn(dates.received) === accepted.area ? accepted.area : office.areaOn(today)

/** The note in the marriage that a divorce has ended stands in the same commit as the divorce. */
const noteInMarriage: Afterwards<DivorceCase> = async (tx, folded) => {
  const note = findDivorceNote(folded)
  if (note !== undefined) await tx.record(note)
}

/** A divorce that is voided takes its note out of the marriage again, in the same commit and by the same two people. */
export const liftNote = (reason: string, second: string): Afterwards<DivorceCase> => async (tx, folded) => {
  const marriage = await findMarriageCase(tx, folded.file.marriage.caseId)
  if (marriage?.endings.some(({ action }) => action.kind === 'marriage.divorced' && action.body.caseId === folded.id) !== true) return
  await tx.record({ kind: 'marriage.endingLifted', subject: marriage.id, body: { day: folded.voided?.day ?? folded.day, caseId: folded.id }, reason, second })
}

const requireStamps = (folded: DivorceCase, body: { readonly stamped: readonly [boolean, boolean]; readonly copied: boolean; readonly returned: boolean }): void => {
  const { certificates } = folded.file.marriage
  for (const index of [0, 1] as const) {
    const field = `stamped.${String(index)}`
    if (body.stamped[index] && certificates[index] !== 'shown') throw new LantaiError('invalid', text('这一方没有出具结婚证', 'This party showed no marriage certificate'), field)
    if (!body.stamped[index] && certificates[index] === 'shown') throw new LantaiError('invalid', text('出具的结婚证都要加盖“双方离婚，证件失效”印章', 'Every certificate that was shown is stamped'), field)
  }
  if (!certificates.includes('shown')) throw new LantaiError('invalid', text('双方都没有出具结婚证，没有可以加盖的', 'No marriage certificate was shown'), 'stamped.0')
  if (!body.copied) throw new LantaiError('invalid', text('加盖印章的结婚证须复印存档', 'The stamped certificate is copied for the file'), 'copied')
  if (!body.returned) throw new LantaiError('invalid', text('结婚证原件须退还当事人', 'The certificate is given back'), 'returned')
}

/** From the appearance of both to the hand-over. */
export const issuanceHandlings: readonly Handling[] = [
  handle(routes.startIssuance, async (call) => {
    const { house, body, account } = call
    const office = await house.office()
    return act(divorceSpec, call, 'divorce.issuanceStarted', async (tx, folded) => {
      const day = house.today()
      const context = await contextOf(house, tx, { file: folded.file, day, stage: 'appearance', folded, account })
      return decided(decideAppearance(folded, context, { present: body.present, receipt: body.receipt, area: areaOfAppearance(office, folded, day) }), text('还不能申请发证：请先处理列出的各项。', 'The certificate cannot be applied for yet: see to what is listed first.'))
    })
  }),

  handle(routes.endIssuance, async (call) => act(divorceSpec, call, 'divorce.issuanceEnded', (_tx, folded) => ({ kind: 'divorce.issuanceEnded', subject: folded.id, body: { day: call.house.today() }, reason: call.body.reason }))),

  handle(routes.recordInterview, async (call) => {
    const { house, body, account } = call
    const day = house.today()
    const interview = { ...body.interview, registrar: account.id, day }
    const { sample } = await house.office()
    const interviews = body.party === 0 ? ([interview, null] as [typeof interview, null]) : ([null, interview] as [null, typeof interview])
    divorceSpec.requireSound({ interviews }, { interviews }, { sampleOffice: sample })
    return act(divorceSpec, call, 'divorce.interviewed', (_tx, folded) => decideInterview(folded, day, body.party, interview))
  }),

  handle(routes.registerDivorce, async (call) => {
    const { house, body, account } = call
    const office = await house.office()
    const serials = readSerials(body.serials)
    return act(divorceSpec, call, 'divorce.registered', async (tx, folded) => {
      const day = house.today()
      const context = await contextOf(house, tx, { file: folded.file, day, stage: 'issuance', folded, account })
      const area = office.areaOn(day)
      const action = decided(decideDivorce(folded, context, { number: await nextNumber(house, tx, 'L', area, day), serials, officeName: office.name, area, registrar: account.id, opinion: withOpinion(body.opinion, office.settings['divorce.opinion']) }))
      await requireBlanks(tx, 'divorce', serials, ['serials.0', 'serials.1'])
      return action
    }, noteInMarriage)
  }),

  handle(routes.refuseDivorce, async (call) => {
    const { house, body, account } = call
    return act(divorceSpec, call, 'divorce.refused', async (tx, folded) =>
      decideDivorceRefusal(folded, await contextOf(house, tx, { file: folded.file, day: house.today(), stage: 'issuance', folded, account }), body.grounds, account.id))
  }),

  handle(routes.deliverDivorce, async (call) => act(divorceSpec, call, 'divorce.delivered', (_tx, folded) => {
    const parties = handedOver(call.body.parties)
    return { kind: 'divorce.delivered', subject: folded.id, body: { day: call.house.today(), parties } }
  })),

  handle(routes.stampMarriageCertificates, async (call) => act(divorceSpec, call, 'divorce.marriageCertificatesStamped', (_tx, folded) => {
    const { stamped } = call.body
    requireStamps(folded, call.body)
    return { kind: 'divorce.marriageCertificatesStamped', subject: folded.id, body: { day: call.house.today(), stamped, copied: true, returned: true } }
  })),
]
