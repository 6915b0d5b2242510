import { burialInspectionRules } from '../burial/inspection.ts'
import { burialRules } from '../burial/rules/index.ts'
import { settledRules } from '../burial/waiver-rules.ts'
import { divorceInspectionRules } from '../divorce/inspection.ts'
import { LantaiError } from '../error.ts'
import { inspectionRules } from '../marriage/inspection-rules.ts'
import { placeNameCaseRules } from '../place-names/case/rules/index.ts'
import { nameRules } from '../place-names/names/index.ts'
import { reissueInspectionRules } from '../reissue/inspection.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { burialMendings } from './mending/burial.ts'
import { coupleMendings } from './mending/couples.ts'
import { placeNameMendings } from './mending/place-names.ts'
import type { MendingRow } from './mending/rows.ts'
import { isAllowed } from './mending/rows.ts'
import type { Mending } from './shapes.ts'

/** What would mend a fault that an inspection found, and whether the law allows it. */

/** A rule that the inspection of a window asks of its cases. */
export interface InspectedRule { readonly window: string; readonly id: string; readonly title: Text; readonly law: Text; readonly from: string; readonly to?: string }

const asked = (window: string, rules: readonly Omit<InspectedRule, 'window'>[]): readonly InspectedRule[] => rules.map(({ id, title, law, from, to }) => ({ window, id, title, law, from, ...(to === undefined ? {} : { to }) }))
const weighs = <R extends { readonly severity: string }>(rules: readonly R[]): readonly R[] => rules.filter(({ severity }) => severity !== 'information')

/** Every rule that the compliance report asks, of all windows: the points of the couples' files, the acts, papers and waivers of burial, the report of place names. */
export const inspectedRules: readonly InspectedRule[] = [
  ...asked('marriage', inspectionRules), ...asked('divorce', divorceInspectionRules), ...asked('reissue', reissueInspectionRules),
  ...asked('burial', [...weighs(burialRules), ...burialInspectionRules, ...weighs(settledRules)]),
  ...asked('place-names', [...nameRules, ...placeNameCaseRules]),
]

/** Every row of what mends what. */
export const mendingRows: readonly MendingRow[] = [...coupleMendings, ...burialMendings, ...placeNameMendings]

const byRule = Map.groupBy(mendingRows, ({ rule }) => rule)
const laws = new Map(inspectedRules.map(({ id, law }) => [id, law]))

/** A rule under an older text (`burial.once.2012`) is mended like that of today, under its own article. */
const stemOf = (rule: string): string => rule.replace(/\.\d{4}$/u, '')

/** What would mend a fault of a rule at a field of the file; throws `internal` for a rule that no row knows. */
export const mendingOf = (rule: string, field?: string): Mending => {
  const stem = stemOf(rule)
  const row = byRule.get(stem)?.find((entry) => entry.field === undefined || (field !== undefined && entry.field.test(field)))
  if (row === undefined) throw new LantaiError('internal', text(`没有写明规则 ${rule} 的改正办法`, `Nothing says what mends the rule ${rule}`))
  const older = stem === rule ? undefined : laws.get(rule)
  const law = older ?? row.law ?? laws.get(rule)
  return { way: row.way, allowed: isAllowed(row.way), words: text(row.words.zh, row.words.en), law: law === undefined ? null : text(law.zh, law.en) }
}

/** What the ways are called. */
export const mendingWayTitles: Readonly<Record<Mending['way'], Text>> = {
  correct: text('更正', 'correct it'), supplement: text('补充材料', 'supply it'), attest: text('查看纸质档案后确认', 'confirm by the paper'), another: text('另行办理', 'act anew'), court: text('只能由法院或者原机关撤销', 'a court only, or the body that acted'), none: text('不能补正', 'cannot be mended'),
}
