import type { CivilDate } from '../../dates.ts'
import { birthdayIn, isCivilDate } from '../../dates.ts'
import { citations, civilCode, familyInterpretation, marriageNorms, marriageRegulation, marriageRegulation2003 } from '../../law.ts'
import { text } from '../../text.ts'
import { eachParty, hasPaper, isNonMainland, knownBirth } from '../context.ts'
import { asks, fail, notApplicable, notYet, pass } from '../../outcome.ts'
import { marriageAges } from './conditions.ts'
import { civilCodeFrom, marriageRule, regulation2003From, withPredecessor } from './make.ts'

/** Least width and height of the joint photo in pixels: 53 × 35 mm at 300 dpi. */
export const photoPixels = { width: 626, height: 413 } as const
/** Width to height of the joint photo, and how far a crop may be off. */
export const photoRatio = { ratio: 53 / 35, tolerance: 0.02 } as const

export const caseRules = [
  marriageRule({
    group: 'photo', id: 'marriage.photo', source: 'guides', from: regulation2003From, title: text('双方合影', 'Joint photo'), law: marriageNorms,
    asks: text('近期半身免冠合影一张，53 × 35 毫米，300 dpi 以上，不是合成照片。', 'One recent bareheaded joint photo, 53 × 35 mm at 300 dpi or more, not composed.'),
    check: (facts) => {
      const { photo } = facts.file
      if (photo === null) return notYet('photo', '还没有合影', 'There is no joint photo yet')
      if (photo.width < photoPixels.width || photo.height < photoPixels.height) return fail('photo', `照片 ${photo.width} × ${photo.height} 像素，至少需要 ${photoPixels.width} × ${photoPixels.height}（53 × 35 毫米，300 dpi）`, `The photo has ${photo.width} × ${photo.height} pixels; at least ${photoPixels.width} × ${photoPixels.height} are needed (53 × 35 mm at 300 dpi)`)
      if (Math.abs(photo.width / photo.height / photoRatio.ratio - 1) > photoRatio.tolerance) return fail('photo', '照片的宽高比不是 53 : 35，请重新裁剪', 'The photo is not 53 : 35; crop it again')
      if (!photo.joint) return notYet('photo.joint', '请确认是近期半身免冠合影', 'Confirm that it is a recent bareheaded joint photo')
      return photo.notComposed ? pass : notYet('photo.notComposed', '请确认不是合成照片', 'Confirm that it is not composed')
    },
  }),
  marriageRule({
    group: 'kind', id: 'marriage.late', from: civilCodeFrom, title: text('补办的同居日期', 'Late registration: living together since'), law: citations(civilCode.cite(1049), marriageRegulation.cite(11)),
    asks: text('补办结婚登记的，声明以夫妻名义共同生活的起始日期，不晚于办理当日。', 'A late registration states since when both have lived as spouses, not after the day of the act.'),
    check: (facts) => {
      const { kind, cohabitedSince } = facts.file
      if (kind !== 'late') return notApplicable
      if (cohabitedSince === '') return notYet('cohabitedSince', '还没有填写以夫妻名义共同生活的起始日期', 'The day since which both have lived as spouses is missing')
      if (!isCivilDate(cohabitedSince)) return fail('cohabitedSince', `日期 ${cohabitedSince} 不存在`, `The day ${cohabitedSince} does not exist`)
      return cohabitedSince <= facts.context.day ? pass : fail('cohabitedSince', '共同生活的起始日期晚于办理当日', 'That day lies after the day of the act')
    },
  }),
  marriageRule({
    group: 'kind', id: 'marriage.late-effect', severity: 'information', from: civilCodeFrom, title: text('补办的效力起算', 'Late registration: effect'), law: familyInterpretation.cite(6),
    asks: text('补办登记的婚姻效力从双方均符合结婚实质要件时起算；登记日期仍为办理当日，不印在证上。', 'The effect runs back to when both met the conditions; the day of registration is today and the earlier day is not printed.'),
    check: (facts) => {
      const { kind, cohabitedSince } = facts.file
      if (kind !== 'late' || !isCivilDate(cohabitedSince)) return notApplicable
      const reached = ([0, 1] as const).map((index) => {
        const birth = knownBirth(facts, index)
        return birth === '' ? '' : birthdayIn(birth as CivilDate, Number(birth.slice(0, 4)) + marriageAges[index], facts.context.settings.leapBirthday)
      })
      if (reached.includes('')) return notApplicable
      const start = [cohabitedSince as string, ...reached].reduce((a, b) => (a > b ? a : b))
      return start === cohabitedSince ? pass : asks('cohabitedSince', `共同生活开始时有一方未达婚龄，双方 ${start} 起才都达到婚龄`, `One party was under age then; both had reached the age only on ${start}`)
    },
  }),
  marriageRule({
    group: 'kind', id: 'marriage.remarriage', from: civilCodeFrom, title: text('复婚', 'Remarriage to the former spouse'), law: citations(civilCode.cite(1083), marriageRegulation.cite(18)),
    asks: text('复婚的双方婚姻状况均为离婚，并有双方之间离婚的日期和证号或者文书号。', 'Both are divorced, and the day and number of the divorce from each other are given.'),
    check: (facts) => {
      if (facts.file.kind !== 'remarriage') return notApplicable
      const { formerDivorce } = facts.file
      const statuses = eachParty(facts, (party, index, label) => {
        const field = `parties.${index}.maritalStatus`
        if (party.maritalStatus === '') return notYet(field, `${label.zh}还没有填写婚姻状况`, `${label.en} has no marital status yet`)
        return party.maritalStatus === '40' ? pass : fail(field, `复婚的双方应当都是离婚，${label.zh}不是；与他人再婚请选“结婚登记”`, `In a remarriage both are divorced; ${label.en} is not. For a marriage to someone else choose “marriage”`)
      })
      const divorce = formerDivorce.day === '' || formerDivorce.number === '' ? notYet('formerDivorce.day', '还没有填写双方离婚的日期和证号或者文书号', 'The day and number of the divorce are missing')
        : !isCivilDate(formerDivorce.day) ? fail('formerDivorce.day', `日期 ${formerDivorce.day} 不存在`, `The day ${formerDivorce.day} does not exist`)
        : formerDivorce.day > facts.context.day ? fail('formerDivorce.day', '离婚日期晚于办理当日', 'The divorce lies after the day of the act') : pass
      return [...statuses, divorce]
    },
  }),
  marriageRule({
    group: 'kind', id: 'marriage.remarriage-same', severity: 'answer', from: civilCodeFrom, source: 'derived', title: text('同一前配偶', 'The same former spouse'), law: civilCode.cite(1083),
    asks: text('复婚双方是彼此的前配偶：本机关有记录，或者收取了离婚证明。两人曾经离婚又登记的，应当选“复婚”。', 'Both are each other’s former spouses: the register has it, or a proof of divorce was supplied. A couple that was divorced from each other chooses “remarriage”.'),
    check: (facts) => {
      const [man, woman] = facts.readings
      const former = facts.context.register.some((entry) => entry.window === 'marriage' && entry.standing === 'ended' && entry.identityNumbers[0] === man.number && entry.identityNumbers[1] === woman.number && man.number !== '')
      if (facts.file.kind === 'remarriage') {
        return former || hasPaper(facts.file, 'divorceProof', 'both') ? pass : asks('formerDivorce.number', '本机关没有双方的前一段婚姻，也没有离婚证明，请核对后说明', 'The register has no earlier marriage of these two and no proof of divorce was supplied; compare and say what you saw')
      }
      return former ? asks('kind', '双方曾在本机关登记结婚并已解除，应当按复婚办理；不按复婚的请说明', 'These two were married to each other before; register it as a remarriage, or say why not') : notApplicable
    },
  }),
  ...withPredecessor(
    marriageRule({
      group: 'office', id: 'marriage.office-permission', title: text('机关权限', 'Permission of the office'), law: citations(marriageRegulation.cite(2), marriageRegulation.cite(7)),
      asks: text('一方是外国人、港澳台居民或者华侨的，由有相应权限的机关和登记员办理。', 'With a foreign, Hong Kong, Macao, Taiwan or overseas Chinese party the office and the registrar hold the permission.'),
      check: (facts) => {
        const at = facts.file.parties.findIndex((party) => isNonMainland(party.kind))
        if (at < 0) return notApplicable
        if (!facts.context.settings.foreignRelated) return fail(`parties.${at}.kind`, '本机关没有办理涉外、涉港澳台和华侨婚姻登记的权限，请告知当事人到有权限的机关', 'This office may not register foreign-related cases; tell the parties which office may')
        const { registrar } = facts.context
        if (registrar === undefined) return facts.context.stage === 'decision' ? { kind: 'unexamined', message: text('还不知道由谁审查', 'Who decides is not known yet') } : notApplicable
        return registrar.scope === 'all' ? pass : fail(`parties.${at}.kind`, '您的登记员权限只限内地居民，请由有涉外权限的登记员办理', 'Your permission is for mainland residents only; a registrar with the wider permission decides this')
      },
    }),
    marriageRegulation2003.cite(2),
  ),
  marriageRule({
    group: 'office', id: 'marriage.registrar-certified', title: text('登记员资格', 'Registrar certified'), law: marriageRegulation.cite(6),
    asks: text('登记员经培训考核合格，证书在有效期内。', 'The registrar is trained and examined and the certificate has not ended.'),
    check: (facts) => {
      const { registrar, day, stage } = facts.context
      if (registrar === undefined) return stage === 'decision' ? { kind: 'unexamined', message: text('还不知道由谁审查', 'Who decides is not known yet') } : notApplicable
      if (registrar.certifiedUntil === '') return fail('registrar', '您的账户没有登记员证书记录，请管理员补录', 'Your account has no registrar’s certificate; the administrator can enter it')
      return day <= registrar.certifiedUntil ? pass : fail('registrar', `您的登记员证书已于 ${registrar.certifiedUntil} 到期`, `Your registrar’s certificate ended on ${registrar.certifiedUntil}`)
    },
  }),
  marriageRule({
    group: 'office', id: 'marriage.both-non-mainland', severity: 'answer', title: text('双方都不是内地居民', 'Neither is a mainland resident'), law: marriageRegulation.cite(26),
    asks: text('双方均非内地居民的，按国务院民政部门另行规定办理，请说明依据。', 'Two parties neither of whom is a mainland resident follow a separate measure of the ministry; say which.'),
    check: (facts) => (facts.file.parties.every((party) => isNonMainland(party.kind)) ? asks('parties.0.kind', '双方均非内地居民，请说明办理依据（另有规定）', 'Neither is a mainland resident; say on what basis (a separate measure applies)') : notApplicable),
  }),
  marriageRule({
    group: 'duty', id: 'marriage.duty-trafficking', severity: 'information', title: text('拐卖和家庭暴力', 'Trafficking and violence'), law: marriageRegulation.cite(6),
    asks: text('发现疑似被拐卖、绑架的妇女，依法报告并告知救助途径；发现家庭暴力受害人，告知求助途径。', 'Suspected trafficking or abduction is reported and help pointed out; victims of violence are told where to turn.'),
    check: (facts) => {
      if (facts.context.stage === 'typing') return notApplicable
      const at = facts.file.declarations.findIndex((declaration) => declaration.signed && !declaration.voluntary)
      return at < 0 ? pass : asks(`declarations.${at}.voluntary`, '有一方没有声明自愿：留意是否被拐卖、胁迫或者受家庭暴力，依法报告并告知求助途径', 'One party did not declare free will: mind trafficking, coercion or violence, report it and point out help')
    },
  }),
]
