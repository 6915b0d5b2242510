import { text } from '../../domain/text.ts'
import { drawNotice } from '../case/notice.ts'
import { digestOf, said, usualRemedies } from '../case/parts.ts'
import { day, fill } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { basisNames, endingFacts, endingNumber, groundOf, recoveredNames, revocationOf } from './ending.ts'

const version = '撤销登记决定书 兰台 1'
const defaults = {
  facts: '经查，{man}与{woman}于{day}在{office}办理的结婚登记（结婚证字号{number}）存在{ground}的情形，有{authority}{basisDay}出具的{basis}{basisNumber}为据。',
  law: '依照《婚姻登记条例》和最高人民法院、最高人民检察院、公安部、民政部《关于妥善处理以冒名顶替或者弄虚作假的方式办理婚姻登记问题的指导意见》，现决定：',
  first: '一、撤销{man}与{woman}上述结婚登记。',
  second: '二、收回双方所持结婚证（男方印制号{serial0}，{recovered0}；女方印制号{serial1}，{recovered1}）；未收回的，自本决定之日起作废。',
  remedies: usualRemedies.replaceAll('本告知书', '本决定书'),
}

/** 撤销婚姻登记决定书: the registration is revoked, the certificates are collected. */
export const revocationDecision = paper<'marriage.revocationDecision'>({
  id: 'marriage.revocationDecision',
  title: text('撤销婚姻登记决定书', 'Decision of revocation'),
  version,
  from: '2021-11-18',
  source: text('四部门2021年指导意见；《行政复议法》第二十条；《行政诉讼法》第四十六条；文书名称见于公开案例，官方版式未公布', 'Guidance of four bodies (2021); Administrative Reconsideration Law art. 20; Administrative Procedure Law art. 46; the title is known from one published case, the official layout is not published'),
  needs: [text('撤销决定', 'the decision'), text('结婚证收回情况', 'what became of the certificates')],
  texts: defaults,
  facts: ({ record }) => ({ title: `撤销婚姻登记决定书 ${revocationOf(record).decision.number}`, author: record.marriage.officeName, number: endingNumber(record), date: dateOfDay(revocationOf(record).decision.day) }),
  record: (request) => digestOf('marriage.revocationDecision', version, request, endingFacts(request.record)),
  draw: (sheet, { record, texts }, code) => {
    const { decision, basis, ground, certificates } = revocationOf(record)
    const { marriage } = record
    const { parties } = marriage.file
    const values = {
      man: parties[0].name, woman: parties[1].name, day: day(marriage.day), office: marriage.officeName, number: marriage.number, ground: groundOf(ground).title, authority: basis.authority, basisDay: day(basis.day), basis: basisNames[basis.kind], basisNumber: basis.number === '' ? '' : `（${basis.number}）`,
      serial0: marriage.serials[0], serial1: marriage.serials[1], recovered0: recoveredNames[certificates[0]], recovered1: recoveredNames[certificates[1]],
    }
    drawNotice(sheet, {
      title: '撤销婚姻登记决定书', number: decision.number, parties, officeName: decision.authority, day: decision.day, version, sample: record.sample, receipt: 'both', registrar: false, seal: '机关印章',
      body: (['facts', 'law', 'first', 'second', 'remedies'] as const).map((key) => ['authority', fill(said(defaults, texts, key), values)] as const),
      note: '本决定书一式三份，双方当事人各一份，存档一份。',
    }, code)
  },
})
