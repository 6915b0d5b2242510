import type { Action } from '../domain/action.ts'
import type { CalendarNotice } from '../domain/calendar/index.ts'
import type { CivilDate } from '../domain/dates.ts'
import { addDays, monthOf } from '../domain/dates.ts'
import type { MarriageFile } from '../domain/marriage/file.ts'
import { divorceInspectionRules } from '../domain/divorce/inspection.ts'
import { inspectionRules } from '../domain/marriage/inspection-rules.ts'
import { reissueInspectionRules } from '../domain/reissue/inspection.ts'
import { inForce } from '../domain/rule.ts'
import { adminId, clerkIds, managerId } from './accounts.ts'
import type { Desk, Done, Shelves } from './desk.ts'
import type { Entry, Step } from './script.ts'
import { instantAt } from './script.ts'
import type { Shelf } from './stock.ts'

/** What an office does beside its cases: stock, reconciliation, inspection, archive, corrections. */

const minute = 60_000
const hour = 60 * minute

/** An act of an account at a moment of a day. */
export const stepOf = (day: CivilDate, at: number, account: string, counter: string, make: () => Action): Step => ({ at, act: (): Entry => [{ account, counter, at: instantAt(day, at) }, make()] })

/** Everybody signs in before nine. */
export const signIns = (desk: Desk, day: CivilDate): readonly Step[] =>
  [...clerkIds, managerId].map((account, index) => {
    const at = 8 * hour + 40 * minute + desk.random.int(0, 15 * minute) + index
    return stepOf(day, at, account, index < clerkIds.length ? String(index + 1) : '', () => ({ kind: 'account.signedIn', subject: account, body: { shell: 'server' } }))
  })

/** The notices that a sample office needs past the shipped ones. */
export const noticeSteps = (notices: readonly CalendarNotice[], day: CivilDate): readonly Step[] =>
  notices.map((notice, index) => stepOf(day, 8 * hour + 25 * minute + index * 1000, managerId, '', () => ({ kind: 'calendar.noticeAdded', subject: `calendar-${notice.id}`, body: notice, reason: '示例数据', second: adminId })))

/** New blanks come when fewer are left than the day and a reserve need. */
export const stockSteps = (desk: Desk, day: CivilDate, cases: number, first: boolean): readonly Step[] => {
  const { shelves } = desk
  const steps: Step[] = []
  const receive = (shelf: Shelf, at: number, count: number): void => {
    const { id, body } = shelf.receive(day, count)
    steps.push(stepOf(day, at, managerId, '', () => ({ kind: 'blank.received', subject: id, body })))
  }
  if (first || shelves.divorce.left < 120 + cases) receive(shelves.divorce, 8 * hour + 31 * minute, first ? 400 : 300)
  const need = cases * 2 + 40
  if (first || shelves.marriage.left < need + 300) receive(shelves.marriage, 8 * hour + 30 * minute, Math.ceil((need + 700) / 500) * 500)
  if (!first && desk.random.chance(0.016)) {
    const reason = desk.random.pick(['开箱检查发现内页缺页', '封面烫印破损', '保管中受潮'])
    const at = 9 * hour + desk.random.int(1, 50) * minute
    steps.push(stepOf(day, at, desk.random.pick(clerkIds), '', () => {
      const serial = shelves.marriage.spoilNext()
      return { kind: 'blank.spoiled', subject: `blank-marriage-${serial}`, body: { type: 'marriage', serial, reason }, reason, second: managerId }
    }))
  }
  return steps
}

/** Hands fifty divorce certificates up to the city, once. */
export const returnSteps = (shelves: Shelves, day: CivilDate): readonly Step[] => [
  stepOf(day, 16 * hour + 20 * minute, managerId, '', () => {
    const { first, last } = shelves.divorce.giveBack(50)
    return { kind: 'blank.returned', subject: `blank-divorce-${first}`, body: { type: 'divorce', first, last, to: '示例市民政局', note: '调剂' }, reason: '库存过多，调剂给其他登记处', second: adminId }
  }),
]

/** On the first open day of a month the manager counts what is on the shelf and signs the month before. */
export const reconcileSteps = (shelves: Shelves, before: string, day: CivilDate): readonly Step[] => {
  const lines = [shelves.marriage.close(), shelves.divorce.close()]
  return [stepOf(day, 8 * hour + 20 * minute, managerId, '', () => ({ kind: 'stock.reconciled', subject: `stock-${before}`, body: { month: before, lines, note: '盘点相符' } }))]
}

const failings: Readonly<Record<string, readonly string[]>> = {
  'papers.copies': ['女方身份证复印件反面缺失', '复印件模糊，号码辨认不清'],
  'declarations.ink': ['男方指纹模糊', '声明书日期涂改，未重新打印'],
  'review.signatures': ['审查处理表登记员漏签', '领证签名字迹不清'],
  'review.seal': ['照片未加盖钢印'],
  'archive.pages': ['装订顺序有误', '实有页数与记载不符'],
}
const failingItems = Object.keys(failings)

interface Inspected { readonly window: 'marriage' | 'divorce' | 'reissue'; readonly rules: readonly { readonly item: string; readonly attestable: boolean; readonly from: string; readonly to?: string }[] }
const inspected: Readonly<Record<Inspected['window'], Inspected>> = {
  marriage: { window: 'marriage', rules: inspectionRules },
  divorce: { window: 'divorce', rules: divorceInspectionRules },
  reissue: { window: 'reissue', rules: reissueInspectionRules },
}

/** Inspection of whole files by the manager: what she saw of each point that no program can see; one file in forty fails on one. */
export const inspectionSteps = (desk: Desk, window: Inspected['window'], cases: readonly { readonly id: string; readonly day: CivilDate }[], day: CivilDate): readonly Step[] =>
  cases.map((entry, index) =>
    stepOf(day, 13 * hour + 30 * minute + index * 11_000 + desk.random.int(0, 9000), managerId, '', () => {
      const failing = desk.random.chance(0.025) ? desk.random.pick(failingItems) : undefined
      const items = inspected[window].rules
        .filter((rule) => rule.attestable && inForce(rule, entry.day))
        .map(({ item }) => (item === failing ? { item, result: 'fail' as const, note: desk.random.pick(failings[item] ?? ['']) } : { item, result: 'pass' as const, note: '' }))
      return { kind: `${window}.inspected`, subject: entry.id, body: { items } }
    }),
  )

/** Files of a past month go into the archive in order of their ends, one couple one file, numbered by year and class; each year's run goes into a box. */
export const archiveSteps = (desk: Desk, window: Inspected['window'], cases: readonly { readonly id: string; readonly day: CivilDate }[], day: CivilDate): readonly Step[] => {
  const runs = new Map<number, { first: number; last: number }>()
  const filed = cases.map((entry, index) =>
    stepOf(day, 14 * hour + index * 12_000 + desk.random.int(0, 9000), clerkIds[2], '3', () => {
      const year = Number(entry.day.slice(0, 4))
      const number = desk.nextPlace(`file-${window}`, entry.day)
      runs.set(year, { first: runs.get(year)?.first ?? number, last: number })
      return { kind: `${window}.archived`, subject: entry.id, body: { fonds: '9901', year, officeFileNumber: number, archiveFileNumber: '', pages: desk.random.int(window === 'reissue' ? 8 : window === 'divorce' ? 15 : 9, window === 'divorce' ? 26 : 16) } }
    }),
  )
  const boxed = [...new Set(cases.map((entry) => entry.day.slice(0, 4)))].map((year, index) =>
    stepOf(day, 15 * hour + 40 * minute + index * minute + desk.random.int(0, 9000), clerkIds[2], '3', () => {
      const { first, last } = runs.get(Number(year)) ?? { first: 1, last: 1 }
      const box = desk.nextPlace(`box-${window}`, `${year}-01-01` as CivilDate)
      return { kind: 'archive.boxed', subject: `sample-box-${window}-${year}-${String(box)}`, body: { day, fonds: '9901', year: Number(year), fileClass: window, box, first, last, note: '' } }
    }),
  )
  return [...filed, ...boxed]
}

/** A correction some days after the hand-over, with the manager as second person; a wrong name means new booklets. */
export const correctionStep = (desk: Desk, entry: Done, day: CivilDate, reprinted: boolean): Step => {
  const [man, woman] = entry.file.parties
  const clerk = clerkIds[entry.counter] ?? clerkIds[0]
  return stepOf(day, 10 * hour + desk.random.int(0, 50) * minute, clerk, String(entry.counter + 1), () => {
    const changes: Partial<MarriageFile> = { parties: [man, { ...woman, ...(reprinted ? { birth: woman.birth } : { occupation: woman.occupation === '30000' ? '20000' : '30000' }) }] }
    if (!reprinted) return { kind: 'marriage.corrected', subject: entry.id, body: { changes }, reason: '职业录入有误，经当事人申请核对原件后更正', second: managerId }
    const serials: [string, string] = [desk.shelves.marriage.take(), desk.shelves.marriage.take()]
    desk.shelves.marriage.spoilIssued()
    desk.shelves.marriage.spoilIssued()
    return { kind: 'marriage.corrected', subject: entry.id, body: { changes: { ...changes, remarkForm: '原证照片套印偏移，收回作废，换发新证。' }, serials }, reason: '证件照片套印偏移，当事人次日发现，收回换发', second: managerId }
  })
}

/** The month before a day's month, as YYYY-MM. */
export const monthBefore = (day: CivilDate): string => monthOf(addDays(`${monthOf(day)}-01` as CivilDate, -1))
