import { catalogue } from '../../shared/i18n.ts'

export const words = catalogue({
  title: ['图表', 'Charts'],
  lead: ['图中每一处、表格里每个数都能打开背后的案件。每张图都可以换成表格。', 'Every mark and every number opens its cases. Each chart can be shown as a table.'],
  print: ['打印', 'Print'],
  window: ['业务', 'Window'],
  all: ['全部', 'All'],
  kind: ['日历所示', 'Shown in the calendar'],
  printed: ['{office}　{from} 至 {to}　{window}', '{office} · {from} to {to} · {window}'],
  calendarCut: ['日历图最多一年：所示为 {from} 至 {to}。', 'The calendar holds a year at most: {from} to {to} is shown.'],
  nothing: ['这一期间没有数字', 'No figures in this period'],
  nothingHint: ['换一个期间，或换一项业务。', 'Choose another period or window.'],
  unitOf: ['{title}（{unit}）', '{title} ({unit})'],
})
