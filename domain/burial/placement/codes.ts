import { codeTable } from '../../codes/types.ts'

/** What a burial facility is by law: who may lie there and whether it may be sold. */
export const cemeteryKinds = codeTable([
  ['publicCemetery', '公益性公墓', 'Public cemetery'],
  ['villagePlots', '农村公益性墓地', 'Village public burial ground'],
  ['commercialCemetery', '经营性公墓', 'Commercial cemetery'],
  ['publicColumbarium', '公益性骨灰堂', 'Public columbarium'],
  ['commercialColumbarium', '经营性骨灰堂', 'Commercial columbarium'],
  ['ecoArea', '节地生态安葬区', 'Eco-burial area'],
] as const)
export type CemeteryKind = (typeof cemeteryKinds)[number]['code']
export const cemeteryKindCodes = cemeteryKinds.map(({ code }) => code) as [CemeteryKind, ...CemeteryKind[]]
/** The kinds that may not be founded any more from 2026-03-30 (第十四条). */
export const commercialKinds: readonly CemeteryKind[] = ['commercialCemetery', 'commercialColumbarium']

/** What lies in a plot, and for how many it is made. */
export const burialForms = codeTable([
  ['ashes', '骨灰', 'Ashes'],
  ['body', '遗体', 'Body'],
] as const)
export type BurialForm = (typeof burialForms)[number]['code']
export const plotSizes = codeTable([
  ['single', '单穴', 'Single'],
  ['double', '双穴', 'Double'],
  ['multi', '多穴（合葬）', 'For several'],
] as const)
export type PlotSize = (typeof plotSizes)[number]['code']
export const plotSizeCodes = plotSizes.map(({ code }) => code) as [PlotSize, ...PlotSize[]]

/** How a plot or niche stands on a day; a term that has run out is another matter and does not free it. */
export const plotStates = codeTable([
  ['available', '空置', 'Free'],
  ['reserved', '预留', 'Reserved'],
  ['contracted', '已签协议未安葬', 'Contracted'],
  ['occupiedPartial', '部分安葬', 'Partly occupied'],
  ['occupied', '已安葬', 'Occupied'],
  ['disinterred', '已起出（协议未终止）', 'Disinterred'],
  ['vacated', '已退还', 'Vacated'],
  ['blocked', '停用', 'Blocked'],
] as const)
export type PlotState = (typeof plotStates)[number]['code']

/** Why a plot or niche may be given before a death (第三十五条 names the first two; the others stand in local regulations). */
export const preNeedReasons = codeTable([
  ['veryOld', '高龄老人', 'Very old'],
  ['criticallyIll', '危重病人', 'Critically ill'],
  ['livingSpouse', '健在配偶合葬', 'Place of a living spouse'],
  ['childless', '无子女老人', 'Elderly without children'],
  ['relocation', '迁坟安置', 'Settlement of a relocated grave'],
] as const)
export type PreNeedReason = (typeof preNeedReasons)[number]['code']
export const preNeedReasonCodes = preNeedReasons.map(({ code }) => code) as [PreNeedReason, ...PreNeedReason[]]
