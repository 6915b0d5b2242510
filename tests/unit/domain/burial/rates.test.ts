import { describe, expect, it } from 'vitest'
import type { Denominator } from '../../../../domain/burial/rates.ts'
import { centralisedFuneralRate, cremationRate, estimatedDeaths, namedRate, shareAgrees } from '../../../../domain/burial/rates.ts'
import { text } from '../../../../domain/text.ts'
import { thrown } from './facts.ts'

const of = (value: number, changes: Partial<Denominator> = {}): Denominator => ({ base: 'allDeaths', value, source: '统计局', fromNumerator: false, ...changes })

describe('rates name their denominator', () => {
  it.each([[5_963_000, of(10_140_000), 0.588], [4_492_300, of(9_720_000), 0.462], [4_492_300, of(6_920_000, { base: 'cremationAreaDeaths' }), 0.649]] as const)('%i bodies', (bodies, denominator, rate) => {
    const found = cremationRate(bodies, denominator)
    expect(found.rate).toBeCloseTo(rate, 3)
    expect(found.state).toBe('stated')
    expect(found.message.zh).toContain(denominator.base === 'allDeaths' ? '分母：全部死亡人数' : '分母：火化区死亡人数')
    expect(found.message.en).not.toMatch(/[\u4e00-\u9fff]/u)
  })
  it('never 100 % without a denominator, or with one made out of the bodies', () => {
    expect(cremationRate(5714, null)).toMatchObject({ rate: null, state: 'missing' })
    expect(cremationRate(5714, of(0))).toMatchObject({ rate: null, state: 'missing' })
    expect(cremationRate(5714, of(5714, { fromNumerator: true }))).toMatchObject({ rate: null, state: 'selfMade' })
    expect(cremationRate(5714, of(5714))).toMatchObject({ rate: 1, state: 'stated' })
    expect(cremationRate(5714, of(5000))).toMatchObject({ state: 'above' })
    for (const found of [cremationRate(1, null), cremationRate(1, of(1, { fromNumerator: true }))]) expect(found.message.zh).not.toContain('%')
  })
  it('692 vigils are 12.1 % of the cremations and 95 % of urban deaths', () => {
    expect(centralisedFuneralRate(692, of(728, { base: 'urbanDeaths' })).rate).toBeCloseTo(0.9505, 3)
    expect(namedRate(text('守灵占火化', 'vigils of cremations'), 692, of(5714)).message.zh).toContain('12.1%')
    expect(thrown(() => centralisedFuneralRate(692, of(5714)))).toBe('invalid denominator.base')
  })
  it('counts that are none', () => {
    expect(thrown(() => cremationRate(-1, of(1)))).toBe('invalid numerator')
    expect(thrown(() => cremationRate(1.5, of(2)))).toBe('invalid numerator')
    expect(thrown(() => cremationRate(1, of(1.5)))).toBe('invalid denominator')
    expect(estimatedDeaths(1_234_567, 7.37)).toBe(9099)
  })
})

describe('published shares against their own parts', () => {
  it.each([[1848, 19_546, 9.45, 2, true], [318.8, 449.23, 70.9, 1, true], [9.6, 449.23, 0.02, 2, false], [1712.97, 2473.07, 69.26, 2, true], [2005, 22_100, 9.07, 2, true], [17, 218, 7.8, 1, true], [596.3, 1014, 58.8, 1, true]])('%d of %d is %d %%', (part, whole, published, decimals, agrees) => {
    expect(shareAgrees(part, whole, published, decimals)).toBe(agrees)
  })
})
