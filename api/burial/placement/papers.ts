import type { Reads } from '../../../db/contract.ts'
import type { JournalEntry } from '../../../domain/action.ts'
import type { Plot } from '../../../domain/burial/placement/fold.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text, type Text } from '../../../domain/text.ts'
import type { PaperRequest, PlotRecord } from '../../../templates/contract.ts'
import type { House } from '../../house.ts'
import { notFound } from '../../house.ts'
import { loadPapers, type CasePapers } from '../../papers.ts'
import type { PaperLine } from '../../schemas/case.ts'
import { cemeteryOfPlot, plotWords } from './standing.ts'

/** The papers of a plot. */
const plotPapers = ['burial.plotAgreement', 'burial.burialCertificate'] as const
type PlotPaper = (typeof plotPapers)[number]
export const isPlotPaper = (paper: string): paper is PlotPaper => plotPapers.some((id) => id === paper)

const certified = (plot: Plot) => plot.interments.filter(({ certificate }) => certificate !== '')
/** Those whose certificate holds: whoever was moved out has had it taken back. */
const holding = (plot: Plot) => certified(plot).filter(({ removed }) => removed === null)

const whyNot = (paper: PlotPaper, plot: Plot): Text | undefined => {
  if (paper === 'burial.plotAgreement') return plot.contracts.length === 0 ? text('还没有使用协议', 'There is no agreement yet') : undefined
  return holding(plot).length > 0 ? undefined : certified(plot).length > 0 ? text('已经迁出', 'Moved out') : text('还没有安葬', 'Nobody is interred yet')
}

interface PrintedBody { readonly paper: string; readonly interment: string; readonly digest: string }
const printingsOf = (entries: readonly JournalEntry[]): readonly { readonly at: string; readonly actor: string; readonly body: PrintedBody }[] =>
  entries.filter(({ action }) => action.kind === 'plot.printed').map(({ at, actor, action }) => ({ at, actor, body: action.body as PrintedBody }))

/** The papers of a plot with who printed them when. */
export const plotPaperLines = async (house: House, plot: Plot, entries: readonly JournalEntry[]): Promise<PaperLine[]> => {
  const { getPaper } = await loadPapers()
  const accounts = await house.accounts()
  const printed = printingsOf(entries)
  return plotPapers.map((paper) => {
    const { title, version } = getPaper(paper)
    const why = whyNot(paper, plot)
    return { paper, title, version, ready: why === undefined, ...(why === undefined ? {} : { why }), printed: printed.filter(({ body }) => body.paper === paper).map(({ at, actor }) => ({ at, by: accounts.get(actor)?.name ?? actor, mode: 'whole' })) }
  })
}

/** The request for a paper of a plot: of the agreement that stands (or stood last), of the interment named or the last; throws `not_found`, `wrong_state`. */
export const plotPaperRequest = async (house: House, reads: Reads, id: string, paper: string, interment?: string): Promise<PaperRequest> => {
  if (!isPlotPaper(paper)) throw notFound('没有这种文件。', 'There is no such paper.')
  const [cemetery, plot, office] = [await cemeteryOfPlot(reads, id), await reads.burial.getPlot(id), await house.office()]
  const why = whyNot(paper, plot)
  if (why !== undefined) throw new LantaiError('wrong_state', text(`现在不能打印：${why.zh}。`, `It cannot be printed now: ${why.en}.`), 'paper')
  const common = { plot, cemetery, words: plotWords(cemetery, id).zh, officeName: office.settings['burial.homeName'] === '' ? office.name : office.settings['burial.homeName'], sample: office.sample }
  const own = office.settings['papers.texts'][paper]
  const texts = own === undefined || Object.keys(own).length === 0 ? {} : { texts: own }
  const request = (record: PlotRecord): PaperRequest => ({ paper, record, ...texts })
  if (paper === 'burial.plotAgreement') return request({ ...common, day: plot.contracts.at(-1)?.day ?? '' })
  const meant = interment === undefined ? holding(plot).at(-1) : certified(plot).find((entry) => entry.interment === interment)
  if (meant === undefined) throw notFound('墓位中没有这一安葬记录。', 'The plot has no such interment.')
  return request({ ...common, interment: meant.interment, day: meant.day })
}

/** The number of an agreement or certificate at the end of what the code carries: the plot comes before it. */
const numberIn = async (reads: Reads, carried: string): Promise<string | undefined> => {
  const parts = carried.split('-')
  for (let from = 0; from < parts.length; from += 1) {
    const tried = parts.slice(from).join('-')
    if ((await reads.burial.findNumber(tried)) !== undefined) return tried
  }
  return undefined
}

/** The papers of plots for batches and the check of codes; the id is that of the plot, the number on the paper that of the agreement or certificate. */
export const plotPapersOfWindow: CasePapers = {
  async request(house, id, paper) {
    return plotPaperRequest(house, house.register.read, id, paper)
  },
  async check(house, reads, code) {
    if (!isPlotPaper(code.paper)) return undefined
    const number = await numberIn(reads, code.number)
    const [found] = number === undefined ? [] : await reads.burial.findPlots(number, 2)
    if (found === undefined) return undefined
    const [plot, entries] = await Promise.all([reads.burial.getPlot(found.id), reads.entriesOf(found.id)])
    const contract = plot.contracts.find(({ agreement }) => agreement === number)
    const row = plot.interments.find(({ certificate }) => certificate === number)
    const named = code.paper === 'burial.plotAgreement' ? contract : row
    if (named === undefined) return undefined
    const { paperCode } = await loadPapers()
    const printed = printingsOf(entries).filter(({ body }) => body.paper === code.paper).map(({ body }) => body.digest)
    const current = code.paper === 'burial.burialCertificate' ? row?.removed === null : contract === plot.contracts.at(-1)
    const now = current ? [paperCode(await plotPaperRequest(house, reads, found.id, code.paper, row?.interment)).digest] : []
    const ended = contract !== undefined && code.paper === 'burial.plotAgreement' ? contract.surrendered !== '' : row?.removed !== null && row !== undefined
    const known = [...now, ...printed].includes(code.digest)
    return { verdict: !known ? 'altered' : ended ? 'superseded' : 'genuine', number: number ?? '', day: named.day, names: [code.paper === 'burial.plotAgreement' ? (contract?.holder.name ?? '') : (row?.deceased ?? '')], caseId: found.id }
  },
}
