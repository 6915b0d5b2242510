import type { Action } from '../../../domain/action.ts'
import type { ArchiveActionBody } from '../../../domain/archive/actions.ts'
import { coolingOff, receiptDates } from '../../../domain/divorce/clock.ts'
import type { ReceiptDates } from '../../../domain/divorce/clock.ts'
import type { DivorceActionBody } from '../../../domain/divorce/actions.ts'
import type { DivorceFile } from '../../../domain/divorce/file.ts'
import { emptyDivorceFile } from '../../../domain/divorce/file.ts'
import type { Party } from '../../../domain/marriage/file.ts'
import type { ReissueActionBody } from '../../../domain/reissue/actions.ts'
import type { ReissueFile } from '../../../domain/reissue/file.ts'
import { emptyReissueFile } from '../../../domain/reissue/file.ts'
import { byTwo, couple } from './helpers.ts'

/** Divorces, reissues, ends of marriages and the archive's acts, as tests record them; what a test is about is given, the rest is ordinary. */

const office = { officeName: '示例区民政局婚姻登记处', area: '990101', registrar: 'clerk-1' } as const
const asked = { present: true, identityAsked: true, signed: true, fingerprint: true } as const

export const divorceFile = (facts: Partial<DivorceFile> = {}, man: Partial<Party> = {}, woman: Partial<Party> = {}): DivorceFile => ({ ...emptyDivorceFile(), parties: couple(man, woman).parties, reason: '01', ...facts })
/** The marriage of this register that ends. */
export const ofMarriage = (caseId: string, number = 'J990101-2026-000001'): DivorceFile['marriage'] => ({ ...emptyDivorceFile().marriage, caseId, number, office: '示例区', day: '2026-05-20', place: 'mainland' })
export const applied = (id = 'd1', file: DivorceFile = divorceFile()): Action => ({ kind: 'divorce.opened', subject: id, body: { file } })
export const datesOf = (received: string): ReceiptDates => receiptDates(coolingOff(received))
export const accepted = (id = 'd1', serial = 1, received = '2026-05-20', facts: Partial<DivorceActionBody<'divorce.accepted'>> = {}): Action => ({
  kind: 'divorce.accepted', subject: id, body: { receipt: datesOf(received), receiptNumber: `受990101-${received.slice(0, 4)}-${String(serial).padStart(6, '0')}`, ...office, ...facts },
})
export const notAccepted = (id = 'd1', day = '2026-05-20'): Action => ({ kind: 'divorce.notAccepted', subject: id, body: { day, grounds: [{ rule: 'divorce.agreed', law: '《婚姻登记条例》第十四条', reason: '未达成离婚协议' }], registrar: 'clerk-1', paperAsked: true } })
export const withdrawn = (id = 'd1', day = '2026-06-01', serial = 1): Action => ({ kind: 'divorce.withdrawn', subject: id, body: { day, party: 1, identityShown: true, receipt: 'shown', signed: true, fingerprint: true, registrar: 'clerk-1', confirmationNumber: `撤990101-${day.slice(0, 4)}-${String(serial).padStart(6, '0')}` } })
/** end1 of an application of 2026-05-20 is 2026-06-22, end2 2026-07-22. */
export const appeared = (id = 'd1', day = '2026-06-25'): Action => ({ kind: 'divorce.issuanceStarted', subject: id, body: { day, present: [true, true], receipt: 'shown', area: '990101' } })
export const left = (id = 'd1', day = '2026-06-25'): Action => ({ kind: 'divorce.issuanceEnded', subject: id, body: { day } })
export const divorced = (id = 'd1', serial = 1, facts: Partial<DivorceActionBody<'divorce.registered'>> = {}): Action => ({
  kind: 'divorce.registered', subject: id,
  body: { number: `L990101-2026-${String(serial).padStart(6, '0')}`, day: '2026-06-25', serials: [String(50000000 + 2 * serial - 1), String(50000000 + 2 * serial)], ...office, opinion: '符合离婚条件，准予登记', ...facts },
})
export const divorceRefused = (id = 'd1', day = '2026-06-25'): Action => ({ kind: 'divorce.refused', subject: id, body: { day, grounds: [{ rule: 'divorce.agreement', law: '《婚姻登记条例》第十六条', reason: '协议有涂改' }], registrar: 'clerk-1' } })
export const handedOver = (id = 'd1', day = '2026-06-25'): readonly Action[] => [{ kind: 'divorce.proofread', subject: id, body: { ticked: ['names'] } }, { kind: 'divorce.delivered', subject: id, body: { day, parties: [asked, asked] } }]
export const rescheduled = (id = 'd1', received = '2026-05-20', override?: { readonly end1?: string; readonly end2?: string }): Action => ({
  kind: 'divorce.rescheduled', subject: id, body: { day: '2026-05-25', receipt: override === undefined ? datesOf(received) : receiptDates(coolingOff(received, undefined, { override: { ...override, reason: '放假安排调整' } })) }, second: 'clerk-2', reason: '放假安排调整',
})

export const note = (otherFile = ''): { remark: string; otherFile: string; uploadedOn: '' } => ({ remark: '婚姻关系已终止。', otherFile, uploadedOn: '' })
/** The note of a divorce of this register in the marriage it ended. */
export const endedByDivorce = (marriageId = 'case-1', divorceId = 'd1', number = 'L990101-2026-000001', day = '2026-06-25'): Action => ({ kind: 'marriage.divorced', subject: marriageId, body: { by: 'thisOffice', authority: office.officeName, number, day, caseId: divorceId, note: note(number) } })
export const courtDivorced = (marriageId = 'case-1'): Action => ({ kind: 'marriage.divorced', subject: marriageId, body: { by: 'court', authority: '某区人民法院', number: '(2026)民初1号', day: '2026-06-01', caseId: '', note: note() }, ...byTwo })
export const courtVoided = (marriageId = 'case-1', copy = ''): Action => ({
  kind: 'marriage.courtVoided', subject: marriageId,
  body: { judgment: { court: '某区人民法院', number: '(2026)民初2号', day: '2026-06-01', effectiveDay: '2026-06-16', receivedDay: '2026-06-20', copy, pages: 4 }, ground: 'bigamy', certificates: ['recovered', 'notRecovered'], note: note() }, ...byTwo,
})
export const revoked = (marriageId = 'case-1'): Action => ({
  kind: 'marriage.revoked', subject: marriageId,
  body: { decision: { authority: '某区民政局', number: '撤销〔2026〕1号', day: '2026-06-18', toldDay: '' }, basis: { kind: 'courtSuggestion', authority: '某区人民法院', number: '建议1号', day: '2026-06-10' }, ground: 'impostor', certificates: ['declaredInvalid', 'declaredInvalid'], note: note() }, ...byTwo,
})
export const endingFiled = (marriageId = 'case-1', ending = 0, officeFileNumber = 1): Action => ({ kind: 'marriage.endingFiled', subject: marriageId, body: { fonds: '0101', year: 2026, officeFileNumber, archiveFileNumber: '', pages: 6, ending } })

export const reissueFile = (facts: Partial<ReissueFile> = {}, man: Partial<Party> = {}, woman: Partial<Party> = {}): ReissueFile => ({ ...emptyReissueFile(), parties: couple(man, woman).parties, reason: 'lost', original: { caseId: '', number: '京朝结字010100001号', office: '某区', area: '110105', day: '2001-02-03' }, ...facts })
export const asksReissue = (id = 'r1', file: ReissueFile = reissueFile()): Action => ({ kind: 'reissue.opened', subject: id, body: { file } })
export const reissued = (id = 'r1', serial = 1, facts: Partial<ReissueActionBody<'reissue.registered'>> = {}): Action => ({
  kind: 'reissue.registered', subject: id,
  body: { number: `BJ990101-2026-${String(serial).padStart(6, '0')}`, day: '2026-05-20', originalDay: '2001-02-03', serials: [String(10000500 + 2 * serial - 1), String(10000500 + 2 * serial)], ...office, opinion: '准予补发', remark: '结婚证遗失，补发此证。', ...facts },
})
export const reissueHandedOver = (id = 'r1', day = '2026-05-20'): readonly Action[] => [
  { kind: 'reissue.proofread', subject: id, body: { ticked: ['names'] } }, { kind: 'reissue.delivered', subject: id, body: { day, to: 'applicants', identityAsked: true, signed: true, fingerprint: true, oldCancelled: false } },
]

/** The same act under the kind of a window. */
const act = (window: 'marriage' | 'divorce' | 'reissue', verb: string, id: string, body: unknown, two = false): Action => ({ kind: `${window}.${verb}`, subject: id, body, ...(two ? byTwo : {}) })
export const filed = (window: 'marriage' | 'divorce' | 'reissue', id: string, officeFileNumber = 1, pages = 12, year = 2026): Action => act(window, 'archived', id, { fonds: '0101', year, officeFileNumber, archiveFileNumber: '', pages })
export const looked = (window: 'marriage' | 'divorce' | 'reissue', id: string, result: 'pass' | 'fail' = 'pass'): Action => act(window, 'inspected', id, { items: [{ item: 'point1', result, note: '' }] })
export const made = { voided: (window: 'divorce' | 'reissue', id: string, day = '2026-06-26'): Action => act(window, 'voided', id, { day, recovered: true }, true), reprinted: (window: 'divorce' | 'reissue', id: string, party: 0 | 1, spoiled: string, serial: string): Action => act(window, 'reprinted', id, { party, spoiled, serial }, true), corrected: (window: 'divorce' | 'reissue', id: string, body: unknown): Action => act(window, 'corrected', id, body, true), amended: (window: 'divorce' | 'reissue', id: string, changes: unknown): Action => act(window, 'amended', id, { changes }) } as const

const requester = { kind: 'organ', name: '王某', identityType: 'resident', identityNumber: '99010119800101001X', identityShown: true, unit: '某区人民法院', proof: '工作证1', letter: '介绍信1', phone: '' } as const
export const queried = (id = 'a1', serial = 1, facts: Partial<ArchiveActionBody<'archive.queried'>> = {}): Action => ({
  kind: 'archive.queried', subject: id,
  body: { day: '2026-05-20', number: `查〔2026〕${String(serial).padStart(4, '0')}号`, requester, basis: '《婚姻登记档案管理办法》第十五条', purpose: '诉讼', approvedBy: '', files: [{ window: 'marriage', caseId: 'case-1', number: 'J990101-2026-000001', title: '张三丰与李娜', archiveNumber: '' }], found: true, copies: { pages: 3, sets: 2, stamped: true }, registrar: 'clerk-1', officeName: office.officeName, ...facts },
})
export const proved = (id = 'a2', serial = 1): Action => ({
  kind: 'archive.proved', subject: id,
  body: { day: '2026-05-20', number: `证〔2026〕${String(serial).padStart(4, '0')}号`, requester: { ...requester, kind: 'party', unit: '' }, proof: { person: { name: '张三丰', identityType: 'resident', identityNumber: '99010119900501001X', birth: '1990-05-01' }, destination: '德国', use: '结婚', searchedFrom: '2012-05-01', searchedTo: '2026-05-20', found: false, records: [] }, registrar: 'clerk-1', officeName: office.officeName },
})
export const boxed = (id = 'b1', facts: Partial<ArchiveActionBody<'archive.boxed'>> = {}): Action => ({ kind: 'archive.boxed', subject: id, body: { day: '2026-07-01', fonds: '0101', year: 2026, fileClass: 'marriage', box: 1, first: 1, last: 100, note: '', ...facts } })
export const transferred = (boxes: readonly number[] = [1]): Action => ({ kind: 'archive.transferred', subject: 't1', body: { day: '2036-07-01', fonds: '0101', year: 2026, fileClass: 'marriage', boxes: [...boxes], receiver: '某区档案馆', number: '移交1号' } })
export const notice = (id = 'local-2027'): Action => ({ kind: 'calendar.noticeAdded', subject: 'calendar-2027', body: { id, kind: 'local', year: 2027, title: '某自治区放假安排', source: '某府发1号', published: '2026-12-01', imported: '2026-12-02', rows: [{ day: '2027-04-18', off: true, name: '三月三' }] }, ...byTwo })
export const setAside = (id = 'local-2027'): Action => ({ kind: 'calendar.noticeSetAside', subject: 'calendar-2027', body: { id }, ...byTwo })
