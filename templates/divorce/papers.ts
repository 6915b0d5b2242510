import type { Paper } from '../paper.ts'
import { agreement } from './agreement.ts'
import { application } from './application.ts'
import { certificate } from './certificate.ts'
import { confirmation } from './confirmation.ts'
import { cover } from './cover.ts'
import { declaration } from './declaration.ts'
import { interview } from './interview.ts'
import { lossStatement } from './loss-statement.ts'
import { nonAcceptance } from './non-acceptance.ts'
import { receipt } from './receipt.ts'
import { refusal } from './refusal.ts'
import { review } from './review.ts'
import { withdrawal } from './withdrawal.ts'

/** The papers of divorce registration, in the order of the counter's work. */
export const divorcePapers: readonly Paper[] = [application, lossStatement, receipt, nonAcceptance, withdrawal, confirmation, declaration, agreement, interview, review, certificate, refusal, cover]
