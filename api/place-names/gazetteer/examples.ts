import { emptyEntityFacts } from '../../../domain/place-names/gazetteer/actions.ts'

const day = '2026-05-20'
const facts = { ...emptyEntityFacts('STREET'), province: '990000', county: '990101', builtUpArea: 'main', township: '兰台街道', location: '兰台路与示例大道之间', orientation: '东西', lengthMetres: 1200, widthMetres: 22, meaning: '沿用旧村名', origin: '原有村名' }
const geometry = { geometry: { type: 'LineString', coordinates: [[120.1, 31.2], [120.112, 31.2]] }, declared: 'CGCS2000', source: '示例' }
const name = { name: '张桥村路', text: 'Zhāngqiáocūn Lù', sign: 'ZHANGQIAOCUN LU', standing: 'standard', from: '2019-09-06', to: '', document: '示政函〔2019〕85号' } as const
const plan = { title: '示例区地名方案', area: '示例区', document: '示政发〔2026〕1号', approver: '示例区人民政府', from: '2026-01-01', to: '', names: [{ name: '清风桥路', kind: 'STREET', township: '兰台街道', location: '示例大道以东', note: '' }] } as const
const second = { account: 'clerk1', password: '…' }

/** Bodies of the routes of the gazetteer, of imports and of name plans, for the documents of the door. */
export const gazetteerExamples: Readonly<Record<string, { readonly body?: unknown; readonly reply?: unknown }>> = {
  addEntity: { body: { day, facts, geometry, names: [name], source: '第二次全国地名普查' } },
  actOnEntity: { body: { revision: 1, act: { kind: 'named', day, name: { ...name, name: '张桥路', text: 'Zhāngqiáo Lù', sign: 'ZHANGQIAO LU', standing: 'alias', from: '', document: '' } } } },
  exportGazetteer: { body: { format: 'csv-gb18030', kind: 'STREET', withSecret: false, purpose: '报送市民政局' } },
  setImportOptions: { body: { kind: 'STREET', declared: 'CGCS2000', encoding: 'auto', source: '农村道路名称表', approvedOn: '2023-12-01', document: '示政函〔2023〕67号', builtUpArea: 'outside', columns: [null, 'township', 'name', 'start', 'end', 'length'] } },
  answerStaged: { body: { answers: [{ row: 12, rule: 'place-names.import.reading', field: 'rows.12.text', reason: '读音已向村委会核实' }] } },
  takeStaged: { body: { rows: 'clean', into: 'gazetteer' } },
  adoptNamePlan: { body: { day, facts: plan } },
  changeNamePlan: { body: { revision: 1, day, facts: plan, reason: '按原程序批准调整' } },
  endNamePlan: { body: { revision: 2, day, document: '示政发〔2026〕9号', reason: '方案期满', second } },
}
