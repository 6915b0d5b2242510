import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { BoundaryActionKind } from './boundaries/actions.ts'
import { placeNameActTitles } from './case/fold.ts'
import type { GazetteerActionKind } from './gazetteer/actions.ts'
import type { IrregularActionKind } from './irregular/actions.ts'
import type { NameAct } from './names/index.ts'
import type { NamePlanActionKind } from './plans/actions.ts'
import type { AddressActionKind, PlateActionKind } from './plates/actions.ts'
import type { PlateType } from './plates/settings.ts'

/** What each act on the gazetteer is called. */
export const gazetteerTitles: Readonly<Record<GazetteerActionKind, Text>> = {
  'gazetteer.added': text('登记地名', 'Register the name'), 'gazetteer.named': text('登记名称', 'Add a name'), 'gazetteer.renamed': text('更名', 'Rename'), 'gazetteer.restood': text('名称状态变更', 'Change the standing of a name'), 'gazetteer.extentChanged': text('起止点（范围）调整', 'Change the extent'), 'gazetteer.removed': text('销名', 'Remove the name'),
  'gazetteer.described': text('修改说明', 'Describe'), 'gazetteer.placed': text('标定位置', 'Place on the map'), 'gazetteer.spelled': text('修改拼写', 'Change the spelling'), 'gazetteer.protected': text('列入保护名录', 'Put on the protection list'), 'gazetteer.unprotected': text('移出保护名录', 'Take off the protection list'), 'gazetteer.coded': text('登记地名代码', 'Enter the code of the national base'),
}

/** What each act on door and building numbers is called. */
export const plateTitles: Readonly<Record<PlateActionKind, Text>> = {
  'plate.numbered': text('编号', 'Number'), 'plate.assigned': text('启用预留号', 'Give out a reserved number'), 'plate.confirmed': text('确认门楼号', 'Confirm a number'), 'plate.made': text('制作', 'Make plates'), 'plate.mounted': text('安装', 'Mount a plate'),
  'plate.renumbered': text('改号', 'Renumber'), 'plate.cancelled': text('注销', 'Cancel'), 'plate.streetRenamed': text('街路巷、住宅区更名', 'Street or estate renamed'), 'plate.concorded': text('出具新旧地址对照表', 'Issue the concordance'), 'plate.printed': text('打印', 'Print'),
}

/** What each act on address proofs is called. */
export const addressTitles: Readonly<Record<AddressActionKind, Text>> = { 'address.proved': text('出具地名证明', 'Issue an address proof'), 'address.withdrawn': text('撤回地名证明', 'Withdraw an address proof') }

/** What each act on boundaries and the plans of their inspection is called. */
export const boundaryTitles: Readonly<Record<BoundaryActionKind, Text>> = {
  'boundary.registered': text('登记界线', 'Register the boundary'), 'boundary.described': text('变更界线登记', 'Change what is registered'), 'boundary.inspected': text('联合检查', 'Inspect jointly'), 'boundary.resultFiled': text('联检结果备案', 'File the result'), 'boundary.markerMended': text('修复界桩', 'Mend a marker'), 'boundary.ended': text('撤销界线', 'End the boundary'),
  'boundaryPlan.set': text('确定年度联检计划', 'Set the inspection plan of a year'),
}

/** What each act on name plans is called. */
export const namePlanTitles: Readonly<Record<NamePlanActionKind, Text>> = { 'namePlan.adopted': text('登记地名方案', 'Register a name plan'), 'namePlan.changed': text('变更地名方案', 'Change a name plan'), 'namePlan.ended': text('终止地名方案', 'End a name plan') }

/** What each act on irregular names is called. */
export const irregularTitles: Readonly<Record<IrregularActionKind, Text>> = { 'irregularName.found': text('登记不规范地名', 'Record an irregular name'), 'irregularName.noticed': text('下达整改通知书', 'Give notice to put it right'), 'irregularName.interviewed': text('约谈', 'Interview'), 'irregularName.settled': text('办结', 'Settle') }

/** Names of every act of the place-name window, as the desk and its journal show them. */
export const placeNameTitles: Readonly<Record<string, Text>> = {
  ...placeNameActTitles, ...gazetteerTitles, ...plateTitles, ...addressTitles, ...boundaryTitles, ...namePlanTitles, ...irregularTitles, 'placeNameProfile.set': text('本地规定生效', 'Put local rules in force'),
}

/** What is done to a name (《地名管理条例》 on 命名、更名; the others by local rules). */
export const nameActTitles: Readonly<Record<NameAct, Text>> = { naming: text('命名', 'Naming'), renaming: text('更名', 'Renaming'), extentChange: text('起止点调整', 'Change of extent'), removal: text('销名', 'Removal'), restoration: text('恢复', 'Restoration') }

/** The kinds of door and building plates. */
export const plateTypeTitles: Readonly<Record<PlateType, Text>> = { gate: text('门牌', 'Gate plates'), building: text('楼牌', 'Building plates'), unit: text('单元牌', 'Unit plates'), room: text('户室牌', 'Room plates'), estate: text('住宅区牌', 'Estate plates') }
