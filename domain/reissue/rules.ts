import { isCivilDate } from '../dates.ts'
import type { RegisteredMarriage } from '../divorce/context.ts'
import { rulesByDay } from '../findings.ts'
import { readIdentityNumber } from '../identity/index.ts'
import { citations, marriageNorms, marriageRegulation, marriageRegulation2003 } from '../law.ts'
import type { MarriageFacts, MarriageSettings, PartyIndex, RegisterMatch } from '../marriage/context.ts'
import { hasPaper, lastNetworkCheck, marriageFacts, partyLabel } from '../marriage/context.ts'
import { asks, fail, notApplicable, notYet, pass } from '../outcome.ts'
import { emptyMarriageFile } from '../marriage/file.ts'
import { borrowPersonRules } from '../marriage/rules/borrow.ts'
import type { Outcome, Rule } from '../rule.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { ReissueFile } from './file.ts'
import { applicantsOf } from './file.ts'

/** The certificate's registration as this register has it; a divorce certificate's `standing` says whether both have since married each other again. */
export type OriginalCase = Omit<RegisteredMarriage, 'standing'> & { readonly standing: RegisteredMarriage['standing'] | 'remarried' }

/** Everything a check needs beside the file. */
export interface ReissueContext {
  readonly typing: boolean
  /** The day of the act (YYYY-MM-DD). */
  readonly day: string
  readonly settings: MarriageSettings
  readonly register: readonly RegisterMatch[]
  /** The case named by `file.original.caseId`. */
  readonly original?: OriginalCase
  readonly registrar?: { readonly account: string; readonly scope: 'mainland' | 'all'; readonly certifiedUntil: string }
  readonly officeArea?: string
}

export interface ReissueFacts { readonly file: ReissueFile; readonly context: ReissueContext; readonly persons: MarriageFacts }
export type ReissueRule = Rule<ReissueFacts>

/** Reads a file once for all rules. */
export const reissueFacts = (file: ReissueFile, context: ReissueContext): ReissueFacts => ({
  file, context,
  persons: marriageFacts(
    { ...emptyMarriageFile(), parties: file.parties, papers: file.papers, networkChecks: file.networkChecks },
    { stage: context.typing ? 'typing' : 'decision', day: context.day, settings: context.settings, register: context.register, ...(context.registrar === undefined ? {} : { registrar: context.registrar }), ...(context.officeArea === undefined ? {} : { officeArea: context.officeArea }) },
  ),
})

const group = 'reissue'
const rule = (draft: Omit<ReissueRule, 'from' | 'severity' | 'source' | 'group'> & Partial<Pick<ReissueRule, 'severity' | 'source' | 'group'>>): ReissueRule => ({ from: '2025-05-10', severity: 'stop', source: 'guides', group, ...draft })
const older = (kept: ReissueRule): readonly ReissueRule[] => [kept, { ...kept, id: `${kept.id}.2003`, law: marriageRegulation2003.cite(17), source: 'general', from: '2003-10-01', to: '2025-05-09' }]
const eachApplicant = (file: ReissueFile, ask: (index: PartyIndex, label: Text) => Outcome): readonly Outcome[] => applicantsOf(file).map((index) => ask(index, partyLabel(index)))

const mandate = [
  ['party', '当事人', 'the party'], ['identity', '身份证件号', 'the identity number'], ['registrationDay', '登记日期', 'the day of registration'], ['registrationOffice', '登记机关', 'the office'],
  ['presentStatus', '目前的婚姻状况', 'the present status'], ['matter', '委托事项', 'the matter'], ['proxy', '受委托人及其身份证件号', 'the proxy with the identity number'],
] as const

const ended: Readonly<Record<string, readonly [string, string]>> = { divorced: ['已经离婚', 'ended in divorce'], void: ['已被宣告无效', 'was declared void'], annulled: ['已被撤销', 'was annulled'], revoked: ['登记已被撤销', 'was revoked'], ended: ['已经终止', 'has ended'], open: ['还没有登记', 'is not registered yet'], none: ['没有登记或者登记已作废', 'was never registered, or was voided'], remarried: ['双方已经复婚', 'was followed by a remarriage'] }

const own: readonly ReissueRule[] = [
  ...older(rule({
    id: 'reissue.original', title: text('原登记', 'The original registration'), law: marriageRegulation.cite(21), asks: text('写明原证字号、登记机关和登记日期，旧证号按原样填写；补发的证沿用原登记日期。', 'Number, office and day of the original registration are given, an older number as printed; the reissued certificate carries the original day.'),
    check: ({ file, context }) => {
      const { caseId, number, office, day } = file.original
      const missing = number === '' ? ['number', '字号', 'number'] : office === '' ? ['office', '登记机关', 'office'] : day === '' ? ['day', '登记日期', 'day'] : undefined
      if (missing !== undefined) return notYet(`original.${missing[0]}`, `还没有填写原登记的${missing[1]}`, `The ${missing[2]} of the original registration is missing`)
      if (!isCivilDate(day)) return fail('original.day', `日期 ${day} 不存在`, `The day ${day} does not exist`)
      if (day > context.day) return fail('original.day', '原登记日期晚于办理当日', 'The original registration lies after the day of the act')
      if (caseId === '') return pass
      const kept = context.original
      if (kept === undefined) return fail('original.caseId', '登记簿中没有这个案件', 'The register has no such case')
      if (kept.number !== number) return fail('original.number', `登记簿中的字号是 ${kept.number}`, `The register has the number ${kept.number}`)
      return kept.day === day ? pass : fail('original.day', `登记簿中的登记日期是 ${kept.day}，补发的证沿用原日期`, `The register has the day ${kept.day}; the reissued certificate carries it`)
    },
  })),
  ...older(rule({
    id: 'reissue.file-verified', refusalGround: true, source: 'confirmed', title: text('查明档案', 'File verified'), law: marriageRegulation.cite(21), asks: text('查明婚姻登记档案确有记载并与当事人所述一致，再予补发；档案在他处的凭复印件或者记录证明，档案遗失的凭其他证明。', 'The office finds the registration in the file and that it agrees before it reissues; a file elsewhere is shown by a stamped copy or record proof, a lost one by other proofs.'),
    check: ({ file }) => {
      const { found, matches, proof } = file.verification
      if (found === '') return notYet('verification.found', '还没有查明档案', 'The file has not been looked up yet')
      if (matches === 'no') return fail('verification.matches', '档案记载与当事人所述不一致', 'The file does not say what the applicant says')
      if (found !== 'here' && proof.trim() === '') return notYet('verification.proof', found === 'elsewhere' ? '档案在他处，还没有复印件或者记录证明' : '档案遗失，还没有其他证明', found === 'elsewhere' ? 'The file is elsewhere and its copy or proof is missing' : 'The file is lost and other proofs are missing')
      return matches === '' ? notYet('verification.matches', '还没有核对档案内容', 'What the file says has not been compared yet') : pass
    },
  })),
  rule({
    id: 'reissue.file-parties', source: 'derived', severity: 'answer', title: text('档案中的当事人', 'The parties in the file'), law: marriageRegulation.cite(21), asks: text('当事人的身份证件号与登记簿中的一致；变更过的写明依据。', 'The identity numbers are those in the register; where one was changed the basis is written down.'),
    check: ({ file, context, persons }) => {
      const kept = context.original
      if (kept === undefined) return notApplicable
      return eachApplicant(file, (index, label) => (kept.identityNumbers[index] === persons.readings[index].number ? pass : asks(`parties.${index}.identityNumber`, `${label.zh}的证件号码与登记簿中的不同，请写明变更依据`, `${label.en}: the identity number is not the one in the register; say why`)))
    },
  }),
  ...older(rule({
    id: 'reissue.status-holds', refusalGround: true, title: text('婚姻状况没有变化', 'The status still holds'), law: citations(marriageRegulation.cite(21), marriageNorms), asks: text('补领结婚证的，婚姻仍然存续；补领离婚证的，双方没有复婚。状况已变化的不予补发。', 'For a marriage certificate the marriage still stands, for a divorce certificate the two have not married again; once the status has changed nothing is reissued.'),
    check: ({ file, context }) => {
      const kept = context.original
      const expected = file.certificate === 'marriage' ? 'standing' : 'divorced'
      const [zh, en] = kept === undefined || kept.standing === expected ? [] : (ended[kept.standing] ?? (file.certificate === 'divorce' ? ['仍在婚姻存续期间', 'still stands'] : []))
      const changed: readonly Outcome[] = kept !== undefined && zh !== undefined ? [fail('original.caseId', `${kept.number} ${zh}，不能补发`, `${kept.number} ${en}; nothing is reissued`)] : []
      return [...changed, ...eachApplicant(file, (index, label) => {
        const field = `declarations.${index}.statusHolds`
        const said = file.declarations[index].statusHolds
        return said === 'yes' ? pass : said === 'no' ? fail(field, `${label.zh}声明婚姻状况已经变化`, `${label.en} declared that the status has changed`) : notYet(field, `${label.zh}还没有声明婚姻状况没有变化`, `${label.en} has not declared yet that the status holds`)
      })]
    },
  })),
  rule({
    id: 'reissue.court-divorce', refusalGround: true, title: text('问明法院离婚', 'Divorce by a court asked about'), law: citations(marriageRegulation.cite(21), marriageNorms), asks: text('补发结婚证前问明并核查双方是否已由法院判决或者调解离婚。', 'Before a marriage certificate is reissued the office asks and checks whether a court has divorced the two.'),
    check: ({ file }) => (file.certificate === 'divorce' ? notApplicable : file.courtDivorce === 'no' ? pass : file.courtDivorce === 'yes' ? fail('courtDivorce', '双方已由法院判决或者调解离婚，不能补发结婚证', 'A court has divorced the two; no marriage certificate is reissued') : notYet('courtDivorce', '还没有问明是否已由法院判决或者调解离婚', 'Whether a court has divorced the two has not been asked yet')),
  }),
  ...older(rule({
    id: 'reissue.reason', title: text('补领原因', 'Why it is reissued'), law: marriageRegulation.cite(21), asks: text('证件遗失、损毁，或者记载信息与现有身份证件不一致；损毁、不一致的收回旧证，注销后退还。', 'The certificate is lost, damaged, or differs from the present identity paper; a damaged or differing one is cancelled and handed back.'),
    check: ({ file }) => {
      if (file.reason === '') return notYet('reason', '还没有选择补领原因', 'The reason has not been chosen yet')
      if (file.reason === 'lost') return pass
      if (!file.oldCertificate.shown) return notYet('oldCertificate.shown', '还没有收到旧证', 'The old certificate has not been shown yet')
      return file.oldCertificate.cancelled ? pass : notYet('oldCertificate.cancelled', '旧证还没有注销', 'The old certificate has not been cancelled yet')
    },
  })),
  ...older(rule({
    id: 'reissue.proxy', title: text('委托办理', 'By proxy'), law: citations(marriageRegulation.cite(21), marriageNorms), asks: text('本人到场；委托他人的，须档案能查到并一致，委托书经公证，写明当事人、证件号、登记日期和机关、目前状况、事项和受委托人，受委托人出示本人身份证件。', 'The party comes in person; a proxy needs a file that is found and agrees, a notarised mandate that names party, number, day and office of registration, present status, matter and proxy, and the own identity paper.'),
    check: ({ file, context }) => {
      const { proxy } = file
      if (proxy === null) return notApplicable
      const found: Outcome[] = []
      if (file.verification.found === 'lost' || file.verification.matches === 'no') found.push(fail('proxy', '档案查不到或者不一致的，应当由本人办理', 'Where the file is lost or differs the party has to come in person'))
      if (proxy.name === '') found.push(notYet('proxy.name', '还没有填写受委托人', 'The proxy is missing'))
      const problem = proxy.identityNumber === '' ? undefined : readIdentityNumber(proxy.identityType, proxy.identityNumber, { sampleOffice: context.settings.sampleOffice }).problems.find((entry) => entry.severity === 'stop')
      if (proxy.identityNumber === '') found.push(notYet('proxy.identityNumber', '还没有填写受委托人的证件号码', 'The proxy’s identity number is missing'))
      if (problem !== undefined) found.push({ kind: 'fail', field: 'proxy.identityNumber', message: problem.message })
      if (!proxy.identityShown) found.push(notYet('proxy.identityShown', '受委托人还没有出示本人身份证件', 'The proxy has not shown the own identity paper yet'))
      if (proxy.notary === '' || proxy.mandateNumber === '') found.push(notYet(proxy.notary === '' ? 'proxy.notary' : 'proxy.mandateNumber', '还没有填写公证机构和公证书编号', 'Notary and number of the mandate are missing'))
      if (proxy.mandateDay !== '' && (!isCivilDate(proxy.mandateDay) || proxy.mandateDay > context.day)) found.push(fail('proxy.mandateDay', '公证日期不存在或者晚于办理当日', 'The mandate is dated on no day or after the act'))
      for (const [key, zh, en] of mandate) if (!proxy.names[key]) found.push(notYet(`proxy.names.${key}`, `委托书没有写明${zh}`, `The mandate does not name ${en}`))
      return found.length === 0 ? pass : found
    },
  })),
  ...older(rule({
    id: 'reissue.papers', group: 'papers', source: 'confirmed', title: text('身份证件', 'Identity papers'), law: marriageRegulation.cite(21), asks: text('申请人出具身份证件；不收户口簿，不收费。', 'Each applicant shows the identity paper; no household book and no fee.'),
    check: ({ file, persons }) =>
      eachApplicant(file, (index, label) => {
        if (!hasPaper(persons.file, 'identity', index)) return notYet(`papers.identity.${index}`, `缺少${label.zh}的身份证件`, `${label.en}: the identity paper is missing`)
        const local = ['hongkong', 'macao', 'taiwan'].includes(file.parties[index].kind)
        return local && !hasPaper(persons.file, 'localIdentity', index) ? notYet(`papers.localIdentity.${index}`, `缺少${label.zh}的本地居民身份证`, `${label.en}: the local identity card is missing`) : pass
      }),
  })),
  rule({
    id: 'reissue.declaration', group: 'declarations', title: text('申请补领婚姻登记证声明书', 'Declaration'), law: citations(marriageRegulation.cite(21), marriageNorms), asks: text('申请人填写声明书，签名并按指纹，写明日期，登记员监誓；委托办理的由受委托人签名。', 'Each applicant signs, fingerprints and dates the declaration before the registrar; a proxy signs in the party’s stead.'),
    check: ({ file, context }) =>
      eachApplicant(file, (index, label) => {
        const declaration = file.declarations[index]
        const field = (name: string): string => `declarations.${index}.${name}`
        if (!declaration.truthful) return notYet(field('truthful'), `${label.zh}还没有声明所述属实`, `${label.en} has not declared the truth of it yet`)
        if (!declaration.signed) return notYet(field('signed'), `${label.zh}的声明书还没有签名`, `${label.en}: the declaration is not signed yet`)
        if (!declaration.fingerprint) return notYet(field('fingerprint'), `${label.zh}的声明书还没有指纹`, `${label.en}: the fingerprint is missing`)
        if (!isCivilDate(declaration.signedOn)) return notYet(field('signedOn'), `${label.zh}的声明书没有日期`, `${label.en}: the declaration has no date`)
        if (declaration.signedOn > context.day) return fail(field('signedOn'), `${label.zh}的声明日期晚于办理当日`, `${label.en}: the declaration is dated after the act`)
        return declaration.witness !== '' && declaration.witnessSigned ? pass : notYet(field('witness'), `${label.zh}的声明书还没有监誓人签名`, `${label.en}: the witness has not signed yet`)
      }),
  }),
  rule({
    id: 'reissue.photos', group: 'photo', title: text('照片', 'Photos'), law: marriageNorms, asks: text('结婚证用双方近期合影 3 张；离婚证用申请人单人照片 2 张。', 'Three recent joint photos for a marriage certificate; two single ones for a divorce certificate.'),
    check: ({ file }) => {
      if (file.certificate === 'marriage') {
        const { photo } = file
        if (photo === null) return notYet('photo', '还没有双方合影', 'The joint photo is missing')
        if (Math.abs(photo.width / photo.height - 53 / 35) > 0.02) return fail('photo', '合影比例应为 53 × 35', 'The joint photo should be 53 × 35')
        return photo.joint && photo.notComposed ? pass : notYet(photo.joint ? 'photo.notComposed' : 'photo.joint', '请确认是双方合影，不是合成', 'Confirm a joint photo that is not composed')
      }
      return eachApplicant(file, (index, label) => {
        const photo = file.photos[index]
        if (photo === null) return notYet(`photos.${index}`, `还没有${label.zh}的照片`, `${label.en} has no photo yet`)
        if (Math.abs(photo.width / photo.height - 35 / 53) > 0.02) return fail(`photos.${index}`, `${label.zh}的照片比例应为 35 × 53`, `${label.en}: the photo should be 35 × 53`)
        return photo.recent && photo.notComposed && photo.prints >= 2 ? pass : notYet(`photos.${index}.prints`, `请确认${label.zh}的近期单人照片 2 张，不是合成`, `${label.en}: confirm two recent single photos, not composed`)
      })
    },
  }),
  rule({
    id: 'reissue.network-check', group: 'network', severity: 'answer', title: text('联网核对', 'Network check'), law: citations(marriageRegulation.cite(4), marriageNorms), asks: text('对申请人的身份和婚姻状况联网核对；与所述状况不一致的写明依据。', 'Identity and marital status of the applicants are checked over the network; where the status differs the basis is written down.'),
    check: ({ file, persons, context }) =>
      eachApplicant(file, (index, label) => {
        const check = lastNetworkCheck(persons.file, index)
        const field = `networkChecks.${index}`
        if (check === undefined) return notYet(field, `${label.zh}还没有联网核对`, `${label.en} has not been checked over the network yet`)
        if (check.checkedAt.slice(0, 10) > context.day) return fail(field, `${label.zh}的核对日期晚于办理当日`, `${label.en}: the check lies after the day of the act`)
        if (check.identity !== 'match' && check.proof.trim() === '') return asks(field, `${label.zh}的身份核对不一致或者没有结果`, `${label.en}: the identity differs or the network gave no result`)
        const agrees = check.maritalStatus === '' || (file.certificate === 'marriage' ? check.maritalStatus.startsWith('2') : check.maritalStatus === '40')
        return agrees ? pass : asks(field, `联网核对${label.zh}的婚姻状况与所补的证不符，请写明依据`, `The network status of ${label.en.toLowerCase()} does not fit the certificate; say why you go on`)
      }),
  }),
  rule({
    id: 'reissue.nothing-extra', group: 'papers', severity: 'information', source: 'confirmed', title: text('不收户口簿，不收费', 'No household book, no fee'), law: citations(marriageRegulation.cite(6), marriageRegulation.cite(21)), asks: text('补领不需要户口簿，不收取任何费用。', 'No household book is asked for and nothing is charged.'),
    check: ({ file }) => {
      const at = file.papers.findIndex((paper) => paper.type === 'householdBook' || paper.type === 'feeReceipt')
      return at < 0 ? pass : asks(`papers.${at}`, '不需要户口簿，也不收费，请退还当事人', 'Neither a household book nor a fee is asked for; give it back')
    },
  }),
]

const persons: readonly ReissueRule[] = borrowPersonRules<ReissueFacts>({
  window: 'reissue', from: '2003-10-01', toMarriage: (facts) => facts.persons, of: (facts) => applicantsOf(facts.file),
  lawOf: (kept) => (kept.id.endsWith('.2003') ? marriageRegulation2003.cite(17) : kept.law.zh.includes('《婚姻登记条例》第八条') || kept.law.zh.includes('《婚姻登记条例》第十条') ? marriageRegulation.cite(21) : kept.law),
})

/** Every rule of the reissue, in the order of the counter's work. */
export const reissueRules: readonly ReissueRule[] = [...persons, ...own]

/** Names of the groups under which the rule book lists them, beside those of the other windows. */
export const reissueRuleGroups: Readonly<Record<string, Text>> = { reissue: text('补领条件', 'Conditions of a reissue') }

/** The rules in force on a civil day. */
export const reissueRulesOn: (day: string) => readonly ReissueRule[] = rulesByDay(reissueRules)
