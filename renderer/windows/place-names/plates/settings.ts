import type { EstateNumbering, StreetNumbering } from '../../../../domain/place-names/plates/settings.ts'

/** Settings of a street as typed: numbers are texts until they read. */
export type StreetForm = Omit<StreetNumbering, 'spacingMetres' | 'reserveMetres' | 'first'> & { readonly spacingMetres: string; readonly reserveMetres: string; readonly first: string }
export type EstateForm = Omit<EstateNumbering, 'rowMetres' | 'first'> & { readonly rowMetres: string; readonly first: string }

export const streetForm = (of: StreetNumbering): StreetForm => ({ ...of, spacingMetres: String(of.spacingMetres), reserveMetres: String(of.reserveMetres), first: String(of.first) })
export const estateForm = (of: EstateNumbering): EstateForm => ({ ...of, rowMetres: String(of.rowMetres), first: String(of.first) })

const numberIn = (typed: string, least: number, most: number, whole = false): number | undefined => {
  const plain = typed.normalize('NFKC').trim()
  const value = Number(plain)
  return plain !== '' && Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value)) ? value : undefined
}
/** The parts of a form that do not read, by name; and the settings once all do. */
export const readStreet = (form: StreetForm): { readonly settings?: StreetNumbering; readonly wrong: readonly string[] } => {
  const [spacingMetres, reserveMetres, first] = [numberIn(form.spacingMetres, 0.1, 500), numberIn(form.reserveMetres, 0, 2000), numberIn(form.first, 1, 100_000, true)]
  const wrong = [spacingMetres === undefined ? 'spacingMetres' : '', reserveMetres === undefined ? 'reserveMetres' : '', first === undefined ? 'first' : ''].filter((part) => part !== '')
  return spacingMetres === undefined || reserveMetres === undefined || first === undefined ? { wrong } : { settings: { ...form, spacingMetres, reserveMetres, first }, wrong }
}
export const readEstate = (form: EstateForm): { readonly settings?: EstateNumbering; readonly wrong: readonly string[] } => {
  const [rowMetres, first] = [numberIn(form.rowMetres, 0.1, 500), numberIn(form.first, 1, 100_000, true)]
  const wrong = [rowMetres === undefined ? 'rowMetres' : '', first === undefined ? 'first' : ''].filter((part) => part !== '')
  return rowMetres === undefined || first === undefined ? { wrong } : { settings: { ...form, rowMetres, first }, wrong }
}
