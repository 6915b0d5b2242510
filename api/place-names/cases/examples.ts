import { emptyPlaceNameFile, emptyPlaceNameItem, type PlaceNameFile, type PlaceNameItem } from '../../../domain/place-names/case/file.ts'

const day = '2026-05-20'
const item: PlaceNameItem = {
  ...emptyPlaceNameItem('1'), kind: 'STREET', name: '张桥村路', proposals: ['张桥村路'], spelling: { text: 'Zhāngqiáocūn Lù', sign: 'ZHANGQIAOCUN LU', manualReason: '' }, province: '990000', county: '990101', builtUpArea: 'main', township: '兰台街道', location: '兰台街道东部',
  start: { text: '兰台路', status: 'registered', entityId: '' }, end: { text: '规划河道', status: 'unnamed', entityId: '' }, orientation: '东西', size: { lengthMetres: 1200, widthMetres: 22 }, meaning: '沿用旧村名', origin: '原有村名', reason: '新建道路', plan: 'noPlan',
}
const file: PlaceNameFile = { ...emptyPlaceNameFile(), title: '关于张桥村路命名的请示', applicant: { name: '兰台街道办事处（示例）', creditCode: '', type: 'organ', contact: '', phone: '', agent: '' }, planAndReasons: '道路已经建成，需要命名。', items: [item] }
const second = { account: 'manager', password: '…' }

/** Bodies of the routes of place-name cases, for the documents of the door. */
export const placeNameCaseExamples: Readonly<Record<string, { readonly body?: unknown; readonly reply?: unknown }>> = {
  romaniseName: { body: { name: '张桥村路', kind: 'STREET', chosen: { 0: 'zhāng' } } },
  checkPlaceName: { body: { item, applicants: [file.applicant.name], answers: [], typing: true } },
  checkPlaceNameCase: { body: { file, stage: 'acceptance', typing: true } },
  exportPlaceNameCases: { body: { filter: { from: '2026-01-01', to: '2026-05-31' }, purpose: '报送市民政局' } },
  openPlaceNameCase: { body: { file, day } },
  amendPlaceNameCase: { body: { revision: 1, changes: { planAndReasons: '道路已经建成通车，需要命名。' } } },
  actOnPlaceNameCase: { body: { revision: 2, act: { kind: 'accepted', day, slip: '' } } },
  correctPlaceNameCase: { body: { revision: 9, day, item: '1', words: { name: '张桥村路', text: 'Zhāngqiáocūn Lù', sign: 'ZHANGQIAOCUN LU', extent: '东西走向，东起兰台路，西至规划河道' }, document: '示政地名函〔2026〕8号', reason: '印发时拼写有误', second } },
  recordPlaceNamePrinted: { body: { paper: 'place-names.notice', number: '示民名告〔2026〕3号', mode: 'whole', printer: '1号窗口激光打印机' }, reply: { done: true } },
}
