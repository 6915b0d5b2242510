import { useQueryClient } from '@tanstack/react-query'
import type { PlotReply } from '../../../../../api/schemas/placement.ts'
import { call, type Args, type RouteId } from '../../../../shared/client.ts'

/** Every reading that an act on a plot changes. */
const changed: readonly RouteId[] = ['plotBoard', 'getPlot', 'listCemeteries', 'listTerms', 'findPlots']

/** Acts on a plot as it was last seen, then reads again what that changed; the board too when somebody else was quicker. */
export const usePlotAct = (plot: PlotReply) => {
  const client = useQueryClient()
  const refresh = (): void => {
    for (const route of changed) void client.invalidateQueries({ queryKey: [route] })
  }
  return {
    refresh,
    act: async (act: Args<'actOnPlot'>['body']['act']): Promise<PlotReply> => {
      const reply = await call('actOnPlot', { body: { plot: plot.id, revision: plot.revision, act } })
      refresh()
      return reply
    },
  }
}
