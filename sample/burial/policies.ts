import type { RewardPolicy } from '../../domain/burial/rewards.ts'
import { actual, by, caseOf, cremated, credit, example, flag, hukou, item, layer, policy, resident, residents, who, whoIs } from '../../domain/waiver/library/make.ts'
import type { WaiverPolicy } from '../../domain/waiver/policy.ts'
import { text } from '../../domain/text.ts'
import { sampleArea } from '../places.ts'

/** The waiver and reward policies of the sample office: made up, and marked so; they show what a policy of one's own looks like. */

const relief = [
  whoIs('minimumLiving', '最低生活保障对象', 'on the minimum living allowance', 'minimumLiving', text('低保证', 'certificate of the allowance')),
  whoIs('destitute', '特困供养人员', 'the destitute', 'other', text('特困人员救助供养证', 'certificate of support')),
  whoIs('keyVeteran', '重点优抚对象', 'key veteran beneficiaries', 'veteran', text('优抚证', 'veteran’s certificate')),
]

const bill = caseOf(
  [['transport', 'trip', 1, 260], ['coldStorage', 'day', 4, 60], ['cremation', 'body', 1, 300], ['vigilHall', 'day', 2, 650], ['ashStorage', 'year', 1, 100], ['urn', 'piece', 1, 480, 'chosen']],
  { ...resident(sampleArea, '2026-05-18', '2026-05-22'), flags: { centralisedVigil: 'yes', minimumLiving: 'no', destitute: 'no', keyVeteran: 'no', cityHome: 'no' } },
)

/** 示例区惠民殡葬减免办法: four basic items for residents, the vigil hall apart, an urn for those in need; paid by the district and the city. */
export const sampleWaiverPolicy: WaiverPolicy = policy({
  id: 'SAMPLE-2020', title: text('示例区惠民殡葬减免办法（示例）', 'Waivers of the sample district (sample)'), document: '示例区民政局 示例区财政局关于惠民殡葬减免的通知（示例）', documentNumber: '示民〔2019〕1号（示例）',
  source: '示例数据，不是真实文件', sourceGrade: 'weak', areas: [sampleArea], from: '2020-01-01', appliesBy: 'cremation', modes: ['till', 'claim'],
  claim: { deadline: { count: 6, unit: 'month', from: 'cremation' }, where: text('示例区殡仪馆减免窗口', 'at the home of the sample district'), papers: text('火化证明、费用发票和清单、承办人身份证、银行账户', 'cremation certificate, invoice with its list, identity card of the agent, bank account') },
  bearers: [{ id: 'district', title: text('示例区财政', 'the district'), share: 6, when: [] }, { id: 'city', title: text('示例市财政', 'the city'), share: 4, when: [] }],
  settlement: text('由殡仪馆在结算时直接减免，按季与财政结算', 'taken off the bill at the till; settled with the treasury by the quarter'),
  layers: [
    layer('base', [residents('示例区户籍人员', 'residents of the sample district'), who('here', '在本区死亡并火化的外地人员', 'others who died and were cremated here', [hukou('no'), { kind: 'area', of: 'death', within: [], is: 'yes' }, cremated()])], [
      actual('transport', 220), item('coldStorage', by('day', { price: 60, quantity: 3, cap: 180 }), { clockStart: 'arrival' }), actual('cremation', 300), item('ashStorage', by('year', { price: 100, quantity: 1, cap: 100 }), { clockStart: 'cremation' }),
      item('vigilHall', by('day', { price: 600, quantity: 2, cap: 1200 }), { when: [flag('centralisedVigil')] }),
    ], { cap: 2000 }),
    layer('relief', relief, [actual('urn', 300, credit(300)), actual('farewellHall', 200)]),
  ],
  examples: [example('resident', text('户籍居民，集中守灵两天', 'a resident with a vigil of two days'), '2026-05-22', bill, { waived: 2000, self: 680, items: { urn: 0 } })],
})

const amount = (ways: RewardPolicy['rows'][number]['ways'], yuan: number): RewardPolicy['rows'][number] => ({ ways, fen: yuan * 100, leastFen: null, mostFen: null, scope: text('', '') })

/** 示例区节地生态安葬奖补办法. */
export const sampleRewardPolicy: RewardPolicy = {
  id: 'SAMPLE-ECO-2020', series: 'SAMPLE-ECO', title: text('示例区节地生态安葬奖补办法（示例）', 'Eco-burial rewards of the sample district (sample)'), document: '示例区民政局关于节地生态安葬奖补的通知（示例）', documentNumber: '示民〔2019〕2号（示例）',
  source: '示例数据，不是真实文件', verified: false, areas: [sampleArea], from: '2020-01-01', to: '', appliesBy: 'placement', classes: [who('hukou', '示例区户籍人员', 'residents of the sample district', [hukou()])], classesComplete: true, exclusions: [],
  rows: [amount(['sea', 'notKept', 'scattered'], 3000), amount(['tree', 'flower', 'lawn'], 1500), amount(['wall', 'niche'], 500)], payee: 'family', shares: null, proofs: ['placementRecord'], combination: 'highest', monthsToApply: 12,
  applyAt: text('示例区民政局殡葬服务窗口', 'at the window of funeral affairs'), notes: [],
}

/** What the home may charge: items, units and prices in yuan, each by the sample approval. */
export const samplePrices = ([
  ['transport', 'trip', 260], ['transport', 'kmReturn', 5], ['carrying', 'trip', 60], ['disinfection', 'body', 80], ['wrapping', 'piece', 60], ['coldStorage', 'day', 60], ['coldStorage', 'hour', 4], ['grooming', 'body', 150], ['farewellHall', 'trip', 300], ['vigilHall', 'day', 650], ['vigilHallLarge', 'day', 980],
  ['cremation', 'body', 300], ['urn', 'piece', 480], ['simpleCoffin', 'piece', 120], ['shroud', 'piece', 200], ['ashStorage', 'year', 100], ['ashStorage', 'month', 10], ['ecoBurial', 'body', 0],
] as const).map(([code, unit, yuan]) => ({ item: code, unit, unitPriceFen: yuan * 100, document: '示价〔2019〕3号（示例）', from: '2020-01-01', to: '' }))
