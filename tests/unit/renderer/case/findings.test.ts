import { describe, expect, it, vi } from 'vitest'
import type { Finding } from '../../../../domain/rule.ts'
import { createFindingStore } from '../../../../renderer/case/form/findings.ts'

const finding = (rule: string, field: string, over: Partial<Finding> = {}): Finding => ({ rule, field, severity: 'stop', outcome: 'fail', title: { zh: '', en: '' }, message: { zh: rule, en: rule }, law: { zh: '', en: '' }, ...over })

describe('findings of a case', () => {
  it('joins what the desk found at once with what only the register knows', () => {
    const store = createFindingStore()
    const age = finding('marriage.age', 'parties.0.birth')
    const spouse = finding('marriage.register-spouse', 'parties.1.identityNumber')
    store.local({ findings: [age], passed: 3 }, [])
    store.reply({ findings: [age, spouse] }, [age])
    expect(store.all().map((entry) => entry.rule)).toEqual(['marriage.age', 'marriage.register-spouse'])
    expect(store.at('parties.1.identityNumber')).toEqual([spouse])
    // The register's word stays while the next file is checked in the desk alone.
    store.local({ findings: [], passed: 4 }, [])
    expect(store.all()).toEqual([spouse])
    expect(store.passed()).toBe(4)
  })

  it('does not shout about what was merely not entered yet', () => {
    const store = createFindingStore()
    store.local({ findings: [finding('marriage.name', 'parties.0.name', { outcome: 'notYet' })], passed: 0 }, [])
    expect(store.at('parties.0.name')).toEqual([])
    expect(store.all()).toHaveLength(1)
  })

  it('tells nobody when nothing changed, and keeps the list of a field that did not change', () => {
    const store = createFindingStore()
    const listener = vi.fn()
    store.local({ findings: [finding('a', 'x'), finding('b', 'y')], passed: 0 }, [])
    store.subscribe(listener)
    const before = store.at('x')
    store.local({ findings: [finding('a', 'x'), finding('b', 'y')], passed: 0 }, [])
    expect(listener).not.toHaveBeenCalled()
    store.local({ findings: [finding('a', 'x')], passed: 0 }, [])
    expect(listener).toHaveBeenCalledTimes(1)
    expect(store.at('x')).toBe(before)
  })

  it('puts what stops first', () => {
    const store = createFindingStore()
    store.local({ findings: [finding('i', 'x', { severity: 'information' }), finding('s', 'x'), finding('q', 'x', { severity: 'answer', outcome: 'asks' })], passed: 0 }, [])
    expect(store.all().map((entry) => entry.rule)).toEqual(['s', 'q', 'i'])
  })
})
