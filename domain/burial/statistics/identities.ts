import type { CountIdentity, IdentityRow } from '../../statistics/counted.ts'
import { identityOf } from '../../statistics/counted.ts'
import type { CountUnit } from './lines.ts'

type Row = IdentityRow<CountUnit>

/** The identities of the counts, by id; those of months and of the year to date are made where the months are known. */
export const burialIdentities: readonly CountIdentity<CountUnit>[] = ([
  ['cremated.homes', '火化遗体 = 各殡仪馆之和', 'cremated = sum over homes', '具', ['cremated.total'], ['cremated.total@*']],
  ['cremated.residents', '火化遗体 = 户籍 + 非户籍 + 不明', 'cremated = residents + non-residents + not known', '具', ['cremated.total'], ['cremated.resident.*']],
  ['cremated.manner', '火化遗体 = 正常死亡 + 公安证明 + 未填', 'cremated = normal + certified by the police + not stated', '具', ['cremated.total'], ['cremated.manner.*']],
  ['cremated.sexes', '火化遗体 = 男 + 女 + 未填', 'cremated = men + women + not stated', '具', ['cremated.total'], ['cremated.sex.*']],
  ['cremated.ages', '火化遗体 = 各年龄段之和', 'cremated = sum over ages', '具', ['cremated.total'], ['cremated.age.*']],
  ['cremated.origins', '火化遗体 = 各户籍地区之和', 'cremated = sum over origins', '具', ['cremated.total'], ['cremated.origin.*']],
  ['cremated.causes', '火化遗体 = 各死亡原因之和', 'cremated = sum over causes', '具', ['cremated.total'], ['cremated.cause.*']],
  ['certificates', '火化遗体 ≥ 已发火化证明（截至目前，补发不计）', 'certificates ≤ cremated (all entered; reissues apart)', '件', ['certificate.first'], ['cremated.total'], 'ever', '≤'],
  ['certificates.awaited', '火化遗体 − 已发火化证明 = 尚未发证的案件', 'cremated − certificates = cases without one', '件', ['certificate.awaited'], ['cremated.total'], 'standing', '=', ['certificate.first']],
  ['waiver.items', '减免总额 = 各项目之和', 'waived = sum over items', '元', ['waiver.total'], ['waiver.item.*']],
  ['waiver.groups', '减免总额 = 四项基本服务 + 守灵厅 + 其他', 'waived = basic items + vigil halls + others', '元', ['waiver.total'], ['waiver.group.*']],
  ['waiver.classes', '减免总额 = 各类对象之和', 'waived = sum over classes', '元', ['waiver.total'], ['waiver.class.*']],
  ['waiver.bearers', '减免总额 = 各负担单位之和', 'waived = sum over bearers', '元', ['waiver.total'], ['waiver.bearer.*']],
  ['waiver.policies', '减免总额 = 各政策之和', 'waived = sum over policies', '元', ['waiver.total'], ['waiver.policy.*']],
  ['waiver.modes', '减免总额 = 现场减免 + 申领', 'waived = till + claims', '元', ['waiver.total'], ['waiver.mode.*']],
  ['waiver.actual', '实际费用 = 减免 + 自付', 'actual = waived + self-paid', '元', ['waiver.actual'], ['waiver.total', 'waiver.selfPaid']],
  ['ashes', '骨灰去向之和 = 火化遗体（截至期末）', 'sum of the destinations = cremated (at the end)', '具', ['ashes.*'], ['cremated.total'], 'standing'],
  ['ashes.homes', '分馆骨灰去向之和 = 分馆火化遗体（截至期末）', 'destinations by home = cremated by home (at the end)', '具', ['ashes.@*'], ['cremated.total@*'], 'standing'],
  ['deposits', '骨灰寄存：取出 ≤ 存入（截至目前）', 'ashes taken out ≤ deposited (all entered)', '例', ['deposit.out'], ['deposit.in'], 'ever', '≤'],
  ['placements.ways', '安葬（安放）= 各种方式之和', 'placements = sum over ways', '例', ['placed.total'], ['placed.how.*']],
  ['placements.eco', '节地生态安葬 = 各种生态方式之和', 'eco-burials = sum over their ways', '例', ['placed.eco'], ['placed.how.sea', 'placed.how.tree', 'placed.how.lawn', 'placed.how.flower', 'placed.how.wall', 'placed.how.notKept']],
  ['rewards.ways', '奖补总额 = 各种方式之和', 'rewards = sum over ways', '元', ['reward.total'], ['reward.way.*']],
  ['rewards.payees', '奖补总额 = 家属 + 服务单位', 'rewards = families + providers', '元', ['reward.total'], ['reward.payee.*']],
  ['rewards.policies', '奖补总额 = 各政策之和', 'rewards = sum over policies', '元', ['reward.total'], ['reward.policy.*']],
  ['rewards.placements', '奖补例数 ≤ 安葬（安放）+ 遗体捐献（截至目前）', 'rewards ≤ placements + donations (all entered)', '例', ['reward.total'], ['placed.total', 'donated.total'], 'ever', '≤'],
  ['rewards.eco', '生态方式奖补例数 ≤ 节地生态安葬（截至目前）', 'rewards of eco ways ≤ eco-burials (all entered)', '例', ['reward.eco'], ['placed.eco'], 'ever', '≤'],
  ['plots.ways', '墓位安葬 = 各种方式之和', 'interments = sum over ways', '具', ['plot.interred'], ['plot.interred.how.*']],
  ['plots.cemeteries', '墓位安葬 = 各公墓之和', 'interments = sum over cemeteries', '具', ['plot.interred'], ['plot.interred.at.*']],
  ...([['graves', '座'], ['cells', '穴']] as const).flatMap(([of, unit]): readonly Row[] => [
    [`relocation.types.${of}`, `再安葬${unit}数 = 各类坟之和`, `${of} re-interred = sum over kinds`, unit, [`relocation.reinterred.${of}`], [`relocation.reinterred.${of}.type.*`]],
    [`relocation.townships.${of}`, `再安葬${unit}数 = 各乡镇之和`, `${of} re-interred = sum over townships`, unit, [`relocation.reinterred.${of}`], [`relocation.reinterred.${of}.township.*`]],
  ]),
  ['relocation.paid', '补偿总额 = 补偿 + 早迁奖励 + 按穴补助', 'paid = compensation + early reward + by the cell', '元', ['relocation.paid.graves'], ['relocation.paid.base', 'relocation.paid.reward', 'relocation.paid.cell']],
  ['inspections.results', '已检 = 合格 + 限期整改 + 不合格', 'inspected = passed + to be mended + failed', '处', ['inspection.total'], ['inspection.result.*']],
  ['inspections.again', '复查 = 整改到位 + 未到位', 'inspected again = mended + not mended', '处', ['inspection.again'], ['inspection.mended', 'inspection.notMended']],
  ['illegal.townships', '发现 = 各乡镇之和', 'found = sum over townships', '座', ['illegal.found'], ['illegal.found.township.*']],
  ['illegal.ways', '治理 = 各种方式之和', 'cleared = sum over ways', '座', ['illegal.cleared'], ['illegal.cleared.how.*']],
  ['illegal.flow', '治理 + 不予处理 ≤ 发现（截至目前）', 'cleared + dropped ≤ found (all entered)', '座', ['illegal.cleared', 'illegal.dropped'], ['illegal.found'], 'ever', '≤'],
] as readonly Row[]).map((row) => identityOf(row))
