import type { FacilityReply } from '../../../../api/schemas/grounds.ts'
import type { Args } from '../../../shared/client.ts'
import { useAct } from '../../../shared/query.ts'

/** Acts on a facility as it was last seen, then reads again what that changed. */
export const useFacilityAct = (facility: FacilityReply): ((act: Args<'actOnFacility'>['body']['act']) => Promise<FacilityReply>) => {
  const act = useAct('actOnFacility', { refresh: ['getFacility', 'listFacilities'] })
  return (body) => act.mutateAsync({ params: { id: facility.id }, body: { revision: facility.revision, act: body } })
}
