import { placeNameRegulation } from '../../domain/place-names/law.ts'
import { text } from '../../domain/text.ts'
import { drawLetter, type LetterPart } from '../case/letter.ts'
import { fill, plainDay } from '../case/words.ts'
import type { PlaceNameRecord } from '../contract.ts'
import { approvedNames, casePaper, proposedNames, remedies, required, writtenDay } from './facts.ts'
import { actCounts, actParagraphs, actsInShort, drawAnnex, drawNames, listedFrom, namePhrases, namesInShort, ordinal, requestTitle } from './words.ts'

const law = placeNameRegulation.cite(12)
const lawEn = 'Regulation on the Administration of Place Names art. 12'

/** 你单位《…》（文号）收悉。 */
const received = ({ title, number, day }: { readonly title: string; readonly number: string; readonly day: string }): string => {
  const letter = title === '' ? (day === '' ? '来函' : `${plainDay(day)}来函`) : `《${title.replace(/^《|》$/gu, '')}》`
  return `${letter}${number === '' ? '' : `（${number}）`}收悉。`
}

const letterOf = ({ folded: { file } }: PlaceNameRecord) => ({ title: file.title, number: file.letter.number, day: file.letter.day })

const replyTexts = {
  basis: '根据《地名管理条例》等有关规定，经研究，同意{names}{acts}。现将有关事项批复如下：',
  listed: '同意{counts}，名称、罗马字母拼写、位置和范围见附件。',
  signs: '请按照《地名 标志》（GB 17733）的要求及时设置地名标志，标志上的地名和罗马字母拼写与本批复一致。',
  use: '上述标准地名自批复之日起使用，请做好地名公告、备案和信息更新等工作，有关证照、标志、地图中的地名相应更正。',
  removed: '销名的地名自批复之日起停止使用，请及时拆除有关标志，并做好门牌、证照等的衔接。',
  end: '此复。',
}

/** 批复 (复函): what was approved of each name, word for word. */
export const reply = casePaper('place-names.reply', {
  title: text('地名命名、更名批复', 'Approval of names'), version: '地名批复 兰台 1', texts: replyTexts,
  source: text(`${law.zh}；批复的写法参照公开的批复文件`, `${lawEn}; the wording follows published replies`),
  needs: [text('批准的名称、拼写和范围（未决定的打印代拟稿）', 'names, spellings and extents approved (a draft before the decision)')],
  day: ({ folded }) => folded.decision?.day ?? '',
  view: (record) => {
    const { decision, file } = record.folded
    const refused = record.folded.review?.verdicts.filter(({ verdict }) => verdict === 'refuse').map(({ item }) => item) ?? []
    if (decision !== null) required(record.folded.words[0], '没有批准任何地名', 'No name was approved')
    return {
      sample: record.sample, draft: decision === null, issuer: decision?.approverName ?? record.folded.forwarded?.to ?? '', number: decision?.document ?? '', day: decision?.day ?? '', addressee: record.folded.forwarded === null ? file.applicant.name : record.officeName,
      letter: record.folded.forwarded === null ? letterOf(record) : { title: requestTitle(proposedNames(record)).join(''), number: record.folded.forwarded.document, day: '' },
      names: decision === null ? proposedNames(record).filter(({ item }) => !refused.includes(item)) : approvedNames(record),
    }
  },
  draw: (sheet, { sample, draft, issuer, number, day, addressee, letter, names }, say, code) => {
    const listed = names.length >= listedFrom
    const what = actsInShort(names)
    const title = ['关于', ...namePhrases(names), what, `的批复${draft ? '（代拟稿）' : ''}`]
    const paragraphs: LetterPart[] = listed ? [['texts', fill(say('listed'), { counts: actCounts(names) })]] : actParagraphs(names)
    const removed = names.filter(({ act }) => act === 'removal').length
    // nothing is put up for names that are no longer used
    const orders = [...(removed < names.length ? [say('signs'), say('use')] : []), ...(removed > 0 ? [say('removed')] : [])]
    drawLetter(sheet, {
      head: 'letter', issuer: issuer === '' ? '（批准机关）' : issuer, issuerField: 'approverName', number, title, addressee, addresseeField: 'applicant.name',
      body: [['title', `你单位${received(letter)}${fill(say('basis'), { names: namesInShort(names), acts: what })}`], ...paragraphs, ...orders.map((words): LetterPart => ['texts', words]), ['texts', say('end')]],
      day: writtenDay(day), seal: '批准机关印章', version: '地名批复 兰台 1', sample,
      ...(listed ? { annexes: ['标准地名一览表'], after: (flow) => drawAnnex(sheet, flow, '标准地名一览表', () => drawNames(sheet, flow, names)) } : {}),
    }, code)
  },
})

const refusalTexts = {
  decided: '根据《地名管理条例》《行政许可法》等有关规定，决定对下列地名不予批准：',
  remedies,
}

/** 不予批准决定书: reasons for each name, and the remedies (《行政许可法》第三十八条). */
export const refusal = casePaper('place-names.refusal', {
  title: text('不予批准决定书', 'Refusal'), version: '不予批准 兰台 1', texts: refusalTexts,
  source: text('《行政许可法》第三十八条', 'Administrative Licensing Law art. 38'), needs: [text('不予批准的理由', 'the reasons of the refusal')],
  day: ({ folded }) => folded.decision?.day ?? '',
  view: (record) => {
    const { decision, file } = record.folded
    const refused = (decision?.decisions ?? []).flatMap((one) => (one.outcome === 'refused' ? [{ item: one.item, name: file.items.find(({ id }) => id === one.item)?.name ?? '', grounds: one.grounds.map(({ law: article, reason }) => ({ law: article, reason })) }] : []))
    required(refused[0], '没有不予批准的地名', 'Nothing was refused')
    return { sample: record.sample, issuer: decision?.approverName ?? '', number: decision?.document ?? '', day: decision?.day ?? '', addressee: file.applicant.name, letter: letterOf(record), refused }
  },
  draw: (sheet, { sample, issuer, number, day, addressee, letter, refused }, say, code) => {
    drawLetter(sheet, {
      head: 'plain', issuer, issuerField: 'approverName', number, title: ['地名不予批准决定书'], addressee, addresseeField: 'applicant.name',
      body: [
        ['title', `你单位${received(letter)}${say('decided')}`],
        ...refused.flatMap(({ item, name, grounds }, i): LetterPart[] => [
          [`items.${item}.name`, `${ordinal(i + 1)}、“${name}”`, 'heading'],
          ...grounds.map(({ law: article, reason }, j): LetterPart => [`items.${item}.reason`, `${grounds.length === 1 ? '' : `${j + 1}．`}${reason.replace(/[。；]$/u, '')}${article === '' ? '' : `（${article}）`}。`]),
        ]),
        ['texts', say('remedies')],
      ],
      day: writtenDay(day), seal: '决定机关印章', receipt: ['申请人签收：'], version: '不予批准 兰台 1', sample,
    }, code)
  },
})

const opinionTexts = { basis: '根据《地名管理条例》第十二条的规定，经研究，现将意见函复如下：', agree: '同意使用', disagree: '不同意使用', amend: '建议修改', after: '批准后，请在十五日内将批准文件等材料报送我单位备案，以便依法公告。', end: '专此函复。' }

/** 征求意见复函: the answer to the body that decides. */
export const opinion = casePaper('place-names.opinion', {
  title: text('征求意见复函', 'Opinion'), version: '意见复函 兰台 1', texts: opinionTexts,
  source: text(law.zh, lawEn), needs: [text('对各地名的意见', 'the opinion on each name')],
  day: ({ folded }) => folded.opinion?.day ?? '',
  view: (record) => {
    const given = required(record.folded.opinion, '还没有登记复函', 'No opinion was given yet')
    const names = new Map(proposedNames(record).map((one) => [one.item, one]))
    return {
      sample: record.sample, issuer: record.officeName, number: given.document, day: given.day, addressee: record.folded.file.applicant.name, letter: letterOf(record),
      opinions: given.opinions.map(({ item, opinion: said, words }) => ({ item, opinion: said, words, name: names.get(item)?.name ?? '', text: names.get(item)?.text ?? '', sign: names.get(item)?.sign ?? '', extent: names.get(item)?.extent ?? '' })),
    }
  },
  draw: (sheet, { sample, issuer, number, day, addressee, letter, opinions }, say, code) => {
    drawLetter(sheet, {
      head: 'letter', issuer, number, title: ['关于', ...namePhrases(opinions), '命名意见', '的复函'], addressee, addresseeField: 'applicant.name',
      body: [
        ['title', `你单位${received(letter)}${say('basis')}`],
        ...opinions.map(({ item, opinion: said, words, name, text: spelled, sign, extent }, i): LetterPart => [`items.${item}.name`, `${opinions.length === 1 ? '' : `${ordinal(i + 1)}、`}${extent === '' ? '' : `${extent}的`}项目，${say(said)}“${name}”的名称${said !== 'agree' || spelled === '' ? '' : `，汉语拼音为“${spelled}”，地名标志拼写为“${sign}”`}。${words}`]),
        ['texts', say('after')], ['texts', say('end')],
      ],
      day: writtenDay(day), seal: '单位印章', version: '意见复函 兰台 1', sample,
    }, code)
  },
})
