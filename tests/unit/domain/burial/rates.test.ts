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
  it.each([[1848, 19_546, 9.45, 2, true], [318.8, 449.23, 70.9, 1, true], [9.6, 449.23, 0.02, 2, false], [1712.97, 2473.07, 69.26, 2, true], [2005, 22_100, 9.07, 2, true], [17, 218, 7.8, 1, true], [596.3, 1014, 58.8, 1, true], [692, 5714, 12.1, 1, true], [1722, 4201, 40.99, 2, true], [449.23, 972, 46.2, 1, true], [9221 - 7508, 7508, 22.8, 1, true], [692, 728, 95, 0, true], [692, 5714, 95, 0, false]])('%d of %d is %d %%', (part, whole, published, decimals, agrees) => {
    expect(shareAgrees(part, whole, published, decimals)).toBe(agrees)
  })
  it('parts that are published may leave something over, or be exact', () => {
    expect(4201 - (1722 + 865 + 1536)).toBe(78)
    expect(5.35 + 14.12).toBeCloseTo(19.47, 10)
    // The top ten make 318.8 of 449.23: published as 70.9, rounded it is 71.0, so that one unit in the last place is left to either.
    expect([shareAgrees(318.8, 449.23, 71, 0), shareAgrees(318.8, 449.23, 71, 1), shareAgrees(318.8, 449.23, 70.8, 1)]).toEqual([true, true, false])
    expect(shareAgrees(9.6, 449.23, 2.1, 1)).toBe(true)
  })
  it('the year-to-October of a home: urban funerals over urban deaths, and never over all cremations', () => {
    const urban = centralisedFuneralRate(692, of(728, { base: 'urbanDeaths', source: '示例' }))
    expect(urban.message.zh).toContain('95.1%')
    expect(urban.message.zh).toContain('城区死亡人数')
    expect(centralisedFuneralRate(692, of(692, { base: 'urbanDeaths', fromNumerator: true }))).toMatchObject({ rate: null, state: 'selfMade' })
    expect(centralisedFuneralRate(692, null).message.zh).not.toContain('100')
  })
})
