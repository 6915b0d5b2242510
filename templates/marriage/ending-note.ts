import { type EndingAction } from '../../domain/marriage/endings.ts'
import { endingTitles } from '../../domain/marriage/ending-kinds.ts'
import { text } from '../../domain/text.ts'
import { perforation } from '../case/halves.ts'
import { digestOf, foot, handDate, mark, signature } from '../case/parts.ts'
import { day, identityNumber } from '../case/words.ts'
import type { EndingRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { table, type Row } from '../table.ts'
import { basisNames, endingFacts, endingNumber, groundOf, recoveredNames } from './ending.ts'

const version = '档案附注单 兰台 1'

/** 婚姻登记档案附注单: the two notes that point from one file to the other, one to a half. */
export const endingNote = paper<'marriage.endingNote'>({
  id: 'marriage.endingNote',
  title: text('婚姻登记档案附注单', 'Notes in both files'),
  version,
  from: '2006-01-23',
  source: text('《婚姻登记条例》第二十条；《婚姻登记档案管理办法》第九条要求在原档案中注明；版式为兰台自定', 'Regulation art. 20; Archive Measures art. 9 ask for the note in the original file; the layout is Lantai’s own'),
  needs: [text('婚姻终止注记', 'the note of the ending'), text('原结婚登记', 'the marriage')],
  facts: ({ record }) => ({ title: `婚姻登记档案附注单 ${endingNumber(record)}`, author: record.marriage.officeName, number: endingNumber(record), date: dateOfDay(endedOn(record.ending)) }),
  record: (request) => digestOf('marriage.endingNote', version, request, { ...endingFacts(request.record), index: request.record.index }),
  draw: (sheet, { record }, code) => {
    sheet.page()
    mark(sheet, record)
    half(sheet, record, 24, '婚姻登记档案附注单（存原结婚登记档案）', record.inMarriageFile)
    perforation(sheet, 146, '沿此线裁开，分别存入两份档案')
    half(sheet, record, 158, '婚姻登记档案附注单（存对应档案）', record.inOtherFile)
    foot(sheet, version, code, { note: '依照《婚姻登记档案管理办法》第九条，在原档案中注明并互注档号。' })
  },
})

const endedOn = (ending: EndingAction): string =>
  ending.kind === 'marriage.divorced' ? ending.body.day : ending.kind === 'marriage.revoked' ? ending.body.decision.day : ending.body.judgment.effectiveDay

const kindName = (ending: EndingAction): string =>
  ({ 'marriage.divorced': endingTitles.divorced.zh, 'marriage.courtVoided': endingTitles.void.zh, 'marriage.annulled': endingTitles.annulled.zh, 'marriage.revoked': endingTitles.revoked.zh })[ending.kind]

/** What ended the marriage, in two lines at most. */
const groundsOf = (ending: EndingAction): readonly (readonly [label: string, value: string])[] => {
  switch (ending.kind) {
    case 'marriage.divorced': {
      const by = { thisOffice: '本机关登记离婚', otherOffice: '其他婚姻登记机关登记离婚', court: '人民法院判决或者调解离婚', abroad: '境外离婚' }[ending.body.by]
      return [['作出机关', ending.body.authority], ['文书字号', `${ending.body.number}　${day(ending.body.day)}`], ['方　　式', by]]
    }
    case 'marriage.courtVoided':
    case 'marriage.annulled': {
      const { judgment, ground } = ending.body
      return [['作出机关', judgment.court], ['裁判文书', `${judgment.number}　${day(judgment.day)}作出，${day(judgment.effectiveDay)}生效，${day(judgment.receivedDay)}收到${judgment.pages === 0 ? '' : `，共 ${judgment.pages} 页`}`], ['事　　由', `${groundOf(ground).title}（${groundOf(ground).law}）`]]
    }
    case 'marriage.revoked': {
      const { decision, basis, ground } = ending.body
      return [['撤销决定', `${decision.authority}　${decision.number}　${day(decision.day)}`], ['依　　据', `${basis.authority}　${basisNames[basis.kind]}${basis.number === '' ? '' : `（${basis.number}）`}　${day(basis.day)}`], ['事　　由', groundOf(ground).title]]
    }
  }
}

const half = (sheet: Sheet, record: EndingRecord, top: number, heading: string, note: string): void => {
  const { marriage, ending } = record
  const { parties } = marriage.file
  const { archive } = marriage
  const label = (string: string): Row['cells'][number] => ({ width: 24, label: string })
  const value = (width: number, field: string, string: string): Row['cells'][number] => ({ width, field, value: string, size: 11 })
  const certificates = 'certificates' in ending.body ? `男方${recoveredNames[ending.body.certificates[0]]}；女方${recoveredNames[ending.body.certificates[1]]}` : '—'
  const uploaded = ending.body.note.uploadedOn
  sheet.text('texts', 105, top, heading, { font: 'songBold', size: 15, align: 'centre', spacing: 0.06 })
  const below = table(sheet, 20, top + 4.5, [
    ...parties.map((party, who): Row => ({ height: 8.4, cells: [label(who === 0 ? '男　　方' : '女　　方'), value(74, `parties.${who}.name`, party.name), label('证件号码'), value(48, `parties.${who}.identityNumber`, identityNumber(party))] })),
    { height: 8.4, cells: [label('结婚登记'), value(74, 'number', `${marriage.number}　${day(marriage.day)}`), label('原档号'), value(48, 'archive', archive === undefined ? '' : `结婚登记类${archive.year}年第${archive.officeFileNumber}卷`)] },
    { height: 8.4, cells: [label('登记机关'), value(146, 'officeName', marriage.officeName)] },
    { height: 8.4, cells: [label('附注事项'), value(74, 'texts', kindName(ending)), label('上传日期'), value(48, 'texts', uploaded === '' ? '' : day(uploaded))] },
    ...groundsOf(ending).map(([words, shown]): Row => ({ height: 9, cells: [label(words), value(146, 'authority', shown)] })),
    { height: 8.4, cells: [label('证件收回'), value(146, 'certificates', certificates)] },
    { height: 17, cells: [label('附　　注'), { width: 146, field: 'note', value: note, size: 11.5, indent: 2 }] },
  ])
  signature(sheet, 20, below + 9, '附注人（签名）：', 26, { size: 10 })
  signature(sheet, 78, below + 9, '复核人（签名）：', 26, { size: 10 })
  handDate(sheet, 190, below + 9, 10)
}
