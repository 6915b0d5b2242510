import type { Box } from '../../../../domain/place-names/gazetteer/geometry.ts'

/** The box to ask for so that some panning needs nothing new: as wide again as what is in sight, to six places. */
export const around = ([west, south, east, north]: Box, share = 0.5): Box => {
  const [x, y] = [(east - west) * share, (north - south) * share]
  const rounded = (value: number): number => Math.round(value * 1e6) / 1e6
  return [rounded(Math.max(-180, west - x)), rounded(Math.max(-90, south - y)), rounded(Math.min(180, east + x)), rounded(Math.min(90, north + y))]
}

/** Whether what was asked for still serves the sight: it holds it whole, and is not so much wider that lines in it are coarse. */
export const serves = (asked: Box, sight: Box): boolean => {
  const inside = asked[0] <= sight[0] && asked[1] <= sight[1] && asked[2] >= sight[2] && asked[3] >= sight[3]
  return inside && asked[2] - asked[0] <= (sight[2] - sight[0]) * 5
}
