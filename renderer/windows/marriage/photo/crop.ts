/** Geometry of the photo crop: the joint photo is 53 mm wide and 35 mm high, printed at 300 dpi or more. */
export const photoMillimetres = { width: 53, height: 35 } as const
export const photoRatio = photoMillimetres.width / photoMillimetres.height
/** Pixels of 53 × 35 mm at 300 dpi, rounded up: 626 × 414. */
export const leastPixels = { width: Math.ceil((photoMillimetres.width / 25.4) * 300), height: Math.ceil((photoMillimetres.height / 25.4) * 300) } as const

export interface Size { readonly width: number; readonly height: number }
/** A box on the picture, in the picture's own pixels. */
export interface Box extends Size { readonly x: number; readonly y: number }

/** Dots per inch a box gives on paper. */
export const dpiOf = (box: Size): number => (box.width / photoMillimetres.width) * 25.4

/** Says whether a picture holds a box of 300 dpi at all. */
export const largeEnough = (picture: Size): boolean => picture.width >= leastPixels.width && picture.height >= leastPixels.height

const widest = (picture: Size): number => Math.min(picture.width, picture.height * photoRatio)
const least = (picture: Size): number => Math.min(widest(picture), Math.max(leastPixels.width, leastPixels.height * photoRatio))
const clamp = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), Math.max(from, to))

/** A box of a width about a centre, kept inside the picture, its ratio locked, never under 300 dpi. */
export const boxAbout = (picture: Size, centre: { readonly x: number; readonly y: number }, width: number): Box => {
  const w = clamp(width, least(picture), widest(picture))
  const h = w / photoRatio
  return { x: clamp(centre.x - w / 2, 0, picture.width - w), y: clamp(centre.y - h / 2, 0, picture.height - h), width: w, height: h }
}

/** The largest box, in the middle across and a little above the middle down, where faces are. */
export const firstBox = (picture: Size): Box => boxAbout(picture, { x: picture.width / 2, y: picture.height * 0.46 }, widest(picture))

const centreOf = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })

/** Moves the box by picture pixels, stopped by the edges. */
export const moved = (picture: Size, box: Box, dx: number, dy: number): Box => {
  const centre = centreOf(box)
  return boxAbout(picture, { x: centre.x + dx, y: centre.y + dy }, box.width)
}

/** Makes the box smaller (factor < 1: the couple larger on the photo) or wider about its centre. */
export const zoomed = (picture: Size, box: Box, factor: number): Box => boxAbout(picture, centreOf(box), box.width * factor)

/** How far the crop is zoomed: 1 is the whole picture, more is closer. */
export const zoomOf = (picture: Size, box: Box): number => widest(picture) / box.width
export const mostZoom = (picture: Size): number => widest(picture) / least(picture)

/** Arrow keys move by a hundredth of the box (Shift: a tenth), + and − zoom by 3 %, Home goes back to the first box; undefined for other keys. */
export const keyCrop = (picture: Size, box: Box, key: string, shift: boolean): Box | undefined => {
  const step = box.width / (shift ? 10 : 100)
  switch (key) {
    case 'ArrowLeft': return moved(picture, box, -step, 0)
    case 'ArrowRight': return moved(picture, box, step, 0)
    case 'ArrowUp': return moved(picture, box, 0, -step)
    case 'ArrowDown': return moved(picture, box, 0, step)
    case '+': case '=': case 'PageUp': return zoomed(picture, box, 1 / 1.03)
    case '-': case '_': case 'PageDown': return zoomed(picture, box, 1.03)
    case 'Home': return firstBox(picture)
    default: return undefined
  }
}

/** Pixels of the picture that is stored: the crop's own, at most 600 dpi, so that nothing is made up and nothing is needlessly large. */
export const outputSize = (box: Box): Size => {
  const most = Math.round((photoMillimetres.width / 25.4) * 600)
  const width = Math.max(leastPixels.width, Math.min(Math.round(box.width), most))
  return { width, height: Math.max(leastPixels.height, Math.round(width / photoRatio)) }
}
