/** The drawing of a Chart; loaded apart, because echarts is large. */
import { BarChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use as install, type EChartsType } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { ChartProps } from './Chart.tsx'
import { usePreferences, useShade } from './preferences.ts'

install([BarChart, GridComponent, TooltipComponent, SVGRenderer])

const hues = { light: ['#B4232A', '#3B5B7A', '#8F7A4A'], dark: ['#D9666A', '#8FB0D0', '#C9B37A'] } as const

interface Point {
  readonly dataIndex: number
  readonly seriesName: string
  readonly value: number
}
const pointWords = (points: readonly Point[], labels: readonly string[], unit: string): string => [labels[points[0]?.dataIndex ?? 0] ?? '', ...points.map((point) => `${point.seriesName} ${String(point.value)} ${unit}`)].join('\n')

const Drawing = ({ labels, series, unit, onPick, longLabels = labels }: ChartProps) => {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const pick = useRef(onPick)
  const shade = useShade()
  const { size } = usePreferences()
  useEffect(() => {
    pick.current = onPick
  })
  useEffect(() => {
    if (place.current === null) return
    const made = init(place.current, undefined, { renderer: 'svg' })
    chart.current = made
    made.on('click', (event) => pick.current?.(event.dataIndex))
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(place.current)
    return () => {
      watch.disconnect()
      made.dispose()
      chart.current = undefined
    }
  }, [])
  useEffect(() => {
    const ink = shade === 'light' ? '#444' : '#C8C6C2'
    const line = shade === 'light' ? '#E4E1DC' : '#3A3835'
    chart.current?.setOption(
      {
        animation: false,
        color: [...hues[shade]],
        textStyle: { fontFamily: 'inherit', fontSize: size - 2 },
        grid: { left: 8, right: 8, top: 12, bottom: 4, containLabel: true },
        tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: shade === 'light' ? '#fff' : '#2A2826', borderColor: line, textStyle: { color: ink, fontSize: size - 1 }, formatter: (points: unknown) => pointWords(points as Point[], longLabels, unit) },
        xAxis: { type: 'category', data: [...labels], axisLabel: { color: ink, hideOverlap: true }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false } },
        yAxis: { type: 'value', minInterval: 1, axisLabel: { color: ink }, splitLine: { lineStyle: { color: line } } },
        series: series.map((one) => ({ type: 'bar', stack: 'all', name: one.name, data: [...one.values], barMaxWidth: 26, cursor: onPick === undefined ? 'default' : 'pointer' })),
      },
      true,
    )
  }, [labels, series, unit, shade, size, longLabels, onPick])
  return <div ref={place} className="chart-place" />
}

export default Drawing
