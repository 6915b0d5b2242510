import { text } from '../../text.ts'
import type { BeneficiaryClass, WaiverPolicy } from '../policy.ts'
import { actual, by, caseOf, credit, cremated, example, excluded, flag, hukou, infant, insuredWorker, item, layer, noCredit, policy, resident, residents, soldier, student, unknownBody, unread, who, whoIs } from './make.ts'

const grantExcluded = excluded('grant', '享受一次性丧葬补助的', 'with a one-off funeral grant')
const localPoor = (name: 'minimumLiving' | 'threeNo' | 'fiveGuarantee' | 'keyVeteran' | 'fiveOld', zh: string, en: string, counted: BeneficiaryClass['counted']): BeneficiaryClass => who(name, zh, en, [hukou(), flag(name)], counted)

/** Policies of Hubei, Jiangsu, Fujian, Heilongjiang and Shandong. */
export const furtherPolicies: readonly WaiverPolicy[] = [
  policy({
    id: 'TS-2025', title: text('通山县惠民殡葬减免', 'Tongshan'), source: '咸宁市民政局 mzj.xianning.gov.cn 2025-09-15', sourceGrade: 'official', areas: ['421224'], from: '2025-09-15',
    layers: [layer('base', [who('anyone', '在县殡仪馆火化的所有逝者', 'anyone cremated at the home of the county', [cremated()])], [
      actual('transport', 300, { ...noCredit, when: [flag('fromTown')], scope: text('城区，含抬运和消毒', 'within the town, carrying and disinfection included') }), actual('transport', 400, { ...noCredit, when: [flag('fromTown', 'no')], scope: text('乡镇，含抬运和消毒', 'from the townships, carrying and disinfection included') }),
      item('coldStorage', by('hour', { price: 15, quantity: 72, cap: 1080 }), noCredit), actual('cremation', 500, { ...credit(500), scope: text('平板炉 500 元；选用 1,000 元炉的抵扣 500 元', 'flat furnace 500; 500 are credited against the furnace of 1,000') }), unread('ashStorage', noCredit),
    ])],
    notes: [text('公布日期 2025-09-15；骨灰寄存每年 240 元，减免年限未见；前三个月临时寄存不收费', 'Published 2025-09-15; storage of the ashes is 240 a year, for how many years has not been seen; the first three months are not charged'), text('骨灰寄存标准所在网页缺字，待核对', 'The page with the rate of storage has lost characters; to be checked')],
    examples: [
      example('town', text('城区接运 350、冷藏 80 小时、1,000 元炉', 'from the town, 80 hours, the furnace of 1,000'), '2025-10-05', caseOf([['transport', 'body', 1, 350], ['coldStorage', 'hour', 80, 15], ['cremation', 'body', 1, 1000, 'chosen']], { ...resident('421224', '2025-10-01'), flags: { fromTown: 'yes' } }), { waived: 1880, self: 670, items: { transport: 300, coldStorage: 1080, cremation: 500 } }),
      example('township', text('乡镇接运 450、平板炉', 'from a township, flat furnace'), '2025-10-05', caseOf([['transport', 'body', 1, 450], ['cremation', 'body', 1, 500]], { ...resident('421224', '2025-10-01'), flags: { fromTown: 'no' } }), { waived: 900, self: 50, items: { transport: 400, cremation: 500 } }),
    ],
  }),
  policy({
    id: 'SS-2024', title: text('石首市惠民殡葬减免', 'Shishou'), source: '荆州日报 2024-03-02', sourceGrade: 'reprint', areas: ['421081'], from: '2024-03-01',
    layers: [layer('base', [residents('本市户籍人员', 'residents of the city'), insuredWorker, whoIs('homeBuyer', '购房居住人员及其家属', 'home owners and their families'), student, soldier, unknownBody, whoIs('vagrant', '流浪乞讨、被遗弃人员', 'vagrant and abandoned persons')], [unread('transport'), unread('cremation'), unread('coldCoffin'), unread('ashStorage')])],
    notes: [text('四项标准未见', 'The rates of the four items have not been seen')],
    examples: [example('unread', text('标准未录入以前不减免', 'nothing is waived before the rates are entered'), '2025-07-01', caseOf([['cremation', 'body', 1, 500]], resident('421081', '2025-06-28')), { waived: 0, self: 500 })],
  }),
  policy({
    id: 'NJ', title: text('南京市基本殡葬服务费免除', 'Nanjing'), source: 'yzzsnet 2023-01', sourceGrade: 'weak', areas: ['320100'], from: '2023', to: 'unknown', exclusions: [grantExcluded],
    layers: [layer('base', [residents('本市户籍人员', 'residents of the city')], [
      actual('transport'), actual('carrying', undefined, { scope: text('七楼以下', 'up to the seventh floor') }), item('coldStorage', by('day', { quantity: 3 })), actual('grooming'), actual('cremation'), item('ashStorage', by('year', { quantity: 3 })), item('urn', by('piece', { quantity: 1, cap: 200 }), credit(200)),
    ], { classesComplete: false })],
    notes: [text('开始日期未见，所见网页为 2023 年；困难群众另有小告别厅', 'The first day has not been seen, the page is of 2023; relief classes also have a small farewell hall')],
    examples: [
      example('none', text('没有一次性丧葬补助', 'without a grant'), '2025-07-01', caseOf([['coldStorage', 'day', 4, 100], ['cremation', 'body', 1, 380], ['urn', 'piece', 1, 900, 'chosen']], { ...resident('320100', '2025-06-28'), flags: { grant: 'no' } }), { waived: 880, self: 800, items: { coldStorage: 300, cremation: 380, urn: 200 } }),
      example('W8a', text('已领一次性丧葬补助', 'a grant is paid'), '2025-07-01', caseOf([['cremation', 'body', 1, 380]], { ...resident('320100', '2025-06-28'), flags: { grant: 'yes' } }), { answer: 'no', waived: 0, self: 380 }),
      example('W8b', text('是否领取不详', 'whether a grant is paid is not known'), '2025-07-01', caseOf([['cremation', 'body', 1, 380]], { ...resident('320100', '2025-06-28'), flags: { grant: 'unknown' } }), { answer: 'unknown', waived: 0, self: 380 }),
    ],
  }),
  policy({
    id: 'PC-2025', title: text('浦城县惠民殡葬减免', 'Pucheng'), document: '浦城县通知（2025-03-26）', source: '浦城通知 2025-03-26（转载）', sourceGrade: 'reprint', areas: ['350722'], from: '2025-03', modes: ['till', 'claim'],
    claim: { deadline: null, where: text('县殡仪馆', 'the home of the county'), papers: text('火化证明、发票，火化地未减免的证明', 'cremation certificate, invoice, proof that nothing was waived at the place of cremation') },
    layers: [
      layer('base', [residents('本县户籍人员', 'residents of the county'), unknownBody], [actual('transport', undefined, { scope: text('县域范围内', 'within the county') }), item('coldStorage', by('hour', { quantity: 72 })), actual('cremation'), item('ashStorage', by('year', { quantity: 3 }))]),
      layer('relief', [whoIs('minimumLiving', '低保对象', 'on the minimum living allowance', 'minimumLiving'), whoIs('destitute', '特困人员', 'destitute', 'fiveGuarantee'), whoIs('keyVeteran', '重点优抚对象', 'key veteran beneficiaries', 'veteran'), whoIs('centenarian', '百岁老人', 'a hundred years old', 'other'), unknownBody], [item('urn', by('piece', { quantity: 1, cap: 200 }))]),
    ],
    notes: [text('在外地火化的，须未在火化地享受过减免', 'Residents cremated elsewhere: only where nothing was waived there')],
    examples: [
      example('relief', text('低保对象：四项加骨灰盒', 'on the allowance: the four and an urn'), '2025-07-01', caseOf([['coldStorage', 'hour', 80, 5], ['cremation', 'body', 1, 700], ['ashStorage', 'year', 4, 60], ['urn', 'piece', 1, 260]], { ...resident('350722', '2025-06-28'), flags: { minimumLiving: 'yes' } }), { waived: 1440, self: 160, items: { coldStorage: 360, cremation: 700, ashStorage: 180, urn: 200 } }),
      example('plain', text('一般居民没有骨灰盒', 'others have no urn'), '2025-07-01', caseOf([['cremation', 'body', 1, 700], ['urn', 'piece', 1, 260]], { ...resident('350722', '2025-06-28'), flags: { minimumLiving: 'no', destitute: 'no', keyVeteran: 'no', centenarian: 'no', unknownBody: 'no' } }), { waived: 700, self: 260, items: { cremation: 700 } }),
    ],
  }),
  policy({
    id: 'YC-2025', title: text('永春县惠民殡葬减免', 'Yongchun'), source: '永春县人民政府网 fjyc.gov.cn 2025-07-23', sourceGrade: 'official', areas: ['350525'], from: '2025-01-01',
    layers: [layer('base', [residents('本县户籍人员', 'residents of the county')], [unread('transport'), unread('coldStorage'), unread('cremation'), unread('ashStorage')])],
    notes: [text('四项标准未见；低保、特困人员按“4+4+N”增加项目，内容未见', 'The rates of the four have not been seen; relief classes have “4+4+N”, whose content has not been seen')],
    examples: [example('unread', text('标准未录入以前不减免', 'nothing is waived before the rates are entered'), '2025-07-01', caseOf([['cremation', 'body', 1, 500]], resident('350525', '2025-06-28')), { waived: 0, self: 500 })],
  }),
  policy({
    id: 'BL-2025', title: text('勃利县惠民殡葬减免', 'Boli'), document: '勃利县惠民殡葬办法（2025-08-20）', source: '勃利办法 2025-08-20（转载）', sourceGrade: 'reprint', areas: ['230921'], from: '2025-08-20',
    layers: [layer('base', [residents('本县户籍人员', 'residents of the county'), infant], [
      actual('transport', undefined, { scope: text('县域范围内', 'within the county') }), item('coldStorage', [by('day', { price: 100, quantity: 3, cap: 300 }), by('hour', { price: 3, quantity: 72, cap: 216 })]), actual('cremation', 240), item('ashStorage', by('month', { price: 5, quantity: 12, cap: 60 })),
    ])],
    notes: [text('烈士、现役军人等另列为特殊对象，内容未见', 'Martyrs, soldiers and others are a special class whose content has not been seen')],
    examples: [
      example('days', text('按天：冷藏 4 天、火化 300、寄存 15 个月', 'by days'), '2025-10-05', caseOf([['coldStorage', 'day', 4, 100], ['cremation', 'body', 1, 300], ['ashStorage', 'month', 15, 5]], resident('230921', '2025-10-01')), { waived: 600, self: 175, items: { coldStorage: 300, cremation: 240, ashStorage: 60 } }),
      example('hours', text('按小时：冷藏 80 小时', 'by hours'), '2025-10-05', caseOf([['coldStorage', 'hour', 80, 3]], resident('230921', '2025-10-01')), { waived: 216, self: 24, items: { coldStorage: 216 } }),
    ],
  }),
  policy({
    id: 'DZ-2025', title: text('德州市基本殡葬服务费免除', 'Dezhou'), source: '新华网山东 2025-06-16', sourceGrade: 'reprint', areas: ['371400'], from: '2025-06',
    layers: [layer('base', [who('hukou', '在市域内火化的本市户籍人员', 'residents cremated anywhere in the city', [hukou(), cremated()])], [unread('transport'), unread('coldStorage'), unread('cremation'), unread('ashStorage')])],
    bearers: [{ id: 'county', title: text('火化地县级财政', 'the county of the cremation'), share: 1, when: [flag('cityHome', 'no')] }, { id: 'city', title: text('市级财政', 'the city'), share: 1, when: [flag('cityHome')] }],
    notes: [text('四项按火化地标准，费用由火化地财政负担，市殡仪馆由市级负担；标准由各地录入', 'The four items at the rates of the place of cremation, which also bears the cost; the home of the city is borne by the city')],
    examples: [example('unread', text('标准未录入以前不减免', 'nothing is waived before the rates are entered'), '2025-07-01', caseOf([['cremation', 'body', 1, 500]], resident('371400', '2025-06-30', '2025-07-01')), { answer: 'yes', waived: 0, self: 500 })],
  }),
  policy({
    id: 'FZ-2013', title: text('福州市困难群众殡葬基本服务费减免', 'Fuzhou, poor residents'), source: '福州新闻网 2013-02-25', sourceGrade: 'reprint', areas: ['350100'], from: '2013-01-01', to: 'unknown', exclusions: [grantExcluded],
    layers: [layer('base', [
      localPoor('minimumLiving', '低保对象', 'on the minimum living allowance', 'minimumLiving'), localPoor('threeNo', '城市“三无”人员', 'urban “three no”', 'threeNo'), localPoor('fiveGuarantee', '农村五保对象', 'rural five guarantees', 'fiveGuarantee'), localPoor('keyVeteran', '重点优抚对象', 'key veteran beneficiaries', 'veteran'), localPoor('fiveOld', '“五老”人员', '“five old” groups', 'veteran'), unknownBody,
    ], [actual('transport'), item('coldStorage', by('day', { quantity: 3 })), actual('wrapping'), actual('cremation'), item('urn', by('piece', { quantity: 1, cap: 200 })), actual('farewellHall', undefined, { scope: text('小告别厅', 'the small hall') })])],
    notes: [text('先向街道（镇）申请', 'Applied for at the street office first')],
    examples: [example('poor', text('低保对象：冷藏 5 天、火化 400、骨灰盒 350', 'on the allowance'), '2015-07-01', caseOf([['coldStorage', 'day', 5, 60], ['cremation', 'body', 1, 400], ['urn', 'piece', 1, 350]], { ...resident('350100', '2015-06-28'), flags: { minimumLiving: 'yes', grant: 'no' } }), { waived: 780, self: 270, items: { coldStorage: 180, cremation: 400, urn: 200 } })],
  }),
  policy({
    id: 'YD-2025', title: text('龙岩市永定区惠民殡葬减免', 'Yongding, Longyan'), source: '永定新闻 2025-11-12（转载）', sourceGrade: 'reprint', areas: ['350803'], from: '2025-01-01',
    layers: [layer('base', [residents('本区户籍人员', 'residents of the district'), whoIs('taiwanCompatriot', '台湾同胞', 'Taiwan compatriots')], [actual('transport', undefined, { scope: text('一楼，抬运 200 米以内', 'first floor, carried up to 200 m') }), item('coldStorage', by('hour', { quantity: 72 })), actual('cremation'), item('ashStorage', by('year', { quantity: 1 }))])],
    examples: [example('four', text('冷藏 80 小时、火化 650、寄存 2 年', '80 hours, a cremation of 650, two years'), '2025-07-01', caseOf([['coldStorage', 'hour', 80, 5], ['cremation', 'body', 1, 650], ['ashStorage', 'year', 2, 100]], resident('350803', '2025-06-28')), { waived: 1110, self: 140, items: { coldStorage: 360, cremation: 650, ashStorage: 100 } })],
  }),
]
