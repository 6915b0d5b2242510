import { describe, expect, it } from 'vitest'
import { areaEverKnown, areaName, areaPath, areaRangeNotices, areasBelow, areaTable, findArea, findLatestArea, parseAreas, standardAreas } from '../../../domain/areas/index.ts'

const rows = [...standardAreas().values()].flat()
const inForceAtEnd = (year: number) => rows.filter((area) => area.from <= year && (area.to === undefined || area.to > year))

describe('the dated table of areas', () => {
  it('has the published counts at the end of 2024: 34 provinces, 333 prefectures, 2,846 counties', () => {
    const now = inForceAtEnd(2024)
    expect(now).toHaveLength(3213)
    expect(['province', 'prefecture', 'county'].map((level) => now.filter((area) => area.level === level).length)).toEqual([34, 333, 2846])
  })
  it('knows the codes of people born long ago: thousands that have ended', () => {
    expect(standardAreas().size).toBe(6086)
    expect([...standardAreas().values()].filter((list) => list.every((area) => area.to !== undefined)).length).toBe(2874)
  })
  it('gives a code one unit at a time, and every successor is a code of the table', () => {
    for (const list of standardAreas().values()) {
      for (const [index, area] of list.entries()) {
        expect(area.to === undefined || area.to > area.from, `${area.code} ${area.name}`).toBe(true)
        const next = list[index + 1]
        if (next !== undefined) expect(area.to, `${area.code} ${area.name}`).toBeLessThanOrEqual(next.from)
        for (const code of area.next) expect(areaEverKnown(code), `${area.code} > ${code}`).toBe(true)
      }
    }
  })
  it('every county in force has its province, and its prefecture unless it stands directly under the province', () => {
    for (const area of inForceAtEnd(2024)) {
      expect(areaPath(area.code, '2024-12-31')[0]?.level, area.code).toBe('province')
      if (area.level === 'county' && !/^(11|12|31|50)|^..90/.test(area.code)) expect(areaPath(area.code, '2024-12-31'), area.code).toHaveLength(3)
    }
  })
  it.each([
    ['110103', '崇文区', 2010, ['110101']],
    ['320202', '崇安区', 2015, ['320213']],
    ['330103', '下城区', 2021, ['330105']],
    ['120225', '蓟县', 2016, ['120119']],
    ['540422', '米林县', 2023, ['540481']],
    ['132121', '大名县', 1993, ['130425']],
    ['500112', '渝北区', 2025, ['500157', '500109']],
  ])('%s %s until %i', (code, name, to, next) => {
    expect(findLatestArea(code)).toMatchObject({ name, to, next })
    expect(findArea(code, `${to - 1}-06-01`)?.name).toBe(name)
    expect(findArea(code, `${to + 1}-01-01`)).toBeUndefined()
    expect(areaEverKnown(code)).toBe(true)
  })
  it('names a code as it was on the day', () => {
    expect(areaName('360402', '2010-01-01')).toBe('江西省九江市庐山区')
    expect(areaName('360402', '2020-01-01')).toBe('江西省九江市濂溪区')
    expect(areaName('420602', '2005-01-01')).toBe('湖北省襄樊市襄城区')
    expect(areaName('420602', '2015-01-01')).toBe('湖北省襄阳市襄城区')
    expect(areaName('110101', '2026-01-01')).toBe('北京市东城区')
    expect(areaName('429004', '2026-01-01')).toBe('湖北省仙桃市')
    expect(areaName('653228', '2026-01-01')).toBe('新疆维吾尔自治区和田地区和康县')
    expect(areaName('999999', '2026-01-01')).toBe('')
  })
  it('lists what stands below', () => {
    expect(areasBelow('', '2026-01-01')).toHaveLength(34)
    expect(areasBelow('320000', '2026-01-01').map((area) => area.name)).toContain('苏州市')
    expect(areasBelow('320200', '2026-01-01').map((area) => area.name)).toEqual(['锡山区', '惠山区', '滨湖区', '梁溪区', '新吴区', '江阴市', '宜兴市'])
    expect(areasBelow('110000', '2026-01-01')).toHaveLength(16)
    expect(areasBelow('420000', '2026-01-01').map((area) => area.name)).toContain('仙桃市')
  })
  it('knows the 市辖区 of a prefecture, and nothing it has never heard of', () => {
    expect(areaEverKnown('320201')).toBe(true)
    expect(areaEverKnown('189999')).toBe(false)
  })
  it('takes changes of later years', () => {
    const table = areaTable([...rows.filter((area) => area.code === '110101'), ...parseAreas('1101|20新城区2027')])
    expect(findArea('110120', '2028-01-01', table)?.name).toBe('新城区')
    expect(() => parseAreas('1101|x')).toThrow(/invalid/)
  })
  it.each([
    ['320213', '梁溪区', 0], ['110101', '东城区', 0], ['469001', '五指山市', 0], ['320281', '江阴市', 0], ['542521', '普兰县', 0], ['222401', '延吉市', 0], ['320200', '无锡市', 0], ['222400', '延边朝鲜族自治州', 0], ['500229', '城口县', 0],
    ['990101', '', 1], ['110301', '', 1], ['32021', '', 1], ['320001', '', 1], ['320021', '', 1], ['320281', '某区', 1], ['320201', '某县', 1], ['320221', '某市', 1], ['222481', '某市', 1], ['322100', '某市', 1], ['320200', '某地区', 1], ['110221', '某区', 1],
  ])('ranges of order 79: %s %s, %i notices', (code, name, count) => {
    expect(areaRangeNotices(code, name)).toHaveLength(count)
  })
  it('the ranges fit every unit in force but one', () => {
    expect(inForceAtEnd(2024).filter((area) => areaRangeNotices(area.code, area.name).length > 0).map((area) => `${area.code}${area.name}`)).toEqual(['429021神农架林区'])
  })
})
