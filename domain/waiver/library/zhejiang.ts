import { text } from '../../text.ts'
import type { WaiverPolicy } from '../policy.ts'
import { actual, by, caseOf, credit, example, flag, hukou, infant, insuredWorker, item, layer, noCredit, policy, resident, residents, soldier, student, unknownBody, unread, who, whoIs } from './make.ts'

const townsfolk = [residents('本市户籍人员', 'residents of the city'), student, soldier, insuredWorker]

/** Policies of Zhejiang. */
export const zhejiangPolicies: readonly WaiverPolicy[] = [
  policy({
    id: 'NB-2021', title: text('宁波市基本殡葬服务费免除', 'Ningbo'), source: '宁波市民政局 nbmz.ningbo.gov.cn 2021-08-10', sourceGrade: 'official', areas: ['330200'], from: '2021',
    layers: [layer('base', [
      residents('本市户籍人员', 'residents of the city'), student, soldier, insuredWorker, whoIs('organDonor', '遗体、器官捐献者', 'donors of body or organs'), whoIs('residencePermit', '持居住证人员', 'holders of a residence permit'), whoIs('hero', '见义勇为人员', 'persons honoured for courage'), unknownBody, infant,
    ], [
      item('transport', [by('kmOneWay'), by('kmReturn'), by('trip'), by('body')], { ...noCredit, scope: text('市域范围内', 'within the city') }), actual('waitingRoom', 270, { ...noCredit, scope: text('火化前不超过 2 小时', 'up to two hours before the cremation') }), actual('cremation', undefined, noCredit),
      item('ashStorage', by('year', { quantity: 1 }), noCredit), actual('carrying', undefined, noCredit), item('simpleCoffin', by('piece', { quantity: 1 }), { ...noCredit, scope: text('纸盒', 'a paper box') }), item('shroud', by('piece', { quantity: 1 }), noCredit), actual('vehicleDisinfection', undefined, noCredit),
      item('urn', by('piece', { quantity: 1, cap: 300 }), { ...noCredit, scope: text('普通骨灰盒', 'a plain urn') }),
    ])],
    notes: [text('等候室原为 180 元；骨灰盒原来只对困难群众', 'The waiting room was 180 yuan before; the urn was for relief classes only')],
    examples: [example('waiting', text('等候室 350、普通骨灰盒 320', 'waiting room and plain urn above their caps'), '2025-07-01', caseOf([['waitingRoom', 'body', 1, 350], ['urn', 'piece', 1, 320], ['transport', 'kmReturn', 40, 5]], resident('330200', '2025-06-28')), { waived: 770, self: 100, items: { waitingRoom: 270, urn: 300, transport: 200 } }),
      example('chosenUrn', text('自选骨灰盒不抵扣', 'an urn of one’s own gets no credit'), '2025-07-01', caseOf([['urn', 'piece', 1, 2000, 'chosen']], resident('330200', '2025-06-28')), { waived: 0, self: 2000, items: { urn: 0 } })],
  }),
  policy({
    id: 'HGH-2010', series: 'HGH', title: text('杭州市基本殡葬服务费减免（2010 年）', 'Hangzhou (2010)'), source: '经济观察网 2010-06-30；中国妇女报 2023-08-07', sourceGrade: 'reprint', areas: ['330100'], from: '2010-07-01', to: '2023-07-31',
    layers: [layer('base', townsfolk, [item('transport', by('kmReturn', { price: 5 })), item('coldStorage', by('day', { quantity: 3, cap: 300 })), actual('cremation', 330)])],
    examples: [example('three', text('往返 30 公里、冷藏 4 天、火化 400', '30 km return, four days, a cremation of 400'), '2020-07-01', caseOf([['transport', 'kmReturn', 30, 6], ['coldStorage', 'day', 4, 100], ['cremation', 'body', 1, 400]], resident('330100', '2020-06-28')), { waived: 780, self: 200, items: { transport: 150, coldStorage: 300, cremation: 330 } })],
  }),
  policy({
    id: 'HGH-2023', series: 'HGH', title: text('杭州市基本殡葬服务费免除（2023 年）', 'Hangzhou (2023)'), source: '中国妇女报 2023-08-07', sourceGrade: 'reprint', areas: ['330100'], from: '2023-08-01',
    layers: [layer('base', [who('province', '浙江省户籍人员', 'residents of the province', [hukou('yes', '330000')])], [unread('transport', noCredit), unread('coldStorage', noCredit), unread('cremation', { scope: text('减免额可抵扣捡灰炉', 'may be credited against the better furnace') }), unread('farewellHall', noCredit), unread('urn', noCredit)], { classesComplete: false })],
    notes: [text('共六项，标准和第六项未见；只有火化的减免额可以抵扣', 'Six items; the rates and the sixth have not been seen; only the cremation is credited')],
    examples: [example('unread', text('标准未录入以前不减免', 'nothing is waived before the rates are entered'), '2025-07-01', caseOf([['cremation', 'body', 1, 400]], resident('330100', '2025-06-28')), { waived: 0, self: 400 })],
  }),
  policy({
    id: 'WZ-2011', title: text('温州市区基本殡葬服务费减免', 'Wenzhou, urban districts'), source: '温州网 66wz.com 2011-04-04', sourceGrade: 'reprint', areas: ['330302', '330303', '330304'], from: '2011-04', to: 'unknown',
    layers: [layer('base', townsfolk, [actual('cremation', 330), actual('transport', 230, { scope: text('40 公里以内、三楼以下', 'within 40 km, up to the third floor') }), item('coldStorage', by('day', { price: 80, quantity: 3, cap: 240 }))])],
    examples: [example('caps', text('三项都到顶', 'all three caps'), '2015-07-01', caseOf([['cremation', 'body', 1, 400], ['transport', 'body', 1, 300], ['coldStorage', 'day', 5, 100]], resident('330302', '2015-06-28')), { waived: 800, self: 400, items: { cremation: 330, transport: 230, coldStorage: 240 } })],
  }),
  policy({
    id: 'WC-2019', title: text('文成县集中办丧减免', 'Wencheng, funerals held at the home'), source: '温州市民政局 wzmz.wenzhou.gov.cn 2019-12-05', sourceGrade: 'official', areas: ['330328'], from: '2019-12-10', to: 'unknown',
    layers: [layer('base', [who('centralised', '在殡仪馆集中办丧的', 'funerals held at the home', [flag('centralisedVigil')])], [
      actual('trafficAid', 1000), item('coldCoffin', by('day', { quantity: 3 })), item('vigilHall', by('day', { quantity: 2 })), item('vigilHallLarge', by('day', { price: 380, quantity: 2, cap: 760 })), item('urn', by('piece', { quantity: 1, cap: 300 }), credit(300)),
    ])],
    examples: [example('vigil', text('大厅三天、自选骨灰盒 1,200', 'three days of the large hall and an urn of 1,200'), '2020-07-01', caseOf([['trafficAid', 'body', 1, 1000], ['coldCoffin', 'day', 4, 100], ['vigilHallLarge', 'day', 3, 380], ['urn', 'piece', 1, 1200, 'chosen']], { ...resident('330328', '2020-06-28'), flags: { centralisedVigil: 'yes' } }), { waived: 2360, self: 1380, items: { trafficAid: 1000, coldCoffin: 300, vigilHallLarge: 760, urn: 300 } })],
  }),
]
