import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import { codePointName, type MissingCharacter } from './fonts/stack.ts'

/** A character of a record that cannot be put on a paper, with the path of its field. */
export interface Unprintable {
  readonly field: string
  readonly character: string
  readonly codePoint: string
}

/** A paper that was not made because something of its record cannot be printed; nothing has been written. */
export class PrintRefused extends LantaiError {
  readonly characters: readonly Unprintable[]
  constructor(characters: readonly Unprintable[]) {
    const [first] = characters
    const zh = characters.map(({ field, character, codePoint }) => `「${fieldTitle(field).zh}」中的“${shown(character)}”（${codePoint}）`).join('、')
    const en = characters.map(({ field, character, codePoint }) => `“${shown(character)}” (${codePoint}) in ${fieldTitle(field).en}`).join(', ')
    super('unprintable', text(`${zh}没有可用的字形，不能打印。请核对该字。`, `There is no glyph for ${en}; the paper cannot be printed. Please check the character.`), first?.field, { characters })
    this.name = 'PrintRefused'
    this.characters = characters
  }
}

/** Control and format characters have no shape of their own to show in a message. */
const shown = (character: string): string => (/^[\p{C}\p{Z}]/u.test(character) ? '□' : character)

/** Turns what a stack missed into what the clerk is told. */
export const unprintable = (field: string, missing: MissingCharacter): Unprintable => ({
  field,
  character: missing.character,
  codePoint: missing.selector === undefined ? codePointName(missing.codePoint) : `${codePointName(missing.codePoint)} ${codePointName(missing.selector)}`,
})

/** A text too long to be set in its space in any readable size. */
export const tooLong = (field: string): LantaiError =>
  new LantaiError('unprintable', text(`「${fieldTitle(field).zh}」太长，在纸面的位置内放不下，请缩短。`, `${fieldTitle(field).en} is too long for its space on the paper; please shorten it.`), field)

const parts: Readonly<Record<string, readonly [string, string]>> = {
  indicators: ['汇总指标', 'summary'], late: ['补记、更正明细', 'late lines'], form: ['报表表头', 'head of the form'], paragraph: ['文字说明', 'paragraph'], notes: ['说明', 'notes'], checker: ['审核人', 'checker'], figures: ['当日数据', 'figures of the day'], closedBy: ['日结人', 'who closed the day'], rules: ['规则', 'rules'], failing: ['不合格案件', 'failing cases'], seed: ['随机种子', 'seed'], cases: ['抽取的案件', 'cases drawn'],
  name: ['姓名', 'name'], sex: ['性别', 'sex'], birth: ['出生日期', 'birth date'], nationality: ['国籍', 'nationality'], ethnicity: ['民族', 'ethnicity'], kind: ['身份类别', 'kind of person'], occupation: ['职业', 'occupation'],
  education: ['文化程度', 'education'], maritalStatus: ['婚姻状况', 'marital status'], day: ['登记日期', 'date of registration'], cohabitedSince: ['以夫妻名义共同生活的起始日期', 'date of living as spouses'],
  identityNumber: ['身份证件号', 'identity number'], localIdentityNumber: ['当地身份证号', 'local identity number'], residence: ['常住户口所在地', 'residence'],
  phone: ['联系电话', 'phone'], militaryNumber: ['军人证件号', 'military number'], remarkForm: ['备注（审查处理表）', 'remark on the form'], remarkCertificate: ['备注（结婚证）', 'remark on the certificate'],
  officeName: ['登记机关', 'office'], opinion: ['审查意见', 'opinion'], number: ['登记字号', 'number'], serials: ['印制号', 'blank serial'], papers: ['提供证件材料', 'papers supplied'],
  marriage: ['结婚登记', 'the marriage'], receipt: ['受理回执', 'receipt'], withdrawal: ['撤回申请', 'withdrawal'], question: ['询问', 'question'], answer: ['回答', 'answer'], office: ['登记机关', 'office'],
  certificates: ['证件', 'certificates'], authority: ['作出机关', 'authority'], note: ['附注', 'note'], reason: ['原因', 'reason'], original: ['原登记', 'original registration'], verification: ['档案核实', 'verification of the file'], proxy: ['受委托人', 'proxy'],
  requester: ['查询人', 'requester'], basis: ['查档依据', 'basis'], purpose: ['用途', 'purpose'], files: ['档案', 'files'], person: ['被查询人', 'person'], destination: ['使用地', 'destination'], records: ['登记记录', 'records'], registrar: ['经办人', 'registrar'], approvedBy: ['批准人', 'approval'],
  names: ['双方姓名', 'names'], phones: ['联系电话', 'phones'], receiptNumber: ['回执单编号', 'receipt number'],
  hukouAddress: ['户籍地址', 'registered address'], deathPlace: ['死亡地点', 'place of death'], address: ['住址', 'address'], cremation: ['火化记录', 'cremation'], deathCertificate: ['死亡证明', 'death certificate'], origin: ['来源', 'origin'], homeName: ['殡仪馆名称', 'name of the home'], registrarName: ['经办人', 'registrar'], place: ['安放位置', 'place'],
  acceptance: ['接收证明', 'acceptance'], storage: ['存放记录', 'storage'], resting: ['安葬记录', 'placement'], policy: ['政策名称', 'policy'], explanation: ['计算说明', 'explanation'], bearer: ['负担单位', 'bearer'], claim: ['申领事项', 'claim'], cemetery: ['公墓名称', 'cemetery'], plot: ['墓位', 'plot'], tables: ['统计表', 'tables'],
  title: ['标题', 'title'], planAndReasons: ['方案和理由', 'plan and reasons'], missing: ['补正内容', 'what is missing'], document: ['文号', 'document number'], approverName: ['批准机关', 'approving body'], to: ['主送机关', 'addressee'], unit: ['单位名称', 'unit'], items: ['地名', 'place names'], consents: ['有关单位意见', 'consents'], examined: ['审核情况', 'examination'], contact: ['联系人', 'contact'],
  creditCode: ['信用代码', 'credit code'], label: ['号牌', 'number of the plate'], frontage: ['门户', 'frontage'], owner: ['产权人', 'owner'], former: ['原地址', 'former address'], before: ['原地址', 'old address'], after: ['新地址', 'new address'], use: ['用途', 'use'], divisions: ['所在行政区', 'division'], sentence: ['证明内容', 'sentence'], standard: ['标准地名', 'standard name'], written: ['地址写法', 'written address'],
  demands: ['整改要求', 'demands'], user: ['使用单位', 'user of the name'], neighbours: ['毗邻各方', 'neighbours'], approver: ['批准机关', 'approving body'], sides: ['参加各方', 'sides'], sign: ['标志拼写', 'spelling for signs'], keeper: ['管理方', 'keeper'], filed: ['备案', 'filing'], receiver: ['收件人', 'receiver'], author: ['责任者', 'author'], batch: ['制作批次', 'batch'], code: ['编号', 'code'],
  refusal: ['不予办理的理由', 'grounds of refusal'], archive: ['归档编号', 'archive numbers'], texts: ['纸面用语', 'texts of the paper'], preparer: ['制表人', 'preparer'], printer: ['打印机', 'printer'], tray: ['纸盒', 'tray'],
}

/** Fields of a place name, in a case or a register. */
const nameParts: Readonly<Record<string, readonly [string, string]>> = {
  name: ['名称', 'name'], spelling: ['拼写', 'spelling'], extent: ['位置和范围', 'extent'], location: ['位置', 'location'], meaning: ['含义、来历', 'meaning'], formerName: ['原名', 'former name'], township: ['所在行政区', 'division'], reason: ['理由', 'reason'],
}

/** Whose field it is, by the first step of its path. */
const persons: Readonly<Record<string, readonly [string, string]>> = {
  deceased: ['逝者', 'deceased’s '], agent: ['承办人', 'agent’s '], collector: ['领取人', 'collector’s '], holder: ['持有人', 'holder’s '], applicant: ['申请人', 'applicant’s '],
}

/** What a field is called, from its path in the record. */
export const fieldTitle = (field: string): { zh: string; en: string } => {
  const [, place, inBatch] = /^requests\.(\d+)\.(.*)$/.exec(field) ?? []
  if (place !== undefined && inBatch !== undefined) {
    const title = fieldTitle(inBatch)
    return { zh: `第 ${Number(place) + 1} 件的${title.zh}`, en: `${title.en} of paper ${Number(place) + 1}` }
  }
  const steps = field.split('.')
  const part = steps[0] === 'items' && steps.length > 2 ? nameParts[steps[2] ?? ''] : undefined
  if (part !== undefined) return { zh: `第 ${steps[1]} 项地名的${part[0]}`, en: `${part[1]} of place name ${steps[1]}` }
  const side = steps[0] === 'parties' ? (steps[1] === '0' ? (['男方', 'man’s '] as const) : (['女方', 'woman’s '] as const)) : (persons[steps[0] ?? ''] ?? (['', ''] as const))
  const found = steps.map((step) => parts[step]).find((part) => part !== undefined)
  return found === undefined ? { zh: field, en: field } : { zh: side[0] + found[0], en: side[1] + found[1] }
}
