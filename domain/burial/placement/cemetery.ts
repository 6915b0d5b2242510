import type { JournalEntry } from '../../action.ts'
import { LantaiError } from '../../error.ts'
import { text } from '../../text.ts'
import type { CemeteryAction, CemeteryFacts, Section } from './actions.ts'

/** A cemetery or columbarium with its sections; the plots themselves are counted out of these, so that twenty thousand free ones weigh nothing. */
export interface Cemetery {
  readonly id: string
  readonly facts: CemeteryFacts
  readonly sections: readonly Section[]
}

/** Applies one entry; throws `conflict` for what stands already, `not_found` for a section of no cemetery. */
export const applyCemetery = (cemetery: Cemetery | undefined, { action }: JournalEntry<CemeteryAction>): Cemetery => {
  if (action.kind === 'cemetery.registered') {
    if (cemetery !== undefined) throw new LantaiError('conflict', text('已经登记', 'It is registered already'), 'id')
    return { id: action.subject, facts: action.body.facts, sections: [] }
  }
  if (cemetery === undefined) throw new LantaiError('not_found', text('没有这个公墓', 'There is no such cemetery'))
  requireSoundSection(cemetery, action.body.section)
  return { ...cemetery, sections: [...cemetery.sections, action.body.section] }
}

/** Folds the entries of one cemetery; throws `not_found` without any. */
export const foldCemetery = (entries: Iterable<JournalEntry<CemeteryAction>>): Cemetery => {
  let cemetery: Cemetery | undefined
  for (const entry of entries) cemetery = applyCemetery(cemetery, entry)
  if (cemetery === undefined) throw new LantaiError('not_found', text('没有这个公墓', 'There is no such cemetery'))
  return cemetery
}

/** Refuses a section that cannot be: a code or row twice, a capacity that its size does not allow. Throws `conflict` or `invalid` at the field. */
export const requireSoundSection = (cemetery: Cemetery, section: Section): void => {
  if (cemetery.sections.some(({ code }) => code === section.code)) throw new LantaiError('conflict', text(`墓区 ${section.code} 已经有了`, `The section ${section.code} stands already`), 'code')
  const again = section.rows.findIndex(({ row }, index) => section.rows.findIndex((other) => other.row === row) !== index)
  if (again >= 0) throw new LantaiError('invalid', text('同一排重复', 'The same row stands there twice'), `rows.${again}.row`)
  const fits = section.size === 'single' ? section.capacity === 1 : section.size === 'double' ? section.capacity === 2 : section.capacity > 2
  if (!fits) throw new LantaiError('invalid', text('可安葬数与单穴、双穴、多穴不符', 'The capacity does not fit a single, double or larger plot'), 'capacity')
  if (section.what === 'plot' && section.areaDm2 === 0 && !section.eco) throw new LantaiError('invalid', text('请填写墓位占地面积', 'Enter the area of a plot'), 'areaDm2')
}

/** Where a plot or niche is. */
export interface PlotPosition {
  readonly cemetery: string
  readonly section: string
  readonly row: string
  /** From the lowest; always 1 for plots. */
  readonly level: number
  readonly column: number
}

/** The id of a plot or niche: `cemetery/section/row/number`, for niches `…/level-column`. */
export const plotId = (at: PlotPosition, what: 'plot' | 'niche'): string => `${at.cemetery}/${at.section}/${at.row}/${what === 'niche' ? `${at.level}-${at.column}` : at.column}`

/** The section and position that an id names, or undefined where this cemetery has no such plot. */
export const findPlot = (cemetery: Cemetery, id: string): { readonly section: Section; readonly at: PlotPosition } | undefined => {
  const [of, code, row, last = '', ...rest] = id.split('/')
  const section = cemetery.sections.find((entry) => entry.code === code)
  const line = section?.rows.find((entry) => entry.row === row)
  const match = section?.what === 'niche' ? /^([1-9]\d{0,2})-([1-9]\d{0,3})$/.exec(last) : /^()([1-9]\d{0,3})$/.exec(last)
  if (of !== cemetery.id || section === undefined || line === undefined || match === null || rest.length > 0) return undefined
  const at = { cemetery: cemetery.id, section: section.code, row: line.row, level: Number(match[1] === '' ? 1 : match[1]), column: Number(match[2]) }
  return at.level <= line.levels && at.column <= line.columns ? { section, at } : undefined
}

/** The section of a plot; throws `not_found` at `plot`. */
export const getPlot = (cemetery: Cemetery, id: string): { readonly section: Section; readonly at: PlotPosition } => {
  const found = findPlot(cemetery, id)
  if (found === undefined) throw new LantaiError('not_found', text(`没有墓位（格位）${id}`, `There is no plot or niche ${id}`), 'plot')
  return found
}

/** Every plot or niche of a section in the order of the board. */
export function* plotsOf(cemetery: string, section: Section): Generator<{ readonly id: string; readonly at: PlotPosition }> {
  for (const { row, levels, columns } of section.rows)
    for (let level = 1; level <= (section.what === 'niche' ? levels : 1); level += 1)
      for (let column = 1; column <= columns; column += 1) {
        const at = { cemetery, section: section.code, row, level, column }
        yield { id: plotId(at, section.what), at }
      }
}

/** How many plots or niches a section has. */
export const plotCount = (section: Section): number => section.rows.reduce((sum, { levels, columns }) => sum + columns * (section.what === 'niche' ? levels : 1), 0)
