import { describe, expect, it } from 'vitest'
import { checkPublished } from '../../../../domain/place-names/romanise/index.ts'

const faults = (name: string, written: string, sign?: string): readonly string[] => checkPublished({ name, kind: 'STREET' }, { text: written, ...(sign === undefined ? {} : { sign }) }).flags.map(({ fault }) => fault)

describe('a published spelling', () => {
  it.each([
    ['外麻东路', 'Wàimádōng Lù', 'WAIMADONG LU', ['division']],
    ['龙湖路', 'Lōnghú Lù', 'LONGHU LU', ['tone']],
    ['张桥村路', 'ZhāngqiáocūnLù', 'ZHANGQIAOCUN LU', ['division', 'capital', 'signDiffers']],
    ['张桥村路', 'Zhāngqiáocūn Lù', 'ZHANGQIAOCUN LU', []],
    ['张桥村路', 'Zhāngqiáocūn Lù', 'ZHANGQIAOCU LU', ['signDiffers']],
    ['张桥村路', 'Zhāngqiáocūn Lù', undefined, ['signMissing']],
    ['友爱路', 'Yǒuài Lù', 'YOUAI LU', ['apostrophe']],
    ['友爱路', "Yǒu'ài Lù", "YOU'AI LU", []],
    ['吕梁路', 'Lǚliáng Lù', 'LVLIANG LU', ['signDiffers']],
    ['吕梁路', 'Lvliang Lu', 'LVLIANG LU', ['umlaut']],
    ['吕梁路', 'Luliang Lu', 'LULIANG LU', ['umlaut']],
    ['浒墅关大道', 'Hǔshùguān Dàdào', 'HUSHUGUAN DADAO', ['reading']],
    ['乐清街', 'Lèqīng Jiē', 'LEQING JIE', ['reading']],
    ['张桥村路', 'Zhangqiaocun Lu', 'ZHANGQIAOCUN LU', ['toneless']],
    ['张桥村路', 'zhāngqiáocūn lù', 'ZHANGQIAOCUN LU', ['capital']],
    ['张桥村路', 'Zhangqiaocun Road', 'ZHANGQIAOCUN ROAD', ['english']],
    ['张桥村路', 'Lǐqiáocūn Lù', 'LIQIAOCUN LU', ['letters']],
    ['张桥村路', '', '', ['textMissing', 'signMissing']],
    ['二马路', '2 Mǎlù', '2 MALU', []],
    ['二马路', 'Èr Mǎlù', 'ER MALU', ['reading']],
    ['中山北路', 'Zhōngshānběi Lù', 'ZHONGSHANBEI LU', ['division']],
  ] as const)('of %s as %s, %s: %j', (name, written, sign, expected) => {
    expect(faults(name, written, sign)).toEqual(expected)
  })
  it('is kept as it stands and says what the rules ask', () => {
    const check = checkPublished({ name: '外麻东路', kind: 'STREET' }, { text: 'Wàimádōng Lù', sign: 'WAIMADONG LU' })
    expect(check.kept).toEqual({ text: 'Wàimádōng Lù', sign: 'WAIMADONG LU' })
    expect(check.expected.text).toBe('Wàimá Dōnglù')
    expect(check.flags[0]?.message.zh).toContain('Wàimá Dōnglù')
  })
  it('names the syllable whose tone is wrong', () => {
    expect(checkPublished({ name: '龙湖路' }, { text: 'Lōnghú Lù', sign: 'LONGHU LU' }).flags[0]?.message.zh).toBe('标调不符：龙 lōng（应为 lóng）')
  })
  it('holds a spelling against the reading the clerk chose', () => {
    expect(checkPublished({ name: '浒墅关大道', chosen: { 0: 'hu3' } }, { text: 'Hǔshùguān Dàdào', sign: 'HUSHUGUAN DADAO' }).flags).toEqual([])
  })
})
