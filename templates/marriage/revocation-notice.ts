import { text } from '../../domain/text.ts'
import { drawNotice } from '../case/notice.ts'
import { digestOf, said } from '../case/parts.ts'
import { day, fill } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { basisNames, endingFacts, endingNumber, groundOf, revocationOf } from './ending.ts'

const version = '撤销登记告知书 兰台 1'
const defaults = {
  facts: '你们于{day}在{office}办理结婚登记，结婚证字号{number}。经查，该结婚登记存在{ground}的情形，有{authority}{basisDay}出具的{basis}{basisNumber}为据。',
  law: '依照《婚姻登记条例》和最高人民法院、最高人民检察院、公安部、民政部《关于妥善处理以冒名顶替或者弄虚作假的方式办理婚姻登记问题的指导意见》，本机关拟撤销上述结婚登记，收回结婚证，并按照规定记载和上传。',
  hearing: '现将拟作出决定的事实、理由和依据告知你们。你们可以自收到本告知书之日起五个工作日内，向本机关提出陈述和申辩，并提交有关证据；逾期不提出的，视为放弃。',
}

/** 撤销婚姻登记告知书: told to both before the registration is revoked. */
export const revocationNotice = paper<'marriage.revocationNotice'>({
  id: 'marriage.revocationNotice',
  title: text('撤销婚姻登记告知书', 'Notice of a revocation'),
  version,
  from: '2021-11-18',
  source: text('四部门2021年指导意见；文书名称见于公开案例，官方版式未公布，陈述申辩期限为兰台所拟', 'Guidance of four bodies (2021); the title is known from one published case, the official layout is not published, the term for a statement is Lantai’s proposal'),
  needs: [text('撤销的依据和事由', 'basis and ground of the revocation')],
  texts: defaults,
  facts: ({ record }) => ({ title: `撤销婚姻登记告知书 ${endingNumber(record)}`, author: record.marriage.officeName, number: endingNumber(record), date: dateOfDay(revocationOf(record).decision.toldDay || revocationOf(record).decision.day) }),
  record: (request) => digestOf('marriage.revocationNotice', version, request, endingFacts(request.record)),
  draw: (sheet, { record, texts }, code) => {
    const { decision, basis, ground } = revocationOf(record)
    const { marriage } = record
    const values = { day: day(marriage.day), office: marriage.officeName, number: marriage.number, ground: groundOf(ground).title, authority: basis.authority, basisDay: day(basis.day), basis: basisNames[basis.kind], basisNumber: basis.number === '' ? '' : `（${basis.number}）` }
    drawNotice(sheet, {
      title: '撤销婚姻登记告知书', number: '', parties: marriage.file.parties, officeName: decision.authority, day: decision.toldDay, version, sample: record.sample, receipt: 'both', registrar: false, seal: '机关印章',
      body: (['facts', 'law', 'hearing'] as const).map((key) => ['authority', fill(said(defaults, texts, key), values)] as const),
      note: '本告知书一式三份，双方当事人各一份，存档一份。',
    }, code)
  },
})
