import { archiveMeasures, citations, civilCode, electronicSignatureLaw, familyInterpretation, marriageNorms, marriageRegulation } from '../../law.ts'
import type { MendingRow } from './rows.ts'
import { rows } from './rows.ts'

/** What mends the faults of marriage, divorce and reissue files: a marriage or divorce once registered is undone by courts alone, a procedural fault by reconsideration or suit, a wrong word by a correction. */

const voidable = (item: number) => citations(civilCode.cite(1051, item), familyInterpretation.cite(10))
/** Faults of procedure are no ground of voidness; they are taken to reconsideration or an administrative court. */
const procedure = familyInterpretation.cite(17)
const ended = citations(civilCode.cite(1080), marriageRegulation.cite(16))

type Given = Parameters<typeof rows>[0][number]

/** Points that the three windows share. `certificate` is what the booklet is called. */
const shared = (window: string, zh: string, en: string): readonly Given[] => [
  [`${window}.inspection.number.shape`, null, 'another', `字号已印在证上：收回${zh}换发正确字号的证，原证作废并登记；缺号、跳号的写明原因，不补号`, `The number stands on the ${en}: collect it, give out one with the right number and void the old; a gap in the sequence is explained and never filled`, marriageNorms],
  [`${window}.inspection.number.serials`, null, 'correct', '对照证上的印制号更正，并与证件库存逐号核对；用了已作废的证的，收回换发', 'Correct it by the serial on the booklet and hold it against the stock; a booklet that had been spoiled is collected and exchanged', marriageNorms],
  [`${window}.inspection.certificate.proofread`, null, 'attest', '对照审查处理表逐项核对存档的证件复印件，确认一致后记录检查结果；不一致的更正换证', 'Compare the filed copy with the review form field by field and record what was seen; what differs is corrected and the booklet exchanged'],
  [`${window}.inspection.photo.prints`, null, 'attest', '对照纸质档案查看；贴错、缺贴的由当事人补交照片，写明补贴日期', 'Look at the paper; a wrong or missing print is supplied by the parties, with the day on which it was added'],
  [`${window}.inspection.archive.numbers`, null, 'correct', '重新归档：补全宗号，年度改为办理年份，室编卷号重排并在卷内备考表写明', 'File it again: the fonds number, the year of the act, a file number of that year, and a note in the file', archiveMeasures.cite(10)],
  [`${window}.inspection.archive.scans`, null, 'supplement', '清点纸质案卷，页数录错的改正，漏扫的补扫', 'Count the sheets; correct a wrong count and scan what was left out', archiveMeasures.cite(10)],
  [`${window}.inspection.archive.pages`, null, 'correct', '重新排序、编页、补盖归档章，并在备考表写明', 'Put the sheets in order, number them, add the archive stamp and note it', archiveMeasures.cite(10)],
  [`${window}.inspection.review.signatures`, null, 'none', '登记当日的签名、指纹不能事后补签、代签；写明情况报主管机关，不得倒签', 'Signatures and fingerprints of that day cannot be added later or by another; write down what is missing and tell the authority above, and never back-date', citations(marriageNorms, procedure)],
  [`${window}.inspection.extra.recorded`, null, 'supplement', '已收的费用退还，户口簿等多收的材料退还当事人，案卷写明退还日期和经手人', 'Give back what was charged and what was asked in excess; the file says when and by whom', marriageRegulation.cite(6)],
  [`${window}.inspection.identity`, /\.(?:identityNumber|identityType|localIdentity\w*)$/u, 'correct', `对照身份证件原件更正并换发${zh}；冒名顶替或者弄虚作假的，由登记机关按指导意见撤销登记，不能更正成另一个人`, `Correct it by the identity paper and exchange the ${en}; where somebody else or a false identity was registered, the registering office revokes it: a correction never makes another person of a party`],
  [`${window}.inspection.identity`, /\.identity(?:From|To)$/u, 'supplement', '有效期录错的对照复印件更正；登记当日证件确已过期的，补充新证件或者公安机关的证明，写明理由', 'Correct a wrong date by the copy; where the paper had expired on the day, file the new one or a proof of the police, with the reason'],
  [`${window}.inspection.identity`, null, 'correct', `对照身份证件更正；影响证上内容的换发${zh}`, `Correct it by the identity paper; where it stands on the ${en}, exchange that`],
]

/** Points that marriages and divorces share. */
const both = (window: string, zh: string, en: string): readonly Given[] => [
  ...shared(window, zh, en),
  [`${window}.inspection.office.area`, null, 'attest', '核对登记当日的区划代码表；本机关代码录错的，由管理员更正机关信息', 'Compare the area table of that day; where the office entered a wrong code, the administrator corrects it'],
  [`${window}.inspection.office.permission`, /^registrar/u, 'supplement', '证书当日有效、只是漏录的，由管理员补录；当日确无有效证书的，登记不因此无效，写明情况报主管机关', 'A certificate that was valid and not entered is entered by the administrator; where none was, the registration stands and the case is reported to the authority above', citations(marriageRegulation.cite(6), procedure)],
  [`${window}.inspection.office.permission`, null, 'court', '身份类别录错的更正；确属没有权限办理的，不能更正，当事人可以申请行政复议或者提起行政诉讼，写明情况报主管机关', 'A wrong kind of person is corrected; where the office had no permission, only reconsideration or an administrative suit helps, and the authority above is told', citations(marriageRegulation.cite(7), procedure)],
  [`${window}.inspection.network`, null, 'supplement', '登记前已核对、只是没有归入的，补归结果；没有核对的立即补核，写明“事后补核”和结果，核对不一致的报主管机关', 'File the result of a check made before; otherwise check now and write “checked afterwards” with what came of it, and report what differs'],
  [`${window}.inspection.papers`, null, 'supplement', '请当事人补交，或者向原出具机关调取复印件，写明补充日期和理由；不得倒签，缺的证明不影响已生效的登记', 'Ask the parties, or the body that issued it, for a copy, and write down the day and the reason; nothing is back-dated, and a missing paper leaves the registration standing'],
  [`${window}.inspection.papers.copies`, null, 'supplement', '重新复印、扫描归入，原件已退还的请当事人提供', 'Copy and scan it again; where the original was given back, ask the parties', archiveMeasures.cite(10)],
  [`${window}.inspection.declarations`, /signedOn$/u, 'correct', '对照纸质声明书更正录入的日期；纸质日期本身有误的，写明情况，不得涂改', 'Correct what was typed by the paper; where the paper itself is wrong, write it down and alter nothing'],
  [`${window}.inspection.declarations`, null, 'attest', '查看纸质声明书：已签名、按指纹而没有录入的更正；确实没有的不能事后补签，写明情况报主管机关', 'Look at the paper: what was signed and not typed is corrected; what is not there cannot be signed afterwards, it is written down and reported', citations(marriageNorms, electronicSignatureLaw.cite(3), procedure)],
  [`${window}.inspection.declarations.ink`, null, 'none', '亲笔签名、指纹不能事后补；写明情况报主管机关，当事人愿意的另写说明，注明当日日期', 'Ink and fingerprint cannot be added; it is reported, and the parties may write a statement dated on the day of writing', citations(marriageNorms, procedure)],
  [`${window}.inspection.review.fields`, null, 'correct', '对照纸质审查处理表更正录入；纸质也空缺的，由原登记员补填并注明补填日期', 'Correct what was typed by the paper; what is empty there too is filled in by the registrar who acted, with the day on which it was added'],
  [`${window}.inspection.review.delivery`, null, 'supplement', '通知双方到场领证，核对身份、签名并按指纹', 'Ask both to come for the certificates, identified, signing and fingerprinted'],
  [`${window}.inspection.review.seal`, null, 'supplement', '补盖钢印、补贴照片，在备考表写明补盖日期和经手人', 'Add the seal or the photo, with day and hand in the note of the file'],
  [`${window}.inspection.photo`, null, 'supplement', '请当事人补交合格的照片，写明理由；证上照片不合规格的换发证件', 'Ask the parties for a proper photo, with the reason; where it stands in the booklet, exchange it'],
  [`${window}.inspection.reissue`, null, 'none', '只适用于补发，不应判为不合格，请复核检查记录', 'For reissues only, so it cannot fail; look at the inspection again'],
  [`${window}.inspection.extra.offline`, null, 'supplement', '线外登记的补录上传，收的费用退还，要求的额外证明退还并停止索要', 'Upload what was registered off-line, give back what was charged and asked, and stop asking for it', citations(marriageRegulation.cite(6), marriageRegulation.cite(22))],
]

const marriage: readonly Given[] = [
  ['marriage.inspection.conditions', /\.birth$/u, 'court', '出生日期录错的，凭证件更正；登记时确未到法定婚龄的不能更正，只能由人民法院确认婚姻无效，起诉时已达婚龄的法院不再支持', 'A wrong date of birth is corrected by the paper; a party who was under age is not corrected: only a court declares the marriage void, and no longer once both are of age', voidable(3)],
  ['marriage.inspection.conditions', /\.maritalStatus$/u, 'court', '状况录错的，凭离婚、丧偶证明更正；登记时确有配偶的属于重婚，只能由人民法院确认婚姻无效', 'A wrong status is corrected by the proof of divorce or death; whoever was married then stands in bigamy, and only a court declares the marriage void', voidable(1)],
  ['marriage.inspection.conditions', /\.noSpouse$/u, 'attest', '查看纸质声明书：写明无配偶的更正录入；没有声明的，核对婚姻状况后写明情况报主管机关', 'Look at the declaration: what it says is entered by a correction; otherwise check the status, write it down and report it', citations(marriageRegulation.cite(8), procedure)],
  ['marriage.inspection.conditions', /\.identityNumber$/u, 'court', '号码录错的更正；确有未解除的婚姻的属于重婚，只能由人民法院确认婚姻无效；冒名的由登记机关撤销登记', 'A wrong number is corrected; an earlier marriage that stood makes bigamy, which only a court declares void; an impostor’s registration is revoked by the registering office', voidable(1)],
  ['marriage.inspection.conditions', /\.notKin$/u, 'court', '查看纸质声明书：已声明的更正录入；确有禁止结婚的亲属关系的，只能由人民法院确认婚姻无效', 'Look at the declaration and correct what was typed; where they are of prohibited kin, only a court declares the marriage void', voidable(2)],
  ['marriage.inspection.conditions', /\.voluntary$/u, 'court', '查看纸质声明书：已声明的更正录入；受胁迫结婚的，只能由受胁迫的一方请求人民法院撤销婚姻', 'Look at the declaration and correct what was typed; a coerced party alone may ask a court to annul the marriage', civilCode.cite(1052)],
  ['marriage.inspection.conditions', /\.sex$/u, 'correct', '凭身份证件更正性别和栏位，换发结婚证', 'Correct sex and place by the identity paper and exchange the certificates'],
  ['marriage.inspection.conditions', /^(?:cohabitedSince|formerDivorce|kind)/u, 'correct', '补办、复婚的日期和证号凭原件更正，不改变登记日期和婚姻效力', 'Correct days and numbers of a late registration or remarriage by the original; neither the day nor the marriage itself changes', citations(civilCode.cite(1049), civilCode.cite(1083))],
  ['marriage.inspection.conditions', null, 'court', '不能由登记机关更正；结婚条件不具备的，由人民法院确认无效或者撤销', 'The office cannot correct it; where a condition was not met, a court declares the marriage void or annuls it', citations(civilCode.cite(1051), civilCode.cite(1052))],
  ...both('marriage', '结婚证', 'marriage certificate'),
  ['marriage.inspection.certificate.remark', null, 'correct', '收回结婚证换发，备注不印共同生活日期，审查处理表照旧', 'Collect the certificates and exchange them without the day of living together; the review form keeps it', civilCode.cite(1049)],
  ['marriage.inspection.divorce', null, 'none', '只适用于离婚登记，不应判为不合格，请复核检查记录', 'For divorces only, so it cannot fail; look at the inspection again'],
]

const divorce: readonly Given[] = [
  ['divorce.inspection.conditions', /^marriage\.(?:number|day|caseId)/u, 'correct', '凭结婚证或者档案更正原婚姻的字号、日期，不改变离婚的效力', 'Correct number and day of the marriage by its certificate or file; the divorce stands', ended],
  ['divorce.inspection.conditions', /^parties\.\d\.sex/u, 'correct', '凭身份证件更正性别和栏位，换发离婚证', 'Correct sex and place by the identity paper and exchange the certificates'],
  ['divorce.inspection.conditions', /^application\./u, 'court', '查看申请书和笔录：已问明而没有录入的更正；确实一方未到场、不自愿、不具有完全民事行为能力的，不能更正，当事人可以申请行政复议或者提起行政诉讼', 'Look at application and record: what was asked and not typed is corrected; where one was absent, unwilling or without full capacity, only reconsideration or an administrative suit helps', ended],
  ['divorce.inspection.conditions', null, 'court', '完成离婚登记即解除婚姻关系，登记机关不能自行更正或者撤销；由当事人申请行政复议或者提起行政诉讼', 'With the registration the marriage has ended: the office neither corrects nor revokes it; the parties may seek reconsideration or sue', ended],
  ...both('divorce', '离婚证', 'divorce certificate'),
  ['divorce.inspection.divorce.receipt', null, 'none', '受理日期和期限已经过去，不能改；写明推算差错的原因，今后按公布的节假日安排推算', 'The days have passed and cannot be changed; write down why they were wrong and count by the published days off from now on', civilCode.cite(1077)],
  ['divorce.inspection.divorce.window', /^issuance$/u, 'supplement', '双方到场的记录漏录的，凭申请书和笔录补录；确实没有到场的，不能补', 'An appearance that was not entered is entered by application and record; one that did not happen cannot be', civilCode.cite(1077)],
  ['divorce.inspection.divorce.window', null, 'court', '不在领证期限内发证不能更正；写明情况报主管机关，当事人可以申请行政复议或者提起行政诉讼', 'An issuance outside its window cannot be corrected; it is reported, and the parties may seek reconsideration or sue', civilCode.cite(1077)],
  ['divorce.inspection.divorce.agreement', /fingerprint|witnessed|signedOn|unaltered/u, 'none', '签署、指纹、涂改不能事后补正；写明情况，内容有争议的由人民法院处理', 'Signing, fingerprints and alterations cannot be mended afterwards; write it down; a dispute about the terms goes to court', citations(civilCode.cite(1076), marriageRegulation.cite(13))],
  ['divorce.inspection.divorce.agreement', /originals|identical|collected/u, 'supplement', '核对双方手中的协议原件，缺份的复印加盖骑缝章归入，写明理由', 'Compare the originals the parties hold, file a stamped copy of what is missing, and give the reason', citations(civilCode.cite(1076), marriageRegulation.cite(13))],
  ['divorce.inspection.divorce.agreement', null, 'another', '子女、财产、债务条款登记机关不能改；双方另行达成书面协议，或者请求人民法院处理', 'The office does not alter terms on children, property or debts; the parties make a further agreement in writing or go to court', civilCode.cite(1076)],
  ['divorce.inspection.divorce.interviews', null, 'none', '询问笔录不能事后补做、补签；已有纸质笔录而没有录入的更正，其余写明情况报主管机关', 'An interview is neither held nor signed afterwards; a record on paper that was not typed is entered, the rest is reported', citations(marriageRegulation.cite(16), procedure)],
  ['divorce.inspection.divorce.stamped', null, 'supplement', '通知当事人带结婚证加盖“双方离婚，证件失效”印章，复印件归入；拒不到场的写明', 'Ask the parties to bring the certificates for the strip stamp and file the copies; note who does not come', marriageNorms],
  ['divorce.inspection.divorce.originals', null, 'supplement', '三份协议补盖印章，当事人持有的请其带来补盖，写明日期', 'Stamp all three, those of the parties when they bring them, with the day', marriageNorms],
]

const reissue: readonly Given[] = [
  ...shared('reissue', '补发的证', 'reissued certificate'),
  ['reissue.inspection.office', /^registrar/u, 'supplement', '证书当日有效、只是漏录的，由管理员补录；当日确无有效证书的，写明情况报主管机关', 'A certificate that was valid and not entered is entered by the administrator; where none was, the case is reported to the authority above', marriageRegulation.cite(6)],
  ['reissue.inspection.office', null, 'another', '没有权限补发的，收回补发的证，请当事人到有权限的机关另行补领', 'Where the office had no permission, collect the certificate and send the parties to one that has', citations(marriageRegulation.cite(6), marriageRegulation.cite(21))],
  ['reissue.inspection.network', null, 'supplement', '没有核对的立即补核，写明“事后补核”；婚姻状况已变化的，收回补发的证', 'Check now and write “checked afterwards”; where the status had changed, collect the certificate'],
  ['reissue.inspection.papers', null, 'supplement', '请当事人补交，写明补充日期和理由', 'Ask the parties for it and write down the day and the reason'],
  ['reissue.inspection.declarations', /signedOn$/u, 'correct', '对照纸质声明书更正录入的日期', 'Correct the day by the paper'],
  ['reissue.inspection.declarations', null, 'attest', '查看纸质声明书：已签署而没有录入的更正；没有的请申请人另写声明，注明当日日期', 'Look at the paper: what was signed and not typed is corrected; otherwise the applicants make a declaration dated on the day of making'],
  ['reissue.inspection.declarations.ink', null, 'supplement', '请申请人另写声明、签名并按指纹，注明当日日期，不得倒签', 'The applicants declare, sign and fingerprint anew, dated on that day; nothing is back-dated', marriageNorms],
  ['reissue.inspection.review.fields', null, 'correct', '对照纸质审查处理表和原档案更正录入；纸质也空缺的，由原登记员补填并注明补填日期', 'Correct it by the paper and the original file; what is empty there too is filled in by the registrar who acted, with the day on which it was added'],
  ['reissue.inspection.review.delivery', null, 'correct', '领证人录错的更正；委托办理而由本人领取的，写明情况', 'Correct a wrong receiver; where the party came although a proxy had applied, write it down', marriageRegulation.cite(21)],
  ['reissue.inspection.certificate.remark', null, 'correct', '收回补发的证，补印“补发”和补发日期后换发', 'Collect the certificate and exchange it for one whose remark says that it is a reissue and of which day', marriageNorms],
  ['reissue.inspection.divorce', null, 'none', '只适用于离婚登记，不应判为不合格，请复核检查记录', 'For divorces only, so it cannot fail; look at the inspection again'],
  ['reissue.inspection.reissue.file', null, 'supplement', '调取原档案复印件或者记录证明归入；档案与当事人所述不一致的，收回补发的证', 'Fetch a copy or a proof of the original file; where it contradicts the parties, collect the certificate', marriageRegulation.cite(21)],
  ['reissue.inspection.reissue.status', null, 'another', '婚姻状况已变化的，补发的证收回注销；只是没有问明的，请当事人补写声明', 'Where the status had changed, the certificate is collected and cancelled; where it was only not asked, the parties declare it now', marriageRegulation.cite(21)],
  ['reissue.inspection.reissue.original', null, 'correct', '按原档案更正字号、机关、日期，换发补发的证', 'Correct number, office and day by the original file and exchange the certificate', marriageRegulation.cite(21)],
  ['reissue.inspection.reissue.day', null, 'correct', '按原登记日期更正，换发补发的证', 'Correct it to the original day and exchange the certificate', marriageNorms],
  ['reissue.inspection.reissue.old', null, 'supplement', '请当事人交回旧证注销；遗失的写书面说明', 'Ask the parties for the old certificate and cancel it; a lost one is declared in writing', marriageRegulation.cite(21)],
  ['reissue.inspection.reissue.proxy', null, 'supplement', '请委托人补交内容齐全的公证委托书，或者由本人到场确认，写明理由', 'Ask for a complete notarised mandate, or for the party in person, with the reason', marriageNorms],
  ['reissue.inspection.photo', null, 'supplement', '请当事人补交合格的照片，写明理由；证上照片不合规格的换发', 'Ask the parties for a proper photo, with the reason; where it stands in the booklet, exchange it'],
]

/** Rows of the couples' windows. */
export const coupleMendings: readonly MendingRow[] = rows([...marriage, ...divorce, ...reissue])
