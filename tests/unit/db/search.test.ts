import { describe, expect, it } from 'vitest'
import { openConnection } from '../../../db/connection.ts'
import { registerFile } from '../../../db/folder.ts'
import { caseKeys, entriesOfCases } from '../../../db/inspection/files.ts'
import { readQuery } from '../../../db/search.ts'
import { clerk, couple, newRegister, opened, received, record, registered, voided } from './helpers.ts'

const filled = async (): Promise<ReturnType<typeof newRegister>> => {
  const register = newRegister()
  await record(register, [
    received(),
    opened('case-1', couple({ name: '张三丰', pinyin: 'zhang san feng', identityNumber: '99010119900501001X' }, { name: '李娜', pinyin: 'li na', identityNumber: '990101199205200023' })),
    registered('case-1', 1),
    opened('case-2', couple({ name: '张三', pinyin: 'zhang san', identityNumber: '990202198001010015' }, { name: '吕布', pinyin: 'lü bu', identityNumber: '990202198101010023' }, { kind: 'remarriage', formerDivorce: { number: '京朝离字010100123号', day: '2010-01-01' } })),
    registered('case-2', 2),
    opened('case-3', couple({ name: 'JOHN SMITH', pinyin: 'john smith', identityType: 'passport', identityNumber: 'E12345678' }, { name: '欧阳静', pinyin: 'ou yang jing', identityNumber: '990303198101010046' })),
  ])
  return register
}

describe('the search box', () => {
  it.each([
    ['张三', ['case-2 name', 'case-1 name']], // whole name first, then the newest
    ['张', ['case-2 name', 'case-1 name']],
    ['三丰', ['case-1 name']],
    ['欧阳', ['case-3 name']],
    ['zhangsan', ['case-2 pinyin', 'case-1 pinyin']],
    ['Zhang San Feng', ['case-1 pinyin']],
    ['lv bu', ['case-2 pinyin']],
    ['lübu', ['case-2 pinyin']],
    ['zsf', ['case-1 initials']],
    ['oyj', ['case-3 initials']],
    ['john sm', ['case-3 pinyin']],
    ['99010119900501001X', ['case-1 identityNumber']],
    ['99010119900501001x', ['case-1 identityNumber']],
    ['990202', ['case-2 identityNumber']],
    ['001X', ['case-1 identityNumber']],
    ['0046', ['case-3 identityNumber']],
    ['E12345678', ['case-3 identityNumber']],
    ['J990101-2026-000002', ['case-2 number']],
    ['j990101-2026', ['case-2 number', 'case-1 number']],
    ['990101-2026-000001', ['case-1 number']],
    ['10000003', ['case-2 serial']],
    ['No 10000001', ['case-1 serial']],
    ['京朝离字0101', ['case-2 oldNumber']],
    ['10000999', []], // in stock, with no case
    ['没有此人', []],
    ['%', []],
    ["' OR 1=1 --", []],
    ['   ', []],
  ])('%s', async (typed, wanted) => {
    const register = await filled()
    expect((await register.read.search(typed, 10)).map((hit) => `${hit.caseId} ${hit.matched}`)).toEqual(wanted)
  })

  it('gives each case once, with what a list shows, and no more than asked', async () => {
    const register = await filled()
    expect(await register.read.search('张三丰', 10)).toEqual([{ window: 'marriage', caseId: 'case-1', matched: 'name', value: '张三丰', title: '张三丰 李娜', state: 'registered', day: '2026-05-20', number: 'J990101-2026-000001' }])
    expect(await register.read.search('张', 1)).toHaveLength(1)
  })

  it('finds a spoiled booklet’s case by its serial', async () => {
    const register = await filled()
    await record(register, [voided('case-1')])
    expect(await register.read.search('10000001', 5)).toMatchObject([{ caseId: 'case-1', state: 'voided' }])
  })

  it('finds a common surname by the newest of many', async () => {
    const register = newRegister()
    await register.bulk(Array.from({ length: 3000 }, (_, index) => [clerk(), opened(`case-${String(index).padStart(4, '0')}`, couple({ name: `王${String.fromCodePoint(0x4e00 + index)}`, pinyin: 'wang yi' }, { name: `李${String.fromCodePoint(0x4e00 + index)}`, pinyin: 'li yi' }))] as const))
    expect((await register.read.search('王', 3)).map((hit) => hit.caseId)).toEqual(['case-2999', 'case-2998', 'case-2997'])
    expect((await register.read.search('wangy', 2)).map((hit) => hit.caseId)).toEqual(['case-2999', 'case-2998'])
    expect((await register.read.search('9901', 2)).map((hit) => hit.caseId)).toEqual([])
    expect((await register.read.search('99010', 2)).map((hit) => hit.caseId)).toEqual(['case-2999', 'case-2998'])
  })

  it('reads full-width and spaced input as the clerk meant it', () => {
    expect(readQuery('９９０１０１ １９９００５０１ ００１Ｘ').identityNumber).toBe('99010119900501001X')
    expect(readQuery('ＺＳＦ').sound).toBe('zsf')
    expect(readQuery('Ｊ990101-2026-000001').numbers).toEqual(['J990101-2026-000001'])
  })
})

describe('persons and lists', () => {
  it('marriagesOfPerson gives open and standing cases, newest first', async () => {
    const register = await filled()
    expect((await register.read.marriagesOfPerson('99010119900501001x')).map((row) => row.id)).toEqual(['case-1'])
    expect((await register.read.marriagesOfPerson('990303198101010046')).map((row) => row.state)).toEqual(['received'])
    await record(register, [voided('case-1')])
    expect(await register.read.marriagesOfPerson('99010119900501001X')).toEqual([])
    expect(await register.read.marriagesOfPerson('')).toEqual([])
  })

  it('lists by filter and by pages without losing or doubling a case', async () => {
    const register = newRegister()
    await record(register, [received(), ...Array.from({ length: 25 }, (_, index) => [opened(`case-${index}`), ...(index % 5 === 0 ? [] : [registered(`case-${index}`, index + 1, { day: `2026-05-${String(10 + (index % 3)).padStart(2, '0')}`, registrar: index % 2 === 0 ? 'a' : 'b' })])]).flat()])
    const all = async (filter: Parameters<typeof register.read.marriages>[0]): Promise<readonly string[]> => {
      const ids: string[] = []
      let after: string | undefined
      do {
        const page = await register.read.marriages({ ...filter, limit: 4, ...(after === undefined ? {} : { after }) })
        ids.push(...page.rows.map((row) => row.id))
        after = page.next
      } while (after !== undefined)
      return ids
    }
    expect(await all({})).toEqual(Array.from({ length: 25 }, (_, index) => `case-${24 - index}`))
    const byDay = await all({ from: '2026-05-10', to: '2026-05-11' })
    expect(new Set(byDay).size).toBe(byDay.length)
    expect(byDay).toHaveLength(await register.read.countMarriages({ from: '2026-05-10', to: '2026-05-11' }))
    expect(await all({ state: ['received'] })).toHaveLength(5)
    expect(await all({ state: ['registered'], registrar: 'a' })).toHaveLength(await register.read.countMarriages({ state: ['registered'], registrar: 'a' }))
    expect(await all({ state: [] })).toEqual([])
    expect(await register.read.countMarriages({ inspection: 'unexamined' })).toBe(20)
    expect(await register.read.casesInWork()).toEqual([{ state: 'received', count: 5 }, { state: 'registered', count: 20 }])
    await expect(register.read.marriages({ after: 'nonsense' })).rejects.toMatchObject({ code: 'malformed' })
  })

  it('hands out the files of registered cases, newest first, with the entries of their window', async () => {
    const register = await filled()
    await record(register, [voided('case-1')])
    const db = openConnection(registerFile(register.folder), { readonly: true })
    try {
      const keys = caseKeys(db, 'marriage', '2026-05-20', '2026-05-20')
      const files = entriesOfCases(db, 'marriage', keys)
      expect(keys.map((key) => (files.get(key) ?? []).map(({ action }) => `${action.subject} ${action.kind}`))).toEqual([['case-2 marriage.opened', 'case-2 marriage.registered'], ['case-1 marriage.opened', 'case-1 marriage.registered', 'case-1 marriage.voided']])
      expect(caseKeys(db, 'marriage', '2026-05-21', '2026-12-31')).toEqual([])
    } finally {
      db.close()
    }
  })
})
