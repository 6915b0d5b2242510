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
  refusal: ['不予办理的理由', 'grounds of refusal'], archive: ['归档编号', 'archive numbers'], texts: ['纸面用语', 'texts of the paper'], preparer: ['制表人', 'preparer'], printer: ['打印机', 'printer'], tray: ['纸盒', 'tray'],
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
  const side = steps[0] === 'parties' ? (steps[1] === '0' ? (['男方', 'man’s '] as const) : (['女方', 'woman’s '] as const)) : (persons[steps[0] ?? ''] ?? (['', ''] as const))
  const found = steps.map((step) => parts[step]).find((part) => part !== undefined)
  return found === undefined ? { zh: field, en: field } : { zh: side[0] + found[0], en: side[1] + found[1] }
}
