import type { Action } from '../../../../../domain/action.ts'
import type { BurialFile } from '../../../../../domain/burial/file.ts'
import { emptyBurialFile } from '../../../../../domain/burial/file.ts'
import type { Kept } from '../../../../../domain/burial/statistics/count.ts'
import { countAction } from '../../../../../domain/burial/statistics/count.ts'
import type { CountedLine } from '../../../../../domain/burial/statistics/lines.ts'

export const area = '330381'

export const fileOf = (facts: Partial<BurialFile['deceased']> = {}, rest: Partial<BurialFile> = {}): BurialFile => ({
  ...emptyBurialFile(), deceased: { ...emptyBurialFile().deceased, name: '示例逝者', identityNumber: '330381194001010011', sex: '1', birth: '1940-01-01', death: '2026-05-01', hukou: area, manner: 'normal', cause: '02', ...facts }, ...rest,
})

/** Counts actions one after another, as the register does, without one. */
export const countAll = (actions: readonly Action[]): readonly (readonly CountedLine[])[] => {
  const kept = new Map<string, Kept>()
  return actions.map((action) => {
    const counted = countAction(action, (key) => kept.get(key))
    for (const [key, value] of counted.kept) kept.set(key, JSON.parse(JSON.stringify(value)) as Kept)
    return counted.lines
  })
}

/** Sums of the lines by cell. */
export const sumsOf = (lines: Iterable<CountedLine>): Map<string, { count: number; fen: number }> => {
  const sums = new Map<string, { count: number; fen: number }>()
  for (const { cells, count, fen } of lines) {
    for (const cell of cells) {
      const before = sums.get(cell) ?? { count: 0, fen: 0 }
      sums.set(cell, { count: before.count + count, fen: before.fen + fen })
    }
  }
  return sums
}
/** What nets to nothing is left out. */
export const standing = (sums: ReadonlyMap<string, { count: number; fen: number }>): Readonly<Record<string, number>> => Object.fromEntries([...sums].filter(([, { count }]) => count !== 0).map(([cell, { count }]) => [cell, count]))

const on = (kind: string, subject: string, body: object): Action => ({ kind, subject, body })
const agent = { name: '示例甲', identityNumber: '1', relation: 'child' }
export const place = (facility: string, facilityName = '示例公墓') => ({ facility, facilityName, position: '' })
export const reported = (id: string, file = fileOf()): Action => on('burial.reported', id, { file })
export const received = (id: string, day = '2026-05-02'): Action => on('burial.received', id, { arrivedAt: `${day}T08:00:00+08:00`, collectedBy: '', vehicle: '' })
export const stored = (id: string, day = '2026-05-02'): Action => on('burial.stored', id, { storedAt: `${day}T09:00:00+08:00`, unit: '' })
export const vigil = (id: string, day = '2026-05-02'): Action => on('burial.vigilHeld', id, { from: `${day}T20:00:00+08:00`, to: '', hall: '' })
export const farewell = (id: string, day = '2026-05-03'): Action => on('burial.farewellHeld', id, { heldAt: `${day}T07:00:00+08:00`, hall: '' })
export const cremated = (id: string, day = '2026-05-03', home = 'H1'): Action => on('burial.cremated', id, { day, home, homeName: `示例馆${home}`, area, number: `HZ-${id}` })
export const certificate = (id: string, day = '2026-05-03', reissueOf = ''): Action => on('burial.certificateIssued', id, { number: '1', day, to: agent, stubSigned: true, reissueOf })
export const released = (id: string, day = '2026-05-03'): Action => on('burial.ashesReleased', id, { number: '1', day, to: agent, signed: true })
export const deposited = (id: string, day = '2026-05-03'): Action => on('burial.ashesDeposited', id, { number: '1', day, place: place(''), holder: agent, to: day })
export const placed = (id: string, how: string, day = '2026-05-10', at = place('c1')): Action => on('burial.placed', id, { number: '', day, how, place: at, witness: '', document: '' })
export const moved = (id: string, how: string, day = '2026-06-10', at = place('c1')): Action => on('burial.moved', id, { day, how, place: at, permit: '' })
export const cemetery = (id: string, kind = 'publicCemetery', at = area): Action => on('cemetery.registered', id, { facts: { name: '示例公墓', kind, area: at }, day: '2020-01-01' })
export const act = on
