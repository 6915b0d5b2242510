import type { Reads } from '../../../db/contract.ts'
import type { JournalEntry } from '../../../domain/action.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { PlateActionOf } from '../../../domain/place-names/plates/actions.ts'
import { concordanceOf, type PlateBook } from '../../../domain/place-names/plates/book.ts'
import { text, type Text } from '../../../domain/text.ts'
import type { PaperRequest, PlateRecord } from '../../../templates/contract.ts'
import type { House } from '../../house.ts'
import { notFound } from '../../house.ts'
import { textsOf } from '../texts.ts'
import { profileOn } from '../profile.ts'
import { divisionsOf, nameOf, readNumbered } from './standing.ts'

/** The papers on plates. */
export const platePapers = ['place-names.plateCertificate', 'place-names.plateNotice', 'place-names.plateList', 'place-names.concordance', 'place-names.plateFaces'] as const
export type PlatePaper = (typeof platePapers)[number]
export const isPlatePaper = (paper: string): paper is PlatePaper => platePapers.some((id) => id === paper)

const whyNot = (paper: PlatePaper, book: PlateBook): Text | undefined => {
  const { plates, concordances } = book
  // Not issued yet, it is a draft of the addresses that changed.
  if (paper === 'place-names.concordance') return concordances.length === 0 && concordanceOf(book).length === 0 ? text('没有更名或者改号的地址', 'No address was renamed or renumbered') : undefined
  if (paper === 'place-names.plateCertificate') return plates.some(({ confirmed }) => confirmed !== null) ? undefined : text('还没有确认门楼号', 'No number has been confirmed yet')
  return plates.some(({ standing }) => standing === 'current') ? undefined : text('没有使用中的号', 'No number is in use')
}

/** The request for a paper on plates; `key` says which plate, of a concordance its document; without it a notice or faces are of all that is in use. Throws `not_found`, and `wrong_state` for what has not happened yet. */
export const platePaperRequest = async (house: House, reads: Reads, id: string, paper: string, key?: string): Promise<PaperRequest> => {
  if (!isPlatePaper(paper)) throw notFound('没有这种文件。', 'There is no such paper.')
  const { entity, book } = await readNumbered(reads, id)
  if (book === undefined) throw new LantaiError('wrong_state', text('还没有编号，不能打印。', 'Nothing has been numbered yet, so nothing is to print.'), 'paper')
  const why = whyNot(paper, book)
  if (why !== undefined) throw new LantaiError('wrong_state', text(`现在不能打印：${why.zh}。`, `It cannot be printed now: ${why.en}.`), 'paper')
  const wanted = key === undefined || key === '' ? undefined : key
  const issued = paper !== 'place-names.concordance' ? undefined : wanted === undefined ? book.concordances.at(-1) : book.concordances.find(({ document }) => document === wanted)
  const meant = paper === 'place-names.concordance' || wanted === undefined ? undefined : book.plates.findLast((plate) => plate.key === wanted)
  if (wanted !== undefined && issued === undefined && meant === undefined) throw new LantaiError('not_found', paper === 'place-names.concordance' ? text('没有这份对照表', 'There is no such concordance') : text('没有这个号', 'There is no such number'), 'number')
  if (meant?.standing === 'cancelled') throw new LantaiError('wrong_state', text(`${meant.label}已经注销`, `${meant.label} was cancelled`), 'number')
  if (paper === 'place-names.plateCertificate') {
    if (meant === undefined) throw new LantaiError('malformed', text('请说明是哪一个号的', 'Say of which number'), 'number')
    if (meant.confirmed === null) throw new LantaiError('wrong_state', text(`${meant.label}还没有确认`, `${meant.label} has not been confirmed`), 'number')
  }
  const day = meant?.confirmed?.day ?? issued?.day ?? book.latest
  const [profile, office] = await Promise.all([profileOn(house, reads, day), house.office()])
  const name = nameOf(entity)
  const record: PlateRecord = {
    book, name: name?.name ?? book.name, text: name?.text ?? '', sign: name?.sign ?? '', divisions: divisionsOf(entity, day), officeName: profile.officeName, authority: profile.plates.authority === 'police' ? '公安机关' : profile.officeName,
    sizes: profile.plates.sizes, ...(issued !== undefined ? { key: issued.document } : meant === undefined ? {} : { key: meant.key }), day, sample: office.sample,
  }
  return { paper, record, ...textsOf(office, paper) }
}

/** Digests of papers on plates that were printed. */
export const printedDigests = (entries: readonly JournalEntry[], paper: string): readonly string[] => entries.flatMap(({ action }) => {
  if (action.kind !== 'plate.printed') return []
  const body = action.body as PlateActionOf<'plate.printed'>['body']
  return body.paper === paper ? [body.digest] : []
})
