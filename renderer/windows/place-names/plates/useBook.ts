import { useQueryClient } from '@tanstack/react-query'
import type { PlateBook } from '../../../../api/schemas/plates.ts'
import { call, type Args, type RouteId } from '../../../shared/client.ts'

/** Every reading that an act on plates changes. */
const changed: readonly RouteId[] = ['getPlateBook', 'listPlateBooks', 'previewNumbering', 'getEntity', 'listProofs', 'placeNameMap']

/** Acts on the numbers of a street or estate as they were last seen, then reads again what that changed. */
export const useBook = (book: PlateBook) => {
  const client = useQueryClient()
  const params = { id: book.entityId }
  const refresh = (): void => {
    for (const route of changed) void client.invalidateQueries({ queryKey: [route] })
  }
  const keep = (reply: PlateBook): PlateBook => {
    client.setQueryData(['getPlateBook', { params }], reply)
    refresh()
    return reply
  }
  return {
    refresh,
    act: async (act: Args<'actOnPlate'>['body']['act']): Promise<PlateBook> => keep(await call('actOnPlate', { params, body: { revision: book.revision, act } })),
    number: async (body: Omit<Args<'numberPlates'>['body'], 'revision'>): Promise<PlateBook> => keep(await call('numberPlates', { params, body: { revision: book.revision, ...body } })),
  }
}
