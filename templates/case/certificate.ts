import { identity } from '../calibration.ts'
import type { CertificateOptions } from '../contract.ts'
import type { PaperCode } from '../digest.ts'
import { drawCode } from '../qr.ts'
import type { Sheet } from '../sheet.ts'
import { bookletOn, type Booklet, type BookletFacts, type BookletKind } from './booklet.ts'
import { mark, said, sealPlace } from './parts.ts'

type Colour = readonly [number, number, number]

/** What tells the two booklets apart beside their facts: colours, emblem, and the label of the number. */
interface Style { readonly title: string; readonly number: string; readonly ink: Colour; readonly rule: Colour; readonly ground: Colour; readonly emblem: Colour; readonly joy: boolean }
const styles: Readonly<Record<BookletKind, Style>> = {
  marriage: { title: '结婚证', number: '结婚证字号', ink: [0.72, 0.1, 0.14], rule: [0.93, 0.72, 0.72], ground: [0.985, 0.945, 0.94], emblem: [0.972, 0.9, 0.895], joy: true },
  // silver foil on the cover, so silver within: the two are not to be taken for one another in a drawer
  divorce: { title: '离婚证', number: '离婚证字号', ink: [0.27, 0.3, 0.35], rule: [0.72, 0.75, 0.79], ground: [0.955, 0.96, 0.968], emblem: [0.905, 0.913, 0.925], joy: false },
}

/** Wordings of the booklets; an office may change each. */
export const bookletTexts = {
  marriage: {
    supervisor: '中华人民共和国民政部监制',
    statement: '结婚申请，符合《中华人民共和国民法典》规定，予以登记，发给此证。',
    law: '婚姻家庭受国家保护。\n实行婚姻自由、一夫一妻、男女平等的婚姻制度。\n保护妇女、未成年人、老年人、残疾人的合法权益。',
    lawSource: '——《中华人民共和国民法典》第一千零四十一条',
  },
  divorce: {
    supervisor: '中华人民共和国民政部监制',
    statement: '离婚申请，符合《中华人民共和国民法典》规定，予以登记，发给此证。',
    law: '完成离婚登记，或者离婚判决书、调解书生效，即解除婚姻关系。\n父母与子女间的关系，不因父母离婚而消除。',
    lawSource: '——《民法典》第一千零八十条、第一千零八十四条',
  },
} as const

/** A certificate to be drawn: as a whole page on plain paper, or only its facts onto the pre-printed booklet (套打). */
export interface Certificate {
  readonly kind: BookletKind
  readonly facts: BookletFacts
  readonly party: 0 | 1
  readonly version: string
  readonly defaults: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<string, string>> | undefined
  readonly options: CertificateOptions
}

interface Drawing extends Certificate { readonly booklet: Booklet; readonly style: Style }

/** Draws a certificate of either kind. */
export const drawCertificate = (sheet: Sheet, certificate: Certificate, code: PaperCode): void => {
  const drawing: Drawing = { ...certificate, booklet: bookletOn(certificate.kind, certificate.facts.day), style: styles[certificate.kind] }
  if (certificate.options.mode === 'overprint') overprint(sheet, drawing)
  else whole(sheet, drawing, code)
}

/** The facts alone, on a page of the size of the open booklet, moved by the printer's calibration. */
const overprint = (sheet: Sheet, drawing: Drawing): void => {
  const { booklet, options, facts } = drawing
  sheet.page(booklet.width, booklet.height, options.affine ?? identity)
  mark(sheet, facts)
  fields(sheet, drawing, 0, 0)
  if (options.photoOnBooklet === true) photo(sheet, drawing, 0, 0)
}

const fields = (sheet: Sheet, { facts, party, options, booklet }: Drawing, x: number, y: number): void => {
  for (const field of booklet.fields) {
    const [dx, dy] = options.shifts?.[field.id] ?? [0, 0]
    sheet.cell(field.field(party), x + field.x + dx, y + field.y + dy, field.width, field.height, field.value(facts, party), { font: field.font, size: field.size, padding: 0, clearance: 0.6, single: field.single === true, vertical: field.id === 'remark' ? 'top' : 'middle', leading: field.id === 'remark' ? 1.35 : 1.15 })
  }
}

const photo = (sheet: Sheet, { facts, booklet }: Drawing, x: number, y: number): void => {
  const { photo: place } = booklet
  if (facts.photo !== undefined) sheet.picture(facts.photo, x + place.x, y + place.y, place.width, place.height)
}

const whole = (sheet: Sheet, drawing: Drawing, code: PaperCode): void => {
  const { facts, party, texts, style, options, version } = drawing
  sheet.page(210, 297, options.affine)
  background(sheet, style, 10, 14)
  background(sheet, style, 10, 150)
  mark(sheet, facts)
  firstSpread(sheet, drawing, 10, 14)
  mainSpread(sheet, drawing, 10, 150)
  sheet.text('texts', 105, 10.2, '整页打印　裁切尺寸 190 毫米×128 毫米　沿中线对折', { size: 6.5, align: 'centre', colour: 0.5 })

  sheet.page(210, 297, options.affine)
  pageGround(sheet, style, 10, 14)
  mark(sheet, facts)
  lastPage(sheet, drawing, 10, 14)
  const x = 118
  sheet.text('texts', x, 24, '核对用（证件之外）', { size: 10.5 })
  sheet.line(x, 27, 200, 27, 0.25)
  const lines: readonly (readonly [string, string, string])[] = [
    ['登记机关', 'officeName', facts.officeName], [style.number, 'number', facts.number], ['印制号', 'serials', facts.serials[party]],
    ['持证人', `parties.${party}.name`, facts.parties[party].name],
  ]
  lines.forEach(([label, field, value], i) => {
    sheet.spread(x, 34 + i * 9, 19, label, { size: 9 })
    sheet.cell(field, x + 22, 28.2 + i * 9, 60, 9, value, { font: 'song', size: 10.5, padding: 0 })
  })
  drawCode(sheet, code, x, 70, 30)
  sheet.text('texts', x + 35, 76, '本件摘要（SHA-256）', { size: 8 })
  for (let i = 0; i < 4; i++) sheet.text('texts', x + 35, 82 + i * 4.6, `${code.digest.slice(16 * i, 16 * i + 8)} ${code.digest.slice(16 * i + 8, 16 * i + 16)}`, { size: 8, colour: 0.25 })
  sheet.paragraph('texts', x, 108, 82, `扫描二维码，在“核对文件”页可以查验本件与登记簿是否一致。整页打印件供预览、核对和存档；发给当事人的${style.title}须打印在国家统一印制的证件上，并加盖登记机关印章和钢印。`, { size: 8, leading: 1.6, indent: 0, colour: 0.25 })
  sheet.text('texts', 200, 138, `版式：${version}${texts === undefined ? '' : '（本机关用语）'}`, { size: 6.5, align: 'right', colour: 0.4 })
}

/** One page of the booklet: pale ground, double rule, and for a marriage a great faint 囍. */
const pageGround = (sheet: Sheet, style: Style, x: number, y: number): void => {
  sheet.fill(x, y, 95, 128, style.ground)
  if (style.joy) sheet.text('texts', x + 47.5, y + 64 + 0.37 * 62, '囍', { size: 62 * 72 / 25.4, align: 'centre', colour: style.emblem })
  else {
    for (const radius of [20, 26, 32]) sheet.circle(x + 47.5, y + 64, radius, 0.8, { colour: style.emblem })
  }
  sheet.frame(x + 4, y + 4, 87, 120, 0.35, { colour: style.rule })
  sheet.frame(x + 5.2, y + 5.2, 84.6, 117.6, 0.12, { colour: style.rule })
}

const background = (sheet: Sheet, style: Style, x: number, y: number): void => {
  pageGround(sheet, style, x, y)
  pageGround(sheet, style, x + 95, y)
  sheet.line(x + 95, y, x + 95, y + 128, 0.12, { colour: style.rule, dash: [1.2, 1.2] })
  for (const [cx, cy, sx, sy] of [[x, y, -1, -1], [x + 190, y, 1, -1], [x, y + 128, -1, 1], [x + 190, y + 128, 1, 1]] as const) {
    sheet.line(cx + sx * 1, cy, cx + sx * 4, cy, 0.12)
    sheet.line(cx, cy + sy * 1, cx, cy + sy * 3, 0.12)
  }
}

const firstSpread = (sheet: Sheet, { texts, facts, defaults, style }: Drawing, x: number, y: number): void => {
  const { ink } = style
  sealPlace(sheet, x + 47.5, y + 52, 21, '民政部印章（证件原印）')
  sheet.text('texts', x + 47.5, y + 104, said(defaults, texts, 'supervisor'), { font: 'song', size: 13, align: 'centre', spacing: 0.06, within: 80, colour: ink })
  const left = x + 95 + 13
  sheet.paragraph('texts', left, y + 32, 69, said(defaults, texts, 'statement'), { font: 'song', size: 15, leading: 1.9, colour: ink })
  sheet.text('texts', left, y + 86, '登记机关', { size: 12, spacing: 0.1, colour: ink })
  sheet.cell('officeName', left + 21, y + 79.4, 50, 10, facts.officeName, { font: 'kai', size: 11, padding: 0 })
  sealPlace(sheet, left + 46, y + 90, 14, '登记机关印章')
  sheet.text('texts', left, y + 112, '婚姻登记员', { size: 12, spacing: 0.1, colour: ink })
  // handwritten, never printed
  sheet.line(left + 26, y + 113.2, left + 68, y + 113.2, 0.15, { colour: style.rule })
}

const mainSpread = (sheet: Sheet, drawing: Drawing, x: number, y: number): void => {
  const { booklet, style, facts } = drawing
  const label = (at: number, baseline: number, width: number, string: string): void => sheet.spread(x + at, y + baseline, width, string, { size: 11, colour: style.ink })
  const rule = (from: number, to: number, baseline: number): void => sheet.line(x + from, y + baseline, x + to, y + baseline, 0.1, { colour: style.rule })
  const topOf = (id: string): number => booklet.fields.find((field) => field.id === id)?.y ?? 0
  for (const [id, words] of [['holder', '持证人'], ['day', '登记日期'], ['number', style.number]] as const) {
    label(11, topOf(id) + 6.6, 23, words)
    rule(37, 88, topOf(id) + 10)
  }
  label(11, topOf('remark') + 5.2, 23, '备注')
  const { photo: place } = booklet
  sheet.frame(x + place.x, y + place.y, place.width, place.height, 0.12, { colour: style.rule })
  if (facts.photo === undefined) sheet.text('texts', x + place.x + place.width / 2, y + place.y + place.height / 2 + 1.5, `照片　${place.width}×${place.height}`, { size: 9, align: 'centre', colour: style.rule })
  photo(sheet, drawing, x, y)
  for (const top of [topOf('spouse0.name'), topOf('spouse1.name')]) {
    label(105, top + 6.6, 13, '姓名')
    label(159, top + 6.6, 9, '性别')
    label(105, top + 17.6, 13, '国籍')
    sheet.text('texts', x + 139.9, y + top + 17.6, '出生日期', { size: 10.5, colour: style.ink })
    label(105, top + 28.6, 23, '身份证件号')
    rule(120, 158, top + 9.6)
    rule(169, 183, top + 9.6)
    rule(120, 139, top + 20.6)
    rule(155, 183, top + 20.6)
    rule(129, 183, top + 31.6)
  }
  fields(sheet, drawing, x, y)
}

const lastPage = (sheet: Sheet, { facts, party, texts, defaults, style }: Drawing, x: number, y: number): void => {
  const { ink } = style
  let baseline = y + 34
  for (const line of said(defaults, texts, 'law').split('\n')) baseline = sheet.paragraph('texts', x + 14, baseline, 67, line, { size: 12, leading: 1.75, colour: ink }) + 1
  sheet.text('texts', x + 81, baseline + 4, said(defaults, texts, 'lawSource'), { size: 9, align: 'right', within: 67, colour: ink })
  sheet.text('serials', x + 47.5, y + 114, `No ${facts.serials[party]}`, { size: 12, align: 'centre', spacing: 0.05, colour: ink })
}
