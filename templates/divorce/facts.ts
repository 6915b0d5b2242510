import type { ReceiptDates } from '../../domain/divorce/clock.ts'
import type { DivorceRecord } from '../contract.ts'
import { day, identityNumber, sexShort } from '../case/words.ts'
import type { Row } from '../table.ts'

/** The number a paper of a divorce case is known by. */
export const numberOf = ({ folded }: DivorceRecord): string => (folded.number === '' ? folded.id : folded.number)

/** The day on which the case was opened at the counter. */
export const openedDay = ({ folded }: DivorceRecord): string => folded.openedAt.slice(0, 10)

/** The day of a paper of the issuance: of the decision, of the appearance, else of the opening. */
export const issuanceDay = (record: DivorceRecord): string => record.folded.day || record.folded.issuance?.day || openedDay(record)

/** The marriage that is to end, as papers name it. */
export const marriageOf = ({ folded }: DivorceRecord) => {
  const { number, office, day: registered, certificates, lostStatements, fileCopy } = folded.file.marriage
  return { number, office, day: registered, certificates, lostStatements, fileCopy }
}

const reasonName = (reason: ReceiptDates['rolled'][number]['why'][number]['reasons'][number]): string =>
  reason.kind === 'weekend' ? '周末' : reason.kind === 'makeUp' ? '调休上班日' : reason.name

/** Why a last day moved on, in words of the law (《民法典》第二百零三条); a day set by hand with its reason. Empty when nothing moved. */
export const whyMoved = (dates: ReceiptDates): string => {
  const lines = dates.rolled.map(({ period, from, to, why }) => {
    const names = [...new Set(why.flatMap(({ reasons }) => reasons.map(reasonName)))]
    const span = why.length === 1 ? day(from) : `${day(from)}至${day(why.at(-1)?.day ?? from)}`
    return `${period === 1 ? '冷静期' : '申请发给离婚证的期限'}最后一日为${day(from)}，${span}是法定休假日（${names.join('、')}），依照《民法典》第二百零三条，以休假日结束的次日${day(to)}为最后一日。`
  })
  if (dates.overridden !== undefined) lines.push(`期限由婚姻登记机关设定，理由：${dates.overridden.reason.replace(/[。；]$/, '')}。`)
  return lines.join('')
}

/** The same with the sex, for papers that name it. */
export const coupleWithSexRows = ({ folded }: DivorceRecord, height = 10): Row[] =>
  folded.file.parties.map((party, who): Row => ({
    height,
    cells: [
      { width: 16, label: who === 0 ? '男方' : '女方' }, { width: 58, field: `parties.${who}.name`, value: party.name, size: 12 },
      { width: 14, label: '性别' }, { width: 12, field: `parties.${who}.sex`, value: sexShort(party.sex), align: 'centre', size: 12, padding: 0.4 },
      { width: 20, label: '证件号码' }, { width: 50, field: `parties.${who}.identityNumber`, value: identityNumber(party), size: 12, single: true },
    ],
  }))
