import type { InspectionVerdict, Inspector } from '../inspecting.ts'
import { heardBy, inspectorOf } from '../inspecting.ts'
import { marriageRulesOn } from './check.ts'
import type { MarriageContext } from './context.ts'
import { marriageFacts } from './context.ts'
import type { MarriageCase } from './fold.ts'
import type { InspectionFacts } from './inspection-rules.ts'
import { inspectionRules } from './inspection-rules.ts'

export { verdictOf } from '../inspecting.ts'
export type { Inspection, InspectionItem, InspectionResult, InspectionVerdict } from '../inspecting.ts'
export { inspectionPoints, inspectionRules } from './inspection-rules.ts'
export type { InspectionFacts, InspectionRule } from './inspection-rules.ts'

type Given = Omit<MarriageContext, 'stage' | 'day'>

/** The inspection of marriage files. */
export const marriageInspector: Inspector<MarriageCase, Given> = inspectorOf(inspectionRules, (folded: MarriageCase, given: Given): InspectionFacts => {
  const context: MarriageContext = { ...given, stage: 'decision', day: folded.day }
  return { folded, context, heard: heardBy(marriageRulesOn(folded.day), marriageFacts(folded.file, context), folded.file.answers, ({ group }) => group) }
})

/** Inspects a file against the 13 points, by the rules in force on the day of its registration; a case that was not registered, or was voided, is not applicable. Register and registrar in the context are those of that day. */
export const inspectMarriage = marriageInspector.inspect

/** 登记合格率: qualified ÷ examined, as numerator and denominator; unexamined files are in neither and the rate is null when nothing was examined. */
export const passRate = (verdicts: readonly InspectionVerdict[]): { readonly qualified: number; readonly failed: number; readonly examined: number; readonly unexamined: number; readonly rate: number | null } => {
  const count = (wanted: InspectionVerdict): number => verdicts.filter((verdict) => verdict === wanted).length
  const qualified = count('qualified')
  const failed = count('failed')
  const examined = qualified + failed
  return { qualified, failed, examined, unexamined: count('unexamined'), rate: examined === 0 ? null : qualified / examined }
}
