import { text } from '../../domain/text.ts'
import { Flow } from '../case/flow.ts'
import { digestOf, feet, handDate, said, signature, title } from '../case/parts.ts'
import { line } from '../case/rows.ts'
import { dayOrBlank, fill, orBlank, person, residence } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { table } from '../table.ts'
import { coupleWithSexRows, issuanceDay, marriageOf } from './facts.ts'

const version = '离婚协议书 兰台 1'
const defaults = {
  opening: '双方于{day}在{office}登记结婚，结婚证字号{number}。双方均具有完全民事行为能力，现因夫妻感情破裂，自愿离婚，经平等协商，就离婚有关事项达成如下协议：',
  will: '双方自愿离婚，系各自真实意思表示，没有受到任何一方或者他人的胁迫、欺骗。',
  children: '（写明子女姓名、出生日期，由谁直接抚养，抚养费的负担、数额、期限和支付方式，探望的方式和时间；没有子女的写“无”。）',
  property: '（写明房屋、存款、车辆、股权、家具等共同财产的归属和办理过户的时间；没有的写“无”。）',
  debts: '（写明共同债权债务的承担；没有的写“无”。）',
  others: '（如住房、经济帮助、户口迁移等；没有的写“无”。）',
  closing: '本协议一式三份，内容完全相同，双方各执一份，婚姻登记机关存档一份，自双方取得离婚证之日起生效。双方已经逐条阅读本协议，完全理解并同意其内容。',
}

/** 离婚协议书: the form both write in and sign before the registrar, three originals alike. */
export const agreement = paper<'divorce.agreement'>({
  id: 'divorce.agreement',
  title: text('离婚协议书', 'Divorce agreement'),
  version,
  from: '2021-01-01',
  source: text('《民法典》第一千零七十六条、《婚姻登记条例》第十三条规定应当载明的内容；写明“无”、怀孕条款、一式三份据地方规定，印章用语据《婚姻登记工作规范》（民发〔2015〕230号）第五十六条；官方版式未公布，供当事人参考使用', 'What Civil Code art. 1076 and Regulation art. 13 require; writing “none”, the clause on pregnancy and three originals follow local rules, the words of the stamp the Norms of 2015, art. 56; no official layout is published, the form is an offer and the parties may use their own'),
  needs: [text('双方当事人信息', 'both person blocks'), text('结婚登记信息', 'the marriage')],
  texts: defaults,
  facts: ({ record }) => ({ title: `离婚协议书 ${record.folded.file.parties.map(({ name }) => name).join('、')}`, author: record.officeName, number: record.folded.id, date: dateOfDay(issuanceDay(record)) }),
  record: (request) => digestOf('divorce.agreement', version, request, { officeName: request.record.officeName, parties: request.record.folded.file.parties.map((party) => ({ ...person(party), residence: party.residence })), marriage: marriageOf(request.record), sample: request.record.sample }),
  draw: (sheet, { record, texts }, code) => {
    const { parties, marriage } = record.folded.file
    const flow = new Flow(sheet, 48, { sample: record.sample, top: 34, bottom: 258 })
    title(sheet, 34, '离　婚　协　议　书', 22)
    const [man, woman] = coupleWithSexRows(record)
    flow.y = table(sheet, 20, 42, [
      ...(man === undefined ? [] : [man]), line('男方住址', 'parties.0.residence', residence(parties[0]), 10.5, 11),
      ...(woman === undefined ? [] : [woman]), line('女方住址', 'parties.1.residence', residence(parties[1]), 10.5, 11),
    ]) + 9
    flow.write('marriage.office', fill(said(defaults, texts, 'opening'), { day: dayOrBlank(marriage.day), office: orBlank(marriage.office, '　　　　　　　　　　　'), number: orBlank(marriage.number, '　　　　　　　　') }), { size: 11.5, leading: 1.6 })
    heading(flow, sheet, '一、自愿离婚')
    flow.write('texts', said(defaults, texts, 'will'), { size: 11.5, leading: 1.6 })
    heading(flow, sheet, '二、子女抚养')
    toWrite(flow, sheet, said(defaults, texts, 'children'), 6)
    heading(flow, sheet, '三、财产处理')
    toWrite(flow, sheet, said(defaults, texts, 'property'), 6)
    heading(flow, sheet, '四、债权债务处理')
    toWrite(flow, sheet, said(defaults, texts, 'debts'), 4)
    heading(flow, sheet, '五、女方怀孕情况')
    pregnancy(flow, sheet)
    heading(flow, sheet, '六、其他约定')
    toWrite(flow, sheet, said(defaults, texts, 'others'), 3)
    flow.need(30)
    flow.gap(2)
    flow.write('texts', said(defaults, texts, 'closing'), { size: 11.5, leading: 1.6 })
    close(flow, sheet)
    feet(sheet, version, code, '本协议不得涂改；有涂改的重新打印。请打印三份，在婚姻登记员面前签名。')
  },
})

const heading = (flow: Flow, sheet: Sheet, words: string): void => {
  flow.need(26)
  flow.gap(1.5)
  sheet.text('texts', flow.left, flow.y, words, { font: 'heiBold', size: 11.5 })
  flow.gap(6)
}

/** A hint, and ruled lines to write on by hand. */
const toWrite = (flow: Flow, sheet: Sheet, hint: string, lines: number): void => {
  flow.write('texts', hint, { size: 9, leading: 1.45, indent: 0 })
  flow.gap(1.5)
  for (let i = 0; i < lines; i++) {
    flow.need(8)
    flow.gap(7.6)
    sheet.line(flow.left, flow.y - 3.2, flow.left + flow.width, flow.y - 3.2, 0.12, { colour: 0.45 })
  }
  flow.gap(2.5)
}

const pregnancy = (flow: Flow, sheet: Sheet): void => {
  const tick = (x: number, words: string): number => {
    sheet.box(x, flow.y, false, 3.2)
    return sheet.text('texts', x + 4.6, flow.y, words, { size: 11 })
  }
  flow.need(26)
  tick(flow.left + 2, '女方现未怀孕。')
  flow.gap(7)
  let x = tick(flow.left + 2, '女方现已怀孕，离婚由')
  x = tick(x + 2, '男方')
  x = tick(x + 3, '女方')
  sheet.text('texts', x + 3, flow.y, '提出；对所怀子女的安排：', { size: 11 })
  toWrite(flow, sheet, '', 2)
}

const close = (flow: Flow, sheet: Sheet): void => {
  flow.need(74)
  flow.gap(9)
  for (const [at, who] of [[20, '男方'], [108, '女方']] as const) {
    signature(sheet, at, flow.y, `${who}（签名）：`, 28, { fingerprint: true, size: 10.5 })
    handDate(sheet, at + 58, flow.y + 12, 10.5)
  }
  flow.gap(20)
  for (const [at, words, under] of [[20, '此件与存档件一致，涂改无效', '（当事人执存的两份）'], [108, '存档件', '（婚姻登记机关存档的一份）']] as const) {
    sheet.frame(at, flow.y, 82, 30, 0.15, { colour: [0.85, 0.5, 0.5], dash: [1, 1] })
    sheet.text('texts', at + 41, flow.y + 13, `加盖“${words}”印章处`, { size: 9, align: 'centre', colour: [0.8, 0.5, 0.5] })
    sheet.text('texts', at + 41, flow.y + 19, under, { size: 8, align: 'centre', colour: [0.8, 0.5, 0.5] })
  }
  flow.gap(36)
}

