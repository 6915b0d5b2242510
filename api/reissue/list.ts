import type { z } from 'zod'
import type { ReissueFilter, ReissueRow } from '../../db/contract.ts'
import { reissueStates } from '../../domain/reissue/actions.ts'
import { reissueStateTitles } from '../../domain/reissue/fold.ts'
import { commonLine } from '../case/lines.ts'
import { commonFilter, type ListSpec } from '../case/list.ts'
import type { House } from '../house.ts'
import type { ReissueLine, ReissueQuery } from '../schemas/reissue.ts'

type Asked = Omit<z.infer<typeof ReissueQuery>, 'after' | 'limit'>

const certificates = { marriage: '结婚证', divorce: '离婚证' } as const
const applicants: Readonly<Record<string, string>> = { man: '男方', woman: '女方', both: '双方' }
const reasons: Readonly<Record<string, string>> = { lost: '遗失', damaged: '损毁', mismatch: '信息不一致' }

/** A reissue as a list shows it, names and identity numbers masked. */
export const lineOf = async (house: House, row: ReissueRow): Promise<ReissueLine> => ({
  ...(await commonLine(house, row)), state: row.state, certificate: row.certificate, applicant: row.applicant, reason: row.reason, originalNumber: row.originalNumber, originalDay: row.originalDay, originalCaseId: row.originalCaseId, proxied: row.proxied,
})

/** The list of reissues (补领台账). */
export const reissueList: ListSpec<Asked, ReissueFilter, ReissueRow, ReissueLine> = {
  subject: 'reissues',
  name: '补领婚姻登记证台账',
  headings: ['补发字号', '男方', '女方', '男方证件号', '女方证件号', '证件', '申请人', '原因', '委托', '状态', '补发日期', '原字号', '原登记日期', '登记员', '窗口', '男方印制号', '女方印制号'],
  filterOf: ({ certificate, original, ...common }) => ({ ...commonFilter(common, reissueStates), ...(certificate === undefined ? {} : { certificate }), ...(original === undefined ? {} : { originalCaseId: original }) }),
  page: (house, filter) => house.register.read.reissues(filter),
  count: (house, filter) => house.register.read.countReissues(filter),
  line: lineOf,
  cells: (line) => [
    line.number, ...line.names, ...line.identityNumbers, certificates[line.certificate], applicants[line.applicant] ?? '', reasons[line.reason] ?? '', line.proxied ? '是' : '否', reissueStateTitles[line.state].zh, line.day, line.originalNumber, line.originalDay,
    line.registrarName, line.counter, ...line.serials,
  ],
}
