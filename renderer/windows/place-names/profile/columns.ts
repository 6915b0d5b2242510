import type { RowColumn } from '../shared/rows/RowsEditor.tsx'

interface More { readonly width?: string; readonly most?: number; readonly options?: RowColumn<unknown>['options']; readonly several?: boolean; readonly placeholder?: string }

/** A column that is a text of the row. */
export const textColumn = <Row extends object>(id: keyof Row & string, title: string, more: More = {}): RowColumn<Row> => ({ id, title, ...more, read: (row) => String(row[id] ?? ''), write: (row, typed) => ({ ...row, [id]: typed }) })

/** A number as it is typed; what is none becomes NaN, which the check marks, and an empty one is left out where it may be. */
const numberOf = (typed: string, orNone: boolean): number | undefined => (typed.trim() === '' ? (orNone ? undefined : Number.NaN) : /^\d{1,9}(?:\.\d{1,4})?$/u.test(typed.trim()) ? Number(typed.trim()) : Number.NaN)
export const numberColumn = <Row extends object>(id: keyof Row & string, title: string, more: More = {}): RowColumn<Row> => ({
  id, title, ...more, end: true, most: 12, read: (row) => { const value = row[id]; return typeof value === 'number' && !Number.isNaN(value) ? String(value) : '' }, write: (row, typed) => ({ ...row, [id]: numberOf(typed, false) }),
})
/** A number within a part of the row, left out when empty. */
export const sizeColumn = <Row extends object>(part: keyof Row & string, id: string, title: string): RowColumn<Row> => ({
  id: `${part}.${id}`, title, end: true, most: 12, read: (row) => { const value = (row[part] as Record<string, unknown>)[id]; return typeof value === 'number' && !Number.isNaN(value) ? String(value) : '' },
  write: (row, typed) => { const { [id]: _before, ...rest } = row[part] as Record<string, unknown>; const value = numberOf(typed, true); return { ...row, [part]: value === undefined ? rest : { ...rest, [id]: value } } },
})
/** A list of choices of the row. */
export const listColumn = <Row extends object>(id: keyof Row & string, title: string, options: NonNullable<More['options']>, more: More = {}): RowColumn<Row> => ({ id, title, ...more, options, several: true, read: (row) => (row[id] as readonly string[]).join('、'), write: (row, typed) => ({ ...row, [id]: typed === '' ? [] : typed.split('、') }) })
