import type { Boundary } from '../../../../api/schemas/boundaries.ts'
import type { Args } from '../../../shared/client.ts'
import { useAct } from '../../../shared/query.ts'

/** Acts on a line as it was last seen, then reads again what that changed. */
export const useBoundaryAct = (line: Boundary): ((act: Args<'actOnBoundary'>['body']['act']) => Promise<Boundary>) => {
  const act = useAct('actOnBoundary', { refresh: ['getBoundary', 'listBoundaries', 'getBoundaryPlan'] })
  return (body) => act.mutateAsync({ params: { id: line.id }, body: { revision: line.revision, act: body } })
}
