import { codeTable } from './types.ts'

/** Occupation, major groups of GB/T 6565-2015, and the office's own values for people without one (the standard has no code for them). */
export const occupations = codeTable([
  ['10000', '党的机关、国家机关、群众团体和社会组织、企事业单位负责人', 'Heads of Party and state organs, organisations, enterprises and institutions'],
  ['20000', '专业技术人员', 'Professionals and technicians'],
  ['30000', '办事人员和有关人员', 'Clerks and related staff'],
  ['40000', '社会生产服务和生活服务人员', 'Production and daily-life service staff'],
  ['50000', '农、林、牧、渔业生产及辅助人员', 'Farming, forestry, animal husbandry and fishery workers'],
  ['60000', '生产制造及有关人员', 'Manufacturing and related workers'],
  ['70000', '军人', 'Armed forces'],
  ['80000', '不便分类的其他从业人员', 'Others not easily classified'],
  ['X1', '无业', 'None'],
  ['X2', '学生', 'Student'],
  ['X3', '离退休', 'Retired'],
] as const)
