import type { Paper } from '../paper.ts'
import { opinion, refusal, reply } from './decision.ts'

/** The papers of the place-name window, in the order of the counter's work. */
export const placeNamePapers: readonly Paper[] = [reply, refusal, opinion]
