import { findCode } from '../../domain/codes/types.ts'
import { filingPapers } from '../../domain/place-names/case/codes.ts'
import { afterApproval } from '../../domain/place-names/approval.ts'
import { placeNameMeasures, placeNameRegulation } from '../../domain/place-names/law.ts'
import { text } from '../../domain/text.ts'
import { Flow } from '../case/flow.ts'
import { drawLetter, letterFeet, type LetterPart } from '../case/letter.ts'
import { drawList, type Listed } from '../case/lists.ts'
import { fill, plainDay } from '../case/words.ts'
import type { PlaceNameRecord } from '../contract.ts'
import { table, type Cell } from '../table.ts'
import { approvedNames, casePaper, meant, required, writtenDay } from './facts.ts'
import { actCounts, actInList, actSentence, actsInShort, drawAnnex, drawNames, kindTitle, listedFrom, namePhrases, namesInShort, ordinal, spelledLines } from './words.ts'

/** What was filed; before it was sent, what is to be filed. Words are those of the filing, which are the approval's. */
const filingOf = (record: PlaceNameRecord) => {
  const { folded } = record
  const decision = required(folded.decision, '还没有批准', 'Nothing was approved yet')
  required(folded.words[0], '没有批准任何地名', 'No name was approved')
  const filing = folded.filings.length === 0 ? undefined : meant(folded.filings, record.number, ({ body }) => body.document, '备案', 'filing')
  const target = record.profile.filingTargets.find(({ approver }) => approver === decision.approver)?.target ?? ''
  return {
    sample: record.sample, officeName: record.officeName, approver: decision.approverName, document: decision.document, approvedOn: decision.day, to: filing?.body.to ?? target, filedWith: afterApproval(decision.approver).filedWith.zh,
    number: filing?.body.document ?? '', day: filing?.body.day ?? '', papers: filing?.body.papers ?? filingPapers.map(({ code }) => code), names: approvedNames(record, filing?.body.words),
  }
}
const filingDay = ({ folded, number }: PlaceNameRecord): string => (folded.filings.length === 0 ? (folded.decision?.day ?? '') : meant(folded.filings, number, ({ body }) => body.document, '备案', 'filing').body.day)

const reportTexts = { basis: '根据《地名管理条例》第十三条、《地名管理条例实施办法》第六条的规定，现将{approver}批准的{names}报请备案。', signed: '以上地名于{day}以{document}批准。', papers: '随文报送：{papers}。', end: '请予备案。' }
const law = { zh: `${placeNameRegulation.cite(13).zh}、${placeNameMeasures.cite(6).zh}`, en: `${placeNameRegulation.cite(13).en}, ${placeNameMeasures.cite(6).en}` }

/** 备案报告: names with the words of the approval, to the body that takes the filing. */
export const filingReport = casePaper('place-names.filingReport', {
  title: text('备案报告', 'Filing report'), version: '备案报告 兰台 1', texts: reportTexts, source: text(law.zh, law.en), needs: [text('批准的地名', 'the approved names')], day: filingDay, view: filingOf,
  draw: (sheet, { sample, approver, document, approvedOn, to, filedWith, number, day, papers, names }, say, code) => {
    const listed = names.length >= listedFrom
    drawLetter(sheet, {
      head: 'file', upward: true, issuer: approver, issuerField: 'approverName', number, title: ['关于', ...namePhrases(names), actsInShort(names), '备案的报告'], addressee: to === '' ? filedWith : to, addresseeField: 'to',
      body: [
        ['approverName', fill(say('basis'), { approver, names: `${namesInShort(names)}（${actCounts(names)}）` })], ['document', fill(say('signed'), { day: plainDay(approvedOn), document: document === '' ? '批准文件' : document })],
        ...(listed ? [['texts', '各地名的名称、罗马字母拼写、位置和范围见附件。'] as LetterPart] : names.map((item, i): LetterPart => [`items.${item.item}.name`, `${names.length === 1 ? '' : `${ordinal(i + 1)}、`}${actSentence(item)}`])),
        ['texts', fill(say('papers'), { papers: papers.map((paper) => findCode(filingPapers, paper)?.zh ?? '').filter((one) => one !== '备案报告' && one !== '').join('、') })], ['texts', say('end')],
      ],
      day: writtenDay(day), seal: '批准机关印章', version: '备案报告 兰台 1', sample,
      ...(listed ? { annexes: ['备案地名一览表'], after: (flow: Flow) => drawAnnex(sheet, flow, '备案地名一览表', () => drawNames(sheet, flow, names)) } : {}),
    }, code)
  },
})

/** 备案登记表: one line for each name; the state system has its own form, this one holds what it asks. */
export const filingForm = casePaper('place-names.filingForm', {
  title: text('备案登记表', 'Filing form'), version: '备案登记表 兰台 1', source: text(`${placeNameMeasures.cite(6).zh}；国家地名信息库的表样未公布`, `${placeNameMeasures.cite(6).en}; the form of the national base is not published`), needs: [text('批准的地名', 'the approved names')], day: filingDay, view: filingOf,
  draw: (sheet, { sample, officeName, approver, document, approvedOn, to, filedWith, number, day, papers, names }, _say, code) => {
    const flow = new Flow(sheet, 0, { sample, top: 24, bottom: 178, left: 20, width: 257, page: [297, 210] })
    sheet.text('texts', 148.5, 26, '地名备案登记表', { font: 'songBold', size: 20, align: 'centre', spacing: 0.2 })
    sheet.text('number', 277, 34, `备案文号：${number === '' ? '　　　　　　　　　　' : number}`, { size: 10, align: 'right', within: 110 })
    sheet.text('officeName', 20, 34, `填报单位：${officeName}`, { size: 10, within: 130 })
    const label = (width: number, words: string): Cell => ({ width, label: words, size: 10 })
    const value = (width: number, field: string, shown: string): Cell => ({ width, field, value: shown, size: 10, font: 'song' })
    flow.y = table(sheet, 20, 36.5, [
      { height: 9, cells: [label(26, '批准机关'), value(62, 'approverName', approver), label(26, '批准文号'), value(62, 'document', document), label(26, '批准日期'), value(55, 'texts', plainDay(approvedOn))] },
      { height: 9, cells: [label(26, '备案机关'), value(62, 'to', to === '' ? filedWith : to), label(26, '报送日期'), value(62, 'texts', writtenDay(day)), label(26, '地名数量'), value(55, 'texts', actCounts(names))] },
      { height: 9, cells: [label(26, '随附材料'), value(231, 'texts', papers.map((paper) => findCode(filingPapers, paper)?.zh ?? '').join('、'))] },
    ]) + 7
    drawList(sheet, flow, [
      { title: '序号', width: 11, align: 'centre' }, { title: '事项', width: 19, align: 'centre' }, { title: '标准地名', width: 32 }, { title: '罗马字母拼写', width: 43 }, { title: '类别', width: 22 }, { title: '所在行政区', width: 32 }, { title: '位置描述', width: 58 }, { title: '含义、来历', width: 40 },
    ], names.map((item, i): Listed[] => [
      ['number', String(i + 1)], [`items.${item.item}.formerName`, actInList(item)], [`items.${item.item}.name`, item.name], [`items.${item.item}.spelling.text`, spelledLines(item)], ['texts', kindTitle(item.kind)], [`items.${item.item}.township`, item.division],
      [`items.${item.item}.extent`, item.extent], [`items.${item.item}.meaning`, [item.meaning, item.origin].filter((one) => one !== '').map((one) => one.replace(/[。；]$/u, '')).join('；').slice(0, 160)],
    ]), { size: 9, least: 9, tallest: 60 })
    flow.need(2)
    sheet.text('texts', 20, flow.y + 3, '填报人（签名）：　　　　　　　　　　审核人（签名）：', { size: 10.5 })
    sheet.text('texts', 277, flow.y + 3, '备案机关意见（盖章）：　　　　　　　　　　年　　月　　日', { size: 10.5, align: 'right' })
    letterFeet(sheet, '备案登记表 兰台 1', code)
  },
})

const noticeTexts = { opening: '根据《地名管理条例》第十四条、《地名管理条例实施办法》第九条的规定，现将{approver}批准的{names}予以公告。', use: '上述地名为标准地名，自批准之日起使用，有关单位和个人应当按照《地名管理条例》第十八条的规定使用标准地名。' }

/** 公告: for every name its spelling, division, location, who approved it and when (《地名管理条例实施办法》第九条). */
export const notice = casePaper('place-names.notice', {
  title: text('地名公告', 'Notice of names'), version: '地名公告 兰台 1', texts: noticeTexts, source: text(`${placeNameRegulation.cite(14).zh}、${placeNameMeasures.cite(9).zh}`, `${placeNameRegulation.cite(14).en}, ${placeNameMeasures.cite(9).en}`), needs: [text('批准的地名', 'the approved names')],
  day: ({ folded, number }) => (folded.notices.length === 0 ? (folded.decision?.day ?? '') : meant(folded.notices, number, (one) => one.number, '公告', 'notice').day),
  view: (record) => {
    const { folded } = record
    const decision = required(folded.decision, '还没有批准', 'Nothing was approved yet')
    required(folded.words[0], '没有批准任何地名', 'No name was approved')
    const published = folded.notices.length === 0 ? undefined : meant(folded.notices, record.number, (one) => one.number, '公告', 'notice')
    return { sample: record.sample, officeName: record.officeName, approver: decision.approverName, approvedOn: decision.day, document: decision.document, number: published?.number ?? '', day: published?.day ?? '', names: approvedNames(record, published?.words) }
  },
  draw: (sheet, { sample, officeName, approver, approvedOn, document, number, day, names }, say, code) => {
    const removed = names.filter(({ act }) => act === 'removal')
    const gone = removed.map(({ name }) => `“${name}”`).join('、')
    drawLetter(sheet, {
      head: 'plain', issuer: officeName, number, title: ['地 名 公 告'], addressee: '',
      body: [['approverName', fill(say('opening'), { approver: `${approver}${document === '' ? '' : `以${document}`}`, names: `${namesInShort(names)}（${actCounts(names)}）` })]],
      within: (flow) => {
        flow.gap(1)
        drawList(sheet, flow, [
          { title: '序号', width: 9, align: 'centre', size: 9 }, { title: '标准地名', width: 27, size: 10.5 }, { title: '罗马字母拼写', width: 38 }, { title: '所在行政区', width: 25 }, { title: '位置描述', width: 42 }, { title: '批准机关\n批准日期', width: 29, size: 9 },
        ], names.map((item, i): Listed[] => [
          ['number', String(i + 1)], [`items.${item.item}.name`, item.act === 'naming' ? item.name : `${item.name}\n（${actInList(item).replace('\n', '')}）`], [`items.${item.item}.spelling.text`, spelledLines(item)], [`items.${item.item}.township`, item.division], [`items.${item.item}.extent`, item.extent], ['approverName', `${approver}\n${plainDay(approvedOn)}`],
        ]), { size: 9.5, least: 10 })
        flow.gap(5)
      },
      // What is no longer used is no standard name.
      closing: [['texts', removed.length === names.length ? '' : removed.length === 0 ? say('use') : `除${gone}外，${say('use')}`], ['texts', removed.length === 0 ? '' : `${gone}自批准之日起不再使用。`]],
      day: writtenDay(day), seal: '公告单位印章', version: '地名公告 兰台 1', sample,
    }, code)
  },
})
