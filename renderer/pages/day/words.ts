import { catalogue } from '../../shared/i18n.ts'

export const words = catalogue({
  title: ['日结', 'Day’s close'],
  lead: ['当日数、各小时、日报表。日报表印有日志的链首，过后改动即可看出。', 'The day’s counts, its hours and its sheet. The sheet carries the journal’s head, so that a later change shows.'],
  counts: ['办结', 'Done'],
  none: ['这一天没有办结的登记', 'Nothing was registered on this day'],
  noneHint: ['准予登记的案件按登记日期计入当天。', 'Cases count on the day of their registration.'],
  byHour: ['各小时', 'By hour'],
  hour: ['时间', 'Hour'],
  sheet: ['日报表', 'Day sheet'],
  makeSheet: ['生成日报表', 'Make the day sheet'],
})
