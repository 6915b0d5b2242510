import { text } from '../../text.ts'
import type { WaiverPolicy } from '../policy.ts'
import type { Row } from './make.ts'
import { actual, by, caseOf, cremated, died, example, excluded, hukou, item, layer, policy, resident, residents, unread, who } from './make.ts'

const guangzhouDocument = '广州市民政局 广州市财政局 关于减免殡葬基本服务费用有关问题的通知'
const guangzhouSource = '转载：jingyanla.com；报道：topper.com.cn 2015-09-22、大众网 2016-08-19'
const guangzhouItems = [
  actual('transport', 180), actual('disinfection', 100), item('coldStorage', by('day', { quantity: 3, cap: 300 })), actual('farewellHall', 400),
  actual('cremation', 250, { scope: text('普通炉', 'ordinary furnace') }), item('urn', by('piece', { quantity: 1, cap: 100 })),
]
const sea = actual('seaScattering')
const claim = { deadline: { count: 3, unit: 'month', from: 'invoice' }, where: text('街道（镇）', 'street or township office'), papers: text('火化证明、发票和收费清单、经办人身份证、银行账户', 'cremation certificate, invoice with its list, identity card of the agent, bank account') } as const
const bill: readonly Row[] = [['transport', 'body', 1, 220], ['disinfection', 'body', 1, 100], ['coldStorage', 'day', 4, 100], ['farewellHall', 'body', 1, 500], ['cremation', 'body', 1, 250], ['urn', 'piece', 1, 380], ['ashStorage', 'year', 1, 70]]
const leizhou: readonly Row[] = [['transport', 'kmOneWay', 200, 3], ['disinfection', 'body', 1, 90], ['farewellHall', 'body', 1, 230], ['cremation', 'body', 1, 250], ['urn', 'piece', 1, 150], ['coldStorage', 'day', 3, 80], ['ashStorage', 'year', 2, 50]]

/** Policies of Guangdong. */
export const guangdongPolicies: readonly WaiverPolicy[] = [
  policy({
    id: 'GZ-RES', title: text('广州市户籍居民殡葬基本服务费减免', 'Guangzhou, residents'), document: guangzhouDocument, source: guangzhouSource, sourceGrade: 'reprint', areas: ['440100'], from: '2015-09-28', appliesBy: 'death',
    modes: ['till', 'claim'], claim, settlement: text('在本市火化的直接减免；在外地火化的先付后到街道（镇）申领', 'taken off at the till; claimed at the street office where cremated elsewhere'),
    layers: [layer('base', [residents('本市户籍居民', 'residents of the city')], [...guangzhouItems, item('ashStorage', by('year', { price: 70, quantity: 5, cap: 350 }), { clockStart: 'cremation' }), sea], { cap: 1680 })],
    notes: [text('骨灰寄存 2015 年文本从死亡之日起算，后来的通知从火化之日起算', 'Storage of the ashes: the text of 2015 counts from the death, the later notice from the cremation'), text('申领期限三个月见 2015 年报道，可能已改', 'The three months for the claim are from a report of 2015 and may have changed')],
    examples: [
      example('W1', text('接运 220、消毒 100、冷藏 4 天、告别厅 500、火化 250、骨灰盒 380、寄存 1 年', 'all seven items, four days of storage'), '2025-05-05', caseOf(bill, resident('440100', '2025-05-01', '2025-05-05')), { waived: 1400, self: 520, items: { transport: 180, disinfection: 100, coldStorage: 300, farewellHall: 400, cremation: 250, urn: 100, ashStorage: 70 } }),
      example('caps', text('每项都到顶，合计为封顶 1,680', 'every cap reached'), '2025-05-05', caseOf([...bill.slice(0, 6), ['ashStorage', 'year', 6, 80]], resident('440100', '2025-05-01', '2025-05-05')), { waived: 1680, self: 650 }),
    ],
  }),
  policy({
    id: 'GZ-NON', title: text('广州市非户籍人员殡葬基本服务费减免', 'Guangzhou, not resident'), document: guangzhouDocument, source: guangzhouSource, sourceGrade: 'reprint', areas: ['440100'], from: '2016-09-28', appliesBy: 'death',
    layers: [layer('base', [who('diedHere', '在本市死亡并火化的非户籍人员', 'not resident, died and cremated in the city', [hukou('no'), died, cremated()])], [...guangzhouItems, sea], { cap: 1330 })],
    examples: [example('W2', text('与户籍居民相同的明细，骨灰寄存不在内', 'the same bill; storage of the ashes is not covered'), '2025-05-05', caseOf(bill, { areas: { hukou: '450100', death: '440100', cremation: '440100' }, days: { death: '2025-05-01', cremation: '2025-05-05' } }), { waived: 1330, self: 590, items: { ashStorage: 0 } })],
  }),
  policy({
    id: 'LZ-2018', title: text('雷州市殡葬基本服务费减免', 'Leizhou'), documentNumber: '湛民〔2018〕99号', source: '雷州市人民政府网 leizhou.gov.cn', sourceGrade: 'official', areas: ['440882'], from: '2018',
    layers: [layer('base', [who('anyone', '在本市火化的所有逝者', 'anyone cremated here', [cremated()])], [
      item('transport', [by('kmOneWay', { price: 3, quantity: 160, cap: 480 }), by('kmReturn', { price: 3, quantity: 160, cap: 480 })]),
      actual('disinfection', 90), actual('farewellHall', 230), actual('cremation', 250), item('urn', by('piece', { price: 150, quantity: 1, cap: 150 })),
      item('coldStorage', by('day', { price: 80, quantity: 3, cap: 240 })), item('ashStorage', by('year', { price: 50, quantity: 2, cap: 100 })),
    ], { cap: 1540 })],
    notes: [text('接运公里数按单程还是往返，所见文本没有写明', 'Whether the kilometres are one way or return is not stated in the text seen')],
    examples: [
      example('W6', text('接运 200 公里，每公里 3 元', '200 km at 3 yuan'), '2025-05-05', caseOf(leizhou.slice(0, 1), resident('440882', '2025-05-01')), { waived: 480, self: 120, items: { transport: 480 } }),
      example('caps', text('每项都到顶，合计为封顶 1,540', 'every cap reached'), '2025-05-05', caseOf(leizhou, resident('440882', '2025-05-01')), { waived: 1540, self: 120, items: { transport: 480, disinfection: 90, farewellHall: 230, cremation: 250, urn: 150, coldStorage: 240, ashStorage: 100 } }),
    ],
  }),
  policy({
    id: 'HZ-2025', title: text('惠州市殡葬基本服务费免除', 'Huizhou'), source: '惠州市通知 2025-06（官方网页镜像）', sourceGrade: 'reprint', areas: ['441300'], from: '2025-06-01', modes: ['till', 'claim'],
    claim: { deadline: null, where: text('当地殡仪馆或者民政局', 'local home or civil-affairs bureau'), papers: text('火化证明、发票和收费清单', 'cremation certificate, invoice with its list') },
    layers: [layer('base', [residents('本市户籍居民', 'residents of the city')], [
      actual('transport', undefined, { scope: text('市区内', 'within the urban area') }), actual('wrapping'), actual('disinfection'), item('coldStorage', by('day', { quantity: 3 })), actual('farewellHall', undefined, { scope: text('20 平方米及以上', '20 m² and more') }),
      item('urn', by('piece', { quantity: 1 }), { scope: text('简易骨灰盒', 'a simple urn') }), actual('cremation'), item('ashStorage', by('year', { quantity: 10 })), actual('ecoBurial'),
    ], { cap: 1780, classesComplete: false })],
    bearers: [{ id: 'city', title: text('市级财政', 'the city'), share: null, when: [] }, { id: 'district', title: text('县区财政', 'the county or district'), share: null, when: [] }],
    notes: [text('八项任意组合，总额不超过 1,780 元，没有单项限额；市、县区分担比例未见', 'Any mix of the eight up to 1,780 yuan, no caps by item; the ratio of city and district has not been seen')],
    examples: [
      example('W4a', text('符合的项目合计 1,500', 'eligible lines of 1,500'), '2025-07-01', caseOf([['transport', 'body', 1, 400], ['farewellHall', 'body', 1, 600], ['cremation', 'body', 1, 500]], resident('441300', '2025-06-28')), { waived: 1500, self: 0 }),
      example('W4b', text('符合的项目合计 2,300', 'eligible lines of 2,300'), '2025-07-01', caseOf([['transport', 'body', 1, 400], ['farewellHall', 'body', 1, 900], ['cremation', 'body', 1, 500], ['ashStorage', 'year', 10, 50]], resident('441300', '2025-06-28')), { waived: 1780, self: 520, items: { farewellHall: 380, cremation: 500, transport: 400, ashStorage: 500 } }),
    ],
  }),
  policy({
    id: 'SZ-2022', title: text('深圳市殡葬基本服务费免除', 'Shenzhen'), source: '转载：广州日报 2022-06-30；yzwku.com 2024；hkcd 2021-03-19', sourceGrade: 'reprint', areas: ['440300'], from: '2022-06-26', modes: ['till', 'claim'],
    claim: { deadline: null, where: text('深圳市殡仪馆', 'the home of Shenzhen'), papers: text('火化证明、发票和收费清单', 'cremation certificate, invoice with its list') },
    layers: [layer('base', [who('diedHere', '在本市死亡并火化的人员', 'died and cremated in the city', [died, cremated()]), who('elsewhere', '在外地火化的本市户籍人员', 'residents cremated elsewhere', [hukou(), cremated('no')])], [
      actual('farewellHall', 400), item('urn', by('piece', { quantity: 1, cap: 50 })), item('simpleCoffin', by('piece', { quantity: 1, cap: 50 })), actual('grooming', 120), item('coldStorage', by('day', { quantity: 3 })), item('ashStorage', by('year', { quantity: 10 })), unread('transport'), unread('cremation'),
    ], { cap: 2200, classesComplete: false })],
    notes: [text('原文共十项，所见文本只载六项的标准；其余项目待查', 'The document has ten items; the text seen gives the rates of six')],
    examples: [example('inside', text('已知标准的六项', 'the six items whose rates are known'), '2025-07-01', caseOf([['farewellHall', 'body', 1, 500], ['urn', 'piece', 1, 300], ['simpleCoffin', 'piece', 1, 60], ['grooming', 'body', 1, 120], ['coldStorage', 'day', 5, 100], ['ashStorage', 'year', 10, 100]], resident('440300', '2025-06-28')), { waived: 1920, self: 560, items: { farewellHall: 400, urn: 50, simpleCoffin: 50, grooming: 120, coldStorage: 300, ashStorage: 1000 } })],
  }),
  policy({
    id: 'LH-2015', title: text('汕头市龙湖区殡葬基本服务费减免', 'Longhu, Shantou'), source: '转载：2016-11-10', sourceGrade: 'reprint', areas: ['440507'], from: '2015-10-01', to: 'unknown',
    exclusions: [excluded('budgetedStaff', '机关事业单位在编人员和离退休人员', 'budgeted staff and retirees of public bodies'), excluded('enterprisePension', '企业职工养老保险参保人员', 'insured in the enterprise pension scheme')],
    layers: [layer('base', [residents('本区户籍居民', 'residents of the district')], [unread('transport'), unread('coldStorage'), unread('cremation'), unread('ashStorage')])],
    notes: [text('按省定基本殡葬服务项目，标准未见', 'The province’s basic items; the rates have not been seen')],
    examples: [example('insured', text('企业职工养老保险参保人员不在内', 'an insured employee is excluded'), '2025-07-01', caseOf([['cremation', 'body', 1, 300]], { ...resident('440507', '2025-06-28'), flags: { budgetedStaff: 'no', enterprisePension: 'yes' } }), { answer: 'no', waived: 0, self: 300 })],
  }),
]
