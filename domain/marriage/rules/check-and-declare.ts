import { isMarriedStatus } from '../../codes/person.ts'
import { isCivilDate } from '../../dates.ts'
import { citations, civilCode, electronicSignatureLaw, marriageNorms, marriageRegulation } from '../../law.ts'
import type { Outcome } from '../../rule.ts'
import { text } from '../../text.ts'
import { eachParty, hasPaper, isNonMainland, lastNetworkCheck } from '../context.ts'
import { asks, fail, notApplicable, notYet, pass } from '../../outcome.ts'
import { marriageRule } from './make.ts'

const statusName: Readonly<Record<string, { zh: string; en: string }>> = {
  10: { zh: '未婚', en: 'never married' }, 20: { zh: '已婚', en: 'married' }, 21: { zh: '初婚', en: 'married' }, 22: { zh: '再婚', en: 'married again' }, 23: { zh: '复婚', en: 'remarried' },
  30: { zh: '丧偶', en: 'widowed' }, 40: { zh: '离婚', en: 'divorced' }, 90: { zh: '未说明', en: 'not stated' },
}
const nameOf = (code: string): { zh: string; en: string } => statusName[code] ?? { zh: code, en: code }

export const networkRules = [
  marriageRule({
    group: 'network', id: 'marriage.network-check', title: text('联网核对', 'Network check'), law: marriageRegulation.cite(10),
    asks: text('登记前对双方的身份和婚姻状况联网核对，结果记录在案；没有核对的不能登记。', 'Identity and marital status of both are checked over the network before the decision; without it nothing is registered.'),
    check: (facts) =>
      eachParty(facts, (party, index, label): Outcome => {
        const field = `networkChecks.${index}`
        const check = lastNetworkCheck(facts.file, index)
        if (check === undefined) return notYet(field, `${label.zh}还没有联网核对`, `${label.en} has not been checked over the network yet`)
        const checkedOn = check.checkedAt.slice(0, 10)
        if (!isCivilDate(checkedOn)) return fail(field, `${label.zh}的核对没有时间`, `${label.en}: the check carries no time`)
        if (checkedOn > facts.context.day) return fail(field, `${label.zh}的核对日期 ${checkedOn} 晚于审查当日`, `${label.en}: the check of ${checkedOn} lies after the decision`)
        if (check.identity === 'unavailable') return fail(field, `${label.zh}的联网核对没有结果，核对成功后才能登记`, `${label.en}: the network gave no result; register once it does`)
        if (check.maritalStatus === '' && !isNonMainland(party.kind)) return fail(field, `${label.zh}的核对没有婚姻状况结果`, `${label.en}: the check brought no marital status`)
        return pass
      }),
  }),
  marriageRule({
    group: 'network', id: 'marriage.network-identity', title: text('身份核对一致', 'Identity confirmed'), law: marriageRegulation.cite(10),
    asks: text('联网核对的身份信息与证件一致；不一致的，由当事人证明并记录。', 'The identity on the network is that of the card; where it differs the party proves it and the proof is recorded.'),
    check: (facts) =>
      eachParty(facts, (_party, index, label) => {
        const check = lastNetworkCheck(facts.file, index)
        if (check === undefined || check.identity === 'unavailable') return notApplicable
        return check.identity === 'match' || check.proof.trim() !== '' ? pass : fail(`networkChecks.${index}`, `${label.zh}的身份核对不一致，须由当事人提供证明`, `${label.en}: the network identity differs; the party has to prove it`)
      }),
  }),
  marriageRule({
    group: 'network', id: 'marriage.status-differs', title: text('声明与核对一致', 'Declared and checked status agree'), law: citations(marriageRegulation.cite(10), marriageNorms),
    asks: text('声明的婚姻状况与联网核对不一致的，离婚提供生效法律文书、离婚证，丧偶提供死亡证明等。', 'Where the declared status differs from the checked one, the party proves it: a court paper or divorce certificate, or a proof of death.'),
    check: (facts) =>
      eachParty(facts, (party, index, label) => {
        const check = lastNetworkCheck(facts.file, index)
        if (check === undefined || check.maritalStatus === '' || party.maritalStatus === '' || check.maritalStatus === party.maritalStatus) return notApplicable
        const proved = check.proof.trim() !== '' || (party.maritalStatus === '40' && hasPaper(facts.file, 'divorceProof', index)) || (party.maritalStatus === '30' && hasPaper(facts.file, 'deathProof', index))
        if (proved) return pass
        const declared = nameOf(party.maritalStatus)
        const checked = nameOf(check.maritalStatus)
        const need = party.maritalStatus === '40' ? text('离婚证、离婚判决书或者调解书', 'a divorce certificate or court paper') : party.maritalStatus === '30' ? text('配偶死亡证明、结婚证等', 'a proof of the spouse’s death') : text('证明材料', 'a proof')
        return fail(`parties.${index}.maritalStatus`, `${label.zh}声明为${declared.zh}，联网核对为${checked.zh}，须提供${need.zh}`, `${label.en} declared ${declared.en}, the network says ${checked.en}; ${need.en} is needed`)
      }),
  }),
  marriageRule({
    group: 'network', id: 'marriage.network-married', severity: 'answer', title: text('核对为已婚的说明', 'Network says married'), law: citations(marriageRegulation.cite(9, 3), marriageRegulation.cite(10)),
    asks: text('联网核对为已婚而当事人已证明婚姻解除的，写明认定理由。', 'Where the network says married and the party proved the end of that marriage, the reason for accepting it is written down.'),
    check: (facts) =>
      eachParty(facts, (party, index, label) => {
        const check = lastNetworkCheck(facts.file, index)
        if (check === undefined || !isMarriedStatus(check.maritalStatus) || isMarriedStatus(party.maritalStatus)) return notApplicable
        return asks(`networkChecks.${index}`, `联网核对${label.zh}为已婚，请写明认定其没有配偶的依据`, `The network says ${label.en.toLowerCase()} is married; write down why you hold that there is no spouse`)
      }),
  }),
  marriageRule({
    group: 'network', id: 'marriage.network-fresh', severity: 'answer', source: 'derived', title: text('核对在当日', 'Check made on the day'), law: marriageRegulation.cite(10),
    asks: text('联网核对在审查当日进行；不是当日的，重新核对或者说明。', 'The check is made on the day of the decision; an older one is repeated or explained.'),
    check: (facts) =>
      eachParty(facts, (_party, index, label) => {
        const check = lastNetworkCheck(facts.file, index)
        const checkedOn = check?.checkedAt.slice(0, 10) ?? ''
        if (!isCivilDate(checkedOn) || checkedOn >= facts.context.day) return notApplicable
        return asks(`networkChecks.${index}`, `${label.zh}是 ${checkedOn} 核对的，请重新核对或者说明`, `${label.en} was checked on ${checkedOn}; check again or say why not`)
      }),
  }),
]

const steps = [
  ['readAloud', '宣读声明书', 'read the declaration aloud'],
  ['signed', '在声明书上签名', 'signed the declaration'],
  ['fingerprint', '按指纹', 'given the fingerprint'],
] as const

export const declarationRules = [
  marriageRule({
    group: 'declarations', id: 'marriage.declaration', source: 'guides', title: text('声明书签署', 'Declaration signed'), law: citations(marriageRegulation.cite(8), marriageNorms),
    asks: text('双方各自填写声明书，在登记员面前宣读、签名并按指纹，写明日期。', 'Each party fills in a declaration, reads it aloud, signs and fingerprints it before the registrar, with the date.'),
    check: (facts) =>
      eachParty(facts, (_party, index, label) => {
        const declaration = facts.file.declarations[index]
        const missing = steps.find(([step]) => !declaration[step])
        if (missing !== undefined) return notYet(`declarations.${index}.${missing[0]}`, `${label.zh}还没有${missing[1]}`, `${label.en} has not ${missing[2]} yet`)
        const field = `declarations.${index}.signedOn`
        if (declaration.signedOn === '') return notYet(field, `${label.zh}的声明书没有日期`, `${label.en}: the declaration has no date`)
        if (!isCivilDate(declaration.signedOn)) return fail(field, `日期 ${declaration.signedOn} 不存在`, `The day ${declaration.signedOn} does not exist`)
        return declaration.signedOn <= facts.context.day ? pass : fail(field, `${label.zh}的声明日期晚于审查当日`, `${label.en}: the declaration is dated after the decision`)
      }),
  }),
  marriageRule({
    group: 'declarations', id: 'marriage.witness', source: 'guides', title: text('监誓人签名', 'Witnessing registrar'), law: citations(marriageNorms, electronicSignatureLaw.cite(3)),
    asks: text('声明书由登记员作为监誓人签名；婚姻文书不适用电子签名，以纸上手写签名为准。', 'The registrar signs each declaration as witness; papers on marriage are signed in ink, not electronically.'),
    check: (facts) =>
      eachParty(facts, (_party, index, label) => {
        const declaration = facts.file.declarations[index]
        if (declaration.witness === '') return notYet(`declarations.${index}.witness`, `${label.zh}的声明书还没有监誓人`, `${label.en}: the declaration has no witness yet`)
        return declaration.witnessSigned ? pass : notYet(`declarations.${index}.witnessSigned`, `${label.zh}的声明书监誓人还没有签名`, `${label.en}: the witness has not signed yet`)
      }),
  }),
  marriageRule({
    group: 'declarations', id: 'marriage.health', severity: 'information', title: text('告知重大疾病', 'Serious illness told'), law: citations(civilCode.cite(1053), marriageRegulation.cite(12)),
    asks: text('患有重大疾病的，应当在登记前如实告知对方；这不是不予登记的情形。', 'A serious illness is to be told to the other before the registration; it is no ground of refusal.'),
    check: (facts) =>
      eachParty(facts, (_party, index, label) => {
        const declaration = facts.file.declarations[index]
        if (declaration.healthTold) return pass
        return declaration.signed ? asks(`declarations.${index}.healthTold`, `${label.zh}没有声明知晓对方健康状况，请提示双方`, `${label.en} did not declare to know the other’s health; remind both`) : notApplicable
      }),
  }),
]
