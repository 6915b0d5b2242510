import { describe, expect, it } from 'vitest'
import { educations, ethnicities, maritalStatuses, occupations } from '../../../../domain/codes/index.ts'
import { soundOf } from '../../../../domain/names/index.ts'
import { matchCodes } from '../../../../renderer/shared/CodeSelect.tsx'
import { countyTable, describeArea } from '../../../../renderer/shared/AreaField.tsx'
import { initialsOf } from '../../../../renderer/shared/initials.ts'

describe('initials of code tables', () => {
  it.each([['汉族', 'hz'], ['朝鲜族', 'cxz'], ['未婚', 'wh'], ['大学本科毕业', 'dxbkby'], ['阿昌族', 'acz'], ['俄罗斯族', 'elsz'], ['其他', 'qt']])('%s is %s', (label, wanted) => expect(initialsOf(label)).toBe(wanted))
  it('agree with the dictionary of names for every ethnic group, education and status', () => {
    const differing = [...ethnicities, ...educations, ...maritalStatuses].filter((entry) => /^\p{Script=Han}+$/u.test(entry.zh) && initialsOf(entry.zh) !== soundOf(entry.zh).initials).map((entry) => `${entry.zh} ${initialsOf(entry.zh)} ${soundOf(entry.zh).initials}`)
    // A name's first character is read as a surname by the dictionary; these are no names.
    expect(differing.filter((row) => !/^(仡|朝|卡|柯|单|塔|撒)/u.test(row))).toEqual([])
  })
})

describe('choosing a code by typing', () => {
  const first = (typed: string, english = false): string | undefined => matchCodes(ethnicities, typed, english)[0]?.zh
  it('takes the code, the characters, or the initials', () => {
    expect(first('01')).toBe('汉族')
    expect(first('汉')).toBe('汉族')
    expect(first('hz')).toBe('汉族')
    expect(first('mgz')).toBe('蒙古族')
  })
  it('takes letters of the name in English', () => {
    expect(matchCodes(ethnicities, 'uyg', true)[0]?.code).toBe('05')
    expect(matchCodes(maritalStatuses, 'never', true)[0]?.code).toBe('10')
  })
  it('puts the whole code before codes that begin with it', () => {
    expect(matchCodes(educations, '21', false)[0]?.code).toBe('21')
    expect(matchCodes(occupations, 'x2', false)[0]?.code).toBe('X2')
  })
  it('gives all without a word and none for what fits nothing', () => {
    expect(matchCodes(ethnicities, '  ', false)).toHaveLength(ethnicities.length)
    expect(matchCodes(ethnicities, 'qqqq', false)).toHaveLength(0)
  })
})

describe('area codes', () => {
  it('are found by place name and by code', () => {
    const table = countyTable('2026-05-20')
    expect(matchCodes(table, '黄埔', false).map((entry) => entry.code)).toContain('440112')
    expect(matchCodes(table, '440112', false)[0]?.zh).toBe('广东省广州市黄埔区')
    expect(table.every((entry) => !entry.code.endsWith('00'))).toBe(true)
  })
  it('say whether they are still in force', () => {
    expect(describeArea('110103', '2026-05-20')?.current).toBe(false)
    expect(describeArea('440112', '2026-05-20')).toEqual({ name: '广东省广州市黄埔区', current: true })
    expect(describeArea('123456', '2026-05-20')).toBeUndefined()
  })
})
