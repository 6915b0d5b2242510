import { Buffer } from 'node:buffer'
import { join } from 'node:path'
import { toGb18030 } from '../../api/place-names/gazetteer/gb18030.ts'
import { canSee } from '../fixtures/papers/poppler.ts'
import { daysFrom, todayOf } from './pages/burial.ts'
import { ask, tokenOf } from './pages/marriage.ts'
import { kept, packed, PlaceNamePage, wordsOfPaper } from './pages/place-names.ts'
import { expect, test } from './shell.ts'

test.use({ sample: true, actionTimeout: 15_000 })
test.describe.configure({ timeout: 120_000 })

/** Rural roads of a city by town, as a notice of 2023 gives their numbers; the names are of our own making, without polyphones. */
const roadsByTown = [122, 21, 4, 5, 55, 90, 92, 28, 50, 82, 1, 3, 2, 1, 11, 11] as const
const [first, last] = [[...'安福宁康泰兴旺东华春秋丰瑞祥吉庆'], [...'桥村庄塘湾坡岭坪岗山泉溪河田林园']]
const roadName = (at: number): string => `${first[at % 16] ?? ''}${last[Math.trunc(at / 16) % 16] ?? ''}${at < 256 ? '' : last[(Math.trunc(at / 256) + at) % 16] ?? ''}路`
const towns = roadsByTown.flatMap((count, town) => Array.from({ length: count }, () => `${'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'.charAt(town)}镇`))
const table = (): string => [
  '示例市农村道路名称表（示例）', '序号,所属乡镇,道路名称,汉语拼音,长度（米）,宽度（米）,含义',
  ...towns.map((town, index) => `${String(index + 1)},${town},${roadName(index)},,${String(300 + index)},5,示例`),
  '579,巳镇,龙湖路,Lōnghú Lù,1965,30,示例', '580,巳镇,EE新城路,,500,5,示例',
].join('\r\n')

test('a road table in GB18030 is looked at row by row on the staging page, then taken', async ({ desk, shell }, info) => {
  const token = await tokenOf(shell, 'clerk1')
  const entities = async (): Promise<number> => (await ask<{ entities: number }>(shell, token, '/api/gazetteer/sums')).entities
  const before = await entities()
  const page = new PlaceNamePage(desk)
  await page.signIn('clerk1', '/place-names/gazetteer/import')
  const choose = async (name: string, bytes: Uint8Array): Promise<void> => page.page.locator('.import-drop input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) })
  // A spreadsheet is turned away in words before it is sent; a table goes in as it comes.
  await choose('道路表.xlsx', new Uint8Array([80, 75, 3, 4]))
  await expect(page.field('file')).toContainText('请在表格软件里另存为 CSV 再导入')
  await choose('道路表.csv', toGb18030(table()))
  await page.input('source').fill('示例')
  await page.input('document').fill('示政函〔2023〕67号')
  await page.input('approvedOn').fill('2023-12-01')
  await page.page.getByRole('button', { name: '读入检查' }).click()
  const chips = page.page.getByRole('group', { name: '按检查结果' })
  await expect(chips).toContainText('全部580')
  await expect(chips).toContainText('不能导入1')
  await expect(page.page.locator('#main')).toContainText('按国家标准编码读入')
  await expect.poll(entities).toBe(before)

  // The one that cannot be taken says why; the published spelling with the wrong tone asks and is kept with its reason.
  await chips.getByRole('button', { name: /^不能导入/ }).click()
  await expect(page.page.getByRole('row', { name: /EE新城路.*不能导入/ })).toBeVisible()
  await chips.getByRole('button', { name: /^不能导入/ }).click()
  await page.page.getByRole('textbox', { name: '查行' }).fill('龙湖路')
  await page.page.getByRole('row', { name: /龙湖路.*须说明/ }).click()
  const panel = page.page.locator('.import-panel')
  await expect(panel).toContainText('Lōnghú Lù')
  await expect(panel.getByRole('button', { name: '导入这一行' })).toBeDisabled()
  const reasons = panel.locator('.import-reason')
  for (let index = 0; index < (await reasons.count()); index += 1) {
    await reasons.nth(index).getByRole('textbox').fill('按已公布的拼写登记，另行更正。')
    await reasons.nth(index).getByRole('button', { name: '记下理由' }).click()
    await expect(reasons.nth(index)).toContainText('理由：按已公布的拼写登记')
  }
  await page.picture(info, 'staged')
  await panel.getByRole('button', { name: '导入这一行' }).click()
  await expect(chips).toContainText('已导入1')
  await expect.poll(entities).toBe(before + 1)

  // All clean ones at once; what asks stays, and what is stopped never goes in.
  await page.press('Escape')
  await page.page.getByRole('textbox', { name: '查行' }).fill('')
  const all = page.page.getByRole('button', { name: /^导入全部无问题的/ })
  const clean = Number(/（([\d,]+)）/.exec((await all.textContent()) ?? '')?.[1]?.replaceAll(',', ''))
  expect(clean).toBeGreaterThan(500)
  await all.click()
  await expect(chips).toContainText(`已导入${String(clean + 1)}`, { timeout: 30_000 })
  await expect.poll(entities).toBe(before + clean + 1)
  const { rows } = await ask<{ rows: readonly { name: string; township: string; document: string; lengthMetres: number }[] }>(shell, token, `/api/gazetteer?text=${encodeURIComponent('安桥路')}`)
  expect(rows[0]).toMatchObject({ name: '安桥路', township: '甲镇', document: '示政函〔2023〕67号', lengthMetres: 300 })
  const gone = await ask<{ count: number }>(shell, token, `/api/gazetteer?text=${encodeURIComponent('EE新城路')}`)
  expect(gone.count).toBe(0)
})

test('what was decided stands in gazetteer and map; what was planted wrong is found on the report and leads to its place in the case', async ({ desk, shell }, info) => {
  const today = await todayOf(shell)
  const page = new PlaceNamePage(desk)
  await page.signIn('manager', '/place-names/gazetteer')
  const main = page.page.locator('#main')
  await page.page.locator('.gazetteer-filters').getByRole('textbox', { name: '地名' }).fill('chunhui')
  await page.page.getByRole('row', { name: /春晖路.*Chūnhuī Lù/ }).click()
  await expect(main).toContainText('示政地名函')
  await page.picture(info, 'gazetteer')

  // The map is drawn from the register alone: nothing is asked of any other place.
  const elsewhere: string[] = []
  const home = new URL(shell.urlOf('/')).origin
  page.page.on('request', (request) => { if (!request.url().startsWith(home) && !/^(data|blob):/u.test(request.url())) elsewhere.push(request.url()) })
  await page.go('/place-names/map')
  await page.page.getByRole('combobox', { name: '查地名' }).fill('春晖路')
  await expect(page.page.getByRole('option', { name: /^春晖路/ }).first()).toBeVisible()
  await page.press('Enter')
  await expect(page.page.getByRole('complementary', { name: '选中的地名' })).toContainText('Chūnhuī Lù')
  await expect(main).toContainText(/已画 [\d,]+ 个/)
  await expect.poll(() => page.page.locator('#main canvas').first().evaluate((element) => {
    const canvas = element as HTMLCanvasElement
    const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
    const colours = new Set<number>()
    for (let at = 0; at < data.length; at += 4) colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0))
    return colours.size
  })).toBeGreaterThan(8)
  await page.picture(info, 'map')
  expect(elsewhere).toEqual([])

  // The year's report: passes by the hundred, and three failures among them, each with the rule it breaks.
  const period = { from: daysFrom(today, -365), to: today }
  await page.go(`/place-names/report?from=${period.from}&to=${period.to}`)
  await expect(main).toContainText(/有 [1-9]\d* 条不符合/)
  await expect(main).toContainText(/符合 [1-9],\d{3} ÷ 已查 [1-9],\d{3}/)
  await page.page.getByRole('checkbox', { name: '只看不符合' }).check()
  await expect(main).toContainText(/公告于 .* 办理，逾期 \d+ 天/)
  await expect(main).toContainText('标志拼写 CHUNHUI ROAD，应为 CHUNHUI LU')
  await expect(main).toContainText(/备案已逾期 \d+ 天/)
  await page.picture(info, 'report')
  if (canSee) expect(await wordsOfPaper(shell, `/api/place-name-report/sheet?from=${period.from}&to=${period.to}`, join(kept(info, 'report'), 'report.pdf'), 'manager')).toContain(packed('标志拼写 CHUNHUI ROAD，应为 CHUNHUI LU'))
  await page.page.getByRole('link', { name: 'S01 春晖路：到案件该处' }).click()
  await expect(page.page).toHaveURL(/\/place-names\/sample-n\d+/)
  await expect(page.body('signs')).toContainText('CHUNHUI ROAD')
  await expect(page.body('signs').getByText('CHUNHUI ROAD')).toBeInViewport()
})
