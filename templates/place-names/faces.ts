import { placeNameRegulation } from '../../domain/place-names/law.ts'
import type { Plate } from '../../domain/place-names/plates/book.ts'
import type { PlateSize } from '../../domain/place-names/plates/settings.ts'
import { text } from '../../domain/text.ts'
import QRCode from 'qrcode'
import { digestOf, feet, mark, title } from '../case/parts.ts'
import type { PlateRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { pt, type Sheet } from '../sheet.ts'
import { approvedNames, casePaper, meant, required } from './facts.ts'

const blue = [0.02, 0.27, 0.62] as const
const white = 1
const red = [0.8, 0.05, 0.05] as const

/** Words as tall as a box allows, at most as wide; their ink stands in its middle. */
const fitted = (sheet: Sheet, field: string, x: number, y: number, width: number, height: number, words: string, colour: number | readonly [number, number, number], share = 0.72, font: 'hei' | 'heiBold' = 'heiBold'): void => {
  const printable = sheet.clean(field, words, font)
  if (printable === '') return
  const han = /\p{Script=Han}/u.test(printable)
  // capitals and figures are about 0.73 em tall, characters fill their em
  const tall = (height * share) / (han ? 1 : 0.73)
  const natural = sheet.width(printable, font, 100) / 100
  const size = Math.min(tall / pt, (width * 0.9) / natural)
  const baseline = y + height / 2 + (han ? 0.38 : 0.365) * size * pt
  sheet.text(field, x + width / 2, baseline, printable, { font, size, align: 'centre', colour })
}

/** A dimension line with its figure: across below a face, or along its left side. */
const dimension = (sheet: Sheet, x1: number, y1: number, x2: number, y2: number, words: string): void => {
  sheet.line(x1, y1, x2, y2, 0.12, { colour: 0.35 })
  const across = Math.abs(y1 - y2) < 1e-6
  for (const [x, y] of [[x1, y1], [x2, y2]] as const) sheet.line(x - (across ? 0 : 1.2), y - (across ? 1.2 : 0), x + (across ? 0 : 1.2), y + (across ? 1.2 : 0), 0.12, { colour: 0.35 })
  const middle = across ? [(x1 + x2) / 2, y1 + 4] as const : [x1 - 1.6, (y1 + y2) / 2 + 6] as const
  if (across) sheet.text('texts', middle[0], middle[1], words, { size: 8.5, align: 'centre', colour: 0.25 })
  else sheet.text('texts', middle[0], middle[1], words, { size: 8.5, colour: 0.25, turn: 90 })
}

/** A name sign: white on blue, the name in the upper three fifths, its spelling in the lower two. */
export const nameFace = (sheet: Sheet, x: number, y: number, width: number, height: number, fields: readonly [name: string, sign: string], name: string, sign: string): void => {
  sheet.fill(x, y, width, height, blue)
  fitted(sheet, fields[0], x, y, width, height * 0.6, name, white, 0.66)
  fitted(sheet, fields[1], x, y + height * 0.6, width, height * 0.4, sign, white, 0.5, 'hei')
}

interface Face { readonly type: Plate['type']; readonly name: string; readonly sign: string; readonly number: string; readonly qr: string; readonly qrShare: number }

/** The squares of a text a reader's phone takes, with white about them; the place of one where there is none yet. */
const drawQr = (sheet: Sheet, x: number, y: number, side: number, words: string): void => {
  sheet.fill(x, y, side, side, white)
  if (words === '') {
    sheet.frame(x + side * 0.06, y + side * 0.06, side * 0.88, side * 0.88, 0.15, { colour: 0.5, dash: [0.8, 0.8] })
    if (side > 9) sheet.text('texts', x + side / 2, y + side / 2 + 1, '二维码', { size: 7, align: 'centre', colour: 0.45 })
    return
  }
  const { modules } = QRCode.create(words, { errorCorrectionLevel: 'M' })
  const quiet = (4 * side) / (modules.size + 8)
  sheet.modules(x + quiet, y + quiet, side - 2 * quiet, modules.size, (row, column) => modules.get(row, column) !== 0)
}

/** A plate: a building's has its street at the left and its number, red on white, at the right; others the street above, the number large below it, white on blue. */
const plateFace = (sheet: Sheet, x: number, y: number, width: number, height: number, face: Face): void => {
  if (face.type === 'building') {
    nameFace(sheet, x, y, width * 0.6, height, ['name', 'sign'], face.name, face.sign)
    sheet.fill(x + width * 0.6, y, width * 0.4, height, white)
    sheet.frame(x, y, width, height, 0.3, { colour: blue })
    fitted(sheet, 'label', x + width * 0.6, y, width * 0.4, height, face.number, red, 0.72)
    return
  }
  sheet.fill(x, y, width, height, blue)
  const side = face.qrShare * height
  const room = side === 0 ? width : width - side - height * 0.08
  fitted(sheet, 'name', x, y + height * 0.05, room, height * 0.27, face.name, white, 0.8)
  fitted(sheet, 'label', x, y + height * 0.31, room, height * 0.45, face.number, white, 0.82)
  fitted(sheet, 'sign', x, y + height * 0.77, room, height * 0.18, face.sign, white, 0.62, 'hei')
  if (side > 0) drawQr(sheet, x + width - side - height * 0.08, y + (height - side) / 2, side, face.qr)
}

const signVersion = '地名标志牌面 兰台 1'
const signTexts = { note: '蓝底白字，上部五分之三为汉字，下部五分之二为罗马字母拼写；字体、颜色、反光材料和安装按《地名 标志》（GB 17733）执行。' }

/** 地名标志牌面: what a sign shows, to scale, with its dimensions. */
export const sign = casePaper('place-names.sign', {
  title: text('地名标志牌面', 'Face of a sign'), version: signVersion, texts: signTexts, source: text(`${placeNameRegulation.cite(19).zh}、GB 17733`, `${placeNameRegulation.cite(19).en}, GB 17733`), needs: [text('批准的地名', 'an approved name')],
  day: ({ folded }) => folded.decision?.day ?? '',
  view: (record) => {
    const { folded, number, sample, officeName, profile } = record
    required(folded.words[0], '没有批准任何地名', 'No name was approved')
    const set = folded.signs.find(({ id }) => id === number)
    const item = meant(approvedNames(record).filter(({ act }) => act !== 'removal'), set?.item ?? number, (one) => one.item, '批准的地名', 'approved name')
    const size = profile.plates.sizes.find(({ type }) => type === 'estate')
    return { sample, officeName, item: item.item, name: item.name, sign: item.sign, document: folded.decision?.document ?? '', width: size?.widthMillimetres ?? 1000, height: size?.heightMillimetres ?? 600, position: set?.set.position ?? '' }
  },
  draw: (sheet, view, say, code) => {
    sheet.page(297, 210)
    mark(sheet, view)
    sheet.text('texts', 148.5, 24, `地名标志牌面${view.sample ? '（示例）' : ''}`, { font: 'songBold', size: 20, align: 'centre', spacing: 0.15 })
    const scale = Math.min(205 / view.width, 120 / view.height)
    const [width, height] = [view.width * scale, view.height * scale]
    const [x, y] = [(297 - width) / 2 + 4, 36]
    nameFace(sheet, x, y, width, height, [`items.${view.item}.name`, `items.${view.item}.spelling.sign`], view.name, view.sign)
    dimension(sheet, x, y + height + 5, x + width, y + height + 5, `${view.width} mm`)
    dimension(sheet, x - 5, y, x - 5, y + height, `${view.height} mm`)
    dimension(sheet, x + width + 5, y, x + width + 5, y + height * 0.6, '3/5')
    dimension(sheet, x + width + 5, y + height * 0.6, x + width + 5, y + height, '2/5')
    const below = y + height + 16
    sheet.text('officeName', 20, below, `${view.officeName}${view.document === '' ? '' : `　　批准文号：${view.document}`}${view.position === '' ? '' : `　　位置：${view.position}`}`, { size: 10.5, within: 257 })
    sheet.text('texts', 20, below + 6, `比例 1:${(1 / scale).toFixed(1)}。${say('note')}`, { size: 9.5, within: 257, colour: 0.2 })
    feet(sheet, signVersion, code)
  },
})

const version = '门楼牌牌面 兰台 1'
const sizeOf = (plate: Plate, sizes: readonly PlateSize[]): PlateSize | undefined => sizes.find(({ id }) => id === plate.made?.size) ?? sizes.find(({ type }) => type === plate.type)
/** What stands on a plate: of rooms and units the number alone is large, and the street above it. */
const numberOn = ({ type, number, sub, label }: Plate): string => (type === 'building' ? String(number) : type === 'gate' && sub === 0 ? String(number) : label.replace(/号$/u, ''))

const viewOf = ({ book, name, sign: spelled, sizes, key, officeName, sample }: PlateRecord) => {
  const current = book.plates.filter(({ standing }) => standing === 'current')
  const plates = key === undefined || key === '' ? current : [meant(current, key, (one) => one.key, '编定的号', 'number in use')]
  required(plates[0], '还没有编定的号', 'No number is in use')
  return { name, sign: spelled, officeName, sample, plates: plates.map((plate) => { const size = sizeOf(plate, sizes); return { type: plate.type, label: plate.label, number: numberOn(plate), qr: plate.mounted?.qr ?? '', size: size?.title ?? '', width: size?.widthMillimetres ?? 270, height: size?.heightMillimetres ?? 170, qrSide: size?.qrMillimetres ?? 0 } }) }
}

/** 牌面: one plate large with its dimensions, or those of a street by tens. */
export const plateFaces = paper<'place-names.plateFaces'>({
  id: 'place-names.plateFaces', title: text('门楼牌牌面', 'Faces of plates'), version, from: '2022-05-01', source: text('GB 17733 的规格和公开的门楼牌规定；规格由本机关设置', 'Sizes of GB 17733 and published rules; the office sets its own'), needs: [text('编定的门楼牌号', 'numbers in use')],
  facts: ({ record }) => ({ title: `门楼牌牌面 ${record.name}`, author: record.officeName, number: record.book.id, date: dateOfDay(record.day) }),
  record: (request) => digestOf('place-names.plateFaces', version, request, viewOf(request.record)),
  draw: (sheet, { record }, code) => {
    const view = viewOf(record)
    const [only] = view.plates
    const face = (plate: (typeof view.plates)[number]): Face => ({ type: plate.type, name: view.name, sign: view.sign, number: plate.number, qr: plate.qr, qrShare: Math.min(0.8, plate.qrSide / plate.height) })
    const perPage = 10
    const begin = (): void => {
      sheet.page()
      mark(sheet, view)
      title(sheet, 26, `门楼牌牌面${view.sample ? '（示例）' : ''}`, 20)
      sheet.text('name', 20, 34, `${view.name}　共 ${view.plates.length} 块`, { size: 10.5, within: 100 })
      sheet.cell('officeName', 122, 26.5, 68, 9, view.officeName, { size: 10.5, align: 'right', vertical: 'bottom', padding: 0, clearance: 0.6 })
    }
    if (view.plates.length === 1 && only !== undefined) {
      begin()
      const scale = Math.min(150 / only.width, 150 / only.height)
      const [width, height] = [only.width * scale, only.height * scale]
      const [x, y] = [(210 - width) / 2 + 3, 52]
      plateFace(sheet, x, y, width, height, face(only))
      dimension(sheet, x, y + height + 5, x + width, y + height + 5, `${only.width} mm`)
      dimension(sheet, x - 5, y, x - 5, y + height, `${only.height} mm`)
      sheet.text('label', 20, y + height + 20, `${only.size}：${view.name}${only.label}　　比例 1:${(1 / scale).toFixed(2)}`, { size: 11, within: 170 })
    } else {
      view.plates.forEach((plate, i) => {
        if (i % perPage === 0) begin()
        const [column, row] = [i % 2, Math.floor((i % perPage) / 2)]
        const scale = Math.min(78 / plate.width, 36 / plate.height)
        const [width, height] = [plate.width * scale, plate.height * scale]
        const [x, y] = [20 + column * 88 + (82 - width) / 2, 40 + row * 45.5]
        plateFace(sheet, x, y, width, height, face(plate))
        sheet.text('label', 20 + column * 88 + 41, y + height + 4.4, `${plate.label}　${plate.size} ${plate.width} × ${plate.height} mm`, { size: 8, align: 'centre', colour: 0.25, within: 82 })
      })
    }
    feet(sheet, version, code)
  },
})
