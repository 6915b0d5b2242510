import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../../domain/action.ts'
import { text } from '../../../../domain/text.ts'
import type { WaiverAction } from '../../../../domain/waiver/actions.ts'
import { actual, caseOf, flag, hukou, layer, policy, resident, residents, who } from '../../../../domain/waiver/library/make.ts'
import { tenThousands } from '../../../../domain/waiver/money.ts'
import { decideReversal, decideSettlement } from '../../../../domain/waiver/settle.ts'
import { tallyWaivers, waiverChecks, waiverRows } from '../../../../domain/waiver/tally.ts'

const area = '330381'
const own = policy({
  id: 'own', title: text('自定', 'own'), source: '文件', sourceGrade: 'official', areas: [area], from: '2020-01-01', appliesBy: 'settlement',
  bearers: [{ id: 'city', title: text('市', 'city'), share: 3, when: [] }, { id: 'county', title: text('县', 'county'), share: 7, when: [] }],
  layers: [layer('base', [who('poor', '低保', 'poor', [hukou(), flag('minimumLiving')], 'minimumLiving'), residents()], [actual('cremation'), actual('transport'), actual('vigilHall'), actual('urn', 100)])],
})
const entry = (action: WaiverAction): JournalEntry<WaiverAction> => ({ seq: 1, at: '', actor: '', counter: '', action, hash: '' })
const settle = (index: number, day: string, bill: Parameters<typeof caseOf>[0], poor = false): WaiverAction =>
  decideSettlement([own], caseOf(bill, { ...resident(area, day), flags: { minimumLiving: poor ? 'yes' : 'no' } }), { caseId: `b${index}`, day, registrar: 'r', number: `减${index}` })
const by = { account: 'a', second: 'b', reason: '重复录入' }
const year = { from: '2025-01-01', to: '2025-12-31' }

describe('counting waivers', () => {
  const first = settle(1, '2025-03-05', [['cremation', 'body', 1, 500], ['vigilHall', 'body', 1, 1000.1], ['urn', 'piece', 1, 250]])
  const second = settle(2, '2025-03-31', [['cremation', 'body', 1, 300]], true)
  const back = decideReversal({ caseId: 'b1', number: '减1', waivedFen: 160_010 }, { ...by, day: '2025-05-02' })
  it('by item, group, class, bearer and month', () => {
    const tally = tallyWaivers(waiverRows([entry(first), entry(second)]), year)
    expect(tally.total).toEqual({ cases: 2, fen: 190_010 })
    expect([tally.byItem.get('cremation'), tally.byItem.get('vigilHall'), tally.byItem.get('urn')]).toEqual([{ cases: 2, fen: 80_000 }, { cases: 1, fen: 100_010 }, { cases: 1, fen: 10_000 }])
    expect([tally.byGroup.get('basic')?.fen, tally.byGroup.get('vigil')?.fen]).toEqual([80_000, 100_010])
    expect([tally.byClass.get('minimumLiving'), tally.byClass.get('universal')]).toEqual([{ cases: 1, fen: 30_000 }, { cases: 1, fen: 160_010 }])
    expect([tally.byBearer.get('city')?.fen, tally.byBearer.get('county')?.fen]).toEqual([57_003, 133_007])
    expect([...tally.byMonth]).toEqual([['2025-03', { cases: 2, fen: 190_010 }]])
  })
  it('what is taken back is a signed line of its own month; the closed month stays', () => {
    const rows = waiverRows([entry(first), entry(second), entry(back)])
    expect(tallyWaivers(rows, { from: '2025-03-01', to: '2025-03-31' }).total).toEqual({ cases: 2, fen: 190_010 })
    expect(tallyWaivers(rows, { from: '2025-05-01', to: '2025-05-31' }).total).toEqual({ cases: -1, fen: -160_010 })
    expect(tallyWaivers(rows, year).total).toEqual({ cases: 1, fen: 30_000 })
    expect(waiverChecks(tallyWaivers(rows, year)).filter(({ holds }) => !holds)).toEqual([])
  })
  it('a number settled twice, or taken back twice, or never given', () => {
    expect(() => waiverRows([entry(first), entry(first)])).toThrow(/conflict/)
    expect(() => waiverRows([entry(first), entry(back), entry(back)])).toThrow(/conflict/)
    expect(() => waiverRows([entry(back)])).toThrow(/not_found/)
    expect(() => waiverRows([entry(first), entry(decideReversal({ caseId: 'b1', number: '减1', waivedFen: 1 }, { ...by, day: '2025-03-04' }))])).toThrow(/invalid/)
  })
  it('a broken line is named by its identity', () => {
    const rows = waiverRows([entry(first)]).map((row) => ({ ...row, waiver: { ...row.waiver, lines: row.waiver.lines.slice(1) } }))
    expect(waiverChecks(tallyWaivers(rows, year)).filter(({ holds }) => !holds).map(({ id }) => id)).toEqual(['waiver.items', 'waiver.groups'])
  })
  it('whatever is settled and taken back, every identity holds and the months add up to the year', () => {
    const bill = fc.record({ month: fc.integer({ min: 1, max: 12 }), cremation: fc.integer({ min: 1, max: 90_000 }), vigil: fc.nat({ max: 200_000 }), poor: fc.boolean(), back: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }) })
    fc.assert(fc.property(fc.array(bill, { maxLength: 25 }), (bills) => {
      const actions = bills.flatMap(({ month, cremation, vigil, poor, back: again }, index) => {
        const settled = settle(index, `2025-${String(month).padStart(2, '0')}-10`, [['cremation', 'body', 1, cremation / 100], ['vigilHall', 'body', 1, vigil / 100]], poor)
        return again === undefined || again < month ? [settled] : [settled, decideReversal({ caseId: `b${index}`, number: `减${index}`, waivedFen: 0 }, { ...by, day: `2025-${String(again).padStart(2, '0')}-20` })]
      })
      const rows = waiverRows(actions.map(entry))
      const whole = tallyWaivers(rows, year)
      expect(waiverChecks(whole).filter(({ holds }) => !holds)).toEqual([])
      let running = 0
      for (let month = 1; month <= 12; month += 1) {
        const from = `2025-${String(month).padStart(2, '0')}-01`
        running += tallyWaivers(rows, { from, to: from.replace(/01$/, '31') }).total.fen
        expect(running).toBe(tallyWaivers(rows, { from: '2025-01-01', to: from.replace(/01$/, '31') }).total.fen)
      }
      expect(running).toBe(whole.total.fen)
    }), { numRuns: 60 })
  })
  it('the figures of a home to October: 5,714 bodies, 692 vigils, 81万 of hall rent and 319万 of basic items', () => {
    const actions = Array.from({ length: 5714 }, (_, index) => settle(index, `2025-${String(1 + (index % 10)).padStart(2, '0')}-15`, [['cremation', 'body', 1, 320], ['transport', 'body', 1, 238.36], ...(index < 692 ? [['vigilHall', 'body', 1, 1171] as const] : [])]))
    const tally = tallyWaivers(waiverRows(actions.map(entry)), { from: '2025-01-01', to: '2025-10-31' })
    expect(tally.total.cases).toBe(5714)
    expect(tally.byItem.get('vigilHall')?.cases).toBe(692)
    expect([tenThousands(tally.byGroup.get('vigil')?.fen ?? 0), tenThousands(tally.byGroup.get('basic')?.fen ?? 0)]).toEqual(['81.03', '319.05'])
    expect(waiverChecks(tally).every(({ holds }) => holds)).toBe(true)
    expect(tally.byMonth.size).toBe(10)
  })
})
