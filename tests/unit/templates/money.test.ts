import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capitalYuan, yuanFigure } from '../../../templates/case/money.ts'

/** Reads capitals back by their own grammar, so that the writer is not tested by itself. */
const read = (words: string): number => {
  const figures = '零壹贰叁肆伍陆柒捌玖'
  const section = (part: string): number => {
    let sum = 0
    let figure = 0
    for (const one of part) {
      const step = { 拾: 10, 佰: 100, 仟: 1000 }[one]
      if (step === undefined) figure = figures.indexOf(one)
      else {
        sum += figure * step
        figure = 0
      }
    }
    return sum + figure
  }
  const [, yuan = '', jiao = '', fen = ''] = /^(?:(.*)元)?零?(?:(.)角)?(?:(.)分)?整?$/.exec(words) ?? []
  const whole = yuan.split(/(?<=[兆亿万])/).reduce((sum, part) => sum + section(part.replace(/[兆亿万]$/, '')) * ({ 兆: 1e12, 亿: 1e8, 万: 1e4 }[part.at(-1) ?? ''] ?? 1), 0)
  return whole * 100 + (jiao === '' ? 0 : figures.indexOf(jiao) * 10) + (fen === '' ? 0 : figures.indexOf(fen))
}

describe('amounts in capitals', () => {
  it.each([
    [0, '零元整'], [1, '壹分'], [10, '壹角整'], [15, '壹角伍分'], [100, '壹元整'], [105, '壹元零伍分'], [1050, '壹拾元伍角整'], [140_000, '壹仟肆佰元整'], [140_050, '壹仟肆佰元伍角整'], [100_500, '壹仟零伍元整'], [101_000, '壹仟零壹拾元整'],
    [1_000_000, '壹万元整'], [1_000_100, '壹万零壹元整'], [10_000_000, '壹拾万元整'], [10_050_000, '壹拾万零伍佰元整'], [319_000_000, '叁佰壹拾玖万元整'], [1_280_050, '壹万贰仟捌佰元伍角整'], [10_000_000_000, '壹亿元整'], [10_000_000_100, '壹亿零壹元整'], [100_030_004_000, '壹拾亿零叁拾万零肆拾元整'],
  ])('%d fen: %s', (fen, said) => expect(capitalYuan(fen)).toBe(said))

  it('can be read back to the fen, and never has two zeros beside one another', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (fen) => {
      const said = capitalYuan(fen)
      expect([fen, said, read(said)]).toEqual([fen, said, fen])
      expect(said).not.toMatch(/零零|^零(?!元整)|零[元万亿](?<!^零元)/)
    }), { numRuns: 2000 })
  })

  it('refuses what is no amount', () => {
    for (const fen of [-1, 1.5, Number.NaN]) expect(() => capitalYuan(fen)).toThrow(RangeError)
  })

  it('sets thousands apart', () => {
    expect([0, 5, 100, 123_456, 319_000_000, -140_000].map(yuanFigure)).toEqual(['0.00', '0.05', '1.00', '1,234.56', '3,190,000.00', '-1,400.00'])
  })
})
