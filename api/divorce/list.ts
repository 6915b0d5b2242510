import type { z } from 'zod'
import type { DivorceFilter, DivorceRow } from '../../db/contract.ts'
import { divorceStates } from '../../domain/divorce/actions.ts'
import { standingTitles } from '../../domain/divorce/fold.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import { commonLine } from '../case/lines.ts'
import { commonFilter, type ListSpec } from '../case/list.ts'
import { standingOfRow } from '../case/matches.ts'
import type { House } from '../house.ts'
import type { DivorceLine, DivorceQuery } from '../schemas/divorce.ts'

type Asked = Omit<z.infer<typeof DivorceQuery>, 'after' | 'limit'>

/** A case as a list shows it today, names and identity numbers masked. */
export const lineOf = async (house: House, row: DivorceRow): Promise<DivorceLine> => ({
  ...(await commonLine(house, row)), state: row.state, standing: standingOfRow(row, house.today()), receiptNumber: row.receiptNumber, acceptedOn: row.acceptedOn, end1: row.end1, end2: row.end2,
  marriageCaseId: row.marriageCaseId, marriageNumber: row.marriageNumber,
})

/** A standing of today as the register can be asked for it: a state, or a phase of the clock of accepted ones. */
const standingFilter = (standing: DivorceLine['standing'], today: string): DivorceFilter =>
  standing === 'coolingOff' || standing === 'issuanceOpen' || standing === 'lapsed' ? { clock: { phase: standing, today } } : { state: [standing] }

/** The list of divorce cases (离婚登记台账). */
export const divorceList: ListSpec<Asked, DivorceFilter, DivorceRow, DivorceLine> = {
  subject: 'divorces',
  name: '离婚登记台账',
  headings: ['离婚证字号', '受理编号', '男方', '女方', '男方证件号', '女方证件号', '状态', '受理日期', '冷静期止', '领证期止', '办结日期', '结婚证字号', '登记员', '窗口', '男方印制号', '女方印制号'],
  filterOf: ({ acceptedFrom, acceptedTo, standing, marriage, ...common }, house) => {
    if (standing !== undefined && common.state !== undefined) throw new LantaiError('malformed', text('状态和现况只能选一项', 'Ask for a state or for a standing, not both'), 'standing')
    return {
      ...commonFilter(common, divorceStates), ...(standing === undefined ? {} : standingFilter(standing, house.today())),
      ...(acceptedFrom === undefined ? {} : { acceptedFrom }), ...(acceptedTo === undefined ? {} : { acceptedTo }), ...(marriage === undefined ? {} : { marriageCaseId: marriage }),
    }
  },
  page: (house, filter) => house.register.read.divorces(filter),
  count: (house, filter) => house.register.read.countDivorces(filter),
  line: lineOf,
  cells: (line) => [
    line.number, line.receiptNumber, ...line.names, ...line.identityNumbers, standingTitles[line.standing].zh, line.acceptedOn, line.end1, line.end2, line.day, line.marriageNumber, line.registrarName, line.counter, ...line.serials,
  ],
}
