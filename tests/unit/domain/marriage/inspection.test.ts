import { describe, expect, it } from 'vitest'
import type { MarriageAction } from '../../../../domain/marriage/actions.ts'
import { archiveOrder, archiveStamp, archiveTerms, archiveTitle, archiveYear, nextOfficeFileNumber } from '../../../../domain/marriage/archive.ts'
import { foldMarriage } from '../../../../domain/marriage/fold.ts'
import { inspectMarriage, inspectionPoints, inspectionRules, passRate } from '../../../../domain/marriage/inspection.ts'
import type { MarriageFile } from '../../../../domain/marriage/file.ts'
import { requiredPapers } from '../../../../domain/marriage/papers-required.ts'
import { entriesOf, paper, soundContext, soundFile, subject, wholeCase, withParty } from '../facts.ts'

const { stage: _stage, day: _day, ...context } = soundContext()
const seeable = inspectionRules.filter((rule) => rule.attestable).map((rule) => rule.item)
const seen = (result: 'pass' | 'fail' | 'notApplicable', items: readonly string[] = seeable, note = ''): MarriageAction => ({ kind: 'marriage.inspected', subject, body: { items: items.map((item) => ({ item, result, note })) } })
const inspect = (actions: readonly MarriageAction[], changes: Partial<typeof context> = {}) => inspectMarriage(foldMarriage(entriesOf(actions)), { ...context, ...changes })
const resultOf = (inspection: ReturnType<typeof inspect>, item: string) => inspection.items.find((entry) => entry.item === item)

describe('inspection of a file', () => {
  it('a whole case nobody has looked at is unexamined, not qualified', () => {
    const found = inspect(wholeCase())
    expect(found.verdict).toBe('unexamined')
    expect(found.items.filter((item) => item.result === 'unexamined').map((item) => item.item)).toEqual(seeable)
    expect(found.items.filter((item) => item.result === 'fail')).toEqual([])
  })
  it('qualified once a person has seen what only a person can see', () => {
    const found = inspect([...wholeCase(), seen('pass')])
    expect(found.verdict).toBe('qualified')
    expect(found.items.filter((item) => item.attested).map((item) => item.item)).toEqual(seeable)
    expect(resultOf(found, 'declarations.ink')).toMatchObject({ result: 'pass', attested: true, by: 'registrar' })
  })
  it('covers the 13 points; divorce and reissue do not apply here', () => {
    const found = inspect([...wholeCase(), seen('pass')])
    expect([...new Set(found.items.map((item) => item.point))]).toEqual(inspectionPoints.map((_, index) => index + 1))
    expect(found.items.filter((item) => item.result === 'notApplicable').map((item) => item.item)).toEqual(['certificate.remark', 'divorce', 'reissue', 'archive.scans'])
  })
  it('a fault a person sees fails the file, with her words, and one good item less does not hide it', () => {
    const found = inspect([...wholeCase(), seen('pass'), seen('fail', ['declarations.ink'], '女方未按指纹')])
    expect(found.verdict).toBe('failed')
    expect(resultOf(found, 'declarations.ink')).toMatchObject({ result: 'fail', message: { zh: '女方未按指纹' } })
  })
  it('a person can add a fault where the program looked, and never lift one', () => {
    expect(inspect([...wholeCase(), seen('pass'), seen('fail', ['number.shape'], '与证上不符')]).verdict).toBe('failed')
    const wrong = wholeCase().map((action): MarriageAction => (action.kind === 'marriage.registered' ? { ...action, body: { ...action.body, number: 'J110105-2025-000001' } } : action))
    const found = inspect([...wrong, seen('pass'), seen('pass', ['number.shape'])])
    expect(found.verdict).toBe('failed')
    expect(resultOf(found, 'number.shape')).toMatchObject({ result: 'fail', attested: false })
  })
  it('an attestable item may be not applicable', () => {
    expect(resultOf(inspect([...wholeCase(), seen('pass'), seen('notApplicable', ['photo.prints'])]), 'photo.prints')).toMatchObject({ result: 'notApplicable', attested: true })
  })
  const whole = (file: MarriageFile) => [...wholeCase(file), seen('pass')]
  it.each([
    ['conditions', 'under age', withParty(soundFile(), 0, { birth: '2005-01-01' })],
    ['network', 'no network check', soundFile({ networkChecks: [] })],
    ['papers', 'a paper missing', soundFile({ papers: [paper('identity', 0)] })],
    ['identity', 'birth and number differ', withParty(soundFile(), 0, { birth: '1998-03-03' })],
    ['declarations', 'no witness', soundFile({ declarations: [soundFile().declarations[0], { ...soundFile().declarations[1], witness: '' }] })],
    ['photo', 'no photo', soundFile({ photo: null })],
    ['extra.recorded', 'a household book on file', soundFile({ papers: [...soundFile().papers, paper('householdBook', 0)] })],
    ['certificate.remark', 'the day of living together printed', soundFile({ kind: 'late', cohabitedSince: '2022-01-05', remarkCertificate: '2022年1月5日起共同生活' })],
  ])('%s fails: %s', (item, _seen, file) => {
    const found = inspect(whole(file))
    expect(found.verdict).toBe('failed')
    expect(resultOf(found, item)).toMatchObject({ result: 'fail' })
    expect(resultOf(found, item)?.message?.zh).not.toBe('')
  })
  it.each([
    ['review.delivery', wholeCase().filter((action) => action.kind !== 'marriage.delivered' && action.kind !== 'marriage.archived')],
    ['archive.numbers', wholeCase().filter((action) => action.kind !== 'marriage.archived')],
    ['certificate.proofread', wholeCase().slice(0, 2)],
  ])('%s is unexamined until it is done', (item, actions) => {
    expect(resultOf(inspect(actions), item)?.result).toBe('unexamined')
    expect(inspect(actions).verdict).toBe('unexamined')
  })
  it('serials that are the same or were spoiled fail', () => {
    const twin = wholeCase().map((action): MarriageAction => (action.kind === 'marriage.registered' ? { ...action, body: { ...action.body, serials: ['A000001', 'A000001'] } } : action))
    expect(resultOf(inspect(twin), 'number.serials')?.result).toBe('fail')
  })
  it('an answered question counts as answered', () => {
    const answered = { ...soundFile({ networkChecks: [{ ...soundFile().networkChecks[0] as never as MarriageFile['networkChecks'][0], checkedAt: '2026-05-19T10:00:00+08:00' }, soundFile().networkChecks[1] as MarriageFile['networkChecks'][0]] }) }
    expect(resultOf(inspect(whole(answered)), 'network')?.result).toBe('fail')
    expect(resultOf(inspect(whole({ ...answered, answers: [{ rule: 'marriage.network-fresh', field: 'networkChecks.0', reason: '前一日已核对，今日系统维护' }] })), 'network')?.result).toBe('pass')
  })
  it('without the registrar’s certificate the file is unexamined, not qualified', () => {
    const { registrar: _registrar, ...rest } = context
    expect(inspectMarriage(foldMarriage(entriesOf([...wholeCase(), seen('pass')])), rest).verdict).toBe('unexamined')
  })
  it('cases that were not registered are not inspected', () => {
    expect(inspect(wholeCase().slice(0, 1))).toEqual({ verdict: 'notApplicable', items: [] })
  })
  it('is done by the rules of the day of registration', () => {
    const old = wholeCase(soundFile({ papers: [...soundFile().papers, paper('householdBook', 0), paper('householdBook', 1)] })).map((action): MarriageAction => (action.kind === 'marriage.registered' ? { ...action, body: { ...action.body, day: '2024-06-03', number: 'J110105-2024-000001' } } : action))
    expect(resultOf(inspect(old), 'papers')?.result).toBe('pass')
    expect(resultOf(inspect(old), 'extra.recorded')?.result).toBe('pass')
  })
})

describe('pass rate', () => {
  it('counts only what was examined, and is nothing where nothing was', () => {
    expect(passRate([])).toMatchObject({ examined: 0, rate: null })
    expect(passRate(['unexamined', 'unexamined', 'notApplicable'])).toEqual({ qualified: 0, failed: 0, examined: 0, unexamined: 2, rate: null })
    expect(passRate(['qualified', 'qualified', 'qualified', 'failed', 'unexamined'])).toEqual({ qualified: 3, failed: 1, examined: 4, unexamined: 1, rate: 0.75 })
  })
})

describe('papers by kind of person', () => {
  const types = (file: MarriageFile, day = '2026-05-20', party = 1) => requiredPapers(file, day).filter((entry) => entry.party === party).map((entry) => entry.type)
  const her = (changes: Parameters<typeof withParty>[2]) => withParty(soundFile(), 1, changes)
  it.each([
    ['mainland', ['identity']],
    ['abroad', ['identity']],
    ['hongkong', ['identity', 'localIdentity', 'noSpouse']],
    ['macao', ['identity', 'localIdentity', 'noSpouse']],
    ['taiwan', ['identity', 'localIdentity', 'noSpouse']],
    ['overseas', ['identity', 'noSpouse', 'authentication']],
    ['foreigner', ['identity', 'noSpouse', 'authentication']],
  ] as const)('%s: %j', (kind, wanted) => {
    expect(types(her({ kind }))).toEqual(wanted)
  })
  it('a household book until 2025-05-09 and never after', () => {
    expect(types(soundFile(), '2025-05-09')).toEqual(['identity', 'householdBook'])
    expect(types(soundFile(), '2025-05-10')).toEqual(['identity'])
  })
  it('the Hague route since 2023-11-07, with translation and statement', () => {
    const file = { ...her({ kind: 'foreigner' }), papers: [paper('apostille', 1)] }
    expect(types(file)).toEqual(['identity', 'noSpouse', 'authentication', 'translation', 'hagueStatement'])
    expect(requiredPapers(file, '2026-05-20').find((entry) => entry.type === 'authentication')?.supplied).toBe(true)
    expect(requiredPapers(file, '2023-11-06').find((entry) => entry.type === 'authentication')?.supplied).toBe(false)
  })
  it('servicemen', () => {
    expect(types(withParty(soundFile(), 0, { military: true }), '2026-05-20', 0)).toEqual(['identity', 'militaryCard', 'militaryProof'])
  })
})

describe('archive', () => {
  it('order inside the file', () => {
    const file = soundFile({ papers: [paper('other', 'both'), paper('identity', 1), paper('translation', 1), paper('noSpouse', 1), paper('identity', 0), paper('authentication', 1)] })
    expect(archiveOrder(file).map((part) => `${part.part} ${part.papers[0]?.type ?? ''} ${part.party ?? ''}`.trim().replace('  ', ' '))).toEqual([
      'review', 'declaration 0', 'declaration 1', 'proof noSpouse 1', 'proof authentication 1', 'proof translation 1', 'identity identity 0', 'identity identity 1', 'other other',
    ])
    expect(archiveOrder(soundFile({ kind: 'late' }))[1]?.title.zh).toBe('申请补办结婚登记声明书')
  })
  it('title, year, numbers, stamp and terms', () => {
    expect(archiveTitle(soundFile())).toBe('张三丰与李小萌结婚登记')
    expect(archiveYear('2026-12-31')).toBe(2026)
    expect([nextOfficeFileNumber(undefined), nextOfficeFileNumber(41)]).toEqual([1, 42])
    expect(() => nextOfficeFileNumber(1.5)).toThrow(/invalid/)
    expect(archiveStamp({ fonds: 'X012', year: 2026, officeFileNumber: 7, archiveFileNumber: '', pages: 9 }).map(([name]) => name)).toEqual(['全宗号', '年度', '室编卷号', '馆编卷号', '页数'])
    expect(archiveTerms(2026)).toEqual({ keepUntil: 2126, transferFrom: 2036 })
  })
})
