import type { Action } from '../../../domain/action.ts'
import { provincialItems } from '../../../domain/burial/facilities/form.ts'
import { soundFile } from '../domain/burial/facts.ts'
import { byTwo, cemeteryRegistered, contracted, cremated, crematedCase, declared, denominatorEntered, facilityRegistered, gapExplained, graveFound, interred, issued, laidOut, monthClosed, noticed, number, numberVoided, of, onFacility, onGrave, onIllegal, onPlot, policyAdopted, qingmingCorrected, qingmingCounted, removed, reported, reserved, reversed, rewarded, rewardPolicyAdopted, rewardReversed, settled } from './burial.ts'

const printed = { paper: 'burial.cremationCertificate', mode: 'whole', digest: 'd'.repeat(64), printer: 'p' } as const
const form = { id: 'f', title: { zh: '年检表', en: 'Form' }, source: '示例', verified: false, items: provincialItems, passFrom: 80, fixFrom: 60 }

/** One history with every kind of act of funeral affairs; it fills every table of theirs. */
export const burialHistory: readonly Action[] = [
  policyAdopted(), rewardPolicyAdopted(), cemeteryRegistered(), laidOut(), laidOut('c1', { code: 'B', name: '乙区', what: 'niche', size: 'single', capacity: 1, areaDm2: 0, steleCm: 0, rows: [{ row: '1', levels: 3, columns: 20 }] }),
  // From the report to a niche: held and released, extended, kept vigil for, cremated, released, deposited, placed and moved.
  reported('b1', '1940-01-01'), of('b1', 'burial.amended', { changes: { agent: { ...soundFile().agent, name: '陈大明' } } } as object),
  of('b1', 'burial.received'), of('b1', 'burial.stored'), of('b1', 'burial.storageExtended'), of('b1', 'burial.vigilHeld'), of('b1', 'burial.vigilHeld'), of('b1', 'burial.farewellHeld'), of('b1', 'burial.held'), of('b1', 'burial.released'),
  cremated('b1', 1), issued('b1', 1), issued('b1', 1, { number: number('BHZ', 1), reissueOf: number('HZ', 1) }),
  of('b1', 'burial.ashesReleased', { number: number('LZ', 1) }), of('b1', 'burial.ashesDeposited', { number: number('JZ', 1) }), of('b1', 'burial.depositExtended'),
  of('b1', 'burial.placed', { number: number('JAZ', 1), day: '2026-08-10', how: 'plot' }), contracted('c1/A/1/1', 1), interred('c1/A/1/1', { caseId: 'b1', certificate: number('JAZ', 1), day: '2026-08-10' }), of('b1', 'burial.moved'),
  { kind: 'burial.printed', subject: 'b1', body: printed }, { ...of('b1', 'burial.corrected', { changes: { note: '更正' } } as object), ...byTwo },
  settled('b1', 1), reversed('b1', 1), settled('b1', 2, ['cremation']),
  // A body at sea, rewarded, and the reward taken back.
  ...crematedCase('b2', 3, '1941-02-02'), of('b2', 'burial.placed', { number: '', how: 'sea' }), rewarded('b2', 1), rewardReversed('b2', 1), rewarded('b2', 2), settled('b2', 3, ['transport'], 'claim'),
  // Every other end of a case.
  reported('b3', '1942-03-03'), of('b3', 'burial.crematedElsewhere'), reported('b4', '1943-04-04'), of('b4', 'burial.received'), of('b4', 'burial.transportedOut'), reported('b5', '1944-05-05'), of('b5', 'burial.bodyBuried', { number: number('JAZ', 2) }), reported('b6', '1945-06-06'), of('b6', 'burial.donated'),
  reported('b7', '1946-07-07'), { ...of('b7', 'burial.voided'), ...byTwo }, reported('b8', '1947-08-08'), of('b8', 'burial.received'), of('b8', 'burial.held', { hold: 'k8' }),
  // Plots: reserved and released, surrendered and opened again, blocked; a wrong grave put right, another moved away.
  reserved('c1/A/1/2', 's1'), onPlot('released', 'c1/A/1/2', { slip: 's1' }), contracted('c1/A/1/2', 2), onPlot('renewed', 'c1/A/1/2', { to: '2066-08-05', upkeepFen: 100 }), onPlot('surrendered', 'c1/A/1/2', { agreement: number('GZ', 2) }), onPlot('reopened', 'c1/A/1/2'), onPlot('blocked', 'c1/A/1/2', { note: '滑坡' }), onPlot('unblocked', 'c1/A/1/2'),
  contracted('c1/B/1/1-1', 3), contracted('c1/B/1/1-2', 4), interred('c1/B/1/1-1', { interment: 'i2', key: 'k2', certificate: number('JAZ', 3), caseId: '', how: 'niche' }),
  { ...removed('c1/B/1/1-1', { interment: 'i2', why: 'wrongGrave', to: 'c1/B/1/1-2', permit: '' }), ...byTwo }, { ...interred('c1/B/1/1-2', { interment: 'i3', key: 'k2', certificate: number('JAZ', 4), caseId: '', how: 'niche', movedFrom: 'c1/B/1/1-1' }), ...byTwo },
  contracted('c1/A/1/3', 5), interred('c1/A/1/3', { interment: 'i4', key: 'k4', deceased: '赵老', caseId: '' }), removed('c1/A/1/3', { interment: 'i4' }), reserved('c1/A/1/4', 's2'), { kind: 'plot.printed', subject: 'c1/A/1/1', body: { paper: 'plot.agreement', interment: '', digest: 'd', printer: 'p' } },
  // Relocation of a double grave; one withdrawn, one without an owner.
  noticed(), declared('g1', '1'), onGrave('confirmed', 'g1', { day: '2026-06-12', slip: '确1', confirmer: '李四', cells: 2, type: 'cement' }), onGrave('exhumed', 'g1', { day: '2026-06-20', bonesCremation: '', remains: 2 }), onGrave('compensated', 'g1', { day: '2026-06-25', baseFen: 160_000, rewardFen: 0, cellFen: 20_000, totalFen: 180_000, publicCells: 2, payee: '陈平', receipt: '收1' }),
  onGrave('reinterred', 'g1', { day: '2026-06-30', to: [{ how: 'plot', plot: 'c1/A/2/1', publicCemetery: true }, { how: 'plot', plot: 'c1/A/2/1', publicCemetery: true }] }), declared('g2', '2'), onGrave('withdrawn', 'g2', { day: '2026-06-11', note: '报错' }), onGrave('ownerless', 'g3', { notice: '迁〔2026〕1号', graveNumber: '3', type: 'earth', cells: 1, remains: 1, day: '2026-07-02', document: '无主1' }),
  facilityRegistered('f1'), onFacility('pricesApproved', 'f1', { approval: { document: '价1', authority: '发改局', from: '2026-01-01', to: '', items: [{ item: '墓位', mostFen: 350_000 }] }, day: '2026-01-06' }), onFacility('pricesEnded', 'f1', { document: '价1', to: '2026-12-31', day: '2026-08-01' }), onFacility('reported', 'f1', { year: 2025, report: 'work', day: '2026-02-01' }),
  onFacility('inspected', 'f1', { year: 2025, day: '2026-03-01', form, items: provincialItems.map(({ id }) => ({ item: id, points: 5, note: '' })), score: 30, result: 'fail', deadline: '2026-04-01', inspectors: ['甲', '乙'] }), onFacility('reinspected', 'f1', { year: 2025, day: '2026-04-02', mended: true, note: '' }), facilityRegistered('f2', '东山公墓'), onFacility('closed', 'f2', { day: '2026-05-01', document: '撤1' }),
  qingmingCounted(), qingmingCorrected(), graveFound('x1'), onIllegal('ordered', 'x1', { day: '2026-02-10', document: '责1', deadline: '2026-03-10' }), onIllegal('cleared', 'x1', { day: '2026-03-01', how: 'greened', to: '', document: '' }), graveFound('x2'), onIllegal('dropped', 'x2', { day: '2026-02-20', note: '文物' }), graveFound('x3', '2026-02-03', '东山镇'),
  numberVoided('HZ', 4), of('b8', 'burial.released', { hold: 'k8' }), cremated('b8', 7), denominatorEntered(), gapExplained('HZ', 5, 6), monthClosed('2026-08'),
  ...crematedCase('b9', 8, '1948-09-09'), { kind: 'waiver.policyEnded', subject: 'SAMPLE-2020', body: { policy: 'SAMPLE-2020', to: '2026-12-31' }, second: 'clerk-2', reason: '新文件' },
]
