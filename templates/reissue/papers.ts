import type { Paper } from '../paper.ts'
import { certificate } from './certificate.ts'
import { cover } from './cover.ts'
import { declaration } from './declaration.ts'
import { lossStatement } from './loss-statement.ts'
import { refusal } from './refusal.ts'
import { review } from './review.ts'

/** The papers of a reissue, in the order of the counter's work. */
export const reissuePapers: readonly Paper[] = [declaration, lossStatement, review, certificate, refusal, cover]
