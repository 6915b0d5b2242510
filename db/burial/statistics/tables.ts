/** The tables of the counts, each with its key: what a rebuild must give again. */
export const burialCountTables: readonly { readonly name: string; readonly key: string }[] = [
  { name: 'burial_cell', key: 'id' },
  { name: 'burial_line', key: 'key' },
  { name: 'burial_line_cell', key: 'cell, counted_on, line' },
  { name: 'burial_sum', key: 'cell, month' },
  { name: 'burial_month', key: 'month' },
  { name: 'burial_denominator', key: 'period, base' },
  { name: 'burial_counted', key: 'key' },
]
