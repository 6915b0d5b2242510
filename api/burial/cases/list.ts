import type { z } from 'zod'
import type { BurialFilter, BurialRow } from '../../../db/burial/contract.ts'
import { burialStates } from '../../../domain/burial/actions.ts'
import { caseKinds } from '../../../domain/burial/codes.ts'
import { burialStateTitles } from '../../../domain/burial/fold.ts'
import { ageBands, findUnclaimedAge, unclaimedGroups } from '../../../domain/burial/unclaimed.ts'
import { addDays, civilDate } from '../../../domain/dates.ts'
import { findCode } from '../../../domain/codes/types.ts'
import { text, type Text } from '../../../domain/text.ts'
import { yuan } from '../../../domain/waiver/money.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { listHandlings, statesOf, type ListSpec } from '../../case/list.ts'
import { maskName, maskNumber } from '../../masks.ts'
import { burialLists, type BurialLine, type BurialQuery } from '../../schemas/burial.ts'
import { routes } from '../../schemas/index.ts'
import { foldWhole, ownsAct } from './whole.ts'

const inHome: ReadonlySet<string> = new Set(['received', 'stored', 'vigil', 'farewell'])

type Asked = Omit<z.infer<typeof BurialQuery>, 'after' | 'limit'>
type List = (typeof burialLists)[number]

/** Names of the lists that the desk keeps open. */
export const listTitles: Readonly<Record<List, Text>> = {
  inHome: text('在馆遗体', 'Bodies at the home'), storageOverdue: text('存放超期未延期', 'Storage past its time without an extension'), onHold: text('暂缓火化', 'On hold'), awaitingAshes: text('已火化待领灰', 'Cremated, ashes not collected'),
  depositsEnding: text('骨灰寄存到期', 'Deposits that end'), unclaimed: text('无人认领', 'Unclaimed'), certificateMissing: text('已火化未发证', 'Cremated without a certificate handed over'),
}

const titleOf = (codes: readonly { readonly code: string; readonly zh: string; readonly en: string }[], code: string): Text => {
  const found = codes.find((one) => one.code === code)
  return text(found?.zh ?? code, found?.en ?? code)
}

/** How long a body has lain unclaimed, of the few that lie past the waiting time of the place. */
const unclaimedOf = async (house: House, row: BurialRow): Promise<Pick<BurialLine, 'unclaimed'>> => {
  const today = house.today()
  const arrived = row.arrivedAt.slice(0, 10)
  if (arrived === '' || arrived >= today || !inHome.has(row.state)) return {}
  const waiting = (await house.settingsOn(today))['burial.unclaimedDays']
  if (addDays(civilDate(arrived), waiting) > today) return {}
  const { folded } = foldWhole((await house.register.read.entriesOf(row.id)).filter(({ action }) => ownsAct(action.kind)))
  const age = findUnclaimedAge(folded, today, waiting)
  return age === undefined ? {} : { unclaimed: { days: age.days, band: titleOf(ageBands, age.band), group: titleOf(unclaimedGroups, age.group) } }
}

/** A case as a list shows it, names and identity numbers masked. */
export const lineOf = async (house: House, row: BurialRow): Promise<BurialLine> => ({
  id: row.id, revision: row.revision, state: row.state, kind: row.kind, name: maskName(row.name), identityNumber: maskNumber(row.identityNumber), sex: row.sex, age: row.age, death: row.death, openedAt: row.openedAt, arrivedAt: row.arrivedAt,
  cremated: row.crematedOn, number: row.number,
  // Whoever has collected the ashes is a person like any other.
  resting: row.state === 'ashesReleased' ? maskName(row.resting) : row.resting, agent: maskName(row.agent), onHold: row.holds > 0, until: row.until, overdue: row.until !== '' && row.until < house.today(), waivedFen: row.waivedFen, counter: row.counter,
  registrarName: row.registrar === '' ? '' : await house.nameOf(row.registrar), ...(await unclaimedOf(house, row)),
})

const sexes: Readonly<Record<string, string>> = { '0': '未知', '1': '男', '2': '女' }

/** The list of cremations and burials (殡葬台账). */
export const burialList: ListSpec<Asked, BurialFilter, BurialRow, BurialLine> = {
  subject: 'burials',
  name: '殡葬台账',
  headings: ['火化证明编号', '逝者', '证件号', '性别', '年龄', '类别', '死亡日期', '到馆', '火化日期', '骨灰去向', '状态', '承办人', '存放（寄存）到期', '减免（元）', '登记员', '窗口'],
  filterOf: ({ state, kind, list, from, to, crematedFrom, crematedTo, cell, counter }, house) => ({
    ...(state === undefined ? {} : { state: statesOf(state, burialStates) }), ...(kind === undefined ? {} : { kind }), ...(list === undefined ? {} : { list: { list, today: house.today() } }), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }),
    ...(crematedFrom === undefined ? {} : { crematedFrom }), ...(crematedTo === undefined ? {} : { crematedTo }), ...(cell === undefined ? {} : { cell }), ...(counter === undefined ? {} : { counter }),
  }),
  page: (house, filter) => house.register.read.burial.cases(filter),
  count: (house, filter) => house.register.read.burial.count(filter),
  line: lineOf,
  cells: (line) => [
    line.number, line.name, line.identityNumber, sexes[line.sex] ?? '', line.age === null ? '' : String(line.age), findCode(caseKinds, line.kind)?.zh ?? '', line.death, line.arrivedAt.slice(0, 16).replace('T', ' '), line.cremated, line.resting, burialStateTitles[line.state].zh,
    line.agent, line.until, yuan(line.waivedFen), line.registrarName, line.counter,
  ],
}

/** The list of cases, what waits in it, and its export. */
export const burialListHandlings: readonly Handling[] = [
  handle(routes.burialListCounts, async ({ house }) => ({
    lists: await Promise.all(burialLists.map(async (list) => ({ list, title: listTitles[list], count: await house.register.read.burial.count({ list: { list, today: house.today() } }) }))),
  })),
  ...listHandlings(burialList, { list: routes.listBurials, export: routes.exportBurials }),
]
