import type { Text } from '../../../domain/text.ts'
import { number } from '../../shared/format.ts'
import type { LedgerFilter } from './filters.ts'

interface ListChipsProps {
  readonly label: string
  /** What stands for all cases. */
  readonly all: string
  readonly lists: readonly { readonly list: string; readonly title: string; readonly late?: boolean }[]
  readonly counts: readonly { readonly list: string; readonly title: Text; readonly count: number }[] | undefined
  readonly filter: LedgerFilter
  readonly put: (change: LedgerFilter) => void
}

/** Lists that a desk keeps open, each with how many cases wait in it; a late one stands out when anything does. */
export const ListChips = ({ label, all, lists, counts, filter, put }: ListChipsProps) => (
  <div className="list-chips" role="group" aria-label={label}>
    <button type="button" aria-pressed={(filter['list'] ?? '') === ''} onClick={() => put({ list: '' })}>{all}</button>
    {lists.map(({ list, title, late = false }) => {
      const count = counts?.find((one) => one.list === list)?.count
      return <button key={list} type="button" className={late && (count ?? 0) > 0 ? 'late' : ''} aria-pressed={filter['list'] === list} onClick={() => put({ list: filter['list'] === list ? '' : list })}>{title}<b>{count === undefined ? '' : number(count)}</b></button>
    })}
  </div>
)
