import type { z } from 'zod'
import type { Transaction } from '../../../db/contract.ts'
import { QingmingFigures, type QingmingAction } from '../../../domain/burial/grounds/actions.ts'
import { decideQingming, qingmingChecks, tallyQingming, type QingmingRow } from '../../../domain/burial/grounds/qingming.ts'
import { within } from '../../case/fields.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import type { QingmingLine as QingmingLineSchema } from '../../schemas/grounds.ts'
import { routes } from '../../schemas/index.ts'
import type { Porter } from '../../sign-in.ts'
import { requireCome } from '../acts.ts'

type QingmingLine = z.infer<typeof QingmingLineSchema>

const line = async (house: House, { site, of, day, correction, figures, at, by, reason }: QingmingRow & { readonly at: string; readonly by: string; readonly reason: string }): Promise<QingmingLine> => ({ site, of, day, correction, figures, at, byName: await house.nameOf(by), reason })

/** Decides a line against what stands for its site and day, records it and gives it as it stands in the list. */
const entered = async (house: House, tx: Transaction, action: QingmingAction): Promise<QingmingLine> => {
  const { site, of } = action.body
  const known = await tx.burial.qingming({ from: of, to: of, site })
  const part = action.kind === 'qingming.counted' ? 'figures' : 'differences'
  const entry = await tx.record(await within(part, Object.keys(QingmingFigures.shape), () => decideQingming(known, action)))
  const row: QingmingRow = { site, of, day: action.body.day, correction: action.kind === 'qingming.corrected', figures: action.kind === 'qingming.counted' ? action.body.figures : action.body.differences }
  return line(house, { ...row, at: entry.at, by: entry.actor, reason: action.reason ?? '' })
}

/** Qingming: visitors, vehicles, incidents and complaints of a day at a place; corrections are signed lines. */
export const qingmingHandlings = (porter: Porter): readonly Handling[] => [
  handle(routes.listQingming, async ({ house, query }) => {
    const rows = await house.register.read.burial.qingming(query)
    const tally = tallyQingming(rows, query)
    return {
      rows: await Promise.all(rows.map((row) => line(house, row))), total: tally.total, byDay: [...tally.byDay].map(([day, figures]) => ({ day, figures })).sort((a, b) => (a.day < b.day ? -1 : 1)), bySite: [...tally.bySite].map(([site, figures]) => ({ site, figures })),
      lowCarbonShare: tally.lowCarbonShare, ecoShare: tally.ecoShare, checks: qingmingChecks(tally).map((check) => ({ ...check })),
    }
  }),

  handle(routes.countQingming, async ({ house, body, actor }) => {
    requireCome(house, body.of, 'of')
    return house.register.transact(actor(), (tx) => entered(house, tx, { kind: 'qingming.counted', subject: `${body.site}/${body.of}`, body: { ...body, day: house.today() } }))
  }),

  handle(routes.correctQingming, async ({ house, body, account, session, actor }) => {
    const { site, of, differences, reason } = body
    const second = await porter.confirmSecond(account, body.second, 'ground.write', session.counter)
    return house.register.transact(actor(), (tx) => entered(house, tx, { kind: 'qingming.corrected', subject: `${site}/${of}`, body: { site, of, day: house.today(), differences }, reason, second: second.id }))
  }),
]
