import { describe, expect, it } from 'vitest'
import { blocks, rulesByDay } from '../../../../domain/findings.ts'
import { checkName, defaultNameSettings, emptyNameItem, nameFacts, nameRules, splitName } from '../../../../domain/place-names/names/index.ts'
import type { NameItem } from '../../../../domain/place-names/names/index.ts'
import type { PlaceKind } from '../../../../domain/place-names/kinds.ts'
import { romanise } from '../../../../domain/place-names/romanise/index.ts'
import { contextOf, factsOf, spoken } from './facts.ts'

describe('parts of a name', () => {
  it.each([
    ['中山路', '中山', '路', '中山', '', 'none'], ['新官北路', '新官北', '路', '新官', '北', 'direction'], ['浒墅关大道', '浒墅关', '大道', '浒墅关', '', 'none'], ['大川淀一巷', '大川淀一', '巷', '大川淀', '一', 'ordinal'],
    ['经五路', '经五', '路', '经', '五', 'ordinal'], ['三八路', '三八', '路', '三八', '', 'none'], ['马家门前巷', '马家门前', '巷', '马家门前', '', 'none'], ['西俞家浜巷', '西俞家浜', '巷', '西俞家浜', '', 'none'], ['矮凳桥小区', '矮凳桥', '小区', '矮凳桥', '', 'none'],
    ['密云水库', '密云', '水库', '密云', '', 'none'], ['三潭印月', '三潭印月', '', '三潭印月', '', 'none'],
  ])('%s is %s + %s (%s, %s, %s)', (name, specific, generic, stem, series, by) => {
    expect(splitName(name)).toMatchObject({ specific, generic, stem, series, by })
  })
  it('offers the other cuts', () => {
    expect(splitName('清波门直街').others).toEqual([{ specific: '清波门直', generic: '街' }])
  })
})

describe('words that drew objection', () => {
  // What each word must at least be asked about; none may pass unseen.
  const worded: readonly (readonly [string, string])[] = [
    ...['宇宙城', '中央首府', '龙御天下', '万国城', '贞观首府', '世界城', '环球城', '欧洲城', '澳洲城', '美洲城', '中国城', '中华城', '全国城', '天下城', '特区城'].map((name) => [name, 'odd-words'] as const),
    ...['维也纳', '海德堡', '巴洛克', '奥林匹克', '圣地亚哥', '塞纳', '欧罗巴', '拉菲', '卡地亚', '帕提欧', '加州', '巴黎', '曼哈顿'].map((word) => [`${word}花园`, 'foreign'] as const),
    ...['6号大院', 'EE新城', '佳家sport', 'MOMOPARK', '24克拉', '8哩岛'].map((name) => [name, 'characters'] as const),
    ['哑巴路', 'odd-words'], ['黄泉路', 'odd-words'], ['一瓶八斗', 'parts'],
  ]
  it.each(worded)('%s: %s', (name, rule) => {
    expect(spoken({ name, kind: name.endsWith('路') ? 'STREET' : 'ESTATE' })).toContain(rule)
  })
  it.each([['白求恩国际和平医院', 'OTHER'], ['列宁公园', 'PARK'], ['希尔顿酒店', 'ESTATE'], ['西门子公司', 'OTHER'], ['欧洲城', 'ESTATE'], ['维也纳花园', 'ESTATE']] as const)('%s is asked about and never refused for its words', (name, kind) => {
    const { findings } = checkName(factsOf({ name, kind }), { typing: true, answers: [] })
    expect(findings.filter(({ rule, severity }) => severity === 'stop' && rule !== 'place-names.parts')).toEqual([])
    expect(findings.filter(({ severity }) => severity === 'answer').length).toBeGreaterThan(0)
  })
  it.each(['矮凳桥小区', '张桥村路', '黄泥墩街', '薛家湾街', '大窑桥路', '高塘路', '人福路', '栖贤巷', '通润路', '友爱路', '桂庄路', '希宁街', '中沟路', '五福路', '高渠巷', '外麻东路', '越城路'])('%s passes without a word', (name) => {
    expect(spoken({ name, kind: name.endsWith('小区') ? 'ESTATE' : 'STREET' })).toEqual([])
  })
})

describe('each rule', () => {
  const row = (name: string, rule: string, item: Partial<NameItem> = {}): readonly [string, string, Partial<NameItem>] => [name, rule, item]
  it.each([
    row('毛泽东路', 'leader'), row('周恩来大道', 'leader'), row('朱德广场', 'leader', { kind: 'ESTATE' }), row('邓小平北路', 'leader'), row('万里路', 'person'), row('陈云飞路', 'person'), row('张之洞路', 'person'), row('孙悟空路', 'person'),
    row('中山A路', 'characters'), row('中山·路', 'characters'), row('中山１路', 'characters'), row('⼭前路', 'none'), row('甪直路', 'rare'), row('嘦路', 'rare'),
    row('幸福小区', 'generic'), row('时代广场花园', 'generic', { kind: 'ESTATE' }), row('二路', 'generic'), row('万科花园', 'enterprise', { kind: 'ESTATE' }), row('长安', 'parts'),
  ])('%s: %s', (name, rule, item) => {
    const rules = spoken({ name, ...item })
    if (rule === 'none') expect(rules).toEqual([])
    else expect(rules).toContain(rule)
  })
  it('a leader’s name stops, a person’s or a firm’s asks for a reason, and the reason settles it', () => {
    const facts = factsOf({ name: '张之洞路' })
    const asked = checkName(facts, { typing: true, answers: [] }).findings
    expect(asked).toMatchObject([{ rule: 'place-names.person', severity: 'answer', field: 'specific' }])
    expect(checkName(factsOf({ name: '毛泽东路' }), { typing: true, answers: [{ rule: 'place-names.leader', field: '', reason: '…' }] })).toMatchObject({ ready: false, findings: [{ severity: 'stop', law: { zh: '《地名管理条例》第九条第（四）项' } }] })
  })
  it('finds the applicant’s own name', () => {
    expect(spoken({ name: '恒盛花园', kind: 'ESTATE' }, { applicants: ['宜兴市恒盛房地产开发有限公司'] })).toContain('enterprise')
    expect(spoken({ name: '宜丰花园', kind: 'ESTATE' }, { applicants: ['宜兴市恒盛房地产开发有限公司'] })).toEqual([])
    expect(spoken({ name: '越溪路' }, { applicants: ['吴中区人民政府越溪街道办事处'] })).toEqual([])
  })
  it.each([
    [{ widthMetres: 90, lengthMetres: 9000 }, false], [{ widthMetres: 60, lengthMetres: 9000 }, true], [{ widthMetres: 90 }, undefined],
  ])('大道 of %j', (size, asked) => {
    const settings = { ...defaultNameSettings, thresholds: [{ generic: '大道', kind: 'STREET' as PlaceKind, least: { widthMetres: 80, lengthMetres: 8000 }, logic: 'all' as const }] }
    const said = checkName(factsOf({ name: '浐灞大道', size }, { settings }), { typing: false, answers: [] }).findings.find(({ rule }) => rule === 'place-names.generic')
    expect(said?.outcome).toBe(asked === undefined ? 'notYet' : asked ? 'asks' : undefined)
  })
  it.each([['中山\u200B路', 'U+200B'], ['中山\uE000路', '自造字'], ['中山\uD842路', '残缺'], ['中山Ave路', 'A v e']])('%j is refused in words', (name, words) => {
    expect(checkName(factsOf({ name }), { typing: true, answers: [] }).findings.find(({ rule }) => rule === 'place-names.characters')).toMatchObject({ severity: 'stop', outcome: 'fail', field: 'name', message: { zh: expect.stringContaining(words) } })
  })
  it('a code may have digits where it is a natural feature, an old name its rare character with a reason', () => {
    expect(spoken({ name: '1203高地', kind: 'NATURAL' })).toEqual([])
    expect(spoken({ name: '1203高地', kind: 'STREET' })).toContain('characters')
    const answers = [{ rule: 'place-names.rare', field: 'name', reason: '甪直为古镇名' }]
    expect(spoken({ name: '甪直路' })).toEqual(['rare'])
    const rare = checkName(factsOf({ name: '甪直路' }), { typing: true, answers }).findings.find(({ rule }) => rule === 'place-names.rare')
    expect(rare && [blocks([], rare), blocks(answers, rare)]).toEqual([true, false])
    expect(checkName(factsOf({ name: '高厍路' }), { typing: true, answers: [] }).findings).toEqual([])
  })
  it('counts the specific part where the office limits it', () => {
    const settings = { ...defaultNameSettings, maxSpecificLength: 4 }
    expect(spoken({ name: '华洋名苑巷' }, { settings })).toEqual([])
    expect(spoken({ name: '华洋名苑南里巷' }, { settings })).toContain('length')
  })
  it.each([
    [{ kind: 'ESTATE', standsOut: 'yes', publicUse: 'yes' }, undefined], [{ kind: 'ESTATE', standsOut: 'yes', publicUse: 'no' }, 'fail'], [{ kind: 'ESTATE' }, 'notYet'], [{ kind: 'STREET' }, undefined],
  ] as const)('orientation of %j', (item, outcome) => {
    const said = checkName(factsOf({ name: '幸福小区', ...item }), { typing: false, answers: [] }).findings.find(({ rule }) => rule === 'place-names.orientation')
    expect(said?.outcome).toBe(outcome)
  })
  it('a renaming needs its ground, a protected name its measures', () => {
    const renaming = (item: Partial<NameItem>, present: { name: string; protected: boolean; historicValue: boolean } | undefined) =>
      checkName(factsOf({ name: '友爱路', act: 'renaming', ...item }, present === undefined ? {} : { present }), { typing: false, answers: [] }).findings.filter(({ rule }) => rule.startsWith('place-names.rename')).map(({ rule, outcome }) => `${rule.replace('place-names.', '')} ${outcome}`)
    expect(renaming({}, undefined)).toEqual(['rename-ground notYet', 'rename-protected unexamined'])
    expect(renaming({ renameGround: 'construction', renameReason: '道路改线' }, { name: '历山顶街', protected: true, historicValue: true })).toEqual(['rename-protected fail'])
    expect(renaming({ renameGround: 'construction', renameReason: '道路改线', protectionMeasures: '原名沿用于公园' }, { name: '历山顶街', protected: true, historicValue: true })).toEqual([])
  })
  it('a facility is held against local names, and is unexamined until somebody looked', () => {
    const said = (localNames: readonly string[] | undefined) => checkName(factsOf({ name: '南村站', kind: 'FACILITY' }, localNames === undefined ? {} : { localNames }), { typing: false, answers: [] }).findings.find(({ rule }) => rule === 'place-names.local-name')?.outcome
    expect([said(undefined), said(['南村']), said(['北村'])]).toEqual(['unexamined', undefined, 'asks'])
  })
  it('the plan is followed, or the departure explained', () => {
    const said = (item: Partial<NameItem>) => checkName(factsOf({ name: '友爱路', ...item }), { typing: false, answers: [] }).findings.find(({ rule }) => rule === 'place-names.plan')?.outcome
    expect([said({}), said({ plan: 'planned' }), said({ plan: 'departs' }), said({ plan: 'departs', planReason: '方案编制时尚无此路' }), said({ plan: 'noPlan' })]).toEqual(['notYet', undefined, 'fail', undefined, undefined])
  })
})

describe('spelling rules', () => {
  const said = (item: Partial<NameItem>) => checkName(factsOf(item), { typing: false, answers: [] }).findings.filter(({ rule }) => /spelling|reading/u.test(rule)).map(({ rule, outcome }) => `${rule.replace('place-names.', '')} ${outcome}`)
  it('want both forms, by the rules', () => {
    expect(said({ name: '友爱路' })).toEqual(['spelling notYet', 'spelling-fits notYet'])
    expect(said({ name: '友爱路', spelling: { text: 'Yǒu’ài Lù', sign: 'YOU’AI LU', manualReason: '' } })).toEqual([])
    expect(said({ name: '友爱路', spelling: { text: 'Yǒuài Lù', sign: 'YOU’AI LU', manualReason: '' } })).toEqual(['spelling fail', 'spelling-fits asks'])
    expect(said({ name: '外麻东路', spelling: { text: 'Wàimádōng Lù', sign: 'WAIMADONG LU', manualReason: '' } })).toEqual(['spelling-fits asks'])
  })
  it('want the reading of a polyphone confirmed by a named clerk', () => {
    const { text, sign } = romanise({ name: '浒墅关大道' })
    const spelling = { text, sign, manualReason: '' }
    expect(said({ name: '浒墅关大道', spelling })).toEqual(['reading notYet'])
    expect(said({ name: '浒墅关大道', spelling, chosen: { 0: 'xǔ' } })).toEqual(['reading notYet'])
    expect(said({ name: '浒墅关大道', spelling, chosen: { 0: 'xǔ' }, readingsConfirmedBy: 'li' })).toEqual([])
    expect(said({ name: '浒墅关大道', spelling, chosen: { 0: 'hǔ' }, readingsConfirmedBy: 'li' })).toEqual(['spelling-fits asks'])
  })
  it('take a spelling by hand with its reason', () => {
    expect(said({ name: '外麻东路', spelling: { text: 'Wàimádōng Lù', sign: 'WAIMADONG LU', manualReason: '批准文件如此公布' }, readingsConfirmedBy: 'li' })).toEqual([])
  })
})

describe('the list of rules', () => {
  it('has every number of the report, ids once, and one version on any day', () => {
    const codes = [...new Set(nameRules.map(({ code }) => code))]
    expect(codes).toEqual([...Array.from({ length: 18 }, (_, index) => `N${String(index + 1).padStart(2, '0')}`), 'P01', 'P02'])
    expect(new Set(nameRules.map(({ id }) => id)).size).toBe(nameRules.length)
    const onDay = rulesByDay(nameRules)
    for (const day of ['2022-05-01', '2024-04-30', '2024-05-01', '2025-12-31', '2026-01-01', '2026-06-30']) {
      const subjects = onDay(day).map(({ id }) => id.replace(/\.\d{4}$/u, ''))
      expect(new Set(subjects).size, day).toBe(subjects.length)
      expect(subjects).toHaveLength(new Set(nameRules.map(({ id }) => id.replace(/\.\d{4}$/u, ''))).size)
    }
    expect(onDay('2022-04-30')).toEqual([])
  })
  it('nothing entered is no finding while typing, and not ready', () => {
    expect(checkName(nameFacts(emptyNameItem(), contextOf()), { typing: true, answers: [] })).toMatchObject({ findings: [], ready: false })
  })
  it.each(['', ' ', '\u0000', '路', '\uD800路', '路'.repeat(60), '🏠路', '<b>路</b>', '﻿中山路', "'; drop table names"])('odd input %j never throws', (name) => {
    expect(() => checkName(factsOf({ name }), { typing: false, answers: [] })).not.toThrow()
  })
  it('a removal is asked nothing about a new name', () => {
    expect(spoken({ name: '毛泽东路', act: 'removal' })).toEqual([])
  })
})
