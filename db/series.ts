import type { MigrationSeries } from './migrate.ts'
import { migrations } from './migrations/index.ts'
import type { WindowPart } from './windows.ts'

/** The migrations of the house, then those of windows that bring their own. */
export const seriesOf = (parts: readonly WindowPart[]): readonly MigrationSeries[] => [
  { series: 'register', migrations },
  ...parts.flatMap((part) => (part.migrations === undefined ? [] : [{ series: part.id, migrations: part.migrations }])),
]
