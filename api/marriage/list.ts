import type { z } from 'zod'
import type { MarriageFilter, MarriageRow } from '../../db/contract.ts'
import { marriageStates } from '../../domain/marriage/actions.ts'
import { endingTitles, type EndingKind } from '../../domain/marriage/ending-kinds.ts'
import { marriageKindTitles } from '../../domain/marriage/file.ts'
import { stateTitles } from '../../domain/marriage/fold.ts'
import { commonFilter, type ListSpec } from '../case/list.ts'
import type { MarriageLine, MarriageQuery } from '../schemas/marriage.ts'
import { lineOf } from './lines.ts'

type Asked = Omit<z.infer<typeof MarriageQuery>, 'after' | 'limit'>

/** The list of marriage cases (结婚登记台账). */
export const marriageList: ListSpec<Asked, MarriageFilter, MarriageRow, MarriageLine> = {
  subject: 'marriages',
  name: '结婚登记台账',
  headings: ['登记字号', '男方', '女方', '男方证件号', '女方证件号', '种类', '状态', '登记日期', '受理时间', '登记员', '窗口', '男方印制号', '女方印制号', '终止'],
  filterOf: ({ kind, ending, ...common }) => ({ ...commonFilter(common, marriageStates), ...(kind === undefined ? {} : { kind }), ...(ending === undefined ? {} : { ending }) }),
  page: (house, filter) => house.register.read.marriages(filter),
  count: (house, filter) => house.register.read.countMarriages(filter),
  line: lineOf,
  cells: (line) => [
    line.number, ...line.names, ...line.identityNumbers, marriageKindTitles[line.kind].zh, stateTitles[line.state].zh, line.day, line.openedAt.slice(0, 16).replace('T', ' '), line.registrarName, line.counter, ...line.serials,
    line.ending === '' ? '' : endingTitles[line.ending as EndingKind].zh,
  ],
}
