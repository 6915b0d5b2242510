/**
 * Reading and acting from a page.
 *   const office = useRoute('getOffice')                          → TanStack Query result, `office.data` typed
 *   const hits = useRoute('search', { query: { q } }, { enabled: q !== '', keep: true })
 *   const open = useAct('openMarriage', { refresh: ['listMarriages'] })
 *   const reply = await open.mutateAsync({ body: { file } })      → throws ApiFailure, also in `open.error`
 * Keys are [route id, args], so `refresh: ['dayCounts']` renews every call of that route.
 */
import { keepPreviousData, QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { InfiniteData, UseInfiniteQueryResult, UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import { ApiFailure, call, type Args, type Reply, type RouteId } from './client.ts'

/** The one cache of the desk; facts of cases are fetched anew whenever a page opens. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, error) => error instanceof ApiFailure && error.code === 'unreachable' && count < 2,
      staleTime: 2_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

export interface RouteOptions {
  readonly enabled?: boolean
  /** Shows the former answer while the next is on its way. */
  readonly keep?: boolean
  /** Asks again every so many milliseconds; false not at all. */
  readonly every?: number | false
  readonly fresh?: number
}

/** Reads a route. */
export const useRoute = <Id extends RouteId>(id: Id, args?: Args<Id>, options: RouteOptions = {}): UseQueryResult<Reply<Id>, ApiFailure> =>
  useQuery<Reply<Id>, ApiFailure>({
    queryKey: [id, args ?? {}],
    queryFn: ({ signal }) => (call as (id: Id, args: unknown, signal: AbortSignal) => Promise<Reply<Id>>)(id, args ?? {}, signal),
    ...(options.enabled !== undefined && { enabled: options.enabled }),
    ...(options.keep === true && { placeholderData: keepPreviousData as never }),
    ...(options.every !== undefined && { refetchInterval: options.every }),
    ...(options.fresh !== undefined && { staleTime: options.fresh }),
  })

/** Reads a list page by page: `next` of the reply goes into the query as `cursor`. */
export const usePages = <Id extends RouteId>(id: Id, query: Record<string, unknown>, cursor: string, options: RouteOptions = {}): UseInfiniteQueryResult<InfiniteData<Reply<Id>>, ApiFailure> =>
  useInfiniteQuery<Reply<Id>, ApiFailure, InfiniteData<Reply<Id>>, readonly unknown[], string | number | undefined>({
    queryKey: [id, query],
    queryFn: ({ pageParam, signal }) => (call as unknown as (id: Id, args: unknown, signal: AbortSignal) => Promise<Reply<Id>>)(id, { query: { ...query, ...(pageParam !== undefined && { [cursor]: pageParam }) } }, signal),
    initialPageParam: undefined,
    getNextPageParam: (last) => (last as { next?: string | number }).next,
    ...(options.enabled !== undefined && { enabled: options.enabled }),
    placeholderData: keepPreviousData as never,
  })

/** Acts through a route, then renews what the act has changed. */
export const useAct = <Id extends RouteId>(id: Id, options: { readonly refresh?: readonly RouteId[] } = {}): UseMutationResult<Reply<Id>, ApiFailure, Args<Id>> => {
  const client = useQueryClient()
  return useMutation<Reply<Id>, ApiFailure, Args<Id>>({
    mutationKey: [id],
    mutationFn: (args) => (call as (id: Id, args: unknown) => Promise<Reply<Id>>)(id, args),
    onSuccess: async () => {
      await Promise.all((options.refresh ?? []).map((route) => client.invalidateQueries({ queryKey: [route] })))
    },
  })
}
