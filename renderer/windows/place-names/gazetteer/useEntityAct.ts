import { useQueryClient } from '@tanstack/react-query'
import type { Entity } from '../../../../api/schemas/gazetteer.ts'
import { call, type Args, type RouteId } from '../../../shared/client.ts'

/** Every reading that an act on an entity changes. */
const changed: readonly RouteId[] = ['getEntity', 'listGazetteer', 'gazetteerSums', 'protectionList', 'placeNameMap']

/** Acts on an entity as it was last seen, then reads again what that changed. */
export const useEntityAct = (entity: Entity) => {
  const client = useQueryClient()
  const refresh = (): void => {
    for (const route of changed) void client.invalidateQueries({ queryKey: [route] })
  }
  return {
    refresh,
    act: async (act: Args<'actOnEntity'>['body']['act']): Promise<Entity> => {
      const reply = await call('actOnEntity', { params: { id: entity.id }, body: { revision: entity.revision, act } })
      client.setQueryData(['getEntity', { params: { id: entity.id } }], reply)
      refresh()
      return reply
    },
  }
}
