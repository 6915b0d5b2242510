/** The drawing of a Chart: stacked bars, one series a kind. */
import { useMemo } from 'react'
import type { ChartProps } from './Chart.tsx'
import EChart from './EChart.tsx'
import { usePreferences, useShade } from './preferences.ts'

const hues = { light: ['#B4232A', '#3B5B7A', '#8F7A4A'], dark: ['#D9666A', '#8FB0D0', '#C9B37A'] } as const

interface Point {
  readonly dataIndex: number
  readonly seriesName: string
  readonly value: number
}
const pointWords = (points: readonly Point[], labels: readonly string[], unit: string): string => [labels[points[0]?.dataIndex ?? 0] ?? '', ...points.map((point) => `${point.seriesName} ${String(point.value)} ${unit}`)].join('\n')

const Drawing = ({ labels, series, unit, onPick, longLabels = labels }: ChartProps) => {
  const shade = useShade()
  const { size } = usePreferences()
  const opens = onPick !== undefined
  const option = useMemo(() => {
    const ink = shade === 'light' ? '#444' : '#C8C6C2'
    const line = shade === 'light' ? '#E4E1DC' : '#3A3835'
    return {
      animation: false,
      color: [...hues[shade]],
      textStyle: { fontSize: size - 2 },
      grid: { left: 8, right: 8, top: 12, bottom: 4, containLabel: true },
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: shade === 'light' ? '#fff' : '#2A2826', borderColor: line, textStyle: { color: ink, fontSize: size - 1 }, formatter: (points: unknown) => pointWords(points as Point[], longLabels, unit) },
      xAxis: { type: 'category', data: [...labels], axisLabel: { color: ink, hideOverlap: true }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false } },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { color: ink }, splitLine: { lineStyle: { color: line } } },
      series: series.map((one) => ({ type: 'bar', stack: 'all', name: one.name, data: [...one.values], barMaxWidth: 26, cursor: opens ? 'pointer' : 'default' })),
    }
  }, [labels, series, unit, shade, size, longLabels, opens])
  return <EChart option={option} onPick={onPick === undefined ? undefined : ({ dataIndex }) => { if (dataIndex !== undefined) onPick(dataIndex) }} />
}

export default Drawing
