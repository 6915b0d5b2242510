import type { Paper } from '../paper.ts'
import { certificate } from './certificate.ts'
import { cover } from './cover.ts'
import { declaration } from './declaration.ts'
import { endingNote } from './ending-note.ts'
import { refusal } from './refusal.ts'
import { revocationDecision } from './revocation-decision.ts'
import { revocationNotice } from './revocation-notice.ts'
import { review } from './review.ts'

/** The papers of marriage registration, in the order of the counter's work, and those of its end. */
export const marriagePapers: readonly Paper[] = [declaration, review, certificate, refusal, cover, revocationNotice, revocationDecision, endingNote]
