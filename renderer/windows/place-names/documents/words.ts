import { catalogue } from '../../../shared/i18n.ts'

/** Words of the numbers of papers on names. */
export const words = catalogue({
  title: ['文号', 'Document numbers'],
  lead: ['本年度各文书的文号；本机关自己编的号，缺号、重号列在前面。', 'The numbers of every paper of the year; gaps and repeats among those this office gives itself come first.'],
  year: ['年度', 'Year'],
  yearBefore: ['上一年', 'Year before'],
  yearAfter: ['下一年', 'Year after'],
  faults: ['缺号和重号', 'Gaps and repeats'],
  noFaults: ['没有缺号，也没有重号。', 'No gap and no repeat.'],
  soundTag: ['连续', 'unbroken'],
  faultCount: ['缺 {gaps} 个号，重 {repeats} 个号', '{gaps} missing, {repeats} repeated'],
  gap: ['缺号', 'Missing'],
  repeated: ['重号', 'Repeated'],
  gapOne: ['{from} 号', 'number {from}'],
  gapMany: ['{from} 至 {to} 号，共 {n} 个', 'numbers {from} to {to}, {n} in all'],
  gapHint: ['核对是否作废、漏录；作废的号在案件里写明。', 'See whether it was spoiled or never entered; say so in the case.'],
  list: ['文号', 'Numbers'],
  number: ['文号', 'Number'],
  paper: ['文书', 'Paper'],
  day: ['日期', 'Day'],
  subject: ['所属', 'Of'],
  none: ['{year} 年还没有文号', 'No numbers in {year}'],
  noneHint: ['出具文书时编的号会列在这里。', 'Numbers stand here once papers are given theirs.'],
})
