/** Geometry of a photo crop: the joint photo is 53 mm wide and 35 mm high, a single one 35 × 53, each printed at 300 dpi or more. */
export interface Size { readonly width: number; readonly height: number }
/** A box on the picture, in the picture's own pixels. */
export interface Box extends Size { readonly x: number; readonly y: number }

/** What a photo of a size in millimetres asks of its crop. */
export interface PhotoFormat {
  readonly millimetres: Size
  readonly ratio: number
  /** Pixels at 300 dpi, rounded up. */
  readonly leastPixels: Size
  /** Dots per inch a box gives on paper. */
  dpiOf(box: Size): number
  /** Says whether a picture holds a box of 300 dpi at all. */
  largeEnough(picture: Size): boolean
  /** A box of a width about a centre, kept inside the picture, its ratio locked, never under 300 dpi. */
  boxAbout(picture: Size, centre: { readonly x: number; readonly y: number }, width: number): Box
  /** The largest box, in the middle across and a little above the middle down, where faces are. */
  firstBox(picture: Size): Box
  /** Moves the box by picture pixels, stopped by the edges. */
  moved(picture: Size, box: Box, dx: number, dy: number): Box
  /** Makes the box smaller (factor < 1: the person larger on the photo) or wider about its centre. */
  zoomed(picture: Size, box: Box, factor: number): Box
  /** How far the crop is zoomed: 1 is the whole picture, more is closer. */
  zoomOf(picture: Size, box: Box): number
  mostZoom(picture: Size): number
  /** Arrow keys move by a hundredth of the box (Shift: a tenth), + and − zoom by 3 %, Home goes back to the first box; undefined for other keys. */
  keyCrop(picture: Size, box: Box, key: string, shift: boolean): Box | undefined
  /** Pixels of the picture that is stored: the crop's own, at most 600 dpi, so that nothing is made up and nothing is needlessly large. */
  outputSize(box: Box): Size
}

const clamp = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), Math.max(from, to))
const centreOf = (box: Box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
const pixelsAt = (millimetres: number, dpi: number): number => (millimetres / 25.4) * dpi

/** Makes the geometry of a format in millimetres. */
export const photoFormat = (millimetres: Size): PhotoFormat => {
  const ratio = millimetres.width / millimetres.height
  const leastPixels = { width: Math.ceil(pixelsAt(millimetres.width, 300)), height: Math.ceil(pixelsAt(millimetres.height, 300)) }
  const widest = (picture: Size): number => Math.min(picture.width, picture.height * ratio)
  const least = (picture: Size): number => Math.min(widest(picture), Math.max(leastPixels.width, leastPixels.height * ratio))
  const boxAbout: PhotoFormat['boxAbout'] = (picture, centre, width) => {
    const w = clamp(width, least(picture), widest(picture))
    const h = w / ratio
    return { x: clamp(centre.x - w / 2, 0, picture.width - w), y: clamp(centre.y - h / 2, 0, picture.height - h), width: w, height: h }
  }
  const firstBox: PhotoFormat['firstBox'] = (picture) => boxAbout(picture, { x: picture.width / 2, y: picture.height * 0.46 }, widest(picture))
  const moved: PhotoFormat['moved'] = (picture, box, dx, dy) => {
    const centre = centreOf(box)
    return boxAbout(picture, { x: centre.x + dx, y: centre.y + dy }, box.width)
  }
  const zoomed: PhotoFormat['zoomed'] = (picture, box, factor) => boxAbout(picture, centreOf(box), box.width * factor)
  return {
    millimetres, ratio, leastPixels, boxAbout, firstBox, moved, zoomed,
    dpiOf: (box) => (box.width / millimetres.width) * 25.4,
    largeEnough: (picture) => picture.width >= leastPixels.width && picture.height >= leastPixels.height,
    zoomOf: (picture, box) => widest(picture) / box.width,
    mostZoom: (picture) => widest(picture) / least(picture),
    keyCrop: (picture, box, key, shift) => {
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
    },
    outputSize: (box) => {
      const width = Math.max(leastPixels.width, Math.min(Math.round(box.width), Math.round(pixelsAt(millimetres.width, 600))))
      return { width, height: Math.max(leastPixels.height, Math.round(width / ratio)) }
    },
  }
}

/** The joint photo of a marriage certificate. */
export const jointFormat = photoFormat({ width: 53, height: 35 })
/** The single photo of a divorce certificate. */
export const singleFormat = photoFormat({ width: 35, height: 53 })
