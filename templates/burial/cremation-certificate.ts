import { text } from '../../domain/text.ts'
import { digestOf, said } from '../case/parts.ts'
import { line, two } from '../case/rows.ts'
import { fill, plainDay, plainMoment } from '../case/words.ts'
import type { BurialRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { deceasedOf, deceasedRows, from2026, ownLayout, personRows, required } from './facts.ts'
import { drawSlip } from './slip.ts'
import { deceasedNumber, headOf, isRelative, owners, relation, things } from './words.ts'

const version = '火化证明 兰台 1'
const defaults = {
  statement: '上列{owner}的{thing}已于{day}在本馆火化，特此证明。',
  reissue: '本证明系补发，原火化证明编号：{before}。自本证明发给之日起，原证明不再使用。',
  collector: '领取人不是{owner}的亲属，身份：{relation}，委托或者指派的文书已经查验。',
}

const factsOf = ({ folded, number }: BurialRecord) => {
  const cremation = required(folded.cremation, '还没有在本馆火化', 'Nothing was cremated here yet')
  const issued = folded.certificates.find((one) => one.number === number) ?? folded.certificates.at(-1)
  return { cremation, issued, number: issued?.number ?? cremation.number, day: issued?.day ?? cremation.day }
}

/** 火化证明: what the home certifies after the cremation, above the stub that whoever takes it signs. */
export const cremationCertificate = paper<'burial.cremationCertificate'>({
  id: 'burial.cremationCertificate',
  title: text('火化证明', 'Cremation certificate'),
  version, from: from2026,
  source: text(`《殡葬管理条例》（2026年）第二十八条：火化后由殡仪馆出具；项目参照地方通知，${ownLayout[0]}`, `Funeral Regulation (2026) art. 28: issued by the home after the cremation; its fields follow local notices, ${ownLayout[1]}`),
  needs: [text('火化记录', 'the cremation')],
  texts: defaults,
  facts: ({ record }) => ({ title: `${headOf(record.folded.file.kind, '火化证明')} ${factsOf(record).number}`, author: record.homeName, number: record.folded.id, date: dateOfDay(factsOf(record).day) }),
  record: (request) => {
    const { record } = request
    const { cremation: { startedAt, endedAt, furnace, homeName, day }, issued, number } = factsOf(record)
    return digestOf('burial.cremationCertificate', version, request, { deceased: deceasedOf(record.folded), number, cremation: { day, startedAt, endedAt, furnace, homeName }, issued: issued && { day: issued.day, to: issued.to, reissueOf: issued.reissueOf }, agent: record.folded.file.agent, sample: record.sample })
  },
  draw: (sheet, { record, texts }, code) => {
    const { folded, sample } = record
    const { cremation, issued, number, day } = factsOf(record)
    const { kind, agent, deceased } = folded.file
    const owner = owners[kind]
    const before = issued?.reissueOf ?? ''
    const head = `${headOf(kind, '火化证明')}${before === '' ? '' : '（补发）'}`
    const collector = issued?.to ?? { name: '', identityNumber: '', relation: '' as const }
    drawSlip(sheet, {
      title: head, number, version, sample, issuer: cremation.homeName, day: plainDay(day), seal: '殡仪馆印章',
      rows: [
        ...deceasedRows(folded, 11),
        two(['开始火化', 'cremation', plainMoment(cremation.startedAt)], ['火化结束', 'cremation', plainMoment(cremation.endedAt)], 11),
        two(['火化炉', 'cremation', cremation.furnace], ['火化场所', 'homeName', cremation.homeName], 11),
        two(['丧事承办人', 'agent.name', agent.name], [`与${owner}关系`, 'agent', relation(agent.relation)], 11),
      ],
      body: [['texts', fill(said(defaults, texts, 'statement'), { owner, thing: things[kind], day: plainDay(cremation.day) })], ['number', before === '' ? '' : fill(said(defaults, texts, 'reissue'), { before })]],
      stub: {
        rows: [
          two([`${owner}姓名`, 'deceased.name', deceased.name], ['证件号码', 'deceased.identityNumber', deceasedNumber(deceased)], 7.2),
          two(['火化日期', 'cremation', plainDay(cremation.day)], ['发证日期', 'cremation', issued === undefined ? '' : plainDay(day)], 7.2),
          ...personRows('领取人', 'collector', collector, owner, 7.2),
          ...(before === '' ? [] : [line('原证编号', 'number', before, 7.2)]),
        ],
        ticks: [[`领取人是${owner}的亲属`, issued !== undefined && isRelative(collector.relation)], ['领取人不是亲属', issued !== undefined && !isRelative(collector.relation)]],
        remark: issued === undefined || isRelative(collector.relation) ? '' : fill(said(defaults, texts, 'collector'), { owner, relation: relation(collector.relation) }),
        signer: '领取人（签名）：',
      },
    }, code)
  },
})
