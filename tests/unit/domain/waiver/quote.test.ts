import { describe, expect, it } from 'vitest'
import { LantaiError } from '../../../../domain/error.ts'
import type { WaiverFacts } from '../../../../domain/waiver/facts.ts'
import { getShippedPolicy, waiverLibrary } from '../../../../domain/waiver/library.ts'
import type { Row } from '../../../../domain/waiver/library/make.ts'
import { actual, by, caseOf, cremated, flag, hukou, item, layer, policy, resident, residents, who, whoIs } from '../../../../domain/waiver/library/make.ts'
import type { WaiverPolicy } from '../../../../domain/waiver/policy.ts'
import { cutOrderOf, quote } from '../../../../domain/waiver/quote.ts'
import { text } from '../../../../domain/text.ts'

const bill: readonly Row[] = [['transport', 'body', 1, 220], ['disinfection', 'body', 1, 100], ['coldStorage', 'day', 4, 100], ['farewellHall', 'body', 1, 500], ['cremation', 'body', 1, 250], ['urn', 'piece', 1, 380], ['ashStorage', 'year', 1, 70]]
const guangzhou = getShippedPolicy('GZ-RES')
const home = resident('440100', '2025-05-01', '2025-05-05')
const day = '2025-05-06'
/** The code and the field of what is thrown. */
const thrown = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof LantaiError) return `${error.code} ${error.field ?? ''}`
    throw error
  }
  return 'nothing'
}
const area = '330381'
const house = (changes: Partial<WaiverPolicy>): WaiverPolicy => policy({ id: 'own', title: text('自定', 'own'), source: '文件', sourceGrade: 'official', areas: [area], from: '2020-01-01', layers: [layer('base', [residents()], [actual('cremation', 300), actual('transport', 200), item('urn', by('piece', { quantity: 1, cap: 100 }))])], ...changes })
const here = resident(area, '2025-05-01', '2025-05-02')

describe('worked cases', () => {
  it('W1 and W2: one bill under both policies of Guangzhou, and only the one that applies gives', () => {
    const both = waiverLibrary.filter(({ id }) => id.startsWith('GZ'))
    const own = quote(both, caseOf(bill, home), day)
    expect(own).toMatchObject({ actualFen: 192_000, waivedFen: 140_000, selfPaidFen: 52_000, answer: 'yes' })
    expect(own.policies.map(({ policy: id, answer }) => [id, answer])).toEqual([['GZ-RES', 'yes'], ['GZ-NON', 'no']])
    const other = quote(both, caseOf(bill, { ...home, areas: { ...home.areas, hukou: '450100' } }), day)
    expect(other).toMatchObject({ waivedFen: 133_000, selfPaidFen: 59_000 })
    expect(other.lines.find(({ item: code }) => code === 'ashStorage')).toMatchObject({ status: 'uncovered', waivedFen: 0 })
    expect(own.byGroup).toEqual({ basic: 80_000, vigil: 0, other: 60_000 })
  })
  it('W8: a grant is paid: refused; not known: asked, never approved', () => {
    const facts = (grant: 'yes' | 'no' | 'unknown' | undefined): WaiverFacts => caseOf([['cremation', 'body', 1, 380]], { ...resident('320100', '2025-06-28'), ...(grant === undefined ? {} : { flags: { grant } }) })
    const nanjing = getShippedPolicy('NJ')
    expect(quote(nanjing, facts('yes'), '2025-07-01')).toMatchObject({ answer: 'no', waivedFen: 0, questions: [] })
    for (const grant of ['unknown', undefined] as const) {
      const open = quote(nanjing, facts(grant), '2025-07-01')
      expect(open).toMatchObject({ answer: 'unknown', waivedFen: 0, grants: [] })
      expect(open.questions).toMatchObject([{ field: 'flags.grant' }])
    }
    expect(quote(nanjing, facts('no'), '2025-07-01')).toMatchObject({ answer: 'yes', waivedFen: 38_000 })
  })
  it('W9: the same item a second time is refused with the first settlement', () => {
    const settled = [{ item: 'cremation', reference: '减〔2025〕0007号', day: '2025-05-02', policy: 'GZ-RES/base', waivedFen: 25_000 }] as const
    const result = quote(guangzhou, caseOf(bill, { ...home, settled: [...settled] }), day)
    const line = result.lines.find(({ item: code }) => code === 'cremation')
    expect(line).toMatchObject({ status: 'alreadyWaived', waivedFen: 0, earlier: settled[0] })
    expect(line?.message.zh).toContain('减〔2025〕0007号')
    expect(result.waivedFen).toBe(115_000)
  })
})

describe('the version', () => {
  it.each([['2015-09-27', 'no'], ['2015-09-28', 'yes'], ['2026-05-01', 'yes']])('Guangzhou goes by the death: %s %s', (death, answer) => {
    expect(quote(guangzhou, caseOf(bill, resident('440100', death)), '2026-05-02').answer).toBe(answer)
  })
  it('without the day that chooses it, it asks', () => {
    const result = quote(guangzhou, caseOf(bill, { ...home, days: {} }), day)
    expect(result).toMatchObject({ answer: 'unknown', waivedFen: 0, questions: [{ field: 'days.death' }] })
  })
  const hangzhou = waiverLibrary.filter(({ series }) => series === 'HGH')
  it.each([['2023-07-20', '2023-07-25', '2023-07-31', ['yes', 'no']], ['2023-08-01', '2023-08-02', '2023-08-03', ['no', 'yes']], ['2023-07-30', '2023-08-01', '2023-08-02', ['unknown', 'unknown']]])('where the document names no day, all days must lie on one side: %s, %s, %s', (death, cremation, on, answers) => {
    expect(quote(hangzhou, caseOf([['cremation', 'body', 1, 400]], resident('330100', death, cremation)), on).policies.map(({ answer }) => answer)).toEqual(answers)
  })
  it.each([['2018-12-30', 'unknown'], ['2018-12-31', 'yes'], ['2017-12-31', 'no']])('a beginning known by the year only: %s %s', (on, answer) => {
    expect(quote(getShippedPolicy('LZ-2018'), caseOf([['cremation', 'body', 1, 250]], resident('440882', on)), on).answer).toBe(answer)
  })
})

describe('who', () => {
  it('a county lies in its city; an unknown place asks; nobody’s place is no', () => {
    const of = (where: string): string => quote(guangzhou, caseOf(bill, { ...home, areas: { ...home.areas, hukou: where } }), day).answer
    expect([of('440106'), of('440300'), of(''), of('none'), of('440000')]).toEqual(['yes', 'no', 'unknown', 'no', 'unknown'])
  })
  it('a class that is open does not matter once another holds', () => {
    const result = quote(house({ layers: [layer('base', [whoIs('student', '学生', 'students'), residents()], [actual('cremation', 300)])] }), caseOf([['cremation', 'body', 1, 250]], here), day)
    expect(result).toMatchObject({ answer: 'yes', waivedFen: 25_000, questions: [] })
  })
  it('classes that have not been read turn nobody down', () => {
    expect(quote(getShippedPolicy('HZ-2025'), caseOf([['cremation', 'body', 1, 250]], resident('440100', '2025-07-01')), '2025-07-01')).toMatchObject({ answer: 'unknown', waivedFen: 0, questions: [{ field: 'policy' }] })
  })
})

describe('measures', () => {
  it('days and hours are different rules, and one bill counts by one of them', () => {
    const boli = getShippedPolicy('BL-2025')
    const of = (rows: readonly Row[]) => () => quote(boli, caseOf(rows, resident('230921', '2025-10-01')), '2025-10-05')
    expect(of([['coldStorage', 'day', 3, 100]])().waivedFen).toBe(30_000)
    expect(of([['coldStorage', 'hour', 72, 3]])().waivedFen).toBe(21_600)
    expect(thrown(of([['coldStorage', 'day', 1, 100], ['coldStorage', 'hour', 5, 3]]))).toBe('invalid lines.1.unit')
    expect(thrown(of([['cremation', 'body', 1, 100], ['coldStorage', 'month', 1, 100]]))).toBe('invalid lines.1.unit')
  })
  it('kilometres one way and return do not mix', () => {
    expect(thrown(() => quote(getShippedPolicy('HGH-2010'), caseOf([['transport', 'kmOneWay', 10, 5]], resident('330100', '2020-06-01')), '2020-06-02'))).toBe('invalid lines.0.unit')
  })
  it.each([['death', '2025-05-01', 4], ['cremation', '2025-06-10', 5]] as const)('five free years from the %s: of five years paid from 2025-06-10, %s', (clockStart, _from, years) => {
    const own = house({ layers: [layer('base', [residents()], [item('ashStorage', by('year', { quantity: 5 }), { clockStart })])] })
    const facts = caseOf([['ashStorage', 'year', 5, 100]], { ...here, days: { death: '2024-05-01', cremation: '2025-06-10' } })
    const dated = { ...facts, lines: facts.lines.map((line) => ({ ...line, from: '2025-06-10' })) }
    expect(quote(own, dated, '2025-06-20').waivedFen).toBe(years * 10_000)
    expect(quote(own, { ...dated, days: { ...dated.days, [clockStart]: '' } }, '2025-06-20')).toMatchObject({ waivedFen: 0, lines: [{ status: 'pending' }] })
  })
  it('the dearest units are waived first, whatever the order of the lines', () => {
    const own = house({ layers: [layer('base', [residents()], [item('coldStorage', by('day', { quantity: 3 }))])] })
    const rows: Row[] = [['coldStorage', 'day', 2, 60], ['coldStorage', 'day', 2, 100]]
    expect(quote(own, caseOf(rows, here), day).waivedFen).toBe(26_000)
  })
  it('what the family chose: nothing, a credit, or a question where the document is silent', () => {
    const of = (substitution: WaiverPolicy['layers'][number]['items'][number]['substitution']) => quote(house({ layers: [layer('base', [residents()], [item('urn', by('piece', { quantity: 1, cap: 300 }), { substitution })])] }), caseOf([['urn', 'piece', 1, 900, 'chosen']], here), day)
    expect(of({ kind: 'none' })).toMatchObject({ waivedFen: 0, lines: [{ status: 'cut', cuts: [{ kind: 'substitution' }] }] })
    expect(of({ kind: 'credit', upToFen: 20_000 })).toMatchObject({ waivedFen: 20_000 })
    expect(of({ kind: 'unstated' })).toMatchObject({ waivedFen: 0, lines: [{ status: 'pending' }], questions: [{ field: 'policy' }] })
  })
})

describe('layers', () => {
  const relief = layer('relief', [who('poor', '低保', 'poor', [flag('minimumLiving')], 'minimumLiving')], [item('urn', by('piece', { quantity: 1, cap: 300 })), actual('farewellHall', 500)])
  const base = layer('base', [residents()], [actual('cremation', 300), item('urn', by('piece', { quantity: 1, cap: 100 }))])
  const rows: Row[] = [['cremation', 'body', 1, 300], ['urn', 'piece', 1, 400], ['farewellHall', 'body', 1, 450]]
  it('relief adds items; the same item is not given by both', () => {
    const result = quote(house({ layers: [base, relief] }), caseOf(rows, { ...here, flags: { minimumLiving: 'yes' } }), day)
    expect(result.grants.map(({ id, waivedFen }) => [id, waivedFen])).toEqual([['own/base', 40_000], ['own/relief', 45_000]])
    expect(result.grants[1]?.class.counted).toBe('minimumLiving')
  })
  it('a relief item may stand in the place of the base one', () => {
    const instead = { ...relief, items: relief.items.map((entry) => ({ ...entry, instead: entry.item === 'urn' })) }
    expect(quote(house({ layers: [base, instead] }), caseOf(rows, { ...here, flags: { minimumLiving: 'yes' } }), day).waivedFen).toBe(105_000)
    expect(quote(house({ layers: [base, instead] }), caseOf(rows, { ...here, flags: { minimumLiving: 'no' } }), day).waivedFen).toBe(40_000)
  })
  it('an open relief class asks, and the base stands', () => {
    const result = quote(house({ layers: [base, relief] }), caseOf(rows, here), day)
    expect(result).toMatchObject({ answer: 'yes', waivedFen: 40_000, questions: [{ field: 'flags.minimumLiving' }] })
  })
  it('policies of city and county together never give an item twice, by rank', () => {
    const county = house({ id: 'county', rank: 1, layers: [layer('base', [residents()], [actual('cremation', 900), actual('grooming', 50)])] })
    const result = quote([county, house({})], caseOf([['cremation', 'body', 1, 500], ['grooming', 'body', 1, 50]], here), day)
    expect(result.grants.map(({ policy: id, waivedFen }) => [id, waivedFen])).toEqual([['own', 30_000], ['county', 5000]])
  })
})

describe('the case cap', () => {
  it('cuts in the fixed order: what is not basic goes first, from the end of the list', () => {
    expect(cutOrderOf({ cutOrder: [] }).slice(-4)).toEqual(['ashStorage', 'coldStorage', 'transport', 'cremation'])
    expect(cutOrderOf({ cutOrder: ['cremation'] })[0]).toBe('cremation')
    expect(new Set(cutOrderOf({ cutOrder: ['urn'] })).size).toBe(20)
  })
  it('says what was cut and by how much, and the lines still add up', () => {
    const own = house({ layers: [{ ...layer('base', [residents()], [actual('cremation'), actual('farewellHall'), actual('urn')]), caseCapFen: 60_000 }] })
    const result = quote(own, caseOf([['urn', 'body', 1, 100], ['cremation', 'body', 1, 500], ['farewellHall', 'body', 1, 300]], here), day)
    expect(result.grants[0]).toMatchObject({ beforeCapFen: 90_000, waivedFen: 60_000, caseCuts: [{ item: 'urn', fen: 10_000 }, { item: 'farewellHall', fen: 20_000 }] })
    expect(result.lines.map(({ waivedFen, status }) => [waivedFen, status])).toEqual([[0, 'cut'], [50_000, 'waived'], [10_000, 'partly']])
    expect(result.explanation.map(({ zh }) => zh).join('\n')).toContain('依次削减 骨灰盒（盅） 100元、告别厅 200元')
  })
})

describe('who pays', () => {
  const bearer = (id: string, share: number | null, when: WaiverPolicy['bearers'][number]['when'] = []) => ({ id, title: text(id, id), share, when })
  it('by shares to the fen', () => {
    const result = quote(house({ bearers: [bearer('市', 1), bearer('区', 2)] }), caseOf([['cremation', 'body', 1, 100]], here), day)
    expect(result.grants[0]?.bearers.map(({ fen }) => fen)).toEqual([3333, 6667])
  })
  it('an unread ratio or an open condition leaves the whole unresolved, asks, and keeps nobody waiting', () => {
    const unread = quote(house({ bearers: [bearer('市', null)] }), caseOf([['cremation', 'body', 1, 100]], here), day)
    expect(unread.grants[0]?.bearers).toMatchObject([{ bearer: 'unresolved', fen: 10_000 }])
    const open = quote(house({ bearers: [bearer('市', 1, [flag('cityHome')]), bearer('县', 1, [flag('cityHome', 'no')])] }), caseOf([['cremation', 'body', 1, 100]], here), day)
    expect(open).toMatchObject({ waivedFen: 10_000, questions: [], bearerQuestions: [{ field: 'flags.cityHome' }] })
    const known = quote(house({ bearers: [bearer('市', 1, [flag('cityHome')]), bearer('县', 1, [flag('cityHome', 'no')])] }), caseOf([['cremation', 'body', 1, 100]], { ...here, flags: { cityHome: 'no' } }), day)
    expect(known.grants[0]?.bearers).toMatchObject([{ bearer: '县', fen: 10_000 }])
  })
})

describe('claims', () => {
  const elsewhere = { ...home, areas: { ...home.areas, cremation: '450100' }, mode: 'claim' } as const
  it.each([['2025-05-06', '2025-08-06', 'yes'], ['2025-05-06', '2025-08-07', 'no'], ['2025-11-30', '2026-02-28', 'yes'], ['2025-11-30', '2026-03-01', 'no'], ['', '2025-08-06', 'unknown']])('invoice %s, claimed on %s: %s', (invoice, on, answer) => {
    const result = quote(guangzhou, caseOf(bill, { ...elsewhere, days: { ...home.days, invoice } }), on)
    expect(result.answer).toBe(answer)
    expect(result.waivedFen).toBe(answer === 'yes' ? 140_000 : 0)
  })
  it('a policy without claims turns them down', () => {
    expect(quote(getShippedPolicy('GZ-NON'), caseOf(bill, { ...home, areas: { hukou: '450100', death: '440100', cremation: '440100' }, mode: 'claim' }), day)).toMatchObject({ answer: 'no' })
  })
})

describe('bad input is refused at its field', () => {
  const change = (changes: Partial<WaiverFacts['lines'][number]>): WaiverFacts => ({ ...caseOf(bill, home), lines: caseOf(bill, home).lines.map((line, index) => (index === 2 ? { ...line, ...changes } : line)) })
  it.each<[string, WaiverFacts, string]>([
    ['a negative quantity', change({ quantity: -1 }), 'invalid lines.2.quantity'],
    ['no quantity', change({ quantity: 0 }), 'invalid lines.2.quantity'],
    ['a fraction', change({ quantity: 1.5 }), 'invalid lines.2.quantity'],
    ['a part of a fen', change({ unitPriceFen: 0.5 }), 'invalid lines.2.unitPriceFen'],
    ['a negative price', change({ unitPriceFen: -100 }), 'invalid lines.2.unitPriceFen'],
    ['not a number', change({ unitPriceFen: Number.NaN }), 'invalid lines.2.unitPriceFen'],
    ['an amount past reason', change({ quantity: 1_000_000_000, unitPriceFen: 1_000_000_000 }), 'invalid lines.2.quantity'],
    ['a line twice', change({ id: '1' }), 'invalid lines.2.id'],
    ['a day that does not exist', change({ from: '2025-02-30' }), 'invalid lines.2.from'],
    ['a death after the cremation', caseOf(bill, { ...home, days: { death: '2025-05-06', cremation: '2025-05-05' } }), 'invalid days.death'],
    ['a death after the settlement', caseOf(bill, { ...home, days: { death: '2025-06-06' } }), 'invalid days.death'],
    ['an arrival before the death', caseOf(bill, { ...home, days: { death: '2025-05-02', arrival: '2025-05-01' } }), 'invalid days.death'],
    ['an invoice of the future', caseOf(bill, { ...home, days: { death: '2025-05-02', invoice: '2025-05-31' } }), 'invalid days.invoice'],
  ])('%s', (_what, facts, said) => {
    expect(thrown(() => quote(guangzhou, facts, day))).toBe(said)
  })
})

describe('the reasons', () => {
  it('name policy, document, clause and each line in both languages', () => {
    const { explanation } = quote(guangzhou, caseOf(bill, home), day)
    const zh = explanation.map((line) => line.zh).join('\n')
    expect(zh).toContain('关于减免殡葬基本服务费用有关问题的通知')
    expect(zh).toContain('遗体接运：实际 220元，限额 180元，减免 180元，自付 40元（减免项目和标准）。单项封顶 180元')
    expect(zh).toContain('合计：实际 1920元，减免 1400元，自付 520元')
    for (const policyIn of waiverLibrary) for (const example of policyIn.examples) for (const line of quote(policyIn, example.facts, example.day).explanation) expect(line.en, policyIn.id).not.toMatch(/[\u4e00-\u9fff]/u)
  })
  it('hukou and cremation questions name the place', () => {
    const own = house({ layers: [layer('base', [who('x', '户籍且在本地火化', 'x', [hukou(), cremated()])], [actual('cremation')])] })
    expect(quote(own, caseOf(bill, { days: here.days }), day).questions.map(({ field }) => field)).toEqual(['areas.hukou', 'areas.cremation'])
    expect(quote(own, caseOf(bill, { days: here.days }), day).questions[0]?.message.zh).toContain('瑞安市')
  })
})
