import type { Code } from './types.ts'
import { codeTable } from './types.ts'

/** Education, GB/T 4658-2006, detail codes with the group 90. */
export const educations = codeTable([
  ['11', '博士研究生毕业', 'Doctorate, graduated'],
  ['12', '博士研究生结业', 'Doctorate, completed'],
  ['13', '博士研究生肄业', 'Doctorate, not completed'],
  ['14', '硕士研究生毕业', 'Master’s degree, graduated'],
  ['15', '硕士研究生结业', 'Master’s degree, completed'],
  ['16', '硕士研究生肄业', 'Master’s degree, not completed'],
  ['17', '研究生班毕业', 'Postgraduate class, graduated'],
  ['18', '研究生班结业', 'Postgraduate class, completed'],
  ['19', '研究生班肄业', 'Postgraduate class, not completed'],
  ['21', '大学本科毕业', 'University, graduated'],
  ['22', '大学本科结业', 'University, completed'],
  ['23', '大学本科肄业', 'University, not completed'],
  ['28', '大学普通班毕业', 'University ordinary class, graduated'],
  ['31', '大学专科毕业', 'Junior college, graduated'],
  ['32', '大学专科结业', 'Junior college, completed'],
  ['33', '大学专科肄业', 'Junior college, not completed'],
  ['41', '中等专科毕业', 'Secondary technical school, graduated'],
  ['42', '中等专科结业', 'Secondary technical school, completed'],
  ['43', '中等专科肄业', 'Secondary technical school, not completed'],
  ['44', '职业高中毕业', 'Vocational high school, graduated'],
  ['45', '职业高中结业', 'Vocational high school, completed'],
  ['46', '职业高中肄业', 'Vocational high school, not completed'],
  ['47', '技工学校毕业', 'Skilled-worker school, graduated'],
  ['48', '技工学校结业', 'Skilled-worker school, completed'],
  ['49', '技工学校肄业', 'Skilled-worker school, not completed'],
  ['61', '普通高中毕业', 'Senior high school, graduated'],
  ['62', '普通高中结业', 'Senior high school, completed'],
  ['63', '普通高中肄业', 'Senior high school, not completed'],
  ['71', '初中毕业', 'Junior high school, graduated'],
  ['73', '初中肄业', 'Junior high school, not completed'],
  ['81', '小学毕业', 'Primary school, graduated'],
  ['83', '小学肄业', 'Primary school, not completed'],
  ['90', '其他', 'Other'],
] as const)

/** Groups of GB/T 4658-2006. */
export const educationLevels = codeTable([
  ['10', '研究生教育', 'Postgraduate'],
  ['20', '大学本科教育', 'University'],
  ['30', '大学专科教育', 'Junior college'],
  ['40', '中等职业教育', 'Secondary vocational'],
  ['60', '普通高级中学教育', 'Senior high school'],
  ['70', '初级中学教育', 'Junior high school'],
  ['80', '小学教育', 'Primary school'],
  ['90', '其他', 'Other'],
] as const)

/** The seven groups of the statistics of marriages by education. */
export const educationGroups = codeTable([
  ['postgraduate', '研究生', 'Postgraduate'],
  ['university', '大学本科/专科', 'University or junior college'],
  ['vocational', '中等职业', 'Secondary vocational'],
  ['senior', '普通高中', 'Senior high school'],
  ['junior', '初中', 'Junior high school'],
  ['primary', '小学', 'Primary school'],
  ['other', '其他', 'Other'],
] as const)
export type EducationGroup = (typeof educationGroups)[number]['code']

const groupOfDigit: Readonly<Record<string, EducationGroup>> = { 1: 'postgraduate', 2: 'university', 3: 'university', 4: 'vocational', 6: 'senior', 7: 'junior', 8: 'primary', 9: 'other' }

/** The statistics group of an education code, or undefined for a code outside the standard. */
export const findEducationGroup = (code: string): Code<EducationGroup> | undefined => educationGroups.find((group) => group.code === groupOfDigit[code.charAt(0)])
