import type { DomainWindow } from '../windows.ts'
import { text } from '../text.ts'
import { divorceActions } from './actions.ts'
import { divorceInspectionRules } from './inspection.ts'
import { divorceRules } from './rules/index.ts'

/** Divorce registration as the rest of the house sees it in this layer; one line in `domain/windows.ts` opens it. */
export const divorceWindow: DomainWindow = { id: 'divorce', under: 'marriage', title: text('离婚登记', 'Divorce registration'), actions: divorceActions, rules: [...divorceRules, ...divorceInspectionRules] }
