import type { MarriageFilter } from '../../db/contract.ts'
import { MarriageState } from '../../domain/marriage/actions.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import { handle, type Handling } from '../door.ts'
import { routes } from '../schemas/index.ts'
import { lineOf } from './lines.ts'

/** States as the address carries them: `received,registered`. */
const statesOf = (written: string): MarriageState[] =>
  written.split(',').map((part) => {
    const state = MarriageState.safeParse(part)
    if (!state.success) throw new LantaiError('malformed', text('没有这个状态', 'There is no such state'), 'state')
    return state.data
  })

/** The list of marriage cases (结婚登记台账). */
export const listHandlings: readonly Handling[] = [
  handle(routes.listMarriages, async ({ house, query }) => {
    const { state, kind, from, to, registrar, counter, inspection, after, limit } = query
    const filter: MarriageFilter = {
      ...(state === undefined ? {} : { state: statesOf(state) }), ...(kind === undefined ? {} : { kind }), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }),
      ...(registrar === undefined ? {} : { registrar }), ...(counter === undefined ? {} : { counter }), ...(inspection === undefined ? {} : { inspection }),
    }
    const page = await house.register.read.marriages({ ...filter, ...(after === undefined ? {} : { after }), limit: limit ?? 50 })
    const count = await house.register.read.countMarriages(filter)
    return { rows: await Promise.all(page.rows.map((row) => lineOf(house, row))), ...(page.next === undefined ? {} : { next: page.next }), count }
  }),
]
