import type { Paper } from '../paper.ts'
import { certificate } from './certificate.ts'
import { cover } from './cover.ts'
import { declaration } from './declaration.ts'
import { refusal } from './refusal.ts'
import { review } from './review.ts'

/** The papers of marriage registration, in the order of the counter's work. */
export const marriagePapers: readonly Paper[] = [declaration, review, certificate, refusal, cover]
