import type { JournalEntry } from '../../action.ts'
import { shiftMonth } from '../../dates.ts'
import type { BurialAction } from '../actions.ts'
import type { FacilityAction } from '../facilities/actions.ts'
import type { GroundAction, QingmingFigures } from '../grounds/actions.ts'
import type { CemeteryAction, PlotAction } from '../placement/actions.ts'
import type { RelocationAction } from '../relocation/actions.ts'
import type { RewardAction } from '../reward-actions.ts'
import { ecoPlacements } from '../codes.ts'
import type { Placement } from '../codes.ts'
import { inCell } from '../../statistics/counted.ts'
import { groupOf } from '../../waiver/codes.ts'
import type { SettledWaiver, WaiverAction } from '../../waiver/actions.ts'
import type { CountFacts } from './facts.ts'
import { changedFacts, countFactsOf } from './facts.ts'
import type { CaseAct, CountedGround, CountedLine, CountUnit } from './lines.ts'
import { atHome, differenceOf, linesOfAct, linesOfCase, reversed } from './lines.ts'

/** What is kept of a subject so that its later acts can be counted, corrected and taken back, by its key. */
export type Kept =
  | { readonly what: 'case'; readonly facts: CountFacts; readonly acts: readonly CaseAct[] }
  | { readonly what: 'lines'; readonly lines: readonly CountedLine[] }
  | { readonly what: 'ground'; readonly ground: CountedGround }
  | { readonly what: 'plot'; readonly interments: Readonly<Record<string, { readonly how: Placement }>> }
  | { readonly what: 'notice'; readonly township: string }
  | { readonly what: 'grave'; readonly notice: string; readonly type: string; readonly cells: number }
  | { readonly what: 'illegal'; readonly township: string; readonly ground: string }
type CountedAction = BurialAction | WaiverAction | RewardAction | CemeteryAction | PlotAction | RelocationAction | FacilityAction | GroundAction

/** The lines an entry adds, and what is kept of its subjects afterwards. */
export interface Counting {
  readonly lines: readonly CountedLine[]
  readonly kept: readonly (readonly [key: string, kept: Kept])[]
  /** The home of a cremation and its name, for the rows of the tables. */
  readonly named: readonly (readonly [cell: string, name: string])[]
}
export type Look = (key: string) => Kept | undefined

const nothing: Counting = { lines: [], kept: [], named: [] }
const line = (day: string, unit: CountUnit, cells: readonly string[], count = 1, fen = 0): CountedLine => ({ day, count, unit, fen, cells })
const look = <W extends Kept['what']>(at: Look, key: string, what: W): Extract<Kept, { what: W }> | undefined => {
  const found = at(key)
  return found?.what === what ? (found as Extract<Kept, { what: W }>) : undefined
}

const dayOf = (instant: string): string => instant.slice(0, 10)

/** What of an act of a case is counted; undefined for one that is not. */
const caseActOf = (action: BurialAction, at: Look): CaseAct | undefined => {
  switch (action.kind) {
    case 'burial.received': return { act: 'received', day: dayOf(action.body.arrivedAt) }
    case 'burial.stored': return { act: 'stored', day: dayOf(action.body.storedAt) }
    case 'burial.vigilHeld': return { act: 'vigil', day: dayOf(action.body.from) }
    case 'burial.farewellHeld': return { act: 'farewell', day: dayOf(action.body.heldAt) }
    case 'burial.cremated': return { act: 'cremated', day: action.body.day, home: action.body.home, area: action.body.area }
    case 'burial.crematedElsewhere': return { act: 'crematedElsewhere', day: action.body.day }
    case 'burial.certificateIssued': return { act: 'certificate', day: action.body.day, reissue: action.body.reissueOf !== '' }
    case 'burial.ashesReleased': return { act: 'released', day: action.body.day }
    case 'burial.ashesDeposited': return { act: 'deposited', day: action.body.day }
    case 'burial.transportedOut': return { act: 'transportedOut', day: action.body.day }
    case 'burial.bodyBuried': return { act: 'bodyBuried', day: action.body.day }
    case 'burial.donated': return { act: 'donated', day: action.body.day }
    case 'burial.placed':
    case 'burial.moved': {
      const { day, how, place } = action.body
      return { act: action.kind === 'burial.placed' ? 'placed' : 'moved', day, how, ground: look(at, `ground:${place.facility}`, 'ground')?.ground ?? null, named: place.facilityName !== '' }
    }
    default: return undefined
  }
}

const countCase = (action: BurialAction, at: Look): Counting => {
  const key = `case:${action.subject}`
  if (action.kind === 'burial.reported') return { ...nothing, kept: [[key, { what: 'case', facts: countFactsOf(action.body.file), acts: [] }]] }
  const held = look(at, key, 'case')
  if (held === undefined) return nothing
  if (action.kind === 'burial.voided') return { ...nothing, lines: linesOfCase(held.facts, held.acts).flat().map((given) => reversed(given, action.body.day)), kept: [[key, { ...held, acts: [] }]] }
  if (action.kind === 'burial.amended' || action.kind === 'burial.corrected') {
    const facts = changedFacts(held.facts, action.body.changes)
    return { ...nothing, lines: differenceOf(held.facts, facts, held.acts), kept: [[key, { ...held, facts }]] }
  }
  const act = caseActOf(action, at)
  if (act === undefined) return nothing
  return {
    lines: linesOfAct(held.facts, held.acts, act).filter(({ cells }) => cells.length > 0), kept: [[key, { ...held, acts: [...held.acts, act] }]],
    named: action.kind === 'burial.cremated' ? [[atHome('', action.body), action.body.homeName]] : [],
  }
}

/** Sums within one settlement, so that a case with two lines of an item counts once; what comes to nothing does not count. */
const sums = <V>(values: readonly V[], cellOf: (value: V) => string, fenOf: (value: V) => number): readonly (readonly [cell: string, fen: number])[] => {
  const found = new Map<string, number>()
  for (const value of values) found.set(cellOf(value), (found.get(cellOf(value)) ?? 0) + fenOf(value))
  return [...found].filter(([, fen]) => fen > 0)
}

/** The lines of a settlement: 减免人次 counts it once in every cell in which something was waived. */
export const linesOfWaiver = (waiver: SettledWaiver): readonly CountedLine[] => {
  const { day, lines, grants } = waiver
  const billed = sums(lines, ({ item }) => `billed.${item}`, ({ actualFen }) => actualFen)
  const waived = waiver.waivedFen === 0 ? [] : [
    ['waiver.total', waiver.waivedFen] as const, [`waiver.mode.${waiver.mode}`, waiver.waivedFen] as const, ['waiver.actual', waiver.actualFen] as const, ['waiver.selfPaid', waiver.selfPaidFen] as const,
    ...sums(lines, ({ item }) => `waiver.item.${item}`, ({ waivedFen }) => waivedFen), ...sums(lines, ({ item }) => `waiver.group.${groupOf(item)}`, ({ waivedFen }) => waivedFen),
    ...sums(grants, ({ counted }) => `waiver.class.${counted}`, ({ waivedFen }) => waivedFen), ...sums(grants, ({ policy }) => `waiver.policy.${inCell(policy)}`, ({ waivedFen }) => waivedFen),
    ...sums(grants.flatMap(({ bearers }) => bearers), ({ bearer }) => `waiver.bearer.${inCell(bearer)}`, ({ fen }) => fen),
  ]
  // Cells with the same amount share one line.
  const byFen = new Map<number, string[]>()
  for (const [cell, fen] of [...waived, ...billed]) byFen.set(fen, [...(byFen.get(fen) ?? []), cell])
  return [...byFen].map(([fen, cells]) => line(day, '人次', cells, 1, fen))
}

const ecoWays: readonly string[] = ['sea', 'scattered', 'notKept', 'deepBurial', 'tree', 'flower', 'lawn', 'wall']

const linesOfReward = (body: Extract<RewardAction, { kind: 'reward.granted' }>['body']): readonly CountedLine[] => {
  const eco = body.ways.filter(({ way }) => ecoWays.includes(way)).reduce((sum, { fen }) => sum + fen, 0)
  return [
    line(body.day, '例', ['reward.total', `reward.policy.${inCell(body.policy)}`], 1, body.fen), ...(eco > 0 ? [line(body.day, '例', ['reward.eco'], 1, eco)] : []),
    ...sums(body.ways, ({ way }) => `reward.way.${way}`, ({ fen }) => fen).map(([cell, fen]) => line(body.day, '例', [cell], 1, fen)),
    ...sums(body.payees, ({ payee }) => `reward.payee.${payee}`, ({ fen }) => fen).map(([cell, fen]) => line(body.day, '例', [cell], 1, fen)),
  ]
}

/** A grant and the line that takes it back on a day of its own. */
const countGrant = (action: Extract<CountedAction, { kind: 'waiver.settled' | 'waiver.reversed' | 'reward.granted' | 'reward.reversed' }>, at: Look): Counting => {
  const key = `${action.kind.split('.')[0] ?? ''}:${action.body.number}`
  if (action.kind === 'waiver.reversed' || action.kind === 'reward.reversed') {
    const { day } = action.body
    return { ...nothing, lines: (look(at, key, 'lines')?.lines ?? []).map((given) => reversed(given, day)), kept: [[key, { what: 'lines', lines: [] }]] }
  }
  const lines = action.kind === 'waiver.settled' ? linesOfWaiver(action.body.waiver) : linesOfReward(action.body)
  return { ...nothing, lines, kept: [[key, { what: 'lines', lines }]] }
}

const interredCells = (cemetery: string, how: Placement): readonly string[] => ['plot.interred', `plot.interred.how.${how}`, `plot.interred.at.${inCell(cemetery)}`, ...(ecoPlacements.includes(how) ? ['plot.interred.eco'] : [])]

const countPlot = (action: PlotAction, at: Look): Counting => {
  const key = `plot:${action.subject}`
  const cemetery = action.subject.split('/')[0] ?? ''
  const { day } = action.body
  const interments = look(at, key, 'plot')?.interments ?? {}
  switch (action.kind) {
    case 'plot.contracted': return { ...nothing, lines: [line(day, '穴', ['plot.contracted', `plot.contracted.at.${inCell(cemetery)}`, ...(action.body.preNeed === null ? [] : ['plot.preNeed'])], 1, action.body.feeFen + action.body.upkeepFen)] }
    case 'plot.renewed': return { ...nothing, lines: [line(day, '穴', ['plot.renewed'], 1, action.body.upkeepFen)] }
    case 'plot.surrendered': return { ...nothing, lines: [line(day, '穴', ['plot.surrendered'])] }
    case 'plot.interred':
      return { ...nothing, lines: [line(day, '具', interredCells(cemetery, action.body.how))], kept: [[key, { what: 'plot', interments: { ...interments, [action.body.interment]: { how: action.body.how } } }]] }
    case 'plot.removed': {
      const row = interments[action.body.interment]
      // Put right, a wrong grave is neither a further interment nor a removal.
      return { ...nothing, lines: action.body.why === 'wrongGrave' ? (row === undefined ? [] : [line(day, '具', interredCells(cemetery, row.how), -1)]) : [line(day, '具', ['plot.removed', `plot.removed.why.${action.body.why}`, `plot.removed.at.${inCell(cemetery)}`])] }
    }
    default: return nothing
  }
}

const graveLines = (day: string, stage: string, grave: { readonly cells: number; readonly type?: string }, fen = 0): readonly CountedLine[] => [
  line(day, '座', [`relocation.${stage}.graves`, ...(grave.type === undefined ? [] : [`relocation.${stage}.graves.type.${grave.type}`])], 1, fen),
  line(day, '穴', [`relocation.${stage}.cells`, ...(grave.type === undefined ? [] : [`relocation.${stage}.cells.type.${grave.type}`])], grave.cells),
]

const countRelocation = (action: RelocationAction, at: Look): Counting => {
  if (action.kind === 'relocation.noticed') return { ...nothing, kept: [[`notice:${action.body.notice.number}`, { what: 'notice', township: action.body.notice.township }]] }
  const key = `grave:${action.subject}`
  const { day } = action.body
  if (action.kind === 'relocation.declared' || action.kind === 'relocation.ownerless') {
    const found = action.kind === 'relocation.declared' ? action.body.declaration : action.body
    const grave = { what: 'grave' as const, notice: found.notice, type: found.type, cells: found.cells }
    return { ...nothing, lines: [...graveLines(day, 'declared', grave), ...(action.kind === 'relocation.ownerless' ? graveLines(day, 'ownerless', { cells: found.cells }) : [])], kept: [[key, grave]] }
  }
  const held = look(at, key, 'grave')
  if (held === undefined) return nothing
  switch (action.kind) {
    case 'relocation.confirmed': {
      const next = { ...held, cells: action.body.cells, type: action.body.type }
      // What was declared is counted as it was confirmed; the difference is a line of its own.
      const lines = held.cells === next.cells && held.type === next.type ? [] : [...graveLines(day, 'declared', held).map((given) => reversed(given)), ...graveLines(day, 'declared', next)]
      return { ...nothing, lines: [...lines, ...graveLines(day, 'confirmed', { cells: next.cells })], kept: [[key, next]] }
    }
    case 'relocation.exhumed': return { ...nothing, lines: graveLines(day, 'exhumed', { cells: held.cells }) }
    case 'relocation.compensated': {
      const { baseFen, rewardFen, cellFen, totalFen } = action.body
      const parts = ([['base', baseFen], ['reward', rewardFen], ['cell', cellFen]] as const).filter(([, fen]) => fen > 0)
      return { ...nothing, lines: [...graveLines(day, 'paid', { cells: held.cells }, totalFen), ...parts.map(([part, fen]) => line(day, '座', [`relocation.paid.${part}`], 1, fen))] }
    }
    case 'relocation.reinterred': {
      const township = look(at, `notice:${held.notice}`, 'notice')?.township ?? ''
      const publicCells = action.body.to.filter(({ publicCemetery }) => publicCemetery).length
      return { ...nothing, lines: [
        ...graveLines(day, 'reinterred', held).map((given) => ({ ...given, cells: [...given.cells, `relocation.reinterred.${given.unit === '座' ? 'graves' : 'cells'}.township.${inCell(township)}`] })),
        ...(publicCells > 0 ? [line(day, '穴', ['relocation.reinterred.publicCells'], publicCells)] : []),
      ] }
    }
    case 'relocation.withdrawn': return { ...nothing, lines: graveLines(day, 'withdrawn', { cells: held.cells }) }
  }
}

const countFacility = (action: FacilityAction): Counting => {
  const { day } = action.body
  switch (action.kind) {
    case 'facility.registered': return { ...nothing, lines: [line(day, '处', ['facility.registered', `facility.registered.kind.${action.body.facts.kind}`])] }
    case 'facility.closed': return { ...nothing, lines: [line(day, '处', ['facility.closed'])] }
    case 'facility.pricesApproved': return { ...nothing, lines: [line(day, '件', ['facility.pricesApproved'])] }
    case 'facility.reported': return { ...nothing, lines: [line(day, '件', ['facility.reported', `facility.reported.${action.body.report}`])] }
    case 'facility.inspected': return { ...nothing, lines: [line(day, '处', ['inspection.total', `inspection.result.${action.body.result}`])] }
    case 'facility.reinspected': return { ...nothing, lines: [line(day, '处', ['inspection.again', `inspection.${action.body.mended ? 'mended' : 'notMended'}`])] }
    default: return nothing
  }
}

const qingmingUnits: Readonly<Record<keyof QingmingFigures, CountUnit>> = { visitors: '人次', vehicles: '辆', incidents: '件', complaints: '件', lowCarbon: '人次', online: '人次', ashes: '具', eco: '具' }
/** In an order of its own: a body comes out of the journal with its fields in the order of their names. */
const figureNames = Object.keys(qingmingUnits) as readonly (keyof QingmingFigures)[]

const countGround = (action: GroundAction, at: Look): Counting => {
  if (action.kind === 'qingming.counted' || action.kind === 'qingming.corrected') {
    const figures = action.kind === 'qingming.counted' ? action.body.figures : action.body.differences
    const { of } = action.body
    return { ...nothing, lines: figureNames.filter((figure) => figures[figure] !== 0).map((figure) => line(of, qingmingUnits[figure], [`qingming.${figure}`], figures[figure])) }
  }
  const key = `illegal:${action.subject}`
  const { day } = action.body
  const held: Extract<Kept, { what: 'illegal' }> | undefined = action.kind === 'illegalGrave.found' ? { what: 'illegal', township: action.body.township, ground: action.body.ground } : look(at, key, 'illegal')
  if (held === undefined) return nothing
  const stage = action.kind.slice('illegalGrave.'.length)
  const cells = [`illegal.${stage}`, `illegal.${stage}.township.${inCell(held.township)}`, ...(action.kind === 'illegalGrave.found' ? [`illegal.found.ground.${held.ground}`] : action.kind === 'illegalGrave.cleared' ? [`illegal.cleared.how.${action.body.how}`] : [])]
  return { ...nothing, lines: [line(day, '座', cells)], kept: action.kind === 'illegalGrave.found' ? [[key, held]] : [] }
}

/** Counts an entry of the journal: the lines it adds and what is kept of its subjects; `at` looks up what was kept before. Kinds that nothing counts add nothing. */
export const countAction = (action: JournalEntry['action'], at: Look): Counting => {
  const known = action as CountedAction
  switch (known.kind) {
    case 'waiver.settled':
    case 'waiver.reversed':
    case 'reward.granted':
    case 'reward.reversed': return countGrant(known, at)
    case 'cemetery.registered': return { ...nothing, kept: [[`ground:${known.subject}`, { what: 'ground', ground: { kind: known.body.facts.kind, area: known.body.facts.area } }]] }
    default:
  }
  const prefix = action.kind.slice(0, action.kind.indexOf('.'))
  switch (prefix) {
    case 'burial': return countCase(known as BurialAction, at)
    case 'plot': return countPlot(known as PlotAction, at)
    case 'relocation': return countRelocation(known as RelocationAction, at)
    case 'facility': return countFacility(known as FacilityAction)
    case 'qingming':
    case 'illegalGrave': return countGround(known as GroundAction, at)
    default: return nothing
  }
}

/** The day a line counts on: that of the event, or where its month is closed that of the entry (late); a closed month is never added to, whatever day the entry bears. */
export const countedDay = (day: string, entryDay: string, closed: (month: string) => boolean): { readonly countedOn: string; readonly late: boolean } => {
  if (!closed(day.slice(0, 7))) return { countedOn: day, late: false }
  let month = entryDay.slice(0, 7)
  if (!closed(month)) return { countedOn: entryDay, late: true }
  while (closed(month)) month = shiftMonth(month, 1)
  return { countedOn: `${month}-01`, late: true }
}
