import { describe, expect, it } from 'vitest'
import type { Action, JournalEntry } from '../../../../../domain/action.ts'
import type { GroundAction, IllegalGraveAction, QingmingAction } from '../../../../../domain/burial/grounds/actions.ts'
import { foldIllegalGraves, tallyIllegalGraves } from '../../../../../domain/burial/grounds/illegal.ts'
import { foldQingming, tallyQingming } from '../../../../../domain/burial/grounds/qingming.ts'
import type { RelocationAction } from '../../../../../domain/burial/relocation/actions.ts'
import { foldRelocations } from '../../../../../domain/burial/relocation/fold.ts'
import { tallyRelocations } from '../../../../../domain/burial/relocation/tally.ts'
import { foldPlots } from '../../../../../domain/burial/placement/fold.ts'
import type { PlotAction } from '../../../../../domain/burial/placement/actions.ts'
import { tallyPlots } from '../../../../../domain/burial/placement/tally.ts'
import { placementCodes } from '../../../../../domain/burial/codes.ts'
import type { EnteredDenominator } from '../../../../../domain/burial/statistics/rates.ts'
import { burialIdentities } from '../../../../../domain/burial/statistics/identities.ts'
import { checked, checkIdentity } from '../../../../../domain/statistics/counted.ts'
import { denominatorFor, ratesOf } from '../../../../../domain/burial/statistics/rates.ts'
import { burialTables, headlineCells } from '../../../../../domain/burial/statistics/tables.ts'
import { countedTitle } from '../../../../../domain/burial/statistics/titles.ts'
import { burialWindow } from '../../../../../domain/burial/window.ts'
import { groupOf, statisticalClassCodes, waiverItemCodes } from '../../../../../domain/waiver/codes.ts'
import type { WaiverItem } from '../../../../../domain/waiver/codes.ts'
import { act, cemetery, certificate, countAll, cremated, deposited, farewell, fileOf, moved, place, placed, received, released, reported, standing, stored, sumsOf, vigil } from './acts.ts'

const all = { from: '1950-01-01', to: '2099-12-31' }
const entries = <A extends Action>(actions: readonly Action[], prefix: string): readonly JournalEntry<A>[] => actions.filter(({ kind }) => kind.startsWith(prefix)).map((action, index) => ({ seq: index + 1, at: '2026-06-01T09:00:00+08:00', actor: 'a', counter: '1', hash: '', action: action as A }))
const at = (sums: ReadonlyMap<string, { count: number; fen: number }>, cell: string): number => sums.get(cell)?.count ?? 0

const grave = (cells: number, type: string) => ({ notice: 'N1', graveNumber: '', type, cells, remains: cells, owner: '示例', ownerIdentityNumber: '1', relation: 'child', phone: '', photos: [] })
const relocation: readonly Action[] = [
  act('relocation.noticed', 'N1', { notice: { number: 'N1', parcel: '示例', township: '示例镇', landUser: '示例', publishedOn: '2026-01-01', deadline: '2026-03-01', tariff: {} } }),
  act('relocation.declared', 'g1', { declaration: grave(2, 'cement'), day: '2026-01-05' }), act('relocation.declared', 'g2', { declaration: grave(1, 'earth'), day: '2026-01-06' }), act('relocation.declared', 'g3', { declaration: grave(1, 'stone'), day: '2026-01-06' }),
  // Two cells were found where one had been declared, and another kind of grave.
  act('relocation.confirmed', 'g1', { day: '2026-01-10', slip: '1', confirmer: '示例', cells: 2, type: 'cement' }), act('relocation.confirmed', 'g2', { day: '2026-02-03', slip: '2', confirmer: '示例', cells: 2, type: 'boneJar' }),
  act('relocation.exhumed', 'g1', { day: '2026-01-20', bonesCremation: '', remains: 2 }), act('relocation.exhumed', 'g2', { day: '2026-02-04', bonesCremation: '', remains: 2 }),
  act('relocation.compensated', 'g1', { day: '2026-01-25', baseFen: 160_000, rewardFen: 20_000, cellFen: 20_000, totalFen: 200_000, publicCells: 2, payee: '示例', receipt: '1' }), act('relocation.compensated', 'g2', { day: '2026-02-05', baseFen: 20_000, rewardFen: 0, cellFen: 0, totalFen: 20_000, publicCells: 0, payee: '示例', receipt: '2' }),
  act('relocation.reinterred', 'g1', { day: '2026-02-01', to: [{ how: 'plot', plot: 'c1/A/1/1', publicCemetery: true }, { how: 'plot', plot: 'c1/A/1/1', publicCemetery: true }] }), act('relocation.reinterred', 'g2', { day: '2026-02-06', to: [{ how: 'sea', plot: '海', publicCemetery: false }, { how: 'sea', plot: '海', publicCemetery: false }] }),
  act('relocation.withdrawn', 'g3', { day: '2026-02-07', note: '示例' }), act('relocation.ownerless', 'g4', { notice: 'N1', graveNumber: '4', type: 'earth', cells: 3, remains: 3, day: '2026-03-02', document: '1' }),
]
const holder = { name: '示例', identityNumber: '1', phone: '', relation: 'child', area: '', villager: '' }
const interred = (plot: string, interment: string, how: string, day: string, movedFrom = ''): Action => act('plot.interred', plot, { interment, deceased: '示例', key: interment, caseId: '', how, proof: '1', day, certificate: '', movedFrom })
const plots: readonly Action[] = [
  ...['c1/A/1/1', 'c1/A/1/2', 'c1/A/1/3'].map((plot) => act('plot.contracted', plot, { agreement: `GZ-${plot}`, slip: '', day: '2026-01-01', to: '2046-01-01', holder, feeFen: 100_000, upkeepFen: 20_000, proof: '1', preNeed: plot.endsWith('3') ? { reason: 'veryOld', proof: '1' } : null })),
  interred('c1/A/1/1', 'i1', 'plot', '2026-01-10'), interred('c1/A/1/1', 'i2', 'tree', '2026-01-11'), interred('c1/A/1/2', 'i3', 'plot', '2026-01-12'),
  // The wrong grave put right, and a family that moves.
  act('plot.removed', 'c1/A/1/1', { interment: 'i2', day: '2026-02-01', why: 'wrongGrave', to: 'c1/A/1/2', permit: '', agent: '' }), interred('c1/A/1/2', 'i4', 'tree', '2026-02-01', 'c1/A/1/1'),
  act('plot.removed', 'c1/A/1/1', { interment: 'i1', day: '2026-03-01', why: 'family', to: '外地', permit: '1', agent: '' }), act('plot.renewed', 'c1/A/1/2', { day: '2026-03-02', to: '2066-01-01', upkeepFen: 20_000 }), act('plot.surrendered', 'c1/A/1/1', { day: '2026-03-03', agreement: 'GZ-c1/A/1/1' }),
]
const figures = { visitors: 130_000, vehicles: 9000, incidents: 1, complaints: 2, lowCarbon: 90_000, online: 400, ashes: 30, eco: 4 }
const grounds: readonly Action[] = [
  act('qingming.counted', '示例公墓/2026-04-04', { site: '示例公墓', of: '2026-04-04', day: '2026-04-05', figures }), act('qingming.corrected', '示例公墓/2026-04-04', { site: '示例公墓', of: '2026-04-04', day: '2026-04-09', differences: { ...Object.fromEntries(Object.keys(figures).map((key) => [key, 0])), visitors: -500, lowCarbon: -100 } }),
  ...[1, 2, 3, 4].map((n) => act('illegalGrave.found', `x${String(n)}`, { day: `2026-01-0${String(n)}`, township: n > 2 ? '东镇' : '西镇', village: '', ground: 'forest', cells: 1, built: 'old', owner: '', finder: '' })),
  act('illegalGrave.ordered', 'x1', { day: '2026-01-10', document: '1', deadline: '2026-02-10' }), act('illegalGrave.cleared', 'x1', { day: '2026-02-01', how: 'moved', to: '公墓', document: '' }), act('illegalGrave.cleared', 'x3', { day: '2026-02-02', how: 'greened', to: '', document: '' }), act('illegalGrave.dropped', 'x4', { day: '2026-02-03', note: '文物' }),
]
const facilities: readonly Action[] = [
  act('facility.registered', 'f1', { facts: { name: '示例', kind: 'publicCemetery', area: '330381', township: '', foundedOn: '2010-01-01', document: '' }, day: '2026-01-01' }),
  ...(['pass', 'fix', 'fail'] as const).map((result, index) => act('facility.inspected', 'f1', { year: 2023 + index, day: '2026-01-02', form: {}, items: [], score: 1, result, deadline: '', inspectors: ['甲', '乙'] })),
  act('facility.reinspected', 'f1', { year: 2024, day: '2026-02-01', mended: true, note: '' }), act('facility.reinspected', 'f1', { year: 2025, day: '2026-02-01', mended: false, note: '' }),
]

const counted = (actions: readonly Action[]) => sumsOf(countAll(actions).flat())

describe('the lines of plots, relocation, facilities and grounds agree with their tallies', () => {
  it('graves (座) and cells (穴) apart, confirmed as found', () => {
    const sums = counted(relocation)
    const tally = tallyRelocations(foldRelocations(entries<RelocationAction>(relocation, 'relocation.')), all)
    expect([at(sums, 'relocation.declared.graves'), at(sums, 'relocation.declared.cells')]).toEqual([tally.declared.graves, tally.declared.cells])
    expect([at(sums, 'relocation.reinterred.graves'), at(sums, 'relocation.reinterred.cells')]).toEqual([tally.reinterred.graves, tally.reinterred.cells])
    for (const [type, { graves, cells }] of tally.byType) expect([at(sums, `relocation.reinterred.graves.type.${type}`), at(sums, `relocation.reinterred.cells.type.${type}`)]).toEqual([graves, cells])
    for (const [township, { graves, cells }] of tally.byTownship) expect([at(sums, `relocation.reinterred.graves.township.${township}`), at(sums, `relocation.reinterred.cells.township.${township}`)]).toEqual([graves, cells])
    expect([sums.get('relocation.paid.graves')?.fen, sums.get('relocation.paid.base')?.fen, sums.get('relocation.paid.reward')?.fen, sums.get('relocation.paid.cell')?.fen]).toEqual([tally.totalFen, tally.baseFen, tally.rewardFen, tally.cellFen])
    expect(at(sums, 'relocation.reinterred.publicCells')).toBe(tally.publicCells)
    expect([at(sums, 'relocation.ownerless.cells'), at(sums, 'relocation.withdrawn.graves')]).toEqual([3, 1])
  })

  it('a wrong grave put right is neither a further interment nor a removal', () => {
    const sums = counted(plots)
    const cemeteries = [{ id: 'c1', revision: 1, facts: {}, registeredOn: '2020-01-01', sections: [{ code: 'A', name: '', what: 'plot', form: 'ashes', size: 'double', capacity: 2, areaDm2: 50, steleCm: 0, rows: [{ row: '1', levels: 1, columns: 3 }], eco: false }] }] as unknown as Parameters<typeof tallyPlots>[0]
    const tally = tallyPlots(cemeteries, foldPlots(entries<PlotAction>(plots, 'plot.')), '2026-12-31')
    expect([at(sums, 'plot.interred'), at(sums, 'plot.removed'), at(sums, 'plot.interred.eco')]).toEqual([tally.interments, tally.removals, tally.ecoInterments])
    for (const how of placementCodes) expect(at(sums, `plot.interred.how.${how}`)).toBe(tally.byHow.get(how) ?? 0)
    expect([sums.get('plot.contracted'), sums.get('plot.preNeed')?.count, sums.get('plot.renewed')]).toEqual([{ count: 3, fen: 360_000 }, 1, { count: 1, fen: 20_000 }])
  })

  it('Qingming by the day it counts, with its corrections; illegal graves by township and by how they were cleared', () => {
    const sums = counted(grounds)
    const { total } = tallyQingming(foldQingming(entries<QingmingAction>(grounds, 'qingming.')), all)
    for (const [figure, count] of Object.entries(total)) expect([figure, at(sums, `qingming.${figure}`)]).toEqual([figure, count])
    expect(countAll(grounds)[1]?.map(({ day, count }) => [day, count])).toEqual([['2026-04-04', -500], ['2026-04-04', -100]])
    const tally = tallyIllegalGraves(foldIllegalGraves(entries<GroundAction & IllegalGraveAction>(grounds, 'illegalGrave.')).values(), all)
    for (const stage of ['found', 'ordered', 'cleared', 'dropped'] as const) {
      expect(at(sums, `illegal.${stage}`)).toBe(tally[stage].length)
      for (const [township, line] of tally.byTownship) expect([township, at(sums, `illegal.${stage}.township.${township}`)]).toEqual([township, line[stage].length])
    }
    for (const [how, ids] of tally.byClearing) expect(at(sums, `illegal.cleared.how.${how}`)).toBe(ids.length)
  })

  it('inspections by result, and whether what was asked was mended', () => {
    expect(standing(counted(facilities))).toEqual({ 'facility.registered': 1, 'facility.registered.kind.publicCemetery': 1, 'inspection.total': 3, 'inspection.result.pass': 1, 'inspection.result.fix': 1, 'inspection.result.fail': 1, 'inspection.again': 2, 'inspection.mended': 1, 'inspection.notMended': 1 })
  })
})

/** One of everything that counts, so that no column of a table is one that nothing can fill. */
const everything = (): readonly Action[] => {
  const settled = (item: WaiverItem, index: number): Action => ({ kind: 'waiver.settled', subject: 'b1', body: { registrar: 'x', number: `W${String(index)}`, waiver: {
    facts: {}, mode: index % 2 === 0 ? 'till' : 'claim', day: '2026-05-03', actualFen: 900, waivedFen: 500, selfPaidFen: 400, explanation: [],
    grants: [{ policy: 'P', layer: 'base', class: 'c', counted: statisticalClassCodes[index % statisticalClassCodes.length] ?? 'other', waivedFen: 500, bearers: [{ bearer: 'county', fen: 500 }] }], lines: [{ id: '1', item, policy: 'P', actualFen: 900, capFen: null, waivedFen: 500, selfPaidFen: 400 }],
  } } })
  const granted = (way: string, index: number): Action => ({ kind: 'reward.granted', subject: 'b1', body: { number: `R${String(index)}`, day: '2026-05-03', policy: 'E', facts: {}, ways: [{ way, fen: 100 }], fen: 100, payees: [{ payee: index % 2 === 0 ? 'family' : 'provider', fen: 100 }], registrar: 'x' } })
  const ages = [20, 40, 55, 65, 75, 85, 95, null]
  const bodies = ages.flatMap((age, a) => (['1', '2', ''] as const).flatMap((sex, s) => ['330381', '330382', '110101', '810000', ''].flatMap((hukou, h) => {
    const id = `b${String(a)}${String(s)}${String(h)}`
    const cause = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '99', ''][(a * 3 + s + h) % 11] ?? ''
    return [reported(id, fileOf({ age, birth: '', sex, hukou, cause, manner: (['normal', 'police', ''] as const)[(a + h) % 3] ?? '' }, { waiverFlags: { fromTown: 'yes' } })), received(id), stored(id), vigil(id), farewell(id), cremated(id), ...(a % 2 === 0 ? [certificate(id), certificate(id, '2026-06-01', '1')] : [])]
  })))
  const causes = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '99', ''].flatMap((cause, c) => (['1', '2', ''] as const).flatMap((sex, s) => [reported(`c${String(c)}-${String(s)}`, fileOf({ cause, sex })), cremated(`c${String(c)}-${String(s)}`)]))
  const resting = placementCodes.flatMap((how, index) => [reported(`p${String(index)}`), cremated(`p${String(index)}`), placed(`p${String(index)}`, how, '2026-05-10', place('', '示例'))])
  const grounded = [['c1', '330381', 'local'], ['c1', '110101', 'far'], ['c2', '330381', 'paid'], ['c2', '110101', 'paidFar']].flatMap(([at = '', hukou = '', id = '']) => [reported(id, fileOf({ hukou })), cremated(id), placed(id, 'plot', '2026-05-10', place(at))])
  return [
    cemetery('c1'), cemetery('c2', 'commercialCemetery'), ...bodies, ...causes, ...resting, ...grounded,
    reported('own'), cremated('own'), placed('own', 'plot', '2026-05-10', place('', '')), reported('in'), cremated('in'), deposited('in'), reported('out'), cremated('out'), deposited('out'), released('out'), reported('m'), cremated('m'), placed('m', 'plot'), moved('m', 'niche'),
    reported('baby', fileOf({ age: 0, birth: '' })), cremated('baby'), reported('l', fileOf({}, { kind: 'limb' })), cremated('l'), reported('o', fileOf({}, { kind: 'bones' })), cremated('o'),
    reported('t'), act('burial.transportedOut', 't', { day: '2026-05-03', destination: '外地' }), reported('u'), act('burial.bodyBuried', 'u', { day: '2026-05-03' }), reported('d'), act('burial.donated', 'd', { day: '2026-05-03' }),
    ...waiverItemCodes.map(settled), ...['sea', 'scattered', 'notKept', 'deepBurial', 'bodyDonation', 'tree', 'flower', 'lawn', 'wall', 'niche', 'tower', 'shared'].map(granted),
    ...relocation, ...['earth', 'cement', 'stone', 'boneJar'].flatMap((type, index) => [act('relocation.declared', `gg${String(index)}`, { declaration: grave(1, type), day: '2026-01-05' }), act('relocation.reinterred', `gg${String(index)}`, { day: '2026-02-01', to: [] })]),
    ...plots, ...placementCodes.map((how, index) => interred('c1/B/1/1', `h${String(index)}`, how, '2026-01-10')), ...facilities, ...grounds,
    ...['moved', 'eco', 'levelled', 'greened', 'shrunk'].flatMap((how, index) => [act('illegalGrave.found', `y${String(index)}`, { day: '2026-01-01', township: '东镇', ground: 'road' }), act('illegalGrave.cleared', `y${String(index)}`, { day: '2026-01-02', how })]),
  ]
}

describe('the tables', () => {
  const cells = new Set(countAll(everything()).flat().flatMap((line) => line.cells))

  it('have no column, row or identity that nothing can fill, and no table twice', () => {
    expect(new Set(burialTables.map(({ id }) => id)).size).toBe(burialTables.length)
    const empty = burialTables.flatMap(({ id, columns, rows }) => {
      const listed = rows.by === 'list' ? rows.list.map((row) => row.id) : rows.by === 'figures' ? [] : ['']
      const asked = [...columns, ...(rows.by === 'figures' ? rows.list : [])].flatMap((column) => column.cells.flatMap((cell) => (!cell.endsWith('*') ? [cell] : rows.by === 'list' ? listed.map((row) => `${cell.slice(0, -1)}${row}`) : [cell])))
      return asked.filter((cell) => (cell.endsWith('*') ? ![...cells].some((found) => found.startsWith(cell.slice(0, -1))) : !cells.has(cell))).map((cell) => `${id}: ${cell}`)
    })
    expect(empty).toEqual([])
    expect(headlineCells.filter((cell) => !cells.has(cell))).toEqual([])
    const known = new Set([...burialIdentities.map(({ id }) => id), 'cremated.months', 'waiver.months', 'yearToDate.cremated', 'yearToDate.waived', 'plots.states', 'plots.occupants'])
    expect(burialTables.flatMap(({ identities }) => identities).filter((id) => !known.has(id))).toEqual([])
  })

  it('keep every identity over one of everything', () => {
    const sums = counted(everything())
    // Of everything there is one: more is rewarded here than placed, which is for the cases to keep.
    for (const identity of burialIdentities.filter(({ id }) => !['rewards.placements', 'rewards.eco'].includes(id))) {
      const { holds, line } = checkIdentity(identity, sums)
      expect(holds || line.zh).toBe(true)
    }
  })

  it('count a settlement once in each cell, and take it back whole on a day of its own', () => {
    const settled: Action = { kind: 'waiver.settled', subject: 'b1', body: { registrar: 'x', number: 'W', waiver: { facts: {}, mode: 'till', day: '2026-05-03', actualFen: 1000, waivedFen: 700, selfPaidFen: 300, explanation: [], grants: [{ policy: 'P', layer: 'b', class: 'c', counted: 'universal', waivedFen: 500, bearers: [{ bearer: 'a', fen: 300 }, { bearer: 'b', fen: 200 }] }, { policy: 'P', layer: 'r', class: 'd', counted: 'minimumLiving', waivedFen: 200, bearers: [{ bearer: 'a', fen: 200 }] }], lines: ['cremation', 'cremation', 'urn'].map((item, index) => ({ id: String(index), item, policy: 'P', actualFen: [400, 300, 300][index], capFen: null, waivedFen: [400, 100, 200][index], selfPaidFen: 0 })) } } }
    const sums = counted([settled])
    expect(Object.fromEntries([...sums].filter(([cell]) => cell.startsWith('waiver.')))).toEqual({
      'waiver.total': { count: 1, fen: 700 }, 'waiver.mode.till': { count: 1, fen: 700 }, 'waiver.actual': { count: 1, fen: 1000 }, 'waiver.selfPaid': { count: 1, fen: 300 }, 'waiver.item.cremation': { count: 1, fen: 500 }, 'waiver.item.urn': { count: 1, fen: 200 },
      [`waiver.group.${groupOf('cremation')}`]: { count: 1, fen: 500 }, 'waiver.group.other': { count: 1, fen: 200 }, 'waiver.class.universal': { count: 1, fen: 500 }, 'waiver.class.minimumLiving': { count: 1, fen: 200 }, 'waiver.policy.P': { count: 1, fen: 700 }, 'waiver.bearer.a': { count: 1, fen: 500 }, 'waiver.bearer.b': { count: 1, fen: 200 },
    })
    const both = countAll([settled, { kind: 'waiver.reversed', subject: 'b1', body: { number: 'W', day: '2026-07-01', waivedFen: 700 } }, { kind: 'waiver.reversed', subject: 'b1', body: { number: 'W', day: '2026-07-02', waivedFen: 700 } }])
    expect(both[1]?.every(({ day, count }) => day === '2026-07-01' && count === -1)).toBe(true)
    expect([...sumsOf(both.flat()).values()].every(({ count, fen }) => count === 0 && fen === 0)).toBe(true)
    expect(both[2]).toEqual([])
  })

  it('say which identity does not hold, and by how much', () => {
    expect(checked('x', { zh: '甲 = 乙', en: 'a = b' }, '元', 12_345, 12_300)).toMatchObject({ holds: false, line: { zh: '甲 = 乙：123.45元 = 123元，不符，差 0.45' } })
  })

  it('name every act that counts', () => {
    for (const kind of Object.keys(burialWindow.actions).filter((name) => /^(waiver\.(settled|reversed)|reward\.(granted|reversed)|relocation\.(?!noticed)|illegalGrave|qingming)/.test(name))) expect([kind, countedTitle(kind).zh]).not.toEqual([kind, kind])
  })
})

describe('rates', () => {
  const entered = (period: string, base: EnteredDenominator['base'], value: number, fromNumerator = false): EnteredDenominator => ({ period, base, value, source: `来源${period}`, fromNumerator })
  const year = { from: '2026-01-01', to: '2026-12-31' }

  it('take a denominator only where it covers the period exactly', () => {
    const rows = [entered('2026', 'allDeaths', 1200), entered('2025-11', 'allDeaths', 90), entered('2025-12', 'allDeaths', 110)]
    expect(denominatorFor(rows, 'allDeaths', year)?.value).toBe(1200)
    expect(denominatorFor(rows, 'allDeaths', { from: '2025-11-01', to: '2026-12-31' })).toMatchObject({ value: 1400, source: '来源2025-11；来源2025-12；来源2026' })
    for (const period of [{ from: '2026-01-01', to: '2026-10-31' }, { from: '2026-01-02', to: '2026-12-31' }, { from: '2025-10-01', to: '2025-12-31' }]) expect(denominatorFor(rows, 'allDeaths', period)).toBeNull()
    expect(denominatorFor(rows, 'urbanDeaths', year)).toBeNull()
  })

  it('never come to a silent 100 %', () => {
    const sums = new Map([['cremated.total', { count: 600, fen: 0 }], ['cremated.resident.yes', { count: 500, fen: 0 }], ['funeral.urban.yes', { count: 95, fen: 0 }], ['funeral.urban.unknown', { count: 7, fen: 0 }]])
    const states = (rows: readonly EnteredDenominator[]) => ratesOf(sums, rows, year).map(({ id, state, rate, numerator }) => [id, state, rate, numerator])
    expect(states([])).toEqual([['cremation', 'missing', null, 600], ['centralised', 'missing', null, 95]])
    expect(states([entered('2026', 'allDeaths', 1000), entered('2026', 'reportedDeaths', 500, true), entered('2026', 'cremationAreaDeaths', 400), entered('2026', 'urbanDeaths', 100)])).toEqual([['cremation', 'stated', 0.6, 600], ['cremation', 'above', 1.5, 600], ['cremation', 'selfMade', null, 500], ['centralised', 'stated', 0.95, 95]])
    const [same, centralised] = ratesOf(sums, [entered('2026', 'reportedDeaths', 500)], year)
    expect([same?.rate, same?.message.zh.includes('分母与分子相等')]).toEqual([1, true])
    expect(centralised?.message.zh).toContain('7 例在馆办丧未记是否城区')
  })
})
