import type { Paper } from '../paper.ts'
import { application } from './application.ts'
import { certificate, provisional } from './certificates.ts'
import { opinion, refusal, reply } from './decision.ts'
import { consultation, display, expert, request } from './examine.ts'
import { plateFaces, sign } from './faces.ts'
import { contents, delivery, report } from './file.ts'
import { filingForm, filingReport, notice } from './filing.ts'
import { concordance, plateCertificate, plateList, plateNotice } from './plates.ts'
import { acceptance, notAccepted, supplement } from './slips.ts'
import { boundaryInspection, proof, rectification } from './statements.ts'
import { complianceReport, tables } from './tables.ts'

/** The papers of the place-name window, in the order of the counter's work. */
export const placeNamePapers: readonly Paper[] = [
  application, acceptance, supplement, notAccepted, consultation, display, expert, provisional, request, reply, refusal, opinion, delivery, filingReport, filingForm, notice, certificate, sign, contents, report,
  plateNotice, plateCertificate, plateList, plateFaces, concordance, proof, rectification, boundaryInspection, tables, complianceReport,
]
