import { describe, expect, it } from 'vitest'
import { countries, educationGroups, educationLevels, educations, ethnicities, findCode, findCountry, findEducationGroup, identityTypeCodes, identityTypesOf, maritalStatuses, matchEthnicity, nationalityOfKind, occupations, personKindCodes, sexes, statusesBeforeMarriage } from '../../../domain/codes/index.ts'
import type { Code } from '../../../domain/codes/index.ts'
import { identityTypes, personKinds } from '../../../domain/marriage/file.ts'

const tables: readonly (readonly [string, readonly Code[], number])[] = [
  ['sex', sexes, 4],
  ['marital status', maritalStatuses, 8],
  ['ethnic group', ethnicities, 58],
  ['education', educations, 33],
  ['education level', educationLevels, 8],
  ['education group', educationGroups, 7],
  ['occupation', occupations, 11],
  ['kind of person', personKindCodes, 7],
  ['type of identity paper', identityTypeCodes, 8],
]

describe('code tables', () => {
  it.each(tables)('%s: codes once each, both languages, no Chinese in the English', (_name, table, count) => {
    expect(table).toHaveLength(count)
    expect(new Set(table.map((entry) => entry.code)).size).toBe(count)
    for (const entry of table) {
      expect(entry.zh).not.toBe('')
      expect(entry.en).toMatch(/^[^\u3400-\u9fff]+$/u)
    }
  })
  it('cover the kinds and papers of the file', () => {
    expect(personKindCodes.map((entry) => entry.code)).toEqual([...personKinds])
    expect(identityTypeCodes.map((entry) => entry.code)).toEqual([...identityTypes])
    for (const kind of personKinds) expect(identityTypesOf[kind]?.every((type) => findCode(identityTypeCodes, type) !== undefined)).toBe(true)
  })
  it.each([
    ['汉', '01'], ['汉族', '01'], ['01', '01'], ['维吾尔', '05'], ['维吾尔族', '05'], ['蒙古', '02'], ['哈萨克', '17'], ['柯尔克孜', '29'], ['乌孜别克', '43'], ['乌兹别克族', '43'], ['俄罗斯', '44'], ['塔塔尔', '50'], ['塔吉克', '41'],
    ['土', '30'], ['土家', '15'], ['高山', '23'], ['水', '25'], ['其他', '97'], ['基诺', '56'],
  ])('reads 民族 %s as %s', (written, code) => {
    expect(matchEthnicity(written)?.code).toBe(code)
  })
  it('knows no 民族 where there is none', () => {
    for (const written of ['', '族', '火星族', '99', '汉人']) expect(matchEthnicity(written)).toBeUndefined()
  })
  it('nationalities: no XK, no Hong Kong, Macao or Taiwan, China first, stateless last', () => {
    expect(countries).toHaveLength(247)
    expect(countries[0]).toEqual({ code: 'CHN', zh: '中国', en: 'China' })
    expect(countries.at(-1)?.code).toBe('XXA')
    for (const code of ['XKX', 'HKG', 'MAC', 'TWN']) expect(findCountry(code)).toBeUndefined()
    expect(findCountry('FRA')).toEqual({ code: 'FRA', zh: '法国', en: 'France' })
    expect(new Set(countries.map((entry) => entry.code)).size).toBe(247)
    expect(nationalityOfKind('taiwan')).toBe('CHN')
    expect(nationalityOfKind('foreigner')).toBeUndefined()
  })
  it('groups education for the statistics', () => {
    expect(educations.map((entry) => findEducationGroup(entry.code)?.code)).not.toContain(undefined)
    expect(findEducationGroup('14')?.zh).toBe('研究生')
    expect(findEducationGroup('31')?.zh).toBe('大学本科/专科')
    expect(findEducationGroup('50')).toBeUndefined()
  })
  it('before a registration a party is never married, widowed or divorced', () => {
    expect(statusesBeforeMarriage.map((code) => findCode(maritalStatuses, code)?.zh)).toEqual(['未婚', '丧偶', '离婚'])
  })
})
