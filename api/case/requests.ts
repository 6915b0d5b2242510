import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { PaperRequest } from '../../templates/contract.ts'
import { notFound, type House } from '../house.ts'
import { loadPapers, type PrintOptions } from '../papers.ts'
import { findCalibration } from '../printers.ts'
import { paperLines as linesOf, type Variant } from './papers.ts'
import type { CoreCase, CoreSpec } from './spec.ts'

/** The request with which a paper of a case is drawn. */
export const requestOf = async <C extends CoreCase, R>(spec: CoreSpec<C, R>, house: House, folded: C, paper: string, { party, number, mode, printer, tray }: PrintOptions): Promise<PaperRequest> => {
  const record = await spec.papers.record(house, folded, paper, number)
  const { settings } = await house.office()
  const own = settings['papers.texts'][paper]
  const texts = own === undefined || Object.keys(own).length === 0 ? {} : { texts: own }
  const parties = spec.papers.partiesOf(paper, folded)
  const whose = parties === undefined ? {} : { party: party ?? parties[0] ?? 0 }
  if (paper !== spec.papers.overprint) return { paper, record, ...whose, ...texts } as PaperRequest
  const how = mode ?? settings['certificate.mode']
  const calibration = how === 'overprint' ? await findCalibration(house, printer ?? settings['printer.default'], tray) : undefined
  return { paper, record, ...whose, mode: how, ...(calibration === undefined ? {} : { affine: calibration.affine }), ...texts } as PaperRequest
}

/** The id of a paper that can be printed now; throws `not_found`, and `wrong_state` at `paper` with the reason, `not_found` at `number` for one it was not made for. */
export const readyPaper = <C extends CoreCase, R>(spec: CoreSpec<C, R>, folded: C, paper: string, number?: string): string => {
  if (!spec.papers.ids.includes(paper)) throw notFound('没有这种文件。', 'There is no such paper.')
  const why = spec.papers.whyNot(paper, folded)
  if (why !== undefined) throw new LantaiError('wrong_state', text(`现在不能打印：${why.zh}。`, `It cannot be printed now: ${why.en}.`), 'paper')
  if (number !== undefined && spec.papers.numbersOf?.(paper, folded)?.includes(number) !== true) throw new LantaiError('not_found', text('这种文件没有这个编号。', 'There is no such number of this paper.'), 'number')
  return paper
}

/** The papers of a case as its page lists them. */
export const paperLines = async <C extends CoreCase, R>(spec: CoreSpec<C, R>, house: House, folded: C, nameOf: (id: string) => string) => {
  const { paperCode } = await loadPapers()
  return linesOf(spec, folded, nameOf, async (paper, variant: Variant) => paperCode(await requestOf(spec, house, folded, paper, variant)).digest)
}
