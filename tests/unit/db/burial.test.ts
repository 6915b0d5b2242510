import { describe, expect, it, vi } from 'vitest'
import type { Action } from '../../../domain/action.ts'
import { burialWindow } from '../../../domain/burial/window.ts'
import { LantaiError } from '../../../domain/error.ts'
import { Connection } from '../../../db/connection.ts'
import type { Register } from '../../../db/contract.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { sampleRewardPolicy, sampleWaiverPolicy } from '../../../sample/burial/policies.ts'
import { burialHistory } from './burial-history.ts'
import { byTwo, cemeteryRegistered, cremated, crematedCase, declared, facilityRegistered, gapExplained, graveFound, issued, keyOf, noticed, number, numberVoided, of, onFacility, onGrave, onIllegal, person, policyAdopted, qingmingCorrected, qingmingCounted, reported, reversed, rewarded, rewardPolicyAdopted, rewardReversed, settled } from './burial.ts'
import { clerk, newRegister, outside, record, rowsOf } from './helpers.ts'

const late = clerk('2026-09-06T09:31:07.123+08:00')
const filled = async (actions: readonly Action[] = burialHistory): Promise<Register> => {
  const register = newRegister({ clock: () => new Date('2026-09-06T02:00:00Z') })
  await record(register, actions, late)
  return register
}
/** Code and field of what an act is refused with; the register stays as it was. */
const refused = async (register: Register, action: Action): Promise<string> => {
  const before = await register.head()
  const error: unknown = await record(register, [action], late).then(() => undefined, (thrown: unknown) => thrown)
  expect(await register.head()).toEqual(before)
  return error instanceof LantaiError ? `${error.code} ${error.field ?? ''}`.trim() : 'nothing'
}

describe('a history of every act of funeral affairs', () => {
  it('holds every kind of action, and is rebuilt from the journal to the same tables', async () => {
    expect(new Set(burialHistory.map(({ kind }) => kind))).toEqual(new Set(Object.keys(burialWindow.actions)))
    const register = await filled()
    const report = verifyFolder(register.folder)
    expect(report.faults).toEqual([])
    for (const { table, rows } of report.tables.filter(({ table: name }) => name.startsWith('burial_'))) expect(rows, table).toBeGreaterThan(0)
  })

  it('gives the same tables in bulk as act by act', async () => {
    const [one, many] = [await filled(), newRegister()]
    await many.bulk(burialHistory.map((action) => [late, action] as const), { perTransaction: 7, alone: true })
    for (const [table, key] of [['burial_case', 'key'], ['burial_number', 'key'], ['burial_plot', 'key'], ['burial_interred', 'key'], ['burial_record', 'key'], ['burial_sum', 'cell, month'], ['tally', 'day, kind, hour, counter'], ['tally_day', 'day, kind']] as const) expect(rowsOf(many.folder, `SELECT * FROM ${table} ORDER BY ${key}`), table).toEqual(rowsOf(one.folder, `SELECT * FROM ${table} ORDER BY ${key}`))
    expect(verifyFolder(many.folder).faults).toEqual([])
  })

  it('leaves each case where its acts led, with what lists show of it', async () => {
    const { read: { burial } } = await filled()
    expect(await burial.get('b1')).toMatchObject({ state: 'placed', kind: 'body', name: '陈福生', age: 86, arrivedAt: '2026-08-03T15:20:00+08:00', crematedOn: '2026-08-05', number: number('BHZ', 1), certificates: 2, resting: '西山公墓 A区1排2号', agent: '陈大明', holds: 0, until: '', waivedFen: 30_000, registrar: 'r' })
    for (const [id, state] of [['b2', 'placed'], ['b3', 'crematedElsewhere'], ['b4', 'transportedOut'], ['b5', 'bodyBuried'], ['b6', 'donated'], ['b7', 'voided'], ['b8', 'cremated']] as const) expect(await burial.get(id), id).toMatchObject({ state })
    expect(await burial.inWork()).toEqual([{ state: 'cremated', count: 2 }, { state: 'crematedElsewhere', count: 1 }])
    await expect(burial.get('b99')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('counts in the units of the field, and takes back what was void or taken back', async () => {
    const { read } = await filled()
    const counted = async (day: string): Promise<Readonly<Record<string, string>>> => Object.fromEntries((await read.dayCounts(day)).kinds.map(({ kind, count, unit }) => [kind, `${count} ${unit}`]))
    expect(await counted('2026-08-05')).toMatchObject({ cremated: '4 具', interment: '2 穴' })
    expect(await counted('2026-08-03')).toMatchObject({ bodyReceived: '5 具', vigil: '1 例' })
    expect(await counted('2026-06-30')).toEqual({ relocatedGraves: '1 座', relocatedCells: '2 穴' })
    expect(await counted('2026-03-01')).toEqual({ facilityInspected: '1 件', illegalCleared: '1 座' })
    expect(await counted('2026-08-06')).toMatchObject({ settlement: '3 件' })
    expect(await counted('2026-08-08')).toEqual({ settlement: '-1 件' })
  })
})

describe('the gate of a case, inside the transaction', () => {
  it('is that of the domain: state, holds, kind and order', async () => {
    const register = await filled([reported('b1', '1940-01-01'), of('b1', 'burial.received'), of('b1', 'burial.held'), reported('limb', '1941-01-01', { kind: 'limb' }), of('limb', 'burial.received')])
    expect(await refused(register, cremated('b1', 1))).toBe('wrong_state holds')
    expect(await refused(register, of('b1', 'burial.held'))).toBe('conflict hold')
    expect(await refused(register, of('b1', 'burial.released', { hold: 'k9' }))).toBe('wrong_state hold')
    expect(await refused(register, of('b1', 'burial.placed'))).toBe('wrong_state')
    expect(await refused(register, of('limb', 'burial.vigilHeld'))).toBe('wrong_state file.kind')
    expect(await refused(register, of('b1', 'burial.stored', { storedAt: '2026-08-03T10:00:00+08:00' }))).toBe('invalid storedAt')
    expect(await refused(register, of('nobody', 'burial.received'))).toBe('not_found')
    expect(await refused(register, reported('b1'))).toBe('conflict')
    await record(register, [of('b1', 'burial.released')], late)
    expect(await refused(register, cremated('b1', 1, { startedAt: '2026-08-02T08:00:00+08:00', endedAt: '2026-08-02T09:00:00+08:00' }))).toBe('invalid startedAt')
    expect(await refused(register, of('b1', 'burial.voided'))).toBe('second_person second')
    expect(await refused(register, { ...of('b1', 'burial.voided'), second: 'clerk-2' })).toBe('invalid reason')
  })

  it('keeps certificates to their order: first, then reissues of the last, each with a number of its own', async () => {
    const register = await filled([...crematedCase('b1', 1), ...crematedCase('b2', 2)])
    expect(await refused(register, issued('b1', 2))).toBe('conflict number')
    expect(await refused(register, issued('b1', 9, { reissueOf: number('HZ', 1) }))).toBe('wrong_state reissueOf')
    await record(register, [issued('b1', 1)], late)
    expect(await refused(register, issued('b1', 9))).toBe('wrong_state reissueOf')
    expect(await refused(register, issued('b1', 1, { reissueOf: number('HZ', 1) }))).toBe('conflict number')
    await record(register, [issued('b1', 1, { number: number('BHZ', 1), reissueOf: number('HZ', 1) })], late)
    expect(await register.read.burial.get('b1')).toMatchObject({ number: number('BHZ', 1), certificates: 2 })
  })

  it('follows corrections: the person, the age, the counts of another kind', async () => {
    const register = await filled(crematedCase('b1', 1, '1940-01-01'))
    expect(await register.read.burial.casesOf(keyOf('1940-01-01'))).toHaveLength(1)
    await record(register, [{ ...of('b1', 'burial.corrected', { changes: { ...person('1950-06-01', { name: '陈福林' }), kind: 'limb' } } as object), ...byTwo }], late)
    expect(await register.read.burial.casesOf(keyOf('1940-01-01'))).toEqual([])
    expect(await register.read.burial.casesOf(keyOf('1950-06-01'))).toMatchObject([{ id: 'b1', name: '陈福林', age: 76, kind: 'limb' }])
    expect((await register.read.dayCounts('2026-08-05')).kinds).toMatchObject([{ kind: 'otherCremated', count: 1, unit: '件' }])
    expect((await register.read.search('chenfulin', 5)).map(({ caseId, matched }) => [caseId, matched])).toEqual([['b1', 'pinyin']])
    expect(verifyFolder(register.folder).faults).toEqual([])
  })
})

describe('one person, one cremation', () => {
  it('is kept whatever the api checked, by cremation, elsewhere or burial; limbs and bones are other cases', async () => {
    const birth = '1940-01-01'
    const register = await filled([...crematedCase('b1', 1, birth), reported('b2', birth), of('b2', 'burial.received'), reported('b3', birth, { kind: 'bones' }), of('b3', 'burial.received'), reported('b4', birth), reported('b5', birth)])
    expect(await refused(register, cremated('b2', 2))).toBe('conflict deceased.identityNumber')
    expect(await refused(register, of('b4', 'burial.crematedElsewhere'))).toBe('conflict deceased.identityNumber')
    expect(await refused(register, of('b5', 'burial.bodyBuried'))).toBe('conflict deceased.identityNumber')
    await record(register, [cremated('b3', 3)], late)
    expect(await register.read.burial.cremationsOf(keyOf(birth))).toEqual([{ key: keyOf(birth), caseId: 'b1', number: number('HZ', 1), day: '2026-08-05', kind: 'body' }, { key: keyOf(birth), caseId: 'b3', number: number('HZ', 3), day: '2026-08-05', kind: 'bones' }])
    // A case voided or corrected to be somebody else stands in nobody's way, and no correction makes one person two.
    await record(register, [{ ...of('b1', 'burial.corrected', { changes: person('1951-01-01') } as object), ...byTwo }, cremated('b2', 2)], late)
    expect(await refused(register, { ...of('b1', 'burial.corrected', { changes: person(birth) } as object), ...byTwo })).toBe('conflict deceased.identityNumber')
  })

  it('goes by the number of the certificate for somebody without any paper', async () => {
    const unknown = (id: string, certificate: string): Action => reported(id, '1940-01-01', { certificate: { ...person('1940-01-01').certificate, number: certificate } }, { name: '无', identityType: 'none', identityNumber: '' })
    const register = await filled([unknown('b1', '12330381470000000X0001'), of('b1', 'burial.received'), unknown('b2', '12330381470000000X0001'), of('b2', 'burial.received'), unknown('b3', ''), of('b3', 'burial.received'), unknown('b4', ''), of('b4', 'burial.received'), cremated('b1', 1), cremated('b3', 3), cremated('b4', 4)])
    expect(await refused(register, cremated('b2', 2))).toBe('conflict deceased.identityNumber')
  })
})

describe('numbers', () => {
  it('are never given twice, not even once voided, and gaps are told and explained', async () => {
    const register = await filled([...crematedCase('b1', 1), ...crematedCase('b2', 3), ...crematedCase('b3', 7), numberVoided('HZ', 5)])
    const { burial } = register.read
    expect(await burial.lastNumber('HZ', 2026)).toBe(7)
    expect(await burial.lastNumber('HZ', 2025)).toBe(0)
    await record(register, [reported('b4', '1970-01-01'), of('b4', 'burial.received')], late)
    for (const taken of [1, 5]) expect(await refused(register, cremated('b4', taken))).toBe('conflict number')
    expect(await refused(register, numberVoided('HZ', 3))).toBe('conflict number')
    expect(await burial.gaps('HZ', 2026)).toEqual([{ from: 2, to: 2, explained: '' }, { from: 4, to: 4, explained: '' }, { from: 6, to: 6, explained: '' }])
    expect(await refused(register, gapExplained('HZ', 2, 3))).toBe('conflict from')
    expect(await refused(register, gapExplained('HZ', 4, 2))).toBe('invalid to')
    expect(await refused(register, gapExplained('HZ', 8, 9))).toBe('invalid to')
    await record(register, [gapExplained('HZ', 4, 4)], late)
    expect(await refused(register, gapExplained('HZ', 4, 4))).toBe('conflict from')
    expect(await burial.gaps('HZ', 2026)).toContainEqual({ from: 4, to: 4, explained: '旧系统已用' })
    expect(await burial.findNumber(number('HZ', 5))).toMatchObject({ voided: true, caseId: '', note: '打印污损', serial: 5, prefix: 'HZ', year: 2026 })
    expect((await burial.numbers('HZ', 2026)).rows.map(({ serial, caseId }) => `${serial} ${caseId}`)).toEqual(['1 b1', '3 b2', '5 ', '7 b3'])
  })

  it('follow the pattern of the office: without its paper in it, two papers may carry the same figures', async () => {
    const register = await filled([{ kind: 'setting.changed', subject: 'burial.numberPattern', body: { key: 'burial.numberPattern', value: '{year}-{serial:4}', from: '2026-01-01', source: '本处' }, reason: '本处格式', second: 'clerk-2' }, reported('b1', '1940-01-01'), of('b1', 'burial.received'), of('b1', 'burial.cremated', { number: '2026-0012' }), of('b1', 'burial.ashesReleased', { number: '2026-0012' }), reported('b2', '1941-01-01'), of('b2', 'burial.received')])
    expect(await register.read.burial.lastNumber('HZ', 2026)).toBe(12)
    expect(await register.read.burial.lastNumber('LZ', 2026)).toBe(12)
    expect(await refused(register, of('b2', 'burial.cremated', { number: '2026-0012' }))).toBe('conflict number')
  })
})

describe('waivers and rewards', () => {
  it('never waive one item twice for one person while it stands, and take a settlement back once', async () => {
    const birth = '1940-01-01'
    const register = await filled([...crematedCase('b1', 1, birth), settled('b1', 1), reported('b2', birth, { kind: 'bones' })])
    const { burial } = register.read
    expect(await burial.settledOf(keyOf(birth))).toEqual([{ item: 'coldStorage', reference: number('JMZ', 1), day: '2026-08-06', policy: sampleWaiverPolicy.id, waivedFen: 18_000 }, { item: 'cremation', reference: number('JMZ', 1), day: '2026-08-06', policy: sampleWaiverPolicy.id, waivedFen: 30_000 }])
    expect(await refused(register, settled('b2', 2, ['urn', 'cremation']))).toBe('conflict lines')
    expect(await refused(register, settled('b2', 1, ['urn']))).toBe('conflict number')
    expect(await refused(register, reversed('b1', 7))).toBe('not_found number')
    expect(await refused(register, reversed('b2', 1))).toBe('not_found number')
    expect(await refused(register, reversed('b1', 1, 1))).toBe('invalid waivedFen')
    await record(register, [reversed('b1', 1), settled('b2', 2, ['urn', 'cremation'])], late)
    expect(await refused(register, reversed('b1', 1))).toBe('wrong_state number')
    expect([(await burial.get('b1')).waivedFen, (await burial.get('b2')).waivedFen]).toEqual([0, 48_000])
    expect(await burial.findNumber(number('JMZ', 1))).toMatchObject({ voided: true, note: '已领丧葬补助' })
  })

  it('lists settlements with what stands of them', async () => {
    const { read: { burial } } = await filled()
    const all = await burial.settlements({})
    expect(all).toMatchObject({ count: 4, waivedFen: 60_000, next: undefined })
    expect(all.rows.map(({ number: paper, sign, mode }) => `${paper} ${sign} ${mode}`)).toEqual([`${number('JMZ', 1)} -1 till`, `${number('SLZ', 3)} 1 claim`, `${number('JMZ', 2)} 1 till`, `${number('JMZ', 1)} 1 till`])
    expect(await burial.settlements({ mode: 'claim', from: '2026-08-01', to: '2026-08-31' })).toMatchObject({ count: 1, waivedFen: 30_000, rows: [{ caseId: 'b2', name: '陈福生', policies: [sampleWaiverPolicy.id], classes: ['universal'], actualFen: 35_000, selfPaidFen: 5000, late: false }] })
    const first = await burial.settlements({ limit: 3 })
    expect((await burial.settlements({ limit: 3, ...(first.next === undefined ? {} : { after: first.next }) })).rows).toEqual(all.rows.slice(3))
  })

  it('reward one person once while it stands', async () => {
    const birth = '1940-01-01'
    const register = await filled([...crematedCase('b1', 1, birth), rewarded('b1', 1), reported('b2', birth, { kind: 'bones' })])
    expect(await register.read.burial.rewardedOf(keyOf(birth))).toEqual([{ reference: number('JBZ', 1), way: 'sea', day: '2026-08-12', fen: 300_000 }])
    expect(await refused(register, rewarded('b2', 2))).toBe('conflict before')
    expect(await refused(register, rewardReversed('b1', 1, 5))).toBe('invalid fen')
    await record(register, [rewardReversed('b1', 1), rewarded('b2', 2)], late)
    expect(await refused(register, rewardReversed('b1', 1))).toBe('wrong_state number')
    expect(await register.read.burial.rewardedOf(keyOf(birth))).toMatchObject([{ reference: number('JBZ', 2) }])
  })

  it('move with the person when a correction names another, unless that one had the same already', async () => {
    const register = await filled([...crematedCase('b1', 1, '1940-01-01'), ...crematedCase('b2', 2, '1941-01-01'), settled('b1', 1), settled('b2', 2), reported('b3', '1942-01-01', { kind: 'bones' }), settled('b3', 3)])
    await record(register, [{ ...of('b1', 'burial.corrected', { changes: person('1950-01-01') } as object), ...byTwo }], late)
    expect(await register.read.burial.settledOf(keyOf('1940-01-01'))).toEqual([])
    expect(await register.read.burial.settledOf(keyOf('1950-01-01'))).toHaveLength(2)
    expect(await refused(register, { ...of('b3', 'burial.corrected', { changes: person('1950-01-01') } as object), ...byTwo })).toBe('conflict deceased.identityNumber')
  })

  it('keep the book of policies: an id once, no overlap, the last day set later', async () => {
    const register = await filled([policyAdopted(), rewardPolicyAdopted()])
    expect(await refused(register, policyAdopted())).toBe('conflict id')
    expect(await refused(register, policyAdopted({ ...sampleWaiverPolicy, id: 'next', from: '2027-01-01' }))).toBe('invalid from')
    expect(await refused(register, { ...policyAdopted({ ...sampleWaiverPolicy, id: 'next', series: 'other' }), second: 'clerk-1' })).toBe('second_person second')
    expect(await refused(register, rewardPolicyAdopted())).toBe('conflict id')
    expect(await refused(register, rewardPolicyAdopted({ ...sampleRewardPolicy, id: 'next' }))).toBe('invalid from')
    const ended: Action = { kind: 'waiver.policyEnded', subject: sampleWaiverPolicy.id, body: { policy: sampleWaiverPolicy.id, to: '2026-12-31' }, second: 'clerk-2', reason: '新文件' }
    await record(register, [ended, policyAdopted({ ...sampleWaiverPolicy, id: 'next', from: '2027-01-01' })], late)
    expect((await register.read.burial.policies()).map(({ policy, second, by }) => [policy.id, policy.to, by, second])).toEqual([[sampleWaiverPolicy.id, '2026-12-31', 'clerk-1', 'clerk-2'], ['next', '', 'clerk-1', 'clerk-2']])
    expect(await register.read.burial.rewardPolicies()).toMatchObject([{ adoptedOn: '2026-08-01', second: 'clerk-2' }])
    expect(await refused(register, { ...ended, subject: 'none', body: { policy: 'none', to: '2026-12-31' } })).toBe('not_found')
  })
})

describe('what waits', () => {
  const today = '2026-08-20'
  const days = (id: string, birth: string, arrived: string): readonly Action[] => [reported(id, birth, {}, { death: arrived }), of(id, 'burial.received', { arrivedAt: `${arrived}T15:00:00+08:00` })]
  it('stands in its list, the longest waiting first', async () => {
    const register = await filled([
      ...days('old', '1940-01-01', '2026-08-01'), ...days('longer', '1940-01-02', '2026-08-10'), of('longer', 'burial.storageExtended', { from: '2026-08-14', to: '2026-08-25' }), ...days('new', '1940-01-03', '2026-08-19'), of('new', 'burial.held'), ...days('over', '1940-01-04', '2026-08-12'),
      ...crematedCase('waiting', 1, '1940-01-05'), ...crematedCase('forgotten', 2, '1940-01-06'), ...crematedCase('ending', 3, '1940-01-07'), issued('ending', 3), of('ending', 'burial.ashesDeposited', { number: number('JZ', 1), to: '2026-09-10' }), ...crematedCase('kept', 4, '1940-01-08'), of('kept', 'burial.ashesDeposited', { number: number('JZ', 2), to: '2029-09-10' }),
    ])
    const { burial } = register.read
    const ids = async (list: 'inHome' | 'storageOverdue' | 'onHold' | 'awaitingAshes' | 'depositsEnding' | 'unclaimed' | 'certificateMissing', on = today): Promise<readonly string[]> => {
      const { rows } = await burial.cases({ list: { list, today: on } })
      expect(await burial.count({ list: { list, today: on } })).toBe(rows.length)
      return rows.map(({ id }) => id)
    }
    expect(await ids('inHome')).toEqual(['old', 'over', 'new', 'longer'])
    expect(await ids('storageOverdue')).toEqual(['old', 'over'])
    expect(await ids('onHold')).toEqual(['new'])
    expect(await ids('awaitingAshes')).toEqual(['waiting', 'forgotten'])
    expect(await ids('depositsEnding')).toEqual(['ending'])
    expect(await ids('unclaimed')).toEqual(['old'])
    expect(await ids('unclaimed', '2028-08-06')).toEqual(['old', 'waiting', 'forgotten', 'longer', 'over', 'new'])
    expect(await ids('certificateMissing')).toEqual(['waiting', 'forgotten', 'kept'])
    expect(await burial.get('longer')).toMatchObject({ until: '2026-08-25' })
    expect(await burial.get('kept')).toMatchObject({ until: '2029-09-10' })
  })

  it('is found along an index, however many cases there are', async () => {
    const register = await filled()
    const texts = vi.spyOn(Connection.prototype, 'prepare')
    const { burial } = register.read
    for (const list of ['inHome', 'storageOverdue', 'onHold', 'awaitingAshes', 'depositsEnding', 'unclaimed', 'certificateMissing'] as const) for (const read of [burial.cases, burial.count]) await read({ list: { list, today } })
    for (const filter of [{ from: today }, { crematedFrom: today }, { state: ['reported', 'cremated'] }, { state: ['donated', 'voided'] }, { kind: 'bones' }, { cell: 'cremated.total', from: today, to: today }] as const) for (const read of [burial.cases, burial.count]) await read(filter)
    await Promise.all([burial.inWork(), burial.get('b1'), burial.cremationsOf('k'), burial.casesOf('k'), burial.settledOf('k'), burial.rewardedOf('k'), burial.settlements({ from: today, to: today }), burial.lastNumber('HZ', 2026), burial.findNumber('x'), burial.numbers('HZ', 2026), burial.gaps('HZ', 2026), burial.getPlot('c1/A/1/1'), burial.board('c1', 'A'), burial.plotSums('c1', today), burial.terms({ day: today, until: today }), burial.findPlots('陈老', 5), burial.findPlots('A/1/1', 5), burial.graves({ notice: 'x' }), burial.qingming({ from: today, to: today }), burial.illegalGraves({ from: today, to: today }), register.read.search('13800000000', 5), register.read.search('HZ-330381', 5)])
    const statements = [...new Set(texts.mock.calls.map(([text]) => text))].filter((text) => /burial_/.test(text))
    texts.mockRestore()
    expect(statements.length).toBeGreaterThan(60)
    const whole = outside(register.folder, (db) => statements.flatMap((text) => {
      const plan = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(...Array.from({ length: text.split('?').length - 1 }, () => null))
      // A piece inside a name is looked for among the newest only, which are walked by their keys.
      return plan.some(({ detail }) => /^SCAN (?:[a-z]|burial_\w+)$/.test(detail)) && !text.includes('NOT INDEXED') ? [text] : []
    }))
    expect(whole).toEqual([])
  })

  it('is paged by its own order, and filtered by day, kind, state, counter and cell', async () => {
    const register = await filled(Array.from({ length: 25 }, (_, index) => crematedCase(`b${index}`, index + 1)).flat())
    const { burial } = register.read
    for (const filter of [{}, { list: { list: 'awaitingAshes', today } }, { from: '2026-09-01', to: '2026-09-30' }, { crematedFrom: '2026-08-01' }] as const) {
      const seen: string[] = []
      for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
        const page = await burial.cases({ ...filter, limit: 7, ...(after === undefined ? {} : { after }) })
        seen.push(...page.rows.map(({ id }) => id))
        after = page.next
      }
      const order = Array.from({ length: 25 }, (_, index) => `b${index}`)
      expect(seen).toEqual('list' in filter ? order : order.toReversed())
      expect(await burial.count(filter)).toBe(25)
    }
    expect(await burial.count({ from: '2026-09-07' })).toBe(0)
    expect(await burial.count({ kind: 'limb' })).toBe(0)
    expect(await burial.count({ state: ['cremated'], counter: '1' })).toBe(25)
    expect(await burial.count({ crematedTo: '2026-08-04' })).toBe(0)
    const [[cell] = ['']] = [...(await burial.sums(['cremated.'], { from: '2026-08-01', to: '2026-08-31' }))]
    expect(await burial.count({ cell, from: '2026-08-05', to: '2026-08-05' })).toBe(25)
    expect(await burial.count({ cell, from: '2026-08-06', to: '2026-08-31' })).toBe(0)
    await expect(burial.cases({ after: 'nonsense' })).rejects.toMatchObject({ code: 'malformed' })
  })
})

describe('the search box', () => {
  it.each([
    ['陈福生', 'b9 name'], ['福生', 'b9 name'], ['chenfusheng', 'b9 pinyin'], ['cfs', 'b9 initials'], [person('1941-02-02').deceased.identityNumber, 'b2 identityNumber'], [number('HZ', 1), 'b1 number'], [number('BHZ', 1), 'b1 number'], [number('LZ', 1), 'b1 number'], [number('GZ', 5), 'c1/A/1/3 number'], [number('JAZ', 1), 'b1 number'],
    ['陈大明', 'b1 agent'], ['chendaming', 'b1 agent'], ['13800000000', 'b9 phone'], ['A/1/3', 'c1/A/1/3 plot'], ['c1/A/1/3', 'c1/A/1/3 plot'], ['HZ-330381', 'b9 number'],
  ])('finds %s', async (typed, first) => {
    const register = await filled()
    const [hit] = (await register.read.search(typed, 8)).filter(({ window }) => window === 'burial')
    expect(`${hit?.caseId ?? ''} ${hit?.matched ?? ''}`).toBe(first)
  })
})

describe('records kept as folds', () => {
  it('are given back with their revision, and refuse what their fold refuses', async () => {
    const register = await filled()
    const { burial } = register.read
    expect(await burial.findCemetery('c1')).toMatchObject({ id: 'c1', revision: 3, value: { facts: { name: '西山公墓' }, sections: [{ code: 'A' }, { code: 'B' }] } })
    expect((await burial.cemeteries()).map(({ id }) => id)).toEqual(['c1'])
    expect(await burial.notices()).toMatchObject([{ id: '迁〔2026〕1号', value: { parcel: '西山脚' } }])
    expect((await burial.graves({ notice: '迁〔2026〕1号' })).map(({ id, value }) => `${id} ${value.state}`)).toEqual(['g1 reinterred', 'g2 withdrawn', 'g3 ownerless'])
    expect(await burial.graves({ notice: 'none' })).toEqual([])
    expect(await burial.findGrave('g1')).toMatchObject({ revision: 5, value: { cells: 2 } })
    expect((await burial.facilities()).map(({ id, value }) => `${id} ${value.closedOn}`)).toEqual(['f1 ', 'f2 2026-05-01'])
    expect(await burial.findFacility('f1')).toMatchObject({ value: { approvals: [{ to: '2026-12-31' }], inspections: [{ reinspections: [{ mended: true }] }] } })
    expect(await burial.findFacility('f9')).toBeUndefined()
    expect((await burial.qingming({ from: '2026-04-01', to: '2026-04-30' })).map(({ correction, figures, reason, by }) => [correction, figures.visitors, reason, by])).toEqual([[false, 1000, '', 'clerk-1'], [true, 50, '录入有误', 'clerk-1']])
    expect(await burial.qingming({ from: '2026-04-01', to: '2026-04-30', site: '东山' })).toEqual([])
    const during = async (from: string, to: string): Promise<readonly string[]> => (await burial.illegalGraves({ from, to })).map(({ id }) => id)
    expect(await during('2026-01-01', '2026-12-31')).toEqual(['x1', 'x2', 'x3'])
    expect(await during('2026-02-25', '2026-03-31')).toEqual(['x1', 'x3'])
    expect(await during('2026-02-01', '2026-02-02')).toEqual(['x1', 'x2'])
    expect(await burial.findIllegalGrave('x1')).toMatchObject({ value: { cleared: { how: 'greened' } } })
    for (const [action, code] of [
      [cemeteryRegistered(), 'conflict id'], [noticed(), 'conflict number'], [declared('g4', '1'), 'conflict graveNumber'], [declared('g5', '9', '没有'), 'not_found notice'], [onGrave('exhumed', 'g1', { day: '2026-07-01', bonesCremation: '', remains: 1 }), 'wrong_state state'], [facilityRegistered('f1'), 'conflict id'], [onFacility('closed', 'f2', { day: '2026-06-01', document: '撤' }), 'wrong_state'],
      [qingmingCounted(), 'conflict of'], [qingmingCorrected('东山'), 'not_found of'], [{ ...qingmingCorrected(), second: '' }, 'second_person second'], [graveFound('x1'), 'conflict id'], [onIllegal('cleared', 'x1', { day: '2026-03-02', how: 'levelled', to: '', document: '' }), 'wrong_state state'], [onIllegal('cleared', 'x9', { day: '2026-03-02', how: 'levelled', to: '', document: '' }), 'not_found'],
    ] as const) expect(await refused(register, action), action.kind).toBe(code)
    // The number of a grave that was withdrawn is free again.
    await record(register, [declared('g6', '2')], late)
  })

  it('stand at a revision that a page can be held to', async () => {
    const register = await filled()
    const at = (id: string, revision: number): Promise<string> => register.transact(late, (tx) => tx.expectRevision(id, revision)).then(() => 'as seen', (error: unknown) => (error as LantaiError).code)
    expect(await at('b1', (await register.read.burial.get('b1')).revision)).toBe('as seen')
    expect([await at('b1', 1), await at('c1', 3), await at('g1', 5), await at('c1/A/2/5', 0), await at('c1/A/1/1', 1), await at('c1/A/1/1', 2), await at('nobody', 1)]).toEqual(['conflict', 'as seen', 'as seen', 'as seen', 'conflict', 'as seen', 'not_found'])
  })
})
