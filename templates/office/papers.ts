import type { Paper } from '../paper.ts'
import { compliance } from './compliance.ts'
import { dayClose } from './day-close.ts'
import { drawing } from './drawing.ts'
import { statistics } from './statistics.ts'
import { tally } from './tally.ts'
import { stockSheet } from './stock-sheet.ts'
import { worklist } from './worklist.ts'

/** The sheets of the office, across all windows. */
export const officePapers: readonly Paper[] = [dayClose, tally, compliance, drawing, stockSheet, worklist, statistics]
