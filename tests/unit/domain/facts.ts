import type { Actor, JournalEntry } from '../../../domain/action.ts'
import { checkDigit17 } from '../../../domain/identity/index.ts'
import type { MarriageContext } from '../../../domain/marriage/context.ts'
import { defaultMarriageSettings } from '../../../domain/marriage/context.ts'
import type { MarriageAction } from '../../../domain/marriage/actions.ts'
import type { MarriageFile, NetworkCheck, Party, SuppliedPaper } from '../../../domain/marriage/file.ts'
import { emptyMarriageFile } from '../../../domain/marriage/file.ts'

export const theDay = '2026-05-20'

/** A citizen number with the right check digit. */
export const numberOf = (birth: string, sex: '1' | '2', area = '110105'): string => {
  const first17 = `${area}${birth.replaceAll('-', '')}00${sex === '1' ? '1' : '2'}`
  return first17 + checkDigit17(first17)
}

export const paper = (type: string, party: 0 | 1 | 'both', changes: Partial<SuppliedPaper> = {}): SuppliedPaper => ({ type, party, number: '', issuer: '', issuedOn: '', validTo: '', legible: true, note: '', scans: [], ...changes })

export const check = (party: 0 | 1, changes: Partial<NetworkCheck> = {}): NetworkCheck => ({ party, identity: 'match', maritalStatus: '10', checkedAt: `${theDay}T09:30:00.000+08:00`, operator: 'registrar', note: '', proof: '', ...changes })

const party = (sex: '1' | '2', name: string, birth: string): Partial<Party> => ({
  name, birth, sex, identityNumber: numberOf(birth, sex), identityFrom: '2020-03-01', identityTo: '2030-03-01', identityIssuer: '北京市公安局朝阳分局', ethnicity: '01', maritalStatus: '10', education: '21', occupation: '20000',
  residence: { province: '北京市', prefecture: '', county: '朝阳区', area: '110105', detail: '建国路1号' },
})

/** A couple that may be registered on 2026-05-20. */
export const soundFile = (changes: Partial<MarriageFile> = {}): MarriageFile => {
  const file = emptyMarriageFile()
  const declared = { voluntary: true, noSpouse: true, notKin: true, healthTold: true, capacity: true, readAloud: true, signed: true, fingerprint: true, signedOn: theDay, witness: 'registrar', witnessSigned: true }
  return {
    ...file,
    parties: [{ ...file.parties[0], ...party('1', '张三丰', '1998-03-02') }, { ...file.parties[1], ...party('2', '李小萌', '1999-07-15') }],
    papers: [paper('identity', 0), paper('identity', 1)],
    photo: { hash: 'a'.repeat(64), width: 1252, height: 826, joint: true, notComposed: true },
    networkChecks: [check(0), check(1)],
    declarations: [declared, declared],
    ...changes,
  }
}

/** The same file with one party changed. */
export const withParty = (file: MarriageFile, index: 0 | 1, changes: Partial<Party>): MarriageFile => ({
  ...file,
  parties: index === 0 ? [{ ...file.parties[0], ...changes }, file.parties[1]] : [file.parties[0], { ...file.parties[1], ...changes }],
})

/** The same file with one declaration changed. */
export const withDeclaration = (file: MarriageFile, index: 0 | 1, changes: Partial<MarriageFile['declarations'][0]>): MarriageFile => ({
  ...file,
  declarations: index === 0 ? [{ ...file.declarations[0], ...changes }, file.declarations[1]] : [file.declarations[0], { ...file.declarations[1], ...changes }],
})

export const soundContext = (changes: Partial<MarriageContext> = {}): MarriageContext => ({
  stage: 'decision', day: theDay, settings: defaultMarriageSettings, register: [], registrar: { account: 'registrar', scope: 'all', certifiedUntil: '2027-12-31' }, officeArea: '110105', ...changes,
})

export const actor: Actor = { account: 'registrar', counter: '1', at: `${theDay}T09:31:07.123+08:00` }

/** Journal entries of a case from its actions. */
export const entriesOf = (actions: readonly MarriageAction[], by: Actor = actor): readonly JournalEntry<MarriageAction>[] =>
  actions.map((action, index) => ({ seq: index + 1, at: by.at, actor: by.account, counter: by.counter, action, hash: String(index) }))

export const subject = 'case-1'
const agreed = { present: true, identityAsked: true, signed: true, fingerprint: true } as const

/** The actions of a case from opening to filing. */
export const wholeCase = (file: MarriageFile = soundFile()): readonly MarriageAction[] => [
  { kind: 'marriage.opened', subject, body: { file } },
  { kind: 'marriage.registered', subject, body: { number: 'J110105-2026-000001', day: theDay, serials: ['A000001', 'A000002'], officeName: '北京市朝阳区婚姻登记处', area: '110105', registrar: 'registrar', opinion: '符合结婚条件，准予登记' } },
  { kind: 'marriage.printed', subject, body: { paper: 'marriage.certificate', party: 0, mode: 'overprint', digest: 'b'.repeat(64), printer: 'P1' } },
  { kind: 'marriage.proofread', subject, body: { ticked: ['name.0', 'name.1'] } },
  { kind: 'marriage.delivered', subject, body: { day: theDay, parties: [agreed, agreed] } },
  { kind: 'marriage.archived', subject, body: { fonds: 'X012', year: 2026, officeFileNumber: 1, archiveFileNumber: '', pages: 9 } },
]
