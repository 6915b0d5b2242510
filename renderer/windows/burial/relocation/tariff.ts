import type { RelocationTariff } from '../../../../domain/burial/relocation/tariff.ts'
import type { GraveType } from '../../../../domain/burial/relocation/codes.ts'

/** A tariff as it is typed; amounts in fen as soon as they are one. */
export interface TariffForm {
  readonly id: string
  readonly title: string
  readonly document: string
  readonly documentNumber: string
  readonly source: string
  readonly verified: boolean
  readonly rows: readonly { readonly type: GraveType; readonly size: 'single' | 'double' | 'any'; readonly fen: number | undefined }[]
  readonly steps: readonly { readonly days: string; readonly percent: string }[]
  readonly cellRewardFen: number | undefined
  readonly cellPlotFen: number | undefined
}

export const emptyTariff: TariffForm = { id: '', title: '', document: '', documentNumber: '', source: '', verified: false, rows: [{ type: 'earth', size: 'single', fen: undefined }, { type: 'earth', size: 'double', fen: undefined }], steps: [], cellRewardFen: 0, cellPlotFen: 0 }

/** A shipped tariff to be changed: a copy, whose words are in the language of the documents. */
export const formOf = (tariff: RelocationTariff): TariffForm => ({ ...tariff, title: tariff.title.zh, rows: tariff.rows.map((row) => ({ ...row })), steps: tariff.steps.map(({ days, percent }) => ({ days: String(days), percent: String(percent) })) })

/** The tariff of a form, or the path of the first field that stands in its way. */
export const tariffOf = (form: TariffForm, shipped: RelocationTariff | undefined): { readonly tariff: RelocationTariff } | { readonly wrong: string } => {
  if (form.title.trim() === '') return { wrong: 'tariff.title' }
  if (form.source.trim() === '') return { wrong: 'tariff.source' }
  if (form.rows.length === 0) return { wrong: 'tariff.rows' }
  const open = form.rows.findIndex((row) => row.fen === undefined)
  if (open >= 0) return { wrong: `rows.${String(open)}` }
  const step = form.steps.findIndex(({ days, percent }) => !/^[1-9]\d{0,3}$/.test(days.trim()) || !/^[1-9]\d{0,2}$/.test(percent.trim()) || Number(percent) > 100)
  if (step >= 0) return { wrong: `steps.${String(step)}` }
  if (form.cellRewardFen === undefined) return { wrong: 'tariff.cellRewardFen' }
  if (form.cellPlotFen === undefined) return { wrong: 'tariff.cellPlotFen' }
  const same = shipped !== undefined && shipped.title.zh === form.title.trim()
  return {
    tariff: {
      id: form.id.trim() === '' ? 'own' : form.id, title: same ? shipped.title : { zh: form.title.trim(), en: form.title.trim() }, document: form.document.trim(), documentNumber: form.documentNumber.trim(), source: form.source.trim(), verified: form.verified,
      rows: form.rows.map(({ type, size, fen }) => ({ type, size, fen: fen ?? 0 })), steps: form.steps.map(({ days, percent }) => ({ days: Number(days), percent: Number(percent) })), cellRewardFen: form.cellRewardFen, cellPlotFen: form.cellPlotFen,
    },
  }
}
