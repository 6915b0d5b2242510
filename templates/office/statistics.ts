import { text } from '../../domain/text.ts'
import { feet } from '../case/parts.ts'
import { drawTable, frameOf, tablesHead } from '../case/tables.ts'
import { day, moment } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { layoutOf } from './statistics-layout.ts'

const version = '统计表 兰台 1'
/** 统计表: the tables of a period, each on its own page with the identities that check it. */
export const statistics = paper<'office.statistics'>({
  id: 'office.statistics',
  title: text('婚姻登记统计表', 'Statistical tables'),
  version,
  from: '2025-01-01',
  source: text('表式据公开的省级系统报表（表头统计单位、统计时间，表尾制表人、制表时间）；官方版式未公布', 'The shape follows published reports of a provincial system; the official layout is not published'),
  needs: [text('期间的统计数', 'the figures of the period')],
  facts: ({ sheet }) => ({ title: `婚姻登记统计表 ${sheet.from} 至 ${sheet.to}`, author: sheet.officeName, number: `${sheet.from}-${sheet.to}`, date: dateOfDay(sheet.to) }),
  record: ({ sheet }) => ({ paper: 'office.statistics', version, sheet }),
  draw: (sheet, { sheet: data }, code) => {
    const given = { counted: `统计单位：${data.officeName}`, period: `统计时间：${day(data.from)}至${day(data.to)}`, preparer: data.preparer, made: `制表时间：${moment(data.printedAt)}`, sample: data.sample }
    for (const one of data.tables) drawTable(sheet, given, one, layoutOf(one))
    if (data.tables.length === 0) tablesHead(sheet, given, frameOf(false), '婚姻登记统计表', '', false)
    feet(sheet, version, code)
  },
})
