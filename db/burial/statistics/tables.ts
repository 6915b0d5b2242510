import { countedIn } from '../../counted.ts'

/** The columns of a line with the name of its case. */
export const lineColumns = "l.key, l.day, l.counted_on, l.late, l.kind, l.subject, l.case_id, coalesce(c.name, '') AS name, l.count, l.fen FROM burial_line l LEFT JOIN burial_case c ON c.id = l.case_id"

/** The counts of funeral affairs, of heads and of fen; a line that comes after its month was closed counts later than its day. */
export const burialCounts = countedIn({ prefix: 'burial', measures: ['count', 'fen'], perEntry: 1024, titled: true, open: ['@'], shown: lineColumns })

/** Lines of one entry at most; its number and theirs make the key. */
export const linesPerEntry = burialCounts.perEntry

/** The tables of the counts, each with its key: what a rebuild must give again. */
export const burialCountTables: readonly { readonly name: string; readonly key: string }[] = [...burialCounts.tables, { name: 'burial_month', key: 'month' }, { name: 'burial_denominator', key: 'period, base' }, { name: 'burial_counted', key: 'key' }]
