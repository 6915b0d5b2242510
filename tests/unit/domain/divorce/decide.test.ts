import { describe, expect, it } from 'vitest'
import { makeCalendar, shippedNotices } from '../../../../domain/calendar/index.ts'
import { divorceArchiveOrder, divorceArchiveTitle, findArchiveYear, findEndDay } from '../../../../domain/divorce/archive.ts'
import type { DivorceAction } from '../../../../domain/divorce/actions.ts'
import { decideAcceptance, decideAppearance, decideDivorce, decideDivorceRefusal, decideInterview, decideNonAcceptance, decideReschedule, decideWithdrawal, findingsAt } from '../../../../domain/divorce/decide.ts'
import type { DivorceCase } from '../../../../domain/divorce/fold.ts'
import { foldDivorce } from '../../../../domain/divorce/fold.ts'
import { inspectDivorce, divorceInspectionRules } from '../../../../domain/divorce/inspection.ts'
import { normaliseDivorceFile, requireSoundDivorce } from '../../../../domain/divorce/intake.ts'
import { divorceProofreadFields } from '../../../../domain/divorce/proofread.ts'
import type { DivorceFile } from '../../../../domain/divorce/file.ts'
import { LantaiError } from '../../../../domain/error.ts'
import { accepted, archived, delivered, divorceContext, divorceFile, entriesOf, interview, interviewed, issuingDay, office, opened, proofread, receipt, received, registered, stamped, started, subject, wholeDivorce, withdrawn } from './facts.ts'

const { acceptance: _acceptance, appearance: _appearance, ...bare } = divorceContext()
const fold = (...actions: readonly DivorceAction[]): DivorceCase => foldDivorce(entriesOf(actions))
const atCounter = { ...bare, day: received }
const numbers = { ...office, number: 'L110105-2026-000001', serials: ['D000001', 'D000002'] as const }
const receiptFacts = { ...office, receiptNumber: '2026-0001' }
const leaving = { party: 1, identityShown: true, receipt: 'shown', signed: true, fingerprint: true } as const
const here = { present: [true, true], receipt: 'shown', area: '110105' } as const
const rulesOf = (decision: { kind: string; findings: readonly { rule: string }[] }): readonly string[] => decision.findings.map((finding) => finding.rule)

describe('acceptance', () => {
  it('gives the receipt its days', () => {
    expect(decideAcceptance(fold(opened()), atCounter, receiptFacts)).toMatchObject({ kind: 'action', action: { kind: 'divorce.accepted', body: { receipt, receiptNumber: '2026-0001', area: '110105' } } })
  })
  it('counts by the office’s setting and by its table', () => {
    const settings = { ...bare.settings, makeUpDayCountsAsWorking: false }
    expect(decideAcceptance(fold(opened()), { ...bare, day: '2026-04-09', settings }, receiptFacts)).toMatchObject({ action: { body: { receipt: { end1: '2026-05-11', makeUpDayCountsAsWorking: false } } } })
  })
  it('an override keeps its reason on the receipt and on the act', () => {
    expect(decideAcceptance(fold(opened()), { ...bare, day: '2026-04-09' }, { ...receiptFacts, override: { end1: '2026-05-11', reason: '省厅答复' } })).toMatchObject({ action: { reason: '省厅答复', body: { receipt: { end1: '2026-05-11', overridden: { reason: '省厅答复' } } } } })
  })
  it('refuses a day whose period runs into a year without a table', () => {
    expect(() => decideAcceptance(fold(opened()), { ...bare, day: '2026-12-10' }, receiptFacts)).toThrow(/calendar/)
    expect(() => decideAcceptance(fold(opened()), { ...bare, day: '2026-05-20', calendar: makeCalendar([]) }, receiptFacts)).toThrow(/2026/)
  })
  it.each<[string, Partial<DivorceFile>, string]>([
    ['one party alone', { application: { ...divorceFile().application, together: false } }, 'divorce.together'],
    ['married abroad', { marriage: { ...divorceFile().marriage, place: 'elsewhere' } }, 'divorce.place'],
    ['limited capacity', { application: { ...divorceFile().application, capacity: ['limited', 'full'] } }, 'divorce.capacity'],
    ['a paper missing', { papers: [] }, 'divorce.papers'],
  ])('%s is not accepted and the rule is named', (_seen, changes, rule) => {
    const decision = decideAcceptance(fold(opened(divorceFile(changes))), atCounter, receiptFacts)
    expect(decision.kind).toBe('findings')
    expect(rulesOf(decision)).toContain(rule)
  })
  it('a marriage already ended, and a second application, are stopped', () => {
    const ended = { ...atCounter, marriage: { caseId: 'm', number: divorceFile().marriage.number, day: divorceFile().marriage.day, identityNumbers: divorceFile().parties.map((party) => party.identityNumber) as [string, string], standing: 'divorced' as const } }
    expect(rulesOf(decideAcceptance(fold(opened()), ended, receiptFacts))).toEqual(['divorce.marriage-stands'])
    expect(rulesOf(decideAcceptance(fold(opened()), { ...atCounter, register: [{ party: 0, caseId: 'd-0', window: 'divorce', standing: 'open', number: '', identityNumbers: ['', ''] }] }, receiptFacts))).toEqual(['divorce.second-application'])
  })
  it('is not done twice', () => {
    expect(() => decideAcceptance(fold(opened(), accepted), atCounter, receiptFacts)).toThrow(/wrong_state/)
  })
})

describe('not accepted', () => {
  const unagreed = fold(opened(divorceFile({ application: { ...divorceFile().application, agreed: 'no' } })))
  it('on a ground that holds, with its article', () => {
    expect(decideNonAcceptance(unagreed, atCounter, [{ rule: 'divorce.agreement-reached', reason: '对子女抚养没有达成一致' }], 'registrar', true).body).toMatchObject({ grounds: [{ law: '《婚姻登记条例》第十四条第（一）项', reason: '对子女抚养没有达成一致' }], paperAsked: true })
  })
  it.each([
    ['no ground', [], 'grounds'],
    ['a ground that does not hold', [{ rule: 'divorce.capacity', reason: '看起来糊涂' }], 'grounds.0'],
    ['missing papers', [{ rule: 'divorce.papers', reason: '材料不齐' }], 'grounds.0'],
    ['no reason', [{ rule: 'divorce.agreement-reached', reason: ' ' }], 'grounds.0.reason'],
  ] as const)('refuses %s', (_seen, grounds, field) => {
    expect(() => decideNonAcceptance(unagreed, atCounter, grounds, 'registrar', false)).toThrow(`invalid (${field})`)
  })
})

describe('withdrawal', () => {
  const running = fold(opened(), accepted)
  it.each(['2026-03-02', '2026-04-01'])('by one party alone on %s', (day) => {
    expect(decideWithdrawal(running, { ...bare, day }, leaving, { registrar: 'registrar', confirmationNumber: 'C1' })).toMatchObject({ kind: 'action', action: { body: { party: 1, day, receipt: 'shown' } } })
  })
  it('after end1 it is stopped with its article', () => {
    const decision = decideWithdrawal(running, { ...bare, day: '2026-04-02' }, leaving, { registrar: 'registrar', confirmationNumber: 'C1' })
    expect(decision).toMatchObject({ kind: 'findings', findings: [{ rule: 'divorce.withdraw-in-time', severity: 'stop' }] })
    expect(decision.findings[0]?.law.zh).toContain('第一千零七十七条')
  })
  it('needs identity paper, receipt and signature, whatever the amber answers say', () => {
    expect(rulesOf(decideWithdrawal(running, { ...bare, day: '2026-03-20' }, { ...leaving, receipt: '' }, { registrar: 'registrar', confirmationNumber: '' }))).toEqual(['divorce.withdraw-papers'])
  })
  it('nothing to withdraw before the acceptance or after the withdrawal', () => {
    expect(() => decideWithdrawal(fold(opened()), atCounter, leaving, { registrar: 'r', confirmationNumber: '' })).toThrow(/wrong_state/)
    expect(() => decideWithdrawal(fold(opened(), accepted, withdrawn('2026-03-20')), { ...bare, day: '2026-03-21' }, leaving, { registrar: 'r', confirmationNumber: '' })).toThrow(/wrong_state/)
  })
})

describe('issuance', () => {
  const running = fold(opened(), accepted)
  it.each([
    ['in the cooling-off period', '2026-04-01', here, 'divorce.cooling-off-over'],
    ['after the window', '2026-05-07', here, 'divorce.window-open'],
    ['one alone', issuingDay, { ...here, present: [false, true] }, 'divorce.both-appear'],
    ['at another office', issuingDay, { ...here, area: '110101' }, 'divorce.same-office'],
    ['without a receipt', issuingDay, { ...here, receipt: '' }, 'divorce.receipt'],
  ] as const)('%s is stopped', (_seen, day, appearance, rule) => {
    expect(rulesOf(decideAppearance(running, { ...bare, day }, appearance))).toEqual([rule])
  })
  const issuing = fold(opened(), accepted, started(), interviewed(0), interviewed(1))
  it('both, together, in the window', () => {
    expect(decideAppearance(running, { ...bare, day: issuingDay }, here)).toMatchObject({ kind: 'action', action: { body: { day: issuingDay, present: [true, true] } } })
    expect(decideDivorce(issuing, bare, numbers)).toMatchObject({ kind: 'action', action: { kind: 'divorce.registered', body: { number: 'L110105-2026-000001', day: issuingDay, opinion: '符合离婚条件，准予登记' } } })
    expect(findingsAt(issuing, { ...bare, stage: 'issuance' })).toEqual([])
  })
  it('they came in time and the decision took another day past the window', () => {
    const late = fold(opened(), accepted, started('2026-05-06'), { kind: 'divorce.interviewed', subject, body: { party: 0, interview: interview({ day: '2026-05-06' }) } }, { kind: 'divorce.interviewed', subject, body: { party: 1, interview: interview({ day: '2026-05-06' }) } })
    expect(decideDivorce(late, { ...bare, day: '2026-05-07' }, numbers).kind).toBe('action')
  })
  it.each([
    ['an interview missing', [started(), interviewed(0)], {}, 'divorce.interviews'],
    ['the agreement lacks the debts', [started(), interviewed(0), interviewed(1)], { agreement: { ...divorceFile().agreement, debts: 'omitted' as const } }, 'divorce.agreement-parts'],
    ['only two originals', [started(), interviewed(0), interviewed(1)], { agreement: { ...divorceFile().agreement, originals: 2 } }, 'divorce.agreement-originals'],
    ['no photo', [started(), interviewed(0), interviewed(1)], { photos: [null, null] as [null, null] }, 'divorce.photos'],
  ] as const)('%s: no registration', (_seen, actions, changes, rule) => {
    const decision = decideDivorce(fold(opened(divorceFile(changes as Partial<DivorceFile>)), accepted, ...(actions as readonly DivorceAction[])), bare, numbers)
    expect(decision.kind).toBe('findings')
    expect(rulesOf(decision)).toContain(rule)
  })
  it('a person of the law is never registered without having begun', () => {
    expect(() => decideDivorce(running, bare, numbers)).toThrow(/wrong_state/)
  })
  it.each([
    ['a marriage number', { ...numbers, number: 'J110105-2026-000001' }, 'number'],
    ['another office', { ...numbers, number: 'L110101-2026-000001' }, 'number'],
    ['another year', { ...numbers, number: 'L110105-2025-000001' }, 'number'],
    ['a serial missing', { ...numbers, serials: ['D000001', ''] as const }, 'serials.1'],
    ['one serial twice', { ...numbers, serials: ['D000001', 'D000001'] as const }, 'serials.1'],
  ])('refuses %s', (_seen, facts, field) => {
    expect(() => decideDivorce(issuing, bare, facts)).toThrow(`invalid (${field})`)
  })
  it('a refusal rests on what stands in the file', () => {
    const pressed = fold(opened(), accepted, started(), interviewed(0), { kind: 'divorce.interviewed', subject, body: { party: 1, interview: interview({ voluntary: false }) } })
    expect(decideDivorceRefusal(pressed, bare, [{ rule: 'divorce.interview-will', reason: '女方表示受胁迫' }], 'registrar').body.grounds[0]).toMatchObject({ rule: 'divorce.interview-will', reason: '女方表示受胁迫' })
    expect(() => decideDivorceRefusal(issuing, bare, [{ rule: 'divorce.interview-will', reason: '无' }], 'registrar')).toThrow(/invalid/)
  })
  it('an interview is of this appearance', () => {
    expect(decideInterview(fold(opened(), accepted, started()), issuingDay, 0, interview()).body.party).toBe(0)
    expect(() => decideInterview(fold(opened(), accepted, started()), issuingDay, 0, interview({ day: '2026-04-03' }))).toThrow(/interview.day/)
    expect(() => decideInterview(running, issuingDay, 0, interview())).toThrow(/wrong_state/)
  })
})

describe('the days set anew', () => {
  const by = { account: 'registrar', second: 'reviewer', reason: '国务院更正通知' }
  const later = makeCalendar([...shippedNotices, { id: '2026-03-10', kind: 'correction', year: 2026, title: '更正', source: '号', published: '2026-03-10', imported: '2026-03-10', rows: [{ day: '2026-04-01', off: true, name: '临时放假' }] }])
  it('follow the table of today, from the day of the receipt', () => {
    expect(decideReschedule(fold(opened(), accepted), { ...bare, day: '2026-03-12', calendar: later }, by)).toMatchObject({ second: 'reviewer', body: { receipt: { received, end1: '2026-04-02' } } })
  })
  it.each([
    ['no reason', { ...by, reason: '' }, 'invalid'],
    ['alone', { ...by, second: 'registrar' }, 'second_person'],
  ])('refuses %s', (_seen, who, code) => {
    expect(() => decideReschedule(fold(opened(), accepted), { ...bare, day: '2026-03-12' }, who)).toThrow(new RegExp(code))
  })
  it('nothing is set anew once it has lapsed', () => {
    expect(() => decideReschedule(fold(opened(), accepted), { ...bare, day: '2026-05-07' }, by)).toThrow(/wrong_state/)
  })
})

describe('inspection of a divorce file', () => {
  const { stage: _stage, typing: _typing, day: _day, ...inspecting } = bare
  const seeable = divorceInspectionRules.filter((rule) => rule.attestable).map((rule) => rule.item)
  const seen = (result: 'pass' | 'fail', items: readonly string[] = seeable): DivorceAction => ({ kind: 'divorce.inspected', subject, body: { items: items.map((item) => ({ item, result, note: '' })) } })
  const inspect = (actions: readonly DivorceAction[]) => inspectDivorce(fold(...actions), inspecting)
  it('unexamined until a person has seen the paper, qualified then', () => {
    const found = inspect(wholeDivorce())
    expect(found.verdict).toBe('unexamined')
    expect(found.items.filter((item) => item.result === 'unexamined').map((item) => item.item)).toEqual(seeable)
    expect(found.items.filter((item) => item.result === 'fail')).toEqual([])
    expect(inspect([...wholeDivorce(), seen('pass')]).verdict).toBe('qualified')
    expect([...new Set(found.items.map((item) => item.point))]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
  })
  it.each<[string, readonly DivorceAction[]]>([
    ['divorce.agreement', wholeDivorce(divorceFile({ agreement: { ...divorceFile().agreement, unaltered: false } }))],
    ['divorce.stamped', wholeDivorce().filter((action) => action.kind !== 'divorce.marriageCertificatesStamped')],
    ['divorce.stamped', [opened(), accepted, started(), interviewed(0), interviewed(1), registered, proofread, delivered, { ...stamped, body: { ...stamped.body, stamped: [true, false] } } as DivorceAction, archived]],
    ['divorce.receipt', [opened(), { ...accepted, body: { ...accepted.body, receipt: { ...receipt, end2: '2026-05-01' } } } as DivorceAction, ...wholeDivorce().slice(2)]],
    ['divorce.interviews', [opened(), accepted, started(), registered, proofread, delivered, stamped, archived]],
    ['number.shape', wholeDivorce().map((action): DivorceAction => (action.kind === 'divorce.registered' ? { ...action, body: { ...action.body, number: 'J110105-2026-000001' } } : action))],
    ['photo', wholeDivorce(divorceFile({ photos: [null, null] }))],
    ['papers', wholeDivorce(divorceFile({ papers: [] }))],
    ['conditions', wholeDivorce(divorceFile({ application: { ...divorceFile().application, capacity: ['none', 'full'] } }))],
  ])('%s fails', (item, actions) => {
    const found = inspect([...actions, seen('pass')])
    expect(found.verdict).toBe('failed')
    expect(found.items.find((entry) => entry.item === item)).toMatchObject({ result: 'fail' })
    expect(found.items.filter((entry) => entry.result === 'fail' && entry.message === undefined)).toEqual([])
  })
  it('a marriage that this very divorce ended was in force on the day', () => {
    const file = divorceFile({ marriage: { ...divorceFile().marriage, caseId: 'm-1' } })
    const marriage = { caseId: 'm-1', number: file.marriage.number, day: file.marriage.day, identityNumbers: file.parties.map((party) => party.identityNumber) as [string, string], standing: 'divorced' as const }
    const conditions = (standing: 'divorced' | 'void') => inspectDivorce(fold(...wholeDivorce(file)), { ...inspecting, marriage: { ...marriage, standing } }).items.find((item) => item.item === 'conditions')?.result
    expect(conditions('divorced')).toBe('pass')
    expect(conditions('void')).toBe('fail')
  })
  it('a fault a person sees fails it', () => {
    expect(inspect([...wholeDivorce(), seen('pass'), seen('fail', ['divorce.originals'])]).verdict).toBe('failed')
  })
  it('an application that came to nothing has no registration to inspect', () => {
    expect(inspect([opened(), accepted, withdrawn('2026-03-20')])).toEqual({ verdict: 'notApplicable', items: [] })
  })
})

describe('archive', () => {
  it('a divorce in the order of the measures, with the papers of the application', () => {
    expect(divorceArchiveOrder(fold(...wholeDivorce())).map((part) => part.part)).toEqual(['review', 'declaration', 'declaration', 'marriageCertificate', 'marriageCertificate', 'agreement', 'identity', 'identity', 'application', 'receipt', 'interview', 'interview'])
    expect(divorceArchiveTitle(fold(...wholeDivorce()))).toBe('张三丰与李小萌离婚登记')
  })
  it('a withdrawal is filed with application, withdrawal and the stub of the confirmation', () => {
    const folded = fold(opened(), accepted, withdrawn('2026-03-20'))
    expect(divorceArchiveOrder(folded).map((part) => part.title.zh)).toEqual(expect.arrayContaining(['离婚登记申请书', '撤回离婚登记申请书', '撤回离婚登记申请确认单存根联']))
    expect(divorceArchiveTitle(folded)).toBe('张三丰与李小萌离婚登记申请')
    expect(findArchiveYear(folded, '2027-01-01')).toBe(2026)
  })
  it('a lapsed application ends by the date alone', () => {
    const folded = fold(opened(), accepted)
    expect(findEndDay(folded, '2026-05-06')).toBeUndefined()
    expect(findEndDay(folded, '2026-05-07')).toBe('2026-05-07')
    expect(findArchiveYear(folded, '2026-03-20')).toBeUndefined()
  })
})

describe('intake', () => {
  const refused = (file: Partial<DivorceFile>): Pick<LantaiError, 'code' | 'field'> => {
    try {
      requireSoundDivorce(file, { sampleOffice: false })
    } catch (error) {
      if (error instanceof LantaiError) return { code: error.code, field: error.field }
    }
    return { code: 'internal', field: undefined }
  }
  it('takes a sound file and normalises a typed one', () => {
    expect(() => requireSoundDivorce(divorceFile(), { sampleOffice: false })).not.toThrow()
    const typed = divorceFile({ marriage: { ...divorceFile().marriage, number: ' 京朝结字 010800123 ' } })
    expect(normaliseDivorceFile(typed).marriage.number).toBe('京朝结字 010800123')
    expect(normaliseDivorceFile(normaliseDivorceFile(typed))).toEqual(normaliseDivorceFile(typed))
  })
  it('takes several lines in what was said', () => {
    expect(() => requireSoundDivorce(divorceFile({ interviews: [interview({ questions: [{ question: '问', answer: '第一行\n第二行' }] }), null] }), { sampleOffice: false })).not.toThrow()
  })
  it.each<[string, Partial<DivorceFile>, string | undefined]>([
    ['a day that does not exist', { marriage: { ...divorceFile().marriage, day: '2019-02-30' } }, 'marriage.day'],
    ['a day of the agreement that does not exist', { agreement: { ...divorceFile().agreement, signedOn: '2026-04-31' } }, 'agreement.signedOn'],
    ['a control character', { remarkForm: '备注\u0007' }, 'remarkForm'],
    ['a control character in an answer', { interviews: [interview({ questions: [{ question: '问', answer: '答\u0000' }] }), null] }, 'answers.1.reason'],
    ['a wrong identity number', { parties: [{ ...divorceFile().parties[0], identityNumber: '110105194912310021' }, divorceFile().parties[1]] }, 'parties.0.identityNumber'],
  ])('refuses %s', (_seen, file, field) => {
    expect(refused(file)).toEqual({ code: 'invalid', field })
  })
  it('proof-reads both photos and the divorce number', () => {
    const fields = divorceProofreadFields(divorceFile())
    expect(fields.map((field) => field.field)).toEqual(expect.arrayContaining(['photos.0', 'photos.1', 'number', 'serials.0', 'serials.1']))
    expect(fields.find((field) => field.field === 'number')?.title.zh).toBe('离婚证字号')
    expect(fields.some((field) => field.field === 'photo')).toBe(false)
  })
})
