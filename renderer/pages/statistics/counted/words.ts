import { catalogue } from '../../../shared/i18n.ts'

/** Words of tables whose numbers open their lines. */
export const words = catalogue({
  tables: ['报表目录', 'Tables'],
  thisYear: ['本年累计', 'Year to date'],
  thisMonth: ['本月', 'This month'],
  csv: ['导出表格', 'Export as CSV'],
  print: ['打印', 'Print'],
  item: ['项目', 'Item'],
  moneyHead: ['万元（元）', '10,000 ¥ (¥)'],
  figureMoney: ['{tenThousands} 万元（{yuan} 元）', '{tenThousands} × 10,000 yuan ({yuan} yuan)'],
  took: ['用时 {n} 毫秒', '{n} ms'],
  range: ['{from} 至 {to}', '{from} to {to}'],
  noRows: ['这一期间没有数字。', 'No figures in this period.'],
  opens: ['{what} {n}，打开逐条记录', '{what} {n}, open its lines'],
  linesTitle: ['{what}：逐条记录', '{what}: its lines'],
  linesSum: ['合计 {n}', 'Sum {n}'],
  linesMoney: ['金额 {tenThousands} 万元（{yuan} 元）', '{tenThousands} × 10,000 yuan ({yuan} yuan)'],
  close: ['关闭', 'Close'],
  noLines: ['没有记录。', 'No lines.'],
  checks: ['核对', 'What checks the figures'],
  holds: ['相符', 'holds'],
  fails: ['不符', 'fails'],
  checksHold: ['{n} 项都相符', 'all {n} hold'],
  checksFail: ['{n} 项不符', '{n} fail'],
  checksAll: ['看相符的各项', 'Show what holds'],
})
