import { licensingLaw } from '../../domain/place-names/law.ts'
import { text } from '../../domain/text.ts'
import { drawLetter, type LetterPart } from '../case/letter.ts'
import { groundLines } from '../case/notice.ts'
import { fill, plainDay } from '../case/words.ts'
import { casePaper, proposedNames, remedies, required, writtenDay } from './facts.ts'
import { namesInShort } from './words.ts'
import type { PlaceNameRecord } from '../contract.ts'

const law = { zh: `${licensingLaw.cite(32).zh}`, en: licensingLaw.cite(32).en }

/** What every slip says of the application. */
const applied = (record: PlaceNameRecord) => {
  const { folded, officeName, sample } = record
  return { sample, officeName, addressee: folded.file.applicant.name, title: folded.file.title, receivedOn: folded.receivedOn, names: proposedNames(record).map(({ item, name, act }) => ({ item, name, act })) }
}
type Applied = ReturnType<typeof applied>
const opening = ({ title, receivedOn, names }: Applied): LetterPart => ['title', `你单位${receivedOn === '' ? '' : `于${plainDay(receivedOn)}`}提交的${title === '' ? `${namesInShort(names)}的申请` : `《${title.replace(/^《|》$/gu, '')}》`}（共${names.length}个地名）已收到。`]

const acceptanceTexts = { accepted: '经审查，申请事项属于本机关职权范围，申请材料齐全、符合法定形式，根据《行政许可法》第三十二条的规定，决定予以受理。', limit: '本机关将自受理之日起{limit}内作出决定或者完成审核并报有批准权的机关；听证、专家评审等所需时间依法不计算在内，另行书面告知。', contact: '办理进度可以凭本通知书向本机关查询。' }

/** 受理通知书: sealed and dated (《行政许可法》第三十二条). */
export const acceptance = casePaper('place-names.acceptance', {
  title: text('受理通知书', 'Acceptance slip'), version: '地名受理 兰台 1', texts: acceptanceTexts, source: text(law.zh, law.en), needs: [text('受理的日期和编号', 'day and number of the acceptance')],
  day: ({ folded }) => folded.accepted?.day ?? '',
  view: (record) => {
    const accepted = required(record.folded.accepted, '还没有受理', 'Nothing was accepted yet')
    return { ...applied(record), number: accepted.slip, day: accepted.day, limit: record.profile.clocks.decision }
  },
  draw: (sheet, view, say, code) => {
    drawLetter(sheet, {
      head: 'plain', issuer: view.officeName, number: view.number, title: ['地名申请受理通知书'], addressee: view.addressee, addresseeField: 'applicant.name',
      body: [opening(view), ['texts', say('accepted')], ['texts', fill(say('limit'), { limit: `${view.limit.days}${view.limit.count === 'working' ? '个工作日' : '日'}` })], ['texts', say('contact')]],
      day: writtenDay(view.day), seal: '受理机关印章', receipt: ['申请人签收：', '受理人（签名）：'], version: '地名受理 兰台 1', sample: view.sample,
    }, code)
  },
})

const supplementTexts = { missing: '经审查，申请材料不齐全或者不符合法定形式，根据《行政许可法》第三十二条的规定，现一次性告知需要补正的全部内容：', after: '请补正后一并提交。收到全部补正材料后，本机关将依法受理。' }

/** 补正告知书: once, everything that is missing. */
export const supplement = casePaper('place-names.supplement', {
  title: text('补正告知书', 'Supplement notice'), version: '地名补正 兰台 1', texts: supplementTexts, source: text(law.zh, law.en), needs: [text('需要补正的全部内容', 'all that is missing')],
  day: ({ folded }) => folded.supplement?.day ?? '',
  view: (record) => {
    const asked = required(record.folded.supplement, '还没有告知补正', 'No supplement was asked')
    return { ...applied(record), number: asked.slip, day: asked.day, missing: asked.missing }
  },
  draw: (sheet, view, say, code) => {
    drawLetter(sheet, {
      head: 'plain', issuer: view.officeName, number: view.number, title: ['地名申请补正告知书'], addressee: view.addressee, addresseeField: 'applicant.name',
      body: [opening(view), ['texts', say('missing')], ...view.missing.map((words, i): LetterPart => ['missing', `${i + 1}．${words.replace(/[。；]$/u, '')}${i === view.missing.length - 1 ? '。' : '；'}`]), ['texts', say('after')]],
      day: writtenDay(view.day), seal: '单位印章', receipt: ['申请人签收：'], version: '地名补正 兰台 1', sample: view.sample,
    }, code)
  },
})

const notAcceptedTexts = { decided: '经审查，申请事项存在下列情形，根据《行政许可法》第三十二条的规定，决定不予受理：', remedies }

/** 不予受理决定书: grounds and remedies. */
export const notAccepted = casePaper('place-names.notAccepted', {
  title: text('不予受理决定书', 'Refusal to accept'), version: '地名不予受理 兰台 1', texts: notAcceptedTexts, source: text(law.zh, law.en), needs: [text('不予受理的理由', 'the grounds')],
  day: ({ folded }) => folded.notAccepted?.day ?? '',
  view: (record) => {
    const { slip, day, grounds } = required(record.folded.notAccepted, '没有不予受理', 'It was not refused')
    return { ...applied(record), number: slip, day, grounds: grounds.map(({ law: article, reason }) => ({ law: article === '' ? '《地名管理条例》' : article, reason })) }
  },
  draw: (sheet, view, say, code) => {
    drawLetter(sheet, {
      head: 'plain', issuer: view.officeName, number: view.number, title: ['地名申请不予受理决定书'], addressee: view.addressee, addresseeField: 'applicant.name',
      body: [opening(view), ['texts', say('decided')], ...groundLines(view.grounds), ['texts', say('remedies')]],
      day: writtenDay(view.day), seal: '单位印章', receipt: ['申请人签收：'], version: '地名不予受理 兰台 1', sample: view.sample,
    }, code)
  },
})
