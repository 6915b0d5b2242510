/** What a picture of the api looks like as an option of ECharts; pure, so that tests can read it. */
import type { Picture } from '../../api/schemas/reports.ts'
import type { Language, Text } from '../../domain/text.ts'
import type { Shade } from '../theme.ts'
import { around, dashes, decals, inks, rampColours, seriesColours, shapes } from './palette.ts'

export interface Look {
  readonly shade: Shade
  /** Of the type, in px. */
  readonly size: number
  readonly language: Language
}

const groups = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 })
/** Says whether values are shares: those are never rounded up, so that nothing but a whole is 100. */
export const isShare = ({ unit }: Pick<Picture, 'unit'>): boolean => unit.zh === '%'
/** A value of a picture in words; a dash where there is none. */
export const valueWords = (value: number | null | undefined, share: boolean): string => (value === null || value === undefined ? '—' : share ? `${(Math.floor(value * 100 + 1e-9) / 100).toFixed(2)}%` : value < 0 ? `−${groups.format(-value)}` : groups.format(value))

/** A picture of several units as pictures of one each: units never share an axis. */
export const splitByUnit = (picture: Picture): readonly Picture[] => {
  const byUnit = Map.groupBy(picture.series, ({ unit }) => (unit ?? picture.unit).zh)
  return byUnit.size <= 1 && picture.series[0]?.unit === undefined ? [picture] : [...byUnit.values()].map((series) => ({ ...picture, unit: series[0]?.unit ?? picture.unit, series }))
}

/** Rows that a ranking draws at most; the table has them all. */
export const mostRanked = 20
/** What of a picture is drawn. */
export const drawnPart = (picture: Picture): Picture =>
  picture.form !== 'ranked' || picture.labels.length <= mostRanked ? picture : { ...picture, labels: picture.labels.slice(0, mostRanked), series: picture.series.map((one) => ({ ...one, values: one.values.slice(0, mostRanked), open: one.open.slice(0, mostRanked) })) }

/** The place of a mark: which label of which series. */
export interface Mark {
  readonly series: number
  readonly label: number
}

const heightOf = { line: 260, row: 24, cell: 18 }
/** How high the drawing of a picture stands, in px of the normal type. */
export const drawingHeight = (picture: Picture): number => {
  switch (picture.form) {
    case 'calendar': return 70 + 7 * heightOf.cell
    case 'grid': return 64 + Math.max(4, picture.series.length) * 30
    case 'ranked': return 60 + picture.labels.length * Math.max(heightOf.row, picture.series.length * 16)
    default: return heightOf.line
  }
}

const highest = (picture: Picture): number => Math.max(1, ...picture.series.flatMap(({ values }) => values.map((value) => value ?? 0)))
/** The days that stand highest in a calendar, the first ones of equals; none that stand for nothing. */
export const peaksOf = (picture: Picture, most = 5): readonly Mark[] =>
  picture.series.flatMap(({ values }, series) => values.map((value, label) => ({ series, label, value: value ?? 0 }))).filter(({ value }) => value > 0).toSorted((a, b) => b.value - a.value || a.label - b.label).slice(0, most).map(({ series, label }) => ({ series, label }))

const spanOf = (days: readonly string[]): readonly [string, string] => [days[0] ?? '', days.at(-1) ?? '']
const weekdayNames = { zh: ['日', '一', '二', '三', '四', '五', '六'], en: ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'] }
const monthNames = { zh: Array.from({ length: 12 }, (_, index) => `${String(index + 1)}月`), en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] }

interface Hit { readonly seriesIndex?: number; readonly dataIndex?: number; readonly marker?: string; readonly data?: { readonly at?: Mark } }

/** The mark that an event of the drawing was on. */
export const markOf = (hit: Hit): Mark | undefined => hit.data?.at ?? (hit.seriesIndex === undefined || hit.dataIndex === undefined ? undefined : { series: hit.seriesIndex, label: hit.dataIndex })

/** The option that draws a picture. */
export const pictureOption = (picture: Picture, { shade, size, language }: Look): object => {
  const say = (text: Text): string => text[language]
  const share = isShare(picture)
  const unit = share ? '' : ` ${say(picture.unit)}`
  const { ink, quiet, line, panel } = inks[shade]
  const ramp = rampColours[shade]
  const titles = picture.labels.map(({ title }) => say(title))
  const top = highest(picture)
  const font = size - 2
  const markWords = ({ series, label }: Mark): string => {
    const of = picture.series[series]
    return [titles[label] ?? '', `${picture.series.length > 1 && of !== undefined ? `${say(of.title)} ` : ''}${valueWords(of?.values[label], share)}${unit}`].join('\n')
  }
  const tooltip = { renderMode: 'richText', confine: true, backgroundColor: panel, borderColor: line, borderWidth: 1, textStyle: { color: ink, fontSize: size - 1 } }
  const base = { animation: false, color: [...seriesColours[shade]], textStyle: { fontSize: font, color: ink }, aria: { enabled: true, label: { enabled: false } } }
  const axisLabel = { color: quiet, fontSize: font, hideOverlap: true }
  const values = { type: 'value', ...(share ? { max: 100 } : { minInterval: 1 }), axisLabel: { ...axisLabel, ...(share && { formatter: '{value}%' }) }, splitLine: { lineStyle: { color: line } } }
  const category = (data: readonly string[]) => ({ type: 'category', data: [...data], axisLabel, axisLine: { lineStyle: { color: line } }, axisTick: { show: false } })
  const legend = picture.series.length > 1 ? { legend: { top: 0, left: 0, itemWidth: 26, itemGap: 14, textStyle: { color: ink, fontSize: font }, inactiveColor: quiet, data: picture.series.map(({ title }) => say(title)) } } : {}
  const grid = { left: 8, right: 14, top: picture.series.length > 1 ? 40 : 32, bottom: 4, containLabel: true }
  const visualMap = { type: 'continuous', min: 0, max: top, calculable: false, inRange: { color: [...ramp] }, text: [groups.format(top), '0'], textStyle: { color: quiet, fontSize: font }, orient: 'horizontal', right: 8, top: 0, itemWidth: 12, itemHeight: 120 }
  const onAxis = { ...tooltip, trigger: 'axis', formatter: (points: readonly Hit[]) => {
    const label = points[0]?.dataIndex ?? 0
    return [titles[label] ?? '', ...picture.series.map((of) => `${picture.series.length > 1 ? `${say(of.title)} ` : ''}${valueWords(of.values[label], share)}${unit}`)].join('\n')
  } }
  const onItem = { ...tooltip, trigger: 'item', formatter: (hit: Hit) => { const mark = markOf(hit); return mark === undefined ? '' : markWords(mark) } }

  switch (picture.form) {
    case 'lines':
      return { ...base, ...legend, grid: { ...grid, right: 40 }, tooltip: onAxis, xAxis: { ...category(titles), boundaryGap: false }, yAxis: values, series: picture.series.map((of, index) => ({ type: 'line', name: say(of.title), data: of.values.map((value) => value ?? '-'), symbol: around(shapes, index), symbolSize: titles.length > 45 ? 4 : 7, showSymbol: titles.length <= 92, lineStyle: { width: 2, type: around(dashes, index) }, cursor: 'pointer', connectNulls: false })) }
    case 'bars':
    case 'stacked':
      return { ...base, ...legend, grid, tooltip: onAxis, xAxis: category(titles), yAxis: values, series: picture.series.map((of, index) => ({ type: 'bar', name: say(of.title), ...(picture.form === 'stacked' && { stack: 'all' }), data: of.values.map((value) => value ?? '-'), barMaxWidth: 30, itemStyle: { borderColor: panel, borderWidth: picture.series.length > 1 ? 1 : 0, ...(around(decals, index) !== null && picture.series.length > 1 && { decal: around(decals, index) }) }, cursor: 'pointer' })) }
    case 'ranked':
      return { ...base, ...legend, grid: { ...grid, right: 70 }, tooltip: onItem, xAxis: { ...values, splitNumber: 4 }, yAxis: { ...category(titles), inverse: true, axisLabel: { ...axisLabel, color: ink, hideOverlap: false, interval: 0, width: 22 * size, overflow: 'truncate' } }, series: picture.series.map((of, index) => ({ type: 'bar', name: say(of.title), data: of.values.map((value) => value ?? '-'), barMaxWidth: 16, itemStyle: { ...(around(decals, index) !== null && picture.series.length > 1 && { decal: around(decals, index) }) }, label: { show: true, position: 'right', color: ink, fontSize: font, formatter: ({ dataIndex }: Hit) => valueWords(of.values[dataIndex ?? 0], share) }, cursor: 'pointer' })) }
    case 'grid': {
      const rows = picture.series.map(({ title }) => say(title))
      return {
        ...base, grid: { left: 8, right: 14, top: 34, bottom: 4, containLabel: true }, tooltip: onItem, visualMap,
        xAxis: { ...category(titles), position: 'bottom', splitArea: { show: false } }, yAxis: { ...category(rows), inverse: true, axisLabel: { ...axisLabel, color: ink, interval: 0 } },
        series: [{
          type: 'heatmap', cursor: 'pointer', itemStyle: { borderColor: panel, borderWidth: 2 }, label: { show: true, fontSize: font },
          data: picture.series.flatMap(({ values: row }, series) => row.map((value, label) => ({ value: [label, series, value ?? 0], at: { series, label }, label: { formatter: (value ?? 0) === 0 ? '' : groups.format(value ?? 0), color: darkAt(value ?? 0, top, shade) ? '#FFFFFF' : '#1A1918' } }))),
        }],
      }
    }
    case 'calendar':
      return {
        ...base, tooltip: onItem, visualMap: { ...visualMap, right: undefined, left: 44 },
        calendar: [{
          top: 62, left: 44, right: 14, cellSize: ['auto', heightOf.cell], range: [...spanOf(picture.labels.map(({ id }) => id))], orient: 'horizontal',
          itemStyle: { color: 'transparent', borderColor: line, borderWidth: 1 }, splitLine: { lineStyle: { color: quiet, width: 1 } }, yearLabel: { show: false }, dayLabel: { color: quiet, fontSize: font - 1, firstDay: 1, nameMap: weekdayNames[language] },
          // The first month and every January say their year.
          monthLabel: { color: quiet, fontSize: font, formatter: ({ yyyy, M }: { readonly yyyy: string; readonly M: string | number }) => { const month = monthNames[language][Number(M) - 1] ?? ''; return Number(M) === 1 || picture.labels[0]?.id.startsWith(`${yyyy}-${String(M).padStart(2, '0')}`) === true ? (language === 'zh' ? `${yyyy}年${month}` : `${month} ${yyyy}`) : month } },
        }],
        series: [{
          type: 'heatmap', coordinateSystem: 'calendar', calendarIndex: 0, cursor: 'pointer', itemStyle: { borderColor: panel, borderWidth: 1 },
          data: picture.series.flatMap(({ values: days }, series) => days.flatMap((value, label) => (value === null ? [] : [{ value: [picture.labels[label]?.id ?? '', value], at: { series, label } }]))),
        }],
      }
  }
}

/** Says whether the ground of a cell is so dark that its words must be white. */
export const darkAt = (value: number, top: number, shade: Shade): boolean => (shade === 'light' ? value / top > 0.55 : value / top < 0.62)
