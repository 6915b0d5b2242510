import { decideEnding, decideEndingFiling, usualEndingRemark, type EndingAction, type EndingActionBody, type EndingActionKind } from '../../domain/marriage/endings.ts'
import { endingTitles } from '../../domain/marriage/ending-kinds.ts'
import { isCivilDate } from '../../domain/dates.ts'
import { LantaiError } from '../../domain/error.ts'
import { nextOfficeFileNumber } from '../../domain/marriage/archive.ts'
import type { MarriageCase } from '../../domain/marriage/fold.ts'
import { text } from '../../domain/text.ts'
import { act, type ActCall } from '../case/act.ts'
import { handle, type Handling } from '../door.ts'
import type { House } from '../house.ts'
import { readFileFacts } from '../pictures.ts'
import { routes } from '../schemas/index.ts'
import type { EndingLine } from '../schemas/marriage.ts'
import type { Porter } from '../sign-in.ts'
import { marriageSpec } from './spec.ts'

const inClass = ({ year, officeFileNumber }: { readonly year: number; readonly officeFileNumber: number }): string => `撤销婚姻类${String(year)}年第${String(officeFileNumber)}卷`

/** How a marriage ended, in order, as its page shows it; `nameOf` gives the name behind an account. */
export const endingLines = (folded: Pick<MarriageCase, 'endings'>, nameOf: (id: string) => string): EndingLine[] =>
  folded.endings.map(({ kind, day, action, at, by, second, file }, index) => ({
    index, kind, title: { ...endingTitles[kind] }, day, at, by: nameOf(by), second: second === '' ? '' : nameOf(second), body: action.body, remark: action.body.note.remark,
    otherFile: file === null ? action.body.note.otherFile : inClass(file), divorceId: action.kind === 'marriage.divorced' ? action.body.caseId : '',
    file: file === null ? null : { fonds: file.fonds, year: file.year, officeFileNumber: file.officeFileNumber, archiveFileNumber: file.archiveFileNumber, pages: file.pages },
  }))

/** The copy of a judgment is a stored file of as many pages as it is put down with. */
const requireCopy = async (house: House, { copy, pages }: { readonly copy: string; readonly pages: number }): Promise<void> => {
  if (copy === '') return
  const { files } = house.register
  if (!(await files.has(copy))) throw new LantaiError('invalid', text('判决书副本没有存上，请重新选择', 'The copy of the judgment was not stored; choose it again'), 'judgment.copy')
  const facts = await readFileFacts(await files.get(copy))
  if (facts.pages > pages) throw new LantaiError('invalid', text(`副本有 ${String(facts.pages)} 页，登记为 ${String(pages)} 页`, `The copy has ${String(facts.pages)} pages but is put down with ${String(pages)}`), 'judgment.pages')
}

interface Asked { readonly revision: number; readonly reason?: string | undefined; readonly second: { readonly account: string; readonly password: string }; readonly note: { readonly remark: string; readonly otherFile: string; readonly uploadedOn: string } }

const requireUploaded = ({ uploadedOn }: Asked['note'], today: string): void => {
  if (uploadedOn === '') return
  if (!isCivilDate(uploadedOn)) throw new LantaiError('invalid', text('没有这一天', 'There is no such day'), 'note.uploadedOn')
  if (uploadedOn > today) throw new LantaiError('invalid', text('上传日期在今天之后', 'The day of the upload lies in the future'), 'note.uploadedOn')
}

/** Why an end is noted, where nothing else is said: the paper that told of it. */
const usualReason = (action: EndingAction): string => {
  switch (action.kind) {
    case 'marriage.divorced':
      return `收到${action.body.authority}${action.body.number}`
    case 'marriage.revoked':
      return `依据${action.body.basis.authority}${action.body.basis.number}`
    default:
      return `收到${action.body.judgment.court}${action.body.judgment.number}判决`
  }
}

/** Notes one end of a marriage, with a second person; a remark left empty is worded as usual. */
const note = async <K extends EndingActionKind, B extends Asked>(porter: Porter, call: ActCall<B>, kind: K, facts: Omit<EndingActionBody<K>, 'note'>) => {
  const { house, body, account, session } = call
  requireUploaded(body.note, house.today())
  if ('judgment' in facts) await requireCopy(house, facts.judgment as EndingActionBody<'marriage.annulled'>['judgment'])
  const second = await porter.confirmSecond(account, body.second, 'case.annotate', session.counter)
  return act(marriageSpec, call, kind, (_tx, folded) => {
    const made = { kind, subject: folded.id, body: { ...facts, note: body.note } } as unknown as EndingAction
    // The usual words name days of the act, which are looked at first.
    const checked = decideEnding(folded, { ...made, second: second.id, reason: body.reason ?? usualReason(made) } as EndingAction, { account: account.id, today: house.today() })
    const remark = body.note.remark === '' ? usualEndingRemark(checked) : body.note.remark
    return { ...checked, body: { ...checked.body, note: { ...checked.body.note, remark } } } as EndingAction
  })
}

/** Notes of how a marriage ended, each of the four kept apart, and the file of its own that a judgment or revocation makes. */
export const endingHandlings = (porter: Porter): readonly Handling[] => [
  handle(routes.noteDivorce, async (call) => {
    const { by, authority, number, day } = call.body
    return note(porter, call, 'marriage.divorced', { by, authority, number, day, caseId: '' })
  }),

  handle(routes.noteVoid, async (call) => {
    const { judgment, ground, certificates } = call.body
    return note(porter, call, 'marriage.courtVoided', { judgment, ground, certificates })
  }),

  handle(routes.noteAnnulment, async (call) => {
    const { judgment, ground, certificates } = call.body
    return note(porter, call, 'marriage.annulled', { judgment, ground, certificates })
  }),

  handle(routes.revokeMarriage, async (call) => {
    const { decision, basis, ground, certificates } = call.body
    return note(porter, call, 'marriage.revoked', { decision, basis, ground, certificates })
  }),

  handle(routes.fileEnding, async (call) => {
    const { house, body, params } = call
    const { fonds } = await house.office()
    return act(marriageSpec, call, 'marriage.endingFiled', async (tx, folded) => {
      const year = Number((folded.endings[params.ending]?.day ?? house.today()).slice(0, 4))
      const officeFileNumber = body.officeFileNumber ?? nextOfficeFileNumber(await tx.lastFileNumber(fonds, year, 'annulment'))
      return decideEndingFiling(folded, { ending: params.ending, fonds, year, officeFileNumber, archiveFileNumber: body.archiveFileNumber.trim(), pages: body.pages })
    })
  }),
]
