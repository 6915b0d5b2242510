import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import { inForceOn } from '../../waiver/dates.ts'
import { areaWithin } from '../../waiver/eligibility.ts'
import type { BurialForm, CemeteryKind, PlotSize } from './codes.ts'

/** A limit on the size of a plot as one authority set it; article 34 of the regulation of 2026 fixes no figure and leaves it to a ministry standard. */
export interface PlotLimit {
  readonly id: string
  readonly document: Text
  /** GB/T 2260 codes; empty for the whole country. */
  readonly areas: readonly string[]
  readonly form: BurialForm
  readonly sizes: readonly PlotSize[]
  /** Only for these kinds; empty for all. */
  readonly kinds: readonly CemeteryKind[]
  /** First day, as far as it is known. */
  readonly from: string
  readonly to: string
  /** dm² (100 to the m²) and cm; null where the document sets none. */
  readonly mostAreaDm2: number | null
  readonly mostSteleCm: number | null
}

const notice1998 = text('民事发〔1998〕10号', 'Notice of the Ministry of Civil Affairs No. 10 of 1998')
const beijing = text('《北京市殡葬管理条例》', 'Beijing Funeral Regulation')
const henan = text('《河南省殡葬管理办法》', 'Henan Funeral Measures')
const zhengzhou = text('《郑州市殡葬管理条例》', 'Zhengzhou Funeral Regulation')
const jiangsu = text('《江苏省公墓管理办法》', 'Jiangsu Cemetery Measures')
const limit = (id: string, document: Text, areas: readonly string[], from: string, form: BurialForm, sizes: readonly PlotSize[], mostAreaDm2: number | null, mostSteleCm: number | null = null, kinds: readonly CemeteryKind[] = []): PlotLimit => ({ id, document, areas, form, sizes, kinds, from, to: '', mostAreaDm2, mostSteleCm })

/** The limits that are known by document; an office adds those of its own place. */
export const shippedLimits: readonly PlotLimit[] = [
  limit('CN-1998-ashes', notice1998, [], '1998', 'ashes', ['single', 'double'], 100),
  limit('CN-1998-body', notice1998, [], '1998', 'body', ['single'], 400),
  limit('CN-1998-bodies', notice1998, [], '1998', 'body', ['double'], 600),
  limit('BJ-2016-ashes', beijing, ['110000'], '2016', 'ashes', ['single', 'double'], 100),
  limit('BJ-2016-multi', beijing, ['110000'], '2016', 'ashes', ['multi'], 300),
  limit('HA-2012-ashes', henan, ['410000'], '2012', 'ashes', ['single', 'double'], 100),
  limit('HA-2012-body', henan, ['410000'], '2012', 'body', ['single'], 400),
  limit('HA-2012-bodies', henan, ['410000'], '2012', 'body', ['double'], 600),
  limit('ZZ-2018-ashes', zhengzhou, ['410100'], '2018', 'ashes', ['single', 'double', 'multi'], 100),
  limit('JS-2023-single', jiangsu, ['320000'], '2023-04-01', 'ashes', ['single'], 50),
  limit('JS-2023-double', jiangsu, ['320000'], '2023-04-01', 'ashes', ['double'], 80),
  limit('JS-2023-stele', jiangsu, ['320000'], '2023-04-01', 'ashes', ['single', 'double', 'multi'], null, 100, ['commercialCemetery']),
]

/** What is asked of a plot. */
export interface PlotMeasure {
  readonly area: string
  readonly kind: CemeteryKind
  readonly form: BurialForm
  readonly size: PlotSize
  readonly areaDm2: number
  readonly steleCm: number
}

/** The limits that hold for a plot laid out on a civil day; one whose first day is known by its year only is asked from the last day of that year. */
export const limitsOn = (limits: readonly PlotLimit[], plot: PlotMeasure, day: string): readonly PlotLimit[] =>
  limits.filter((entry) => entry.form === plot.form && entry.sizes.includes(plot.size) && (entry.kinds.length === 0 || entry.kinds.includes(plot.kind)) && (entry.areas.length === 0 || areaWithin(plot.area, entry.areas) === 'yes') && inForceOn(entry, day) === 'yes')

/** A limit that a plot goes beyond, and by how much of the limit (0.25 = a quarter over it). */
export interface LimitBreach {
  readonly limit: PlotLimit
  readonly field: 'areaDm2' | 'steleCm'
  readonly most: number
  readonly actual: number
  readonly over: number
}

/** Every limit a plot goes beyond on a day; none where nothing is fixed. */
export const breachesOn = (limits: readonly PlotLimit[], plot: PlotMeasure, day: string): readonly LimitBreach[] =>
  limitsOn(limits, plot, day).flatMap((entry) => [['areaDm2', entry.mostAreaDm2] as const, ['steleCm', entry.mostSteleCm] as const].flatMap(([field, most]) => (most === null || plot[field] <= most ? [] : [{ limit: entry, field, most, actual: plot[field], over: (plot[field] - most) / most }])))
