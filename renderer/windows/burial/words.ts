import { catalogue } from '../../shared/i18n.ts'

/** Words that the pages of funeral affairs share. */
export const words = catalogue({
  tabs: ['殡葬各页', 'Pages of funeral affairs'],
  'tab.cases': ['台账', 'Cases'],
  'tab.plots': ['墓位', 'Plots'],
  'tab.waivers': ['减免', 'Waivers'],
  'tab.policies': ['政策', 'Policies'],
  'tab.relocation': ['迁坟', 'Relocation'],
  'tab.facilities': ['设施', 'Facilities'],
  'tab.grounds': ['祭扫与治理', 'Grounds'],
  'tab.tables': ['报表', 'Tables'],
  'tab.numbers': ['编号', 'Numbers'],
})
