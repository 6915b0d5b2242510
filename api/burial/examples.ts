import { emptyBurialFile, type BurialFile } from '../../domain/burial/file.ts'
import { provincialItems } from '../../domain/burial/facilities/form.ts'
import { shippedTariffs } from '../../domain/burial/relocation/tariff.ts'
import { sampleRewardPolicy, sampleWaiverPolicy } from '../../sample/burial/policies.ts'

/** Somebody of the sample district (area 99xxxx: numbers no real person has), with the four-part certificate of before 2026-07-01. */
const deadFile = (): BurialFile => {
  const file = emptyBurialFile()
  return {
    ...file,
    deceased: { ...file.deceased, name: '赵春生', identityNumber: '990101194203050016', sex: '1', birth: '1942-03-05', ethnicity: '01', hukou: '990101', hukouAddress: '示例市示例区兰台路 8 号', death: '2026-05-18', deathArea: '990101', deathPlace: '示例区人民医院', manner: 'normal', cause: '02', infectious: 'no' },
    agent: { name: '赵明', identityNumber: '990101197011200034', relation: 'child', phone: '13900000000', address: '示例市示例区兰台路 8 号' },
    certificate: { kind: 'form2013', number: '990101-0000001', issuer: '示例区人民医院', issuerCode: '', issuedOn: '2026-05-18', form: 'paper', part: 4, reissued: false, seen: true },
    consent: { signed: true, signedOn: '2026-05-19', signer: '赵明', relation: 'child' }, intake: { certificateCompared: true, contradictsCause: 'no', policeReport: '', disinfected: true }, grant: { paid: 'no', proof: '社保机构查询单（示例）' },
  }
}

const second = { account: 'manager', password: '…' }
const file = deadFile()
const person = { name: '赵明', identityNumber: '990101197011200034', relation: 'child' } as const
const holder = { ...person, phone: '13900000000', area: '990101', villager: '' } as const
const line = { id: '1', item: 'cremation', unit: 'body', quantity: 1, unitPriceFen: 30_000, chosen: false, from: '' } as const
const bill = { lines: [line], mode: 'till', invoice: '', cremationArea: '', cremationDay: '' } as const
const plot = 'c019f4a1b2c3d4e5f60718/A/1/8'
const section = { code: 'A', name: '松园', what: 'plot', form: 'ashes', size: 'double', capacity: 2, areaDm2: 80, steleCm: 90, rows: [{ row: '1', levels: 1, columns: 20 }, { row: '2', levels: 1, columns: 20 }], eco: false } as const
const [tariff] = shippedTariffs
const declaration = { notice: '示迁告〔2026〕1号', graveNumber: '12', type: 'cement', cells: 2, remains: 2, owner: '赵明', ownerIdentityNumber: '990101197011200034', relation: 'child', phone: '13900000000', photos: [] } as const
const figures = { visitors: 12_800, vehicles: 3100, incidents: 0, complaints: 1, lowCarbon: 9200, online: 640, ashes: 24, eco: 3 } as const
const items = provincialItems.map(({ id, most }) => ({ item: id, points: most, note: '' }))

/** Examples of the routes of funeral affairs, by id; each is checked against its schema by a test. */
export const burialExamples: Readonly<Record<string, { readonly body?: unknown; readonly reply?: unknown }>> = {
  checkBurial: { body: { file, stage: 'intake', typing: true } },
  exportBurials: { body: { filter: { from: '2026-05-01', to: '2026-05-31' }, purpose: '五月台账报区民政局' } },
  openBurial: { body: { file } },
  amendBurial: { body: { revision: 1, changes: { note: '家属要求上午火化' } } },
  actOnBurial: { body: { revision: 1, act: { kind: 'received', arrivedAt: '2026-05-18T14:20:00+08:00', collectedBy: '接运班', vehicle: '示A·示例1' } } },
  decideBurial: { body: { revision: 4, decision: { kind: 'cremated', startedAt: '2026-05-20T09:00:00+08:00', endedAt: '2026-05-20T10:10:00+08:00', furnace: '3号炉', operator: 'sample-clerk2', recording: 'CAM-3/20260520-0900' } } },
  issueBurial: { body: { revision: 5, issue: { kind: 'certificateIssued', to: person, stubSigned: true } } },
  correctBurial: { body: { revision: 6, changes: { note: '更正备注' }, reason: '录入有误，经核对原件', second } },
  voidBurial: { body: { revision: 1, reason: '同一逝者重复登记', second } },
  recordBurialPrinted: { body: { paper: 'burial.cremationCertificate', mode: 'whole', printer: '1号窗口激光打印机' }, reply: { done: true } },
  explainBurialGap: { body: { prefix: 'HZ', year: 2026, from: 18, to: 19, reason: '两张证明打印时卡纸', second }, reply: { done: true } },
  voidBurialNumber: { body: { prefix: 'HZ', reason: '证明打印时污损', second } },
  quoteWaiver: {
    body: {
      facts: {
        areas: { hukou: '990101', death: '990101', cremation: '990101' }, days: { death: '2026-05-18', arrival: '2026-05-18', cremation: '2026-05-20', invoice: '' }, flags: { centralisedVigil: 'yes' }, mode: 'till',
        lines: [line, { ...line, id: '2', item: 'coldStorage', unit: 'day', quantity: 2, unitPriceFen: 6000 }], settled: [],
      },
      day: '2026-05-20',
    },
  },
  settleWaiver: { body: { revision: 6, bill } },
  reverseWaiver: { body: { revision: 7, number: 'JM-990101-2026-01000001', reason: '发票开错，重新结算', second } },
  checkPolicy: { body: { policy: sampleWaiverPolicy } },
  adoptPolicy: { body: { policy: sampleWaiverPolicy, copiedFrom: '', reason: '区民政局、财政局发文执行', second } },
  endPolicy: { body: { to: '2026-12-31', reason: '文件有效期届满', second } },
  adoptRewardPolicy: { body: { policy: sampleRewardPolicy, reason: '区民政局发文执行', second } },
  quoteReward: { body: { caseId: 'b019f4a1b2c3d4e5f60718', policy: sampleRewardPolicy.id, ways: ['sea'], proofs: ['eventCertificate', 'placementRecord'] } },
  grantReward: { body: { revision: 8, policy: sampleRewardPolicy.id, ways: ['sea'], proofs: ['eventCertificate', 'placementRecord'] } },
  reverseReward: { body: { revision: 9, number: 'JB-990101-2026-01000001', reason: '证书经核对无效', second } },
  enterDenominator: { body: { period: '2026', base: 'allDeaths', value: 6120, source: '示例区统计年鉴（示例）', fromNumerator: false, reason: '年度核对' }, reply: { done: true } },
  closeBurialMonth: { body: { reason: '五月数据已核对', second }, reply: { done: true } },

  registerCemetery: { body: { facts: { name: '示例区公益性公墓', kind: 'publicCemetery', area: '990101', township: '兰台街道', foundedOn: '2008-04-01', standing: 'approved', document: '示民〔2008〕6号', authority: '示例区民政局' }, answers: [] } },
  layOutSection: { body: { section, answers: [] } },
  actOnPlot: { body: { plot, revision: 0, act: { kind: 'reserved', day: '2026-05-20', until: '2026-05-27', holder } } },
  undoWrongGrave: { body: { from: plot, fromRevision: 3, to: 'c019f4a1b2c3d4e5f60718/A/1/9', toRevision: 1, interment: 'i019f4a1b2c3d4e5f60718', agent: '赵明', reason: '安葬时认错排号，家属当日发现', second } },
  recordPlotPrinted: { body: { plot, paper: 'burial.plotAgreement', printer: '1号窗口激光打印机' }, reply: { done: true } },
  openRelocation: { body: { notice: { number: '示迁告〔2026〕1号', parcel: '示例工业园二期地块', township: '兰台镇', landUser: '示例园区管理办公室', publishedOn: '2026-03-02', deadline: '2026-06-30', tariff } } },
  declareGrave: { body: { declaration, day: '2026-05-20' } },
  actOnGrave: { body: { revision: 1, act: { kind: 'confirmed', day: '2026-05-20', slip: '示迁确〔2026〕12号', confirmer: '兰台镇征迁办', cells: 2, type: 'cement' } } },
  registerFacility: { body: { facts: { name: '示例村公益性墓地', kind: 'villagePlots', area: '990101', township: '兰台镇', foundedOn: '2012-09-01', document: '示民备〔2012〕9号' } } },
  actOnFacility: { body: { revision: 1, act: { kind: 'inspected', year: 2025, day: '2026-05-20', items, workingDays: 30, inspectors: ['检查员甲', '检查员乙'] } } },
  scoreFacility: { body: { items, day: '2026-05-20', workingDays: 30 } },
  countQingming: { body: { site: '示例区公益性公墓', of: '2026-04-05', figures } },
  correctQingming: { body: { site: '示例区公益性公墓', of: '2026-04-05', differences: { visitors: 200, vehicles: 0, incidents: 0, complaints: -1, lowCarbon: 0, online: 0, ashes: 0, eco: 0 }, reason: '漏报下午人数，投诉系重复登记', second } },
  findIllegalGrave: { body: { found: { day: '2026-05-18', township: '兰台镇', village: '示例村', ground: 'forest', cells: 1, built: 'old', owner: '', finder: '护林员' } } },
  actOnIllegalGrave: { body: { revision: 1, act: { kind: 'ordered', day: '2026-05-20', document: '示责改〔2026〕7号', deadline: '2026-06-20' } } },
}
