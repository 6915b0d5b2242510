import type { JournalEntry } from '../../domain/action.ts'
import { foldCemetery, type Cemetery } from '../../domain/burial/placement/cemetery.ts'
import { foldPlots, type Plot } from '../../domain/burial/placement/fold.ts'
import type { CemeteryAction, PlotAction } from '../../domain/burial/placement/actions.ts'
import { sampleArea, sampleOfficeName } from '../../sample/index.ts'
import { sampleHome } from '../../sample/places.ts'
import { sampleRewardPolicy, sampleWaiverPolicy } from '../../sample/burial/policies.ts'
import type { BurialMonthSheet, BurialRecord, PlotRecord, RewardRecord, WaiverRecord } from '../../templates/contract.ts'
import { printedPolicy } from '../../templates/burial/printed-policy.ts'
import { foldWhole, ownsAct, type WholeCase } from './cases/whole.ts'
import { plotWords } from './placement/standing.ts'

/** Specimens of the papers of funeral affairs, drawn from the sample office. */

type NameOf = (account: string) => string
export interface BurialBook { readonly cases: readonly WholeCase[]; readonly plots: readonly { readonly plot: Plot; readonly cemetery: Cemetery }[] }

const isPlot = ({ action }: JournalEntry): boolean => action.kind.startsWith('plot.') && action.kind !== 'plot.printed'

/** The cases and plots of the sample office, out of its entries by subject. */
export const burialBook = (bySubject: ReadonlyMap<string, readonly JournalEntry[]>): BurialBook => {
  const all = [...bySubject.values()]
  const begun = (kind: string): readonly (readonly JournalEntry[])[] => all.filter((entries) => entries[0]?.action.kind === kind)
  const cemeteries = new Map(begun('cemetery.registered').map((entries) => foldCemetery(entries as readonly JournalEntry<CemeteryAction>[])).map((cemetery) => [cemetery.id, cemetery]))
  const plots = all.filter((entries) => entries[0] !== undefined && isPlot(entries[0])).flatMap((entries) => [...foldPlots(entries.filter(isPlot) as readonly JournalEntry<PlotAction>[]).values()])
  return {
    cases: begun('burial.reported').map((entries) => foldWhole(entries.filter(({ action }) => ownsAct(action.kind)))),
    plots: plots.flatMap((plot) => {
      const cemetery = cemeteries.get(plot.id.split('/')[0] ?? '')
      return cemetery === undefined ? [] : [{ plot, cemetery }]
    }),
  }
}

const fits = (paper: string, { folded, settlements, rewards }: WholeCase): boolean => {
  switch (paper) {
    case 'burial.consent':
      return folded.cremation !== null && folded.file.consent.signed
    case 'burial.cremationCertificate':
      return folded.certificates.length > 0 && folded.file.kind === 'body'
    case 'burial.ashRelease':
      return folded.ashesReleased !== null
    case 'burial.depositCertificate':
      return folded.deposit !== null
    case 'burial.storageExtension':
      return folded.extensions.length > 0
    case 'burial.transportOut':
      return folded.transportedOut !== null
    case 'burial.placementRecord':
      return folded.resting.length > 0
    case 'burial.waiverSheet':
      return settlements.some(({ body, reversed }) => body.mode === 'till' && reversed === null)
    case 'burial.claimSlip':
      return settlements.some(({ body, reversed }) => body.mode === 'claim' && reversed === null)
    default:
      return paper === 'burial.rewardSheet' && rewards.length > 0
  }
}

const baseOf = ({ folded }: WholeCase, nameOf: NameOf): BurialRecord => ({ folded, officeName: sampleOfficeName, homeName: folded.cremation?.homeName ?? sampleHome.name, area: sampleArea, registrarName: nameOf(folded.cremation?.registrar ?? folded.openedBy), sample: true })

const caseRecord = (paper: string, whole: WholeCase, nameOf: NameOf): BurialRecord | WaiverRecord | RewardRecord => {
  const base = baseOf(whole, nameOf)
  const settled = whole.settlements.find(({ body, reversed }) => reversed === null && body.mode === (paper === 'burial.claimSlip' ? 'claim' : 'till'))
  const granted = whole.rewards[0]
  if ((paper === 'burial.waiverSheet' || paper === 'burial.claimSlip') && settled !== undefined) return { ...base, registrarName: nameOf(settled.registrar), settled: { waiver: settled.body, registrar: settled.registrar, number: settled.number }, policies: [printedPolicy(sampleWaiverPolicy, settled.body)], reversedOn: '' }
  if (paper === 'burial.rewardSheet' && granted !== undefined) return { ...base, registrarName: nameOf(granted.registrar), granted: granted.body, policyTitle: sampleRewardPolicy.title.zh, documentNumber: sampleRewardPolicy.documentNumber }
  return base
}

const plotRecord = ({ plots }: BurialBook): PlotRecord | undefined => {
  const found = plots.find(({ plot }) => plot.contracts.length > 0 && plot.interments.some(({ certificate }) => certificate !== ''))
  const row = found?.plot.interments.find(({ certificate }) => certificate !== '')
  return found === undefined || row === undefined ? undefined : { ...found, words: plotWords(found.cemetery, found.plot.id).zh, officeName: sampleHome.name, interment: row.interment, day: row.day, sample: true }
}

const monthSheet = ({ cases }: BurialBook, today: string, preparer: string): BurialMonthSheet => {
  const month = today.slice(0, 7)
  const cremated = cases.filter(({ folded }) => folded.file.kind === 'body' && folded.cremation?.day.startsWith(month) === true)
  const residents = cremated.filter(({ folded }) => folded.file.deceased.hukou === sampleArea).length
  const row = (title: string, value: number) => ({ title, values: [{ value, fen: null }] })
  return {
    officeName: sampleOfficeName, homeName: sampleHome.name, area: sampleArea, from: `${month}-01`, to: today, printedAt: `${today}T16:30:00.000+08:00`, preparer, closed: '', sample: true,
    tables: [{ title: '火化遗体', unit: '具', columns: [{ title: '数量', unit: '具' }], rows: [row('本地户籍', residents), row('非本地户籍', cremated.length - residents), row('合计', cremated.length)], identities: [{ line: `本地户籍 ${String(residents)} + 非本地户籍 ${String(cremated.length - residents)} = 合计 ${String(cremated.length)}`, holds: true }] }],
    rates: [{ message: '火化率：没有分母，不能计算', stated: false }], late: [],
  }
}

/** What a specimen of a paper of funeral affairs is drawn from; undefined where the sample has no such case. */
export const burialSpecimen = (book: BurialBook, paper: string, { today, preparer, nameOf }: { readonly today: string; readonly preparer: string; readonly nameOf: NameOf }): { readonly record: BurialRecord | PlotRecord } | { readonly sheet: BurialMonthSheet } | undefined => {
  if (paper === 'burial.monthTables') return { sheet: monthSheet(book, today, preparer) }
  if (paper === 'burial.plotAgreement' || paper === 'burial.burialCertificate') {
    const record = plotRecord(book)
    return record === undefined ? undefined : { record }
  }
  const whole = book.cases.find((one) => fits(paper, one))
  return whole === undefined ? undefined : { record: caseRecord(paper, whole, nameOf) }
}
