import { describe, expect, it } from 'vitest'
import { defaultNameSettings, nameKeys, relationOf, splitName } from '../../../../domain/place-names/names/index.ts'
import type { NameContext, NameItem } from '../../../../domain/place-names/names/index.ts'
import { factsOf, neighbour, spoken, town } from './facts.ts'
import { checkName } from '../../../../domain/place-names/names/index.ts'

const clashes = (item: Partial<NameItem>, context: Partial<NameContext>): readonly string[] => spoken(item, context).filter((rule) => ['duplicate', 'same-elsewhere', 'homophone', 'near-homophone', 'series', 'past-name'].includes(rule))
const relation = (a: string, b: string): string => {
  const read = (name: string) => ({ parts: splitName(name, 'STREET'), keys: nameKeys({ name, kind: 'STREET' }).whole })
  return relationOf(read(a), read(b))
}

describe('two names', () => {
  it.each([
    ['长山路', '常山路', 'homophone'], ['沿河路', '沿河路', 'same'], ['苏思路', '苏四路', 'near'], ['希宁街', '希宁北巷', 'series'], ['希宁北巷', '希宁南巷', 'series'], ['欣顺路', '欣顺东路', 'series'], ['西俞家浜巷', '东俞家浜巷', 'series'],
    ['大川淀一巷', '大川淀二巷', 'series'], ['前进路', '沿河路', 'none'], ['振兴路', '正新路', 'loose'], ['南山路', '兰山路', 'loose'], ['未央路', '末央路', 'look'], ['建设路', '健设路', 'homophone'], ['绿园路', '吕园路', 'near'], ['人民路', '仁民路', 'homophone'],
    ['长江路', '长江中路', 'series'], ['南京路', '北京路', 'none'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(relation(a, b)).toBe(expected)
    expect(relation(b, a)).toBe(expected)
  })
  it('are keyed by the reading that was chosen', () => {
    const read = (name: string, chosen: Record<number, string>) => nameKeys({ name, kind: 'STREET', chosen }).whole
    expect(read('长乐路', { 0: 'zhǎng', 1: 'yuè' }).sound).toBe('zhang3-yue4-lu4')
    expect(read('长乐路', {}).sound).not.toBe('zhang3-yue4-lu4')
    expect(nameKeys({ name: '吕梁路', kind: 'STREET' }).specific).toMatchObject({ same: '吕梁', sound: 'lv3-liang2', near: 'lv-liang' })
  })
})

describe('a name among its neighbours', () => {
  const otherArea = { ...town, builtUpArea: '320506-2' }
  it.each([
    ['长山路', [neighbour('常山路')], ['homophone']],
    ['沿河路', [neighbour('沿河路')], ['duplicate']],
    ['沿河路', [neighbour('沿河路', 'STREET', { area: otherArea })], ['same-elsewhere']],
    ['沿河路', [neighbour('沿河路', 'STREET', { area: { ...town, builtUpArea: 'outside' } })], ['same-elsewhere']],
    ['前进路', [neighbour('前进路', 'STREET', { status: 'proposed' })], ['duplicate']],
    ['希宁北巷', [neighbour('希宁街'), neighbour('希宁南巷')], ['series']],
    ['欣顺东路', [neighbour('欣顺路')], ['series']],
    ['西俞家浜巷', [neighbour('东俞家浜巷')], ['series']],
    ['苏思路', [neighbour('苏四路')], ['near-homophone']],
    ['沿河路', [neighbour('沿河小区', 'ESTATE')], []],
    ['沿河路', [neighbour('沿河路', 'STREET', { status: 'removed' })], ['past-name']],
    ['沿河路', [neighbour('沿河路', 'STREET', { status: 'reserved' })], ['past-name']],
  ])('%s: %#', (name, neighbours, expected) => {
    expect(clashes({ name }, { neighbours })).toEqual(expected)
  })
  it('南村站 twice: a facility has no scope in law, and one where the office sets it', () => {
    const neighbours = [neighbour('南村站', 'FACILITY')]
    expect(clashes({ name: '南村站', kind: 'FACILITY' }, { neighbours })).toEqual(['same-elsewhere'])
    expect(clashes({ name: '南村站', kind: 'FACILITY' }, { neighbours, settings: { ...defaultNameSettings, scopes: { FACILITY: 'county' } } })).toEqual(['duplicate'])
  })
  it('the extension of a road is the same entity', () => {
    expect(clashes({ name: '五渎路', act: 'extentChange' }, { entityId: 'e-五渎路', neighbours: [neighbour('五渎路')] })).toEqual([])
    expect(clashes({ name: '五渎路' }, { entityId: 'e-五渎路', neighbours: [neighbour('五渎路')] })).toEqual([])
  })
  it('an office may widen the scope, never narrow it', () => {
    const neighbours = [neighbour('沿河路', 'STREET', { area: otherArea })]
    expect(clashes({ name: '沿河路' }, { neighbours, settings: { ...defaultNameSettings, scopes: { STREET: 'county' } } })).toEqual(['duplicate'])
    expect(clashes({ name: '沿河路' }, { neighbours: [neighbour('沿河路')], settings: { ...defaultNameSettings, scopes: { STREET: 'none' } } })).toEqual(['duplicate'])
  })
  it('an office may compare the specific part across kinds', () => {
    const settings = { ...defaultNameSettings, compare: 'specific' as const, acrossKinds: true, scopes: { STREET: 'county' as const } }
    expect(clashes({ name: '沿河路' }, { neighbours: [neighbour('沿河小区', 'ESTATE')], settings })).toEqual(['duplicate'])
    expect(clashes({ name: '希宁北巷' }, { neighbours: [neighbour('希宁街')], settings })).toEqual(['series'])
  })
  it('an office may compare what lies beyond every built-up area of its county as one area', () => {
    const outside = { ...town, builtUpArea: 'outside' }
    const settings = { ...defaultNameSettings, outsideCounts: true }
    expect(clashes({ name: '沿河路' }, { area: outside, neighbours: [neighbour('沿河路', 'STREET', { area: outside })] })).toEqual(['same-elsewhere'])
    expect(clashes({ name: '沿河路' }, { area: outside, neighbours: [neighbour('沿河路', 'STREET', { area: outside })], settings })).toEqual(['duplicate'])
    expect(clashes({ name: '沿河路' }, { area: outside, neighbours: [neighbour('沿河路', 'STREET', { area: { ...outside, county: '320507' } })], settings })).toEqual(['same-elsewhere'])
    expect(clashes({ name: '沿河路' }, { neighbours: [neighbour('沿河路', 'STREET', { area: outside })], settings })).toEqual(['same-elsewhere'])
  })
  it('an office may let removed names be used again, historic and reserved ones never without a reason', () => {
    const settings = { ...defaultNameSettings, removedNamesReserved: false }
    expect(clashes({ name: '沿河路' }, { neighbours: [neighbour('沿河路', 'STREET', { status: 'removed' })], settings })).toEqual([])
    expect(clashes({ name: '沿河路' }, { neighbours: [neighbour('沿河路', 'STREET', { status: 'historic' })], settings })).toEqual(['past-name'])
    expect(clashes({ name: '沿河路' }, { neighbours: [neighbour('沿河路', 'STREET', { status: 'reserved' })], settings })).toEqual(['past-name'])
  })
  it('a restored historic name does not clash with its own past', () => {
    expect(clashes({ name: '历山顶街', act: 'restoration' }, { neighbours: [neighbour('历山顶街', 'STREET', { status: 'historic' })] })).toEqual([])
  })
  it.each([
    ['VILLAGE_SEAT', 'ordinary', { county: '320507' }, false], ['VILLAGE_SEAT', 'ordinary', { builtUpArea: 'outside' }, true], ['ADMIN_DIV', 'township', { county: '320700' }, true], ['ADMIN_DIV', 'township', { province: '330000' }, false],
    ['ADMIN_DIV', 'countyAndAbove', { province: '330000', county: '330100' }, true], ['NATURAL', 'nationallyFamous', { province: '330000' }, true], ['NATURAL', 'ordinary', {}, false], ['PARK', 'ordinary', {}, false], ['ESTATE', 'ordinary', {}, true],
  ] as const)('scope of %s (%s) with %j', (kind, standing, area, inside) => {
    const name = { VILLAGE_SEAT: '王村', ADMIN_DIV: '新安镇', NATURAL: '五指山', PARK: '人民公园', ESTATE: '幸福小区' }[kind]
    expect(clashes({ name, kind, standing }, { neighbours: [neighbour(name, kind, { area: { ...town, ...area } })] }).includes('duplicate')).toBe(inside)
  })
  it('is not ready before the built-up area is known', () => {
    const check = checkName(factsOf({ name: '沿河路' }, { area: { ...town, builtUpArea: '' } }), { typing: false, answers: [] })
    expect(check.findings.find(({ rule }) => rule === 'place-names.duplicate')).toMatchObject({ outcome: 'notYet', field: 'area.builtUpArea' })
    expect(check.ready).toBe(false)
  })
  it('says where the other is, with the articles', () => {
    const [finding] = checkName(factsOf({ name: '长山路' }, { neighbours: [neighbour('常山路', 'STREET', { where: '黄岛区' })] }), { typing: true, answers: [] }).findings.filter(({ rule }) => rule === 'place-names.homophone')
    expect(finding).toMatchObject({ severity: 'answer', message: { zh: '同音：常山路（黄岛区）' }, law: { zh: '《地名管理条例》第九条第（七）项、《地名管理条例》第九条第（八）项' } })
  })
})
