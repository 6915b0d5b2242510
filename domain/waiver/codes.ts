import { codeTable } from '../codes/types.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'

/** Items of service that policies name, in the order in which they are kept when a case cap cuts: the four basic items first (发改价格〔2026〕108号), what comes last is cut first. */
export const waiverItems = codeTable([
  ['cremation', '遗体火化', 'Cremation'],
  ['transport', '遗体接运', 'Transport of the body'],
  ['coldStorage', '遗体存放（冷藏）', 'Cold storage'],
  ['ashStorage', '骨灰寄存', 'Storage of the ashes'],
  ['carrying', '抬运', 'Carrying'],
  ['disinfection', '遗体消毒', 'Disinfection'],
  ['vehicleDisinfection', '车辆消毒', 'Disinfection of the vehicle'],
  ['wrapping', '遗体包裹（尸袋）', 'Body bag'],
  ['grooming', '遗体整容', 'Grooming'],
  ['farewellHall', '告别厅', 'Farewell hall'],
  ['waitingRoom', '火化前等候室', 'Waiting room before the cremation'],
  ['urn', '骨灰盒（盅）', 'Urn'],
  ['simpleCoffin', '简易棺（纸棺）', 'Simple or paper coffin'],
  ['shroud', '寿衣（被）', 'Shroud'],
  ['coldCoffin', '冷藏棺', 'Cold coffin'],
  ['ecoBurial', '生态安葬', 'Eco-burial'],
  ['seaScattering', '骨灰撒海', 'Scattering at sea'],
  ['trafficAid', '交通补助', 'Traffic aid'],
  ['vigilHall', '守灵厅（小）', 'Vigil hall, small'],
  ['vigilHallLarge', '守灵厅（大）', 'Vigil hall, large'],
] as const)
export type WaiverItem = (typeof waiverItems)[number]['code']
export const waiverItemCodes = waiverItems.map(({ code }) => code) as [WaiverItem, ...WaiverItem[]]

/** What an item is counted under: the four basic items and the rent of vigil halls are counted apart from everything else. */
export type ItemGroup = 'basic' | 'vigil' | 'other'
export const itemGroups: readonly ItemGroup[] = ['basic', 'vigil', 'other']
export const itemGroupTitles: Readonly<Record<ItemGroup, Text>> = { basic: text('四项基本服务', 'four basic items'), vigil: text('守灵厅租用', 'vigil-hall rent'), other: text('其他项目', 'other items') }
const basic: readonly WaiverItem[] = ['transport', 'coldStorage', 'cremation', 'ashStorage']
const vigil: readonly WaiverItem[] = ['vigilHall', 'vigilHallLarge']
/** The group an item is counted under. */
export const groupOf = (item: WaiverItem): ItemGroup => (basic.includes(item) ? 'basic' : vigil.includes(item) ? 'vigil' : 'other')

const places = new Map(waiverItemCodes.map((code, index) => [code, index]))
/** Place of an item in the order in which items are kept. */
export const placeOf = (item: WaiverItem): number => places.get(item) ?? waiverItemCodes.length

/** Units of quantity; `body` counts the case as one, calendar days and hours are different rules. */
export const waiverUnits = codeTable([
  ['body', '具', 'body'],
  ['trip', '趟', 'trip'],
  ['kmOneWay', '公里（单程）', 'km one way'],
  ['kmReturn', '公里（往返）', 'km there and back'],
  ['day', '天', 'day'],
  ['hour', '小时', 'hour'],
  ['month', '个月', 'month'],
  ['year', '年', 'year'],
  ['piece', '件', 'piece'],
] as const)
export type WaiverUnit = (typeof waiverUnits)[number]['code']
export const waiverUnitCodes = waiverUnits.map(({ code }) => code) as [WaiverUnit, ...WaiverUnit[]]

/** What is asked of the deceased and the case with yes, no or unknown; unknown never approves. */
export const waiverFlags = codeTable([
  ['student', '在校学生', 'a student here'],
  ['soldier', '驻地现役军人', 'a serving soldier stationed here'],
  ['insuredWorker', '签有劳动合同并按规定参加社会保险的务工人员', 'a worker with contract and the insurance that the document asks'],
  ['homeBuyer', '购房居住人员及其家属', 'an owner of a home here, or of the family'],
  ['residencePermit', '持有居住证', 'holder of a residence permit'],
  ['unregisteredInfant', '未上户口的本地居民婴儿', 'an infant of residents not yet registered'],
  ['unknownBody', '无名尸', 'an unidentified body'],
  ['vagrant', '流浪乞讨或者被遗弃人员', 'a vagrant or abandoned person'],
  ['organDonor', '遗体或者器官捐献者', 'a donor of organs or of the body'],
  ['taiwanCompatriot', '在本地的台湾同胞', 'a Taiwan compatriot here'],
  ['hero', '烈士或者见义勇为人员', 'a martyr, or a person honoured for courage'],
  ['minimumLiving', '最低生活保障对象（低保）', 'on the minimum living allowance'],
  ['marginal', '低保边缘家庭成员', 'of a family at the margin of the allowance'],
  ['destitute', '特困供养人员', 'destitute and cared for by the state'],
  ['threeNo', '城市“三无”人员', 'of the urban “three no”'],
  ['fiveGuarantee', '农村五保供养对象', 'under the rural five guarantees'],
  ['keyVeteran', '重点优抚对象', 'a key veteran beneficiary'],
  ['centenarian', '百岁老人', 'a hundred years old or more'],
  ['fiveOld', '“五老”人员', 'of the “five old” revolutionary groups'],
  ['disasterVictim', '因灾死亡', 'dead in a disaster'],
  ['welfareWard', '福利机构供养人员', 'a ward of a welfare home'],
  ['grant', '享受丧葬补助（一次性丧葬费）', 'with a funeral grant from insurance or employer'],
  ['budgetedStaff', '机关事业单位在编或者离退休人员', 'budgeted or retired staff of a public body'],
  ['enterprisePension', '企业职工养老保险参保人员', 'insured in the enterprise pension scheme'],
  ['fromTown', '遗体从城区（县城）接运', 'collected in the town itself'],
  ['cityHome', '在市级殡仪馆火化', 'cremated at the home of the city'],
  ['centralisedVigil', '在殡仪馆集中办丧', 'with a funeral held at the home'],
] as const)
export type WaiverFlag = (typeof waiverFlags)[number]['code']
export const waiverFlagCodes = waiverFlags.map(({ code }) => code) as [WaiverFlag, ...WaiverFlag[]]

/** Classes as the statistics list those who were relieved (享受惠民政策). */
export const statisticalClasses = codeTable([
  ['universal', '全民普惠', 'Everyone'],
  ['minimumLiving', '城乡低保', 'Minimum living allowance'],
  ['fiveGuarantee', '农村五保', 'Rural five guarantees'],
  ['threeNo', '城市“三无”', 'Urban “three no”'],
  ['veteran', '优抚对象', 'Veteran beneficiaries'],
  ['disaster', '因灾死亡', 'Dead in a disaster'],
  ['unknownBody', '无名尸', 'Unidentified bodies'],
  ['other', '其他对象', 'Other classes'],
] as const)
export type StatisticalClass = (typeof statisticalClasses)[number]['code']
export const statisticalClassCodes = statisticalClasses.map(({ code }) => code) as [StatisticalClass, ...StatisticalClass[]]

const titles = new Map<string, Text>([...waiverItems, ...waiverUnits, ...waiverFlags].map(({ code, zh, en }) => [code, text(zh, en)]))
/** Name of an item, unit or question as the desk shows it. */
export const titleOf = (code: WaiverItem | WaiverUnit | WaiverFlag): Text => titles.get(code) ?? text(code, code)
