import { describe, expect, it } from 'vitest'
import { againstOf, compareReports, differenceLines, movementOf, windowMovements } from '../../../../domain/reports/compare.ts'
import { noSums } from '../../../../domain/reports/rates.ts'
import { compareRules, ruleChangesWithin, rulesWithin } from '../../../../domain/reports/versions.ts'
import { domainWindows } from '../../../../domain/windows.ts'

const whole = rulesWithin({ from: '2026-10-01', to: '2026-10-31' })

describe('the rules of a report', () => {
  it('are all those in force on a day of the period, and no others', () => {
    for (const [from, to] of [['2026-10-01', '2026-10-31'], ['2025-05-01', '2025-05-31'], ['2012-01-01', '2012-12-31']] as const) {
      const list = rulesWithin({ from, to })
      const wanted = domainWindows.flatMap((window) => window.rules.filter((rule) => rule.from <= to && (rule.to ?? '9999') >= from).map((rule) => `${window.id} ${rule.id}`))
      expect(list.map(({ window, rule }) => `${window} ${rule}`).sort()).toEqual(wanted.sort())
    }
    expect(whole.some(({ rule }) => rule === 'marriage.age')).toBe(true)
    expect(whole.some(({ rule }) => rule === 'marriage.age.2003')).toBe(false)
  })
  it('have a text each that tells versions apart', () => {
    expect(new Set(whole.map(({ text }) => text)).size).toBe(whole.length)
    const [window] = domainWindows
    if (window === undefined) throw new Error('no window')
    const changed = { ...window, rules: window.rules.map((rule) => (rule.id === 'marriage.age' ? { ...rule, asks: { ...rule.asks, en: `${rule.asks.en}!` } } : rule)) }
    const versions = (given: typeof window) => rulesWithin({ from: '2026-10-01', to: '2026-10-31' }, [given]).map(({ text, ...rule }) => ({ ...rule, version: text }))
    expect(compareRules(versions(window), versions(changed)).changed.map(({ rule }) => rule)).toEqual(['marriage.age'])
    expect(compareRules(versions(window), versions(window))).toEqual({ added: [], ended: [], changed: [] })
    expect(compareRules(versions(window), versions(window).slice(1)).ended).toHaveLength(1)
    expect(compareRules(versions(window).slice(1), versions(window)).added).toHaveLength(1)
  })
  it('that change within the period are told by day and window', () => {
    const period = { from: '2025-05-01', to: '2025-05-31' }
    const changes = ruleChangesWithin(rulesWithin(period), period)
    const marriage = changes.find(({ window }) => window === 'marriage')
    expect(marriage?.day).toBe('2025-05-10')
    expect(marriage?.begun.map(({ rule }) => rule)).toContain('marriage.age')
    expect(marriage?.ended.map(({ rule }) => rule)).toContain('marriage.age.2003')
    expect(ruleChangesWithin(whole, { from: '2026-10-01', to: '2026-10-31' })).toEqual([])
    // A rule that begins on the first day has not changed within.
    expect(ruleChangesWithin(rulesWithin({ from: '2025-05-10', to: '2025-05-31' }), { from: '2025-05-10', to: '2025-05-31' })).toEqual([])
  })
})

const report = (failedIds: [string, string][], versions: Readonly<Record<string, string>>, digest = 'a') => ({
  ...noSums, passed: 10 - failedIds.length, failed: failedIds.length, failedIds,
  rules: { digest, list: Object.entries(versions).map(([rule, version]) => ({ window: 'marriage', rule, title: { zh: rule, en: rule }, law: { zh: '', en: '' }, from: '2025-05-10', to: null, version })) },
})

describe('two reports', () => {
  it('of the same period: what was mended, what fails now, what the rules did', () => {
    const earlier = report([['marriage', 'm1'], ['marriage', 'm2']], { age: '1', papers: '1', gone: '1' })
    const later = report([['marriage', 'm2'], ['burial', 'm1']], { age: '1', papers: '2', fresh: '1' }, 'b')
    const found = compareReports(earlier, later)
    expect(found).toMatchObject({ mended: [['marriage', 'm1']], failedNow: [['burial', 'm1']], stillFailing: 1, rulesChanged: true })
    expect(differenceLines(found).map(({ zh }) => zh)).toEqual(['已改正 1 件', '新发现不合格 1 件', '仍不合格 1 件', '规则有变动：新增 1 条、修改 1 条、不再适用 1 条'])
    expect(differenceLines(compareReports(earlier, earlier)).map(({ zh }) => zh)).toEqual(['仍不合格 2 件'])
    expect(differenceLines(compareReports(report([], {}), report([], {}))).map(({ zh }) => zh)).toEqual(['与上次存档的报告一致'])
    expect(againstOf({ id: 'r1', at: '2026-11-01T08:00:00Z', content: 'f'.repeat(64), report: earlier }, later)).toEqual({ report: 'r1', at: '2026-11-01T08:00:00Z', content: 'f'.repeat(64), before: { ...noSums, passed: 8, failed: 2 }, mended: [['marriage', 'm1']], failedNow: [['burial', 'm1']], rulesChanged: true })
  })
  it('of a period and the one before: the rate moves in percent points, where both have one', () => {
    const sums = (passed: number, failed: number, unexamined = 0) => ({ ...noSums, passed, failed, unexamined })
    expect(movementOf(sums(99, 1), sums(985, 15))).toMatchObject({ now: 99, before: 98.5, difference: 0.5, words: { zh: '合格率 99%（99/100），比上期高 0.5 个百分点' } })
    expect(movementOf(sums(9, 1), sums(95, 5)).words.zh).toBe('合格率 90%（9/10），比上期低 5 个百分点')
    expect(movementOf(sums(9, 1), sums(18, 2)).words.zh).toContain('与上期持平')
    expect(movementOf(sums(9, 1), sums(0, 0, 4))).toMatchObject({ difference: null, words: { zh: '合格率 90%（9/10）；上期未检查，不作比较' } })
    expect(movementOf(sums(9, 0, 1), sums(9, 1))).toMatchObject({ now: null, difference: null })
    const title = { zh: '结婚登记', en: 'Marriages' }
    expect(windowMovements({ byWindow: [{ window: 'marriage', title, ...sums(9, 1) }], previous: { from: '2026-09-01', to: '2026-09-30', total: 0, ...noSums, byWindow: [] } })).toMatchObject([{ window: 'marriage', before: null }])
  })
})
