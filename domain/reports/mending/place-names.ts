import { citations } from '../../law.ts'
import { languageLaw, licensingLaw, localRule, placeNameMeasures, placeNameRegulation, spellingRules } from '../../place-names/law.ts'
import type { MendingRow } from './rows.ts'
import { rows } from './rows.ts'

/** What mends the faults of place-name files: an approved name is changed only by a renaming; filing and notice are made up for, but a day that has passed stays passed. */

/** A name, once approved, is changed by a new case (更名), approved again. */
const renamed = citations(placeNameRegulation.cite(10), placeNameRegulation.cite(12))
const rename = (zh: string, en: string): readonly ['another', string, string, typeof renamed] => ['another', `${zh}；已批准的名称不能径行更改，须按更名程序另行办理`, `${en}; an approved name is not altered, it takes a renaming of its own`, renamed]
const reason = (zh: string, en: string): readonly ['supplement', string, string] => ['supplement', `${zh}，写明采用的理由和依据；理由不成立的按更名程序办理`, `${en}: give the reason and what it rests on; where there is none, it takes a renaming`]
const late = (zh: string, en: string): readonly ['none', string, string] => ['none', `逾期不能消除；${zh}，并在案卷中写明逾期原因`, `A limit that has passed stays passed; ${en}, and the file says why it was late`]

/** Rows of the rules on names and on the cases of place names. */
export const placeNameMendings: readonly MendingRow[] = rows([
  ['place-names.kind', null, 'correct', '按条例第三条选定类别后更正', 'Choose the kind of article 3 and correct it', placeNameRegulation.cite(3)],
  ['place-names.orientation', null, 'supplement', '补写是否具有重要地理方位意义及其依据', 'State whether it matters for orientation, and by what', placeNameRegulation.cite(3)],
  ['place-names.parts', null, 'correct', '专名、通名划分录错的更正；名称本身缺少通名的，按更名程序另行办理', 'Correct a wrong division; a name that lacks its generic takes a renaming', placeNameRegulation.cite(9)],
  ['place-names.generic', null, ...reason('通名与类别、规模不符', 'The generic does not fit')],
  ['place-names.characters', null, ...rename('名称用字不合规范', 'The name is not in standard characters')],
  ['place-names.rare', null, ...reason('使用生僻字', 'A rare character')],
  ['place-names.leader', null, ...rename('以国家领导人的名字命名', 'The name is a state leader’s')],
  ['place-names.person', null, ...reason('以人名作地名', 'A personal name')],
  ['place-names.foreign', null, ...reason('疑似外国人名、地名', 'It looks like a foreign name')],
  ['place-names.enterprise', null, ...reason('疑似企业、商标名称', 'It looks like the name of an enterprise or a trademark')],
  ['place-names.duplicate', null, ...rename('在法定范围内重名', 'The name is there already within its legal scope')],
  ['place-names.same-elsewhere', null, 'none', '范围外同名只作提示，不需要改正', 'The same name outside the scope is pointed out only; nothing is to be mended', placeNameRegulation.cite(9)],
  ['place-names.homophone', null, ...reason('在法定范围内同音', 'A homophone within the scope')],
  ['place-names.near-homophone', null, ...reason('近音、近形', 'A near sound or a look-alike')],
  ['place-names.series', null, 'none', '派生路名可以并存，只作提示，不需要改正', 'Roads of one series may stand side by side; nothing is to be mended', localRule],
  ['place-names.past-name', null, ...reason('与已销、历史、预留地名同名', 'A removed, historic or reserved name')],
  ['place-names.odd-words', null, ...reason('用词偏大、偏怪', 'An exaggerated or odd word')],
  ['place-names.length', null, ...rename('专名字数超过本地规定', 'The specific part is too long')],
  ['place-names.plan', null, 'supplement', '补写与地名方案不一致的理由，或者按程序变更地名方案', 'Explain the departure from the name plan, or have the plan changed', placeNameRegulation.cite(8)],
  ['place-names.local-name', null, ...reason('与当地地名不统一', 'It does not agree with the local name')],
  ['place-names.rename-ground', null, 'supplement', '补写更名理由和依据；没有法定理由的，不应更名', 'Give the ground of the renaming and what it rests on; without a legal ground it should not have been renamed', placeNameRegulation.cite(10)],
  ['place-names.rename-protected', null, 'supplement', '补交经批准的保护措施；没有的，恢复原地名须另行办理', 'File the approved protective measures; without them the former name is restored by a case of its own', citations(placeNameRegulation.cite(10), placeNameRegulation.cite(25))],
  ['place-names.spelling', null, 'correct', '按拼写规则补全、更正两种拼写，并同步更正公告、备案和标志', 'Complete and correct both spellings, and notice, filing and sign with them', citations(placeNameRegulation.cite(15), languageLaw.cite(20))],
  ['place-names.spelling-fits', null, 'correct', '按拼写规则更正；另行拼写的写明依据', 'Correct it by the rules of spelling, or say what another spelling rests on', citations(placeNameRegulation.cite(15), spellingRules.cite(1))],
  ['place-names.reading', null, 'attest', '由经办人核实当地读音并签名确认', 'A clerk finds out the local reading and confirms it by name', spellingRules.cite(8)],
  ['place-names.application', null, 'supplement', '请申请单位补写方案、理由或者来函文号', 'Ask the applicant for plan, reasons or the number of the letter', placeNameRegulation.cite(11)],
  ['place-names.application.entity', null, 'supplement', '请申请单位补写位置、规模、性质', 'Ask the applicant for position, size and nature', placeNameRegulation.cite(11)],
  ['place-names.application.coordinates', null, 'correct', '重新核对坐标系和坐标后更正', 'Check the system of coordinates again and correct them', localRule],
  ['place-names.application.length', null, 'correct', '对照图形更正长度，或者写明不一致的原因', 'Correct the length by the drawing, or say why they differ', localRule],
  ['place-names.papers', null, 'supplement', '请申请单位补交，写明补交日期', 'Ask the applicant for it, with the day on which it came', localRule],
  ['place-names.reports', /reason$/u, 'supplement', '补写不需要报告的理由', 'Say why the report is not required', placeNameMeasures.cite(5)],
  ['place-names.reports', null, 'supplement', '补齐报告和规定的内容，写明补充日期；决定前没有论证的不得倒签', 'Complete the reports with the day on which it was done; what was not examined before the decision is not back-dated', citations(placeNameRegulation.cite(11), placeNameMeasures.cite(5))],
  ['place-names.consultations', null, 'supplement', '催复意见，补写不同意见的处理情况', 'Ask for the reply again and write down how objections were handled', placeNameMeasures.cite(5)],
  ['place-names.display', /\.to$/u, 'none', '公示已经结束的不能补足天数；尚未批准的重新公示', 'A display that is over gains no days; where nothing is approved yet, display it again', localRule],
  ['place-names.display', null, 'supplement', '补写公示结果和意见的处理情况；没有公示而尚未批准的，先公示', 'Write down the result and how objections were handled; where nothing was displayed and nothing is approved, display it first', localRule],
  ['place-names.visit', null, 'supplement', '补做踏勘，写明踏勘日期和所见', 'Visit the site now, with the day and what was seen', localRule],
  ['place-names.supplement', null, ...late('今后当场或者五个工作日内一次性告知；没有按时告知的，自收到材料之日起视为受理', 'from now on tell everything at once and within 5 working days: an application that was not told of counts as accepted on the day it came'), licensingLaw.cite(32)],
  ['place-names.slip', /slip$/u, 'supplement', '补发受理（不予受理）凭证，编号、盖章并注明日期', 'Issue the slip now, numbered, sealed and dated', licensingLaw.cite(32)],
  ['place-names.slip', null, ...late('立即出具受理或者不予受理凭证', 'issue the slip at once'), licensingLaw.cite(32)],
  ['place-names.time-limit', /^(?:excluded|extension)/u, 'supplement', '补发书面告知；没有告知的时间仍计入期限', 'Tell it in writing now; a stretch that was not told counts', citations(licensingLaw.cite(42), licensingLaw.cite(45))],
  ['place-names.time-limit', null, ...late('尚未决定的立即决定', 'decide at once where nothing is decided'), citations(licensingLaw.cite(42), licensingLaw.cite(45))],
  ['place-names.refusal', null, 'supplement', '补发说明理由和救济途径的决定书，期限自重新送达起算', 'Issue a decision with its reasons and remedies; the terms run from its delivery', licensingLaw.cite(38)],
  ['place-names.delivery', null, ...late('尚未送达的立即送达', 'deliver at once where nothing was delivered'), licensingLaw.cite(44)],
  ['place-names.approver', null, 'another', '批准机关录错的更正；越权批准的报有权机关撤销，由有权机关重新批准', 'A wrong entry is corrected; an approval by another than the right body is revoked by it and given anew', placeNameRegulation.cite(12)],
  ['place-names.document', /document$/u, 'correct', '对照批准文件更正文号；文号重复的由发文机关更正后换发', 'Correct the number by the document; one that was given twice is corrected by the body that issued it', localRule],
  ['place-names.document', null, 'supplement', '请批准机关补盖印章，写明日期', 'Ask the body that approved for the seal, with the day', localRule],
  ['place-names.document.words', null, 'correct', '由批准机关出具更正文件，按文件更正名称、拼写、范围', 'The body that approved issues a correction; name, spelling and extent follow it', citations(placeNameRegulation.cite(12), placeNameRegulation.cite(15))],
  ['place-names.same-words', /^register/u, 'correct', '按批准文件更正地名库', 'Correct the gazetteer by the approval', placeNameRegulation.cite(15)],
  ['place-names.same-words', null, 'correct', '以批准文件为准，重新公告、重新报送备案', 'The approval decides: publish and file again', citations(placeNameRegulation.cite(13), placeNameRegulation.cite(14))],
  ['place-names.filing', /^filings\.(?:papers|items)/u, 'supplement', '补报缺少的材料、地名', 'File what was left out', placeNameMeasures.cite(6)],
  ['place-names.filing', /^filings\.to/u, 'another', '向规定的机关重新报送备案', 'File it again with the right body', placeNameMeasures.cite(6)],
  ['place-names.filing', null, ...late('没有报送、要求重报或者补正的立即报送', 'file, refile or correct at once'), citations(placeNameRegulation.cite(13), placeNameMeasures.cite(7))],
  ['place-names.notice', /elements$/u, 'supplement', '补充公告，写明六项内容', 'Publish a further notice with all six elements', placeNameMeasures.cite(8)],
  ['place-names.notice', /(?:channels|link)$/u, 'supplement', '在国家地名信息库补发公告，留存链接', 'Publish it in the national base and keep the link', placeNameMeasures.cite(9)],
  ['place-names.notice', null, ...late('没有公告的立即公告', 'publish at once where nothing was published'), placeNameRegulation.cite(14)],
  ['place-names.national-base', null, 'supplement', '录入国家地名信息库并公布，保存 20 位地名代码', 'Enter and announce it in the national base and keep its code of 20 digits', citations(placeNameMeasures.cite(9), placeNameMeasures.cite(15))],
  ['place-names.sign', /\.(?:text|pinyin)$/u, 'correct', '按标准地名更换标志，留存照片', 'Exchange the sign for one with the standard name and keep a photo', citations(placeNameRegulation.cite(19), placeNameMeasures.cite(18))],
  ['place-names.sign', /\.photo$/u, 'supplement', '补拍标志照片', 'Take the photo of the sign', placeNameMeasures.cite(18)],
  ['place-names.sign', null, ...late('没有设标的立即设置，有问题的立即整改', 'set the sign, or mend its faults, at once'), placeNameRegulation.cite(19)],
  ['place-names.plates', null, 'correct', '重新编号、换发门楼牌并告知住户；跳号的写明预留原因', 'Number again, exchange the plates and tell who lives there; a number that was skipped is explained'],
  ['place-names.concordance', null, 'supplement', '编制、补全新旧地址对照并发给住户', 'Make or complete the list of old and new addresses and hand it out', localRule],
  ['place-names.archive', null, 'supplement', '补齐案卷，编号、打印卷内目录后归档', 'Complete the file, number it, print its index and archive it', placeNameRegulation.cite(26)],
])
