import { archiveRuleGroups } from './archive/rules.ts'
import { facilityRuleGroups } from './burial/facilities/rules.ts'
import { groundRuleGroups } from './burial/grounds/rules.ts'
import { burialInspectionGroups } from './burial/inspection.ts'
import { plotRuleGroups } from './burial/placement/rules.ts'
import { priceRuleGroups } from './burial/prices.ts'
import { relocationRuleGroups } from './burial/relocation/rules.ts'
import { burialRuleGroups } from './burial/rules/index.ts'
import { waiverRuleGroups } from './burial/waiver-rules.ts'
import { divorceRuleGroups } from './divorce/rules/index.ts'
import { placeNameRuleGroups } from './place-names/case/rules/index.ts'
import { reissueRuleGroups } from './reissue/rules.ts'
import { inForce } from './rule.ts'
import type { Text } from './text.ts'
import { text } from './text.ts'
import type { DomainWindow, RuleEntry } from './windows.ts'
import { domainWindows } from './windows.ts'

/** A rule of the book with the window it belongs to. */
export interface RuleBookEntry extends RuleEntry {
  readonly window: string
  readonly windowTitle: Text
}

/** Names of the groups under which the book lists its rules. */
export const ruleGroups: Readonly<Record<string, Text>> = {
  identity: text('身份信息', 'Identity'),
  conditions: text('结婚条件', 'Conditions'),
  papers: text('证件和证明材料', 'Papers'),
  photo: text('照片', 'Photo'),
  kind: text('补办和复婚', 'Late registration and remarriage'),
  office: text('机关和登记员', 'Office and registrar'),
  duty: text('法定职责', 'Duties'),
  network: text('联网核对', 'Network check'),
  declarations: text('声明书', 'Declarations'),
  ...divorceRuleGroups,
  ...reissueRuleGroups,
  ...archiveRuleGroups,
  ...burialRuleGroups,
  ...burialInspectionGroups,
  ...plotRuleGroups,
  ...relocationRuleGroups,
  ...facilityRuleGroups,
  ...groundRuleGroups,
  ...waiverRuleGroups,
  ...priceRuleGroups,
  ...placeNameRuleGroups,
  ...Object.fromEntries(Array.from({ length: 13 }, (_, index) => [`inspection-${index + 1}`, text(`档案检查第${index + 1}项`, `File inspection, point ${index + 1}`)])),
}

/** Every rule of every window in order, without its check; with a day, only those in force on it. */
export const ruleBook = (windows: readonly DomainWindow[] = domainWindows, day?: string): readonly RuleBookEntry[] =>
  windows.flatMap((window) =>
    window.rules
      .filter((rule) => day === undefined || inForce(rule, day))
      .map((rule) => {
        const { id, title, law, asks, source, from, to, group, severity, refusalGround } = rule
        return { window: window.id, windowTitle: window.title, id, title, law, asks, source, from, group, severity, ...(to === undefined ? {} : { to }), ...(refusalGround === undefined ? {} : { refusalGround }) }
      }),
  )
