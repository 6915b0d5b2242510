import { nameActs } from '../place-names/names/index.ts'
import { nameActTitles } from '../place-names/titles.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { tenThousands, yuan } from '../waiver/money.ts'
import { percentOf } from './rates.ts'
import type { ComplianceSums } from './shapes.ts'

/** The sentences of a work report (工作总结), made from figures alone: what did not happen is said or left out, never made up. */

type Inspected = Pick<ComplianceSums, 'passed' | 'failed' | 'unexamined'>
interface Counts { readonly marriages: number; readonly divorces: number; readonly others: number }

/** 登记合格率 with both its numbers; undefined where nothing was examined. */
const rateClause = (sums: Inspected): Text | undefined => {
  const { passed, failed, unexamined } = sums
  const examined = passed + failed
  if (examined === 0) return undefined
  const percent = percentOf(sums)
  if (percent === null) return text(`已检查案卷${String(examined)}件，均合格，另有${String(unexamined)}件未检查，登记合格率暂缺`, `${String(examined)} files inspected and none failed, ${String(unexamined)} not inspected, so there is no pass rate`)
  const [zh, en] = unexamined === 0 ? ['', ''] : [`，另有${String(unexamined)}件未检查`, `, ${String(unexamined)} not inspected`]
  return text(`登记合格率${String(percent)}%（检查${String(examined)}件，合格${String(passed)}件${zh}）`, `pass rate ${String(percent)} % (${String(passed)} of ${String(examined)} files inspected${en})`)
}

/** 「办理结婚登记2503对、离婚登记656对，其他事项2543件，登记合格率99.98%（检查…件，合格…件）。」 for a day or a period; the rate only of files that were examined. */
export const mattersSentence = ({ marriages, divorces, others }: Counts, inspected: Inspected): Text => {
  const rate = rateClause(inspected)
  const zh = `办理结婚登记${String(marriages)}对、离婚登记${String(divorces)}对，其他事项${String(others)}件`
  const en = `${String(marriages)} marriages and ${String(divorces)} divorces registered, ${String(others)} other matters`
  return rate === undefined ? text(`${zh}；案卷还没有检查，登记合格率暂缺。`, `${en}; no file has been inspected, so there is no pass rate.`) : text(`${zh}，${rate.zh}。`, `${en}; ${rate.en}.`)
}

/** A figure that the paragraph speaks of: what is counted for it. Without cells it is a sum over the matters of the marriage windows (`sumMatters`). */
export interface ParagraphFigure {
  readonly id: string
  readonly window: 'marriage' | 'burial' | 'place-names'
  /** An amount in fen. */
  readonly money: boolean
  readonly cells: readonly string[]
}

const figure = (id: string, window: ParagraphFigure['window'], cells: readonly string[] = [], money = false): ParagraphFigure => ({ id, window, money, cells })

/** Every figure that the paragraph is made from. */
export const paragraphFigures: readonly ParagraphFigure[] = [
  figure('marriages', 'marriage'), figure('divorces', 'marriage'), figure('others', 'marriage'),
  figure('cremated', 'burial', ['cremated.total']), figure('vigils', 'burial', ['vigil.total']), figure('waived', 'burial', ['waiver.total']), figure('waivedFen', 'burial', ['waiver.total'], true),
  figure('eco', 'burial', ['placed.eco']), figure('rewarded', 'burial', ['reward.total']), figure('rewardedFen', 'burial', ['reward.total'], true),
  ...nameActs.map((act) => figure(`names.${act}`, 'place-names', [`name.approved.act.${act}`])), figure('filed', 'place-names', ['filing.total']), figure('published', 'place-names', ['name.published.total']), figure('inspected', 'place-names', ['boundary.inspected.total']),
]

/** A figure of the period and of the same days of the year before. */
export interface Compared { readonly period: number; readonly yearBefore: number }

/** What the paragraph is made from. */
export interface ParagraphFacts {
  /** What the period is called, in Chinese; for a running period with its last day. */
  readonly title: string
  /** The windows the office offers. */
  readonly windows: readonly string[]
  /** By id of `paragraphFigures`; one that is absent is not spoken of. */
  readonly figures: ReadonlyMap<string, Compared>
  /** The registered cases of the period that were inspected; null where none are. */
  readonly inspected: Inspected | null
}

/** Against the year before: 同比增长3.2%; nothing where that year had none, for a percentage of nothing is none. */
const comparedWords = ({ period, yearBefore }: Compared): string => {
  if (yearBefore <= 0 || period < 0) return ''
  if (period === yearBefore) return '，与上年同期持平'
  // In tenths of a percent, half up.
  const tenths = Math.floor((Math.abs(period - yearBefore) * 2000 + yearBefore) / (2 * yearBefore))
  if (tenths === 0) return '，与上年同期基本持平'
  return `，同比${period > yearBefore ? '增长' : '下降'}${String(Math.floor(tenths / 10))}.${String(tenths % 10)}%`
}

/** An amount as reports give it: 万元 with two decimals, below one 万元 in yuan. */
const amount = (fen: number): string => (Math.abs(fen) < 1_000_000 ? `${yuan(fen)}元` : `${tenThousands(fen)}万元`)

/** The paragraph of a work report in Chinese, over the windows that the office offers; empty when none of its figures is known. */
export const paragraphOf = ({ title, windows, figures, inspected }: ParagraphFacts): string => {
  const at = (id: string): number => figures.get(id)?.period ?? 0
  const clause = (id: string, before: string, after: string): string[] => {
    const found = figures.get(id)
    return found === undefined || found.period === 0 ? [] : [`${before}${String(found.period)}${after}${comparedWords(found)}`]
  }
  /** What leads a window is named even when nothing came of it. */
  const lead = (id: string, before: string, after: string, none: string): string[] => (figures.has(id) ? (at(id) === 0 ? [none] : clause(id, before, after)) : [])
  const sentences: string[][] = []

  if (windows.includes('marriage')) {
    const rate = inspected === null ? undefined : rateClause(inspected)
    sentences.push([...lead('marriages', '办理结婚登记', '对', '未发生结婚登记'), ...lead('divorces', '办理离婚登记', '对', '未发生离婚登记'), ...clause('others', '办理其他婚姻登记事项', '件'), ...(rate === undefined ? [] : [rate.zh])])
  }
  if (windows.includes('burial')) {
    const waived = at('waived') === 0 ? [] : [`惠民殡葬减免${String(at('waived'))}人次${figures.has('waivedFen') ? `、${amount(at('waivedFen'))}` : ''}`]
    const rewarded = at('rewarded') === 0 ? [] : [`发放生态安葬奖补${String(at('rewarded'))}例${figures.has('rewardedFen') ? `、${amount(at('rewardedFen'))}` : ''}`]
    sentences.push([...lead('cremated', '火化遗体', '具', '未发生遗体火化'), ...clause('vigils', '办理守灵', '例'), ...waived, ...clause('eco', '节地生态安葬', '例'), ...rewarded])
  }
  if (windows.includes('place-names')) {
    const acts = nameActs.filter((act) => at(`names.${act}`) !== 0).map((act) => `${nameActTitles[act].zh}${String(at(`names.${act}`))}个`)
    const known = nameActs.some((act) => figures.has(`names.${act}`))
    sentences.push([...(acts.length > 0 ? [`审批地名${acts.join('、')}`] : known ? ['未发生地名命名、更名、销名'] : []), ...clause('filed', '报送备案', '件'), ...clause('published', '公告地名', '个'), ...clause('inspected', '联合检查行政区域界线', '条')])
  }
  const said = sentences.filter((clauses) => clauses.length > 0).map((clauses) => `${clauses.join('；')}。`)
  return said.length === 0 ? '' : `${title}，${said.join('')}`
}
