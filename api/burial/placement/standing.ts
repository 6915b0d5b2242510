import type { BurialReads } from '../../../db/burial/contract.ts'
import type { Kept } from '../../../db/contract.ts'
import type { Reads } from '../../../db/contract.ts'
import type { Section } from '../../../domain/burial/placement/actions.ts'
import type { Cemetery } from '../../../domain/burial/placement/cemetery.ts'
import { getPlot, plotCount } from '../../../domain/burial/placement/cemetery.ts'
import { plotStates } from '../../../domain/burial/placement/codes.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text, type Text } from '../../../domain/text.ts'
import type { CemeteryLine } from '../../schemas/placement.ts'

type Placed = Pick<BurialReads, 'findCemetery'>

/** A cemetery of the register; throws `not_found`. */
export const getCemetery = async (reads: { readonly burial: Placed }, id: string): Promise<Kept<Cemetery>> => {
  const found = await reads.burial.findCemetery(id)
  if (found === undefined) throw new LantaiError('not_found', text('没有这个公墓', 'There is no such cemetery'), 'cemetery')
  return found
}

/** The cemetery that a plot's id names; throws `not_found` at `plot` where it has no such plot. */
export const cemeteryOfPlot = async (reads: { readonly burial: Placed }, plot: string): Promise<Cemetery> => {
  const found = await reads.burial.findCemetery(plot.split('/')[0] ?? '')
  if (found === undefined) throw new LantaiError('not_found', text(`没有墓位（格位）${plot}`, `There is no plot or niche ${plot}`), 'plot')
  getPlot(found.value, plot)
  return found.value
}

/** The cemetery of a plot of this register, or undefined for words that name none. */
export const findPlotHere = async (reads: { readonly burial: Placed }, words: string): Promise<Cemetery | undefined> => {
  if (words.split('/').length !== 4) return undefined
  try {
    return await cemeteryOfPlot(reads, words)
  } catch (error) {
    if (error instanceof LantaiError && error.code === 'not_found') return undefined
    throw error
  }
}

/** A plot or niche in the words of its cemetery; `short` leaves the cemetery out. */
export const plotWords = (cemetery: Cemetery, plot: string, short = false): Text => {
  const { section, at } = getPlot(cemetery, plot)
  const [before, head] = short ? ['', ''] : [cemetery.facts.name, `${cemetery.facts.name}, `]
  return section.what === 'niche'
    ? text(`${before}${section.name}${at.row}架${String(at.level)}层${String(at.column)}号`, `${head}${section.name}, rack ${at.row}, level ${String(at.level)}, no. ${String(at.column)}`)
    : text(`${before}${section.name}${at.row}排${String(at.column)}号`, `${head}${section.name}, row ${at.row}, no. ${String(at.column)}`)
}

type Standing = CemeteryLine['standing']

/** A standing of plots nobody has touched. */
export const freshStanding = (plots: number): Standing => ({ plots, byState: { ...Object.fromEntries(plotStates.map(({ code }) => [code, 0])), available: plots }, expiring: 0, expired: 0, occupants: 0 })

/** Moves plots from free to a state in a standing, with who lies there and whose term ends. */
export const touch = (standing: Standing, state: string, count: number, more: { readonly occupants: number; readonly expiring: number; readonly expired: number }): void => {
  standing.byState['available'] = (standing.byState['available'] ?? 0) - count
  standing.byState[state] = (standing.byState[state] ?? 0) + count
  standing.occupants += more.occupants
  standing.expiring += more.expiring
  standing.expired += more.expired
}

const addUp = (parts: readonly Standing[]): Standing => {
  const sum = freshStanding(0)
  for (const part of parts) {
    sum.plots += part.plots
    for (const [state, count] of Object.entries(part.byState)) sum.byState[state] = (sum.byState[state] ?? 0) + count
    sum.occupants += part.occupants
    sum.expiring += part.expiring
    sum.expired += part.expired
  }
  return sum
}

/** A cemetery with how its plots stand on a day. */
export const cemeteryLine = async (reads: Pick<Reads, 'burial'>, { id, facts, sections }: Cemetery, day: string): Promise<CemeteryLine> => {
  const sums = await reads.burial.plotSums(id, day)
  const standingOf = (section: Section): Standing => {
    const standing = freshStanding(plotCount(section))
    for (const sum of sums) if (sum.section === section.code) touch(standing, sum.state, sum.count, sum)
    return standing
  }
  const lines = sections.map((section) => ({ section, standing: standingOf(section) }))
  return { id, facts, sections: lines, standing: addUp(lines.map(({ standing }) => standing)) }
}
