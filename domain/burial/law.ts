import { instrument } from '../law.ts'
import { text } from '../text.ts'

/** 国务院令第824号, in force 2026-03-30. */
export const funeralRegulation = instrument('《殡葬管理条例》', 'Funeral Regulation (2026)')
/** 国务院令第225号 as amended by 第628号, 2013-01-01 to 2026-03-29. */
export const funeralRegulation2012 = instrument('《殡葬管理条例》（2012年）', 'Funeral Regulation (2012)')
/** 国卫规划发〔2013〕57号. */
export const certificateNotice2013 = text('《关于进一步规范人口死亡医学证明和信息登记管理工作的通知》（国卫规划发〔2013〕57号）', 'Notice on the medical certificate of death (2013)')
/** 国卫规划发〔2026〕5号, 2026-02-27. */
export const certificateNotice2026 = text('国卫规划发〔2026〕5号', 'Notice on the medical certificate of death (2026)')
/** 国务院令第701号. */
export const disputeRegulation = instrument('《医疗纠纷预防和处理条例》', 'Medical Disputes Regulation')
/** The text of 2025-04-30, in force 2025-09-01. */
export const infectionLaw = instrument('《传染病防治法》', 'Infectious Diseases Law')

export const regulationFrom = '2026-03-30'
export const regulation2012From = '2013-01-01'
export const regulation2012To = '2026-03-29'
