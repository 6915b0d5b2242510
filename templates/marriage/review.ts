import { text } from '../../domain/text.ts'
import type { MarriageRecord } from '../contract.ts'
import type { PaperCode } from '../digest.ts'
import { dateOfDay, paper } from '../paper.ts'
import { pt, type Sheet } from '../sheet.ts'
import { table, type Cell, type Row } from '../table.ts'
import { foot, mark, marriageDigest, numberOf, said, title } from './parts.ts'
import { day, identityNumber, kindTitle, maritalStatus, nationality, personKind, suppliedPapers } from './words.ts'

const version = '审查处理表 兰台 1'
const defaults = { opinion: '符合结婚条件，准予登记。', refused: '不符合结婚条件，不予办理结婚登记。理由见不予办理结婚登记告知书。', handed: '当事人领证\n签名并按指纹' }

/** 结婚登记审查处理表: the office's decision sheet; the registrar's name stays blank for handwriting. */
export const review = paper<'marriage.review'>({
  id: 'marriage.review',
  title: text('结婚登记审查处理表', 'Review and decision form'),
  version,
  from: '2025-05-10',
  source: text('《婚姻登记条例》第十条；《婚姻登记档案管理办法》第五条；官方版式未公布，字段据公开资料编排', 'Marriage Registration Regulation art. 10; Marriage Archive Measures art. 5; the official layout is not published'),
  needs: [text('双方当事人信息', 'both person blocks'), text('提供证件材料', 'papers supplied'), text('登记字号与印制号', 'number and blank serials'), text('结婚登记照片', 'joint photo')],
  texts: defaults,
  facts: ({ record }) => ({ title: `结婚登记审查处理表 ${numberOf(record)}`, author: record.officeName, number: numberOf(record), date: dateOfDay(record.day) }),
  record: (request) => marriageDigest('marriage.review', version, request),
  draw: (sheet, { record, texts }, code) => {
    sheet.page()
    mark(sheet, record)
    title(sheet, 27, '结婚登记审查处理表', 22)
    sheet.text('texts', 20, 36.5, `登记类别：${kindTitle(record.file.kind)}`, { size: 10.5 })
    sheet.text('number', 190, 36.5, `登记字号：${record.number}`, { size: 10.5, align: 'right' })
    const below = table(sheet, 20, 39, rows(record, opinion(record, texts), said(defaults, texts, 'handed')))
    ink(sheet, record, below)
    const of = annexed(record) ? 2 : 1
    foot(sheet, version, code, { page: 1, of, note: '登记员签名须手写，不得打印或者盖章代替；领证签名不得空缺、不得代签。' })
    if (of === 2) annex(sheet, record, code)
  },
})

const left = 26
const half = 72

/** The registrar's opinion stands on the form only once there is a decision. */
const opinion = (record: MarriageRecord, texts: Readonly<Record<string, string>> | undefined): string =>
  record.opinion !== '' ? record.opinion : record.number !== '' ? said(defaults, texts, 'opinion') : record.refusal !== undefined ? said(defaults, texts, 'refused') : ''

const rows = (record: MarriageRecord, decided: string, handed: string): Row[] => {
  const { parties } = record.file
  const pair = (label: string, name: string, value: (party: (typeof parties)[0], who: 0 | 1) => string, height = 9, size = 11): Row => ({
    height,
    cells: [
      { width: left, label },
      { width: half, field: `parties.0.${name}`, value: value(parties[0], 0), size, align: 'centre', single: name !== 'name' },
      { width: half, field: `parties.1.${name}`, value: value(parties[1], 1), size, align: 'centre', single: name !== 'name' },
    ],
  })
  const whole = (label: string, cell: Cell, height: number): Row => ({ height, cells: [{ width: left, label }, cell] })
  return [
    { height: 8, cells: [{ width: left, label: '项目' }, { width: half, label: '男　方' }, { width: half, label: '女　方' }] },
    pair('姓名', 'name', (party) => party.name, 12, 13),
    pair('出生日期', 'birth', (party) => day(party.birth)),
    pair('身份证件号', 'identityNumber', (party) => identityNumber(party), 9, 12),
    pair('国籍', 'nationality', (party) => nationality(party)),
    pair('身份类别', 'kind', (party) => personKind(party)),
    pair('婚姻状况', 'maritalStatus', (party) => maritalStatus(party.maritalStatus)),
    { height: 26, cells: [
      { width: left, label: '提供证件\n材料情况' },
      ...([0, 1] as const).map((who): Cell => ({ width: half, field: 'papers', value: annexed(record) ? `见附页，共 ${listed(record, who).length} 件。` : supplied(record, who), size: 9.5, vertical: 'top', leading: 1.35, clearance: 1.8 })),
    ] },
    whole('审查意见', { width: 2 * half, field: 'opinion', value: decided, size: 13, indent: 2 }, 17),
    whole('结婚登记日期', { width: 2 * half, field: 'day', value: record.number === '' ? '' : day(record.day), size: 12 }, 9),
    whole('结婚证字号', { width: 2 * half, field: 'number', value: record.number, size: 12 }, 9),
    { height: 9, cells: [{ width: left, label: '结婚证印制号' }, { width: half, field: 'serials', value: `男方：${record.serials[0]}`, size: 11 }, { width: half, field: 'serials', value: `女方：${record.serials[1]}`, size: 11 }] },
    { height: 18, cells: [{ width: left, label: '承办机关名称' }, { width: half, field: 'officeName', value: record.officeName, size: 11 }, { width: 22, label: '登记员签名' }, { width: half - 22, blank: true }] },
    { height: 25, cells: [{ width: left, label: handed }, { width: half, blank: true }, { width: half, blank: true }] },
    { height: 41, cells: [{ width: left, label: '备注' }, { width: 2 * half - 61, field: 'remarkForm', value: remark(record), size: 10, vertical: 'top', clearance: 1.8 }, { width: 61, blank: true }] },
  ]
}

/** Each paper that was supplied, named (NORM15 38: every paper is listed). */
const listed = (record: MarriageRecord, who: 0 | 1): string[] => suppliedPapers(record.file, who)
const supplied = (record: MarriageRecord, who: 0 | 1): string => listed(record, who).join('；')

/** More papers than can be read in their cell go on a page of their own. */
const annexed = (record: MarriageRecord): boolean => ([0, 1] as const).some((who) => supplied(record, who).length > 240)

const annex = (sheet: Sheet, record: MarriageRecord, code: PaperCode): void => {
  sheet.page()
  mark(sheet, record)
  title(sheet, 27, '提供证件材料清单（附页）', 18)
  sheet.text('number', 190, 36.5, `登记字号：${record.number}`, { size: 10.5, align: 'right' })
  const both = [listed(record, 0), listed(record, 1)] as const
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
  foot(sheet, version, code, { page: 2, of: 2 })
}

/** Military numbers belong into the form's remark. */
const remark = (record: MarriageRecord): string =>
  [record.file.remarkForm, ...record.file.parties.map((party, who) => (party.military && party.militaryNumber !== '' ? `${who === 0 ? '男方' : '女方'}军人证件号：${party.militaryNumber}` : ''))].filter((one) => one !== '').join('\n')

/** What is done by hand: signature lines, fingerprints, photo with the steel seal. */
const ink = (sheet: Sheet, record: MarriageRecord, below: number): void => {
  const photoTop = below - 41
  const handedTop = photoTop - 25
  const x = 20 + left
  for (const [i, who] of [[0, '男方'], [1, '女方']] as const) {
    const at = x + i * half
    sheet.text('texts', at + 2, handedTop + 5.2, `${who}：`, { size: 10 })
    sheet.circle(at + half - 13, handedTop + 11, 9, 0.15, { colour: 0.55, dash: [0.8, 0.8] })
    sheet.text('texts', at + half - 13, handedTop + 11 + 0.35 * 7 * pt, '指　印', { size: 7, align: 'centre', colour: 0.6 })
    sheet.text('texts', at + half - 3, handedTop + 23.2, '年　　月　　日', { size: 9, align: 'right' })
  }
  sheet.text('texts', 190 - 3, handedTop - 1.8, '年　　月　　日', { size: 9, align: 'right' })
  const photoX = 190 - 61 + 4
  if (record.photo !== undefined) sheet.picture(record.photo, photoX, photoTop + 3, 53, 35)
  else {
    sheet.frame(photoX, photoTop + 3, 53, 35, 0.12, { colour: 0.6, dash: [1, 1] })
    sheet.text('texts', photoX + 26.5, photoTop + 21.5, '双方照片（加盖钢印）', { size: 9, align: 'centre', colour: 0.5 })
  }
}
