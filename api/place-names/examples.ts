import { emptyPlaceNameFile, emptyPlaceNameItem, type PlaceNameFile, type PlaceNameItem } from '../../domain/place-names/case/file.ts'
import { emptyEntityFacts } from '../../domain/place-names/gazetteer/actions.ts'
import type { PlacedGeometry } from '../../domain/place-names/gazetteer/geometry.ts'
import { modelNumbering } from '../../domain/place-names/plates/settings.ts'
import { defaultProfile, type PlaceNameProfile } from '../../domain/place-names/profile.ts'

const second = { account: 'manager', password: '…' }
const geometry: PlacedGeometry = { geometry: { type: 'LineString', coordinates: [[120.1, 31.2], [120.1105, 31.2]] }, declared: 'CGCS2000', source: '示例测绘' }

/** A new road of the sample district. */
const road: PlaceNameItem = {
  ...emptyPlaceNameItem('1'), kind: 'STREET', name: '书院路', proposals: ['书院路'], spelling: { text: 'Shūyuàn Lù', sign: 'SHUYUAN LU', manualReason: '' }, meaning: '沿路有旧书院', origin: '示例书院旧址', reason: '新建道路', location: '示例街道南部', nature: '城市次干路',
  province: '990000', county: '990101', builtUpArea: '990101-1', township: '示例街道', start: { text: '青简路', status: 'registered', entityId: '' }, end: { text: '规划河道', status: 'unnamed', entityId: '' }, orientation: '东西', size: { lengthMetres: 1000, widthMetres: 24 }, geometry, plan: 'noPlan',
}
const file: PlaceNameFile = {
  ...emptyPlaceNameFile(), title: '关于书院路命名的申请', applicant: { name: '示例街道办事处', creditCode: '', type: 'organ', contact: '示例经办', phone: '0512-00000000', agent: '' }, letter: { number: '示街办〔2026〕12号', day: '2026-05-18' }, planAndReasons: '新建道路建成通车，申请命名。', items: [road],
}

const street = modelNumbering.EW
const entityId = 'e019f4a1b2c3d4e5f60718'
const boundaryId = 'k019f4a1b2c3d4e5f60718'
const facts = { ...emptyEntityFacts('STREET'), province: '990000', county: '990101', township: '示例街道', location: '示例街道南部', lengthMetres: 1000 }
const numbering = { what: 'street', settings: street, frontages: [{ id: '门面1', use: 'house', metres: 900, side: 'left' }, { id: '门面2', use: 'house', metres: 620, side: 'left' }, { id: '空地', use: 'emptySite', metres: 400, side: 'left', reserve: 2 }] } as const
const proof = {
  day: '2026-05-20', applicant: '示例住户', owner: '示例住户', entityId, key: 'gate//1-0', standard: '', signer: '', answers: [],
  forms: [{ source: 'realEstate', document: '示例不动产权第0001号', written: '示例区旧学路1号' }, { source: 'household', document: '', written: '示例区书院路一号' }],
} as const
const boundary = { code: '', name: '示例区—样本区线', level: 'county', neighbours: ['示例区', '样本区'], lengthKilometres: 12.4, approvedOn: '2021-06-10', approver: '示例市人民政府', document: '示政函〔2021〕8号', geometry: null, markers: [{ number: '0101-1', type: 'double', keeper: '示例区', position: [120.12, 31.18], place: '示例河桥头' }] } as const
const plan = { title: '示例区道路地名方案', area: '示例区', document: '示府地名〔2024〕3号', approver: '示例区人民政府', from: '2024-06-01', to: '', names: [{ name: '书院路', kind: 'STREET', township: '示例街道', location: '旧书院以南', note: '' }] } as const
const irregular = { name: '维也纳花园', where: '示例路 88 号', class: 'foreign', source: 'patrol', holder: '示例置业有限公司', contact: '', standard: '', entityId: '', found: '售楼广告使用外国地名' } as const
const profile: PlaceNameProfile = { ...defaultProfile(), officeName: '示例市示例区民政局', areaCode: '990101', documentCodes: { plate: { agency: '示民门', withWord: false }, proof: { agency: '示民名证', withWord: false } } }

/** Examples of the routes on place names, by id; each is checked against its schema by a test. */
export const placeNameExamples: Readonly<Record<string, { readonly body?: unknown; readonly reply?: unknown }>> = {
  romaniseName: { body: { name: '张桥村路', kind: 'STREET' } },
  checkPlaceName: { body: { item: road, applicants: ['示例街道办事处'], answers: [], typing: true } },
  checkPlaceNameCase: { body: { file, stage: 'acceptance' } },
  exportPlaceNameCases: { body: { filter: { decidedFrom: '2026-01-01', decidedTo: '2026-05-31' }, purpose: '上半年地名台账报区政府' } },
  openPlaceNameCase: { body: { file, day: '2026-05-20' } },
  amendPlaceNameCase: { body: { revision: 1, changes: { planAndReasons: '道路已于 2026 年 4 月建成通车，申请命名。' } } },
  actOnPlaceNameCase: { body: { revision: 1, act: { kind: 'accepted', day: '2026-05-20', slip: '' } } },
  correctPlaceNameCase: { body: { revision: 12, day: '2026-05-20', item: '1', words: { name: '书院路', text: 'Shūyuàn Lù', sign: 'SHUYUAN LU', extent: '东起青简路，西至规划河道' }, document: '示府地名函〔2026〕9号', reason: '批复文字录入有误', second } },
  recordPlaceNamePrinted: { body: { paper: 'place-names.acceptance', mode: 'whole', printer: '1号窗口激光打印机' }, reply: { done: true } },

  addEntity: { body: { day: '2026-05-20', facts, geometry, names: [{ name: '书院路', text: 'Shūyuàn Lù', sign: 'SHUYUAN LU', standing: 'standard', from: '2019-09-06', to: '', document: '示府地名函〔2019〕85号' }], source: '补录' } },
  actOnEntity: { body: { revision: 1, act: { kind: 'coded', day: '2026-05-20', code: '99010100121220000001' } } },
  exportGazetteer: { body: { format: 'csv', kind: 'STREET', withSecret: false, purpose: '报送区政府办公室' } },
  setImportOptions: { body: { kind: 'STREET', declared: 'CGCS2000', encoding: 'auto', source: '道路表', approvedOn: '2023-12-18', document: '示政函〔2023〕67号', builtUpArea: '990101-1' } },
  answerStaged: { body: { answers: [{ row: 12, rule: 'place-names.homophone', field: 'name', reason: '两路不在同一建成区' }] } },
  takeStaged: { body: { rows: 'clean', into: 'gazetteer' } },
  adoptNamePlan: { body: { day: '2026-05-20', facts: plan } },
  changeNamePlan: { body: { revision: 1, day: '2026-05-20', facts: { ...plan, names: [...plan.names, { name: '青简路', kind: 'STREET', township: '示例街道', location: '', note: '' }] }, reason: '按原程序批准增补' } },
  endNamePlan: { body: { revision: 2, day: '2026-05-20', document: '示府地名〔2026〕1号', reason: '规划期满', second } },

  previewNumbering: { body: { numbering } },
  numberPlates: { body: { revision: 0, day: '2026-05-20', document: '', numbering } },
  actOnPlate: { body: { revision: 1, act: { kind: 'confirmed', day: '2026-05-20', key: 'gate//1-0', owner: '示例住户', use: '住宅', former: '示例区旧学路1号', certificate: '' } } },
  recordPlatePrinted: { body: { paper: 'place-names.plateCertificate', number: 'gate//1-0', printer: '1号窗口激光打印机' }, reply: { done: true } },
  checkProof: { body: proof },
  issueProof: { body: { ...proof, number: '' } },
  withdrawProof: { body: { number: '示民名证〔2026〕1号', day: '2026-05-20', reason: '所附证件经核对有误' } },

  registerBoundary: { body: { day: '2026-05-20', facts: boundary } },
  actOnBoundary: { body: { revision: 1, act: { kind: 'inspected', day: '2026-05-20', from: '2026-05-18', inspection: 'regular', cause: '', sides: ['示例区', '样本区'], lengthKilometres: 12.4, markers: [{ number: '0101-1', state: 'sound', note: '' }], report: '示联检〔2026〕1号', archiveNumber: '', result: 'clear', note: '', photos: [] } } },
  setBoundaryPlan: { body: { day: '2026-01-20', document: '示民发〔2026〕2号', lines: [{ line: boundaryId, by: '2026-10-31', lead: '示例区' }] } },
  findIrregular: { body: { day: '2026-05-20', facts: irregular } },
  actOnIrregular: { body: { revision: 1, act: { kind: 'noticed', day: '2026-05-20', number: '', deadline: '2026-06-20', demands: '停止使用该名称，改用标准地名' } } },
  checkPlaceNameProfile: { body: { profile } },
  setPlaceNameProfile: { body: { day: '2026-06-01', profile, reason: '按市民政局文件设置', second }, reply: { done: true } },
}
