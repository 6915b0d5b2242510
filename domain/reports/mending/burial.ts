import { citations } from '../../law.ts'
import { text } from '../../text.ts'
import { disputeRegulation, funeralRegulation, infectionLaw } from '../../burial/law.ts'
import type { MendingRow } from './rows.ts'
import { rows } from './rows.ts'

/** What mends the faults of burial files: a cremation is never undone; papers are supplied, data corrected, waivers taken back. */

const local = text('各地惠民殡葬减免文件', 'Local documents on waivers')

/** Rows of burial and of the waivers on its cases. */
export const burialMendings: readonly MendingRow[] = rows([
  ['burial.deceased', null, 'correct', '凭死亡证明、身份证件更正逝者信息（双人、写明理由），已发的火化证明收回换发', 'Correct it by death certificate and identity paper, with two people and a reason; a cremation certificate already issued is exchanged', funeralRegulation.cite(28)],
  ['burial.certificate', /issuedOn$|number$|kind$/u, 'correct', '对照死亡证明原件更正；没有证明的向出具单位调取，写明补充日期', 'Correct it by the certificate itself; where there is none, fetch it from who issued it, with the day on which it was added', citations(funeralRegulation.cite(23), funeralRegulation.cite(28))],
  ['burial.certificate', null, 'supplement', '向医疗卫生机构或者公安机关调取死亡证明归入，写明理由；没有证明火化的不能补正，报主管机关', 'Fetch the certificate from the hospital or the police, with the reason; a cremation without any cannot be mended and is reported', citations(funeralRegulation.cite(23), funeralRegulation.cite(28))],
  ['burial.origin', null, 'supplement', '补交医疗机构证明或者迁坟（起掘）文件，写明理由', 'Supply the hospital’s paper or that of the relocation, with the reason', funeralRegulation.title],
  ['burial.consent', /signedOn$/u, 'correct', '对照纸质火化确认书更正日期；纸质日期在火化之后的不能改，写明情况', 'Correct the day by the paper; one that lies after the cremation stays as it is and is written down', funeralRegulation.cite(28)],
  ['burial.consent', null, 'attest', '查看纸质火化确认书：已签而没有录入的更正；确实没有的，火化后不能补签，请承办人另写说明并报主管机关', 'Look at the paper: what was signed and not typed is corrected; what was not signed cannot be signed after the cremation: the agent makes a statement and it is reported', funeralRegulation.cite(28)],
  ['burial.acceptance', null, 'supplement', '向目的地民政部门索取接收证明归入，写明理由', 'Ask civil affairs at the destination for the acceptance, with the reason', funeralRegulation.cite(29)],
  ['burial.once', null, 'none', '火化不能撤销；核对是否号码录错（更正）或者重复录入（将多录的案件作废），确属重复火化的报公安机关和主管机关', 'A cremation is not undone: look for a wrong number (correct it) or a case entered twice (void the second); otherwise tell the police and the authority above', funeralRegulation.cite(28)],
  ['burial.agent', null, 'supplement', '补录承办人及其与逝者的关系，或者写明由哪个机关办理', 'Enter the agent with the relation, or which authority acted', funeralRegulation.cite(28)],
  ['burial.hold', null, 'none', '暂缓期间火化不能补救，立即报公安机关和要求暂缓的机关；已有解除文书只是漏录的，补录解除', 'A cremation under a hold cannot be mended: tell the police and who asked for it; a release that was only not entered is entered', citations(funeralRegulation.cite(26), disputeRegulation.cite(26))],
  ['burial.cause', null, 'attest', '凭接收记录确认是否对照死亡证明；遗体与死因不符而没有报告的，立即补报公安机关，写明迟报原因', 'Confirm by the record of intake whether it was compared; a contradiction that was not reported is reported at once, with the reason of the delay', funeralRegulation.cite(26)],
  ['burial.provider', null, 'none', '办理单位录错的更正；确由殡仪馆以外的单位办理的不能补正，报主管部门查处', 'A wrong provider is corrected; what another than a funeral home did cannot be mended and is reported', funeralRegulation.cite(25)],
  ['burial.storage', null, 'supplement', '补录延期手续和付费，或者写明超期存放的原因', 'Enter the extension with its payment, or give the reason why it was kept longer', funeralRegulation.cite(27)],
  ['burial.infection', /infectious$/u, 'correct', '凭死亡证明、疾控通知更正传染病类别；甲类传染病外运、土葬的立即报疾病预防控制部门', 'Correct the class by the death certificate or the notice of disease control; a class-A body that was moved or buried is reported at once', infectionLaw.cite(71)],
  ['burial.infection', null, 'none', '火化后不能补做消毒；已消毒只是漏录的补录，其余报疾病预防控制部门', 'Disinfection is not done afterwards; what was done and not entered is entered, the rest is reported to disease control', infectionLaw.cite(71)],
  ['burial.ground', null, 'none', '理由漏写的补录；火化区内土葬的不能由登记补正，依法责令改正', 'A reason that was left out is entered; a burial in a cremation area is not mended on paper: it is ordered to be put right', citations(funeralRegulation.cite(8), funeralRegulation.cite(9))],
  ['burial.placement-proof', null, 'supplement', '补交火化证明或者死亡证明，写明理由', 'Supply the cremation or death certificate, with the reason', funeralRegulation.cite(35)],
  ['burial.file.recording', /recording$/u, 'supplement', '录像仍在保存期内的，补录编号；已经覆盖的写明原因', 'While the recording is kept, enter its number; where it is gone, say why', funeralRegulation.cite(28)],
  ['burial.file.recording', null, 'none', '保存期不足的，录像尚在的立即延长保存；已经删除的不能恢复，写明原因', 'Where the recording is still there, keep it longer; what was deleted does not come back and the reason is written down', funeralRegulation.cite(28)],
  ['burial.file.certificate', /day$/u, 'correct', '对照火化证明存根更正日期', 'Correct the day by the stub of the certificate', funeralRegulation.cite(28)],
  ['burial.file.certificate', null, 'supplement', '补发火化证明，由领取人签字；已发而漏录的补录存根编号', 'Issue the certificate against a signature; what was issued and not entered is entered by its stub', funeralRegulation.cite(28)],
  ['burial.file.hold', /^holds\.\d/u, 'supplement', '向要求暂缓的机关索取解除文书归入', 'Ask who held it for the paper of the release', funeralRegulation.cite(26)],
  ['burial.file.hold', null, 'none', '暂缓未解除就火化不能补救，立即报公安机关和要求暂缓的机关', 'A cremation before the release cannot be mended: tell the police and who asked for the hold', funeralRegulation.cite(26)],
  ['burial.file.ashes', null, 'supplement', '凭领取、寄存、安葬凭证补录骨灰去向', 'Enter where the ashes went by the receipt of release, deposit or placement', funeralRegulation.cite(38)],
  ['waiver.actual', null, 'another', '撤销这笔减免，按实际费用和限额重新结算，多减的追回', 'Take the settlement back and settle again by what was charged and its caps; what was waived in excess is reclaimed', local],
  ['waiver.once', null, 'another', '撤销重复减免的这笔结算，多减的追回', 'Take the second settlement back and reclaim it', local],
  ['waiver.document', null, 'supplement', '补录文件字号并核对原文；没有文件依据的，撤销减免', 'Enter the number of the document and compare the original; a waiver that rests on none is taken back', local],
])
