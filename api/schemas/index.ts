import { archiveRoutes } from './archive.ts'
import { boundaryRoutes, placeNameProfileRoutes, placeNameStatisticRoutes } from './boundaries.ts'
import { burialRoutes } from './burial.ts'
import { calendarRoutes, paperTextRoutes } from './calendar.ts'
import { divorceRoutes } from './divorce.ts'
import { gazetteerRoutes } from './gazetteer.ts'
import { facilityRoutes, groundRoutes, relocationRoutes } from './grounds.ts'
import { countRoutes, printerRoutes, stockRoutes, workRoutes } from './house.ts'
import { marriageRoutes } from './marriage.ts'
import { officeRoutes, sessionRoutes } from './office.ts'
import { placeNameRoutes } from './place-names.ts'
import { placementRoutes } from './placement.ts'
import { plateRoutes } from './plates.ts'
import { reissueRoutes } from './reissue.ts'
import { complianceRoutes, dashboardRoutes, dayRoutes, drawingRoutes, tallyRoutes } from './reports.ts'
import { statisticRoutes } from './statistics.ts'
import { burialStatisticRoutes, waiverRoutes } from './waiver.ts'

/** Every route of the door by its id. */
export const routes = {
  ...sessionRoutes, ...officeRoutes, ...workRoutes, ...marriageRoutes, ...divorceRoutes, ...reissueRoutes, ...archiveRoutes, ...countRoutes, ...statisticRoutes, ...stockRoutes, ...calendarRoutes, ...paperTextRoutes, ...printerRoutes,
  ...burialRoutes, ...waiverRoutes, ...burialStatisticRoutes, ...placementRoutes, ...relocationRoutes, ...facilityRoutes, ...groundRoutes,
  ...placeNameRoutes, ...gazetteerRoutes, ...plateRoutes, ...boundaryRoutes, ...placeNameProfileRoutes, ...placeNameStatisticRoutes,
  ...dayRoutes, ...tallyRoutes, ...complianceRoutes, ...drawingRoutes, ...dashboardRoutes,
} as const
export type RouteId = keyof typeof routes
export type { RouteSpec } from './route.ts'
