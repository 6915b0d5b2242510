import { findItem } from '../../domain/place-names/case/file.ts'
import { LantaiError } from '../../domain/error.ts'
import { localRule } from '../../domain/place-names/law.ts'
import { text } from '../../domain/text.ts'
import { atRight, feet, mark, sealPlace, title } from '../case/parts.ts'
import { fill, plainDay } from '../case/words.ts'
import type { PaperCode } from '../digest.ts'
import { pt, type Sheet } from '../sheet.ts'
import { table, type Cell, type Row } from '../table.ts'
import { approvedNames, casePaper, meant, proposedNames, required, writtenDay, type NamedItem } from './facts.ts'
import { actWords, kindTitle } from './words.ts'

/** A certificate of one name: a table of its words, a paragraph, issuer and seal inside a double frame. */
interface NameCertificate { readonly title: string; readonly number: string; readonly rows: readonly (readonly [label: string, field: string, value: string, height?: number, large?: boolean])[]; readonly body: readonly string[]; readonly issuer: string; readonly day: string; readonly seal: string; readonly version: string; readonly sample: boolean }

const drawCertificate = (sheet: Sheet, certificate: NameCertificate, code: PaperCode): void => {
  sheet.page()
  mark(sheet, certificate)
  sheet.frame(14, 14, 182, 254, 0.9, { colour: [0.72, 0.12, 0.12] })
  sheet.frame(16.2, 16.2, 177.6, 249.6, 0.25, { colour: [0.72, 0.12, 0.12] })
  title(sheet, 35, certificate.title, 26, 0.25)
  sheet.text('number', 182, 45, certificate.number, { size: 12, align: 'right', within: 120 })
  const rows = certificate.rows.map(([label, field, value, height = 10.6, large = false]): Row => {
    const needed = sheet.lines(sheet.clean(field, value, 'kai'), 113, { font: 'kai', size: 12, indent: 0 }) * 12 * pt * 1.35 + 3
    return { height: Math.min(36, Math.max(height, needed)), cells: [{ width: 34, label, size: 12 }, { width: 118, field, value, size: large ? 20 : 12, padding: 2.5, ...(large ? { font: 'songBold' } : {}) } as Cell] }
  })
  let y = table(sheet, 29, 49, rows, { outer: 0.4 }) + 10
  for (const words of certificate.body) if (words !== '') y = sheet.paragraph('texts', 29, y, 152, words, { size: 13, leading: 1.6 })
  const end = Math.max(y + 7, 236)
  atRight(sheet, 'approverName', 181, end, 120, certificate.issuer, 15)
  sealPlace(sheet, 155, end + 4, 19, certificate.seal)
  sheet.text('texts', 181, end + 10, certificate.day, { size: 15, align: 'right' })
  feet(sheet, certificate.version, code)
}

const nameRows = (item: NamedItem): NameCertificate['rows'] => [
  ['标准名称', `items.${item.item}.name`, item.name, 16, true], ['汉语拼音', `items.${item.item}.spelling.text`, item.text], ['标志拼写', `items.${item.item}.spelling.sign`, item.sign], ['地名类别', 'texts', kindTitle(item.kind)],
  ['所在行政区', `items.${item.item}.township`, item.division], ['位置和范围', `items.${item.item}.extent`, item.extent, 14],
]

const certificateTexts = { certify: '上列名称依照《地名管理条例》的规定{act}，为标准地名，准予使用。', use: '使用本名称应当与本书所载的用字、拼写一致；需要更名的，应当依法另行申请。' }

/** 地名核准书（标准地名证书）: for one approved name, where the office issues them. */
export const certificate = casePaper('place-names.certificate', {
  title: text('地名核准书', 'Certificate of a name'), version: '地名核准书 兰台 1', texts: certificateTexts, source: text(`${localRule.zh}（《地名管理条例》没有规定地名证书）`, `${localRule.en} (the regulation knows no certificate)`), needs: [text('批准的地名；本机关设置为发放', 'an approved name, and an office that issues certificates')],
  day: ({ folded }) => folded.decision?.day ?? '',
  view: (record) => {
    const { profile, folded, sample, number, officeName } = record
    if (!profile.certificate) throw new LantaiError('forbidden', text('本机关不发地名核准书，可以在地名设置中改变。', 'The office issues no certificates; its settings can change that.'))
    const decision = required(folded.decision, '还没有批准', 'Nothing was approved yet')
    const item = meant(approvedNames(record).filter(({ act }) => act !== 'removal'), number, (one) => one.item, '批准的地名', 'approved name')
    const code = profile.documentCodes.certificate
    return { sample, officeName, item, approver: decision.approverName, document: decision.document, day: decision.day, numbered: code === undefined || code.agency === '' ? '编号：' : `${code.agency}〔${decision.day.slice(0, 4)}〕${code.withWord ? '字第' : ''}`, formerName: findItem(folded.file, item.item)?.formerName ?? '' }
  },
  draw: (sheet, { sample, officeName, item, approver, document, day, numbered, formerName }, say, code) => {
    drawCertificate(sheet, {
      title: '地 名 核 准 书', number: `${numbered}　　　　号`,
      rows: [...nameRows(item), ...(formerName === '' ? [] : [['曾用名称', `items.${item.item}.formerName`, formerName] as const]), ['含　　义', `items.${item.item}.meaning`, item.meaning.slice(0, 120)], ['批准机关', 'approverName', approver], ['批准文号', 'document', document], ['批准日期', 'texts', plainDay(day)]],
      body: [fill(say('certify'), { act: actWords[item.act] }), say('use')], issuer: officeName, day: writtenDay(''), seal: '发证机关印章', version: '地名核准书 兰台 1', sample,
    }, code)
  },
})

const provisionalTexts = { allow: '上列名称经初步审查，可以在工程建设期间作为预命名使用，有效期自{from}至{until}。', end: '本书不是标准地名的批准文件。期满前应当依法申请命名；名称以批准文件为准，未获批准的不得继续使用。' }

/** 地名预命名使用书: a name used before its approval, until a day. */
export const provisional = casePaper('place-names.provisional', {
  title: text('地名预命名使用书', 'Provisional name'), version: '预命名 兰台 1', texts: provisionalTexts, source: text(localRule.zh, localRule.en), needs: [text('登记的预命名', 'a provisional naming')],
  day: (record) => (record.folded.provisional.length === 0 ? '' : meant(record.folded.provisional, record.number, ({ item }) => item, '预命名', 'provisional name').day),
  view: (record) => {
    const given = meant(record.folded.provisional, record.number, ({ item }) => item, '预命名', 'provisional name')
    const [item] = proposedNames(record, [given.item])
    return { sample: record.sample, officeName: record.officeName, applicant: record.folded.file.applicant.name, item: required(item, '案件中没有这个地名', 'The case has no such name'), document: given.document, day: given.day, until: given.until }
  },
  draw: (sheet, { sample, officeName, applicant, item, document, day, until }, say, code) => {
    const rows = nameRows(item).map((row, i) => (i === 0 ? (['预命名称', ...row.slice(1)] as unknown as NameCertificate['rows'][number]) : row))
    drawCertificate(sheet, {
      title: '地名预命名使用书', number: document, rows: [['申请单位', 'applicant.name', applicant], ...rows, ['含　　义', `items.${item.item}.meaning`, item.meaning.slice(0, 120)]],
      body: [fill(say('allow'), { from: plainDay(day), until: plainDay(until) }), say('end')], issuer: officeName, day: writtenDay(day), seal: '单位印章', version: '预命名 兰台 1', sample,
    }, code)
  },
})

