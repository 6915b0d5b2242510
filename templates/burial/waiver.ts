import { waiverItems, groupOf, itemGroups, itemGroupTitles, statisticalClasses, titleOf, type ItemGroup } from '../../domain/waiver/codes.ts'
import { unresolvedBearer } from '../../domain/waiver/bearers.ts'
import type { SettledWaiver } from '../../domain/waiver/actions.ts'
import { Flow } from '../case/flow.ts'
import { paged } from '../case/lists.ts'
import { capitalYuan, yuanFigure } from '../case/money.ts'
import { title } from '../case/parts.ts'
import { line, two } from '../case/rows.ts'
import { plainDay, plainDaysIn } from '../case/words.ts'
import type { PrintedPolicy, WaiverRecord } from '../contract.ts'
import type { Sheet } from '../sheet.ts'
import { table, type Cell, type Row } from '../table.ts'
import { deceasedOf } from './facts.ts'
import { deceasedNumber, headOf, owners, relation } from './words.ts'

/** What a waiver sheet says, and so what its digest holds. */
export const waiverFacts = ({ folded, settled: { waiver, number }, policies, officeName, homeName, reversedOn, sample }: WaiverRecord) =>
  ({ deceased: deceasedOf(folded), agent: folded.file.agent, number, waiver, policies, officeName, homeName, reversedOn, cremation: cremationOf(folded), sample })

const cremationOf = ({ cremation, elsewhere }: WaiverRecord['folded']) => (cremation !== null ? { day: cremation.day, home: cremation.homeName, number: cremation.number } : elsewhere !== null ? { day: elsewhere.day, home: elsewhere.home, number: elsewhere.number } : undefined)

const byId = <T extends { readonly id: string }>(entries: readonly T[], id: string): T | undefined => entries.find((entry) => entry.id === id)
const policyOf = ({ policies }: WaiverRecord, id: string): PrintedPolicy | undefined => byId(policies, id.split('/')[0] ?? id)

/** The policies that gave something, in the order in which they were asked. */
export const usedPolicies = ({ policies, settled: { waiver } }: WaiverRecord): readonly PrintedPolicy[] => policies.filter(({ id }) => waiver.grants.some((grant) => grant.policy === id))

/** ①, ② … where several policies gave something, so that each line says by which. */
const signOf = (record: WaiverRecord, grant: string): string => {
  const used = usedPolicies(record)
  const place = used.findIndex(({ id }) => id === (grant.split('/')[0] ?? grant))
  return used.length < 2 || place < 0 ? '' : String.fromCodePoint(0x2460 + Math.min(place, 19))
}

/** A policy with its document, and that nobody has compared it where that is so. */
export const policyWords = ({ title: name, document, documentNumber, verified }: PrintedPolicy): string =>
  `${name}${document === '' || document === name ? '' : `（《${document}》）`}，${documentNumber === '' ? '文号未见' : `文号 ${documentNumber}`}${verified ? '' : '，未核对原文'}`

/** Who was relieved and by which clause, one for each layer that gave something. */
const classWords = (record: WaiverRecord): string => [...new Set(record.settled.waiver.grants.map((grant) => {
  const found = byId(policyOf(record, grant.policy)?.classes ?? [], grant.class)
  const counted = statisticalClasses.find(({ code }) => code === grant.counted)?.zh ?? ''
  return `${found?.title ?? counted}${found === undefined || found.clause === '' ? '' : `（${found.clause}）`}`
}))].join('；')

/** The head of the sheet: the deceased, who settles, the policies. */
export const headRows = (record: WaiverRecord): Row[] => {
  const { folded } = record
  const { deceased, agent, kind } = folded.file
  const cremation = cremationOf(folded)
  const owner = owners[kind]
  const used = usedPolicies(record)
  const policies = used.map((policy) => `${signOf(record, policy.id)}${policyWords(policy)}`).join('\n')
  const height = 8.4
  return [
    two([`${owner}姓名`, 'deceased.name', deceased.name], ['证件号码', 'deceased.identityNumber', deceasedNumber(deceased)], height),
    two(['死亡日期', 'deceased', plainDay(deceased.death)], ['火化日期', 'cremation', plainDay(cremation?.day ?? '')], height),
    two(['火化场所', 'homeName', cremation?.home ?? ''], ['火化证编号', 'number', cremation?.number ?? ''], height),
    two(['承办人', 'agent.name', agent.name], [`与${owner}关系`, 'agent', relation(agent.relation)], height),
    two(['证件号码', 'agent.identityNumber', agent.identityNumber], ['联系电话', 'agent.phone', agent.phone], height),
    line('减免对象', 'policy', classWords(record), height, 11),
    line('政策依据', 'policy', policies, Math.max(height, 4.6 * used.reduce((sum, one) => sum + Math.ceil([...policyWords(one)].length / 38), 0) + 3.4), 9.5),
  ]
}

const widths = [10, 37, 33, 22, 22, 22, 24] as const
const heads = ['序号', '服务项目', '数量×单价', '实际费用', '政策限额', '减免金额', '自付金额']
const amount = (width: number, fen: number | null, bold = false): Cell => ({ width, field: 'texts', value: fen === null ? '—' : yuanFigure(fen), font: 'hei', size: bold ? 10 : 9.5, align: 'right', padding: 1.4, single: true, clearance: 0.8 })
const rowHeight = 7.2

/** Lines of the bill in groups with their sums: basic items, vigil hall and the rest apart. */
const lineRows = (record: WaiverRecord): Row[] => {
  const { settled: { waiver } } = record
  let place = 0
  const order = (item: string): number => waiverItems.findIndex(({ code }) => code === item)
  const of = (group: ItemGroup): Row[] => {
    const lines = waiver.lines.filter(({ item }) => groupOf(item) === group).toSorted((a, b) => order(a.item) - order(b.item))
    if (lines.length === 0) return []
    return [
      ...lines.map((one): Row => {
        const billed = byId(waiver.facts.lines, one.id)
        place += 1
        return { height: rowHeight, cells: [
          { width: widths[0], field: 'texts', value: String(place), font: 'song', size: 9.5, align: 'centre', clearance: 0.8 },
          { width: widths[1], field: 'texts', value: `${titleOf(one.item).zh}${signOf(record, one.policy)}`, size: 10, clearance: 0.8 },
          { width: widths[2], field: 'texts', value: billed === undefined ? '' : `${billed.quantity}${titleOf(billed.unit).zh}×${yuanFigure(billed.unitPriceFen)}`, font: 'song', size: 9, single: true, clearance: 0.8 },
          amount(widths[3], one.actualFen), amount(widths[4], one.capFen), amount(widths[5], one.waivedFen), amount(widths[6], one.selfPaidFen),
        ] }
      }),
      sumRow(`${itemGroupTitles[group].zh}小计`, sumsOf(lines)),
    ]
  }
  return [...itemGroups.flatMap(of), sumRow('合　　计', { actual: waiver.actualFen, waived: waiver.waivedFen, self: waiver.selfPaidFen })]
}

const sumsOf = (lines: SettledWaiver['lines']) => ({
  actual: lines.reduce((sum, one) => sum + one.actualFen, 0), waived: lines.reduce((sum, one) => sum + one.waivedFen, 0), self: lines.reduce((sum, one) => sum + one.selfPaidFen, 0),
})
const sumRow = (words: string, { actual, waived, self }: ReturnType<typeof sumsOf>): Row => ({ height: rowHeight, cells: [
  { width: widths[0] + widths[1] + widths[2], label: words, plain: true, size: 10 }, amount(widths[3], actual, true), amount(widths[4], null), amount(widths[5], waived, true), amount(widths[6], self, true),
] })

/** A row with an amount in capitals and in figures. */
const capitals = (words: string, fen: number): Row => ({ height: 8.6, cells: [{ width: 30, label: words, plain: true }, { width: 100, field: 'texts', value: `人民币${capitalYuan(fen)}`, size: 11.5 }, { width: 40, field: 'texts', value: `￥${yuanFigure(fen)}`, font: 'hei', size: 11, align: 'right', single: true }] })

/** Begins a sheet: title, number, days; gives the flow below it. */
const begin = (sheet: Sheet, record: WaiverRecord, words: string): Flow => {
  const { settled: { number, waiver } } = record
  const flow = new Flow(sheet, 44, { sample: record.sample, top: 34, bottom: 262, head: () => sheet.text('number', 20, 26, `（续）编号：${number}`, { size: 10, within: 150 }) })
  title(sheet, 26, headOf(record.folded.file.kind, words), 20, 0.12)
  sheet.cell('officeName', 20, 29, 100, 9, `办理单位：${record.homeName === '' ? record.officeName : record.homeName}`, { size: 10, padding: 0, vertical: 'bottom', clearance: 0.8 })
  sheet.text('number', 190, 32.4, `编号：${number}`, { size: 10, align: 'right', within: 66 })
  sheet.text('texts', 190, 37.4, `结算日期：${plainDay(waiver.day)}　单位：元`, { size: 10, align: 'right' })
  return flow
}

/** A table that goes on over the page, its head repeated; gives the y below it. */
const flowing = (sheet: Sheet, flow: Flow, head: Row, rows: readonly Row[]): void => {
  const parts = paged(rows, flow.bottom - flow.y - head.height, flow.bottom - 34 - head.height)
  parts.forEach((part, i) => {
    if (i > 0) flow.turn()
    flow.y = table(sheet, 20, flow.y, [head, ...part])
  })
}

/** Draws the whole sheet up to its signatures: head, lines, capitals, bearers, and why. */
export const drawWaiver = (sheet: Sheet, record: WaiverRecord, words: string, more: readonly Row[], notes: readonly string[]): Flow => {
  const { settled: { waiver } } = record
  const flow = begin(sheet, record, words)
  flow.y = table(sheet, 20, 39.5, [...headRows(record), ...more]) + 4
  flowing(sheet, flow, { height: 8.4, cells: heads.map((label, i): Cell => ({ width: widths[i] ?? 20, label, plain: true, size: 10 })) }, lineRows(record))
  flow.gap(4)
  if (flow.y + 26 > flow.bottom) flow.turn()
  flow.y = table(sheet, 20, flow.y, [capitals('减免金额', waiver.waivedFen), capitals('自付金额', waiver.selfPaidFen)]) + 4
  const bearers = bearersOf(record)
  if (bearers.length > 0) flowing(sheet, flow, { height: 7.6, cells: [{ width: 92, label: '负担单位', plain: true, size: 10 }, { width: 38, label: '负担金额', plain: true, size: 10 }, { width: 40, label: '占减免金额', plain: true, size: 10 }] }, bearers.map(({ name, fen }): Row => ({ height: rowHeight, cells: [
    { width: 92, field: 'bearer', value: name, size: 10, clearance: 0.8 }, amount(38, fen), { width: 40, field: 'texts', value: waiver.waivedFen === 0 ? '' : `${(fen / waiver.waivedFen * 100).toFixed(2)}%`, font: 'hei', size: 9.5, align: 'right', clearance: 0.8 },
  ] })))
  flow.gap(7.5)
  for (const note of notes) {
    flow.need(4)
    sheet.text('texts', 20, flow.y, note, { font: 'heiBold', size: 10.5, within: 170 })
    flow.gap(6)
  }
  flow.need(12)
  sheet.text('texts', 20, flow.y, '计算说明', { font: 'heiBold', size: 10.5 })
  flow.gap(5.6)
  waiver.explanation.forEach(({ zh }, i) => flow.write('explanation', `${i + 1}．${plainDaysIn(zh).replace(/。$/, '')}。`, { size: 9.5, leading: 1.5, indent: 0 }))
  return flow
}

/** What each bearer pays over all layers, in the order of the grants. */
const bearersOf = (record: WaiverRecord): readonly { readonly name: string; readonly fen: number }[] => {
  const sums = new Map<string, number>()
  for (const grant of record.settled.waiver.grants) {
    const policy = policyOf(record, grant.policy)
    for (const { bearer, fen } of grant.bearers) {
      const name = bearer === 'unresolved' ? unresolvedBearer.zh : byId(policy?.bearers ?? [], bearer)?.title ?? bearer
      sums.set(name, (sums.get(name) ?? 0) + fen)
    }
  }
  return [...sums].map(([name, fen]) => ({ name, fen }))
}

/** What must be said in bold above the reasons. */
export const warnings = (record: WaiverRecord): readonly string[] => {
  const unread = usedPolicies(record).filter(({ verified }) => !verified)
  return [
    ...(record.reversedOn === '' ? [] : [`本次减免已于${plainDay(record.reversedOn)}撤销，本单作废。`]),
    ...(unread.length === 0 ? [] : ['注意：所依据的政策未核对原文，金额以政策文件原文为准。']),
  ]
}
