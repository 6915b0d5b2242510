import { describe, expect, it } from 'vitest'
import { saidBy } from '../../../../domain/findings.ts'
import { getMarriageRule } from '../../../../domain/marriage/check.ts'
import type { MarriageContext, RegisterMatch } from '../../../../domain/marriage/context.ts'
import { defaultMarriageSettings, marriageFacts } from '../../../../domain/marriage/context.ts'
import type { MarriageFile } from '../../../../domain/marriage/file.ts'
import { marriageRules } from '../../../../domain/marriage/rules/index.ts'
import type { Outcome } from '../../../../domain/rule.ts'
import { check, numberOf, paper, soundContext, soundFile, withDeclaration, withParty } from '../facts.ts'

type Kind = Outcome['kind']
/** rule, what is seen, the worst outcome, the field it stands at, the file, the context */
type Row = readonly [rule: string, seen: string, outcome: Kind, field: string | undefined, file: MarriageFile, context?: Partial<MarriageContext>]

const sound = soundFile()
const man = (changes: Parameters<typeof withParty>[2], file = sound): MarriageFile => withParty(file, 0, changes)
const woman = (changes: Parameters<typeof withParty>[2], file = sound): MarriageFile => withParty(file, 1, changes)
const born = (index: 0 | 1, birth: string): MarriageFile => withParty(sound, index, { birth, identityNumber: numberOf(birth, index === 0 ? '1' : '2') })
const declared = (changes: Parameters<typeof withDeclaration>[2], file = sound): MarriageFile => withDeclaration(file, 0, changes)
const unsigned = { signed: false, fingerprint: false, readAloud: false, signedOn: '' } as const
const match = (changes: Partial<RegisterMatch> = {}): RegisterMatch => ({ party: 0, caseId: 'old', window: 'marriage', standing: 'standing', number: 'J110105-2020-000009', identityNumbers: [sound.parties[0].identityNumber, '110105199001010023'], ...changes })
const photo = (changes: Partial<NonNullable<MarriageFile['photo']>>): MarriageFile => soundFile({ photo: { hash: 'a'.repeat(64), width: 1252, height: 826, joint: true, notComposed: true, ...changes } })
const french = woman({ kind: 'foreigner', nationality: 'FRA', identityType: 'passport', identityNumber: '12AB34567', ethnicity: '', name: 'DUPONT MARIE' })
const frenchWith = (...types: readonly string[]): MarriageFile => ({ ...french, papers: [...french.papers, ...types.map((type) => paper(type, 1, type === 'noSpouse' ? { issuedOn: '2026-03-01' } : {}))] })
const hongkong = man({ kind: 'hongkong', identityType: 'hmPermit', identityNumber: 'H12345678', localIdentityNumber: 'A123456(3)', ethnicity: '' })
const late = (cohabitedSince: string): MarriageFile => soundFile({ kind: 'late', cohabitedSince })
const again = (changes: Partial<MarriageFile> = {}): MarriageFile => ({ ...man({ maritalStatus: '40' }, woman({ maritalStatus: '40' })), kind: 'remarriage', formerDivorce: { number: 'L110105-2022-000003', day: '2022-03-04' }, ...changes })
const checked = (changes: Parameters<typeof check>[1]): MarriageFile => soundFile({ networkChecks: [check(0, changes), check(1)] })
const soldier = (changes: Parameters<typeof withParty>[2] = {}): MarriageFile => ({ ...man({ military: true, militaryNumber: '军字第0012345号', ...changes }), remarkForm: '男方军人证件号：军字第0012345号' })
const in2024 = { day: '2024-05-20' } as const
const typing = { stage: 'typing' } as const
const noOne = (stage: 'typing' | 'decision'): Partial<MarriageContext> => { const { registrar: _registrar, ...rest } = soundContext({ stage }); return rest }
const withoutRegistrar = { registrar: undefined as never, stage: 'decision' } as Partial<MarriageContext>

const rows: readonly Row[] = [
  ['marriage.age', '22 on the day', 'pass', undefined, born(0, '2004-05-20')],
  ['marriage.age', 'the birthday is tomorrow', 'fail', 'parties.0.birth', born(0, '2004-05-21')],
  ['marriage.age', 'she is 20 on the day', 'pass', undefined, born(1, '2006-05-20')],
  ['marriage.age', 'she is 19', 'fail', 'parties.1.birth', born(1, '2006-05-21')],
  ['marriage.age', 'no birth known', 'notYet', 'parties.0.birth', man({ birth: '', identityType: 'passport', identityNumber: 'E12345678' })],
  ['marriage.age', '29 February, counted as 1 March: 28 February is too early', 'fail', 'parties.0.birth', born(0, '2004-02-29'), { day: '2026-02-28' }],
  ['marriage.age', '29 February, counted as 1 March', 'pass', undefined, born(0, '2004-02-29'), { day: '2026-03-01' }],
  ['marriage.age', '29 February, counted as 28 February', 'pass', undefined, born(0, '2004-02-29'), { day: '2026-02-28', settings: { ...defaultMarriageSettings, leapBirthday: 'feb28' } }],
  ['marriage.age.2003', 'under age in 2024', 'fail', 'parties.0.birth', born(0, '2004-05-20'), in2024],
  ['marriage.age.2003', 'of age in 2024', 'pass', undefined, sound, in2024],
  ['marriage.voluntary', 'declared', 'pass', undefined, sound],
  ['marriage.voluntary', 'signed without it', 'fail', 'declarations.0.voluntary', declared({ voluntary: false })],
  ['marriage.voluntary', 'not signed yet', 'notYet', 'declarations.0.voluntary', declared({ voluntary: false, ...unsigned })],
  ['marriage.voluntary.2003', 'signed without it in 2024', 'fail', 'declarations.0.voluntary', declared({ voluntary: false }), in2024],
  ['marriage.voluntary.2003', 'declared in 2024', 'pass', undefined, sound, in2024],
  ['marriage.status', 'never married', 'pass', undefined, sound],
  ['marriage.status', 'widowed', 'pass', undefined, man({ maritalStatus: '30' })],
  ['marriage.status', 'married', 'fail', 'parties.0.maritalStatus', man({ maritalStatus: '20' })],
  ['marriage.status', 'not stated', 'fail', 'parties.0.maritalStatus', man({ maritalStatus: '90' })],
  ['marriage.status', 'not entered', 'notYet', 'parties.0.maritalStatus', man({ maritalStatus: '' })],
  ['marriage.status.2003', 'married in 2024', 'fail', 'parties.1.maritalStatus', woman({ maritalStatus: '21' }), in2024],
  ['marriage.status.2003', 'single in 2024', 'pass', undefined, sound, in2024],
  ['marriage.declared-single', 'declared', 'pass', undefined, sound],
  ['marriage.declared-single', 'signed without it', 'fail', 'declarations.0.noSpouse', declared({ noSpouse: false })],
  ['marriage.declared-single', 'not signed yet', 'notYet', 'declarations.0.noSpouse', declared({ noSpouse: false, ...unsigned })],
  ['marriage.register-spouse', 'nothing on record', 'pass', undefined, sound],
  ['marriage.register-spouse', 'married in this register', 'fail', 'parties.0.identityNumber', sound, { register: [match()] }],
  ['marriage.register-spouse', 'that marriage has ended', 'pass', undefined, sound, { register: [match({ standing: 'ended' })] }],
  ['marriage.open-divorce', 'none', 'pass', undefined, sound],
  ['marriage.open-divorce', 'cooling off', 'fail', 'parties.1.identityNumber', sound, { register: [match({ party: 1, window: 'divorce', standing: 'open', number: '' })] }],
  ['marriage.kinship', 'declared', 'pass', undefined, sound],
  ['marriage.kinship', 'signed without it', 'fail', 'declarations.0.notKin', declared({ notKin: false })],
  ['marriage.kinship', 'not signed yet', 'notYet', 'declarations.0.notKin', declared({ notKin: false, ...unsigned })],
  ['marriage.kinship.2003', 'kin in 2024', 'fail', 'declarations.0.notKin', declared({ notKin: false }), in2024],
  ['marriage.kinship.2003', 'not kin in 2024', 'pass', undefined, sound, in2024],
  ['marriage.illness.2003', 'reminds at the decision of 2024', 'asks', 'declarations', sound, in2024],
  ['marriage.illness.2003', 'silent while typing', 'notApplicable', undefined, sound, { ...in2024, ...typing }],
  ['marriage.sex', 'a man and a woman', 'pass', undefined, sound],
  ['marriage.sex', 'two women', 'fail', 'parties.0.sex', man({ sex: '2' })],
  ['marriage.sex', 'unknown', 'notYet', 'parties.0.sex', man({ sex: '', identityType: 'passport', identityNumber: 'E12345678' })],
  ['marriage.same-person', 'two numbers', 'pass', undefined, sound],
  ['marriage.same-person', 'one number twice, typed differently', 'fail', 'parties.1.identityNumber', woman({ identityNumber: ` ${sound.parties[0].identityNumber}` })],
  ['marriage.same-person', 'passports of two countries with one number', 'pass', undefined, man({ kind: 'foreigner', nationality: 'DEU', identityType: 'passport', identityNumber: '12AB34567' }, french)],
  ['marriage.same-person', 'one is missing', 'notYet', 'parties.1.identityNumber', woman({ identityNumber: '' })],
  ['marriage.open-case', 'none', 'pass', undefined, sound],
  ['marriage.open-case', 'another case', 'asks', 'parties.0.identityNumber', sound, { register: [match({ standing: 'open', number: '' })] }],
  ['marriage.capacity', 'declared', 'pass', undefined, sound],
  ['marriage.capacity', 'signed without it', 'asks', 'declarations.0.capacity', declared({ capacity: false })],
  ['marriage.capacity', 'not signed yet', 'notYet', 'declarations.0.capacity', declared({ capacity: false, ...unsigned })],
  ['marriage.name', 'sound', 'pass', undefined, sound],
  ['marriage.name', 'a digit', 'fail', 'parties.0.name', man({ name: '张3' })],
  ['marriage.name', 'a control character', 'fail', 'parties.0.name', man({ name: '张\u0007三' })],
  ['marriage.name', 'missing', 'notYet', 'parties.1.name', woman({ name: '' })],
  ['marriage.rare-characters', 'common', 'pass', undefined, sound],
  ['marriage.rare-characters', 'outside the list', 'asks', 'parties.0.name', man({ name: '王嘦' })],
  ['marriage.identity-type', 'resident card', 'pass', undefined, sound],
  ['marriage.identity-type', 'a foreigner’s card for a resident', 'fail', 'parties.0.identityType', man({ identityType: 'permanent' })],
  ['marriage.identity-type.2003', 'passport for a mainland resident in 2024', 'fail', 'parties.0.identityType', man({ identityType: 'passport' }), in2024],
  ['marriage.identity-type.2003', 'resident card in 2024', 'pass', undefined, sound, in2024],
  ['marriage.identity-number', 'sound', 'pass', undefined, sound],
  ['marriage.identity-number', 'wrong check digit', 'fail', 'parties.0.identityNumber', man({ identityNumber: '110105194912310021' })],
  ['marriage.identity-number', 'missing', 'notYet', 'parties.1.identityNumber', woman({ identityNumber: '' })],
  ['marriage.identity-number', 'test area in a real office', 'fail', 'parties.0.identityNumber', man({ identityNumber: numberOf('1998-03-02', '1', '990101') })],
  ['marriage.identity-number', 'test area in a sample office', 'pass', undefined, man({ identityNumber: numberOf('1998-03-02', '1', '990101') }), { settings: { ...defaultMarriageSettings, sampleOffice: true } }],
  ['marriage.identity-number.2003', 'wrong in 2024', 'fail', 'parties.0.identityNumber', man({ identityNumber: '110105194912310021' }), in2024],
  ['marriage.identity-number.2003', 'sound in 2024', 'pass', undefined, sound, in2024],
  ['marriage.identity-area', 'known', 'pass', undefined, sound],
  ['marriage.identity-area', 'in no table', 'asks', 'parties.0.identityNumber', man({ identityNumber: numberOf('1998-03-02', '1', '189999') })],
  ['marriage.local-identity', 'no local card wanted', 'notApplicable', undefined, sound],
  ['marriage.local-identity', 'Hong Kong card', 'pass', undefined, hongkong],
  ['marriage.local-identity', 'wrong check', 'fail', 'parties.0.localIdentityNumber', man({ localIdentityNumber: 'A123456(4)' }, hongkong)],
  ['marriage.local-identity', 'missing', 'notYet', 'parties.0.localIdentityNumber', man({ localIdentityNumber: '' }, hongkong)],
  ['marriage.local-identity.2003', 'missing in 2024', 'notYet', 'parties.0.localIdentityNumber', man({ localIdentityNumber: '' }, hongkong), in2024],
  ['marriage.local-identity.2003', 'there in 2024', 'pass', undefined, hongkong, in2024],
  ['marriage.identity-birth', 'agrees', 'pass', undefined, sound],
  ['marriage.identity-birth', 'differs', 'fail', 'parties.0.birth', man({ birth: '1998-03-03' })],
  ['marriage.identity-birth', 'does not exist', 'fail', 'parties.0.birth', man({ birth: '1998-02-30' })],
  ['marriage.identity-birth', 'after the act', 'fail', 'parties.0.birth', man({ birth: '2027-01-01' })],
  ['marriage.identity-birth', 'not entered', 'notYet', 'parties.0.birth', man({ birth: '' })],
  ['marriage.identity-birth', 'a number without a birth', 'notApplicable', undefined, { ...sound, parties: [{ ...sound.parties[0], identityType: 'passport', identityNumber: 'E12345678' }, { ...sound.parties[1], identityType: 'passport', identityNumber: 'E12345679' }] }],
  ['marriage.identity-birth.2003', 'differs in 2024', 'fail', 'parties.0.birth', man({ birth: '1998-03-03' }), in2024],
  ['marriage.identity-birth.2003', 'agrees in 2024', 'pass', undefined, sound, in2024],
  ['marriage.identity-sex', 'agrees', 'pass', undefined, sound],
  ['marriage.identity-sex', 'differs', 'fail', 'parties.0.sex', man({ sex: '2' })],
  ['marriage.identity-sex.2003', 'differs in 2024', 'fail', 'parties.0.sex', man({ sex: '2' }), in2024],
  ['marriage.identity-sex.2003', 'agrees in 2024', 'pass', undefined, sound, in2024],
  ['marriage.identity-valid', 'valid', 'pass', undefined, sound],
  ['marriage.identity-valid', 'the last day', 'pass', undefined, man({ identityTo: '2026-05-20' })],
  ['marriage.identity-valid', 'ended yesterday', 'fail', 'parties.0.identityTo', man({ identityTo: '2026-05-19' })],
  ['marriage.identity-valid', 'long-term', 'pass', undefined, man({ identityTo: 'long' })],
  ['marriage.identity-valid', 'not valid yet', 'fail', 'parties.0.identityFrom', man({ identityFrom: '2026-05-21' })],
  ['marriage.identity-valid', 'an end that does not exist', 'fail', 'parties.0.identityTo', man({ identityTo: '2030-02-30' })],
  ['marriage.identity-valid', 'not entered', 'notYet', 'parties.1.identityTo', woman({ identityTo: '' })],
  ['marriage.identity-valid.2003', 'ended in 2024', 'fail', 'parties.0.identityTo', man({ identityTo: '2024-05-19' }), in2024],
  ['marriage.identity-valid.2003', 'valid in 2024', 'pass', undefined, sound, in2024],
  ['marriage.card-term', 'ten years at 22', 'pass', undefined, sound],
  ['marriage.card-term', 'twenty years at 22', 'asks', 'parties.0.identityTo', man({ identityTo: '2040-03-01' })],
  ['marriage.card-term', 'no dates', 'notApplicable', undefined, man({ identityFrom: '' }, woman({ identityFrom: '' }))],
  ['marriage.nationality', 'China', 'pass', undefined, sound],
  ['marriage.nationality', 'a Chinese foreigner', 'fail', 'parties.1.nationality', woman({ nationality: 'CHN' }, french)],
  ['marriage.nationality', 'Hong Kong is none', 'fail', 'parties.0.nationality', man({ nationality: 'HKG' }, hongkong)],
  ['marriage.nationality', 'a resident with a foreign one', 'fail', 'parties.0.nationality', man({ nationality: 'FRA' })],
  ['marriage.nationality', 'a French woman', 'pass', undefined, french],
  ['marriage.nationality', 'missing', 'notYet', 'parties.0.nationality', man({ nationality: '' })],
  ['marriage.person-block', 'complete', 'pass', undefined, sound],
  ['marriage.person-block', 'no ethnic group', 'notYet', 'parties.0.ethnicity', man({ ethnicity: '' })],
  ['marriage.person-block', 'an ethnic group that is none', 'fail', 'parties.0.ethnicity', man({ ethnicity: '77' })],
  ['marriage.person-block', 'a foreigner with one', 'fail', 'parties.1.ethnicity', woman({ ethnicity: '01' }, french)],
  ['marriage.person-block', 'no residence', 'notYet', 'parties.0.residence.detail', man({ residence: { province: '', prefecture: '', county: '', area: '', detail: '' } })],
  ['marriage.person-statistics', 'entered', 'pass', undefined, sound],
  ['marriage.person-statistics', 'unknown education', 'asks', 'parties.0.education', man({ education: '55' })],
  ['marriage.person-statistics', 'no occupation', 'notYet', 'parties.0.occupation', man({ occupation: '' })],
  ['marriage.papers', 'complete', 'pass', undefined, sound],
  ['marriage.papers', 'no card of hers', 'notYet', 'papers.identity.1', soundFile({ papers: [paper('identity', 0)] })],
  ['marriage.papers', 'a French woman without her papers', 'notYet', 'papers.noSpouse.1', french],
  ['marriage.papers', 'a French woman with all', 'pass', undefined, frenchWith('noSpouse', 'authentication')],
  ['marriage.papers', 'with an apostille but no translation', 'notYet', 'papers.translation.1', frenchWith('noSpouse', 'apostille', 'hagueStatement')],
  ['marriage.papers.2003', 'no household book in 2024', 'notYet', 'papers.householdBook.0', sound, in2024],
  ['marriage.papers.2003', 'with household books in 2024', 'pass', undefined, soundFile({ papers: [...sound.papers, paper('householdBook', 0), paper('householdBook', 1)] }), in2024],
  ['marriage.papers-valid', 'valid', 'pass', undefined, sound],
  ['marriage.papers-valid', 'ended', 'fail', 'papers.0.validTo', soundFile({ papers: [paper('identity', 0, { validTo: '2026-05-19' })] })],
  ['marriage.papers-valid', 'issued tomorrow', 'fail', 'papers.0.issuedOn', soundFile({ papers: [paper('identity', 0, { issuedOn: '2026-05-21' })] })],
  ['marriage.papers-valid', 'a day that does not exist', 'fail', 'papers.0.issuedOn', soundFile({ papers: [paper('identity', 0, { issuedOn: '2026-02-30' })] })],
  ['marriage.papers-valid.2003', 'ended in 2024', 'fail', 'papers.0.validTo', soundFile({ papers: [paper('identity', 0, { validTo: '2024-05-19' })] }), in2024],
  ['marriage.papers-valid.2003', 'valid in 2024', 'pass', undefined, sound, in2024],
  ['marriage.paper-types', 'listed', 'pass', undefined, sound],
  ['marriage.paper-types', 'not listed', 'fail', 'papers.0.type', soundFile({ papers: [paper('libraryCard', 0)] })],
  ['marriage.papers-legible', 'legible', 'pass', undefined, sound],
  ['marriage.papers-legible', 'not confirmed', 'asks', 'papers.0.legible', soundFile({ papers: [paper('identity', 0, { legible: false })] })],
  ['marriage.no-spouse-age', 'none supplied', 'notApplicable', undefined, sound],
  ['marriage.no-spouse-age', 'within six months', 'pass', undefined, soundFile({ papers: [paper('noSpouse', 1, { issuedOn: '2025-11-20' })] })],
  ['marriage.no-spouse-age', 'six months and a day', 'fail', 'papers.0.issuedOn', soundFile({ papers: [paper('noSpouse', 1, { issuedOn: '2025-11-19' })] })],
  ['marriage.no-spouse-age', 'states its own term', 'notApplicable', undefined, soundFile({ papers: [paper('noSpouse', 1, { issuedOn: '2025-01-01', validTo: '2026-12-31' })] })],
  ['marriage.no-spouse-age', 'no day of issue', 'notYet', 'papers.0.issuedOn', soundFile({ papers: [paper('noSpouse', 1)] })],
  ['marriage.no-spouse-age', 'an office that takes three months', 'fail', 'papers.0.issuedOn', soundFile({ papers: [paper('noSpouse', 1, { issuedOn: '2026-01-20' })] }), { settings: { ...defaultMarriageSettings, noSpouseMonths: 3 } }],
  ['marriage.no-spouse-wording', 'residents', 'notApplicable', undefined, sound],
  ['marriage.no-spouse-wording', 'a foreign paper', 'asks', 'papers.noSpouse.1', frenchWith('noSpouse')],
  ['marriage.hague-statement', 'no apostille', 'notApplicable', undefined, sound],
  ['marriage.hague-statement', 'no statement', 'notYet', 'papers.hagueStatement.1', frenchWith('apostille')],
  ['marriage.hague-statement', 'all there', 'pass', undefined, frenchWith('apostille', 'translation', 'hagueStatement')],
  ['marriage.military', 'civilians', 'notApplicable', undefined, sound],
  ['marriage.military', 'number in the remark', 'pass', undefined, soldier()],
  ['marriage.military', 'number missing', 'notYet', 'parties.0.militaryNumber', soldier({ militaryNumber: '' })],
  ['marriage.military', 'number not in the remark', 'asks', 'remarkForm', { ...soldier(), remarkForm: '' }],
  ['marriage.nothing-extra', 'nothing extra', 'pass', undefined, sound],
  ['marriage.nothing-extra', 'a household book', 'asks', 'papers.2', soundFile({ papers: [...sound.papers, paper('householdBook', 0)] })],
  ['marriage.nothing-extra', 'a receipt', 'asks', 'papers.2', soundFile({ papers: [...sound.papers, paper('feeReceipt', 'both')] })],
  ['marriage.household-place.2003', 'household here', 'pass', undefined, sound, in2024],
  ['marriage.household-place.2003', 'household elsewhere', 'asks', 'parties.0.residence.area', sound, { ...in2024, officeArea: '310101' }],
  ['marriage.household-place.2003', 'one party from Hong Kong', 'notApplicable', undefined, hongkong, in2024],
  ['marriage.photo', 'sound', 'pass', undefined, sound],
  ['marriage.photo', 'exactly 300 dpi', 'pass', undefined, photo({ width: 626, height: 413 })],
  ['marriage.photo', 'too small', 'fail', 'photo', photo({ width: 625, height: 413 })],
  ['marriage.photo', 'upright', 'fail', 'photo', photo({ width: 826, height: 1252 })],
  ['marriage.photo', 'missing', 'notYet', 'photo', soundFile({ photo: null })],
  ['marriage.photo', 'not confirmed', 'notYet', 'photo.notComposed', photo({ notComposed: false })],
  ['marriage.late', 'an ordinary marriage', 'notApplicable', undefined, sound],
  ['marriage.late', 'with its day', 'pass', undefined, late('2022-01-01')],
  ['marriage.late', 'no day', 'notYet', 'cohabitedSince', late('')],
  ['marriage.late', 'after the act', 'fail', 'cohabitedSince', late('2026-05-21')],
  ['marriage.late', 'a day that does not exist', 'fail', 'cohabitedSince', late('2022-02-30')],
  ['marriage.late-effect', 'both were of age', 'pass', undefined, late('2022-01-01')],
  ['marriage.late-effect', 'she was not', 'asks', 'cohabitedSince', late('2018-01-01')],
  ['marriage.late-effect', 'an ordinary marriage', 'notApplicable', undefined, sound],
  ['marriage.remarriage', 'an ordinary marriage', 'notApplicable', undefined, sound],
  ['marriage.remarriage', 'both divorced', 'pass', undefined, again()],
  ['marriage.remarriage', 'she is widowed', 'fail', 'parties.1.maritalStatus', woman({ maritalStatus: '30' }, again())],
  ['marriage.remarriage', 'no divorce given', 'notYet', 'formerDivorce.day', again({ formerDivorce: { number: '', day: '' } })],
  ['marriage.remarriage', 'a divorce after the act', 'fail', 'formerDivorce.day', again({ formerDivorce: { number: 'L1', day: '2027-01-01' } })],
  ['marriage.remarriage-same', 'nothing known', 'notApplicable', undefined, sound],
  ['marriage.remarriage-same', 'a proof of divorce', 'pass', undefined, again({ papers: [...sound.papers, paper('divorceProof', 'both')] })],
  ['marriage.remarriage-same', 'the register knows them', 'pass', undefined, again(), { register: [match({ standing: 'ended', identityNumbers: [sound.parties[0].identityNumber, sound.parties[1].identityNumber] })] }],
  ['marriage.remarriage-same', 'no proof', 'asks', 'formerDivorce.number', again()],
  ['marriage.remarriage-same', 'a former couple under the wrong kind', 'asks', 'kind', sound, { register: [match({ standing: 'ended', identityNumbers: [sound.parties[0].identityNumber, sound.parties[1].identityNumber] })] }],
  ['marriage.office-permission', 'residents', 'notApplicable', undefined, sound],
  ['marriage.office-permission', 'permission held', 'pass', undefined, french],
  ['marriage.office-permission', 'not held by the office', 'fail', 'parties.1.kind', french, { settings: { ...defaultMarriageSettings, foreignRelated: false } }],
  ['marriage.office-permission', 'not held by the registrar', 'fail', 'parties.1.kind', french, { registrar: { account: 'r', scope: 'mainland', certifiedUntil: '2030-01-01' } }],
  ['marriage.office-permission', 'nobody decides yet', 'unexamined', undefined, french, withoutRegistrar],
  ['marriage.office-permission.2003', 'not held in 2024', 'fail', 'parties.1.kind', french, { ...in2024, settings: { ...defaultMarriageSettings, foreignRelated: false } }],
  ['marriage.office-permission.2003', 'held in 2024', 'pass', undefined, french, in2024],
  ['marriage.registrar-certified', 'certified', 'pass', undefined, sound],
  ['marriage.registrar-certified', 'on the last day', 'pass', undefined, sound, { registrar: { account: 'r', scope: 'all', certifiedUntil: '2026-05-20' } }],
  ['marriage.registrar-certified', 'ended', 'fail', 'registrar', sound, { registrar: { account: 'r', scope: 'all', certifiedUntil: '2026-05-19' } }],
  ['marriage.registrar-certified', 'no certificate on record', 'fail', 'registrar', sound, { registrar: { account: 'r', scope: 'all', certifiedUntil: '' } }],
  ['marriage.registrar-certified', 'nobody decides yet', 'unexamined', undefined, sound, withoutRegistrar],
  ['marriage.both-non-mainland', 'one resident', 'notApplicable', undefined, french],
  ['marriage.both-non-mainland', 'none', 'asks', 'parties.0.kind', { ...french, parties: [hongkong.parties[0], french.parties[1]] }],
  ['marriage.duty-trafficking', 'both willing', 'pass', undefined, sound],
  ['marriage.duty-trafficking', 'one not willing', 'asks', 'declarations.0.voluntary', declared({ voluntary: false })],
  ['marriage.duty-trafficking', 'while typing', 'notApplicable', undefined, sound, typing],
  ['marriage.network-check', 'both checked', 'pass', undefined, sound],
  ['marriage.network-check', 'not checked', 'notYet', 'networkChecks.1', soundFile({ networkChecks: [check(0)] })],
  ['marriage.network-check', 'no answer', 'fail', 'networkChecks.0', checked({ identity: 'unavailable', maritalStatus: '' })],
  ['marriage.network-check', 'no marital status', 'fail', 'networkChecks.0', checked({ maritalStatus: '' })],
  ['marriage.network-check', 'a foreigner has none there', 'pass', undefined, { ...french, networkChecks: [check(0), check(1, { maritalStatus: '' })] }],
  ['marriage.network-check', 'dated after the decision', 'fail', 'networkChecks.0', checked({ checkedAt: '2026-05-21T09:00:00+08:00' })],
  ['marriage.network-check', 'the later check counts', 'pass', undefined, soundFile({ networkChecks: [check(0, { identity: 'unavailable', maritalStatus: '' }), check(1), check(0)] })],
  ['marriage.network-identity', 'match', 'pass', undefined, sound],
  ['marriage.network-identity', 'mismatch', 'fail', 'networkChecks.0', checked({ identity: 'mismatch' })],
  ['marriage.network-identity', 'mismatch proved', 'pass', undefined, checked({ identity: 'mismatch', proof: '户籍证明' })],
  ['marriage.network-identity', 'not checked', 'notApplicable', undefined, soundFile({ networkChecks: [] })],
  ['marriage.status-differs', 'agree', 'notApplicable', undefined, sound],
  ['marriage.status-differs', 'declared divorced, the network says married', 'fail', 'parties.0.maritalStatus', man({ maritalStatus: '40' }, checked({ maritalStatus: '20' }))],
  ['marriage.status-differs', 'with the divorce certificate', 'pass', undefined, { ...man({ maritalStatus: '40' }, checked({ maritalStatus: '20' })), papers: [...sound.papers, paper('divorceProof', 0)] }],
  ['marriage.status-differs', 'a proof of death does not prove a divorce', 'fail', 'parties.0.maritalStatus', { ...man({ maritalStatus: '40' }, checked({ maritalStatus: '20' })), papers: [...sound.papers, paper('deathProof', 0)] }],
  ['marriage.network-married', 'single on the network', 'notApplicable', undefined, sound],
  ['marriage.network-married', 'married on the network', 'asks', 'networkChecks.0', man({ maritalStatus: '40' }, checked({ maritalStatus: '20' }))],
  ['marriage.network-fresh', 'the same day', 'notApplicable', undefined, sound],
  ['marriage.network-fresh', 'the day before', 'asks', 'networkChecks.0', checked({ checkedAt: '2026-05-19T09:00:00+08:00' })],
  ['marriage.declaration', 'signed', 'pass', undefined, sound],
  ['marriage.declaration', 'not read aloud', 'notYet', 'declarations.0.readAloud', declared({ readAloud: false })],
  ['marriage.declaration', 'no fingerprint', 'notYet', 'declarations.0.fingerprint', declared({ fingerprint: false })],
  ['marriage.declaration', 'no date', 'notYet', 'declarations.0.signedOn', declared({ signedOn: '' })],
  ['marriage.declaration', 'dated tomorrow', 'fail', 'declarations.0.signedOn', declared({ signedOn: '2026-05-21' })],
  ['marriage.witness', 'signed', 'pass', undefined, sound],
  ['marriage.witness', 'nobody', 'notYet', 'declarations.0.witness', declared({ witness: '' })],
  ['marriage.witness', 'not signed', 'notYet', 'declarations.0.witnessSigned', declared({ witnessSigned: false })],
  ['marriage.health', 'told', 'pass', undefined, sound],
  ['marriage.health', 'signed without it', 'asks', 'declarations.0.healthTold', declared({ healthTold: false })],
]

// Facts for information or a question only can never fail or pass a file; these have no passing row by nature.
const onlyAsks = new Set(['marriage.illness.2003', 'marriage.no-spouse-wording', 'marriage.both-non-mainland', 'marriage.network-married', 'marriage.network-fresh'])
const weight: readonly Kind[] = ['pass', 'notApplicable', 'unexamined', 'notYet', 'asks', 'fail']
const worst = (outcomes: readonly Outcome[]): Outcome => outcomes.reduce((a, b) => (weight.indexOf(b.kind) > weight.indexOf(a.kind) || (a.kind === 'notApplicable' && b.kind === 'pass') ? (a.kind === 'pass' && b.kind === 'notApplicable' ? a : b) : a))

describe('rules of marriage registration', () => {
  for (const [id, seen, kind, field, file, changes] of rows) it(`${id}: ${seen} → ${kind}`, () => {
    const context = soundContext(changes)
    const outcome = worst(saidBy(getMarriageRule(id, context.day), marriageFacts(file, context)))
    expect(outcome.kind).toBe(kind)
    expect('field' in outcome ? outcome.field : undefined).toBe(field)
    if (kind === 'fail' || kind === 'asks') {
      const message = 'message' in outcome ? outcome.message : undefined
      expect(message?.zh).toMatch(/[\u4e00-\u9fff]/u)
      expect(message?.en).toMatch(/[a-z]/)
    }
  })
  it('has rows for every rule: one that passes and one that does not', () => {
    for (const rule of marriageRules) {
      const own = rows.filter(([id]) => id === rule.id)
      if (!onlyAsks.has(rule.id)) expect(own.some(([, , kind]) => kind === 'pass'), `${rule.id} passes nowhere`).toBe(true)
      expect(own.some(([, , kind]) => kind !== 'pass' && kind !== 'notApplicable'), `${rule.id} is broken nowhere`).toBe(true)
    }
  })
  it('while typing a rule about the registrar says nothing', () => {
    const { day } = soundContext()
    const facts = marriageFacts(french, soundContext(noOne('typing')))
    const typed = { ...facts, context: { ...facts.context, registrar: undefined as never, stage: 'typing' as const } }
    expect(saidBy(getMarriageRule('marriage.registrar-certified', day), typed)).toEqual([{ kind: 'notApplicable' }])
  })
})
