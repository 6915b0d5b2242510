import type { Shade } from '../theme.ts'

/** Colours of series, told apart by the eyes of the colour-blind too: by lightness first, and drawings add dashes, shapes or hatching. Each stands out from the panel by 3:1 (WCAG 1.4.11). */
export const seriesColours: Readonly<Record<Shade, readonly string[]>> = {
  light: ['#A81E26', '#1B4F8A', '#A98200', '#00735C', '#6A3D9A', '#4A4A4A', '#0A7E9E', '#B0447A'],
  dark: ['#EE7F7B', '#8FC1F2', '#F0D37A', '#7BE0C4', '#C7A6EE', '#D2D0CC', '#4FB9D6', '#F0A3C8'],
}

/** From little to much in one hue, so that lightness alone tells; the first stands for nothing. */
export const rampColours: Readonly<Record<Shade, readonly string[]>> = {
  light: ['#F4F3F0', '#F6DCD3', '#E9A893', '#D06D5C', '#B4232A', '#6E0F16'],
  dark: ['#262422', '#4A2D2B', '#7C3E3B', '#B4555A', '#E58A86', '#FBD3CB'],
}

/** Ink, quiet ink, lines and ground of a drawing. */
export const inks: Readonly<Record<Shade, { readonly ink: string; readonly quiet: string; readonly line: string; readonly panel: string }>> = {
  light: { ink: '#2B2A28', quiet: '#555250', line: '#DAD6CF', panel: '#FFFFFF' },
  dark: { ink: '#E4E2DE', quiet: '#B9B5AF', line: '#3F3C38', panel: '#1E1D1C' },
}

/** Dashes of lines, in the order of the series. */
export const dashes: readonly (string | readonly number[])[] = ['solid', [7, 4], [2, 3], [10, 3, 2, 3], [4, 2], [12, 4], [1, 4], [7, 2, 2, 2, 2, 2]]
/** Shapes of points, in the order of the series. */
export const shapes: readonly string[] = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle', 'emptyDiamond']
/** Hatching of bars beside others: the first is plain. */
export const decals: readonly (object | null)[] = [
  null,
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 5], rotation: -0.785, color: 'rgba(255,255,255,0.45)' },
  { symbol: 'circle', dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], symbolSize: 0.55, color: 'rgba(255,255,255,0.55)' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: 0.785, color: 'rgba(255,255,255,0.6)' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: 0, color: 'rgba(255,255,255,0.4)' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: 1.5708, color: 'rgba(255,255,255,0.45)' },
  { symbol: 'triangle', dashArrayX: [[9, 9], [0, 9, 9, 0]], dashArrayY: [9, 0], symbolSize: 0.6, color: 'rgba(255,255,255,0.55)' },
  { symbol: 'rect', dashArrayX: [[4, 4], [0, 4, 4, 0]], dashArrayY: [4, 0], color: 'rgba(255,255,255,0.4)' },
]

/** The member of a list at a place, from the beginning again after its end. */
export const around = <Value,>(list: readonly Value[], index: number): Value => list[index % list.length] as Value
