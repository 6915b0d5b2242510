import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import { act } from '../case/act.ts'
import { handle, type Handling } from '../door.ts'
import { routes } from '../schemas/index.ts'
import { marriageSpec } from './spec.ts'

/** 预审: the papers looked through before a peak day, and the day on which the couple is expected. */
export const screeningHandlings: readonly Handling[] = [
  handle(routes.screenMarriage, async (call) => {
    const { house, body } = call
    if (body.plannedDay < house.today()) throw new LantaiError('invalid', text('约定的办理日已经过去', 'The day agreed on has passed'), 'plannedDay')
    return act(marriageSpec, call, 'marriage.screened', (_tx, folded) => ({ kind: 'marriage.screened', subject: folded.id, body: { plannedDay: body.plannedDay, note: body.note } }))
  }),
]
