import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../../domain/action.ts'
import { civilDate } from '../../../../domain/dates.ts'
import { saidBy } from '../../../../domain/findings.ts'
import { defaultMarriageSettings } from '../../../../domain/marriage/context.ts'
import type { ReissueAction, ReissueActionKind } from '../../../../domain/reissue/actions.ts'
import { reissueActions, reissueStates } from '../../../../domain/reissue/actions.ts'
import { reissueArchiveOrder, reissueArchiveTitle } from '../../../../domain/reissue/archive.ts'
import { decideReissue, decideReissueRefusal, runReissueCheck } from '../../../../domain/reissue/decide.ts'
import type { Proxy, ReissueFile } from '../../../../domain/reissue/file.ts'
import { applicantsOf, emptyReissueFile } from '../../../../domain/reissue/file.ts'
import { allowedInReissue, applyReissue, foldReissue, nextReissueState, reissueActionTitles, reissueStateTitles } from '../../../../domain/reissue/fold.ts'
import type { ReissueCase } from '../../../../domain/reissue/fold.ts'
import { inspectReissue, reissueInspectionRules } from '../../../../domain/reissue/inspection.ts'
import { reissueRemark } from '../../../../domain/reissue/remark.ts'
import type { OriginalCase, ReissueContext } from '../../../../domain/reissue/rules.ts'
import { reissueFacts, reissueRuleGroups, reissueRules, reissueRulesOn } from '../../../../domain/reissue/rules.ts'
import { reissueWindow } from '../../../../domain/reissue/window.ts'
import { ruleGroups } from '../../../../domain/rule-book.ts'
import type { Outcome } from '../../../../domain/rule.ts'
import { check, numberOf, paper, soundFile, theDay } from '../facts.ts'

const married = soundFile().parties.map((party) => ({ ...party, maritalStatus: '20' })) as ReissueFile['parties']
const declared = { statusHolds: 'yes', truthful: true, signed: true, fingerprint: true, signedOn: theDay, witness: 'registrar', witnessSigned: true } as const
const single = { hash: 'c'.repeat(64), width: 827, height: 1252, prints: 2, recent: true, notComposed: true }
const sound = (changes: Partial<ReissueFile> = {}): ReissueFile => ({
  ...emptyReissueFile(), parties: married, original: { caseId: '', number: '京朝结字 010800123', office: '北京市朝阳区民政局', area: '110105', day: '2008-08-08' }, verification: { found: 'here', matches: 'yes', proof: '' }, reason: 'lost', courtDivorce: 'no',
  declarations: [declared, declared], papers: [paper('identity', 0), paper('identity', 1)], photo: { hash: 'a'.repeat(64), width: 1252, height: 826, joint: true, notComposed: true },
  networkChecks: [check(0, { maritalStatus: '20' }), check(1, { maritalStatus: '20' })], ...changes,
})
const hers = (changes: Partial<ReissueFile> = {}): ReissueFile => sound({ applicant: 'woman', papers: [paper('identity', 1)], networkChecks: [check(1, { maritalStatus: '20' })], declarations: [emptyReissueFile().declarations[0], declared], ...changes })
const proxy = (changes: Partial<Proxy> = {}): Proxy => ({ name: '王五', identityType: 'resident', identityNumber: numberOf('1980-01-01', '1'), identityShown: true, notary: '北京市某公证处', mandateNumber: '（2026）京某证字第1号', mandateDay: '2026-05-01', names: { party: true, identity: true, registrationDay: true, registrationOffice: true, presentStatus: true, matter: true, proxy: true }, ...changes })
const context = (changes: Partial<ReissueContext> = {}): ReissueContext => ({ typing: false, day: theDay, settings: defaultMarriageSettings, register: [], registrar: { account: 'registrar', scope: 'all', certifiedUntil: '2027-12-31' }, officeArea: '110105', ...changes })
const kept = (changes: Partial<OriginalCase> = {}): Partial<ReissueContext> => ({ original: { caseId: 'm-1', number: sound().original.number, day: sound().original.day, identityNumbers: [married[0].identityNumber, married[1].identityNumber], standing: 'standing', ...changes } })
const named = (changes: Partial<ReissueFile['original']> = {}): ReissueFile => sound({ original: { ...sound().original, ...changes } })
const divorceCert = (changes: Partial<ReissueFile> = {}): ReissueFile => sound({ certificate: 'divorce', photo: null, photos: [single, single], networkChecks: [check(0, { maritalStatus: '40' }), check(1, { maritalStatus: '40' })], ...changes })

type Row = readonly [string, string, Outcome['kind'], string | undefined, ReissueFile, Partial<ReissueContext>?]
const rows: readonly Row[] = [
  ['reissue.original', 'an old number', 'pass', undefined, sound()],
  ['reissue.original', 'no number', 'notYet', 'original.number', named({ number: '' })],
  ['reissue.original', 'no such day', 'fail', 'original.day', named({ day: '2008-02-30' })],
  ['reissue.original', 'tomorrow', 'fail', 'original.day', named({ day: '2026-05-21' })],
  ['reissue.original', 'another day in the register', 'fail', 'original.day', named({ caseId: 'm-1' }), kept({ day: '2008-08-09' })],
  ['reissue.original', 'another number in the register', 'fail', 'original.number', named({ caseId: 'm-1' }), kept({ number: 'J1' })],
  ['reissue.original', 'not in the register', 'fail', 'original.caseId', named({ caseId: 'm-9' })],
  ['reissue.original.2003', 'no number in 2020', 'notYet', 'original.number', named({ number: '' }), { day: '2020-05-20' }],
  ['reissue.file-verified', 'here', 'pass', undefined, sound()],
  ['reissue.file-verified', 'elsewhere with its copy', 'pass', undefined, sound({ verification: { found: 'elsewhere', matches: 'yes', proof: '某区档案馆复印件' } })],
  ['reissue.file-verified', 'elsewhere without', 'notYet', 'verification.proof', sound({ verification: { found: 'elsewhere', matches: 'yes', proof: '' } })],
  ['reissue.file-verified', 'lost, other proofs', 'pass', undefined, sound({ verification: { found: 'lost', matches: 'yes', proof: '户口簿记载和证人' } })],
  ['reissue.file-verified', 'differs', 'fail', 'verification.matches', sound({ verification: { found: 'here', matches: 'no', proof: '' } })],
  ['reissue.file-verified', 'not looked up', 'notYet', 'verification.found', sound({ verification: { found: '', matches: '', proof: '' } })],
  ['reissue.file-verified.2003', 'differs in 2020', 'fail', 'verification.matches', sound({ verification: { found: 'here', matches: 'no', proof: '' } }), { day: '2020-05-20' }],
  ['reissue.file-parties', 'theirs', 'pass', undefined, sound(), kept()],
  ['reissue.file-parties', 'a number changed since', 'asks', 'parties.1.identityNumber', sound(), kept({ identityNumbers: [married[0].identityNumber, '110105850715002'] })],
  ['reissue.status-holds', 'holds', 'pass', undefined, sound(), kept()],
  ...(['divorced', 'void', 'annulled', 'revoked', 'ended', 'open', 'none'] as const).map((standing): Row => ['reissue.status-holds', standing, 'fail', 'original.caseId', sound(), kept({ standing })]),
  ['reissue.status-holds', 'he says it changed', 'fail', 'declarations.0.statusHolds', sound({ declarations: [{ ...declared, statusHolds: 'no' }, declared] })],
  ['reissue.status-holds', 'not asked', 'notYet', 'declarations.1.statusHolds', sound({ declarations: [declared, { ...declared, statusHolds: '' }] })],
  ['reissue.status-holds', 'divorced, for a divorce certificate', 'pass', undefined, divorceCert(), kept({ standing: 'divorced' })],
  ['reissue.status-holds', 'remarried to each other', 'fail', 'original.caseId', divorceCert(), kept({ standing: 'remarried' })],
  ['reissue.status-holds', 'never divorced', 'fail', 'original.caseId', divorceCert(), kept()],
  ['reissue.status-holds.2003', 'changed in 2020', 'fail', 'original.caseId', sound(), { day: '2020-05-20', ...kept({ standing: 'divorced' }) }],
  ['reissue.court-divorce', 'no', 'pass', undefined, sound()],
  ['reissue.court-divorce', 'yes', 'fail', 'courtDivorce', sound({ courtDivorce: 'yes' })],
  ['reissue.court-divorce', 'not asked', 'notYet', 'courtDivorce', sound({ courtDivorce: '' })],
  ['reissue.court-divorce', 'a divorce certificate', 'notApplicable', undefined, divorceCert({ courtDivorce: '' })],
  ['reissue.reason', 'lost', 'pass', undefined, sound()],
  ['reissue.reason', 'damaged, not shown', 'notYet', 'oldCertificate.shown', sound({ reason: 'damaged' })],
  ['reissue.reason', 'differs, not cancelled', 'notYet', 'oldCertificate.cancelled', sound({ reason: 'mismatch', oldCertificate: { shown: true, cancelled: false } })],
  ['reissue.reason', 'damaged, cancelled', 'pass', undefined, sound({ reason: 'damaged', oldCertificate: { shown: true, cancelled: true } })],
  ['reissue.reason.2003', 'none in 2020', 'notYet', 'reason', sound({ reason: '' }), { day: '2020-05-20' }],
  ['reissue.proxy', 'in person', 'notApplicable', undefined, sound()],
  ['reissue.proxy', 'a whole mandate', 'pass', undefined, sound({ proxy: proxy() })],
  ['reissue.proxy', 'the file is lost', 'fail', 'proxy', sound({ proxy: proxy(), verification: { found: 'lost', matches: 'yes', proof: '证明' } })],
  ['reissue.proxy', 'the mandate does not name the status', 'notYet', 'proxy.names.presentStatus', sound({ proxy: proxy({ names: { ...proxy().names, presentStatus: false } }) })],
  ['reissue.proxy', 'a wrong number', 'fail', 'proxy.identityNumber', sound({ proxy: proxy({ identityNumber: '110105194912310021' }) })],
  ['reissue.proxy', 'not notarised', 'notYet', 'proxy.notary', sound({ proxy: proxy({ notary: '' }) })],
  ['reissue.proxy', 'of tomorrow', 'fail', 'proxy.mandateDay', sound({ proxy: proxy({ mandateDay: '2026-05-21' }) })],
  ['reissue.proxy.2003', 'nobody shown in 2020', 'notYet', 'proxy.identityShown', sound({ proxy: proxy({ identityShown: false, mandateDay: '2020-05-01' }) }), { day: '2020-05-20' }],
  ['reissue.papers', 'both', 'pass', undefined, sound()],
  ['reissue.papers', 'she alone, hers', 'pass', undefined, hers()],
  ['reissue.papers', 'she alone, none', 'notYet', 'papers.identity.1', hers({ papers: [] })],
  ['reissue.papers.2003', 'none in 2020', 'notYet', 'papers.identity.0', sound({ papers: [] }), { day: '2020-05-20' }],
  ['reissue.declaration', 'signed', 'pass', undefined, sound()],
  ['reissue.declaration', 'no fingerprint', 'notYet', 'declarations.0.fingerprint', sound({ declarations: [{ ...declared, fingerprint: false }, declared] })],
  ['reissue.declaration', 'of tomorrow', 'fail', 'declarations.0.signedOn', sound({ declarations: [{ ...declared, signedOn: '2026-05-21' }, declared] })],
  ['reissue.photos', 'joint', 'pass', undefined, sound()],
  ['reissue.photos', 'a single one', 'fail', 'photo', sound({ photo: { hash: 'a'.repeat(64), width: 827, height: 1252, joint: true, notComposed: true } })],
  ['reissue.photos', 'none', 'notYet', 'photo', sound({ photo: null })],
  ['reissue.photos', 'single for a divorce certificate', 'pass', undefined, divorceCert()],
  ['reissue.photos', 'one missing', 'notYet', 'photos.1', divorceCert({ photos: [single, null] })],
  ['reissue.network-check', 'married', 'pass', undefined, sound()],
  ['reissue.network-check', 'divorced by the network', 'asks', 'networkChecks.0', sound({ networkChecks: [check(0, { maritalStatus: '40' }), check(1, { maritalStatus: '20' })] })],
  ['reissue.network-check', 'none', 'notYet', 'networkChecks.0', sound({ networkChecks: [] })],
  ['reissue.nothing-extra', 'nothing', 'pass', undefined, sound()],
  ['reissue.nothing-extra', 'a fee', 'asks', 'papers.2', sound({ papers: [...sound().papers, paper('feeReceipt', 0)] })],
  ['reissue.name', 'the husband is not asked when she applies', 'pass', undefined, hers({ parties: [{ ...married[0], name: '' }, married[1]] })],
  ['reissue.name', 'hers is missing', 'notYet', 'parties.1.name', hers({ parties: [married[0], { ...married[1], name: '' }] })],
]
const weight: Readonly<Record<Outcome['kind'], number>> = { fail: 5, asks: 4, notYet: 3, unexamined: 2, pass: 1, notApplicable: 0 }

describe('rules of the reissue', () => {
  for (const [id, seen, outcome, field, file, changes] of rows) it(`${id}: ${seen} → ${outcome} ${field ?? ''}`, () => {
    const at = context(changes)
    const rule = reissueRulesOn(at.day).find((entry) => entry.id === id)
    if (rule === undefined) return expect.unreachable(id)
    const worst = saidBy(rule, reissueFacts(file, at)).reduce((a, b) => (weight[b.kind] > weight[a.kind] ? b : a))
    expect(worst.kind).toBe(outcome)
    if (field !== undefined) expect(worst).toMatchObject({ field })
  })
  it('each of its own has rows; ids, groups and laws stand', () => {
    for (const rule of reissueRules.slice(reissueRules.findIndex((entry) => entry.id === 'reissue.original'))) expect(rows.some(([id, , outcome]) => id === rule.id && outcome !== 'pass'), rule.id).toBe(true)
    const rules = reissueWindow.rules
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
    for (const rule of rules) expect({ ...ruleGroups, ...reissueRuleGroups }[rule.group], rule.group).toBeDefined()
    expect(reissueRules.filter((rule) => rule.refusalGround === true).map((rule) => rule.id.replace('.2003', ''))).toEqual(['reissue.file-verified', 'reissue.file-verified', 'reissue.status-holds', 'reissue.status-holds', 'reissue.court-divorce'])
  })
  it('nothing else stands in the way of a sound one; an empty one is silent while typing', () => {
    for (const file of [sound(), hers(), divorceCert(), sound({ proxy: proxy() })]) expect(runReissueCheck(file, context())).toMatchObject({ ready: true, findings: [] })
    expect(runReissueCheck(emptyReissueFile(), context({ typing: true })).findings.filter((finding) => finding.severity === 'stop')).toEqual([])
    expect(runReissueCheck(emptyReissueFile(), context()).ready).toBe(false)
  })
})

describe('the remark', () => {
  it.each([
    ['marriage', 'lost', '结婚证遗失，补发此证。2026年05月20日'],
    ['divorce', 'lost', '离婚证遗失，补发此证。2026年05月20日'],
    ['marriage', 'damaged', '结婚证损毁，补发此证。2026年05月20日'],
    ['marriage', '', ''],
  ] as const)('%s %s', (certificate, reason, remark) => {
    expect(reissueRemark({ certificate, reason }, civilDate(theDay))).toBe(remark)
  })
})

const subject = 'reissue-1'
const entries = (actions: readonly ReissueAction[]): readonly JournalEntry<ReissueAction>[] => actions.map((action, index) => ({ seq: index + 1, at: `${theDay}T10:00:00.000+08:00`, actor: 'registrar', counter: '2', action, hash: String(index) }))
const fold = (...actions: readonly ReissueAction[]): ReissueCase => foldReissue(entries(actions))
const opened = (file: ReissueFile = sound()): ReissueAction => ({ kind: 'reissue.opened', subject, body: { file } })
const facts = { number: 'BJ110105-2026-000001', serials: ['A000101', 'A000102'], officeName: '北京市朝阳区婚姻登记处', area: '110105', registrar: 'registrar' } as const
const granted = (file: ReissueFile = sound(), numbers: Parameters<typeof decideReissue>[2] = facts): ReissueAction => {
  const decision = decideReissue(fold(opened(file)), context(), numbers)
  if (decision.kind === 'findings') throw new Error(JSON.stringify(decision.findings))
  return decision.action
}
const proofread: ReissueAction = { kind: 'reissue.proofread', subject, body: { ticked: ['number'] } }
const delivered = (to: 'applicants' | 'proxy' = 'applicants'): ReissueAction => ({ kind: 'reissue.delivered', subject, body: { day: theDay, to, identityAsked: true, signed: true, fingerprint: true, oldCancelled: false } })
const archived: ReissueAction = { kind: 'reissue.archived', subject, body: { fonds: 'X012', year: 2026, officeFileNumber: 1, archiveFileNumber: '', pages: 6 } }
const whole = (file: ReissueFile = sound()): readonly ReissueAction[] => [opened(file), granted(file), proofread, delivered(file.proxy === null ? 'applicants' : 'proxy'), archived]

describe('deciding and folding a reissue', () => {
  it('the original day is carried over, the number is of its own series', () => {
    expect(granted().body).toMatchObject({ number: 'BJ110105-2026-000001', day: theDay, originalDay: '2008-08-08', remark: '结婚证遗失，补发此证。2026年05月20日' })
    expect(fold(...whole())).toMatchObject({ state: 'delivered', originalDay: '2008-08-08', serials: ['A000101', 'A000102'], archive: { pages: 6 } })
  })
  it('one applicant, one booklet', () => {
    expect(applicantsOf(hers())).toEqual([1])
    expect(granted(hers(), { ...facts, serials: ['', 'A000102'] }).body).toMatchObject({ serials: ['', 'A000102'] })
    expect(() => granted(hers())).toThrow(/serials.0/)
  })
  it.each([
    ['J for BJ', { ...facts, number: 'J110105-2026-000001' }, 'number'],
    ['BL for a marriage certificate', { ...facts, number: 'BL110105-2026-000001' }, 'number'],
    ['a serial missing', { ...facts, serials: ['A000101', ''] as const }, 'serials.1'],
    ['one serial twice', { ...facts, serials: ['A000101', 'A000101'] as const }, 'serials.1'],
  ])('refuses %s', (_seen, numbers, field) => {
    expect(() => granted(sound(), numbers)).toThrow(`(${field})`)
  })
  it('after the status changed nothing is reissued, and the refusal names the rule', () => {
    const decision = decideReissue(fold(opened()), context(kept({ standing: 'divorced' })), facts)
    expect(decision).toMatchObject({ kind: 'findings', findings: [{ rule: 'reissue.status-holds', severity: 'stop' }] })
    expect(decideReissueRefusal(fold(opened()), context(kept({ standing: 'divorced' })), [{ rule: 'reissue.status-holds', reason: '双方已离婚' }], 'registrar').body.grounds[0]).toMatchObject({ law: expect.stringContaining('第二十一条') as string })
    expect(() => decideReissueRefusal(fold(opened()), context(), [{ rule: 'reissue.status-holds', reason: '双方已离婚' }], 'registrar')).toThrow(/invalid/)
  })
  it('bodies pass their schemas, states and acts have names, nothing begins without its opening', () => {
    for (const action of whole()) expect(reissueActions[action.kind].parse(action.body)).toEqual(action.body)
    for (const title of [...Object.values(reissueStateTitles), ...Object.values(reissueActionTitles)]) expect(title.zh).toMatch(/[\u4e00-\u9fff]/u)
    expect(Object.keys(reissueStateTitles)).toEqual([...reissueStates])
    for (const kind of Object.keys(reissueActions) as ReissueActionKind[]) if (kind !== 'reissue.opened') expect(() => nextReissueState(undefined, kind)).toThrow(/wrong_state/)
  })
  it('spoil, correct, void: the number stays; nothing is filed twice', () => {
    const base = fold(opened(), granted(), proofread)
    const apply = (action: ReissueAction, on = base): ReissueCase => applyReissue(on, entries([action])[0] as never)
    expect(apply({ kind: 'reissue.reprinted', subject, reason: '坏', second: 'reviewer', body: { party: 0, spoiled: 'A000101', serial: 'A000109' } })).toMatchObject({ state: 'registered', serials: ['A000109', 'A000102'], spoiled: ['A000101'], proofread: [] })
    expect(apply({ kind: 'reissue.corrected', subject, reason: '错', second: 'reviewer', body: { changes: { remarkForm: '更' } } })).toMatchObject({ state: 'registered', corrections: [{ fields: ['remarkForm'] }] })
    expect(apply({ kind: 'reissue.voided', subject, reason: '错', second: 'reviewer', body: { day: theDay, recovered: true } })).toMatchObject({ state: 'voided', number: 'BJ110105-2026-000001' })
    expect(() => apply(archived, fold(...whole()))).toThrow(/wrong_state/)
    expect(allowedInReissue(fold(...whole()))).not.toContain('reissue.archived')
    expect(() => foldReissue([])).toThrow(/not_found/)
  })
})

describe('inspection and archive of a reissue', () => {
  const { typing: _typing, day: _day, ...inspecting } = context()
  const seen: ReissueAction = { kind: 'reissue.inspected', subject, body: { items: reissueInspectionRules.filter((rule) => rule.attestable).map((rule) => ({ item: rule.item, result: 'pass', note: '' })) } }
  it('unexamined, then qualified; also by proxy', () => {
    expect(inspectReissue(fold(...whole()), inspecting).verdict).toBe('unexamined')
    expect(inspectReissue(fold(...whole(), seen), inspecting).verdict).toBe('qualified')
    expect(inspectReissue(fold(...whole(sound({ proxy: proxy() })), seen), inspecting).verdict).toBe('qualified')
    expect(inspectReissue(fold(opened()), inspecting)).toEqual({ verdict: 'notApplicable', items: [] })
  })
  it.each<[string, (action: ReissueAction) => ReissueAction]>([
    ['reissue.day', (action) => (action.kind === 'reissue.registered' ? { ...action, body: { ...action.body, originalDay: theDay } } : action)],
    ['certificate.remark', (action) => (action.kind === 'reissue.registered' ? { ...action, body: { ...action.body, remark: '' } } : action)],
    ['number.shape', (action) => (action.kind === 'reissue.registered' ? { ...action, body: { ...action.body, number: 'BL110105-2026-000001' } } : action)],
    ['review.delivery', (action) => (action.kind === 'reissue.delivered' ? { ...action, body: { ...action.body, to: 'proxy' } } : action)],
    ['reissue.status', (action) => (action.kind === 'reissue.opened' ? opened(sound({ courtDivorce: 'yes' })) : action)],
  ])('%s fails', (item, change) => {
    const found = inspectReissue(fold(...whole().map(change), seen), inspecting)
    expect(found.verdict).toBe('failed')
    expect(found.items.find((entry) => entry.item === item)?.result).toBe('fail')
  })
  it('stands in the order of the measures', () => {
    expect(reissueArchiveOrder(fold(...whole(sound({ proxy: proxy() })))).map((part) => part.part)).toEqual(['review', 'declaration', 'declaration', 'proof', 'identity', 'identity', 'proxy'])
    expect(reissueArchiveTitle(fold(...whole()))).toBe('张三丰与李小萌补发结婚证')
  })
})
