/** A table as it is set: its lines and its columns, cut so that every figure can be read. */
export interface Layout<L> { readonly landscape: boolean; readonly blocks: readonly Block<L>[] }
/** Columns that stand side by side; `share` columns show per cent, `joined` ones stay beside the one before. */
export interface Block<L> { readonly columns: readonly { readonly title: string; readonly share: boolean; readonly joined?: boolean; readonly pick: (line: L) => string }[]; readonly lines: readonly L[]; readonly head: string }

/** How many columns stand beside one another; a long table of narrow columns stands upright, so that a month of days is one page. */
export const usualMost = { portrait: 8, narrow: 13, landscape: 14, fewLines: 14 }

/** Cuts columns into blocks of like width, upright where they have room and across where they need it. */
export const blocksOf = <L>(columns: Block<L>['columns'], lines: readonly L[], head: string, most: typeof usualMost = usualMost): Layout<L> => {
  const long = lines.length > most.fewLines
  const landscape = columns.length > (long ? most.narrow : most.portrait)
  const per = landscape ? most.landscape : long ? most.narrow : most.portrait
  const count = Math.max(1, Math.ceil(columns.length / per))
  // so that the last is not a single column
  const each = Math.ceil(columns.length / count)
  const blocks: Block<L>[] = []
  for (let at = 0; at < Math.max(1, columns.length);) {
    let end = at + each
    while (columns[end]?.joined === true) end++
    blocks.push({ columns: columns.slice(at, end), lines, head })
    at = end
  }
  return { landscape, blocks }
}
