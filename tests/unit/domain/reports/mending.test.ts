import { describe, expect, it } from 'vitest'
import { inspectedRules, mendingOf, mendingRows, mendingWayTitles } from '../../../../domain/reports/mending.ts'
import { Mending, mendingWays } from '../../../../domain/reports/shapes.ts'
import { domainWindows } from '../../../../domain/windows.ts'

const stem = (rule: string): string => rule.replace(/\.\d{4}$/u, '')
const chinese = /[一-鿿]/u

describe('what mends a fault', () => {
  it('stands for every rule that an inspection asks, at any field', () => {
    expect(inspectedRules.length).toBeGreaterThan(120)
    expect(new Set(inspectedRules.map(({ window }) => window))).toEqual(new Set(['marriage', 'divorce', 'reissue', 'burial', 'place-names']))
    for (const { id } of inspectedRules) {
      // A fault without a field, or at one that no row names, is mended by the row for the rule.
      expect(mendingRows.some(({ rule, field }) => rule === stem(id) && field === undefined), id).toBe(true)
      const found = mendingOf(id, 'nowhere')
      expect(Mending.safeParse(found).success, id).toBe(true)
      expect(found.law, id).not.toBeNull()
      expect(found.words.zh, id).toMatch(chinese)
      expect(found.words.en, id).not.toMatch(chinese)
      expect(found.words.zh, id).not.toMatch(/[A-Za-z]{3}/u)
    }
  })
  it('names no rule that is not asked, and has no row that nothing reaches', () => {
    const ids = new Set(inspectedRules.map(({ id }) => stem(id)))
    expect(mendingRows.filter(({ rule }) => !ids.has(rule)).map(({ rule }) => rule)).toEqual([])
    const closed = new Set<string>()
    for (const { rule, field } of mendingRows) {
      expect(closed.has(rule), rule).toBe(false)
      if (field === undefined) closed.add(rule)
    }
  })
  it('knows every rule of the book that an inspection could ask', () => {
    const book = new Map(domainWindows.flatMap(({ id, rules }) => rules.map((rule) => [rule.id, id] as const)))
    expect(inspectedRules.filter(({ id, window }) => book.get(id) !== window)).toEqual([])
    const points = [...book.keys()].filter((id) => id.includes('.inspection.') || id.startsWith('burial.') || id.startsWith('place-names.') && !id.startsWith('place-names.profile.'))
    expect(points.filter((id) => !inspectedRules.some((rule) => rule.id === id))).toEqual([])
  })
  it('refuses a rule that nobody thought of instead of saying something', () => {
    expect(() => mendingOf('marriage.inspection.unheard')).toThrow(/internal/)
  })
  it.each([
    ['marriage.inspection.conditions', 'parties.0.birth', 'court', false, '第一千零五十一条'],
    ['marriage.inspection.conditions', 'declarations.1.notKin', 'court', false, '第一千零五十一条第（二）项'],
    ['marriage.inspection.conditions', 'declarations.1.voluntary', 'court', false, '第一千零五十二条'],
    ['marriage.inspection.identity', 'parties.1.birth', 'correct', true, '《婚姻登记条例》'],
    ['marriage.inspection.identity', 'parties.0.identityTo', 'supplement', true, '《婚姻登记条例》'],
    ['marriage.inspection.papers', 'papers.identity.0', 'supplement', true, '第八条'],
    ['marriage.inspection.declarations.ink', undefined, 'none', false, '第十七条'],
    ['divorce.inspection.divorce.window', 'issuance.day', 'court', false, '第一千零七十七条'],
    ['divorce.inspection.divorce.window', 'issuance', 'supplement', true, '第一千零七十七条'],
    ['reissue.inspection.reissue.original', 'original.day', 'correct', true, '第二十一条'],
    ['burial.once', 'deceased.identityNumber', 'none', false, '《殡葬管理条例》第二十八条'],
    ['burial.once.2012', 'deceased.identityNumber', 'none', false, '《殡葬管理条例》（2012年）第十三条'],
    ['waiver.actual', 'lines.0', 'another', true, '减免文件'],
    ['place-names.filing', 'filings', 'none', false, '第十三条'],
    ['place-names.filing', 'filings.papers', 'supplement', true, '第六条'],
    ['place-names.duplicate', 'name', 'another', true, '第十条'],
    ['place-names.person.2022', 'name', 'supplement', true, '第九条'],
  ] as const)('%s at %s: %s', (rule, field, way, allowed, law) => {
    const found = mendingOf(rule, field)
    expect(found).toMatchObject({ way, allowed })
    expect(found.law?.zh).toContain(law)
  })
  it('has a name for every way', () => {
    expect(Object.keys(mendingWayTitles).sort()).toEqual([...mendingWays].sort())
  })
})
