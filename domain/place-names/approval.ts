import { citations, instrument } from '../law.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { PlaceKind } from './kinds.ts'
import { placeNameRegulation } from './law.ts'

/** 国务院令第704号. */
const divisionRegulation = instrument('《行政区划管理条例》', 'Regulation on Administrative Divisions')

/** Who may decide on a name: what kind of body it is settles filing and notice too. */
export const approverTypes = ['stateCouncil', 'provincialGovernment', 'cityGovernment', 'countyGovernment', 'nameAuthority', 'housingDepartment', 'competentDepartment', 'stateDepartment'] as const
export type ApproverType = (typeof approverTypes)[number]

/** What the window does with a name of a kind: it decides, examines and forwards, answers a consultation, or only records. */
export type WindowRole = 'approve' | 'examine' | 'opinion' | 'record'

/** One class of names with the body that decides on it. */
export interface ApprovalClass {
  readonly id: string
  readonly kind: PlaceKind
  readonly title: Text
  /** Bodies that may decide; empty where the law leaves it to the province or names none, and the office's profile says who. */
  readonly approvers: readonly ApproverType[]
  readonly who: Text
  /** What an office that has set nothing does. */
  readonly role: WindowRole
  readonly law: Text
}

const row = (id: string, kind: PlaceKind, title: Text, approvers: readonly ApproverType[], who: Text, role: WindowRole, law: Text = placeNameRegulation.cite(12)): ApprovalClass => ({ id, kind, title, approvers, who, role, law })

/** Who decides on which names (《地名管理条例》第十二条; divisions by 《行政区划管理条例》). */
export const approvalClasses: readonly ApprovalClass[] = [
  row('natural.national', 'NATURAL', text('国内著名的、跨省的、边境及条约涉及的自然地理实体', 'Famous, inter-provincial and border features'), ['stateCouncil'], text('省级人民政府提出申请，报国务院批准', 'State Council, on the province’s application'), 'record'),
  row('natural.sea', 'NATURAL', text('无居民海岛、海域、海底地理实体', 'Uninhabited islands, sea and seabed features'), ['stateDepartment'], text('国务院自然资源主管部门会同有关部门', 'The natural-resources ministry with others'), 'record'),
  row('natural.other', 'NATURAL', text('其他自然地理实体', 'Other natural features'), [], text('按省级人民政府的规定', 'As the province rules'), 'examine'),
  row('division.county', 'ADMIN_DIV', text('县级以上行政区划', 'Divisions of county level and above'), ['stateCouncil'], text('国务院', 'State Council'), 'record', citations(placeNameRegulation.cite(12), divisionRegulation.cite(6))),
  row('division.township', 'ADMIN_DIV', text('乡、民族乡、镇', 'Townships and towns'), ['provincialGovernment'], text('省级人民政府', 'The provincial government'), 'record', citations(placeNameRegulation.cite(12), divisionRegulation.cite(9))),
  row('division.street-office', 'ADMIN_DIV', text('街道办事处', 'Street offices'), [], text('批准设立该派出机关的人民政府', 'The government that set it up'), 'record', citations(placeNameRegulation.cite(12), divisionRegulation.cite(10))),
  row('village', 'VILLAGE_SEAT', text('村民委员会、居民委员会所在地', 'Seats of village and residents’ committees'), [], text('按省级人民政府的规定', 'As the province rules'), 'examine'),
  row('park', 'PARK', text('城市公园、自然保护地', 'City parks and nature reserves'), [], text('按国家有关规定', 'As State rules provide'), 'opinion'),
  row('street', 'STREET', text('街路巷', 'Streets, roads and lanes'), ['cityGovernment', 'countyGovernment', 'provincialGovernment'], text('直辖市、市、县人民政府', 'The government of the municipality, city or county'), 'examine'),
  row('estate', 'ESTATE', text('住宅区、楼宇', 'Estates and buildings'), ['housingDepartment'], text('征求同级地名主管部门意见后，由住房城乡建设主管部门', 'The housing department, after asking the name authority of its level'), 'opinion'),
  row('facility', 'FACILITY', text('交通运输、水利、电力、通信、气象等设施', 'Transport, water, power, telecom and weather facilities'), ['competentDepartment', 'stateDepartment'], text('有关主管部门，必要时征求所在地地方人民政府意见', 'The competent department, asking the local government where apt'), 'opinion'),
  row('other', 'OTHER', text('其他地理实体', 'Other entities'), [], text('条例没有规定，按本机关设置', 'Not stated in the regulation; as the office has set'), 'examine'),
]

/** Classes of a kind, the first being the ordinary one for kinds with a single class. */
export const classesOf = (kind: PlaceKind): readonly ApprovalClass[] => approvalClasses.filter((entry) => entry.kind === kind)

/** What an office has set for a class where the law leaves it open, or the role it takes. */
export interface OfficeApproval {
  readonly classId: string
  readonly role?: WindowRole
  readonly approver?: ApproverType
}

/** How a class is handled in an office: the law's body, else the office's own setting; `approver` is undefined until somebody has set it. */
export const approvalIn = (entry: ApprovalClass, settings: readonly OfficeApproval[] = []): { readonly role: WindowRole; readonly approvers: readonly ApproverType[] } => {
  const own = settings.find((setting) => setting.classId === entry.id)
  return { role: own?.role ?? entry.role, approvers: entry.approvers.length > 0 ? entry.approvers : own?.approver === undefined ? [] : [own.approver] }
}

/** Whether the body that decided was the right one (H01); undefined when law and office leave it open. */
export const isRightApprover = (entry: ApprovalClass, approver: ApproverType, settings: readonly OfficeApproval[] = []): boolean | undefined => {
  const { approvers } = approvalIn(entry, settings)
  return approvers.length === 0 ? undefined : approvers.includes(approver)
}

/** Where a name is filed (《地名管理条例》第十三条), and from what its notice counts (第十四条). */
export interface AfterApproval {
  readonly filedWith: Text
  readonly noticeFrom: 'approval' | 'filing'
  readonly law: Text
}

/** Filing and notice of a name by the body that approved it; the State Council files with nobody. */
export const afterApproval = (approver: ApproverType): AfterApproval => {
  const law = citations(placeNameRegulation.cite(13), placeNameRegulation.cite(14))
  switch (approver) {
    case 'stateCouncil':
      return { filedWith: text('不需备案', 'No filing'), noticeFrom: 'approval', law: placeNameRegulation.cite(14) }
    case 'provincialGovernment':
    case 'cityGovernment':
    case 'countyGovernment':
      return { filedWith: text('上一级人民政府，材料径送其地名行政主管部门', 'The next higher government, papers straight to its name authority'), noticeFrom: 'approval', law }
    case 'nameAuthority':
      return { filedWith: text('上一级民政部门', 'The next higher civil-affairs department'), noticeFrom: 'approval', law }
    case 'stateDepartment':
      return { filedWith: text('国务院，材料径送民政部', 'The State Council, through the Ministry of Civil Affairs'), noticeFrom: 'filing', law }
    case 'housingDepartment':
    case 'competentDepartment':
      return { filedWith: text('同级地名行政主管部门', 'The name authority of the same level'), noticeFrom: 'filing', law }
  }
}
