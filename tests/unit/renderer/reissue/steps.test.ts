import { describe, expect, it } from 'vitest'
import type { ReissueFile } from '../../../../domain/reissue/file.ts'
import { emptyReissueFile } from '../../../../domain/reissue/file.ts'
import { runReissueCheck } from '../../../../domain/reissue/decide.ts'
import { defaultMarriageSettings } from '../../../../domain/marriage/context.ts'
import { nextSection } from '../../../../renderer/case/steps.ts'
import { readFilter, setParts } from '../../../../renderer/case/list/filters.ts'
import { reissueFilters } from '../../../../renderer/windows/reissue/ListPage.tsx'
import { pathWords } from '../../../../renderer/windows/reissue/pathWords.ts'
import { wholeDeclaration } from '../../../../renderer/case/sections/DeclarationsSection.tsx'
import { statements } from '../../../../renderer/windows/reissue/sections/DeclarationsSection.tsx'
import { blankProxy, mandatePoints } from '../../../../renderer/windows/reissue/sections/ProxySection.tsx'
import { reissueSpec } from '../../../../renderer/windows/reissue/spec.ts'
import { sectionIds, sectionOfField, stepsOf } from '../../../../renderer/windows/reissue/steps.ts'
import { words } from '../../../../renderer/windows/reissue/words.ts'

const facts = (over: Partial<Parameters<typeof stepsOf>[0]>) => ({ file: emptyReissueFile(), state: 'new' as const, findings: [], certificatesPrinted: false, ...over })
const stateOf = (id: string, over: Partial<Parameters<typeof stepsOf>[0]>) => stepsOf(facts(over)).find((step) => step.id === id)?.state

/** The woman alone, everything asked of her entered. */
const whole = (): ReissueFile => {
  const file: ReissueFile = { ...emptyReissueFile(), applicant: 'woman', original: { caseId: '', number: '示结字第9405553号', office: '示例区婚姻登记处', area: '', day: '1994-09-25' }, reason: 'lost', verification: { found: 'here', matches: 'yes', proof: '' }, courtDivorce: 'no' }
  for (const party of file.parties) Object.assign(party, { name: '张三', identityNumber: '990101196602140015' })
  file.papers.push({ type: 'identity', party: 1, number: '', issuer: '', issuedOn: '', validTo: '', legible: true, note: '', scans: [] })
  file.networkChecks.push({ party: 1, identity: 'match', maritalStatus: '20', checkedAt: '', operator: '', note: '', proof: '' })
  file.declarations[1] = wholeDeclaration(statements, file.declarations[1], '2026-05-20', 'a1')
  file.photo = { hash: 'a'.repeat(64), width: 626, height: 414, joint: true, notComposed: true }
  return file
}

describe('the steps of a reissue', () => {
  it.each([
    ['original.number', 'original'], ['certificate', 'original'], ['applicant', 'parties'], ['reason', 'why'], ['oldCertificate.shown', 'why'], ['verification.proof', 'verification'], ['courtDivorce', 'verification'],
    ['proxy.names.matter', 'proxy'], ['photos.1.prints', 'photo'], ['networkChecks.1', 'network'], ['declarations.0.statusHolds', 'declarations'], [undefined, 'decision'],
  ])('a finding at %s stands under %s', (field, section) => expect(sectionOfField(field)).toBe(section))

  it('lead every rule to a section of the page', () => {
    const file = { ...whole(), proxy: blankProxy, declarations: emptyReissueFile().declarations }
    const { findings } = runReissueCheck(file, { typing: false, day: '2026-05-20', settings: defaultMarriageSettings, register: [] })
    const fields = findings.filter((finding) => finding.field !== undefined).map((finding) => finding.field)
    expect(fields).toEqual(expect.arrayContaining(['proxy.name', 'proxy.names.party', 'declarations.1.statusHolds']))
    for (const field of fields) expect(sectionIds).toContain(sectionOfField(field))
  })

  it('ask only of who applies, and of a proxy only where there is one', () => {
    expect(nextSection(stepsOf(facts({})))).toBe('original')
    expect(nextSection(stepsOf(facts({ file: whole() })))).toBe('decision')
    expect(nextSection(stepsOf(facts({ file: { ...whole(), applicant: 'both' } })))).toBe('network')
    expect(stateOf('proxy', { file: { ...whole(), proxy: blankProxy } })).toBe('next')
    expect(stateOf('verification', { file: { ...whole(), courtDivorce: '' } })).toBe('next')
  })

  it('want single photos and no word of a court for a divorce certificate', () => {
    const file: ReissueFile = { ...whole(), certificate: 'divorce', courtDivorce: '' }
    expect(stateOf('verification', { file })).toBe('done')
    expect(stateOf('photo', { file })).toBe('next')
    file.photos[1] = { hash: 'b'.repeat(64), width: 414, height: 626, prints: 2, recent: true, notComposed: true }
    expect(nextSection(stepsOf(facts({ file })))).toBe('decision')
  })

  it('go on from the booklet to the hand-over, and end with a refusal', () => {
    expect(nextSection(stepsOf(facts({ file: whole(), state: 'registered' })))).toBe('certificates')
    expect(nextSection(stepsOf(facts({ file: whole(), state: 'registered', certificatesPrinted: true })))).toBe('proofread')
    expect(nextSection(stepsOf(facts({ file: whole(), state: 'proofread' })))).toBe('delivery')
    expect(nextSection(stepsOf(facts({ file: whole(), state: 'delivered' })))).toBeUndefined()
    expect(stepsOf(facts({ file: whole(), state: 'refused' })).map((step) => step.state)).not.toContain('next')
  })
})

describe('the reissue window', () => {
  it('has a word for every section, every field of its own and every point of the mandate', () => {
    const said = (key: string): string => {
      expect(words, key).toHaveProperty([key])
      return (words as Readonly<Record<string, readonly [string, string]>>)[key]?.[0] ?? ''
    }
    for (const { id } of reissueSpec.sections) said(`section.${id}`)
    for (const field of ['number', 'office', 'area', 'day']) expect(pathWords(`original.${field}`, said)).toContain('原登记 · ')
    for (const point of mandatePoints) expect(pathWords(`proxy.names.${point}`, said)).toContain('委托 · ')
    expect(pathWords('declarations.1.statusHolds', said)).toBe('声明 · 女方 · 婚姻状况没有变化')
    expect(pathWords('parties.0.name', said)).toBeUndefined()
  })

  it('refuses only on the closed grounds of the day', () => {
    expect(reissueSpec.grounds?.('2026-05-20', undefined).map(({ id }) => id)).toEqual(['reissue.file-verified', 'reissue.status-holds', 'reissue.court-divorce'])
  })

  it('narrows its list by what the address says and by nothing else', () => {
    expect(setParts(readFilter(reissueFilters, '?state=delivered&certificate=divorce&original=sample-1&kind=late&certificate=x'))).toEqual({ state: 'delivered', certificate: 'divorce', original: 'sample-1' })
  })
})
