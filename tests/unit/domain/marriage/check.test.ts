import { describe, expect, it } from 'vitest'
import { blocksDecision, checkMarriage, marriageRulesOn, refusalGroundsOn, runMarriageCheck } from '../../../../domain/marriage/check.ts'
import { emptyMarriageFile } from '../../../../domain/marriage/file.ts'
import { marriageRules } from '../../../../domain/marriage/rules/index.ts'
import { paper, soundContext, soundFile, withDeclaration, withParty } from '../facts.ts'

const ids = (findings: readonly { readonly rule: string }[]): readonly string[] => findings.map((finding) => finding.rule)

describe('checking a marriage', () => {
  it('finds nothing in a sound file and is ready', () => {
    const found = runMarriageCheck(soundFile(), soundContext())
    expect(found.findings).toEqual([])
    expect(found.ready).toBe(true)
    expect(found.passed).toBeGreaterThan(25)
  })
  it('an empty file: silent while typing, everything missing at the decision, ready at neither', () => {
    const typing = runMarriageCheck(emptyMarriageFile(), soundContext({ stage: 'typing' }))
    const decision = runMarriageCheck(emptyMarriageFile(), soundContext())
    expect(typing.findings).toEqual([])
    expect(typing.ready).toBe(false)
    expect(decision.ready).toBe(false)
    expect(decision.findings.length).toBeGreaterThan(25)
    expect(decision.findings.every((finding) => finding.outcome === 'notYet')).toBe(true)
    expect(decision.findings.every((finding) => finding.field !== undefined && finding.message.zh !== '' && finding.message.en !== '')).toBe(true)
  })
  it('what fails shows at its field while typing', () => {
    const findings = checkMarriage(withParty(soundFile(), 0, { birth: '2005-01-01', identityNumber: '', identityFrom: '' }), soundContext({ stage: 'typing' }))
    expect(findings).toMatchObject([{ rule: 'marriage.age', severity: 'stop', outcome: 'fail', field: 'parties.0.birth', refusalGround: true, law: { zh: '《民法典》第一千零四十七条、《婚姻登记条例》第九条第（一）项' } }])
    expect(findings[0]?.message.zh).toContain('2027-01-01 起可以登记')
  })
  it('an amber finding stops until it is answered with a reason', () => {
    const file = withDeclaration(soundFile(), 1, { capacity: false })
    const open = runMarriageCheck(file, soundContext())
    expect(ids(open.findings)).toEqual(['marriage.capacity'])
    expect(open.ready).toBe(false)
    const blank = { ...file, answers: [{ rule: 'marriage.capacity', field: 'declarations.1.capacity', reason: '  ' }] }
    expect(runMarriageCheck(blank, soundContext()).ready).toBe(false)
    const other = { ...file, answers: [{ rule: 'marriage.capacity', field: 'declarations.0.capacity', reason: '已当面询问' }] }
    expect(runMarriageCheck(other, soundContext()).ready).toBe(false)
    const answered = { ...file, answers: [{ rule: 'marriage.capacity', field: 'declarations.1.capacity', reason: '已当面询问，能够辨认自己的行为' }] }
    const closed = runMarriageCheck(answered, soundContext())
    expect(closed.ready).toBe(true)
    expect(closed.findings.map((finding) => blocksDecision(answered, finding))).toEqual([false])
  })
  it('a reason never lifts a stop', () => {
    const file = { ...withParty(soundFile(), 0, { maritalStatus: '20' }), answers: [{ rule: 'marriage.status', field: 'parties.0.maritalStatus', reason: '情况特殊' }] }
    expect(runMarriageCheck(file, soundContext()).ready).toBe(false)
  })
  it('facts for information never stop', () => {
    const found = runMarriageCheck(soundFile({ papers: [paper('identity', 0), paper('identity', 1), paper('householdBook', 0)] }), soundContext())
    expect(found.findings).toMatchObject([{ rule: 'marriage.nothing-extra', severity: 'information' }])
    expect(found.ready).toBe(true)
  })
  it('rules are chosen by the day of the act, to the day', () => {
    const on = (day: string): readonly string[] => ids(checkMarriage(soundFile(), soundContext({ day, stage: 'decision' })))
    expect(on('2025-05-09')).toContain('marriage.papers.2003')
    expect(on('2025-05-10')).not.toContain('marriage.papers.2003')
    expect(ids(marriageRulesOn('2025-05-09').map((rule) => ({ rule: rule.id })))).not.toContain('marriage.age')
    expect(ids(marriageRulesOn('2025-05-10').map((rule) => ({ rule: rule.id })))).toContain('marriage.age')
  })
  it('the refusal list is closed: four articles since 2025-05-10, illness among them before', () => {
    const grounds = refusalGroundsOn('2026-05-20')
    expect(new Set(grounds.map((rule) => /第（(.)）项/u.exec(rule.law.zh)?.[1]).filter((item) => item !== undefined))).toEqual(new Set(['一', '二', '三', '四']))
    expect(grounds.map((rule) => rule.id)).toEqual(['marriage.age', 'marriage.voluntary', 'marriage.status', 'marriage.declared-single', 'marriage.register-spouse', 'marriage.open-divorce', 'marriage.kinship'])
    expect(refusalGroundsOn('2024-05-20').map((rule) => rule.id)).toContain('marriage.illness.2003')
  })
  it('refuses a day that does not exist', () => {
    expect(() => checkMarriage(soundFile(), soundContext({ day: '2026-02-30' }))).toThrow(/invalid/)
  })
  it('ids are unique, dated, in both languages, and no Chinese stands in the English', () => {
    expect(new Set(marriageRules.map((rule) => rule.id)).size).toBe(marriageRules.length)
    for (const rule of marriageRules) {
      expect(rule.id).toMatch(/^marriage\.[a-z-]+(\.2003)?$/)
      for (const text of [rule.title, rule.asks, rule.law]) {
        expect(text.zh).not.toBe('')
        expect(text.en.replaceAll('中国', '')).toMatch(/^[^\u3400-\u9fff《》]+$/u)
      }
    }
  })
  it('one whole check takes about a tenth of a millisecond', () => {
    const file = soundFile()
    const context = soundContext()
    for (let index = 0; index < 2000; index += 1) runMarriageCheck(file, context)
    const start = performance.now()
    for (let index = 0; index < 2000; index += 1) runMarriageCheck(file, context)
    expect((performance.now() - start) / 2000).toBeLessThan(0.5) // room for a busy machine; see bench/
  })
})
