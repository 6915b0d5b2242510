import { text } from '../../domain/text.ts'
import { identity } from '../calibration.ts'
import { dateOfDay, paper, type RequestOf } from '../paper.ts'
import { drawCode } from '../qr.ts'
import type { PaperCode } from '../digest.ts'
import type { Sheet } from '../sheet.ts'
import { bookletOn, type Booklet } from './booklet.ts'
import { mark, marriageDigest, numberOf, said, sealPlace } from './parts.ts'

const version = '结婚证 兰台 1'
const red = [0.72, 0.1, 0.14] as const
const rose = [0.93, 0.72, 0.72] as const
const pale = [0.985, 0.945, 0.94] as const

const defaults = {
  supervisor: '中华人民共和国民政部监制',
  statement: '结婚申请，符合《中华人民共和国民法典》规定，予以登记，发给此证。',
  law: '婚姻家庭受国家保护。\n实行婚姻自由、一夫一妻、男女平等的婚姻制度。\n保护妇女、未成年人、老年人、残疾人的合法权益。',
  lawSource: '——《中华人民共和国民法典》第一千零四十一条',
}

type Request = RequestOf<'marriage.certificate'>

/** 结婚证: as a whole page on plain paper, or only its facts onto the pre-printed booklet (套打). */
export const certificate = paper<'marriage.certificate'>({
  id: 'marriage.certificate',
  title: text('结婚证', 'Marriage certificate'),
  version,
  from: '2021-01-01',
  source: text('《婚姻登记条例》第十条；内页字段见民政部证件样式的公开介绍，坐标为兰台自定', 'Marriage Registration Regulation art. 10; the fields follow public descriptions of the booklet, the coordinates are Lantai’s own'),
  needs: [text('登记字号', 'certificate number'), text('两本印制号', 'both blank serials'), text('双方当事人信息', 'both person blocks'), text('结婚登记照片', 'joint photo')],
  texts: defaults,
  facts: ({ record, party }) => ({ title: `结婚证 ${record.number} ${party === 0 ? '男方' : '女方'}`, author: record.officeName, number: numberOf(record), date: dateOfDay(record.day) }),
  record: (request) => marriageDigest('marriage.certificate', version, { record: request.record, party: request.party, ...(request.texts === undefined ? {} : { texts: request.texts }) }),
  draw: (sheet, request, code) => {
    const booklet = bookletOn(request.record.day)
    if (request.mode === 'overprint') overprint(sheet, request, booklet)
    else whole(sheet, request, booklet, code)
  },
})

/** The facts alone, on a page of the size of the open booklet, moved by the printer's calibration. */
const overprint = (sheet: Sheet, request: Request, booklet: Booklet): void => {
  sheet.page(booklet.width, booklet.height, request.affine ?? identity)
  mark(sheet, request.record)
  fields(sheet, request, booklet, 0, 0)
  if (request.photoOnBooklet === true) photo(sheet, request, booklet, 0, 0)
}

const fields = (sheet: Sheet, { record, party, shifts }: Request, booklet: Booklet, x: number, y: number): void => {
  for (const field of booklet.fields) {
    const [dx, dy] = shifts?.[field.id] ?? [0, 0]
    sheet.cell(field.field(party), x + field.x + dx, y + field.y + dy, field.width, field.height, field.value(record, party), { font: field.font, size: field.size, padding: 0, clearance: 0.6, single: field.single === true, vertical: field.id === 'remark' ? 'top' : 'middle', leading: field.id === 'remark' ? 1.35 : 1.15 })
  }
}

const photo = (sheet: Sheet, { record }: Request, booklet: Booklet, x: number, y: number): void => {
  const { photo: place } = booklet
  if (record.photo !== undefined) sheet.picture(record.photo, x + place.x, y + place.y, place.width, place.height)
}

const whole = (sheet: Sheet, request: Request, booklet: Booklet, code: PaperCode): void => {
  const { record, party, texts } = request
  sheet.page(210, 297, request.affine)
  background(sheet, 10, 14)
  background(sheet, 10, 150)
  mark(sheet, record)
  firstSpread(sheet, request, 10, 14)
  mainSpread(sheet, request, booklet, 10, 150)
  sheet.text('texts', 105, 10.2, '整页打印　裁切尺寸 190 毫米×128 毫米　沿中线对折', { size: 6.5, align: 'centre', colour: 0.5 })

  sheet.page(210, 297, request.affine)
  pageGround(sheet, 10, 14)
  mark(sheet, record)
  lastPage(sheet, request, 10, 14)
  const x = 118
  sheet.text('texts', x, 24, '核对用（证件之外）', { size: 10.5 })
  sheet.line(x, 27, 200, 27, 0.25)
  const lines: readonly (readonly [string, string, string])[] = [
    ['登记机关', 'officeName', record.officeName], ['结婚证字号', 'number', record.number], ['印制号', 'serials', record.serials[party]],
    ['持证人', `parties.${party}.name`, record.file.parties[party].name],
  ]
  lines.forEach(([label, field, value], i) => {
    sheet.spread(x, 34 + i * 9, 19, label, { size: 9 })
    sheet.cell(field, x + 22, 28.2 + i * 9, 60, 9, value, { font: 'song', size: 10.5, padding: 0 })
  })
  drawCode(sheet, code, x, 70, 30)
  sheet.text('texts', x + 35, 76, '本件摘要（SHA-256）', { size: 8 })
  for (let i = 0; i < 4; i++) sheet.text('texts', x + 35, 82 + i * 4.6, `${code.digest.slice(16 * i, 16 * i + 8)} ${code.digest.slice(16 * i + 8, 16 * i + 16)}`, { size: 8, colour: 0.25 })
  sheet.paragraph('texts', x, 108, 82, '扫描二维码，在“核对文件”页可以查验本件与登记簿是否一致。整页打印件供预览、核对和存档；发给当事人的结婚证须打印在国家统一印制的证件上，并加盖登记机关印章和钢印。', { size: 8, leading: 1.6, indent: 0, colour: 0.25 })
  sheet.text('texts', 200, 138, `版式：${version}${texts === undefined ? '' : '（本机关用语）'}`, { size: 6.5, align: 'right', colour: 0.4 })
}

/** One page of the booklet: pale ground, double rule, a great faint 囍. */
const pageGround = (sheet: Sheet, x: number, y: number): void => {
  sheet.fill(x, y, 95, 128, pale)
  sheet.text('texts', x + 47.5, y + 64 + 0.37 * 62, '囍', { size: 62 * 72 / 25.4, align: 'centre', colour: [0.972, 0.9, 0.895] })
  sheet.frame(x + 4, y + 4, 87, 120, 0.35, { colour: rose })
  sheet.frame(x + 5.2, y + 5.2, 84.6, 117.6, 0.12, { colour: rose })
}

const background = (sheet: Sheet, x: number, y: number): void => {
  pageGround(sheet, x, y)
  pageGround(sheet, x + 95, y)
  sheet.line(x + 95, y, x + 95, y + 128, 0.12, { colour: rose, dash: [1.2, 1.2] })
  for (const [cx, cy, sx, sy] of [[x, y, -1, -1], [x + 190, y, 1, -1], [x, y + 128, -1, 1], [x + 190, y + 128, 1, 1]] as const) {
    sheet.line(cx + sx * 1, cy, cx + sx * 4, cy, 0.12)
    sheet.line(cx, cy + sy * 1, cx, cy + sy * 3, 0.12)
  }
}

const firstSpread = (sheet: Sheet, { texts, record }: Request, x: number, y: number): void => {
  sealPlace(sheet, x + 47.5, y + 52, 21, '民政部印章（证件原印）')
  sheet.text('texts', x + 47.5, y + 104, said(defaults, texts, 'supervisor'), { font: 'song', size: 13, align: 'centre', spacing: 0.06, within: 80, colour: red })
  const left = x + 95 + 13
  sheet.paragraph('texts', left, y + 32, 69, said(defaults, texts, 'statement'), { font: 'song', size: 15, leading: 1.9, colour: red })
  sheet.text('texts', left, y + 86, '登记机关', { size: 12, spacing: 0.1, colour: red })
  sheet.cell('officeName', left + 21, y + 79.4, 50, 10, record.officeName, { font: 'kai', size: 11, padding: 0 })
  sealPlace(sheet, left + 46, y + 90, 14, '登记机关印章')
  sheet.text('texts', left, y + 112, '婚姻登记员', { size: 12, spacing: 0.1, colour: red })
  // handwritten, never printed (marriage.md: NORM15 38)
  sheet.line(left + 26, y + 113.2, left + 68, y + 113.2, 0.15, { colour: rose })
}

const mainSpread = (sheet: Sheet, request: Request, booklet: Booklet, x: number, y: number): void => {
  const label = (at: number, baseline: number, width: number, string: string): void => sheet.spread(x + at, y + baseline, width, string, { size: 11, colour: red })
  const rule = (from: number, to: number, baseline: number): void => sheet.line(x + from, y + baseline, x + to, y + baseline, 0.1, { colour: rose })
  label(11, 19.6, 23, '持证人')
  label(11, 31.6, 23, '登记日期')
  label(11, 43.6, 23, '结婚证字号')
  label(11, 54.2, 23, '备注')
  for (const baseline of [23, 35, 47]) rule(37, 88, baseline)
  const { photo: place } = booklet
  sheet.frame(x + place.x, y + place.y, place.width, place.height, 0.12, { colour: rose })
  if (request.record.photo === undefined) sheet.text('texts', x + place.x + place.width / 2, y + place.y + place.height / 2 + 1.5, '照片　53×35', { size: 9, align: 'centre', colour: rose })
  photo(sheet, request, booklet, x, y)
  for (const top of [17, 73]) {
    label(105, top + 6.6, 13, '姓名')
    label(159, top + 6.6, 9, '性别')
    label(105, top + 17.6, 13, '国籍')
    sheet.text('texts', x + 139.9, y + top + 17.6, '出生日期', { size: 10.5, colour: red })
    label(105, top + 28.6, 23, '身份证件号')
    rule(120, 158, top + 9.6)
    rule(169, 183, top + 9.6)
    rule(120, 139, top + 20.6)
    rule(155, 183, top + 20.6)
    rule(129, 183, top + 31.6)
  }
  fields(sheet, request, booklet, x, y)
}

const lastPage = (sheet: Sheet, { record, party, texts }: Request, x: number, y: number): void => {
  let baseline = y + 34
  for (const line of said(defaults, texts, 'law').split('\n')) baseline = sheet.paragraph('texts', x + 14, baseline, 67, line, { size: 12, leading: 1.75, colour: red }) + 1
  sheet.text('texts', x + 81, baseline + 4, said(defaults, texts, 'lawSource'), { size: 9, align: 'right', within: 67, colour: red })
  sheet.text('serials', x + 47.5, y + 114, `No ${record.serials[party]}`, { size: 12, align: 'centre', spacing: 0.05, colour: red })
}
