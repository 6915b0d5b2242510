import { beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyMarriageFile } from '../../../../domain/marriage/file.ts'
import { requiredPapers } from '../../../../domain/marriage/papers-required.ts'

beforeEach(() => {
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined })
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
})

const load = () => import('../../../../renderer/case/sections/PapersSection.tsx')

describe('the list of papers', () => {
  it('ticks every required paper at once, identity papers with number and validity', async () => {
    const { withAllPapers } = await load()
    const file = emptyMarriageFile()
    Object.assign(file.parties[0], { identityNumber: '990101199602140015', identityTo: '2040-01-01', identityIssuer: '示例分局' })
    const all = withAllPapers(file, requiredPapers(file, '2026-05-20'))
    expect(all.papers.map((paper) => [paper.type, paper.party, paper.legible])).toEqual([['identity', 0, true], ['identity', 1, true]])
    expect(all.papers[0]).toMatchObject({ number: '990101199602140015', validTo: '2040-01-01', issuer: '示例分局' })
    expect(requiredPapers(all, '2026-05-20').every((paper) => paper.supplied)).toBe(true)
    expect(withAllPapers(all, requiredPapers(all, '2026-05-20')).papers).toHaveLength(2)
  })

  it('leaves the choice to the clerk where one of several papers will do', async () => {
    const { withAllPapers } = await load()
    const file = emptyMarriageFile()
    Object.assign(file.parties[1], { kind: 'foreigner', identityType: 'passport', nationality: 'FRA' })
    const all = withAllPapers(file, requiredPapers(file, '2026-05-20'))
    expect(all.papers.map((paper) => paper.type)).toEqual(['identity', 'identity', 'noSpouse'])
    expect(requiredPapers(all, '2026-05-20').filter((paper) => !paper.supplied).map((paper) => paper.anyOf)).toEqual([['authentication', 'embassyIssued', 'apostille']])
  })
})

describe('scans', () => {
  const file = (bytes: readonly number[], name = 'scan.pdf') => new File([new Uint8Array(bytes)], name)
  it.each([
    [[0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], { type: 'application/pdf' }],
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], { type: 'image/png' }],
    [[0xff, 0xd8, 0xff, 0xe0], { type: 'image/jpeg' }],
    [[0x4d, 0x5a, 0x90], { wrong: 'scanType' }],
    [[], { wrong: 'scanEmpty' }],
  ])('are told by their first bytes, not their names', async (bytes, expected) => {
    const { readScan } = await import('../../../../renderer/case/sections/files.tsx')
    expect(await readScan(file(bytes))).toEqual(expected)
  })

  it('are refused when they are too large, before they are sent', async () => {
    const { largestScan, readScan } = await import('../../../../renderer/case/sections/files.tsx')
    expect(await readScan(new File([new Uint8Array(largestScan + 1)], 'x.pdf'))).toEqual({ wrong: 'scanSize' })
  })
})

describe('proof-reading and declarations', () => {
  it('shows each field as the paper prints it', async () => {
    const { printedValue } = await import('../../../../renderer/case/sections/ProofSection.tsx')
    const file = emptyMarriageFile()
    Object.assign(file.parties[1], { name: '林书月', sex: '2', birth: '1998-05-02', identityNumber: '990101199805024227' })
    const current = { file, number: 'J990101-2026-000001', day: '2026-05-20', serials: ['A1', 'A2'] as [string, string] }
    const shown = ['parties.1.name', 'parties.1.sex', 'parties.1.nationality', 'parties.1.birth', 'parties.1.identityNumber', 'number', 'day', 'serials.1'].map((field) => printedValue(current, field))
    expect(shown).toEqual(['林书月', '女', '中国', '1998年05月02日', '990101199805024227', 'J990101-2026-000001', '2026年05月20日', 'A2'])
  })

  it('confirms a whole declaration with day and witness, and keeps those already written', async () => {
    const { isWhole, wholeDeclaration } = await import('../../../../renderer/case/sections/DeclarationsSection.tsx')
    const { statements } = await import('../../../../renderer/windows/marriage/sections/DeclarationsSection.tsx')
    const { statements: ofReissue } = await import('../../../../renderer/windows/reissue/sections/DeclarationsSection.tsx')
    const [blank] = emptyMarriageFile().declarations
    const whole = wholeDeclaration(statements, blank, '2026-05-20', 'a1')
    expect(whole).toMatchObject({ voluntary: true, witnessSigned: true, signedOn: '2026-05-20', witness: 'a1' })
    expect(wholeDeclaration(statements, { ...blank, signedOn: '2026-05-19', witness: 'a2' }, '2026-05-20', 'a1')).toMatchObject({ signedOn: '2026-05-19', witness: 'a2' })
    expect([isWhole(statements, blank), isWhole(statements, whole), isWhole(statements, { ...whole, notKin: false })]).toEqual([false, true, false])
    // A reissue asks besides whether the status still holds.
    const reissue = wholeDeclaration(ofReissue, { statusHolds: '', truthful: false, signed: false, fingerprint: false, signedOn: '', witness: '', witnessSigned: false }, '2026-05-20', 'a1')
    expect([reissue.statusHolds, isWhole(ofReissue, reissue), isWhole(ofReissue, { ...reissue, statusHolds: 'no' })]).toEqual(['yes', true, false])
  })
})

describe('the ledger’s filter', () => {
  it('reads and writes its address, and drops what does not fit', async () => {
    const { readFilter: read, setParts, writeFilter } = await import('../../../../renderer/case/list/filters.ts')
    const { marriageFilters } = await import('../../../../renderer/windows/marriage/ListPage.tsx')
    const readFilter = (search: string) => read(marriageFilters, search)
    const filter = readFilter('?state=received,registered&kind=late&from=2026-01-01&to=tomorrow&inspection=maybe&counter=2&other=1')
    expect(setParts(filter)).toEqual({ state: 'received,registered', kind: 'late', from: '2026-01-01', counter: '2' })
    expect(readFilter(writeFilter(filter))).toEqual(filter)
    expect(setParts(readFilter('?state=gone'))).toEqual({})
  })

  it('shows every part that an address sets: in a field, or by name', async () => {
    const { fieldsOf, readFilter, withValue } = await import('../../../../renderer/case/list/filters.ts')
    const { divorceFilters } = await import('../../../../renderer/windows/divorce/ListPage.tsx')
    for (const search of ['?state=accepted', '?marriage=m1', '?from=2026-01-01&to=2026-01-31', '?cell=application.accepted&from=2026-01-01']) {
      const filter = readFilter(divorceFilters, search)
      const fields = fieldsOf(divorceFilters, filter)
      for (const part of divorceFilters.filter(({ name }) => filter[name] !== '')) expect(fields.includes(part) || part.kind === 'chip' || filter['cell'] !== '', `${search} ${part.name}`).toBe(true)
    }
    // The days of a cell are its own: they stand beside its words and not under “registered”.
    expect(fieldsOf(divorceFilters, readFilter(divorceFilters, '?cell=application.accepted&from=2026-01-01')).map(({ name }) => name)).not.toContain('from')
    const options = [['a', '甲'], ['b', '乙']] as const
    expect(withValue(options, 'a,b', '、')).toEqual([...options, ['a,b', '甲、乙']])
    expect(withValue(options, 'gone', '、')).toEqual([...options, ['gone', 'gone']])
    expect(withValue(options, 'a', '、')).toBe(options)
  })
})

describe('areas', () => {
  it('finds a county by code, name or initials, and takes it apart', async () => {
    const { countiesOn, matchAreas, partsOfArea } = await import('../../../../renderer/case/form/areas.ts')
    const counties = countiesOn('2026-05-20')
    expect(counties.length).toBeGreaterThan(2500)
    expect(matchAreas(counties, '310101')[0]?.name).toBe('上海市黄浦区')
    expect(matchAreas(counties, '黄浦')[0]?.code).toBe('310101')
    expect(matchAreas(counties, 'hpq').map((entry) => entry.code)).toContain('310101')
    expect(matchAreas(counties, '').length).toBe(0)
    expect(matchAreas(counties, '市').length).toBeLessThanOrEqual(40)
    expect(partsOfArea('320213', '2026-05-20')).toEqual({ province: '江苏省', prefecture: '无锡市', county: '梁溪区' })
  })
})
