import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Reply } from '../../../shared/client.ts'
import { call, type ApiFailure } from '../../../shared/client.ts'
import type { StagedLine } from '../../../../api/schemas/gazetteer.ts'

/** What the rows of an import are narrowed by. */
export interface RowFilter {
  readonly state: StagedLine['state'] | ''
  readonly township: string
  readonly text: string
}
export const wholeTable: RowFilter = { state: '', township: '', text: '' }
const queryOf = ({ state, township, text }: RowFilter) => ({ ...(state === '' ? {} : { state }), ...(township === '' ? {} : { township }), ...(text === '' ? {} : { text }) })

/** The rows of an import page by page. */
export const useStaged = (id: string, filter: RowFilter, enabled: boolean) =>
  useInfiniteQuery<Reply<'listStaged'>, ApiFailure, { pages: Reply<'listStaged'>[] }, readonly unknown[], number | undefined>({
    queryKey: ['listStaged', id, filter],
    queryFn: ({ pageParam, signal }) => call('listStaged', { params: { id }, query: { ...queryOf(filter), limit: 200, ...(pageParam !== undefined && { after: pageParam }) } }, signal),
    initialPageParam: undefined, getNextPageParam: (last) => last.next, placeholderData: keepPreviousData, enabled,
  })

/** Every row that fits a filter, as many as may be taken at once. */
export const everyRow = async (id: string, filter: RowFilter, most = 20_000): Promise<readonly StagedLine[]> => {
  const rows: StagedLine[] = []
  for (let after: number | undefined; rows.length < most;) {
    const page = await call('listStaged', { params: { id }, query: { ...queryOf(filter), limit: 500, ...(after !== undefined && { after }) } })
    rows.push(...page.rows)
    if (page.next === undefined) break
    after = page.next
  }
  return rows.slice(0, most)
}
