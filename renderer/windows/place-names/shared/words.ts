import { catalogue } from '../../../shared/i18n.ts'

/** Words that the pages of the place-name desk share. */
export const words = catalogue({
  tabs: ['地名各页', 'Pages of the place-name desk'],
  'tab.cases': ['台账', 'Cases'],
  'tab.gazetteer': ['地名录', 'Gazetteer'],
  'tab.map': ['地名图', 'Map'],
  'tab.plates': ['门楼牌', 'Plates'],
  'tab.proofs': ['地址证明', 'Proofs'],
  'tab.plans': ['地名方案', 'Name plans'],
  'tab.boundaries': ['界线', 'Boundaries'],
  'tab.irregular': ['不规范地名', 'Irregular'],
  'tab.profile': ['本地规定', 'Local rules'],
  'tab.tables': ['统计', 'Tables'],
  'tab.report': ['合规', 'Compliance'],
  'tab.documents': ['文号', 'Numbers'],
})
