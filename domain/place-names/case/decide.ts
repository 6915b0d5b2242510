import type { JournalEntry } from '../../action.ts'
import type { Decision } from '../../case/decide.ts'
import { decideBy } from '../../case/decide.ts'
import type { SecondPerson } from '../../case/second.ts'
import { requireSecondPerson } from '../../case/second.ts'
import { addMonths, civilDate } from '../../dates.ts'
import { LantaiError } from '../../error.ts'
import type { Check } from '../../findings.ts'
import { text } from '../../text.ts'
import { documentNumber } from '../document-numbers.ts'
import type { NameContext } from '../names/index.ts'
import type { ApprovedText, PlaceNameAction, PlaceNameActionKind, PlaceNameActionOf, PlaceNameBody } from './actions.ts'
import type { CaseContext } from './context.ts'
import { checkCase, checkItemName, joinChecks } from './rules/index.ts'
import type { PlaceNameCase } from './fold.ts'
import { applyPlaceName } from './fold.ts'

const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

/** A case as it would be after an act, without anybody having done it; throws as the act would. */
export const tryAct = (folded: PlaceNameCase | undefined, action: PlaceNameAction): PlaceNameCase => {
  const entry: JournalEntry<PlaceNameAction> = { seq: 0, at: '', actor: '', counter: '', hash: '', action }
  return applyPlaceName(folded, entry)
}

/** Decides an act that asks nothing but that the case allows it; throws `wrong_state`, or as the act asks. */
export const decideAct = <K extends PlaceNameActionKind>(folded: PlaceNameCase | undefined, kind: K, subject: string, body: PlaceNameBody<K>): PlaceNameActionOf<K> => {
  const action = { kind, subject, body } as unknown as PlaceNameActionOf<K>
  tryAct(folded, action as PlaceNameAction)
  return action
}

const requireItems = (items: readonly unknown[]): void => { if (items.length === 0) throw invalid('请至少填写一个地名', 'Enter one name at least', 'items') }

/** Decides that an application, or a letter that asks for an opinion, came in; throws `invalid` at `items` without a name. */
export const decideReceipt = (id: string, body: PlaceNameBody<'placeName.received'>): PlaceNameActionOf<'placeName.received'> => {
  requireItems(body.file.items)
  return decideAct(undefined, 'placeName.received', id, body)
}

/** Decides the one notice of all that is missing; throws `wrong_state` when one was given. */
export const decideSupplement = (folded: PlaceNameCase, body: PlaceNameBody<'placeName.supplementAsked'>): PlaceNameActionOf<'placeName.supplementAsked'> => decideAct(folded, 'placeName.supplementAsked', folded.id, body)

/** What of the papers is missing, in words, for the one notice (补正告知书). */
export const findMissing = (folded: PlaceNameCase, context: CaseContext): Check => checkCase(folded, context, ['acceptance'])

/** Decides the acceptance: what the application must hold is there, or the findings stand in its way. */
export const decideAcceptance = (folded: PlaceNameCase, body: PlaceNameBody<'placeName.accepted'>, context: CaseContext): Decision<PlaceNameActionOf<'placeName.accepted'>> => {
  const action = decideAct(folded, 'placeName.accepted', folded.id, body)
  return decideBy(findMissing(folded, context), folded.file.answers, () => action)
}

/** Decides a provisional name (预命名) for as many months as the office allows; throws `forbidden` where the office has none. */
export const decideProvisional = (folded: PlaceNameCase, given: Omit<PlaceNameBody<'placeName.provisionallyNamed'>, 'until'>, { profile }: Pick<CaseContext, 'profile'>): PlaceNameActionOf<'placeName.provisionallyNamed'> => {
  if (!profile.provisionalNaming.on) throw new LantaiError('forbidden', text('本机关不办理预命名', 'The office gives no provisional names'))
  return decideAct(folded, 'placeName.provisionallyNamed', folded.id, { ...given, until: addMonths(civilDate(given.day, 'day'), profile.provisionalNaming.months) })
}

/** The rules on names and on the examination, for the names that are to be approved. */
export const checkReview = (folded: PlaceNameCase, context: CaseContext, names: ReadonlyMap<string, NameContext>, approve: (item: string) => boolean): Check =>
  joinChecks([
    ...folded.file.items.filter(({ id }) => approve(id)).map((item) => {
      const given = names.get(item.id)
      if (given === undefined) throw new LantaiError('internal', text('没有查名称', 'The name was not looked up'))
      return checkItemName(item, given, folded.file.answers)
    }),
    checkCase(folded, context, ['acceptance', 'review'], { items: ({ id }) => approve(id) }),
  ])

/** Decides the review (审核): names to be approved pass every rule on names and on the examination, or every question is answered; a name to be refused says why. */
export const decideReview = (folded: PlaceNameCase, body: PlaceNameBody<'placeName.reviewed'>, context: CaseContext, names: ReadonlyMap<string, NameContext>): Decision<PlaceNameActionOf<'placeName.reviewed'>> => {
  const action = decideAct(folded, 'placeName.reviewed', folded.id, body)
  const bare = body.verdicts.findIndex(({ verdict, note }) => verdict === 'refuse' && note.trim() === '')
  if (bare >= 0) throw invalid('请写明不同意的理由', 'Say why it is refused', `verdicts.${bare}.note`)
  const approve = new Set(body.verdicts.filter(({ verdict }) => verdict === 'approve').map(({ item }) => item))
  return decideBy(checkReview(folded, context, names, (item) => approve.has(item)), folded.file.answers, () => action)
}

/** Decides what was decided: approved names have the right body, number, seal and words; refused ones reasons and remedies. A name the review refused is not approved without the review being done again. Throws `invalid` at the field. */
export const decideDecision = (folded: PlaceNameCase, given: PlaceNameBody<'placeName.decided'>, context: CaseContext): Decision<PlaceNameActionOf<'placeName.decided'>> => {
  const body = { ...given, document: documentNumber(given.document, 'document') }
  const action = decideAct(folded, 'placeName.decided', folded.id, body)
  const against = body.decisions.findIndex(({ item, outcome }) => outcome === 'approved' && folded.review?.verdicts.some((verdict) => verdict.item === item && verdict.verdict === 'refuse') === true && folded.file.source === 'application' && folded.forwarded === null)
  if (against >= 0) throw invalid('审核不同意的地名不能批准，请重新审核', 'The review refused it; review it again', `decisions.${against}`)
  if (body.decisions.some(({ outcome }) => outcome === 'refused') && !body.remedies) throw invalid('不予批准应告知申请行政复议和提起行政诉讼的权利', 'A refusal tells of reconsideration and suit', 'remedies')
  const after = tryAct(folded, action)
  const approved = new Set(after.words.map(({ item }) => item))
  return decideBy(approved.size === 0 ? { findings: [], passed: 0, ready: true } : checkCase(after, context, ['decision'], { items: ({ id }) => approved.has(id) }), folded.file.answers, () => action)
}

/** The words of the approved names as they stand, for filing and notice: they are taken from the case, never typed again. */
export const wordsOf = (folded: PlaceNameCase, items?: readonly string[]): ApprovedText[] => folded.words.filter(({ item }) => items === undefined || items.includes(item)).map((words) => ({ ...words }))

/** Decides a filing of every approved name with the words of the approval. */
export const decideFiling = (folded: PlaceNameCase, given: Omit<PlaceNameBody<'placeName.filed'>, 'items' | 'words'>): PlaceNameActionOf<'placeName.filed'> => {
  const words = wordsOf(folded)
  return decideAct(folded, 'placeName.filed', folded.id, { ...given, items: words.map(({ item }) => item), words })
}

/** Decides a notice of approved names with the words of the approval. */
export const decideNotice = (folded: PlaceNameCase, given: Omit<PlaceNameBody<'placeName.noticed'>, 'words'>, items?: readonly string[]): PlaceNameActionOf<'placeName.noticed'> =>
  decideAct(folded, 'placeName.noticed', folded.id, { ...given, words: wordsOf(folded, items) })

/** Decides a correction of what was approved, with a second person; throws `second_person`, `invalid` when nothing changes. */
export const decideCorrection = (folded: PlaceNameCase, body: PlaceNameBody<'placeName.corrected'>, who: SecondPerson): PlaceNameActionOf<'placeName.corrected'> => {
  const { reason, second } = requireSecondPerson(who)
  const before = folded.words.find(({ item }) => item === body.item)
  if (before !== undefined && JSON.stringify(before) === JSON.stringify({ ...before, ...body.words })) throw invalid('内容没有变化', 'Nothing changes', 'words')
  return { ...decideAct(folded, 'placeName.corrected', folded.id, body), reason, second }
}
