import type { Party } from '../../domain/case/file.ts'
import { pt, type Sheet } from '../sheet.ts'
import { table, type Cell, type Row } from '../table.ts'
import { feet, mark, title } from './parts.ts'
import { suppliedPapers, type SharedFile } from './words.ts'
import type { PaperCode } from '../digest.ts'

const left = 26
const half = 72

/** Photos of a review form: one joint, or one of each party. */
export type ReviewPhotos = { readonly joint: Uint8Array | undefined } | { readonly single: readonly [Uint8Array | undefined, Uint8Array | undefined]; readonly of: readonly (0 | 1)[] }

/** A review form (审查处理表): what the office found and decided. The registrar's name stays blank for handwriting. */
export interface ReviewForm {
  readonly title: string
  readonly kind: string
  readonly number: string
  readonly file: SharedFile & { readonly remarkForm: string }
  readonly officeName: string
  readonly version: string
  readonly sample: boolean
  /** Rows above the supplied papers, between these and the opinion, and below the opinion. */
  readonly head: readonly Row[]
  readonly middle: readonly Row[]
  readonly opinion: string
  readonly below: readonly Row[]
  readonly handed: string
  /** Who signs for the certificate. */
  readonly signers: readonly string[]
  readonly photos: ReviewPhotos
  readonly note: string
  readonly heights?: { readonly papers?: number; readonly opinion?: number; readonly office?: number; readonly handed?: number }
}

/** A row with a value for each party. */
export const pairRow = (parties: readonly [Party, Party], label: string, name: string, value: (party: Party, who: 0 | 1) => string, height = 9, size = 11): Row => ({
  height,
  cells: [
    { width: left, label },
    ...([0, 1] as const).map((who): Cell => ({ width: half, field: `parties.${who}.${name}`, value: value(parties[who], who), size, align: 'centre', single: name !== 'name' })),
  ],
})

/** A row with one value. */
export const wholeRow = (label: string, field: string, value: string, height = 9, size = 12): Row => ({ height, cells: [{ width: left, label }, { width: 2 * half, field, value, size }] })

/** A row with two labelled values. */
export const doubleRow = (first: readonly [label: string, field: string, value: string], second: readonly [label: string, field: string, value: string], height = 9, widths: readonly [number, number] = [half, half]): Row => ({
  height,
  cells: [{ width: left, label: first[0] }, { width: widths[0], field: first[1], value: first[2], size: 11 }, { width: left, label: second[0] }, { width: widths[1] - left, field: second[1], value: second[2], size: 11 }],
})

/** The serials of both booklets, or of the one that was issued. */
export const serialRow = (label: string, serials: readonly [string, string], height = 9): Row => ({
  height,
  cells: [{ width: left, label }, ...([0, 1] as const).map((who): Cell => ({ width: half, field: 'serials', value: serials[who] === '' ? '' : `${who === 0 ? '男方' : '女方'}：${serials[who]}`, size: 11 }))],
})

/** The head line of a review form: whose column is whose. */
export const headRow = (height = 8): Row => ({ height, cells: [{ width: left, label: '项目' }, { width: half, label: '男　方' }, { width: half, label: '女　方' }] })

/** Draws a review form; papers too many for their cell stand on an annexed page. */
export const drawReview = (sheet: Sheet, form: ReviewForm, code: PaperCode): void => {
  const { file, heights = {}, photos } = form
  const { papers = 26, opinion = 17, office = 18, handed = 25 } = heights
  const photoHeight = 'joint' in photos ? 41 : 58
  const inner = 'joint' in photos ? 61 : 37 * photos.of.length + 6
  sheet.page()
  mark(sheet, form)
  title(sheet, 27, form.title, 22)
  sheet.text('texts', 20, 36.5, form.kind, { size: 10.5 })
  sheet.text('number', 190, 36.5, `登记字号：${form.number}`, { size: 10.5, align: 'right', within: 90 })
  const annexed = needsAnnex(file)
  const below = table(sheet, 20, 39, [
    ...form.head,
    { height: papers, cells: [
      { width: left, label: '提供证件\n材料情况' },
      ...([0, 1] as const).map((who): Cell => ({ width: half, field: 'papers', value: annexed ? `见附页，共 ${listed(file, who).length} 件。` : supplied(file, who), size: 9.5, vertical: 'top', leading: 1.35, clearance: 1.8 })),
    ] },
    ...form.middle,
    { height: opinion, cells: [{ width: left, label: '审查意见' }, { width: 2 * half, field: 'opinion', value: form.opinion, size: 13, indent: 2 }] },
    ...form.below,
    { height: office, cells: [{ width: left, label: '承办机关名称' }, { width: half, field: 'officeName', value: form.officeName, size: 11 }, { width: 22, label: '登记员签名' }, { width: half - 22, blank: true }] },
    { height: handed, cells: [{ width: left, label: form.handed }, ...form.signers.map((): Cell => ({ width: 2 * half / form.signers.length, blank: true }))] },
    { height: photoHeight, cells: [{ width: left, label: '备注' }, { width: 2 * half - inner, field: 'remarkForm', value: remark(file), size: 10, vertical: 'top', clearance: 1.8 }, { width: inner, blank: true }] },
  ])
  ink(sheet, form, below - photoHeight, inner, handed)
  if (annexed) annex(sheet, form)
  feet(sheet, form.version, code, form.note)
}

/** Each paper that was supplied is named. */
const listed = (file: SharedFile, who: 0 | 1): string[] => suppliedPapers(file, who)
const supplied = (file: SharedFile, who: 0 | 1): string => listed(file, who).join('；')

/** More papers than can be read in their cell go on a page of their own. */
const needsAnnex = (file: SharedFile): boolean => ([0, 1] as const).some((who) => supplied(file, who).length > 240)

const annex = (sheet: Sheet, { file, number, sample }: ReviewForm): void => {
  sheet.page()
  mark(sheet, { sample })
  title(sheet, 27, '提供证件材料清单（附页）', 18)
  sheet.text('number', 190, 36.5, `登记字号：${number}`, { size: 10.5, align: 'right' })
  const both = [listed(file, 0), listed(file, 1)] as const
  const count = Math.max(both[0].length, both[1].length)
  const height = Math.min(11, 222 / count)
  table(sheet, 20, 39, [
    { height: 8, cells: [{ width: 12, label: '序号' }, { width: 79, label: '男　方' }, { width: 79, label: '女　方' }] },
    ...Array.from({ length: count }, (_, i): Row => ({ height, cells: [
      { width: 12, field: 'papers', value: String(i + 1), align: 'centre', font: 'song' },
      { width: 79, field: 'papers', value: both[0][i] ?? '', size: 9.5, clearance: 0.8 },
      { width: 79, field: 'papers', value: both[1][i] ?? '', size: 9.5, clearance: 0.8 },
    ] })),
  ])
}

/** Military numbers belong into the form's remark. */
const remark = (file: ReviewForm['file']): string =>
  [file.remarkForm, ...file.parties.map((party, who) => (party.military && party.militaryNumber !== '' ? `${who === 0 ? '男方' : '女方'}军人证件号：${party.militaryNumber}` : ''))].filter((one) => one !== '').join('\n')

/** What is done by hand: signature lines, fingerprints, photos with the steel seal. */
const ink = (sheet: Sheet, form: ReviewForm, photoTop: number, inner: number, handed: number): void => {
  const handedTop = photoTop - handed
  const width = 2 * half / form.signers.length
  form.signers.forEach((who, i) => {
    const at = 20 + left + i * width
    sheet.text('texts', at + 2, handedTop + 5.2, `${who}：`, { size: 10 })
    const radius = Math.min(9, (handed - 5.5) / 2)
    const middle = handedTop + radius + 0.8
    sheet.circle(at + width - 13, middle, radius, 0.15, { colour: 0.55, dash: [0.8, 0.8] })
    sheet.text('texts', at + width - 13, middle + 0.35 * 7 * pt, '指　印', { size: 7, align: 'centre', colour: 0.6 })
    sheet.text('texts', at + width - 3, handedTop + handed - 1.8, '年　　月　　日', { size: 9, align: 'right' })
  })
  sheet.text('texts', 190 - 3, handedTop - 1.8, '年　　月　　日', { size: 9, align: 'right' })
  const { photos } = form
  if ('joint' in photos) place(sheet, photos.joint, 190 - 61 + 4, photoTop + 3, 53, 35, '双方照片（加盖钢印）')
  else photos.of.forEach((who, i) => place(sheet, photos.single[who], 190 - inner + 4 + i * 37, photoTop + 2.5, 35, 53, `${who === 0 ? '男方' : '女方'}照片（加盖钢印）`))
}

const place = (sheet: Sheet, photo: Uint8Array | undefined, x: number, y: number, width: number, height: number, words: string): void => {
  if (photo !== undefined) {
    sheet.picture(photo, x, y, width, height)
    return
  }
  sheet.frame(x, y, width, height, 0.12, { colour: 0.6, dash: [1, 1] })
  sheet.text('texts', x + width / 2, y + height / 2 + 1, words, { size: 9, align: 'centre', colour: 0.5, within: width - 2 })
}
