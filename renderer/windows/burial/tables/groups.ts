import type { Language } from '../../../../domain/text.ts'

const english: Readonly<Record<string, string>> = { 具: 'bodies', 例: 'cases', 人次: 'persons', 座: 'graves', 穴: 'cells', 处: 'facilities', 件: 'papers', 辆: 'vehicles', 元: 'yuan' }

/** A unit of the tables in the language of the desk. */
export const unitWords = (unit: string, language: Language): string => (language === 'zh' ? unit : (english[unit] ?? unit))

/** A title that carries its unit in brackets, with the unit in the language of the desk: Vigils (例) → Vigils (cases). */
export const titleWords = (title: string, language: Language): string => (language === 'zh' ? title : title.replace(/\((\p{Script=Han}+)\)/u, (_, unit: string) => `(${unitWords(unit, language)})`))

/** The parts under which the tables are listed, by the beginnings of their ids. */
export const tableGroups = ['month', 'cremation', 'waiver', 'rewards', 'other'] as const
export type TableGroup = (typeof tableGroups)[number]
export const groupOfTable = (id: string): TableGroup => (/^(month|months|services)$/.test(id) ? 'month' : /^(cremation|ashes)/.test(id) ? 'cremation' : id.startsWith('waiver') ? 'waiver' : id.startsWith('rewards') ? 'rewards' : 'other')
