import { areaEverKnown } from '../areas/index.ts'
import type { Decision } from '../case/decide.ts'
import { civilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { blocks } from '../findings.ts'
import { text } from '../text.ts'
import type { BurialAction, BurialActionBody } from './actions.ts'
import { findDeceasedKey } from './certificate.ts'
import { runBurialCheck } from './check.ts'
import type { BurialContext, KnownCremation } from './context.ts'
import { decideExtension } from './decide.ts'
import type { BurialCase } from './fold.ts'
import { nextBurialState, requireFree } from './fold.ts'

/** Acts of a case that the state, the holds and the order of days decide; those that the rules are asked of stand in `decide.ts`. */

type ActionOf<K extends BurialAction['kind']> = Extract<BurialAction, { kind: K }>

/** The acts of the stay at the home and of the time after it, which need no further facts. */
export type PlainBurialKind = 'burial.stored' | 'burial.storageExtended' | 'burial.vigilHeld' | 'burial.farewellHeld' | 'burial.held' | 'burial.released' | 'burial.donated' | 'burial.certificateIssued' | 'burial.ashesReleased' | 'burial.ashesDeposited' | 'burial.depositExtended' | 'burial.moved'
export type PlainBurialAction = ActionOf<PlainBurialKind>

const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

/** Days an act promises for the future; every other day has come when the act is entered. */
const ahead: Readonly<Partial<Record<PlainBurialKind, readonly string[]>>> = { 'burial.storageExtended': ['from', 'to'], 'burial.ashesDeposited': ['to'], 'burial.depositExtended': ['to'] }
const dated = ['day', 'from', 'to', 'arrivedAt', 'storedAt', 'heldAt'] as const

/** Refuses a day that does not exist or has not come yet; throws `invalid` at the field. */
const requireDays = (kind: BurialAction['kind'], body: object, today: string): void => {
  for (const field of dated) {
    const value = (body as Readonly<Record<string, unknown>>)[field]
    if (typeof value !== 'string' || value === '') continue
    const on = civilDate(value.slice(0, 10), field)
    if (on > today && !(ahead[kind as PlainBurialKind] ?? []).includes(field)) throw invalid(`日期晚于今天（${today}）`, `The day has not come yet (today is ${today})`, field)
  }
}

/** What has to be written down of an act beside its days. */
const requireWords = (action: BurialAction): void => {
  const wanted: readonly (readonly [value: string, field: string, zh: string, en: string])[] =
    action.kind === 'burial.moved' ? [[action.body.permit, 'permit', '请填写迁移凭据', 'Enter the permit']]
      : action.kind === 'burial.held' && action.body.kind !== 'family' ? [[action.body.document, 'document', '请填写要求暂缓的文书', 'Enter the paper that asks for the hold']]
        : []
  for (const [value, field, zh, en] of wanted) if (value.trim() === '') throw invalid(zh, en, field)
}

/** Decides an act of the stay or of the ashes: allowed in this state, under no hold that stops it, on days that exist, have come and stand in order. Throws `wrong_state`, `conflict`, `invalid` at the field. */
export const decideBurialAct = <A extends PlainBurialAction>(folded: BurialCase, today: string, action: Omit<A, 'subject'>): A => {
  const made = { ...action, subject: folded.id } as A
  nextBurialState(folded.state, made.kind)
  requireDays(made.kind, made.body, civilDate(today, 'today'))
  requireWords(made)
  if (made.kind === 'burial.storageExtended') return decideExtension(folded, today, made.body) as A
  requireFree(folded, made)
  return made
}

/** Decides that the home takes a body in: what cannot be is stopped, what is only missing may follow until the cremation (第二十五、二十六条). Throws `wrong_state`, `invalid` at the field. */
export const decideReceipt = (folded: BurialCase, context: BurialContext, body: BurialActionBody<'burial.received'>): Decision<ActionOf<'burial.received'>> => {
  const action: ActionOf<'burial.received'> = { kind: 'burial.received', subject: folded.id, body }
  nextBurialState(folded.state, action.kind)
  requireDays(action.kind, body, civilDate(context.day, 'day'))
  const { findings } = runBurialCheck(folded, { ...context, stage: 'intake', typing: true })
  const stops = findings.filter((finding) => blocks(folded.file.answers, finding))
  if (stops.length > 0) return { kind: 'findings', findings: stops }
  requireFree(folded, action)
  return { kind: 'action', action, findings }
}

/** The cremation of the same person that is known from another case, or undefined. */
export const findEarlierCremation = (folded: Pick<BurialCase, 'id' | 'file'>, cremations: readonly KnownCremation[]): KnownCremation | undefined => {
  const key = folded.file.kind === 'body' ? findDeceasedKey(folded.file.deceased, folded.file.certificate) : undefined
  return key === undefined ? undefined : cremations.find((known) => known.kind === 'body' && known.key === key && known.caseId !== folded.id)
}

/** Decides to record a cremation by another home, against its certificate (异地火化), for a claim or a placement here. Throws `wrong_state`, `conflict` for a second cremation, `invalid` at the field. */
export const decideCrematedElsewhere = (folded: BurialCase, today: string, body: BurialActionBody<'burial.crematedElsewhere'>, cremations: readonly KnownCremation[], options: { readonly sampleOffice: boolean } = { sampleOffice: false }): ActionOf<'burial.crematedElsewhere'> => {
  const action: ActionOf<'burial.crematedElsewhere'> = { kind: 'burial.crematedElsewhere', subject: folded.id, body: { ...body, home: body.home.trim(), number: body.number.trim() } }
  nextBurialState(folded.state, action.kind)
  requireDays(action.kind, body, civilDate(today, 'today'))
  if (action.body.home === '') throw invalid('请填写火化的殡仪馆', 'Enter the home that cremated', 'home')
  if (action.body.number === '') throw invalid('请填写火化证明的编号', 'Enter the number of the cremation certificate', 'number')
  // Codes from 99 on are nobody's: places of a sample office.
  if (!areaEverKnown(body.area) && !(options.sampleOffice && body.area.startsWith('99'))) throw invalid(`行政区划代码 ${body.area} 不存在`, `The area code ${body.area} was never in force`, 'area')
  if (findDeceasedKey(folded.file.deceased, folded.file.certificate) === undefined) throw invalid('没有证件号码或者证明编号，不能查重', 'Without an identity or certificate number nobody can tell whether there was a cremation before', 'deceased.identityNumber')
  const before = findEarlierCremation(folded, cremations)
  if (before !== undefined) throw new LantaiError('conflict', text(`这位逝者已于 ${before.day} 火化（${before.number}）`, `This person was cremated on ${before.day} (${before.number})`), 'deceased.identityNumber', { caseId: before.caseId })
  requireFree(folded, action)
  return action
}
