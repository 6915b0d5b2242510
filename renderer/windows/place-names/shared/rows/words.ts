import { catalogue } from '../../../../shared/i18n.ts'

export const words = catalogue({
  add: ['加一行', 'Add a row'],
  drop: ['删去第 {n} 行', 'Delete row {n}'],
  row: ['第 {n} 行', 'row {n}'],
  rows: ['{n} 行', '{n} rows'],
  find: ['在表中查找', 'Find in the table'],
  page: ['第 {n} / {of} 页', 'Page {n} of {of}'],
  before: ['上一页', 'Previous page'],
  after: ['下一页', 'Next page'],
  paste: ['可从电子表格整块粘贴到单元格', 'Cells take a block pasted from a spreadsheet'],
  full: ['最多 {n} 行', 'No more than {n} rows'],
  none: ['还没有内容', 'Nothing yet'],
  act: ['操作', 'Acts'],
})
