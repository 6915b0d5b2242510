import { findCode } from '../../domain/codes/types.ts'
import { boundaryLevels, markerStates } from '../../domain/place-names/boundaries/actions.ts'
import { boundaryRegulation } from '../../domain/place-names/boundaries/line.ts'
import { irregularClasses, irregularSources } from '../../domain/place-names/irregular/actions.ts'
import { placeNameRegulation } from '../../domain/place-names/law.ts'
import { text } from '../../domain/text.ts'
import { Flow } from '../case/flow.ts'
import { drawLetter, letterFeet } from '../case/letter.ts'
import { drawList, type Listed } from '../case/lists.ts'
import { digestOf, said, title } from '../case/parts.ts'
import { fill, plainDay } from '../case/words.ts'
import type { BoundaryRecord, IrregularRecord, ProofRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { pt } from '../sheet.ts'
import { table, type Cell } from '../table.ts'
import { meant, ownLayout, required, writtenDay } from './facts.ts'

const sources: Readonly<Record<string, string>> = { realEstate: '不动产权证', house: '房屋所有权证', land: '土地使用证', licence: '营业执照', household: '户口簿', other: '其他材料' }
const proofVersion = '地名证明 兰台 1'
const proofTexts = { opening: '根据{applicant}的申请，经核查地名档案和门楼牌登记，现证明：', end: '特此证明。', note: '本证明只说明地址写法的对应关系，不作为房屋权属的证明。' }
const proofView = ({ body, withdrawnOn, officeName, sample }: ProofRecord) => ({ sample, officeName, withdrawnOn, number: body.number, day: body.day, applicant: body.applicant, owner: body.owner, standard: body.standard, sentence: body.sentence, signer: body.signer, forms: body.forms.map(({ source, document, written }) => ({ source, document, written })) })

/** 地名证明: several written forms of an address are one property. */
export const proof = paper<'place-names.proof'>({
  id: 'place-names.proof', title: text('地名证明', 'Proof of an address'), version: proofVersion, from: '2022-05-01', source: text(`${placeNameRegulation.cite(21).zh}；${ownLayout[0]}`, `${placeNameRegulation.cite(21).en}; ${ownLayout[1]}`), needs: [text('登记的地名证明', 'a proof that was entered')], texts: proofTexts,
  facts: ({ record }) => ({ title: `地名证明 ${record.body.owner}`, author: record.officeName, number: record.body.number, date: dateOfDay(record.body.day) }),
  record: (request) => digestOf('place-names.proof', proofVersion, request, proofView(request.record)),
  draw: (sheet, { record, texts }, code) => {
    const view = proofView(record)
    drawLetter(sheet, {
      head: 'plain', issuer: view.officeName, number: view.number, title: ['地 名 证 明'], addressee: '',
      body: [['applicant', fill(said(proofTexts, texts, 'opening'), { applicant: view.applicant })], ['sentence', view.sentence], ['standard', `标准地址：${view.standard}`]],
      within: (flow) => {
        drawList(sheet, flow, [{ title: '序号', width: 14, align: 'centre' }, { title: '材料', width: 34 }, { title: '编号', width: 44 }, { title: '所记地址', width: 66 }], view.forms.map(({ source, document, written }, i): Listed[] => [['number', String(i + 1)], ['texts', sources[source] ?? source], [`forms.${i}.document`, document], [`forms.${i}.written`, written]]), { size: 11, least: 9 })
        flow.gap(6)
      },
      closing: [['texts', view.withdrawnOn === '' ? '' : `（本证明已于${plainDay(view.withdrawnOn)}撤回。）`], ['texts', said(proofTexts, texts, 'note')], ['texts', said(proofTexts, texts, 'end')]],
      day: writtenDay(view.day), seal: '单位印章', receipt: ['经办人（签名）：', '领取人（签名）：'], version: proofVersion, sample: view.sample,
    }, code)
  },
})

const noticeVersion = '整改通知书 兰台 1'
const noticeTexts = { found: '经查，你（单位）在{where}使用的“{name}”存在下列问题：{class}。{found}', law: '上述行为不符合《地名管理条例》的有关规定。根据《地名管理条例》第三十一条的规定，要求你（单位）于{deadline}前完成整改：', standard: '该处的标准地名为“{standard}”，应当使用标准地名。', end: '逾期未整改的，依照《地名管理条例》第三十六条、第三十七条、第三十八条等规定处理。整改完成后，请将整改情况书面报送我单位。' }
const noticeView = ({ irregular, number, officeName, sample }: IrregularRecord) => {
  const notice = meant(irregular.notices, number, (one) => one.number, '整改通知', 'notice')
  const { facts } = irregular
  return { sample, officeName, number: notice.number, day: notice.day, deadline: notice.deadline, demands: notice.demands, name: facts.name, where: facts.where, holder: facts.holder, class: findCode(irregularClasses, facts.class)?.zh ?? '', source: findCode(irregularSources, facts.source)?.zh ?? '', standard: facts.standard, found: facts.found }
}

/** 整改通知书: what is irregular, what is to be done, and by when. */
export const rectification = paper<'place-names.rectification'>({
  id: 'place-names.rectification', title: text('整改通知书', 'Notice to put right'), version: noticeVersion, from: '2022-05-01', source: text(`${placeNameRegulation.cite(31).zh}；${ownLayout[0]}`, `${placeNameRegulation.cite(31).en}; ${ownLayout[1]}`), needs: [text('登记的整改通知', 'a notice that was entered')], texts: noticeTexts,
  facts: ({ record }) => ({ title: `整改通知书 ${record.irregular.facts.name}`, author: record.officeName, number: noticeView(record).number, date: dateOfDay(noticeView(record).day) }),
  record: (request) => digestOf('place-names.rectification', noticeVersion, request, noticeView(request.record)),
  draw: (sheet, { record, texts }, code) => {
    const view = noticeView(record)
    const say = (key: string): string => said(noticeTexts, texts, key)
    drawLetter(sheet, {
      head: 'plain', issuer: view.officeName, number: view.number, title: ['地名管理整改通知书'], addressee: view.holder === '' ? '　　　　　　' : view.holder, addresseeField: 'user',
      body: [['name', fill(say('found'), { where: view.where, name: view.name, class: view.class, found: `${view.found.replace(/[。；]$/u, '')}。` })], ['texts', fill(say('law'), { deadline: plainDay(view.deadline) })], ['demands', view.demands], ['standard', view.standard === '' ? '' : fill(say('standard'), { standard: view.standard })], ['texts', say('end')]],
      day: writtenDay(view.day), seal: '单位印章', receipt: ['签收人：'], version: noticeVersion, sample: view.sample,
    }, code)
  },
})

const recordVersion = '界线联检记录 兰台 1'
const results = { clear: '界线清楚，无争议', mended: '界线清楚，界桩已经修复', disputed: '存在不同意见，见说明' } as const
const boundaryView = ({ line, report, officeName, sample }: BoundaryRecord) => {
  const { filed, photos: _photos, ...inspection } = meant(line.inspections, report, (one) => one.report, '联检', 'inspection')
  const { code, name, level, neighbours, lengthKilometres, approvedOn, approver, document, markers } = line.facts
  return { sample, officeName, facts: { code, name, level, neighbours, lengthKilometres, approvedOn, approver, document }, inspection, filed, markers: inspection.markers.map((seen) => { const known = markers.find(({ number }) => number === seen.number); return { ...seen, place: known?.place ?? '', keeper: known?.keeper ?? '', type: known?.type ?? 'single' } }), total: markers.length }
}
const markerTypes = { single: '单立', double: '双立', triple: '三立' } as const

/** 界线联检记录表: who inspected which line, what was found of every marker, and the result. */
export const boundaryInspection = paper<'place-names.boundaryInspection'>({
  id: 'place-names.boundaryInspection', title: text('界线联检记录表', 'Joint inspection of a boundary'), version: recordVersion, from: '2002-07-01', source: text(`${boundaryRegulation.cite(12).zh}；版式由办理单位自定`, `${boundaryRegulation.cite(12).en}; the layout is the office’s own`), needs: [text('登记的联检', 'an inspection that was entered')],
  facts: ({ record }) => ({ title: `界线联检记录表 ${record.line.facts.name}`, author: record.officeName, number: boundaryView(record).inspection.report, date: dateOfDay(boundaryView(record).inspection.day) }),
  record: (request) => digestOf('place-names.boundaryInspection', recordVersion, request, boundaryView(request.record)),
  draw: (sheet, { record }, code) => {
    const { sample, officeName, facts, inspection, filed, markers, total } = required(boundaryView(record), '没有联检', 'No inspection')
    const flow = new Flow(sheet, 0, { sample, top: 26, bottom: 260 })
    title(sheet, 27, '行政区域界线联合检查记录表', 20, 0.06)
    sheet.text('officeName', 20, 36.5, `填报单位：${officeName}`, { size: 10.5, within: 100 })
    sheet.text('number', 190, 36.5, `联检报告：${inspection.report}`, { size: 10.5, align: 'right', within: 68 })
    const label = (words: string): Cell => ({ width: 28, label: words })
    const value = (width: number, field: string, shown: string): Cell => ({ width, field, value: shown, size: 11 })
    const note = [inspection.cause === '' ? '' : `原因：${inspection.cause}`, inspection.note].filter((one) => one !== '').join('\n')
    const noteHeight = Math.min(90, Math.max(18, sheet.lines(sheet.clean('note', note, 'kai'), 138, { font: 'kai', size: 10.5, indent: 0 }) * 10.5 * pt * 1.4 + 6))
    const worse = (state: string): number => markers.filter((marker) => marker.state === state).length
    flow.y = table(sheet, 20, 39, [
      { height: 10, cells: [label('界线名称'), value(60, 'line.name', facts.name), label('界线编号'), value(54, 'line.code', facts.code)] },
      { height: 10, cells: [label('级　　别'), value(60, 'texts', findCode(boundaryLevels, facts.level)?.zh ?? ''), label('界线长度'), value(54, 'texts', facts.lengthKilometres === 0 ? '' : `${facts.lengthKilometres} 千米`)] },
      { height: 10, cells: [label('毗邻各方'), value(142, 'line.neighbours', facts.neighbours.join('、'))] },
      { height: 10, cells: [label('批准机关'), value(60, 'line.approver', facts.approver), label('批准文号'), value(54, 'line.document', facts.document)] },
      { height: 10, cells: [label('联检类别'), value(60, 'texts', inspection.kind === 'regular' ? '定期联检（五年一次）' : '随时联检'), label('联检日期'), { ...value(54, 'texts', inspection.from === inspection.day ? plainDay(inspection.day) : `${plainDay(inspection.from)}至${plainDay(inspection.day)}`), size: 9.5 } as Cell] },
      { height: 10, cells: [label('参加各方'), value(60, 'sides', inspection.sides.join('、')), label('检查长度'), value(54, 'texts', inspection.lengthKilometres === 0 ? '' : `${inspection.lengthKilometres} 千米`)] },
      { height: 10, cells: [label('界桩情况'), value(142, 'texts', `共 ${total} 个，检查 ${markers.length} 个：${markerStates.map(({ code: state, zh }) => `${zh} ${worse(state)} 个`).join('，')}`)] },
      { height: noteHeight, cells: [label('联检情况'), { width: 142, field: 'note', value: note, size: 10.5, vertical: 'top', clearance: 2.4, leading: 1.4 }] },
      { height: 10, cells: [label('联检结果'), value(142, 'texts', results[inspection.result])] },
      { height: 10, cells: [label('结果备案'), value(142, 'filed', filed === null ? '尚未备案' : `${plainDay(filed.day)}报${filed.with}备案${filed.document === '' ? '' : `（${filed.document}）`}`)] },
      { height: 10, cells: [label('归 档 号'), value(142, 'archive', inspection.archiveNumber)] },
    ]) + 8
    if (markers.length > 0) {
      drawList(sheet, flow, [{ title: '序号', width: 13, align: 'centre' }, { title: '界桩号', width: 30 }, { title: '类型', width: 16, align: 'centre' }, { title: '位置', width: 40 }, { title: '管理方', width: 28 }, { title: '状况', width: 16, align: 'centre', font: 'hei' }, { title: '说明', width: 27 }],
        markers.map((marker, i): Listed[] => [['number', String(i + 1)], [`markers.${i}.number`, marker.number], ['texts', markerTypes[marker.type]], [`markers.${i}.place`, marker.place], [`markers.${i}.keeper`, marker.keeper], ['texts', findCode(markerStates, marker.state)?.zh ?? ''], [`markers.${i}.note`, marker.note]]), { size: 10, least: 7.6 })
      flow.gap(6)
    }
    flow.need(18 * inspection.sides.length + 4)
    inspection.sides.forEach((side) => {
      sheet.text('sides', 20, flow.y + 4, `${side}（盖章）：`, { size: 11, within: 80 })
      sheet.text('texts', 104, flow.y + 4, '代表（签名）：', { size: 11 })
      sheet.text('texts', 190, flow.y + 4, '年　　月　　日', { size: 11, align: 'right' })
      flow.gap(18)
    })
    letterFeet(sheet, recordVersion, code)
  },
})
