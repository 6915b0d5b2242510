import type { Paper } from '../paper.ts'
import { opinion, refusal, reply } from './decision.ts'
import { consultation, display, expert, request } from './examine.ts'
import { filingForm, filingReport, notice } from './filing.ts'
import { acceptance, notAccepted, supplement } from './slips.ts'

/** The papers of the place-name window, in the order of the counter's work. */
export const placeNamePapers: readonly Paper[] = [acceptance, supplement, notAccepted, consultation, display, expert, request, reply, refusal, opinion, filingReport, filingForm, notice]
