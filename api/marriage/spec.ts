import type { Reads } from '../../db/contract.ts'
import type { JournalEntry } from '../../domain/action.ts'
import { standingTitles } from '../../domain/divorce/fold.ts'
import type { MarriageAction } from '../../domain/marriage/actions.ts'
import { archiveYear } from '../../domain/marriage/archive.ts'
import { runMarriageCheck } from '../../domain/marriage/check.ts'
import { endingActionTitles, marriageStanding, type EndingAction } from '../../domain/marriage/endings.ts'
import { allowedEndings, allowedInCase, applyMarriage, foldMarriage, marriageActTitles, nextMarriageState, type MarriageCase } from '../../domain/marriage/fold.ts'
import { inspectMarriage, inspectionRules } from '../../domain/marriage/inspection.ts'
import { requireSoundFile } from '../../domain/marriage/intake.ts'
import { proofreadFields } from '../../domain/marriage/proofread.ts'
import { reissueStateTitles } from '../../domain/reissue/fold.ts'
import { areaFacts, personSettings, registrarOf } from '../case/context.ts'
import { standingOfRow } from '../case/matches.ts'
import { coupleSpec } from '../case/couple.ts'
import type { CaseSpec } from '../case/spec.ts'
import type { House } from '../house.ts'
import type { MarriageCase as MarriageReply } from '../schemas/marriage.ts'
import { contextOf } from './context.ts'
import { endingLines } from './endings.ts'
import { marriagePapers } from './papers.ts'

type Entry = JournalEntry<MarriageAction | EndingAction>

/** Divorces and reissues of a marriage in the register, the newest first of each. */
const relatedOf = async (house: House, reads: Reads, id: string): Promise<MarriageReply['related']> => {
  const [divorces, reissues] = await Promise.all([reads.divorces({ marriageCaseId: id, limit: 50 }), reads.reissues({ originalCaseId: id, limit: 50 })])
  return [
    ...divorces.rows.map((row) => ({ window: 'divorce', caseId: row.id, title: { zh: '离婚登记', en: 'Divorce' }, state: standingTitles[standingOfRow(row, house.today())], day: row.day === '' ? row.acceptedOn : row.day, number: row.number })),
    ...reissues.rows.map((row) => ({ window: 'reissue', caseId: row.id, title: { zh: '补领结婚证', en: 'Reissue' }, state: reissueStateTitles[row.state], day: row.day, number: row.number })),
  ]
}

/** Marriage registration as the shared acts of cases take it. */
export const marriageSpec: CaseSpec<MarriageCase, MarriageReply> = coupleSpec({
  id: 'marriage',
  letter: 'm',
  titles: marriageActTitles,
  permissions: {
    'marriage.amended': 'case.write', 'marriage.screened': 'case.write', 'marriage.checked': 'case.write', 'marriage.registered': 'case.decide', 'marriage.refused': 'case.decide', 'marriage.abandoned': 'case.write',
    'marriage.printed': 'case.print', 'marriage.reprinted': 'case.deliver', 'marriage.proofread': 'case.deliver', 'marriage.delivered': 'case.deliver', 'marriage.corrected': 'case.correct', 'marriage.voided': 'case.void',
    'marriage.inspected': 'case.inspect', 'marriage.archived': 'case.archive', 'marriage.endingFiled': 'case.archive',
    'marriage.divorced': 'case.annotate', 'marriage.courtVoided': 'case.annotate', 'marriage.annulled': 'case.annotate', 'marriage.revoked': 'case.annotate',
  },
  fold: (entries) => foldMarriage(entries as readonly Entry[]),
  applied: (folded, entry) => applyMarriage(folded, entry as Entry),
  requireAllowed: (folded, kind) => {
    // An ending asks for more than the state; `decideEnding` says why it cannot be.
    if (!Object.hasOwn(endingActionTitles, kind)) nextMarriageState(folded.state, kind as MarriageAction['kind'])
  },
  allowed: (folded) => [...allowedInCase(folded), ...allowedEndings(folded)],
  requireSound: (changes, _before, options) => requireSoundFile(changes, options),
  pageCheck: async (house, reads, folded, account) =>
    folded.state === 'received' ? runMarriageCheck(folded.file, await contextOf(house, reads, { file: folded.file, day: house.today(), stage: 'decision', self: folded.id, account })) : { findings: [], passed: 0 },
  checkAs: async (house, reads, folded, file) =>
    runMarriageCheck(file, await contextOf(house, reads, { file, day: folded.day, stage: 'decision', self: folded.id, account: await house.findAccount(folded.registrar) })).findings,
  // What the register held on that day was looked at in the transaction of the registration; today's holdings say nothing of it.
  inspection: async (house, folded) => {
    const day = folded.day === '' ? house.today() : folded.day
    return inspectMarriage(folded, { settings: await personSettings(house, day), register: [], ...(await registrarOf(house, folded.registrar)), ...(await areaFacts(house, day)) })
  },
  inspectionRules,
  proofreadFields: (folded) => proofreadFields(folded.file),
  blankOf: () => 'marriage',
  receivers: () => [0, 1],
  archiveYear: (folded) => archiveYear(folded.day),
  archiveClass: 'marriage',
  papers: marriagePapers,
  own: async (house, reads, { folded }) => {
    const accounts = await house.accounts()
    const nameOf = (id: string): string => (id === '' ? '' : (accounts.get(id)?.name ?? id))
    return {
      endings: endingLines(folded, nameOf), standing: marriageStanding(folded), screened: folded.screened === null ? null : { plannedDay: folded.screened.plannedDay, note: folded.screened.note },
      // Until the certificates are handed over nobody can come back with them.
      related: folded.delivered === null ? [] : await relatedOf(house, reads, folded.id),
    }
  },
})
