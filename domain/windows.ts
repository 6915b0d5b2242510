import type { z } from 'zod'
import { archiveWindow } from './archive/window.ts'
import { burialWindow } from './burial/window.ts'
import { divorceWindow } from './divorce/window.ts'
import { marriageActions } from './marriage/actions.ts'
import { endingActions } from './marriage/endings.ts'
import { inspectionRules } from './marriage/inspection.ts'
import { marriageRules } from './marriage/rules/index.ts'
import { placeNameWindow } from './place-names/window.ts'
import { reissueWindow } from './reissue/window.ts'
import type { Rule } from './rule.ts'
import type { Text } from './text.ts'
import { text } from './text.ts'

/** A rule as the rule book lists it: everything but the check. */
export type RuleEntry = Omit<Rule<never>, 'check'>

/** One registration window as the rest of the house sees it in this layer. */
export interface DomainWindow {
  readonly id: string
  /** The window at whose desk it stands: an office that offers that one offers this one too. */
  readonly under?: string
  readonly title: Text
  /** What each of its actions holds, by kind `subject.verb`; a window may have subjects of several names. */
  readonly actions: Readonly<Record<string, z.ZodType>>
  readonly rules: readonly RuleEntry[]
}

/** The windows of the domain; adding one is one line here. */
export const domainWindows: readonly DomainWindow[] = [
  { id: 'marriage', title: text('结婚登记', 'Marriage registration'), actions: { ...marriageActions, ...endingActions }, rules: [...marriageRules, ...inspectionRules] },
  divorceWindow,
  reissueWindow,
  archiveWindow,
  burialWindow,
  placeNameWindow,
]
