import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { excluded, flag, hukou, who } from '../waiver/library/make.ts'
import type { RewardPolicy, RewardRow, RewardWay } from './rewards.ts'

type Amount = number | readonly [number, number] | null
const none = text('', '')
/** A row: the ways, and yuan, a range of yuan, or null where the amount has not been read. */
const row = (ways: readonly RewardWay[], amount: Amount, scope: Text = none): RewardRow => ({
  ways: [...ways], fen: typeof amount === 'number' ? amount * 100 : null, leastFen: amount === null || typeof amount === 'number' ? null : amount[0] * 100, mostFen: amount === null || typeof amount === 'number' ? null : amount[1] * 100, scope,
})
type Draft = Pick<RewardPolicy, 'id' | 'title' | 'source' | 'areas' | 'from' | 'rows'> & Partial<RewardPolicy>
const reward = (draft: Draft): RewardPolicy => ({
  series: draft.id, document: '', documentNumber: '', verified: false, to: '', appliesBy: 'placement', classes: [], classesComplete: false, exclusions: [], payee: 'unstated', shares: null, proofs: ['placementRecord'], combination: 'highest', monthsToApply: null, applyAt: none, notes: [], ...draft,
})
const residents = [who('hukou', '本地户籍人员', 'residents', [hukou()])]
const event = { proofs: ['eventCertificate', 'placementRecord'] as RewardPolicy['proofs'] }

/** The reward policies that ship as examples, none in force by itself; only one with a document number may be adopted. */
export const rewardLibrary: readonly RewardPolicy[] = [
  reward({ id: 'RA-ECO', title: text('瑞安市节地生态安葬奖补', 'Rui’an'), source: '中新网 2024-04-03（转载）', areas: ['330381'], from: '2024', rows: [row(['sea', 'scattered', 'notKept', 'bodyDonation'], 8000), row(['tree', 'flower', 'lawn'], 5000), row(['wall', 'niche'], 1000)], notes: [text('开始日期未见，2024 年已执行；困难群众购墓补助 1,500 至 2,000 元，五保、三无人员免费提供墓位', 'The first day has not been seen, in force by 2024; the poor get 1,500 to 2,000 towards a plot, five-guarantee and three-no persons a free one')] }),
  reward({ id: 'WZ-ECO', title: text('温州市海葬奖补', 'Wenzhou'), source: '地方网站转载', areas: ['330300'], from: '2018', rows: [row(['sea'], [5000, 8000])], ...event, notes: [text('免费乘船', 'The trip is free')] }),
  reward({ id: 'SZ-ECO', title: text('深圳市节地生态安葬奖补', 'Shenzhen'), documentNumber: '深民规〔2023〕6号', source: '转载', areas: ['440300'], from: '2023', classes: residents, classesComplete: true, rows: [row(['sea'], 3000), row(['notKept', 'scattered', 'tree', 'flower', 'lawn', 'wall', 'niche'], 1000)], notes: [text('仅限户籍人员；其他人员免费但不奖补', 'Residents only; others take part free of charge and are not paid')] }),
  reward({ id: 'GZ-ECO', title: text('广州市骨灰撒海奖补', 'Guangzhou'), source: '广州民政 2024-01（转载）', areas: ['440100'], from: '2013-01-01', appliesBy: 'death', classes: residents, classesComplete: true, rows: [row(['sea'], 2000)], ...event, notes: [text('在本市死亡的非户籍人员免费参加；亲属二人随船', 'Not resident but died here: free; two relatives aboard')] }),
  reward({ id: 'FZ-ECO', title: text('福州市海葬奖补', 'Fuzhou'), source: '福建日报 2023-03-15', areas: ['350100'], from: '2023', classes: residents, classesComplete: true, rows: [row(['sea'], 3000, text('参加市里组织的海葬', 'at an event run by the city'))], ...event }),
  reward({ id: 'TS-ECO', title: text('通山县节地生态安葬奖补', 'Tongshan'), source: '咸宁市民政局 mzj.xianning.gov.cn 2025-09-15', areas: ['421224'], from: '2025', rows: [row(['sea', 'notKept', 'scattered', 'tree', 'flower', 'lawn', 'wall', 'niche'], 2000), row(['shared'], 2000, text('三具以上骨灰合葬于不超过 1 平方米的墓位', 'three urns or more in one plot of up to 1 m²'))] }),
  reward({ id: 'QH-ECO', title: text('青海省节地生态安葬奖补', 'Qinghai'), source: '省级答复（转载）', areas: ['630000'], from: 'unknown', rows: [row(['scattered', 'notKept', 'deepBurial'], 3000), row(['tree', 'flower', 'lawn'], 1500), row(['wall'], 2000)], notes: [text('“生命树”同壁葬 2,000 元', 'A “tree of life” has 2,000 like the wall')] }),
  reward({ id: 'LN-ECO', title: text('龙南市节地生态安葬奖补', 'Longnan, Jiangxi'), source: '转载', areas: ['360783'], from: '2025-04-23', rows: [row(['sea', 'notKept', 'scattered'], 3000), row(['tree', 'flower', 'lawn'], null)], notes: [text('由承办人申请；树葬等标准较低，未见', 'The agent applies; the lower amounts have not been seen')] }),
  reward({ id: 'YD-ECO', title: text('永定区节地生态安葬奖补', 'Yongding'), source: '永定新闻 2025-11-12（转载）', areas: ['350803'], from: '2025', rows: [row(['tree', 'flower', 'lawn'], [500, 800], text('墓位小于 0.3 平方米', 'a plot under 0.3 m²'))] }),
  reward({ id: 'XY-ECO', title: text('咸阳市节地生态安葬奖补', 'Xianyang'), source: '转载', areas: ['610400'], from: 'unknown', classes: residents, classesComplete: true, exclusions: [excluded('welfareWard', '福利机构供养人员', 'wards of welfare homes')], rows: [row(['notKept', 'scattered', 'tree', 'flower', 'lawn'], 3000), row(['niche'], 800, text('寄存 15 年以上', 'for 15 years and more')), row(['wall', 'tower'], 500)] }),
  reward({ id: 'DH-ECO', title: text('舟山市定海区节地生态安葬奖补', 'Dinghai, Zhoushan'), source: '转载', areas: ['330902'], from: 'unknown', rows: [row(['sea', 'notKept', 'scattered', 'tree', 'flower', 'lawn'], 2000), row(['wall', 'niche'], 500)], applyAt: text('社区受理，街道审核，区里审批', 'community, then street, then district') }),
  reward({ id: 'JN-ECO', title: text('济南市节地生态安葬奖补', 'Jinan'), source: '新华社 2018-05-24', areas: ['370100'], from: '2018-04-01', to: '2023-03-31', classes: [...residents, who('residencePermit', '持居住证人员', 'holders of a residence permit', [flag('residencePermit')])], classesComplete: true, rows: [row(['sea', 'notKept', 'scattered'], 4000), row(['tree', 'flower', 'lawn'], 3000), row(['wall', 'niche'], 1000)] }),
]

/** A shipped reward policy by its id; throws `not_found`. */
export const getShippedReward = (id: string): RewardPolicy => {
  const found = rewardLibrary.find((policy) => policy.id === id)
  if (found === undefined) throw new LantaiError('not_found', text(`没有奖补政策 ${id}`, `There is no reward policy ${id}`), 'policy')
  return found
}
