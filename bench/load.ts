import { loadedFolder } from './folder.ts'
import type { Measure } from './measure.ts'
import { round } from './measure.ts'

/** Loads the marriages and divorces of fifty years by the bulk path, or tells how the loading of the folder at hand went. */
export const measure: Measure = async (options) => {
  const loaded = await loadedFolder(options, (line) => console.error(`  ${line}`))
  const rate = loaded.actions / ((loaded.milliseconds - loaded.generatorMilliseconds) / 1000)
  return [{
    id: 'load.actions',
    value: round(rate, 0),
    beside: [`raw better-sqlite3 ${round(loaded.rawActionsPerSecond, 0)} actions/s into an empty file (${round(rate / loaded.rawActionsPerSecond)} ×)`],
    note: `${loaded.actions} actions of ${loaded.cases} cases (four in five marriages, the others divorce applications) in ${round(loaded.milliseconds / 1000, 1)} s (${round(loaded.cpuSeconds, 1)} s of processor), of which ${round(loaded.generatorMilliseconds / 1000, 1)} s were spent on making the people up and are left out; ${round(loaded.megabytes, 0)} MB; loaded ${loaded.loadedAt.slice(0, 16)}`,
  }]
}
