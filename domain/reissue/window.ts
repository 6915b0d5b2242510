import { text } from '../text.ts'
import type { DomainWindow } from '../windows.ts'
import { reissueActions } from './actions.ts'
import { reissueInspectionRules } from './inspection.ts'
import { reissueRules } from './rules.ts'

/** The reissue of certificates as the rest of the house sees it in this layer; one line in `domain/windows.ts` opens it. */
export const reissueWindow: DomainWindow = { id: 'reissue', under: 'marriage', title: text('补领婚姻登记证', 'Reissued certificates'), actions: reissueActions, rules: [...reissueRules, ...reissueInspectionRules] }
