/** Draws an option of ECharts as SVG; loaded apart, because echarts is large. On paper it is drawn light, and the drawing takes the width of the sheet. */
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts'
import { AriaComponent, CalendarComponent, GridComponent, LegendComponent, TooltipComponent, VisualMapComponent } from 'echarts/components'
import { init, use as install, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

install([AriaComponent, BarChart, CalendarComponent, GridComponent, HeatmapChart, LegendComponent, LineChart, TooltipComponent, VisualMapComponent, SVGRenderer])

export interface EChartEvent { readonly seriesIndex?: number; readonly dataIndex?: number; readonly data?: { readonly at?: { readonly series: number; readonly label: number } } | undefined }
export interface EChartProps {
  readonly option: object
  readonly onPick?: ((event: EChartEvent) => void) | undefined
  /** Of lines and stacks: a press anywhere on the grid picks the nearest point or part, so that thin marks are hit too. */
  readonly nearest?: boolean
}

/** The point of the lines that is nearest to a place of the drawing, or the part of the stack that stands there or below it; undefined beside the grid. */
const nearestAt = (chart: EChartsType, x: number, y: number): EChartEvent | undefined => {
  if (!chart.containPixel('grid', [x, y])) return undefined
  const [column = 0, height = 0] = (chart.convertFromPixel({ gridIndex: 0 }, [x, y]) as number[]).map(Number)
  const dataIndex = Math.round(column)
  const series = (chart.getOption() as { readonly series?: readonly { readonly stack?: string; readonly data?: readonly unknown[] }[] }).series ?? []
  let sum = 0
  const distances = series.flatMap((one, seriesIndex) => {
    const value = one.data?.[dataIndex]
    if (typeof value !== 'number' || (one.stack !== undefined && value === 0)) return []
    if (one.stack === undefined) return [{ seriesIndex, distance: Math.abs(Number((chart.convertToPixel({ seriesIndex }, [dataIndex, value]) as number[])[1]) - y) }]
    const from = sum
    sum += value
    return [{ seriesIndex, distance: height < from ? from - height : height > sum ? height - sum : 0 }]
  })
  const best = distances.toSorted((a, b) => a.distance - b.distance)[0]
  return best === undefined ? undefined : { seriesIndex: best.seriesIndex, dataIndex }
}

/** The drawing tells its size, so that it can be scaled to a sheet of paper. */
const tellSize = (place: HTMLElement, chart: EChartsType): void => {
  for (const svg of place.querySelectorAll(':scope > div > svg')) svg.setAttribute('viewBox', `0 0 ${String(chart.getWidth())} ${String(chart.getHeight())}`)
}

const EChart = ({ option, onPick, nearest = false }: EChartProps) => {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const pick = useRef(onPick)
  useEffect(() => {
    pick.current = onPick
  })
  useEffect(() => {
    if (place.current === null) return
    const box = place.current
    const made = init(box, undefined, { renderer: 'svg' })
    chart.current = made
    if (nearest) made.getZr().on('click', ({ offsetX, offsetY }) => { const event = nearestAt(made, offsetX, offsetY); if (event !== undefined) pick.current?.(event) })
    else made.on('click', (event) => pick.current?.({ ...(event.seriesIndex !== undefined && { seriesIndex: event.seriesIndex }), dataIndex: event.dataIndex, data: event.data as NonNullable<EChartEvent['data']> }))
    const watch = new ResizeObserver(() => { if (matchMedia('print').matches) return; made.resize(); tellSize(box, made) })
    watch.observe(box)
    return () => {
      watch.disconnect()
      made.dispose()
      chart.current = undefined
    }
  }, [nearest])
  useEffect(() => {
    if (chart.current === undefined || place.current === null) return
    // Words are measured in the font in which they are drawn.
    const given = option as EChartsCoreOption & { readonly textStyle?: object }
    chart.current.setOption({ ...given, textStyle: { ...given.textStyle, fontFamily: getComputedStyle(place.current).fontFamily } }, true)
    tellSize(place.current, chart.current)
  }, [option, nearest])
  return <div ref={place} className="chart-place" />
}

export default EChart
