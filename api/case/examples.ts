import { emptyDivorceFile, type DivorceFile } from '../../domain/divorce/file.ts'
import type { MarriageFile } from '../../domain/marriage/file.ts'
import { emptyReissueFile, type ReissueFile } from '../../domain/reissue/file.ts'

type Examples = Readonly<Record<string, { readonly body?: unknown; readonly reply?: unknown }>>

const married = (file: MarriageFile): DivorceFile['parties'] => [{ ...file.parties[0], maritalStatus: '20' }, { ...file.parties[1], maritalStatus: '20' }]

const divorceFile = (file: MarriageFile): DivorceFile => {
  const empty = emptyDivorceFile()
  return { ...empty, parties: married(file), marriage: { ...empty.marriage, number: 'J990101-2022-000123', office: '示例区婚姻登记处（示例）', day: '2022-05-20', place: 'mainland', certificates: ['shown', 'shown'] } }
}

const reissueFile = (file: MarriageFile): ReissueFile => ({
  ...emptyReissueFile('marriage'), parties: married(file), applicant: 'woman', original: { caseId: '', number: 'J990101-2022-000123', office: '示例区婚姻登记处（示例）', area: '990101', day: '2022-05-20' }, reason: 'lost', courtDivorce: 'no',
})

const second = { account: 'manager', password: '…' }
const handed = { present: true, identityAsked: true, signed: true, fingerprint: true }

/** Examples of the acts that divorce and reissue share, by the last part of a route's id. */
const shared = (name: string, check: string, printed: string): Examples => ({
  [`amend${name}`]: { body: { revision: 1, changes: { remarkForm: '' } } },
  [check]: { body: { revision: 2, party: 0, identity: 'match', maritalStatus: '20', note: '', proof: '' } },
  [`abandon${name}`]: { body: { revision: 3, reason: '双方改日再来' } },
  [`proofread${name}`]: { body: { revision: 9, ticked: ['parties.0.name', 'parties.1.name'] } },
  [`correct${name}`]: { body: { revision: 11, changes: { remarkForm: '更正备注' }, reason: '录入有误，经核对原件', second } },
  [`void${name}`]: { body: { revision: 11, recovered: true, reason: '发证前发现机关错误', second } },
  [`inspect${name}`]: { body: { revision: 12, items: [{ item: 'photo.prints', result: 'pass', note: '' }] } },
  [`archive${name}`]: { body: { revision: 13, archiveFileNumber: '', pages: 14 } },
  [`export${name}s`]: { body: { filter: { from: '2026-05-01', to: '2026-05-31' }, purpose: '五月台账报区民政局' } },
  [printed]: { body: { paper: `${name.toLowerCase()}.review`, mode: 'whole', printer: '1号窗口激光打印机' }, reply: { done: true } },
})

/** Examples of the routes of divorce and reissue, for a couple of the sample district. */
export const caseExamples = (couple: MarriageFile): Examples => ({
  ...shared('Divorce', 'recordDivorceCheck', 'recordDivorcePrinted'),
  checkDivorce: { body: { file: divorceFile(couple), stage: 'acceptance', typing: true } },
  openDivorce: { body: { file: divorceFile(couple) } },
  acceptDivorce: { body: { revision: 4, override: { end1: '2026-06-22', reason: '本地停电，顺延一个工作日' } } },
  notAcceptDivorce: { body: { revision: 3, grounds: [{ rule: 'divorce.agreement-reached', reason: '双方对子女抚养未达成一致意见' }], paperAsked: true } },
  rescheduleDivorce: { body: { revision: 5, override: { end2: '2026-07-24' }, reason: '国务院办公厅调整了放假安排', second } },
  withdrawDivorce: { body: { revision: 5, party: 1, identityShown: true, receipt: 'shown', signed: true, fingerprint: true } },
  startIssuance: { body: { revision: 5, present: [true, true], receipt: 'shown' } },
  endIssuance: { body: { revision: 6, reason: '一方要求再考虑，双方离开' } },
  recordInterview: { body: { revision: 6, party: 0, interview: { alone: true, voluntary: true, agreementConfirmed: true, questions: [{ question: '你是否自愿离婚？', answer: '自愿的。' }], readBack: true, signed: true, fingerprint: true } } },
  registerDivorce: { body: { revision: 9, serials: ['SL990000001', 'SL990000002'] } },
  refuseDivorce: { body: { revision: 8, grounds: [{ rule: 'divorce.interview-will', reason: '女方在询问中表示不再自愿离婚' }] } },
  deliverDivorce: { body: { revision: 12, parties: [handed, handed] } },
  stampMarriageCertificates: { body: { revision: 11, stamped: [true, true], copied: true, returned: true } },
  reprintDivorce: { body: { revision: 10, party: 0, serial: 'SL990000003', reason: '卡纸，内页折损', second } },

  ...shared('Reissue', 'recordReissueCheck', 'recordReissuePrinted'),
  checkReissue: { body: { file: reissueFile(couple), typing: true } },
  openReissue: { body: { file: reissueFile(couple) } },
  registerReissue: { body: { revision: 4, serials: ['', 'SJ990000004'] } },
  refuseReissue: { body: { revision: 4, grounds: [{ rule: 'reissue.court-divorce', reason: '双方已由法院调解离婚' }] } },
  deliverReissue: { body: { revision: 7, to: 'applicants', identityAsked: true, signed: true, fingerprint: true, oldCancelled: false } },
  reprintReissue: { body: { revision: 5, party: 1, serial: 'SJ990000005', reason: '打印错位', second } },
})
