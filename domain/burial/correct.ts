import type { Decision } from '../case/decide.ts'
import type { SecondPerson } from '../case/second.ts'
import { requireSecondPerson } from '../case/second.ts'
import { LantaiError } from '../error.ts'
import { blocks } from '../findings.ts'
import type { Finding } from '../rule.ts'
import { text } from '../text.ts'
import type { BurialAction } from './actions.ts'
import { findEarlierCremation } from './acts.ts'
import { runBurialCheck } from './check.ts'
import type { BurialContext } from './context.ts'
import type { BurialFile } from './file.ts'
import type { BurialCase } from './fold.ts'
import { nextBurialState } from './fold.ts'

type Correction = Extract<BurialAction, { kind: 'burial.corrected' }>
type Given = Omit<BurialContext, 'stage' | 'typing' | 'day' | 'acceptance' | 'burialGround'>

const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

/** The case as it stood before an act of it was decided: without what only came with the act. */
export const asDecided = (folded: BurialCase): BurialCase => ({ ...folded, cremation: null, elsewhere: null, holds: folded.holds.map((hold) => ({ ...hold, released: hold.released ?? { hold: hold.hold, day: hold.day, document: '', at: hold.at, by: hold.by } })) })

/** The act by which a case left the home, with what the rules of its day were told; undefined before it and for a cremation elsewhere, which another home answered for. */
export const findLeaving = (folded: BurialCase): Pick<BurialContext, 'stage' | 'day' | 'acceptance' | 'burialGround'> | undefined => {
  const { cremation, transportedOut, bodyBuried } = folded
  if (cremation !== null) return { stage: 'cremation', day: cremation.day }
  if (transportedOut !== null) return { stage: 'transportOut', day: transportedOut.day, acceptance: transportedOut.acceptance }
  return bodyBuried === null ? undefined : { stage: 'bodyBurial', day: bodyBuried.day, burialGround: { ground: bodyBuried.ground, reason: bodyBuried.reason } }
}

/** What stands in the way of a file by the rules of the day on which the case left the home; before that, by what cannot be on `today`. */
const stopsOf = (folded: BurialCase, given: Given, today: string): readonly Finding[] => {
  const left = findLeaving(folded)
  const check = runBurialCheck(asDecided(folded), { ...given, ...(left ?? { stage: 'intake' as const, day: today }), typing: left === undefined })
  return check.findings.filter((finding) => blocks(folded.file.answers, finding))
}

/** Decides a correction: two people and a reason, never of the kind, and what the rules of the day of the cremation (transport, burial) say of the corrected file; faults that stood there before and lie in other sections do not stop it. Throws `wrong_state`, `second_person`, `conflict` where the corrected identity was cremated in another case, `invalid` at the field. */
export const decideCorrection = (folded: BurialCase, given: Given, today: string, changes: Partial<BurialFile>, by: SecondPerson): Decision<Correction> => {
  nextBurialState(folded.state, 'burial.corrected')
  const told = requireSecondPerson(by, { reason: text('请写明更正的理由', 'Say why it is corrected'), second: text('更正须由另一人复核', 'A correction needs a second person') })
  if (changes.kind !== undefined && changes.kind !== folded.file.kind) throw invalid('遗体、残肢、骨骸不能互相更正，请作废后重新登记', 'A correction never changes the kind; void the case and open another', 'changes.kind')
  const sections = (Object.keys(changes) as (keyof BurialFile)[]).filter((section) => JSON.stringify(changes[section]) !== JSON.stringify(folded.file[section]))
  if (sections.length === 0) throw invalid('没有改动', 'Nothing is changed', 'changes')
  const real = Object.fromEntries(sections.map((section) => [section, changes[section]])) as Partial<BurialFile>
  const corrected: BurialCase = { ...folded, file: { ...folded.file, ...real } }
  const { death } = corrected.file.deceased
  const days = [folded.received?.arrivedAt.slice(0, 10), folded.cremation?.day, folded.elsewhere?.day, folded.transportedOut?.day, folded.bodyBuried?.day, folded.donated?.day]
  const early = days.find((day) => day !== undefined && day < death)
  if (early !== undefined) throw invalid(`死亡日期晚于 ${early} 的办理`, `The death lies after what was done on ${early}`, 'changes.deceased.death')
  const before = findEarlierCremation(corrected, given.cremations)
  if (before !== undefined) throw new LantaiError('conflict', text(`更正后的逝者已于 ${before.day} 火化（${before.number}）`, `The person so corrected was cremated on ${before.day} (${before.number})`), 'changes.deceased.identityNumber', { caseId: before.caseId })
  const stood = stopsOf(folded, given, today)
  const known = ({ rule, field = '', message }: Finding): boolean => !sections.includes((field.split('.')[0] ?? '') as keyof BurialFile) && stood.some((old) => old.rule === rule && (old.field ?? '') === field && old.message.zh === message.zh)
  const stops = stopsOf(corrected, given, today).filter((finding) => !known(finding))
  if (stops.length > 0) return { kind: 'findings', findings: stops }
  return { kind: 'action', action: { kind: 'burial.corrected', subject: folded.id, body: { changes: real }, ...told }, findings: [] }
}
