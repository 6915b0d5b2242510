import { text } from '../../domain/text.ts'
import { tooLong } from '../refused.ts'
import { atRight, digestOf, feet, mark, said, sealPlace, signature, title } from '../case/parts.ts'
import { line, two } from '../case/rows.ts'
import { fill, plainDay } from '../case/words.ts'
import type { PlotRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { table, type Cell, type Row } from '../table.ts'
import { from2026, ownLayout, required } from './facts.ts'
import { agreementOf, endOf, lyingIn, plotFacts, plotNumber, sizeWords, unitOf } from './plots.ts'
import { placementTitle, relation } from './words.ts'

const version = '公墓安葬证 兰台 1'
const defaults = {
  statement: '经核对有关凭证，上列逝者安葬（安放）于本公墓上列{unit}，特发此证。',
  rules: '本证是安葬（安放）和祭扫的凭证，不得转让、买卖、抵押；合葬、迁出、续期的，凭本证和持有人身份证件到本公墓办理。',
}
/** A niche has a certificate of another name (骨灰安放证). */
const headOfUnit = (unit: '墓位' | '格位'): string => (unit === '格位' ? '骨灰安放证' : '公墓安葬证')
const letters = 'ABCDEFGHIJKL'

const factsOf = (record: PlotRecord) => {
  const lying = lyingIn(record)
  const meant = required(lying.find(({ interment }) => interment === record.interment) ?? lying.at(-1), '还没有安葬', 'Nobody lies there')
  return { lying, number: meant.certificate === '' ? agreementOf(record).agreement : meant.certificate, meant }
}

/** 公墓安葬证: a plot or niche with those who lie in it, first interment and joint ones, and its holder. */
export const burialCertificate = paper<'burial.burialCertificate'>({
  id: 'burial.burialCertificate',
  title: text('公墓安葬证', 'Burial certificate'),
  version, from: from2026,
  source: text(`项目参照省级系统（编号字头 JAZ，可载四位逝者和合葬日期），${ownLayout[0]}`, `Fields follow a provincial system (prefix JAZ, four deceased and joint interments); ${ownLayout[1]}`),
  needs: [text('使用协议', 'the agreement'), text('安葬（安放）记录', 'the interment')],
  texts: defaults,
  facts: ({ record }) => ({ title: `${headOfUnit(unitOf(record))} ${factsOf(record).number}`, author: record.officeName, number: plotNumber(record, factsOf(record).number), date: dateOfDay(factsOf(record).meant.day) }),
  record: (request) => {
    const { lying, number } = factsOf(request.record)
    return digestOf('burial.burialCertificate', version, request, { ...plotFacts(request.record), to: endOf(request.record), number, lying: lying.map(({ interment, deceased, how, proof, day, certificate }) => ({ interment, deceased, how, proof, day, certificate })) })
  },
  draw: (sheet, { record, texts }, code) => {
    const { lying, number, meant } = factsOf(record)
    const contract = agreementOf(record)
    const { holder } = contract
    const unit = unitOf(record)
    sheet.page()
    mark(sheet, record)
    title(sheet, 32, headOfUnit(unit), 26, 0.4)
    sheet.text('number', 190, 43, `编号：${number}`, { size: 11, align: 'right', within: 130 })
    let y = table(sheet, 20, 46, [
      line('公墓名称', 'cemetery', record.cemetery.facts.name, 10.5, 13),
      line(`${unit}位置`, 'place', record.words, 10.5, 13),
      line(`${unit}规格`, 'place', sizeWords(record), 9.5, 11),
      two(['持有人', 'holder.name', holder.name], ['联系电话', 'holder.phone', holder.phone]),
      two(['证件号码', 'holder.identityNumber', holder.identityNumber], ['与逝者关系', 'holder', relation(holder.relation)]),
      two(['使用期自', 'place', plainDay(contract.day)], ['使用期至', 'place', plainDay(endOf(record))]),
      line('协议编号', 'number', contract.agreement),
    ]) + 5
    const cell = (width: number, field: string, value: string, size = 11, align: 'left' | 'centre' = 'left'): Cell => ({ width, field, value, size, align, clearance: 1 })
    const rows = Math.max(4, lying.length)
    const height = Math.min(10, 68 / rows)
    if (height < 5.5) throw tooLong('plot')
    y = table(sheet, 20, y, [
      { height: 8.6, cells: [[12, '序'], [50, '逝者姓名'], [26, '安葬方式'], [40, '安葬（合葬）日期'], [42, '凭证']].map(([width, label]) => ({ width: width as number, label: label as string, plain: true })) },
      ...Array.from({ length: rows }, (_, i): Row => {
        const one = lying[i]
        return { height, cells: [
          { width: 12, label: letters.charAt(i), plain: true }, cell(50, 'deceased.name', one?.deceased ?? '', 12), cell(26, 'place', one === undefined ? '' : placementTitle(one.how), 10.5, 'centre'),
          cell(40, 'place', one === undefined ? '' : `${plainDay(one.day)}${i === 0 ? '' : '（合葬）'}`, 10.5, 'centre'), cell(42, 'place', one?.proof ?? '', 10),
        ] }
      }),
    ]) + 9
    y = sheet.paragraph('texts', 20, y, 170, fill(said(defaults, texts, 'statement'), { unit }), { size: 12 })
    y = sheet.paragraph('texts', 20, y, 170, said(defaults, texts, 'rules'), { size: 10.5 })
    if (y > 240) throw tooLong('texts')
    const end = Math.max(y + 6, 226)
    atRight(sheet, 'cemetery', 186, end, 110, record.cemetery.facts.name, 13)
    sealPlace(sheet, 160, end + 4, 18, '公墓单位印章')
    sheet.text('texts', 186, end + 10, plainDay(meant.day), { size: 13, align: 'right' })
    signature(sheet, 20, end + 24, '经办人（签名）：', 36, { size: 11 })
    feet(sheet, version, code)
  },
})
