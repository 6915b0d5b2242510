import { burialExamples } from './burial/examples.ts'
import { caseExamples } from './case/examples.ts'
import { placeNameCaseExamples } from './place-names/cases/examples.ts'
import { gazetteerExamples } from './place-names/gazetteer/examples.ts'
import { emptyMarriageFile, type MarriageFile } from '../domain/marriage/file.ts'
import { placeNameExamples } from './place-names/examples.ts'
import { reportExamples } from './reports/examples.ts'

/** A couple of the sample district (area 99xxxx: numbers no real person has). */
const coupleFile = (): MarriageFile => {
  const file = emptyMarriageFile('marriage')
  const [man, woman] = file.parties
  const residence = { province: '示例省', prefecture: '示例市', county: '示例区', area: '990101', detail: '兰台路 1 号' }
  return {
    ...file,
    parties: [
      { ...man, name: '李秋山', identityNumber: '990101199803050012', identityFrom: '2018-03-05', identityTo: '2028-03-05', identityIssuer: '示例市公安局示例分局', birth: '1998-03-05', ethnicity: '01', maritalStatus: '10', residence },
      { ...woman, name: '王云舒', identityNumber: '990101199911200022', identityFrom: '2019-11-20', identityTo: '2029-11-20', identityIssuer: '示例市公安局示例分局', birth: '1999-11-20', ethnicity: '01', maritalStatus: '10', residence },
    ],
  }
}

const second = { account: 'manager', password: '…' }
const file = coupleFile()

const requester = { kind: 'party', name: '李秋山', identityType: 'resident', identityNumber: '990101199803050012', identityShown: true, unit: '', proof: '', letter: '', phone: '' } as const
const query = {
  requester, basis: '本人身份证件', purpose: '办理房产登记', approvedBy: '', files: [{ window: 'paper', caseId: '', number: '示结字第0500012号', title: '', archiveNumber: '结婚登记类2005年第12卷' }], found: true, copies: { pages: 2, sets: 1, stamped: true },
} as const
const proof = {
  requester, proof: { person: { name: '李秋山', identityType: 'resident', identityNumber: '990101199803050012', birth: '1998-03-05' }, destination: '台湾地区', use: '办理公证', searchedFrom: '2020-03-05', searchedTo: '2026-05-20', found: false, records: [] },
} as const
const judgment = { court: '示例区人民法院', number: '（2026）示民初34号', day: '2026-04-01', effectiveDay: '2026-04-17', receivedDay: '2026-05-08', copy: '', pages: 6 } as const
const note = { remark: '', otherFile: '（2026）示民初34号', uploadedOn: '' } as const
const notice = { kind: 'yearly', year: 2027, title: '国务院办公厅关于2027年部分节假日安排的通知', source: '国办发明电〔2026〕9号', published: '2026-05-04', content: '2027-01-01 休 元旦\n2027-01-02 休 元旦' } as const

/** Examples of the routes, by id; each is checked against its schema by a test. */
const examples: Readonly<Record<string, { readonly body?: unknown; readonly reply?: unknown }>> = {
  signIn: { body: { account: 'clerk1', password: 'clerk1-sample-1949', counter: '1' } },
  changeSession: { body: { counter: '2', language: 'en' } },
  unlock: { body: { password: 'clerk1-sample-1949' } },
  lock: { reply: { done: true } },
  changeOwnPassword: { body: { old: 'clerk1-sample-1949', new: 'a longer word of my own' } },
  setUpOffice: { body: { name: '示例市示例区婚姻登记处', area: '440112', fonds: '0112', windows: ['marriage'], printer: { name: '', certificateMode: 'whole' }, administrator: { account: 'admin', name: '钱天禄', password: 'a longer word of my own' } } },
  setUpSample: { body: { cases: 200 } },
  createAccount: { body: { account: 'clerk4', name: '冯素问', role: 'registrar', counter: '4', password: 'a longer word of my own', scope: 'mainland', certifiedUntil: '2027-12-31' } },
  changeAccount: { body: { counter: '3', reason: '调换窗口' } },
  resetPassword: { body: { password: 'a longer word of my own', reason: '本人忘记密码' } },
  unlockAccount: { body: { reason: '本人到场说明' } },
  changeSetting: { body: { value: 15, reason: '窗口较忙' } },
  checkMarriage: { body: { file, stage: 'typing' } },
  exportMarriages: { body: { filter: { from: '2026-05-01', to: '2026-05-31' }, purpose: '五月台账报区民政局' } },
  openMarriage: { body: { file } },
  amendMarriage: { body: { revision: 1, changes: { remarkForm: '' } } },
  recordNetworkCheck: { body: { revision: 2, party: 0, identity: 'match', maritalStatus: '10', note: '', proof: '' } },
  registerMarriage: { body: { revision: 6, serials: ['SJ990000001', 'SJ990000002'] } },
  refuseMarriage: { body: { revision: 3, grounds: [{ rule: 'marriage.age', reason: '男方未满 22 周岁' }] } },
  abandonMarriage: { body: { revision: 3, reason: '双方改日再来' } },
  proofreadMarriage: { body: { revision: 9, ticked: ['parties.0.name', 'parties.1.name'] } },
  deliverMarriage: { body: { revision: 10, parties: [{ present: true, identityAsked: true, signed: true, fingerprint: true }, { present: true, identityAsked: true, signed: true, fingerprint: true }] } },
  reprintMarriage: { body: { revision: 9, party: 0, serial: 'SJ990000003', reason: '卡纸，内页折损', second } },
  correctMarriage: { body: { revision: 11, changes: { remarkForm: '更正备注' }, reason: '录入有误，经核对原件', second } },
  voidMarriage: { body: { revision: 11, recovered: true, reason: '发证前发现机关错误', second } },
  inspectMarriage: { body: { revision: 11, items: [{ item: 'declarations.ink', result: 'pass', note: '' }] } },
  archiveMarriage: { body: { revision: 12, archiveFileNumber: '', pages: 12 } },
  recordPrinted: { body: { paper: 'marriage.certificate', party: 0, mode: 'overprint', printer: '证书打印机' }, reply: { done: true } },
  screenMarriage: { body: { revision: 2, plannedDay: '2027-05-20', note: '材料齐全，约定上午九点' } },
  noteDivorce: { body: { revision: 11, by: 'court', authority: '示例区人民法院', number: '（2026）示民初12号', day: '2026-04-02', note, second } },
  ...caseExamples(file),
  ...burialExamples,
  ...placeNameExamples,
  ...reportExamples,
  ...placeNameCaseExamples,
  ...gazetteerExamples,
  noteVoid: { body: { revision: 11, judgment, ground: 'bigamy', certificates: ['recovered', 'notRecovered'], note, second } },
  noteAnnulment: { body: { revision: 11, judgment, ground: 'coercion', certificates: ['recovered', 'recovered'], note, second } },
  revokeMarriage: { body: { revision: 11, decision: { authority: '示例区民政局', number: '示婚撤〔2026〕1号', day: '2026-05-18', toldDay: '2026-05-06' }, basis: { kind: 'procuratorateSuggestion', authority: '示例区人民检察院', number: '示检建〔2026〕3号', day: '2026-04-20' }, ground: 'impostor', certificates: ['recovered', 'declaredInvalid'], note, second } },
  fileEnding: { body: { revision: 12, archiveFileNumber: '', pages: 8 } },
  checkArchiveQuery: { body: query },
  recordArchiveQuery: { body: query },
  findRecords: { body: { identityNumber: '990101199803050012', name: '李秋山', from: '1990-01-01', to: '2026-05-20' } },
  checkRecordProof: { body: proof },
  recordProof: { body: proof },
  recordArchivePrinted: { body: { paper: 'archive.query', printer: '1号窗口激光打印机' }, reply: { done: true } },
  boxFiles: { body: { year: 2026, fileClass: 'marriage', first: 1, last: 30, note: '' } },
  transferBoxes: { body: { year: 2015, fileClass: 'marriage', boxes: [1, 2, 3], receiver: '示例区档案馆', number: '示档接〔2026〕4号' }, reply: { done: true } },
  previewCalendar: { body: notice },
  addNotice: { body: { ...notice, reason: '国务院办公厅已发布', second } },
  setNoticeAside: { body: { reason: '录入有误，重新录入', second } },
  changePaperTexts: { body: { texts: { remedies: '对本决定不服的，可以依法申请行政复议或者提起行政诉讼。' }, reason: '按本市统一文本' } },
  saveReference: { body: { table: { id: 'own-1', title: '本市 2025 年', source: '示例市民政局通报', edition: '快报', period: '2025', area: '', cutOff: '17:30', scale: 1, decimals: 0, figures: { 'marriage.total': 12 } }, reason: '年度核对' } },
  previewPaper: { body: { texts: {} } },
  batchPapers: { body: { papers: [{ id: 'sample-000001', paper: 'marriage.review' }, { id: 'sample-000001', paper: 'marriage.certificate', party: 0 }] } },
  checkPaper: { body: { code: `LANTAI/1/MARRIAGE.CERTIFICATE/J990101-2026-000001/${'0123456789ABCDEF'.repeat(4)}` } },
  saveDraft: { body: { window: 'marriage', title: '李秋山 · 王云舒', content: file } },
  readCard: { body: { text: '李秋山|男|汉|19980305|示例省示例市示例区兰台路1号|990101199803050012|示例市公安局示例分局|20180305|20280305' } },
  receiveBlanks: { body: { type: 'marriage', first: 'SJ990000001', last: 'SJ990001000', receivedOn: '2026-01-05', from: '示例市民政局', note: '' } },
  spoilBlank: { body: { type: 'marriage', serial: 'SJ990000009', reason: '内页缺页', second } },
  returnBlanks: { body: { type: 'divorce', first: 'SL990000251', last: 'SL990000300', to: '示例市民政局', reason: '库存过多', second } },
  reconcileStock: { body: { month: '2026-01', counted: [{ type: 'marriage', count: 962 }], note: '' } },
  calibrate: { body: { printer: '证书打印机', tray: '手送', observed: [{ x: 20.4, y: 20.2 }, { x: 190.5, y: 20.1 }, { x: 105.4, y: 148.7 }, { x: 20.5, y: 277.3 }, { x: 190.6, y: 277.2 }], reason: '换了打印机' } },
}

/** The example of a route, or undefined. */
export const exampleOf = (id: string): { readonly body?: unknown; readonly reply?: unknown } | undefined => examples[id]
