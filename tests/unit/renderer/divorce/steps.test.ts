import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { DivorceCase } from '../../../../api/schemas/divorce.ts'
import { emptyDivorceFile } from '../../../../domain/divorce/file.ts'
import { standingTitles } from '../../../../domain/divorce/fold.ts'
import type { Finding } from '../../../../domain/rule.ts'
import { nextSection } from '../../../../renderer/case/steps.ts'
import { phaseIds, phaseOf, phaseOfSection, sectionIds, sectionOfField, stepsOf } from '../../../../renderer/windows/divorce/steps.ts'

beforeEach(() => {
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined })
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
})

type Standing = DivorceCase['standing']
const stateOf = (standing: Standing): DivorceCase['state'] => (['coolingOff', 'issuanceOpen', 'lapsed'].includes(standing) ? 'accepted' : (standing as DivorceCase['state']))
const at = (standing: Standing, over: Partial<DivorceCase> = {}) => ({ state: stateOf(standing), standing, file: emptyDivorceFile(), stamped: null, ...over })
const finding = (over: Partial<Finding>): Finding => ({ rule: 'divorce.capacity', severity: 'stop', outcome: 'fail', title: { zh: '', en: '' }, message: { zh: '', en: '' }, law: { zh: '', en: '' }, ...over })
const steps = (standing: Standing | undefined, over: Partial<Parameters<typeof stepsOf>[0]> = {}) => {
  const current = standing === undefined ? undefined : at(standing)
  return stepsOf({ file: current?.file ?? emptyDivorceFile(), current, findings: [], certificatesPrinted: false, ...over })
}
const stateAt = (standing: Standing | undefined, id: string) => steps(standing).find((step) => step.id === id)?.state

describe('the steps of a divorce', () => {
  it('belong to four stretches, each section to one', () => {
    expect(new Set(sectionIds).size).toBe(sectionIds.length)
    expect(new Set(sectionIds.map(phaseOfSection))).toEqual(new Set(phaseIds))
  })

  it.each([
    ['marriage.number', false, 'marriage'], ['application.capacity.1', false, 'application'], ['networkChecks.0', true, 'network'], ['counselling.offered', false, 'application'],
    ['agreement.children', true, 'agreement'], ['interviews.1.alone', true, 'interviews'], ['receipt', true, 'appearance'], [undefined, false, 'acceptance'], [undefined, true, 'decision'], ['remarkForm', true, 'decision'],
  ] as const)('a finding at %s (issuing: %s) stands under %s', (field, issuing, section) => expect(sectionOfField(field, issuing)).toBe(section))

  it('begin at the marriage and go on to the couple', () => {
    expect(nextSection(steps(undefined))).toBe('marriage')
    const file = emptyDivorceFile()
    Object.assign(file.marriage, { number: 'J440106-2020-000123', place: 'mainland', certificates: ['shown', 'lost'] })
    expect(nextSection(steps(undefined, { file }))).toBe('parties')
  })

  it.each([
    ['coolingOff', 'cooling'], ['issuanceOpen', 'appearance'], ['issuing', 'interviews'], ['registered', 'certificates'],
  ] as const)('while %s the next is %s', (standing, section) => expect(nextSection(steps(standing))).toBe(section))

  it.each(['notAccepted', 'withdrawn', 'lapsed', 'refused', 'abandoned', 'voided', 'delivered'] as const)('of a case that is %s nothing is next', (standing) => {
    const current = at(standing, { stamped: { day: '2026-02-25', stamped: [true, true] } })
    if (standing === 'delivered') Object.assign(current.file.marriage, { certificates: ['lost', 'lost'] })
    const left = stepsOf({ file: current.file, current, findings: [], certificatesPrinted: true }).filter((step) => step.state === 'next' || step.state === 'blocked')
    expect(left.filter((step) => phaseOfSection(step.id) !== 'issuance')).toEqual([])
  })

  it('count what stops and what asks where it stands, until the decision', () => {
    const findings = [finding({ field: 'application.capacity.0' }), finding({ field: 'networkChecks.1', severity: 'answer' })]
    const shown = steps('received', { findings })
    expect(shown.find((step) => step.id === 'application')).toMatchObject({ state: 'blocked', stops: 1 })
    expect(shown.find((step) => step.id === 'network')).toMatchObject({ state: 'blocked', questions: 1 })
    expect(steps('coolingOff', { findings }).every((step) => step.stops + step.questions === 0)).toBe(true)
  })

  it('leave the old certificates out where both were lost', () => {
    const current = at('proofread')
    Object.assign(current.file.marriage, { certificates: ['lost', 'lost'] })
    expect(stepsOf({ file: current.file, current, findings: [], certificatesPrinted: true }).find((step) => step.id === 'stamping')?.state).toBe('done')
    expect(stateAt('received', 'stamping')).toBe('later')
  })

  it('know the stretch of every standing', () => {
    const stretches = Object.keys(standingTitles).map((standing) => phaseOf({ standing: standing as Standing }))
    expect(new Set(stretches)).toEqual(new Set(phaseIds))
    expect(phaseOf(undefined)).toBe('application')
  })
})

describe('the divorce list and page', () => {
  it('filter by standing and days, and drop what does not fit', async () => {
    const { readFilter, setParts } = await import('../../../../renderer/case/list/filters.ts')
    const { divorceFilters } = await import('../../../../renderer/windows/divorce/ListPage.tsx')
    expect(setParts(readFilter(divorceFilters, '?standing=lapsed&acceptedFrom=2026-01-01&acceptedTo=soon&kind=late&marriage=m1abc'))).toEqual({ standing: 'lapsed', acceptedFrom: '2026-01-01', marriage: 'm1abc' })
  })

  it('name a case by its receipt until it has a certificate', async () => {
    const { numberOf } = await import('../../../../renderer/windows/divorce/ListPage.tsx')
    expect([numberOf({ number: '', receiptNumber: '离受〔2026〕000001号' }), numberOf({ number: 'L990101-2026-000001', receiptNumber: '离受〔2026〕000001号' }), numberOf({ number: '', receiptNumber: '' })]).toEqual(['离受〔2026〕000001号', 'L990101-2026-000001', ''])
  })

  it('confirm a whole agreement but never what it says of children, property and debts', async () => {
    const { wholeAgreement } = await import('../../../../renderer/windows/divorce/sections/AgreementSection.tsx')
    const whole = wholeAgreement(emptyDivorceFile().agreement, '2026-02-25')
    expect(whole).toMatchObject({ collected: true, originals: 3, signed: [true, true], fingerprint: [true, true], signedOn: '2026-02-25', children: '', property: '', debts: '', pregnancy: '' })
    expect(wholeAgreement({ ...whole, signedOn: '2026-01-16', originals: 4 }, '2026-02-25')).toMatchObject({ signedOn: '2026-01-16', originals: 4 })
  })

  it('begin a record with the usual questions and nothing answered', async () => {
    const { blankInterview } = await import('../../../../renderer/windows/divorce/sections/InterviewsSection.tsx')
    const blank = blankInterview('2026-02-25', 'a1')
    expect(blank.questions.length).toBeGreaterThan(5)
    expect(blankInterview('2026-02-25', 'a1', ['你是否自愿？']).questions).toEqual([{ question: '你是否自愿？', answer: '' }])
    expect(blank.questions.every(({ question, answer }) => question !== '' && answer === '')).toBe(true)
    expect([blank.alone, blank.voluntary, blank.signed]).toEqual([false, false, false])
  })
})
