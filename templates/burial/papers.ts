import type { Paper } from '../paper.ts'
import { ashRelease } from './ash-release.ts'
import { burialCertificate } from './burial-certificate.ts'
import { claimSlip } from './claim-slip.ts'
import { consent } from './consent.ts'
import { cremationCertificate } from './cremation-certificate.ts'
import { depositCertificate } from './deposit-certificate.ts'
import { monthTables } from './month-tables.ts'
import { placementRecord } from './placement-record.ts'
import { plotAgreement } from './plot-agreement.ts'
import { rewardSheet } from './reward-sheet.ts'
import { storageExtension } from './storage-extension.ts'
import { transportOut } from './transport-out.ts'
import { waiverSheet } from './waiver-sheet.ts'

/** The papers of the burial window, in the order of the counter's work. */
export const burialPapers: readonly Paper[] = [
  consent, storageExtension, transportOut, cremationCertificate, ashRelease, depositCertificate, placementRecord, waiverSheet, claimSlip, rewardSheet, plotAgreement, burialCertificate, monthTables,
]
