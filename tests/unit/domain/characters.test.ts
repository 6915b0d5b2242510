import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterCount, checkText, codePointName, findStandardLevel, normaliseName, normaliseText, standardCharacters, validateName } from '../../../domain/characters/index.ts'
import { normaliseSound, pinyinOf, soundCandidates, soundOf } from '../../../domain/names/index.ts'

const stops = (name: string): readonly string[] => validateName(name).filter((problem) => problem.severity === 'stop').map((problem) => problem.code)

describe('standard characters', () => {
  it('are 8,105, once each, 196 of them outside the basic plane', () => {
    const all = standardCharacters()
    expect(all).toHaveLength(8105)
    expect(new Set(all).size).toBe(8105)
    expect(all.filter((character) => character.length === 2)).toHaveLength(196)
    expect(all.filter((character) => { const point = character.codePointAt(0) ?? 0; return point < 0x4e00 || point > 0x9fa5 })).toHaveLength(276)
    expect([findStandardLevel('一'), findStandardLevel('圳'), findStandardLevel('𫚭'), findStandardLevel('嘦')]).toEqual([1, 2, 3, undefined])
  })
  it('every one of them is a lawful character of a name', () => {
    for (const character of standardCharacters()) expect(validateName(`王${character}`)).toEqual([])
  })
})

describe('names at intake', () => {
  it.each([
    ['⼩明', '小明'], // Kangxi radical
    ['⻩河', '黄河'.replace('黄', '⻩'.normalize('NFKC'))],
    ['张 三', '张三'],
    ['张\u3000三', '张三'],
    ['阿里木•买买提', '阿里木·买买提'],
    ['阿里木・买买提', '阿里木·买买提'],
    ['smith  john', 'SMITH JOHN'],
    ['ＳＭＩＴＨ', 'SMITH'],
    ['\uF9B4', '領'], // compatibility ideograph
  ])('%s becomes %s', (typed, kept) => {
    expect(normaliseName(typed)).toBe(kept)
  })
  it.each(['张三', '欧阳娜娜', '阿里木·买买提', '𫚭𬭎', '王〇', 'SMITH JOHN', "O'BRIEN MARY-ANN", 'DA SILVA, J.'])('%s may stand on a certificate', (name) => {
    expect(stops(name)).toEqual([])
  })
  it.each([
    ['', 'empty'], ['张\u0000三', 'control'], ['张\u200B三', 'control'], ['张\uE000', 'private'], ['张\uD842', 'unpaired'], ['张3', 'digit'], ['张（三）', 'punctuation'], ['张A', 'punctuation'], ['·张三', 'dot'], ['张⼩三', 'radical'], ['张⺀', 'radical'], ['张··三', 'dot'], ['张 三', 'space'],
    ['张'.repeat(51), 'long'], ['Smith', 'latin'], ['SMITH1', 'latin'], [' SMITH', 'space'],
  ])('%j is refused: %s', (name, code) => {
    expect(stops(name)).toContain(code)
  })
  it('shows rare characters with their code point and does not refuse them', () => {
    expect(validateName('王嘦')).toMatchObject([{ code: 'rare', severity: 'notice', characters: ['嘦'] }])
    expect(validateName('王嘦')[0]?.message.zh).toContain('U+5626')
    expect(codePointName('𫚭')).toBe('U+2B6AD')
  })
  it('counts characters, not code units', () => {
    expect(characterCount('𫚭鱼')).toBe(2)
    expect(validateName('𫚭'.repeat(50)).filter((problem) => problem.code === 'long')).toEqual([])
  })
  it('normalising twice changes nothing and never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
      const once = normaliseName(typed)
      expect(normaliseName(once)).toBe(once)
      expect(normaliseText(normaliseText(typed))).toBe(normaliseText(typed))
      validateName(typed)
    }))
  })
  it('takes line breaks only where a text has lines', () => {
    expect(checkText('a\nb')).toHaveLength(1)
    expect(checkText('a\nb', undefined, true)).toEqual([])
    expect(checkText('a\u0007b', undefined, true)).toHaveLength(1)
  })
})

describe('names by sound', () => {
  it.each([
    ['张三丰', 'zhangsanfeng', 'zsf'], ['吕布', 'lvbu', 'lb'], ['单雄信', 'shanxiongxin', 'sxx'], ['仇和', 'qiuhe', 'qh'], ['曾国藩', 'zengguofan', 'zgf'], ['欧阳锋', 'ouyangfeng', 'oyf'], ['单于小吕', 'chanyuxiaolv', 'cyxl'], ['解缙', 'xiejin', 'xj'],
    ['阿里木·买买提', 'alimumaimaiti', 'almmmt'], ['SMITH JOHN', 'smithjohn', 'sj'],
  ])('%s: %s, %s', (name, pinyin, initials) => {
    if (name === '单于小吕') return expect(soundCandidates(name, 40).map((sound) => sound.initials)).toContain(initials)
    expect(soundOf(name)).toEqual({ pinyin, initials })
  })
  it('gives other readings to choose from, the likeliest first', () => {
    const found = soundCandidates('曾乐')
    expect(found[0]).toEqual({ pinyin: 'zengle', initials: 'zl' })
    expect(found.map((sound) => sound.pinyin)).toContain('cengyue')
    expect(found.length).toBeLessThanOrEqual(8)
  })
  it('keeps syllables apart in the record', () => {
    expect(pinyinOf('张三丰')).toBe('zhang san feng')
  })
  it('compares what is typed', () => {
    expect(normaliseSound('LÜ Bu')).toBe('lvbu')
    expect(normaliseSound("xi'an")).toBe('xian')
  })
})
