import { text } from '../../domain/text.ts'
import { Flow } from '../case/flow.ts'
import { capitalYuan, yuanFigure } from '../case/money.ts'
import { digestOf, feet, handDate, said, sealPlace, signature, title } from '../case/parts.ts'
import { line, two } from '../case/rows.ts'
import { fill, plainDay } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { table } from '../table.ts'
import { from2026, ownLayout } from './facts.ts'
import { agreementOf, kindOf, plotFacts, plotNumber, preNeedWords, sizeWords, unitOf } from './plots.ts'
import { relation } from './words.ts'

const version = '墓位使用协议 兰台 1'
const defaults = {
  opening: '根据《殡葬管理条例》等规定，甲乙双方就上列{unit}的使用达成如下协议：',
  term: '一、使用期限自{from}起至{to}止，一个使用周期最长不超过二十年。期满需要继续使用的，乙方应当在期满前办理续期，按规定交纳维护管理费；逾期未办理的，甲方应当书面通知乙方，不得自行处置。',
  fees: '二、乙方应交{unit}使用费人民币{fee}（￥{feeFigure}），本周期维护管理费人民币{upkeep}（￥{upkeepFigure}）。甲方按公布的价目收费并出具票据，不得另行加收费用。',
  upkeep: '三、甲方负责{unit}和公共区域的日常维护、清洁、绿化和安全，维护管理费专户存储、专款专用；因甲方原因造成损坏的，由甲方负责修复。',
  use: '四、{unit}只能用于安葬（安放）约定的逝者，凭死亡证明、火化证明等办理。乙方不得转让、转租或者买卖{unit}，不得扩大占地、加高墓碑或者改变用途。',
  rite: '五、乙方祭扫应当文明节俭，遵守甲方公布的安全和环境保护规定。',
  leave: '六、乙方迁出或者退还{unit}的，应当办理起出和注销手续，未到期的维护管理费按公布的办法结算。',
  change: '七、持有人的联系方式有变更的，乙方应当及时告知甲方；持有人去世的，由其继承人协商确定新的联系人并登记。',
  dispute: '八、本协议未尽事项按法律、法规和国家规定办理；发生争议的，协商解决，协商不成的，依法申请调解或者向人民法院起诉。',
  copies: '九、本协议一式两份，甲乙双方各执一份，自双方签章之日起生效。',
}

/** 墓位（格位）使用协议: place, term of twenty years at most, fees, upkeep, and that it cannot be sold on. */
export const plotAgreement = paper<'burial.plotAgreement'>({
  id: 'burial.plotAgreement',
  title: text('墓位（格位）使用协议', 'Plot agreement'),
  version, from: from2026,
  source: text(`《殡葬管理条例》（2026年）第三十三至三十七条：周期不超过二十年、维护管理费、凭证安葬；条款为示范，${ownLayout[0]}`, `Funeral Regulation (2026) arts. 33–37; the clauses are a model, ${ownLayout[1]}`),
  needs: [text('已签订的使用协议', 'a contracted plot')],
  texts: defaults,
  facts: ({ record }) => ({ title: `${unitOf(record)}使用协议 ${agreementOf(record).agreement}`, author: record.officeName, number: plotNumber(record, agreementOf(record).agreement), date: dateOfDay(agreementOf(record).day) }),
  record: (request) => {
    const { renewals: _renewals, ...facts } = plotFacts(request.record)
    return digestOf('burial.plotAgreement', version, request, facts)
  },
  draw: (sheet, { record, texts }, code) => {
    const contract = agreementOf(record)
    const { holder } = contract
    const unit = unitOf(record)
    const { facts: cemetery } = record.cemetery
    const flow = new Flow(sheet, 0, { sample: record.sample, top: 36, bottom: 268, head: () => sheet.text('number', 20, 26, `（续）协议编号：${contract.agreement}`, { size: 10, within: 150 }) })
    title(sheet, 29, `${unit}使用协议`, 22)
    sheet.text('number', 190, 39, `协议编号：${contract.agreement}`, { size: 10.5, align: 'right', within: 130 })
    const preNeed = preNeedWords(contract)
    flow.y = table(sheet, 20, 42, [
      line('甲方', 'cemetery', `${cemetery.name}（${kindOf(record)}）`, 9),
      line('批准或备案', 'cemetery', [cemetery.authority, cemetery.document].filter((part) => part !== '').join('　'), 9, 11),
      two(['乙方', 'holder.name', holder.name], ['联系电话', 'holder.phone', holder.phone], 9),
      two(['证件号码', 'holder.identityNumber', holder.identityNumber], ['与逝者关系', 'holder', relation(holder.relation)], 9),
      line(`${unit}位置`, 'place', record.words, 10, 12.5),
      line(`${unit}规格`, 'place', sizeWords(record), 9, 11),
      ...(contract.proof === '' ? [] : [line('安葬凭证', 'place', contract.proof, 9, 11)]),
      ...(preNeed === '' ? [] : [line('生前购置理由', 'place', preNeed, 9, 11)]),
    ]) + 7.5
    const values = { unit, from: plainDay(contract.day), to: plainDay(contract.to), fee: capitalYuan(contract.feeFen), feeFigure: yuanFigure(contract.feeFen), upkeep: capitalYuan(contract.upkeepFen), upkeepFigure: yuanFigure(contract.upkeepFen) }
    for (const key of Object.keys(defaults)) flow.write('texts', fill(said(defaults, texts, key), values), { size: 10.5, leading: 1.52 })
    flow.need(46)
    const end = flow.y + 8
    sheet.cell('cemetery', 20, end - 6.6, 86, 10, `甲方（盖章）：${cemetery.name}`, { size: 11.5, padding: 0, clearance: 0.4 })
    sealPlace(sheet, 62, end + 17, 15, '甲方印章')
    handDate(sheet, 88, end + 36, 10.5)
    signature(sheet, 112, end, '乙方（签名）：', 34, { size: 11.5, fingerprint: false })
    sheet.circle(164, end + 16, 9, 0.15, { colour: 0.55, dash: [0.8, 0.8] })
    sheet.text('texts', 164, end + 17, '指　印', { size: 7, align: 'centre', colour: 0.6 })
    handDate(sheet, 188, end + 36, 10.5)
    feet(sheet, version, code)
  },
})
