import { asks, notApplicable, notYet, pass } from '../outcome.ts'
import type { Rule } from '../rule.ts'
import { text } from '../text.ts'
import { inForceOn } from '../waiver/dates.ts'
import type { Question } from '../waiver/eligibility.ts'
import type { Answer } from '../waiver/facts.ts'
import type { Condition, WaiverPolicy } from '../waiver/policy.ts'
import type { BurialFile } from './file.ts'
import { regulation2012From } from './law.ts'

/** The question on a funeral grant (丧葬补助): many policies leave out who has one from insurance or employer, so it is asked with its proof, and what is not known never approves. */

type Grant = BurialFile['grant']

/** What the answer is worth: a “no” without its proof is not known, a “yes” counts at once. */
export const grantAnswer = ({ paid, proof }: Grant): Answer => (paid === 'yes' ? 'yes' : paid === 'no' && proof.trim() !== '' ? 'no' : 'unknown')

const names = (conditions: readonly Condition[]): boolean => conditions.some((condition) => condition.kind === 'flag' && condition.flag === 'grant')

/** Says whether a policy asks for the grant, in its exclusions, classes or items. */
export const asksForGrant = (policy: Pick<WaiverPolicy, 'exclusions' | 'layers'>): boolean =>
  policy.exclusions.some(({ all }) => names(all)) || policy.layers.some(({ classes, items }) => classes.some(({ all }) => names(all)) || items.some(({ when }) => names(when)))

/** The policies in force on a civil day that ask for the grant; those that may be in force too. */
export const policiesAskingForGrant = (policies: readonly WaiverPolicy[], day: string): readonly WaiverPolicy[] => policies.filter((policy) => inForceOn(policy, day) !== 'no' && asksForGrant(policy))

/** What is still to be asked about the grant where a policy asks for it, at the field that takes the answer; undefined when it is answered or nobody asks. */
export const findGrantQuestion = (policies: readonly WaiverPolicy[], grant: Grant, day: string): Question | undefined => {
  const [policy] = policiesAskingForGrant(policies, day)
  if (policy === undefined || grantAnswer(grant) !== 'unknown') return undefined
  return grant.paid === 'no'
    ? { field: 'grant.proof', message: text('请写明凭什么材料确认没有丧葬补助', 'Say by what proof it is known that no funeral grant is paid') }
    : { field: 'grant.paid', message: text(`请问明是否享受丧葬补助（《${policy.title.zh}》）`, `Ask whether a funeral grant is paid (“${policy.title.en}”)`) }
}

/** What the rules on a waiver look at before it is settled. */
export interface GrantFacts {
  readonly policies: readonly WaiverPolicy[]
  readonly grant: Grant
  readonly day: string
}

/** The grant as a rule of the book. */
export const grantRule: Rule<GrantFacts> = {
  id: 'waiver.grant', title: text('丧葬补助', 'Funeral grant'), law: text('各地惠民殡葬减免文件的除外规定', 'Exclusions of the local waiver documents'), source: 'guides', from: regulation2012From, group: 'burial-waivers', severity: 'stop',
  asks: text('政策不包括享受丧葬补助人员的，应问明并查看证明；不清楚的不能减免。', 'Where a policy leaves out those with a funeral grant, it is asked and proven; what is not known does not approve.'),
  check: ({ policies, grant, day }) => {
    const [policy] = policiesAskingForGrant(policies, day)
    if (policy === undefined) return notApplicable
    const question = findGrantQuestion(policies, grant, day)
    if (question !== undefined) return notYet(question.field, question.message.zh, question.message.en)
    return grantAnswer(grant) === 'yes' ? asks('grant.paid', `享受丧葬补助，《${policy.title.zh}》不减免`, `A funeral grant is paid; “${policy.title.en}” leaves it out`) : pass
  },
}
