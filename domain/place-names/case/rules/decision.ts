import { civilDate } from '../../../dates.ts'
import { citations } from '../../../law.ts'
import { asks, fail, notYet, pass } from '../../../outcome.ts'
import type { Outcome } from '../../../rule.ts'
import { text } from '../../../text.ts'
import { approvalClasses, classesOf, isRightApprover } from '../../approval.ts'
import type { ApprovalClass } from '../../approval.ts'
import type { Due } from '../../clocks.ts'
import { deliveryDue, dueState, supplementDue } from '../../clocks.ts'
import { findDocumentNumber } from '../../document-numbers.ts'
import { licensingLaw, localRule, placeNameRegulation } from '../../law.ts'
import { approvalsOf } from '../../profile.ts'
import { signForm } from '../../romanise/index.ts'
import type { CivilDate } from '../../../dates.ts'
import { decisionDueOf, tryDue } from '../clocks.ts'
import type { CaseContext, PlaceNameCaseRule } from '../context.ts'
import { because, caseRule, clockOptionsOf, itemField, itemRule, unexamined } from '../context.ts'
import type { PlaceNameItem } from '../file.ts'

/** The class of approval of an item: the one chosen, else the only one of its kind; undefined while it is open. */
export const approvalClassOf = ({ kind, approvalClass }: Pick<PlaceNameItem, 'kind' | 'approvalClass'>): ApprovalClass | undefined => {
  if (kind === '') return undefined
  const classes = classesOf(kind)
  return classes.length === 1 ? classes[0] : approvalClasses.find(({ id, kind: of }) => id === approvalClass && of === kind)
}

/** What a clock comes to as an outcome at a field: met, late, overdue, or still running. */
export const dueOutcome = (make: () => Due | undefined, done: CivilDate | undefined, context: CaseContext, field: string, zh: string, en: string): Outcome => {
  const { due, because: why } = tryDue(make)
  if (due === undefined) return why === undefined ? notYet(field, `${zh}的期限还没有起算`, `The limit of ${en} has not begun`) : { kind: 'unexamined', message: why }
  const { state, daysLeft } = dueState(due, done, context.today)
  if (state === 'met') return pass
  if (state === 'open') return notYet(field, `${zh}应在 ${due.day} 以前，还有 ${daysLeft} 天`, `${en} is due by ${due.day}, ${daysLeft} days left`)
  return fail(field, state === 'late' ? `${zh}于 ${done ?? ''} 办理，逾期 ${-daysLeft} 天（应在 ${due.day} 以前）` : `${zh}已逾期 ${-daysLeft} 天（应在 ${due.day} 以前）`, state === 'late' ? `${en} was done on ${done ?? ''}, ${-daysLeft} days late (due ${due.day})` : `${en} is ${-daysLeft} days overdue (due ${due.day})`)
}
const day = (value: string | undefined): CivilDate | undefined => (value === undefined || value === '' ? undefined : civilDate(value))

export const decisionRules: readonly PlaceNameCaseRule[] = [
  caseRule({
    code: 'T01', id: 'place-names.supplement', per: 'case', stage: 'after', title: text('一次性告知补正', 'Supplement asked once'), law: licensingLaw.cite(32), asks: text('材料不齐的，当场或者五个工作日内一次性告知全部内容；逾期不告知的，收到即为受理。', 'What is missing is told at once and within 5 working days; otherwise the application counts as accepted.'),
    check: ({ folded, context }) => (folded.supplement === null ? because('不需要补正', 'Nothing had to be supplemented') : dueOutcome(() => supplementDue(civilDate(folded.receivedOn), clockOptionsOf(context)), day(folded.supplement.day), context, 'supplement.day', '一次性告知补正', 'the supplement notice')),
  }),
  caseRule({
    code: 'T02', id: 'place-names.slip', per: 'case', stage: 'after', title: text('受理或者不予受理的书面凭证', 'Slip of acceptance'), law: licensingLaw.cite(32), asks: text('受理或者不予受理，出具加盖印章、注明日期的书面凭证。', 'Acceptance and refusal to accept are told in writing, sealed and dated.'),
    check: ({ folded, context }) => {
      const slip = folded.accepted ?? folded.notAccepted
      if (slip === null) return folded.state === 'withdrawn' ? because('受理以前撤回', 'Withdrawn before it was accepted') : dueOutcome(() => supplementDue(civilDate(folded.supplementedOn === '' ? folded.receivedOn : folded.supplementedOn), clockOptionsOf(context)), undefined, context, 'accepted', '受理', 'the acceptance')
      return slip.slip.trim() === '' ? fail('accepted.slip', '没有受理凭证的编号', 'The slip has no number') : pass
    },
  }),
  caseRule({
    code: 'T03', id: 'place-names.time-limit', per: 'case', stage: 'after', title: text('决定期限', 'Time to decide'), law: citations(licensingLaw.cite(42), licensingLaw.cite(45), localRule), asks: text('在期限内决定；听证、专家评审等不计入的时间书面告知申请人。', 'Decided in time; stretches that do not count were told to the applicant in writing.'),
    check: ({ folded, context }) => {
      if (folded.accepted === null || (folded.state === 'withdrawn' && folded.decision === null)) return because('没有受理', 'It was not accepted')
      const untold = folded.excluded.filter(({ told }) => !told).length
      const said: Outcome[] = [dueOutcome(() => decisionDueOf(folded, clockOptionsOf(context)), day(folded.file.source === 'consultation' ? folded.opinion?.day : folded.decision?.day), context, 'decision.day', folded.file.source === 'consultation' ? '复函' : '决定', folded.file.source === 'consultation' ? 'the opinion' : 'the decision')]
      if (untold > 0) said.push(fail('excluded', `有 ${untold} 段不计入的时间没有书面告知，仍计入期限`, `${untold} stretches were not told in writing and count`))
      if (folded.extension !== null && !folded.extension.told) said.push(fail('extension.told', '延长期限没有告知申请人', 'The extension was not told'))
      return said.length === 1 || said[0]?.kind !== 'pass' ? said : said.slice(1)
    },
  }),
  caseRule({
    code: 'T04', id: 'place-names.refusal', per: 'case', stage: 'after', title: text('不予批准的理由和救济途径', 'Reasons and remedies of a refusal'), law: licensingLaw.cite(38), asks: text('不予批准的，说明理由，告知申请行政复议或者提起行政诉讼的权利。', 'A refusal has its reasons and tells of reconsideration and suit.'),
    check: ({ folded: { decision, notAccepted } }) => {
      const refused = decision?.decisions.filter(({ outcome }) => outcome === 'refused') ?? []
      if (refused.length === 0 && notAccepted === null) return because('没有不予批准的地名', 'Nothing was refused')
      return decision !== null && refused.length > 0 && !decision.remedies ? fail('decision.remedies', '没有告知复议和诉讼的权利', 'Reconsideration and suit were not told') : pass
    },
  }),
  caseRule({
    code: 'T05', id: 'place-names.delivery', per: 'case', stage: 'after', title: text('送达', 'Delivery'), law: licensingLaw.cite(44), asks: text('决定之日起十个工作日内送达。', 'Delivered within 10 working days of the decision.'),
    check: ({ folded, context }) => {
      const paper = folded.decision ?? folded.notAccepted
      if (paper === null) return because('还没有决定', 'Nothing has been decided')
      if (folded.file.source === 'consultation') return because('由批准机关送达', 'The approving body delivers it')
      return dueOutcome(() => deliveryDue(civilDate(paper.day), clockOptionsOf(context)), day(folded.delivered?.day), context, 'delivered.day', '送达', 'the delivery')
    },
  }),
  itemRule({
    code: 'H01', id: 'place-names.approver', stage: 'decision', title: text('批准机关', 'The right body'), law: placeNameRegulation.cite(12), asks: text('由条例规定的机关批准。', 'Approved by the body that the regulation names.'),
    check: (item, facts) => {
      const { decision } = facts.folded
      const entry = approvalClassOf(item)
      if (entry === undefined) return notYet(itemField(facts, 'approvalClass'), '还没有确定批准的类别', 'The class of approval has not been chosen yet')
      if (decision === null) return notYet('decision.approver', '还没有决定', 'Nothing has been decided yet')
      const right = isRightApprover(entry, decision.approver, approvalsOf(facts.context.profile))
      if (right === undefined) return unexamined(`“${entry.title.zh}”的批准机关没有设置，请核对`, `Nobody has set who approves “${entry.title.en}”`)
      return right ? pass : fail('decision.approver', `“${entry.title.zh}”应由${entry.who.zh}批准`, `“${entry.title.en}” is decided by: ${entry.who.en}`)
    },
  }),
  caseRule({
    code: 'H02', id: 'place-names.document', per: 'case', stage: 'decision', title: text('批准文件', 'The approval document'), law: localRule, source: 'guides', asks: text('批准文件有文号、日期、印章，文号格式正确、不重复。', 'The document has number, day and seal; the number has the right form and is given once.'),
    check: ({ folded: { decision }, context }) => {
      if (decision === null) return notYet('decision.document', '还没有决定', 'Nothing has been decided yet')
      const said: Outcome[] = []
      if (findDocumentNumber(decision.document) === undefined) said.push(fail('decision.document', decision.document === '' ? '没有文号' : `“${decision.document}”不是文号`, decision.document === '' ? 'The number is missing' : `“${decision.document}” is no document number`))
      if (!decision.sealed) said.push(fail('decision.sealed', '没有加盖印章', 'It bears no seal'))
      if ((context.sameNumber ?? []).length > 0) said.push(fail('decision.document', `文号与其他案件重复：${context.sameNumber?.slice(0, 3).join('、') ?? ''}`, `The number is that of other cases too: ${context.sameNumber?.slice(0, 3).join(', ') ?? ''}`))
      return said.length === 0 ? pass : said
    },
  }),
  itemRule({
    code: 'H02', id: 'place-names.document.words', stage: 'decision', title: text('批准文件逐项内容', 'What the document says of each name'), law: citations(placeNameRegulation.cite(12), placeNameRegulation.cite(15)), asks: text('每个地名写明名称、罗马字母拼写和范围，与申请审核的一致。', 'Each name stands with spelling and extent, as examined.'),
    check: (item, facts) => {
      const { decision, words: all } = facts.folded
      if (decision === null) return notYet('decision.decisions', '还没有决定', 'Nothing has been decided yet')
      const words = all.find((entry) => entry.item === item.id)
      if (words === undefined) return because('没有批准', 'Not approved')
      const said: Outcome[] = []
      if (item.act !== 'removal') {
        if (words.text === '' || words.sign === '') said.push(fail(`words.${item.id}.text`, `${words.name}：没有罗马字母拼写`, `${words.name}: the spelling is missing`))
        else if (signForm(words.text) !== words.sign.normalize('NFC')) said.push(fail(`words.${item.id}.sign`, `${words.name}：两种拼写不一致`, `${words.name}: the two spellings disagree`))
        if (item.name !== words.name) said.push(asks(itemField(facts, 'name'), `批准的名称“${words.name}”与审核的“${item.name}”不同`, `Approved as “${words.name}”, examined as “${item.name}”`))
        else if (item.spelling.text !== '' && item.spelling.text.normalize('NFC') !== words.text.normalize('NFC')) said.push(asks(itemField(facts, 'spelling.text'), `批准的拼写 ${words.text} 与审核的 ${item.spelling.text} 不同`, `Approved as ${words.text}, examined as ${item.spelling.text}`))
      }
      if (words.extent.trim() === '') said.push(fail(`words.${item.id}.extent`, `${words.name}：没有写明范围`, `${words.name}: the extent is missing`))
      return said.length === 0 ? pass : said
    },
  }),
]
