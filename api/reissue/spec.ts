import type { JournalEntry } from '../../domain/action.ts'
import { civilDate } from '../../domain/dates.ts'
import { marriageRegulation } from '../../domain/law.ts'
import { archiveYear } from '../../domain/marriage/archive.ts'
import type { ReissueAction } from '../../domain/reissue/actions.ts'
import { runReissueCheck } from '../../domain/reissue/decide.ts'
import { applicantsOf } from '../../domain/reissue/file.ts'
import { allowedInReissue, applyReissue, foldReissue, nextReissueState, reissueActionTitles, type ReissueCase } from '../../domain/reissue/fold.ts'
import { inspectReissue, reissueInspectionRules } from '../../domain/reissue/inspection.ts'
import { reissueProofreadFields, requireSoundReissue } from '../../domain/reissue/intake.ts'
import { reissueRemark } from '../../domain/reissue/remark.ts'
import { areaFacts, personSettings, registrarOf } from '../case/context.ts'
import { identityPapers } from '../case/required.ts'
import { coupleSpec } from '../case/couple.ts'
import type { CaseSpec } from '../case/spec.ts'
import type { House } from '../house.ts'
import type { ReissueCase as ReissueReply } from '../schemas/reissue.ts'
import { contextOf, originalFacts } from './context.ts'
import { reissuePapers } from './papers.ts'

type Entry = JournalEntry<ReissueAction>

/** The remark in the office's words for the day on which the reissue is granted. */
export const usualRemark = async (house: House, folded: ReissueCase): Promise<string> => {
  const day = folded.number === '' ? house.today() : civilDate(folded.day)
  return reissueRemark(folded.file, day, (await house.settingsOn(day))['reissue.remarks'])
}

/** The reissue of certificates as the shared acts of cases take it. */
export const reissueSpec: CaseSpec<ReissueCase, ReissueReply> = coupleSpec({
  id: 'reissue',
  letter: 'r',
  titles: reissueActionTitles,
  permissions: {
    'reissue.amended': 'case.write', 'reissue.checked': 'case.write', 'reissue.registered': 'case.decide', 'reissue.refused': 'case.decide', 'reissue.abandoned': 'case.write', 'reissue.printed': 'case.print',
    'reissue.reprinted': 'case.deliver', 'reissue.proofread': 'case.deliver', 'reissue.delivered': 'case.deliver', 'reissue.corrected': 'case.correct', 'reissue.voided': 'case.void', 'reissue.inspected': 'case.inspect', 'reissue.archived': 'case.archive',
  },
  fold: (entries) => foldReissue(entries as readonly Entry[]),
  applied: (folded, entry) => applyReissue(folded, entry as Entry),
  requireAllowed: (folded, kind) => {
    nextReissueState(folded.state, kind as ReissueAction['kind'])
  },
  allowed: allowedInReissue,
  requireSound: (changes, _before, options) => requireSoundReissue(changes, options),
  pageCheck: async (house, reads, folded, account) =>
    folded.state === 'received' ? runReissueCheck(folded.file, await contextOf(house, reads, { file: folded.file, day: house.today(), self: folded.id, account })) : { findings: [], passed: 0 },
  checkAs: async (house, reads, folded, file) =>
    runReissueCheck(file, await contextOf(house, reads, { file, day: folded.day, self: folded.id, account: await house.findAccount(folded.registrar) })).findings,
  inspection: async (house, folded, reads = house.register.read) => {
    const day = folded.day === '' ? house.today() : folded.day
    return inspectReissue(folded, { settings: await personSettings(house, day), register: [], ...(await originalFacts(reads, folded.file)), ...(await registrarOf(house, folded.registrar)), ...(await areaFacts(house, day)) })
  },
  inspectionRules: reissueInspectionRules,
  proofreadFields: (folded) => reissueProofreadFields(folded.file),
  blankOf: (folded) => folded.file.certificate,
  receivers: (folded) => applicantsOf(folded.file),
  archiveYear: (folded) => archiveYear(folded.day),
  archiveClass: 'reissue',
  papers: reissuePapers,
  own: async (house, reads, { folded }) => {
    const { original } = await originalFacts(reads, folded.file)
    return {
      originalDay: folded.originalDay, remark: folded.remark, usualRemark: await usualRemark(house, folded),
      original: original === undefined ? null : { window: folded.file.certificate, caseId: original.caseId, number: original.number, day: original.day, standing: original.standing },
      required: identityPapers(folded.file, applicantsOf(folded.file), marriageRegulation.cite(21), false),
    }
  },
})
