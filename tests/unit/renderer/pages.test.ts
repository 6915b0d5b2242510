import { describe, expect, it } from 'vitest'
import type { RuleLine } from '../../../api/schemas/office.ts'
import { ruleBook, ruleGroups } from '../../../domain/rule-book.ts'
import { domainWindows } from '../../../domain/windows.ts'
import { crosses as printedCrosses, fitAffine, residuals } from '../../../templates/calibration.ts'
import { crosses, fitOf, readMillimetres } from '../../../renderer/pages/settings/calibration.ts'
import { readValue, typedValue } from '../../../renderer/pages/settings/SettingDialog.tsx'
import { problemsOf } from '../../../renderer/pages/setup/SetUpPage.tsx'
import { rulesThatFit } from '../../../renderer/pages/rules/RulesPage.tsx'
import { seriesOf } from '../../../renderer/pages/today/TodayPage.tsx'
import { knownKinds } from '../../../renderer/pages/journal/kinds.ts'
import { pages } from '../../../renderer/pages.ts'
import { windows } from '../../../renderer/windows.ts'
import { may, permissions } from '../../../api/permissions.ts'

describe('calibration', () => {
  it('knows the crosses where the sheet prints them', () => {
    expect(crosses.map(({ x, y }) => [x, y])).toEqual(printedCrosses.map((point) => [...point]))
  })
  it('shows the shift, scale and turn that were made, and the residual the papers will be left with', () => {
    const turn = (0.2 * Math.PI) / 180
    const observed = crosses.map(({ x, y }) => ({ x: 105 + 0.6 + 1.002 * ((x - 105) * Math.cos(turn) - (y - 148.5) * Math.sin(turn)), y: 148.5 - 0.4 + 1.002 * ((x - 105) * Math.sin(turn) + (y - 148.5) * Math.cos(turn)) }))
    const fit = fitOf(observed)
    expect(fit?.shift.x).toBeCloseTo(0.6, 6)
    expect(fit?.shift.y).toBeCloseTo(-0.4, 6)
    expect(fit?.scale.x).toBeCloseTo(100.2, 6)
    expect(fit?.turn).toBeCloseTo(0.2, 6)
    expect(fit?.residual).toBeCloseTo(0, 6)
    const read = observed.map(({ x, y }) => [x, y] as const)
    expect(Math.max(...residuals(fitAffine(printedCrosses, read), printedCrosses, read))).toBeCloseTo(0, 6)
  })
  it('leaves a residual where one reading slipped', () => {
    expect(fitOf(crosses.map((point, index) => (index === 2 ? { x: point.x + 2, y: point.y } : point)))?.residual).toBeGreaterThan(1)
  })
  it.each([['20.3', 20.3], ['20,35', 20.35], [' 148 ', 148]])('reads %s mm', (typed, value) => expect(readMillimetres(typed)).toBe(value))
  it.each(['', '2 0', '20.345', 'abc', '1e2'])('does not read “%s”', (typed) => expect(readMillimetres(typed)).toBeUndefined())
})

describe('a setting', () => {
  it('is written for typing and read back', () => {
    for (const setting of [{ kind: 'json' as const, value: [{ from: '2025-09-01', code: '440112' }] }, { kind: 'texts' as const, value: ['台湾地区', '德国'] }, { kind: 'texts' as const, value: [] }, { kind: 'number' as const, value: 6 }, { kind: 'boolean' as const, value: false }, { kind: 'text' as const, value: '红' }]) {
      expect(readValue(setting.kind, typedValue(setting))).toEqual({ value: setting.value })
    }
  })
  it('says what is wrong with what was typed', () => {
    expect(readValue('json', '[{')).toEqual({ problem: 'notJson' })
    expect(readValue('texts', ' 台湾地区\n\n 德国 \n')).toEqual({ value: ['台湾地区', '德国'] })
    expect(readValue('number', '6 months')).toEqual({ problem: 'notNumber' })
  })
})

describe('first set-up', () => {
  const right = { name: '黄埔区婚姻登记处', area: '440112', fonds: '', windows: ['marriage'], printer: '', mode: 'whole' as const, account: 'admin', ownName: '王管理', password: 'longenough1', again: 'longenough1' }
  it('takes what is right', () => expect(problemsOf(right, '2026-05-20')).toEqual({}))
  it.each([
    [{ name: ' ' }, 'name'],
    [{ area: '440100' }, 'area'],
    [{ area: '123456' }, 'area'],
    [{ windows: [] }, 'windows'],
    [{ account: 'a b' }, 'administrator.account'],
    [{ ownName: '' }, 'administrator.name'],
    [{ password: 'short' }, 'administrator.password'],
    [{ again: 'different12' }, 'again'],
  ])('%o is wrong at %s', (part, field) => expect(Object.keys(problemsOf({ ...right, ...part }, '2026-05-20'))).toEqual([field]))
})

describe('the rule book', () => {
  const rules: readonly RuleLine[] = ruleBook().map(({ id, window, title, law, asks, source, from, to, group, severity, refusalGround }) => ({ id, window, title, law, asks, source, from, ...(to === undefined ? {} : { to }), group, severity, refusalGround: refusalGround === true }))
  const any = { text: '', day: '', group: '', window: '', severity: 'all' as const }
  it('has a title for every group', () => {
    expect([...new Set(rules.map((rule) => rule.group))].filter((group) => ruleGroups[group] === undefined)).toEqual([])
  })
  it('filters by words of both languages, by weight and by day', () => {
    expect(rulesThatFit(rules, any)).toHaveLength(rules.length)
    expect(rulesThatFit(rules, { ...any, text: '1047' }).length + rulesThatFit(rules, { ...any, text: '第一千零四十七条' }).length).toBeGreaterThan(0)
    expect(rulesThatFit(rules, { ...any, severity: 'stop' }).every((rule) => rule.severity === 'stop')).toBe(true)
    const old = rulesThatFit(rules, { ...any, day: '2010-01-01' })
    expect(old.length).toBeGreaterThan(0)
    expect(old.every((rule) => rule.from <= '2010-01-01' && (rule.to ?? '9') >= '2010-01-01')).toBe(true)
    expect(rulesThatFit(rules, { ...any, text: '没有这样的规则' })).toEqual([])
  })
})

describe('series of a chart', () => {
  const kinds = [
    { window: 'marriage', kind: 'marriage', title: { zh: '结婚登记', en: 'Marriages' }, unit: { zh: '对', en: 'couples' }, count: 3 },
    { window: 'marriage', kind: 'late', title: { zh: '补办', en: 'Late' }, unit: { zh: '对', en: 'couples' }, count: 0 },
    { window: 'marriage', kind: 'refused', title: { zh: '不予办理', en: 'Refusals' }, unit: { zh: '件', en: 'cases' }, count: 1 },
  ]
  it('hold one unit, fill gaps with nothing and leave out kinds that did not happen', () => {
    const series = seriesOf(kinds, [{ kind: 'marriage', hour: 9, count: 2 }, { kind: 'marriage', hour: 11, count: 1 }, { kind: 'refused', hour: 9, count: 1 }], ['9', '10', '11'], (row) => String(row.hour), (text) => text.en)
    expect(series).toEqual([{ name: 'Marriages', values: [2, 0, 1] }])
  })
})

describe('pages and windows', () => {
  it('ask for permissions that exist, with keys and paths of their own', () => {
    for (const page of pages) if (page.permission !== undefined) expect(permissions).toHaveProperty([page.permission])
    const paths = [...pages.flatMap((page) => [page.path, ...(page.also ?? [])]), ...windows.flatMap((window) => window.routes.map((route) => route.path))]
    expect(new Set(paths).size).toBe(paths.length)
    const keys = [...pages.flatMap((page) => (page.key === undefined ? [] : [page.key])), ...windows.flatMap((window) => (window.key === undefined ? [] : [window.key]))]
    expect(new Set(keys).size).toBe(keys.length)
  })
  it('show an administrator no case and an auditor no counts', () => {
    for (const page of pages.filter((one) => ['find', 'worklist', 'stock', 'day', 'statistics', 'tally', 'peak'].includes(one.id))) {
      expect(page.permission !== undefined && may('administrator', page.permission), page.id).toBe(false)
      expect(page.permission !== undefined && may('auditor', page.permission), page.id).toBe(false)
    }
    for (const window of windows) expect(may('administrator', window.permission)).toBe(false)
  })
  it('have words in the journal for every action of every window', () => {
    expect(domainWindows.flatMap((window) => Object.keys(window.actions)).filter((kind) => !knownKinds.includes(kind as never))).toEqual([])
  })
})
