import type { Finding } from '../../../../../api/schemas/common.ts'
import type { CemeteryLine } from '../../../../../api/schemas/placement.ts'
import { runPlotCheck } from '../../../../../domain/burial/placement/decide.ts'
import type { PlotFacts, PlotStage } from '../../../../../domain/burial/placement/rules.ts'
import { isCivilDate } from '../../../../../domain/dates.ts'

/** What the rules on plots say of an act while it is typed; the register asks them again. None while a day is not typed yet. Limits of area and height are asked where a section is laid out, not here. */
export const plotFindings = (stage: PlotStage, cemetery: CemeteryLine, facts: Omit<PlotFacts, 'cemetery' | 'limits'>): readonly Finding[] => {
  if (!isCivilDate(facts.day) || (facts.cycle !== undefined && (!isCivilDate(facts.cycle.from) || !isCivilDate(facts.cycle.to)))) return []
  return runPlotCheck(stage, { ...facts, limits: [], cemetery: { id: cemetery.id, facts: cemetery.facts, sections: cemetery.sections.map(({ section }) => section) } }).findings
}
