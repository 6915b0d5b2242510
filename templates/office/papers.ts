import type { Paper } from '../paper.ts'
import { daySheet } from './day-sheet.ts'
import { statistics } from './statistics.ts'
import { stockSheet } from './stock-sheet.ts'
import { worklist } from './worklist.ts'

/** The sheets of the office, across all windows. */
export const officePapers: readonly Paper[] = [daySheet, stockSheet, worklist, statistics]
