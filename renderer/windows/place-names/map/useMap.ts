import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { Box } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { call, type ApiFailure, type Reply } from '../../../shared/client.ts'

export interface MapAsked {
  /** All kinds where empty. */
  readonly kinds?: string
  /** With names that were removed. */
  readonly removed?: boolean
  readonly limit: number
}

/** What lies in a box of the map, kept on show while the next box is on its way; nothing is asked without a box. Thousands of lines are not compared with those before point by point. */
export const useMap = (box: Box | undefined, { kinds = '', removed = false, limit }: MapAsked): UseQueryResult<Reply<'placeNameMap'>, ApiFailure> =>
  useQuery<Reply<'placeNameMap'>, ApiFailure>({
    queryKey: ['placeNameMap', box ?? [], kinds, removed, limit],
    queryFn: ({ signal }) => { const [west, south, east, north] = box ?? [-180, -90, 180, 90]; return call('placeNameMap', { query: { west, south, east, north, ...(kinds !== '' && { kinds }), ...(!removed && { removed: 'false' as const }), limit } }, signal) },
    enabled: box !== undefined, placeholderData: keepPreviousData, staleTime: 30_000, structuralSharing: false,
  })

/** The whole world, of which only the extent of the office's own geometry and its built-up areas are asked for. */
export const world: Box = [-180, -90, 180, 90]
