import { areaPath } from '../../domain/areas/index.ts'
import { findItem, type PlaceNameItem } from '../../domain/place-names/case/file.ts'
import type { ApprovedText } from '../../domain/place-names/case/actions.ts'
import { draftWords } from '../../domain/place-names/case/words.ts'
import type { PlaceKind } from '../../domain/place-names/kinds.ts'
import type { NameAct } from '../../domain/place-names/names/index.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { Text } from '../../domain/text.ts'
import { codeNumber } from '../case/lists.ts'
import { digestOf, said } from '../case/parts.ts'
import { plainDay } from '../case/words.ts'
import type { PlaceNameRecord } from '../contract.ts'
import type { PaperCode } from '../digest.ts'
import { dateOfDay, paper, type Paper, type PaperId, type RequestOf } from '../paper.ts'
import type { Sheet } from '../sheet.ts'

/** Said in the source of every paper of this window. */
export const ownLayout = ['全国没有统一版式，参照 GB/T 9704 由办理单位自定，用语可以修改', 'there is no national layout; this is the office’s own after GB/T 9704 with texts that can be changed'] as const

/** Refuses a paper that would say what has not happened; throws `wrong_state`. */
export const required = <T>(value: T | null | undefined, zh: string, en: string): T => {
  if (value === null || value === undefined) throw new LantaiError('wrong_state', text(`${zh}，不能打印这种文书。`, `${en}; the paper cannot be printed.`))
  return value
}

/** The one that a paper is made for: by its number or id, the last where none is said; throws `not_found`. */
export const meant = <T>(list: readonly T[], number: string | undefined, idOf: (one: T) => string, zh: string, en: string): T => {
  const last = required(list.at(-1), `还没有${zh}`, `There is no ${en} yet`)
  if (number === undefined || number === '') return last
  const found = list.findLast((one) => idOf(one) === number)
  if (found === undefined) throw new LantaiError('not_found', text(`没有“${number}”这个${zh}。`, `There is no ${en} “${number}”.`), 'number')
  return found
}

/** What of a name a paper prints: its words as approved or applied for, with what the application says besides. */
export interface NamedItem extends ApprovedText {
  readonly act: NameAct
  readonly kind: PlaceKind | ''
  readonly formerName: string
  readonly division: string
  readonly meaning: string
  readonly origin: string
  readonly reason: string
}

/** The division an office is of in words: from the table of codes, else as its own name begins. */
export const areaName = ({ area, officeName }: Pick<PlaceNameRecord, 'area' | 'officeName'>, code: string, day: string): string => {
  const given = /^\d{6}$/.test(code) ? code : area
  if (!/^\d*$/.test(given)) return given
  const path = day === '' ? [] : areaPath(given, day).map(({ name }) => name).filter((name, i, all) => name !== '市辖区' && name !== all[i - 1])
  return path.length > 0 ? path.join('') : (/^(.+[省市区县旗盟州])(?=.*(?:局|委员会|办公室))/u.exec(officeName)?.[1] ?? '')
}

/** Division down to the village, as far as the file tells it. */
const divisionOf = (item: PlaceNameItem | undefined, record: PlaceNameRecord): string => {
  const area = areaName(record, item?.county ?? '', record.folded.decision?.day ?? record.folded.receivedOn)
  const below = `${item?.township ?? ''}${item?.village ?? ''}`
  return below.startsWith(area) ? below : `${area}${below}`
}

const named = (words: ApprovedText, item: PlaceNameItem | undefined, record: PlaceNameRecord): NamedItem => ({
  item: words.item, name: words.name, text: words.text, sign: words.sign, extent: words.extent,
  act: item?.act ?? 'naming', kind: item?.kind ?? '', formerName: item?.formerName ?? '', division: divisionOf(item, record), meaning: item?.meaning ?? '', origin: item?.origin ?? '', reason: item?.reason ?? '',
})

/** The approved names with the words of the approval; in the order of the case, or those of a list. */
export const approvedNames = (record: PlaceNameRecord, words: readonly ApprovedText[] = record.folded.words): NamedItem[] => words.map((one) => named(one, findItem(record.folded.file, one.item), record))

/** The names as they are applied for; no item named means all. */
export const proposedNames = (record: PlaceNameRecord, items: readonly string[] = []): NamedItem[] =>
  record.folded.file.items.filter(({ id }) => items.length === 0 || items.includes(id)).map((item) => named(draftWords(item), item, record))

/** The facts that a paper of a case is drawn from; all of them, so that its digest holds what it says and nothing else. */
export interface CaseView { readonly sample: boolean }
type CasePaperId = Extract<PaperId, `place-names.${string}`> & RequestOfRecord
type RequestOfRecord = { [Id in PaperId]: RequestOf<Id> extends { readonly record: PlaceNameRecord } ? Id : never }[PaperId]

/** Makes a paper of a case: `view` gathers what it says, `draw` sees that alone. */
export const casePaper = <Id extends CasePaperId, V extends CaseView>(id: Id, definition: {
  readonly title: Text; readonly version: string; readonly source: Text; readonly needs: readonly Text[]; readonly from?: string
  readonly texts?: Readonly<Record<string, string>>
  /** The day the paper is of; empty takes the latest act of the case. */
  readonly day: (record: PlaceNameRecord) => string
  readonly view: (record: PlaceNameRecord) => V
  readonly draw: (sheet: Sheet, view: V, say: (key: string) => string, code: PaperCode) => void
}): Paper => paper<Id>({
  id, title: definition.title, version: definition.version, from: definition.from ?? '2022-05-01',
  source: text(`${definition.source.zh}；${ownLayout[0]}`, `${definition.source.en}; ${ownLayout[1]}`),
  needs: definition.needs, ...(definition.texts === undefined ? {} : { texts: definition.texts }),
  facts: (request) => {
    const { record } = request as unknown as { readonly record: PlaceNameRecord }
    const { folded, number = '' } = record
    const day = [definition.day(record), folded.latest, folded.receivedOn, folded.openedAt.slice(0, 10)].find((one) => one !== '') ?? ''
    return { title: `${definition.title.zh} ${folded.file.title === '' ? folded.id : folded.file.title}`, author: record.officeName, number: codeNumber(folded.id, number).slice(0, 64), date: dateOfDay(day) }
  },
  record: (request) => {
    const { record, texts } = request as unknown as { readonly record: PlaceNameRecord; readonly texts?: Readonly<Record<string, string>> }
    return digestOf(id, definition.version, texts === undefined ? {} : { texts }, definition.view(record))
  },
  draw: (sheet, request, code) => {
    const { record, texts } = request as unknown as { readonly record: PlaceNameRecord; readonly texts?: Readonly<Record<string, string>> }
    definition.draw(sheet, definition.view(record), (key) => said(definition.texts ?? {}, texts, key), code)
  },
})

/** A day, or the places to write one in by hand. */
export const writtenDay = (day: string | undefined): string => (day === undefined || plainDay(day) === '' ? '　　　　年　　月　　日' : plainDay(day))

/** The remedies against a decision of the office (《行政复议法》第二十条, 《行政诉讼法》第四十六条). */
export const remedies = '如对本决定不服，可以自收到本决定书之日起六十日内依法申请行政复议，或者自收到本决定书之日起六个月内依法向人民法院提起行政诉讼。'
