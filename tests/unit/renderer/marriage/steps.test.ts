import { describe, expect, it } from 'vitest'
import { emptyMarriageFile } from '../../../../domain/marriage/file.ts'
import type { MarriageFile } from '../../../../domain/marriage/file.ts'
import type { Finding } from '../../../../domain/rule.ts'
import { blocks, nextSection } from '../../../../renderer/case/steps.ts'
import { sectionOfField, stepsOf } from '../../../../renderer/windows/marriage/steps.ts'

const finding = (over: Partial<Finding>): Finding => ({ rule: 'marriage.age', severity: 'stop', outcome: 'fail', title: { zh: '', en: '' }, message: { zh: '', en: '' }, law: { zh: '', en: '' }, ...over })
const facts = (over: Partial<Parameters<typeof stepsOf>[0]>) => ({ file: emptyMarriageFile(), state: 'new' as const, findings: [], printed: { certificates: false }, ...over })

const whole = (): MarriageFile => {
  const file = emptyMarriageFile()
  for (const party of file.parties) Object.assign(party, { name: '张三', identityNumber: '990101199602140015' })
  for (const declaration of file.declarations) Object.assign(declaration, { signed: true, fingerprint: true, witnessSigned: true })
  file.papers.push({ type: 'identity', party: 0, number: '', issuer: '', issuedOn: '', validTo: '', legible: true, note: '', scans: [] })
  const check = { identity: 'match' as const, maritalStatus: '10', checkedAt: '', operator: '', note: '', proof: '' }
  file.networkChecks.push({ ...check, party: 0 }, { ...check, party: 1 })
  file.photo = { hash: 'a'.repeat(64), width: 626, height: 414, joint: true, notComposed: true }
  return file
}

describe('the step bar', () => {
  it.each([
    ['parties.0.birth', 'parties'], ['cohabitedSince', 'parties'], ['papers.2.validTo', 'papers'], ['photo', 'photo'], ['networkChecks', 'network'], ['declarations.1.signed', 'declarations'], [undefined, 'decision'],
  ])('puts a finding at %s under %s', (field, section) => expect(sectionOfField(field)).toBe(section))

  it('begins at the couple and goes on in the order of the work', () => {
    const steps = stepsOf(facts({}))
    expect(steps.map((step) => step.state)).toEqual(['next', ...Array.from({ length: 8 }, () => 'later')])
    expect(nextSection(stepsOf(facts({ file: whole() })))).toBe('decision')
    expect(nextSection(stepsOf(facts({ file: whole(), state: 'registered' })))).toBe('certificates')
    expect(nextSection(stepsOf(facts({ file: whole(), state: 'registered', printed: { certificates: true } })))).toBe('proofread')
    expect(nextSection(stepsOf(facts({ file: whole(), state: 'proofread' })))).toBe('delivery')
    expect(nextSection(stepsOf(facts({ file: whole(), state: 'delivered' })))).toBeUndefined()
  })

  it('shows what blocks a section, and an answered question no longer blocks', () => {
    const question = finding({ rule: 'marriage.x', severity: 'answer', outcome: 'asks', field: 'papers.0.validTo' })
    const file = whole()
    expect(stepsOf(facts({ file, findings: [question] })).find((step) => step.id === 'papers')).toMatchObject({ state: 'blocked', questions: 1, stops: 0 })
    file.answers.push({ rule: 'marriage.x', field: 'papers.0.validTo', reason: '已核原件' })
    expect(blocks(file, question)).toBe(false)
    expect(stepsOf(facts({ file, findings: [question] })).find((step) => step.id === 'papers')?.state).toBe('done')
    expect(stepsOf(facts({ file, findings: [finding({ field: 'parties.0.birth' })] }))[0]).toMatchObject({ state: 'blocked', stops: 1 })
  })

  it('does not call a section done whose facts are still missing', () => {
    expect(stepsOf(facts({ file: whole(), findings: [finding({ outcome: 'notYet', field: 'parties.1.ethnicity' })] }))[0]?.state).toBe('next')
  })

  it('offers nothing further after a refusal', () => {
    expect(stepsOf(facts({ file: whole(), state: 'refused' })).map((step) => step.state)).not.toContain('next')
  })
})
