import type { Decision } from '../case/decide.ts'
import { decideBy } from '../case/decide.ts'
import type { SecondPerson } from '../case/second.ts'
import { requireSecondPerson } from '../case/second.ts'
import { isCivilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import type { BurialAction, BurialActionBody } from './actions.ts'
import { runBurialCheck } from './check.ts'
import type { BurialContext } from './context.ts'
import type { BurialCase } from './fold.ts'
import { nextBurialState, requireFree } from './fold.ts'
import { recordingKeptUntil, requireSoundExtension, storageTimer } from './storage.ts'

type ActionOf<K extends BurialAction['kind']> = Extract<BurialAction, { kind: K }>

const decideAt = <A extends BurialAction>(folded: BurialCase, context: BurialContext, action: A): Decision<A> => {
  nextBurialState(folded.state, action.kind)
  // The findings name holds and order with their article; what they do not cover is refused by the fold's own gate.
  return decideBy(runBurialCheck(folded, { ...context, typing: false }), folded.file.answers, () => {
    requireFree(folded, action)
    return action
  })
}

/** What the home brings to a cremation; without a date of its own, recordings are kept for 90 days. */
export type CremationFacts = Omit<BurialActionBody<'burial.cremated'>, 'day' | 'recordingKeptUntil'> & { readonly recordingKeptUntil?: string }

/** Decides the cremation (《殡葬管理条例》第二十八条): certificate, signed confirmation, no hold, not a second time. Throws `wrong_state` and `invalid` at the field. */
export const decideCremation = (folded: BurialCase, context: BurialContext, facts: CremationFacts): Decision<ActionOf<'burial.cremated'>> => {
  const least = recordingKeptUntil(context.day)
  const kept = facts.recordingKeptUntil ?? least
  if (!isCivilDate(kept) || kept < least) throw new LantaiError('invalid', text(`录像至少保存到 ${least}（九十日）`, `The recording is kept until ${least} at least (90 days)`), 'recordingKeptUntil')
  if (facts.startedAt.slice(0, 10) !== context.day) throw new LantaiError('invalid', text('火化开始时间应在办理当日', 'The cremation begins on the day of the act'), 'startedAt')
  return decideAt(folded, { ...context, stage: 'cremation' }, { kind: 'burial.cremated', subject: folded.id, body: { ...facts, day: context.day, recordingKeptUntil: kept } })
}

/** Decides that a body leaves the area, against the acceptance at its destination (第二十九条). */
export const decideTransportOut = (folded: BurialCase, context: BurialContext, body: Omit<BurialActionBody<'burial.transportedOut'>, 'day'>): Decision<ActionOf<'burial.transportedOut'>> =>
  decideAt(folded, { ...context, stage: 'transportOut', acceptance: body.acceptance }, { kind: 'burial.transportedOut', subject: folded.id, body: { ...body, day: context.day } })

/** Decides the burial of a body, in a burial area or for a group whose custom is protected (第八、九条). */
export const decideBodyBurial = (folded: BurialCase, context: BurialContext, body: Omit<BurialActionBody<'burial.bodyBuried'>, 'day'>): Decision<ActionOf<'burial.bodyBuried'>> =>
  decideAt(folded, { ...context, stage: 'bodyBurial', burialGround: { ground: body.ground, reason: body.reason } }, { kind: 'burial.bodyBuried', subject: folded.id, body: { ...body, day: context.day } })

/** Decides where the ashes come to rest (第三十五条). */
export const decidePlacement = (folded: BurialCase, context: BurialContext, body: Omit<BurialActionBody<'burial.placed'>, 'day'>): Decision<ActionOf<'burial.placed'>> =>
  decideAt(folded, { ...context, stage: 'placement' }, { kind: 'burial.placed', subject: folded.id, body: { ...body, day: context.day } })

/** Makes the extension of a storage (第二十七条); throws `wrong_state` before the body is there, `invalid` for a gap or days that run backwards. */
export const decideExtension = (folded: BurialCase, day: string, body: BurialActionBody<'burial.storageExtended'>): ActionOf<'burial.storageExtended'> => {
  nextBurialState(folded.state, 'burial.storageExtended')
  const arrival = folded.received?.arrivedAt.slice(0, 10) ?? day
  requireSoundExtension(storageTimer(arrival, day < arrival ? arrival : day, folded.extensions, undefined), body)
  return { kind: 'burial.storageExtended', subject: folded.id, body }
}

/** Makes the further certificate for the first collector (火化证明补发): no cremation, and never another number's twin. Throws `wrong_state` without a first one, `invalid` for another collector. */
export const decideReissue = (folded: BurialCase, body: Omit<BurialActionBody<'burial.certificateIssued'>, 'reissueOf'>): ActionOf<'burial.certificateIssued'> => {
  nextBurialState(folded.state, 'burial.certificateIssued')
  const first = folded.certificates[0]
  const last = folded.certificates.at(-1)
  if (first === undefined || last === undefined) throw new LantaiError('wrong_state', text('还没有发过火化证明', 'No certificate was issued yet'), 'number')
  if (body.to.identityNumber.trim().toUpperCase() !== first.to.identityNumber.trim().toUpperCase()) throw new LantaiError('invalid', text(`火化证明只补发给首次领取人 ${first.to.name}`, 'The certificate is reissued to the first collector only'), 'to.identityNumber')
  if (folded.certificates.some(({ number }) => number === body.number)) throw new LantaiError('invalid', text('补发的证明应有新的编号', 'A reissue has a number of its own'), 'number')
  const action: ActionOf<'burial.certificateIssued'> = { kind: 'burial.certificateIssued', subject: folded.id, body: { ...body, reissueOf: last.number } }
  requireFree(folded, action)
  return action
}

/** Voids a case entered by mistake; throws `wrong_state` once it was cremated or lies under a hold, `invalid` without a reason, `second_person`. */
export const decideVoid = (folded: BurialCase, day: string, by: SecondPerson): ActionOf<'burial.voided'> => {
  nextBurialState(folded.state, 'burial.voided')
  const action: ActionOf<'burial.voided'> = { kind: 'burial.voided', subject: folded.id, body: { day }, ...requireSecondPerson(by, { reason: text('请写明作废的理由', 'Say why it is voided'), second: text('作废须由另一人复核', 'Voiding needs a second person') }) }
  requireFree(folded, action)
  return action
}
