import { describe, expect, it } from 'vitest'
import { emptyBurialFile } from '../../../../domain/burial/file.ts'
import type { Finding } from '../../../../domain/rule.ts'
import { isOpen, isRelevant, sectionIds, sectionOfField, standingSettlement, stepsOf } from '../../../../renderer/windows/burial/case/steps.ts'
import type { BurialStepFacts } from '../../../../renderer/windows/burial/case/steps.ts'

type Current = NonNullable<BurialStepFacts['current']>
const stamp = { at: '2026-08-05T09:00:00+08:00', by: 'a1' }
const current = (facts: object): Current => ({ state: 'reported', received: null, stored: null, holds: [], cremation: null, elsewhere: null, certificates: [], settlements: [], rewards: [], ashesReleased: null, deposit: null, resting: [], transportedOut: null, bodyBuried: null, donated: null, ...facts }) as Current
const whole = () => {
  const file = emptyBurialFile()
  Object.assign(file.deceased, { name: '林书月', identityNumber: '990101199805204225', death: '2026-08-03' })
  Object.assign(file.certificate, { kind: 'form2026', number: '990101199805204225', seen: true })
  Object.assign(file.agent, { name: '林小满', relation: 'child' })
  Object.assign(file.intake, { certificateCompared: true, contradictsCause: 'no' })
  return file
}
const finding = (rule: string, field: string, severity: Finding['severity'] = 'stop', outcome: Finding['outcome'] = 'fail'): Finding => ({ rule, field, severity, outcome, title: { zh: '', en: '' }, message: { zh: rule, en: rule }, law: { zh: '', en: '' } })
const states = (facts: BurialStepFacts) => Object.fromEntries(stepsOf(facts).map((step) => [step.id, step.state]))

describe('the steps of a burial case', () => {
  it('begin with the deceased, and do not ask for an agent on an empty page', () => {
    const steps = stepsOf({ file: emptyBurialFile(), current: undefined, findings: [finding('burial.agent', 'agent.name', 'answer', 'asks')] })
    expect(steps.map((step) => step.id)).toEqual(['deceased', 'certificate', 'agent', 'intake', 'stay', 'cremation', 'issue', 'fees', 'ashes', 'reward', 'papers'])
    expect(steps[0]).toMatchObject({ id: 'deceased', state: 'next' })
    expect(steps.find((step) => step.id === 'agent')).toMatchObject({ state: 'later', questions: 0 })
  })

  it('follow the body from the call to the furnace', () => {
    const file = whole()
    expect(states({ file, current: undefined, findings: [] })).toMatchObject({ deceased: 'done', certificate: 'done', agent: 'done', intake: 'next', stay: 'later' })
    const received = current({ state: 'received', received: { arrivedAt: stamp.at, collectedBy: '', vehicle: '', ...stamp } })
    expect(states({ file, current: received, findings: [] })).toMatchObject({ intake: 'done', stay: 'next' })
    const stored = current({ ...received, state: 'stored', stored: { storedAt: stamp.at, unit: '', ...stamp } })
    expect(states({ file, current: stored, findings: [] })).toMatchObject({ stay: 'done', cremation: 'next' })
    expect(stepsOf({ file, current: stored, findings: [finding('burial.storage', 'extensions', 'answer', 'asks')] }).find((step) => step.id === 'stay')).toMatchObject({ state: 'blocked', questions: 1 })
    const cremated = current({ ...stored, state: 'cremated', cremation: { number: 'HZ-1', ...stamp } })
    expect(states({ file, current: cremated, findings: [] })).toMatchObject({ cremation: 'done', issue: 'next', fees: 'later', ashes: 'later' })
  })

  it('say what an open hold stops, and forget it once it is released', () => {
    const held = (released: object | null) => current({ state: 'stored', received: stamp, stored: stamp, holds: [{ hold: 'h1', kind: 'police', day: '2026-08-05', document: '', released, ...stamp }] })
    expect(states({ file: whole(), current: held(null), findings: [finding('burial.hold', 'holds')] })).toMatchObject({ holds: 'blocked' })
    expect(states({ file: whole(), current: held({ day: '2026-08-06' }), findings: [] })).not.toHaveProperty('holds')
  })

  it('leave out what does not concern a cremation elsewhere, and end where the body went another way', () => {
    const claim = states({ file: whole(), current: undefined, findings: [], claim: true })
    expect(Object.keys(claim)).toEqual(['deceased', 'certificate', 'agent', 'ways', 'fees', 'ashes', 'reward', 'papers'])
    const elsewhere = current({ state: 'crematedElsewhere', elsewhere: { day: '2026-08-05', home: '别馆', number: 'X1', area: '330102' } })
    expect(states({ file: whole(), current: elsewhere, findings: [] })).toMatchObject({ ways: 'done', fees: 'next' })
    const out = current({ state: 'transportedOut', received: stamp, stored: stamp, transportedOut: { day: '2026-08-05', ...stamp } })
    const steps = states({ file: whole(), current: out, findings: [] })
    expect(steps).not.toHaveProperty('cremation')
    expect(Object.values(steps)).not.toContain('next')
  })

  it('of a limb need no certificate but its origin', () => {
    const file = { ...emptyBurialFile(), kind: 'limb' as const }
    expect(states({ file, current: undefined, findings: [] })).toMatchObject({ deceased: 'next', certificate: 'done' })
    expect(states({ file: { ...file, origin: { hospital: '医院', document: '证1', relocation: '' } }, current: undefined, findings: [] })).toMatchObject({ deceased: 'done' })
  })

  it('name the section of every field that the rules and the door speak of', () => {
    const fields: readonly (readonly [string | undefined, string])[] = [['deceased.death', 'deceased'], ['origin.document', 'deceased'], ['certificate.number', 'certificate'], ['agent.relation', 'agent'], ['intake.policeReport', 'intake'], ['provider', 'intake'], ['extensions', 'stay'], ['holds', 'holds'], ['consent.signed', 'cremation'], ['acceptance.number', 'ways'], ['burialGround', 'ways'], ['grant.proof', 'fees'], ['lines.0.quantity', 'fees'], ['flags.student', 'fees'], ['papers.0.number', 'papers'], ['proofs', 'reward'], [undefined, 'cremation']]
    for (const [field, section] of fields) expect(sectionOfField(field), field ?? 'none').toBe(section)
    for (const section of fields) expect(sectionIds).toContain(section[1])
  })

  it('keep the facts open until the body has left', () => {
    expect((['new', 'reported', 'received', 'stored', 'vigil', 'farewell'] as const).every(isOpen)).toBe(true)
    expect((['cremated', 'crematedElsewhere', 'placed', 'transportedOut', 'voided'] as const).some(isOpen)).toBe(false)
    expect(isRelevant('issue', current({ elsewhere: { day: '' } }))).toBe(false)
    expect(standingSettlement({ settlements: [{ number: 'JMZ-1', reversed: { day: '2026-08-06', reason: '误' } }] as never })).toBeUndefined()
  })
})
