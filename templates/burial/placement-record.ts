import { text } from '../../domain/text.ts'
import { paged } from '../case/lists.ts'
import { atRight, digestOf, feet, handDate, mark, said, sealPlace, signature, title } from '../case/parts.ts'
import { line, two } from '../case/rows.ts'
import { fill, plainDay } from '../case/words.ts'
import type { BurialRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { table, type Cell, type Row } from '../table.ts'
import { deceasedOf, deceasedRows, from2026, ownLayout, personRows, required } from './facts.ts'
import { owners, placementTitle, placeWords } from './words.ts'

const version = '安葬记录 兰台 1'
const defaults = {
  statement: '上列{owner}现安葬（安放）于上表最后一行所记之处；以前各行为历次记录，不作改动。',
}
const grounds = { burialArea: '土葬改革区', protectedGroup: '依法保护的丧葬习俗' } as const

interface Rest { readonly day: string; readonly how: string; readonly place: string; readonly number: string; readonly document: string }
const restsOf = ({ folded }: BurialRecord): readonly Rest[] => {
  const buried = folded.bodyBuried
  return [
    ...(buried === null ? [] : [{ day: buried.day, how: '遗体安葬', place: placeWords(buried.place), number: buried.number, document: `${grounds[buried.ground]}：${buried.reason}` }]),
    ...folded.resting.map((one) => ({ day: one.day, how: `${'permit' in one ? '迁移　' : ''}${placementTitle(one.how)}`, place: placeWords(one.place), number: 'number' in one ? one.number : '', document: 'permit' in one ? one.permit : [one.document, one.witness === '' ? '' : `见证 ${one.witness}`].filter((part) => part !== '').join('；') })),
  ]
}
const lastOf = (record: BurialRecord): Rest => required(restsOf(record).at(-1), '还没有安葬或者安放', 'Nobody was laid to rest yet')

/** 安葬记录: every resting place in order, the last the present one. */
export const placementRecord = paper<'burial.placementRecord'>({
  id: 'burial.placementRecord',
  title: text('安葬记录', 'Placement record'),
  version, from: from2026,
  source: text(`奖补和安葬档案所附的记录；${ownLayout[0]}`, `The record that rewards and files go by; ${ownLayout[1]}`),
  needs: [text('安葬（安放）记录', 'the placement')],
  texts: defaults,
  facts: ({ record }) => ({ title: `安葬记录 ${record.folded.file.deceased.name}`, author: record.homeName, number: record.folded.id, date: dateOfDay(lastOf(record).day) }),
  record: (request) => {
    const { record } = request
    return digestOf('burial.placementRecord', version, request, { deceased: deceasedOf(record.folded), cremation: record.folded.cremation?.day ?? record.folded.elsewhere?.day, certificate: certificateOf(record), agent: record.folded.file.agent, rests: restsOf(record), homeName: record.homeName, officeName: record.officeName, sample: record.sample })
  },
  draw: (sheet, { record, texts }, code) => {
    const { folded } = record
    const { kind, agent } = folded.file
    const owner = owners[kind]
    const last = lastOf(record)
    const begin = (): void => {
      sheet.page()
      mark(sheet, record)
    }
    begin()
    title(sheet, 32, '安葬（安放）记录', 22)
    let y = table(sheet, 20, 42, [
      ...deceasedRows(folded),
      ...(folded.bodyBuried === null ? [two(['火化日期', 'cremation', plainDay(folded.cremation?.day ?? folded.elsewhere?.day ?? '')], ['火化证编号', 'number', certificateOf(record)])] : []),
      ...personRows('承办人姓名', 'agent', agent, owner),
      line('现安葬于', 'resting', `${last.how.replace('迁移　', '')}　${last.place}`, 10.5, 12.5),
    ]) + 6
    const cell = (width: number, value: string, align: 'left' | 'centre' = 'left'): Cell => ({ width, field: 'resting', value, size: 10, align, clearance: 1 })
    const rows = restsOf(record).map((one, i): Row => ({ height: Math.max(11, 4.4 * Math.ceil(Math.max(one.place.length / 14, one.document.length / 13)) + 4), cells: [cell(9, String(i + 1), 'centre'), cell(27, plainDay(one.day), 'centre'), cell(24, one.how), cell(52, one.place), cell(58, [one.number === '' ? '' : `编号 ${one.number}`, one.document].filter((part) => part !== '').join('；'))] }))
    const head: Row = { height: 8.5, cells: [[9, '序'], [27, '日期'], [24, '方式'], [52, '地点和位置'], [58, '编号和凭证']].map(([width, label]) => ({ width: width as number, label: label as string, plain: true })) }
    paged(rows, 248 - y, 218).forEach((part, i) => {
      if (i > 0) {
        begin()
        y = 30
        sheet.text('deceased.name', 20, 26, `（续）${folded.file.deceased.name}`, { size: 10.5, within: 150 })
      }
      y = table(sheet, 20, y, [head, ...part]) + 8
    })
    if (y > 205) {
      begin()
      y = 32
    }
    y = sheet.paragraph('texts', 20, y, 170, fill(said(defaults, texts, 'statement'), { owner }), { size: 11 })
    const end = Math.max(y + 12, 212)
    atRight(sheet, 'homeName', 186, end, 110, record.homeName === '' ? record.officeName : record.homeName, 13)
    sealPlace(sheet, 160, end + 4, 17, '单位印章')
    sheet.text('texts', 186, end + 10, plainDay(last.day), { size: 13, align: 'right' })
    signature(sheet, 20, end + 26, '经办人（签名）：', 34, { size: 11 })
    signature(sheet, 20, end + 38, `承办人（签名）：`, 34, { size: 11 })
    handDate(sheet, 130, end + 38, 10.5)
    feet(sheet, version, code)
  },
})

const certificateOf = ({ folded }: BurialRecord): string => folded.certificates.at(-1)?.number ?? folded.cremation?.number ?? folded.elsewhere?.number ?? ''
