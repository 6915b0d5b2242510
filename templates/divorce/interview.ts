import { usualQuestions } from '../../domain/divorce/questions.ts'
import { text } from '../../domain/text.ts'
import { Flow } from '../case/flow.ts'
import { digestOf, feet, handDate, said, signature, title } from '../case/parts.ts'
import { day, person, residence, sexShort } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { table } from '../table.ts'
import { issuanceDay, numberOf } from './facts.ts'

const version = '询问笔录 兰台 1'
const defaults = {
  notice: '我是婚姻登记员。依照《婚姻登记条例》的规定，现就你与对方申请离婚登记的有关情况单独向你询问，请你如实回答。你有权阅读笔录，并要求更正。',
  questions: usualQuestions.join('\n'),
  closing: '以上笔录我已经阅读（已经向我宣读），与我所说的一致。',
}

const sizeOf = 11.5
const bottom = 239

/** 询问笔录: one for each party, questioned alone; every page signed and fingerprinted. */
export const interview = paper<'divorce.interview'>({
  id: 'divorce.interview',
  title: text('离婚登记询问笔录', 'Record of an interview'),
  version,
  from: '2016-02-01',
  source: text('《婚姻登记工作规范》（民发〔2015〕230号）第五十六条要求分别询问、制作笔录；官方版式未公布', 'The Norms of 2015, art. 56, ask for separate questioning and a record; the official layout is not published'),
  needs: [text('询问记录（未询问时为空白笔录）', 'the questions and answers (blank before)')],
  texts: defaults,
  facts: ({ record, party }) => ({ title: `询问笔录 ${record.folded.file.parties[party].name}`, author: record.officeName, number: numberOf(record), date: dateOfDay(record.folded.file.interviews[party]?.day ?? issuanceDay(record)) }),
  record: (request) => {
    const { folded, officeName, sample } = request.record
    const { parties, interviews } = folded.file
    const told = interviews[request.party]
    return digestOf('divorce.interview', version, request, { officeName, number: folded.number, party: { ...person(parties[request.party]), residence: parties[request.party].residence, phone: parties[request.party].phone }, interview: told === null ? null : { day: told.day, questions: told.questions }, sample })
  },
  draw: (sheet, { record, party, texts }, code) => {
    const { parties, interviews } = record.folded.file
    const told = interviews[party]
    const who = parties[party]
    const flow = new Flow(sheet, 90, {
      sample: record.sample, top: 34, bottom, head: () => sheet.text('number', 190, 24, `询问笔录　被询问人：${who.name}　（续页）`, { size: 9, align: 'right', colour: 0.3, within: 120 }),
      tail: () => ofEachPage(sheet),
    })
    title(sheet, 32, '询　问　笔　录', 22)
    flow.y = table(sheet, 20, 39, [
      { height: 9.5, cells: [{ width: 24, label: '询问日期' }, { width: 56, field: 'day', value: told === null ? '' : day(told.day), size: 11.5 }, { width: 24, label: '起止时间' }, { width: 66, field: 'texts', value: '　　时　　分至　　时　　分', font: 'song', size: 11 }] },
      { height: 9.5, cells: [{ width: 24, label: '询问地点' }, { width: 146, field: 'officeName', value: record.officeName, size: 11.5 }] },
      { height: 9.5, cells: [{ width: 24, label: '被询问人' }, { width: 56, field: `parties.${party}.name`, value: who.name, size: 12 }, { width: 24, label: '性别' }, { width: 10, field: `parties.${party}.sex`, value: sexShort(who.sex), align: 'centre', size: 11.5, padding: 0.4 }, { width: 22, label: '出生日期' }, { width: 34, field: `parties.${party}.birth`, value: day(who.birth), single: true, size: 11, padding: 0.6 }] },
      { height: 9.5, cells: [{ width: 24, label: '证件号码' }, { width: 56, field: `parties.${party}.identityNumber`, value: who.identityNumber, size: 11.5, single: true }, { width: 24, label: '联系电话' }, { width: 66, field: `parties.${party}.phone`, value: who.phone, size: 11 }] },
      { height: 10.5, cells: [{ width: 24, label: '住址' }, { width: 146, field: `parties.${party}.residence`, value: residence(who), size: 11 }] },
    ]) + 8
    flow.write('texts', said(defaults, texts, 'notice'), { size: sizeOf, leading: 1.6 })
    flow.gap(1.5)
    if (told === null) blankRecord(flow, sheet, said(defaults, texts, 'questions').split('\n'))
    else {
      told.questions.forEach(({ question, answer }, i) => {
        const field = `interviews.${party}.questions.${i}`
        // a question is not left alone at the foot of a page, nor are the closing words: who signs the last page signs to something
        const lines = ([['question', question, 'song'], ['answer', answer, 'kai']] as const).reduce((sum, [part, words, font]) => sum + sheet.lines(sheet.clean(`${field}.${part}`, words, font), flow.width - 9, { font, size: sizeOf, indent: 0 }), 0)
        flow.need(i < told.questions.length - 1 ? Flow.lines(2, sizeOf, 1.6) : Math.min(Flow.lines(lines, sizeOf, 1.6) + 17, 120))
        exchange(flow, sheet, `${field}.question`, '问：', question, 'song')
        exchange(flow, sheet, `${field}.answer`, '答：', answer, 'kai')
        flow.gap(1)
      })
    }
    flow.need(16)
    flow.gap(3)
    flow.write('texts', said(defaults, texts, 'closing'), { size: sizeOf, leading: 1.6, font: 'kai' })
    flow.gap(6)
    signature(sheet, 20, flow.y, '询问人（登记员签名）：', 40, { size: 10.5 })
    signature(sheet, 108, flow.y, '记录人（签名）：', 44, { size: 10.5 })
    feet(sheet, version, code, '笔录逐页签名并按指纹；更正处按指纹。')
  },
})

/** One side of an exchange, its label hanging before the lines. */
const exchange = (flow: Flow, sheet: Sheet, field: string, label: string, words: string, font: 'song' | 'kai'): void => {
  if (flow.y > flow.bottom) flow.turn()
  sheet.text('texts', flow.left, flow.y, label, { font: 'heiBold', size: sizeOf })
  flow.write(field, words, { size: sizeOf, leading: 1.6, indent: 0, left: 9, font })
}

/** The questions with lines for the answers, to be filled in by hand. */
const blankRecord = (flow: Flow, sheet: Sheet, questions: readonly string[]): void => {
  for (const question of questions) {
    flow.need(24)
    exchange(flow, sheet, 'texts', '问：', question, 'song')
    sheet.text('texts', flow.left, flow.y + 1.5, '答：', { font: 'heiBold', size: sizeOf })
    for (let i = 0; i < 2; i++) {
      sheet.line(flow.left + 9, flow.y + 2.6, flow.left + flow.width, flow.y + 2.6, 0.12, { colour: 0.45 })
      flow.gap(8)
    }
    flow.gap(2.5)
  }
}

/** What is signed on every page. */
const ofEachPage = (sheet: Sheet): void => {
  sheet.line(20, 246.5, 190, 246.5, 0.15)
  signature(sheet, 46, 260, '被询问人（签名并按指纹）：', 34, { fingerprint: true, size: 10.5 })
  handDate(sheet, 190, 268, 10)
}
