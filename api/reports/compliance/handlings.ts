import type { Handling } from '../../door.ts'
import { drawingHandlings } from './drawings.ts'
import { complianceRunHandlings } from './run.ts'
import { storedReportHandlings } from './stored.ts'

/** The compliance report and the sampled inspection at the door. */
export const complianceHandlings: readonly Handling[] = [...complianceRunHandlings, ...storedReportHandlings, ...drawingHandlings]
