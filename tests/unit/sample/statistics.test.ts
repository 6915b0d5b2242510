import { describe, expect, it } from 'vitest'
import { applicationIdentities, bookletIdentities, divorceIdentities, identityLine, marriageIdentities, reissueIdentities, type Identity } from '../../../domain/statistics/identities.ts'
import { countAt, type Counts } from '../../../domain/statistics/cells.ts'
import { chongqing2006, publishedYear, scaledYear } from '../../../sample/chongqing.ts'
import { sampleOffice } from '../../../sample/index.ts'
import { figuresOf, foldAll, type Cases } from './figures.ts'

const today = '2026-11-20'
const cases = foldAll(sampleOffice({ seed: 20_260_520, today, cases: 900 }).entries)

const bookletsOf = ({ marriages, divorces, reissues }: Cases, counts: Counts) => {
  const all = [...marriages.values(), ...divorces.values(), ...reissues.values()]
  const standing = all.filter((one) => one.voided === null).flatMap((one) => one.serials.filter((serial) => serial !== '')).length
  const voided = all.flatMap((one) => [...one.spoiled, ...(one.voided === null ? [] : one.serials)]).length
  return bookletIdentities({ marriages: countAt(counts, 'marriage.total'), divorces: countAt(counts, 'divorce.total'), reissued: countAt(counts, 'reissue.booklets'), issued: standing, voided, stockUsed: standing + voided })
}

const identitiesOf = (given: Cases): readonly Identity[] => {
  const counts = figuresOf(given, today)
  return [...marriageIdentities(counts), ...divorceIdentities(counts), ...applicationIdentities(counts, countAt(counts, 'divorce.total'), 0), ...reissueIdentities(counts), ...bookletsOf(given, counts)]
}

const broken = (given: Cases): readonly string[] => identitiesOf(given).filter((identity) => !identity.holds).map((identity) => identity.id)

describe('the identities of the statistics on the sample year', () => {
  it('hold, every one of them, on figures that are not all zero', () => {
    const identities = identitiesOf(cases)
    expect(identities.filter((identity) => !identity.holds).map((identity) => identityLine(identity).zh)).toEqual([])
    expect(identities.length).toBeGreaterThan(30)
    expect(identities.filter((identity) => identity.left.value > 0).length).toBeGreaterThan(34)
  })

  it('name what is wrong when one record is broken', () => {
    const [id, one] = [...cases.marriages].find(([, entry]) => entry.state === 'delivered' && entry.file.kind === 'marriage') ?? ['', undefined]
    if (one === undefined) throw new Error('no marriage')
    const [man, woman] = one.file.parties
    const withMan = (party: typeof man): Cases => ({ ...cases, marriages: new Map([...cases.marriages, [id, { ...one, file: { ...one.file, parties: [party, woman] } }]]) })
    expect(broken(withMan({ ...man, maritalStatus: '20' }))).toEqual(expect.arrayContaining(['marriage.persons', 'marriage.order.man']))
    expect(broken(withMan({ ...man, birth: `${String(Number(one.day.slice(0, 4)) - 21)}-01-01` }))).toContain('marriage.age.under')
    expect(broken(withMan({ ...man, education: 'ZZ' }))).toContain('marriage.education')
    const [divorceId, divorce] = [...cases.divorces].find(([, entry]) => entry.state === 'delivered') ?? ['', undefined]
    if (divorce === undefined) throw new Error('no divorce')
    const later: Cases = { ...cases, divorces: new Map([...cases.divorces, [divorceId, { ...divorce, file: { ...divorce.file, marriage: { ...divorce.file.marriage, day: '2099-01-01' } } }]]) }
    expect(broken(later)).toEqual(['divorce.duration'])
    const line = identitiesOf(later).find((identity) => identity.id === 'divorce.duration')
    if (line === undefined) throw new Error('no identity')
    expect(identityLine(line).zh).toMatch(/各婚姻维系时间之和 = 离婚对数：各维系时间之和 \d+对 = 离婚登记对数 \d+对，不符，差 -1$/)
  })
})

describe('a published year entered as cases', () => {
  it('gives its figures back at one in a hundred, exactly', () => {
    const table = scaledYear(chongqing2006, 100)
    expect(table).toEqual({ year: 2006, couples: 2194, mainland: 2180, first: 3450, again: 938 })
    const counts = figuresOf(foldAll(publishedYear(table)), '2006-12-31')
    const at = (cell: string): number => countAt(counts, `marriage.${cell}`)
    expect(at('total')).toBe(2194)
    expect(at('residence.mainland')).toBe(2180)
    expect(at('first.man') + at('first.woman')).toBe(3450)
    expect(at('again.man') + at('again.woman')).toBe(938)
    expect(marriageIdentities(counts).filter((identity) => !identity.holds)).toEqual([])
  })

  it('keeps the identities of the table it is scaled from', () => {
    expect(chongqing2006.first + chongqing2006.again).toBe(2 * chongqing2006.couples)
    for (const scale of [1, 3, 10, 77, 1000]) {
      const table = scaledYear(chongqing2006, scale)
      expect(table.first + table.again).toBe(2 * table.couples)
    }
  })
})
