import { decideScreening } from '../../domain/marriage/decide.ts'
import { act } from '../case/act.ts'
import { handle, type Handling } from '../door.ts'
import { routes } from '../schemas/index.ts'
import { marriageSpec } from './spec.ts'

/** 预审: the papers looked through before a peak day, and the day on which the couple is expected. */
export const screeningHandlings: readonly Handling[] = [
  handle(routes.screenMarriage, async (call) => {
    const { house, body } = call
    return act(marriageSpec, call, 'marriage.screened', (_tx, folded) => decideScreening(folded, house.today(), { plannedDay: body.plannedDay, note: body.note }))
  }),
]
