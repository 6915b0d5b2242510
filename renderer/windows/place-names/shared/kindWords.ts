import { catalogue } from '../../../shared/i18n.ts'

/** The eight kinds in a word each, for tables. */
export const kindWords = catalogue({
  NATURAL: ['自然实体', 'Natural'],
  ADMIN_DIV: ['行政区划', 'Division'],
  VILLAGE_SEAT: ['村居所在地', 'Village seat'],
  PARK: ['公园', 'Park'],
  STREET: ['街路巷', 'Street'],
  ESTATE: ['住宅区楼宇', 'Estate'],
  FACILITY: ['设施', 'Facility'],
  OTHER: ['其他', 'Other'],
})
