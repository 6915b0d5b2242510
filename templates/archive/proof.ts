import { sexShort } from '../../domain/codes/index.ts'
import { text } from '../../domain/text.ts'
import { digestOf, feet, mark, said, sealPlace, signature, title } from '../case/parts.ts'
import { day, fill, identityType } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { paged } from '../case/lists.ts'
import { table, type Row } from '../table.ts'

const version = '婚姻登记记录证明 兰台 1'
const defaults = {
  none: '经查询本单位保管的婚姻登记档案和登记信息，自{from}至{to}，没有上述当事人的婚姻登记记录。',
  found: '经查询本单位保管的婚姻登记档案和登记信息，自{from}至{to}，上述当事人有下列婚姻登记记录：',
  limits: '本证明只反映上述期间在本单位办理婚姻登记的记录情况，不证明当事人的婚姻状况，也不包括在其他婚姻登记机关、人民法院或者境外的情况。',
  use: '本证明用于{destination}：{use}。用于其他用途无效。',
}

/** (有/无)婚姻登记记录证明: what the register of this office holds of a person in the years searched. */
export const proof = paper<'archive.proof'>({
  id: 'archive.proof',
  title: text('（无）婚姻登记记录证明', 'Proof of (no) record of marriage'),
  version,
  from: '2015-08-27',
  source: text('民函〔2015〕266号以后只为部分国家和地区的公证用途出具；现行规定未核实，官方版式未公布', 'Since the Letter of 2015 made out only for notaries’ use in some countries and regions; the present rule is not confirmed, the official layout is not published'),
  needs: [text('查询的期间和结果', 'years searched and result')],
  texts: defaults,
  facts: ({ record }) => ({ title: `${headOf(record.body.proof.found)} ${record.body.number}`, author: record.body.officeName, number: record.id, date: dateOfDay(record.body.day) }),
  record: (request) => digestOf('archive.proof', version, request, request.record),
  draw: (sheet, { record, texts }, code) => {
    const { body } = record
    const { person, found, records, searchedFrom, searchedTo, destination, use } = body.proof
    sheet.page()
    mark(sheet, record)
    title(sheet, 42, headOf(found), 24, 0.2)
    sheet.text('number', 190, 54, `编号：${body.number}`, { size: 10.5, align: 'right', within: 90 })
    const goOn = (): void => {
      sheet.page()
      mark(sheet, record)
      sheet.text('number', 20, 28, `（接上页）编号：${body.number}`, { size: 10.5 })
      y = 40
    }
    const cell = (width: number, field: string, value: string): Row['cells'][number] => ({ width, field, value, size: 12.5 })
    let y = table(sheet, 20, 60, [
      { height: 12, cells: [{ width: 28, label: '姓名' }, cell(70, 'person.name', person.name), { width: 26, label: '出生日期' }, cell(46, 'person.birth', day(person.birth))] },
      { height: 12, cells: [{ width: 28, label: '身份证件' }, cell(70, 'person', identityType({ identityType: person.identityType })), { width: 26, label: '性别' }, cell(46, 'person', sexOf(person))] },
      { height: 12, cells: [{ width: 28, label: '证件号码' }, cell(142, 'person.identityNumber', person.identityNumber)] },
    ]) + 12
    y = sheet.paragraph('texts', 20, y, 170, fill(said(defaults, texts, found ? 'found' : 'none'), { from: day(searchedFrom), to: day(searchedTo) }), { size: 14, leading: 1.75 })
    const rows = found ? records.map((one): Row => ({ height: one.office.length > 18 ? 11 : 9, cells: [
      { width: 24, field: 'records', value: one.kind === 'marriage' ? '结婚登记' : '离婚登记', align: 'centre', size: 11, clearance: 1 }, { width: 38, field: 'records', value: day(one.day), align: 'centre', size: 11, clearance: 1 },
      { width: 52, field: 'records', value: one.number, size: 11, clearance: 1 }, { width: 56, field: 'records', value: one.office, size: 10.5, clearance: 1 },
    ] })) : []
    const [first = [], ...further] = paged(rows, 48, 190)
    const list = (part: readonly Row[]): void => { y = table(sheet, 20, y - 2, [{ height: 9, cells: [{ width: 24, label: '类别' }, { width: 38, label: '登记日期' }, { width: 52, label: '登记字号' }, { width: 56, label: '登记机关' }] }, ...part]) + 10 }
    if (first.length > 0) list(first)
    for (const part of further) {
      sheet.text('texts', 190, y, '（续下页）', { size: 11, align: 'right' })
      goOn()
      list(part)
    }
    // the seal does not stand on a page without words
    if (y > 180) goOn()
    y = sheet.paragraph('texts', 20, y, 170, said(defaults, texts, 'limits'), { size: 12, leading: 1.65 })
    y = sheet.paragraph('use', 20, y, 170, fill(said(defaults, texts, 'use'), { destination, use: use.replace(/[。；]$/, '') }), { size: 12, leading: 1.65 })
    const end = Math.max(y + 12, 214)
    sheet.text('officeName', 186, end, body.officeName, { size: 14, align: 'right', within: 120 })
    sealPlace(sheet, 158, end + 3, 20, '单位印章')
    sheet.text('texts', 186, end + 10, day(body.day), { size: 14, align: 'right' })
    signature(sheet, 20, end + 36, '经办人（签名）：', 40)
    feet(sheet, version, code, `申请人：${body.requester.name}`)
  },
})

const headOf = (found: boolean): string => (found ? '婚姻登记记录证明' : '无婚姻登记记录证明')

/** The sex is told by the seventeenth figure of a resident identity number alone. */
const sexOf = ({ identityType: type, identityNumber }: { readonly identityType: string; readonly identityNumber: string }): string =>
  ['resident', 'temporary', 'hmtResidence'].includes(type) && /^\d{17}[\dXx]$/.test(identityNumber) ? sexShort(Number(identityNumber.charAt(16)) % 2 === 1 ? '1' : '2') : ''
