import { civilDate } from '../../dates.ts'
import { LantaiError } from '../../error.ts'
import { text } from '../../text.ts'
import type { IrregularAction, IrregularActionOf, IrregularFacts } from './actions.ts'

/** An irregular name in use, with what was done about it. */
export interface IrregularName {
  readonly id: string
  readonly facts: IrregularFacts
  readonly foundOn: string
  readonly latest: string
  readonly notices: readonly IrregularActionOf<'irregularName.noticed'>['body'][]
  readonly interviews: readonly IrregularActionOf<'irregularName.interviewed'>['body'][]
  readonly settled: IrregularActionOf<'irregularName.settled'>['body'] | null
}

const refuse = (code: 'conflict' | 'not_found' | 'wrong_state' | 'invalid', zh: string, en: string, field?: string): LantaiError => new LantaiError(code, text(zh, en), field)

/** An irregular name after an act; throws `conflict`, `not_found`, `wrong_state` once settled, `invalid` at the field. */
export const applyIrregular = (known: IrregularName | undefined, action: IrregularAction): IrregularName => {
  const { body } = action
  civilDate(body.day, 'day')
  if (action.kind === 'irregularName.found') {
    if (known !== undefined) throw refuse('conflict', '已经登记', 'It stands already')
    return { id: action.subject, facts: action.body.facts, foundOn: body.day, latest: body.day, notices: [], interviews: [], settled: null }
  }
  if (known === undefined) throw refuse('not_found', '没有这条记录', 'There is no such record')
  if (known.settled !== null) throw refuse('wrong_state', '已经办结', 'It is settled')
  if (body.day < known.latest) throw refuse('invalid', `日期早于上一步（${known.latest}）`, `The day lies before the act before it (${known.latest})`, 'day')
  const next = { ...known, latest: body.day }
  switch (action.kind) {
    case 'irregularName.noticed':
      if (action.body.deadline < action.body.day) throw refuse('invalid', '整改期限早于通知', 'The deadline lies before the notice', 'deadline')
      return { ...next, notices: [...known.notices, action.body] }
    case 'irregularName.interviewed': return { ...next, interviews: [...known.interviews, action.body] }
    case 'irregularName.settled': return { ...next, settled: action.body }
  }
}

/** The day by which it was to be put right, by the latest notice; undefined without one or once settled. */
export const irregularDue = ({ notices, settled }: IrregularName): string | undefined => (settled === null ? notices.at(-1)?.deadline : undefined)
