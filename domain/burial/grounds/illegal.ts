import type { JournalEntry } from '../../action.ts'
import { civilDate } from '../../dates.ts'
import { LantaiError } from '../../error.ts'
import { text } from '../../text.ts'
import type { CountCheck } from '../placement/tally.ts'
import { countCheck } from '../placement/tally.ts'
import type { Clearing, GroundActionOf, IllegalGraveAction } from './actions.ts'

/** A grave outside the law (私坟) and what was done about it. */
export interface IllegalGrave {
  readonly id: string
  readonly found: GroundActionOf<'illegalGrave.found'>['body']
  readonly ordered: GroundActionOf<'illegalGrave.ordered'>['body'] | null
  readonly cleared: GroundActionOf<'illegalGrave.cleared'>['body'] | null
  readonly dropped: GroundActionOf<'illegalGrave.dropped'>['body'] | null
}

const wrong = (zh: string, en: string): LantaiError => new LantaiError('wrong_state', text(zh, en), 'state')

/** A grave after an act; throws `conflict`, `not_found`, `wrong_state`, `invalid` at `day` or `deadline`. */
export const applyIllegalGrave = (grave: IllegalGrave | undefined, action: IllegalGraveAction): IllegalGrave => {
  if (action.kind === 'illegalGrave.found') {
    if (grave !== undefined) throw new LantaiError('conflict', text('这座坟已经登记', 'The grave is registered already'), 'id')
    return { id: action.subject, found: action.body, ordered: null, cleared: null, dropped: null }
  }
  if (grave === undefined) throw new LantaiError('not_found', text('没有这座坟的记录', 'There is no such grave'))
  if (grave.cleared !== null || grave.dropped !== null) throw wrong('已经办结', 'It is closed already')
  if (action.body.day < (grave.ordered?.day ?? grave.found.day)) throw new LantaiError('invalid', text('日期早于上一步', 'The day lies before the step before it'), 'day')
  switch (action.kind) {
    case 'illegalGrave.ordered':
      if (grave.ordered !== null) throw wrong('已经责令改正', 'It is ordered already')
      if (action.body.deadline < action.body.day) throw new LantaiError('invalid', text('期限早于责令日期', 'The deadline lies before the order'), 'deadline')
      return { ...grave, ordered: action.body }
    // Many are cleared of the family's own accord, without an order.
    case 'illegalGrave.cleared': return { ...grave, cleared: action.body }
    case 'illegalGrave.dropped': return { ...grave, dropped: action.body }
  }
}

/** Decides an act on a grave; throws as `applyIllegalGrave` does, `invalid` at `note` where a grave is dropped without words, at `to` where it was moved nowhere. */
export const decideIllegalGrave = <A extends IllegalGraveAction>(grave: IllegalGrave | undefined, action: A): A => {
  civilDate(action.body.day, 'day')
  if (action.kind === 'illegalGrave.ordered') civilDate(action.body.deadline, 'deadline')
  if (action.kind === 'illegalGrave.dropped' && action.body.note.trim() === '') throw new LantaiError('invalid', text('请写明不予处理的理由', 'Say why it is dropped'), 'note')
  if (action.kind === 'illegalGrave.cleared' && action.body.how === 'moved' && action.body.to.trim() === '') throw new LantaiError('invalid', text('请填写迁入的墓位', 'Enter the plot it was moved to'), 'to')
  applyIllegalGrave(grave, action)
  return action
}

/** Folds the journal to the graves by id. */
export const foldIllegalGraves = (entries: Iterable<JournalEntry<IllegalGraveAction>>): ReadonlyMap<string, IllegalGrave> => {
  const graves = new Map<string, IllegalGrave>()
  for (const { action } of entries) graves.set(action.subject, applyIllegalGrave(graves.get(action.subject), action))
  return graves
}

/** Graves found, ordered, cleared and dropped in a period, and open or overdue at its end; the ids stand behind every figure. */
export interface IllegalGraveLine {
  readonly openBefore: readonly string[]
  readonly found: readonly string[]
  readonly ordered: readonly string[]
  readonly cleared: readonly string[]
  readonly dropped: readonly string[]
  readonly openAfter: readonly string[]
  readonly overdue: readonly string[]
}
export interface IllegalGraveTally extends IllegalGraveLine {
  readonly byTownship: ReadonlyMap<string, IllegalGraveLine>
  readonly byClearing: ReadonlyMap<Clearing, readonly string[]>
}

const lineOf = (graves: readonly IllegalGrave[], { from, to }: { readonly from: string; readonly to: string }): IllegalGraveLine => {
  const closed = (grave: IllegalGrave): string => grave.cleared?.day ?? grave.dropped?.day ?? ''
  const ids = (test: (grave: IllegalGrave) => boolean): readonly string[] => graves.filter(test).map(({ id }) => id)
  const inside = (day: string | undefined): boolean => day !== undefined && day >= from && day <= to
  const open = (grave: IllegalGrave): boolean => grave.found.day <= to && (closed(grave) === '' || closed(grave) > to)
  return {
    openBefore: ids((grave) => grave.found.day < from && (closed(grave) === '' || closed(grave) >= from)),
    found: ids(({ found }) => inside(found.day)), ordered: ids(({ ordered }) => inside(ordered?.day)), cleared: ids(({ cleared }) => inside(cleared?.day)), dropped: ids(({ dropped }) => inside(dropped?.day)),
    openAfter: ids(open), overdue: ids((grave) => open(grave) && grave.ordered !== null && grave.ordered.day <= to && grave.ordered.deadline < to),
  }
}

/** Counts the graves of a period by township, both ends in it. */
export const tallyIllegalGraves = (graves: Iterable<IllegalGrave>, period: { readonly from: string; readonly to: string }): IllegalGraveTally => {
  const all = [...graves]
  const townships = Map.groupBy(all, ({ found }) => found.township)
  const total = lineOf(all, period)
  const cleared = new Set(total.cleared)
  const byClearing = new Map<Clearing, string[]>()
  for (const { id, cleared: how } of all) {
    if (how === null || !cleared.has(id)) continue
    const ids = byClearing.get(how.how) ?? []
    ids.push(id)
    byClearing.set(how.how, ids)
  }
  return { ...total, byTownship: new Map([...townships].map(([township, part]) => [township, lineOf(part, period)])), byClearing }
}

/** The identities of the graves: open before and found are cleared, dropped and still open; every column is the sum over townships. */
export const illegalGraveChecks = (tally: IllegalGraveTally): readonly CountCheck[] => [
  countCheck('illegal.flow', '期初未办结 + 发现 = 治理 + 不予处理 + 期末未办结', 'open before + found = cleared + dropped + open after', tally.openBefore.length + tally.found.length, tally.cleared.length + tally.dropped.length + tally.openAfter.length),
  countCheck('illegal.ways', '治理 = 各种方式之和', 'cleared = sum over ways', tally.cleared.length, [...tally.byClearing.values()].reduce((sum, ids) => sum + ids.length, 0)),
  ...(['openBefore', 'found', 'ordered', 'cleared', 'dropped', 'openAfter', 'overdue'] as const).map((column) => countCheck(`illegal.townships.${column}`, '合计 = 各乡镇之和', 'total = sum over townships', tally[column].length, [...tally.byTownship.values()].reduce((sum, line) => sum + line[column].length, 0))),
]
