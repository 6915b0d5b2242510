import { describe, expect, it } from 'vitest'
import { divorceRulesOn, groundsOn, runDivorceCheck } from '../../../../domain/divorce/check.ts'
import { coolingOff, receiptDates } from '../../../../domain/divorce/clock.ts'
import type { DivorceContext, RegisteredMarriage, WithdrawalFacts } from '../../../../domain/divorce/context.ts'
import { defaultDivorceSettings, divorceFacts } from '../../../../domain/divorce/context.ts'
import type { DivorceFile } from '../../../../domain/divorce/file.ts'
import { emptyDivorceFile } from '../../../../domain/divorce/file.ts'
import { divorceRuleGroups, divorceRules } from '../../../../domain/divorce/rules/index.ts'
import { divorceWindow } from '../../../../domain/divorce/window.ts'
import { saidBy } from '../../../../domain/findings.ts'
import { ruleGroups } from '../../../../domain/rule-book.ts'
import type { Outcome } from '../../../../domain/rule.ts'
import { check } from '../facts.ts'
import { divorceContext, divorceFile, interview, issuingDay, numberOf, paper, receipt, received } from './facts.ts'

type Kind = Outcome['kind']
type Row = readonly [rule: string, seen: string, outcome: Kind, field: string | undefined, file: DivorceFile, context?: Partial<DivorceContext>]

const sound = divorceFile()
const withMarriage = (changes: Partial<DivorceFile['marriage']>): DivorceFile => divorceFile({ marriage: { ...sound.marriage, ...changes } })
const withApplication = (changes: Partial<DivorceFile['application']>): DivorceFile => divorceFile({ application: { ...sound.application, ...changes } })
const withAgreement = (changes: Partial<DivorceFile['agreement']>): DivorceFile => divorceFile({ agreement: { ...sound.agreement, ...changes } })
const man = (changes: Partial<DivorceFile['parties'][0]>): DivorceFile => divorceFile({ parties: [{ ...sound.parties[0], ...changes }, sound.parties[1]] })
const hers = (changes: Parameters<typeof interview>[0]): DivorceFile => divorceFile({ interviews: [interview(), interview(changes)] })
const his = (changes: Partial<DivorceFile['declarations'][0]>): DivorceFile => divorceFile({ declarations: [{ ...sound.declarations[0], ...changes }, sound.declarations[1]] })
const photo = (changes: Partial<NonNullable<DivorceFile['photos'][0]>>): DivorceFile => divorceFile({ photos: [{ ...sound.photos[0] as NonNullable<DivorceFile['photos'][0]>, ...changes }, sound.photos[1]] })
const appears = (changes: Partial<NonNullable<DivorceContext['appearance']>>): Partial<DivorceContext> => ({ appearance: { present: [true, true], receipt: 'shown', day: issuingDay, area: '110105', ...changes } })
const kept = (changes: Partial<RegisteredMarriage> = {}): { marriage: RegisteredMarriage } => ({ marriage: { caseId: 'm-1', number: sound.marriage.number, day: sound.marriage.day, identityNumbers: [sound.parties[0].identityNumber, sound.parties[1].identityNumber], standing: 'standing', ...changes } })
const withdrawal = (changes: Partial<WithdrawalFacts> = {}): Partial<DivorceContext> => ({ withdrawal: { party: 1, identityShown: true, receipt: 'shown', signed: true, fingerprint: true, ...changes } })
const in2024: Partial<DivorceContext> = { day: '2024-06-03', acceptance: { area: '110105', dates: receiptDates(coolingOff('2024-05-06')) }, appearance: { present: [true, true], receipt: 'shown', day: '2024-06-06', area: '110105' } }
const unaccepted = { acceptance: undefined as never }

const rows: readonly Row[] = [
  ['divorce.together', 'both', 'pass', undefined, sound],
  ['divorce.together', 'one alone', 'notYet', 'application.together', withApplication({ together: false })],
  ['divorce.together.2021', 'one alone in 2024', 'notYet', 'application.together', withApplication({ together: false }), in2024],
  ['divorce.agreement-reached', 'yes', 'pass', undefined, sound],
  ['divorce.agreement-reached', 'no', 'fail', 'application.agreed', withApplication({ agreed: 'no' })],
  ['divorce.agreement-reached', 'not asked', 'notYet', 'application.agreed', withApplication({ agreed: '' })],
  ['divorce.agreement-reached.2021', 'no, in 2024', 'fail', 'application.agreed', withApplication({ agreed: 'no' }), in2024],
  ['divorce.capacity', 'full', 'pass', undefined, sound],
  ['divorce.capacity', 'hers is limited', 'fail', 'application.capacity.1', withApplication({ capacity: ['full', 'limited'] })],
  ['divorce.capacity', 'not established', 'notYet', 'application.capacity.0', withApplication({ capacity: ['', 'full'] })],
  ['divorce.capacity.2021', 'none, in 2024', 'fail', 'application.capacity.0', withApplication({ capacity: ['none', 'full'] }), in2024],
  ['divorce.place', 'mainland', 'pass', undefined, sound],
  ['divorce.place', 'a Chinese consulate', 'pass', undefined, withMarriage({ place: 'mission' })],
  ['divorce.place', 'abroad', 'fail', 'marriage.place', withMarriage({ place: 'elsewhere' })],
  ['divorce.place', 'not entered', 'notYet', 'marriage.place', withMarriage({ place: '' })],
  ['divorce.place.2021', 'abroad, in 2024', 'fail', 'marriage.place', withMarriage({ place: 'elsewhere' }), in2024],
  ['divorce.voluntary', 'both', 'pass', undefined, sound],
  ['divorce.voluntary', 'she is not willing', 'fail', 'application.voluntary.1', withApplication({ voluntary: ['yes', 'no'] })],
  ['divorce.voluntary', 'not asked', 'notYet', 'application.voluntary.0', withApplication({ voluntary: ['', 'yes'] })],
  ['divorce.marriage-named', 'an old number as printed', 'pass', undefined, sound],
  ['divorce.marriage-named', 'no number', 'notYet', 'marriage.number', withMarriage({ number: '' })],
  ['divorce.marriage-named', 'no office', 'notYet', 'marriage.office', withMarriage({ office: '' })],
  ['divorce.marriage-named', 'no such day', 'fail', 'marriage.day', withMarriage({ day: '2019-02-30' })],
  ['divorce.marriage-named', 'a marriage of tomorrow', 'fail', 'marriage.day', withMarriage({ day: '2026-04-11' })],
  ['divorce.marriage-named', 'the register knows another number', 'fail', 'marriage.number', withMarriage({ caseId: 'm-1' }), kept({ number: 'J110105-2019-000001' })],
  ['divorce.marriage-named', 'the register knows another day', 'fail', 'marriage.day', withMarriage({ caseId: 'm-1' }), kept({ day: '2019-05-21' })],
  ['divorce.marriage-named', 'a case that is not there', 'fail', 'marriage.caseId', withMarriage({ caseId: 'm-9' })],
  ['divorce.marriage-named', 'in the register', 'pass', undefined, withMarriage({ caseId: 'm-1' }), kept()],
  ['divorce.marriage-parties', 'theirs', 'pass', undefined, withMarriage({ caseId: 'm-1' }), kept()],
  ['divorce.marriage-parties', 'of another woman', 'fail', 'parties.1.identityNumber', withMarriage({ caseId: 'm-1' }), kept({ identityNumbers: [sound.parties[0].identityNumber, numberOf('1990-01-01', '2')] })],
  ['divorce.marriage-parties', 'not of this register', 'notApplicable', undefined, sound],
  ['divorce.marriage-stands', 'in force', 'pass', undefined, sound, kept()],
  ...(['divorced', 'void', 'annulled', 'revoked', 'ended', 'open', 'none'] as const).map((standing): Row => ['divorce.marriage-stands', standing, 'fail', 'marriage.caseId', sound, kept({ standing })]),
  ['divorce.second-application', 'none', 'pass', undefined, sound],
  ['divorce.second-application', 'one is running', 'fail', 'parties.1.identityNumber', sound, { register: [{ party: 1, caseId: 'd-0', window: 'divorce', standing: 'open', number: '', identityNumbers: ['', ''] }] }],
  ['divorce.second-application', 'an ended one', 'pass', undefined, sound, { register: [{ party: 1, caseId: 'd-0', window: 'divorce', standing: 'ended', number: '', identityNumbers: ['', ''] }] }],
  ['divorce.man-and-woman', 'so', 'pass', undefined, sound],
  ['divorce.man-and-woman', 'two women', 'fail', 'parties.0.sex', man({ sex: '2' })],
  ['divorce.man-and-woman', 'one number', 'fail', 'parties.1.identityNumber', man({ identityNumber: sound.parties[1].identityNumber })],
  ['divorce.marriage-certificates', 'both shown', 'pass', undefined, sound],
  ['divorce.marriage-certificates', 'one lost, with a statement', 'pass', undefined, withMarriage({ certificates: ['lost', 'shown'], lostStatements: [true, false] })],
  ['divorce.marriage-certificates', 'one lost, no statement', 'notYet', 'marriage.lostStatements.0', withMarriage({ certificates: ['lost', 'shown'] })],
  ['divorce.marriage-certificates', 'both lost, no copy of the file', 'notYet', 'marriage.fileCopy', withMarriage({ certificates: ['lost', 'lost'], lostStatements: [true, true] })],
  ['divorce.marriage-certificates', 'both lost, with all of it', 'pass', undefined, withMarriage({ certificates: ['lost', 'lost'], lostStatements: [true, true], fileCopy: true })],
  ['divorce.marriage-certificates', 'not shown', 'notYet', 'marriage.certificates.1', withMarriage({ certificates: ['shown', ''] })],
  ['divorce.marriage-certificates.2021', 'not shown in 2024', 'notYet', 'marriage.certificates.1', withMarriage({ certificates: ['shown', ''] }), in2024],
  ['divorce.papers', 'both', 'pass', undefined, sound],
  ['divorce.papers', 'hers is missing', 'notYet', 'papers.identity.1', divorceFile({ papers: [paper('identity', 0)] })],
  ['divorce.papers', 'a Hong Kong resident without the local card', 'notYet', 'papers.localIdentity.0', man({ kind: 'hongkong' })],
  ['divorce.papers', 'a serviceman', 'notYet', 'papers.militaryCard.0', man({ military: true })],
  ['divorce.papers.2021', 'missing in 2024', 'notYet', 'papers.identity.1', divorceFile({ papers: [paper('identity', 0)] }), in2024],
  ['divorce.nothing-extra', 'nothing', 'pass', undefined, sound],
  ['divorce.nothing-extra', 'a household book', 'asks', 'papers.2', divorceFile({ papers: [...sound.papers, paper('householdBook', 0)] })],
  ['divorce.application-form', 'filled in', 'pass', undefined, sound],
  ['divorce.application-form', 'brought along', 'notYet', 'application.filledOnSpot', withApplication({ filledOnSpot: false })],
  ['divorce.application-form', 'unsigned', 'notYet', 'application.signed.1', withApplication({ signed: [true, false] })],
  ['divorce.application-form', 'no fingerprint', 'notYet', 'application.fingerprint.0', withApplication({ fingerprint: [false, true] })],
  ['divorce.agreement-at-application', 'by default not collected', 'notApplicable', undefined, withAgreement({ collected: false })],
  ['divorce.agreement-at-application', 'the office collects it', 'notYet', 'agreement.collected', withAgreement({ collected: false }), { settings: { ...defaultDivorceSettings, agreementAtApplication: true } }],
  ['divorce.agreement-at-application', 'collected', 'pass', undefined, sound, { settings: { ...defaultDivorceSettings, agreementAtApplication: true } }],
  ['divorce.network-check', 'both', 'pass', undefined, sound],
  ['divorce.network-check', 'hers is missing', 'notYet', 'networkChecks.1', divorceFile({ networkChecks: [sound.networkChecks[0] as never] })],
  ['divorce.network-check', 'no result', 'asks', 'networkChecks.0', divorceFile({ networkChecks: [...sound.networkChecks, check(0, { identity: 'unavailable', checkedAt: `${received}T10:00:00+08:00` })] })],
  ['divorce.network-check', 'mismatch', 'asks', 'networkChecks.0', divorceFile({ networkChecks: [...sound.networkChecks, check(0, { identity: 'mismatch', checkedAt: `${received}T10:00:00+08:00` })] })],
  ['divorce.network-check', 'of tomorrow', 'fail', 'networkChecks.0', divorceFile({ networkChecks: [...sound.networkChecks, check(0, { checkedAt: '2026-04-11T10:00:00+08:00' })] })],
  ['divorce.network-married', 'married', 'pass', undefined, sound],
  ['divorce.network-married', 'divorced by a court?', 'asks', 'networkChecks.0', divorceFile({ networkChecks: [...sound.networkChecks, check(0, { maritalStatus: '40' })] })],
  ['divorce.counselling', 'offered', 'notApplicable', undefined, sound],
  ['divorce.counselling', 'not offered', 'asks', 'counselling.offered', divorceFile({ counselling: { offered: false, taken: false, note: '' } })],
  ['divorce.cooling-off-over', 'over', 'pass', undefined, sound],
  ['divorce.cooling-off-over', 'its last day', 'fail', 'day', sound, appears({ day: '2026-04-01' })],
  ['divorce.cooling-off-over', 'the first day after it', 'pass', undefined, sound, appears({ day: '2026-04-02' })],
  ['divorce.cooling-off-over', 'never accepted', 'fail', 'accepted', sound, unaccepted],
  ['divorce.cooling-off-over.2021', 'not over in 2024', 'fail', 'day', sound, { ...in2024, ...appears({ day: '2024-06-05' }) }],
  ['divorce.window-open', 'open', 'pass', undefined, sound],
  ['divorce.window-open', 'its last day', 'pass', undefined, sound, appears({ day: '2026-05-06' })],
  ['divorce.window-open', 'the day after', 'fail', 'day', sound, appears({ day: '2026-05-07' })],
  ['divorce.window-open.2021', 'past in 2024', 'fail', 'day', sound, { ...in2024, ...appears({ day: '2024-07-10' }) }],
  ['divorce.both-appear', 'both', 'pass', undefined, sound],
  ['divorce.both-appear', 'he alone', 'fail', 'present.1', sound, appears({ present: [true, false] })],
  ['divorce.same-office', 'the same', 'pass', undefined, sound],
  ['divorce.same-office', 'another', 'fail', 'area', sound, appears({ area: '110101' })],
  ['divorce.receipt', 'shown', 'pass', undefined, sound],
  ['divorce.receipt', 'lost and explained', 'pass', undefined, sound, appears({ receipt: 'lostExplained' })],
  ['divorce.receipt', 'neither', 'notYet', 'receipt', sound, appears({ receipt: '' })],
  ['divorce.withdraw-in-time', 'on the last day', 'pass', undefined, sound, { day: '2026-04-01' }],
  ['divorce.withdraw-in-time', 'after end1', 'fail', 'day', sound, { day: '2026-04-02' }],
  ['divorce.withdraw-in-time', 'before the receipt', 'fail', 'day', sound, { day: '2026-03-01' }],
  ['divorce.withdraw-in-time', 'nothing accepted', 'fail', 'accepted', sound, unaccepted],
  ['divorce.withdraw-papers', 'all of them', 'pass', undefined, sound, withdrawal()],
  ['divorce.withdraw-papers', 'receipt lost and explained', 'pass', undefined, sound, withdrawal({ receipt: 'lostExplained' })],
  ['divorce.withdraw-papers', 'nothing yet', 'notYet', 'withdrawal', sound],
  ['divorce.withdraw-papers', 'no identity paper', 'notYet', 'withdrawal.identityShown', sound, withdrawal({ identityShown: false })],
  ['divorce.withdraw-papers', 'no receipt', 'notYet', 'withdrawal.receipt', sound, withdrawal({ receipt: '' })],
  ['divorce.withdraw-papers', 'unsigned', 'notYet', 'withdrawal.signed', sound, withdrawal({ signed: false })],
  ['divorce.withdraw-papers', 'no fingerprint', 'notYet', 'withdrawal.fingerprint', sound, withdrawal({ fingerprint: false })],
  ['divorce.agreement-parts', 'complete', 'pass', undefined, sound],
  ['divorce.agreement-parts', 'children left out', 'fail', 'agreement.children', withAgreement({ children: 'omitted' })],
  ['divorce.agreement-parts', 'debts left out', 'fail', 'agreement.debts', withAgreement({ debts: 'omitted' })],
  ['divorce.agreement-parts', 'no property and no word of it', 'fail', 'agreement.property', withAgreement({ property: 'omitted' })],
  ['divorce.agreement-parts', '“none” written out', 'pass', undefined, withAgreement({ children: 'none', property: 'none', debts: 'none' })],
  ['divorce.agreement-parts', 'not read yet', 'notYet', 'agreement.property', withAgreement({ property: '' })],
  ['divorce.agreement-parts', 'free will not stated', 'notYet', 'agreement.voluntary', withAgreement({ voluntary: false })],
  ['divorce.agreement-parts', 'not collected', 'notYet', 'agreement.collected', withAgreement({ collected: false })],
  ['divorce.agreement-parts.2021', 'debts left out in 2024', 'fail', 'agreement.debts', withAgreement({ debts: 'omitted' }), in2024],
  ['divorce.agreement-parties', 'named', 'pass', undefined, sound],
  ['divorce.agreement-parties', 'not named', 'asks', 'agreement.parties', withAgreement({ parties: false })],
  ['divorce.agreement-parties', 'pregnant, nothing said', 'asks', 'agreement.pregnancy', withAgreement({ pregnancy: 'omitted' })],
  ['divorce.agreement-parties', 'not asked', 'notYet', 'agreement.pregnancy', withAgreement({ pregnancy: '' })],
  ['divorce.agreement-originals', 'three', 'pass', undefined, sound],
  ['divorce.agreement-originals', 'two', 'notYet', 'agreement.originals', withAgreement({ originals: 2 })],
  ['divorce.agreement-originals', 'not compared', 'notYet', 'agreement.identical', withAgreement({ identical: false })],
  ['divorce.agreement-signed', 'signed', 'pass', undefined, sound],
  ['divorce.agreement-signed', 'not by her', 'notYet', 'agreement.signed.1', withAgreement({ signed: [true, false] })],
  ['divorce.agreement-signed', 'no fingerprint', 'notYet', 'agreement.fingerprint.0', withAgreement({ fingerprint: [false, true] })],
  ['divorce.agreement-signed', 'no date', 'notYet', 'agreement.signedOn', withAgreement({ signedOn: '' })],
  ['divorce.agreement-signed', 'of tomorrow', 'fail', 'agreement.signedOn', withAgreement({ signedOn: '2026-04-11' })],
  ['divorce.agreement-signed', 'not before the registrar', 'notYet', 'agreement.witnessed', withAgreement({ witnessed: false })],
  ['divorce.agreement-unaltered', 'clean', 'pass', undefined, sound],
  ['divorce.agreement-unaltered', 'altered', 'notYet', 'agreement.unaltered', withAgreement({ unaltered: false })],
  ['divorce.interviews', 'both alone', 'pass', undefined, sound],
  ['divorce.interviews', 'hers is missing', 'notYet', 'interviews.1', divorceFile({ interviews: [interview(), null] })],
  ['divorce.interviews', 'together', 'fail', 'interviews.1.alone', hers({ alone: false })],
  ['divorce.interviews', 'no questions', 'notYet', 'interviews.1.questions', hers({ questions: [] })],
  ['divorce.interviews', 'unsigned', 'notYet', 'interviews.1.signed', hers({ signed: false })],
  ['divorce.interviews', 'of an earlier visit', 'fail', 'interviews.1.day', hers({ day: '2026-04-05' })],
  ['divorce.interviews.2021', 'missing in 2024', 'notYet', 'interviews.0', divorceFile({ interviews: [null, null] }), in2024],
  ['divorce.interview-will', 'willing', 'pass', undefined, sound],
  ['divorce.interview-will', 'she was pressed', 'fail', 'interviews.1.voluntary', hers({ voluntary: false })],
  ['divorce.interview-will', 'she does not know the agreement', 'fail', 'interviews.1.agreementConfirmed', hers({ agreementConfirmed: false })],
  ['divorce.declarations', 'both', 'pass', undefined, sound],
  ['divorce.declarations', 'not read aloud', 'notYet', 'declarations.0.readAloud', his({ readAloud: false })],
  ['divorce.declarations', 'no date', 'notYet', 'declarations.0.signedOn', his({ signedOn: '' })],
  ['divorce.declarations', 'of tomorrow', 'fail', 'declarations.0.signedOn', his({ signedOn: '2026-04-11' })],
  ['divorce.declarations', 'no witness', 'notYet', 'declarations.0.witness', his({ witnessSigned: false })],
  ['divorce.photos', 'single', 'pass', undefined, sound],
  ['divorce.photos', 'missing', 'notYet', 'photos.1', divorceFile({ photos: [sound.photos[0], null] })],
  ['divorce.photos', 'a joint one', 'fail', 'photos.0', photo({ width: 1252, height: 826 })],
  ['divorce.photos', 'too small', 'fail', 'photos.0', photo({ width: 207, height: 313 })],
  ['divorce.photos', 'one print', 'notYet', 'photos.0.prints', photo({ prints: 1 })],
  ['divorce.photos', 'composed', 'notYet', 'photos.0.notComposed', photo({ notComposed: false })],
  // Rules on persons, taken over
  ['divorce.name', 'missing', 'notYet', 'parties.0.name', man({ name: '' })],
  ['divorce.name', 'sound', 'pass', undefined, sound],
  ['divorce.identity-number', 'wrong check digit', 'fail', 'parties.0.identityNumber', man({ identityNumber: '110105194912310021' })],
  ['divorce.identity-birth', 'differs', 'fail', 'parties.0.birth', man({ birth: '1998-03-03' })],
  ['divorce.identity-valid', 'ended', 'fail', 'parties.0.identityTo', man({ identityTo: '2026-04-09' })],
  ['divorce.office-permission', 'no permission', 'fail', 'parties.0.kind', man({ kind: 'foreigner' }), { settings: { ...defaultDivorceSettings, foreignRelated: false } }],
  ['divorce.registrar-certified', 'ended', 'fail', 'registrar', sound, { registrar: { account: 'registrar', scope: 'all', certifiedUntil: '2026-01-01' } }],
]

const weight: Readonly<Record<Kind, number>> = { fail: 5, asks: 4, notYet: 3, unexamined: 2, pass: 1, notApplicable: 0 }

describe('rules of divorce registration', () => {
  for (const [id, seen, outcome, field, file, changes] of rows) it(`${id}: ${seen} → ${outcome} ${field ?? ''}`, () => {
    const context = divorceContext(changes)
    const rule = divorceRulesOn(context.day).find((entry) => entry.id === id)
    expect(rule, `${id} on ${context.day}`).toBeDefined()
    if (rule === undefined) return
    const said = saidBy(rule, divorceFacts(file, context))
    const worst = said.reduce((a, b) => (weight[b.kind] > weight[a.kind] ? b : a))
    expect(worst.kind).toBe(outcome)
    if (field !== undefined) expect(worst).toMatchObject({ field })
    if ('message' in worst && worst.message !== undefined) {
      expect(worst.message.zh).toMatch(/[\u4e00-\u9fff]/u)
      // a number is quoted as it is printed
      expect(worst.message.en.replaceAll(file.marriage.number, '')).not.toMatch(/[\u4e00-\u9fff]/u)
    }
  })
  it('every rule of the window itself has rows, one that passes or is silent and one that does not', () => {
    const borrowed = /^divorce\.(?:name|rare-characters|identity-|local-identity|card-term|nationality|person-|office-permission|registrar-certified)/
    for (const rule of divorceRules.filter((entry) => !borrowed.test(entry.id))) {
      const own = rows.filter(([id]) => id === rule.id)
      expect(own.length, rule.id).toBeGreaterThan(0)
      expect(own.some(([, , outcome]) => outcome !== 'pass' && outcome !== 'notApplicable'), rule.id).toBe(true)
      if (!rule.id.endsWith('.2021')) expect(own.some(([, , outcome]) => outcome === 'pass' || outcome === 'notApplicable'), rule.id).toBe(true)
    }
  })
  it('ids are the window’s, once each, in a group with a name, with an article and a stage', () => {
    const rules = divorceWindow.rules
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
    for (const rule of rules) {
      expect(rule.id.startsWith('divorce.')).toBe(true)
      expect({ ...ruleGroups, ...divorceRuleGroups }[rule.group], rule.group).toBeDefined()
      expect(rule.law.zh).not.toBe('')
    }
    expect(divorceRules.every((rule) => rule.at.length > 0)).toBe(true)
  })
  it('cites the articles of divorce for what is asked at every counter', () => {
    const law = (id: string) => divorceRules.find((rule) => rule.id === id)?.law.zh
    expect(law('divorce.identity-type')).toBe('《婚姻登记条例》第十五条')
    expect(law('divorce.identity-valid')).toBe('《婚姻登记条例》第十五条')
    expect(law('divorce.identity-valid.2003')).toBe('《婚姻登记条例》（2003年）第十一条')
    for (const day of ['2024-06-03', issuingDay]) {
      const names = divorceRulesOn(day).map((rule) => rule.id.replace(/\.(?:2003|2021)$/u, ''))
      expect(new Set(names).size).toBe(names.length)
      expect(names).toContain('divorce.identity-number')
    }
  })
  it('the closed list of article 14 is three grounds, under the older text too', () => {
    expect(groundsOn('notAccepted', issuingDay).map((rule) => rule.id)).toEqual(['divorce.agreement-reached', 'divorce.capacity', 'divorce.place'])
    expect(groundsOn('notAccepted', '2024-06-03').map((rule) => rule.id)).toEqual(['divorce.agreement-reached.2021', 'divorce.capacity.2021', 'divorce.place.2021'])
    expect(groundsOn('notAccepted', issuingDay)[1]?.law.zh).toBe('《婚姻登记条例》第十四条第（二）项')
  })
  it('a sound couple may be accepted, withdraw, appear and be divorced', () => {
    expect(runDivorceCheck(sound, divorceContext({ stage: 'acceptance', day: received }))).toMatchObject({ ready: true, findings: [] })
    expect(runDivorceCheck(sound, divorceContext({ stage: 'withdrawal', day: '2026-03-20', ...withdrawal() }))).toMatchObject({ ready: true })
    expect(runDivorceCheck(sound, divorceContext({ stage: 'appearance' }))).toMatchObject({ ready: true, findings: [] })
    expect(runDivorceCheck(sound, divorceContext())).toMatchObject({ ready: true, findings: [] })
    expect(runDivorceCheck(sound, divorceContext({ ...in2024, day: '2024-06-06' })).findings.map((finding) => finding.rule).filter((id) => !/interview|agreement-signed|declarations|network/.test(id))).toEqual([])
  })
  it('an empty file is silent while typing and far from ready', () => {
    const typing = runDivorceCheck(emptyDivorceFile(), divorceContext({ stage: 'acceptance', typing: true, day: received }))
    expect(typing.findings.filter((finding) => finding.severity === 'stop')).toEqual([])
    expect(typing.ready).toBe(false)
    expect(runDivorceCheck(emptyDivorceFile(), divorceContext({ stage: 'acceptance', day: received })).findings.length).toBeGreaterThan(10)
  })
  it('the receipt’s days, not today’s calendar, decide', () => {
    expect(runDivorceCheck(sound, divorceContext({ stage: 'appearance', acceptance: { area: '110105', dates: { ...receipt, end1: '2026-04-10', windowOpens: '2026-04-11' } } })).findings).toMatchObject([{ rule: 'divorce.cooling-off-over', severity: 'stop' }])
  })
})
