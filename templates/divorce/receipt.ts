import type { ReceiptDates } from '../../domain/divorce/clock.ts'
import { text } from '../../domain/text.ts'
import { perforation } from '../case/halves.ts'
import { digestOf, foot, handDate, mark, said, sealPlace, signature, title } from '../case/parts.ts'
import { coupleRows, line, two } from '../case/rows.ts'
import { day, dayAndWeekday, person } from '../case/words.ts'
import type { DivorceRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { drawCode } from '../qr.ts'
import { table, type Row } from '../table.ts'
import { openedDay, whyMoved } from './facts.ts'

const version = '受理回执单 兰台 1'
const defaults = {
  opening: '你们的离婚登记申请，经初审符合受理条件，现予受理，并将有关期限和事项告知如下：',
  withdraw: '一、自收到离婚登记申请之日起三十日内（即“可以撤回申请的最后一日”当日及以前），任何一方不愿意离婚的，可以持本人有效身份证件和本回执单，到本机关撤回离婚登记申请，无需对方同意。',
  apply: '二、前款期限届满后三十日内，双方应当共同亲自到本机关申请发给离婚证；逾期未申请的，视为撤回离婚登记申请，离婚登记程序终止。期限届满以前不能领取离婚证。',
  bring: '三、申请发给离婚证时请携带：双方有效身份证件、双方结婚证、双方签署的离婚协议书一式三份、双方各自近期二寸单人半身免冠照片两张和本回执单。',
  again: '四、撤回申请或者视为撤回申请后，双方仍要离婚的，可以重新共同提出申请，期限重新计算。',
}

/** 离婚登记申请受理回执单: the days that now run, above the stub that stays in the file. */
export const receipt = paper<'divorce.receipt'>({
  id: 'divorce.receipt',
  title: text('离婚登记申请受理回执单', 'Receipt of a divorce application'),
  version,
  from: '2021-01-01',
  source: text('民发〔2020〕116号附件2有此名；期限据《民法典》第一千零七十七条、《婚姻登记条例》第十六条；官方版式未公布', 'Named in annex 2 of the Notice of 2020; the days follow Civil Code art. 1077 and Regulation art. 16; the official layout is not published'),
  needs: [text('受理记录与期限', 'the acceptance with its days')],
  texts: defaults,
  facts: ({ record }) => ({ title: `离婚登记申请受理回执单 ${record.folded.accepted?.receiptNumber ?? record.folded.id}`, author: record.officeName, number: record.folded.id, date: dateOfDay(record.folded.dates?.received ?? openedDay(record)) }),
  record: (request) => {
    const { folded, officeName, sample } = request.record
    return digestOf('divorce.receipt', version, request, { officeName, parties: folded.file.parties.map(person), number: folded.accepted?.receiptNumber, dates: folded.dates, renewed: folded.rescheduled.length, sample })
  },
  draw: (sheet, { record, texts }, code) => {
    const { dates } = record.folded
    sheet.page()
    mark(sheet, record)
    title(sheet, 24, '离婚登记申请受理回执单', 20, 0.15)
    sheet.text('number', 190, 32, `编号：${record.folded.accepted?.receiptNumber ?? ''}`, { size: 10.5, align: 'right', within: 100 })
    let y = sheet.paragraph('texts', 20, 38.5, 170, said(defaults, texts, 'opening'), { size: 10.5, leading: 1.45 })
    y = table(sheet, 20, y - 2.5, rows(record, dates)) + 5.6
    for (const key of ['withdraw', 'apply', 'bring', 'again']) y = sheet.paragraph('texts', 20, y, 170, said(defaults, texts, key), { size: 10, leading: 1.42 })
    const renewed = record.folded.rescheduled.at(-1)
    if (renewed !== undefined) y = sheet.paragraph('texts', 20, y, 170, `本回执单于${day(renewed.at.slice(0, 10))}重新核定期限后换发，此前发给的回执单作废。`, { size: 10, leading: 1.42 })
    const end = Math.max(y + 7, 170)
    signature(sheet, 20, end + 12, '登记员（签名）：', 36, { size: 11 })
    sheet.text('officeName', 186, end, record.officeName, { size: 12, align: 'right', within: 110 })
    sealPlace(sheet, 162, end + 3, 17, '婚姻登记机关印章')
    sheet.text('texts', 186, end + 9, day(dates?.received ?? ''), { size: 12, align: 'right' })
    // the half that is handed out can be checked too
    drawCode(sheet, code, 20, end + 17, 14)
    perforation(sheet, 208, '存根联　由婚姻登记机关沿此线撕下存档')
    stub(sheet, record, dates)
    foot(sheet, version, code)
  },
})

const rows = (record: DivorceRecord, dates: ReceiptDates | null): Row[] => {
  const moved = dates === null ? '' : whyMoved(dates)
  return [
    ...coupleRows(record.folded.file.parties),
    line('受理日期', 'receipt', dayAndWeekday(dates?.received ?? ''), 8.5),
    line('可以撤回申请的\n最 后 一 日', 'receipt', dayAndWeekday(dates?.end1 ?? ''), 10.5, 13),
    line('可以申请发给\n离婚证的期间', 'receipt', dates === null ? '' : `自${dayAndWeekday(dates.windowOpens)}起，至${dayAndWeekday(dates.end2)}止`, 10.5, 13),
    line('期限说明', 'receipt', moved === '' ? '期限按自然日计算，自受理次日起算；最后一日均不是法定休假日，没有顺延。' : moved, moved.length > 130 ? 21 : 15, 9.5),
  ]
}

const stub = (sheet: Sheet, record: DivorceRecord, dates: ReceiptDates | null): void => {
  sheet.text('texts', 105, 216.5, '离婚登记申请受理回执单（存根联）', { font: 'songBold', size: 13, align: 'centre', spacing: 0.08 })
  sheet.text('number', 190, 222, `编号：${record.folded.accepted?.receiptNumber ?? ''}`, { size: 9, align: 'right', within: 100 })
  table(sheet, 20, 224, [
    ...coupleRows(record.folded.file.parties, 7.6, 10.5),
    two(['受理日期', 'receipt', day(dates?.received ?? '')], ['可撤回至', 'receipt', day(dates?.end1 ?? '')], 7.6),
    line('领证期间', 'receipt', dates === null ? '' : `${day(dates.windowOpens)}至${day(dates.end2)}`, 7.6, 11),
  ], { outer: 0.35 })
  for (const [x, who] of [[20, '男方'], [106, '女方']] as const) signature(sheet, x, 263.5, `${who}签收（签名）：`, 42, { size: 10 })
  handDate(sheet, 190, 270, 9.5)
}
