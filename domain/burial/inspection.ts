import { addDays, civilDate, isCivilDate } from '../dates.ts'
import { findReason, saidBy } from '../findings.ts'
import type { InspectionResult, InspectionVerdict } from '../inspecting.ts'
import { verdictOf, worst } from '../inspecting.ts'
import { fail, notApplicable, pass } from '../outcome.ts'
import type { Outcome, Rule } from '../rule.ts'
import { inForce } from '../rule.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { WaiverPolicy } from '../waiver/policy.ts'
import type { Settlement } from '../waiver/settlements.ts'
import { standingOf } from '../waiver/settlements.ts'
import { burialRulesAt } from './check.ts'
import type { BurialContext, BurialStage } from './context.ts'
import { burialFacts } from './context.ts'
import { asDecided, findLeaving } from './correct.ts'
import type { BurialCase } from './fold.ts'
import { funeralRegulation, regulationFrom } from './law.ts'
import { recordingDays } from './storage.ts'
import { settledRules } from './waiver-rules.ts'

/** The inspection of burial files, for the yearly report (《殡葬管理条例》第五十二条): every act is asked again, by the rules of its own day, and the file by what its papers must hold. */

/** One item of the inspection of a burial file. */
export interface BurialInspectionItem {
  readonly rule: string
  /** The act it was asked at, `file` for the papers as a whole and `waiver` for a settlement. */
  readonly at: BurialStage | 'file' | 'waiver'
  readonly day: string
  readonly title: Text
  readonly law: Text
  readonly result: InspectionResult
  readonly message?: Text
  readonly field?: string
}

/** The inspection of one burial file; a voided case is not applicable. */
export interface BurialInspection {
  readonly verdict: InspectionVerdict
  readonly items: readonly BurialInspectionItem[]
}

/** What the inspection is told besides the case. */
export interface BurialInspectionGiven {
  /** Everything the rules of an act were told on its day: office, provider, cremation area, the cremations known of this person. */
  readonly contextOn: (stage: BurialStage, day: string) => Omit<BurialContext, 'stage' | 'typing' | 'day' | 'acceptance' | 'burialGround'>
  readonly settlements?: readonly Settlement[]
  readonly policies?: readonly WaiverPolicy[]
}

const rule = (draft: Omit<Rule<BurialCase>, 'from' | 'severity' | 'source' | 'group'> & Partial<Pick<Rule<BurialCase>, 'severity' | 'source'>>): Rule<BurialCase> => ({ from: regulationFrom, severity: 'stop', source: 'confirmed', group: 'burial-inspection', ...draft })

/** Name of the group under which the rule book lists them. */
export const burialInspectionGroups: Readonly<Record<string, Text>> = { 'burial-inspection': text('殡葬档案检查', 'Inspection of burial files') }

/** What a file is looked at for besides the rules of its acts. */
export const burialInspectionRules: readonly Rule<BurialCase>[] = [
  rule({
    id: 'burial.file.recording', title: text('录像', 'Recording'), law: funeralRegulation.cite(28), asks: text('存放、火化区域录像保存不少于九十日，案件中记有录像编号。', 'Recordings of storage and cremation are kept for 90 days at least and named in the case.'),
    check: ({ cremation }) => {
      if (cremation === null) return notApplicable
      if (cremation.recording.trim() === '') return fail('cremation.recording', '没有录像编号', 'No recording is named')
      return isCivilDate(cremation.recordingKeptUntil) && cremation.recordingKeptUntil >= addDays(civilDate(cremation.day), recordingDays) ? pass : fail('cremation.recordingKeptUntil', `录像保存不足 ${recordingDays} 日`, `The recording is kept for less than ${recordingDays} days`)
    },
  }),
  rule({
    id: 'burial.file.certificate', title: text('出具火化证明', 'Cremation certificate'), law: funeralRegulation.cite(28), asks: text('火化后出具火化证明，领取人签字。', 'After the cremation the home issues its certificate against a signature.'),
    check: ({ cremation, certificates, ashesReleased, resting }) => {
      if (cremation === null) return notApplicable
      const [first] = certificates
      if (first !== undefined) return first.day >= cremation.day ? pass : fail('certificates.0.day', '火化证明早于火化', 'The certificate lies before the cremation')
      // While the ashes are still there the certificate may be on its way.
      return ashesReleased === null && resting.length === 0 ? { kind: 'unexamined' } : fail('certificates', '骨灰已经交出或者安葬，没有发给火化证明的记录', 'The ashes have left or were placed and no certificate was issued')
    },
  }),
  rule({
    id: 'burial.file.hold', source: 'derived', title: text('解除暂缓的凭据', 'Papers that released a hold'), law: funeralRegulation.cite(26), asks: text('暂缓处理的，凭要求暂缓的机关的文书解除。', 'A hold ends by the paper of whoever asked for it.'),
    check: ({ holds, cremation }) => {
      if (holds.length === 0) return notApplicable
      const open = holds.filter(({ released }) => released === null)
      if (open.length > 0) return cremation === null ? { kind: 'unexamined' } : fail('holds', '暂缓未解除就已火化', 'It was cremated under a hold')
      const bare = holds.findIndex(({ released }) => (released?.document ?? '').trim() === '')
      return bare < 0 ? pass : fail(`holds.${bare}`, '解除暂缓没有文书', 'The hold was released without a paper')
    },
  }),
  rule({
    id: 'burial.file.ashes', source: 'derived', title: text('骨灰去向', 'Where the ashes went'), law: funeralRegulation.cite(38), asks: text('火化后骨灰交给家属、寄存或者安葬，去向记在案件中。', 'After the cremation the ashes are handed over, deposited or placed, and the case says which.'),
    check: ({ cremation, ashesReleased, deposit, resting }) => (cremation === null ? notApplicable : ashesReleased !== null || deposit !== null || resting.length > 0 ? pass : { kind: 'unexamined' }),
  }),
]

const isOpen = (outcome: Outcome): outcome is Extract<Outcome, { kind: 'fail' | 'notYet' | 'asks' }> => outcome.kind === 'fail' || outcome.kind === 'notYet' || outcome.kind === 'asks'

/** One rule asked: a question that was answered counts as passed; in a case that has not left yet what is missing is not a fault but not examined. */
const askedOf = <Facts>(asked: Rule<Facts>, facts: Facts, at: BurialInspectionItem['at'], day: string, answers: BurialCase['file']['answers'], inWork: boolean): BurialInspectionItem => {
  const said = saidBy(asked, facts).map((outcome): Outcome => {
    const field = 'field' in outcome ? outcome.field : undefined
    if (!isOpen(outcome)) return outcome
    if (asked.severity === 'answer' && findReason(answers, { rule: asked.id, ...(field === undefined ? {} : { field }) }) !== undefined) return pass
    return inWork && outcome.kind === 'notYet' ? { kind: 'unexamined', ...(outcome.message === undefined ? {} : { message: outcome.message }) } : outcome
  })
  const first = said.find(isOpen) ?? said.find(({ kind }) => kind === 'unexamined')
  return {
    rule: asked.id, at, day, title: asked.title, law: asked.law, result: worst(said),
    ...(first !== undefined && 'message' in first && first.message !== undefined ? { message: first.message } : {}), ...(first !== undefined && 'field' in first && first.field !== undefined ? { field: first.field } : {}),
  }
}

interface Asked {
  readonly folded: BurialCase
  readonly context: Pick<BurialContext, 'stage' | 'day' | 'acceptance' | 'burialGround'>
}

/** The acts of a case in order, each with the case as it stood when it was decided. */
const actsOf = (folded: BurialCase): readonly Asked[] => {
  const left = findLeaving(folded)
  const [placed] = folded.resting
  return [
    ...(folded.received === null ? [] : [{ folded: asDecided(folded), context: { stage: 'intake' as const, day: folded.received.arrivedAt.slice(0, 10) } }]),
    ...(left === undefined ? [] : [{ folded: asDecided(folded), context: left }]),
    ...(placed === undefined ? [] : [{ folded, context: { stage: 'placement' as const, day: placed.day } }]),
  ]
}

/** Inspects a burial file: each act by every rule in force on its day, the papers, and the waivers that stand; what a day's rules were told comes from `contextOn`. */
export const inspectBurial = (folded: BurialCase, given: BurialInspectionGiven): BurialInspection => {
  if (folded.voided !== null) return { verdict: 'notApplicable', items: [] }
  const { answers } = folded.file
  const inWork = findLeaving(folded) === undefined && folded.elsewhere === null && folded.donated === null
  const acts = actsOf(folded).flatMap((act) => {
    const { stage, day } = act.context
    const known = given.contextOn(stage, day)
    // Another cremation counts against this one only when it was there first.
    const facts = burialFacts(act.folded, { ...known, cremations: known.cremations.filter((entry) => entry.day <= day), ...act.context, typing: false })
    return burialRulesAt(stage, day).filter(({ severity }) => severity !== 'information').map((asked) => askedOf(asked, facts, stage, day, answers, inWork))
  })
  const fileDay = findLeaving(folded)?.day ?? folded.elsewhere?.day ?? folded.donated?.day ?? folded.openedAt.slice(0, 10)
  const file = burialInspectionRules.filter((entry) => inForce(entry, fileDay)).map((asked) => askedOf(asked, folded, 'file', fileDay, answers, inWork))
  const waivers = standingOf(given.settlements ?? []).flatMap(({ body, day }) =>
    settledRules.filter((entry) => inForce(entry, day) && entry.severity !== 'information').map((asked) => askedOf(asked, { waiver: body, policies: given.policies ?? [] }, 'waiver', day, answers, false)))
  const items = [...acts, ...file, ...waivers]
  return { verdict: verdictOf(items), items }
}

/** What the inspections of many files come to: files by verdict, and for each rule how often it was kept, broken, not examined or not applicable, with the files behind every fault. */
export interface BurialInspectionTally {
  readonly files: Readonly<Record<InspectionVerdict, number>>
  /** Qualified ÷ examined, null when nothing was examined. */
  readonly rate: number | null
  readonly byRule: ReadonlyMap<string, { readonly title: Text; readonly counts: Readonly<Record<InspectionResult, number>>; readonly failed: readonly string[] }>
}

/** Counts the inspections of files, one of each case. */
export const tallyBurialInspections = (inspections: Iterable<readonly [caseId: string, inspection: BurialInspection]>): BurialInspectionTally => {
  const files: Record<InspectionVerdict, number> = { qualified: 0, failed: 0, unexamined: 0, notApplicable: 0 }
  const byRule = new Map<string, { title: Text; counts: Record<InspectionResult, number>; failed: string[] }>()
  for (const [caseId, { verdict, items }] of inspections) {
    files[verdict] += 1
    for (const { rule: id, title, result } of items) {
      const entry = byRule.get(id) ?? { title, counts: { pass: 0, fail: 0, notApplicable: 0, unexamined: 0 }, failed: [] }
      entry.counts[result] += 1
      if (result === 'fail' && entry.failed.at(-1) !== caseId) entry.failed.push(caseId)
      byRule.set(id, entry)
    }
  }
  const examined = files.qualified + files.failed
  return { files, rate: examined === 0 ? null : files.qualified / examined, byRule }
}
