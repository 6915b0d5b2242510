/** The parts under which the tables are listed. */
export const tableGroups = ['month', 'names', 'after', 'plates', 'gazetteer', 'boundaries', 'irregular'] as const
export type TableGroup = (typeof tableGroups)[number]

/** The part of a table, by the beginning of its id. */
export const groupOfTable = (id: string): TableGroup =>
  id.startsWith('names') ? 'names' : /^(filings|signs)/u.test(id) ? 'after' : id.startsWith('plates') ? 'plates' : /^(protected|gazetteer)/u.test(id) ? 'gazetteer' : id.startsWith('boundar') ? 'boundaries' : id.startsWith('irregular') ? 'irregular' : 'month'

const caseHeads: readonly string[] = ['application', 'name', 'filing', 'notice', 'sign', 'opinion']
/** Lists of cases are asked for by one cell; undefined where no case stands behind it. */
export const caseListOf = (cells: readonly string[], { from, to }: { readonly from: string; readonly to: string }): string | undefined => {
  const [cell = ''] = cells
  return cells.length === 1 && caseHeads.includes(cell.split('.')[0] ?? '') ? `/place-names?${new URLSearchParams({ cell, from, to }).toString()}` : undefined
}
