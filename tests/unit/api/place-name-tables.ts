import { toGb18030 } from '../../../api/place-names/gazetteer/gb18030.ts'
import type { ImportState, StagedLine } from '../../../api/schemas/gazetteer.ts'
import { must } from './burials.ts'
import type { Answer, Desk, Who } from './desk.ts'

/** Rural roads of a city by town, as a notice of 2023 gives their numbers; the names are of our own making. */
export const roadsByTown = [122, 21, 4, 5, 55, 90, 92, 28, 50, 82, 1, 3, 2, 1, 11, 11] as const
export const townName = (index: number): string => `${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'.charAt(index)}镇`

const first = [...'安福宁康泰兴旺东华春秋丰瑞祥吉庆']
const last = [...'桥村庄塘湾坡岭坪岗山泉溪河田林园']

/** Distinct road names without polyphones: so many of them, from a place in the series. */
export const roadNames = (count: number, from = 0): string[] => Array.from({ length: count }, (_, index) => {
  const at = from + index
  return `${first[at % 16] ?? ''}${last[Math.trunc(at / 16) % 16] ?? ''}${at < 256 ? '' : last[(Math.trunc(at / 256) + at) % 16] ?? ''}路`
})

/** The table of 578 roads: headings over two lines, towns, end points, sizes. */
export const roadTable = (): string[][] => {
  const names = roadNames(578)
  const rows = roadsByTown.flatMap((count, town) => Array.from({ length: count }, () => townName(town)))
  return [['示例市农村道路名称表'], ['序号', '所属乡镇', '道路名称', '起点', '止点', '长度（米）', '宽度（米）', '含义'], ...rows.map((town, index) => [String(index + 1), town, names[index] ?? '', '国道', '村口', String(300 + index), '5', '示例'])]
}

export const csvOf = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map((cell) => (/[",\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\r\n')
export const gb = (written: string): Uint8Array<ArrayBuffer> => toGb18030(written)

export const options = { kind: 'STREET', declared: 'CGCS2000', encoding: 'auto', source: '示例', approvedOn: '2023-12-01', document: '示政函〔2023〕67号', builtUpArea: '' }

export const upload = async (desk: Desk, bytes: BodyInit, given: object = {}, name = '道路表.csv', who: Who = 'clerk1'): Promise<Answer<ImportState>> =>
  (await desk.send('POST', `/api/gazetteer-imports?name=${encodeURIComponent(name)}&options=${encodeURIComponent(JSON.stringify({ ...options, ...given }))}`, { body: bytes, headers: { 'content-type': 'application/octet-stream' }, token: await desk.token(who) })) as unknown as Answer<ImportState>

/** The import when its job has ended. */
export const settled = async (desk: Desk, id: string): Promise<ImportState> => {
  for (let patience = 0; patience < 1500; patience += 1) {
    const state = must(await desk.ask<ImportState>('clerk1', 'GET', `/api/gazetteer-imports/${id}`))
    if (state.job?.state !== 'running') return state
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('the import does not end')
}

export const imported = async (desk: Desk, bytes: BodyInit, given: object = {}, name?: string): Promise<ImportState> => settled(desk, must(await upload(desk, bytes, given, name)).id)

interface Rows { readonly rows: StagedLine[]; readonly next?: number; readonly count: number }
export const rowsOf = async (desk: Desk, id: string, query = ''): Promise<Rows> => must(await desk.ask<Rows>('clerk1', 'GET', `/api/gazetteer-imports/${id}/rows?limit=500${query}`))
export const take = (desk: Desk, id: string, rows: 'clean' | readonly number[], into = 'gazetteer'): Promise<Answer<{ state: ImportState; draft?: string }>> => desk.ask('clerk1', 'POST', `/api/gazetteer-imports/${id}/taking`, { rows, into })
