import type { Code } from '../../../domain/codes/index.ts'
import { isCivilDate } from '../../../domain/dates.ts'
import { referenceKind, type ReferenceTable } from '../../../domain/statistics/reference.ts'
import { findPublishedFigure, publishedFigures } from '../../../domain/statistics/published.ts'
import { cellTitles } from '../../../domain/statistics/titles.ts'

/** What a published table or a list of targets may give: figures of its own, any number of the tables on couples, and those of burial and place names. */
export const figureTitles: readonly Code[] = [...publishedFigures.map(({ id, title }) => ({ code: id, ...title })), ...cellTitles.filter((cell) => publishedFigures.every((figure) => figure.id !== cell.code))]

/** The same of the windows that an office offers. */
export const figuresOf = (windows: readonly string[]): readonly Code[] => figureTitles.filter(({ code }) => windows.includes(findPublishedFigure(code)?.window ?? ''))

/** A published table, or a list of targets, as it is being typed. */
export interface ReferenceForm {
  readonly kind: ReturnType<typeof referenceKind>
  /** The date of the source, or empty. */
  readonly day: string
  readonly title: string
  readonly source: string
  readonly edition: string
  readonly period: string
  readonly area: string
  readonly cutOff: string
  readonly scale: ReferenceTable['scale']
  readonly decimals: number
  readonly figures: readonly { readonly key: number; readonly cell: string; readonly figure: string }[]
}

export const emptyReference: ReferenceForm = { kind: 'published', day: '', title: '', source: '', edition: '', period: '', area: '', cutOff: '', scale: 1, decimals: 0, figures: [{ key: 0, cell: '', figure: '' }] }

/** A kept table as a form. */
export const formOf = ({ figures, kind, day, title, source, edition, period, area, cutOff, scale, decimals }: ReferenceTable): ReferenceForm => ({
  kind: referenceKind({ kind }), day: day ?? '', title, source, edition, period, area, cutOff, scale, decimals, figures: [...Object.entries(figures).map(([cell, figure], key) => ({ key, cell, figure: String(figure) })), { key: Object.keys(figures).length, cell: '', figure: '' }],
})

export type ReferenceProblem = 'needed' | 'periodShape' | 'hourShape' | 'figureShape' | 'figureTwice' | 'noFigure'

const isFilled = (line: ReferenceForm['figures'][number]): boolean => line.cell !== '' || line.figure.trim() !== ''

/** What is wrong with a form, by field; a figure by its line. A table that was kept without a date may stay so. */
export const problemsOfReference = (form: ReferenceForm, needsDay = false): Readonly<Record<string, ReferenceProblem>> => {
  const found: Record<string, ReferenceProblem> = {}
  for (const field of ['title', 'source', 'edition', 'period'] as const) if (form[field].trim() === '') found[field] = 'needed'
  if (needsDay && form.day === '') found['day'] = 'needed'
  if (form.period.trim() !== '' && !/^\d{4}(-(Q[1-4]|H[12]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$/.test(form.period.trim())) found['period'] = 'periodShape'
  if (form.cutOff.trim() !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(form.cutOff.trim())) found['cutOff'] = 'hourShape'
  const filled = form.figures.filter(isFilled)
  if (filled.length === 0) found['figures'] = 'noFigure'
  const seen = new Set<string>()
  for (const line of filled) {
    if (line.cell === '') found[`figures.${String(line.key)}`] = 'needed'
    else if (seen.has(line.cell)) found[`figures.${String(line.key)}`] = 'figureTwice'
    else if (!/^\d+(\.\d+)?$/.test(line.figure.trim())) found[`figures.${String(line.key)}`] = 'figureShape'
    seen.add(line.cell)
  }
  return found
}

/** The table that a sound form stands for. */
export const referenceOf = (id: string, form: ReferenceForm): ReferenceTable => ({
  ...(form.kind === 'target' && { kind: form.kind }), ...(isCivilDate(form.day) && { day: form.day }),
  id, title: form.title.trim(), source: form.source.trim(), edition: form.edition.trim(), period: form.period.trim(), area: form.area.trim(), cutOff: form.cutOff.trim(), scale: form.scale, decimals: form.decimals,
  figures: Object.fromEntries(form.figures.filter(isFilled).map((line) => [line.cell, Number(line.figure.trim())])),
})

/** An id that no kept table has: the period and a number. */
export const newReferenceId = (period: string, taken: readonly string[]): string => {
  const stem = period.trim().replace(/[^A-Za-z0-9-]/g, '') || 'table'
  for (let count = 1; ; count += 1) {
    const id = `${stem}.${String(count)}`
    if (!taken.includes(id)) return id
  }
}
