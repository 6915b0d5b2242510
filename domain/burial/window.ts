import { text } from '../text.ts'
import { waiverActions } from '../waiver/actions.ts'
import type { DomainWindow } from '../windows.ts'
import { burialActions } from './actions.ts'
import { burialOfficeActions } from './office-actions.ts'
import { facilityActions } from './facilities/actions.ts'
import { facilityRules } from './facilities/rules.ts'
import { groundActions } from './grounds/actions.ts'
import { groundRules } from './grounds/rules.ts'
import { burialInspectionRules } from './inspection.ts'
import { cemeteryActions, plotActions } from './placement/actions.ts'
import { plotRules } from './placement/rules.ts'
import { priceRules } from './prices.ts'
import { relocationActions } from './relocation/actions.ts'
import { relocationRules } from './relocation/rules.ts'
import { rewardActions } from './reward-actions.ts'
import { burialRules } from './rules/index.ts'
import { moneyRules } from './waiver-rules.ts'

/** Cremation, burial, waivers, rewards, plots, relocation, facilities and grounds as the rest of the house sees them in this layer; one line in `domain/windows.ts` opens them. */
export const burialWindow: DomainWindow = {
  id: 'burial',
  title: text('殡葬服务', 'Funeral affairs'),
  actions: { ...burialActions, ...burialOfficeActions, ...waiverActions, ...rewardActions, ...cemeteryActions, ...plotActions, ...relocationActions, ...facilityActions, ...groundActions },
  rules: [...burialRules, ...burialInspectionRules, ...moneyRules, ...priceRules, ...plotRules, ...relocationRules, ...facilityRules, ...groundRules],
}
