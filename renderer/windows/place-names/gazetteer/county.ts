import { areaName, findLatestArea } from '../../../../domain/areas/index.ts'

/** The full name of a county-level area by its code on a day, or what the code stood for last; the code itself where nothing is known. */
export const countyName = (code: string, day: string): string => areaName(code, day) || (findLatestArea(code)?.name ?? code)
