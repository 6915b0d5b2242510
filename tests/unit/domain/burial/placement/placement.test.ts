import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlotAction } from '../../../../../domain/burial/placement/actions.ts'
import { cemeteryActions, plotActions } from '../../../../../domain/burial/placement/actions.ts'
import { findPlot, foldCemetery, plotCount, plotsOf } from '../../../../../domain/burial/placement/cemetery.ts'
import { decideBlock, decideCemetery, decideContract, decideInterment, decideLayout, decideRelease, decideRemoval, decideRenewal, decideReopening, decideReservation, decideSurrender, decideUnblock } from '../../../../../domain/burial/placement/decide.ts'
import type { Plot } from '../../../../../domain/burial/placement/fold.ts'
import { applyPlot, foldPlots, plotStateOn, untouched } from '../../../../../domain/burial/placement/fold.ts'
import { boardOf, plotChecks, renewalList, tallyPlots, termBand } from '../../../../../domain/burial/placement/tally.ts'
import { decideWrongGrave, wrongGraveSteps } from '../../../../../domain/burial/placement/undo.ts'
import { thrown } from '../facts.ts'
import { cemetery, contractBody, day, decided, entriesOf, holder, interredBody, section } from './facts.ts'

const id = 'c1/A/1/1'
const given = { cemetery: cemetery() }
const put = (...actions: readonly (PlotAction | string)[]): Plot => entriesOf(...(actions as PlotAction[])).reduce((plot, entry) => applyPlot(plot, entry), untouched(id))
const reserved = (until = '2026-08-10'): PlotAction => ({ kind: 'plot.reserved', subject: id, body: { slip: 's1', day, until, holder } })
const contracted = (changes: object = {}): PlotAction => ({ kind: 'plot.contracted', subject: id, body: { ...contractBody, ...changes } })
const interred = (changes: object = {}): PlotAction => ({ kind: 'plot.interred', subject: id, body: { ...interredBody, ...changes } })
const removed = (changes: object = {}): PlotAction => ({ kind: 'plot.removed', subject: id, body: { interment: 'i1', day: '2027-01-01', why: 'family', to: '外地', permit: '迁1', agent: '陈平', ...changes } })

describe('the layout', () => {
  it('counts and names its plots and niches', () => {
    const niches = section({ code: 'B', what: 'niche', size: 'single', capacity: 1, areaDm2: 0, steleCm: 0, rows: [{ row: 'R1', levels: 6, columns: 20 }] })
    const both = cemetery({}, section(), niches)
    expect([plotCount(section()), plotCount(niches), [...plotsOf('c1', niches)].length]).toEqual([15, 120, 120])
    for (const part of both.sections) for (const { id: known, at } of plotsOf('c1', part)) expect(findPlot(both, known)?.at).toEqual(at)
    for (const odd of ['c1/A/1/11', 'c1/A/1/0', 'c1/A/3/1', 'c1/B/R1/7-1', 'c1/B/R1/1', 'c2/A/1/1', 'c1/A/1/1/1', '']) expect(findPlot(both, odd), odd).toBeUndefined()
  })
  it('is folded from decisions of their shape', () => {
    const [founded, laid] = [decided(decideCemetery('c1', given.cemetery.facts, day)), decided(decideLayout(section(), day, { cemetery: { ...given.cemetery, sections: [] } }))]
    if (typeof founded === 'string' || typeof laid === 'string') throw new Error(`${String(founded)} ${String(laid)}`)
    for (const action of [founded, laid]) expect(cemeteryActions[action.kind].parse(action.body)).toEqual(action.body)
    expect(foldCemetery(entriesOf(founded, laid))).toEqual(given.cemetery)
    expect(thrown(() => foldCemetery(entriesOf(founded, laid, laid)))).toBe('conflict code')
    expect(thrown(() => foldCemetery(entriesOf(laid)))).toBe('not_found ')
    expect(thrown(() => decideLayout(section({ code: 'B', capacity: 3 }), day, given))).toBe('invalid capacity')
    expect(thrown(() => decideLayout(section({ code: 'B', rows: [{ row: '1', levels: 1, columns: 1 }, { row: '1', levels: 1, columns: 1 }] }), day, given))).toBe('invalid rows.1.row')
  })
  it.each([
    ['320100', '2026-04-01', 'ashes', 'single', 50, 0, ''], ['320100', '2026-04-01', 'ashes', 'single', 51, 0, 'plot.limit areaDm2'], ['320100', '2023-03-31', 'ashes', 'single', 100, 0, ''], ['320100', '2023-04-01', 'ashes', 'double', 81, 0, 'plot.limit areaDm2'],
    ['330381', '2026-04-01', 'ashes', 'double', 100, 300, ''], ['330381', '2026-04-01', 'ashes', 'double', 101, 0, 'plot.limit areaDm2'], ['330381', '2026-04-01', 'body', 'single', 400, 0, ''], ['330381', '2026-04-01', 'body', 'single', 401, 0, 'plot.limit areaDm2'], ['330381', '2026-04-01', 'body', 'double', 600, 0, ''],
    ['110101', '2026-04-01', 'ashes', 'multi', 300, 0, ''], ['110101', '2026-04-01', 'ashes', 'multi', 301, 0, 'plot.limit areaDm2'], ['330381', '2026-04-01', 'ashes', 'multi', 900, 0, ''],
  ] as const)('limits in %s on %s: %s %s of %i dm²', (area, on, form, size, areaDm2, steleCm, wanted) => {
    const found = decided(decideLayout(section({ form, size, capacity: { single: 1, double: 2, multi: 4 }[size], areaDm2, steleCm }), on, { cemetery: { ...cemetery({ area }), sections: [] } }))
    expect(typeof found === 'string' ? found.split(', ')[0] : '').toBe(wanted)
  })
  it('a commercial stele in Jiangsu is a metre high at most', () => {
    const of = (kind: 'commercialCemetery' | 'publicCemetery', steleCm: number) => decideLayout(section({ areaDm2: 80, steleCm }), day, { cemetery: { ...cemetery({ area: '320500', kind }), sections: [] } }).kind
    expect([of('commercialCemetery', 100), of('commercialCemetery', 101), of('publicCemetery', 101)]).toEqual(['action', 'findings', 'action'])
  })
  it('new commercial grounds are asked about, village grounds are filed', () => {
    const of = (facts: object) => decided(decideCemetery('c1', { ...given.cemetery.facts, ...facts }, day))
    expect(of({ kind: 'commercialCemetery', foundedOn: '2026-04-01' })).toBe('plot.commercial kind')
    expect(of({ kind: 'commercialCemetery', foundedOn: '2026-03-29' })).not.toBeTypeOf('string')
    expect(of({ kind: 'villagePlots', document: '' })).toBe('plot.filing document')
  })
})

describe('the state of a plot by date', () => {
  it('goes through a whole life', () => {
    const plot = put(reserved(), contracted({ slip: 's1', day: '2026-08-08' }), interred({ day: '2026-08-09' }), interred({ interment: 'i2', key: 'k2', day: '2026-09-01' }), removed({ day: '2027-01-01' }), removed({ interment: 'i2', day: '2027-02-01' }), { kind: 'plot.surrendered', subject: id, body: { day: '2027-03-01', agreement: 'GZ-1' } }, { kind: 'plot.blocked', subject: id, body: { day: '2027-04-01', note: '塌方' } }, { kind: 'plot.unblocked', subject: id, body: { day: '2027-05-01' } }, { kind: 'plot.reopened', subject: id, body: { day: '2027-06-01' } })
    expect(['2026-08-04', day, '2026-08-07', '2026-08-08', '2026-08-09', '2026-09-01', '2027-01-01', '2027-02-01', '2027-03-01', '2027-04-01', '2027-05-01', '2027-06-01'].map((on) => plotStateOn(plot, 2, on))).toEqual(['available', 'reserved', 'reserved', 'contracted', 'occupiedPartial', 'occupied', 'occupiedPartial', 'disinterred', 'vacated', 'blocked', 'vacated', 'available'])
  })
  it('a reservation runs out by itself; a term that ran out frees nothing', () => {
    expect([plotStateOn(put(reserved()), 2, '2026-08-10'), plotStateOn(put(reserved()), 2, '2026-08-11')]).toEqual(['reserved', 'available'])
    expect(plotStateOn(put(contracted(), interred()), 1, '2060-01-01')).toBe('occupied')
  })
  it('acts that a plot does not allow', () => {
    expect(thrown(() => put(interred()))).toBe('wrong_state plot')
    expect(thrown(() => put(contracted(), contracted()))).toBe('wrong_state plot')
    expect(thrown(() => put(reserved(), contracted()))).toBe('wrong_state plot')
    expect(thrown(() => put(contracted(), interred(), { kind: 'plot.surrendered', subject: id, body: { day, agreement: 'GZ-1' } }))).toBe('wrong_state plot')
    expect(thrown(() => put(contracted(), removed()))).toBe('wrong_state plot')
    expect(thrown(() => put(contracted(), interred(), interred()))).toBe('wrong_state plot')
    expect(thrown(() => put(contracted(), interred({ day: '2026-08-04' })))).toBe('invalid day')
  })
})

describe('decisions on plots', () => {
  const book = { slip: 's1', day, until: '2026-08-10', holder }
  it('of two hundred who reserve at once one wins', () => {
    let plot = untouched(id)
    const seen = plot.revision
    const met = Array.from({ length: 200 }, (_, index) => thrown(() => {
      const action = decideReservation(plot, seen, { ...book, slip: `s${index}` }, given)
      plot = applyPlot(plot, entriesOf<PlotAction>(action)[0]!)
    }))
    expect([met.filter((code) => code === 'nothing').length, met.filter((code) => code === 'conflict plot').length]).toEqual([1, 199])
  })
  it('reservations at the field', () => {
    expect(thrown(() => decideReservation(untouched(id), 0, { ...book, until: '2026-08-04' }, given))).toBe('invalid until')
    expect(thrown(() => decideReservation(untouched(id), 0, { ...book, until: '2026-02-30' }, given))).toBe('invalid until')
    expect(thrown(() => decideReservation(untouched('c1/A/9/1'), 0, book, given))).toBe('not_found plot')
    expect(thrown(() => decideReservation(put(contracted()), 0, book, given))).toBe('conflict plot')
    expect(decideRelease(put(reserved()), { slip: 's1', day }, given).kind).toBe('plot.released')
    expect(thrown(() => decideRelease(put(reserved()), { slip: 's2', day }, given))).toBe('wrong_state plot')
  })
  it('an agreement needs a certificate or an exception, and runs twenty years at most', () => {
    const of = (changes: object, answers: { rule: string; field: string; reason: string }[] = [], kind = 'publicCemetery' as 'publicCemetery' | 'villagePlots') => {
      const found = decided(decideContract(untouched(id), 0, { ...contractBody, ...changes }, { cemetery: cemetery({ kind }), answers }))
      return typeof found === 'string' ? found : 'yes'
    }
    expect([of({}), of({ proof: '' }), of({ proof: '', preNeed: { reason: 'veryOld', proof: '身份证' } }), of({ proof: '', preNeed: { reason: 'criticallyIll', proof: ' ' } })]).toEqual(['yes', 'plot.proof preNeed.reason', 'yes', 'plot.proof preNeed.proof'])
    expect([of({ to: '2046-08-06' }), of({ to: day })]).toEqual(['plot.cycle to', 'plot.cycle to'])
    expect(of({ feeFen: 100, holder: { ...holder, villager: 'no' } }, [], 'villagePlots')).toBe('plot.village holder.villager, plot.village feeFen')
    expect(of({ feeFen: 100 }, [{ rule: 'plot.village', field: 'feeFen', reason: '村民会议决定' }], 'villagePlots')).toBe('yes')
    expect(of({ day: '2026-03-01', to: '2046-03-02' })).toBe('plot.cycle.2012 to')
    expect(thrown(() => decideContract(untouched(id), 1, contractBody, given))).toBe('conflict plot')
  })
  it('interments go up to the capacity', () => {
    const one = put(contracted(), interred())
    const two = put(contracted(), interred(), interred({ interment: 'i2', key: 'k2' }))
    expect(decided(decideInterment(one, { ...interredBody, interment: 'i2', key: 'k2' }, given))).toMatchObject({ kind: 'plot.interred' })
    expect(decided(decideInterment(one, { ...interredBody, interment: 'i2', key: 'k2', proof: ' ' }, given))).toBe('plot.interment-proof proof')
    expect(thrown(() => decideInterment(two, { ...interredBody, interment: 'i3', key: 'k3' }, given))).toBe('wrong_state plot')
    expect(thrown(() => decideInterment(one, { ...interredBody, interment: 'i2' }, given))).toBe('conflict key')
  })
  it('renewals follow the running term', () => {
    const plot = put(contracted({ to: '2026-12-31' }))
    expect(decided(decideRenewal(plot, { day, to: '2046-12-31', upkeepFen: 1 }, given))).toMatchObject({ kind: 'plot.renewed' })
    expect(decided(decideRenewal(plot, { day, to: '2047-01-01', upkeepFen: 1 }, given))).toBe('plot.cycle to')
  })
  it('the other acts are decided into their shapes', () => {
    const full = put(contracted(), interred())
    const empty = put(contracted())
    const vacated = put(contracted(), { kind: 'plot.surrendered', subject: id, body: { day, agreement: 'GZ-1' } })
    const blocked = put({ kind: 'plot.blocked', subject: id, body: { day, note: '塌方' } })
    for (const action of [decideRemoval(full, { interment: 'i1', day, why: 'family', to: '外地', permit: '迁1', agent: '' }, given), decideSurrender(empty, { day, agreement: 'GZ-1' }, given), decideReopening(vacated, { day }, given), decideBlock(untouched(id), { day, note: '塌方' }, given), decideUnblock(blocked, { day }, given)]) expect(plotActions[action.kind].parse(action.body)).toEqual(action.body)
    expect(thrown(() => decideRemoval(full, { interment: 'i1', day, why: 'wrongGrave', to: 'x', permit: '1', agent: '' }, given))).toBe('invalid why')
    expect(thrown(() => decideRemoval(full, { interment: 'i1', day, why: 'family', to: 'x', permit: '', agent: '' }, given))).toBe('invalid permit')
    expect(thrown(() => decideBlock(untouched(id), { day, note: ' ' }, given))).toBe('invalid note')
  })
})

describe('a wrong grave', () => {
  const wrong = put(contracted(), interred())
  const other = 'c1/A/1/2'
  const right = applyPlot(untouched(other), entriesOf<PlotAction>({ ...contracted({ agreement: 'GZ-2' }), subject: other } as PlotAction)[0]!)
  const by = { account: 'a', second: 'b', reason: '安错' }
  const move = { interment: 'i1', next: 'i9', day: '2026-08-06', certificate: 'JAZ-9', agent: '陈平' }
  it('is undone by two rows, and counts as one interment', () => {
    const actions = decideWrongGrave(wrong, right, move, by, given.cemetery)
    const plots = foldPlots([...entriesOf<PlotAction>(contracted(), interred()), ...entriesOf<PlotAction>({ ...contracted({ agreement: 'GZ-2' }), subject: other } as PlotAction), ...entriesOf<PlotAction>(...actions)])
    expect(plots.get(id)?.interments).toMatchObject([{ interment: 'i1', deceased: '陈老', removed: { why: 'wrongGrave', to: other } }])
    expect(plots.get(other)?.interments).toMatchObject([{ interment: 'i9', deceased: '陈老', movedFrom: id, removed: null }])
    expect([plotStateOn(plots.get(id)!, 2, '2026-08-06'), plotStateOn(plots.get(other)!, 2, '2026-08-06')]).toEqual(['contracted', 'occupiedPartial'])
    const tally = tallyPlots([given.cemetery], plots, '2026-08-06')
    expect(tally).toMatchObject({ interments: 1, occupants: 1, removals: 0 })
    expect(plotChecks(tally).every(({ holds }) => holds)).toBe(true)
  })
  it('says step by step what stands in the way', () => {
    expect(wrongGraveSteps(wrong, untouched(other), 'i1', day, given.cemetery).map(({ id: step, ready }) => `${step} ${ready}`)).toEqual(['interment true', 'destination false', 'room true', 'removal false', 'certificate false'])
    expect(thrown(() => decideWrongGrave(wrong, untouched(other), move, by, given.cemetery))).toBe('wrong_state destination')
    expect(thrown(() => decideWrongGrave(wrong, right, { ...move, interment: 'i5' }, by, given.cemetery))).toBe('wrong_state interment')
    expect(thrown(() => decideWrongGrave(wrong, wrong, move, by, given.cemetery))).toBe('wrong_state destination')
    expect(thrown(() => decideWrongGrave(wrong, right, { ...move, certificate: 'JAZ-1' }, by, given.cemetery))).toBe('invalid certificate')
    expect(thrown(() => decideWrongGrave(wrong, right, move, { ...by, second: 'a' }, given.cemetery))).toBe('second_person second')
    expect(thrown(() => decideWrongGrave(wrong, right, move, { ...by, reason: '' }, given.cemetery))).toBe('invalid reason')
  })
})

describe('lists and counts', () => {
  it.each([['2027-08-06', 'running'], ['2027-08-05', 'within12'], ['2027-02-05', 'within6'], ['2026-09-05', 'within1'], [day, 'within1'], ['2026-08-04', 'expired']])('a term to %s is %s', (end, band) => expect(termBand(end, day)).toBe(band))
  it('the renewal list stands by its days, and the board shows the bands', () => {
    const plots = foldPlots(entriesOf<PlotAction>(...[['1', '2027-01-01'], ['2', '2026-08-20'], ['3', '2040-01-01'], ['4', '2026-08-06']].map(([column, to]) => ({ ...contracted({ to }), subject: `c1/A/1/${column}` }) as PlotAction)))
    expect(renewalList(plots.values(), '2026-08-07').map(({ plot, band }) => `${plot} ${band}`)).toEqual(['c1/A/1/4 expired', 'c1/A/1/2 within1', 'c1/A/1/1 within6'])
    const board = boardOf(given.cemetery, 'A', plots, '2026-08-07')
    expect(board).toHaveLength(15)
    expect(board.slice(0, 5).map(({ state, band }) => `${state} ${band}`)).toEqual(['contracted within6', 'contracted within1', 'contracted running', 'contracted expired', 'available '])
    expect(tallyPlots([given.cemetery], plots, '2026-08-07').expired).toBe(1)
  })
  it('random histories keep their identities on every day', () => {
    const kinds = ['plot.reserved', 'plot.released', 'plot.contracted', 'plot.interred', 'plot.removed', 'plot.surrendered', 'plot.reopened', 'plot.blocked', 'plot.unblocked'] as const
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 9 })), { maxLength: 60 }), (acts) => {
      const plots = new Map<string, Plot>()
      acts.forEach(([kind, column, slip], index) => {
        const subject = `c1/A/1/${column}`
        const on = `2026-${String(1 + Math.floor(index / 20)).padStart(2, '0')}-${String(1 + (index % 20)).padStart(2, '0')}`
        const bodies = { 'plot.reserved': { slip: 's1', day: on, until: '2026-12-31', holder }, 'plot.released': { slip: 's1', day: on }, 'plot.contracted': { ...contractBody, slip: slip > 5 ? 's1' : '', day: on }, 'plot.interred': { ...interredBody, interment: `i${index}`, key: `k${index}`, how: slip > 5 ? 'tree' : 'plot', day: on }, 'plot.removed': { interment: `i${index - slip}`, day: on, why: slip > 7 ? 'wrongGrave' : 'family', to: 'x', permit: '', agent: '' }, 'plot.surrendered': { agreement: 'GZ-1', day: on }, 'plot.reopened': { day: on }, 'plot.blocked': { note: 'x', day: on }, 'plot.unblocked': { day: on } }
        try {
          plots.set(subject, applyPlot(plots.get(subject) ?? untouched(subject), entriesOf({ kind, subject, body: bodies[kind] } as PlotAction)[0]!))
        } catch (error) {
          expect(error).toHaveProperty('code')
        }
      })
      for (const on of ['2025-12-31', '2026-01-10', '2026-02-10', '2026-12-31', '2027-01-01']) for (const check of plotChecks(tallyPlots([given.cemetery], plots, on))) expect(check.holds, `${check.id} ${on}`).toBe(true)
    }), { numRuns: 200 })
  })
})
