import { text } from '../../domain/text.ts'
import { digestOf, said } from '../case/parts.ts'
import { line, two } from '../case/rows.ts'
import { drawStatement } from '../case/statement.ts'
import { fill, plainDay } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { deceasedOf, deceasedRows, from2026, lawOn, ownLayout, personRows, reportDay } from './facts.ts'
import { owners } from './words.ts'

const version = '遗体外运 兰台 1'
const defaults = {
  statement: '本人申请将上列逝者的遗体由{home}运往{destination}，目的地民政部门的接收证明已经出示。',
  duty: '遗体由殡仪馆的专用车辆承运，直接送达接收单位，途中不停放、不改变目的地；火化后将火化证明的编号告知起运的殡仪馆。',
  law: '依据：《殡葬管理条例》第二十九条，遗体需要运往外地的，应当向承运的殡仪馆出示目的地民政部门出具的遗体接收证明。',
}

/** 遗体外运同意书: the body leaves against the acceptance of civil affairs at its destination (第二十九条). */
export const transportOut = paper<'burial.transportOut'>({
  id: 'burial.transportOut',
  title: text('遗体外运同意书', 'Transport-out consent'),
  version, from: from2026,
  source: text(`《殡葬管理条例》（2026年）第二十九条；${ownLayout[0]}`, `Funeral Regulation (2026) art. 29; ${ownLayout[1]}`),
  needs: [text('目的地民政部门的遗体接收证明', 'the acceptance of civil affairs at the destination')],
  texts: defaults,
  facts: ({ record }) => ({ title: `遗体外运同意书 ${record.folded.file.deceased.name}`, author: record.homeName, number: record.folded.id, date: dateOfDay(record.folded.transportedOut?.day ?? reportDay(record)) }),
  record: (request) => {
    const { folded, homeName, sample } = request.record
    const out = folded.transportedOut
    return digestOf('burial.transportOut', version, request, { deceased: deceasedOf(folded), homeName, agent: folded.file.agent, out: out && { day: out.day, destination: out.destination, acceptance: out.acceptance, vehicle: out.vehicle }, sample })
  },
  draw: (sheet, { record, texts }, code) => {
    const { folded, homeName, sample } = record
    const out = folded.transportedOut
    const { agent } = folded.file
    drawStatement(sheet, {
      title: '遗体外运同意书', version, sample,
      rows: [
        ...deceasedRows(folded),
        line('运往', 'place', out?.destination ?? ''),
        line('接收证明', 'acceptance', out?.acceptance.number ?? ''),
        two(['出具机关', 'acceptance', out?.acceptance.issuer ?? ''], ['出具日期', 'acceptance', plainDay(out?.acceptance.issuedOn ?? '')]),
        two(['起运日期', 'place', plainDay(out?.day ?? '')], ['承运车辆', 'place', out?.vehicle ?? '']),
        ...personRows('承办人姓名', 'agent', agent, owners[folded.file.kind]), line('联系电话', 'agent.phone', agent.phone),
      ],
      body: [['homeName', fill(said(defaults, texts, 'statement'), { home: homeName === '' ? '本馆' : homeName, destination: out?.destination ?? '　　　　　　　　' })], ['texts', said(defaults, texts, 'duty')], ['texts', lawOn(out?.day ?? reportDay(record), said(defaults, texts, 'law'))]],
      signers: ['承办人（签名）：'], witness: '殡仪馆经办人（签名）：',
    }, code)
  },
})
