import type { JournalEntry } from '../../domain/action.ts'
import { LantaiError } from '../../domain/error.ts'
import { isDeepStrictEqual } from 'node:util'
import type { DivorceAction } from '../../domain/divorce/actions.ts'
import { findArchiveYear } from '../../domain/divorce/archive.ts'
import { runDivorceCheck } from '../../domain/divorce/check.ts'
import { allowedInDivorce, applyDivorce, divorceActionTitles, foldDivorce, nextDivorceState, requireInTime, standingOn, standingTitles, type DivorceCase } from '../../domain/divorce/fold.ts'
import { divorceInspectionRules, inspectDivorce } from '../../domain/divorce/inspection.ts'
import { requireSoundDivorce } from '../../domain/divorce/intake.ts'
import { divorceProofreadFields } from '../../domain/divorce/proofread.ts'
import { marriageRegulation } from '../../domain/law.ts'
import { text } from '../../domain/text.ts'
import { calendarOf } from '../calendar/calendar.ts'
import { areaFacts, registrarOf } from '../case/context.ts'
import { identityPapers } from '../case/required.ts'
import { coupleSpec } from '../case/couple.ts'
import type { CaseSpec } from '../case/spec.ts'
import { standingWords } from '../case/standing.ts'
import type { DivorceCase as DivorceReply } from '../schemas/divorce.ts'
import { contextOf, divorceSettings, marriageFacts } from './context.ts'
import { shownDates } from './dates.ts'
import { divorcePapers } from './papers.ts'

type Entry = JournalEntry<DivorceAction>

const own: CaseSpec<DivorceCase, DivorceReply>['own'] = async (house, reads, { folded }) => {
  const accounts = await house.accounts()
  const nameOf = (id: string): string => (id === '' ? '' : (accounts.get(id)?.name ?? id))
  const { accepted, notAccepted, withdrawn, issuance, stamped } = folded
  const standing = standingOn(folded, house.today())
  const { marriage } = await marriageFacts(reads, folded.file.marriage.caseId)
  return {
    standing, standingTitle: standingTitles[standing],
    accepted: accepted === null ? null : { at: accepted.at, registrar: nameOf(accepted.registrar), receiptNumber: accepted.receiptNumber, officeName: accepted.officeName },
    dates: folded.dates === null ? null : shownDates(folded.dates),
    rescheduled: folded.rescheduled.map(({ at, by, second, reason, before }) => ({ at, by: nameOf(by), second: nameOf(second), reason, before: shownDates(before) })),
    notAccepted: notAccepted === null ? null : { day: notAccepted.day, grounds: notAccepted.grounds.map((ground) => ({ ...ground })), paperAsked: notAccepted.paperAsked },
    withdrawn: withdrawn === null ? null : { day: withdrawn.day, party: withdrawn.party, at: withdrawn.at, receipt: withdrawn.receipt, confirmationNumber: withdrawn.confirmationNumber },
    issuance: issuance === null ? null : { day: issuance.day, receipt: issuance.receipt, at: issuance.at },
    stamped: stamped === null ? null : { day: stamped.day, stamped: [stamped.stamped[0], stamped.stamped[1]] },
    marriage: marriage === undefined ? null : { caseId: marriage.caseId, number: marriage.number, day: marriage.day, standing: marriage.standing, title: standingWords(marriage.standing) },
    required: identityPapers(folded.file, [0, 1], marriageRegulation.cite(15), true),
  }
}

/** Divorce registration as the shared acts of cases take it. */
export const divorceSpec: CaseSpec<DivorceCase, DivorceReply> = coupleSpec({
  id: 'divorce',
  letter: 'd',
  titles: divorceActionTitles,
  permissions: {
    'divorce.amended': 'case.write', 'divorce.checked': 'case.write', 'divorce.accepted': 'case.decide', 'divorce.notAccepted': 'case.decide', 'divorce.abandoned': 'case.write', 'divorce.rescheduled': 'case.decide',
    'divorce.withdrawn': 'case.decide', 'divorce.issuanceStarted': 'case.decide', 'divorce.issuanceEnded': 'case.decide', 'divorce.interviewed': 'case.decide', 'divorce.registered': 'case.decide', 'divorce.refused': 'case.decide',
    'divorce.printed': 'case.print', 'divorce.reprinted': 'case.deliver', 'divorce.proofread': 'case.deliver', 'divorce.delivered': 'case.deliver', 'divorce.marriageCertificatesStamped': 'case.deliver',
    'divorce.corrected': 'case.correct', 'divorce.voided': 'case.void', 'divorce.inspected': 'case.inspect', 'divorce.archived': 'case.archive',
  },
  fold: (entries) => foldDivorce(entries as readonly Entry[]),
  applied: (folded, entry) => applyDivorce(folded, entry as Entry),
  requireAllowed: (folded, kind, today) => {
    nextDivorceState(folded.state, kind as DivorceAction['kind'])
    requireInTime(folded, kind as DivorceAction['kind'], today)
  },
  allowed: allowedInDivorce,
  requireSound: (changes, before, options) => {
    requireSoundDivorce(changes, options)
    // Who asked what, when and how it was answered is stamped when an interview is recorded, never taken from a page.
    if (changes.interviews !== undefined && !isDeepStrictEqual(changes.interviews, before.interviews ?? [null, null])) throw new LantaiError('invalid', text('询问笔录须单独记录，不能随页面修改', 'An interview is recorded by itself and cannot be changed with the page'), 'interviews')
  },
  pageCheck: async (house, reads, folded, account) => {
    const stage = folded.state === 'received' ? 'acceptance' : folded.state === 'issuing' ? 'issuance' : undefined
    if (stage === undefined) return { findings: [], passed: 0 }
    return runDivorceCheck(folded.file, await contextOf(house, reads, { file: folded.file, day: house.today(), stage, folded, account }))
  },
  checkAs: async (house, reads, folded, file) => {
    const account = await house.findAccount(folded.registrar)
    const running = folded.number === ''
    const day = running ? (folded.dates?.received ?? house.today()) : folded.day
    return runDivorceCheck(file, await contextOf(house, reads, { file, day, stage: running ? 'acceptance' : 'issuance', folded, account })).findings
  },
  // What the register held of other cases on that day was looked at in the transaction of the registration.
  inspection: async (house, folded, reads = house.register.read) => {
    const day = folded.day === '' ? house.today() : folded.day
    return inspectDivorce(folded, {
      settings: await divorceSettings(house, day), calendar: await calendarOf(house, reads), register: [], ...(await marriageFacts(reads, folded.file.marriage.caseId)), ...(await registrarOf(house, folded.registrar)), ...(await areaFacts(house, day)),
    })
  },
  inspectionRules: divorceInspectionRules,
  proofreadFields: (folded) => divorceProofreadFields(folded.file),
  blankOf: () => 'divorce',
  receivers: () => [0, 1],
  archiveYear: (folded, today) => {
    const year = findArchiveYear(folded, today)
    if (year === undefined) throw new LantaiError('wrong_state', text('申请还在办理，不能归档', 'The application is still running and cannot be filed yet'))
    return year
  },
  archiveClass: 'divorce',
  papers: divorcePapers,
  own,
})
