import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { budgets, getBudget, keeps } from '../../../bench/budgets.ts'
import { actionsPerCase, divorcesOf, history } from '../../../bench/history.ts'
import { median, percentile, root } from '../../../bench/measure.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import type { ZodType } from 'zod'
import { divorceActions } from '../../../domain/divorce/actions.ts'
import { marriageActions } from '../../../domain/marriage/actions.ts'
import { endingActions } from '../../../domain/marriage/endings.ts'

describe('the budgets', () => {
  it.each(budgets.map(({ id }) => [id]))('%s has a program, one bound and words for how it is measured', (id) => {
    const budget = getBudget(id)
    expect(existsSync(join(root, 'bench', `${id.split('.')[0] ?? ''}.ts`))).toBe(true)
    expect((budget.least === undefined) !== (budget.most === undefined)).toBe(true)
    expect(budget.how.length).toBeGreaterThan(20)
  })

  it('are kept at the bound itself and missed beyond it', () => {
    expect(keeps(getBudget('certificate.p50'), 5)).toBe(true)
    expect(keeps(getBudget('certificate.p50'), 5.01)).toBe(false)
    expect(keeps(getBudget('load.actions'), 20_000)).toBe(true)
    expect(keeps(getBudget('load.actions'), 19_999)).toBe(false)
  })
})

describe('percentiles', () => {
  it('are values of the sample, by nearest rank', () => {
    const samples = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(percentile(samples, 0.95)).toBe(95)
    expect(median([3, 1, 2])).toBe(2)
    expect(percentile([7], 0.95)).toBe(7)
  })
})

describe('the history of the benchmark', () => {
  const entries = [...history(1000, '2026-11-20' as CivilDate)]
  const subjects = (kind: string): Set<string> => new Set(entries.filter(([, action]) => action.kind === kind).map(([, action]) => action.subject))

  it('holds real actions in order of time, the same number for each marriage', () => {
    const bodies: Readonly<Record<string, ZodType>> = { ...marriageActions, ...endingActions, ...divorceActions }
    const marriages = entries.filter(([, { kind }]) => kind.startsWith('marriage.') && kind !== 'marriage.divorced')
    expect(marriages).toHaveLength(800 * actionsPerCase)
    for (const [, { kind, body }] of entries) if (!kind.startsWith('blank.')) expect(bodies[kind]?.safeParse(body).success, kind).toBe(true)
    expect(entries.every(([actor], index) => index === 0 || (entries[index - 1]?.[0].at ?? '') <= actor.at)).toBe(true)
  })

  it('has divorce applications with ends in the shares of a year, and notes in the marriages they end', () => {
    const [accepted, registered, withdrawn, refused] = ['accepted', 'registered', 'withdrawn', 'refused'].map((kind) => subjects(`divorce.${kind}`).size) as [number, number, number, number]
    expect(accepted).toBe(divorcesOf(1000))
    expect(registered / accepted).toBeGreaterThan(0.5)
    expect(registered / accepted).toBeLessThan(0.7)
    expect(withdrawn).toBeGreaterThan(10)
    expect(refused).toBeLessThan(20)
    expect(subjects('marriage.divorced').size).toBeGreaterThan(registered / 4)
  })

  it('never gives a citizen number twice', () => {
    const numbers = entries.flatMap(([, action]) => (action.kind === 'marriage.opened' ? (action.body as { file: { parties: readonly { identityNumber: string }[] } }).file.parties.map((party) => party.identityNumber) : []))
    expect(new Set(numbers).size).toBe(1600)
  })
})
