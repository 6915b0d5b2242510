import type { JournalEntry } from '../../../../domain/action.ts'
import { shippedCalendar } from '../../../../domain/calendar/index.ts'
import type { DivorceAction } from '../../../../domain/divorce/actions.ts'
import { coolingOff, receiptDates } from '../../../../domain/divorce/clock.ts'
import type { DivorceContext } from '../../../../domain/divorce/context.ts'
import { defaultDivorceSettings } from '../../../../domain/divorce/context.ts'
import type { DivorceFile, Interview } from '../../../../domain/divorce/file.ts'
import { emptyDivorceFile } from '../../../../domain/divorce/file.ts'
import { check, numberOf, paper, soundFile as marriageFile } from '../facts.ts'

export const received = '2026-03-02'
/** Cooling-off through 04-01, window 04-02 to 05-06. */
export const receipt = receiptDates(coolingOff(received))
export const issuingDay = '2026-04-10'
export const subject = 'divorce-1'
export const office = { officeName: '北京市朝阳区婚姻登记处', area: '110105', registrar: 'registrar' } as const

export const interview = (changes: Partial<Interview> = {}): Interview => ({
  day: issuingDay, registrar: 'registrar', alone: true, voluntary: true, agreementConfirmed: true, questions: [{ question: '你是否自愿离婚？', answer: '是。' }], readBack: true, signed: true, fingerprint: true, ...changes,
})

const declared = { voluntary: true, agreed: true, capacity: true, truthful: true, readAloud: true, signed: true, fingerprint: true, signedOn: issuingDay, witness: 'registrar', witnessSigned: true }
const photo = { hash: 'c'.repeat(64), width: 827, height: 1252, prints: 2, recent: true, notComposed: true }

/** A couple that may be divorced in April 2026. */
export const divorceFile = (changes: Partial<DivorceFile> = {}): DivorceFile => {
  const file = emptyDivorceFile()
  const [man, woman] = marriageFile().parties
  const married = { maritalStatus: '20' }
  return {
    ...file,
    parties: [{ ...man, ...married }, { ...woman, ...married }],
    marriage: { caseId: '', number: '京朝结字 010800123', office: '北京市朝阳区民政局', day: '2019-05-20', place: 'mainland', certificates: ['shown', 'shown'], lostStatements: [false, false], fileCopy: false },
    application: { together: true, filledOnSpot: true, agreed: 'yes', voluntary: ['yes', 'yes'], capacity: ['full', 'full'], signed: [true, true], fingerprint: [true, true] },
    agreement: { collected: true, voluntary: true, parties: true, children: 'settled', property: 'settled', debts: 'none', pregnancy: 'no', originals: 3, signed: [true, true], fingerprint: [true, true], signedOn: issuingDay, witnessed: true, unaltered: true, identical: true },
    counselling: { offered: true, taken: false, note: '' },
    declarations: [declared, declared],
    interviews: [interview(), interview()],
    papers: [paper('identity', 0), paper('identity', 1)],
    photos: [photo, photo],
    networkChecks: [check(0, { maritalStatus: '20', checkedAt: `${received}T09:00:00.000+08:00` }), check(1, { maritalStatus: '20', checkedAt: `${received}T09:00:00.000+08:00` })],
    ...changes,
  }
}

export const divorceContext = (changes: Partial<DivorceContext> = {}): DivorceContext => ({
  stage: 'issuance', typing: false, day: issuingDay, settings: defaultDivorceSettings, calendar: shippedCalendar, register: [], registrar: { account: 'registrar', scope: 'all', certifiedUntil: '2027-12-31' }, officeArea: '110105',
  acceptance: { area: '110105', dates: receipt }, appearance: { present: [true, true], receipt: 'shown', day: issuingDay, area: '110105' }, ...changes,
})

const handed = { present: true, identityAsked: true, signed: true, fingerprint: true } as const

export const opened = (file: DivorceFile = divorceFile()): DivorceAction => ({ kind: 'divorce.opened', subject, body: { file } })
export const accepted: DivorceAction = { kind: 'divorce.accepted', subject, body: { receipt, receiptNumber: '2026-0001', ...office } }
export const withdrawn = (day: string, party: 0 | 1 = 1): DivorceAction => ({ kind: 'divorce.withdrawn', subject, body: { day, party, identityShown: true, receipt: 'shown', signed: true, fingerprint: true, registrar: 'registrar', confirmationNumber: '2026-0001' } })
export const started = (day: string = issuingDay): DivorceAction => ({ kind: 'divorce.issuanceStarted', subject, body: { day, present: [true, true], receipt: 'shown', area: '110105' } })
export const interviewed = (party: 0 | 1): DivorceAction => ({ kind: 'divorce.interviewed', subject, body: { party, interview: interview() } })
export const registered: DivorceAction = { kind: 'divorce.registered', subject, body: { number: 'L110105-2026-000001', day: issuingDay, serials: ['D000001', 'D000002'], ...office, opinion: '符合离婚条件，准予登记' } }
export const proofread: DivorceAction = { kind: 'divorce.proofread', subject, body: { ticked: ['number'] } }
export const delivered: DivorceAction = { kind: 'divorce.delivered', subject, body: { day: issuingDay, parties: [handed, handed] } }
export const stamped: DivorceAction = { kind: 'divorce.marriageCertificatesStamped', subject, body: { day: issuingDay, stamped: [true, true], copied: true, returned: true } }
export const archived: DivorceAction = { kind: 'divorce.archived', subject, body: { fonds: 'X012', year: 2026, officeFileNumber: 1, archiveFileNumber: '', pages: 14 } }

/** A divorce from the application to the archive. */
export const wholeDivorce = (file: DivorceFile = divorceFile()): readonly DivorceAction[] => [opened(file), accepted, started(), interviewed(0), interviewed(1), registered, proofread, delivered, stamped, archived]

const dayOf = (action: DivorceAction): string => ('day' in action.body ? action.body.day : action.kind === 'divorce.accepted' || action.kind === 'divorce.opened' ? received : action.kind === 'divorce.interviewed' ? action.body.interview.day : '')

/** Journal entries of a case; what carries no day of its own stands on the day of the act before it, or on `at`. */
export const entriesOf = (actions: readonly DivorceAction[], at = ''): readonly JournalEntry<DivorceAction>[] => {
  let last = received
  return actions.map((action, index) => {
    const day = dayOf(action) !== '' ? dayOf(action) : at !== '' ? at : last
    last = day
    return { seq: index + 1, at: `${day}T09:31:07.123+08:00`, actor: 'registrar', counter: '1', action, hash: String(index) }
  })
}

export { numberOf, paper }
