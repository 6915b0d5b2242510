import { describe, expect, it } from 'vitest'
import { chineseNumber, civilCode, citations, marriageRegulation } from '../../../domain/law.ts'
import { ruleBook, ruleGroups } from '../../../domain/rule-book.ts'
import { text } from '../../../domain/text.ts'
import { domainWindows } from '../../../domain/windows.ts'
import { foldUmbrella, umbrellaRules, umbrellaWindow } from '../../fixtures/sample-window/domain/index.ts'
import type { UmbrellaAction } from '../../fixtures/sample-window/domain/index.ts'
import { actor } from './facts.ts'

describe('the rule book', () => {
  it('lists every rule of every window once, without its check', () => {
    const book = ruleBook()
    expect(book.length).toBe(domainWindows.reduce((sum, window) => sum + window.rules.length, 0))
    expect(new Set(book.map((rule) => rule.id)).size).toBe(book.length)
    expect(book.every((rule) => !('check' in rule) && /^[a-zA-Z][a-zA-Z-]*\./.test(rule.id))).toBe(true)
  })
  it('keeps the kinds of actions of every window apart', () => {
    const kinds = domainWindows.flatMap(({ actions }) => Object.keys(actions))
    expect(new Set(kinds).size).toBe(kinds.length)
  })
  it('lists the rules of funeral affairs under their window, whatever they are about', () => {
    const ids = ruleBook(domainWindows, '2026-10-01').filter(({ window }) => window === 'burial').map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['burial.consent', 'burial.hold', 'plot.cycle']))
    expect(ids.some((id) => id.endsWith('.2012'))).toBe(false)
  })
  it('names every group', () => {
    for (const rule of ruleBook()) expect(ruleGroups[rule.group], rule.group).toBeDefined()
  })
  it('with a day lists only what is in force', () => {
    expect(ruleBook(domainWindows, '2026-05-20').some((rule) => rule.id.endsWith('.2003'))).toBe(false)
    expect(ruleBook(domainWindows, '2024-05-20').some((rule) => rule.id === 'marriage.age.2003')).toBe(true)
  })
  it('takes a window it has never heard of', () => {
    const book = ruleBook([...domainWindows, umbrellaWindow])
    expect(book.filter((rule) => rule.window === 'umbrella').map((rule) => rule.id)).toEqual(['umbrella.ribs', 'umbrella.waiting'])
    expect(ruleBook([umbrellaWindow], '2026-01-01').map((rule) => rule.id)).toEqual(['umbrella.ribs'])
  })
  it('the sample window folds and checks by the same frame', () => {
    const umbrella = { colour: '红', ribs: 8, foundOn: '2025-01-01', place: '大厅' }
    const actions: readonly UmbrellaAction[] = [{ kind: 'umbrella.found', subject: 'u1', body: { umbrella } }, { kind: 'umbrella.claimed', subject: 'u1', body: { day: '2025-01-03', number: 'U-1', claimant: '王五' } }]
    const entries = actions.map((action, index) => ({ seq: index + 1, at: actor.at, actor: actor.account, counter: actor.counter, action, hash: '' }))
    expect(foldUmbrella(entries)).toMatchObject({ state: 'claimed', number: 'U-1' })
    expect(() => foldUmbrella([...entries, ...entries.slice(1)])).toThrow(/wrong_state/)
    expect(umbrellaRules.map((rule) => rule.check({ umbrella, day: '2025-01-20' }))).toMatchObject([{ kind: 'pass' }, { kind: 'asks' }])
  })
})

describe('citations', () => {
  it.each([[1, '一'], [9, '九'], [10, '十'], [15, '十五'], [20, '二十'], [100, '一百'], [101, '一百零一'], [110, '一百一十'], [1047, '一千零四十七'], [1079, '一千零七十九'], [2010, '二千零一十']])('%i is %s', (value, written) => {
    expect(chineseNumber(value)).toBe(written)
  })
  it('cite in both languages', () => {
    expect(marriageRegulation.cite(9, 1)).toEqual({ zh: '《婚姻登记条例》第九条第（一）项', en: 'Marriage Registration Regulation (2025), art. 9(1)' })
    expect(citations(civilCode.cite(1042, text('第二款', '(2)')), marriageRegulation.cite(8)).zh).toBe('《民法典》第一千零四十二条第二款、《婚姻登记条例》第八条')
  })
})
