import type { CountCheck } from '../placement/tally.ts'
import { countCheck } from '../placement/tally.ts'
import { relocationStates } from './codes.ts'
import type { GraveType, RelocationState } from './codes.ts'
import type { Grave, Relocations } from './fold.ts'

/** Graves (座) and burial cells (穴), which are never mixed. */
export interface GraveCount {
  readonly graves: number
  readonly cells: number
}

/** What a period of relocations came to: graves by the state they stand in, what was moved and paid in it. Amounts in fen. */
export interface RelocationTally {
  readonly declared: GraveCount
  readonly byState: Readonly<Record<RelocationState, GraveCount>>
  readonly reinterred: GraveCount
  readonly byType: ReadonlyMap<GraveType, GraveCount>
  readonly byTownship: ReadonlyMap<string, GraveCount>
  readonly publicCells: number
  readonly compensated: GraveCount
  readonly baseFen: number
  readonly rewardFen: number
  readonly cellFen: number
  readonly totalFen: number
}

const none: GraveCount = { graves: 0, cells: 0 }
const plus = (count: GraveCount, { cells }: Grave): GraveCount => ({ graves: count.graves + 1, cells: count.cells + cells })

/** Counts relocations: opened, paid and re-interred each by its own day within the period, both ends in it. */
export const tallyRelocations = ({ notices, graves }: Relocations, period: { readonly from: string; readonly to: string }): RelocationTally => {
  const inside = (day: string | undefined): boolean => day !== undefined && day >= period.from && day <= period.to
  const byState = Object.fromEntries(relocationStates.map(({ code }) => [code, none])) as Record<RelocationState, GraveCount>
  const byType = new Map<GraveType, GraveCount>()
  const byTownship = new Map<string, GraveCount>()
  let [declared, reinterred, compensated] = [none, none, none]
  let [publicCells, baseFen, rewardFen, cellFen, totalFen] = [0, 0, 0, 0, 0]
  for (const grave of graves.values()) {
    if (inside(grave.openedOn)) {
      declared = plus(declared, grave)
      byState[grave.state] = plus(byState[grave.state], grave)
    }
    if (inside(grave.reinterred?.day)) {
      const township = notices.get(grave.notice)?.township ?? ''
      reinterred = plus(reinterred, grave)
      byType.set(grave.type, plus(byType.get(grave.type) ?? none, grave))
      byTownship.set(township, plus(byTownship.get(township) ?? none, grave))
      publicCells += grave.reinterred?.to.filter(({ publicCemetery }) => publicCemetery).length ?? 0
    }
    if (grave.compensated !== null && inside(grave.compensated.day)) {
      compensated = plus(compensated, grave)
      baseFen += grave.compensated.baseFen
      rewardFen += grave.compensated.rewardFen
      cellFen += grave.compensated.cellFen
      totalFen += grave.compensated.totalFen
    }
  }
  return { declared, byState, reinterred, byType, byTownship, publicCells, compensated, baseFen, rewardFen, cellFen, totalFen }
}

/** The identities that every tally of relocations keeps, graves and cells each by themselves. */
export const relocationChecks = (tally: RelocationTally): readonly CountCheck[] => {
  const sum = (counts: Iterable<GraveCount>, of: keyof GraveCount): number => [...counts].reduce((total, count) => total + count[of], 0)
  return [
    ...([['graves', '座', 'graves'], ['cells', '穴', 'cells']] as const).flatMap(([of, zh, en]) => [
      countCheck(`relocation.states.${of}`, `登记${zh}数 = 各步骤之和`, `${en} opened = sum over states`, tally.declared[of], sum(Object.values(tally.byState), of)),
      countCheck(`relocation.types.${of}`, `再安葬${zh}数 = 各类坟之和`, `${en} re-interred = sum over types`, tally.reinterred[of], sum(tally.byType.values(), of)),
      countCheck(`relocation.townships.${of}`, `再安葬${zh}数 = 各乡镇之和`, `${en} re-interred = sum over townships`, tally.reinterred[of], sum(tally.byTownship.values(), of)),
    ]),
    countCheck('relocation.paid', '补偿总额 = 补偿 + 早迁奖励 + 按穴补助', 'paid = compensation + early reward + by the cell', tally.totalFen, tally.baseFen + tally.rewardFen + tally.cellFen),
  ]
}
