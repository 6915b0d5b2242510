import type { Section } from '../../../../domain/burial/placement/actions.ts'

/** A section as it is typed: how many rows (racks) of how many plots, from which number on. */
export interface LayoutForm {
  readonly code: string
  readonly name: string
  readonly what: Section['what']
  readonly form: Section['form']
  readonly size: Section['size']
  readonly capacity: string
  /** m² with two places at most, cm. */
  readonly area: string
  readonly stele: string
  readonly eco: boolean
  /** Name of the first row; numbers go on from it, letters alike. */
  readonly firstRow: string
  readonly rows: string
  readonly levels: string
  readonly columns: string
}

export const emptyLayout: LayoutForm = { code: '', name: '', what: 'plot', form: 'ashes', size: 'double', capacity: '2', area: '0.8', stele: '80', eco: false, firstRow: '1', rows: '10', levels: '6', columns: '20' }

const whole = (typed: string, least: number, most: number): number | undefined => {
  const value = /^\d{1,6}$/.test(typed.trim()) ? Number(typed.trim()) : undefined
  return value !== undefined && value >= least && value <= most ? value : undefined
}

/** Square metres as typed in whole dm² (0.8 → 80); undefined where it is no area of two places at most. */
export const readArea = (typed: string): number | undefined => {
  const parts = /^(\d{1,2})(?:\.(\d{1,2}))?$/.exec(typed.trim())
  return parts === null ? undefined : Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}

/** The names of so many rows from the first: 1, 2, 3 … or A, B, C …; undefined where they cannot go on. */
export const rowNames = (first: string, count: number): readonly string[] | undefined => {
  const name = first.trim()
  const digits = /^(.*?)(\d+)$/u.exec(name)
  if (digits !== null) {
    const start = Number(digits[2])
    const width = (digits[2] ?? '').startsWith('0') ? (digits[2] ?? '').length : 0
    return Array.from({ length: count }, (_, index) => `${digits[1] ?? ''}${String(start + index).padStart(width, '0')}`)
  }
  if (/^[A-Z]$/.test(name) && name.charCodeAt(0) + count - 1 <= 90) return Array.from({ length: count }, (_, index) => String.fromCharCode(name.charCodeAt(0) + index))
  return count === 1 && /^[^/\s]{1,10}$/u.test(name) ? [name] : undefined
}

/** The section that a form describes, or the path of the first field that stands in its way. */
export const sectionOf = (form: LayoutForm): { readonly section: Section } | { readonly wrong: keyof LayoutForm } => {
  const wrong = (field: keyof LayoutForm) => ({ wrong: field })
  if (!/^[^/\s]{1,20}$/u.test(form.code.trim())) return wrong('code')
  if (form.name.trim() === '') return wrong('name')
  const capacity = whole(form.capacity, 1, 12)
  if (capacity === undefined) return wrong('capacity')
  const areaDm2 = form.what === 'niche' ? 0 : readArea(form.area)
  if (areaDm2 === undefined) return wrong('area')
  const steleCm = form.what === 'niche' ? 0 : whole(form.stele, 0, 1000)
  if (steleCm === undefined) return wrong('stele')
  const rows = whole(form.rows, 1, 2000)
  if (rows === undefined) return wrong('rows')
  const names = rowNames(form.firstRow, rows)
  if (names === undefined || names.some((name) => !/^[^/\s]{1,10}$/u.test(name))) return wrong('firstRow')
  const levels = form.what === 'niche' ? whole(form.levels, 1, 60) : 1
  if (levels === undefined) return wrong('levels')
  const columns = whole(form.columns, 1, 2000)
  if (columns === undefined) return wrong('columns')
  return { section: { code: form.code.trim(), name: form.name.trim(), what: form.what, form: form.form, size: form.size, capacity, areaDm2, steleCm, eco: form.eco, rows: names.map((row) => ({ row, levels, columns })) } }
}
