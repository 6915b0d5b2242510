import { z } from 'zod'
import type { Action, JournalEntry } from '../action.ts'
import type { CaseBody } from '../case/actions.ts'
import type { EndingKind } from './ending-kinds.ts'
import { endingTitles } from './ending-kinds.ts'
import { FileHash } from '../case/file.ts'
import { civilDate, formatChinese } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { citations, civilCode, familyInterpretation, marriageRegulation } from '../law.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const short = z.string().min(1).max(100)

/** A judgment as it reached the office (《婚姻登记条例》第二十条): its copy is filed and the file annotated. */
export const Judgment = z.strictObject({ court: short, number: short, day, effectiveDay: day, receivedDay: day, copy: z.union([z.literal(''), FileHash]), pages: z.int().nonnegative() })
export type Judgment = z.infer<typeof Judgment>

/** What became of each booklet: collected (by the court or the office), or declared invalid by notice. */
export const Recovered = z.tuple([z.enum(['recovered', 'notRecovered', 'declaredInvalid']), z.enum(['recovered', 'notRecovered', 'declaredInvalid'])])

/** The note in the marriage file and the number of the file that it points to (《婚姻登记档案管理办法》第九条), and whether it was uploaded. */
export const CrossNote = z.strictObject({ remark: z.string().min(1).max(400), otherFile: z.string().max(100), uploadedOn: z.union([z.literal(''), day]) })
export type CrossNote = z.infer<typeof CrossNote>

/** The acts that end a registered marriage. */
export const endingActions = {
  /** 离婚: by this office (with its case), another office, a court, or abroad. */
  'marriage.divorced': z.strictObject({ by: z.enum(['thisOffice', 'otherOffice', 'court', 'abroad']), authority: short, number: short, day, caseId: z.string().max(64), note: CrossNote }),
  /** 婚姻无效 (《民法典》第一千零五十一条). */
  'marriage.courtVoided': z.strictObject({ judgment: Judgment, ground: z.enum(['bigamy', 'kinship', 'underAge']), certificates: Recovered, note: CrossNote }),
  /** 撤销婚姻 by a court (第一千零五十二、一千零五十三条). */
  'marriage.annulled': z.strictObject({ judgment: Judgment, ground: z.enum(['coercion', 'illness']), certificates: Recovered, note: CrossNote }),
  /** 撤销婚姻登记 by civil affairs after an impostor or a false identity came to light. */
  'marriage.revoked': z.strictObject({
    decision: z.strictObject({ authority: short, number: short, day, toldDay: z.union([z.literal(''), day]) }),
    basis: z.strictObject({ kind: z.enum(['courtSuggestion', 'procuratorateSuggestion', 'policeFinding', 'judgment']), authority: short, number: z.string().max(100), day }),
    ground: z.enum(['impostor', 'falseIdentity', 'other']), certificates: Recovered, note: CrossNote,
  }),
} as const
export type EndingActionKind = keyof typeof endingActions
export type EndingActionBody<K extends EndingActionKind> = z.infer<(typeof endingActions)[K]>
export type EndingAction = { [K in EndingActionKind]: Action<K, EndingActionBody<K>> }[EndingActionKind]

/** Names of the acts as the desk shows them. */
export const endingActionTitles: Readonly<Record<EndingActionKind, Text>> = {
  'marriage.divorced': text('离婚', 'Note the divorce'),
  'marriage.courtVoided': text('法院宣告婚姻无效', 'Note a marriage declared void'),
  'marriage.annulled': text('法院撤销婚姻', 'Note an annulment'),
  'marriage.revoked': text('撤销婚姻登记', 'Revoke the registration'),
}

/** Names and articles of the grounds. */
export const endingGrounds: Readonly<Record<string, { readonly title: Text; readonly law: Text }>> = {
  bigamy: { title: text('重婚', 'bigamy'), law: civilCode.cite(1051, 1) },
  kinship: { title: text('有禁止结婚的亲属关系', 'prohibited kinship'), law: civilCode.cite(1051, 2) },
  underAge: { title: text('未到法定婚龄', 'under age'), law: civilCode.cite(1051, 3) },
  coercion: { title: text('胁迫', 'coercion'), law: civilCode.cite(1052) },
  illness: { title: text('未如实告知重大疾病', 'serious illness not told'), law: civilCode.cite(1053) },
  impostor: { title: text('冒名顶替', 'impostor'), law: text('最高人民法院、最高人民检察院、公安部、民政部《关于妥善处理以冒名顶替或者弄虚作假的方式办理婚姻登记问题的指导意见》', 'Guidance of four bodies on marriages registered by impostors or false papers (2021)') },
  falseIdentity: { title: text('弄虚作假', 'false identity'), law: text('最高人民法院、最高人民检察院、公安部、民政部《关于妥善处理以冒名顶替或者弄虚作假的方式办理婚姻登记问题的指导意见》', 'Guidance of four bodies on marriages registered by impostors or false papers (2021)') },
  other: { title: text('其他', 'other'), law: marriageRegulation.cite(20) },
}

/** The articles by which an ending is noted and uploaded, and the certificates collected. */
export const endingLaw = citations(marriageRegulation.cite(20), familyInterpretation.cite(21))

/** An end as the case carries it. */
export interface MarriageEnding {
  readonly kind: EndingKind
  /** Day from which it holds: the divorce, the effect of the judgment, the decision. */
  readonly day: string
  readonly action: EndingAction
  readonly at: string
  readonly by: string
  readonly second: string
  /** The court's or the revocation's own file in the class 撤销婚姻类, once it has been filed; a divorce is filed with its own case. */
  readonly file: EndingFile | null
}

/** Where the file of an ending stands in the class 撤销婚姻类 (《婚姻登记档案管理办法》第九条). */
export interface EndingFile extends CaseBody<'archived'> {
  readonly at: string
  readonly by: string
}

const kindOf: Readonly<Record<EndingActionKind, EndingKind>> = { 'marriage.divorced': 'divorced', 'marriage.courtVoided': 'void', 'marriage.annulled': 'annulled', 'marriage.revoked': 'revoked' }

const endingActs: ReadonlySet<string> = new Set(Object.keys(kindOf))

/** Says whether an action ends a marriage. */
export const isEnding = (action: Action): action is EndingAction => endingActs.has(action.kind)

const dayOfEnding = (action: EndingAction): string =>
  action.kind === 'marriage.divorced' ? action.body.day : action.kind === 'marriage.revoked' ? action.body.decision.day : action.body.judgment.effectiveDay

/** What an ending looks at in a case. */
interface Endable { readonly state: string; readonly day: string; readonly endings: readonly MarriageEnding[] }

/** Refuses an end that a case cannot take: never registered, ended already. A court may still declare void what was divorced since. Throws `wrong_state`. */
export const requireEndable = (folded: Endable, kind: EndingKind): void => {
  if (!['registered', 'proofread', 'delivered'].includes(folded.state)) throw new LantaiError('wrong_state', text('没有登记的婚姻，不能注记终止', 'There is no registered marriage that could end'))
  const last = folded.endings.at(-1)
  if (last === undefined || (last.kind === 'divorced' && kind !== 'divorced')) return
  throw new LantaiError('wrong_state', text(`这一婚姻${endingTitles[last.kind].zh}（${last.day}），不能再注记${endingTitles[kind].zh}`, `This marriage is ${endingTitles[last.kind].en} since ${last.day} and cannot become ${endingTitles[kind].en}`))
}

/** The end that an entry brings to a case; throws `wrong_state`. */
export const endingOf = (folded: Endable, entry: JournalEntry<EndingAction>): MarriageEnding => {
  const kind = kindOf[entry.action.kind]
  requireEndable(folded, kind)
  return { kind, day: dayOfEnding(entry.action), action: entry.action, at: entry.at, by: entry.actor, second: entry.action.second ?? '', file: null }
}

/** The endings that a case can still take: none before the registration, and after a divorce only a court's word on the marriage itself. */
export const allowedEndingsOf = (folded: Endable): readonly EndingActionKind[] => {
  if (!['registered', 'proofread', 'delivered'].includes(folded.state)) return []
  const last = folded.endings.at(-1)
  return (Object.keys(kindOf) as EndingActionKind[]).filter((kind) => last === undefined || (last.kind === 'divorced' && kindOf[kind] !== 'divorced'))
}

interface EndingFiling extends CaseBody<'archived'> { readonly ending: number }

/** The ending whose own file is to be filed; throws `invalid` at `ending` when there is none, it is a divorce, or it was filed already. */
const getFileableEnding = (endings: readonly MarriageEnding[], index: number): MarriageEnding => {
  const ending = endings[index]
  if (ending === undefined) throw new LantaiError('invalid', text('没有这一终止注记', 'There is no such ending'), 'ending')
  if (ending.kind === 'divorced') throw new LantaiError('invalid', text('离婚材料归入离婚登记类，不归入撤销婚姻类（《婚姻登记档案管理办法》第九条）', 'The papers of a divorce belong to the class of divorces, not of annulments (Archive Measures, art. 9)'), 'ending')
  if (ending.file !== null) throw new LantaiError('wrong_state', text('这一终止注记的材料已经归档', 'The papers of this ending have been filed already'), 'ending')
  return ending
}

/** The endings with the file of one of them entered; throws what `decideEndingFiling` throws. */
export const endingsWithFile = (endings: readonly MarriageEnding[], filing: EndingFiling, stamp: { readonly at: string; readonly by: string }): readonly MarriageEnding[] => {
  const { ending: index, ...numbers } = filing
  const ending = getFileableEnding(endings, index)
  return endings.with(index, { ...ending, file: { ...numbers, ...stamp } })
}

/** The endings without the divorce of a case of this register that was voided; throws `wrong_state` when it is not the last of them. */
export const endingsWithout = (endings: readonly MarriageEnding[], divorceId: string): readonly MarriageEnding[] => {
  const last = endings.at(-1)
  if (last?.action.kind === 'marriage.divorced' && last.action.body.caseId === divorceId) return endings.slice(0, -1)
  throw new LantaiError('wrong_state', text('这一婚姻没有由该离婚登记注记的终止，或者其后又有注记', 'The marriage carries no note of this divorce, or another came after it'))
}

/** Files the papers of a judgment or revocation on their own, in the class 撤销婚姻类 (《婚姻登记档案管理办法》第九条). Throws `wrong_state`, and `invalid` at `ending` or at `year` when it is not that of the ending. */
export const decideEndingFiling = (folded: { readonly id: string; readonly endings: readonly MarriageEnding[] }, filing: EndingFiling): Action<'marriage.endingFiled', EndingFiling> => {
  const ending = getFileableEnding(folded.endings, filing.ending)
  const year = Number(ending.day.slice(0, 4))
  if (filing.year !== year) throw new LantaiError('invalid', text(`归档年度应为 ${year} 年`, `The year of the file is ${year}`), 'year')
  return { kind: 'marriage.endingFiled', subject: folded.id, body: filing }
}

/** Whether a marriage case holds a marriage: not yet, in force, or ended in one of the four ways; voided and refused cases hold none. */
export type MarriageStanding = 'open' | 'none' | 'standing' | EndingKind
export const marriageStanding = (folded: Endable): MarriageStanding => {
  if (folded.state === 'received') return 'open'
  if (!['registered', 'proofread', 'delivered'].includes(folded.state)) return 'none'
  return folded.endings.at(-1)?.kind ?? 'standing'
}

const after = (later: string, earlier: string, zh: string, en: string, field: string): void => {
  if (later < earlier) throw new LantaiError('invalid', text(zh, en), field)
}

/** Checks an end before it is recorded: real days in their order, not before the marriage, a second person for a revocation. Throws `wrong_state`, `invalid` with the field, `second_person`. */
export const decideEnding = (folded: Endable & { readonly id: string }, action: Omit<EndingAction, 'subject'>, by: { readonly account: string; readonly today: string }): EndingAction => {
  const made = { ...action, subject: folded.id } as EndingAction
  requireEndable(folded, kindOf[made.kind])
  const check = (value: string, field: string): void => {
    civilDate(value, field)
    after(by.today, value, '日期晚于今天', 'The day lies after today', field)
    after(value, folded.day, `日期早于结婚登记（${folded.day}）`, `The day lies before the marriage (${folded.day})`, field)
  }
  switch (made.kind) {
    case 'marriage.divorced':
      check(made.body.day, 'day')
      break
    case 'marriage.courtVoided':
    case 'marriage.annulled': {
      const { judgment } = made.body
      check(judgment.day, 'judgment.day')
      check(judgment.effectiveDay, 'judgment.effectiveDay')
      check(judgment.receivedDay, 'judgment.receivedDay')
      after(judgment.effectiveDay, judgment.day, '生效日期早于判决日期', 'The judgment takes effect before it was given', 'judgment.effectiveDay')
      after(judgment.receivedDay, judgment.effectiveDay, '收到判决书的日期早于生效日期', 'The judgment was received before it took effect', 'judgment.receivedDay')
      break
    }
    case 'marriage.revoked':
      check(made.body.basis.day, 'basis.day')
      check(made.body.decision.day, 'decision.day')
      after(made.body.decision.day, made.body.basis.day, '撤销决定早于其依据', 'The decision lies before its basis', 'decision.day')
      if (made.body.decision.toldDay !== '') after(made.body.decision.day, civilDate(made.body.decision.toldDay, 'decision.toldDay'), '告知日期晚于撤销决定', 'The parties were told after the decision', 'decision.toldDay')
      break
  }
  if (made.second === undefined || made.second === '' || made.second === by.account) throw new LantaiError('second_person', text('注记婚姻终止须由另一名登记员复核', 'Noting the end of a marriage needs a second registrar'), 'second')
  return made
}

/** The divorce note that a registered divorce of this register puts into the marriage it ended; undefined when the marriage is not in this register. Recorded in the same transaction, so that neither stands alone. */
export const findDivorceNote = (divorce: { readonly id: string; readonly number: string; readonly day: string; readonly officeName: string; readonly file: { readonly marriage: { readonly caseId: string } } }): EndingAction | undefined =>
  divorce.file.marriage.caseId === '' || divorce.number === '' ? undefined : {
    kind: 'marriage.divorced', subject: divorce.file.marriage.caseId,
    body: { by: 'thisOffice', authority: divorce.officeName, number: divorce.number, day: divorce.day, caseId: divorce.id, note: { remark: `双方于${formatChinese(civilDate(divorce.day))}离婚，离婚证字号${divorce.number}。`, otherFile: divorce.number, uploadedOn: '' } },
  }

/** The usual remark in the marriage file; the office may word it otherwise. */
export const usualEndingRemark = (action: EndingAction): string => {
  switch (action.kind) {
    case 'marriage.divorced':
      return `双方于${formatChinese(civilDate(action.body.day))}离婚（${action.body.authority}，${action.body.number}）。`
    case 'marriage.courtVoided':
    case 'marriage.annulled': {
      const { court, number, effectiveDay } = action.body.judgment
      return `本婚姻经${court}（${number}）判决${action.kind === 'marriage.annulled' ? '撤销' : '宣告无效'}，${formatChinese(civilDate(effectiveDay))}生效。`
    }
    case 'marriage.revoked':
      return `本婚姻登记经${action.body.decision.authority}（${action.body.decision.number}）决定撤销，${formatChinese(civilDate(action.body.decision.day))}。`
  }
}

/** Notes in both files: the remark in the marriage file names the other file (by its place in the class 撤销婚姻类 once it is filed), the other file names the marriage. */
export const crossNotes = (marriage: { readonly number: string; readonly archive: { readonly year: number; readonly officeFileNumber: number } | null }, action: EndingAction, file: Pick<EndingFile, 'year' | 'officeFileNumber'> | null = null): { readonly inMarriageFile: string; readonly inOtherFile: string } => {
  const archived = marriage.archive === null ? '' : `，结婚登记类${marriage.archive.year}年第${marriage.archive.officeFileNumber}卷`
  const other = file === null ? action.body.note.otherFile : `撤销婚姻类${file.year}年第${file.officeFileNumber}卷`
  return { inMarriageFile: other === '' ? action.body.note.remark : `${action.body.note.remark}见${other}。`, inOtherFile: `原结婚登记：${marriage.number}${archived}。` }
}
