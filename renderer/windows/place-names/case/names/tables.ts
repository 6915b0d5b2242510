import { codeTable } from '../../../../../domain/codes/index.ts'
import { placeKindEntries } from '../../../../../domain/place-names/kinds.ts'

/** The eight kinds as a table to choose from. */
export const kindTable = codeTable(placeKindEntries.map(({ kind, title }) => [kind, title.zh, title.en] as const))
/** How a road runs; the words go onto papers. */
export const orientations = ['东西走向', '南北走向', '东北至西南走向', '西北至东南走向'] as const
export const surfaces = ['沥青', '混凝土', '碎石', '石板', '砖'] as const
export const endStates = ['registered', 'unnamed', 'planName', 'provisional', 'otherAuthority'] as const
