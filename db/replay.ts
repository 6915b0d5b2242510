import type { JournalEntry } from '../domain/action.ts'
import type { Connection } from './connection.ts'
import { openScratch } from './connection.ts'
import { migrate } from './migrate.ts'
import { applierOf } from './record.ts'
import { seriesOf } from './series.ts'
import type { WindowPart } from './windows.ts'

/** Applying the whole journal to an empty database must give the same tables: this applies, `compareTables` compares. */

export interface Replay {
  readonly db: Connection
  apply(entry: JournalEntry): void
  close(): void
}

/** Opens an empty database with today's schema, ready to have a journal applied to it. Its own journal stays empty. */
export const openReplay = (file: string, parts: readonly WindowPart[]): Replay => {
  const db = openScratch(file)
  migrate(db, seriesOf(parts))
  const apply = applierOf(parts)
  db.raw.exec('BEGIN')
  return { db, apply: (entry) => apply(db, entry), close: () => db.close() }
}

export interface Difference { readonly table: string; readonly key: string; readonly what: 'missing' | 'surplus' | 'different' | 'unreadable'; readonly columns: readonly string[] }

const tablesOf = (parts: readonly WindowPart[]): readonly { readonly name: string; readonly key: string }[] => parts.flatMap((part) => part.tables)

type Cells = readonly (string | number | null | Uint8Array)[]
const alike = (a: Cells[number] | undefined, b: Cells[number] | undefined): boolean => a === b || (a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0)

const order = (left: Cells, right: Cells): number => {
  for (const [index, a] of left.entries()) {
    const b = right[index] ?? null
    if (a === b) continue
    if (a === null || b === null) return a === null ? -1 : 1
    if (typeof a === 'number' || typeof b === 'number') return typeof a === 'number' && typeof b === 'number' ? a - b : typeof a === 'number' ? -1 : 1
    return Buffer.compare(Buffer.from(a as string), Buffer.from(b as string))
  }
  return 0
}

const reader = (db: Connection, table: string, key: string): { readonly names: readonly string[]; readonly next: () => Cells | undefined; readonly stop: () => void } => {
  const statement = db.raw.prepare<[], Cells>(`SELECT ${key}, * FROM ${table} ORDER BY ${key}`).raw()
  const rows = statement.iterate()
  return {
    names: statement.columns().map((column) => column.name),
    next: () => {
      const step = rows.next()
      return step.done === true ? undefined : step.value
    },
    stop: () => void rows.return?.(),
  }
}

/** Compares every applied table row by row in order of its key; at most `limit` differences of a table are named. Returns the rows of each table. */
export const compareTables = (held: Connection, rebuilt: Connection, parts: readonly WindowPart[], onDifference: (difference: Difference) => void, onRow: (rows: number) => void = () => undefined, limit = 20): readonly { readonly table: string; readonly rows: number }[] =>
  tablesOf(parts).map(({ name, key }) => {
    const places = key.split(',').length
    const left = reader(held, name, key)
    const right = reader(rebuilt, name, key)
    let rows = 0
    let told = 0
    const tell = (what: Difference['what'], cells: Cells, columns: readonly string[] = []): void => {
      told += 1
      if (told <= limit) onDifference({ table: name, key: cells.slice(0, places).map(String).join(' '), what, columns })
    }
    try {
      let a = left.next()
      let b = right.next()
      while (a !== undefined || b !== undefined) {
        const side = a === undefined ? 1 : b === undefined ? -1 : order(a.slice(0, places), b.slice(0, places))
        if (side < 0 && a !== undefined) tell('surplus', a)
        if (side > 0 && b !== undefined) tell('missing', b)
        if (side === 0 && a !== undefined && b !== undefined) {
          const other = b
          const columns = left.names.filter((_, index) => index >= places && !alike(a?.[index], other[index]))
          if (columns.length > 0) tell('different', a, columns)
        }
        if (side <= 0) {
          rows += 1
          if (rows % 5000 === 0) onRow(rows)
          a = left.next()
        }
        if (side >= 0) b = right.next()
      }
    } catch (error) {
      onDifference({ table: name, key: '', what: 'unreadable', columns: [error instanceof Error ? error.message : String(error)] })
    } finally {
      left.stop()
      right.stop()
    }
    return { table: name, rows }
  })
