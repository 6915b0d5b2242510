import { codeTable } from '../codes/types.ts'

/** What a case is about; only a body is counted among the bodies cremated (火化遗体数). */
export const caseKinds = codeTable([
  ['body', '遗体', 'Body'],
  ['limb', '残肢', 'Limb'],
  ['bones', '起掘骨骸', 'Exhumed bones'],
] as const)
export type CaseKind = (typeof caseKinds)[number]['code']
export const caseKindCodes = caseKinds.map(({ code }) => code) as [CaseKind, ...CaseKind[]]

/** Says whether a case of this kind is a body in the counts. */
export const countsAsBody = (kind: CaseKind): boolean => kind === 'body'

/** Why a body must not be cremated yet. */
export const holdKinds = codeTable([
  ['police', '公安机关要求保留', 'Kept for the police'],
  ['cause', '遗体与证明所载死因明显不符，已报警', 'The body contradicts the stated cause; reported to the police'],
  ['dispute', '死因有争议，等待尸检', 'The cause is disputed; an autopsy is awaited'],
  ['unidentified', '身份不明，等待公安、民政、卫生意见', 'Unidentified; waiting for police, civil affairs and health'],
  ['family', '丧属之间有争议', 'The family is in dispute'],
] as const)
export type HoldKind = (typeof holdKinds)[number]['code']
export const holdKindCodes = holdKinds.map(({ code }) => code) as [HoldKind, ...HoldKind[]]

/** How ashes come to rest. */
export const placements = codeTable([
  ['plot', '墓位', 'Plot'],
  ['niche', '格位', 'Niche'],
  ['sea', '海葬（江葬）', 'Sea or river'],
  ['tree', '树葬', 'Tree'],
  ['lawn', '草坪葬', 'Lawn'],
  ['flower', '花葬', 'Flower bed'],
  ['wall', '壁葬', 'Wall'],
  ['notKept', '不保留骨灰', 'No ashes kept'],
] as const)
export type Placement = (typeof placements)[number]['code']
export const placementCodes = placements.map(({ code }) => code) as [Placement, ...Placement[]]
/** The placements that are eco-burials (节地生态安葬). */
export const ecoPlacements: readonly Placement[] = ['sea', 'tree', 'lawn', 'flower', 'wall', 'notKept']

/** Manner of death as the certificate gives it. */
export const deathManners = codeTable([
  ['normal', '正常死亡', 'Normal'],
  ['treated', '非正常死亡，经医疗机构救治', 'Not normal, treated by a medical body'],
  ['police', '非正常死亡，未经救治，由公安机关处理', 'Not normal, not treated, handled by the police'],
] as const)
export type DeathManner = (typeof deathManners)[number]['code']
export const deathMannerCodes = deathManners.map(({ code }) => code) as [DeathManner, ...DeathManner[]]

/** Cause of death as provincial tables list it. */
export const deathCauses = codeTable([
  ['01', '自然死亡', 'Natural'], ['02', '病故', 'Illness'], ['03', '事故', 'Accident'], ['04', '车祸', 'Road accident'], ['05', '他杀', 'Homicide'], ['06', '自杀', 'Suicide'], ['07', '溺水', 'Drowning'], ['08', '中毒', 'Poisoning'], ['09', '自然灾害', 'Natural disaster'], ['99', '其他', 'Other'],
] as const)

/** Who signs and pays (丧事承办人), by the relation to the deceased. */
export const agentRelations = codeTable([
  ['spouse', '配偶', 'Spouse'], ['child', '子女', 'Child'], ['parent', '父母', 'Parent'], ['sibling', '兄弟姐妹', 'Sibling'], ['grandparent', '祖父母、外祖父母', 'Grandparent'], ['grandchild', '孙子女、外孙子女', 'Grandchild'], ['kin', '其他亲属', 'Other kin'], ['employer', '生前单位', 'Former employer'], ['committee', '居（村）民委员会', 'Residents’ committee'], ['authority', '公安、民政等机关', 'Police, civil affairs or another authority'], ['delegate', '受委托人', 'Delegate'],
] as const)
export type AgentRelation = (typeof agentRelations)[number]['code']
export const agentRelationCodes = agentRelations.map(({ code }) => code) as [AgentRelation, ...AgentRelation[]]
