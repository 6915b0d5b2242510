import { describe, expect, it } from 'vitest'
import { notesOf } from '../../../../domain/reports/notes.ts'
import type { Compared, ParagraphFacts } from '../../../../domain/reports/paragraph.ts'
import { mattersSentence, paragraphFigures, paragraphOf } from '../../../../domain/reports/paragraph.ts'
import { ruleChangesWithin, rulesWithin } from '../../../../domain/reports/versions.ts'
import { text } from '../../../../domain/text.ts'

const all = ['marriage', 'divorce', 'reissue', 'archive', 'burial', 'place-names']
const facts = (figures: Readonly<Record<string, number | readonly [number, number]>>, more: Partial<ParagraphFacts> = {}): ParagraphFacts => ({
  title: '2026年', windows: all, inspected: null, ...more,
  figures: new Map<string, Compared>(Object.entries(figures).map(([id, given]) => [id, typeof given === 'number' ? { period: given, yearBefore: 0 } : { period: given[0], yearBefore: given[1] }])),
})

describe('the paragraph of a work report', () => {
  it('is made of the figures, each against the year before', () => {
    const figures = {
      marriages: [2503, 2425], divorces: [656, 700], others: [2543, 2543], cremated: [5714, 0], vigils: 692, waived: 5714, waivedFen: 400_000_000, eco: [316, 315], rewarded: 12, rewardedFen: 960_000,
      'names.naming': 12, 'names.renaming': 3, 'names.removal': 1, filed: 14, published: 16, inspected: 2,
    } as const
    expect(paragraphOf(facts(figures, { inspected: { passed: 3158, failed: 1, unexamined: 0 } }))).toBe(
      '2026年，办理结婚登记2503对，同比增长3.2%；办理离婚登记656对，同比下降6.3%；办理其他婚姻登记事项2543件，与上年同期持平；登记合格率99.96%（检查3159件，合格3158件）。' +
      '火化遗体5714具；办理守灵692例；惠民殡葬减免5714人次、400.00万元；节地生态安葬316例，同比增长0.3%；发放生态安葬奖补12例、9600元。' +
      '审批地名命名12个、更名3个、销名1个；报送备案14件；公告地名16个；联合检查行政区域界线2条。',
    )
  })
  it('speaks only of the windows the office offers, and of what is known', () => {
    const marriage = paragraphOf(facts({ marriages: 3, divorces: 0, others: 0, cremated: 9 }, { windows: ['marriage'] }))
    expect(marriage).toBe('2026年，办理结婚登记3对；未发生离婚登记。')
    expect(paragraphOf(facts({ cremated: 0, vigils: 0, waived: 0, eco: 0 }, { windows: ['burial'] }))).toBe('2026年，未发生遗体火化。')
    expect(paragraphOf(facts({ 'names.naming': 0, filed: 0 }, { windows: ['place-names'] }))).toBe('2026年，未发生地名命名、更名、销名。')
    expect(paragraphOf(facts({}))).toBe('')
  })
  it('gives no percentage of a year that had none, and no rate of what was not examined', () => {
    expect(paragraphOf(facts({ marriages: [3, 0] }, { inspected: { passed: 0, failed: 0, unexamined: 3 } }))).toBe('2026年，办理结婚登记3对。')
    expect(paragraphOf(facts({ marriages: [100_001, 100_000] }))).toBe('2026年，办理结婚登记100001对，与上年同期基本持平。')
    const partly = paragraphOf(facts({ marriages: [3, 2] }, { inspected: { passed: 2, failed: 0, unexamined: 1 } }))
    expect(partly).toBe('2026年，办理结婚登记3对，同比增长50.0%；已检查案卷2件，均合格，另有1件未检查，登记合格率暂缺。')
    expect(partly).not.toContain('100%')
  })
  it('has a figure for every clause, once', () => {
    const ids = paragraphFigures.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    // Every one of them changes what is said, where the figures it goes with are there.
    for (const { id, window } of paragraphFigures) {
      const others = Object.fromEntries(paragraphFigures.map((figure) => [figure.id, figure.money ? 2_000_000 : 7]))
      const without = Object.fromEntries(Object.entries(others).filter(([key]) => key !== id))
      expect(paragraphOf(facts(without, { windows: [window] })), id).not.toBe(paragraphOf(facts(others, { windows: [window] })))
    }
  })
  it('for a day, the sentence names the rate with both numbers, or says that there is none', () => {
    const counts = { marriages: 12, divorces: 3, others: 8 }
    expect(mattersSentence(counts, { passed: 14, failed: 1, unexamined: 2 }).zh).toBe('办理结婚登记12对、离婚登记3对，其他事项8件，登记合格率93.33%（检查15件，合格14件，另有2件未检查）。')
    expect(mattersSentence(counts, { passed: 15, failed: 0, unexamined: 0 }).en).toBe('12 marriages and 3 divorces registered, 8 other matters; pass rate 100 % (15 of 15 files inspected).')
    expect(mattersSentence(counts, { passed: 15, failed: 0, unexamined: 1 }).zh).not.toContain('100%')
    expect(mattersSentence(counts, { passed: 0, failed: 0, unexamined: 9 }).zh).toContain('登记合格率暂缺')
  })
})

describe('the notes of a book', () => {
  const period = { from: '2025-05-01', to: '2025-05-31' }
  const windows = [{ id: 'marriage', title: text('结婚登记', 'Marriage registration') }]
  it('say nothing where there is nothing to say', () => {
    expect(notesOf({ period, today: '2025-06-01', unclosed: [], clockSteps: [], ruleChanges: [], business: 3, codes: [{ area: '990101', from: '2003-10-01' }] })).toEqual([])
  })
  it('say what is so, in both languages', () => {
    const notes = notesOf({
      period, today: '2025-05-20', windows, unclosed: ['2025-05-06', '2025-05-07'], business: 0, lateSince: 1200, unexamined: 3,
      clockSteps: [{ seq: 812, at: '2025-05-08T09:00:00Z', before: '2025-05-09T09:00:00Z' }], ruleChanges: ruleChangesWithin(rulesWithin(period), period).filter(({ window }) => window === 'marriage'),
      policies: [{ title: '惠民殡葬办法', day: '2025-05-15', begins: true }], codes: [{ area: '990101', from: '2003-10-01' }, { area: '990102', from: '2025-05-10' }], otherOffices: [{ area: '990109', count: 4 }],
    })
    expect(notes.map(({ id }) => id)).toEqual(['running', 'noBusiness', 'unclosed', 'late', 'unexamined', 'clock', 'rules.1', 'policy.1', 'code.1', 'office.1'])
    const line = (id: string): string => notes.find((note) => note.id === id)?.line.zh ?? ''
    expect(line('unclosed')).toBe('有 2 天没有日结：2025-05-06、2025-05-07')
    expect(line('late')).toContain('1,200 条')
    expect(line('clock')).toContain('第 812 条')
    expect(line('rules.1')).toMatch(/^结婚登记：2025-05-10 起新适用 \d+ 条规则，停止适用 \d+ 条规则（《.*）；各案按其当日规则判断$/u)
    expect(line('code.1')).toContain('990102')
    for (const { line: { en } } of notes.filter(({ id }) => !id.startsWith('policy'))) expect(en).not.toMatch(/[一-鿿]/u)
  })
  it('say one thing in the singular', () => {
    expect(notesOf({ period, today: '2025-06-01', unclosed: ['2025-05-06'], lateSince: 1, unexamined: 1 }).map(({ line }) => line.en)).toEqual([
      '1 day is not closed: 2025-05-06', '1 late line was entered since for days of the period; see the table of late lines', '1 case was not examined and counted neither as passed nor as failed',
    ])
  })
  it('say of a period to come that it has not begun, of a running one what it is held against, of one before the register that it holds none', () => {
    const ids = (facts: Parameters<typeof notesOf>[0]): readonly string[] => notesOf(facts).map(({ id }) => id)
    const heldAgainst = { previous: { from: '2025-04-01', to: '2025-04-20' }, yearBefore: { from: '2024-05-01', to: '2024-05-20' } }
    expect(ids({ period, today: '2025-04-20', business: 0, heldAgainst })).toEqual(['ahead'])
    expect(notesOf({ period, today: '2025-05-20', business: 4, heldAgainst })[1]?.line.zh).toBe('上期取 2025-04-01 至 2025-04-20，上年同期取 2024-05-01 至 2024-05-20，与已过的日子相当')
    expect(ids({ period, today: '2025-05-31', business: 4, heldAgainst })).toEqual(['running'])
    expect(ids({ period, today: '2026-01-01', business: 0, begun: '2025-11-24', yearBeforeFrom: '2024-05-01' })).toEqual(['begun'])
    expect(notesOf({ period, today: '2026-01-01', business: 3, begun: '2024-11-24', yearBeforeFrom: '2024-05-01' })[0]?.line.zh).toBe('登记簿自 2024-11-24 启用，此前各日只有补录、导入的数，上年同期、上年累计可能不全；文字说明不作同比')
    expect(ids({ period, today: '2026-01-01', business: 3, begun: '2024-05-01', yearBeforeFrom: '2024-05-01' })).toEqual([])
  })
  it('name ten days at most and count the rest', () => {
    const days = Array.from({ length: 31 }, (_, index) => `2025-05-${String(index + 1).padStart(2, '0')}`)
    expect(notesOf({ period, today: '2025-06-01', unclosed: days })[0]?.line).toEqual({ zh: `有 31 天没有日结：${days.slice(0, 10).join('、')}等 31 项`, en: `31 days are not closed: ${days.slice(0, 10).join(', ')} and 21 more` })
  })
})
