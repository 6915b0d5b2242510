import { unitText } from '../../../../domain/statistics/units.ts'
import type { Language } from '../../../../domain/text.ts'
import { number } from '../../../shared/format.ts'

/** A unit of the tables in the language of the desk. */
export const unitWords = (unit: string, language: Language): string => unitText(unit)[language]

/** A title that carries its unit in brackets, with the unit in the language of the desk: Vigils (例) → Vigils (cases). */
export const titleWords = (title: string, language: Language): string => (language === 'zh' ? title : title.replace(/\((\p{Script=Han}+)\)/u, (_, unit: string) => `(${unitWords(unit, language)})`))

/** A signed count: a reversal or correction shows its minus. */
export const signed = (value: number): string => (value < 0 ? `−${number(-value)}` : number(value))
