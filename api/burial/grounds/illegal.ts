import type { z } from 'zod'
import type { Kept } from '../../../db/contract.ts'
import type { Reads } from '../../../db/contract.ts'
import { clearings, illegalGrounds } from '../../../domain/burial/grounds/actions.ts'
import type { IllegalGraveAction } from '../../../domain/burial/grounds/actions.ts'
import { decideIllegalGrave, illegalGraveChecks, tallyIllegalGraves, type IllegalGrave, type IllegalGraveLine } from '../../../domain/burial/grounds/illegal.ts'
import { checkIllegalGrave } from '../../../domain/burial/grounds/rules.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text, type Text } from '../../../domain/text.ts'
import { recordView } from '../../case/act.ts'
import { within } from '../../case/fields.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { newId } from '../../ids.ts'
import type { IllegalGraveAct, IllegalGraveReply } from '../../schemas/grounds.ts'
import { routes } from '../../schemas/index.ts'
import { historyOf, pageOf, requireCome, requireSeen } from '../acts.ts'

type State = IllegalGraveReply['state']
const stateTitles: Readonly<Record<State, Text>> = { found: text('已发现', 'Found'), ordered: text('已责令改正', 'Ordered to correct'), overdue: text('逾期未改', 'Overdue'), cleared: text('已治理', 'Cleared'), dropped: text('不予处理', 'Dropped') }
const titleOf = (table: readonly { readonly code: string; readonly zh: string; readonly en: string }[], code: string): Text => {
  const found = table.find((entry) => entry.code === code)
  return text(found?.zh ?? code, found?.en ?? code)
}

const stateOf = ({ ordered, cleared, dropped }: IllegalGrave, day: string): State => (cleared !== null ? 'cleared' : dropped !== null ? 'dropped' : ordered === null ? 'found' : ordered.deadline < day ? 'overdue' : 'ordered')

const getGrave = async (reads: Pick<Reads, 'burial'>, id: string): Promise<Kept<IllegalGrave>> => {
  const found = await reads.burial.findIllegalGrave(id)
  if (found === undefined) throw new LantaiError('not_found', text('没有这座坟的记录', 'There is no such grave'))
  return found
}

const graveReply = async (house: House, id: string, reads: Reads = house.register.read): Promise<IllegalGraveReply> => {
  const { value: grave, revision } = await getGrave(reads, id)
  const state = stateOf(grave, house.today())
  const { found, ordered, cleared, dropped } = grave
  return { id, revision, state, stateTitle: stateTitles[state], found, ordered, cleared, dropped, findings: [...checkIllegalGrave(grave, house.today()).findings], history: await historyOf(house, await reads.entriesOf(id)) }
}

const graveLine = (grave: IllegalGrave, day: string) => ({
  id: grave.id, state: stateOf(grave, day), township: grave.found.township, village: grave.found.village, ground: titleOf(illegalGrounds, grave.found.ground), cells: grave.found.cells, foundOn: grave.found.day, orderedOn: grave.ordered?.day ?? '', deadline: grave.ordered?.deadline ?? '',
  clearedOn: grave.cleared?.day ?? '', how: grave.cleared === null ? null : titleOf(clearings, grave.cleared.how),
})

const columns = ['openBefore', 'found', 'ordered', 'cleared', 'dropped', 'openAfter', 'overdue'] as const
const counts = (line: IllegalGraveLine) => Object.fromEntries(columns.map((column) => [column, line[column].length])) as Record<(typeof columns)[number], number>
const nothing: IllegalGraveLine = { openBefore: [], found: [], ordered: [], cleared: [], dropped: [], openAfter: [], overdue: [] }

const actionOf = (id: string, act: z.infer<typeof IllegalGraveAct>): IllegalGraveAction => {
  switch (act.kind) {
    case 'ordered':
      return { kind: 'illegalGrave.ordered', subject: id, body: { day: act.day, document: act.document, deadline: act.deadline } }
    case 'cleared':
      return { kind: 'illegalGrave.cleared', subject: id, body: { day: act.day, how: act.how, to: act.to, document: act.document } }
    case 'dropped':
      return { kind: 'illegalGrave.dropped', subject: id, body: { day: act.day, note: act.note } }
  }
}

/** Graves outside the law (私坟): found, ordered, cleared or dropped; behind every number stand its graves. */
export const illegalGraveHandlings: readonly Handling[] = [
  handle(routes.listIllegalGraves, async ({ house, query }) => {
    const { from, to, township, how, after, limit } = query
    // A way of clearing is asked of what was cleared in the period.
    const column = query.column ?? (how === undefined ? undefined : 'cleared')
    const graves = (await house.register.read.burial.illegalGraves({ from, to })).map(({ value }) => value)
    const tally = tallyIllegalGraves(graves, { from, to })
    const line = township === undefined ? tally : (tally.byTownship.get(township) ?? nothing)
    const ids = new Set(column === undefined ? columns.flatMap((one) => line[one]) : line[column])
    const found = graves.filter((grave) => ids.has(grave.id) && (how === undefined || grave.cleared?.how === how))
    const page = pageOf(found, { after, limit })
    return { rows: page.rows.map((grave) => graveLine(grave, house.today())), ...(page.next === undefined ? {} : { next: page.next }), count: found.length }
  }),

  handle(routes.illegalGraveFigures, async ({ house, query }) => {
    const tally = tallyIllegalGraves((await house.register.read.burial.illegalGraves(query)).map(({ value }) => value), query)
    return {
      total: counts(tally), byTownship: [...tally.byTownship].map(([township, line]) => ({ township, ...counts(line) })).sort((a, b) => b.cleared - a.cleared || (a.township < b.township ? -1 : 1)),
      byClearing: clearings.map(({ code, zh, en }) => ({ how: code, title: text(zh, en), count: tally.byClearing.get(code)?.length ?? 0 })), checks: illegalGraveChecks(tally).map((check) => ({ ...check })),
    }
  }),

  handle(routes.findIllegalGrave, async ({ house, body, actor }) => {
    requireCome(house, body.found.day, 'found.day')
    const id = newId('x', house.now())
    return house.register.transact(actor(), async (tx) => {
      await tx.record(decideIllegalGrave(undefined, { kind: 'illegalGrave.found', subject: id, body: body.found }))
      return graveReply(house, id, tx)
    })
  }),

  handle(routes.getIllegalGrave, async (call) => {
    const reply = await graveReply(call.house, call.params.id)
    // The page names whose grave it is.
    await recordView(call, call.params.id, 'illegalGrave')
    return reply
  }),

  handle(routes.actOnIllegalGrave, async ({ house, params, body, actor }) => {
    requireCome(house, body.act.day, 'act.day')
    return house.register.transact(actor(), async (tx) => {
      const { value: grave, revision } = await getGrave(tx, params.id)
      await requireSeen(house, tx, params.id, revision, body.revision)
      await tx.record(await within('act', Object.keys(body.act), () => decideIllegalGrave(grave, actionOf(params.id, body.act))))
      return graveReply(house, params.id, tx)
    })
  }),
]
