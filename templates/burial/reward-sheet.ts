import { wayTitle, type RewardFacts } from '../../domain/burial/rewards.ts'
import { text } from '../../domain/text.ts'
import { capitalYuan, yuanFigure } from '../case/money.ts'
import { atRight, digestOf, feet, handDate, mark, said, sealPlace, signature, title } from '../case/parts.ts'
import { line, two } from '../case/rows.ts'
import { plainDay } from '../case/words.ts'
import type { RewardRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { table, type Row } from '../table.ts'
import { deceasedOf, deceasedRows, ownLayout, personRows } from './facts.ts'
import { owners, placementTitle, placeWords } from './words.ts'

const version = '奖补发放单 兰台 1'
const defaults = {
  statement: '上列奖补依据公布的政策发放，同一逝者只享受一次；领款人对金额没有异议，材料真实。',
}
const proofs: Readonly<Record<RewardFacts['proofs'][number], string>> = { eventCertificate: '海葬（生态葬）证书', placementRecord: '安葬记录', cremationCertificate: '火化证明', donationCertificate: '捐献证书' }
const payees = { family: '逝者家属', provider: '服务单位' } as const

/** 节地生态安葬奖补发放单: the policy, the proofs, each way with its amount, and who is paid what. */
export const rewardSheet = paper<'burial.rewardSheet'>({
  id: 'burial.rewardSheet',
  title: text('节地生态安葬奖补发放单', 'Reward sheet'),
  version,
  from: '2016-02-19',
  source: text(`地方节地生态安葬奖补政策；${ownLayout[0]}`, `Local policies on eco-burial rewards; ${ownLayout[1]}`),
  needs: [text('已核定的奖补', 'a granted reward')],
  texts: defaults,
  facts: ({ record }) => ({ title: `节地生态安葬奖补发放单 ${record.granted.number}`, author: record.officeName, number: record.folded.id, date: dateOfDay(record.granted.day) }),
  record: (request) => {
    const { folded, granted, policyTitle, documentNumber, officeName, sample } = request.record
    return digestOf('burial.rewardSheet', version, request, { deceased: deceasedOf(folded), agent: folded.file.agent, place: restOf(request.record), granted, policyTitle, documentNumber, officeName, sample })
  },
  draw: (sheet, { record, texts }, code) => {
    const { folded, granted, officeName } = record
    const { agent, kind } = folded.file
    sheet.page()
    mark(sheet, record)
    title(sheet, 28, '节地生态安葬奖补发放单', 21, 0.12)
    sheet.text('number', 190, 38, `编号：${granted.number}`, { size: 10.5, align: 'right', within: 120 })
    let y = table(sheet, 20, 41, [
      ...deceasedRows(folded, 9),
      two(['安葬日期', 'resting', plainDay(granted.facts.days.placement)], ['核定日期', 'resting', plainDay(granted.day)], 9),
      line('安葬地点', 'resting', restOf(record), 9, 11),
      ...personRows('申请人', 'agent', agent, owners[kind], 9),
      line('联系电话', 'agent.phone', agent.phone, 9),
      line('政策依据', 'policy', `${record.policyTitle}，${record.documentNumber === '' ? '文号未见' : `文号 ${record.documentNumber}`}`, 11, 11),
      line('核验材料', 'resting', granted.facts.proofs.map((proof) => proofs[proof]).join('、'), 9, 11),
    ]) + 5
    const amounts = (first: string, rows: readonly (readonly [string, number])[]): void => {
      y = table(sheet, 20, y, [
        { height: 8.4, cells: [{ width: 90, label: first, plain: true }, { width: 80, label: '金额（元）', plain: true }] },
        ...rows.map(([words, fen]): Row => ({ height: 8, cells: [{ width: 90, field: 'texts', value: words, size: 11, clearance: 1 }, { width: 80, field: 'texts', value: yuanFigure(fen), font: 'hei', size: 11, align: 'right', clearance: 1 }] })),
      ]) + 4
    }
    amounts('安葬方式', [...granted.ways.map(({ way, fen }) => [wayTitle(way).zh, fen] as const), ['合　　计', granted.fen]])
    amounts('发放对象', granted.payees.map(({ payee, fen }) => [payee === 'family' ? `${payees.family}（${agent.name}）` : payees.provider, fen] as const))
    y = table(sheet, 20, y, [
      { height: 9, cells: [{ width: 30, label: '合计大写' }, { width: 140, field: 'texts', value: `人民币${capitalYuan(granted.fen)}`, size: 12 }] },
      { height: 9, cells: [{ width: 30, label: '开户银行' }, { width: 56, blank: true }, { width: 30, label: '账号' }, { width: 54, blank: true }] },
    ]) + 7
    if (y > 218) {
      sheet.page()
      mark(sheet, record)
      sheet.text('number', 20, 26, `（续）编号：${granted.number}`, { size: 10, within: 150 })
      y = 40
    }
    y = sheet.paragraph('texts', 20, y, 170, said(defaults, texts, 'statement'), { size: 10.5 })
    const end = Math.max(y + 8, sheet.pages.length > 1 ? 0 : 232)
    signature(sheet, 20, end, '领款人（签名）：', 34, { size: 11 })
    handDate(sheet, 120, end, 10)
    signature(sheet, 20, end + 11, '经办人（签名）：', 34, { size: 11 })
    signature(sheet, 20, end + 22, '审核人（签名）：', 34, { size: 11 })
    atRight(sheet, 'officeName', 186, end, 60, officeName)
    sealPlace(sheet, 164, end + 10, 15, '单位印章')
    sheet.text('texts', 186, end + 22, plainDay(granted.day), { size: 12, align: 'right' })
    feet(sheet, version, code)
  },
})

const restOf = ({ folded }: RewardRecord): string => {
  const last = folded.resting.at(-1)
  return last === undefined ? (folded.donated?.institution ?? '') : `${placementTitle(last.how)}　${placeWords(last.place)}`
}
