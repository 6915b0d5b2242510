import { civilDate, isCivilDate } from '../dates.ts'
import type { Check } from '../findings.ts'
import { rulesByDay, runRules } from '../findings.ts'
import { archiveMeasures, citations, marriageRegulation } from '../law.ts'
import { fail, notApplicable, notYet, pass } from '../outcome.ts'
import type { Outcome, Rule } from '../rule.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { ArchiveActionBody, RequesterKind } from './actions.ts'
import { letterTitles, proofTitles, requesterKindTitles } from './titles.ts'

/** What the clerk takes down of a query; number, day, registrar and office are added when it is decided. */
export type QueryFacts = Pick<ArchiveActionBody<'archive.queried'>, 'requester' | 'basis' | 'purpose' | 'approvedBy' | 'files' | 'found' | 'copies'>
/** What the clerk takes down of a proof of record. */
export type ProofFacts = Pick<ArchiveActionBody<'archive.proved'>, 'requester' | 'proof'>

/** What an office sets for the archive; each a dated setting with its source. */
export interface ArchiveSettings {
  /** Places for whose notaries a proof of record is still made out (民函〔2015〕266号: Taiwan and nine countries, which its annex names). */
  readonly proofDestinations: readonly string[]
}

/**
 * The settings an office starts with: Taiwan, which press reports of the notice confirm, and nine countries as a local notice repeats its annex. To be verified by the office: the annex
 * itself was not read, and no text says whether proofs are still made out under the regulation of 2025.
 */
export const defaultArchiveSettings: ArchiveSettings = { proofDestinations: ['台湾地区', '哈萨克斯坦', '芬兰', '奥地利', '荷兰', '德国', '阿根廷', '乌拉圭', '墨西哥', '波兰'] }

/** Everything a check needs beside what was taken down. */
export interface ArchiveContext {
  readonly typing: boolean
  /** The day of the act (YYYY-MM-DD). */
  readonly day: string
  readonly settings: ArchiveSettings
  /** Account of the clerk; whoever approves must be another. */
  readonly account?: string
  /** Identity numbers of both parties by case, for the files of this register that are asked for. */
  readonly parties?: Readonly<Record<string, readonly [string, string]>>
}

interface Asked<F> { readonly facts: F; readonly context: ArchiveContext }
export type QueryRule = Rule<Asked<QueryFacts>>
export type ProofRule = Rule<Asked<ProofFacts>>

const make = <F>(rule: Omit<Rule<Asked<F>>, 'group' | 'severity' | 'from' | 'source'> & Partial<Pick<Rule<Asked<F>>, 'group' | 'severity' | 'from' | 'source'>>): Rule<Asked<F>> => ({ group: 'archive-access', severity: 'stop', from: '2006-01-23', source: 'confirmed', ...rule })

const missing = (field: string, what: Text): Outcome => notYet(field, `请填写${what.zh}`, `Enter: ${what.en.toLowerCase()}`)
const need = (value: string, field: string, what: Text): Outcome => (value.trim() === '' ? missing(field, what) : pass)
const organs = /法院|检察|公安|派出所|警|安全/u
const upper = (value: string): string => value.trim().toUpperCase()

/** A rule that is asked of one kind of requester only. */
const forKind = (kind: RequesterKind, check: (facts: QueryFacts, context: ArchiveContext) => readonly Outcome[]): QueryRule['check'] => ({ facts, context }) => (facts.requester.kind === kind ? check(facts, context) : notApplicable)

const shown = (facts: { readonly requester: QueryFacts['requester'] }): readonly Outcome[] => {
  const { requester } = facts
  return [
    need(requester.name, 'requester.name', text('姓名', 'Name')),
    ...(requester.kind === 'organ' ? [] : [
      need(requester.identityNumber, 'requester.identityNumber', text('身份证件号', 'Identity number')),
      requester.identityShown ? pass : notYet('requester.identityShown', '请查验本人有效身份证件', 'See the person’s own valid identity paper'),
    ]),
  ]
}

/** Who may look into the archive with what (《婚姻登记档案管理办法》第十五条), in the order of the counter's work. */
export const queryRules: readonly QueryRule[] = [
  make({
    id: 'archive.requester', title: text('查档人', 'Who asks'), law: citations(archiveMeasures.cite(15), marriageRegulation.cite(19)),
    asks: text('查档人出示本人有效身份证件（国家机关为工作证件）并登记。', 'Whoever asks shows the own identity paper, an organ of the state the work card, and is put on record.'),
    check: ({ facts }) => shown(facts),
  }),
  make({
    id: 'archive.own-file', title: text('本人的档案', 'One’s own file'), law: archiveMeasures.cite(15, 3), asks: text('当事人持有效身份证件可以查阅本人的婚姻登记档案。', 'A party may look at the own file with a valid identity paper.'),
    check: ({ facts, context }) => {
      if (facts.requester.kind !== 'party') return notApplicable
      const mine = upper(facts.requester.identityNumber)
      const outcomes = facts.files.flatMap((file, index): Outcome[] => {
        const parties = context.parties?.[file.caseId]
        if (parties === undefined || mine === '') return []
        return [parties.some((number) => upper(number) === mine) ? pass : fail(`files.${index}`, '查档人不是这一档案的当事人，只能查阅本人的档案', 'Whoever asks is no party to this file and may only look at the own one')]
      })
      return outcomes.length === 0 ? notApplicable : outcomes
    },
  }),
  make({
    id: 'archive.proxy', title: text('委托查档', 'By proxy'), law: archiveMeasures.cite(15, 3), asks: text('当事人不能亲自查阅的，委托书写明委托事项并经公证机构公证。', 'Who cannot come gives a mandate that names the matter and is notarised.'),
    check: forKind('proxy', ({ requester }) => [need(requester.proof, 'requester.proof', proofTitles.proxy)]),
  }),
  make({
    id: 'archive.organ', title: text('国家机关查档', 'Organs of the state'), law: archiveMeasures.cite(15, 4), asks: text('人民法院、人民检察院、公安和国家安全机关为确认当事人的婚姻关系，持单位介绍信和工作证件查阅；其他机关按“其他单位”办理。', 'Courts, procuratorates, police and state security look with a letter of introduction and a work card; other organs are “another unit”.'),
    check: forKind('organ', ({ requester }) => [
      requester.unit.trim() === '' ? missing('requester.unit', text('单位', 'Unit')) : organs.test(requester.unit) ? pass : fail('requester.unit', `“${requester.unit}”不是人民法院、人民检察院、公安或者国家安全机关，请按“其他单位、组织和个人”办理`, `“${requester.unit}” is no court, procuratorate, police or state security; take it down as another unit`),
      need(requester.letter, 'requester.letter', letterTitles.organ), need(requester.proof, 'requester.proof', proofTitles.organ),
    ]),
  }),
  make({
    id: 'archive.lawyer', title: text('律师和诉讼代理人查档', 'Lawyers and agents in litigation'), law: archiveMeasures.cite(15, 4), asks: text('律师和其他诉讼代理人只能在诉讼过程中，持受理案件的法院出具的证明和本人有效证件，查阅与诉讼有关的档案。', 'Lawyers and other agents look only in litigation, with a paper of the court that hears the case and their own papers, at files that concern it.'),
    check: forKind('lawyer', ({ requester }) => [need(requester.letter, 'requester.letter', letterTitles.lawyer), need(requester.unit, 'requester.unit', text('律师事务所或者委托人', 'Law firm or client')), need(requester.proof, 'requester.proof', proofTitles.lawyer)]),
  }),
  make({
    id: 'archive.approval', title: text('主管领导审核', 'Approval of the head'), law: archiveMeasures.cite(15, 5), asks: text('其他单位、组织和个人要求查阅的，确认利用目的合理，并经主管领导审核。', 'Anyone else looks only for a reasonable purpose and with the approval of the head.'),
    check: forKind('other', ({ approvedBy }, { account }) => [approvedBy === '' ? notYet('approvedBy', '须经主管领导审核', 'The head approves this') : approvedBy === account ? fail('approvedBy', '不能由经办人自己审核', 'Whoever takes the query down cannot approve it') : pass]),
  }),
  make({
    id: 'archive.basis', title: text('依据和用途', 'Basis and purpose'), law: archiveMeasures.cite(15, 5), asks: text('登记查档的依据和用途。', 'The basis and the purpose are put on record.'),
    check: ({ facts }) => [need(facts.basis, 'basis', text('查档依据', 'Basis')), need(facts.purpose, 'purpose', text('查档用途', 'Purpose'))],
  }),
  make({
    id: 'archive.no-lending', title: text('不得外借', 'No lending'), law: archiveMeasures.cite(15, 7), asks: text('婚姻登记档案不得外借，仅限于当场查阅。', 'Files are not lent; they are read on the spot.'),
    check: ({ facts }) => (/外借|借出|借走|带走|带离/u.test(`${facts.basis}${facts.purpose}`) ? fail('purpose', '档案不得外借，只能当场查阅或者复印', 'Files are not lent; they are read or copied on the spot') : pass),
  }),
  make({
    id: 'archive.no-publication', severity: 'information', title: text('不得公开', 'No publication'), law: archiveMeasures.cite(15, 6), asks: text('利用档案的单位、组织和个人不得公开档案的内容，不得损害当事人的合法权益。', 'Whoever uses a file may not publish what it says nor harm the parties.'),
    check: ({ facts }) => (/公开|发布|刊登|出版/u.test(facts.purpose) ? { kind: 'asks', field: 'purpose', message: text('请告知查档人不得公开档案的内容', 'Tell whoever asks that nothing of the file may be published') } : pass),
  }),
  make({
    id: 'archive.files', title: text('查到的档案', 'Files found'), law: marriageRegulation.cite(19), asks: text('查到的写明是哪些档案，没有查到的如实登记。', 'What was found is named; what was not found is put down as such.'),
    check: ({ facts }) => {
      if (facts.found) return facts.files.length === 0 ? notYet('files', '请选择查到的档案', 'Choose the files found') : pass
      return facts.files.length === 0 ? pass : fail('found', '已选择档案，却登记为没有查到', 'Files are named, but the query says that none was found')
    },
  }),
  make({
    id: 'archive.copies', title: text('复印件加盖印章', 'Copies are stamped'), law: archiveMeasures.cite(15, 7), asks: text('复印的档案加盖档案保管部门的印章方为有效。', 'A copy holds only with the stamp of the keeper.'),
    check: ({ facts: { copies, found } }) => {
      if (copies.pages === 0 && copies.sets === 0) return notApplicable
      if (!found) return fail('copies.pages', '没有查到档案，不能有复印件', 'Nothing was found, so nothing was copied')
      if (copies.pages === 0 || copies.sets === 0) return notYet(copies.pages === 0 ? 'copies.pages' : 'copies.sets', '请填写复印的页数和份数', 'Enter pages and sets of the copies')
      return copies.stamped ? pass : notYet('copies.stamped', '复印件须加盖印章方为有效', 'A copy holds only with the stamp')
    },
  }),
]

// Press reports name the notice and its exceptions; whether the office still makes the proof out under the regulation of 2025 is not settled in any text.
const proofNotice = text('《民政部关于进一步规范（无）婚姻登记记录证明相关工作的通知》（民函〔2015〕266号）', 'Notice on proofs of (no) marriage record (2015), no. 266')

/** When a proof of record is made out, and what it may say. */
export const proofRules: readonly ProofRule[] = [
  make({
    id: 'archive.proof-person', group: 'archive-proof', source: 'guides', title: text('本人或者受委托人申请', 'Asked for by the person or a proxy'), law: citations(archiveMeasures.cite(15, 3), proofNotice), asks: text('记录证明由本人持身份证件申请，或者由受委托人持公证委托书申请。', 'The person asks with the own identity paper, or a proxy with a notarised mandate.'),
    check: ({ facts }) => {
      const { requester, proof } = facts
      if (requester.kind !== 'party' && requester.kind !== 'proxy') return fail('requester.kind', `记录证明只向本人出具，“${requesterKindTitles[requester.kind].zh}”请办理查档`, 'A proof is made out to the person alone; others query the archive')
      const same = requester.kind !== 'party' || upper(requester.identityNumber) === '' || upper(requester.identityNumber) === upper(proof.person.identityNumber)
      return [
        ...shown(facts), ...(requester.kind === 'proxy' ? [need(requester.proof, 'requester.proof', proofTitles.proxy)] : []),
        need(proof.person.name, 'proof.person.name', text('当事人姓名', 'Name of the person')), need(proof.person.identityNumber, 'proof.person.identityNumber', text('当事人身份证件号', 'Identity number of the person')),
        same ? pass : fail('proof.person.identityNumber', '申请人与记录证明的当事人不是同一人', 'Whoever asks is not the person of the proof'),
      ]
    },
  }),
  make({
    id: 'archive.proof-destination', group: 'archive-proof', source: 'guides', title: text('使用地', 'Where it is used'), law: proofNotice, asks: text('除涉台和通知附件所列九个国家的公证事项外，不再出具（无）婚姻登记记录证明；名单在设置中，《婚姻登记条例》（2025年）施行后是否仍然办理请核对当地规定。', 'Proofs are made out only for notaries’ matters of Taiwan and the nine countries of the annex; the list is a setting. Compare with local rules whether it is still done under the regulation of 2025.'),
    check: ({ facts, context }) => {
      const destination = facts.proof.destination.trim()
      if (destination === '') return missing('proof.destination', text('使用地', 'Where it is used'))
      return context.settings.proofDestinations.includes(destination) ? pass : fail('proof.destination', `“${destination}”不在可以出具记录证明的名单中（设置—档案）；可以复印本人档案`, `“${destination}” is not on the list for which proofs are made out (settings, archive); the own file may be copied instead`)
    },
  }),
  make({
    id: 'archive.proof-use', group: 'archive-proof', source: 'guides', title: text('用于公证', 'For a notary'), law: proofNotice, asks: text('记录证明只用于办理公证。', 'The proof serves a notary’s act only.'),
    check: ({ facts }) => (facts.proof.use.trim() === '' ? missing('proof.use', text('用途', 'Use')) : /公证|notar/iu.test(facts.proof.use) ? pass : fail('proof.use', '只能用于办理公证事项', 'It may only serve a notary’s act')),
  }),
  make({
    id: 'archive.proof-years', group: 'archive-proof', source: 'derived', title: text('查询的起止日期', 'Days searched'), law: proofNotice, asks: text('写明查询的起止日期；到办理当日为止。', 'The days searched are given, not past the day of the act.'),
    check: ({ facts: { proof }, context }) => {
      const { searchedFrom, searchedTo } = proof
      if (!isCivilDate(searchedFrom)) return fail('proof.searchedFrom', '查询起始日期不存在', 'The first day searched does not exist')
      if (!isCivilDate(searchedTo)) return fail('proof.searchedTo', '查询截止日期不存在', 'The last day searched does not exist')
      if (searchedTo < searchedFrom) return fail('proof.searchedTo', '查询截止日期早于起始日期', 'The last day searched lies before the first')
      return searchedTo > context.day ? fail('proof.searchedTo', '查询截止日期晚于今天', 'The last day searched lies after today') : pass
    },
  }),
  make({
    id: 'archive.proof-records', group: 'archive-proof', source: 'derived', title: text('查到的记录', 'Records found'), law: marriageRegulation.cite(19), asks: text('查到记录的逐条列明，都在查询的起止日期内；没有查到的不列。', 'Every record found is listed and lies in the days searched; none is listed when none was found.'),
    check: ({ facts: { proof } }) => {
      if (proof.found !== proof.records.length > 0) return fail('proof.found', proof.found ? '登记为查到记录，却没有列出' : '列出了记录，却登记为没有查到', proof.found ? 'A record was found but none is listed' : 'Records are listed although none was found')
      const outcomes = proof.records.map((record, index): Outcome => (record.day >= proof.searchedFrom && record.day <= proof.searchedTo ? pass : fail(`proof.records.${index}.day`, `记录日期 ${record.day} 不在查询的起止日期内`, `The record of ${record.day} lies outside the days searched`)))
      return outcomes.length === 0 ? pass : outcomes
    },
  }),
]

/** Names of the groups under which the rule book lists them. */
export const archiveRuleGroups: Readonly<Record<string, Text>> = { 'archive-access': text('档案利用', 'Use of the archive'), 'archive-proof': text('记录证明', 'Proofs of record') }

const queryRulesOn = rulesByDay(queryRules)
const proofRulesOn = rulesByDay(proofRules)

/** Checks a query against every rule in force on its day; findings stand at the fields of `QueryFacts`. Throws `invalid` when the day does not exist. */
export const checkQuery = (facts: QueryFacts, context: ArchiveContext): Check => runRules(queryRulesOn(civilDate(context.day, 'day')), { facts, context }, { typing: context.typing, answers: [] })

/** Checks a proof of record; findings stand at the fields of `ProofFacts`. Throws `invalid` when the day does not exist. */
export const checkProof = (facts: ProofFacts, context: ArchiveContext): Check => runRules(proofRulesOn(civilDate(context.day, 'day')), { facts, context }, { typing: context.typing, answers: [] })
