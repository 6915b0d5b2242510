import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DivorceAction, DivorceActionKind } from '../../../../domain/divorce/actions.ts'
import { divorceActions, divorceStates } from '../../../../domain/divorce/actions.ts'
import type { DivorceCase } from '../../../../domain/divorce/fold.ts'
import { allowedInDivorce, applyDivorce, divorceActionTitles, divorceTransitions, foldDivorce, isOpenOn, nextDivorceState, standingOn, standingTitles } from '../../../../domain/divorce/fold.ts'
import { accepted, archived, delivered, divorceFile, entriesOf, interview, interviewed, issuingDay, opened, proofread, receipt, registered, stamped, started, subject, wholeDivorce, withdrawn } from './facts.ts'

const fold = (...actions: readonly DivorceAction[]): DivorceCase => foldDivorce(entriesOf(actions))
const apply = (folded: DivorceCase, action: DivorceAction, at = ''): DivorceCase => applyDivorce(folded, entriesOf([action], at)[0] as never)

describe('folding a divorce', () => {
  it('from the application to the archive', () => {
    expect(fold(...wholeDivorce())).toMatchObject({
      id: subject, state: 'delivered', revision: 10, number: 'L110105-2026-000001', day: issuingDay, serials: ['D000001', 'D000002'], dates: receipt, accepted: { receiptNumber: '2026-0001', by: 'registrar' },
      issuance: { day: issuingDay }, stamped: { stamped: [true, true] }, archive: { officeFileNumber: 1 }, proofread: ['number'],
    })
  })
  it('every action body passes its own schema', () => {
    for (const action of [...wholeDivorce(), withdrawn('2026-03-20')]) expect(divorceActions[action.kind].parse(JSON.parse(JSON.stringify(action.body)))).toEqual(action.body)
  })
  it.each([
    ['2026-03-02', 'coolingOff', true],
    ['2026-04-01', 'coolingOff', true],
    ['2026-04-02', 'issuanceOpen', true],
    ['2026-05-06', 'issuanceOpen', true],
    ['2026-05-07', 'lapsed', false],
    ['2030-01-01', 'lapsed', false],
  ] as const)('accepted on 2026-03-02, on %s it is %s by the date alone', (day, standing, open) => {
    const folded = fold(opened(), accepted)
    expect(standingOn(folded, day)).toBe(standing)
    expect(isOpenOn(folded, day)).toBe(open)
  })
  it.each(['2026-03-02', '2026-03-20', '2026-04-01'])('either party withdraws alone on %s', (day) => {
    expect(fold(opened(), accepted, withdrawn(day, 1))).toMatchObject({ state: 'withdrawn', withdrawn: { party: 1, day } })
    expect(fold(opened(), accepted, withdrawn(day, 0))).toMatchObject({ state: 'withdrawn', withdrawn: { party: 0 } })
  })
  it.each(['2026-04-02', '2026-05-07', '2026-03-01'])('a withdrawal on %s is refused, nothing changed', (day) => {
    const folded = fold(opened(), accepted)
    const before = JSON.stringify(folded)
    expect(() => apply(folded, withdrawn(day))).toThrow(/wrong_state \(day\)/)
    expect(JSON.stringify(folded)).toBe(before)
  })
  it.each(['2026-03-02', '2026-04-01', '2026-05-07'])('an issuance begun on %s is refused with its article', (day) => {
    expect(() => apply(fold(opened(), accepted), started(day))).toThrow(/1077/)
  })
  it.each(['2026-04-02', '2026-05-06'])('an issuance begun on %s is taken', (day) => {
    expect(fold(opened(), accepted, started(day)).state).toBe('issuing')
  })
  it('leaving without a decision lets the window run on', () => {
    const left = fold(opened(), accepted, started(), interviewed(0), { kind: 'divorce.issuanceEnded', subject, reason: '女方要求再考虑', body: { day: issuingDay } })
    expect(left).toMatchObject({ state: 'accepted', issuance: null })
    expect(standingOn(left, '2026-05-07')).toBe('lapsed')
    const again = apply(left, started('2026-05-06'))
    expect(again.file.interviews).toEqual([null, null])
  })
  it('a lapsed application takes nothing more but printing, inspecting and filing', () => {
    const folded = fold(opened(), accepted)
    expect(allowedInDivorce(folded, '2026-05-07')).toEqual(['divorce.printed', 'divorce.corrected', 'divorce.inspected', 'divorce.archived'])
    expect(allowedInDivorce(folded, '2026-03-10')).not.toContain('divorce.archived')
    expect(() => apply(folded, { kind: 'divorce.amended', subject, body: { changes: { remarkForm: '补' } } }, '2026-05-07')).toThrow(/wrong_state/)
    expect(apply(folded, archived, '2026-05-07').archive?.pages).toBe(14)
    expect(() => apply(folded, archived, '2026-05-06')).toThrow(/wrong_state/)
  })
  it('after the acceptance parties and marriage are corrected, not amended', () => {
    const folded = fold(opened(), accepted)
    expect(() => apply(folded, { kind: 'divorce.amended', subject, body: { changes: { parties: divorceFile().parties } } })).toThrow(/wrong_state \(parties\)/)
    expect(apply(folded, { kind: 'divorce.amended', subject, body: { changes: { reason: '01' } } }).file.reason).toBe('01')
    expect(apply(folded, { kind: 'divorce.corrected', subject, reason: '姓名错字', second: 'reviewer', body: { changes: { parties: divorceFile().parties } } })).toMatchObject({ state: 'accepted', corrections: [{ second: 'reviewer', fields: ['parties'] }] })
  })
  it('days set anew keep those before, with reason and second person', () => {
    const dates = { ...receipt, end1: '2026-04-03', windowOpens: '2026-04-04' }
    const folded = apply(fold(opened(), accepted), { kind: 'divorce.rescheduled', subject, reason: '更正通知', second: 'reviewer', body: { day: '2026-03-20', receipt: dates } })
    expect(folded).toMatchObject({ state: 'accepted', dates: { end1: '2026-04-03' }, rescheduled: [{ before: { end1: '2026-04-01' }, reason: '更正通知', second: 'reviewer' }], accepted: { receipt: { end1: '2026-04-01' } } })
    expect(() => apply(folded, started('2026-04-03'))).toThrow(/wrong_state/)
  })
  it('a spoiled booklet and a correction before the hand-over ask for the proof-reading again', () => {
    const base = fold(opened(), accepted, started(), interviewed(0), interviewed(1), registered, proofread)
    expect(apply(base, { kind: 'divorce.reprinted', subject, reason: '歪斜', second: 'reviewer', body: { party: 0, spoiled: 'D000001', serial: 'D000003' } })).toMatchObject({ state: 'registered', serials: ['D000003', 'D000002'], spoiled: ['D000001'], proofread: [] })
    expect(apply(base, { kind: 'divorce.corrected', subject, reason: '错', second: 'reviewer', body: { changes: { remarkForm: '更' }, serials: ['D000005', 'D000006'] } })).toMatchObject({ state: 'registered', number: 'L110105-2026-000001', spoiled: ['D000001', 'D000002'] })
    expect(apply(base, { kind: 'divorce.voided', subject, reason: '装错证件', second: 'reviewer', body: { day: issuingDay, recovered: true } })).toMatchObject({ state: 'voided', number: 'L110105-2026-000001', voided: { second: 'reviewer' } })
  })
  it('not accepted, given up, refused', () => {
    const grounds = [{ rule: 'divorce.agreement-reached', law: '《婚姻登记条例》第十四条', reason: '未达成协议' }]
    expect(fold(opened(), { kind: 'divorce.notAccepted', subject, body: { day: '2026-03-02', grounds, registrar: 'registrar', paperAsked: true } })).toMatchObject({ state: 'notAccepted', day: '2026-03-02', number: '' })
    expect(fold(opened(), { kind: 'divorce.abandoned', subject, body: { day: '2026-03-02' } })).toMatchObject({ state: 'abandoned' })
    expect(fold(opened(), accepted, started(), { kind: 'divorce.refused', subject, body: { day: issuingDay, grounds, registrar: 'registrar' } })).toMatchObject({ state: 'refused', refusal: { grounds } })
  })
  it('no entries, no case; nothing is filed twice; nothing begins without its opening', () => {
    expect(() => foldDivorce([])).toThrow(/not_found/)
    expect(() => apply(fold(...wholeDivorce()), archived)).toThrow(/wrong_state/)
    for (const kind of Object.keys(divorceActions) as DivorceActionKind[]) if (kind !== 'divorce.opened') expect(() => nextDivorceState(undefined, kind)).toThrow(/wrong_state/)
  })
  it('states, standings and acts have names in both languages', () => {
    expect(Object.keys(standingTitles).sort()).toEqual([...divorceStates.filter((state) => state !== 'accepted'), 'coolingOff', 'issuanceOpen', 'lapsed'].sort())
    for (const title of [...Object.values(standingTitles), ...Object.values(divorceActionTitles)]) {
      expect(title.zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(title.en).toMatch(/^[A-Za-z -]+$/)
    }
  })
  it('only a proof-read case is handed over, only an issuing one is registered', () => {
    const from = (kind: DivorceActionKind) => Object.entries(divorceTransitions).filter(([, step]) => step[kind] !== undefined).map(([state]) => state)
    expect(from('divorce.delivered')).toEqual(['proofread'])
    expect(from('divorce.registered')).toEqual(['issuing'])
    expect(from('divorce.withdrawn')).toEqual(['accepted'])
  })
})

describe('folding: properties', () => {
  const grounds = [{ rule: 'divorce.capacity', law: '法', reason: '理由' }]
  const bodies = (day: string): Readonly<Record<DivorceActionKind, DivorceAction>> => ({
    'divorce.opened': opened(), 'divorce.accepted': accepted, 'divorce.withdrawn': withdrawn(day), 'divorce.issuanceStarted': started(day), 'divorce.interviewed': { kind: 'divorce.interviewed', subject, body: { party: 0, interview: interview({ day }) } },
    'divorce.registered': registered, 'divorce.proofread': proofread, 'divorce.delivered': delivered, 'divorce.marriageCertificatesStamped': stamped, 'divorce.archived': archived,
    'divorce.amended': { kind: 'divorce.amended', subject, body: { changes: { remarkForm: '补' } } },
    'divorce.checked': { kind: 'divorce.checked', subject, body: { check: divorceFile().networkChecks[0] as never } },
    'divorce.notAccepted': { kind: 'divorce.notAccepted', subject, body: { day, grounds, registrar: 'registrar', paperAsked: false } },
    'divorce.abandoned': { kind: 'divorce.abandoned', subject, body: { day } },
    'divorce.rescheduled': { kind: 'divorce.rescheduled', subject, reason: '理由', second: 'reviewer', body: { day, receipt } },
    'divorce.issuanceEnded': { kind: 'divorce.issuanceEnded', subject, body: { day } },
    'divorce.refused': { kind: 'divorce.refused', subject, body: { day, grounds, registrar: 'registrar' } },
    'divorce.printed': { kind: 'divorce.printed', subject, body: { paper: 'divorce.receipt', mode: 'whole', digest: 'b'.repeat(64), printer: '' } },
    'divorce.reprinted': { kind: 'divorce.reprinted', subject, reason: '坏', second: 'reviewer', body: { party: 1, spoiled: 'D000002', serial: 'D000009' } },
    'divorce.corrected': { kind: 'divorce.corrected', subject, reason: '错', second: 'reviewer', body: { changes: { remarkForm: '更' } } },
    'divorce.voided': { kind: 'divorce.voided', subject, reason: '错', second: 'reviewer', body: { day, recovered: true } },
    'divorce.inspected': { kind: 'divorce.inspected', subject, body: { items: [{ item: 'papers.copies', result: 'pass', note: '' }] } },
  })
  const days = ['2026-03-02', '2026-03-20', '2026-04-01', '2026-04-02', '2026-04-20', '2026-05-06', '2026-05-07', '2026-08-01']
  it('what is allowed on a day is what the fold takes on it; step by step equals all at once', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 1 })), { maxLength: 30 }), (choices) => {
      const entries = [...entriesOf([opened()])]
      let folded = foldDivorce(entries)
      let at = 0
      for (const [choice, pause] of choices) {
        at = Math.min(at + pause, days.length - 1)
        const day = days[at] as string
        const may = allowedInDivorce(folded, day)
        for (const kind of Object.keys(divorceActions) as DivorceActionKind[]) {
          const entry = { ...(entriesOf([bodies(day)[kind]])[0] as never as (typeof entries)[number]), at: `${day}T10:00:00.000+08:00` }
          if (may.includes(kind)) expect(applyDivorce(folded, entry).revision).toBe(folded.revision + 1)
          else expect(() => applyDivorce(folded, entry)).toThrow(/wrong_state/)
        }
        const kind = may[choice % Math.max(may.length, 1)]
        if (kind === undefined) break
        const entry = { ...(entriesOf([bodies(day)[kind]])[0] as never as (typeof entries)[number]), at: `${day}T10:00:00.000+08:00` }
        entries.push(entry)
        folded = applyDivorce(folded, entry)
      }
      expect(foldDivorce(entries)).toEqual(folded)
    }), { numRuns: 60 })
  })
})
