import { citations } from '../../../law.ts'
import { asks, fail, notYet, pass } from '../../../outcome.ts'
import type { Outcome } from '../../../rule.ts'
import { text } from '../../../text.ts'
import { displayEnd } from '../../clocks.ts'
import { checkGeometry, toCgcs2000 } from '../../gazetteer/coordinates.ts'
import { lengthOf } from '../../gazetteer/geometry.ts'
import { localRule, placeNameMeasures, placeNameRegulation } from '../../law.ts'
import { civilDate } from '../../../dates.ts'
import { reportContents, reportKinds } from '../codes.ts'
import type { PlaceNameCaseFacts, PlaceNameCaseRule } from '../context.ts'
import { because, caseRule, clockOptionsOf, itemField, itemRule } from '../context.ts'
import type { PlaceNameItem } from '../file.ts'
import type { PlaceNameProfile } from '../../profile.ts'

const covers = (items: readonly string[], id: string): boolean => items.length === 0 || items.includes(id)
const filled = (value: string): boolean => value.trim() !== ''

/** The papers that the office asks for with this act and kind. */
export const papersFor = (profile: PlaceNameProfile, { act, kind }: Pick<PlaceNameItem, 'act' | 'kind'>): PlaceNameProfile['papers'] => profile.papers.filter((paper) => (paper.acts.length === 0 || paper.acts.includes(act)) && (paper.kinds.length === 0 || (kind !== '' && paper.kinds.includes(kind))))

const missingOf = (item: PlaceNameItem, facts: PlaceNameCaseFacts): Outcome | readonly Outcome[] => {
  const said: Outcome[] = []
  const need = (field: string, value: string, zh: string, en: string): void => { if (!filled(value)) said.push(notYet(itemField(facts, field), `没有填写${zh}`, `${en} is missing`)) }
  if (!filled(item.location) && !filled(item.bounds) && !(filled(item.start.text) && filled(item.end.text))) said.push(notYet(itemField(facts, 'location'), '没有写明位置：位置描述、四至或者起止点', 'The position is missing: a description, the four sides, or the two ends'))
  if (item.act !== 'naming' && item.act !== 'restoration' && item.entityId === '' && !filled(item.formerName)) said.push(notYet(itemField(facts, 'entityId'), '没有写明原地名', 'The present name is missing'))
  if (item.act !== 'removal') {
    if (item.kind === 'STREET') {
      need('start.text', item.start.text, '起点', 'The start')
      need('end.text', item.end.text, '止点', 'The end')
      if (item.size.lengthMetres === undefined) said.push(notYet(itemField(facts, 'size.lengthMetres'), '没有填写长度（米）', 'The length in metres is missing'))
    }
    if (item.kind === 'ESTATE' && item.size.siteSquareMetres === undefined && item.size.floorSquareMetres === undefined) said.push(notYet(itemField(facts, 'size.siteSquareMetres'), '没有填写用地或者建筑面积（平方米）', 'Site or floor area in square metres is missing'))
    if (item.kind !== 'STREET' && item.kind !== 'ESTATE') need('nature', item.nature, '性质', 'The nature of the entity')
    need('meaning', item.meaning, '含义', 'The meaning')
  }
  if (item.act === 'removal') need('reason', item.reason, '销名原因', 'The reason of the removal')
  return said.length === 0 ? pass : said
}

export const applicationRules: readonly PlaceNameCaseRule[] = [
  caseRule({
    code: 'M01', id: 'place-names.application', per: 'case', stage: 'acceptance', title: text('方案和理由', 'Plan and reasons'), law: placeNameRegulation.cite(11), asks: text('申请书写明命名、更名的方案和理由。', 'The application holds the plan and the reasons.'),
    check: ({ folded: { file } }) => {
      if (file.items.length === 0) return notYet('items', '还没有填写地名', 'No name has been entered yet')
      const said: Outcome[] = []
      if (!filled(file.applicant.name)) said.push(notYet('applicant.name', '没有填写申请单位', 'The applicant is missing'))
      if (file.source === 'consultation' && !filled(file.letter.number)) said.push(notYet('letter.number', '没有填写来函文号', 'The number of the letter is missing'))
      if (!filled(file.planAndReasons) && file.items.some(({ reason }) => !filled(reason))) said.push(notYet('planAndReasons', '没有写明方案和理由', 'Plan and reasons are missing'))
      return said.length === 0 ? pass : said
    },
  }),
  itemRule({ code: 'M01', id: 'place-names.application.entity', stage: 'acceptance', title: text('位置、规模和性质', 'Position, size and nature'), law: placeNameRegulation.cite(11), asks: text('写明地理实体的位置、规模、性质等基本情况。', 'Position, size and nature of the entity are stated.'), check: missingOf }),
  itemRule({
    code: 'M01', id: 'place-names.application.coordinates', stage: 'acceptance', source: 'derived', title: text('坐标', 'Coordinates'), law: localRule, asks: text('坐标为 2000 国家大地坐标，在本机关范围内。', 'Coordinates are CGCS2000 and lie in the office’s box.'),
    check: (item, facts) => (item.geometry === null ? because('没有坐标', 'No coordinates') : checkGeometry(item.geometry.geometry, item.geometry.declared, { box: facts.context.profile.box ?? undefined, shifted: facts.context.profile.shiftedCoordinates }, itemField(facts, 'geometry'))),
  }),
  itemRule({
    code: 'M01', id: 'place-names.application.length', stage: 'review', severity: 'answer', source: 'derived', title: text('长度与图形相符', 'Length fits the line'), law: localRule, asks: text('申请的长度与图上的长度相差不超过百分之五，且不超过 20 米的不问。', 'The stated length is within 5 % (or 20 m) of the drawn one.'),
    check: (item, facts) => lengthOutcome(item, facts),
  }),
  caseRule({
    code: 'M02', id: 'place-names.papers', per: 'case', stage: 'acceptance', title: text('本地要求的材料', 'Papers the office asks for'), law: localRule, source: 'guides', asks: text('本地要求的材料齐全。', 'All papers the office asks for are there.'),
    check: ({ folded: { file }, context }) => {
      const wanted = new Map(file.items.flatMap((item) => papersFor(context.profile, item)).map((paper) => [paper.type, paper.title] as const))
      if (wanted.size === 0) return because('本地没有另外要求材料', 'The office asks for no further papers')
      const missing = [...wanted].filter(([type]) => !file.papers.some((paper) => paper.type === type))
      return missing.length === 0 ? pass : missing.map(([type, title]) => notYet(`papers.${type}`, `缺少：${title}`, `Missing: ${title}`))
    },
  }),
  itemRule({
    code: 'M03', id: 'place-names.reports', stage: 'review', attestable: true, title: text('三份报告', 'The three reports'), law: citations(placeNameRegulation.cite(11), placeNameMeasures.cite(5)), asks: text('综合评估、专家论证、征求意见报告已附并有规定的内容，或者写明不需要的理由。', 'Assessment, expert and consultation reports are attached with what they must hold, or the reason why one is not required.'),
    check: (item, { folded }) => {
      if (item.kind === 'ADMIN_DIV') return because('行政区划另有规定', 'Divisions have rules of their own')
      const said = reportKinds.flatMap(({ code, zh, en }): readonly Outcome[] => {
        const found = folded.reports.findLast((report) => report.kind === code && covers(report.items, item.id))
        if (found === undefined) return [notYet(`reports.${code}`, `没有${zh}，也没有写明不需要的理由`, `${en}: neither attached nor said not to be required`)]
        if (found.standing === 'notRequired') return filled(found.reason) ? [] : [fail(`reports.${code}.reason`, `${zh}：没有写明不需要的理由`, `${en}: no reason why it is not required`)]
        const lacking = reportContents[code].filter((content) => !found.contents.includes(content.code))
        return lacking.length === 0 ? [] : [fail(`reports.${code}.contents`, `${zh}缺少：${lacking.map((content) => content.zh).join('、')}`, `${en} lacks: ${lacking.map((content) => content.en).join(', ')}`)]
      })
      return said.length === 0 ? pass : said
    },
  }),
  itemRule({
    code: 'M03', id: 'place-names.consultations', stage: 'review', title: text('征求意见', 'Consultations'), law: placeNameMeasures.cite(5), asks: text('征求意见的，意见已回复，不同意见写明如何处理。', 'Whoever was consulted has replied, and it is written down how objections were handled.'),
    check: (item, { folded, context }) => {
      const asked = folded.consultations.filter((entry) => covers(entry.asked.items, item.id))
      if (asked.length === 0) return because('没有发函征求意见', 'Nobody was consulted by letter')
      const said = asked.flatMap(({ asked: { consultation, unit, replyBy }, reply }): readonly Outcome[] => {
        if (reply === null) return [replyBy !== '' && replyBy < context.today ? asks(`consultations.${consultation}`, `${unit}逾期没有回复`, `${unit} has not replied in time`) : notYet(`consultations.${consultation}`, `${unit}还没有回复`, `${unit} has not replied yet`)]
        return reply.outcome !== 'agrees' && !filled(reply.handling) ? [fail(`consultations.${consultation}.handling`, `${unit}的意见没有写明处理情况`, `How the view of ${unit} was handled is missing`)] : []
      })
      return said.length === 0 ? pass : said
    },
  }),
  itemRule({
    code: 'M04', id: 'place-names.display', stage: 'review', attestable: true, source: 'guides', title: text('公示', 'Public display'), law: localRule, asks: text('本地要求公示的，公示满规定的天数，意见已处理，有结果。', 'Where the office asks for a display, it ran its days, what came in was handled, and there is a result.'),
    check: (item, { folded, context }) => {
      const { profile } = context
      const shown = folded.displays.filter((entry) => covers(entry.shown.items, item.id))
      if (shown.length === 0 && folded.file.source === 'consultation') return because('由批准机关公示', 'The approving body displays it')
      if (shown.length === 0) return profile.displayFor.includes(item.act) ? notYet('displays', '还没有公示', 'It has not been displayed yet') : because('本地不要求公示', 'The office asks for no display')
      const { shown: last, ended } = shown.at(-1) ?? { shown: undefined, ended: null }
      if (last === undefined) return pass
      const wanted = displayEnd(civilDate(last.from), clockOptionsOf(context))
      if (profile.displayFor.includes(item.act) && last.to < wanted) return fail(`displays.${last.display}.to`, `公示不满规定的天数，应到 ${wanted}`, `The display is too short; it should run until ${wanted}`)
      if (ended === null) return notYet(`displays.${last.display}.result`, '公示还没有结果', 'The display has no result yet')
      const open = ended.objections.filter(({ handling }) => !filled(handling)).length
      if (open > 0) return fail(`displays.${last.display}.objections`, `有 ${open} 条意见没有写明处理情况`, `${open} objections have not been handled`)
      return filled(ended.result) ? pass : notYet(`displays.${last.display}.result`, '没有写明公示结果', 'The result of the display is missing')
    },
  }),
  itemRule({
    code: 'M04', id: 'place-names.visit', stage: 'review', severity: 'answer', attestable: true, source: 'guides', title: text('实地踏勘', 'Visit of the site'), law: localRule, asks: text('到实地踏勘，写明情况。', 'Somebody was on the spot and wrote down what was found.'),
    check: (item, { folded }) => (folded.file.source === 'consultation' ? because('征求意见的来函不要求踏勘', 'No visit is asked for a consultation') : folded.visits.some(({ items }) => covers(items, item.id)) ? pass : asks('visits', '没有踏勘记录', 'No visit is on record')),
  }),
]

/** The stated length against the drawn one. */
const lengthOutcome = (item: PlaceNameItem, facts: PlaceNameCaseFacts): Outcome => {
  const stated = item.size.lengthMetres
  if (stated === undefined || item.geometry === null || item.kind !== 'STREET') return because('没有可以比较的长度', 'There is no length to compare')
  const drawn = lengthOf(toCgcs2000(item.geometry.geometry, item.geometry.declared))
  if (drawn === undefined || drawn === 0) return because('图形不是线', 'It is not drawn as a line')
  return Math.abs(drawn - stated) > Math.max(20, stated * 0.05) ? asks(itemField(facts, 'size.lengthMetres'), `填写 ${stated} 米，图上约 ${Math.round(drawn)} 米`, `${stated} m stated, about ${Math.round(drawn)} m drawn`) : pass
}
