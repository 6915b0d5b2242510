import { findCode } from '../../domain/codes/types.ts'
import { reportContents, reportKinds } from '../../domain/place-names/case/codes.ts'
import { placeNameMeasures, placeNameRegulation } from '../../domain/place-names/law.ts'
import { text } from '../../domain/text.ts'
import { Flow } from '../case/flow.ts'
import { drawLetter, letterFeet, type LetterPart } from '../case/letter.ts'
import { title } from '../case/parts.ts'
import { fill, plainDay } from '../case/words.ts'
import type { PlaceNameRecord } from '../contract.ts'
import { table, type Cell, type Row } from '../table.ts'
import { casePaper, meant, proposedNames, required, writtenDay, type NamedItem } from './facts.ts'
import { actInList, actParagraphs, actsInShort, actCounts, drawAnnex, drawNames, listedFrom, namePhrases, namesInShort, ordinal, requestTitle } from './words.ts'

const law = placeNameRegulation.cite(11)

/** One paragraph for each name, or a list behind the letter where they are many. */
const namesPart = (names: readonly NamedItem[], listTitle: string) => {
  const listed = names.length >= listedFrom
  return {
    paragraphs: listed ? [['texts', `拟${actCounts(names)}，名称、罗马字母拼写、位置和范围见附件。`] as LetterPart] : actParagraphs(names).map(([field, words, kind]): LetterPart => (kind === undefined ? [field, words.replace(/^([一二三四五六七八九十]+、|\d+．)?(将|调整)/u, '$1拟$2')] : [field, words, kind])),
    rest: (sheet: Parameters<typeof drawNames>[0]) => (listed ? { annexes: [listTitle], after: (flow: Flow) => drawAnnex(sheet, flow, listTitle, () => drawNames(sheet, flow, names)) } : {}),
  }
}

const consultationTexts = { ask: '我单位受理了{applicant}提出的地名申请。根据《地名管理条例》第十一条的规定，现就下列{acts}方案征求你单位意见：', reply: '请{by}将书面意见反馈我单位；逾期未反馈的，视为无不同意见。', thanks: '感谢支持。' }

/** 征求意见函: to one unit. */
export const consultation = casePaper('place-names.consultation', {
  title: text('征求意见函', 'Letter of consultation'), version: '征求意见 兰台 1', texts: consultationTexts, source: text(law.zh, law.en), needs: [text('登记的征求意见', 'a consultation that was entered')],
  day: (record) => (record.folded.consultations.length === 0 ? '' : meant(record.folded.consultations, record.number, ({ asked }) => asked.consultation, '征求意见', 'consultation').asked.day),
  view: (record) => {
    const { asked } = meant(record.folded.consultations, record.number, ({ asked: one }) => one.consultation, '征求意见', 'consultation')
    return { sample: record.sample, officeName: record.officeName, applicant: record.folded.file.applicant.name, unit: asked.unit, number: asked.document, day: asked.day, replyBy: asked.replyBy, names: proposedNames(record, asked.items) }
  },
  draw: (sheet, { sample, officeName, applicant, unit, number, day, replyBy, names }, say, code) => {
    const { paragraphs, rest } = namesPart(names, '拟命名、更名地名一览表')
    drawLetter(sheet, {
      head: 'letter', issuer: officeName, number, title: ['关于征求', ...namePhrases(names), actsInShort(names), '意见的函'], addressee: unit, addresseeField: 'unit',
      body: [['applicant.name', fill(say('ask'), { applicant: applicant === '' ? '有关单位' : applicant, acts: actsInShort(names).replace(/等事项$/u, '') })], ...paragraphs, ['texts', fill(say('reply'), { by: replyBy === '' ? '于收到本函后及时' : `于${plainDay(replyBy)}前` })], ['texts', say('thanks')]],
      day: writtenDay(day), seal: '单位印章', version: '征求意见 兰台 1', sample, ...rest(sheet),
    }, code)
  },
})

const displayTexts = { opening: '根据《地名管理条例》等有关规定，现将{names}{acts}方案予以公示，公开征求社会意见。公示期为{from}至{to}。', objections: '公示期间，单位和个人对上述方案有意见的，可以书面形式向{office}反映。以单位名义反映的应加盖公章，以个人名义反映的应署真实姓名和联系方式。', contact: '' }

/** 公示: a proposal shown to the public. */
export const display = casePaper('place-names.display', {
  title: text('公示', 'Public display'), version: '地名公示 兰台 1', texts: displayTexts, source: text(law.zh, law.en), needs: [text('登记的公示', 'a display that was entered')],
  day: (record) => (record.folded.displays.length === 0 ? '' : meant(record.folded.displays, record.number, ({ shown }) => shown.display, '公示', 'display').shown.from),
  view: (record) => {
    const { shown } = meant(record.folded.displays, record.number, ({ shown: one }) => one.display, '公示', 'display')
    return { sample: record.sample, officeName: record.officeName, from: shown.from, to: shown.to, where: shown.where, names: proposedNames(record, shown.items) }
  },
  draw: (sheet, { sample, officeName, from, to, names }, say, code) => {
    const { paragraphs, rest } = namesPart(names, '拟命名、更名地名一览表')
    const reasons = names.length >= listedFrom ? [] : names.flatMap(({ item, name, meaning }): LetterPart[] => (meaning === '' ? [] : [[`items.${item}.meaning`, `“${name}”：${meaning.replace(/[。；]$/u, '')}。`]]))
    drawLetter(sheet, {
      head: 'plain', issuer: officeName, title: ['关于', ...namePhrases(names), actsInShort(names), '方案的公示'], addressee: '',
      body: [['texts', fill(say('opening'), { names: namesInShort(names), acts: actsInShort(names).replace(/等事项$/u, ''), from: plainDay(from), to: plainDay(to) })], ...paragraphs, ...(reasons.length === 0 ? [] : [['texts', '含义、来历：', 'heading'] as LetterPart, ...reasons]), ['officeName', fill(say('objections'), { office: officeName })], ['texts', say('contact')]],
      day: writtenDay(from), seal: '单位印章', version: '地名公示 兰台 1', sample, ...rest(sheet),
    }, code)
  },
})

const requestTexts = { law: '根据《地名管理条例》第十一条、第十二条等有关规定，现将审核情况报告如下：', end: '妥否，请批示。' }
/** What the examination found, in sentences: visits, reports, consultations, displays. */
const examined = ({ folded }: PlaceNameRecord): string[] => [
  ...folded.visits.map(({ day, found }) => `${plainDay(day)}实地踏勘：${found.replace(/[。；]$/u, '')}。`),
  ...folded.reports.map(({ kind, standing, author, day, reason }) => `${findCode(reportKinds, kind)?.zh ?? ''}：${standing === 'attached' ? `${author === '' ? '' : `由${author}`}${day === '' ? '' : `于${plainDay(day)}`}出具` : `未要求提交，${reason.replace(/[。；]$/u, '')}`}。`),
  ...folded.consultations.map(({ asked, reply }) => `征求${asked.unit}意见：${reply === null ? '尚未回复' : (reply.words === '' ? ({ agrees: '无不同意见', objects: '有不同意见', comments: '提出修改意见' } as const)[reply.outcome] : reply.words.replace(/[。；]$/u, '')) + (reply.handling === '' ? '' : `；处理情况：${reply.handling.replace(/[。；]$/u, '')}`)}。`),
  ...folded.displays.map(({ shown, ended }) => `${plainDay(shown.from)}至${plainDay(shown.to)}在${shown.where}公示：${ended === null ? '公示尚未结束' : ended.result === '' ? `收到意见${ended.objections.length}条` : ended.result.replace(/[。；]$/u, '')}。`),
]

/** 请示 (审核意见): what was examined, and what the office proposes to the body that decides. */
export const request = casePaper('place-names.request', {
  title: text('关于地名命名、更名的请示（审核意见）', 'Request with the opinion of the examination'), version: '地名请示 兰台 1', texts: requestTexts,
  source: text(`${law.zh}、${placeNameRegulation.cite(12).zh}`, `${law.en}`), needs: [text('审核意见', 'the review')],
  day: ({ folded }) => folded.forwarded?.day ?? folded.review?.day ?? '',
  view: (record) => {
    const { folded, officeName, sample } = record
    const review = required(folded.review, '还没有审核', 'It has not been reviewed yet')
    const names = proposedNames(record)
    const against = new Map(review.verdicts.filter(({ verdict }) => verdict === 'refuse').map(({ item, note }) => [item, note]))
    return {
      sample, officeName, to: folded.forwarded?.to ?? '', number: folded.forwarded?.document ?? '', day: folded.forwarded?.day ?? '', applicant: folded.file.applicant.name, title: folded.file.title, letter: folded.file.letter, plan: folded.file.planAndReasons, examined: examined(record), opinion: review.opinion,
      names, approve: names.filter(({ item }) => !against.has(item)), refuse: names.filter(({ item }) => against.has(item)).map(({ item, name }) => ({ item, name, note: against.get(item) ?? '' })),
    }
  },
  draw: (sheet, { sample, officeName, to, number, day, applicant, title: applied, letter, plan, examined: found, opinion, names, approve, refuse }, say, code) => {
    const { paragraphs, rest } = namesPart(approve, '拟命名、更名地名一览表')
    const letterWords = `${applied === '' ? '地名申请' : `《${applied.replace(/^《|》$/gu, '')}》`}${letter.number === '' ? '' : `（${letter.number}）`}`
    const heads = ['申请情况', ...(found.length === 0 ? [] : ['审核情况']), '审核意见']
    const head = (words: string): LetterPart => ['texts', `${ordinal(heads.indexOf(words) + 1)}、${words}`, 'heading']
    drawLetter(sheet, {
      head: 'file', upward: true, issuer: officeName, number, title: requestTitle(names), addressee: to === '' ? '　　　　　　' : to, addresseeField: 'to',
      body: [
        ['title', `${applicant === '' ? '申请单位' : applicant}提交了${letterWords}。${say('law')}`],
        head('申请情况'), ['planAndReasons', plan === '' ? `申请${actCounts(names)}。` : plan],
        ...(found.length === 0 ? [] : [head('审核情况'), ...found.map((words): LetterPart => ['examined', words])]),
        head('审核意见'), ['opinion', opinion],
        // names under one heading are numbered like all that stands there
        ...paragraphs.map(([field, words]): LetterPart => [field, words.replace(/^([一二三四五六七八九十]+)、/u, '（$1）')]),
        ...refuse.map(({ item, name, note }): LetterPart => [`items.${item}.name`, `“${name}”拟不同意：${note.replace(/[。；]$/u, '')}。`]),
        ['texts', say('end')],
      ],
      day: writtenDay(day), seal: '单位印章', version: '地名请示 兰台 1', sample, ...rest(sheet),
    }, code)
  },
})

const expertTexts = { note: '专家按照所列内容逐项提出意见，并对论证意见负责。' }

/** 专家论证意见表: what experts are asked on the names, with the places to write and sign. */
export const expert = casePaper('place-names.expert', {
  title: text('专家论证意见表', 'Expert opinion'), version: '专家论证 兰台 1', texts: expertTexts,
  source: text(`${law.zh}、${placeNameMeasures.cite(5).zh}`, `${law.en}, ${placeNameMeasures.cite(5).en}`), needs: [text('申请的地名', 'the names applied for')],
  day: ({ folded }) => folded.reports.find(({ kind }) => kind === 'expert')?.day ?? '',
  view: (record) => {
    const { folded, sample, officeName } = record
    const report = folded.reports.find(({ kind, standing }) => kind === 'expert' && standing === 'attached')
    return { sample, officeName, title: folded.file.title, applicant: folded.file.applicant.name, author: report?.author ?? '', day: report?.day ?? '', contents: report?.contents ?? [], names: proposedNames(record) }
  },
  draw: (sheet, { sample, officeName, title: applied, applicant, author, day, contents, names }, say, code) => {
    const flow = new Flow(sheet, 46, { sample, bottom: 262, top: 32 })
    title(sheet, 28, '地名专家论证意见表', 22)
    sheet.text('officeName', 20, 38, `组织单位：${officeName}`, { size: 10.5, within: 110 })
    sheet.text('texts', 190, 38, `论证日期：${writtenDay(day)}`, { size: 10.5, align: 'right' })
    const label = (words: string, wide = 30): Cell => ({ width: wide, label: words })
    const value = (width: number, field: string, shown: string): Cell => ({ width, field, value: shown, size: 11 })
    const listed = names.length > 5
    const named = listed ? `${namesInShort(names)}（${actCounts(names)}），见附表` : names.map((one) => `${one.name}${one.text === '' ? '' : `（${one.text}）`}　${actInList(one).replace('\n', '')}${one.extent === '' ? '' : `，${one.extent}`}`).join('\n')
    const lines = sheet.lines(sheet.clean('items', named, 'kai'), 136, { font: 'kai', size: 10, indent: 0 })
    const tall = Math.min(66, Math.max(14, lines * 4.9 + 3))
    // the table of experts keeps its place on the page
    const part = Math.max(12, Math.min(26, (262 - 41 - 22 - tall - 12 - 64) / reportContents.expert.length))
    const rows: Row[] = [
      { height: 11, cells: [label('论证事项'), value(140, 'title', applied)] },
      { height: 11, cells: [label('申请单位'), value(140, 'applicant.name', applicant)] },
      { height: tall, cells: [label('论证的地名'), { ...value(140, 'items', named), size: 10 } as Cell] },
      ...reportContents.expert.map(({ code: content, zh }): Row => ({ height: part, cells: [label(zh.length > 6 ? '对方案的\n意见建议' : zh), { width: 140, field: 'contents', value: contents.includes(content) ? '（见所附专家论证报告）' : '', size: 10, vertical: 'top', colour: 0.3 }] })),
      { height: 12, cells: [label('论证结论'), { width: 140, blank: true }] },
    ]
    const top = 41
    const below = table(sheet, 20, top, rows)
    let at = 56
    for (const words of ['同意', '修改后同意', '不同意']) {
      sheet.box(at, below - 4.2, false)
      at = sheet.text('texts', at + 4.6, below - 4.2, words, { size: 11 }) + 14
    }
    flow.y = below + 6
    const experts: Row[] = [
      { height: 8, cells: [label('姓　名', 34), label('工作单位', 66), label('职称（职务）', 34), label('签　名', 36)] },
      ...Array.from({ length: 5 }, (): Row => ({ height: 8.4, cells: [34, 66, 34, 36].map((width): Cell => ({ width, blank: true })) })),
    ]
    flow.y = table(sheet, 20, flow.y - 2, experts) + 5
    sheet.text('texts', 20, flow.y, `${say('note')}${author === '' ? '' : `论证报告出具单位：${author}。`}`, { size: 9.5, within: 170, colour: 0.2 })
    if (listed) drawAnnex(sheet, flow, '论证地名一览表', () => drawNames(sheet, flow, names))
    letterFeet(sheet, '专家论证 兰台 1', code)
  },
})
