import { civilDate } from '../../../dates.ts'
import { citations } from '../../../law.ts'
import { fail, notYet, pass } from '../../../outcome.ts'
import type { Outcome } from '../../../rule.ts'
import { text } from '../../../text.ts'
import { afterApproval } from '../../approval.ts'
import { filingDue, signDue } from '../../clocks.ts'
import { localRule, placeNameMeasures, placeNameRegulation } from '../../law.ts'
import { textDifferences } from '../words.ts'
import { noticeDueOf, noticedOn } from '../clocks.ts'
import { filingPapers, noticeElements } from '../codes.ts'
import type { PlaceNameCaseFacts, PlaceNameCaseRule } from '../context.ts'
import { because, caseRule, clockOptionsOf, itemRule, unexamined } from '../context.ts'
import type { PlaceNameItem } from '../file.ts'
import { dueOutcome } from './decision.ts'

const notApproved = because('没有批准', 'Not approved')
/** Asks only of names that were approved, with their words. */
const ofApproved = (ask: (item: PlaceNameItem, facts: PlaceNameCaseFacts, words: PlaceNameCaseFacts['folded']['words'][number]) => Outcome | readonly Outcome[]) => (item: PlaceNameItem, facts: PlaceNameCaseFacts): Outcome | readonly Outcome[] => {
  const words = facts.folded.words.find((entry) => entry.item === item.id)
  return words === undefined ? notApproved : ask(item, facts, words)
}

export const afterRules: readonly PlaceNameCaseRule[] = [
  itemRule({
    code: 'H03', id: 'place-names.same-words', stage: 'after', title: text('批复、登记、公告、备案一致', 'Reply, register, notice and filing agree'), law: placeNameRegulation.cite(15), asks: text('批复、地名库、公告和备案的名称、拼写、范围逐字一致。', 'Name, spelling and extent agree character by character in all of them.'),
    check: ofApproved((item, { folded, context }, words) => {
      const filing = folded.filings.at(-1)?.body.words.find((entry) => entry.item === item.id)
      const register = context.register?.get(item.id)
      const notices = folded.notices.flatMap((notice) => notice.words.filter((entry) => entry.item === item.id).map((entry) => ({ at: `公告 ${notice.number}`, en: `notice ${notice.number}`, entry })))
      const said: Outcome[] = [
        ...notices.flatMap(({ at, en, entry }) => textDifferences(words, entry).map((found) => fail('notices', `${at}的${found.zh}`, `${en}: ${found.en}`))),
        ...(filing === undefined ? [] : textDifferences(words, filing).map((found) => fail('filings', `备案的${found.zh}`, `filing: ${found.en}`))),
        ...(register === undefined || item.act === 'removal' ? [] : textDifferences(words, { ...words, ...register }).map((found) => fail('register', `地名库的${found.zh}`, `register: ${found.en}`))),
      ]
      if (said.length > 0) return said
      if (notices.length === 0 || filing === undefined) return notYet(notices.length === 0 ? 'notices' : 'filings', notices.length === 0 ? '还没有公告' : '还没有备案', notices.length === 0 ? 'Not published yet' : 'Not filed yet')
      return register === undefined && item.act !== 'removal' ? unexamined('没有与地名库核对', 'It was not held against the register') : pass
    }),
  }),
  caseRule({
    code: 'F01', id: 'place-names.filing', per: 'case', stage: 'after', title: text('备案', 'Filing'), law: citations(placeNameRegulation.cite(13), placeNameMeasures.cite(6), placeNameMeasures.cite(7)), asks: text('批准之日起十五日内向规定的机关备案，登记表、备案报告、批准文件、申请书和报告齐全，没有未办的重报、补正。', 'Filed within 15 days with the right body, all papers there, and nothing sent back stays open.'),
    check: (facts) => {
      const { folded, context } = facts
      const { decision } = folded
      if (decision === null || folded.words.length === 0) return notApproved
      if (decision.approver === 'stateCouncil') return because('国务院批准的不需备案', 'Names approved by the State Council are not filed')
      const last = folded.filings.at(-1)
      const said: Outcome[] = [dueOutcome(() => filingDue(civilDate(decision.day), clockOptionsOf(context)), folded.filings[0]?.arrived, context, 'filings', '备案', 'the filing')]
      if (last !== undefined) {
        const { papers, items, to } = last.body
        const lacking = filingPapers.filter(({ code }) => !papers.includes(code))
        if (lacking.length > 0) said.push(fail('filings.papers', `备案材料缺少：${lacking.map(({ zh }) => zh).join('、')}`, `The filing lacks: ${lacking.map(({ en }) => en).join(', ')}`))
        const left = folded.words.filter(({ item }) => !items.includes(item))
        if (left.length > 0) said.push(fail('filings.items', `没有报送：${left.map(({ name }) => name).join('、')}`, `Not filed: ${left.map(({ name }) => name).join(', ')}`))
        const target = context.profile.filingTargets.find(({ approver }) => approver === decision.approver)?.target
        if (target !== undefined && target !== to) said.push(fail('filings.to', `应报${target}（${afterApproval(decision.approver).filedWith.zh}），报送了${to}`, `It should go to ${target}, it went to ${to}`))
        if (last.outcome === 'refileAsked' || last.outcome === 'correctionAsked') said.push(fail('filings', last.outcome === 'refileAsked' ? '要求重新报送，还没有重报' : '要求补正，还没有补正', last.outcome === 'refileAsked' ? 'To be refiled and not yet done' : 'To be corrected and not yet done'))
        else if (last.outcome === 'submitted') said.push(notYet('filings', '还没有备案结果', 'The filing has not been answered yet'))
      }
      const open = said.filter(({ kind }) => kind !== 'pass')
      return open.length === 0 ? pass : open
    },
  }),
  caseRule({
    code: 'F02', id: 'place-names.notice', per: 'case', stage: 'after', title: text('公告', 'Notice'), law: citations(placeNameRegulation.cite(14), placeNameMeasures.cite(8), placeNameMeasures.cite(9)), asks: text('十五日内公告，写明标准地名、拼写、行政区、位置、批准机关、批准日期，在国家地名信息库发布，留存链接。', 'Published within 15 days with the six elements, always in the national base, and the link is kept.'),
    check: ({ folded, context }) => {
      if (folded.decision === null || folded.words.length === 0) return notApproved
      const said: Outcome[] = [dueOutcome(() => noticeDueOf(folded, clockOptionsOf(context)), noticedOn(folded), context, 'notices', '公告', 'the notice')]
      folded.notices.forEach((notice, index) => {
        const lacking = noticeElements.filter(({ code }) => !notice.elements.includes(code))
        if (lacking.length > 0) said.push(fail(`notices.${index}.elements`, `公告没有写明：${lacking.map(({ zh }) => zh).join('、')}`, `The notice leaves out: ${lacking.map(({ en }) => en).join(', ')}`))
        if (!notice.channels.includes('nationalBase')) said.push(fail(`notices.${index}.channels`, '没有在国家地名信息库公告', 'It was not published in the national base'))
        if (notice.link.trim() === '') said.push(fail(`notices.${index}.link`, '没有留存公告链接', 'The link was not kept'))
      })
      const open = said.filter(({ kind }) => kind !== 'pass')
      return open.length === 0 ? pass : open
    },
  }),
  itemRule({
    code: 'F03', id: 'place-names.national-base', stage: 'after', title: text('录入国家地名信息库', 'Entered in the national base'), law: citations(placeNameMeasures.cite(9), placeNameMeasures.cite(15)), asks: text('录入国家地名信息库并公布，保存收到的 20 位地名代码。', 'Entered and announced in the national base, the code of 20 digits kept.'),
    check: ofApproved((item, { folded }) => {
      const entry = folded.entries.find((found) => found.item === item.id)
      if (entry === undefined) return notYet(`entries.${item.id}`, '还没有录入国家地名信息库', 'Not entered in the national base yet')
      return entry.announced ? pass : notYet(`entries.${item.id}.announced`, '已录入，还没有公布', 'Entered and not announced yet')
    }),
  }),
  itemRule({
    code: 'S01', id: 'place-names.sign', stage: 'after', attestable: true, title: text('地名标志', 'Sign'), law: citations(placeNameRegulation.cite(19), placeNameMeasures.cite(18)), asks: text('在本地规定的期限内设标，文字为标准地名，拼写正确，有照片。', 'The sign stands in time, with the standard name, the right spelling and a photo.'),
    check: ofApproved((item, { folded, context }, words) => {
      if (item.act === 'removal') return because('销名不设标', 'A removal needs no sign')
      const signs = folded.signs.filter((sign) => sign.item === item.id)
      const said: Outcome[] = []
      if (context.profile.clocks.sign !== null && folded.decision !== null) {
        const { day } = folded.decision
        said.push(dueOutcome(() => signDue(civilDate(day), clockOptionsOf(context)), signs[0] === undefined ? undefined : civilDate(signs.map(({ set }) => set.day).toSorted()[0] ?? ''), context, `signs.${item.id}`, '设标', 'the sign'))
      } else if (signs.length === 0) return notYet(`signs.${item.id}`, '还没有设标', 'No sign stands yet')
      for (const { id, set, defects } of signs) {
        if (set.text !== words.name) said.push(fail(`signs.${id}.text`, `标志写“${set.text}”，标准地名是“${words.name}”`, `The sign reads “${set.text}”, the name is “${words.name}”`))
        if (set.pinyin.normalize('NFC') !== words.sign.normalize('NFC')) said.push(fail(`signs.${id}.pinyin`, `标志拼写 ${set.pinyin}，应为 ${words.sign}`, `The sign spells ${set.pinyin}; it should be ${words.sign}`))
        if (set.photo === '') said.push(notYet(`signs.${id}.photo`, '没有标志照片', 'The photo of the sign is missing'))
        const open = defects.filter(({ mendedOn }) => mendedOn === '').length
        if (open > 0) said.push(fail(`signs.${id}`, `标志有 ${open} 项问题没有整改`, `${open} faults of the sign stay open`))
      }
      const open = said.filter(({ kind }) => kind !== 'pass')
      return open.length === 0 ? pass : open
    }),
  }),
  itemRule({
    code: 'S02', id: 'place-names.plates', stage: 'after', source: 'guides', title: text('门楼牌', 'Plates'), law: text('GB/T 35639-2017 附录B、本机关规定', 'GB/T 35639-2017, annex B, and the office’s own rules'), asks: text('门牌号不重、不跳，单双号分侧，附号不超过一级。', 'Numbers neither repeat nor skip, odd and even keep their sides, sub-numbers have one level.'),
    check: ofApproved((item, { context }) => {
      if (item.act === 'removal' || (item.kind !== 'STREET' && item.kind !== 'ESTATE')) return because('不编门楼牌', 'It has no plates')
      if (context.plates === undefined) return unexamined('没有查看门楼牌', 'The plates were not looked at')
      return context.plates.get(item.id) ?? because('还没有编号', 'Nothing is numbered yet')
    }),
  }),
  itemRule({
    code: 'S03', id: 'place-names.concordance', stage: 'after', source: 'guides', title: text('新旧地址对照', 'Old and new addresses'), law: localRule, asks: text('更名后编制新旧地址对照。', 'After a renaming old and new addresses are set against each other.'),
    check: ofApproved((item, { context }) => {
      if (item.act !== 'renaming') return because('不是更名', 'No renaming')
      const found = context.concordance?.get(item.id)
      if (context.concordance === undefined) return unexamined('没有查看新旧地址对照', 'The concordance was not looked at')
      if (found === undefined || found.addresses === 0) return because('原地名没有编门楼牌', 'No address bears the old name')
      if (found.issuedOn === '') return notYet('concordance', `有 ${found.addresses} 个地址，还没有编制新旧对照`, `${found.addresses} addresses and no concordance yet`)
      return found.held < found.addresses ? fail('concordance', `新旧对照缺 ${found.addresses - found.held} 个地址`, `The concordance lacks ${found.addresses - found.held} addresses`) : pass
    }),
  }),
  caseRule({
    code: 'K01', id: 'place-names.archive', per: 'case', stage: 'archive', attestable: true, title: text('归档', 'Archive'), law: placeNameRegulation.cite(26), asks: text('案卷齐全，归档，印有卷内目录。', 'The file is whole and archived, with its index printed.'),
    check: ({ folded: { archive, state } }) => (archive === null ? notYet('archive', state === 'withdrawn' ? '撤回的案件还没有归档' : '还没有归档', 'Not archived yet') : !archive.index ? fail('archive.index', '没有卷内目录', 'The index is missing') : archive.fonds === '' ? fail('archive.fonds', '没有全宗号', 'The fonds number is missing') : pass),
  }),
]
