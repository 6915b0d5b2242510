import type { QingmingFigures } from '../../../../domain/burial/grounds/actions.ts'
import { readSigned, readWhole } from './period.ts'

/** The figures of a day in the order in which they are asked for. */
export const qingmingFields = ['visitors', 'lowCarbon', 'online', 'vehicles', 'incidents', 'complaints', 'ashes', 'eco'] as const satisfies readonly (keyof QingmingFigures)[]
export type QingmingField = (typeof qingmingFields)[number]
export type Typed = Readonly<Record<QingmingField, string>>
export const nothing: Typed = { visitors: '', lowCarbon: '', online: '', vehicles: '', incidents: '', complaints: '', ashes: '', eco: '' }

const read = (typed: Typed, as: (text: string) => number | undefined): { readonly figures: QingmingFigures } | { readonly wrong: QingmingField } => {
  const figures: Record<string, number> = {}
  for (const field of qingmingFields) {
    const value = typed[field].trim() === '' ? 0 : as(typed[field])
    if (value === undefined) return { wrong: field }
    figures[field] = value
  }
  return { figures: figures as QingmingFigures }
}

/** The figures of a form, an empty field being none; or the first field that is no whole number. */
export const readFigures = (typed: Typed) => read(typed, readWhole)
/** The signed differences of a form, or the first field that is none. */
export const readDifferences = (typed: Typed) => read(typed, readSigned)

/** The field in which figures contradict each other: no more low-carbon visitors than visitors, no more eco-burials than placements. */
export const contradiction = (figures: QingmingFigures): QingmingField | undefined => qingmingFields.find((field) => figures[field] < 0) ?? (figures.lowCarbon > figures.visitors ? 'lowCarbon' : figures.eco > figures.ashes ? 'eco' : undefined)

/** The figures of a day as its lines add up. */
export const sumOf = (lines: readonly { readonly figures: QingmingFigures }[]): QingmingFigures => Object.fromEntries(qingmingFields.map((field) => [field, lines.reduce((sum, { figures }) => sum + figures[field], 0)])) as QingmingFigures
