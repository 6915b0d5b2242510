import type { PlaceNameAct, PlaceNameCase } from '../../../api/schemas/place-names.ts'
import type { ApprovedText } from '../../../domain/place-names/case/actions.ts'
import { reportContents, reportKinds } from '../../../domain/place-names/case/codes.ts'
import { emptyPlaceNameFile, emptyPlaceNameItem, type PlaceNameFile, type PlaceNameItem } from '../../../domain/place-names/case/file.ts'
import { addDays, civilDate, type CivilDate } from '../../../domain/dates.ts'
import { draftWords } from '../../../domain/place-names/case/words.ts'
import type { PlaceKind } from '../../../domain/place-names/kinds.ts'
import { romanise } from '../../../domain/place-names/romanise/index.ts'
import { lineOf } from '../../../sample/place-names/ground.ts'
import { goTo, must } from './burials.ts'
import type { Answer, Desk, Who } from './desk.ts'

export type Case = PlaceNameCase
export const township = '示例街道'

/** A street of the sample district, as an application with nothing missing gives it. */
export const road = (id: string, name: string, rest: Partial<PlaceNameItem> = {}): PlaceNameItem => {
  const { text, sign } = romanise({ name, kind: 'STREET' })
  return {
    ...emptyPlaceNameItem(id), kind: 'STREET', name, proposals: [name], spelling: { text, sign, manualReason: '' }, readingsConfirmedBy: '', meaning: '沿用旧村名', origin: '原有旧村', reason: '新建道路', province: '990000', county: '990101', builtUpArea: 'main', township,
    location: '示例街道东部', start: { text: '桂枝街', status: 'registered', entityId: '' }, end: { text: '规划河道', status: 'unnamed', entityId: '' }, orientation: '东西', size: { lengthMetres: 1000, widthMetres: 20 }, geometry: lineOf([400, 500], [1400, 500]), plan: 'noPlan', ...rest,
  }
}

const paper = (type: string, title: string) => ({ type, title, number: '', day: '2026-05-01', pages: 2, scans: [], note: '' })
export const fileOf = (items: readonly PlaceNameItem[], rest: Partial<PlaceNameFile> = {}): PlaceNameFile => ({
  ...emptyPlaceNameFile(), title: '关于道路命名的请示', applicant: { name: '示例街道办事处（示例）', creditCode: '', type: 'organ', contact: '示例联系人', phone: '10000000001', agent: '' }, planAndReasons: '道路已经建成，需要命名。', items: [...items],
  papers: [paper('plan', '规划许可'), paper('map', '位置图')], ...rest,
})

/** Reasons for whatever the rules ask of the names of a case. */
export const answered = async (desk: Desk, now: Case): Promise<Case> => {
  const asked = now.findings.filter(({ severity }) => severity === 'answer')
  if (asked.length === 0) return now
  const answers = [...now.file.answers, ...asked.map(({ rule, field }) => ({ rule, field: field ?? '', reason: '已核对，可以区分（示例）' }))]
  return must(await desk.ask<Case>('clerk1', 'PATCH', `/api/place-name-cases/${now.id}`, { revision: now.revision, changes: { answers } }))
}

export const tryOpen = (desk: Desk, file: PlaceNameFile, who: Who = 'clerk1', day?: string) => desk.ask<Case>(who, 'POST', '/api/place-name-cases', { file, ...(day === undefined ? {} : { day }) })
export const opened = async (desk: Desk, file: PlaceNameFile, day?: string): Promise<Case> => must(await tryOpen(desk, file, 'clerk1', day))
export const tryAct = (desk: Desk, now: Case, act: PlaceNameAct, who: Who = 'clerk1'): Promise<Answer<Case>> => desk.ask<Case>(who, 'POST', `/api/place-name-cases/${now.id}/acts`, { revision: now.revision, act })
export const act = async (desk: Desk, now: Case, given: PlaceNameAct, who: Who = 'clerk1'): Promise<Case> => must(await tryAct(desk, now, given, who))
export const seen = async (desk: Desk, id: string, who: Who = 'clerk1'): Promise<Case> => must(await desk.ask<Case>(who, 'GET', `/api/place-name-cases/${id}`))

/** From the receipt to what the review asks: accepted, visited, reported, displayed. */
export const examined = async (desk: Desk, file: PlaceNameFile): Promise<Case> => {
  const start = desk.today()
  let now = await opened(desk, file)
  now = await act(desk, now, { kind: 'accepted', day: start, slip: '' })
  now = await act(desk, now, { kind: 'visited', day: start, visitors: ['示例经办人'], items: [], found: '现场与申请一致', photos: [] })
  for (const { code } of reportKinds) now = await act(desk, now, { kind: 'reported', day: start, report: { kind: code, standing: 'attached', reason: '', author: '示例单位', day: start, contents: reportContents[code].map((content) => content.code), items: [], scans: [] } })
  if (file.source === 'application') {
    now = await act(desk, now, { kind: 'displayed', day: start, from: start, to: later(start, 6), where: '区政府网站', items: [] })
    goTo(desk, later(start, 7))
    now = await act(desk, now, { kind: 'displayEnded', day: desk.today(), display: 'd1', objections: [], result: '无异议' })
  }
  return now
}

/** So many days after a day. */
export const later = (day: string, days: number): CivilDate => addDays(civilDate(day), days)

export const reviewed = async (desk: Desk, now: Case, refuse: readonly string[] = []): Promise<Case> => act(desk, await answered(desk, now), { kind: 'reviewed', day: desk.today(), reviewer: '示例科长', opinion: '同意上报', verdicts: now.file.items.map(({ id }) => (refuse.includes(id) ? { item: id, verdict: 'refuse', note: '与命名规则不符' } : { item: id, verdict: 'approve', note: '' })) })

/** The act of a decision by the county government; what is not refused is approved with the drafted words. */
export const decision = (desk: Desk, now: Case, document: string, refuse: readonly string[] = [], words: Partial<ApprovedText> = {}): PlaceNameAct => ({
  kind: 'decided', day: desk.today(), approver: 'countyGovernment', approverName: '示例区人民政府（示例）', document, sealed: true, remedies: refuse.length > 0,
  decisions: now.file.items.map((item) => (refuse.includes(item.id) ? { item: item.id, outcome: 'refused', grounds: [{ rule: 'place-names.enterprise', law: '《地名管理条例》第九条', reason: '以企业名称命名' }] } : { item: item.id, outcome: 'approved', words: { ...draftWords(item), ...words } })),
})

export const approved = async (desk: Desk, file: PlaceNameFile, document: string): Promise<Case> => {
  let now = await reviewed(desk, await examined(desk, file))
  now = await act(desk, now, { kind: 'forwarded', day: desk.today(), to: '示例区人民政府（示例）', document: '' })
  return act(desk, now, decision(desk, now, document))
}

/** A standing street of the register, numbered with a few gates. */
export const standing = async (desk: Desk, name: string, kind: PlaceKind = 'STREET'): Promise<{ entityId: string; revision: number }> => {
  const { text, sign } = romanise({ name, kind })
  const noEnd = { text: '', status: 'unnamed', entityId: '' }
  const facts = { kind, classCode: '', province: '990000', county: '990101', builtUpArea: 'main', township, village: '', location: '示例位置', orientation: '东西', start: noEnd, end: noEnd, bounds: '', meaning: '示例', origin: '原有村名', history: '', secrecy: '' }
  const made = must(await desk.ask<{ id: string; revision: number }>('clerk1', 'POST', '/api/gazetteer/entities', { day: desk.today(), facts, geometry: lineOf([300, 700], [1300, 700]), names: [{ name, text, sign, standing: 'standard', from: '2020-01-01', to: '', document: '示政函〔2020〕1号' }], source: '补录' }))
  return { entityId: made.id, revision: made.revision }
}
