/** Draws the plots of the board. A plot of a state, mark and size is drawn once and copied from then on; colour, pattern and letter each tell the state by themselves. */
import type { Shade } from '../../../../theme.ts'
import type { Filter, Letter, Mark, PlotMap } from './board.ts'
import { isLetter, letters, lets, marks, tileOf } from './board.ts'

/** What a drawing depends on besides the plots. */
export interface Look {
  readonly size: number
  readonly shade: Shade
  /** The letter of each state in the language of the desk. */
  readonly glyphs: Readonly<Record<Letter, string>>
  readonly font: string
}

interface Paint { readonly ground: string; readonly edge: string; readonly ink: string }

/** Ground, edge and ink of each state; ink on ground keeps 4.5:1 in both shades, edges 3:1 to the page. */
export const paints: Readonly<Record<Shade, Readonly<Record<Letter, Paint>>>> = {
  light: {
    f: { ground: '#ffffff', edge: '#8a8680', ink: '#5f5b55' }, r: { ground: '#fbe9b7', edge: '#9a6a00', ink: '#5a3d00' }, c: { ground: '#cfe2f5', edge: '#2f6299', ink: '#163f6b' }, p: { ground: '#cfe8d5', edge: '#2f7a45', ink: '#14502a' },
    o: { ground: '#2f6b45', edge: '#1d4a2e', ink: '#ffffff' }, d: { ground: '#e6d9f0', edge: '#74509a', ink: '#4b2b70' }, v: { ground: '#f0e3d6', edge: '#94683c', ink: '#5f3b16' }, b: { ground: '#5b5955', edge: '#383633', ink: '#ffffff' },
  },
  dark: {
    f: { ground: '#1e1d1c', edge: '#85817b', ink: '#b5b1ab' }, r: { ground: '#54400f', edge: '#d9a93f', ink: '#ffe4a3' }, c: { ground: '#1c3a58', edge: '#7fb0e0', ink: '#cfe6ff' }, p: { ground: '#1c4229', edge: '#6fbf84', ink: '#c8f0d3' },
    o: { ground: '#8fcf9f', edge: '#c5ecce', ink: '#0d2a16' }, d: { ground: '#40295c', edge: '#b794dc', ink: '#ead8ff' }, v: { ground: '#4d331b', edge: '#d09c66', ink: '#ffe0c2' }, b: { ground: '#a3a09b', edge: '#d5d2cd', ink: '#1b1a19' },
  },
}
const markPaint: Readonly<Record<Shade, Readonly<Record<Exclude<Mark, ''>, string>>>> = {
  light: { within12: '#c98200', within6: '#d3482b', expired: '#a8141c' },
  dark: { within12: '#ffc04d', within6: '#ff8a66', expired: '#ff6b6b' },
}

/** The panel the board lies on. */
const panels: Readonly<Record<Shade, string>> = { light: '#ffffff', dark: '#1e1d1c' }

type Pen = CanvasRenderingContext2D

/** The pattern of a state, seen where a plot is too small for its letter and without colours. */
const pattern = (pen: Pen, letter: Letter, inner: number, from: number): void => {
  const to = from + inner
  const middle = from + inner / 2
  pen.beginPath()
  switch (letter) {
    case 'f': break
    case 'o': break
    case 'r':
      pen.arc(middle, middle, Math.max(1.3, inner * 0.16), 0, Math.PI * 2)
      pen.fill()
      break
    case 'c':
      pen.moveTo(from, to)
      pen.lineTo(to, from)
      break
    case 'p':
      pen.rect(from, middle, inner, inner / 2)
      pen.fill()
      break
    case 'd':
      pen.moveTo(from, from)
      pen.lineTo(to, to)
      pen.moveTo(to, from)
      pen.lineTo(from, to)
      break
    case 'v':
      pen.moveTo(from, middle)
      pen.lineTo(to, middle)
      break
    case 'b':
      pen.moveTo(middle, from)
      pen.lineTo(middle, to)
      pen.moveTo(from, middle)
      pen.lineTo(to, middle)
      break
  }
  pen.stroke()
}

/** Draws one plot at a point of the canvas. */
const drawPlot = (pen: Pen, { size, shade, glyphs, font }: Look, letter: Letter, mark: Mark, dimmed: boolean): void => {
  const { ground, edge, ink } = paints[shade][letter]
  const gap = size >= 18 ? 1.5 : 1
  const inner = size - gap * 2
  pen.globalAlpha = dimmed ? 0.16 : 1
  pen.fillStyle = ground
  pen.fillRect(gap, gap, inner, inner)
  pen.strokeStyle = edge
  pen.lineWidth = 1
  pen.strokeRect(gap + 0.5, gap + 0.5, inner - 1, inner - 1)
  if (size < 18) {
    pen.fillStyle = letter === 'p' ? edge : ink
    pen.strokeStyle = ink
    pattern(pen, letter, inner - 4, gap + 2)
  } else {
    if (letter === 'p') {
      pen.fillStyle = edge
      pen.globalAlpha *= 0.35
      pen.fillRect(gap + 1, gap + inner * 0.62, inner - 2, inner * 0.38 - 1)
      pen.globalAlpha = dimmed ? 0.16 : 1
    } else if (letter === 'c' || letter === 'd') {
      pen.strokeStyle = edge
      pen.globalAlpha *= 0.45
      pattern(pen, letter, inner - 2, gap + 1)
      pen.globalAlpha = dimmed ? 0.16 : 1
    }
  }
  if (mark !== '') {
    pen.globalAlpha = dimmed ? 0.3 : 1
    pen.fillStyle = markPaint[shade][mark]
    const corner = size * (mark === 'expired' ? 0.42 : 0.34)
    pen.beginPath()
    pen.moveTo(size - gap, gap)
    pen.lineTo(size - gap, gap + corner)
    pen.lineTo(size - gap - corner, gap)
    pen.closePath()
    pen.fill()
    if (mark !== 'within12') {
      pen.strokeStyle = markPaint[shade][mark]
      pen.lineWidth = mark === 'expired' ? 2 : 1.5
      pen.strokeRect(gap + 1, gap + 1, inner - 2, inner - 2)
    }
  }
  // The letter lies on top; a free plot is an empty square, so that what is taken stands out.
  if (size >= 18 && letter !== 'f') {
    pen.globalAlpha = dimmed ? 0.16 : 1
    pen.fillStyle = ink
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.font = `600 ${String(Math.round(size >= 44 ? 17 : size * 0.6))}px ${font}`
    pen.fillText(glyphs[letter], size / 2, size >= 44 ? size * 0.38 : size * 0.53)
  }
  pen.globalAlpha = 1
}

const sheets = new Map<string, HTMLCanvasElement>()
const kinds = letters.length

/** The sheet of every plot of a look: states across, marks down, dimmed below. */
const sheetOf = (look: Look, scale: number): HTMLCanvasElement => {
  const key = [look.size, look.shade, scale, look.font, ...letters.map((letter) => look.glyphs[letter])].join('|')
  const known = sheets.get(key)
  if (known !== undefined) return known
  const sheet = document.createElement('canvas')
  sheet.width = Math.ceil(look.size * scale) * kinds
  sheet.height = Math.ceil(look.size * scale) * marks.length * 2
  const pen = sheet.getContext('2d')
  if (pen !== null) {
    const step = Math.ceil(look.size * scale)
    letters.forEach((letter, across) => {
      for (const dimmed of [false, true]) {
        marks.forEach((mark, down) => {
          pen.setTransform(scale, 0, 0, scale, across * step, (down + (dimmed ? marks.length : 0)) * step)
          drawPlot(pen, look, letter, mark, dimmed)
        })
      }
    })
  }
  if (sheets.size > 12) sheets.clear()
  sheets.set(key, sheet)
  return sheet
}

/** Width and height of one digit on the sheet of digits in px. */
const digit = { width: 7, height: 14 }

/** The sheet of the ten digits in the ink of every state: writing words is the dear part of a drawing. */
const digitsOf = (look: Look, scale: number): HTMLCanvasElement => {
  const key = `digits|${look.shade}|${String(scale)}|${look.font}`
  const known = sheets.get(key)
  if (known !== undefined) return known
  const sheet = document.createElement('canvas')
  sheet.width = Math.ceil(digit.width * scale) * 10
  sheet.height = Math.ceil(digit.height * scale) * kinds
  const pen = sheet.getContext('2d')
  if (pen !== null) {
    letters.forEach((letter, down) => {
      for (let value = 0; value < 10; value += 1) {
        pen.setTransform(scale, 0, 0, scale, value * Math.ceil(digit.width * scale), down * Math.ceil(digit.height * scale))
        pen.font = `11px ${look.font}`
        pen.textAlign = 'center'
        pen.textBaseline = 'middle'
        pen.fillStyle = paints[look.shade][letter].ink
        pen.fillText(String(value), digit.width / 2, digit.height / 2)
      }
    })
  }
  sheets.set(key, sheet)
  return sheet
}

/** Draws one tile of the board onto its canvas. */
export const drawTile = (canvas: HTMLCanvasElement, map: PlotMap, tile: { readonly row: number; readonly column: number }, look: Look, filter: Filter): void => {
  const { size } = look
  const counts = tileOf(size)
  const top = tile.row * counts.lines
  const left = tile.column * counts.columns
  const bottom = Math.min(map.lines.length, top + counts.lines)
  const right = Math.min(map.columns, left + counts.columns)
  const scale = Math.min(3, window.devicePixelRatio || 1)
  const step = Math.ceil(size * scale)
  const width = Math.max(1, Math.round((right - left) * size * scale))
  const height = Math.max(1, Math.round((bottom - top) * size * scale))
  // A canvas that is used again keeps its store where it can.
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  // Opaque: what lies under a tile need not be mixed into every frame.
  const pen = canvas.getContext('2d', { alpha: false })
  if (pen === null) return
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.globalAlpha = 1
  pen.fillStyle = panels[look.shade]
  pen.fillRect(0, 0, width, height)
  const sheet = sheetOf(look, scale)
  for (let line = top; line < bottom; line += 1) {
    const at = map.lines[line]
    if (at === undefined) continue
    const lineMarks = map.marks.get(line)
    const y = Math.round((line - top) * size * scale)
    const end = Math.min(right, at.states.length)
    for (let column = left; column < end; column += 1) {
      const letter = at.states[column] ?? 'f'
      if (!isLetter(letter)) continue
      const mark = lineMarks?.[column] ?? 0
      const shown = lets(filter, letter, marks[mark] ?? '')
      pen.drawImage(sheet, letters.indexOf(letter) * step, (mark + (shown ? 0 : marks.length)) * step, step, step, Math.round((column - left) * size * scale), y, step, step)
    }
  }
  if (size >= 44) {
    const digits = digitsOf(look, scale)
    const across = Math.ceil(digit.width * scale)
    const down = Math.ceil(digit.height * scale)
    for (let line = top; line < bottom; line += 1) {
      const states = map.lines[line]?.states ?? ''
      for (let column = left; column < Math.min(right, states.length); column += 1) {
        const letter = states[column] ?? 'f'
        if (!isLetter(letter)) continue
        pen.globalAlpha = lets(filter, letter, marks[map.marks.get(line)?.[column] ?? 0] ?? '') ? 1 : 0.3
        const number = String(column + 1)
        const x = Math.round(((column - left + 0.5) * size - (number.length * digit.width) / 2) * scale)
        const y = Math.round(((line - top + 0.76) * size - digit.height / 2) * scale)
        for (let place = 0; place < number.length; place += 1) pen.drawImage(digits, Number(number[place]) * across, letters.indexOf(letter) * down, across, down, x + place * across, y, across, down)
      }
    }
    pen.globalAlpha = 1
  }
  // A rule between racks, so that one sees where the next begins.
  if (map.niches) {
    pen.setTransform(scale, 0, 0, scale, 0, 0)
    pen.globalAlpha = 1
    pen.fillStyle = paints[look.shade].f.edge
    for (let line = Math.max(1, top); line < bottom; line += 1) if (map.lines[line]?.first === true) pen.fillRect(0, (line - top) * size - 1, (right - left) * size, 2)
  }
}

/** Draws one plot for the legend. */
export const drawSample = (canvas: HTMLCanvasElement, letter: Letter, mark: Mark, look: Look): void => {
  const scale = Math.min(3, window.devicePixelRatio || 1)
  canvas.width = Math.ceil(look.size * scale)
  canvas.height = Math.ceil(look.size * scale)
  const pen = canvas.getContext('2d')
  if (pen === null) return
  pen.setTransform(scale, 0, 0, scale, 0, 0)
  drawPlot(pen, look, letter, mark, false)
}
