import { officeRoutes, sessionRoutes } from './office.ts'
import { countRoutes, marriageRoutes, printerRoutes, stockRoutes, workRoutes } from './marriage.ts'

/** Every route of the door by its id. */
export const routes = { ...sessionRoutes, ...officeRoutes, ...workRoutes, ...marriageRoutes, ...countRoutes, ...stockRoutes, ...printerRoutes } as const
export type RouteId = keyof typeof routes
export type { RouteSpec } from './route.ts'
