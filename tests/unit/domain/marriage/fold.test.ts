import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MarriageAction, MarriageActionKind } from '../../../../domain/marriage/actions.ts'
import { marriageActions, marriageStates } from '../../../../domain/marriage/actions.ts'
import { decideScreening } from '../../../../domain/marriage/decide.ts'
import { actionTitles, allowedActions, allowedInCase, applyMarriage, foldMarriage, marriageTransitions, nextMarriageState, stateTitles } from '../../../../domain/marriage/fold.ts'
import { actor, check, entriesOf, soundFile, subject, theDay, wholeCase, withParty } from '../facts.ts'

const [opened, registered, printed, proofread, delivered, archived] = wholeCase() as readonly [MarriageAction, MarriageAction, MarriageAction, MarriageAction, MarriageAction, MarriageAction]
const fold = (...actions: readonly MarriageAction[]) => foldMarriage(entriesOf(actions))
const reprinted: MarriageAction = { kind: 'marriage.reprinted', subject, reason: '打印歪斜', second: 'reviewer', body: { party: 1, spoiled: 'A000002', serial: 'A000003' } }
const corrected: MarriageAction = { kind: 'marriage.corrected', subject, reason: '姓名错字', second: 'reviewer', body: { changes: { remarkForm: '更正' }, serials: ['A000010', 'A000011'] } }

describe('folding a case', () => {
  it('from opening to filing', () => {
    const folded = foldMarriage(entriesOf(wholeCase()))
    expect(folded).toMatchObject({
      id: subject, state: 'delivered', revision: 6, number: 'J110105-2026-000001', day: theDay, serials: ['A000001', 'A000002'], spoiled: [], registrar: 'registrar', area: '110105', counter: '1', openedAt: actor.at,
      proofread: ['name.0', 'name.1'], archive: { officeFileNumber: 1, pages: 9 }, delivered: { day: theDay, by: 'registrar' },
    })
    expect(folded.printed).toHaveLength(1)
  })
  it('an amendment replaces sections whole', () => {
    const parties = withParty(soundFile(), 0, { name: '张四丰' }).parties
    const folded = fold(opened, { kind: 'marriage.amended', subject, body: { changes: { parties } } })
    expect(folded.file.parties[0].name).toBe('张四丰')
    expect(folded.file.declarations).toEqual(soundFile().declarations)
  })
  it('network checks are added, none is replaced', () => {
    expect(fold(opened, { kind: 'marriage.checked', subject, body: { check: check(0, { maritalStatus: '40' }) } }).file.networkChecks).toHaveLength(3)
  })
  it('a spoiled booklet: the new serial in its place, the old one kept, proof-reading again', () => {
    const folded = fold(opened, registered, printed, proofread, reprinted)
    expect(folded).toMatchObject({ state: 'registered', serials: ['A000001', 'A000003'], spoiled: ['A000002'], proofread: [] })
    expect(() => applyMarriage(folded, entriesOf([delivered])[0] as never)).toThrow(/wrong_state/)
  })
  it('a correction before the hand-over asks for proof-reading again, after it the case stays handed over', () => {
    expect(fold(opened, registered, proofread, corrected)).toMatchObject({ state: 'registered', proofread: [], spoiled: ['A000001', 'A000002'], serials: ['A000010', 'A000011'], number: 'J110105-2026-000001' })
    const after = fold(opened, registered, proofread, delivered, corrected)
    expect(after).toMatchObject({ state: 'delivered', file: { remarkForm: '更正' }, corrections: [{ by: 'registrar', second: 'reviewer', reason: '姓名错字', fields: ['remarkForm'] }] })
  })
  it('a void keeps the number used', () => {
    expect(fold(opened, registered, { kind: 'marriage.voided', subject, reason: '装错证件', second: 'reviewer', body: { day: theDay, recovered: true } })).toMatchObject({ state: 'voided', number: 'J110105-2026-000001', voided: { second: 'reviewer', recovered: true } })
  })
  it('a refusal and a couple that gives up', () => {
    expect(fold(opened, { kind: 'marriage.refused', subject, body: { day: theDay, grounds: [{ rule: 'marriage.age', law: '《民法典》第一千零四十七条', reason: '未满婚龄' }], registrar: 'registrar' } })).toMatchObject({ state: 'refused', day: theDay, number: '' })
    expect(fold(opened, { kind: 'marriage.abandoned', subject, reason: '改日再来', body: { day: theDay } })).toMatchObject({ state: 'abandoned', abandonedOn: theDay })
  })
  it('an inspection keeps the last word on each item', () => {
    const seen = (result: 'pass' | 'fail'): MarriageAction => ({ kind: 'marriage.inspected', subject, body: { items: [{ item: 'papers.copies', result, note: '' }] } })
    expect(fold(opened, registered, seen('fail'), seen('pass')).attestations).toMatchObject([{ item: 'papers.copies', result: 'pass', by: 'registrar' }])
  })
  it('is filed once', () => {
    const folded = foldMarriage(entriesOf(wholeCase()))
    expect(allowedInCase(folded)).not.toContain('marriage.archived')
    expect(() => applyMarriage(folded, entriesOf([archived])[0] as never)).toThrow(/wrong_state/)
  })
  it('a screening names the day on which the couple is expected; the case stays as it is', () => {
    const screened: MarriageAction = { kind: 'marriage.screened', subject, body: { plannedDay: theDay, note: '材料齐全' } }
    expect(fold(opened)).toMatchObject({ screened: null })
    expect(fold(opened, screened)).toMatchObject({ state: 'received', revision: 2, screened: { plannedDay: theDay, note: '材料齐全', by: 'registrar', at: actor.at } })
    expect(marriageActions['marriage.screened'].safeParse({ plannedDay: '5-20', note: '' }).success).toBe(false)
    expect(decideScreening(fold(opened), theDay, screened.body).body).toEqual(screened.body)
    expect(() => decideScreening(fold(opened), theDay, { plannedDay: '2026-05-19', note: '' })).toThrow(/invalid \(plannedDay\)/)
    expect(() => decideScreening(fold(opened), theDay, { plannedDay: '2026-06-31', note: '' })).toThrow(/invalid \(plannedDay\)/)
    expect(() => decideScreening(fold(opened, registered), theDay, screened.body)).toThrow(/wrong_state/)
  })
  it('no entries, no case', () => {
    expect(() => foldMarriage([])).toThrow(/not_found/)
  })
})

describe('which act in which state', () => {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    received: ['amended', 'screened', 'checked', 'printed', 'registered', 'refused', 'abandoned'],
    registered: ['printed', 'reprinted', 'proofread', 'corrected', 'voided', 'inspected', 'endingFiled', 'endingLifted'],
    proofread: ['printed', 'reprinted', 'proofread', 'delivered', 'corrected', 'voided', 'inspected', 'endingFiled', 'endingLifted'],
    delivered: ['printed', 'corrected', 'inspected', 'archived', 'endingFiled', 'endingLifted'],
    refused: ['printed'],
    abandoned: [],
    voided: ['inspected'],
  }
  const kinds = Object.keys(marriageActions) as MarriageActionKind[]
  for (const state of marriageStates) {
    for (const kind of kinds) {
      const may = allowed[state]?.includes(kind.slice('marriage.'.length)) ?? false
      it(`${state}: ${kind} is ${may ? 'allowed' : 'refused'}`, () => {
        if (may) expect(marriageStates).toContain(nextMarriageState(state, kind))
        else expect(() => nextMarriageState(state, kind)).toThrow(/wrong_state/)
        expect(allowedActions(state).includes(kind)).toBe(may)
      })
    }
  }
  it('a case begins with its opening only', () => {
    for (const kind of kinds) {
      if (kind === 'marriage.opened') expect(nextMarriageState(undefined, kind)).toBe('received')
      else expect(() => nextMarriageState(undefined, kind)).toThrow(/wrong_state/)
    }
  })
  it('nothing hands over without a proof-reading', () => {
    expect(Object.entries(marriageTransitions).filter(([, step]) => step['marriage.delivered'] !== undefined).map(([state]) => state)).toEqual(['proofread'])
  })
  it('states and acts have names in both languages', () => {
    for (const title of [...Object.values(stateTitles), ...Object.values(actionTitles)]) {
      expect(title.zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(title.en).toMatch(/^[A-Za-z -]+$/)
    }
  })
})

describe('folding: properties', () => {
  const bodies: Readonly<Record<MarriageActionKind, MarriageAction>> = {
    'marriage.opened': opened,
    'marriage.amended': { kind: 'marriage.amended', subject, body: { changes: { remarkForm: '补充' } } },
    'marriage.checked': { kind: 'marriage.checked', subject, body: { check: check(1) } },
    'marriage.registered': registered,
    'marriage.refused': { kind: 'marriage.refused', subject, body: { day: theDay, grounds: [{ rule: 'marriage.age', law: '法', reason: '理由' }], registrar: 'registrar' } },
    'marriage.abandoned': { kind: 'marriage.abandoned', subject, body: { day: theDay } },
    'marriage.printed': printed,
    'marriage.reprinted': reprinted,
    'marriage.proofread': proofread,
    'marriage.delivered': delivered,
    'marriage.corrected': corrected,
    'marriage.voided': { kind: 'marriage.voided', subject, body: { day: theDay, recovered: false } },
    'marriage.inspected': { kind: 'marriage.inspected', subject, body: { items: [{ item: 'papers.copies', result: 'pass', note: '' }] } },
    'marriage.archived': archived,
    'marriage.screened': { kind: 'marriage.screened', subject, body: { plannedDay: theDay, note: '' } },
    'marriage.endingFiled': { kind: 'marriage.endingFiled', subject, body: { ending: 0, fonds: 'X012', year: 2026, officeFileNumber: 1, archiveFileNumber: '', pages: 3 } },
    'marriage.endingLifted': { kind: 'marriage.endingLifted', subject, body: { day: theDay, caseId: 'divorce-1' } },
  }
  it('any lawful walk: step by step is the same as all at once, revision counts the acts, a number once given stays', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 1000 }), { maxLength: 25 }), (choices) => {
      const actions: MarriageAction[] = [opened]
      let folded = fold(opened)
      for (const choice of choices) {
        const may = allowedInCase(folded)
        const kind = may[choice % Math.max(may.length, 1)]
        if (kind === undefined) break
        const action = bodies[kind]
        actions.push(action)
        const before = folded
        folded = applyMarriage(before, entriesOf(actions).at(-1) as never)
        if (before.number !== '') expect(folded.number).toBe(before.number)
        expect(folded.spoiled.length).toBeGreaterThanOrEqual(before.spoiled.length)
      }
      expect(foldMarriage(entriesOf(actions))).toEqual(folded)
      expect(folded.revision).toBe(actions.length)
    }))
  })
  it('leaves what it was given untouched', () => {
    const entries = entriesOf(wholeCase())
    const before = JSON.stringify(entries)
    foldMarriage(entries)
    expect(JSON.stringify(entries)).toBe(before)
  })
  it('every body is lawful by its schema', () => {
    for (const [kind, action] of Object.entries(bodies)) expect(marriageActions[kind as MarriageActionKind].safeParse(action.body).error).toBeUndefined()
  })
})
