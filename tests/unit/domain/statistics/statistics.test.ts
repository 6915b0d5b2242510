import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { educations } from '../../../../domain/codes/education.ts'
import { occupations } from '../../../../domain/codes/occupation.ts'
import { divorceReasons } from '../../../../domain/divorce/codes.ts'
import { personKinds } from '../../../../domain/marriage/file.ts'
import { ageBands, bulletinAgeBands, differenceBands, durationBands, findBand } from '../../../../domain/statistics/bands.ts'
import { cellsOfApplication, cellsOfDivorce, cellsOfEnding, cellsOfMarriage, cellsOfReissue, countAt, countCells, findDuration } from '../../../../domain/statistics/cells.ts'
import type { ApplicationEnd, DivorceRow, MarriageRow } from '../../../../domain/statistics/cells.ts'
import { findMarriageOrder, findOccupationGroup, findResidenceGroup } from '../../../../domain/statistics/groups.ts'
import { applicationIdentities, bookletIdentities, divorceIdentities, identityLine, marriageIdentities, reissueIdentities } from '../../../../domain/statistics/identities.ts'
import type { Identity } from '../../../../domain/statistics/identities.ts'
import { findMatter, matters, sumMatters } from '../../../../domain/statistics/matters.ts'
import { ReferenceTable, checkReference, compareWithReference } from '../../../../domain/statistics/reference.ts'
import { partValue, tableDefinitions } from '../../../../domain/statistics/tables.ts'

const broken = (identities: readonly Identity[]): readonly string[] => identities.filter((identity) => !identity.holds).map((identity) => identity.id)

describe('bands', () => {
  it.each([[19, undefined], [20, '20'], [24, '24'], [25, '25-29'], [29, '25-29'], [40, '40-49'], [59, '50-59'], [60, '60+'], [101, '60+']])('age %i: %s', (age, id) => {
    expect(findBand(ageBands, age)?.id).toBe(id)
  })
  it.each([[0, '<=1'], [1, '<=1'], [2, '2-3'], [5, '4-5'], [9, '6-9'], [10, '10-15'], [36, '36-50'], [50, '36-50'], [51, '>50'], [-1, undefined]])('%i years: %s', (years, id) => {
    expect(findBand(durationBands, years)?.id).toBe(id)
  })
  it('every band list runs without a gap or an overlap to the end', () => {
    for (const list of [ageBands, bulletinAgeBands, differenceBands, durationBands]) {
      list.forEach((band, index) => expect(band.from).toBe(index === 0 ? band.from : (list[index - 1]?.to ?? NaN) + 1))
      expect(list.at(-1)?.to).toBeUndefined()
    }
  })
  it.each([['2019-05-20', '2020-05-19', 0], ['2019-05-20', '2020-05-20', 1], ['2020-02-29', '2021-02-28', 1], ['1970-01-01', '2026-01-01', 56], ['2026-05-20', '2026-05-19', undefined], ['', '2026-05-19', undefined]])('from %s to %s: %s full years', (from, to, years) => {
    expect(findDuration(from, to)).toBe(years)
  })
})

describe('groups', () => {
  it.each([
    ['mainland', 'mainland', 'mainland'], ['abroad', 'mainland', 'mainland'], ['mainland', 'foreigner', 'foreign'], ['hongkong', 'mainland', 'hongkong'], ['taiwan', 'macao', 'macao'], ['overseas', 'foreigner', 'foreign'], ['mainland', 'martian', undefined],
  ])('%s and %s: %s', (man, woman, group) => {
    expect(findResidenceGroup([man, woman])).toBe(group)
  })
  it('every code of the tables has its group', () => {
    for (const { code } of occupations) expect(findOccupationGroup(code), code).toBeDefined()
    expect([findMarriageOrder('10'), findMarriageOrder('30'), findMarriageOrder('40'), findMarriageOrder('20'), findMarriageOrder('')]).toEqual(['first', 'again', 'again', undefined, undefined])
  })
})

const pairOf = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<readonly [T, T]> => fc.tuple(values, values)
const couple = {
  day: fc.constantFrom('2026-01-05', '2026-02-14', '2026-05-20', '2026-05-21', '2026-12-31'), office: fc.constantFrom('110105', '110101'), kinds: pairOf(fc.constantFrom(...personKinds)), ages: fc.tuple(fc.integer({ min: 22, max: 95 }), fc.integer({ min: 20, max: 95 })),
  education: pairOf(fc.constantFrom('', ...educations.map((entry) => entry.code))), occupation: pairOf(fc.constantFrom('', ...occupations.map((entry) => entry.code))),
}
const marriage: fc.Arbitrary<MarriageRow> = fc.oneof(
  fc.record({ ...couple, kind: fc.constantFrom('marriage', 'late'), statuses: pairOf(fc.constantFrom('10', '30', '40')) }),
  fc.record({ ...couple, kind: fc.constant('remarriage'), statuses: fc.constant(['40', '40'] as const) }),
)
const divorce: fc.Arbitrary<DivorceRow> = fc.record({ ...couple, marriageDay: fc.constantFrom('1970-01-01', '2001-09-09', '2019-05-20', '2025-12-31'), reason: fc.constantFrom('', ...divorceReasons.map((entry) => entry.code)) })

describe('the identities of the tables', () => {
  it('hold on whatever an office registers', () => {
    fc.assert(fc.property(fc.array(marriage, { maxLength: 60 }), fc.array(divorce, { maxLength: 60 }), (marriages, divorces) => {
      expect(broken(marriageIdentities(countCells(marriages.map(cellsOfMarriage))))).toEqual([])
      expect(broken(divorceIdentities(countCells(divorces.map(cellsOfDivorce))))).toEqual([])
    }), { numRuns: 80 })
  })
  const [first] = fc.sample(marriage, { numRuns: 1, seed: 5 }) as [MarriageRow]
  const couples: readonly MarriageRow[] = Array.from({ length: 12 }, () => ({ ...first, kind: 'marriage', kinds: ['mainland', 'mainland'], statuses: ['10', '40'], ages: [30, 28] }))
  it.each<[string, Partial<MarriageRow>, readonly string[]]>([
    ['a man of 21', { ages: [21, 28] }, ['marriage.age.under']],
    ['a woman of 19, married before', { ages: [30, 19] }, ['marriage.age', 'marriage.age.woman', 'marriage.againAge']],
    ['a status that no one has', { statuses: ['20', '40'] }, ['marriage.persons', 'marriage.order.man']],
    ['a kind of person nobody knows', { kinds: ['mainland', 'nobody'] }, ['marriage.residence']],
    ['an occupation that is none', { occupation: ['9', '20000'] }, ['marriage.occupation']],
  ])('breaking one record is named: %s', (_seen, changes, names) => {
    const rows = couples.map((row, index) => (index === 7 ? { ...row, ...changes } : row))
    const found = broken(marriageIdentities(countCells(rows.map(cellsOfMarriage))))
    expect(found).toEqual(names)
  })
  it('more former spouses than remarried persons are named', () => {
    expect(broken(marriageIdentities(countCells([cellsOfMarriage({ ...(couples[0] as MarriageRow), kind: 'remarriage', statuses: ['10', '10'] })])))).toEqual(['marriage.former'])
  })
  it('a divorce before its marriage, and a man of 20, are named', () => {
    const [row] = fc.sample(divorce, { numRuns: 1, seed: 3 }) as [DivorceRow]
    expect(broken(divorceIdentities(countCells([cellsOfDivorce({ ...row, marriageDay: '2027-01-01', ages: [20, 25] })])))).toEqual(['divorce.age.under', 'divorce.duration'])
  })
  it('applications: every one has come to something or is running', () => {
    const ends: readonly ApplicationEnd[] = ['withdrawn', 'lapsed', 'registered', 'registered', 'refused', 'open']
    const counts = countCells(ends.map(cellsOfApplication))
    expect(broken(applicationIdentities(counts, 2, 0))).toEqual([])
    expect(broken(applicationIdentities(counts, 7, 0))).toEqual(['application.registered'])
    expect(broken(applicationIdentities(new Map([...counts, ['application.withdrawn', 2]]), 2, 0))).toEqual(['application.ends'])
  })
  it('reissues and booklets', () => {
    const counts = countCells([cellsOfReissue({ day: '2026-05-20', certificate: 'marriage', local: true, proxied: true, booklets: 1 }), cellsOfReissue({ day: '2026-05-20', certificate: 'divorce', local: false, proxied: false, booklets: 2 })])
    expect(broken(reissueIdentities(counts))).toEqual([])
    expect(countAt(counts, 'reissue.booklets')).toBe(3)
    expect(broken(reissueIdentities(new Map([...counts, ['reissue.proxied.elsewhere', 2]])))).toEqual(['reissue.proxied.elsewhere'])
    expect(broken(bookletIdentities({ marriages: 10, divorces: 4, reissued: 3, issued: 31, voided: 2, stockUsed: 33 }))).toEqual([])
    expect(broken(bookletIdentities({ marriages: 10, divorces: 4, reissued: 3, issued: 31, voided: 2, stockUsed: 34 }))).toEqual(['booklets.stock'])
  })
  it('a line says what was checked and both sides', () => {
    const [line] = marriageIdentities(countCells(couples.map(cellsOfMarriage))).filter((identity) => identity.id === 'marriage.persons').map(identityLine)
    expect(line?.zh).toBe('初婚 + 再婚 = 2 × 对数：初婚 + 再婚 24人 = 2 × 对数 24人，相符')
    for (const identity of [...marriageIdentities(new Map()), ...divorceIdentities(new Map())]) {
      expect(identityLine(identity).zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(identityLine(identity).en).not.toMatch(/[\u4e00-\u9fff]/u)
    }
  })
  it('the cases behind a number are those whose cells hold it', () => {
    const rows = fc.sample(marriage, { numRuns: 200, seed: 11 })
    const counts = countCells(rows.map(cellsOfMarriage))
    for (const [cell, count] of counts) expect(rows.reduce((sum, row) => sum + cellsOfMarriage(row).filter((entry) => entry === cell).length, 0)).toBe(count)
  })
})

describe('tables as data', () => {
  const known = new Set([...marriageIdentities(new Map()), ...divorceIdentities(new Map()), ...applicationIdentities(new Map(), 0, 0), ...reissueIdentities(new Map())].map((identity) => identity.id))
  it('ids once each, a unit in every heading, identities that exist, shares of parts that exist', () => {
    expect(new Set(tableDefinitions.map((table) => table.id)).size).toBe(tableDefinitions.length)
    for (const table of tableDefinitions) {
      expect(['对', '人', '件', '本']).toContain(table.unit)
      for (const id of table.identities) expect(known.has(id), `${table.id}: ${id}`).toBe(true)
      expect(new Set(table.parts.map((part) => part.id)).size, table.id).toBe(table.parts.length)
      for (const part of table.parts) if (part.shareOf !== undefined) expect(table.parts.some((entry) => entry.id === part.shareOf), part.shareOf).toBe(true)
    }
  })
  it('every cell that a marriage, divorce or reissue can count in stands in some table', () => {
    const shown = new Set(tableDefinitions.flatMap((table) => table.parts.flatMap((part) => part.cells)))
    const cells = [...fc.sample(marriage, { numRuns: 400, seed: 1 }).flatMap(cellsOfMarriage), ...fc.sample(divorce, { numRuns: 400, seed: 2 }).flatMap(cellsOfDivorce), ...cellsOfReissue({ day: '', certificate: 'marriage', local: true, proxied: true, booklets: 0 }), ...cellsOfEnding('revoked')]
    for (const cell of cells) if (!/\.(?:month|day|office)\./.test(cell)) expect(shown.has(cell), cell).toBe(true)
  })
  it('values and shares', () => {
    const table = tableDefinitions.find((entry) => entry.id === 'marriage.status')
    if (table === undefined) return expect.unreachable()
    const counts: Readonly<Record<string, number>> = { 'marriage.first.man': 3, 'marriage.first.woman': 2, 'marriage.again.man': 1, 'marriage.again.woman': 2 }
    const again = table.parts.find((part) => part.id === 'again')
    expect(again === undefined ? null : partValue(table, again, (cell) => counts[cell] ?? 0)).toEqual({ value: 3, share: 0.375 })
    expect(partValue(table, table.parts[0] as never, () => 0)).toEqual({ value: 0, share: null })
  })
  it('the year of an office in three numbers', () => {
    expect(sumMatters({ marriage: 2503, divorce: 656, reissue: 1200, query: 843, withdrawal: 300, notAccepted: 200 })).toEqual({ marriages: 2503, divorces: 656, others: 2543 })
    expect(findMatter('divorce.withdrawn')).toBe('withdrawal')
    expect(findMatter('marriage.printed')).toBeUndefined()
    expect(matters.length).toBeGreaterThan(8)
  })
})

const table = (id: string, figures: Readonly<Record<string, number>>, decimals: number, scale: 1 | 10_000 = 10_000): ReferenceTable => ReferenceTable.parse({ id, title: id, source: '统计公报', edition: '年鉴', period: '2024', area: '', cutOff: '', scale, decimals, figures })

describe('published figures', () => {
  it('a yearbook in whole numbers holds exactly', () => {
    const figures = { couples: 219_409, mainland: 218_009, others: 1400, persons: 438_818, first: 345_010, again: 93_808 }
    const exact = table('重庆 2006', figures, 0, 1)
    expect(broken([checkReference(exact, 'residence', ['mainland', 'others'], 'couples'), checkReference(exact, 'persons', ['first', 'again'], 'persons'), checkReference(exact, 'twice', ['persons'], 'couples', 2)])).toEqual([])
    expect(checkReference({ ...exact, figures: { ...figures, first: 345_011 } }, 'persons', ['first', 'again'], 'persons')).toMatchObject({ holds: false, left: { value: 438_819 }, right: { value: 438_818 }, tolerance: 0 })
  })
  it.each<[string, Readonly<Record<string, number>>, number, readonly string[], string, number]>([
    ['2012 marriages', { a: 1318.3, b: 5.3, all: 1323.6 }, 1, ['a', 'b'], 'all', 1],
    ['2012 divorces', { a: 242.3, b: 68.1, all: 310.4 }, 1, ['a', 'b'], 'all', 1],
    ['2022 divorces', { a: 210.0, b: 77.9, all: 287.9 }, 1, ['a', 'b'], 'all', 1],
    ['2024 divorces', { a: 262.2, b: 89.1, all: 351.3 }, 1, ['a', 'b'], 'all', 1],
    ['2024 persons', { a: 917.23, b: 303.88, all: 610.56 }, 2, ['a', 'b'], 'all', 2],
    ['Guangdong 2024', { a: 83.19, b: 19.19, all: 51.19 }, 2, ['a', 'b'], 'all', 2],
    ['Shandong 2022', { a: 61.21, b: 22.9, all: 42.06 }, 2, ['a', 'b'], 'all', 2],
    ['Shanghai 2022', { a: 10.04, b: 4.37, all: 7.2 }, 2, ['a', 'b'], 'all', 2],
    ['2021 ages', { a: 252.9, b: 539.3, c: 305.2, d: 133.2, e: 297.9, all: 764.3 }, 1, ['a', 'b', 'c', 'd', 'e'], 'all', 2],
    ['2023 quarters', { a: 214.7, b: 178.1, c: 176.2, d: 199, all: 768 }, 1, ['a', 'b', 'c', 'd'], 'all', 1],
  ])('%s holds within its rounding', (id, figures, decimals, parts, whole, factor) => {
    expect(checkReference(table(id, figures, decimals), id, parts, whole, factor)).toMatchObject({ holds: true })
  })
  it.each([
    ['Shanghai 2025', { a: 125_102, b: 49_990, all: 175_092 }],
    ['Shanghai 2022', { a: 72_048, b: 24_991, all: 97_039 }],
    ['a prefecture 2024 Q1', { a: 5081, b: 1975, all: 7056 }],
  ])('%s holds to the last case', (id, figures) => {
    expect(checkReference(table(id, figures, 0, 1), id, ['a', 'b'], 'all')).toMatchObject({ holds: true, tolerance: 0 })
  })
  it('quarterly flash figures and the bulletin of 2021 are not one edition', () => {
    expect(checkReference(table('2021', { a: 213.2, b: 203.4, c: 172, d: 175, all: 764.3 }, 1), '2021', ['a', 'b', 'c', 'd'], 'all').holds).toBe(false)
  })
  it('a figure that is not there is refused, an edition and a cut-off hour are kept', () => {
    expect(() => checkReference(table('x', { a: 1 }, 0), 'x', ['a'], 'b')).toThrow(/figures.b/)
    expect(ReferenceTable.safeParse({ ...table('x', {}, 0), cutOff: '25:00' }).success).toBe(false)
    expect(ReferenceTable.parse({ ...table('湖南 2023-05-20', { 'marriage.total': 4576 }, 0, 1), cutOff: '17:30' }).cutOff).toBe('17:30')
  })
  it('own figures beside published ones, within the rounding', () => {
    const published = table('2024', { 'marriage.total': 51.19, 'divorce.total': 20 }, 2)
    expect(compareWithReference(published, new Map([['marriage.total', 511_940], ['divorce.total', 200_100]]))).toEqual([
      { cell: 'marriage.total', own: 511_940, published: 511_900, difference: 40, agrees: true },
      { cell: 'divorce.total', own: 200_100, published: 200_000, difference: 100, agrees: false },
    ])
  })
})
