import { usualStorageDays } from '../../domain/burial/storage.ts'
import { addDays, civilDate } from '../../domain/dates.ts'
import { text } from '../../domain/text.ts'
import { digestOf, said } from '../case/parts.ts'
import { line, two } from '../case/rows.ts'
import { drawStatement } from '../case/statement.ts'
import { fill, plainDay, plainMoment } from '../case/words.ts'
import type { BurialRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { deceasedOf, deceasedRows, from2026, lawOn, ownLayout, personRows, reportDay, writtenDay } from './facts.ts'
import { headOf, owners, things } from './words.ts'

const version = '存放延期 兰台 1'
const defaults = {
  statement: '因上列原因，本人申请将{thing}在{home}延期存放，自{from}起至{to}止，并承担延期存放的费用。',
  term: '延期届满前将办理火化等手续；需要再次延期的，届满前另行办理。',
  law: '依据：《殡葬管理条例》第二十七条，遗体存放一般不超过三日；需要延期存放的，由逝者亲属或者移交遗体的单位与殡仪馆办理延期手续并承担费用。',
}

const lastOf = ({ folded }: BurialRecord) => folded.extensions.at(-1)

/** 遗体存放延期申请书: asked for and paid by the family, or by whoever handed the body over (第二十七条). */
export const storageExtension = paper<'burial.storageExtension'>({
  id: 'burial.storageExtension',
  title: text('遗体存放延期申请书', 'Storage extension'),
  version, from: from2026,
  source: text(`《殡葬管理条例》（2026年）第二十七条；${ownLayout[0]}`, `Funeral Regulation (2026) art. 27; ${ownLayout[1]}`),
  needs: [text('到馆记录', 'the arrival'), text('延期的起止日期和原因', 'the days and the reason')],
  texts: defaults,
  facts: ({ record }) => ({ title: `${things[record.folded.file.kind]}存放延期申请书 ${record.folded.file.deceased.name}`, author: record.homeName, number: record.folded.id, date: dateOfDay(lastOf(record)?.from ?? reportDay(record)) }),
  record: (request) => {
    const { folded, homeName, sample } = request.record
    return digestOf('burial.storageExtension', version, request, { deceased: deceasedOf(folded), homeName, arrivedAt: folded.received?.arrivedAt, unit: folded.stored?.unit, extensions: folded.extensions.map(({ from, to, applicant, reason }) => ({ from, to, applicant, reason })), sample })
  },
  draw: (sheet, { record, texts }, code) => {
    const { folded, homeName, sample } = record
    const { kind } = folded.file
    const last = lastOf(record)
    const arrival = folded.received?.arrivedAt ?? ''
    const earlier = folded.extensions.slice(0, -1)
    const thing = things[kind]
    drawStatement(sheet, {
      title: kind === 'body' ? '遗体存放延期申请书' : headOf(kind, '存放延期申请书'), version, sample,
      rows: [
        ...deceasedRows(folded),
        two(['到馆时间', 'storage', plainMoment(arrival)], ['存放位置', 'storage', folded.stored?.unit ?? '']),
        // no national figure stood before the regulation of 2026
        ...(arrival !== '' && arrival < from2026 ? [] : [line('一般存放至', 'storage', arrival === '' ? '' : `${plainDay(addDays(civilDate(arrival.slice(0, 10)), usualStorageDays))}（到馆之日起三日）`)]),
        ...(earlier.length === 0 ? [] : [line('已办延期', 'storage', earlier.map(({ from, to }) => `${plainDay(from)}至${plainDay(to)}`).join('；'), 12, 11)]),
        line('本次延期', 'storage', last === undefined ? '' : `${plainDay(last.from)}至${plainDay(last.to)}`),
        line('延期原因', 'reason', last?.reason ?? '', (last?.reason ?? '').length > 60 ? 26 : 14, 11),
        ...personRows('申请人', 'applicant', last?.applicant ?? { name: '', identityNumber: '', relation: '' }, owners[kind]),
      ],
      body: [['homeName', fill(said(defaults, texts, 'statement'), { thing, home: homeName === '' ? '本馆' : homeName, from: writtenDay(last?.from ?? ''), to: writtenDay(last?.to ?? '') })], ['texts', said(defaults, texts, 'term')], ['texts', lawOn(last?.from ?? reportDay(record), said(defaults, texts, 'law'))]],
      signers: ['申请人（签名）：'], witness: '殡仪馆经办人（签名）：',
    }, code)
  },
})
